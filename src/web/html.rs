//! Filling pages: templates with `{{key}}` in them, for every page that couchpin serves.
//!
//! Templates are filled in one pass, so that a value is never read as a template. Whatever came from outside goes
//! through [`escape`] first.

/// Replaces each `{{key}}`; a key without a value leaves nothing.
pub(crate) fn fill(template: &str, values: &[(&str, String)]) -> String {
    fill_or(template, values, |_| String::new())
}

/// Replaces each `{{key}}`; `other` makes something of a key without a value.
pub(crate) fn fill_or(
    template: &str,
    values: &[(&str, String)],
    other: impl Fn(&str) -> String,
) -> String {
    let mut pieces = template.split("{{");
    let mut page = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (key, rest) = piece.split_once("}}").unwrap_or((piece, ""));
        match values.iter().find(|(name, _)| *name == key) {
            Some((_, value)) => page.push_str(value),
            None => page.push_str(&other(key)),
        }
        page.push_str(rest);
    }
    page
}

/// A text that means itself in HTML, between tags and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_read_as_a_template() {
        let values = [("a", "{{b}}".to_owned()), ("b", "secret".to_owned())];
        assert_eq!(fill("<{{a}}|{{c}}|{{b}}>", &values), "<{{b}}||secret>");
    }

    #[test]
    fn what_came_from_outside_cannot_leave_its_place() {
        assert_eq!(
            escape(r#""><script>'&"#),
            "&quot;&gt;&lt;script&gt;&#39;&amp;"
        );
    }
}
