//! The window around the screens: fullscreen with or without a window manager, woken by the engine.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use egui::{Context, ViewportBuilder, ViewportCommand, pos2};

use super::app::{self, App, Face};
use super::{Ending, Facts, stage, theme};

/// Lets the engine, which is older than the window, ask it for a new frame.
#[derive(Clone, Default)]
pub struct Wake(Arc<OnceLock<Context>>);

impl Wake {
    /// Asks for one frame; does nothing before there is a window, whose first frame comes anyway.
    pub fn wake(&self) {
        if let Some(ctx) = self.0.get() {
            // A plain repaint request paints twice; a moment later paints once.
            ctx.request_repaint_after(Duration::from_millis(1));
        }
    }
}

/// Shows the screen until the person leaves. Fails where there is no display, with what to do about it.
pub fn run(face: Face, facts: Facts, wake: &Wake, windowed: bool) -> Result<Ending, String> {
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
        ..Default::default()
    };
    let ending = Arc::new(OnceLock::new());
    let window = Window {
        ending: ending.clone(),
        fullscreen: !windowed,
        settling: 0,
        frames: 0,
        app: None,
    };
    let wake = wake.0.clone();
    eframe::run_native(
        "couchpin",
        options,
        Box::new(move |creation| {
            tracing::debug!("window");
            let ctx = creation.egui_ctx.clone();
            let app = App::new(&ctx, face, facts);
            // A second window of one process would keep the first one's waker; there is none.
            let _ = wake.set(ctx);
            Ok(Box::new(Window {
                app: Some(app),
                ..window
            }))
        }),
    )
    .map_err(|error| no_display(&error))?;
    Ok(ending.get().copied().unwrap_or_default())
}

struct Window {
    app: Option<App>,
    ending: Arc<OnceLock<Ending>>,
    fullscreen: bool,
    /// Attempts to cover the monitor without a window manager.
    settling: u32,
    frames: u64,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _: &mut eframe::Frame) {
        if let Some(scale) = app::new_scale(ctx) {
            ctx.set_pixels_per_point(scale);
        }
        if self.fullscreen {
            self.cover_the_monitor(ctx);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        self.frames += 1;
        if app::new_scale(ui.ctx()).is_some() {
            // The next frame has the right scale; this one is only the background.
            return;
        }
        let Some(app) = &mut self.app else { return };
        let view = app.show(ui);
        tracing::trace!(number = self.frames, view, "frame");
        if let Some(ending) = app.ending() {
            let _ = self.ending.set(ending);
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn clear_color(&self, _: &egui::Visuals) -> [f32; 4] {
        theme::BACKGROUND.to_normalized_gamma_f32()
    }
}

impl Window {
    /// Without a window manager nobody answers the request for fullscreen: then the window takes the monitor's place
    /// and size, and the keyboard, by itself.
    fn cover_the_monitor(&mut self, ctx: &Context) {
        const ATTEMPTS: u32 = 10;
        if self.settling >= ATTEMPTS {
            return;
        }
        let (inner, monitor) =
            ctx.input(|input| (input.viewport().inner_rect, input.viewport().monitor_size));
        let (Some(inner), Some(monitor)) = (inner, monitor) else {
            return;
        };
        self.settling += 1;
        if self.settling > 2 && (inner.size() - monitor).length() > 2.0 {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(0.0, 0.0)));
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(monitor));
        }
        if self.settling < ATTEMPTS {
            ctx.request_repaint_after(Duration::from_millis(50));
        } else {
            ctx.send_viewport_cmd(ViewportCommand::Focus);
        }
    }
}

fn icon() -> egui::IconData {
    let decoded = image::load_from_memory(include_bytes!("../../assets/icon.png"));
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

/// What a person can do when there is no window to be had.
fn no_display(error: &eframe::Error) -> String {
    tracing::debug!(%error, "no window");
    let named = ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().find_map(|name| {
        Some((
            name,
            std::env::var_os(name).filter(|value| !value.is_empty())?,
        ))
    });
    match (error, named) {
        (_, None) => {
            "there is no display: start couchpin in a graphical session (neither DISPLAY nor WAYLAND_DISPLAY is set)"
                .to_owned()
        }
        // The library's own words name a line of its source, which helps nobody here.
        (eframe::Error::WinitEventLoop(_), Some((name, value))) => format!(
            "the display {} does not answer: start couchpin in a graphical session (see {name})",
            value.display()
        ),
        (error, Some(_)) => format!("the window could not be opened ({error})"),
    }
}
