//! Pictures of every screen, and what can be measured on them.
//!
//! `UPDATE_SNAPSHOTS=1` accepts what is drawn now; else a picture that looks different is put beside the accepted one
//! in `tests/snapshots` (`.new.png`, and `.diff.png` where it differs).

mod glyphs;
mod lengths;
mod palette;
mod places;
mod portrait_orientation;
mod qr;
mod renderer;
mod samples;
mod scene;
mod scenes;
mod services;
mod snapshots;
mod television;
mod text_bounds;

use scene::Scene;
use television::{Size, picture};

/// Looks at all scenes before it complains about any.
fn check(scenes: &[Scene], sizes: &[Size]) {
    let mut complaints = Vec::new();
    for scene in scenes {
        for size in sizes {
            let name = snapshots::name(scene.name, *size);
            complaints.extend(snapshots::compare(&name, &picture(scene, *size)).err());
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn the_screens_before_an_approval_look_as_agreed() {
    check(&scenes::before_the_approval(), &scenes::SIZES);
    check(&[scenes::the_code()], &[Size::UltraHd]);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn the_screens_after_an_approval_look_as_agreed() {
    check(&scenes::after_the_approval(), &scenes::SIZES);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn the_screens_that_ask_for_help_look_as_agreed() {
    check(&scenes::to_mend(), &scenes::SIZES);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn the_dialogs_look_as_agreed() {
    check(&scenes::dialogs(), &scenes::SIZES);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn every_look_and_language_looks_as_agreed() {
    check(&scenes::looks(), &scenes::SIZES);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn a_television_that_was_turned_looks_as_agreed() {
    check(&scenes::in_portrait(), &[Size::Turned]);
    check(&[scenes::the_code()], &[Size::Small]);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn all_services_and_the_pages_that_sign_in_look_as_agreed() {
    check(&services::scenes(), &scenes::SIZES);
}

#[test]
#[ignore = "needs mesa-vulkan-drivers and fonts-noto-cjk: run by .ci/run"]
fn every_kind_of_screen_looks_as_agreed_in_every_look() {
    check(&scenes::kinds_in_other_looks(), &[Size::FullHd]);
}
