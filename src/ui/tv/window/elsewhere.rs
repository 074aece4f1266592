//! Where the system has one window system of its own, there is nothing to find and nothing to install.

use eframe::{EventLoopBuilder, UserEvent};
use winit::error::EventLoopError;

/// The system's own.
#[derive(Clone, Debug)]
pub(super) struct DisplayServer;

#[allow(clippy::unnecessary_wraps)]
pub(super) fn find() -> Result<DisplayServer, String> {
    Ok(DisplayServer)
}

impl DisplayServer {
    #[allow(clippy::unused_self)]
    pub(super) fn choose_for(&self, _: &mut EventLoopBuilder<UserEvent>) {}

    #[allow(clippy::unused_self)]
    pub(super) fn silent(&self, error: &EventLoopError) -> String {
        format!("the window could not be opened ({error})")
    }

    #[allow(clippy::unused_self)]
    pub(super) fn no_window(&self) -> String {
        "OpenGL does not start: install the driver of the graphics chip".to_owned()
    }
}
