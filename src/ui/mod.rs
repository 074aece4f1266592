//! What a person sees and hears: the machine's view on a television, in a terminal, and read aloud.
//!
//! A view comes in, an intent goes out; nothing here talks to a service or to a store.

mod context;
pub mod preferences;
pub(crate) mod presentation;
pub(crate) mod symbol;
pub mod terminal;
#[cfg(feature = "tv")]
pub mod tv;
#[cfg(feature = "tv")]
pub mod voice;

pub use context::UiContext;
