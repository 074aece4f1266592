//! Whatever is said on the pairing screen has room enough in every language.

use couchpin::auth::{Quota, Trouble};
use couchpin::input::Button;
use couchpin::pairing::{Notice, View};
use couchpin::ui::tv::{Language, TextSize};
use egui::Rect;
use egui::accesskit::Role;
use egui_kittest::LazyRenderer;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::samples::{asking, shown, waiting, with_notice, with_trouble, wrong_clock};
use super::scene::Scene;
use super::television::{Size, run};

const VIEWS: [fn() -> View; 21] = [
    || shown(waiting()),
    || asking(None),
    || asking(Some(Trouble::Unreachable)),
    || with_trouble(Trouble::Offline),
    || with_trouble(Trouble::Dns),
    || with_trouble(Trouble::Unreachable),
    || with_trouble(Trouble::Timeout),
    || with_trouble(wrong_clock()),
    || with_trouble(Trouble::Tls),
    || with_trouble(Trouble::Portal),
    || with_trouble(Trouble::Busy),
    || {
        with_trouble(Trouble::DailyLimit(
            Quota::Application,
            Some(std::time::SystemTime::UNIX_EPOCH),
        ))
    },
    || with_trouble(Trouble::ClientBlocked),
    || with_trouble(Trouble::ServiceDown),
    || with_trouble(Trouble::Malformed),
    || with_notice(Notice::AskedFor),
    || with_notice(Notice::Expired),
    || with_notice(Notice::CodeGone),
    || with_notice(Notice::AnswerLost),
    || with_notice(Notice::OpenedHere),
    || with_notice(Notice::NotOpenedHere),
];

/// The texts of a screen, and where they stand.
fn texts(scene: &Scene) -> Vec<(String, Rect)> {
    let harness = run(scene, Size::FullHd, LazyRenderer::default());
    let texts = |role| matches!(role, Role::Label | Role::Heading);
    let nodes = harness.query_all_by(|node| texts(node.role()));
    nodes
        .map(|node| {
            let text = node.accesskit_node();
            let text = text.label().or_else(|| text.value());
            (text.unwrap_or_default(), node.rect())
        })
        .collect()
}

/// The languages that need no fonts of the system.
fn languages() -> impl Iterator<Item = Language> {
    let others = [Language::Chinese, Language::Japanese];
    let all = Language::ALL.into_iter();
    all.filter(move |language| !others.contains(language))
}

fn scenes(view: fn() -> View) -> impl Iterator<Item = Scene> {
    languages().flat_map(move |language| {
        [TextSize::Normal, TextSize::Large].map(|size| {
            Scene::of("room", view)
                .speaking(language)
                .with_preferences(|chosen| chosen.text = size)
        })
    })
}

#[test]
fn whatever_is_said_beside_the_qr_stays_beside_it() {
    for scene in VIEWS.into_iter().flat_map(scenes) {
        for (text, place) in texts(&scene) {
            // The QR and the countdown begin at 1177, the row of buttons with its ring at 919.
            let left = place.left() < 1177.0;
            let fits = !left || place.right() < 1150.0;
            let above = place.top() > 932.0 || place.bottom() < 919.0;
            let size = scene.preferences.text;
            assert!(fits && above, "{size:?}: {text} at {place}");
        }
    }
}

#[test]
fn whatever_is_said_beside_the_bigger_qr_stays_in_the_safe_area() {
    for view in VIEWS {
        if !matches!(view(), View::Waiting(_)) {
            continue;
        }
        for scene in scenes(|| shown(waiting())) {
            let texts = texts(&scene.press(Button::Ok).becomes(view));
            for (index, (text, place)) in texts.iter().enumerate() {
                assert!(place.right() < 1805.0, "{text} at {place}");
                for (other, beside) in &texts[index + 1..] {
                    let apart = !place.shrink(1.0).intersects(beside.shrink(1.0));
                    assert!(apart, "{text} at {place} and {other} at {beside}");
                }
            }
        }
    }
}

#[test]
fn no_step_is_smaller_than_36_pixels() {
    // As tall as a line of Inter is, in parts of its size.
    const LINE: f32 = 1.21;
    for language in languages() {
        let scene = Scene::of("room", || shown(waiting())).speaking(language);
        let mut steps = texts(&scene);
        steps.retain(|(_, place)| (place.left() - 204.0).abs() < 1.0 && place.top() < 750.0);
        assert!(steps.len() >= 3, "{steps:?}");
        for (text, place) in steps {
            let size = place.height() / LINE;
            assert!(size >= 35.9, "{language:?}: {text} is {size} px");
        }
    }
}
