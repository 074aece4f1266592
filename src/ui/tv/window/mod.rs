//! The window around the screens: fullscreen with or without a window manager.

mod control;
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod display;
mod fallback_fonts;
mod key_interceptor;
mod opening;
#[cfg(all(unix, not(target_os = "macos")))]
mod x11_fullscreen;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use eframe::{UserEvent, icon_data};
use egui::{Context, RawInput, ViewportBuilder, ViewportCommand, pos2};
use egui_system_font_provider::SystemFontProvider;
use winit::event_loop::{ControlFlow, EventLoop};

use super::app::{App, AppContext, Content};
use super::theme::Color;
use super::{Ending, canvas};
use crate::input::Remote;
#[cfg(target_os = "linux")]
use crate::input::evdev::{DeviceFolders, Reader, Scope};
#[cfg(windows)]
use crate::input::gilrs::Reader;
use crate::input::window::Keys;
pub use control::WindowControl;
use display::DisplayServer;
use fallback_fonts::FallbackFonts;
use key_interceptor::KeyInterceptor;
#[cfg(target_os = "linux")]
use winit::platform::x11::EventLoopExtX11 as _;
#[cfg(all(unix, not(target_os = "macos")))]
use x11_fullscreen::is_on_x11 as can_come_back;

/// Shows the screen until the user leaves. Fails where there is no display, with what to do about it.
pub fn run(
    content: Content,
    app_context: AppContext,
    control: &WindowControl,
    windowed: bool,
) -> Result<Ending, String> {
    let display = display::find()?;
    let is_open = {
        let control = control.clone();
        move || control.is_open()
    };
    let show = || show(&display, content, app_context, control, windowed);
    let ending = opening::catch_startup_panic(is_open, show)
        .unwrap_or_else(|panic| Err(format!("the window could not be opened ({panic})")))?;
    if control.is_open() {
        Ok(ending)
    } else {
        // eframe only logs what went wrong.
        Err(display.no_window())
    }
}

fn show(
    display: &DisplayServer,
    content: Content,
    app_context: AppContext,
    control: &WindowControl,
    windowed: bool,
) -> Result<Ending, String> {
    let mut builder = EventLoop::with_user_event();
    display.choose_for(&mut builder);
    let events = builder.build().map_err(|error| display.silent(&error))?;
    events.set_control_flow(ControlFlow::Wait);
    let _ = control.0.events.set(events.create_proxy());
    let (remote, is_kiosk) = (app_context.remote.clone(), app_context.ui.kiosk);
    let _reader = read_devices(&events, app_context.gamepads, &remote);
    let ending = Arc::new(OnceLock::new());
    let set_ending = ending.clone();
    let opened = control.clone();
    let eframe = eframe::create_native(
        "couchpin",
        native_options(windowed),
        Box::new(move |creation| {
            tracing::debug!("window");
            #[cfg(all(unix, not(target_os = "macos")))]
            if !windowed {
                x11_fullscreen::follow_the_monitor(creation);
            }
            let ctx = creation.egui_ctx.clone();
            let to_repaint = ctx.clone();
            let repaint = move || to_repaint.request_repaint_after(Duration::from_millis(1));
            app_context.remote.wake_by(repaint);
            // The system lists them on a thread meanwhile.
            let fonts = FallbackFonts::of(SystemFontProvider::new());
            ctx.add_font_provider(Arc::new(fonts));
            let app = App::new(&ctx, content, app_context);
            let _ = opened.0.window.set(ctx);
            Ok(Box::new(Window {
                app,
                gives_way: match (windowed || is_kiosk, can_come_back(creation)) {
                    (true, _) => GivesWay::Never,
                    (false, true) => GivesWay::Minimized,
                    (false, false) => GivesWay::NotFullscreen,
                },
                is_away: false,
                ending: set_ending,
                frames: 0,
            }))
        }),
        &events,
    );
    let mut interceptor = KeyInterceptor {
        eframe,
        keys: Keys::new(remote.clone()),
        remote,
        is_kiosk,
        is_late: false,
        control: control.clone(),
    };
    let ended = events.run_app(&mut interceptor);
    ended.map_err(|error| display.silent(&error))?;
    Ok(ending.get().copied().unwrap_or_default())
}

/// Reads what no window is told of, until it is dropped.
#[cfg(target_os = "linux")]
fn read_devices(events: &EventLoop<UserEvent>, gamepads: bool, remote: &Remote) -> Reader {
    let scope = Scope {
        remotes: events.is_x11(),
        gamepads,
    };
    Reader::start(DeviceFolders::default(), remote.clone(), scope)
}

#[cfg(windows)]
fn read_devices(_: &EventLoop<UserEvent>, gamepads: bool, remote: &Remote) -> Option<Reader> {
    gamepads.then(|| Reader::start(remote.clone()))
}

#[cfg(not(any(target_os = "linux", windows)))]
fn read_devices(_: &EventLoop<UserEvent>, _: bool, _: &Remote) {}

fn native_options(windowed: bool) -> eframe::NativeOptions {
    let icon = include_bytes!("../../../../assets/icon.png");
    let viewport = ViewportBuilder::default()
        .with_title("Couchpin")
        .with_app_id("io.github.couchpin.Couchpin")
        .with_icon(icon_data::from_png_bytes(icon).unwrap_or_default());
    eframe::NativeOptions {
        viewport: if windowed {
            viewport.with_inner_size(canvas::SIZE * 0.5)
        } else {
            let viewport = viewport
                .with_fullscreen(true)
                .with_decorations(false)
                .with_position(pos2(0.0, 0.0));
            // egui asks for the size once more when the window fills the screen, and Windows does as it is told.
            if cfg!(windows) {
                viewport
            } else {
                viewport.with_inner_size(canvas::SIZE)
            }
        },
        persist_window: false,
        // Flat colours need none, and the QR must keep its levels.
        dithering: false,
        // Added when the window opens, with care.
        system_font_fallback: false,
        ..Default::default()
    }
}

/// How the window lets a browser be seen that is older than itself, and would stay below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GivesWay {
    /// It is in a window, or in a kiosk.
    Never,
    /// It can come back by itself.
    Minimized,
    /// Wayland, where it could not.
    NotFullscreen,
}

/// Windows and macOS.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn can_come_back(_: &eframe::CreationContext<'_>) -> bool {
    true
}

struct Window {
    app: App,
    gives_way: GivesWay,
    /// It has given way to a browser.
    is_away: bool,
    ending: Arc<OnceLock<Ending>>,
    frames: u64,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        let away = self.app.waits_for_a_browser();
        if std::mem::replace(&mut self.is_away, away) != away {
            tracing::debug!(away, how = ?self.gives_way, "browser");
            match self.gives_way {
                GivesWay::Never => {}
                GivesWay::Minimized => {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(away));
                    if !away {
                        ctx.send_viewport_cmd(ViewportCommand::Focus);
                    }
                }
                GivesWay::NotFullscreen => {
                    ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!away));
                }
            }
        }
        if let Some(scale) = self.app.new_scale(ctx) {
            ctx.set_pixels_per_point(scale);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frames += 1;
        if self.app.new_scale(ui.ctx()).is_some() {
            // This frame is laid out once more, with the right scale: there may be no other for a while.
            ui.ctx().request_discard("another scale");
            return;
        }
        let view = self.app.show(ui);
        let pixels = ui.ctx().content_rect().size() * ui.ctx().pixels_per_point();
        let (width, height) = (pixels.x.round() as u32, pixels.y.round() as u32);
        tracing::trace!(number = self.frames, view, width, height, "frame");
        if let Some(ending) = self.app.ending() {
            // The first one counts.
            let _ = self.ending.set(ending);
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn raw_input_hook(&mut self, _: &Context, input: &mut RawInput) {
        // A kiosk's compositor may never give the keyboard focus; the only window has it all the same.
        input.focused = true;
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        let background = self.app.theme().color(Color::Background);
        background.to_normalized_gamma_f32()
    }
}
