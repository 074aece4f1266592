//! A voice: whatever speech this machine has, found at run time. It never makes anybody wait.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use crate::words::Language;

/// The programs that can speak, the system's own first: speech-dispatcher knows which voice the person has chosen.
const PROGRAMS: [&str; 3] = ["spd-say", "espeak-ng", "espeak"];

/// A program that speaks.
pub struct Voice {
    program: PathBuf,
    /// What is being said.
    speaking: Mutex<Option<Child>>,
}

impl Voice {
    /// The voice of this machine, if it has one.
    #[must_use]
    pub fn find() -> Option<Self> {
        Self::find_in(&std::env::var_os("PATH")?)
    }

    fn find_in(path: &std::ffi::OsStr) -> Option<Self> {
        let folders: Vec<_> = std::env::split_paths(path).collect();
        let program = PROGRAMS.iter().find_map(|name| {
            let mut places = folders.iter().map(|folder| folder.join(name));
            places.find(|place| is_program(place))
        })?;
        Some(Self {
            program,
            speaking: Mutex::new(None),
        })
    }

    /// Says a text, and stops saying the last one.
    pub fn say(&self, text: &str, language: Language) {
        let mut speaking = self
            .speaking
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(mut last) = speaking.take() {
            let _ = last.kill();
            let _ = last.wait();
        }
        match self.start(text, language) {
            Ok(child) => *speaking = Some(child),
            Err(error) => tracing::debug!(%error, "no speech"),
        }
    }

    fn start(&self, text: &str, language: Language) -> std::io::Result<Child> {
        let language = language.tag().split('-').next().unwrap_or_default();
        let mut command = Command::new(&self.program);
        // A code is nothing for a command line, which everybody on this machine may read.
        if self.program.ends_with("spd-say") {
            command.args(["--pipe-mode", "--language", language]);
        } else {
            command.args(["--stdin", "-v", language]);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        if let Some(mut ears) = child.stdin.take() {
            // A few hundred bytes: less than a pipe holds, so this never waits.
            ears.write_all(text.as_bytes())?;
        }
        Ok(child)
    }
}

impl Drop for Voice {
    fn drop(&mut self) {
        let speaking = self.speaking.get_mut();
        if let Some(mut last) = speaking.ok().and_then(Option::take) {
            let _ = last.kill();
            let _ = last.wait();
        }
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

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;
    use std::time::Duration;

    use super::*;

    fn speaker(folder: &Path, name: &str) {
        let heard = folder.join("heard");
        let script = format!(
            "#!/bin/sh\necho \"$@\" >> {0}\ncat >> {0}\n",
            heard.display()
        );
        let program = folder.join(name);
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn heard(folder: &Path, text: &str) -> String {
        for _ in 0..500 {
            let heard = fs::read_to_string(folder.join("heard")).unwrap_or_default();
            if heard.contains(text) {
                return heard;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{text:?} was never said");
    }

    #[test]
    fn a_machine_without_speech_has_no_voice() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Voice::find_in(folder.path().as_os_str()).is_none());
        fs::write(folder.path().join("spd-say"), "").unwrap();
        assert!(
            Voice::find_in(folder.path().as_os_str()).is_none(),
            "what cannot be run cannot speak"
        );
    }

    #[test]
    fn a_text_is_said_in_its_language_and_never_stands_on_a_command_line() {
        for name in PROGRAMS {
            let folder = tempfile::tempdir().unwrap();
            speaker(folder.path(), name);
            let voice = Voice::find_in(folder.path().as_os_str()).unwrap();
            voice.say("K wie Kilo", Language::German);
            let heard = heard(folder.path(), "K wie Kilo");
            let (arguments, said) = heard.split_once('\n').unwrap();
            assert!(arguments.ends_with(" de"), "{name} {arguments}");
            assert!(!arguments.contains("Kilo"), "{name} {arguments}");
            assert_eq!(said, "K wie Kilo");
        }
    }
}
