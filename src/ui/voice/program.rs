//! The programs that speak, and what each has to be told.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::system::child;
use crate::words::Language;

/// A program that speaks.
#[derive(Clone, Debug)]
pub(super) struct Program {
    place: PathBuf,
    kind: Synthesizer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Synthesizer {
    /// speech-dispatcher: it knows which voice the person has chosen, so it comes first.
    Dispatcher,
    EspeakNg,
    Espeak,
    /// The one of macOS. It speaks with the voice of the system.
    Say,
}

/// What is looked for, in this order. Windows has none.
const KNOWN: [(&str, Synthesizer); 4] = [
    ("spd-say", Synthesizer::Dispatcher),
    ("espeak-ng", Synthesizer::EspeakNg),
    ("espeak", Synthesizer::Espeak),
    ("say", Synthesizer::Say),
];

/// How long speech-dispatcher may take to understand that it shall be silent, and how long to be it. It takes some 20 ms
/// to the one, and half a second to the other.
const HUSH: Duration = Duration::from_secs(1);

impl Program {
    /// The first of them that is in one of the folders of a `PATH`.
    pub(super) fn find_in(path: &OsStr) -> Option<Self> {
        let folders: Vec<_> = std::env::split_paths(path).collect();
        KNOWN
            .into_iter()
            // Elsewhere `say` is whatever somebody has called so.
            .filter(|(_, kind)| cfg!(target_os = "macos") || *kind != Synthesizer::Say)
            .find_map(|(name, kind)| {
                let mut places = folders.iter().map(|folder| folder.join(name));
                let place = places.find(|place| is_program(place))?;
                Some(Self { place, kind })
            })
    }

    /// Whether it makes words of a language's script.
    pub(super) fn can_read(&self, language: Language) -> bool {
        // Of each kanji espeak only says that it is a Chinese letter.
        let espeak = matches!(self.kind, Synthesizer::Espeak | Synthesizer::EspeakNg);
        !(espeak && language == Language::Japanese)
    }

    /// What it calls the voices of a language, the best first.
    pub(super) fn voices(&self, language: Language) -> &'static [&'static str] {
        match (language, self.kind) {
            (_, Synthesizer::Say) => &[""],
            (Language::English, _) => &["en"],
            (Language::German, _) => &["de"],
            (Language::Spanish, _) => &["es"],
            (Language::French, _) => &["fr"],
            (Language::Italian, _) => &["it"],
            (Language::Polish, _) => &["pl"],
            // The dispatcher's modules compare tags, espeak's voices have names.
            (Language::Portuguese, Synthesizer::Dispatcher) => &["pt-BR"],
            (Language::Portuguese, _) => &["pt-br", "pt"],
            (Language::Russian, _) => &["ru"],
            // `cmn` of espeak-ng 1.51 reads the numbers of the tones aloud; older ones have only that.
            (Language::Chinese, Synthesizer::EspeakNg) => &["cmn-latn-pinyin", "cmn"],
            (Language::Chinese, _) => &["zh"],
            (Language::Japanese, _) => &["ja"],
        }
    }

    /// Begins to say a text with one of the voices.
    pub(super) fn start(&self, text: &str, voice: &str) -> std::io::Result<Speech> {
        // A code is nothing for a command line, which everybody on this machine may read: it goes through a pipe.
        let arguments: &[&str] = match self.kind {
            // It waits until it is said, so that what is being said can be told from what has been.
            Synthesizer::Dispatcher => &["--pipe-mode", "--wait", "--language", voice],
            Synthesizer::EspeakNg | Synthesizer::Espeak => &["--stdin", "-v", voice],
            Synthesizer::Say => &["-f", "-"],
        };
        let child = self.command(arguments).stdin(Stdio::piped()).spawn()?;
        let mut speech = Speech {
            child,
            program: self.clone(),
        };
        if let Some(mut ears) = speech.child.stdin.take() {
            // A few hundred bytes: less than a pipe holds, so this never waits.
            ears.write_all(text.as_bytes())?;
        }
        Ok(speech)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = child::command(&self.place);
        command
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }
}

/// A text that is being said. Its program does not outlive it.
pub(super) struct Speech {
    child: Child,
    program: Program,
}

impl Speech {
    /// Whether it went well, once it has ended.
    pub(super) fn has_ended(&mut self) -> Option<bool> {
        match self.child.try_wait() {
            Ok(status) => status.map(|status| status.success()),
            Err(_) => Some(true),
        }
    }

    /// Waits for its end, but not long.
    fn wait(&mut self) {
        let steps = 50;
        for _ in 0..steps {
            if self.has_ended().is_some() {
                break;
            }
            std::thread::sleep(HUSH / steps);
        }
    }

    /// Stops it in the middle of a word.
    pub(super) fn silence(mut self) {
        if self.has_ended().is_some() || self.program.kind != Synthesizer::Dispatcher {
            return;
        }
        // Who speaks there is a server, which goes on without the one that asked it to.
        let mut hush = self.program.command(&["--cancel"]);
        if let Ok(child) = hush.stdin(Stdio::null()).spawn() {
            let program = self.program.clone();
            Self { child, program }.wait();
            // The server tells it when it has fallen silent; until then it would drop the next text, too.
            self.wait();
        }
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata()
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.with_extension("exe").is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_speaks_inherits_no_secret() {
        let program = Program {
            place: "x".into(),
            kind: Synthesizer::Espeak,
        };
        child::assert_gets_no_secret(&program.command(&["--stdin"]));
    }
}
