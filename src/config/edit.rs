//! Keeps what a person changed with the remote, without disturbing the rest of the settings file: its order, its
//! comments and what couchpin does not know stay as they are, and the file is replaced whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, value};

use crate::authorization::Keep;
use crate::pairing::Unattended;
use crate::screen::{Setting, TextSize, Theme};

/// Writes one setting into the file, which need not exist yet. Fails with one sentence.
pub fn keep(path: &Path, setting: Setting) -> Result<(), String> {
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    // A file that is a link into a person's own collection of settings stays one.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(wrong(&error)),
    };
    let mut document: DocumentMut = text
        .parse()
        .map_err(|_| wrong(&"it is not TOML any more"))?;
    set(&mut document, setting).map_err(|why| wrong(&why))?;
    replace(path, &document.to_string()).map_err(|error| wrong(&error))
}

fn set(document: &mut DocumentMut, setting: Setting) -> Result<(), &'static str> {
    match setting {
        Setting::Language(Some(language)) => document["language"] = value(language.tag()),
        Setting::Language(None) => drop(document.remove("language")),
        Setting::Text(size) => {
            document["text"] = value(match size {
                TextSize::Normal => "normal",
                TextSize::Large => "large",
            });
        }
        Setting::Theme(theme) => {
            document["theme"] = value(match theme {
                Theme::Dark => "dark",
                Theme::Light => "light",
                Theme::Contrast => "contrast",
            });
        }
        Setting::Still(still) => document["reduce_motion"] = value(still),
        Setting::MayBlank(may_blank) => document["may_blank"] = value(may_blank),
        Setting::Unattended(unattended) => {
            document["unattended_codes"] = match unattended {
                Unattended::AtMost(most) => value(i64::from(most)),
                Unattended::Always => value("always"),
            };
        }
        Setting::Store(keep) => {
            document["store"] = value(match keep {
                Keep::AsSet => "auto",
                Keep::InKeyring => "keyring",
                Keep::InFile => "file",
            });
        }
        // As shown: without the noise of a binary fraction.
        Setting::Overscan(percent) => {
            document["overscan"] = value((f64::from(percent) * 10.0).round() / 10.0);
        }
        Setting::Swap(swapped) => {
            document["gamepad"] = if swapped {
                value("swapped")
            } else {
                value(true)
            };
        }
        Setting::Teach(code, button) => {
            let remote = document
                .entry("remote")
                .or_insert_with(|| Item::Table(Table::new()))
                .as_table_like_mut()
                .ok_or("[remote] is not a table")?;
            // The same key may stand there spelt otherwise.
            let spelt = [
                format!("{code}"),
                format!("{code:#x}"),
                format!("0x{code:X}"),
            ];
            for key in &spelt {
                remote.remove(key);
            }
            remote.insert(&spelt[1], value(button.to_string()));
        }
        Setting::ForgetTaught => {
            document.remove("remote");
        }
    }
    Ok(())
}

/// Replaces the file by another in one step, with the rights it had.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Overrides};
    use crate::remote::Button;

    const FILE: &str = "\
# The living room.
store = \"file\" # no keyring here

[simkl]
client_id = \"abc\"   # mine
";

    #[test]
    fn settings_are_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        fs::write(&path, FILE).unwrap();
        keep(&path, Setting::Overscan(3.5)).unwrap();
        keep(&path, Setting::Teach(0x2c0, Button::Ok)).unwrap();
        keep(&path, Setting::Teach(0x2c1, Button::Back)).unwrap();
        keep(&path, Setting::Swap(true)).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        for line in FILE.lines() {
            assert!(text.contains(line), "{line:?} is not in {text}");
        }
        let overrides = || Overrides {
            config: Some(path.clone()),
            ..Overrides::default()
        };
        let config = Config::load(overrides()).unwrap();
        assert!((config.preferences.overscan - 3.5).abs() < 1e-6);
        assert_eq!(config.keymap.button(0x2c0), Button::Ok);
        assert_eq!(config.keymap.button(0x2c1), Button::Back);
        assert_eq!(config.gamepad, crate::config::Gamepad::Swapped);

        keep(&path, Setting::ForgetTaught).unwrap();
        keep(&path, Setting::Swap(false)).unwrap();
        let config = Config::load(overrides()).unwrap();
        assert!(!config.keymap.has_taught());
        assert_eq!(config.gamepad, crate::config::Gamepad::Read);
    }

    #[test]
    fn whatever_is_chosen_on_the_screen_is_read_back_as_chosen() {
        use crate::screen::{Language, Preferences};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        let settings = [
            Setting::Language(Some(Language::Portuguese)),
            Setting::Text(TextSize::Large),
            Setting::Theme(Theme::Contrast),
            Setting::Still(true),
            Setting::MayBlank(true),
            Setting::Unattended(Unattended::Always),
            Setting::Store(Keep::InFile),
            Setting::Overscan(2.5),
        ];
        for setting in settings {
            keep(&path, setting).unwrap();
        }
        let load = || {
            let overrides = Overrides {
                config: Some(path.clone()),
                ..Overrides::default()
            };
            Config::load(overrides).unwrap().preferences
        };
        let chosen = Preferences {
            language: Some(Language::Portuguese),
            text: TextSize::Large,
            theme: Theme::Contrast,
            still: true,
            may_blank: true,
            unattended: Unattended::Always,
            store: Keep::InFile,
            overscan: 2.5,
        };
        assert_eq!(load(), chosen);
        let back = [
            Setting::Language(None),
            Setting::Text(TextSize::Normal),
            Setting::Theme(Theme::Dark),
            Setting::Still(false),
            Setting::MayBlank(false),
            Setting::Unattended(Unattended::AtMost(4)),
            Setting::Store(Keep::AsSet),
            Setting::Overscan(0.0),
        ];
        for setting in back {
            keep(&path, setting).unwrap();
        }
        assert_eq!(load(), Preferences::default());
        keep(&path, Setting::Theme(Theme::Light)).unwrap();
        keep(&path, Setting::Store(Keep::InKeyring)).unwrap();
        assert_eq!(load().theme, Theme::Light);
        assert_eq!(load().store, Keep::InKeyring);
    }

    #[test]
    fn a_key_that_is_spelt_otherwise_is_replaced() {
        let mut document: DocumentMut = "[remote]\n353 = \"back\"\n# mine\n0x162 = \"menu\"\n"
            .parse()
            .unwrap();
        set(&mut document, Setting::Teach(353, Button::Ok)).unwrap();
        let text = document.to_string();
        assert!(
            text.contains("0x161 = \"ok\"") && !text.contains("353"),
            "{text}"
        );
        assert!(text.contains("# mine\n0x162 = \"menu\""), "{text}");
    }

    #[test]
    fn a_file_that_is_not_there_is_made_and_a_broken_one_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/config.toml");
        keep(&path, Setting::Overscan(2.0)).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "overscan = 2.0\n");
        fs::write(&path, "overscan = = 2").unwrap();
        let why = keep(&path, Setting::Overscan(1.0)).unwrap_err();
        assert!(why.contains("config.toml: it is not TOML"), "{why}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "overscan = = 2");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_rights_stay_as_they_are() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (
            folder.path().join("real.toml"),
            folder.path().join("config.toml"),
        );
        fs::write(&real, FILE).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        keep(&link, Setting::Overscan(1.0)).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(
            fs::read_to_string(&real)
                .unwrap()
                .contains("overscan = 1.0")
        );
        assert_eq!(
            fs::metadata(&real).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }
}
