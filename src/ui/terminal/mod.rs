//! `couchpin pair`: the same engine with another face, in a terminal.
//!
//! On a terminal it is a picture that is redrawn in place once a second; anywhere else it is plain lines, one for each
//! change. The code of a page may be pasted. It ends by itself: after the pairing, or when a person has to do something
//! elsewhere. However it is ended, the terminal is left as it was, and a token that is on its way is stored. A second
//! signal does not wait for that.

#[cfg_attr(not(unix), allow(dead_code))]
mod charset;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
mod input;
mod lines;
mod log;
#[cfg_attr(not(unix), allow(dead_code))]
mod picture;
mod signals;
mod step;
mod stop;
#[cfg(test)]
mod tests;
#[cfg_attr(not(unix), allow(dead_code))]
mod text;
#[cfg(unix)]
mod tty;
mod typed;

use std::io::{self, Write as _};
use std::time::Duration;

use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::auth::AuthorizationCode;
use crate::engine::Engine;
use crate::engine::hook::Hook;
use crate::pairing::{CodeSource, Intent, View};
use crate::system::clock;
use crate::system::signals::BySignal;
use crate::words::store::store;
use crate::words::{Language, UiContext, Words};

use charset::Charset;
use input::Input;
use lines::Lines;
pub use log::log;
#[cfg(unix)]
use picture::Canvas;
use signals::{Signal, Signals};
use step::Step;
#[cfg(unix)]
use tty::Tty;

/// The pairing ended without a token, or by a signal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Failure {
    /// The exit code.
    pub code: u8,
    /// What happened and what to do about it; nothing where all is said.
    pub sentence: String,
}

impl Failure {
    fn unexpected(what: &str, error: &io::Error) -> Self {
        Self {
            code: 1,
            sentence: format!("{what}: {error}"),
        }
    }
}

/// How often the picture is redrawn: it counts seconds.
const REDRAW: Duration = Duration::from_secs(1);
/// How long an earlier pairing waits for the service to say that it still works.
const PATIENCE: Duration = Duration::from_secs(4);

/// How the command was called.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Pair although there is a pairing, which is kept otherwise.
    pub again: bool,
    /// Open the page of the first code in a browser of this computer. A code that replaces it opens none by itself.
    pub open: bool,
}

/// Pairs. Says how it went on standard output, or fails.
pub fn pair(
    engine: Engine,
    on_paired: &Hook,
    context: &UiContext,
    options: Options,
) -> Result<(), Failure> {
    let charset = Charset::of_system();
    let words = Words::of(match charset {
        Charset::Utf8 => context.language,
        Charset::Ascii => Language::English,
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::unexpected("the terminal cannot be attended", &error))?;
    let mut face = Output::of_stdout();
    let scenes = engine.scenes();
    let ended = runtime.block_on(async {
        let mut signals = Signals::listen(&face)
            .map_err(|error| Failure::unexpected("signals cannot be heard", &error))?;
        let ended = attend(&engine, &mut face, &mut signals, &words, context, options).await;
        drop(face);
        let mut by_signal = match ended {
            Err(End::Signal(signal)) => Some(signal),
            Ok(_) | Err(End::Failure(_)) => None,
        };
        let mut leaving = tokio::task::spawn_blocking(move || engine.leave());
        loop {
            tokio::select! {
                _ = &mut leaving => break,
                // The first one waits for a token that is on its way.
                signal = signals.end() => if by_signal.replace(signal).is_some() {
                    return Err(interrupted(signal, words.get("terminal-interrupted")));
                },
            }
        }
        // What was on its way is stored by now.
        let view = scenes.borrow().view.clone();
        let done = step::last_word(&view, &words, context);
        if let Some(signal) = by_signal {
            let Some(done) = done else {
                return Err(interrupted(signal, not_paired(&view, &words, context)));
            };
            say(&[done])?;
            return Err(interrupted(signal, String::new()));
        }
        say(&[match (ended, done) {
            (Ok(said), _) | (Err(_), Some(said)) => said,
            (Err(End::Failure(failure)), None) => return Err(failure),
            (Err(End::Signal(signal)), None) => {
                return Err(interrupted(signal, words.get("terminal-interrupted")));
            }
        }])?;
        if on_paired.is_running() {
            say(&[words.get("terminal-hook")])?;
            // It goes on by itself if a person does not want to wait for it.
            tokio::select! {
                () = on_paired.ended() => {}
                _ = signals.end() => {}
            }
        }
        Ok(())
    });
    // After a second signal the engine is not waited for.
    runtime.shutdown_background();
    ended.map_err(|failure: Failure| Failure {
        sentence: charset.fit(&failure.sentence).into_owned(),
        ..failure
    })
}

/// Why it ended without a last word.
enum End {
    Signal(BySignal),
    Failure(Failure),
}

impl From<Failure> for End {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

fn interrupted(signal: BySignal, sentence: String) -> Failure {
    let code = signal.exit_code();
    Failure { code, sentence }
}

/// What is said after a signal that ended it before there was a pairing.
fn not_paired(view: &View, words: &Words, context: &UiContext) -> String {
    match view {
        View::CannotStore { why, .. } => {
            let why = ("why", store(words, why).into());
            words.with("terminal-not-stored", [why, stop::pair(context)])
        }
        _ => words.get("terminal-interrupted"),
    }
}

/// Shows what the engine does until there is a last word.
async fn attend(
    engine: &Engine,
    face: &mut Output,
    signals: &mut Signals,
    words: &Words,
    context: &UiContext,
    options: Options,
) -> Result<String, End> {
    let again = options.again;
    let mut scenes = engine.scenes();
    let mut tick = interval(REDRAW);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let patience = sleep(PATIENCE);
    tokio::pin!(patience);
    let mut input = Input::open();
    let (mut note, mut fault) = (None, None);
    let (mut news, mut is_typed, mut opens) = (true, false, options.open);
    loop {
        let view = scenes.borrow_and_update().view.clone();
        if news {
            if step::opens(&view, &mut opens) {
                engine.send(Intent::OpenHere);
            }
            match step::step(&view, again, words, context) {
                Step::GoOn => {}
                Step::Wish(intent, why) => {
                    engine.send(intent);
                    note = why.or(note);
                }
                Step::Done(sentence) => return Ok(sentence),
                Step::Fail(failure) => return Err(failure.into()),
            }
        }
        let awaits_code = awaits_code(&view);
        if awaits_code {
            face.hush();
        } else {
            fault = None;
        }
        let notes = [&fault, &note].map(Option::as_deref);
        face.show(words, context, &view, notes)
            .map_err(|error| Failure::unexpected("the code could not be shown", &error))?;
        let unchecked = step::already(&view, words, context).filter(|_| !again);
        tokio::select! {
            () = &mut patience, if unchecked.is_some() => {
                return Ok(unchecked.unwrap_or_default());
            }
            changed = scenes.changed() => {
                if changed.is_err() {
                    let sentence = "the engine ended unexpectedly".to_owned();
                    return Err(Failure { code: 1, sentence }.into());
                }
                (news, is_typed) = (true, false);
            }
            line = input.line(), if awaits_code && !is_typed => {
                news = false;
                match AuthorizationCode::typed(line.expose()) {
                    Ok(code) => {
                        (is_typed, fault) = (true, None);
                        input.forget();
                        engine.send(Intent::Typed(code));
                    }
                    Err(error) => {
                        let sentence = typed::no_code(words, context, error);
                        face.say(&sentence)?;
                        fault = Some(sentence);
                    }
                }
            }
            _ = tick.tick(), if face.moves() => news = false,
            signal = signals.next() => {
                news = false;
                match signal {
                    Signal::End(signal) => return Err(End::Signal(signal)),
                    Signal::Resized => face.start_anew(),
                    Signal::Suspend => face.suspend(),
                }
            }
        }
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

fn say(lines: &[String]) -> Result<(), Failure> {
    let charset = Charset::of_system();
    let mut out = io::stdout().lock();
    lines
        .iter()
        .try_for_each(|line| writeln!(out, "{}", charset.fit(line)))
        .and_then(|()| out.flush())
        .map_err(|error| Failure::unexpected("the result could not be printed", &error))
}

/// Where it is shown.
enum Output {
    #[cfg(unix)]
    Picture(Tty),
    Lines(Lines),
}

impl Output {
    /// A picture on a terminal that can draw one, lines anywhere else.
    fn of_stdout() -> Self {
        #[cfg(unix)]
        if let Some(tty) = Tty::open() {
            return Self::Picture(tty);
        }
        Self::Lines(Lines::default())
    }

    /// Whether it shows seconds.
    fn moves(&self) -> bool {
        match self {
            #[cfg(unix)]
            Self::Picture(_) => true,
            Self::Lines(_) => false,
        }
    }

    /// What is typed from now on does not show in a picture.
    fn hush(&mut self) {
        match self {
            #[cfg(unix)]
            Self::Picture(tty) => tty.hush(),
            Self::Lines(_) => {}
        }
    }

    /// Says what was wrong with a line that was typed; a picture shows it as its fault.
    fn say(&self, sentence: &str) -> Result<(), Failure> {
        match self {
            #[cfg(unix)]
            Self::Picture(_) => Ok(()),
            Self::Lines(_) => say(&[sentence.to_owned()]),
        }
    }

    /// Shows a view, what was wrong with the line that was typed last, and what else a person should know.
    fn show(
        &mut self,
        words: &Words,
        context: &UiContext,
        view: &View,
        [fault, note]: [Option<&str>; 2],
    ) -> io::Result<()> {
        let (now, charset) = (clock::now(), Charset::of_system());
        match self {
            #[cfg(unix)]
            Self::Picture(tty) => {
                let note = fault.or(note);
                let term = std::env::var("TERM").unwrap_or_default();
                let canvas = Canvas {
                    size: tty::size(),
                    charset,
                    symbol: charset.symbol(&term),
                };
                let picture = picture::picture(words, context, view, note, canvas, now);
                tty.draw(&picture)
            }
            Self::Lines(lines) => {
                let mut out = io::stdout().lock();
                for line in lines.news(words, context, view, note, now) {
                    writeln!(out, "{}", charset.fit(&line))?;
                }
                out.flush()
            }
        }
    }

    /// The window has another size: nothing of the old picture is where it was.
    fn start_anew(&mut self) {
        match self {
            #[cfg(unix)]
            Self::Picture(tty) => tty.start_anew(),
            Self::Lines(_) => {}
        }
    }

    /// Stops this process as Ctrl-Z does, with the terminal as it was; goes on when a shell continues it.
    fn suspend(&mut self) {
        match self {
            #[cfg(unix)]
            Self::Picture(tty) => tty.suspend(),
            Self::Lines(_) => {}
        }
    }
}
