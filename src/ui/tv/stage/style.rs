//! How text looks.

use egui::Align;

use crate::ui::tv::theme::{Tone, Weight};

/// From line to line, in parts of the size: of what is read, and of a remark that has little room.
pub(super) const AIRY: f32 = 1.45;
pub(super) const CLOSE: f32 = 1.2;

#[derive(Clone, Copy, Debug)]
pub(in crate::ui::tv) struct Style {
    pub weight: Weight,
    /// In stage pixels.
    pub size: f32,
    pub tone: Tone,
    /// It says what the screen is about, which a screen reader is told.
    pub heading: bool,
}

#[must_use]
pub(in crate::ui::tv) const fn style(weight: Weight, size: f32, tone: Tone) -> Style {
    Style {
        weight,
        size,
        tone,
        heading: false,
    }
}

#[must_use]
pub(in crate::ui::tv) const fn heading(weight: Weight, size: f32, tone: Tone) -> Style {
    Style {
        heading: true,
        ..style(weight, size, tone)
    }
}

pub(super) struct TextBlock<'a> {
    pub style: Style,
    /// From line to line, in parts of the size.
    pub line_height: f32,
    pub align: Align,
    pub text: &'a str,
    /// The part that is bold.
    pub strong: Option<&'a str>,
}

impl<'a> TextBlock<'a> {
    pub(super) fn new(style: Style, line_height: f32, align: Align, text: &'a str) -> Self {
        Self {
            style,
            line_height,
            align,
            text,
            strong: None,
        }
    }
}
