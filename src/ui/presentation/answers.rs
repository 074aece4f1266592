//! What a service said to the flows that were tried.

use super::Sentences;
use super::sentences::{Value, said};
use crate::auth::{Flow, Rejection};

impl Sentences<'_> {
    /// What the service said to each flow that was tried, without a full stop.
    pub(super) fn answers(&self, answers: &[(Flow, Rejection)]) -> Value<'static> {
        let said = answers.iter().map(|(flow, rejection)| {
            let flow = self.words.get(match flow {
                Flow::Pin => "flow-pin",
                Flow::Device => "flow-device",
            });
            let values = [("flow", flow.into()), ("answer", said(rejection).into())];
            self.words.with("rejected-answer", values)
        });
        ("answers", said.collect::<Vec<_>>().join("; ").into())
    }
}

/// Whether nothing was asked because no client id is configured.
pub(crate) fn lacks_client_id(answers: &[(Flow, Rejection)]) -> bool {
    let no_id = |(_, rejection): &(_, Rejection)| *rejection == Rejection::NoClientId;
    answers.iter().any(no_id)
}

/// Whether the service does not accept the client id.
pub(crate) fn wrong_client_id(answers: &[(Flow, Rejection)]) -> bool {
    let of_the_id =
        |(_, rejection): &(_, Rejection)| matches!(rejection, Rejection::ClientId { .. });
    may_be_blocked(answers) || answers.iter().any(of_the_id)
}

/// Whether the service may have throttled or suspended the client id, which it does not tell from a wrong one.
pub(super) fn may_be_blocked(answers: &[(Flow, Rejection)]) -> bool {
    let of_the_id =
        |(_, rejection): &(_, Rejection)| matches!(rejection, Rejection::ClientBlocked { .. });
    answers.iter().any(of_the_id)
}

/// The issuer of the settings, if what is published there does not describe it.
pub(super) fn wrong_issuer(answers: &[(Flow, Rejection)]) -> Option<&str> {
    answers.iter().find_map(|(_, rejection)| match rejection {
        Rejection::Metadata { issuer } => Some(issuer.as_str()),
        _ => None,
    })
}
