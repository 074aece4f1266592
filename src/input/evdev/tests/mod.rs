//! The rules of [`super::Decoder`], one by one.

mod hostile_input;

use std::time::{Duration, Instant};

use ::evdev::{EventType, KeyCode, SynchronizationCode};

use super::{Decoder, DeviceKind, InputEvent};
use crate::input::gamepad::{
    ABS_HAT0X, ABS_HAT0Y, ABS_X, ABS_Y, Axis, BTN_EAST, BTN_SOUTH, CROSSES, Description,
    DeviceState,
};
use crate::input::{Button, Labels, PressSource, Remote};
use crate::system::clock;

const EV_KEY: u16 = EventType::KEY.0;
const EV_ABS: u16 = EventType::ABSOLUTE.0;
const EV_SYN: u16 = EventType::SYNCHRONIZATION.0;
const SYN_REPORT: u16 = SynchronizationCode::SYN_REPORT.0;
const SYN_DROPPED: u16 = SynchronizationCode::SYN_DROPPED.0;
const NORTH: u16 = KeyCode::BTN_NORTH.0;
const NINTENDO: u16 = 0x057e;

/// A device as it is held, at its own time.
struct Hand {
    decoder: Decoder,
    remote: Remote,
    now: Instant,
}

fn pad() -> Description {
    let axis = |code, minimum, maximum| (code, Axis { minimum, maximum });
    Description {
        name: "Pad".into(),
        keys: [BTN_SOUTH, BTN_EAST, NORTH, KeyCode::BTN_START.0].into(),
        axes: [
            axis(ABS_X, 0, 255),
            axis(ABS_Y, 0, 255),
            axis(ABS_HAT0X, -1, 1),
            axis(ABS_HAT0Y, -1, 1),
        ]
        .into(),
        ..Description::default()
    }
}

impl Hand {
    fn with(description: &Description, state: &DeviceState) -> Self {
        let remote = Remote::default();
        let kind = description.kind(&remote).unwrap();
        Self {
            decoder: Decoder::new(kind, description, state, &remote),
            remote,
            now: clock::now(),
        }
    }

    fn pad() -> Self {
        Self::with(&pad(), &DeviceState::default())
    }

    fn remote() -> Self {
        let description = Description {
            name: "RC".into(),
            keys: [103, 352, 402].into(),
            ..Description::default()
        };
        Self::with(&description, &DeviceState::default())
    }

    fn send(&mut self, events: &[(u16, u16, i32)]) -> Vec<Button> {
        let end = (EV_SYN, SYN_REPORT, 0);
        let all = events.iter().chain([&end]);
        all.filter_map(|&(kind, code, value)| {
            let event = InputEvent::new(kind, code, value);
            Some(self.decoder.take(event, self.now)?.button)
        })
        .collect()
    }

    fn key(&mut self, code: u16, value: i32) -> Vec<Button> {
        self.send(&[(EV_KEY, code, value)])
    }

    fn axis(&mut self, code: u16, value: i32) -> Vec<Button> {
        self.send(&[(EV_ABS, code, value)])
    }

    /// Waits, and wakes at each deadline as the thread does.
    fn wait(&mut self, millis: u64) -> Vec<Button> {
        let end = self.now + Duration::from_millis(millis);
        let mut said = Vec::new();
        while let Some(next) = self.decoder.deadline().filter(|next| *next <= end) {
            self.now = next;
            said.extend(self.decoder.repeat(next).map(|press| press.button));
        }
        self.now = end;
        said
    }
}

#[test]
fn every_button_of_a_gamepad_has_its_meaning() {
    let mut hand = Hand::pad();
    for (code, button) in [
        (BTN_SOUTH, Button::Ok),
        (BTN_EAST, Button::Back),
        (KeyCode::BTN_START.0, Button::Menu),
        (KeyCode::BTN_SELECT.0, Button::Info),
        (KeyCode::BTN_TL.0, Button::PageUp),
        (NORTH, Button::Other),
        (0x13c, Button::Other),
    ] {
        assert_eq!(hand.key(code, 1), [button], "{code:#x}");
        assert_eq!(hand.key(code, 2), [], "held");
        assert_eq!(hand.key(code, 0), [], "let go");
    }
    // KEY_BACK of a pad for televisions reaches the window.
    assert_eq!(hand.key(158, 1), []);
}

#[test]
fn ok_and_back_change_places_at_once_and_what_was_taught_beats_both() {
    let mut hand = Hand::pad();
    let tap = |hand: &mut Hand, code| {
        let said = hand.key(code, 1);
        hand.key(code, 0);
        said
    };
    hand.remote.with_keymap(|keymap| keymap.swapped = true);
    assert_eq!(tap(&mut hand, BTN_SOUTH), [Button::Back]);
    assert_eq!(tap(&mut hand, BTN_EAST), [Button::Ok]);
    hand.remote.with_keymap(|keymap| keymap.swapped = false);
    assert_eq!(tap(&mut hand, BTN_SOUTH), [Button::Ok]);
    hand.remote
        .with_keymap(|keymap| keymap.taught.insert(NORTH, Button::Ok));
    assert_eq!(tap(&mut hand, NORTH), [Button::Ok]);
}

#[test]
fn the_ok_of_a_nintendo_pad_is_the_button_labelled_a() {
    let nintendo = Description {
        vendor: NINTENDO,
        ..pad()
    };
    let mut hand = Hand::with(&nintendo, &DeviceState::default());
    assert_eq!(hand.key(BTN_EAST, 1), [Button::Ok]);
    assert_eq!(hand.key(BTN_SOUTH, 1), [Button::Back]);
    hand.remote.with_keymap(|keymap| keymap.swapped = true);
    hand.key(BTN_EAST, 0);
    assert_eq!(hand.key(BTN_EAST, 1), [Button::Back]);
    // The NES pad has no diamond; its driver calls A the south.
    let mut nes = nintendo;
    nes.keys.remove(&NORTH);
    let mut hand = Hand::with(&nes, &DeviceState::default());
    assert_eq!(hand.key(BTN_SOUTH, 1), [Button::Ok]);
}

#[test]
fn a_held_direction_goes_on_after_400_and_then_every_120_milliseconds() {
    let mut hand = Hand::pad();
    assert_eq!(hand.axis(ABS_HAT0X, 1), [Button::Right]);
    assert_eq!(hand.wait(399), []);
    assert_eq!(hand.wait(1), [Button::Right]);
    assert_eq!(hand.wait(240), [Button::Right; 2]);
    assert_eq!(hand.axis(ABS_HAT0X, 0), []);
    assert_eq!(hand.decoder.deadline(), None);
    assert_eq!(hand.wait(5_000), []);
    // A held OK does not.
    assert_eq!(hand.key(BTN_SOUTH, 1), [Button::Ok]);
    assert_eq!(hand.wait(5_000), []);
}

#[test]
fn repeats_that_were_missed_are_not_caught_up_with() {
    let mut hand = Hand::pad();
    hand.axis(ABS_HAT0Y, 1);
    hand.now += Duration::from_mins(1);
    assert!(hand.decoder.repeat(hand.now).is_some());
    assert!(hand.decoder.repeat(hand.now).is_none());
}

#[test]
fn a_stick_and_both_kinds_of_buttons_point_like_a_hat() {
    let mut hand = Hand::pad();
    assert_eq!(hand.axis(ABS_X, 200), [], "not far enough");
    assert_eq!(hand.axis(ABS_X, 205), [Button::Right]);
    assert_eq!(hand.axis(ABS_X, 185), [], "not back enough");
    assert_eq!(hand.axis(ABS_X, 130), []);
    for cross in CROSSES {
        for (code, button) in
            cross
                .into_iter()
                .zip([Button::Left, Button::Right, Button::Up, Button::Down])
        {
            assert_eq!(hand.key(code, 1), [button]);
            assert_eq!(hand.key(code, 0), []);
        }
    }
}

#[test]
fn a_thumb_that_is_reported_as_hat_and_as_buttons_is_one_press() {
    let mut hand = Hand::pad();
    let [left, ..] = CROSSES[1];
    let both = [(EV_ABS, ABS_HAT0X, -1), (EV_KEY, left, 1)];
    assert_eq!(hand.send(&both), [Button::Left]);
    assert_eq!(hand.send(&[(EV_ABS, ABS_HAT0X, 0)]), []);
    assert_eq!(hand.key(left, 0), []);
    assert_eq!(hand.decoder.deadline(), None);
}

#[test]
fn what_was_held_before_reading_began_says_nothing_until_it_was_released() {
    let state = DeviceState {
        down: [BTN_SOUTH].into(),
        axes: [(ABS_X, 255), (ABS_Y, 127), (ABS_HAT0X, -1), (ABS_HAT0Y, 0)].into(),
    };
    let mut hand = Hand::with(&pad(), &state);
    assert_eq!(hand.send(&[]), []);
    assert_eq!(hand.axis(ABS_X, 250), []);
    assert_eq!(hand.wait(2_000), []);
    assert_eq!(hand.key(BTN_SOUTH, 0), []);
    assert_eq!(hand.key(BTN_SOUTH, 1), [Button::Ok]);
    assert_eq!(hand.axis(ABS_HAT0X, 0), []);
    // The worn stick stays where it is; the D-pad works all the same.
    assert_eq!(hand.axis(ABS_HAT0X, 1), [Button::Right]);
}

#[test]
fn when_reports_were_dropped_everything_begins_anew_with_what_is_held() {
    let mut hand = Hand::pad();
    assert_eq!(hand.axis(ABS_HAT0X, 1), [Button::Right]);
    let dropped = [(EV_SYN, SYN_DROPPED, 0), (EV_KEY, BTN_SOUTH, 1)];
    assert_eq!(hand.send(&dropped), []);
    assert!(hand.decoder.is_lost());
    assert_eq!(hand.wait(2_000), [], "it is not known whether it is held");
    hand.decoder.start(&DeviceState {
        down: [BTN_SOUTH].into(),
        axes: [(ABS_HAT0X, 0)].into(),
    });
    assert_eq!(hand.key(BTN_SOUTH, 0), []);
    assert_eq!(hand.key(BTN_SOUTH, 1), [Button::Ok]);
    assert_eq!(hand.axis(ABS_HAT0X, 1), [Button::Right]);
}

#[test]
fn a_remote_says_only_what_the_x_server_cannot_carry() {
    let mut hand = Hand::remote();
    // KEY_UP, KEY_ENTER, KEY_BACK, BTN_LEFT of a remote with a pointer.
    for code in [103, 28, 158, 0x110] {
        assert_eq!(hand.key(code, 1), [], "{code}");
        assert_eq!(hand.key(code, 0), [], "{code}");
    }
    assert_eq!(hand.key(352, 1), [Button::Ok]);
    assert_eq!(hand.key(352, 0), []);
    assert_eq!(hand.key(0x2f0, 1), [Button::Unknown], "it can be taught");
}

#[test]
fn a_held_key_of_a_remote_counts_once_unless_it_moves() {
    let mut hand = Hand::remote();
    let mut hold = |code| {
        let mut said = hand.key(code, 1);
        // The kernel's own repeats.
        for _ in 0..10 {
            hand.now += Duration::from_millis(33);
            said.extend(hand.key(code, 2));
        }
        hand.key(code, 0);
        said
    };
    assert_eq!(hold(352), [Button::Ok]);
    assert_eq!(hold(402), [Button::PageUp; 3]);
    assert_eq!(hand.key(353, 2), [], "it was held before reading began");
}

#[test]
fn presses_say_where_they_came_from() {
    let press = |hand: &mut Hand, code, value| {
        let event = InputEvent::new(EV_KEY, code, value);
        hand.decoder.take(event, hand.now).unwrap()
    };
    let ok = press(&mut Hand::remote(), 352, 1);
    assert_eq!(ok.code, Some(352));
    assert_eq!(ok.source, PressSource::Remote { name: "RC".into() });
    let sony = Description {
        vendor: 0x054c,
        ..pad()
    };
    let cross = press(
        &mut Hand::with(&sony, &DeviceState::default()),
        BTN_SOUTH,
        1,
    );
    assert_eq!(
        cross.source,
        PressSource::Gamepad {
            name: "Pad".into(),
            labels: Labels::Shapes,
        }
    );
    assert_eq!(pad().kind(&Remote::default()), Some(DeviceKind::Gamepad));
}
