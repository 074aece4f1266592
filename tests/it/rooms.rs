//! The shape of the source: which room may use which, and what no room may.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, iter};

/// Every room with the rooms below it that it may use; `app` may use all.
const ROOMS: [(&str, &[&str]); 11] = [
    ("auth", &[]),
    ("system", &["auth"]),
    ("pairing", &["auth"]),
    ("words", &["auth", "system"]),
    ("services", &["auth", "system"]),
    ("tokens", &["auth", "system"]),
    ("web", &["auth", "system", "words"]),
    ("input", &["system"]),
    ("demo", &["auth", "system", "web"]),
    (
        "engine",
        &[
            "auth", "system", "pairing", "words", "services", "tokens", "web",
        ],
    ),
    (
        "ui",
        &[
            "auth", "system", "pairing", "words", "web", "input", "engine",
        ],
    ),
];

/// Libraries that only some files may use, by the beginnings of their paths.
const LIBRARIES: [(&[&str], &[&str]); 3] = [
    (
        &["egui", "eframe", "winit", "x11rb"],
        &["ui/tv/", "input/window.rs"],
    ),
    (&["reqwest"], &["services/"]),
    (&["ratatui", "textwrap"], &["ui/terminal/"]),
];

/// The files of a folder of the source, without tests, by their paths from `src`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.file_stem().unwrap() == "tests" {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// What a file holds of the product: without the tests at its end and without comments.
fn product(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let code = product
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// The first name behind each occurrence of a path's beginning, `crate::`.
fn names_behind<'a>(text: &'a str, beginning: &str) -> BTreeSet<&'a str> {
    let mut rest = text;
    let mut next = || {
        rest = rest.split_once(beginning)?.1;
        rest.split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
    };
    iter::from_fn(&mut next).collect()
}

#[test]
fn rooms_use_only_rooms_below_them() {
    for (room, may_use) in ROOMS {
        for file in files(&source().join(room)) {
            let text = product(&file);
            assert!(!text.contains("use crate::{"), "{}", file.display());
            for used in names_behind(&text, "crate::") {
                assert!(
                    used == room || may_use.contains(&used),
                    "{} uses {used}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn there_are_no_other_rooms() {
    let source = source();
    let known: BTreeSet<_> = ROOMS
        .map(|(room, _)| room)
        .into_iter()
        .chain(["app", "tests"])
        .collect();
    for entry in fs::read_dir(&source).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            known.contains(name.as_str())
                || ["couchpinw.rs", "lib.rs", "main.rs"].contains(&name.as_str()),
            "{name}"
        );
    }
}

#[test]
fn a_library_is_used_only_where_it_belongs() {
    let source = source();
    for file in files(&source) {
        let text = product(&file);
        let path = file.strip_prefix(&source).unwrap().to_str().unwrap();
        for (libraries, homes) in LIBRARIES {
            for library in libraries {
                let used = text.contains(&format!("{library}::"));
                let at_home = homes.iter().any(|home| path.starts_with(home));
                assert!(!used || at_home, "{path} uses {library}");
            }
        }
    }
}

#[test]
fn no_file_is_longer_than_300_lines() {
    for file in files(&source()) {
        let text = fs::read_to_string(&file).unwrap();
        let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let lines = product.lines().count();
        assert!(lines <= 300, "{}: {lines} lines", file.display());
    }
}
