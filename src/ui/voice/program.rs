//! The programs that speak, and what each has to be told.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use tokio::process::{Child, Command};
use tokio::time::timeout;

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
    /// speech-dispatcher: it knows which voice the user has chosen, so it comes first.
    Dispatcher,
    EspeakNg,
    Espeak,
    /// Of macOS. It speaks with the voice of the system.
    Say,
    /// Every Windows has it, and with it the voices of the system.
    PowerShell,
}

/// What is looked for, in this order.
const KNOWN: [(&str, Synthesizer); 5] = [
    ("spd-say", Synthesizer::Dispatcher),
    ("espeak-ng", Synthesizer::EspeakNg),
    ("espeak", Synthesizer::Espeak),
    ("say", Synthesizer::Say),
    ("powershell.exe", Synthesizer::PowerShell),
];

/// Says its input with a voice of the language; without one, with that of the system.
const POWERSHELL: &str = "\
    $ErrorActionPreference = 'Stop'; \
    Add-Type -AssemblyName System.Speech; \
    $text = (New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)).ReadToEnd(); \
    $speech = New-Object Speech.Synthesis.SpeechSynthesizer; \
    $voice = $speech.GetInstalledVoices() | Where-Object { \
        $_.Enabled -and $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq 'LANGUAGE' \
    } | Select-Object -First 1; \
    if ($voice) { $speech.SelectVoice($voice.VoiceInfo.Name) }; \
    $speech.Speak($text)";

/// How long speech-dispatcher may take to understand that it shall be silent, and how long to be it. It takes some 20 ms
/// to the one, and half a second to the other.
const HUSH: Duration = Duration::from_secs(1);

impl Synthesizer {
    /// Whether its name means this program on this system: elsewhere `say` may be any.
    fn is_here(self) -> bool {
        match self {
            Self::Say => cfg!(target_os = "macos"),
            Self::PowerShell => cfg!(windows),
            Self::Dispatcher | Self::EspeakNg | Self::Espeak => cfg!(not(windows)),
        }
    }
}

impl Program {
    /// The first of them that is in one of the folders of a `PATH`.
    pub(super) fn find_in(path: &OsStr) -> Option<Self> {
        let mut known = KNOWN.into_iter().filter(|(_, kind)| kind.is_here());
        known.find_map(|(name, kind)| {
            let place = child::find(path, name)?;
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
    pub(super) fn voices(&self, language: Language) -> Vec<&'static str> {
        match (language, self.kind) {
            (_, Synthesizer::Say) => vec![""],
            // The dispatcher's modules compare tags, espeak's voices have names.
            (Language::Portuguese, kind) if kind != Synthesizer::Dispatcher => vec!["pt-br", "pt"],
            // `cmn` of espeak-ng 1.51 reads the numbers of the tones aloud; older ones have only that.
            (Language::Chinese, Synthesizer::EspeakNg) => vec!["cmn-latn-pinyin", "cmn"],
            (Language::Chinese, _) => vec!["zh"],
            _ => vec![language.tag()],
        }
    }

    /// Begins to say a text with one of the voices.
    pub(super) fn start(&self, text: &str, voice: &str) -> std::io::Result<Child> {
        let language = voice.get(..2).unwrap_or_default();
        let script = POWERSHELL.replace("LANGUAGE", language);
        let arguments: &[&str] = match self.kind {
            // It waits until it is said, so that what is being said can be told from what has been.
            Synthesizer::Dispatcher => &["--pipe-mode", "--wait", "--language", voice],
            Synthesizer::EspeakNg | Synthesizer::Espeak => &["--stdin", "-v", voice],
            Synthesizer::Say => &["-f", "-"],
            Synthesizer::PowerShell => &["-NoProfile", "-NonInteractive", "-Command", &script],
        };
        // Every user of this computer may read a command line, so a code goes through a pipe. A few hundred bytes are
        // less than it holds: this never waits.
        let (input, mut output) = std::io::pipe()?;
        output.write_all(text.as_bytes())?;
        drop(output);
        self.command(arguments).stdin(input).spawn()
    }

    /// Stops what it has started in the middle of a word.
    pub(super) async fn silence(&self, mut speech: Child) {
        if self.kind == Synthesizer::Dispatcher
            && let Ok(None) = speech.try_wait()
            // A server speaks there, which goes on without the client that asked it to.
            && let Ok(mut cancel) = self.command(&["--cancel"]).spawn()
        {
            for child in [&mut cancel, &mut speech] {
                // The server tells its client when it has fallen silent; until then it would drop the next text, too.
                let _ = timeout(HUSH, child.wait()).await;
            }
            // It fails where the process has ended already.
            let _ = cancel.kill().await;
        }
        let _ = speech.kill().await;
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::from(child::background(&self.place));
        command.args(arguments).kill_on_drop(true);
        command
    }
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
        child::assert_gets_no_secret(program.command(&["--stdin"]).as_std());
    }
}
