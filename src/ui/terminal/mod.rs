//! `couchpin pair`: the same engine in a terminal.
//!
//! On a terminal it is a picture that is redrawn once a second; anywhere else it is plain lines, one for each change. The
//! code of a page may be pasted. It ends by itself: after the pairing, or when a person has to do something elsewhere.
//! However it is ended, the terminal is left as it was, and a token that is on its way is stored. A second signal does
//! not wait for that.

mod charset;
mod input;
mod lines;
mod log;
mod picture;
mod screen;
mod session;
mod step;
#[cfg(test)]
mod tests;
mod text;
mod typed;

use std::io::{self, Write as _};

use crate::engine::Engine;
use crate::engine::hook::Hook;
use crate::system::signals::{BySignal, EndSignals};
use crate::ui::UiContext;
use crate::words::{Language, Words};

use charset::Charset;
pub use log::log;
use session::Session;

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
    let ended = runtime.block_on(async {
        let mut signals = EndSignals::listen()
            .map_err(|error| Failure::unexpected("signals cannot be heard", &error))?;
        let said = shown_and_left(engine, &mut signals, words, context, options).await?;
        say(&said)?;
        if on_paired.is_running() {
            say(&words.get("terminal-hook"))?;
            // It goes on by itself if a person does not want to wait for it.
            tokio::select! {
                () = on_paired.ended() => {}
                _ = signals.next() => {}
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

/// Shows what the engine does, then leaves the engine, which stores a token that is on its way. The last word.
async fn shown_and_left(
    engine: Engine,
    signals: &mut EndSignals,
    words: &Words,
    context: &UiContext,
    options: Options,
) -> Result<String, Failure> {
    let by_signal = |signal: BySignal, sentence| Failure {
        code: signal.exit_code(),
        sentence,
    };
    let interrupted = |signal| by_signal(signal, words.get("terminal-interrupted"));
    let scenes = engine.scenes();
    let mut session = Session::new(&engine, words, context, options)?;
    let (ended, mut signalled) = tokio::select! {
        ended = session.run() => (ended, None),
        signal = signals.next() => (Err(interrupted(signal)), Some(signal)),
    };
    drop(session);
    let mut leaving = tokio::task::spawn_blocking(move || engine.leave());
    loop {
        tokio::select! {
            _ = &mut leaving => break,
            // The first one waits.
            signal = signals.next() => if signalled.replace(signal).is_some() {
                return Err(interrupted(signal));
            },
        }
    }
    let view = scenes.borrow().view.clone();
    match (signalled, step::last_word(&view, words, context)) {
        (None, said) => ended.or_else(|failure| said.ok_or(failure)),
        (Some(signal), None) => Err(by_signal(signal, step::not_paired(&view, words, context))),
        (Some(signal), Some(said)) => {
            say(&said)?;
            Err(by_signal(signal, String::new()))
        }
    }
}

fn say(lines: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", Charset::of_system().fit(lines))
        .and_then(|()| out.flush())
        .map_err(|error| Failure::unexpected("the result could not be printed", &error))
}
