//! The X server's own screen saver, which also holds the power saving of the monitor.

use x11rb::connection::RequestConnection as _;
use x11rb::protocol::dpms::{self, ConnectionExt as _, DPMSMode};
use x11rb::protocol::screensaver::ConnectionExt as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ScreenSaver};
use x11rb::rust_connection::RustConnection;

use super::Request;

/// What is suspended is so for as long as the connection is open.
pub(super) fn saver(display: String) -> impl FnMut(Request) -> anyhow::Result<()> {
    let mut connection = None;
    move |request| {
        // After an error it connects anew.
        let server = match connection.take() {
            Some(server) => server,
            None => connect(&display)?,
        };
        match request {
            Request::Hold => server.screensaver_suspend(1)?.check()?,
            Request::Release => server.screensaver_suspend(0)?.check()?,
            Request::Wake => {
                server.force_screen_saver(ScreenSaver::RESET)?.check()?;
                wake_the_monitor(&server)?;
            }
        }
        connection = Some(server);
        Ok(())
    }
}

fn connect(display: &str) -> anyhow::Result<RustConnection> {
    let (server, _) = RustConnection::connect(Some(display))?;
    // Suspending came with 1.1.
    server.screensaver_query_version(1, 1)?.reply()?;
    Ok(server)
}

/// A key would wake a monitor that sleeps; the end of the screen saver does not.
fn wake_the_monitor(server: &RustConnection) -> anyhow::Result<()> {
    let extension = server.extension_information(dpms::X11_EXTENSION_NAME)?;
    if extension.is_none() || !server.dpms_capable()?.reply()?.capable {
        return Ok(());
    }
    let power = server.dpms_info()?.reply()?;
    if power.state && power.power_level != DPMSMode::ON {
        server.dpms_force_level(DPMSMode::ON)?.check()?;
    }
    Ok(())
}
