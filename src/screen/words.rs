//! Everything a person reads, from the Fluent files in `assets/locales`.
//!
//! A screen names a message and its values, never a sentence. A missing message shows its name, which a test forbids.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The words of one language.
pub(super) struct Words(FluentBundle<FluentResource>);

impl Words {
    /// English.
    #[must_use]
    pub(super) fn english() -> Self {
        let mut bundle = FluentBundle::new(vec![english()]);
        // The marks that isolate a value's writing direction have no glyph in most fonts.
        bundle.set_use_isolating(false);
        // The file is part of the program and a test parses it; what could be read is used in any case.
        let resource =
            FluentResource::try_new(include_str!("../../assets/locales/en.ftl").to_owned())
                .unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self(bundle)
    }

    /// A message without values.
    #[must_use]
    pub(super) fn get(&self, id: &str) -> String {
        self.with(id, [])
    }

    /// A message with its values.
    #[must_use]
    pub(super) fn with<const N: usize>(
        &self,
        id: &str,
        values: [(&str, FluentValue<'_>); N],
    ) -> String {
        let Some(pattern) = self.0.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs<'_> = values.into_iter().collect();
        self.0
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }
}

fn english() -> LanguageIdentifier {
    LanguageIdentifier::from_bytes(b"en").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_english_file_parses_without_a_fault() {
        let text = include_str!("../../assets/locales/en.ftl");
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, faults)| faults)
            .unwrap();
        let mut bundle = FluentBundle::new(vec![english()]);
        bundle
            .add_resource(resource)
            .expect("no message stands twice");
    }

    #[test]
    fn every_message_a_screen_names_exists() {
        let words = Words::english();
        let sources = [
            include_str!("app.rs"),
            include_str!("choices.rs"),
            include_str!("pairing.rs"),
            include_str!("message.rs"),
            include_str!("paired.rs"),
            include_str!("trouble.rs"),
        ];
        let mut named = 0;
        for source in sources {
            for call in [
                "words.get(\"",
                "words.with(\"",
                "word(\"",
                "choice(\"",
                "unpair(\"",
                "leave(\"",
                "close(\"",
            ] {
                for rest in source.split(call).skip(1) {
                    let id = rest.split('"').next().unwrap();
                    assert!(words.0.has_message(id), "no message {id}");
                    named += 1;
                }
            }
        }
        assert!(named > 20, "the search found the calls: {named}");
    }

    #[test]
    fn values_take_their_places() {
        let words = Words::english();
        assert_eq!(
            words.with("paired-as", [("name", "Ann".into())]),
            "Paired as Ann"
        );
    }
}
