//! Gamepads that are unplugged and plugged in again, and two at once.

use std::time::Duration;

use couchpin::input::evdev::InputEvent;
use couchpin::input::gamepad::DeviceState;
use couchpin::system::clock;

use super::demo_screen::{DemoScreen, PlayedDevice, Session};
use super::recording::Recording;

const EV_SYN: u16 = 0;
const EV_ABS: u16 = 3;
const HAT_X: u16 = 0x10;

/// A thumb on the D-pad, or off it.
fn hat(screen: &mut DemoScreen, device: &mut PlayedDevice, value: i32) {
    let now = clock::now();
    for (kind, code, value) in [(EV_ABS, HAT_X, value), (EV_SYN, 0, 0)] {
        screen.send(device, InputEvent::new(kind, code, value), now);
    }
}

#[test]
fn a_pad_that_is_unplugged_while_it_is_held_stops_and_goes_on_when_it_is_back() {
    let recording = Recording::read("xbox-360");
    let [bigger, back, approve, done] = recording.parts();
    let mut screen = DemoScreen::with_a_code();
    let mut pad = PlayedDevice::new(&recording, Session::Wayland, &screen.remote);
    screen.play(&mut pad, bigger);
    screen.play(&mut pad, back);
    hat(&mut screen, &mut pad, 1);
    assert_eq!(screen.focused(), screen.buttons()[1]);
    let wakes = screen.wakes();
    pad.unplug();
    let later = clock::now() + Duration::from_secs(10);
    pad.pass_time(later, &mut || {});
    assert_eq!((screen.pressed(), screen.wakes()), (vec![], wakes));

    // The thumb is still on it when it is back.
    let held = DeviceState {
        axes: [(HAT_X, 1)].into(),
        ..DeviceState::default()
    };
    pad.plug(&recording, &held);
    pad.pass_time(later, &mut || {});
    hat(&mut screen, &mut pad, 1);
    assert_eq!((screen.pressed(), screen.wakes()), (vec![], wakes));
    hat(&mut screen, &mut pad, 0);
    screen.play(&mut pad, approve);
    assert_eq!(screen.focused(), "Settings");
    screen.approve();
    screen.play(&mut pad, done);
    screen.end();
}

#[test]
fn two_pads_are_heard_at_once_and_neither_lets_go_for_the_other() {
    let (left, right) = (Recording::read("xbox-360"), Recording::read("switch-pro"));
    let mut screen = DemoScreen::with_a_code();
    let mut first = PlayedDevice::new(&left, Session::X11, &screen.remote);
    let mut second = PlayedDevice::new(&right, Session::X11, &screen.remote);
    // One holds right; the other presses right too, lets go, and has its own buttons.
    hat(&mut screen, &mut first, 1);
    hat(&mut screen, &mut second, 1);
    hat(&mut screen, &mut second, 0);
    assert_eq!(screen.focused(), screen.buttons()[2]);
    let wakes = screen.wakes();
    let second_later = clock::now() + Duration::from_secs(1);
    second.pass_time(second_later, &mut || {});
    assert_eq!(screen.wakes(), wakes);
    first.pass_time(second_later, &mut || {});
    assert!(screen.wakes() >= wakes + 5, "the first still holds it");
    hat(&mut screen, &mut first, 0);
    drop(screen.pressed());
    // Between them they go to the end.
    screen.play(&mut second, right.parts()[2]);
    assert_eq!(screen.focused(), "Settings");
    screen.approve();
    screen.play(&mut first, left.parts()[3]);
    screen.end();
}
