//! Where the window opens: on Wayland or on X11, whichever answers and has its libraries.
//!
//! The window system's libraries are opened while the program runs, so that building needs none of them. What is
//! missing then shows late, and in odd ways: some libraries panic, some errors say no name. So this looks first, with
//! the same openers that the window will use, and what cannot work is said in one sentence that names a package.
//! Invariant: with a display that works in the environment, an unusable one beside it does no harm.

mod graphics;
mod libraries;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

use eframe::{EventLoopBuilder, UserEvent};
use winit::error::EventLoopError;
use winit::platform::wayland::EventLoopBuilderExtWayland as _;
use winit::platform::x11::EventLoopBuilderExtX11 as _;

/// What the environment offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DisplayServer {
    system: System,
    /// The variable of the environment that names it, and the name.
    variable: &'static str,
    name: OsString,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Wayland,
    X11,
}

/// The first display that can be used; otherwise what to do about the last one.
pub(super) fn find() -> Result<DisplayServer, String> {
    let environment = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    choose(offered(environment), DisplayServer::obstacle)
}

fn choose(
    offered: impl IntoIterator<Item = DisplayServer>,
    obstacle: impl Fn(&DisplayServer) -> Option<String>,
) -> Result<DisplayServer, String> {
    let mut trouble =
        "no display found. Start Couchpin on the TV\u{2019}s desktop, or run `couchpin pair` here."
            .to_owned();
    for at in offered {
        match obstacle(&at) {
            None => return Ok(at),
            Some(why) => {
                tracing::debug!(?at, why, "no window here");
                trouble = why;
            }
        }
    }
    Err(trouble)
}

/// Wayland is first, as X11 is often there beside it for older programs.
fn offered(environment: impl Fn(&str) -> Option<OsString>) -> Vec<DisplayServer> {
    let display = |system, variable| {
        environment(variable).map(|name| DisplayServer {
            system,
            variable,
            name,
        })
    };
    let wayland = display(System::Wayland, "WAYLAND_SOCKET")
        .or_else(|| display(System::Wayland, "WAYLAND_DISPLAY"));
    let x11 = display(System::X11, "DISPLAY");
    wayland.into_iter().chain(x11).collect()
}

impl DisplayServer {
    /// Makes the event loop open its window here, which by itself would look at the environment again.
    pub(super) fn choose_for(&self, builder: &mut EventLoopBuilder<UserEvent>) {
        match self.system {
            System::Wayland => builder.with_wayland(),
            System::X11 => builder.with_x11(),
        };
    }

    /// Nothing answers at the other end, or nothing that a window could talk to.
    pub(super) fn silent(&self, error: &EventLoopError) -> String {
        // Its own words name a line of the library's source, which helps no user.
        tracing::debug!(%error, "no window");
        self.does_not_answer()
    }

    /// The display answered, and yet there is no window: for want of OpenGL, whose libraries can only be judged after
    /// they were used.
    pub(super) fn no_window(&self) -> String {
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap_or_default();
        graphics::missing(self.system, &maps).unwrap_or_else(|| {
            format!(
                "OpenGL does not start on the display {}: install the driver of the graphics chip, and let this user \
                 open /dev/dri",
                self.name.display()
            )
        })
    }

    fn does_not_answer(&self) -> String {
        format!(
            "the display {} does not answer: start couchpin in a graphical session (see {})",
            self.name.display(),
            self.variable
        )
    }

    fn obstacle(&self) -> Option<String> {
        if let Some(socket) = self.socket()
            && UnixStream::connect(socket).is_err()
        {
            return Some(self.does_not_answer());
        }
        libraries::first_missing(self.system)
    }

    /// Where a Wayland compositor listens. An X server may be anywhere; it is asked when the window opens.
    fn socket(&self) -> Option<PathBuf> {
        // Without a folder for it a mere name leads nowhere, as for any Wayland program.
        let folder =
            || std::env::var_os("XDG_RUNTIME_DIR").map_or_else(PathBuf::new, PathBuf::from);
        (self.variable == "WAYLAND_DISPLAY").then(|| folder().join(&self.name))
    }
}
