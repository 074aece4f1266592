//! The window around the screens: fullscreen with or without a window manager, woken by the engine.

#[cfg_attr(not(target_os = "linux"), path = "window/elsewhere.rs")]
mod display;
mod fallback_fonts;
mod opening;
mod x11_fullscreen;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use eframe::UserEvent;
use egui::{Context, RawInput, ViewportBuilder, ViewportCommand, ViewportId, pos2};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, StartCause, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use winit::window::WindowId;

use super::app::{App, AppContext, Content};
use super::theme::Tone;
use super::{Ending, stage};
use crate::input::Remote;
#[cfg(target_os = "linux")]
use crate::input::evdev::{DeviceFolders, Reader, Scope};
use crate::input::window::Keys;
use crate::system::clock;
use crate::ui::preferences::Theme;
use display::DisplayServer;
use fallback_fonts::FallbackFonts;
#[cfg(target_os = "linux")]
use winit::platform::x11::EventLoopExtX11 as _;

/// Lets the engine, which is older than the window, ask it for a new frame, or to close.
#[derive(Clone, Default)]
pub struct Wake(Arc<Wakeable>);

#[derive(Default)]
struct Wakeable {
    window: OnceLock<Context>,
    /// Wakes the window's event loop, whether or not it may draw.
    events: OnceLock<Mutex<EventLoopProxy<UserEvent>>>,
    closing: AtomicBool,
}

impl Wake {
    /// Asks the window to close, which needs no frame: it may be hidden. One that is not there yet closes at once.
    pub fn close(&self) {
        self.0.closing.store(true, Ordering::Relaxed);
        if let Some(events) = self.0.events.get() {
            // Any event will do; this is one that another frame would send.
            let wake = UserEvent::RequestRepaint {
                viewport_id: ViewportId::ROOT,
                when: clock::now(),
                cumulative_pass_nr: 0,
            };
            let events = events.lock().unwrap_or_else(PoisonError::into_inner);
            // A loop that has ended needs no waking.
            let _ = events.send_event(wake);
        }
    }

    fn is_closing(&self) -> bool {
        self.0.closing.load(Ordering::Relaxed)
    }

    /// Asks for one frame; does nothing before there is a window, whose first frame comes anyway.
    pub fn wake(&self) {
        if let Some(ctx) = self.0.window.get() {
            // A plain repaint request paints twice; a moment later paints once.
            ctx.request_repaint_after(Duration::from_millis(1));
        }
    }
}

/// Shows the screen until the person leaves. Fails where there is no display, with what to do about it.
pub fn run(
    face: Content,
    household: AppContext,
    wake: &Wake,
    windowed: bool,
) -> Result<Ending, String> {
    let display = display::find()?;
    let opened = {
        let wake = wake.0.clone();
        move || wake.window.get().is_some()
    };
    let show = || show(&display, face, household, wake, windowed);
    let ending = opening::catch_startup_panic(opened.clone(), show)
        .unwrap_or_else(|panic| Err(format!("the window could not be opened ({panic})")))?;
    if opened() {
        Ok(ending)
    } else {
        // What went wrong eframe only logs.
        Err(display.no_window())
    }
}

fn show(
    display: &DisplayServer,
    face: Content,
    household: AppContext,
    wake: &Wake,
    windowed: bool,
) -> Result<Ending, String> {
    let mut viewport = ViewportBuilder::default()
        .with_title("Couchpin")
        .with_app_id("couchpin")
        .with_icon(icon())
        .with_inner_size(stage::SIZE * if windowed { 0.5 } else { 1.0 });
    if !windowed {
        viewport = viewport
            .with_fullscreen(true)
            .with_decorations(false)
            .with_position(pos2(0.0, 0.0));
    }
    let options = eframe::NativeOptions {
        viewport,
        persist_window: false,
        // Flat colours need none, and the QR must keep its levels.
        dithering: false,
        // Added below, with care.
        system_font_fallback: false,
        ..Default::default()
    };
    let ending = Arc::new(OnceLock::new());
    let window = Window {
        ending: ending.clone(),
        frames: 0,
        app: None,
        gives_way: GivesWay::Never,
        away: false,
    };
    let mut builder = EventLoop::with_user_event();
    display.choose_for(&mut builder);
    let events = builder.build().map_err(|error| display.silent(&error))?;
    events.set_control_flow(ControlFlow::Wait);
    let (remote, kiosk) = (household.remote.clone(), household.context.kiosk);
    #[cfg(target_os = "linux")]
    let _reader = Reader::start(
        DeviceFolders::default(),
        remote.clone(),
        Scope {
            remotes: events.is_x11(),
            gamepads: household.gamepads,
        },
    );
    let to_wake = remote.clone();
    let _ = wake.0.events.set(Mutex::new(events.create_proxy()));
    let closing = wake.clone();
    let wake = wake.0.clone();
    let eframe = eframe::create_native(
        "couchpin",
        options,
        Box::new(move |creation| {
            tracing::debug!("window");
            if !windowed {
                x11_fullscreen::follow_the_monitor(creation);
            }
            let ctx = creation.egui_ctx.clone();
            let pressed = ctx.clone();
            to_wake.wake_by(move || pressed.request_repaint_after(Duration::from_millis(1)));
            ctx.add_font_provider(FallbackFonts::of_the_system());
            let app = App::new(&ctx, face, household);
            // A second window of one process would keep the first one's waker; there is none.
            let _ = wake.window.set(ctx);
            let gives_way = match (windowed || kiosk, x11_fullscreen::is_on_x11(creation)) {
                (true, _) => GivesWay::Never,
                (false, true) => GivesWay::Minimized,
                (false, false) => GivesWay::NotFullscreen,
            };
            Ok(Box::new(Window {
                app: Some(app),
                gives_way,
                ..window
            }))
        }),
        &events,
    );
    let mut listener = KeyInterceptor {
        eframe,
        keys: Keys::new(remote.clone()),
        remote,
        kiosk,
        late: false,
        closing,
    };
    events
        .run_app(&mut listener)
        .map_err(|error| display.silent(&error))?;
    Ok(ending.get().copied().unwrap_or_default())
}

/// Stands before eframe and takes the keys, of which egui would drop most that a remote has.
struct KeyInterceptor<'a> {
    eframe: eframe::EframeWinitApplication<'a>,
    keys: Keys,
    remote: Remote,
    kiosk: bool,
    /// The window did not come to its events for a while: keys that have waited are not meant for what it shows now.
    late: bool,
    closing: Wake,
}

/// Nothing that the window does takes so long, unless the television or the machine slept.
const LATE: Duration = Duration::from_secs(2);

impl KeyInterceptor<'_> {
    fn timed(&mut self, work: impl FnOnce(&mut eframe::EframeWinitApplication<'_>)) {
        let start = clock::now();
        work(&mut self.eframe);
        self.late |= clock::now() >= start + LATE;
    }
}

impl ApplicationHandler<UserEvent> for KeyInterceptor<'_> {
    fn window_event(&mut self, events: &ActiveEventLoop, window: WindowId, event: WindowEvent) {
        match &event {
            WindowEvent::KeyboardInput {
                event,
                is_synthetic,
                ..
            } => {
                return self
                    .keys
                    .take(event, *is_synthetic || self.late, clock::now());
            }
            WindowEvent::Focused(focused) => {
                // In a kiosk there is nothing else to look at, whatever the compositor says of a remote that sleeps.
                self.remote.look_elsewhere(!focused && !self.kiosk);
                self.keys.let_go();
            }
            _ => {}
        }
        self.timed(|eframe| eframe.window_event(events, window, event));
    }

    fn about_to_wait(&mut self, events: &ActiveEventLoop) {
        self.late = false;
        if self.closing.is_closing() {
            return events.exit();
        }
        self.timed(|eframe| eframe.about_to_wait(events));
    }

    fn user_event(&mut self, events: &ActiveEventLoop, event: UserEvent) {
        if self.closing.is_closing() {
            return events.exit();
        }
        self.timed(|eframe| eframe.user_event(events, event));
    }

    fn new_events(&mut self, events: &ActiveEventLoop, cause: StartCause) {
        self.timed(|eframe| eframe.new_events(events, cause));
    }

    fn resumed(&mut self, events: &ActiveEventLoop) {
        self.eframe.resumed(events);
    }

    fn suspended(&mut self, events: &ActiveEventLoop) {
        self.eframe.suspended(events);
    }

    fn device_event(&mut self, events: &ActiveEventLoop, device: DeviceId, event: DeviceEvent) {
        self.eframe.device_event(events, device, event);
    }

    fn exiting(&mut self, events: &ActiveEventLoop) {
        self.eframe.exiting(events);
    }

    fn memory_warning(&mut self, events: &ActiveEventLoop) {
        self.eframe.memory_warning(events);
    }
}

/// How the window lets a browser be seen that is older than itself, and would stay below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GivesWay {
    /// It is in a window, or all alone.
    Never,
    /// X11: it can come back by itself.
    Minimized,
    /// Wayland, where it could not.
    NotFullscreen,
}

struct Window {
    app: Option<App>,
    gives_way: GivesWay,
    /// It has given way.
    away: bool,
    ending: Arc<OnceLock<Ending>>,
    frames: u64,
}

impl Window {
    /// Goes out of a browser's way, and comes back when there is something to see.
    fn give_way(&mut self, ctx: &Context) {
        let away = self.app.as_ref().is_some_and(App::waits_for_a_browser);
        if std::mem::replace(&mut self.away, away) == away {
            return;
        }
        tracing::debug!(away, how = ?self.gives_way, "browser");
        match self.gives_way {
            GivesWay::Never => {}
            GivesWay::Minimized => {
                ctx.send_viewport_cmd(ViewportCommand::Minimized(away));
                if !away {
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                }
            }
            GivesWay::NotFullscreen => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!away)),
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        self.give_way(ctx);
        let scale = self.app.as_ref().and_then(|app| app.new_scale(ctx));
        if let Some(scale) = scale {
            ctx.set_pixels_per_point(scale);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frames += 1;
        let Some(app) = &mut self.app else { return };
        if app.new_scale(ui.ctx()).is_some() {
            // This frame is laid out once more, with the right scale: there may be no other for a while.
            ui.ctx().request_discard("another scale");
            return;
        }
        let view = app.show(ui);
        let pixels = ui.ctx().content_rect().size() * ui.ctx().pixels_per_point();
        let (width, height) = (pixels.x.round() as u32, pixels.y.round() as u32);
        tracing::trace!(number = self.frames, view, width, height, "frame");
        if let Some(ending) = app.ending() {
            let _ = self.ending.set(ending);
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        // A kiosk's compositor may never give the keyboard focus; the only window has it all the same.
        input.focused = true;
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        let theme = self.app.as_ref().map_or_else(Theme::default, App::theme);
        theme.color(Tone::Background).to_normalized_gamma_f32()
    }
}

fn icon() -> egui::IconData {
    let decoded = image::load_from_memory(include_bytes!("../../../../assets/icon.png"));
    decoded.map_or_else(
        |_| egui::IconData::default(),
        |icon| {
            let icon = icon.into_rgba8();
            egui::IconData {
                width: icon.width(),
                height: icon.height(),
                rgba: icon.into_raw(),
            }
        },
    )
}
