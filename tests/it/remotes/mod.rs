//! What the decoder makes of real drivers' codes, recorded from remotes and gamepads; and pairings with them alone, against
//! the real engine and the stand-in for Simkl. No window, no device, no picture.

mod demo_screen;
mod plugging;
mod reader;
mod recording;

use std::time::Duration;

use couchpin::input::evdev::DeviceKind;
use couchpin::input::{Button, Labels, PressSource, Remote};
use couchpin::system::clock;

use demo_screen::{DemoScreen, PlayedDevice, Session};
use recording::Recording;

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
            let mut device = PlayedDevice::new(&recording, session, &remote);
            let start = clock::now();
            let mut said = Vec::new();
            for (after, event) in &recording.events {
                device.send(*event, start + *after, || {
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
        let mut device = PlayedDevice::new(&recording, Session::Wayland, &remote);
        let start = clock::now();
        for (after, event) in &recording.events {
            device.send(*event, start + *after, || {});
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

/// From the code on the screen to the end of the program, with one device only. One of them holds a direction. What each
/// of the others says is the same, as the tests above show.
#[test]
fn a_remote_and_two_gamepads_each_pair_alone() {
    for (name, session) in [
        ("hdmi-cec", Session::X11),
        ("xbox-360", Session::Wayland),
        ("dualsense", Session::Wayland),
    ] {
        let recording = Recording::read(name);
        let mut screen = DemoScreen::with_a_code();
        let mut device = PlayedDevice::new(&recording, session, &screen.remote);
        let [bigger, back, more, done] = recording.parts();
        screen.play(&mut device, bigger);
        assert_eq!(screen.buttons().len(), 1, "{:?}", screen.buttons());
        screen.play(&mut device, back);
        assert_eq!(screen.buttons().len(), 3, "{:?}", screen.buttons());
        assert_eq!(screen.focused(), screen.buttons()[0]);
        screen.play(&mut device, more);
        assert_eq!(screen.focused(), "Settings");
        screen.approve();
        screen.play(&mut device, done);
        screen.end();
    }
}
