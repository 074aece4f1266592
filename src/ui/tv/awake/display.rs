//! The X server's own screen saver, which also holds the power saving of the monitor.

use x11rb::connection::RequestConnection as _;
use x11rb::protocol::dpms::{self, ConnectionExt as _, DPMSMode};
use x11rb::protocol::screensaver::ConnectionExt as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ScreenSaver};
use x11rb::rust_connection::RustConnection;

use super::SaverRequest;

/// An X display. What is suspended is so for as long as its connection lives.
pub(super) struct XDisplay {
    name: String,
    connection: Option<RustConnection>,
}

impl XDisplay {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            connection: None,
        }
    }

    pub(super) fn run(&mut self, errand: SaverRequest) {
        if let Err(error) = self.ask(errand) {
            tracing::debug!(%error, ?errand, "the X server's screen saver");
            self.connection = None;
        }
    }

    fn ask(&mut self, errand: SaverRequest) -> anyhow::Result<()> {
        if self.connection.is_none() {
            let (connection, _) = RustConnection::connect(Some(&self.name))?;
            // Suspending came with 1.1.
            connection.screensaver_query_version(1, 1)?.reply()?;
            self.connection = Some(connection);
        }
        let Some(connection) = &self.connection else {
            return Ok(());
        };
        match errand {
            SaverRequest::Hold => connection.screensaver_suspend(1)?.check()?,
            SaverRequest::LetGo => connection.screensaver_suspend(0)?.check()?,
            SaverRequest::Wake => {
                connection.force_screen_saver(ScreenSaver::RESET)?.check()?;
                wake_the_monitor(connection)?;
            }
        }
        Ok(())
    }
}

/// A key would wake a monitor that sleeps; the end of the screen saver does not.
fn wake_the_monitor(connection: &RustConnection) -> anyhow::Result<()> {
    let extension = connection.extension_information(dpms::X11_EXTENSION_NAME)?;
    if extension.is_none() || !connection.dpms_capable()?.reply()?.capable {
        return Ok(());
    }
    let power = connection.dpms_info()?.reply()?;
    if power.state && power.power_level != DPMSMode::ON {
        connection.dpms_force_level(DPMSMode::ON)?.check()?;
    }
    Ok(())
}
