//! A setting that is not known, and the one that was probably meant.

use serde::de::DeserializeOwned;

use super::file::{Application, File};

/// So many letters may be wrong.
const MOST_WRONG: usize = 2;

/// What is said of a fault of the file: of a key that is not known, what was meant; of anything else, the parser's words.
pub(super) fn explained(message: &str) -> String {
    let Some((unknown, here)) = names(message) else {
        return message.to_owned();
    };
    match nearest(unknown, &here) {
        Some(meant) => format!("unknown setting `{unknown}`. Did you mean {meant}?"),
        None => message.replacen("field", "setting", 1),
    }
}

/// The keys of the settings file itself.
pub(super) fn settings() -> Vec<String> {
    keys::<File>()
}

/// What is said of a table that is neither the file's own nor that of a service.
pub(super) fn service(name: &str, known: &[&str]) -> String {
    let lower = name.to_lowercase();
    let services = known
        .iter()
        .map(|known| (strsim::osa_distance(&lower, known), known));
    match services.min() {
        Some((letters, near)) if letters <= MOST_WRONG => {
            format!("unknown setting `{name}`. Did you mean `[{near}]`?")
        }
        _ => {
            let names = [&*settings().join("`, `"), &known.join("`, `")].join("`, `");
            explained(&format!(
                "unknown field `{name}`, expected one of `{names}`"
            ))
        }
    }
}

/// The key that is not known, and those that are known in its place, from serde's words: "unknown field `a`, expected one of
/// `b`, `c`".
fn names(message: &str) -> Option<(&str, Vec<&str>)> {
    let mut names = message
        .strip_prefix("unknown field ")?
        .split('`')
        .skip(1)
        .step_by(2);
    Some((names.next()?, names.collect()))
}

/// The keys of a table: one without a name is known nowhere, and serde names all that are.
fn keys<T: DeserializeOwned>() -> Vec<String> {
    let wrong = toml::from_str::<T>("'' = 0").err();
    let named = wrong.as_ref().and_then(|wrong| names(wrong.message()));
    let known = named.map(|(_, known)| known).unwrap_or_default();
    known.into_iter().map(str::to_owned).collect()
}

/// The name that is spelt most alike, here or elsewhere, and where it belongs.
fn nearest(unknown: &str, here: &[&str]) -> Option<String> {
    let unknown = unknown.to_lowercase();
    let in_service = here.contains(&"client_id");
    let own = settings().into_iter().map(|key| (key, in_service));
    let of_services = keys::<Application>().into_iter();
    let all = own.chain(of_services.map(|key| (key, !in_service)));
    let near = all.filter_map(|(key, is_elsewhere)| {
        let letters = strsim::osa_distance(&unknown, &key);
        let is_near = letters <= MOST_WRONG && 2 * letters < key.len();
        is_near.then_some((letters, is_elsewhere, key))
    });
    let (_, is_elsewhere, key) = near.min()?;
    Some(match (is_elsewhere, in_service) {
        (false, _) => format!("`{key}`"),
        (true, false) => format!("`{key}` under `[simkl]`"),
        (true, true) => format!("`{key}`, above all tables"),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::app::settings::document;

    /// What is said of a file.
    fn said(text: &str) -> String {
        let known = ["simkl", "shikimori"];
        let read = document::parse(text.as_bytes(), Path::new("config.toml"), Some(&known));
        let said = read.unwrap_err().to_string();
        said.split_once(": ").unwrap().1.to_owned()
    }

    #[test]
    fn a_misspelt_setting_is_told_with_the_one_that_was_meant() {
        for (text, unknown, meant) in [
            ("clientid = 1", "clientid", "`client_id` under `[simkl]`"),
            ("client_id = 1", "client_id", "`client_id` under `[simkl]`"),
            ("[simkl]\nClient-ID = 1", "Client-ID", "`client_id`"),
            ("[shikimori]\nclinet_id = 1", "clinet_id", "`client_id`"),
            ("[shikimori]\nappname = 1", "appname", "`app_name`"),
            ("[simkl]\nstore = 1", "store", "`store`, above all tables"),
            ("onpaired = 1", "onpaired", "`on_paired`"),
            ("[simk]\nclient_id = 1", "simk", "`[simkl]`"),
            ("[romote]\n", "romote", "`remote`"),
        ] {
            let begins = format!("unknown setting `{unknown}`. Did you mean {meant}?");
            assert_eq!(said(text), begins);
        }
    }

    #[test]
    fn what_is_like_no_setting_is_told_with_those_that_there_are() {
        for name in ["client", "colour", "lru", "ab"] {
            let said = said(&format!("[shikimori]\n{name} = 1"));
            let begin = format!("unknown setting `{name}`, expected one of `client_id`, ");
            assert!(said.starts_with(&begin), "{said}");
        }
        let other = "expected the secret in quotes";
        assert_eq!(said("[simkl]\nclient_secret = 42"), other);
    }
}
