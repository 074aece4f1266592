//! Paired: whose, where the token is kept, and how to end it. Also the resting screen.

use egui::{Align, Stroke};

use super::UiContext;
use super::choice::Choice;
use super::portrait::PortraitCache;
use super::stage::{Stage, Style, fitted_flow, heading, style};
use super::tall;
use super::theme::{Tone, Weight};
use crate::auth::portrait::Portrait;
use crate::auth::shown;
use crate::ui::presentation::{Presentation, Remark};
use crate::words::Words;

/// The row's middle and top in landscape orientation, and its top in portrait orientation.
const ROW: (f32, f32) = (960.0, 764.0);
const TALL_ROW: f32 = 1160.0;

const TITLE: Style = heading(Weight::Bold, 72.0, Tone::Bright);
const KEPT: Style = style(Weight::Regular, 36.0, Tone::Quiet);
const END: Style = style(Weight::Regular, 32.0, Tone::Faint);
const RESTING_TITLE: Style = heading(Weight::SemiBold, 60.0, Tone::Quiet);
const RESTING_BODY: Style = style(Weight::Regular, 36.0, Tone::Faint);

/// Draws everything but the buttons; `initial` stands in the place of the portrait where there is none.
pub(super) fn draw(
    stage: &Stage<'_>,
    shown: &Presentation<'_>,
    initial: Option<char>,
    portrait: Option<&Portrait>,
    cache: &mut PortraitCache,
) {
    let place = if stage.is_tall() {
        (tall::middle(stage), 400.0)
    } else {
        (960.0, 280.0)
    };
    cache.show(stage, place, portrait);
    match (portrait, initial) {
        (Some(_), _) => {}
        (None, Some(initial)) => {
            let text = style(Weight::Bold, 108.0, Tone::Bright);
            let (x, y) = place;
            stage.centred(x, y, text, 200.0, &initial.to_uppercase().to_string());
        }
        (None, None) => check_mark(stage, place),
    }
    if stage.is_tall() {
        let room = tall::between(stage, 560.0, TALL_ROW - 48.0);
        fitted_flow(stage, room, Align::Center, |flow| {
            flow.close(TITLE, &shown.title);
            flow.gap(16.0);
            flow.text(KEPT, &shown.body);
            for remark in &shown.remarks {
                flow.gap(8.0);
                flow.text(style_of(remark), &remark.text);
            }
        });
    } else {
        stage.centred(960.0, 470.0, TITLE, 1688.0, &shown.title);
        stage.centred(960.0, 568.0, KEPT, 1688.0, &shown.body);
        for (remark, y) in shown.remarks.iter().zip([628.0, 678.0]) {
            stage.centred(960.0, y, style_of(remark), 1688.0, &remark.text);
        }
    }
}

fn style_of(remark: &Remark) -> Style {
    let tone = if remark.is_important {
        Tone::Accent
    } else {
        Tone::Faint
    };
    style(Weight::Regular, 32.0, tone)
}

/// Draws the buttons; returns the one that was pointed at and clicked.
pub(super) fn row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    if stage.is_tall() {
        return tall::stack(stage, TALL_ROW, keys, focused);
    }
    stage.centred_row(ROW.0, ROW.1, keys, focused)
}

/// Draws where the access can be ended, in the place of the hints.
pub(super) fn draw_end(stage: &Stage<'_>, words: &Words, context: &UiContext) {
    let url = shown::address(&context.apps_page);
    let end = words.with("paired-end", [("url", url.into())]);
    if stage.is_tall() {
        let room = tall::between(stage, tall::BOTTOM - 130.0, tall::BOTTOM);
        fitted_flow(stage, room, Align::Center, |flow| flow.text(END, &end));
    } else {
        stage.centred(960.0, 976.0, END, 1688.0, &end);
    }
}

/// Draws the resting screen: dim and still.
pub(super) fn draw_resting(stage: &Stage<'_>, shown: &Presentation<'_>) {
    if stage.is_tall() {
        let room = tall::between(stage, 840.0, 1300.0);
        fitted_flow(stage, room, Align::Center, |flow| {
            flow.close(RESTING_TITLE, &shown.title);
            flow.gap(8.0);
            flow.text(RESTING_BODY, &shown.body);
        });
    } else {
        stage.centred(960.0, 475.0, RESTING_TITLE, 1688.0, &shown.title);
        stage.centred(960.0, 562.0, RESTING_BODY, 1688.0, &shown.body);
    }
}

/// A tick, where there is not even a name.
fn check_mark(stage: &Stage<'_>, (x, y): (f32, f32)) {
    let points = [(-48.0, 4.0), (-14.0, 38.0), (50.0, -34.0)];
    let points = points.map(|(right, down)| stage.at(x + right, y + down));
    let stroke = Stroke::new(16.0, stage.color(Tone::Bright));
    stage.painter().line(points.to_vec(), stroke);
}
