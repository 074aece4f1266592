//! Reading aloud, with programs that seem to speak.

use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::samples::{paired, waiting};
use super::test_tv::TestTv;
use crate::input::Button;
use crate::pairing::View;
use crate::ui::tv::Language;
use crate::ui::voice::Voice;

fn pairing() -> View {
    View::Waiting(Box::new(waiting()))
}

#[test]
fn read_aloud_is_the_first_of_more_while_there_is_a_code_and_a_voice() {
    let speaker = Speaker::called("spd-say");
    for (view, voice, offered) in [
        (pairing(), true, true),
        (pairing(), false, false),
        (paired(false), true, false),
    ] {
        let mut tv = if voice {
            TestTv::with_voice(view, speaker.voice(), Language::English)
        } else {
            TestTv::showing(view)
        };
        tv.press(Button::Menu);
        assert_eq!(tv.focused() == "Read aloud", offered);
        assert_eq!(tv.says("Read aloud"), offered);
    }
}

#[test]
fn read_aloud_spells_the_code_in_a_language_that_the_voice_can_read() {
    for (program, language, heard) in [
        ("spd-say", Language::English, "Again: K as in Kilo, 7, "),
        (
            "espeak-ng",
            Language::German,
            "Noch einmal: K wie Kilo, 7, ",
        ),
        (
            "spd-say",
            Language::Japanese,
            "もう一度読みます。Kilo の K, 7, ",
        ),
        ("espeak-ng", Language::Japanese, "Again: K as in Kilo, 7, "),
    ] {
        let speaker = Speaker::called(program);
        let mut tv = TestTv::with_voice(pairing(), speaker.voice(), language);
        tv.press(Button::Menu);
        tv.press(Button::Ok);
        let said = speaker.wait_for(heard);
        assert!(said.contains("simkl.com/pin"), "{said}");
    }
}

/// A program that seems to speak, and notes what it should say.
struct Speaker(tempfile::TempDir);

impl Speaker {
    fn called(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let script = format!("#!/bin/sh\ncat >> {}/said\n", folder.path().display());
        let program = folder.path().join(name);
        std::fs::write(&program, script).unwrap();
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
        Self(folder)
    }

    fn voice(&self) -> Voice {
        Voice::find_in(self.0.path().as_os_str()).unwrap()
    }

    fn wait_for(&self, text: &str) -> String {
        for _ in 0..500 {
            let said = std::fs::read_to_string(self.0.path().join("said")).unwrap_or_default();
            if said.contains(text) {
                return said;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{text:?} was never said");
    }
}
