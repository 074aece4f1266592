//! What the app is given.

use crate::auth::SaveError;
use crate::input::Remote;
use crate::pairing::{Intent, Scene};
use crate::ui::tv::{Preferences, Setting, UiContext};
use crate::ui::voice::Voice;

/// What the screen has to show at all.
pub enum Content {
    /// An engine at work.
    Engine(EngineHandle),
    /// Settings that cannot be used, in one sentence.
    BrokenSettings(String),
}

/// The engine, as far as a screen needs it.
pub struct EngineHandle {
    /// The newest view, and of which service it is.
    pub scene: Box<dyn Fn() -> Scene>,
    /// Sends an intent.
    pub send: Box<dyn Fn(Intent)>,
    /// Approves what is on the screen of the demo.
    pub approve: Box<dyn Fn()>,
}

/// What a screen uses beside the engine.
pub struct AppContext {
    /// What is told of the service on the screen.
    pub ui: UiContext,
    /// The same of every service, where there are several.
    pub services: Vec<UiContext>,
    /// What is pressed.
    pub remote: Remote,
    /// Gamepads are read.
    pub gamepads: bool,
    /// What the user has chosen.
    pub preferences: Preferences,
    /// Speech, where this computer has any.
    pub voice: Option<Voice>,
    /// Saves a setting for the next start.
    pub save: SaveSetting,
}

/// Saves a setting in the settings file.
pub type SaveSetting = Box<dyn Fn(Setting) -> Result<(), SaveError>>;
