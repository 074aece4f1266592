//! Trouble, notices, stores and refusals in words.

use std::time::{Duration, Instant};

use super::Words;
use crate::auth::{Flow, ProxyFault, Quota, Rejection, Trouble, day};
use crate::pairing::{Delay, Notice, Waiting};
use crate::system::clock::time_of_day;

/// From here on a person is told minutes: the service's limit for a day may be hours from its end.
const MANY_SECONDS: u64 = 600;

/// What is the matter, as the beginning of a sentence.
pub(crate) fn trouble(words: &Words, trouble: Trouble, service: &str) -> String {
    let word = |id: &str| words.with(id, [("service", service.into())]);
    match trouble {
        Trouble::Offline => word("trouble-offline"),
        Trouble::Dns => word("trouble-dns"),
        Trouble::Unreachable => word("trouble-unreachable"),
        Trouble::Timeout => word("trouble-timeout"),
        Trouble::Clock(says) => words.with("trouble-clock", [("date", day(says).into())]),
        Trouble::Expired(says) => {
            let values = [("service", service.into()), ("date", day(says).into())];
            words.with("trouble-expired", values)
        }
        Trouble::Tls => word("trouble-tls"),
        Trouble::Proxy(proxy, fault) => {
            let id = match fault {
                ProxyFault::Unusable => "trouble-proxy-unusable",
                ProxyFault::Refused => "trouble-proxy-refused",
                ProxyFault::NoWay => "trouble-proxy",
            };
            let values = [
                ("service", service.into()),
                ("proxy", proxy.address.as_str().into()),
                ("variable", proxy.variable.into()),
            ];
            words.with(id, values)
        }
        Trouble::Portal => word("trouble-portal"),
        Trouble::Foreign(status) => {
            let values = [
                ("service", service.into()),
                ("status", status.to_string().into()),
            ];
            words.with("trouble-foreign", values)
        }
        Trouble::Busy => word("trouble-busy"),
        Trouble::DailyLimit(quota, until) => {
            let id = match (quota, until) {
                (Quota::Person, Some(_)) => "trouble-user-limit-until",
                (Quota::Person, None) => "trouble-user-limit",
                (Quota::Application, Some(_)) => "trouble-app-limit-until",
                (Quota::Application, None) => "trouble-app-limit",
            };
            let until = until.map(time_of_day).unwrap_or_default();
            words.with(id, [("service", service.into()), ("time", until.into())])
        }
        Trouble::ClientBlocked => word("trouble-client-blocked"),
        Trouble::ServiceDown => word("trouble-down"),
        Trouble::Malformed => word("trouble-malformed"),
    }
}

/// Trouble and the next try, while a code is alive (`living`) or not.
pub(crate) fn delay(
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
    // No code outlives the day's quota, and the time at which that ends is told already.
    if let Trouble::DailyLimit(_, Some(_)) = delay.trouble {
        return words.with("status-goes-on", [("trouble", what.into())]);
    }
    if living && matches!(delay.trouble, Trouble::DailyLimit(..)) {
        return words.with("status-living-on", [("trouble", what.into())]);
    }
    let seconds = whole_seconds(delay.next_try.saturating_duration_since(now));
    let values = |unit, number: u64| [("trouble", what.into()), (unit, number.into())];
    if living {
        words.with("status-living", values("seconds", seconds))
    } else if seconds > MANY_SECONDS {
        words.with(
            "status-retry-minutes",
            values("minutes", seconds.div_ceil(60)),
        )
    } else {
        words.with("status-retry", values("seconds", seconds))
    }
}

/// What a person must be told about this code.
pub(crate) fn notice(words: &Words, notice: &Notice, service: &str) -> String {
    match notice {
        Notice::AskedFor => words.get("notice-asked-for"),
        Notice::NoNewCode(rejection) => {
            let answer = ("answer", said(rejection).into());
            words.with("notice-no-new-code", [("service", service.into()), answer])
        }
        Notice::Expired => words.get("notice-expired"),
        Notice::CodeGone => words.with("notice-code-gone", [("service", service.into())]),
        Notice::AnswerLost => words.get("notice-answer-lost"),
        Notice::OpeningHere => words.get("notice-opening-here"),
        Notice::OpenedHere => words.get("notice-opened-here"),
        Notice::NotOpenedHere => words.get("notice-not-opened-here"),
        Notice::CodeRefused => words.with("notice-code-refused", [("service", service.into())]),
        Notice::ClientNotKept => words.get("notice-client-not-kept"),
        Notice::Unpaired => words.get("notice-unpaired"),
        Notice::LeftInKeyring => words.get("notice-left-in-keyring"),
    }
}

/// Why the service did not say whose a stored token is.
pub(crate) fn not_checked(words: &Words, rejection: &Rejection, service: &str) -> String {
    let service = ("service", service.into());
    match rejection {
        Rejection::Moved { to } => {
            words.with("paired-moved", [service, ("url", to.as_str().into())])
        }
        Rejection::Scope => words.with("paired-scope", [service]),
        Rejection::OldToken => words.with("paired-old-token", [service]),
        _ => words.with("paired-unknown", [service]),
    }
}

/// With a capital letter, and without the full stop that the words around it set.
pub(crate) fn sentence(clause: &str) -> String {
    let mut letters = clause.trim_end_matches('.').chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// One quiet line that tells the truth while a code is asked for or alive.
pub(crate) fn status(
    words: &Words,
    waiting: Option<&Waiting>,
    trouble: Option<Delay>,
    service: &str,
    now: Instant,
) -> String {
    match (waiting, trouble) {
        (waiting, Some(trouble)) => delay(words, trouble, service, waiting.is_some(), now),
        (None, None) => words.with("status-asking", [("service", service.into())]),
        (Some(waiting), None) if waiting.replacing => words.get("status-replacing"),
        (Some(waiting), None) => match waiting.last_answer {
            Some(answer) => {
                let seconds = now.saturating_duration_since(answer).as_secs();
                words.with("status-checked", [("seconds", seconds.into())])
            }
            None => words.get("status-waiting"),
        },
    }
}

/// The same without seconds: it changes only when something has happened, for pipes and for ears.
pub(crate) fn steady(
    words: &Words,
    waiting: Option<&Waiting>,
    delayed: Option<Delay>,
    service: &str,
) -> String {
    let id = match (waiting, delayed) {
        (Some(_), Some(_)) => "status-living-on",
        (None, Some(_)) => "status-retrying",
        (None, None) => return words.with("status-asking", [("service", service.into())]),
        (Some(waiting), None) if waiting.replacing => "status-replacing",
        (Some(_), None) => "status-waiting",
    };
    let what = delayed.map(|delay| trouble(words, delay.trouble, service));
    words.with(id, [("trouble", what.unwrap_or_default().into())])
}

/// Whether nothing was asked because no client id is configured.
pub(crate) fn lacks_client_id(answers: &[(Flow, Rejection)]) -> bool {
    answers
        .iter()
        .any(|(_, rejection)| *rejection == Rejection::NoClientId)
}

/// Whether the service does not accept the client id.
pub(crate) fn wrong_client_id(answers: &[(Flow, Rejection)]) -> bool {
    let of_the_id = |rejection: &Rejection| matches!(rejection, Rejection::ClientId { .. });
    may_be_blocked(answers) || answers.iter().any(|(_, rejection)| of_the_id(rejection))
}

/// Whether the service may have throttled or suspended the client id, which it does not tell from a wrong one.
pub(crate) fn may_be_blocked(answers: &[(Flow, Rejection)]) -> bool {
    let of_the_id = |rejection: &Rejection| matches!(rejection, Rejection::ClientBlocked { .. });
    answers.iter().any(|(_, rejection)| of_the_id(rejection))
}

/// The issuer of the settings, if what is published there does not describe it.
pub(crate) fn wrong_issuer(answers: &[(Flow, Rejection)]) -> Option<&str> {
    answers.iter().find_map(|(_, rejection)| match rejection {
        Rejection::Metadata { issuer } => Some(issuer.as_str()),
        _ => None,
    })
}

/// What the service said to each flow that was tried, without a full stop.
pub(crate) fn answers(words: &Words, answers: &[(Flow, Rejection)]) -> String {
    let said = answers
        .iter()
        .map(|(flow, rejection)| answer(words, *flow, rejection));
    said.collect::<Vec<_>>().join("; ")
}

fn answer(words: &Words, flow: Flow, rejection: &Rejection) -> String {
    let flow = match flow {
        Flow::Pin => words.get("flow-pin"),
        Flow::Device => words.get("flow-device"),
    };
    words.with(
        "rejected-answer",
        [("flow", flow.into()), ("answer", said(rejection).into())],
    )
}

/// The service's own words for a refusal.
fn said(rejection: &Rejection) -> String {
    match rejection {
        Rejection::ClientId { error }
        | Rejection::ClientBlocked { error }
        | Rejection::ClientSecret { error }
        | Rejection::SecretWanted { error } => error.clone(),
        Rejection::Other { status, error } if error.is_empty() => status.to_string(),
        Rejection::Other { status, error } => format!("{status} {error}"),
        Rejection::NoClientId
        | Rejection::NoClientSecret
        | Rejection::Token
        | Rejection::Scope
        | Rejection::OldToken
        | Rejection::Code
        | Rejection::Redirect { .. }
        | Rejection::Request { .. }
        | Rejection::Metadata { .. }
        | Rejection::Moved { .. } => rejection.to_string(),
    }
}

/// Minutes and seconds; the last minute in words.
pub(crate) fn time_left(words: &Words, left: Duration) -> String {
    let seconds = whole_seconds(left);
    if seconds < 60 {
        return words.get("pairing-last-minute");
    }
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Seconds as a person counts them down: 0.2 s to go are still one second.
pub(crate) fn whole_seconds(duration: Duration) -> u64 {
    duration.as_millis().div_ceil(1000) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn what_a_token_lacks_has_a_sentence_of_its_own() {
        let words = Words::of(Language::English);
        let said = |why| not_checked(words, &why, "Simkl");
        let unknown = said(Rejection::Code);
        for why in [Rejection::Scope, Rejection::OldToken] {
            let said = said(why);
            assert_ne!(said, unknown);
            assert!(said.contains("pair again"), "{said}");
        }
    }

    #[test]
    fn a_daily_limit_is_told_with_the_time_at_which_it_ends() {
        let (words, now) = (Words::of(Language::English), Instant::now());
        let said = |quota, until, seconds, living| {
            let delayed = Delay {
                trouble: Trouble::DailyLimit(quota, until),
                next_try: now + Duration::from_secs(seconds),
            };
            delay(words, delayed, "Simkl", living, now)
        };
        let limit = "Your account’s daily limit at Simkl is reached";
        let person = |seconds, living| said(Quota::Person, None, seconds, living);
        assert_eq!(person(30, false), format!("{limit}. Next try in 30 s"));
        assert_eq!(
            person(30_001, false),
            format!("{limit}. Next try in 501 min")
        );
        assert_eq!(
            person(30_001, true),
            format!("{limit}. Your code stays good")
        );
        let end = std::time::SystemTime::UNIX_EPOCH + Duration::from_hours(500_000);
        let time = time_of_day(end);
        for living in [false, true] {
            let told = said(Quota::Application, Some(end), 30_001, living);
            let limit = "The application’s daily limit at Simkl is reached until";
            assert_eq!(told, format!("{limit} {time}. Then this goes on by itself"));
        }
    }
}
