//! The pump: takes presses, asks which screen the view wants, and draws it.

use std::time::{Duration, Instant};

use egui::{Context, CursorIcon, Stroke, StrokeKind, Ui};

use super::choices::{self, Choice, Command, Dialog, Screen};
use super::focus::{Focus, Pressed};
use super::message::{self, Message};
use super::qr::Qr;
use super::stage::{self, Key, Stage, style};
use super::theme::{self, Weight};
use super::{Ending, Facts, paired, pairing};
use crate::clock;
use crate::pairing::{Intent, View};
use crate::remote::Remote;
use crate::words::Words;

/// What the screen has to show at all.
pub enum Face {
    /// An engine at work.
    Engine(Engine),
    /// Settings that cannot be used, in one sentence.
    BrokenSettings(String),
}

/// The engine, as far as a screen knows it.
pub struct Engine {
    /// The newest view.
    pub view: Box<dyn Fn() -> View>,
    /// Passes a wish on.
    pub wish: Box<dyn Fn(Intent)>,
    /// Plays the phone in the demo: approves what is on the screen.
    pub approve: Box<dyn Fn()>,
}

/// The program's face.
pub struct App {
    face: Face,
    facts: Facts,
    words: Words,
    remote: Remote,
    focus: Focus<Screen, Dialog>,
    dialog: Option<Dialog>,
    /// The screen of the last frame, and when one last became another by itself.
    screen: Option<Screen>,
    changed: Instant,
    qr: Qr,
    /// Since when a fresh pairing has been on the screen.
    paired_since: Option<Instant>,
    last_pointer: Option<Instant>,
    ending: Option<Ending>,
}

/// How long a fresh pairing stays on the screen before `--exit-when-paired` leaves.
const CELEBRATE: Duration = Duration::from_secs(4);
/// How long a screen that came by itself takes no press.
const GRACE: Duration = Duration::from_millis(400);
/// How long the pointer stays after it was moved.
const POINTER: Duration = Duration::from_secs(2);

impl App {
    /// Prepares the fonts of a window, whose presses come from the remote.
    #[must_use]
    pub fn new(ctx: &Context, face: Face, facts: Facts, remote: Remote) -> Self {
        ctx.set_fonts(theme::fonts());
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Dark;
        });
        Self {
            face,
            facts,
            words: Words::english(),
            remote,
            focus: Focus::new(Screen::Moment),
            dialog: None,
            screen: None,
            changed: clock::now().checked_sub(GRACE).unwrap_or_else(clock::now),
            qr: Qr::default(),
            paired_since: None,
            last_pointer: None,
            ending: None,
        }
    }

    /// How the person wants it to end, once they do.
    #[must_use]
    pub fn ending(&self) -> Option<Ending> {
        self.ending
    }

    /// Draws one frame and acts on what was pressed since the last one. Returns the name of the view it drew.
    pub fn show(&mut self, ui: &mut Ui) -> &'static str {
        let now = clock::now();
        let mut view = match &self.face {
            Face::Engine(engine) => (engine.view)(),
            Face::BrokenSettings(_) => View::Starting,
        };
        self.listen(ui.ctx(), &view, now);
        self.close_what_does_not_fit(&view);
        self.notice_change(&view, now);

        for press in self.remote.take(now) {
            let button = press.button;
            let row = self.row(&view);
            self.focus.enter(Screen::of(&view), self.dialog, row.len());
            self.wish(Intent::Touched);
            let command = match self.focus.press(button, row.len()) {
                // The press that wakes does nothing else, and one that was meant for the last screen nothing at all.
                _ if view == View::Resting || now < self.changed + GRACE => Command::Nothing,
                Pressed::Nothing => Command::Nothing,
                Pressed::Chosen(index) => row
                    .get(index)
                    .map_or(Command::Nothing, |choice| choice.command),
                Pressed::Left => self.back(&view),
            };
            self.act(command);
            if let Face::Engine(engine) = &self.face {
                view = (engine.view)();
            }
        }
        self.close_what_does_not_fit(&view);

        let row = self.row(&view);
        self.screen = Some(Screen::of(&view));
        self.focus.enter(Screen::of(&view), self.dialog, row.len());
        let clicked = self.draw(ui, &view, &row, now);
        if let Some(index) = clicked {
            self.focus.set(index);
            self.wish(Intent::Touched);
            self.act(
                row.get(index)
                    .map_or(Command::Nothing, |choice| choice.command),
            );
            ui.ctx().request_repaint();
        }
        self.look_again(ui.ctx(), &view, now);
        view.name()
    }

    /// Notes when the screen became another one by itself: a person who is just pressing a button means the old one.
    fn notice_change(&mut self, view: &View, now: Instant) {
        if self.screen.is_some_and(|screen| screen != Screen::of(view)) {
            self.changed = now;
        }
    }

    /// Everything but buttons: the pointer, a touch that wakes, the time since a pairing.
    fn listen(&mut self, ctx: &Context, view: &View, now: Instant) {
        let (moved, touched) =
            ctx.input(|input| (input.pointer.is_moving(), input.pointer.any_pressed()));
        if moved || touched {
            self.last_pointer = Some(now);
        }
        if touched && *view == View::Resting {
            self.wish(Intent::Touched);
        }
        match view {
            View::Paired { fresh: true, .. } => {
                let since = *self.paired_since.get_or_insert(now);
                if self.facts.exit_when_paired && now >= since + CELEBRATE {
                    self.ending = Some(Ending::Quit);
                }
            }
            _ => self.paired_since = None,
        }
    }

    /// Closes a dialog that does not belong to the view any more.
    fn close_what_does_not_fit(&mut self, view: &View) {
        self.dialog = self.dialog.filter(|dialog| dialog.fits(view));
    }

    fn back(&self, view: &View) -> Command {
        match self.face {
            Face::Engine(_) => choices::back(view, self.dialog),
            Face::BrokenSettings(_) => Command::End(Ending::Quit),
        }
    }

    /// What can be chosen now.
    fn row(&self, view: &View) -> Vec<Choice> {
        match self.face {
            Face::Engine(_) => {
                choices::row(view, self.dialog, &self.words, self.facts.demo.is_some())
            }
            Face::BrokenSettings(_) => choices::only_quit(&self.words),
        }
    }

    fn act(&mut self, command: Command) {
        match command {
            Command::Nothing => {}
            Command::Wish(intent) => {
                self.dialog = None;
                self.wish(intent);
            }
            Command::Open(dialog) => self.dialog = Some(dialog),
            Command::Close => self.dialog = None,
            Command::End(ending) => self.ending = Some(ending),
            Command::Approve => {
                if let Face::Engine(engine) = &self.face {
                    (engine.approve)();
                }
            }
        }
    }

    fn wish(&self, intent: Intent) {
        if let Face::Engine(engine) = &self.face {
            (engine.wish)(intent);
        }
    }

    fn draw(&mut self, ui: &Ui, view: &View, row: &[Choice], now: Instant) -> Option<usize> {
        let stage = Stage::new(ui);
        let (words, facts) = (&self.words, &self.facts);
        let keys: Vec<Key> = row.iter().map(|choice| choice.key.clone()).collect();
        let focused = self.focus.index();

        if let (Some(Dialog::BiggerQr), View::Waiting(waiting)) = (self.dialog, view) {
            pairing::draw_bigger(&stage, words, facts, waiting, &mut self.qr, now);
            return stage.row(pairing::BIGGER_ROW.0, pairing::BIGGER_ROW.1, &keys, focused);
        }
        name_mark(&stage);
        if facts.demo.is_some() {
            demo_banner(&stage, words, facts);
        }
        if let Some(message) = self.message(view) {
            message.draw(&stage, &mut self.qr);
            hints(&stage, words);
            return stage.centred_row(message::ROW.0, message::ROW.1, &keys, focused);
        }
        match view {
            View::Asking { trouble, notice } => {
                let shown = pairing::Shown {
                    code: None,
                    trouble: *trouble,
                    notice: *notice,
                };
                pairing::draw(ui, &stage, words, facts, &shown, &mut self.qr, now);
            }
            View::Waiting(waiting) => {
                let shown = pairing::Shown {
                    code: Some(waiting),
                    trouble: waiting.trouble,
                    notice: waiting.notice,
                };
                pairing::draw(ui, &stage, words, facts, &shown, &mut self.qr, now);
            }
            View::Paired {
                account,
                place,
                check,
                lacks_scope,
                undone,
                ..
            } => {
                let shown = paired::Shown {
                    account: account.as_ref(),
                    place,
                    check: *check,
                    lacks_scope: *lacks_scope,
                    undone: undone.as_ref(),
                };
                paired::draw(&stage, words, facts, &shown);
                return stage.centred_row(paired::ROW.0, paired::ROW.1, &keys, focused);
            }
            View::Resting => {
                paired::draw_resting(&stage, words, facts);
                return None;
            }
            // These have a message, drawn above.
            View::Starting
            | View::Unreadable(_)
            | View::Stopped(_)
            | View::Storing
            | View::CannotStore { .. }
            | View::Refused { .. }
            | View::Forgetting => {}
        }
        hints(&stage, words);
        stage.row(pairing::ROW.0, pairing::ROW.1, &keys, focused)
    }

    /// The plain screen that the dialog or the view wants, if it wants one.
    fn message(&self, view: &View) -> Option<Message> {
        let (words, facts) = (&self.words, &self.facts);
        if let Face::BrokenSettings(sentence) = &self.face {
            return Some(Message::broken_settings(words, sentence));
        }
        match (self.dialog, view) {
            (Some(Dialog::Unpair), _) => Some(Message::confirm_unpair(words, facts)),
            (Some(Dialog::Keep), View::Paired { place, .. }) => {
                Some(Message::keeping(words, place))
            }
            (Some(Dialog::Quit), view) => {
                let body = match view {
                    View::Waiting(_) => words.get("quit-body"),
                    View::Storing | View::CannotStore { .. } => words.get("quit-body-storing"),
                    _ => words.get("quit-body-plain"),
                };
                Some(Message::confirm_quit(words, &body))
            }
            (_, View::Starting) => Some(Message::brief(words.get("starting-title"))),
            (_, View::Unreadable(why)) => Some(Message::unreadable(words, why)),
            (_, View::Stopped(stop)) => Some(Message::stopped(words, facts, stop)),
            (_, View::Storing) => Some(Message::storing(words)),
            (_, View::CannotStore { why, .. }) => Some(Message::cannot_store(words, why)),
            (_, View::Refused { account }) => {
                Some(Message::refused(words, facts, account.as_ref()))
            }
            (_, View::Forgetting) => Some(Message::brief(words.get("forgetting-title"))),
            (_, View::Asking { .. } | View::Waiting(_) | View::Resting | View::Paired { .. }) => {
                None
            }
        }
    }

    /// Asks for the next frame: once a second while something counts, else not at all.
    fn look_again(&self, ctx: &Context, view: &View, now: Instant) {
        let counts = match view {
            View::Waiting(waiting) => Some(waiting.expires_at),
            View::Asking { trouble, .. } => trouble.map(|delay| delay.next_try),
            View::Paired { fresh: true, .. } if self.facts.exit_when_paired => {
                self.paired_since.map(|since| since + CELEBRATE)
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
        let pointer = self
            .last_pointer
            .map(|last| (last + POINTER).saturating_duration_since(now));
        match pointer.filter(|rest| !rest.is_zero()) {
            Some(rest) => ctx.request_repaint_after(rest),
            None => ctx.set_cursor_icon(CursorIcon::None),
        }
    }
}

fn name_mark(stage: &Stage<'_>) {
    stage
        .painter()
        .circle_filled(stage.at(127.0, 80.0), 11.0, theme::ACCENT);
    let text = style(Weight::SemiBold, 32.0, theme::FAINT);
    stage.left(154.0, 80.0, text, 400.0, "couchpin");
}

fn demo_banner(stage: &Stage<'_>, words: &Words, facts: &Facts) {
    let page = facts.demo.as_deref().unwrap_or_default();
    let text = format!("{} · {page}", words.get("demo-banner"));
    let quiet = style(Weight::SemiBold, 28.0, theme::ACCENT);
    stage.right(theme::RIGHT, 80.0, quiet, 1100.0, &text);
}

/// Which buttons do what, in the corner.
fn hints(stage: &Stage<'_>, words: &Words) {
    let mut right = theme::RIGHT;
    for (key, does) in [("hint-back-key", "hint-back"), ("hint-ok-key", "hint-ok")] {
        let text = style(Weight::Regular, 30.0, theme::FAINT);
        let does = stage.right(right, 976.0, text, 300.0, &words.get(does));
        right -= does.width() + 30.0;
        let cap = style(Weight::SemiBold, 28.0, theme::BRIGHT);
        let label = stage.right(right, 976.0, cap, 200.0, &words.get(key));
        let outline = label.expand2(egui::vec2(15.0, 5.0));
        stage.painter().rect_stroke(
            outline,
            8,
            Stroke::new(2.0, theme::FAINT),
            StrokeKind::Outside,
        );
        right -= label.width() + 52.0;
    }
}

/// The scale that lets the stage fit the window; `None` when it already does.
#[must_use]
pub(super) fn new_scale(ctx: &Context) -> Option<f32> {
    let now = ctx.pixels_per_point();
    let wanted = stage::scale_for(ctx.content_rect().size() * now);
    ((wanted - now).abs() > 1e-4).then_some(wanted)
}
