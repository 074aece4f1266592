//! How long the screen is bright: after a press, and after what a user waits for without one.

use std::time::Duration;

use super::pages::{happening, with_phone};
use super::samples::{delay, paired, rejected, waiting};
use super::test_tv::TestTv;
use crate::auth::{Rejection, Trouble};
use crate::pairing::{Notice, View, Waiting};
use crate::system::clock;
use crate::ui::tv::burn_in::BurnInProtection;

fn code(trouble: Option<Trouble>, notice: Option<Notice>) -> View {
    View::Waiting(Box::new(Waiting {
        trouble: trouble.map(delay),
        notice,
        ..waiting()
    }))
}

impl TestTv {
    /// Five minutes go by without a press.
    fn wait(&mut self) {
        let now = clock::now();
        let app = &mut self.harness.state_mut().0;
        app.last_input = now.checked_sub(Duration::from_mins(5)).unwrap();
        self.harness.step();
    }

    fn is_dim(&self) -> bool {
        let idle = clock::now().saturating_duration_since(self.harness.state().0.last_input);
        BurnInProtection::after(idle).dim
    }
}

#[test]
fn what_a_user_waits_for_makes_the_screen_bright_again() {
    let wrong = Rejection::ClientId {
        error: "client_id_failed".into(),
    };
    for (before, after) in [
        (code(None, None), View::Storing),
        (View::Storing, paired(true)),
        (with_phone(), happening(0)),
        (happening(0), View::Exchanging { trouble: None }),
        (code(None, None), rejected(wrong)),
        (View::Starting, with_phone()),
    ] {
        let name = format!("{} to {}", before.name(), after.name());
        let mut tv = TestTv::showing(before);
        tv.wait();
        assert!(tv.is_dim(), "{name}");
        tv.show(after);
        assert!(!tv.is_dim(), "{name}");
    }
}

#[test]
fn polls_renewals_and_rest_leave_the_screen_dim() {
    let asking = View::Asking {
        on_phone: false,
        trouble: None,
        notice: Some(Notice::Expired),
    };
    let mut tv = TestTv::showing(code(None, None));
    tv.wait();
    for view in [
        code(Some(Trouble::Offline), None),
        code(None, None),
        asking,
        code(None, Some(Notice::Expired)),
        View::Resting,
    ] {
        let name = view.name();
        tv.show(view);
        assert!(tv.is_dim(), "{name}");
    }
    let mut tv = TestTv::showing(happening(0));
    tv.wait();
    tv.show(happening(1));
    assert!(tv.is_dim(), "somewhere a number is guessed");
}
