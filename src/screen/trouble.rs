//! Trouble, notices and stores in words.

use std::time::{Duration, Instant};

use super::words::Words;
use crate::authorization::{StoreTrouble, Trouble};
use crate::pairing::{Delay, Notice};

/// What is the matter, as the beginning of a sentence.
pub(super) fn trouble(words: &Words, trouble: Trouble, service: &str) -> String {
    let word = |id: &str| words.with(id, [("service", service.into())]);
    match trouble {
        Trouble::Offline => word("trouble-offline"),
        Trouble::Dns => word("trouble-dns"),
        Trouble::Unreachable => word("trouble-unreachable"),
        Trouble::Timeout => word("trouble-timeout"),
        Trouble::Clock(says) => {
            let stamp = humantime::format_rfc3339_seconds(says).to_string();
            let date = stamp.split('T').next().unwrap_or_default();
            words.with("trouble-clock", [("date", date.into())])
        }
        Trouble::Tls => word("trouble-tls"),
        Trouble::Portal => word("trouble-portal"),
        Trouble::Busy => word("trouble-busy"),
        Trouble::ServiceDown => word("trouble-down"),
        Trouble::Malformed => word("trouble-malformed"),
    }
}

/// Trouble and the next try, while a code is alive (`living`) or not.
pub(super) fn delay(
    words: &Words,
    delay: Delay,
    service: &str,
    living: bool,
    now: Instant,
) -> String {
    let what = trouble(words, delay.trouble, service);
    if living && delay.trouble == Trouble::Busy {
        return what;
    }
    let seconds = whole_seconds(delay.next_try.saturating_duration_since(now));
    let values = [("trouble", what.into()), ("seconds", seconds.into())];
    if living {
        words.with("status-living", values)
    } else {
        words.with("status-retry", values)
    }
}

/// What a person must be told about this code.
pub(super) fn notice(words: &Words, notice: Notice, service: &str) -> String {
    match notice {
        Notice::AskedFor => words.get("notice-asked-for"),
        Notice::Expired => words.get("notice-expired"),
        Notice::CodeGone => words.with("notice-code-gone", [("service", service.into())]),
        Notice::AnswerLost => words.get("notice-answer-lost"),
        Notice::Unpaired => words.get("notice-unpaired"),
        Notice::LeftInKeyring => words.get("notice-left-in-keyring"),
    }
}

/// Why the store does not do what it should, without a full stop.
pub(super) fn store(words: &Words, trouble: &StoreTrouble) -> String {
    match trouble {
        StoreTrouble::Locked => words.get("store-locked"),
        StoreTrouble::KeyringAbsent(why) | StoreTrouble::Failed(why) => sentence(why),
    }
}

/// With a capital letter, and without the full stop that the words around it set.
fn sentence(clause: &str) -> String {
    let mut letters = clause.trim_end_matches('.').chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Seconds as a person counts them down: 0.2 s to go are still one second.
pub(super) fn whole_seconds(duration: Duration) -> u64 {
    duration.as_millis().div_ceil(1000) as u64
}
