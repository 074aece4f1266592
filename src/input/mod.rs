//! Remotes, keyboards and gamepads: whatever is pressed becomes one of a few [`Button`]s, and screens know nothing else.
//!
//! Every source has the kernel's code for what was pressed (`evdev`), or is given it ([`window`]); one [`Keymap`] says which
//! button a code is; and one [`Remote`] collects the presses for the screen, in the order in which they came.

mod button;
#[cfg(all(target_os = "linux", feature = "tv"))]
pub mod evdev;
#[cfg(all(any(target_os = "linux", windows), feature = "tv"))]
pub mod gamepad;
#[cfg(all(windows, feature = "tv"))]
pub mod gilrs;
mod keymap;
#[cfg(feature = "tv")]
mod press;
#[cfg(feature = "tv")]
pub mod window;

#[cfg(all(test, feature = "tv"))]
pub(crate) use button::NAMES;
pub use button::{Button, NoButton};
pub use keymap::Keymap;
#[cfg(feature = "tv")]
use press::REPEAT;
#[cfg(feature = "tv")]
pub use press::{Device, Labels, Press, PressSource, Remote};
