//! The desktop's screen saver, `org.freedesktop.ScreenSaver` on the session bus.

use std::time::Duration;

use zbus::blocking::{Connection, Proxy, connection, proxy};
use zbus::proxy::{CacheProperties, MethodFlags};
use zbus::zvariant::{DynamicDeserialize, DynamicType};

use super::Request;

/// A screen saver that takes longer is not there.
const LIMIT: Duration = Duration::from_secs(2);
/// What a desktop says that keeps the screen on.
const REASON: &str = "A code for your phone is on the screen";

/// What is held is so for as long as the connection is open; without anything held there is none.
pub(super) fn saver(address: String) -> impl FnMut(Request) -> anyhow::Result<()> {
    let connect = move || {
        let builder = connection::Builder::address(address.as_str())?;
        builder.method_timeout(LIMIT).build()
    };
    let mut held: Option<(Connection, u32)> = None;
    move |request| {
        match request {
            Request::Hold => {
                let bus = connect()?;
                let cookie = call(&bus, "Inhibit", &(env!("CARGO_PKG_NAME"), REASON))?;
                held = Some((bus, cookie));
            }
            Request::Release => {
                if let Some((bus, cookie)) = held.take() {
                    call::<()>(&bus, "UnInhibit", &(cookie,))?;
                }
            }
            Request::Wake => {
                let bus = match &held {
                    Some((bus, _)) => bus,
                    None => &connect()?,
                };
                call::<()>(bus, "SimulateUserActivity", &())?;
            }
        }
        Ok(())
    }
}

/// One call to the screen saver that runs; none is started for it.
fn call<T: for<'d> DynamicDeserialize<'d>>(
    bus: &Connection,
    method: &str,
    body: &(impl serde::Serialize + DynamicType),
) -> zbus::Result<T> {
    let saver: Proxy<'_> = proxy::Builder::new(bus)
        .destination("org.freedesktop.ScreenSaver")?
        .path("/org/freedesktop/ScreenSaver")?
        .interface("org.freedesktop.ScreenSaver")?
        .cache_properties(CacheProperties::No)
        .build()?;
    let answer = saver.call_with_flags(method, MethodFlags::NoAutoStart.into(), body)?;
    answer.ok_or(zbus::Error::InvalidReply)
}
