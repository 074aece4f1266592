//! How text looks.

use egui::Align;

use crate::ui::tv::theme::{Color, Font};

/// From line to line, in parts of the size: of what is read, and of a remark that has little room.
pub(super) const AIRY: f32 = 1.45;
pub(super) const CLOSE: f32 = 1.2;

#[derive(Clone, Copy, Debug)]
pub(in crate::ui::tv) struct TextStyle {
    pub font: Font,
    /// In canvas pixels.
    pub size: f32,
    pub color: Color,
    /// It says what the screen is about, which a screen reader is told.
    pub heading: bool,
}

#[must_use]
pub(in crate::ui::tv) const fn style(font: Font, size: f32, color: Color) -> TextStyle {
    TextStyle {
        font,
        size,
        color,
        heading: false,
    }
}

#[must_use]
pub(in crate::ui::tv) const fn heading(font: Font, size: f32, color: Color) -> TextStyle {
    TextStyle {
        heading: true,
        ..style(font, size, color)
    }
}

/// What most screens say: their title, what they are about, and what happened before.
pub(in crate::ui::tv) const TITLE: TextStyle = heading(Font::Bold, 64.0, Color::Bright);
pub(in crate::ui::tv) const BODY: TextStyle = style(Font::Regular, 36.0, Color::Quiet);
pub(in crate::ui::tv) const NOTICE: TextStyle = style(Font::Regular, 32.0, Color::Accent);

#[derive(Clone, Copy)]
pub(super) struct TextBlock<'a> {
    pub style: TextStyle,
    /// From line to line, in parts of the size.
    pub line_height: f32,
    pub align: Align,
    pub text: &'a str,
    /// The part that is bold, or nothing.
    pub strong: &'a str,
}

impl<'a> TextBlock<'a> {
    pub(super) fn new(style: TextStyle, line_height: f32, align: Align, text: &'a str) -> Self {
        Self {
            style,
            line_height,
            align,
            text,
            strong: "",
        }
    }
}
