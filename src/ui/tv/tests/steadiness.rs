//! What stays where it is from one screen to the next, and how many frames a change takes.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Rect, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::samples::{every_view, paired, waiting};
use super::test_tv::{TestTv, label};
use crate::auth::UserCode;
use crate::input::Button;
use crate::pairing::View;
use crate::ui::tv::{Preferences, TextSize, UiContext};

fn pairing() -> View {
    View::Waiting(Box::new(waiting()))
}

/// Where the texts of this role stand that a test picks.
fn places(tv: &TestTv, role: Role, picked: impl Fn(&str) -> bool) -> Vec<Rect> {
    let nodes = tv.harness.query_all_by(|node| node.role() == role);
    let picked = nodes.filter(|node| picked(&label(&node.accesskit_node())));
    picked.map(|node| node.rect()).collect()
}

/// The name of the program stands in one place, titles begin at one of two edges, and the hints end at one.
fn check_places(tv: &TestTv, name: &str) {
    if tv.says("Press any button") {
        return;
    }
    let brand = places(tv, Role::Label, |text| text == "Couchpin");
    let [brand] = brand[..] else {
        panic!("{name}: {brand:?}")
    };
    assert_eq!(
        (brand.left().round(), brand.center().y.round()),
        (170.0, 82.0),
        "{name}"
    );
    for title in places(tv, Role::Heading, |_| true) {
        let middle = (title.center().x - 960.0).abs() < 2.0;
        let edge = [116.0, 380.0].contains(&title.left().round());
        assert!(edge || middle && tv.says("igned in"), "{name}: {title:?}");
    }
    let hints = |text: &str| {
        [
            "Exit",
            "Back",
            "Cancel",
            "Shrink",
            "Press Back twice to leave",
        ]
        .contains(&text)
    };
    let hints = places(tv, Role::Label, hints);
    let last = hints
        .iter()
        .max_by(|one, other| one.right().total_cmp(&other.right()));
    let last = last.unwrap_or_else(|| panic!("{name}: no hint"));
    // Beside the enlarged QR they end before its plate.
    let right = if tv.buttons() == ["Shrink QR"] {
        807.0
    } else {
        1804.0
    };
    assert!((last.right() - right).abs() < 2.0, "{name}: {last:?}");
    assert!((last.center().y - 976.0).abs() < 2.0, "{name}: {last:?}");
}

#[test]
fn name_titles_and_hints_stay_where_they_are_from_screen_to_screen() {
    for view in every_view() {
        let mut tv = TestTv::showing(view.clone());
        check_places(&tv, view.name());
        tv.press(Button::Menu);
        check_places(&tv, "more");
    }
    for path in [
        &["Settings"][..],
        &["Settings", "Theme"],
        &["Test the remote"],
        &["Picture size"],
        &["About"],
    ] {
        let mut tv = TestTv::showing(pairing());
        tv.open(path);
        check_places(&tv, &path.join(", "));
    }
    let mut tv = TestTv::showing(pairing());
    tv.press(Button::Ok);
    check_places(&tv, "enlarged QR");
    tv.press(Button::Back);
    tv.press(Button::Back);
    check_places(&tv, "leaving");
}

/// How many frames are drawn until none is due for a while. Time passes by a sixtieth of a second with each.
fn frames(tv: &mut TestTv) -> usize {
    for count in 0..200 {
        let output = &tv.harness.output().viewport_output[&ViewportId::ROOT];
        if output.repaint_delay > Duration::from_millis(300) {
            return count;
        }
        tv.harness.step();
    }
    panic!("it never comes to rest")
}

/// A change of the screen: what happens, how, and how many sixtieths of a second it may move.
type Change = (&'static str, fn(&mut TestTv), usize);

fn changes() -> [Change; 6] {
    [
        ("the focus goes on", |tv| tv.press(Button::Right), 10),
        ("the QR is enlarged", |tv| tv.press(Button::Ok), 18),
        ("More is opened", |tv| tv.press(Button::Menu), 14),
        (
            "it is asked whether to leave",
            |tv| tv.press(Button::Back),
            14,
        ),
        ("another code comes", new_code, 18),
        ("a sign-in has succeeded", |tv| tv.show(paired(true)), 42),
    ]
}

fn new_code(tv: &mut TestTv) {
    let mut other = waiting();
    other.code.user_code = UserCode::parse("ABCDE").unwrap();
    tv.show(View::Waiting(Box::new(other)));
}

#[test]
fn every_change_moves_for_a_moment_and_then_no_frame_is_drawn() {
    for (name, change, most) in changes() {
        let mut tv = TestTv::in_motion(pairing(), Preferences::default());
        frames(&mut tv);
        change(&mut tv);
        let count = frames(&mut tv);
        assert!((3..=most).contains(&count), "{name}: {count} frames");
    }
}

#[test]
fn without_motion_a_change_is_one_frame() {
    for (name, change, _) in changes() {
        let preferences = Preferences {
            reduce_motion: true,
            ..Preferences::default()
        };
        let mut tv = TestTv::in_motion(pairing(), preferences);
        frames(&mut tv);
        change(&mut tv);
        // A new screen gives a button the focus, for which egui draws once more.
        assert!(frames(&mut tv) <= 1, "{name}");
    }
}

#[test]
fn work_that_takes_long_turns_a_while_and_then_stands() {
    let mut tv = TestTv::in_motion(pairing(), Preferences::default());
    tv.show(View::Storing);
    let mut turned = 0;
    for _ in 0..600 {
        let output = &tv.harness.output().viewport_output[&ViewportId::ROOT];
        turned += usize::from(output.repaint_delay < Duration::from_millis(100));
        tv.harness.step();
    }
    // Eight seconds at sixty frames each, of which some ask for nothing soon.
    assert!((60..=500).contains(&turned), "{turned}");
    frames(&mut tv);
}

#[test]
fn large_words_are_larger_by_a_quarter_wherever_they_are_read() {
    let heights = |text, view: &View| {
        let preferences = Preferences {
            text,
            ..Preferences::default()
        };
        let tv = TestTv::with_preferences(view.clone(), UiContext::default(), preferences);
        let nodes = tv.harness.query_all_by(|node| node.role() == Role::Heading);
        let height: f32 = nodes.map(|node| node.rect().height()).sum();
        height
    };
    for view in every_view() {
        let [normal, large] = [TextSize::Normal, TextSize::Large].map(|text| heights(text, &view));
        assert!(large >= normal * 1.24, "{}: {normal}, {large}", view.name());
    }
}
