//! A setting that is not known, and the one that was probably meant.

use super::file::File;

/// The tables whose names are fixed, from the file itself downwards.
const TABLES: [&str; 3] = ["", "simkl", "shikimori"];
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
    // As below: a key without a name is known nowhere.
    let wrong = toml::from_str::<File>("'' = 0").err();
    let message = wrong.map(|wrong| wrong.message().to_owned());
    let named = message.as_deref().and_then(names);
    named.map_or_else(Vec::new, |(_, known)| {
        known.into_iter().map(str::to_owned).collect()
    })
}

/// What is said of a table that is neither the file's own nor that of a service.
pub(super) fn service(name: &str, known: &[&str]) -> String {
    let services = known.iter().map(|name| (*name).to_owned());
    let names: Vec<String> = settings().into_iter().chain(services).collect();
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    let letters = |known: &&&str| strsim::osa_distance(&name.to_lowercase(), known);
    match known.iter().min_by_key(letters) {
        Some(near) if letters(&near) <= MOST_WRONG => {
            format!("unknown setting `{name}`. Did you mean `[{near}]`?")
        }
        _ => explained(&format!(
            "unknown field `{name}`, expected one of {}",
            names.join(", ")
        )),
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

/// The name that is spelt most alike, here or in another table, and where it belongs.
fn nearest(unknown: &str, here: &[&str]) -> Option<String> {
    let unknown = unknown.to_lowercase();
    let mut found: Option<((usize, bool), String)> = None;
    let mut is_fixed = false;
    for table in TABLES {
        let head = if table.is_empty() {
            String::new()
        } else {
            format!("[{table}]\n")
        };
        // A key without a name is known nowhere, and serde names all that are.
        let wrong = toml::from_str::<File>(&format!("{head}'' = 0")).err()?;
        let (_, known) = names(wrong.message())?;
        let is_elsewhere = known != here;
        is_fixed |= !is_elsewhere;
        for name in &known {
            let letters = strsim::osa_distance(&unknown, name);
            let is_near = letters <= MOST_WRONG && 2 * letters < name.len();
            let rank = (letters, is_elsewhere);
            if is_near && found.as_ref().is_none_or(|(best, _)| rank < *best) {
                let meant = match (table, is_elsewhere) {
                    ("", _) if TABLES.contains(name) => format!("`[{name}]`"),
                    ("", false) => format!("`{name}`"),
                    ("", true) => format!("`{name}`, above all tables"),
                    _ => format!("`{name}` under `[{table}]`"),
                };
                found = Some((rank, meant));
            }
        }
    }
    // The table of a service that a file describes: what is known there is meant there.
    let letters = |name: &&&str| strsim::osa_distance(&unknown, name);
    let near = here.iter().min_by_key(letters);
    match near.filter(|name| !is_fixed && letters(name) <= MOST_WRONG) {
        Some(name) => Some(format!("`{name}`")),
        None => found.map(|(_, meant)| meant),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of a file.
    fn said(text: &str) -> String {
        explained(toml::from_str::<File>(text).unwrap_err().message())
    }

    #[test]
    fn a_misspelt_setting_is_told_with_the_one_that_was_meant() {
        for (text, said_of_it) in [
            (
                "clientid = 1",
                "unknown setting `clientid`. Did you mean `client_id` under `[simkl]`?",
            ),
            (
                "client_id = 1",
                "unknown setting `client_id`. Did you mean `client_id` under `[simkl]`?",
            ),
            (
                "[simkl]\nClient-ID = 1",
                "unknown setting `Client-ID`. Did you mean `client_id` under `[simkl]`?",
            ),
            (
                "[shikimori]\nclinet_id = 1",
                "unknown setting `clinet_id`. Did you mean `client_id` under `[shikimori]`?",
            ),
            (
                "[simkl]\nappname = 1",
                "unknown setting `appname`. Did you mean `app_name` under `[shikimori]`?",
            ),
            (
                "[simkl]\nstore = 1",
                "unknown setting `store`. Did you mean `store`, above all tables?",
            ),
            (
                "onpaired = 1",
                "unknown setting `onpaired`. Did you mean `on_paired`?",
            ),
            (
                "[simk]\nclient_id = 1",
                "unknown setting `simk`. Did you mean `[simkl]`?",
            ),
        ] {
            assert_eq!(said(text), said_of_it);
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
