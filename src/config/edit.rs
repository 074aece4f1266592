//! Keeps what a person chose from the couch, without disturbing the rest of the settings file: its order, its comments
//! and what couchpin does not know stay as they are, and the file is replaced whole or not at all. Once it holds a
//! secret from here, only its owner can read it.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use toml_edit::{DocumentMut, Item, Table, TableLike, Value, value};

use super::value::is_word;
use crate::authorization::{ClientCredentials, Keep, Secret, Service};
use crate::pairing::Unattended;
use crate::screen::{Setting, TextSize, Theme};

/// Writes one setting into the file, which need not exist yet. Fails with one sentence.
pub fn keep(path: &Path, setting: Setting) -> Result<(), String> {
    change(path, Rights::AsBefore, |document| set(document, setting))
}

/// Writes a service's application into the file, which need not exist yet; with a secret in it, only its owner can read
/// it from then on. Fails with one sentence, which never holds the secret.
pub fn keep_client(
    path: &Path,
    service: Service,
    client: &ClientCredentials,
) -> Result<(), String> {
    let secret = client.secret.as_ref().map(Secret::expose);
    let rights = match secret {
        Some(_) => Rights::OwnersOnly,
        None => Rights::AsBefore,
    };
    change(path, rights, |document| {
        let id = [("client_id", client.id.as_str())].into_iter();
        let words: Vec<_> = id
            .chain(secret.map(|word| ("client_secret", word)))
            .collect();
        // What is written must be read again.
        let good = |(_, word): &(_, &str)| !word.is_empty() && is_word(word);
        if !words.iter().all(good) {
            return Err("client id and secret must be letters and digits without blanks");
        }
        let own = table(document, service.name());
        let own = own.ok_or(match service {
            Service::Simkl => "[simkl] is not a table",
            Service::Shikimori => "[shikimori] is not a table",
        })?;
        for (key, word) in words {
            put(own, key, word);
        }
        Ok(())
    })
}

/// Who can read the file afterwards.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rights {
    AsBefore,
    OwnersOnly,
}

/// Reads the file, changes what it says, and replaces it.
fn change(
    path: &Path,
    rights: Rights,
    edit: impl FnOnce(&mut Table) -> Result<(), &'static str>,
) -> Result<(), String> {
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
    edit(&mut document).map_err(|why| wrong(&why))?;
    replace(path, &document.to_string(), rights).map_err(|error| wrong(&error))
}

/// A table, made if it is not there. `None` if something else has its name.
fn table<'a>(document: &'a mut Table, name: &str) -> Option<&'a mut dyn TableLike> {
    document
        .entry(name)
        .or_insert_with(|| Item::Table(Table::new()))
        .as_table_like_mut()
}

/// Puts a value in the place of another, whose comments stay.
fn put(table: &mut dyn TableLike, key: &str, new: impl Into<Value>) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let around = old.decor().clone();
            *old = new.into();
            *old.decor_mut() = around;
        }
        None => drop(table.insert(key, value(new))),
    }
}

fn set(document: &mut Table, setting: Setting) -> Result<(), &'static str> {
    match setting {
        Setting::Language(Some(language)) => put(document, "language", language.tag()),
        Setting::Language(None) => drop(document.remove("language")),
        Setting::Text(size) => {
            let word = match size {
                TextSize::Normal => "normal",
                TextSize::Large => "large",
            };
            put(document, "text", word);
        }
        Setting::Theme(theme) => {
            let word = match theme {
                Theme::Dark => "dark",
                Theme::Light => "light",
                Theme::Contrast => "contrast",
            };
            put(document, "theme", word);
        }
        Setting::Still(still) => put(document, "reduce_motion", still),
        Setting::MayBlank(may_blank) => put(document, "may_blank", may_blank),
        Setting::Unattended(unattended) => {
            let codes = match unattended {
                Unattended::AtMost(most) => i64::from(most).into(),
                Unattended::Always => Value::from("always"),
            };
            put(document, "unattended_codes", codes);
        }
        Setting::Store(keep) => {
            let word = match keep {
                Keep::AsSet => "auto",
                Keep::InKeyring => "keyring",
                Keep::InFile => "file",
            };
            put(document, "store", word);
        }
        // As shown: without the noise of a binary fraction.
        Setting::Overscan(percent) => {
            put(
                document,
                "overscan",
                (f64::from(percent) * 10.0).round() / 10.0,
            );
        }
        Setting::Swap(swapped) => {
            let read = if swapped {
                Value::from("swapped")
            } else {
                Value::from(true)
            };
            put(document, "gamepad", read);
        }
        Setting::Teach(code, button) => {
            let remote = table(document, "remote").ok_or("[remote] is not a table")?;
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

/// Replaces the file by another in one step.
fn replace(path: &Path, text: &str, rights: Rights) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    // From its birth only its owner can read it.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    if rights == Rights::AsBefore
        && let Ok(old) = fs::metadata(path)
    {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests;
