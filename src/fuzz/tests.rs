//! Changed seeds, the same ones each time: on any toolchain, and in a second or two.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::*;

/// The longest input.
const LONGEST: usize = 64 * 1024;
/// What parsers stumble over.
const WORDS: [&[u8]; 18] = [
    b"\0",
    b"\xff",
    b"\x1b[2J",
    b"\"",
    b"\\",
    b"\\u0000",
    b"{",
    b"[[[[[[[[",
    b"]",
    b"%00",
    b"%",
    b"&",
    b"=",
    b"-1",
    b"1e999",
    b"18446744073709551616",
    "\u{202e}\u{200d}\u{e0041}".as_bytes(),
    "\u{1d11e}e\u{301}".as_bytes(),
];

/// xorshift64: numbers that look random and are always the same (Marsaglia 2003).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Less than `end`; 0 where that is 0.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// A seed after some changes.
fn changed(target: &Target, numbers: &mut Numbers) -> Vec<u8> {
    let seed = |numbers: &mut Numbers| target.seeds[numbers.below(target.seeds.len())];
    let mut input = seed(numbers).to_vec();
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(input.len() + 1);
        let end = (at + numbers.below(32)).min(input.len());
        match numbers.below(8) {
            0 => input.truncate(at),
            1 => drop(input.drain(at..end)),
            2 if at < input.len() => input[at] ^= 1 << numbers.below(8),
            3 if at < input.len() => input[at] = numbers.next() as u8,
            4 => {
                let piece = input[at..end].to_vec();
                let times = 1 << numbers.below(8);
                input.splice(at..at, piece.repeat(times));
            }
            5 => {
                let other = seed(numbers);
                let from = numbers.below(other.len());
                input.splice(at..end, other[from..].iter().copied());
            }
            _ => {
                let word = WORDS[numbers.below(WORDS.len())];
                input.splice(at..at, word.iter().copied());
            }
        }
        input.truncate(LONGEST);
    }
    input
}

fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap()
}

fn try_all(name: &str) {
    let target = target(name);
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let seeds = target.seeds.iter().map(|seed| seed.to_vec());
    let changed = (0..target.tries).map(|_| changed(target, &mut numbers));
    for input in seeds.chain(changed) {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| (target.run)(&input))) {
            eprintln!("{name}: b\"{}\"", input.escape_ascii());
            resume_unwind(panic);
        }
    }
}

macro_rules! tests {
    ($($(#[$where:meta])* $test:ident: $name:literal,)*) => {
        $($(#[$where])*
        #[test]
        fn $test() {
            try_all($name);
        })*

        #[test]
        fn every_target_is_tried() {
            let tried = [$($(#[$where])* $name),*];
            let targets: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(targets, tried);
        }
    };
}

tests! {
    any_answer_of_a_service_is_understood_or_refused: "answers",
    any_record_is_read_as_it_is_written_or_refused: "records",
    any_marker_is_read_as_it_is_written_or_refused: "markers",
    any_settings_file_is_read_or_refused_without_its_secrets: "settings",
    any_edit_of_settings_that_can_be_read_leaves_settings_that_can_be_read: "edits",
    any_form_of_a_phone_is_answered: "form",
    any_redirect_is_a_code_or_refused: "redirect",
    anything_typed_is_a_code_or_refused: "typed_code",
    #[cfg(feature = "tv")]
    any_reports_of_a_device_are_presses_or_nothing: "events",
    #[cfg(feature = "tv")]
    anything_sysfs_says_is_keys_or_nothing: "sysfs",
    any_picture_is_decoded_or_refused: "picture",
    any_text_stays_in_the_terminals_window: "terminal",
    any_language_tag_is_one_of_ten_or_none: "language",
    any_text_is_made_fit_to_be_shown: "shown",
}

#[test]
fn the_seeds_of_pictures_and_codes_are_read() {
    for seed in &target("picture").seeds[..2] {
        assert!(Portrait::decode(seed).is_ok());
    }
    let typed = std::str::from_utf8(target("typed_code").seeds[0]).unwrap();
    assert!(AuthorizationCode::typed(typed).is_ok());
}
