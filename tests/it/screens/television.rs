//! A television in a picture: a scene on a screen of so many pixels, drawn at the scale of the real window.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use couchpin::input::{Button, Labels, Press, PressSource, Remote};
use couchpin::pairing::View;
use couchpin::system::clock;
use couchpin::ui::tv::{App, AppContext, Content, EngineHandle, Theme};
use egui::accesskit::Role;
use egui::{Color32, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, TestRenderer};
use egui_system_font_provider::SystemFontProvider;
use image::{DynamicImage, RgbImage};

use super::renderer::SoftwareRenderer;
use super::scene::{Scene, Shown, Step};

/// The stage that the program scales to any window.
pub(super) const STAGE: Vec2 = Vec2::new(1920.0, 1080.0);
/// The least stage in portrait orientation.
const TALL_STAGE: Vec2 = Vec2::new(960.0, 1920.0);

/// The system's fonts are listed once for all televisions.
static FONTS: LazyLock<Arc<SystemFontProvider>> =
    LazyLock::new(|| Arc::new(SystemFontProvider::new()));

/// What makes the view of the moment, until another does.
type SharedView = Rc<Cell<fn() -> View>>;

/// The app under test, and the remote whose presses it takes.
pub(super) struct TestApp {
    app: App,
    remote: Remote,
    view: SharedView,
}

impl eframe::App for TestApp {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.app.show(ui);
    }
}

/// A screen's size in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Hd,
    FullHd,
    UltraHd,
    /// A television that was turned.
    Turned,
    /// A panel in portrait orientation.
    Small,
}

impl Size {
    pub(super) fn pixels(self) -> Vec2 {
        match self {
            Self::Hd => Vec2::new(1280.0, 720.0),
            Self::FullHd => STAGE,
            Self::UltraHd => STAGE * 2.0,
            Self::Turned => Vec2::new(1080.0, 1920.0),
            Self::Small => Vec2::new(400.0, 800.0),
        }
    }

    /// Device pixels in a pixel of the stage when the television hides so many percent of each edge.
    pub(super) fn scale(self, overscan: f32) -> f32 {
        let seen = self.pixels() * (1.0 - overscan / 50.0);
        let stage = if self.is_tall() { TALL_STAGE } else { STAGE };
        (seen.x / stage.x).min(seen.y / stage.y)
    }

    /// The stage that the program draws on it.
    pub(super) fn stage(self) -> Vec2 {
        match self {
            Self::Hd | Self::FullHd | Self::UltraHd => STAGE,
            Self::Turned => Vec2::new(1080.0, 1920.0),
            Self::Small => TALL_STAGE,
        }
    }

    /// Whether it is in portrait orientation.
    pub(super) fn is_tall(self) -> bool {
        matches!(self, Self::Turned | Self::Small)
    }
}

/// Shows the scene, does its steps and takes the picture.
pub(super) fn picture(scene: &Scene, size: Size) -> RgbImage {
    let renderer = SoftwareRenderer::new();
    let harness = run(scene, size, renderer.clone());
    let background = background(scene.preferences.theme);
    let picture = renderer.draw(&harness.ctx, harness.output(), background);
    DynamicImage::ImageRgba8(picture).into_rgb8()
}

/// Shows the scene and does its steps, without a picture.
pub(super) fn run(
    scene: &Scene,
    size: Size,
    renderer: impl TestRenderer + 'static,
) -> Harness<'static, TestApp> {
    let scale = size.scale(scene.preferences.overscan);
    let mut harness = Harness::builder()
        .with_size(size.pixels() / scale)
        .with_pixels_per_point(scale)
        .renderer(renderer)
        .build_eframe(|creation| {
            if !scene.lacks_fonts {
                creation.egui_ctx.add_font_provider(FONTS.clone());
            }
            TestApp::new(&creation.egui_ctx, scene)
        });
    run_steps(&mut harness, &scene.steps);
    harness
}

/// Shows another scene on a television of the same scale.
pub(super) fn show(harness: &mut Harness<'static, TestApp>, scene: &Scene) {
    *harness.state_mut() = TestApp::new(&harness.ctx.clone(), scene);
    run_steps(harness, &scene.steps);
}

/// The scene with its buttons named by the presses that lead to them, so that they are found in every language.
pub(super) fn in_presses(harness: &mut Harness<'static, TestApp>, scene: &Scene) -> Scene {
    *harness.state_mut() = TestApp::new(&harness.ctx.clone(), scene);
    let mut scene = scene.clone();
    scene.steps = run_steps(harness, &scene.steps);
    scene
}

impl TestApp {
    fn new(ctx: &egui::Context, scene: &Scene) -> Self {
        let remote = Remote::default();
        remote.set_devices(scene.devices.clone());
        let app_context = AppContext {
            ui: scene.context.clone(),
            services: Vec::new(),
            remote: remote.clone(),
            gamepads: true,
            preferences: scene.preferences,
            voice: None,
            save: Box::new(|_| Ok(())),
        };
        let (content, view) = content(scene);
        Self {
            app: App::new(ctx, content, app_context),
            remote,
            view,
        }
    }
}

/// Does the steps; returns them without the names of buttons.
fn run_steps(harness: &mut Harness<'_, TestApp>, steps: &[Step]) -> Vec<Step> {
    harness.step();
    let mut done = Vec::new();
    for step in steps {
        perform(harness, step, &mut done);
    }
    harness.step();
    done
}

/// What is shown, and what changes it.
fn content(scene: &Scene) -> (Content, SharedView) {
    let (view, broken): (fn() -> View, _) = match scene.shown {
        Shown::View(view) => (view, None),
        Shown::BrokenSettings(sentence) => (|| View::Starting, Some(sentence)),
    };
    let view = Rc::new(Cell::new(view));
    let (shown, service) = (view.clone(), scene.context.provider);
    let registered_address = scene.context.redirect_uri.clone();
    let content = match broken {
        Some(sentence) => Content::BrokenSettings(sentence.to_owned()),
        None => Content::Engine(EngineHandle {
            scene: Box::new(move || couchpin::pairing::Scene {
                service,
                view: shown.get()(),
                registered_address: registered_address.clone(),
            }),
            send: Box::new(|_| {}),
            approve: Box::new(|| {}),
        }),
    };
    (content, view)
}

fn perform(harness: &mut Harness<'_, TestApp>, step: &Step, done: &mut Vec<Step>) {
    if !matches!(step, Step::Choose(..)) {
        done.push(step.clone());
    }
    match step {
        Step::Become(view) => {
            harness.state().view.set(*view);
            harness.step();
        }
        Step::Press(button) => press(harness, *button, None),
        Step::Pad(button) => {
            let source = PressSource::Gamepad {
                name: "Pad".into(),
                labels: Labels::Letters,
            };
            press_with(harness, *button, None, source);
        }
        Step::Key(code) => {
            let button = harness
                .state()
                .remote
                .with_keymap(|keymap| keymap.button(*code));
            press(harness, button, Some(*code));
        }
        Step::Choose(name, along) => {
            let size = harness.ctx.content_rect().size();
            // What is a row elsewhere is a column in portrait orientation.
            let along = if size.y > size.x {
                &Button::Down
            } else {
                along
            };
            for _ in 0..12 {
                if focused(harness) == *name {
                    break;
                }
                press(harness, *along, None);
                done.push(Step::Press(*along));
            }
            assert_eq!(focused(harness), *name);
            press(harness, Button::Ok, None);
            done.push(Step::Press(Button::Ok));
        }
    }
}

fn press(harness: &mut Harness<'_, TestApp>, button: Button, code: Option<u16>) {
    press_with(harness, button, code, PressSource::Window);
}

fn press_with(
    harness: &mut Harness<'_, TestApp>,
    button: Button,
    code: Option<u16>,
    source: PressSource,
) {
    harness.state().remote.press(Press {
        button,
        code,
        source,
        at: clock::now(),
    });
    harness.step();
    harness.step();
}

fn focused(harness: &Harness<'_, TestApp>) -> String {
    let mut buttons = harness.query_all_by_role(Role::Button);
    let focused = buttons.find(|node| node.accesskit_node().is_focused());
    let label = focused.and_then(|node| node.accesskit_node().label());
    label.unwrap_or_default()
}

/// What the window is cleared with.
pub(super) fn background(theme: Theme) -> Color32 {
    match theme {
        Theme::Dark => Color32::from_rgb(0x12, 0x15, 0x1A),
        Theme::Light => Color32::from_rgb(0xDC, 0xDC, 0xD8),
        Theme::Contrast => Color32::from_rgb(0x10, 0x10, 0x10),
    }
}
