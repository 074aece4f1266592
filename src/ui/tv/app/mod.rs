//! The pump: takes presses, asks which screen the view wants, and draws it.

mod act;
mod draw;
mod news;

use std::time::{Duration, Instant};

use egui::{Context, CursorIcon, Ui};

use self::news::News;
use super::accessibility;
use super::choices::{self, Choices, Command, Screen};
use super::dialog::{Dialog, DialogContext};
use super::focus::Focus;
use super::hints::Hand;
use super::keyboard::Typed;
use super::panel::BurnInProtection;
use super::portrait::Disc;
use super::qr::Qr;
use super::remote_test::Seen;
use super::theme;
use super::{Ending, Preferences, Setting, UiContext, stage};
use crate::auth::SaveError;
use crate::input::Remote;
use crate::pairing::{Intent, Notice, Scene, SignInMethod, View};
use crate::system::clock;
use crate::ui::preferences::Theme;
use crate::ui::voice::Voice;
use crate::words::Words;

/// What the screen has to show at all.
pub enum Content {
    /// An engine at work.
    Engine(Engine),
    /// Settings that cannot be used, in one sentence.
    BrokenSettings(String),
}

/// The engine, as far as a screen knows it.
pub struct Engine {
    /// The newest view, and of which service it is.
    pub scene: Box<dyn Fn() -> Scene>,
    /// Passes a wish on.
    pub wish: Box<dyn Fn(Intent)>,
    /// Plays the phone in the demo: approves what is on the screen.
    pub approve: Box<dyn Fn()>,
}

/// What a screen has around it, beside the engine.
pub struct AppContext {
    /// What it tells.
    pub context: UiContext,
    /// What it tells of every service, where there are several.
    pub services: Vec<UiContext>,
    /// What is pressed.
    pub remote: Remote,
    /// Gamepads are read.
    pub gamepads: bool,
    /// What the person has chosen.
    pub preferences: Preferences,
    /// Speaks, where this machine can.
    pub voice: Option<Voice>,
    /// Keeps a setting for the next start; fails with one sentence.
    pub keep: Keeper,
}

/// See [`AppContext::keep`].
pub type Keeper = Box<dyn Fn(Setting) -> Result<(), SaveError>>;

/// The program's face.
pub struct App {
    face: Content,
    household: AppContext,
    words: Words,
    focus: Focus<Screen, Dialog>,
    /// What lies over the screen, the topmost last.
    dialogs: Vec<Dialog>,
    /// The window is in portrait orientation.
    tall: bool,
    /// The screen of the last frame, and when one last became another by itself.
    screen: Option<Screen>,
    changed: Instant,
    /// What was pressed while the remote is tested.
    seen: Seen,
    /// Presses of a key that nobody knows: its code, how often, and when last.
    stranger: Option<(u16, u32, Instant)>,
    /// What was typed on the keyboard on the screen.
    typed: Typed,
    /// All services were on the screen: that is where Back leads.
    home: bool,
    /// What the person holds.
    hand: Hand,
    /// When Back was pressed where it does nothing.
    no_way_out: Option<Instant>,
    /// Why a setting could not be kept.
    save_error: Option<SaveError>,
    qr: Qr,
    /// When somebody last did anything.
    touched: Instant,
    disc: Disc,
    last_pointer: Option<Instant>,
    news: News,
    ending: Option<Ending>,
}

/// How long a screen that came by itself takes no press.
const GRACE: Duration = Duration::from_millis(400);
/// How long the pointer stays after it was moved.
const POINTER: Duration = Duration::from_secs(2);
/// How long it is said that Back does nothing.
const NO_WAY_OUT: Duration = Duration::from_secs(3);

impl App {
    /// Prepares the fonts of a window.
    #[must_use]
    pub fn new(ctx: &Context, face: Content, household: AppContext) -> Self {
        ctx.set_fonts(theme::fonts());
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Dark;
        });
        let language = household.context.language;
        Self {
            face,
            household,
            words: Words::of(language),
            focus: Focus::new(Screen::Moment),
            dialogs: Vec::new(),
            tall: false,
            screen: None,
            changed: clock::now().checked_sub(GRACE).unwrap_or_else(clock::now),
            seen: Seen::default(),
            stranger: None,
            typed: Typed::default(),
            home: false,
            hand: Hand::default(),
            no_way_out: None,
            save_error: None,
            qr: Qr::default(),
            touched: clock::now(),
            disc: Disc::default(),
            last_pointer: None,
            news: News::default(),
            ending: None,
        }
    }

    /// Gives the machine a voice.
    #[cfg(test)]
    pub(super) fn give(&mut self, voice: Voice) {
        self.household.voice = Some(voice);
    }

    /// How the person wants it to end, once they do.
    #[must_use]
    pub fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// The colours of the moment.
    #[must_use]
    pub(super) fn theme(&self) -> Theme {
        self.household.preferences.theme
    }

    /// The scale that lets the stage fit the window; `None` when it already does.
    #[must_use]
    pub(super) fn new_scale(&self, ctx: &Context) -> Option<f32> {
        let now = ctx.pixels_per_point();
        let wanted = stage::scale_for(
            ctx.content_rect().size() * now,
            self.household.preferences.overscan,
        );
        ((wanted - now).abs() > 1e-4).then_some(wanted)
    }

    /// Draws one frame and acts on what was pressed since the last one. Returns the name of the view it drew.
    pub fn show(&mut self, ui: &mut Ui) -> &'static str {
        let now = clock::now();
        self.tall = stage::is_tall(ui.ctx().content_rect().size());
        let mut view = self.newest();
        self.listen(ui.ctx(), &view, now);
        self.notice_change(&view, now);

        for press in self.household.remote.take(now) {
            accessibility::leave_the_code(ui);
            self.press(&press, &view, now);
            view = self.newest();
        }
        self.notice_change(&view, now);

        let choices = self.choices(&view);
        self.focus.enter(
            Screen::of(&view),
            &self.dialogs,
            choices.list.len(),
            choices.first,
        );
        if let Some(index) = accessibility::asked_for(ui, &choices.keys()) {
            self.focus.set(index);
            self.wish(Intent::Touched);
        }
        self.tell(ui.ctx(), &view, now);
        if let Some(index) = self.draw(ui, &view, &choices, now) {
            self.focus.set(index);
            self.wish(Intent::Touched);
            self.act(choices.command(index), now);
            ui.ctx().request_repaint();
        }
        self.look_again(ui.ctx(), &view, now);
        view.name()
    }

    /// The newest view; from now on the words are about its service.
    fn newest(&mut self) -> View {
        let Content::Engine(engine) = &self.face else {
            return View::Starting;
        };
        let Scene {
            service,
            view,
            registered_address,
        } = (engine.scene)();
        let household = &mut self.household;
        if household.context.provider != service {
            let mut known = household.services.iter();
            let found = known.find(|context| context.provider == service);
            household.context = found.unwrap_or(&household.context).clone();
        }
        // It depends on the flow that works, which only the engine knows.
        household.context.redirect_uri = registered_address;
        if matches!(view, View::Home(_)) {
            self.home = true;
        }
        if !matches!(view, View::AwaitingCode(_)) {
            self.typed = Typed::default();
        }
        view
    }

    /// Notes when the screen became another one by itself: a person who is just pressing a button means the old one.
    /// Closes what does not belong to the new one: a dialog has its screens, and an approval must be seen.
    fn notice_change(&mut self, view: &View, now: Instant) {
        let screen = Screen::of(view);
        let changed = self.screen.is_some_and(|last| last != screen);
        if changed {
            self.changed = now;
        }
        self.screen = Some(screen);
        let unfit = self.dialogs.iter().position(|dialog| !dialog.fits(view));
        let keep = match (unfit, view) {
            (_, View::Paired { fresh: true, .. }) if changed => 0,
            (Some(unfit), _) => unfit,
            (None, _) => return,
        };
        self.dialogs.truncate(keep);
    }

    /// Everything but buttons: the pointer, a touch that wakes.
    fn listen(&mut self, ctx: &Context, view: &View, now: Instant) {
        let (moved, touched) =
            ctx.input(|input| (input.pointer.is_moving(), input.pointer.any_pressed()));
        if moved || touched {
            self.last_pointer = Some(now);
            self.touched = now;
        }
        if touched && *view == View::Resting {
            self.wish(Intent::Touched);
        }
    }

    /// Whether the person is to look at a browser on this computer.
    pub(super) fn waits_for_a_browser(&self) -> bool {
        match &self.face {
            Content::Engine(engine) => match (engine.scene)().view {
                View::AwaitingCode(consent) => consent.way == SignInMethod::Browser,
                View::Waiting(waiting) => waiting.notice == Some(Notice::OpenedHere),
                _ => false,
            },
            Content::BrokenSettings(_) => false,
        }
    }

    fn kiosk(&self) -> bool {
        self.household.context.kiosk
    }

    fn back(&self, view: &View) -> Command {
        match self.face {
            Content::Engine(_) if !self.dialogs.is_empty() => Command::Close,
            Content::Engine(_) => choices::back(view, self.kiosk(), self.home),
            Content::BrokenSettings(_) => Command::End(Ending::Quit),
        }
    }

    fn menu(&self, view: &View) -> Command {
        let open = matches!(self.face, Content::Engine(_))
            && self.dialogs.is_empty()
            && Dialog::More.fits(view);
        if open {
            Command::Open(Dialog::More)
        } else {
            Command::Nothing
        }
    }

    /// What can be chosen now.
    fn choices(&self, view: &View) -> Choices {
        let (words, context) = (&self.words, &self.household.context);
        let choices = match (&self.face, self.dialogs.last()) {
            (Content::BrokenSettings(_), _) => choices::only_quit(words, context.kiosk),
            (Content::Engine(_), Some(dialog)) => dialog.choices(view, words, &self.room()),
            (Content::Engine(_), None) => choices::of(view, words, context, self.home),
        };
        if self.tall {
            choices.stacked()
        } else {
            choices
        }
    }

    fn room(&self) -> DialogContext<'_> {
        let remote = &self.household.remote;
        DialogContext {
            context: &self.household.context,
            swap_to: remote
                .devices()
                .iter()
                .any(|device| device.gamepad)
                .then(|| !remote.with_keymap(|keymap| keymap.swapped)),
            taught: remote.with_keymap(|keymap| !keymap.taught.is_empty()),
            preferences: self.household.preferences,
            voice: self.household.voice.is_some(),
            home: self.home,
            typed: self.typed.clone(),
        }
    }

    fn wish(&self, intent: Intent) {
        if let Content::Engine(engine) = &self.face {
            (engine.wish)(intent);
        }
    }

    /// Asks for the next frame: once a second while something counts, else not at all.
    fn look_again(&self, ctx: &Context, view: &View, now: Instant) {
        let counts = match view {
            View::Waiting(waiting) => Some(waiting.expires_at),
            View::SettingUp(set_up) => set_up.page.as_ref().map(|_| set_up.expires_at),
            View::AwaitingCode(consent) if consent.way != SignInMethod::Browser => {
                Some(consent.expires_at)
            }
            View::Asking { trouble, .. } | View::Exchanging { trouble } => {
                trouble.map(|delay| delay.next_try)
            }
            _ => None,
        };
        if let Some(end) = counts {
            // Just after the shown second changes.
            let left = end.saturating_duration_since(now);
            let part = Duration::from_nanos(u64::from(left.subsec_nanos()));
            ctx.request_repaint_after(
                part.max(Duration::from_millis(20)) + Duration::from_millis(5),
            );
        }
        let left = |since: Option<Instant>, stays: Duration| {
            let rest = (since? + stays).saturating_duration_since(now);
            (!rest.is_zero()).then_some(rest)
        };
        // The dark screen is dark already, and costs nothing.
        if *view != View::Resting {
            let idle = now.saturating_duration_since(self.touched);
            ctx.request_repaint_after(BurnInProtection::next(idle));
        }
        if let Some(rest) = left(self.no_way_out, NO_WAY_OUT) {
            ctx.request_repaint_after(rest);
        }
        match left(self.last_pointer, POINTER) {
            Some(rest) => ctx.request_repaint_after(rest),
            None => ctx.set_cursor_icon(CursorIcon::None),
        }
    }
}
