//! Whole pairings with the remote, by streams of real drivers' codes: each remote and each gamepad alone goes from the
//! code to the end, against the real engine and the stand-in for Simkl. No window, no device, no picture.

mod plugging;
mod reader;
mod recording;
mod sofa;

use std::time::Duration;

use couchpin::input::evdev::DeviceKind;
use couchpin::input::{Button, Labels, PressSource, Remote};
use couchpin::system::clock;

use recording::Recording;
use sofa::{Hand, Session, Sofa};

/// The recordings, what each is, and how often it says "right" on its way.
const ALL: [(&str, DeviceKind, usize); 9] = [
    ("hdmi-cec", DeviceKind::Remote, 3),
    ("bluetooth-menu-pick", DeviceKind::Remote, 3),
    ("mce-infrared", DeviceKind::Remote, 3),
    // Held once, it goes on after 400, 520 and 640 milliseconds.
    ("xbox-360", DeviceKind::Gamepad, 4),
    ("dualsense", DeviceKind::Gamepad, 3),
    ("switch-pro", DeviceKind::Gamepad, 3),
    ("8bitdo-hat", DeviceKind::Gamepad, 3),
    ("8bitdo-buttons", DeviceKind::Gamepad, 3),
    ("dualshock-3", DeviceKind::Gamepad, 3),
];

#[test]
fn each_device_is_known_by_what_it_can_do() {
    for (name, kind, _) in ALL {
        let recording = Recording::read(name);
        let found = recording.description.kind(&Remote::default());
        assert_eq!(found, Some(kind), "{name}");
    }
}

#[test]
fn every_press_counts_once_under_x_and_under_wayland() {
    for (name, _, rights) in ALL {
        let expected: Vec<Button> = [Button::Ok, Button::Back]
            .into_iter()
            .chain(std::iter::repeat_n(Button::Right, rights))
            .chain([Button::Ok, Button::Ok])
            .collect();
        for session in [Session::X11, Session::Wayland] {
            let remote = Remote::default();
            let recording = Recording::read(name);
            let mut hand = Hand::holding(&recording, session, &remote);
            let start = clock::now();
            let mut said = Vec::new();
            for (after, event) in &recording.events {
                hand.send(*event, start + *after, || {
                    said.extend(remote.take(start).into_iter().map(|press| press.button));
                });
            }
            assert_eq!(said, expected, "{name} under {session:?}");
        }
    }
}

#[test]
fn a_press_past_the_window_names_its_device_and_its_signs() {
    for (name, labels) in [
        ("xbox-360", Labels::Letters),
        ("dualsense", Labels::Shapes),
        ("dualshock-3", Labels::Shapes),
        ("switch-pro", Labels::Letters),
    ] {
        let (remote, recording) = (Remote::default(), Recording::read(name));
        let mut hand = Hand::holding(&recording, Session::Wayland, &remote);
        let start = clock::now();
        for (after, event) in &recording.events {
            hand.send(*event, start + *after, || {});
        }
        let source = PressSource::Gamepad {
            name: recording.description.name.as_str().into(),
            labels,
        };
        let presses = remote.take(start + Duration::from_millis(1));
        assert!(!presses.is_empty());
        assert!(presses.iter().all(|press| press.source == source), "{name}");
    }
}

/// From the code on the screen to the end of the program, with nothing else in the hand.
fn pair(name: &str, session: Session) {
    let recording = Recording::read(name);
    let mut sofa = Sofa::with_a_code();
    let mut hand = Hand::holding(&recording, session, &sofa.remote);
    let [bigger, back, approve, done] = recording.parts();
    sofa.play(&mut hand, bigger);
    assert_eq!(sofa.buttons().len(), 1, "{:?}", sofa.buttons());
    sofa.play(&mut hand, back);
    assert!(sofa.buttons().len() >= 4, "{:?}", sofa.buttons());
    assert_eq!(sofa.focused(), sofa.buttons()[0]);
    sofa.play(&mut hand, approve);
    sofa.wait_until_paired();
    sofa.play(&mut hand, done);
    sofa.end();
}

#[test]
fn a_televisions_own_remote_pairs_through_hdmi_under_x() {
    pair("hdmi-cec", Session::X11);
}

#[test]
fn a_televisions_own_remote_pairs_through_hdmi_under_wayland() {
    pair("hdmi-cec", Session::Wayland);
}

#[test]
fn a_bluetooth_remote_whose_ok_is_menu_pick_pairs_under_x() {
    pair("bluetooth-menu-pick", Session::X11);
}

#[test]
fn a_bluetooth_remote_whose_ok_is_menu_pick_pairs_under_wayland() {
    pair("bluetooth-menu-pick", Session::Wayland);
}

#[test]
fn an_infrared_remote_pairs_under_x() {
    pair("mce-infrared", Session::X11);
}

#[test]
fn an_infrared_remote_pairs_under_wayland() {
    pair("mce-infrared", Session::Wayland);
}

#[test]
fn an_xbox_pad_pairs() {
    pair("xbox-360", Session::X11);
}

#[test]
fn a_dualsense_pairs_by_its_stick() {
    pair("dualsense", Session::Wayland);
}

#[test]
fn a_switch_pad_pairs_by_the_button_labelled_a() {
    pair("switch-pro", Session::Wayland);
}

#[test]
fn an_8bitdo_pad_pairs_by_its_hat() {
    pair("8bitdo-hat", Session::X11);
}

#[test]
fn an_8bitdo_pad_pairs_by_its_buttons() {
    pair("8bitdo-buttons", Session::X11);
}

#[test]
fn an_old_dualshock_pairs() {
    pair("dualshock-3", Session::Wayland);
}
