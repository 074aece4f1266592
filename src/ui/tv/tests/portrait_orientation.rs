//! A screen in portrait orientation: what is a row elsewhere is a column there, and every control can be reached.

use std::collections::BTreeSet;

use egui::{Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::samples::{context, every_view, waiting};
use super::test_tv::{TestTv, label, seen};
use crate::input::Button;
use crate::pairing::View;
use crate::ui::tv::{Language, Preferences, TextSize, UiContext};

const TURNED: Vec2 = vec2(1080.0, 1920.0);

fn turned(view: &View, context: UiContext, preferences: Preferences) -> TestTv {
    let mut tv = TestTv::with_preferences(view.clone(), context, preferences);
    tv.harness.set_size(TURNED);
    tv.harness.step();
    tv
}

fn place(tv: &TestTv, name: &str) -> Rect {
    let mut found = tv.harness.query_all_by(|node| label(node) == name);
    found.next().unwrap().rect()
}

#[test]
fn the_code_stands_above_the_qr_and_the_buttons_below_each_other() {
    let view = View::Waiting(Box::new(waiting()));
    let mut tv = turned(&view, context(), Preferences::default());
    let code = place(&tv, "Code");
    let qr = place(&tv, "QR code to simkl.com/pin");
    assert!(code.bottom() < qr.top(), "{code} {qr}");
    assert!(qr.width() >= 600.0, "{qr}");
    let buttons = tv.buttons();
    for pair in buttons.windows(2) {
        let [above, below] = [&pair[0], &pair[1]].map(|name| place(&tv, name));
        assert!(above.bottom() < below.top(), "{pair:?}");
    }
    assert_eq!(tv.focused(), buttons[0]);
    tv.press(Button::Down);
    assert_eq!(tv.focused(), buttons[1]);
    tv.press(Button::Right);
    assert_eq!(tv.focused(), buttons[1], "nothing stands beside it");
}

#[test]
fn a_window_that_is_turned_while_it_is_open_is_laid_out_anew() {
    let view = View::Waiting(Box::new(waiting()));
    let mut tv = turned(&view, context(), Preferences::default());
    tv.press(Button::Down);
    let second = tv.focused();
    tv.harness.set_size(vec2(1920.0, 1080.0));
    tv.harness.step();
    assert_eq!(tv.focused(), second, "the focus stays where it was");
    tv.press(Button::Right);
    assert_eq!(tv.focused(), tv.buttons()[2]);
}

#[test]
fn arrows_reach_every_control_of_every_screen_in_portrait() {
    for view in every_view() {
        let mut tv = turned(&view, context(), Preferences::default());
        let controls: BTreeSet<_> = tv.enabled().into_iter().collect();
        if controls.is_empty() {
            continue;
        }
        let mut reached = BTreeSet::from([tv.focused()]);
        for _ in 0..controls.len() {
            tv.press(Button::Down);
            reached.insert(tv.focused());
        }
        assert!(
            reached.is_superset(&controls),
            "{}: {reached:?}",
            view.name()
        );
    }
}

#[test]
fn the_keyboard_is_walked_in_rows_of_five_in_portrait() {
    let consenting = |view: &View| matches!(view, View::AwaitingCode(_));
    let view = every_view().into_iter().find(consenting).unwrap();
    let mut tv = turned(&view, context(), Preferences::default());
    tv.press(Button::Down);
    assert_eq!(tv.focused(), "Type the code");
    tv.press(Button::Ok);
    assert_eq!(tv.focused(), "q");
    for (button, key) in [
        (Button::Down, "y"),
        (Button::Right, "u"),
        (Button::Up, "w"),
        (Button::Left, "q"),
        (Button::Up, "6"),
    ] {
        tv.press(button);
        assert_eq!(tv.focused(), key);
    }
}

#[test]
fn no_text_of_any_view_leaves_the_safe_area_or_falls_into_another_in_portrait() {
    let safe = Rect::from_min_max(pos2(59.0, 108.0), pos2(1021.0, 1806.0));
    for language in [Language::German, Language::French, Language::Russian] {
        let context = UiContext {
            language,
            ..context()
        };
        let text = TextSize::Large;
        let preferences = Preferences {
            text,
            ..Preferences::default()
        };
        let mut tv = turned(&View::Home(Vec::new()), context, preferences);
        for view in every_view() {
            tv.restart(view.clone());
            let nodes = tv.harness.query_all_by(seen);
            let nodes = nodes.map(|node| (label(&node.accesskit_node()), node.rect()));
            let texts: Vec<_> = nodes.filter(|(label, _)| !label.is_empty()).collect();
            let name = format!("{language:?}, {}", view.name());
            for (index, (text, place)) in texts.iter().enumerate() {
                assert!(safe.contains_rect(*place), "{name}: {text} at {place}");
                for (other, beside) in &texts[index + 1..] {
                    let apart = !place.shrink(2.0).intersects(beside.shrink(2.0));
                    assert!(apart, "{name}: {text} at {place} and {other} at {beside}");
                }
            }
        }
    }
}
