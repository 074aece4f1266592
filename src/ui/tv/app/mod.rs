//! Takes presses, asks which screen the view needs, and draws it.

mod act;
mod announce;
mod choices;
mod context;
mod dialogs;
mod draw;
mod frames;
mod stop_choices;
mod texts;

use std::time::{Duration, Instant};

use egui::{Context, Ui};

use self::announce::Announced;
pub use self::context::{AppContext, Content, EngineHandle, SaveSetting};
use super::accessibility;
use super::burn_in::{Milestone, milestone};
use super::canvas::{self, InputDevice};
use super::chime::Chime;
use super::choice::{Dialog, Screen};
use super::focus::Focus;
use super::motion::Motion;
use super::portrait::PortraitCache;
use super::remote_test::PressLog;
use super::theme;
use super::typed_code::TypedCode;
use super::{Ending, Setting};
use crate::auth::{SaveError, UserCode};
use crate::pairing::{Intent, Notice, Scene, SignInMethod, View};
use crate::system::clock;
use crate::ui::UiContext;
use crate::ui::preferences::Theme;
use crate::words::{Language, Words};

/// Everything that is on the screen.
pub struct App {
    content: Content,
    context: AppContext,
    words: &'static Words,
    focus: Focus,
    motion: Motion,
    chime: Option<Chime>,
    /// The service was set up just now: signing in is the second step.
    is_set_up_now: bool,
    /// The languages that have no letters here, once that was looked at.
    without_letters: Option<Vec<Language>>,
    /// The code that was on the screen last.
    last_code: Option<UserCode>,
    is_tall: bool,
    screen: Option<Screen>,
    /// When the screen last became another one by itself.
    screen_changed: Instant,
    /// What was pressed while the remote is tested.
    presses: PressLog,
    /// A key without a meaning: its code, how often it was pressed, and when last.
    unknown_key: Option<(u16, u32, Instant)>,
    typed: TypedCode,
    /// All services were on the screen: that is where Back leads.
    home_is_shown: bool,
    input_device: InputDevice,
    /// When Back was pressed where it does nothing.
    no_way_out: Option<Instant>,
    save_error: Option<SaveError>,
    portrait: PortraitCache,
    /// When something was last pressed, or came that the user waits for: the screen is bright from then on for a while.
    pub(super) last_input: Instant,
    /// What the user was waiting for and has seen last.
    last_milestone: Option<Milestone>,
    last_pointer: Option<Instant>,
    announced: Announced,
    ending: Option<Ending>,
}

/// How long a screen that came by itself takes no press.
const GRACE: Duration = Duration::from_millis(400);
/// How long it is said that Back does nothing.
const NO_WAY_OUT: Duration = Duration::from_secs(3);

impl App {
    /// Prepares the fonts of a window.
    #[must_use]
    pub fn new(ctx: &Context, content: Content, app_context: AppContext) -> Self {
        ctx.set_fonts(theme::fonts());
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Dark;
        });
        let now = clock::now();
        Self {
            content,
            words: Words::of(app_context.ui.language),
            context: app_context,
            focus: Focus::new(Screen::Busy),
            motion: Motion::default(),
            chime: Chime::find(),
            is_set_up_now: false,
            without_letters: None,
            last_code: None,
            is_tall: false,
            screen: None,
            screen_changed: now.checked_sub(GRACE).unwrap_or(now),
            presses: PressLog::default(),
            unknown_key: None,
            typed: TypedCode::default(),
            home_is_shown: false,
            input_device: InputDevice::default(),
            no_way_out: None,
            save_error: None,
            portrait: None,
            last_input: now,
            last_milestone: None,
            last_pointer: None,
            announced: Announced::default(),
            ending: None,
        }
    }

    /// How the user wants it to end, once they do.
    #[must_use]
    pub fn ending(&self) -> Option<Ending> {
        self.ending
    }

    #[must_use]
    pub(super) fn theme(&self) -> Theme {
        self.context.preferences.theme
    }

    /// The scale that lets the screen fit the window; `None` when it already does.
    #[must_use]
    pub(super) fn new_scale(&self, ctx: &Context) -> Option<f32> {
        let now = ctx.pixels_per_point();
        let pixels = ctx.content_rect().size() * now;
        let wanted = canvas::scale_for(pixels, self.context.preferences.overscan);
        ((wanted - now).abs() > 1e-4).then_some(wanted)
    }

    /// Draws one frame and acts on what was pressed since the last one. Returns the name of the view it drew.
    pub fn show(&mut self, ui: &mut Ui) -> &'static str {
        let now = clock::now();
        self.is_tall = canvas::is_tall(ui.ctx().content_rect().size());
        let mut view = self.newest_view();
        self.watch_pointer(ui.ctx(), &view, now);
        self.watch_screen(&view, now);

        for press in self.context.remote.take(now) {
            accessibility::leave_the_code(ui);
            self.press(&press, &view, now);
            view = self.newest_view();
        }
        self.watch_screen(&view, now);

        self.look_for_letters(ui.ctx());
        let choices = self.choices(&view, now);
        self.focus.enter(Screen::of(&view), &choices);
        self.begin_frame(ui.ctx(), &view);
        if let Some(index) = accessibility::asked_for(ui, &choices.list) {
            self.focus.set(index);
            self.send(Intent::Touched);
        }
        let shown = self.presentation(&view, now);
        let dialog = self.focus.dialog();
        let focused = self.focus.enter(Screen::of(&view), &choices);
        let opened = dialog.map(|dialog| self.dialog_presentation(dialog, &view, focused));
        self.announce(ui.ctx(), &shown, opened.as_ref(), now);
        let drawn = (&choices.list[..], focused);
        let clicked = self.draw(ui, &view, &shown, opened.as_ref(), drawn, now);
        if let Some(index) = clicked {
            self.focus.set(index);
            self.send(Intent::Touched);
            self.act(choices.command(index), now);
            ui.ctx().request_repaint();
        }
        self.request_next_frame(ui.ctx(), &view, &shown, now);
        view.name()
    }

    /// Finds out which languages cannot be shown, once they are to be chosen from.
    fn look_for_letters(&mut self, ctx: &Context) {
        let is_open = matches!(
            self.focus.dialog(),
            Some(Dialog::Setting(Setting::Language(_)))
        );
        if is_open && self.without_letters.is_none() {
            let font = theme::Font::Regular.id(36.0);
            let lacks = |language: &Language| {
                !ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, language.own_name()))
            };
            self.without_letters = Some(Language::ALL.into_iter().filter(lacks).collect());
        }
    }

    /// Notes what begins to move.
    fn begin_frame(&mut self, ctx: &Context, view: &View) {
        let screen = Screen::of(view);
        let shown = (screen, self.focus.dialog(), self.focus.depth());
        let succeeded = matches!(view, View::Paired { fresh: true, .. });
        let is_reduced = self.context.preferences.reduce_motion;
        self.motion.begin_frame(ctx, is_reduced, shown, succeeded);
        if let View::Waiting(waiting) = view {
            let code = &waiting.code.user_code;
            let last = self.last_code.replace(code.clone());
            if last.is_some_and(|last| last.expose() != code.expose()) {
                self.motion.code_changed();
            }
        }
    }

    /// The newest view; from now on the words are about its service.
    fn newest_view(&mut self) -> View {
        let Content::Engine(engine) = &self.content else {
            return View::Starting;
        };
        let Scene {
            service,
            view,
            registered_address,
        } = (engine.scene)();
        let AppContext { ui, services, .. } = &mut self.context;
        if ui.provider != service {
            let known = services.iter().find(|known| known.provider == service);
            let is_of = |known: &&UiContext| known.provider.base() == service.base();
            if let Some(known) = known.or_else(|| services.iter().find(is_of)) {
                *ui = UiContext {
                    provider: service,
                    ..known.clone()
                };
            }
        }
        // It depends on the flow that works, which only the engine knows.
        ui.redirect_uri = registered_address;
        self.home_is_shown |= matches!(view, View::Home(_));
        match view {
            View::SettingUp(_) => self.is_set_up_now = true,
            View::Home(_) | View::Paired { .. } | View::Resting => self.is_set_up_now = false,
            _ => {}
        }
        if !matches!(view, View::AwaitingCode(_)) {
            self.typed = TypedCode::default();
        }
        view
    }

    /// Notes when the screen became another one by itself: a person who is just pressing a button means the old one.
    /// Closes what does not belong to the new one: a dialog has its screens, and an approval must be seen.
    fn watch_screen(&mut self, view: &View, now: Instant) {
        if let Some(reached) = milestone(view)
            && self.last_milestone.replace(reached) != Some(reached)
        {
            self.last_input = now;
        }
        let screen = Screen::of(view);
        if self
            .screen
            .replace(screen)
            .is_some_and(|last| last != screen)
        {
            self.screen_changed = now;
            if matches!(view, View::Paired { fresh: true, .. }) {
                self.focus.close_all();
                if let (true, Some(chime)) = (self.context.preferences.sounds, &self.chime) {
                    chime.play();
                }
            }
        }
        self.focus.close_unfit(|dialog| dialog.fits(view));
    }

    /// Whether the user is to look at a browser on this computer.
    pub(super) fn waits_for_a_browser(&self) -> bool {
        match &self.content {
            Content::Engine(engine) => match (engine.scene)().view {
                View::AwaitingCode(consent) => consent.way == SignInMethod::Browser,
                View::Waiting(waiting) => waiting.notice == Some(Notice::OpenedHere),
                _ => false,
            },
            Content::BrokenSettings(_) => false,
        }
    }

    fn is_kiosk(&self) -> bool {
        self.context.ui.kiosk
    }

    fn send(&self, intent: Intent) {
        if let Content::Engine(engine) = &self.content {
            (engine.send)(intent);
        }
    }

    fn shows_no_way_out(&self, now: Instant) -> bool {
        self.no_way_out
            .is_some_and(|since| now < since + NO_WAY_OUT)
    }
}
