//! Programs that seem to speak: scripts that note what they are told.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::*;

const PROGRAMS: [&str; 3] = ["spd-say", "espeak-ng", "espeak"];

/// A machine on which one program speaks: it notes its arguments and its text, and then does as the script says.
struct Machine(tempfile::TempDir);

impl Machine {
    fn with(name: &str, then: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let heard = folder.path().join("heard");
        let script = format!(
            "#!/bin/sh\nexec >>{}\necho \"$@\"\ncat\necho \" by $$\"\n{then}\n",
            heard.display()
        );
        let program = folder.path().join(name);
        fs::write(&program, script).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        Self(folder)
    }

    fn voice(&self) -> Voice {
        Voice::find_in(self.0.path().as_os_str()).unwrap()
    }

    fn heard(&self) -> String {
        fs::read_to_string(self.0.path().join("heard")).unwrap_or_default()
    }

    /// Waits until a text was heard, and returns the process that said it.
    fn wait_for(&self, text: &str) -> PathBuf {
        let said_by = format!("{text} by ");
        until(text, || {
            let heard = self.heard();
            let (_, process) = heard.split_once(&said_by)?;
            let (process, _) = process.split_once('\n')?;
            Some(Path::new("/proc").join(process))
        })
    }
}

fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..500 {
        if let Some(found) = look() {
            return found;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("{what:?} never came");
}

/// Not even as a zombie.
fn wait_for_the_end_of(process: &Path) {
    until("end", || (!process.exists()).then_some(()));
}

const FOREVER: &str = "exec sleep 1000";

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
        let machine = Machine::with(name, "");
        let voice = machine.voice();
        voice.say("K wie Kilo".to_owned(), Language::German);
        machine.wait_for("K wie Kilo");
        let heard = machine.heard();
        let (arguments, _) = heard.split_once('\n').unwrap();
        assert!(arguments.ends_with(" de"), "{name} {arguments}");
        assert!(!arguments.contains("Kilo"), "{name} {arguments}");
    }
}

#[test]
fn what_has_been_said_leaves_no_process_behind() {
    let machine = Machine::with("espeak-ng", "");
    let voice = machine.voice();
    voice.say("K".to_owned(), Language::English);
    wait_for_the_end_of(&machine.wait_for("K"));
    drop(voice);
}

#[test]
fn a_new_text_silences_the_last_one_and_so_does_the_end() {
    for name in PROGRAMS {
        let machine = Machine::with(name, FOREVER);
        let voice = machine.voice();
        voice.say("first".to_owned(), Language::English);
        let first = machine.wait_for("first");
        voice.say("second".to_owned(), Language::English);
        let second = machine.wait_for("second");
        wait_for_the_end_of(&first);
        assert!(second.exists());
        drop(voice);
        assert!(!second.exists(), "{name} speaks on");
    }
}

#[test]
fn speech_dispatcher_is_told_to_be_silent_but_not_when_it_is_already() {
    for (then, hushed) in [(FOREVER, true), ("", false)] {
        // The one that hushes has nothing to say, and nothing to wait for.
        let then = format!("test \"$1\" = --cancel || {{\n{then}\n:\n}}");
        let machine = Machine::with("spd-say", &then);
        let voice = machine.voice();
        voice.say("K".to_owned(), Language::English);
        let process = machine.wait_for("K");
        if !hushed {
            wait_for_the_end_of(&process);
            thread::sleep(Duration::from_millis(200));
        }
        drop(voice);
        assert_eq!(machine.heard().contains("--cancel"), hushed);
    }
}

#[test]
fn presses_in_quick_succession_say_the_last_one_and_never_wait() {
    let machine = Machine::with("spd-say", FOREVER);
    let voice = machine.voice();
    let start = Instant::now();
    for number in 0..50 {
        voice.say(format!("text {number}"), Language::English);
    }
    assert!(start.elapsed() < Duration::from_millis(100));
    machine.wait_for("text 49");
    assert!(machine.heard().matches("text").count() <= 3);
    let start = Instant::now();
    drop(voice);
    assert!(
        start.elapsed() < Duration::from_secs(4),
        "though it never ends"
    );
}

#[test]
fn a_voice_that_is_not_there_gives_way_to_the_next() {
    let machine = Machine::with("espeak-ng", "test \"$3\" != cmn-latn-pinyin");
    let voice = machine.voice();
    voice.say("代码".to_owned(), Language::Chinese);
    until("second voice", || {
        machine.heard().contains("-v cmn\n代码 by").then_some(())
    });
    assert!(machine.heard().starts_with("--stdin -v cmn-latn-pinyin\n"));
}

#[test]
fn every_language_has_a_voice_of_its_own_and_espeak_reads_no_kanji() {
    for name in PROGRAMS {
        let voice = Machine::with(name, "").voice();
        for language in Language::ALL {
            let voices = voice.program.voices(language);
            assert!(!voices.is_empty() && !voices.contains(&""), "{name}");
            let read = voice.language_for(language) == language;
            let kanji = language == Language::Japanese && name != "spd-say";
            assert_eq!(read, !kanji, "{name} {language:?}");
        }
        let portuguese = voice.program.voices(Language::Portuguese)[0];
        assert_eq!(portuguese.to_lowercase(), "pt-br");
    }
}
