//! What of the views is worth a television that stays on.

use std::time::Duration;

use crate::pairing::View;

/// How long a result keeps the television on: long enough to come back from the kitchen.
const RESULT: Duration = Duration::from_mins(3);

/// How long the television should stay on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// It may go blank now.
    No,
    /// So long, from when this was first shown.
    For(Duration),
    /// As long as this is shown.
    Lasting,
}

impl Wanted {
    pub(super) fn by(view: &View) -> Self {
        match view {
            // A code that somebody may be typing, or one that is about to be there.
            View::Waiting(_)
            | View::Asking { trouble: None, .. }
            | View::SettingUp(_)
            | View::AwaitingCode(_) => Self::Lasting,
            View::Resting => Self::No,
            // A network that is away all night must not burn a sentence about it into the panel.
            View::Asking {
                trouble: Some(_), ..
            }
            | View::Home(_)
            | View::Starting
            | View::Exchanging { .. }
            | View::Unreadable(_)
            | View::Stopped(_)
            | View::Storing
            | View::CannotStore { .. }
            | View::Paired { .. }
            | View::Refused { .. }
            | View::Forgetting => Self::For(RESULT),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{StoreTrouble, Trouble};
    use crate::pairing::{Delay, Stop};
    use crate::system::clock;

    /// Whether the television should be on when a view has been shown for so many seconds.
    fn on(view: &View, seconds: u64) -> bool {
        match Wanted::by(view) {
            Wanted::No => false,
            Wanted::For(moment) => Duration::from_secs(seconds) < moment,
            Wanted::Lasting => true,
        }
    }

    #[test]
    fn living_code_and_one_that_is_asked_for_keep_the_television_on() {
        let asking = View::Asking {
            trouble: None,
            notice: None,
        };
        assert!(on(&asking, 0) && on(&asking, 3600));
    }

    #[test]
    fn result_keeps_the_television_on_for_three_minutes() {
        let delay = Delay {
            trouble: Trouble::Offline,
            next_try: clock::now(),
        };
        let results = [
            View::Stopped(Stop::Denied),
            View::Refused { account: None },
            View::CannotStore {
                why: StoreTrouble::Locked,
                trying: false,
            },
            View::Asking {
                trouble: Some(delay),
                notice: None,
            },
        ];
        for result in results {
            assert!(on(&result, 0) && on(&result, 179), "{result:?}");
            assert!(!on(&result, 180) && !on(&result, 3600), "{result:?}");
        }
    }

    #[test]
    fn resting_television_may_go_blank_at_once() {
        assert!(!on(&View::Resting, 0));
    }
}
