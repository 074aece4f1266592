//! `couchpin pair`: the same engine in a terminal.
//!
//! On a terminal it is a picture that is redrawn once a second; anywhere else it is plain lines, one for each change. The
//! code of a page may be pasted, and so may the client id. It ends by itself: after the pairing, or when a person has to do something elsewhere.
//! However it is ended, the terminal is left as it was, and a token that is on its way is stored. A second signal does
//! not wait for that.

mod charset;
mod client;
mod input;
mod lines;
mod log;
mod picture;
mod screen;
mod session;
#[cfg(test)]
mod tests;
mod text;

use std::io::{self, Write as _};

use crate::engine::Engine;
use crate::engine::hook::Hook;
use crate::pairing::View;
use crate::system::signals::{BySignal, EndSignals};
use crate::ui::UiContext;
pub use crate::ui::presentation::Failure;
use crate::ui::presentation::Terminal;
use crate::words::{Language, Words};

use charset::Charset;
pub use log::log;

impl Failure {
    fn because(what: &str) -> impl Fn(io::Error) -> Self {
        move |error| Self {
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
        .map_err(Failure::because("the terminal cannot be attended"))?;
    let ended = runtime.block_on(async {
        let mut signals =
            EndSignals::listen().map_err(Failure::because("signals cannot be heard"))?;
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
    let (ended, mut signalled) = tokio::select! {
        ended = session::run(&engine, words, context, options) => (ended, None),
        signal = signals.next() => (Err(interrupted(signal)), Some(signal)),
    };
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
    let shown = session::shown(&view, words, context).terminal;
    match (signalled, last_word(&view, &shown)) {
        (None, said) => ended.or_else(|failure| said.ok_or(failure)),
        (Some(signal), None) => Err(by_signal(signal, shown.interrupted)),
        (Some(signal), Some(said)) => {
            say(&said)?;
            Err(by_signal(signal, String::new()))
        }
    }
}

/// What is said of a fresh pairing, whatever else is known of it.
fn last_word(view: &View, shown: &Terminal) -> Option<String> {
    let end = shown.end.clone()?.ok();
    end.filter(|_| matches!(view, View::Paired { fresh: true, .. }))
}

fn say(lines: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", Charset::of_system().fit(lines))
        .and_then(|()| out.flush())
        .map_err(Failure::because("the result could not be printed"))
}
