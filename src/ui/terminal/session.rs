//! What the engine does, shown from the first view to the last word.
//!
//! There are no buttons here, so what would be one is decided by how the command was called, or ends it with a sentence
//! that says what to do.

use std::future::pending;
use std::io::{self, Write as _};
use std::time::Duration;

use tokio::time::sleep;

use super::charset::Charset;
use super::client::{self, ClientPrompt};
use super::input::Input;
use super::lines::Lines;
use super::picture::{self, Canvas, Text};
use super::screen::Screen;
use super::{Failure, Options, say};
use crate::auth::{AuthorizationCode, Secret, StoreError, TypedCodeError};
use crate::engine::Engine;
use crate::pairing::{Check, CodeSource, Intent, View};
use crate::system::clock;
use crate::ui::UiContext;
use crate::ui::presentation::{Medium, Presentation, Terminal};
use crate::words::Words;

/// How long an earlier pairing waits for the service to say that it still works.
const CHECK_LIMIT: Duration = Duration::from_secs(4);

/// What the engine does, as it is shown.
pub(super) struct Session<'a> {
    engine: &'a Engine,
    words: &'a Words,
    context: &'a UiContext,
    options: Options,
    /// A picture on a terminal that can draw one; plain lines anywhere else.
    screen: Option<Screen>,
    lines: Lines,
    view: View,
    /// Whether a code was typed for this view.
    is_typed: bool,
    client: ClientPrompt,
    /// What was wrong with the line that was typed last.
    fault: Option<String>,
    /// What else a person should know.
    note: Option<String>,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Waiting goes on.
    GoOn,
    /// The engine is told something, and the person why.
    Send(Intent, Option<String>),
    End(Result<String, Failure>),
}

/// Shows it until there is a last word. Needs a runtime around it.
pub(super) async fn run(
    engine: &Engine,
    words: &Words,
    context: &UiContext,
    options: Options,
) -> Result<String, Failure> {
    let mut session = Session {
        engine,
        words,
        context,
        options,
        screen: Screen::open().map_err(Failure::because("signals cannot be heard"))?,
        lines: Lines::default(),
        view: View::Starting,
        is_typed: false,
        client: ClientPrompt::open(),
        fault: None,
        note: None,
    };
    session.run().await
}

/// The step that a new view asks for.
pub(super) fn step(view: &View, shown: Terminal, options: &mut Options) -> Step {
    match (view, shown.end) {
        // Of the first code only.
        (View::Waiting(_), _) if std::mem::take(&mut options.open) => {
            Step::Send(Intent::OpenHere, None)
        }
        // What the settings say has just failed, so the new one is kept where it can be.
        (View::Unreadable(StoreError::Locked(_) | StoreError::KeyringAbsent(_)), _)
            if options.again =>
        {
            Step::Send(Intent::PairInFile, None)
        }
        (View::Paired { fresh: false, .. } | View::Unreadable(_), _) if options.again => {
            Step::Send(Intent::PairAgain, None)
        }
        (View::Refused { .. }, _) => Step::Send(Intent::PairAgain, shown.intro),
        (
            View::Paired {
                check: Check::Pending,
                ..
            },
            _,
        )
        | (_, None) => Step::GoOn,
        (_, Some(end)) => Step::End(end),
    }
}

impl Session<'_> {
    async fn run(&mut self) -> Result<String, Failure> {
        let mut scenes = self.engine.scenes();
        scenes.mark_changed();
        let mut input = Input::open();
        let limit = sleep(CHECK_LIMIT);
        tokio::pin!(limit);
        loop {
            let earlier = matches!(self.view, View::Paired { fresh: false, .. });
            tokio::select! {
                changed = scenes.changed() => {
                    if changed.is_err() {
                        let sentence = "the engine ended unexpectedly".to_owned();
                        return Err(Failure { code: 1, sentence });
                    }
                    self.view = scenes.borrow_and_update().view.clone();
                    if let Some(end) = self.step() {
                        return end;
                    }
                }
                line = input.line(), if self.awaits_line() => {
                    if self.typed(&line)? {
                        input.forget();
                    }
                }
                () = &mut limit, if earlier && !self.options.again => {
                    return self.shown().terminal.end.unwrap_or_else(|| Ok(String::new()));
                }
                () = outdated(&mut self.screen) => {}
            }
            self.show()
                .map_err(Failure::because("the code could not be shown"))?;
        }
    }

    /// Does what a new view asks for; tells the end.
    fn step(&mut self) -> Option<Result<String, Failure>> {
        self.is_typed = false;
        if !self.awaits_line() {
            self.fault = None;
        }
        if self.client.was_kept(&self.view) {
            let file = [("file", self.context.config_file.as_str().into())];
            self.note = Some(self.words.with("terminal-client-saved", file));
        }
        let shown = self.shown().terminal;
        match step(&self.view, shown, &mut self.options) {
            Step::GoOn => {}
            Step::Send(intent, why) => {
                self.engine.send(intent);
                self.note = why.or(self.note.take());
            }
            Step::End(end) => return Some(end),
        }
        None
    }

    fn shown(&self) -> Presentation<'_> {
        let mut shown = shown(&self.view, self.words, self.context);
        self.client.add(&self.view, self.words, &mut shown);
        shown
    }

    fn awaits_line(&self) -> bool {
        awaits_code(&self.view) && !self.is_typed || self.client.awaits(&self.view)
    }

    /// Whether it is all that is awaited, which the engine gets.
    fn typed(&mut self, line: &Secret) -> Result<bool, Failure> {
        let typed = if self.client.awaits(&self.view) {
            let taken = self.client.take(line, self.context.provider);
            let intent = taken.map(|client| client.map(Intent::Client));
            intent.map_err(|why| client::fault(self.words, self.context.service(), why))
        } else {
            let code = AuthorizationCode::typed(line.expose());
            self.is_typed = code.is_ok();
            let intent = code.map(|code| Some(Intent::Typed(code)));
            intent.map_err(|error| Some(no_code(self.words, self.context, error)))
        };
        self.fault = typed.as_ref().err().cloned().flatten();
        let is_plain = self.screen.is_none();
        match (typed, &self.fault) {
            (Ok(Some(intent)), _) => {
                self.engine.send(intent);
                return Ok(true);
            }
            (Ok(None), _) if is_plain => say(&self.client.prompt(self.words))?,
            (Err(_), Some(fault)) if is_plain => say(fault)?,
            _ => {}
        }
        Ok(false)
    }

    fn show(&mut self) -> io::Result<()> {
        let charset = Charset::of_system();
        let mut shown = shown(&self.view, self.words, self.context);
        self.client.add(&self.view, self.words, &mut shown);
        let note = self.note.as_deref();
        if let Some(screen) = &mut self.screen {
            let note = self.fault.as_deref().or(note);
            let symbol = charset.symbol(&std::env::var("TERM").unwrap_or_default());
            let text = |with_qr| Text::of(&shown, note, with_qr);
            return screen.draw(|size| {
                let canvas = Canvas {
                    size,
                    charset,
                    symbol,
                };
                picture::picture(text, canvas)
            });
        }
        let mut out = io::stdout().lock();
        for line in self.lines.news(&shown, note) {
            writeln!(out, "{}", charset.fit(&line))?;
        }
        out.flush()
    }
}

/// Waits until the same has to be shown again; plain lines never have to.
async fn outdated(screen: &mut Option<Screen>) {
    match screen {
        Some(screen) => screen.outdated().await,
        None => pending().await,
    }
}

/// Whether a code may be typed.
fn awaits_code(view: &View) -> bool {
    matches!(view, View::AwaitingCode(consent) if consent.code_source != CodeSource::Browser)
}

/// What a terminal says of a view now.
pub(super) fn shown<'v>(view: &'v View, words: &Words, context: &UiContext) -> Presentation<'v> {
    Presentation::of(view, words, context, Medium::Terminal, clock::now())
}

/// Why what was typed is no code, and what to do about it; nothing of what was typed.
pub(super) fn no_code(words: &Words, context: &UiContext, error: TypedCodeError) -> String {
    let of = |count: usize| {
        let length = ("length", AuthorizationCode::LENGTH.into());
        [("count", count.into()), length]
    };
    let why = match error {
        TypedCodeError::Empty => words.get("typed-empty"),
        TypedCodeError::CutAtHyphen { length } => words.with("typed-cut", of(length)),
        TypedCodeError::TooShort { length } => words.with("typed-short", of(length)),
        TypedCodeError::TooLong { .. }
        | TypedCodeError::WrongCharacter
        | TypedCodeError::NoCodeInAddress => {
            let service = ("service", context.service().into());
            words.with("phone-fault-strange", [service])
        }
        TypedCodeError::Denied => words.get("not-allowed-title"),
    };
    words.with("terminal-typed", [("why", why.into())])
}
