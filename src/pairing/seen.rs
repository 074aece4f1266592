//! What a person sees of a view, and what is behind it only.

use super::{View, Waiting};

impl View {
    /// Whether a person sees the same: the time of the last answer is told only once it is long ago.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Waiting(one), Self::Waiting(other)) => {
                let last_answer = other.last_answer;
                let one = Waiting {
                    last_answer,
                    ..(**one).clone()
                };
                one == **other
            }
            _ => self == other,
        }
    }
}
