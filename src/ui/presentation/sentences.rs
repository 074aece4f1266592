//! Trouble, delays, notices and refusals in words.

use std::time::{Duration, Instant};

use fluent_bundle::FluentValue;

use super::{Medium, Presentation};
use crate::auth::{Account, ProxyFault, Quota, Rejection, StoreError, Trouble, day};
use crate::pairing::{Delay, Notice, Waiting};
use crate::system::clock::time_of_day;
use crate::ui::UiContext;
use crate::words::{Words, store};

/// Longer waits are told in minutes: the service's limit for a day may be hours from its end.
const MANY_SECONDS: u64 = 600;

/// The last answer is told of only if it is older than this, in seconds: then it does not come as often as it should.
const FRESH: u64 = 15;

/// A value of a message, by its name there.
pub(super) type Value<'a> = (&'a str, FluentValue<'a>);

/// The sentences about one service.
#[derive(Clone, Copy)]
pub(crate) struct Sentences<'a> {
    pub(crate) words: &'a Words,
    pub(crate) context: &'a UiContext,
    pub(crate) medium: Medium,
}

impl Sentences<'_> {
    /// A title and a few sentences, by the names of their messages.
    pub(crate) fn message<'p>(&self, title: &str, body: &str) -> Presentation<'p> {
        let body = if body.is_empty() {
            String::new()
        } else {
            self.get(body)
        };
        Presentation::message(self.get(title), body)
    }

    /// A message that needs no other values than those that all have.
    pub(crate) fn get(&self, id: &str) -> String {
        self.with(id, [])
    }

    /// A message with its values beside those that all have: the service and the settings file.
    pub(crate) fn with<'v>(
        &'v self,
        id: &str,
        values: impl IntoIterator<Item = Value<'v>>,
    ) -> String {
        let service = ("service", self.context.service().into());
        let file = ("file", self.context.config_file.as_str().into());
        self.words
            .with(id, [service, file].into_iter().chain(values))
    }

    /// A message that may name besides how to begin anew, where the client id came from, and what is to be registered.
    pub(super) fn with_settings<'v>(
        &'v self,
        id: &str,
        values: impl IntoIterator<Item = Value<'v>>,
    ) -> String {
        let source = self.context.client_id_source.clone();
        let source = source.unwrap_or_else(|| self.words.get("source-built-in"));
        let settings = [
            ("pair", self.context.pair_command().into()),
            ("source", source.into()),
            ("redirect", self.context.registered_redirect().into()),
            ("application", self.application().into()),
        ];
        self.with(id, settings.into_iter().chain(values))
    }

    /// The message of the medium.
    pub(super) fn either(&self, television: &str, terminal: &str) -> String {
        self.get(match self.medium {
            Medium::Television => television,
            Medium::Terminal => terminal,
        })
    }

    /// The message with the account's name, or the one for an account without a name.
    pub(super) fn of_account<const N: usize>(
        &self,
        account: Option<&Account>,
        [named, nameless]: [&str; 2],
        values: [Value<'_>; N],
    ) -> String {
        let name = account.and_then(Account::label);
        let id = if name.is_some() { named } else { nameless };
        let name = [("name", name.unwrap_or_default().into())];
        self.with_settings(id, name.into_iter().chain(values))
    }

    /// What the application must be for a browser on this computer, up to its redirect address, which stands below. An
    /// application of another type cannot be changed, so that no address would help.
    fn application(&self) -> String {
        let ids = ["application-redirect", "application-mobile"];
        self.get(ids[usize::from(self.context.has_application_types())])
    }

    /// What is the matter, as the beginning of a sentence.
    pub(crate) fn trouble(&self, trouble: Trouble) -> String {
        let id = match trouble {
            Trouble::Offline => "trouble-offline",
            Trouble::Dns => "trouble-dns",
            Trouble::Unreachable => "trouble-unreachable",
            Trouble::Timeout => "trouble-timeout",
            Trouble::Clock(says) => {
                return self.with("trouble-clock", [("date", day(says).into())]);
            }
            Trouble::Expired(says) => {
                return self.with("trouble-expired", [("date", day(says).into())]);
            }
            Trouble::Tls => "trouble-tls",
            Trouble::Proxy(proxy, fault) => {
                let id = match fault {
                    ProxyFault::Unusable => "trouble-proxy-unusable",
                    ProxyFault::Refused => "trouble-proxy-refused",
                    ProxyFault::NoWay => "trouble-proxy",
                };
                let address = ("proxy", proxy.address.as_str().into());
                return self.with(id, [address, ("variable", proxy.variable.into())]);
            }
            Trouble::Portal => "trouble-portal",
            Trouble::Foreign(status) => {
                return self.with("trouble-foreign", [("status", status.to_string().into())]);
            }
            Trouble::Busy => "trouble-busy",
            Trouble::DailyLimit(quota, until) => {
                let id = match (quota, until) {
                    (Quota::Person, Some(_)) => "trouble-user-limit-until",
                    (Quota::Person, None) => "trouble-user-limit",
                    (Quota::Application, Some(_)) => "trouble-app-limit-until",
                    (Quota::Application, None) => "trouble-app-limit",
                };
                let until = until.map(time_of_day).unwrap_or_default();
                return self.with(id, [("time", until.into())]);
            }
            Trouble::ClientBlocked => "trouble-client-blocked",
            Trouble::ServiceDown => "trouble-down",
            Trouble::Malformed => "trouble-malformed",
        };
        self.get(id)
    }

    /// The message about a trouble.
    pub(super) fn about_trouble(&self, id: &str, trouble: Trouble) -> String {
        self.with(id, [("trouble", self.trouble(trouble).into())])
    }

    /// The message with what a store says.
    pub(crate) fn about_store(&self, id: &str, why: &StoreError) -> String {
        self.with_settings(id, [("why", store::store(self.words, why).into())])
    }

    /// Trouble and the next try, while a code is good or not.
    pub(super) fn delay(&self, delay: Delay, code_is_good: bool, now: Instant) -> String {
        let what = || ("trouble", self.trouble(delay.trouble).into());
        match delay.trouble {
            Trouble::Busy if code_is_good => return self.trouble(delay.trouble),
            // No code outlives the day's quota, and the time at which that ends is told already.
            Trouble::DailyLimit(_, Some(_)) => return self.with("status-goes-on", [what()]),
            Trouble::DailyLimit(..) if code_is_good => {
                return self.with("status-living-on", [what()]);
            }
            _ => {}
        }
        let seconds = whole_seconds(delay.next_try.saturating_duration_since(now));
        if code_is_good {
            self.with("status-living", [what(), ("seconds", seconds.into())])
        } else if seconds > MANY_SECONDS {
            let minutes = ("minutes", seconds.div_ceil(60).into());
            self.with("status-retry-minutes", [what(), minutes])
        } else {
            self.with("status-retry", [what(), ("seconds", seconds.into())])
        }
    }

    /// When a request is made again, on a line of its own.
    pub(super) fn retry(&self, delay: Delay, now: Instant) -> String {
        if matches!(delay.trouble, Trouble::DailyLimit(_, Some(_))) {
            return self.get("retry-fixed");
        }
        let seconds = whole_seconds(delay.next_try.saturating_duration_since(now));
        if seconds > MANY_SECONDS {
            self.with("retry-minutes", [("minutes", seconds.div_ceil(60).into())])
        } else {
            self.with("retry-seconds", [("seconds", seconds.into())])
        }
    }

    /// What the user must be told about this code.
    pub(super) fn notice(&self, notice: &Notice) -> String {
        self.get(match notice {
            Notice::AskedFor => "notice-asked-for",
            Notice::NoNewCode(rejection) => {
                return self.with("notice-no-new-code", [("answer", said(rejection).into())]);
            }
            Notice::Expired => "notice-expired",
            Notice::CodeGone => "notice-code-gone",
            Notice::AnswerLost => "notice-answer-lost",
            Notice::OpeningHere => "notice-opening-here",
            Notice::OpenedHere => "notice-opened-here",
            Notice::NotOpenedHere => "notice-not-opened-here",
            Notice::CodeRefused => "notice-code-refused",
            Notice::ClientNotKept => "notice-client-not-kept",
        })
    }

    /// One line while a code is asked for or good. It counts seconds.
    pub(super) fn status(
        &self,
        waiting: Option<&Waiting>,
        trouble: Option<Delay>,
        now: Instant,
    ) -> String {
        match (trouble, waiting.filter(|waiting| !waiting.replacing)) {
            (Some(trouble), _) => self.delay(trouble, waiting.is_some(), now),
            (None, Some(waiting))
                if let Some(seconds) = waiting
                    .last_answer
                    .map(|answer| now.saturating_duration_since(answer).as_secs())
                    .filter(|seconds| *seconds > FRESH) =>
            {
                self.with("status-checked", [("seconds", seconds.into())])
            }
            (None, _) => self.steady(waiting, None),
        }
    }

    /// The same without seconds: it changes only when something has happened.
    pub(super) fn steady(&self, waiting: Option<&Waiting>, delay: Option<Delay>) -> String {
        match (waiting, delay) {
            (Some(_), Some(delay)) => self.about_trouble("status-living-on", delay.trouble),
            (None, Some(delay)) => self.about_trouble("status-retrying", delay.trouble),
            (None, None) => self.get("status-asking"),
            (Some(waiting), None) if waiting.replacing => self.get("status-replacing"),
            (Some(waiting), None) => self.get(self.waits_for(waiting)),
        }
    }
}

/// Several sentences as one text, each with an end.
pub(crate) fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if text.ends_with(|last: char| last.is_alphanumeric() || last == ')') {
            text.push('.');
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&part);
    }
    text
}

/// With a capital letter, and without the full stop that the words around it set.
pub(super) fn sentence(clause: &str) -> String {
    let mut letters = clause.trim_end_matches('.').chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The service's own words for a refusal.
pub(super) fn said(rejection: &Rejection) -> String {
    match rejection {
        Rejection::ClientId { error }
        | Rejection::ClientBlocked { error }
        | Rejection::ClientSecret { error }
        | Rejection::SecretWanted { error } => error.clone(),
        Rejection::Other { status, error } => format!("{status} {error}").trim_end().to_owned(),
        _ => rejection.to_string(),
    }
}

/// Minutes and seconds, or whole minutes in steps; the last minute in words.
pub(crate) fn time_left(words: &Words, left: Duration, in_steps: bool) -> String {
    let seconds = whole_seconds(left);
    if seconds < 60 {
        return words.get("pairing-last-minute");
    }
    if in_steps {
        return words.with("minutes-left", [("minutes", seconds.div_ceil(60).into())]);
    }
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Seconds as they are counted down: 0.2 s to go are still one second.
pub(crate) fn whole_seconds(duration: Duration) -> u64 {
    duration.as_millis().div_ceil(1000) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairing::Check;
    use crate::words::Language;

    fn english(context: &UiContext) -> Sentences<'_> {
        Sentences {
            words: Words::of(Language::English),
            context,
            medium: Medium::Television,
        }
    }

    #[test]
    fn what_a_token_lacks_has_a_sentence_of_its_own() {
        let context = UiContext::default();
        let said = |why| english(&context).check(&Check::Refused(why)).unwrap();
        let unknown = said(Rejection::Code);
        for why in [Rejection::Scope, Rejection::OldToken] {
            let said = said(why);
            assert_ne!(said, unknown);
            assert!(said.contains("ign in again"), "{said}");
        }
    }

    #[test]
    fn a_daily_limit_is_told_with_the_time_at_which_it_ends() {
        let (context, now) = (UiContext::default(), Instant::now());
        let said = |quota, until, seconds, code_is_good| {
            let delay = Delay {
                trouble: Trouble::DailyLimit(quota, until),
                next_try: now + Duration::from_secs(seconds),
            };
            english(&context).delay(delay, code_is_good, now)
        };
        let limit = "Your account’s daily limit at Simkl is reached";
        let person = |seconds, good| said(Quota::Person, None, seconds, good);
        assert_eq!(person(30, false), format!("{limit}. Trying again in 30 s"));
        assert_eq!(
            person(30_001, false),
            format!("{limit}. Trying again in 501 min")
        );
        assert_eq!(
            person(30_001, true),
            format!("{limit}. Your code still works")
        );
        let end = std::time::SystemTime::UNIX_EPOCH + Duration::from_hours(500_000);
        let time = time_of_day(end);
        for good in [false, true] {
            let told = said(Quota::Application, Some(end), 30_001, good);
            let limit = "The application’s daily limit at Simkl is reached until";
            assert_eq!(
                told,
                format!("{limit} {time}. Continues when that is fixed")
            );
        }
    }
}
