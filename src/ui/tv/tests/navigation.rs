//! A walk over every screen and every dialog: from the first focus the arrows reach every control, OK opens, Back
//! leaves and gives the focus back. That exactly one control has the focus is looked at on every frame of every press.

use std::collections::BTreeSet;

use super::samples::{context, every_view};
use super::test_tv::TestTv;
use crate::input::Button;
use crate::pairing::View;
use crate::ui::tv::{Ending, UiContext};

const ARROWS: [Button; 4] = [Button::Right, Button::Left, Button::Down, Button::Up];

/// Along a row, down, and along the next one.
const WALK: [Button; 6] = [
    Button::Right,
    Button::Left,
    Button::Down,
    Button::Right,
    Button::Left,
    Button::Up,
];

/// Every kind of setup.
fn contexts() -> [UiContext; 4] {
    let demo = Some("http://127.0.0.1:45497/pin".into());
    [
        context(),
        UiContext { demo, ..context() },
        UiContext {
            kiosk: true,
            ..context()
        },
        super::pages::shikimori(),
    ]
}

/// Starts anew on a view, and presses.
fn restart(tv: &mut TestTv, view: &View, presses: &[Button]) {
    tv.restart(view.clone());
    for press in presses {
        tv.press(*press);
    }
}

/// Looks at the screen that some presses lead to, and at all that opens from there.
fn explore(tv: &mut TestTv, view: &View, path: &[Button], opened: &mut BTreeSet<Vec<String>>) {
    restart(tv, view, path);
    let controls = tv.enabled();
    if controls.is_empty() {
        // Something is being done, or all buttons are tested.
        return;
    }
    // The largest is the keyboard, which cannot send yet.
    assert!(
        controls.len() == 42 || (1..=12).contains(&controls.len()),
        "{controls:?}"
    );
    if controls.contains(&"Smaller".to_owned()) {
        // The arrows change the picture.
        opened.insert(controls);
        return;
    }
    let mut reached = BTreeSet::from([tv.focused()]);
    for arrow in WALK {
        for _ in 0..=controls.len() {
            tv.press(arrow);
            reached.insert(tv.focused());
        }
    }
    // A block is walked row by row.
    if controls.len() > 12 {
        tv.press(Button::PageUp);
        for row in 0..controls.len().div_ceil(11) {
            let along = ARROWS[row % 2];
            for _ in 0..11 {
                reached.insert(tv.focused());
                tv.press(along);
            }
            tv.press(Button::Down);
        }
    }
    let all: BTreeSet<_> = controls.iter().cloned().collect();
    assert_eq!(reached, all, "{} {path:?}", view.name());
    assert_eq!(tv.intents(), [], "walking intents nothing");
    assert_eq!(*tv.shared.saved.borrow(), [], "and changes nothing");

    for index in 0..controls.len() {
        let mut way = path.to_vec();
        // Only one of the two moves: a screen is a row or a column.
        way.push(Button::PageUp);
        way.extend([Button::Right, Button::Down].repeat(index));
        restart(tv, view, &way);
        // On the screen of all services both move.
        let pressed = tv.focused();
        way.push(Button::Ok);
        tv.press(Button::Ok);
        let kept = !tv.shared.saved.borrow().is_empty();
        let done = kept || tv.ending().is_some() || !tv.intents().is_empty();
        let there = tv.enabled();
        if done || there == controls || !opened.insert(there.clone()) {
            continue;
        }
        explore(tv, view, &way, opened);
        restart(tv, view, &way);
        tv.press(Button::Back);
        if path.is_empty() {
            assert_eq!(
                tv.enabled(),
                controls,
                "Back closes what {pressed:?} opened"
            );
            assert_eq!(tv.focused(), pressed, "and the focus is where it was");
        }
    }
}

#[test]
fn every_control_of_every_screen_and_dialog_is_reached_by_arrows_and_one_has_the_focus() {
    // A dialog that looks the same is the same, over whatever screen it lies.
    let mut all = BTreeSet::new();
    for context in contexts() {
        let mut tv = TestTv::with_context(View::Home(Vec::new()), context);
        for view in every_view() {
            explore(&mut tv, &view, &[], &mut all);
        }
    }
    // What must have been seen on the way.
    for control in [
        "Shrink QR",
        "Test the remote",
        "Smaller",
        "Language",
        "Deutsch",
        "Close",
        "Leave as is",
        "Cancel",
        "Cancel",
    ] {
        let seen = all
            .iter()
            .any(|controls| controls.iter().any(|c| c == control));
        assert!(seen, "{control} was never reached: {all:?}");
    }
}

#[test]
fn back_leaves_every_screen_or_asks_and_the_safe_answer_has_the_focus() {
    for view in every_view() {
        let mut tv = TestTv::showing(view.clone());
        let before = tv.buttons();
        tv.press(Button::Back);
        if tv.ending().is_some() {
            assert!(
                !matches!(view, View::Home(_)),
                "the list of services asks, too"
            );
            continue;
        }
        assert_eq!(tv.buttons(), ["Cancel", "Exit"], "{}", view.name());
        assert_eq!(tv.focused(), "Cancel", "the safe answer comes first");
        tv.press(Button::Back);
        assert_eq!(tv.buttons(), before, "Back closes the dialog");
        tv.press(Button::Back);
        tv.press(Button::Right);
        tv.press(Button::Ok);
        assert_eq!(tv.ending(), Some(Ending::Quit), "{}", view.name());
    }
}

#[test]
fn nothing_leaves_a_kiosk_and_back_says_so() {
    // Of all setups the demo leaves the least room for saying so.
    let kiosk = || UiContext {
        kiosk: true,
        demo: Some("http://127.0.0.1:45497/pin".into()),
        ..context()
    };
    for view in every_view() {
        let mut tv = TestTv::with_context(view.clone(), kiosk());
        assert!(
            !tv.buttons()
                .iter()
                .any(|name| name == "Exit" || name == "Not now" || name == "Done")
        );
        tv.press(Button::Back);
        assert!(tv.says("Back is off in kiosk mode"), "{}", view.name());
        super::check_texts(&tv, view.name());
        assert_eq!(tv.ending(), None);
        tv.press(Button::Menu);
        assert!(tv.says("Test the remote"), "{}", view.name());
        assert!(!tv.buttons().contains(&"Exit".to_owned()));
        tv.press(Button::Back);
        assert!(
            !tv.says("Test the remote"),
            "Back still closes what is open"
        );
    }
}

#[test]
fn the_menu_button_opens_more_wherever_something_is_on_the_screen() {
    for view in every_view() {
        let mut tv = TestTv::showing(view.clone());
        tv.press(Button::Menu);
        assert_eq!(tv.focused(), "Settings", "{}", view.name());
        tv.press(Button::Menu);
        assert_eq!(tv.focused(), "Settings", "once is enough");
    }
}
