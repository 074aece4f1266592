//! The desktop's screen saver, `org.freedesktop.ScreenSaver` on the session bus.

use std::time::Duration;

use zbus::blocking::{Connection, Proxy, connection, proxy};
use zbus::proxy::{CacheProperties, MethodFlags};

use super::SaverRequest;

/// A screen saver that takes longer is not there.
const LIMIT: Duration = Duration::from_secs(2);
/// What a desktop says that keeps the screen on.
const REASON: &str = "A code for your phone is on the screen";

/// The session bus. What is held is so for as long as the connection lives; without anything held there is none.
pub(super) struct Bus {
    address: String,
    held: Option<(Connection, u32)>,
}

impl Bus {
    pub(super) fn new(address: String) -> Self {
        Self {
            address,
            held: None,
        }
    }

    pub(super) fn run(&mut self, errand: SaverRequest) {
        if let Err(error) = self.ask(errand) {
            tracing::debug!(%error, ?errand, "the desktop's screen saver");
        }
    }

    fn ask(&mut self, errand: SaverRequest) -> zbus::Result<()> {
        match errand {
            SaverRequest::Hold => {
                let bus = self.connect()?;
                let program = env!("CARGO_PKG_NAME");
                let cookie = call(&bus, "Inhibit", &(program, REASON))?;
                self.held = Some((bus, cookie));
                Ok(())
            }
            SaverRequest::LetGo => match self.held.take() {
                Some((bus, cookie)) => call(&bus, "UnInhibit", &(cookie,)),
                None => Ok(()),
            },
            SaverRequest::Wake => match &self.held {
                Some((bus, _)) => call(bus, "SimulateUserActivity", &()),
                None => call(&self.connect()?, "SimulateUserActivity", &()),
            },
        }
    }

    fn connect(&self) -> zbus::Result<Connection> {
        connection::Builder::address(self.address.as_str())?
            .method_timeout(LIMIT)
            .build()
    }
}

/// One call to the screen saver that runs; none is started for it.
fn call<T>(
    bus: &Connection,
    method: &str,
    body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
) -> zbus::Result<T>
where
    T: for<'d> zbus::zvariant::DynamicDeserialize<'d>,
{
    let saver: Proxy<'_> = proxy::Builder::new(bus)
        .destination("org.freedesktop.ScreenSaver")?
        .path("/org/freedesktop/ScreenSaver")?
        .interface("org.freedesktop.ScreenSaver")?
        .cache_properties(CacheProperties::No)
        .build()?;
    let flags = MethodFlags::NoAutoStart.into();
    let answer = saver.call_with_flags(method, flags, body)?;
    answer.ok_or(zbus::Error::InvalidReply)
}
