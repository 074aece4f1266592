//! Gamepads that are unplugged and plugged in again, and two at once.

use std::time::Duration;

use couchpin::input::evdev::{DeviceState, InputEvent};
use couchpin::system::clock;

use super::recording::Recording;
use super::sofa::{Hand, Session, Sofa};

const EV_SYN: u16 = 0;
const EV_ABS: u16 = 3;
const HAT_X: u16 = 0x10;

/// A thumb on the D-pad, or off it.
fn hat(sofa: &mut Sofa, hand: &mut Hand, value: i32) {
    let now = clock::now();
    for (kind, code, value) in [(EV_ABS, HAT_X, value), (EV_SYN, 0, 0)] {
        sofa.send(hand, InputEvent::new(kind, code, value), now);
    }
}

#[test]
fn a_pad_that_is_unplugged_while_it_is_held_stops_and_goes_on_when_it_is_back() {
    let recording = Recording::read("xbox-360");
    let [bigger, back, approve, done] = recording.parts();
    let mut sofa = Sofa::with_a_code();
    let mut pad = Hand::holding(&recording, Session::Wayland, &sofa.remote);
    sofa.play(&mut pad, bigger);
    sofa.play(&mut pad, back);
    hat(&mut sofa, &mut pad, 1);
    assert_eq!(sofa.focused(), sofa.buttons()[1]);
    let wakes = sofa.wakes();
    pad.unplug();
    let later = clock::now() + Duration::from_secs(10);
    pad.pass_time(later, &mut || {});
    assert_eq!((sofa.pressed(), sofa.wakes()), (vec![], wakes));

    // The thumb is still on it when it is back.
    let held = DeviceState {
        axes: [(HAT_X, 1)].into(),
        ..DeviceState::default()
    };
    pad.plug(&recording, &held);
    pad.pass_time(later, &mut || {});
    hat(&mut sofa, &mut pad, 1);
    assert_eq!((sofa.pressed(), sofa.wakes()), (vec![], wakes));
    hat(&mut sofa, &mut pad, 0);
    sofa.play(&mut pad, approve);
    sofa.wait_until_paired();
    sofa.play(&mut pad, done);
    sofa.end();
}

#[test]
fn two_pads_are_heard_at_once_and_neither_lets_go_for_the_other() {
    let (left, right) = (Recording::read("xbox-360"), Recording::read("switch-pro"));
    let mut sofa = Sofa::with_a_code();
    let mut first = Hand::holding(&left, Session::X11, &sofa.remote);
    let mut second = Hand::holding(&right, Session::X11, &sofa.remote);
    // One holds right; the other presses right too, lets go, and has its own buttons.
    hat(&mut sofa, &mut first, 1);
    hat(&mut sofa, &mut second, 1);
    hat(&mut sofa, &mut second, 0);
    assert_eq!(sofa.focused(), sofa.buttons()[2]);
    let wakes = sofa.wakes();
    let second_later = clock::now() + Duration::from_secs(1);
    second.pass_time(second_later, &mut || {});
    assert_eq!(sofa.wakes(), wakes);
    first.pass_time(second_later, &mut || {});
    assert!(sofa.wakes() >= wakes + 5, "the first still holds it");
    hat(&mut sofa, &mut first, 0);
    drop(sofa.pressed());
    // Between them they go to the end.
    sofa.play(&mut second, right.parts()[2]);
    sofa.wait_until_paired();
    sofa.play(&mut first, left.parts()[3]);
    sofa.end();
}
