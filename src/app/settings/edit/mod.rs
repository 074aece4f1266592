//! Keeps what a person chose from the couch, without disturbing the rest of the settings file: its order, its comments
//! and what couchpin does not know stay as they are, and the file is replaced whole or not at all. Once it holds a
//! secret from here, only its owner can read it.
//!
//! Writers take turns, in this process and in others: each reads the file anew once it holds the lock, so that none undoes
//! what another has just written.

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{DocumentMut, Item, Table, TableLike, Value, value};

use super::read;
use super::value::is_word;
use crate::auth::{ClientCredentials, SaveError, Secret, Service, StoreChoice, SystemError};
use crate::pairing::Unattended;
use crate::system::{atomic_file, clock};
use crate::tokens::{LOCK_TIMEOUT, Lock};
use crate::ui::preferences::{Setting, TextSize, Theme};

/// Writes one setting into the file, which need not exist yet.
pub fn save_setting(path: &Path, setting: Setting) -> Result<(), SaveError> {
    change(path, false, |document| set(document, setting))
}

/// Writes a service's application into the file, which need not exist yet; with a secret in it, only its owner can read
/// it from then on.
pub fn save_client(
    path: &Path,
    service: Service,
    client: &ClientCredentials,
) -> Result<(), SaveError> {
    let id = client.id.as_str();
    let secret = client.secret.as_ref().map(Secret::expose);
    change(path, secret.is_some(), |document| {
        // What is written must be read again.
        let is_good = |word: &&str| !word.is_empty() && is_word(word);
        if ![Some(id), secret].iter().flatten().all(is_good) {
            return Err(SaveError::NotAWord);
        }
        let own = table(document, service.base())?;
        put(own, "client_id", id);
        match secret {
            Some(secret) => put(own, "client_secret", secret),
            // It belonged to the application before: beside another id, or none at all, it is refused.
            None => drop(own.remove("client_secret")),
        }
        Ok(())
    })
}

/// Reads the file, changes what it says, and replaces it; its permissions stay, unless it is to be `private`.
fn change(
    path: &Path,
    private: bool,
    edit: impl FnOnce(&mut Table) -> Result<(), SaveError>,
) -> Result<(), SaveError> {
    // A file that is a link into a person's own collection of settings stays one.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let _lock = match Lock::take(&lock_path(path), clock::now() + LOCK_TIMEOUT) {
        Ok(Some(lock)) => Some(lock),
        Ok(None) => return Err(SaveError::Busy),
        // Where no lock can be made, nothing can be written either, or there is one writer less to wait for.
        Err(error) => {
            tracing::debug!(%error, "the settings are written without a lock");
            None
        }
    };
    let written = read::read(path)?;
    if let Some(written) = &written
        && written.exposed.is_some()
        && written.parse(path, None).is_err()
    {
        // Written anew, what another user put there would look like this user's own.
        return Err(SaveError::Exposed);
    }
    let bytes = written.map_or_else(Vec::new, |written| written.bytes);
    let text = String::from_utf8(bytes).map_err(|_| SaveError::NotToml)?;
    let mut document: DocumentMut = text.parse().map_err(|_| SaveError::NotToml)?;
    edit(&mut document)?;
    let before = fs::metadata(path).ok().filter(|_| !private);
    let permissions = before.map(|before| before.permissions());
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| {
            let bytes = document.to_string();
            atomic_file::replace_in_any_folder(path, bytes.as_bytes(), permissions)
        })
        .map_err(|error| SystemError::from(&error).into())
}

/// Beside the file, and out of the way.
fn lock_path(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".lock");
    path.with_file_name(name)
}

/// A table, made if it is not there.
fn table<'a>(
    document: &'a mut Table,
    name: &'static str,
) -> Result<&'a mut dyn TableLike, SaveError> {
    document
        .entry(name)
        .or_insert_with(|| Item::Table(Table::new()))
        .as_table_like_mut()
        .ok_or(SaveError::NotATable(name))
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

pub(super) fn set(document: &mut Table, setting: Setting) -> Result<(), SaveError> {
    match setting {
        Setting::Language(Some(language)) => put(document, "language", language.tag()),
        Setting::Language(None) => drop(document.remove("language")),
        Setting::Text(TextSize::Normal) => put(document, "text", "normal"),
        Setting::Text(TextSize::Large) => put(document, "text", "large"),
        Setting::Theme(Theme::Dark) => put(document, "theme", "dark"),
        Setting::Theme(Theme::Light) => put(document, "theme", "light"),
        Setting::Theme(Theme::Contrast) => put(document, "theme", "contrast"),
        Setting::ReduceMotion(reduce_motion) => put(document, "reduce_motion", reduce_motion),
        Setting::Sounds(sounds) => put(document, "sounds", sounds),
        Setting::MayBlank(may_blank) => put(document, "may_blank", may_blank),
        Setting::Unattended(Unattended::AtMost(most)) => {
            put(document, "unattended_codes", i64::from(most));
        }
        Setting::Unattended(Unattended::Always) => put(document, "unattended_codes", "always"),
        Setting::Store(StoreChoice::Auto) => put(document, "store", "auto"),
        Setting::Store(StoreChoice::InKeyring) => put(document, "store", "keyring"),
        Setting::Store(StoreChoice::InFile) => put(document, "store", "file"),
        Setting::Overscan(percent) => {
            // As shown: without the noise of a binary fraction.
            let shown = (f64::from(percent) * 10.0).round() / 10.0;
            put(document, "overscan", shown);
        }
        Setting::Swap(true) => put(document, "gamepad", "swapped"),
        Setting::Swap(false) => put(document, "gamepad", true),
        Setting::Teach(code, button) => {
            let remote = table(document, "remote")?;
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
        Setting::ForgetTaught => drop(document.remove("remote")),
    }
    Ok(())
}

#[cfg(test)]
mod tests;
