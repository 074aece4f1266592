//! What the engine does, shown from the first view to the last word.

use std::future::pending;
use std::io::{self, Write as _};
use std::time::Duration;

use tokio::time::sleep;

use super::charset::Charset;
use super::input::Input;
use super::lines::Lines;
use super::picture::{self, Canvas, Text};
use super::screen::Screen;
use super::step::{self, Step};
use super::{Failure, Options, say, typed};
use crate::auth::{AuthorizationCode, Secret};
use crate::engine::Engine;
use crate::pairing::{CodeSource, Intent, View};
use crate::system::clock;
use crate::words::{UiContext, Words};

/// How long an earlier pairing waits for the service to say that it still works.
const PATIENCE: Duration = Duration::from_secs(4);

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
    /// What was wrong with the line that was typed last.
    fault: Option<String>,
    /// What else a person should know.
    note: Option<String>,
}

impl<'a> Session<'a> {
    /// Needs a runtime around it.
    pub(super) fn new(
        engine: &'a Engine,
        words: &'a Words,
        context: &'a UiContext,
        options: Options,
    ) -> Result<Self, Failure> {
        let screen = Screen::open()
            .map_err(|error| Failure::unexpected("signals cannot be heard", &error))?;
        Ok(Self {
            engine,
            words,
            context,
            options,
            screen,
            lines: Lines::default(),
            view: View::Starting,
            is_typed: false,
            fault: None,
            note: None,
        })
    }

    /// Shows it until there is a last word.
    pub(super) async fn run(&mut self) -> Result<String, Failure> {
        let mut scenes = self.engine.scenes();
        scenes.mark_changed();
        let mut input = Input::open();
        let patience = sleep(PATIENCE);
        tokio::pin!(patience);
        loop {
            let earlier = matches!(self.view, View::Paired { fresh: false, .. });
            tokio::select! {
                changed = scenes.changed() => {
                    if changed.is_err() {
                        let sentence = "the engine ended unexpectedly".to_owned();
                        return Err(Failure { code: 1, sentence });
                    }
                    self.view = scenes.borrow_and_update().view.clone();
                    if let Some(said) = self.step()? {
                        return Ok(said);
                    }
                }
                line = input.line(), if awaits_code(&self.view) && !self.is_typed => {
                    if self.typed(&line)? {
                        input.forget();
                    }
                }
                () = &mut patience, if earlier && !self.options.again => {
                    let said = step::already(&self.view, self.words, self.context);
                    return Ok(said.unwrap_or_default());
                }
                () = outdated(&mut self.screen) => {}
            }
            self.show()
                .map_err(|error| Failure::unexpected("the code could not be shown", &error))?;
        }
    }

    /// Does what a new view asks for; the last word, if it is the end.
    fn step(&mut self) -> Result<Option<String>, Failure> {
        self.is_typed = false;
        if !awaits_code(&self.view) {
            self.fault = None;
        }
        if step::opens(&self.view, &mut self.options.open) {
            self.engine.send(Intent::OpenHere);
        }
        match step::step(&self.view, self.options.again, self.words, self.context) {
            Step::GoOn => {}
            Step::Send(intent, why) => {
                self.engine.send(intent);
                self.note = why.or(self.note.take());
            }
            Step::Done(sentence) => return Ok(Some(sentence)),
            Step::Fail(failure) => return Err(failure),
        }
        Ok(None)
    }

    /// Whether it is a code, which the engine gets.
    fn typed(&mut self, line: &Secret) -> Result<bool, Failure> {
        match AuthorizationCode::typed(line.expose()) {
            Ok(code) => {
                (self.is_typed, self.fault) = (true, None);
                self.engine.send(Intent::Typed(code));
            }
            Err(error) => {
                let fault = typed::no_code(self.words, self.context, error);
                if self.screen.is_none() {
                    say(&fault)?;
                }
                self.fault = Some(fault);
            }
        }
        Ok(self.is_typed)
    }

    fn show(&mut self) -> io::Result<()> {
        let (now, charset) = (clock::now(), Charset::of_system());
        let (words, context, view) = (self.words, self.context, &self.view);
        let note = self.note.as_deref();
        if let Some(screen) = &mut self.screen {
            let note = self.fault.as_deref().or(note);
            let symbol = charset.symbol(&std::env::var("TERM").unwrap_or_default());
            let text = |with_qr| Text::of(words, context, view, note, with_qr, now);
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
        for line in self.lines.news(words, context, view, note, now) {
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
    let View::AwaitingCode(consent) = view else {
        return false;
    };
    match consent.reception {
        CodeSource::Phone(_) | CodeSource::Typing(_) => true,
        CodeSource::Browser => false,
    }
}
