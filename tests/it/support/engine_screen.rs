//! The television's screen without a window, with a real engine behind it.

use couchpin::engine::Engine;
use couchpin::input::Remote;
use couchpin::ui::tv::{self, App, AppContext, Content, Preferences, UiContext};
use egui::Vec2;
use egui_kittest::Harness;

pub(crate) struct EngineScreen(pub(crate) App);

impl eframe::App for EngineScreen {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.0.show(ui);
    }
}

/// Shows what an engine says. `approve` is what the demo's own button does.
pub(crate) fn engine_screen(
    engine: &Engine,
    context: UiContext,
    remote: Remote,
    approve: impl Fn() + 'static,
) -> Harness<'static, EngineScreen> {
    let scenes = engine.scenes();
    let shown = Content::Engine(tv::EngineHandle {
        scene: Box::new(move || scenes.borrow().clone()),
        send: Box::new(engine.intent_sender()),
        approve: Box::new(approve),
    });
    let app = AppContext {
        ui: context,
        services: Vec::new(),
        remote,
        gamepads: true,
        preferences: Preferences::default(),
        voice: None,
        save: Box::new(|_| Ok(())),
    };
    Harness::builder()
        .with_size(Vec2::new(1920.0, 1080.0))
        .build_eframe(|creation| EngineScreen(App::new(&creation.egui_ctx, shown, app)))
}
