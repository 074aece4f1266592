//! Portrait orientation: every screen in every language, measured on what is drawn rather than on a picture of it.

use std::fmt::Write as _;

use couchpin::ui::tv::{Language, TextSize};
use egui::accesskit::Role;
use egui::{Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, LazyRenderer};

use super::scenes;
use super::television::{Size, TestApp, in_presses, run, show};

/// What a television may hide of the stage, left and right, and top and bottom.
const UNSAFE: Vec2 = vec2(60.0, 116.0);
/// Nothing that must be read is smaller.
const SMALLEST_TEXT: f32 = 28.0;
/// So far around a button is the ring of the one that has the focus, at the least.
const RING: f32 = 9.0;

/// A text as it is drawn: the place of its ink.
struct Text {
    said: String,
    ink: Rect,
    smallest: f32,
    cut_off: bool,
}

fn texts(harness: &Harness<'_, TestApp>) -> Vec<Text> {
    let mut texts = Vec::new();
    let mut shapes: Vec<_> = harness
        .output()
        .shapes
        .iter()
        .map(|clipped| &clipped.shape)
        .collect();
    while let Some(shape) = shapes.pop() {
        match shape {
            Shape::Vec(more) => shapes.extend(more),
            Shape::Text(text) if !text.galley.mesh_bounds.is_negative() => {
                let sections = &text.galley.job.sections;
                let sizes = sections.iter().map(|section| section.format.font_id.size);
                texts.push(Text {
                    said: text.galley.job.text.clone(),
                    ink: text.galley.mesh_bounds.translate(text.pos.to_vec2()),
                    smallest: sizes.fold(f32::INFINITY, f32::min),
                    cut_off: text.galley.elided,
                });
            }
            _ => {}
        }
    }
    texts
}

/// The places of the buttons, and of what is scanned.
fn places(harness: &Harness<'_, TestApp>) -> Vec<(String, Rect)> {
    let roles = [Role::Button, Role::RadioButton, Role::Image];
    let nodes = harness.query_all_by(|node| roles.contains(&node.role()));
    nodes
        .map(|node| {
            (
                node.accesskit_node().label().unwrap_or_default(),
                node.rect(),
            )
        })
        .collect()
}

/// What is wrong with a screen.
pub(super) fn faults(harness: &Harness<'_, TestApp>, size: Size) -> String {
    let window = harness.ctx.content_rect();
    let stage = Rect::from_center_size(window.center(), size.stage());
    let hidden = if size.is_tall() { UNSAFE } else { UNSAFE.yx() };
    let safe = stage.shrink2(hidden).expand(2.5);
    let (texts, places) = (texts(harness), places(harness));
    let mut faults = String::new();
    assert!(!texts.is_empty());
    for (index, text) in texts.iter().enumerate() {
        let Text { said, ink, .. } = text;
        if text.cut_off {
            let _ = writeln!(faults, "  cut off: {said}");
        }
        if text.smallest < SMALLEST_TEXT {
            let _ = writeln!(faults, "  too small, {}: {said}", text.smallest);
        }
        if !safe.contains_rect(*ink) {
            let _ = writeln!(faults, "  outside at {ink}: {said}");
        }
        for other in &texts[index + 1..] {
            if ink.intersects(other.ink) {
                let _ = writeln!(faults, "  on each other: {said} and {}", other.said);
            }
        }
        for (name, place) in &places {
            if ink.intersects(place.expand(RING)) && !place.expand(1.0).contains_rect(*ink) {
                let _ = writeln!(
                    faults,
                    "  at {ink}, on the edge of {name} at {place}: {said}"
                );
            }
        }
    }
    for (index, (name, place)) in places.iter().enumerate() {
        if !safe.contains_rect(*place) {
            let _ = writeln!(faults, "  outside at {place}: {name}");
        }
        for (other, beside) in &places[index + 1..] {
            if place.intersects(*beside) {
                let _ = writeln!(faults, "  on each other: {name} and {other}");
            }
        }
    }
    faults
}

/// All scenes in a language, as they are and with large text.
fn check(size: Size, text: TextSize, languages: &[Language]) {
    let [(scenes, _), ..] = scenes::with_sizes();
    let mut harness = run(&scenes[0], size, LazyRenderer::default());
    let mut complaints = String::new();
    for scene in &scenes {
        if scene.context.language != Language::English {
            continue;
        }
        let scene = scene.clone().with_preferences(|chosen| chosen.text = text);
        let scene = in_presses(&mut harness, &scene);
        for language in languages {
            show(&mut harness, &scene.clone().speaking(*language));
            let faults = faults(&harness, size);
            if !faults.is_empty() {
                let name = scene.name;
                let _ = writeln!(
                    complaints,
                    "{name}, {language:?}, {size:?}, {text:?}:\n{faults}"
                );
            }
        }
    }
    assert!(complaints.is_empty(), "{complaints}");
}

/// Those whose words take the most room, and one that is broken anywhere.
const LONGEST: [Language; 5] = [
    Language::German,
    Language::French,
    Language::Polish,
    Language::Russian,
    Language::Japanese,
];

#[test]
#[ignore = "needs fonts-noto-cjk: run by .ci/run"]
fn nothing_is_cut_off_or_leaves_the_safe_area_or_stands_on_another_thing() {
    check(Size::Small, TextSize::Normal, &LONGEST);
}

#[test]
#[ignore = "needs fonts-noto-cjk: run by .ci/run"]
fn large_text_has_room_in_every_language() {
    check(Size::Small, TextSize::Large, &Language::ALL);
}
