//! Speech, with whatever program this computer has, found at run time. Its callers never wait.
//!
//! A thread of its own starts the program that speaks, and waits for its end: a program that hangs, or a sound card that
//! is not there, delays nothing. A new text silences the last one, and so does the end of this program.

mod program;
#[cfg(all(test, unix))]
mod tests;

use std::sync::OnceLock;
use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use self::program::Program;
use crate::words::Language;

/// Speaks.
pub struct Voice {
    program: Program,
    /// Started with the first text.
    thread: OnceLock<(UnboundedSender<Utterance>, JoinHandle<()>)>,
}

/// A text and its language.
type Utterance = (String, Language);

impl Voice {
    /// The voice of this computer, if it has one.
    #[must_use]
    pub fn find() -> Option<Self> {
        Self::find_in(&std::env::var_os("PATH")?)
    }

    /// The same in the folders of another `PATH`.
    pub(crate) fn find_in(path: &std::ffi::OsStr) -> Option<Self> {
        Some(Self {
            program: Program::find_in(path)?,
            thread: OnceLock::new(),
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
        let (texts, _) = self.thread.get_or_init(|| {
            let (texts, inbox) = unbounded_channel();
            let program = self.program.clone();
            (texts, thread::spawn(move || run(&program, inbox)))
        });
        // Without a runtime the thread ends, and nothing is said.
        let _ = texts.send((text, language));
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        if let Some((texts, thread)) = self.thread.take() {
            drop(texts);
            // It silences what is being said, which has a bound; a panic of its own was reported by the hook.
            let _ = thread.join();
        }
    }
}

fn run(program: &Program, mut texts: UnboundedReceiver<Utterance>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(async {
            let mut next = texts.recv().await;
            while let Some((text, language)) = next {
                next = say(program, &text, language, &mut texts).await;
            }
        }),
        Err(error) => tracing::debug!(%error, "no speech"),
    }
}

/// Says one text to its end, or until another one comes, which it returns.
async fn say(
    program: &Program,
    text: &str,
    language: Language,
    texts: &mut UnboundedReceiver<Utterance>,
) -> Option<Utterance> {
    for voice in program.voices(language) {
        let mut speech = match program.start(text, voice) {
            Ok(speech) => speech,
            Err(error) => {
                tracing::debug!(%error, "no speech");
                break;
            }
        };
        tokio::select! {
            mut next = texts.recv() => {
                program.silence(speech).await;
                // Of many presses the last one counts.
                while let Ok(newer) = texts.try_recv() {
                    next = Some(newer);
                }
                return next;
            }
            ended = speech.wait() => {
                // Where there is no such voice, perhaps there is the next one.
                if ended.map_or(true, |status| status.success()) {
                    break;
                }
            }
        }
    }
    texts.recv().await
}
