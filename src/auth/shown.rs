//! Text from outside, made fit to be shown: names from a service or a record, what a service says is wrong, keys of the
//! settings file, paths, names of devices.
//!
//! One rule holds for the screen, the terminal and the log. Control characters could steer a terminal, bidirectional
//! controls turn text around (CVE-2021-42574), and what cannot be seen makes two different names look alike, or one look
//! like none: all of them are left out. It is called where a text becomes a sentence; what is kept or sent on
//! is not changed.

use std::fmt::Write as _;

/// How much of a name is shown, in characters; as much of a path.
const NAME: usize = 80;
/// How much of an address is shown: one that is longer cannot be typed, and is shown by its host.
const ADDRESS: usize = 48;

/// One line without what cannot be seen, of at most so many characters; where more is left out, `…` is the last.
#[must_use]
pub fn line(text: &str, most: usize) -> String {
    let clean: String = text.chars().filter_map(visible).collect();
    let clean = clean.trim();
    if clean.chars().nth(most).is_none() {
        return clean.to_owned();
    }
    let kept: String = clean.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// One line, however long.
#[must_use]
pub fn sentence(text: &str) -> String {
    line(text, usize::MAX)
}

/// A name, shortened if need be; `None` if nothing of it can be seen.
#[must_use]
pub fn name(text: &str) -> Option<String> {
    Some(line(text, NAME)).filter(|name| !name.is_empty())
}

/// What stands in a sentence in the place of this name: what may be of any length is shortened. Addresses are not, for
/// some are to be copied: see [`address`].
#[must_use]
pub fn value(place: &str, text: &str) -> String {
    match place {
        "path" | "file" | "source" | "place" | "node" => path(text),
        "name" | "error" | "said" | "answer" | "proxy" => line(text, NAME),
        _ => sentence(text),
    }
}

/// One line of a path: the end of one that is too long, because that tells which file it is.
#[must_use]
pub fn path(text: &str) -> String {
    end(&sentence(text), NAME)
}

/// An address as a person types it: without scheme, `www`, a name before an `@`, or a slash at the end. One that is too
/// long to be typed is its host and `…`.
#[must_use]
pub fn address(url: &str) -> String {
    let url = sentence(url);
    let url = url.split_once("://").map_or(&*url, |(_, rest)| rest);
    let (site, rest) = url.split_at(url.find(['/', '?', '#']).unwrap_or(url.len()));
    // A browser goes to what stands behind the last one.
    let site = site.rsplit('@').next().unwrap_or(site);
    let site = site.trim_start_matches("www.");
    let whole = format!("{site}{rest}");
    let whole = whole.trim_end_matches('/');
    if whole.chars().nth(ADDRESS).is_none() {
        return whole.to_owned();
    }
    // The end of a host tells whose it is.
    format!("{}/…", end(site, ADDRESS - 2))
}

fn end(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let kept = text.chars().skip(count + 1 - most.max(1));
    std::iter::once('…').chain(kept).collect()
}

/// Lines of a log: only their ends stay of what steers a terminal.
#[must_use]
pub fn lines(text: &str) -> String {
    let keep = |c| if c == '\n' { Some(c) } else { visible(c) };
    text.chars().filter_map(keep).collect()
}

/// JSON in which what cannot be seen stands as `\u…`: it can only be within a string, where that means the same.
#[must_use]
pub fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || visible(c) == Some(c) {
            shown.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // A `String` takes everything.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        }
    }
    shown
}

/// The character, a space for what separates without being one, or nothing.
fn visible(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | BRAILLE_BLANK => Some(' '),
        _ if c.is_control() || is_ignorable(c) => None,
        _ => Some(c),
    }
}

/// A pattern of no dots: drawn as nothing, though no space by its kind.
const BRAILLE_BLANK: char = '\u{2800}';

/// Unicode's property `Default_Ignorable_Code_Point`, which holds the bidirectional controls, the joiners,
/// the fillers, the variation selectors and the tags; and the interlinear annotations.
fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_or_turns_text_around_is_left_out() {
        for (text, shown) in [
            ("\u{1b}]0;x\u{7}Ann", "]0;xAnn"),
            ("\u{9b}31mAnn\u{7f}", "31mAnn"),
            ("\u{202e}nnA\u{2069}", "nnA"),
            ("two\nlines\u{2028}and\tmore", "two lines and more"),
            ("a\u{200b}d\u{200d}m\u{e0061}in", "admin"),
            ("  ¯\\_(ツ)_/¯ ", "¯\\_(ツ)_/¯"),
            ("שלום", "שלום"),
        ] {
            assert_eq!(sentence(text), shown, "{text:?}");
        }
    }

    #[test]
    fn an_address_is_shown_as_it_is_typed_or_by_its_host() {
        let long = |count| format!("https://simkl.com/pin/{}", "x".repeat(count));
        for (url, shown) in [
            ("https://www.simkl.com/pin/", "simkl.com/pin"),
            ("simkl.com/pin", "simkl.com/pin"),
            ("http://127.0.0.1:45497/pin", "127.0.0.1:45497/pin"),
            ("https://simkl.com@evil.example/pin", "evil.example/pin"),
            ("https://a:b@c@evil.example/@pin", "evil.example/@pin"),
            ("https://simkl.com?at=https://x", "simkl.com?at=https://x"),
            (&long(300), "simkl.com/…"),
            (&long(3000), "simkl.com/…"),
            ("", ""),
            ("https://", ""),
        ] {
            assert_eq!(address(url), shown, "{url}");
        }
        let host = format!("https://{}.evil.example/pin", "simkl.com.".repeat(20));
        let shown = address(&host);
        assert!(shown.ends_with(".evil.example/…"), "{shown}");
        assert_eq!(shown.chars().count(), ADDRESS);
    }

    #[test]
    fn a_path_that_is_too_long_keeps_its_end() {
        assert_eq!(path("/home/ann/a.json"), "/home/ann/a.json");
        let shown = path(&format!("/home/{}/couchpin/simkl.json", "n".repeat(5000)));
        assert_eq!(shown.chars().count(), NAME);
        assert!(shown.starts_with("…n") && shown.ends_with("n/couchpin/simkl.json"));
    }

    #[test]
    fn what_stands_in_a_sentence_is_as_long_as_its_place_allows() {
        let long = "x".repeat(10_000);
        for place in ["name", "error", "said", "path", "file", "source", "node"] {
            assert_eq!(value(place, &long).chars().count(), NAME, "{place}");
        }
        assert_eq!(value("url", &long), long, "it may have to be copied");
    }

    #[test]
    fn a_name_of_which_nothing_can_be_seen_is_none() {
        let invisible = "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{61c}\u{ad}\u{3164}\u{2800}\u{e0041}\u{115f}";
        for text in ["", " ", "\u{3000}", "\u{1b}", invisible] {
            assert_eq!(name(text), None, "{text:?}");
        }
        for letter in invisible.chars() {
            assert_eq!(name(&letter.to_string()), None, "{letter:?}");
        }
        assert_eq!(name("Ann").as_deref(), Some("Ann"));
    }

    #[test]
    fn a_long_name_is_shortened_and_says_so() {
        let shown = name(&"x".repeat(10_000)).unwrap();
        assert_eq!(shown.chars().count(), 80);
        assert!(shown.ends_with("x…"), "{shown}");
        assert_eq!(name(&"é".repeat(80)).unwrap(), "é".repeat(80));
        assert_eq!(line("one two", 5), "one…");
    }

    #[test]
    fn json_says_the_same_and_steers_nothing() {
        let text = "{\n  \"name\": \"\u{202e}A\u{7f}\u{e0041}\u{1f600}\"\n}";
        let shown = json(text);
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(read(&shown), read(text));
        assert!(
            shown.contains("\\u202eA\\u007f\\udb40\\udc41\u{1f600}"),
            "{shown}"
        );
        assert!(shown.contains("{\n  \"name\""), "{shown}");
    }

    #[test]
    fn a_log_keeps_the_ends_of_its_lines() {
        assert_eq!(lines("a \u{1b}[2Jb\n c\u{202e}\n"), "a [2Jb\n c\n");
    }
}
