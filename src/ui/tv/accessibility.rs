//! What a screen reader finds on the screen, and how it takes part: through AccessKit, in the tree that egui makes.
//!
//! None of it costs anything while no screen reader listens: egui makes no tree then, and says so.

use egui::accesskit::{Action, Live};
use egui::emath::TSTransform;
use egui::text_selection::accesskit_text::update_accesskit_for_text_widget;
use egui::{Context, Id, Rect, Response, Role, Sense, Ui, WidgetInfo};

use super::choice::Choice;
use super::theme::{self, Color, Font};
use crate::ui::preferences::Theme;
use crate::ui::presentation::spell::spell;
use crate::words::Words;

/// Names the window and its language; `false` if no screen reader listens.
pub(super) fn window(ctx: &Context, words: &Words) -> bool {
    let named = ctx.accesskit_node_builder(egui::accesskit_root_id(), |root| {
        root.set_label("Couchpin");
        root.set_language(words.language().tag());
    });
    named.is_some()
}

/// Says a text once, after what is being said; says it again only when it has been another one or nothing in between.
pub(super) fn say(ctx: &Context, region: &'static str, text: &str) {
    ctx.accesskit_node_builder(Id::unique(("news", region)), |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_label(text);
    });
}

/// Which button this is.
pub(super) fn button_id(ui: &Ui, index: usize, key: &Choice) -> Id {
    ui.scope_id().with(("button", index, &key.label))
}

/// Describes a button.
pub(super) fn button(response: &Response, key: &Choice) {
    let role = match key.checked {
        Some(_) => Role::RadioButton,
        None => Role::Button,
    };
    response.widget_info(|| {
        let name = key.spoken.as_ref().unwrap_or(&key.label);
        let mut info = WidgetInfo::labeled(role, !key.disabled, name);
        info.current_text_value.clone_from(&key.value);
        info.selected = key.checked;
        info
    });
    if let Some(value) = &key.value
        && cfg!(target_os = "linux")
    {
        // AT-SPI has no place for a button's value.
        let describe = |node: &mut egui::accesskit::Node| node.set_description(value.as_str());
        response.ctx.accesskit_node_builder(response.id, describe);
    }
}

/// The button to which a screen reader wants to go, if it wants to.
pub(super) fn asked_for(ui: &Ui, keys: &[Choice]) -> Option<usize> {
    let mut buttons = keys.iter().enumerate();
    buttons.position(|(index, key)| {
        let id = button_id(ui, index, key);
        ui.input(|input| input.has_accesskit_action_request(id, Action::Focus))
    })
}

/// Describes the code: a text that can be gone to and read letter by letter, spelt.
pub(super) fn code(ui: &Ui, place: Rect, words: &Words, code: Option<&str>) {
    let response = ui.interact(place, code_id(ui), Sense::focusable_noninteractive());
    let spelling = match code {
        Some(code) => spell(words, code),
        None => words.get("pairing-no-code"),
    };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::TextInput, true, words.get("pairing-code"));
        info.current_text_value = Some(spelling.clone());
        info
    });
    let read_only = |node: &mut egui::accesskit::Node| node.set_read_only();
    if ui
        .ctx()
        .accesskit_node_builder(response.id, read_only)
        .is_some()
    {
        // AT-SPI knows no other values but texts of such pieces.
        let font = Font::Regular.id(theme::SMALLEST_TEXT);
        let color = Theme::default().color(Color::Bright);
        let galley = ui.painter().layout_no_wrap(spelling, font, color);
        let there = TSTransform::from_translation(place.min.to_vec2());
        update_accesskit_for_text_widget(ui.ctx(), response.id, None, there, &galley);
    }
}

/// Describes what is typed, under a name: a text of which so much is there.
pub(super) fn typed(ui: &Ui, place: Rect, (name, words): (&str, &Words), text: &str, count: &str) {
    let id = ui.scope_id().with("typed");
    let response = ui.interact(place, id, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Label, true, format!("{name}: {count}"));
        info.current_text_value = Some(spell(words, text));
        info
    });
}

/// Whether a screen reader has gone to the code.
pub(super) fn on_the_code(ui: &Ui) -> bool {
    ui.memory(|memory| memory.has_focus(code_id(ui)))
}

/// A press means the button that has the ring, wherever a screen reader is.
pub(super) fn leave_the_code(ui: &Ui) {
    ui.memory_mut(|memory| memory.surrender_focus(code_id(ui)));
}

fn code_id(ui: &Ui) -> Id {
    ui.scope_id().with("code")
}
