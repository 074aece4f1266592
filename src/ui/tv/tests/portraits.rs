//! The person's picture takes the place of their monogram, and nothing else changes.

use egui::epaint::Shape;
use egui::{Color32, Rect, TextureId, Vec2, pos2};

use super::samples::pictured;
use super::*;
use crate::ui::tv::burn_in::BurnInProtection;
use crate::ui::tv::canvas::Canvas;
use crate::ui::tv::portrait;

/// Where a picture is drawn, of which texture, and how round.
fn pictures(tv: &TestTv) -> Vec<(Rect, TextureId, u8)> {
    let shapes = tv.harness.output().shapes.iter();
    shapes
        .filter_map(|clipped| match &clipped.shape {
            Shape::Rect(rect) => {
                let texture = rect.brush.as_ref()?.fill_texture_id;
                Some((rect.rect, texture, rect.corner_radius.nw))
            }
            _ => None,
        })
        .collect()
}

/// The size of each picture that the graphics card holds.
fn held(tv: &TestTv) -> Vec<[usize; 2]> {
    let manager = tv.harness.ctx.tex_manager();
    let manager = manager.read();
    manager
        .allocated()
        .filter(|(_, kept)| kept.name == "portrait")
        .map(|(_, kept)| kept.size)
        .collect()
}

fn texts(tv: &TestTv) -> Vec<String> {
    tv.harness
        .query_all_by(|node| node.role() != Role::Button)
        .map(|node| label(&node.accesskit_node()))
        .filter(|label| !label.is_empty())
        .collect()
}

#[test]
fn the_monogram_stands_until_the_picture_is_there() {
    let mut tv = TestTv::showing(paired(true));
    assert!(tv.says_exactly("A") && pictures(&tv).is_empty());
    let mut with_monogram = texts(&tv);
    let buttons = tv.buttons();
    tv.show(pictured(440));
    let [(place, _, roundness)] = pictures(&tv)[..] else {
        panic!("one picture")
    };
    let disc = Rect::from_center_size(pos2(960.0, 276.0), Vec2::splat(256.0));
    assert_eq!((place, roundness), (disc, 128));
    with_monogram.retain(|text| text != "A");
    assert_eq!(
        texts(&tv),
        with_monogram,
        "a screen reader is told nothing of a picture"
    );
    assert_eq!(tv.buttons(), buttons);
    tv.show(paired(true));
    assert!(tv.says_exactly("A"), "and where there is none");
    assert!(pictures(&tv).is_empty());
}

#[test]
fn a_picture_is_sent_once_in_the_pixels_of_the_window() {
    for (scale, size) in [(1.0, 256), (2.0, 512), (2.0 / 3.0, 171)] {
        let mut tv = TestTv::showing(paired(true));
        tv.harness
            .set_size(Vec2::new(1920.0, 1080.0))
            .set_pixels_per_point(scale);
        tv.harness.step();
        tv.harness.step();
        let view = pictured(512);
        tv.show(view.clone());
        assert_eq!(held(&tv), [[size; 2]], "at {scale}");
        let first = pictures(&tv);
        tv.show(view);
        assert_eq!(pictures(&tv), first, "it is kept");
    }
}

#[test]
fn a_small_picture_is_left_to_the_graphics_card() {
    let mut tv = TestTv::showing(paired(true));
    tv.show(pictured(100));
    assert_eq!(held(&tv), [[100; 2]]);
}

#[test]
fn the_picture_goes_with_its_owner() {
    let mut tv = TestTv::showing(pictured(440));
    assert_eq!(pictures(&tv).len(), 1);
    tv.show(View::Forgetting);
    assert!(pictures(&tv).is_empty());
    assert!(held(&tv).is_empty());
}

#[test]
fn a_picture_is_dimmed_with_everything_around_it() {
    let View::Paired {
        portrait: Some(portrait),
        ..
    } = pictured(440)
    else {
        panic!()
    };
    let tint = |idle| {
        let (mut cache, portrait) = (None, portrait.clone());
        let harness = egui_kittest::Harness::new_ui(move |ui| {
            let burn_in = BurnInProtection::after(idle);
            let words = Words::of(Language::English);
            let canvas = Canvas::new(ui, words, Preferences::default(), burn_in);
            portrait::draw(
                &canvas,
                (960.0, 280.0),
                portrait::RADIUS,
                Some(&portrait),
                &mut cache,
            );
        });
        let shapes = harness.output().shapes.iter();
        let mut tints = shapes.filter_map(|clipped| match &clipped.shape {
            Shape::Rect(rect) if rect.brush.is_some() => Some(rect.fill),
            _ => None,
        });
        tints.next().unwrap()
    };
    assert_eq!(tint(Duration::ZERO), Color32::WHITE);
    assert!(tint(Duration::from_mins(5)).a() < 160);
}
