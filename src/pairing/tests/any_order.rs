//! Events in any order: what must hold whatever happens.

use std::time::Instant;

use proptest::prelude::*;

use super::*;

#[derive(Clone, Debug)]
enum Step {
    Sleep(u64),
    Wish(Intent),
    Code(Result<&'static str, Trouble>),
    Poll(u8),
    Stored(bool),
    LookedUp(u8),
    Forgotten(bool),
    Pictured(bool),
    OpenedHere(bool),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..1000u64).prop_map(Step::Sleep),
        prop::sample::select(vec![
            Intent::Touched,
            Intent::NewCode,
            Intent::OpenHere,
            Intent::TryNow,
            Intent::PairAgain,
            Intent::Unpair,
            Intent::Move(StoreChoice::InFile),
            Intent::Unlock,
            Intent::PairInFile,
        ])
        .prop_map(Step::Wish),
        prop::sample::select(vec![Ok("AAAAA"), Ok("BDWP-HQPK"), Err(Trouble::Timeout)])
            .prop_map(Step::Code),
        (0..9u8).prop_map(Step::Poll),
        any::<bool>().prop_map(Step::Stored),
        (0..6u8).prop_map(Step::LookedUp),
        any::<bool>().prop_map(Step::Forgotten),
        any::<bool>().prop_map(Step::Pictured),
        any::<bool>().prop_map(Step::OpenedHere),
    ]
}

proptest! {
    /// Whatever happens in whatever order: the machine never polls within the interval, never shows a code
    /// beyond its life unless a poll is in flight, never loses a token, and never stands still without a reason.
    #[test]
    fn no_order_of_events_breaks_the_rules(steps in prop::collection::vec(step(), 1..120)) {
        let mut table = Table::new();
        let mut pending: Option<ActionRequest> = None;
        let mut picture: Option<ActionRequest> = None;
        let mut page: Option<ActionRequest> = None;
        let mut last_poll: Option<Instant> = None;
        let mut unstored = false;
        for step in steps {
            if pending.is_none() {
                pending = table.machine.next_action(table.now);
                if matches!(pending.as_ref().map(|order| &order.action), Some(Action::Picture(_))) {
                    let paired = matches!(table.machine.view(), View::Paired { .. });
                    prop_assert!(paired);
                    picture = pending.take();
                }
                if let Some(Action::OpenHere(code)) = pending.as_ref().map(|order| &order.action) {
                    prop_assert_eq!(code.user_code.expose(), table.shown_code());
                    page = pending.take();
                }
                match pending.as_ref().map(|order| &order.action) {
                    Some(Action::Poll(code)) => {
                        if let Some(last) = last_poll {
                            prop_assert!(table.now >= last + code.interval);
                        }
                        last_poll = Some(table.now);
                    }
                    Some(Action::Store(..)) => unstored = true,
                    _ => {}
                }
            }
            if pending.is_none() {
                if let View::Waiting(waiting) = table.machine.view() {
                    prop_assert!(table.now < waiting.expires_at);
                }
                let waits_for_a_person = matches!(
                    table.machine.view(),
                    View::Resting | View::Stopped(_) | View::Refused { .. } | View::Paired { .. } | View::Unreadable(_)
                );
                prop_assert!(table.machine.next_deadline().is_some() || waits_for_a_person);
            }
            let answer = match step {
                Step::Pictured(good) => {
                    if let Some(order) = picture.take() {
                        let before = table.machine.next_deadline();
                        table.answer(&order, ActionResult::Pictured(good.then(pictures::portrait)));
                        prop_assert_eq!(before, table.machine.next_deadline(), "it moves nothing");
                    }
                    continue
                }
                Step::OpenedHere(good) => {
                    if let Some(order) = page.take() {
                        let before = table.machine.next_deadline();
                        table.answer(&order, ActionResult::OpenedHere(good));
                        prop_assert_eq!(before, table.machine.next_deadline(), "it moves nothing");
                    }
                    continue
                }
                Step::Sleep(seconds) => { table.sleep(seconds); continue }
                Step::Wish(intent) => {
                    let storing = matches!(table.machine.view(), View::Storing | View::CannotStore { .. });
                    table.machine.apply(intent, table.now);
                    prop_assert_eq!(
                        storing,
                        matches!(table.machine.view(), View::Storing | View::CannotStore { .. }),
                        "no button loses a token that is not stored yet"
                    );
                    continue
                }
                Step::Code(result) => ActionResult::Code(result.map(code).map_err(Into::into)),
                Step::Poll(n) => ActionResult::Polled(match n {
                    0 => Ok(PollOutcome::Pending),
                    1 => Ok(PollOutcome::SlowDown),
                    2 => Ok(PollOutcome::Authorized(token())),
                    3 => Ok(PollOutcome::CodeGone(Some(Box::new(code("BBBBB"))))),
                    4 => Ok(PollOutcome::CodeGone(None)),
                    5 => Ok(PollOutcome::Expired),
                    6 => lost(),
                    7 => busy(200),
                    _ => Err(refused(403)),
                }),
                Step::Stored(true) => ActionResult::Stored(Ok(StoreLocation::Keyring)),
                Step::Stored(false) => ActionResult::Stored(Err(StoreTrouble::Locked)),
                Step::LookedUp(0) => ActionResult::TokenChecked(Ok(profile())),
                Step::LookedUp(1) => ActionResult::TokenChecked(Err(Trouble::Dns.into())),
                Step::LookedUp(2) => ActionResult::TokenChecked(Err(RequestError::Rejected(Rejection::Token))),
                Step::LookedUp(4) => ActionResult::TokenChecked(Ok(Profile { picture: Some(pictures::at("1")), ..profile() })),
                Step::LookedUp(3) => ActionResult::Renewed(token(), Ok(profile())),
                Step::LookedUp(_) => ActionResult::TokenChecked(Err(refused(404))),
                Step::Forgotten(done) => ActionResult::Forgotten(if done { Ok(true) } else { Err(StoreTrouble::Locked) }),
            };
            let fits = matches!(
                (pending.as_ref().map(|order| &order.action), &answer),
                (Some(Action::RequestCode(_)), ActionResult::Code(_))
                    | (Some(Action::Poll(_)), ActionResult::Polled(_))
                    | (Some(Action::Store(..)), ActionResult::Stored(_))
                    | (Some(Action::CheckToken(_)), ActionResult::TokenChecked(_) | ActionResult::Renewed(..))
                    | (Some(Action::Forget(_)), ActionResult::Forgotten(_))
            );
            if fits && let Some(order) = pending.take() {
                if matches!(answer, ActionResult::Stored(Ok(_))) {
                    unstored = false;
                }
                if matches!(answer, ActionResult::Code(_)) {
                    last_poll = None;
                }
                table.answer(&order, answer);
            } else if pending.as_ref().is_some_and(|order| matches!(order.action, Action::Remember(_)))
                && let Some(order) = pending.take()
            {
                table.answer(&order, ActionResult::Done);
            }
            prop_assert_eq!(
                unstored,
                matches!(table.machine.view(), View::Storing | View::CannotStore { .. })
                    && unstored,
                "a token leaves the machine only into the store"
            );
        }
    }
}
