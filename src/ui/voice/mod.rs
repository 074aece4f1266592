//! A voice: whatever speech this machine has, found at run time. It never makes anybody wait.
//!
//! A thread of its own starts the program that speaks, and waits for its end: a program that hangs, or a sound card that
//! is not there, is nobody's trouble. A new text silences the last one, and so does the end of this program.

mod program;
#[cfg(all(test, unix))]
mod tests;

use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use self::program::Program;
use crate::words::Language;

/// How often a program that speaks is asked whether it has finished.
const LOOK: Duration = Duration::from_millis(100);
/// Speaks.
pub struct Voice {
    program: Program,
    /// The thread, once something was said.
    mouth: OnceLock<SpeechThread>,
}

struct SpeechThread {
    orders: Sender<Utterance>,
    thread: JoinHandle<()>,
}

/// What is to be said next.
struct Utterance {
    text: String,
    language: Language,
}

impl Voice {
    /// The voice of this machine, if it has one.
    #[must_use]
    pub fn find() -> Option<Self> {
        Self::find_in(&std::env::var_os("PATH")?)
    }

    /// The same in the folders of another `PATH`.
    pub(crate) fn find_in(path: &std::ffi::OsStr) -> Option<Self> {
        Some(Self {
            program: Program::find_in(path)?,
            mouth: OnceLock::new(),
        })
    }

    /// The language in which it is best understood by those who understand this one: this one, if it can be.
    #[must_use]
    pub fn language_for(&self, wanted: Language) -> Language {
        if self.program.can_read(wanted) {
            wanted
        } else {
            Language::English
        }
    }

    /// Says a text soon, and stops saying the last one.
    pub fn say(&self, text: String, language: Language) {
        let mouth = self.mouth.get_or_init(|| {
            let (orders, todo) = channel();
            let program = self.program.clone();
            let thread = thread::spawn(move || speak(&program, &todo));
            SpeechThread { orders, thread }
        });
        // The thread ends after this does.
        let _ = mouth.orders.send(Utterance { text, language });
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        if let Some(mouth) = self.mouth.take() {
            drop(mouth.orders);
            // It silences what is being said, which has a bound.
            let _ = mouth.thread.join();
        }
    }
}

/// Says what comes until nothing can come any more.
fn speak(program: &Program, orders: &Receiver<Utterance>) {
    while let Ok(mut order) = orders.recv() {
        while let Some(next) = say(program, &order, orders) {
            order = next;
        }
    }
}

/// Says one text to its end, or until another one comes.
fn say(program: &Program, order: &Utterance, orders: &Receiver<Utterance>) -> Option<Utterance> {
    for voice in program.voices(order.language) {
        let mut speech = match program.start(&order.text, voice) {
            Ok(speech) => speech,
            Err(error) => {
                tracing::debug!(%error, "no speech");
                return None;
            }
        };
        loop {
            match orders.recv_timeout(LOOK) {
                Ok(next) => {
                    speech.silence();
                    // Of many presses the last one counts.
                    return Some(orders.try_iter().last().unwrap_or(next));
                }
                Err(RecvTimeoutError::Disconnected) => {
                    speech.silence();
                    return None;
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            match speech.has_ended() {
                Some(true) => return None,
                // There is no such voice: perhaps there is the next one.
                Some(false) => break,
                None => {}
            }
        }
    }
    None
}
