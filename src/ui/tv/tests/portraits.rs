//! The person's picture takes the place of their monogram, and nothing else changes.

use egui::epaint::Shape;
use egui::{Color32, Rect, TextureId, Vec2, pos2};

use super::samples::pictured;
use super::*;
use crate::ui::tv::panel::BurnInProtection;
use crate::ui::tv::portrait::Disc;
use crate::ui::tv::stage::{Look, Stage};

/// Where a picture is drawn, of which texture, and how round.
fn pictures(sofa: &Sofa) -> Vec<(Rect, TextureId, u8)> {
    let shapes = sofa.harness.output().shapes.iter();
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
fn held(sofa: &Sofa) -> Vec<[usize; 2]> {
    let manager = sofa.harness.ctx.tex_manager();
    let manager = manager.read();
    manager
        .allocated()
        .filter(|(_, kept)| kept.name == "portrait")
        .map(|(_, kept)| kept.size)
        .collect()
}

fn texts(sofa: &Sofa) -> Vec<String> {
    sofa.harness
        .query_all_by(|node| node.role() != Role::Button)
        .map(|node| label(&node.accesskit_node()))
        .filter(|label| !label.is_empty())
        .collect()
}

#[test]
fn the_monogram_stands_until_the_picture_is_there() {
    let mut sofa = Sofa::before(paired(true));
    assert!(sofa.says_exactly("A") && pictures(&sofa).is_empty());
    let mut with_monogram = texts(&sofa);
    let buttons = sofa.buttons();
    sofa.show(pictured(440));
    let [(place, _, roundness)] = pictures(&sofa)[..] else {
        panic!("one picture")
    };
    let disc = Rect::from_center_size(pos2(960.0, 280.0), Vec2::splat(220.0));
    assert_eq!((place, roundness), (disc, 110));
    with_monogram.retain(|text| text != "A");
    assert_eq!(texts(&sofa), with_monogram, "for ears there is no picture");
    assert_eq!(sofa.buttons(), buttons);
    sofa.show(paired(true));
    assert!(sofa.says_exactly("A"), "and where there is none");
    assert!(pictures(&sofa).is_empty());
}

#[test]
fn a_picture_is_sent_once_in_the_pixels_of_the_window() {
    for (scale, size) in [(1.0, 220), (2.0, 440), (2.0 / 3.0, 147)] {
        let mut sofa = Sofa::before(paired(true));
        sofa.harness
            .set_size(Vec2::new(1920.0, 1080.0))
            .set_pixels_per_point(scale);
        sofa.harness.step();
        sofa.harness.step();
        let view = pictured(440);
        sofa.show(view.clone());
        assert_eq!(held(&sofa), [[size; 2]], "at {scale}");
        let first = pictures(&sofa);
        sofa.show(view);
        assert_eq!(pictures(&sofa), first, "it is kept");
    }
}

#[test]
fn a_small_picture_is_left_to_the_graphics_card() {
    let mut sofa = Sofa::before(paired(true));
    sofa.show(pictured(100));
    assert_eq!(held(&sofa), [[100; 2]]);
}

#[test]
fn the_picture_goes_with_its_owner() {
    let mut sofa = Sofa::before(pictured(440));
    assert_eq!(pictures(&sofa).len(), 1);
    sofa.show(View::Forgetting);
    assert!(pictures(&sofa).is_empty());
    assert!(held(&sofa).is_empty());
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
        let (mut disc, portrait) = (Disc::default(), portrait.clone());
        let harness = egui_kittest::Harness::new_ui(move |ui| {
            let look = Look {
                care: BurnInProtection::after(idle),
                ..Look::default()
            };
            disc.show(&Stage::new(ui, look), (960.0, 280.0), Some(&portrait));
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
