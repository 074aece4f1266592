//! What the person holds: unknown keys that are taught, the remote test, hints, and the size of the picture.

use super::samples::{paired, waiting};
use super::sofa::Sofa;
use crate::input::{Button, Device, Labels, PressSource};
use crate::pairing::View;
use crate::ui::tv::Setting;

const STRANGER: u16 = 0x2c0;

fn pairing() -> Sofa {
    Sofa::before(View::Waiting(Box::new(waiting())))
}

fn pad(labels: Labels) -> PressSource {
    PressSource::Gamepad {
        name: "Pad".into(),
        labels,
    }
}

fn tested() -> Sofa {
    let mut sofa = pairing();
    sofa.open(&["Test the remote"]);
    sofa
}

#[test]
fn a_dead_ok_that_is_pressed_again_and_again_can_be_taught_with_nothing_but_itself() {
    let mut sofa = pairing();
    for _ in 0..2 {
        sofa.press_key(STRANGER, PressSource::Window);
        assert_eq!(sofa.focused(), "Bigger QR", "once is an accident");
    }
    sofa.press_key(STRANGER, PressSource::Window);
    assert!(sofa.says("Key 704 is not known yet"));
    assert_eq!(sofa.focused(), "OK", "what is missed most comes first");
    sofa.press_key(STRANGER, PressSource::Window);
    assert_eq!(*sofa.kept.borrow(), [Setting::Teach(STRANGER, Button::Ok)]);
    assert_eq!(sofa.focused(), "Bigger QR");
    sofa.press_key(STRANGER, PressSource::Window);
    assert_eq!(sofa.buttons(), ["Smaller QR"], "and it is OK from now on");
}

#[test]
fn letters_and_volume_never_ask_to_be_taught() {
    for code in [30, 114, 115] {
        let mut sofa = pairing();
        for _ in 0..5 {
            sofa.press_key(code, PressSource::Window);
        }
        assert_eq!(sofa.focused(), "Bigger QR", "{code}");
    }
}

#[test]
fn the_remote_test_shows_each_press_with_its_code_its_source_and_what_it_does() {
    let mut sofa = tested();
    assert!(sofa.says("Nothing pressed yet"));
    let name = "HDMI CEC".into();
    sofa.press_key(358, PressSource::Remote { name });
    assert!(sofa.says("Info") && sofa.says("code 358 (0x166)") && sofa.says("HDMI CEC"));
    sofa.press_key(106, PressSource::Window);
    assert!(sofa.says("Right") && sofa.says("keyboard or remote"));
    assert_eq!(sofa.focused(), "Done", "an arrow is shown and moves, too");
    sofa.press_key(105, PressSource::Window);
    sofa.press_key(353, PressSource::Window);
    assert!(!sofa.says("code 358"), "Start over");
    assert!(sofa.says("code 353 (0x161)"), "but OK is tested, too");
    sofa.press(Button::Back);
    assert_eq!(sofa.focused(), "Test the remote");
}

#[test]
fn an_unknown_key_is_taught_at_once_where_the_remote_is_tested() {
    let mut sofa = tested();
    sofa.press_key(STRANGER, PressSource::Window);
    assert_eq!(sofa.focused(), "OK");
    sofa.press(Button::Down);
    sofa.press(Button::Ok);
    assert_eq!(
        *sofa.kept.borrow(),
        [Setting::Teach(STRANGER, Button::Back)]
    );
    assert_eq!(
        sofa.buttons(),
        ["Start over", "Forget taught keys", "Done"],
        "back at the test"
    );
    sofa.press(Button::Right);
    sofa.press(Button::Ok);
    assert_eq!(sofa.kept.borrow()[1..], [Setting::ForgetTaught]);
    assert_eq!(sofa.buttons(), ["Start over", "Done"]);
    sofa.press_key(STRANGER, PressSource::Window);
    assert_eq!(sofa.focused(), "OK", "it is unknown again");
    sofa.press(Button::Back);
    assert_eq!(
        sofa.buttons(),
        ["Start over", "Done"],
        "Back teaches nothing"
    );
}

#[test]
fn what_may_not_be_read_is_named_with_how_to_allow_it() {
    let mut sofa = tested();
    sofa.remote().set_devices(vec![Device {
        name: format!("A very long name \u{7} {}", "x".repeat(300)).into(),
        node: "/dev/input/event3".into(),
        readable: false,
        gamepad: false,
    }]);
    sofa.harness.step();
    assert!(sofa.says("May not be read: A very long name"));
    assert!(sofa.says("/dev/input/event3") && sofa.says("udev rule"));
    super::check_texts(&sofa, "devices that may not be read");
}

#[test]
fn a_and_b_change_places_where_there_is_a_pad() {
    let mut sofa = tested();
    sofa.remote().set_devices(vec![Device {
        name: "Pad".into(),
        node: "/dev/input/event4".into(),
        readable: true,
        gamepad: true,
    }]);
    sofa.press(Button::Right);
    assert_eq!(sofa.focused(), "Swap A and B");
    for swapped in [true, false] {
        sofa.press(Button::Ok);
        assert_eq!(sofa.remote().with_keymap(|keymap| keymap.swapped), swapped);
    }
    let kept = [Setting::Swap(true), Setting::Swap(false)];
    assert_eq!(*sofa.kept.borrow(), kept);
}

#[test]
fn hints_follow_the_device_that_was_used_last() {
    let mut sofa = pairing();
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
        sofa.press_key(code, source.clone());
        for sign in signs {
            assert!(sofa.says_exactly(sign), "{sign} after {code} of {source:?}");
        }
    }
    sofa.remote().with_keymap(|keymap| keymap.swapped = true);
    sofa.press_key(106, pad(Labels::Letters));
    assert!(sofa.right_of("B", "A"), "OK, which is now B, stands first");
}

#[test]
fn the_picture_is_made_smaller_by_remote_and_stays_so() {
    let mut sofa = pairing();
    sofa.open(&["Picture size"]);
    assert!(sofa.says("100 %"));
    sofa.press(Button::Right);
    sofa.press(Button::Ok);
    assert!(sofa.says("100 %"), "it is never larger than the television");
    sofa.press(Button::Left);
    for _ in 0..30 {
        sofa.press(Button::Ok);
    }
    assert!(sofa.says("80 %"), "nor too small to read");
    let kept = sofa.kept.borrow().last().copied();
    assert_eq!(kept, Some(Setting::Overscan(10.0)));
    sofa.press(Button::Back);
    assert_eq!(sofa.focused(), "Picture size");
}

#[test]
fn an_approval_closes_the_remote_test() {
    let mut sofa = tested();
    sofa.show(paired(true));
    assert!(sofa.says("Paired as Ann"));
    assert_eq!(sofa.focused(), "Done");
}

#[test]
fn a_setting_that_cannot_be_kept_says_why_and_holds() {
    let mut sofa = Sofa::that_keeps_nothing(View::Waiting(Box::new(waiting())));
    sofa.open(&["Picture size"]);
    sofa.press(Button::Ok);
    assert!(sofa.says("99 %"));
    assert!(sofa.says("could not be kept: The disk is full"));
    for text in ["Normal", "Large"] {
        let mut sofa = Sofa::that_keeps_nothing(View::Waiting(Box::new(waiting())));
        sofa.open(&["Settings", "Text size", text]);
        assert!(sofa.says("could not be kept: The disk is full"));
        super::check_texts(&sofa, "settings that could not be kept");
    }
}
