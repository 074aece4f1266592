//! Places on screens in portrait orientation: on a television that was turned, or in a small window that is higher than
//! wide.
//!
//! What is said stands above, what is scanned below it, and the buttons below each other. The canvas's width follows the
//! window, so all lengths across are taken from it; its height is always 1920.

/// The safe area's left edge; the right one is as far from the canvas's.
pub(super) const LEFT: f32 = 60.0;
/// The safe area's top and bottom.
pub(super) const TOP: f32 = 116.0;
pub(super) const BOTTOM: f32 = 1804.0;
/// The middle of the program's name.
pub(super) const NAME: f32 = TOP + 18.0;
/// Where the words begin below it, and below what is said of the demo.
pub(super) const BELOW_NAME: f32 = 176.0;
pub(super) const BELOW_BANNER: f32 = 232.0;
/// Where the words end above the hints.
pub(super) const ABOVE_HINTS: f32 = 1738.0;
/// The middle of the hints.
pub(super) const HINTS: f32 = BOTTOM - 24.0;
/// Between two buttons.
pub(super) const GAP: f32 = 28.0;
/// The top of a message's buttons.
pub(super) const MESSAGE_BUTTONS: f32 = 1060.0;
/// Where there is less room across, the time that is left stands below its label.
pub(super) const NARROW: f32 = 720.0;
