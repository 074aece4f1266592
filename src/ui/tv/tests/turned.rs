//! A screen in portrait orientation: what is a row elsewhere is a column there, and every control can be reached.

use std::collections::BTreeSet;

use egui::{Rect, Vec2, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::samples::{context, every_view, waiting};
use super::sofa::{Sofa, label, seen};
use crate::input::Button;
use crate::pairing::View;
use crate::ui::tv::{Language, Preferences, TextSize, UiContext};

const TURNED: Vec2 = vec2(1080.0, 1920.0);

fn turned(view: &View, context: UiContext, preferences: Preferences) -> Sofa {
    let mut sofa = Sofa::that_prefers(view.clone(), context, preferences);
    sofa.harness.set_size(TURNED);
    sofa.harness.step();
    sofa
}

fn place(sofa: &Sofa, name: &str) -> Rect {
    let mut found = sofa.harness.query_all_by(|node| label(node) == name);
    found.next().unwrap().rect()
}

#[test]
fn the_code_stands_above_the_qr_and_the_buttons_below_each_other() {
    let view = View::Waiting(Box::new(waiting()));
    let mut sofa = turned(&view, context(), Preferences::default());
    let code = place(&sofa, "Code");
    let qr = place(&sofa, "QR code to simkl.com/pin");
    assert!(code.bottom() < qr.top(), "{code} {qr}");
    assert!(qr.width() >= 600.0, "{qr}");
    let buttons = sofa.buttons();
    for pair in buttons.windows(2) {
        let [above, below] = [&pair[0], &pair[1]].map(|name| place(&sofa, name));
        assert!(above.bottom() < below.top(), "{pair:?}");
    }
    assert_eq!(sofa.focused(), buttons[0]);
    sofa.press(Button::Down);
    assert_eq!(sofa.focused(), buttons[1]);
    sofa.press(Button::Right);
    assert_eq!(sofa.focused(), buttons[1], "nothing stands beside it");
}

#[test]
fn a_window_that_is_turned_while_it_is_open_is_laid_out_anew() {
    let view = View::Waiting(Box::new(waiting()));
    let mut sofa = turned(&view, context(), Preferences::default());
    sofa.press(Button::Down);
    let second = sofa.focused();
    sofa.harness.set_size(vec2(1920.0, 1080.0));
    sofa.harness.step();
    assert_eq!(sofa.focused(), second, "the focus stays where it was");
    sofa.press(Button::Right);
    assert_eq!(sofa.focused(), sofa.buttons()[2]);
}

#[test]
fn arrows_reach_every_control_of_every_screen_in_portrait() {
    for view in every_view() {
        let mut sofa = turned(&view, context(), Preferences::default());
        let controls: BTreeSet<_> = sofa.buttons().into_iter().collect();
        let mut reached = BTreeSet::from([sofa.focused()]);
        for _ in 0..controls.len() {
            sofa.press(Button::Down);
            reached.insert(sofa.focused());
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
    let mut sofa = turned(&view, context(), Preferences::default());
    sofa.press(Button::Down);
    assert_eq!(sofa.focused(), "Type the code");
    sofa.press(Button::Ok);
    assert_eq!(sofa.focused(), "a");
    for (button, key) in [
        (Button::Down, "f"),
        (Button::Right, "g"),
        (Button::Up, "b"),
        (Button::Left, "a"),
        (Button::Up, "6"),
    ] {
        sofa.press(button);
        assert_eq!(sofa.focused(), key);
    }
}

#[test]
fn no_text_of_any_view_leaves_the_safe_area_or_falls_into_another_in_portrait() {
    let safe = Rect::from_min_max(pos2(59.0, 108.0), pos2(1021.0, 1806.0));
    for language in [Language::German, Language::French, Language::Russian] {
        for view in every_view() {
            let context = UiContext {
                language,
                ..context()
            };
            let text = TextSize::Large;
            let preferences = Preferences {
                text,
                ..Preferences::default()
            };
            let sofa = turned(&view, context, preferences);
            let nodes = sofa.harness.query_all_by(seen);
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
