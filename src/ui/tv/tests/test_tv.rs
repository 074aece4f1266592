//! A person on a tv: presses, and reads what a screen reader reads.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use egui::Vec2;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};

use super::pages;
use super::samples::context;
use crate::auth::{SaveError, Service, SystemError};
use crate::input::{Button, Press, PressSource, Remote};
use crate::pairing::{Intent, Scene, View};
use crate::system::clock;
use crate::ui::tv::{
    App, AppContext, Content, Ending, EngineHandle, Preferences, SaveSetting, Setting, UiContext,
};
use crate::ui::voice::Voice;

/// Shows a view that the test chooses; collects what was sent to the engine and what was to be saved.
pub(super) struct TestTv {
    pub(super) harness: Harness<'static, TestApp>,
    setup: (UiContext, Preferences),
    pub(super) shared: Shared,
}

/// What the test and the program on the television both have in hand.
pub(super) struct Shared {
    pub(super) view: Rc<RefCell<View>>,
    service: Rc<Cell<Service>>,
    /// See [`Scene::registered_address`].
    pub(super) registered: Rc<RefCell<Option<String>>>,
    pub(super) intents: Rc<RefCell<Vec<Intent>>>,
    pub(super) saved: Rc<RefCell<Vec<Setting>>>,
}

impl Shared {
    fn engine(&self) -> Content {
        let (shown, open, inbox) = (
            self.view.clone(),
            self.service.clone(),
            self.intents.clone(),
        );
        let address = self.registered.clone();
        Content::Engine(EngineHandle {
            scene: Box::new(move || Scene {
                service: open.get(),
                view: shown.borrow().clone(),
                registered_address: address.borrow().clone(),
            }),
            send: Box::new(move |intent| inbox.borrow_mut().push(intent)),
            approve: Box::new(|| {}),
        })
    }

    fn save(&self, result: Result<(), SaveError>) -> SaveSetting {
        let log = self.saved.clone();
        Box::new(move |setting| {
            log.borrow_mut().push(setting);
            result
        })
    }
}

/// The app under test, and the remote whose presses it takes.
pub(super) struct TestApp(pub(super) App, pub(super) Remote);

impl eframe::App for TestApp {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.0.show(ui);
    }
}

impl TestTv {
    pub(super) fn showing(view: View) -> Self {
        Self::with_context(view, context())
    }

    pub(super) fn with_context(view: View, context: UiContext) -> Self {
        Self::build(view, context, Preferences::default(), Ok(()), None)
    }

    /// With a settings file that cannot be written.
    pub(super) fn that_cannot_save(view: View) -> Self {
        let why = SaveError::System(SystemError::DiskFull);
        Self::build(view, context(), Preferences::default(), Err(why), None)
    }

    pub(super) fn with_preferences(
        view: View,
        context: UiContext,
        preferences: Preferences,
    ) -> Self {
        Self::build(view, context, preferences, Ok(()), None)
    }

    /// On a computer that can speak.
    #[cfg(unix)]
    pub(super) fn with_voice(view: View, voice: Voice, language: crate::words::Language) -> Self {
        let context = UiContext {
            language,
            ..context()
        };
        Self::build(view, context, Preferences::default(), Ok(()), Some(voice))
    }

    /// Whose frames come as fast as on a television, so that movements are seen.
    pub(super) fn in_motion(view: View, preferences: Preferences) -> Self {
        Self::build_at(1.0 / 60.0, view, (context(), preferences), Ok(()), None)
    }

    fn build(
        view: View,
        context: UiContext,
        preferences: Preferences,
        save_result: Result<(), SaveError>,
        voice: Option<Voice>,
    ) -> Self {
        // All that moves has come to its end in the next frame.
        Self::build_at(1.0, view, (context, preferences), save_result, voice)
    }

    fn build_at(
        step: f32,
        view: View,
        setup: (UiContext, Preferences),
        save_result: Result<(), SaveError>,
        voice: Option<Voice>,
    ) -> Self {
        let shared = Shared {
            view: Rc::new(RefCell::new(view)),
            service: Rc::new(Cell::new(setup.0.provider)),
            registered: Rc::new(RefCell::new(setup.0.redirect_uri.clone())),
            intents: Rc::new(RefCell::new(Vec::new())),
            saved: Rc::new(RefCell::new(Vec::new())),
        };
        let (engine, save) = (shared.engine(), shared.save(save_result));
        Self {
            harness: harness_that(engine, setup.clone(), voice, save, step),
            setup,
            shared,
        }
    }

    /// Starts the program anew with the same setup, showing this. Far quicker than another [`TestTv`], which draws all
    /// letters again.
    pub(super) fn restart(&mut self, view: View) {
        self.shared.view.replace(view);
        self.shared.service.set(self.setup.0.provider);
        let registered = self.setup.0.redirect_uri.clone();
        self.shared.registered.replace(registered);
        self.shared.intents.take();
        self.shared.saved.take();
        let ctx = self.harness.ctx.clone();
        ctx.memory_mut(|memory| {
            let options = std::mem::take(&mut memory.options);
            *memory = egui::Memory::default();
            memory.options = options;
        });
        let (engine, save) = (self.shared.engine(), self.shared.save(Ok(())));
        *self.harness.state_mut() = test_app(&ctx, engine, self.setup.clone(), None, save);
        self.harness.run_ok();
        self.harness.step();
    }

    pub(super) fn show(&mut self, view: View) {
        self.shared.view.replace(view);
        self.harness.step();
    }

    /// Shows another service.
    pub(super) fn show_service(&mut self, service: Service, view: View) {
        self.shared.service.set(service);
        self.show(view);
    }

    pub(super) fn press(&mut self, button: Button) {
        press(&mut self.harness, button);
    }

    /// Opens the dialogs of these names from More, each by its place in the column.
    pub(super) fn open(&mut self, names: &[&str]) {
        self.press(Button::Menu);
        for name in names {
            for _ in 0..12 {
                if self.focused() == *name {
                    break;
                }
                self.press(Button::Down);
            }
            assert_eq!(self.focused(), *name);
            self.press(Button::Ok);
        }
    }

    /// Presses a key of which only its code and source are known.
    pub(super) fn press_key(&mut self, code: u16, source: PressSource) {
        let button = self.remote().with_keymap(|keymap| keymap.button(code));
        press_with(&mut self.harness, button, Some(code), source);
    }

    pub(super) fn remote(&self) -> Remote {
        self.harness.state().1.clone()
    }

    /// What was sent since the last call, without [`Intent::Touched`].
    pub(super) fn intents(&self) -> Vec<Intent> {
        let intents = self.shared.intents.take();
        intents
            .into_iter()
            .filter(|intent| *intent != Intent::Touched)
            .collect()
    }

    pub(super) fn buttons(&self) -> Vec<String> {
        buttons(&self.harness)
    }

    pub(super) fn enabled(&self) -> Vec<String> {
        enabled(&self.harness)
    }

    pub(super) fn focused(&self) -> String {
        focused(&self.harness)
    }

    pub(super) fn ending(&self) -> Option<Ending> {
        self.harness.state().0.ending()
    }

    /// Whether this text stands on the screen by itself.
    pub(super) fn says_exactly(&self, text: &str) -> bool {
        self.harness
            .query_all_by(|node| seen(node) && label(node) == text)
            .next()
            .is_some()
    }

    /// Whether `second` stands to the right of `first`.
    pub(super) fn right_of(&self, first: &str, second: &str) -> bool {
        let left = |text: &str| {
            let mut found = self.harness.query_all_by(|node| label(node) == text);
            found.next().unwrap().rect().min.x
        };
        left(first) < left(second)
    }

    /// Whether a text that contains this stands on the screen.
    pub(super) fn says(&self, text: &str) -> bool {
        self.harness
            .query_all_by(|node| seen(node) && label(node).contains(text))
            .next()
            .is_some()
    }
}

/// Whether it is on the screen, and not only for screen readers.
pub(super) fn seen(node: &AccessKitNode<'_>) -> bool {
    !matches!(
        node.role(),
        Role::Window | Role::GenericContainer | Role::TextRun | Role::Status
    )
}

fn is_button(node: &AccessKitNode<'_>) -> bool {
    matches!(node.role(), Role::Button | Role::RadioButton)
}

/// What a screen reader reads of a button or a text.
pub(super) fn label(node: &AccessKitNode<'_>) -> String {
    node.label().or_else(|| node.value()).unwrap_or_default()
}

pub(super) fn harness(shown: Content, context: UiContext) -> Harness<'static, TestApp> {
    harness_that(
        shown,
        (context, Preferences::default()),
        None,
        Box::new(|_| Ok(())),
        1.0,
    )
}

pub(super) fn harness_that(
    shown: Content,
    setup: (UiContext, Preferences),
    voice: Option<Voice>,
    save: SaveSetting,
    step: f32,
) -> Harness<'static, TestApp> {
    let mut harness = Harness::builder()
        // Chinese and Japanese have the system's fonts, which a window brings along.
        .allow_missing_glyphs()
        .with_size(Vec2::new(1920.0, 1080.0))
        .with_step_dt(step)
        .build_eframe(|creation| test_app(&creation.egui_ctx, shown, setup, voice, save));
    harness.step();
    harness
}

fn test_app(
    ctx: &egui::Context,
    shown: Content,
    (context, preferences): (UiContext, Preferences),
    voice: Option<Voice>,
    save: SaveSetting,
) -> TestApp {
    let remote = Remote::default();
    let app_context = AppContext {
        ui: context,
        services: vec![super::samples::context(), pages::shikimori()],
        remote: remote.clone(),
        gamepads: true,
        preferences,
        voice,
        save,
    };
    TestApp(App::new(ctx, shown, app_context), remote)
}

pub(super) fn press(harness: &mut Harness<'static, TestApp>, button: Button) {
    press_with(harness, button, None, PressSource::Window);
}

fn press_with(
    harness: &mut Harness<'static, TestApp>,
    button: Button,
    code: Option<u16>,
    source: PressSource,
) {
    harness.state().1.press(Press {
        button,
        code,
        source,
        at: clock::now(),
    });
    for _ in 0..2 {
        harness.step();
        // At no frame is the focus nowhere or in two places.
        if !enabled(harness).is_empty() {
            focused(harness);
        }
    }
}

pub(super) fn buttons(harness: &Harness<'static, TestApp>) -> Vec<String> {
    harness
        .query_all_by(is_button)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

/// The buttons that do something at the moment.
pub(super) fn enabled(harness: &Harness<'static, TestApp>) -> Vec<String> {
    let buttons = harness.query_all_by(|node| is_button(node) && !node.is_disabled());
    buttons
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

/// The one button that has the focus.
pub(super) fn focused(harness: &Harness<'static, TestApp>) -> String {
    let focused: Vec<_> = harness
        .query_all_by(is_button)
        .filter(|node| node.accesskit_node().is_focused())
        .collect();
    assert_eq!(
        focused.len(),
        1,
        "exactly one control has the focus among {:?}",
        buttons(harness)
    );
    focused[0].accesskit_node().label().unwrap_or_default()
}
