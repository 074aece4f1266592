//! The libraries that a window system's window opens at run time, and the Debian packages that hold them.

use wayland_sys::client::wayland_client_option;
use wayland_sys::egl::wayland_egl_option;
use x11_dl::{xcursor, xinput2, xlib, xlib_xcb};
use xkbcommon_dl::x11::xkbcommon_x11_option;
use xkbcommon_dl::xkbcommon_option;

use super::System;

/// What to do about something that the window needs.
pub(super) fn missing(what: &str, package: &str) -> String {
    format!(
        "{what} is missing or cannot be used: install {package} (its package on Debian and Ubuntu; other systems name \
         it similarly)"
    )
}

/// Seen to be opened by the window or needed by what is; the window starts without any other, libXrandr among them.
const PACKAGES: [(&str, &str); 14] = [
    ("libX11.so.6", "libx11-6"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libXau.so.6", "libxau6"),
    ("libXcursor.so.1", "libxcursor1"),
    ("libXdmcp.so.6", "libxdmcp6"),
    ("libXext.so.6", "libxext6"),
    ("libXfixes.so.3", "libxfixes3"),
    ("libXi.so.6", "libxi6"),
    ("libXrender.so.1", "libxrender1"),
    ("libwayland-client.so.0", "libwayland-client0"),
    ("libwayland-egl.so.1", "libwayland-egl1"),
    ("libxcb.so.1", "libxcb1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
];

/// What to do about a library, by the name of its file.
pub(super) fn missing_library(file: &str) -> Option<String> {
    let (_, package) = PACKAGES.into_iter().find(|(name, _)| *name == file)?;
    Some(missing(&format!("the library {file}"), package))
}

/// The same of one that did not open. What the system's loader said names the file that it did not find, which may be
/// one that the library needs in its turn.
pub(super) fn not_opened(loader: &str, file: &str) -> Option<String> {
    let named = loader
        .split([' ', '(', ')', ':', ';'])
        .find(|word| word.contains(".so"))
        .and_then(|path| path.rsplit('/').next());
    named
        .and_then(missing_library)
        .or_else(|| missing_library(file))
}

/// What to do about the first library that this system's window needs and does not get.
pub(super) fn first_missing(system: System) -> Option<String> {
    match system {
        System::Wayland => first([
            (wayland_client_option().is_some(), "libwayland-client.so.0"),
            (wayland_egl_option().is_some(), "libwayland-egl.so.1"),
            // Needed as soon as there is a keyboard; a remote is one.
            (xkbcommon_option().is_some(), "libxkbcommon.so.0"),
        ]),
        System::X11 => {
            let opened = [
                (xlib::Xlib::open().err(), "libX11.so.6"),
                (xcursor::Xcursor::open().err(), "libXcursor.so.1"),
                (xlib_xcb::Xlib_xcb::open().err(), "libX11-xcb.so.1"),
                (xinput2::XInput2::open().err(), "libXi.so.6"),
            ];
            opened
                .into_iter()
                .find_map(|(error, file)| not_opened(error?.detail(), file))
                .or_else(|| {
                    first([
                        (xkbcommon_option().is_some(), "libxkbcommon.so.0"),
                        (xkbcommon_x11_option().is_some(), "libxkbcommon-x11.so.0"),
                    ])
                })
        }
    }
}

/// The first that does not open, where no more than that is said. What others need stands before them.
fn first<const N: usize>(opens: [(bool, &str); N]) -> Option<String> {
    let (_, file) = opens.into_iter().find(|(opens, _)| !opens)?;
    missing_library(file)
}
