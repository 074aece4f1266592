//! One scene: what is shown to whom, and what was pressed before the picture is taken.

use couchpin::input::{Button, Device};
use couchpin::pairing::View;
use couchpin::ui::tv::{Language, Preferences, UiContext};

use super::samples;

/// What a screen has to show.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    View(fn() -> View),
    BrokenSettings(&'static str),
}

/// What happens before the picture is taken.
#[derive(Clone)]
pub(super) enum Step {
    Press(Button),
    /// A key of which only the kernel's code is known.
    Key(u16),
    /// A button of a gamepad, whose hints have letters.
    Pad(Button),
    /// Goes along the line to the button of this name and presses OK.
    Choose(&'static str, Button),
    /// The view becomes another by itself.
    Become(fn() -> View),
}

/// A picture's subject.
#[derive(Clone)]
pub(super) struct Scene {
    pub(super) name: &'static str,
    pub(super) shown: Shown,
    pub(super) context: UiContext,
    pub(super) preferences: Preferences,
    pub(super) devices: Vec<Device>,
    pub(super) steps: Vec<Step>,
    /// The system has no fonts for Chinese and Japanese.
    pub(super) lacks_fonts: bool,
}

impl Scene {
    fn new(name: &'static str, shown: Shown) -> Self {
        Self {
            name,
            shown,
            context: samples::context(Language::English),
            // Nothing glides: a picture is of how it ends.
            preferences: Preferences {
                reduce_motion: true,
                ..Preferences::default()
            },
            devices: Vec::new(),
            steps: Vec::new(),
            lacks_fonts: false,
        }
    }

    /// A view in English, with the usual settings.
    pub(super) fn of(name: &'static str, view: fn() -> View) -> Self {
        Self::new(name, Shown::View(view))
    }

    /// Settings that cannot be used.
    pub(super) fn broken_settings(name: &'static str, sentence: &'static str) -> Self {
        Self::new(name, Shown::BrokenSettings(sentence))
    }

    pub(super) fn with_context(mut self, change: impl FnOnce(&mut UiContext)) -> Self {
        change(&mut self.context);
        self
    }

    pub(super) fn with_preferences(mut self, change: impl FnOnce(&mut Preferences)) -> Self {
        change(&mut self.preferences);
        self
    }

    pub(super) fn with_device(mut self, device: Device) -> Self {
        self.devices.push(device);
        self
    }

    pub(super) fn speaking(mut self, language: Language) -> Self {
        self.context.language = language;
        self.preferences.language = Some(language);
        self
    }

    pub(super) fn press(mut self, button: Button) -> Self {
        self.steps.push(Step::Press(button));
        self
    }

    pub(super) fn pad(mut self, button: Button) -> Self {
        self.steps.push(Step::Pad(button));
        self
    }

    pub(super) fn without_fonts(mut self) -> Self {
        self.lacks_fonts = true;
        self
    }

    pub(super) fn key(mut self, code: u16) -> Self {
        self.steps.push(Step::Key(code));
        self
    }

    pub(super) fn becomes(mut self, view: fn() -> View) -> Self {
        self.steps.push(Step::Become(view));
        self
    }

    /// Opens More, and from there the dialogs of these names.
    pub(super) fn open(mut self, names: &[&'static str]) -> Self {
        let choose = |name: &&'static str| Step::Choose(name, Button::Down);
        self.steps.push(Step::Press(Button::Menu));
        self.steps.extend(names.iter().map(choose));
        self
    }

    /// Presses the button of this name in a row.
    pub(super) fn choose(mut self, name: &'static str) -> Self {
        self.steps.push(Step::Choose(name, Button::Right));
        self
    }
}
