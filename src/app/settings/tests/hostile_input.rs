//! Settings files and their edits, changed at random.

use std::path::Path;

use toml_edit::DocumentMut;

use crate::app::settings::{document, edit};
use crate::auth::StoreChoice;
use crate::input::Button;
use crate::pairing::Unattended;
use crate::tests::hostile_input::{is_fit_to_be_shown, try_changed};
use crate::ui::preferences::{Setting, TextSize, Theme};
use crate::words::Language;

#[test]
fn any_settings_file_is_read_or_refused_without_its_secrets() {
    try_changed(SEEDS, 4000, settings);
}

#[test]
fn any_edit_of_settings_that_can_be_read_leaves_settings_that_can_be_read() {
    try_changed(SEEDS, 400, edits);
}

const SEEDS: &[&[u8]] = &[
    b"store = \"file\"\nunattended_codes = \"always\"\nlanguage = \"de\"\noverscan = 3.5\n[remote]\n0x2c0 = \"ok\"\n\n[simkl]\nclient_id = \"abc\" # mine\nclient_secret = \"S3CR3TS3CR3T\"\nauth = \"auto\"\n",
    b"on_paired = [\"notify-send\", \"paired\"]\ngamepad = \"swapped\"\nphone_page = \"192.168.1.20\"\ntext = \"large\"\ntheme = \"light\"\nreduce_motion = true\nmay_blank = false\n\n[shikimori]\nclient_id = \"abc\"\nclient_secret = \"S3CR3TS3CR3T\"\nurl = \"https://shikimori.io\"\nredirect_port = 8765\n",
    b"remote = { 704 = \"back\" }\nsimkl.client_id = 'a'\n",
];
const SECRET: &str = "S3CR3TS3CR3T";

fn settings(bytes: &[u8]) {
    let written = String::from_utf8_lossy(bytes);
    // Where it stands as anything but a secret, a mistake may be quoted.
    let quotes = written.matches(SECRET).count();
    let as_secret = written
        .matches("client_secret = \"S3CR3TS3CR3T\"\n")
        .count();
    match document::parse(bytes, Path::new("config.toml"), None) {
        Ok(file) if quotes == as_secret => {
            let printed = format!("{file:?}");
            assert!(!printed.contains(SECRET), "{printed}");
        }
        Ok(_) => {}
        Err(error) => {
            let said = crate::auth::shown::sentence(&error.to_string());
            is_fit_to_be_shown(&said);
            assert!(quotes != as_secret || !said.contains(SECRET), "{said}");
        }
    }
}

fn edits(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let path = Path::new("config.toml");
    let good = document::parse(bytes, path, None).is_ok();
    for setting in [
        Setting::Language(Some(Language::Japanese)),
        Setting::Language(None),
        Setting::Text(TextSize::Large),
        Setting::Theme(Theme::Contrast),
        Setting::ReduceMotion(true),
        Setting::MayBlank(true),
        Setting::Unattended(Unattended::Always),
        Setting::Store(StoreChoice::InFile),
        Setting::Overscan(2.5),
        Setting::Teach(0x2c0, Button::Ok),
        Setting::ForgetTaught,
        Setting::Swap(true),
    ] {
        let Ok(mut document) = text.parse::<DocumentMut>() else {
            assert!(!good, "one of two parsers reads it");
            return;
        };
        if edit::set(&mut document, setting).is_ok() && good {
            let edited = document.to_string();
            let again = document::parse(edited.as_bytes(), path, None);
            assert!(again.is_ok(), "{setting:?}: {again:?} in {edited}");
        }
    }
}

#[test]
fn the_seeds_of_settings_are_read() {
    for seed in SEEDS {
        let read = document::parse(seed, Path::new("config.toml"), None);
        assert!(read.is_ok(), "{read:?}");
    }
}
