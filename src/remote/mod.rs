//! Remotes and keyboards: whatever is pressed becomes one of a few [`Button`]s, and screens know nothing else.
//!
//! Keys are taken out of egui's input before egui sees them. Otherwise egui would move its own focus with the
//! arrows, click on Enter and drop the focus on Escape, and a press would count twice.

mod keys;

pub use keys::{Presses, button_of};

/// What a remote can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// To the control above.
    Up,
    /// To the control below.
    Down,
    /// To the control on the left.
    Left,
    /// To the control on the right.
    Right,
    /// Choose what has the focus.
    Ok,
    /// Leave.
    Back,
    /// Anything else: it only says that somebody is here.
    Other,
}
