//! No missing letters: every message of every language has a glyph in every weight.

use std::fs;
use std::sync::Arc;

use couchpin::input::Remote;
use couchpin::ui::tv::{App, AppContext, Content, Language, Preferences};
use egui::epaint::text::MissingGlyphPolicy;
use egui::{Color32, Context, FontFamily, FontId};
use egui_system_font_provider::SystemFontProvider;

use super::samples;

/// A window's fonts, which complain about a letter that they do not have.
fn fonts() -> Context {
    let ctx = Context::default();
    let app_context = AppContext {
        ui: samples::context(Language::English),
        services: Vec::new(),
        remote: Remote::default(),
        gamepads: false,
        preferences: Preferences::default(),
        voice: None,
        save: Box::new(|_| Ok(())),
    };
    let _ = App::new(&ctx, Content::BrokenSettings(String::new()), app_context);
    ctx.set_missing_glyph_policy(MissingGlyphPolicy::Panic);
    ctx
}

/// Lays texts out in these fonts.
fn lay_out<'a>(ctx: &Context, texts: impl IntoIterator<Item = &'a str>, fonts: &[FontId]) {
    let texts: Vec<_> = texts.into_iter().collect();
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        for text in &texts {
            for font in fonts {
                let text = (*text).to_owned();
                let _ = ui
                    .painter()
                    .layout_no_wrap(text, font.clone(), Color32::WHITE);
            }
        }
    });
    // They are not painted.
    output.textures_delta.clear();
}

/// Lays all messages of a language out in all weights of text.
fn speak(ctx: &Context, language: Language) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/locales");
    let messages = fs::read_to_string(format!("{folder}/{}.ftl", language.tag())).unwrap();
    let weights = ["semibold", "bold"].map(|name| FontFamily::Name(name.into()));
    let families = weights.into_iter().chain([FontFamily::Proportional]);
    let fonts: Vec<_> = families.map(|family| FontId::new(36.0, family)).collect();
    let texts = messages.lines().chain([language.own_name()]);
    lay_out(ctx, texts, &fonts);
}

#[test]
fn the_bundled_fonts_have_every_letter_of_eight_languages() {
    let ctx = fonts();
    let others = [Language::Chinese, Language::Japanese];
    for language in Language::ALL {
        if !others.contains(&language) {
            speak(&ctx, language);
        }
    }
}

#[test]
#[ignore = "needs fonts-noto-cjk: run by .ci/run"]
fn the_systems_fonts_have_every_letter_of_the_others() {
    let ctx = fonts();
    ctx.add_font_provider(Arc::new(SystemFontProvider::new()));
    for language in Language::ALL {
        speak(&ctx, language);
    }
}

#[test]
fn the_codes_font_has_every_character_of_a_code() {
    let ctx = fonts();
    let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    // What is typed into the settings file is set in it, too.
    let verbatim = "[simkl] client_id = \"…\"";
    let mono = FontId::new(224.0, FontFamily::Monospace);
    lay_out(&ctx, [all, verbatim], &[mono]);
}

#[test]
#[should_panic(expected = "No glyph for")]
fn a_missing_letter_is_noticed() {
    speak(&fonts(), Language::Japanese);
}
