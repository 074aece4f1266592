//! The pump: takes presses, asks which screen the view wants, and draws it.

use std::time::{Duration, Instant};

use egui::{Align2, Context, CursorIcon, Stroke, StrokeKind, Ui};

use super::focus::{Focus, Pressed};
use super::message::{self, Message};
use super::qr::Qr;
use super::stage::{self, Key, Stage, style};
use super::theme::{self, Weight};
use super::words::Words;
use super::{Facts, paired, pairing};
use crate::clock;
use crate::pairing::{Intent, Stop, View};
use crate::remote::Presses;

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

/// What comes after the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// The program ends.
    #[default]
    Quit,
    /// The demo starts.
    Demo,
}

/// What lies over the screen that the view wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialog {
    BiggerQr,
    Unpair,
    Quit,
}

/// The screens; the focus starts anew on each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Moment,
    Pairing,
    Resting,
    Paired,
    Mend,
}

/// What a choice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Nothing,
    Wish(Intent),
    Open(Dialog),
    Close,
    End(Ending),
    Approve,
}

struct Choice {
    key: Key,
    command: Command,
}

/// The program's face.
pub struct App {
    face: Face,
    facts: Facts,
    words: Words,
    presses: Presses,
    focus: Focus<Screen, Dialog>,
    dialog: Option<Dialog>,
    qr: Qr,
    /// Since when a fresh pairing has been on the screen.
    paired_since: Option<Instant>,
    last_pointer: Option<Instant>,
    ending: Option<Ending>,
}

/// How long a fresh pairing stays on the screen before `--exit-when-paired` leaves.
const CELEBRATE: Duration = Duration::from_secs(4);
/// How long the pointer stays after it was moved.
const POINTER: Duration = Duration::from_secs(2);

impl App {
    /// Prepares fonts and keys of a window.
    #[must_use]
    pub fn new(ctx: &Context, face: Face, facts: Facts) -> Self {
        ctx.set_fonts(theme::fonts());
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            options.fallback_theme = egui::Theme::Dark;
        });
        Self {
            face,
            facts,
            words: Words::english(),
            presses: Presses::of(ctx),
            focus: Focus::new(Screen::Moment),
            dialog: None,
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
        let view = match &self.face {
            Face::Engine(engine) => (engine.view)(),
            Face::BrokenSettings(_) => View::Starting,
        };
        let mut view = self.listen(ui.ctx(), view, now);
        self.close_what_does_not_fit(&view);

        for button in self.presses.take() {
            let (screen, row) = self.row(&view);
            self.focus.enter(screen, self.dialog, row.len());
            self.wish(Intent::Touched);
            let command = match self.focus.press(button, row.len()) {
                // The press that wakes does nothing else.
                _ if view == View::Resting => Command::Nothing,
                Pressed::Nothing => Command::Nothing,
                Pressed::Chosen(index) => row.get(index).map_or(Command::Nothing, Choice::command),
                Pressed::Left => self.back(&view),
            };
            self.act(command);
            if let Face::Engine(engine) = &self.face {
                view = (engine.view)();
            }
        }
        self.close_what_does_not_fit(&view);

        let (screen, row) = self.row(&view);
        self.focus.enter(screen, self.dialog, row.len());
        let clicked = self.draw(ui, &view, &row, now);
        if let Some(index) = clicked {
            self.focus.set(index);
            self.wish(Intent::Touched);
            self.act(row.get(index).map_or(Command::Nothing, Choice::command));
            ui.ctx().request_repaint();
        }
        self.look_again(ui.ctx(), &view, now);
        view.name()
    }

    /// Everything but buttons: the pointer, a touch that wakes, the time since a pairing.
    fn listen(&mut self, ctx: &Context, view: View, now: Instant) -> View {
        let (moved, touched) =
            ctx.input(|input| (input.pointer.is_moving(), input.pointer.any_pressed()));
        if moved || touched {
            self.last_pointer = Some(now);
        }
        if touched && view == View::Resting {
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
        view
    }

    /// A dialog belongs to a screen; when the view moves on, it goes.
    fn close_what_does_not_fit(&mut self, view: &View) {
        let fits = match self.dialog {
            None | Some(Dialog::Quit) => true,
            Some(Dialog::BiggerQr) => matches!(view, View::Waiting(_)),
            Some(Dialog::Unpair) => matches!(view, View::Paired { .. } | View::Refused { .. }),
        };
        // An approval must be seen, whatever was open.
        let approved =
            self.dialog == Some(Dialog::Quit) && matches!(view, View::Paired { fresh: true, .. });
        if !fits || approved {
            self.dialog = None;
        }
    }

    /// The current screen and its choices.
    fn row(&self, view: &View) -> (Screen, Vec<Choice>) {
        let screen = match view {
            View::Starting | View::Storing | View::Forgetting => Screen::Moment,
            View::Asking { .. } | View::Waiting(_) => Screen::Pairing,
            View::Resting => Screen::Resting,
            View::Paired { .. } => Screen::Paired,
            View::Unreadable(_)
            | View::Stopped(_)
            | View::CannotStore { .. }
            | View::Refused { .. } => Screen::Mend,
        };
        let row = match self.dialog {
            Some(Dialog::BiggerQr) => vec![self.choice("button-smaller", Command::Close)],
            Some(Dialog::Unpair) => vec![
                self.choice("button-keep", Command::Close),
                self.choice("button-unpair", Command::Wish(Intent::Unpair)),
            ],
            Some(Dialog::Quit) => vec![
                self.choice("button-stay", Command::Close),
                self.choice("button-quit", Command::End(Ending::Quit)),
            ],
            None => self.choices(view),
        };
        (screen, row)
    }

    fn choices(&self, view: &View) -> Vec<Choice> {
        let again = || self.choice("button-again", Command::Wish(Intent::TryNow));
        let pair_again = || self.choice("button-pair-again", Command::Wish(Intent::PairAgain));
        let quit = || self.choice("button-quit", Command::Open(Dialog::Quit));
        let leave = |id| self.choice(id, Command::End(Ending::Quit));
        if let Face::BrokenSettings(_) = self.face {
            return vec![leave("button-quit")];
        }
        match view {
            View::Asking { trouble, .. } => self.pairing_row(false, trouble.is_some()),
            View::Waiting(waiting) => self.pairing_row(true, waiting.trouble.is_some()),
            View::Resting => Vec::new(),
            View::Paired { fresh: true, .. } => {
                vec![
                    leave("button-done"),
                    self.choice("button-not-you", Command::Open(Dialog::Unpair)),
                ]
            }
            View::Paired { fresh: false, .. } => vec![
                leave("button-done"),
                pair_again(),
                self.choice("button-unpair", Command::Open(Dialog::Unpair)),
            ],
            View::Refused { .. } => vec![
                pair_again(),
                self.choice("button-unpair", Command::Open(Dialog::Unpair)),
                leave("button-quit"),
            ],
            View::CannotStore { .. } => vec![again(), quit()],
            View::Unreadable(_) => vec![again(), pair_again(), leave("button-quit")],
            View::Stopped(Stop::Denied) => {
                vec![
                    self.choice("button-new", Command::Wish(Intent::NewCode)),
                    leave("button-quit"),
                ]
            }
            View::Stopped(Stop::Rejected(answers)) if message::lacks_client_id(answers) => {
                vec![
                    self.choice("button-demo", Command::End(Ending::Demo)),
                    leave("button-quit"),
                ]
            }
            View::Stopped(Stop::Rejected(_)) => vec![again(), leave("button-quit")],
            View::Starting | View::Storing | View::Forgetting => vec![quit()],
        }
    }

    /// The pairing screen's row keeps its places, whether there is a code or trouble or not.
    fn pairing_row(&self, code: bool, trouble: bool) -> Vec<Choice> {
        let mut first = if trouble {
            self.choice("button-check", Command::Wish(Intent::TryNow))
        } else {
            self.choice("button-bigger", Command::Open(Dialog::BiggerQr))
                .enabled_if(code)
        };
        first.key.room_for = vec![
            self.words.get("button-check"),
            self.words.get("button-bigger"),
        ];
        let mut row = vec![
            first,
            self.choice("button-new", Command::Wish(Intent::NewCode))
                .enabled_if(code),
            self.choice("button-quit", Command::Open(Dialog::Quit)),
        ];
        if self.facts.demo.is_some() {
            row.push(
                self.choice("button-approve", Command::Approve)
                    .enabled_if(code),
            );
        }
        row
    }

    fn choice(&self, id: &str, command: Command) -> Choice {
        let key = Key {
            label: self.words.get(id),
            enabled: true,
            room_for: Vec::new(),
        };
        Choice { key, command }
    }

    /// What Back does: it closes a dialog, leaves a result, and asks before it leaves anything that goes on.
    fn back(&self, view: &View) -> Command {
        match (self.dialog, view) {
            (Some(_), _) => Command::Close,
            (
                None,
                View::Paired { .. } | View::Refused { .. } | View::Stopped(_) | View::Unreadable(_),
            ) => Command::End(Ending::Quit),
            (
                None,
                View::Starting
                | View::Asking { .. }
                | View::Waiting(_)
                | View::Resting
                | View::Storing
                | View::CannotStore { .. }
                | View::Forgetting,
            ) => match self.face {
                Face::Engine(_) => Command::Open(Dialog::Quit),
                Face::BrokenSettings(_) => Command::End(Ending::Quit),
            },
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
        stage
            .painter()
            .rect_filled(ui.ctx().content_rect(), 0.0, theme::BACKGROUND);
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
            message.draw(&stage);
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
                cannot_forget,
                ..
            } => {
                let shown = paired::Shown {
                    account: account.as_ref(),
                    place,
                    check: *check,
                    cannot_forget: cannot_forget.as_ref(),
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

impl Choice {
    fn enabled_if(mut self, condition: bool) -> Self {
        if !condition {
            self.key.enabled = false;
            self.command = Command::Nothing;
        }
        self
    }

    fn command(&self) -> Command {
        self.command
    }
}

fn name_mark(stage: &Stage<'_>) {
    stage
        .painter()
        .circle_filled(stage.at(127.0, 78.0), 11.0, theme::ACCENT);
    let text = style(Weight::SemiBold, 32.0, theme::FAINT);
    stage.line(154.0, 78.0, Align2::LEFT_CENTER, text, 400.0, "couchpin");
}

fn demo_banner(stage: &Stage<'_>, words: &Words, facts: &Facts) {
    let page = facts.demo.as_deref().unwrap_or_default();
    let text = format!("{} · {page}", words.get("demo-banner"));
    let quiet = style(Weight::SemiBold, 28.0, theme::ACCENT);
    stage.line(
        theme::RIGHT,
        78.0,
        Align2::RIGHT_CENTER,
        quiet,
        1100.0,
        &text,
    );
}

/// Which buttons do what, in the corner.
fn hints(stage: &Stage<'_>, words: &Words) {
    let mut right = theme::RIGHT;
    for (key, does) in [("hint-back-key", "hint-back"), ("hint-ok-key", "hint-ok")] {
        let text = style(Weight::Regular, 30.0, theme::FAINT);
        let does = stage.line(
            right,
            976.0,
            Align2::RIGHT_CENTER,
            text,
            300.0,
            &words.get(does),
        );
        right -= does.width() + 30.0;
        let cap = style(Weight::SemiBold, 28.0, theme::BRIGHT);
        let label = stage.line(
            right,
            976.0,
            Align2::RIGHT_CENTER,
            cap,
            200.0,
            &words.get(key),
        );
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
