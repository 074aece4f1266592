//! What Simkl limits, as its documentation spells it: a code outlives every limit that ends before it does.

use std::time::SystemTime;

use couchpin::auth::Quota;

use super::*;

fn refused(error: &'static str) -> Fault {
    Fault::Error {
        status: 429,
        error,
        retry_after: Some("40000"),
    }
}

fn trouble(engine: &Engine) -> Trouble {
    until(engine, "trouble", |view| match view {
        View::Waiting(waiting) => waiting.trouble.map(|delay| delay.trouble),
        View::Asking { trouble, .. } => trouble.map(|delay| delay.trouble),
        _ => None,
    })
}

#[test]
fn a_rate_limit_costs_the_usual_back_off_whatever_it_says_and_never_the_code() {
    at_once([Flow::Pin, Flow::Device], |flow| {
        let (simkl, folder) = (StandIn::of(flow), tempfile::tempdir().unwrap());
        let engine = engine(&simkl, folder.path());
        let shown = waiting(&engine);
        simkl.fail_next(refused("rate_limit"));
        assert_eq!(trouble(&engine), Trouble::Busy);
        assert!(simkl.approve(code(&shown)));
        paired(&engine);
        let polls = simkl.requests().into_iter();
        let polls: Vec<_> = polls.filter(|seen| seen.kind == Kind::Polled).collect();
        let limited = polls.iter().position(|poll| poll.status == Some(429));
        let [limited, next] = [0, 1].map(|more| &polls[limited.unwrap() + more]);
        let wait = next.at.duration_since(limited.answered.unwrap());
        // Five seconds, and what a busy machine adds.
        assert!((5..60).contains(&wait.as_secs()), "{wait:?}");
    });
}

#[test]
fn a_daily_limit_is_known_with_its_end_beside_a_code_and_without_one() {
    for (error, quota) in [
        ("user_limit_exceeded", Quota::Person),
        ("app_limit_exceeded", Quota::Application),
    ] {
        for beside_a_code in [true, false] {
            let (simkl, folder) = (StandIn::of(Flow::Pin), tempfile::tempdir().unwrap());
            let before = SystemTime::now();
            if !beside_a_code {
                simkl.set_fault(Some(refused(error)));
            }
            let engine = engine(&simkl, folder.path());
            if beside_a_code {
                waiting(&engine);
                simkl.set_fault(Some(refused(error)));
            }
            let Trouble::DailyLimit(whose, Some(until)) = trouble(&engine) else {
                panic!("{:?}", engine.view())
            };
            assert_eq!(whose, quota);
            let wait = Duration::from_secs(40_000);
            assert!(before + wait <= until && until <= SystemTime::now() + wait);
            assert_eq!(
                matches!(engine.view(), View::Waiting(_)),
                beside_a_code,
                "the code stays"
            );
        }
    }
}
