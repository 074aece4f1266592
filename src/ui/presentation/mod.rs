//! What a view says, in words, for everything that shows it: the television, a terminal, plain lines and a screen reader.
//!
//! They only lay it out. A new view gets one arm in [`Presentation::of`], and a picture if it needs one of its own.
#![cfg_attr(not(feature = "tv"), allow(dead_code))]

mod consent;
mod failure;
mod paired;
mod parts;
mod phone;
mod sentences;
pub(crate) mod spell;
mod steps;
mod stopped;
mod storing;

use std::time::Instant;

use crate::auth::Secret;
use crate::auth::portrait::Portrait;
use crate::pairing::{CodeSource, View};
use crate::words::Words;

use super::UiContext;
pub(crate) use parts::{Countdown, OnPlate, PlateSubject, Remark, StepState};
#[cfg(feature = "tv")]
pub(crate) use sentences::whole_seconds;
pub(crate) use sentences::{Sentences, joined, time_left};
#[cfg(feature = "tv")]
pub(crate) use stopped::{lacks_application, wrong_client_id};

/// Where it is shown: a terminal has no buttons, and only there a code can be pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Medium {
    Television,
    Terminal,
}

/// What a view says. It holds codes and addresses, so it does not print.
#[derive(Default)]
pub(crate) struct Presentation<'a> {
    pub(crate) layout: Layout<'a>,
    pub(crate) title: String,
    pub(crate) body: String,
    /// What stands apart from the sentences: a path, or what a service answered.
    pub(crate) details: String,
    /// Lines to type exactly as they stand.
    pub(crate) verbatim: Vec<String>,
    pub(crate) scan: Option<Scan>,
    /// What happened before.
    pub(crate) notice: Option<String>,
    pub(crate) steps: [String; 3],
    pub(crate) step_states: [StepState; 3],
    /// The code belongs to the last step, not to the second one.
    pub(crate) is_code_last: bool,
    /// The code is for another phone than the one that is connected: it stands beside the enlarged QR only.
    pub(crate) is_code_beside_qr: bool,
    /// What stands in the place of the QR.
    pub(crate) on_plate: Option<OnPlate>,
    /// The same beside the bigger QR.
    pub(crate) steps_beside_qr: [String; 3],
    /// The address in the first step, where it is to be typed; else empty.
    pub(crate) address: String,
    pub(crate) code: Code<'a>,
    /// When the code must not be approved, or what the phone needs.
    pub(crate) warning: String,
    /// How it goes, on one line. It may count seconds.
    pub(crate) status: String,
    /// The same without seconds: it changes only when something has happened.
    pub(crate) steady_status: String,
    /// Something is not as it should be.
    pub(crate) has_trouble: bool,
    pub(crate) countdown: Option<Countdown>,
    /// When the status ends to count down to the next try.
    pub(crate) next_try: Option<Instant>,
    /// What else is known of a pairing, the most important first.
    pub(crate) remarks: Vec<Remark>,
    /// What a screen reader says when the view appears.
    pub(crate) spoken: String,
    pub(crate) terminal: Terminal,
}

/// How a television lays a view out.
#[derive(Default)]
pub(crate) enum Layout<'a> {
    /// A title and a few sentences.
    #[default]
    Message,
    /// What can be chosen, below each other: all services.
    List,
    /// Three numbered steps with a code and a QR.
    Steps,
    /// Whose account is paired.
    Paired {
        /// The first letter of the name.
        initial: Option<char>,
        portrait: Option<&'a Portrait>,
    },
    /// Dim: no button has been pressed for long.
    Resting,
}

/// The code to compare, or the number to type on the phone.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Code<'a> {
    #[default]
    None,
    /// It will be there in a moment, in so many characters if that is known.
    Coming(Option<usize>),
    Here(&'a str),
}

/// What a QR leads to.
pub(crate) struct Scan {
    pub(crate) text: String,
    /// What it is to those who do not see it.
    pub(crate) caption: String,
}

/// What only a terminal shows.
#[derive(Default)]
pub(crate) struct Terminal {
    pub(crate) title: String,
    /// Above the steps: why they are needed.
    pub(crate) intro: Option<String>,
    /// The whole address, for who cannot scan it.
    pub(crate) open: String,
    /// Below the steps.
    pub(crate) paste: Option<String>,
    /// Another way to the same end.
    pub(crate) other_way: Vec<String>,
    pub(crate) good_for: String,
    /// Tells the code or page of this view from that of another one.
    pub(crate) key: Option<Secret>,
    /// All of it in plain lines, for each key once.
    pub(crate) lines: Vec<String>,
    /// What is said where a signal ends it.
    pub(crate) interrupted: String,
    /// With what the program ends that shows this view, unless it goes on: a sentence where there is a pairing.
    pub(crate) end: Option<Result<String, Failure>>,
}

/// The pairing ended without a token, or by a signal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Failure {
    /// The exit code.
    pub code: u8,
    /// What happened and what to do about it; nothing where all is said.
    pub sentence: String,
}

impl<'a> Presentation<'a> {
    /// What a view says now.
    pub(crate) fn of(
        view: &'a View,
        words: &Words,
        context: &UiContext,
        medium: Medium,
        now: Instant,
    ) -> Self {
        let say = Sentences {
            words,
            context,
            medium,
        };
        let mut shown = Self::as_said(view, &say, now);
        if shown.spoken.is_empty() {
            shown.spoken = joined([shown.title.clone(), shown.body.clone()]);
        }
        if medium == Medium::Terminal {
            shown.terminal.title = say.get("terminal-title");
            if shown.status.is_empty() {
                shown.status = say.get("starting-title");
            }
            if shown.terminal.interrupted.is_empty() {
                shown.terminal.interrupted = say.get("terminal-interrupted");
            }
        }
        if shown.steady_status.is_empty() {
            shown.steady_status.clone_from(&shown.status);
        }
        shown
    }

    fn as_said(view: &'a View, say: &Sentences<'_>, now: Instant) -> Self {
        match view {
            View::Home(_) => Self {
                layout: Layout::List,
                spoken: say.get("home-title"),
                ..say.message("home-title", "home-body")
            },
            View::Starting => Self::message(say.get("starting-title"), String::new()),
            View::Unreadable(why) => say.unreadable(why),
            View::Asking {
                trouble,
                notice,
                on_phone,
            } => say.code(None, *trouble, (notice.as_ref(), *on_phone), now),
            View::Waiting(waiting) => {
                let about = (waiting.notice.as_ref(), waiting.on_phone);
                say.code(Some(waiting), waiting.trouble, about, now)
            }
            View::SettingUp(set_up) => say.set_up(set_up, now),
            View::AwaitingCode(consent) => match &consent.code_source {
                CodeSource::Phone(page) => say.consent_on_a_phone(consent, page, now),
                CodeSource::Typing(why) => say.consent_typed(consent, *why, now),
                CodeSource::Browser => say.consent_in_a_browser(consent, now),
            },
            View::Exchanging { trouble: None } => Self {
                status: say.get("exchange-body"),
                ..say.message("exchange-title", "exchange-body")
            },
            View::Exchanging {
                trouble: Some(delay),
            } => say.exchanging(*delay, now),
            View::Resting => Self {
                layout: Layout::Resting,
                ..say
                    .message("resting-title", "resting-body")
                    .ending(3, say.with_settings("terminal-resting", []))
            },
            View::Stopped(stop) => say.stopped(stop),
            View::Storing => Self {
                status: say.get("terminal-storing"),
                ..say.message("storing-title", "storing-body")
            },
            View::CannotStore { why, .. } => say.not_stored(why),
            View::Paired { .. } => say.paired(view),
            View::Refused { account } => Self {
                body: say.of_account(account.as_ref(), ["refused-body-name", "refused-body"], []),
                status: say.get("refused-title"),
                terminal: Terminal {
                    intro: Some(say.get("terminal-refused")),
                    ..Terminal::default()
                },
                ..say.message("refused-title", "")
            },
            View::Forgetting => Self {
                status: say.get("forgetting-title"),
                ..say.message("forgetting-title", "")
            },
        }
    }

    /// A title and a few sentences.
    pub(crate) fn message(title: String, body: String) -> Self {
        Self {
            title,
            body,
            ..Self::default()
        }
    }

    /// With this a program fails that shows it.
    fn ending(mut self, code: u8, sentence: String) -> Self {
        self.terminal.end = Some(Err(Failure { code, sentence }));
        self
    }

    /// Where the token is kept, as a screen reader says it apart from the rest.
    pub(crate) fn spoken_location(&self) -> Option<String> {
        matches!(self.layout, Layout::Paired { .. })
            .then(|| joined([self.body.clone(), self.details.clone()]))
    }

    /// How it goes, as a screen reader says it.
    pub(crate) fn spoken_status(&self) -> Option<String> {
        match self.layout {
            Layout::Steps => Some(self.steady_status.clone()),
            Layout::Paired { .. } => Some(joined(
                self.remarks.iter().map(|remark| remark.text.clone()),
            )),
            Layout::Message | Layout::List | Layout::Resting => None,
        }
    }

    /// The code that stands with the steps.
    #[cfg(feature = "tv")]
    pub(crate) fn code_with_steps(&self) -> Code<'a> {
        if self.is_code_beside_qr {
            Code::None
        } else {
            self.code
        }
    }
}
