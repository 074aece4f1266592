//! Remotes and gamepads past the window, read from the kernel (Linux only).
//!
//! The X server carries no code from 248 on, which is where the OK of most remotes is; and no window system carries
//! gamepads. So under X exactly those codes are read here, and gamepads everywhere. What reaches the window is not
//! read, so nothing arrives twice. Devices are only read, never grabbed.
//!
//! Reading order: [`description`] (what a device is), [`decoder`] (what its reports mean; `pad`, `lever`, `keys`).

mod codes;
mod decoder;
mod description;
mod keys;
mod lever;
mod pad;
#[cfg(test)]
mod tests;

pub use decoder::{Decoder, Event, State};
pub use description::{Axis, Description, Kind};
