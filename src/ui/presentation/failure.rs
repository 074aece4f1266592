//! Messages with which a terminal ends, too.

use fluent_bundle::FluentValue;

use super::sentences::Value;
use super::{Presentation, Sentences};

impl Sentences<'_> {
    /// A message with which a terminal ends, too.
    pub(super) fn failure<'p, const N: usize>(
        &self,
        code: u8,
        title: &str,
        body: &str,
        values: [Value<'_>; N],
    ) -> Presentation<'p> {
        let title = self.with(title, values.clone());
        let body = self.with_settings(body, values);
        let sentence = format!("{title}\n{body}");
        Presentation::message(title, body).ending(code, sentence)
    }

    /// A message of which a terminal says the same in its own words.
    pub(super) fn failure_saying<'p>(
        &self,
        code: u8,
        [title, body, terminal]: [&str; 3],
        value: Value<'_>,
    ) -> Presentation<'p> {
        let sentence = self.with_settings(terminal, [value.clone()]);
        let details = match &value {
            ("error", error) => self.with("details-answer", [("error", error.clone())]),
            (_, FluentValue::String(answer)) => answer.to_string(),
            _ => String::new(),
        };
        Presentation {
            details,
            ..self.failure(code, title, body, [value])
        }
        .ending(code, sentence)
    }

    /// A message of which a terminal says the same, with what the service answered.
    pub(super) fn failure_with_answer<'p>(
        &self,
        code: u8,
        [title, body]: [&str; 2],
        error: &str,
    ) -> Presentation<'p> {
        let details = self.with("details-answer", [("error", error.into())]);
        let mut shown = self.failure(code, title, body, []);
        if let Some(Err(failure)) = &mut shown.terminal.end {
            failure.sentence = format!("{}\n{details}", failure.sentence);
        }
        Presentation { details, ..shown }
    }
}

impl Presentation<'_> {
    /// With lines to type below the body.
    pub(super) fn typing(mut self, lines: Vec<String>) -> Self {
        if let Some(Err(failure)) = &mut self.terminal.end {
            failure.sentence = format!("{}\n{}", failure.sentence, lines.join("\n"));
        }
        self.verbatim = lines;
        self
    }
}
