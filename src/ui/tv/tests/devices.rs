//! What the person holds: unknown keys that are taught, the remote test, hints, and the size of the picture.

use super::samples::{paired, waiting};
use super::test_tv::TestTv;
use crate::input::{Button, Device, Labels, PressSource};
use crate::pairing::View;
use crate::ui::tv::Setting;

const UNKNOWN_KEY: u16 = 0x2c0;

fn pairing() -> TestTv {
    TestTv::showing(View::Waiting(Box::new(waiting())))
}

fn pad(labels: Labels) -> PressSource {
    PressSource::Gamepad {
        name: "Pad".into(),
        labels,
    }
}

fn tested() -> TestTv {
    let mut tv = pairing();
    tv.open(&["Test the remote"]);
    tv
}

#[test]
fn a_dead_ok_that_is_pressed_again_and_again_can_be_taught_with_nothing_but_itself() {
    let mut tv = pairing();
    for _ in 0..2 {
        tv.press_key(UNKNOWN_KEY, PressSource::Window);
        assert_eq!(tv.focused(), "Enlarge QR", "once is an accident");
    }
    tv.press_key(UNKNOWN_KEY, PressSource::Window);
    assert!(tv.says("New button: 704"));
    assert_eq!(tv.focused(), "OK", "what is missed most comes first");
    tv.press_key(UNKNOWN_KEY, PressSource::Window);
    assert_eq!(
        *tv.shared.saved.borrow(),
        [Setting::Teach(UNKNOWN_KEY, Button::Ok)]
    );
    assert_eq!(tv.focused(), "Enlarge QR");
    tv.press_key(UNKNOWN_KEY, PressSource::Window);
    assert_eq!(tv.buttons(), ["Shrink QR"], "and it is OK from now on");
}

#[test]
fn letters_and_volume_never_ask_to_be_taught() {
    for code in [30, 114, 115] {
        let mut tv = pairing();
        for _ in 0..5 {
            tv.press_key(code, PressSource::Window);
        }
        assert_eq!(tv.focused(), "Enlarge QR", "{code}");
    }
}

#[test]
fn the_remote_test_shows_each_press_with_its_code_its_source_and_what_it_does() {
    let mut tv = tested();
    assert!(tv.says("Nothing pressed yet"));
    let name = "HDMI CEC".into();
    tv.press_key(358, PressSource::Remote { name });
    assert!(tv.says("Info") && tv.says("code 358 (0x166)") && tv.says("HDMI CEC"));
    tv.press_key(106, PressSource::Window);
    assert!(tv.says("Right") && tv.says("keyboard or remote"));
    tv.press_key(353, PressSource::Window);
    assert!(
        tv.says("code 353 (0x161)") && tv.says("code 358"),
        "OK is tested, too"
    );
    tv.press(Button::Back);
    tv.press(Button::Left);
    tv.press(Button::Back);
    assert_eq!(tv.buttons(), [""; 0], "so is Back");
    assert!(tv.says("Press Back twice to leave"));
    tv.press(Button::Back);
    assert_eq!(
        tv.focused(),
        "Test the remote",
        "twice in a row it leads back"
    );
}

#[test]
fn an_unknown_key_is_taught_at_once_where_the_remote_is_tested() {
    let mut tv = tested();
    tv.press_key(UNKNOWN_KEY, PressSource::Window);
    assert_eq!(tv.focused(), "OK");
    tv.press(Button::Down);
    tv.press(Button::Ok);
    assert_eq!(
        *tv.shared.saved.borrow(),
        [Setting::Teach(UNKNOWN_KEY, Button::Back)]
    );
    assert!(tv.says("Test the remote"), "back at the test");
    tv.press(Button::Back);
    tv.press(Button::Back);
    tv.press(Button::Back);
    tv.open(&["Settings", "Taught buttons"]);
    assert_eq!(tv.focused(), "Keep");
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.shared.saved.borrow()[1..], [Setting::ForgetTaught]);
    assert!(!tv.buttons().contains(&"Taught buttons".to_owned()));
    for _ in 0..3 {
        tv.press_key(UNKNOWN_KEY, PressSource::Window);
    }
    assert_eq!(tv.focused(), "OK", "it is unknown again");
    tv.press(Button::Back);
    assert_eq!(tv.shared.saved.borrow().len(), 2, "Back teaches nothing");
}

#[test]
fn what_may_not_be_read_is_named_with_how_to_allow_it() {
    let mut tv = tested();
    tv.remote().set_devices(vec![Device {
        name: format!("A very long name \u{7} {}", "x".repeat(300)).into(),
        node: "/dev/input/event3".into(),
        readable: false,
        gamepad: false,
    }]);
    tv.harness.step();
    assert!(tv.says("Can’t read A very long name"));
    assert!(tv.says("/dev/input/event3") && tv.says("udev rule"));
    super::check_texts(&tv, "devices that may not be read");
}

#[test]
fn a_and_b_change_places_where_there_is_a_pad() {
    let mut tv = pairing();
    tv.remote().set_devices(vec![Device {
        name: "Pad".into(),
        node: "/dev/input/event4".into(),
        readable: true,
        gamepad: true,
    }]);
    tv.open(&["Settings", "Gamepad buttons"]);
    for (swapped, button) in [(true, Button::Down), (false, Button::Up)] {
        if !swapped {
            tv.press(Button::Ok);
        }
        tv.press(button);
        tv.press(Button::Ok);
        assert_eq!(tv.remote().with_keymap(|keymap| keymap.swapped), swapped);
    }
    let kept = [Setting::Swap(true), Setting::Swap(false)];
    assert_eq!(*tv.shared.saved.borrow(), kept);
}

#[test]
fn hints_follow_the_device_that_was_used_last() {
    let mut tv = pairing();
    let remote = || PressSource::Remote { name: "CEC".into() };
    for (code, source, signs) in [
        (106, PressSource::Window, ["OK", "Back"]),
        (30, PressSource::Window, ["Enter", "Esc"]),
        (105, PressSource::Window, ["Enter", "Esc"]),
        (106, pad(Labels::Letters), ["A", "B"]),
        (106, pad(Labels::Shapes), ["×", "○"]),
        (105, PressSource::Window, ["OK", "Back"]),
        (106, pad(Labels::Letters), ["A", "B"]),
        (358, remote(), ["OK", "Back"]),
    ] {
        tv.press_key(code, source.clone());
        for sign in signs {
            assert!(tv.says_exactly(sign), "{sign} after {code} of {source:?}");
        }
    }
    tv.remote().with_keymap(|keymap| keymap.swapped = true);
    tv.press_key(106, pad(Labels::Letters));
    assert!(tv.right_of("B", "A"), "OK, which is now B, stands first");
}

#[test]
fn the_picture_is_made_smaller_by_remote_and_stays_so() {
    let mut tv = pairing();
    tv.open(&["Picture size"]);
    assert!(tv.says("100 %"));
    assert_eq!(tv.focused(), "Done");
    assert_eq!(tv.enabled(), ["Smaller", "Done"]);
    tv.press(Button::Right);
    assert!(tv.says("100 %"), "it is never larger than the television");
    for _ in 0..30 {
        tv.press(Button::Left);
    }
    assert!(tv.says("80 %"), "nor too small to read");
    assert_eq!(tv.enabled(), ["Larger", "Done"]);
    let kept = tv.shared.saved.borrow().last().copied();
    assert_eq!(kept, Some(Setting::Overscan(10.0)));
    tv.press(Button::Back);
    assert_eq!(tv.focused(), "Picture size");
}

#[test]
fn an_approval_closes_the_remote_test() {
    let mut tv = tested();
    tv.show(paired(true));
    assert!(tv.says("Signed in as Ann"));
    assert_eq!(tv.focused(), "Done");
}

#[test]
fn a_setting_that_cannot_be_kept_says_why_and_holds() {
    let mut tv = TestTv::that_cannot_save(View::Waiting(Box::new(waiting())));
    tv.open(&["Picture size"]);
    tv.press(Button::Left);
    assert!(tv.says("99 %"));
    assert!(tv.says("couldn’t be saved. The disk is full"));
    for text in ["Normal", "Large"] {
        let mut tv = TestTv::that_cannot_save(View::Waiting(Box::new(waiting())));
        tv.open(&["Settings", "Text size", text]);
        assert!(tv.says("couldn’t be saved. The disk is full"));
        super::check_texts(&tv, "settings that could not be kept");
    }
}
