//! Everything a user reads, from the Fluent files in `assets/locales`.
//!
//! Callers name a message and its values, never a sentence. A missing message shows its name, which a test forbids.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::auth::shown;

mod language;
pub(crate) mod store;

pub use language::{Language, NoLanguage};

/// The words of one language.
pub(crate) struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words of a language, which are parsed once.
    #[must_use]
    pub(crate) fn of(language: Language) -> &'static Self {
        static WORDS: [OnceLock<Words>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        WORDS[language as usize].get_or_init(|| Self::parse(language))
    }

    fn parse(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The marks that isolate a value's writing direction have no glyph in most fonts.
        bundle.set_use_isolating(false);
        // The file is part of the program and a test parses it; what could be read is used in any case.
        let resource = FluentResource::try_new(language.file().to_owned())
            .unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Which language they are.
    #[must_use]
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// A message without values.
    #[must_use]
    pub(crate) fn get(&self, id: &str) -> String {
        self.with(id, [])
    }

    /// A message with its values; those that it does not name are ignored.
    #[must_use]
    pub(crate) fn with<'v>(
        &self,
        id: &str,
        values: impl IntoIterator<Item = (&'v str, FluentValue<'v>)>,
    ) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set(
                name,
                match value {
                    // All text from outside passes here.
                    FluentValue::String(text) => shown::value(name, &text).into(),
                    other => other,
                },
            );
        }
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_parses_without_a_fault() {
        for language in Language::ALL {
            let resource = FluentResource::try_new(language.file().to_owned())
                .map_err(|(_, faults)| (language, faults))
                .unwrap();
            let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
            bundle
                .add_resource(resource)
                .expect("no message stands twice");
        }
    }

    #[test]
    fn a_value_from_outside_steers_nothing() {
        let words = Words::of(Language::English);
        let said = words.with(
            "paired-as",
            [("name", "\u{1b}[2J\u{202e}An\u{200b}n\n".into())],
        );
        assert_eq!(said, "Signed in as [2JAnn");
    }

    /// The texts of a file, or of all files of a folder but those of tests.
    fn read_product(path: &Path, texts: &mut Vec<String>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                read_product(&entry.unwrap().path(), texts);
            }
        } else if path.file_stem().is_some_and(|stem| stem != "tests")
            && !path.components().any(|part| part.as_os_str() == "tests")
        {
            let text = fs::read_to_string(path).unwrap();
            let product = text.split("#[cfg(test)]\nmod tests {").next();
            texts.push(product.unwrap().to_owned());
        }
    }

    #[test]
    fn every_message_that_is_named_exists_and_every_message_is_named() {
        let file = Language::English.file();
        let messages: BTreeSet<&str> = file
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id)
            .collect();
        let kinds: BTreeSet<&str> = messages
            .iter()
            .filter_map(|id| id.split('-').next())
            .collect();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut sources = Vec::new();
        for part in ["ui", "words", "web", "app/wiring/faults.rs"] {
            read_product(&source.join(part), &mut sources);
        }
        // The forms for a phone name theirs between braces.
        let mut forms = Vec::new();
        read_product(&source.join("../assets/phone"), &mut forms);
        let in_quotes = |form: String| form.replace("{{", "\"").replace("}}", "\"");
        sources.extend(forms.into_iter().map(in_quotes));
        // A text in quotes that begins like a message and is spelt like one is meant as one.
        let spelt = |text: &&str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let meant = |text: &&str| {
            text.split_once('-')
                .is_some_and(|(kind, _)| kinds.contains(kind))
                && spelt(text)
        };
        let named: BTreeSet<&str> = sources
            .iter()
            .flat_map(|source| source.split('"'))
            .filter(meant)
            .collect();
        // Two kinds are made of other names: what a setting is about, and what a button is called. Tests of `ui::tv` hold
        // that none of them is missing.
        let settings = named.iter().filter(|id| id.starts_with("settings-"));
        let settings = settings.map(|id| format!("{id}-about"));
        let buttons = fs::read_to_string(source.join("input/button.rs")).unwrap();
        let buttons = buttons.split('"').map(|name| format!("name-{name}"));
        let made: BTreeSet<String> = settings.chain(buttons).collect();
        let made = made.iter().map(String::as_str);
        let made: BTreeSet<&str> = made.filter(|id| messages.contains(id)).collect();
        // Words of HTTP headers.
        let others = BTreeSet::from(["no-referrer", "no-store"]);
        let named = &(&named - &others) | &made;
        let differ: Vec<_> = named.symmetric_difference(&messages).copied().collect();
        assert_eq!(differ, [""; 0]);
    }

    /// The ids of a file and the values that each message has.
    fn messages(language: Language) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut messages: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        let mut last = "";
        for line in language.file().lines() {
            let continues = line.starts_with([' ', '}']);
            if let (false, Some((id, _))) = (continues, line.split_once(" =")) {
                last = id;
                messages.insert(id, BTreeSet::new());
            }
            let values = line.split('$').skip(1);
            let values = values.filter_map(|rest| {
                rest.split(|c: char| !c.is_ascii_lowercase())
                    .next()
                    .filter(|name| !name.is_empty())
            });
            if let Some(known) = messages.get_mut(last) {
                known.extend(values);
            }
        }
        messages
    }

    #[test]
    fn every_language_says_everything_with_the_same_values() {
        let english = messages(Language::English);
        assert!(english.len() > 200);
        for language in Language::ALL {
            let spoken = messages(language);
            for (id, values) in &english {
                assert_eq!(Some(values), spoken.get(id), "{language:?}: {id}");
            }
            assert_eq!(spoken.len(), english.len(), "{language:?}");
        }
    }

    #[test]
    fn every_message_about_an_application_of_simkl_recommends_the_type_that_does_for_all_ways() {
        let recommended = "Mobile, desktop & browser apps";
        // An application that lacks its secret is of the last type: that is said, and the other recommended.
        let others = [
            ("TV, devices & command line", &["application-types"][..]),
            (
                "Server apps & services",
                &[
                    "application-types",
                    "lacks-secret-body",
                    "terminal-lacks-secret",
                ],
            ),
        ];
        for language in Language::ALL {
            let saying = |what: &str| {
                let lines = language
                    .file()
                    .lines()
                    .filter(move |line| line.contains(what));
                lines
                    .filter_map(|line| line.split_once(" = "))
                    .map(|(id, _)| id)
                    .collect::<Vec<_>>()
            };
            let recommend = [
                "no-client-body",
                "no-client-phone-body",
                "application-mobile",
                "lacks-secret-body",
                "terminal-no-client",
                "terminal-lacks-secret",
                "phone-client-type",
            ];
            assert_eq!(saying(recommended), recommend, "{language:?}");
            for (other, said) in others {
                assert_eq!(saying(other), said, "{language:?}");
            }
        }
    }

    #[test]
    fn plural_forms_are_those_of_the_language() {
        let codes = |language, count: u32| {
            Words::of(language).with("choice-codes", [("count", count.into())])
        };
        assert_eq!(codes(Language::English, 1), "1 code");
        assert_eq!(codes(Language::English, 5), "5 codes");
        // One form for 1 and 21, one for 2 to 4, one for 5 to 20.
        let russian: Vec<_> = [1, 2, 5, 11, 21, 22]
            .map(|n| codes(Language::Russian, n))
            .into();
        let form = |text: &String| text.replace(|c: char| c.is_ascii_digit(), "");
        let forms: Vec<_> = russian.iter().map(form).collect();
        assert_eq!(forms[0], forms[4]);
        assert_eq!(forms[1], forms[5]);
        assert_eq!(forms[2], forms[3]);
        assert!(forms[0] != forms[1] && forms[1] != forms[2]);
        let polish: BTreeSet<_> = [1, 2, 5].map(|n| form(&codes(Language::Polish, n))).into();
        assert_eq!(polish.len(), 3);
        let japanese: BTreeSet<_> = [1, 2, 5]
            .map(|n| form(&codes(Language::Japanese, n)))
            .into();
        assert_eq!(japanese.len(), 1);
    }

    #[test]
    fn values_take_their_places() {
        let words = Words::of(Language::English);
        assert_eq!(
            words.with("paired-as", [("name", "Ann".into())]),
            "Signed in as Ann"
        );
    }
}
