//! Several services, of which one is open at most (the rules in `home.rs`).

use super::sign_in::{BY_HAND, begun, carried_code, page, plan};
use super::*;
use crate::auth::{CodeState, ExchangeError, LOOPBACK, Service, StoreError, loopback};

/// A household, and the clock it is told.
struct House {
    home: Home,
    now: Instant,
}

impl House {
    fn with(services: &[Service], first: Option<Service>) -> Self {
        let plan_of = |service: &Service| match service {
            Service::Simkl => Plan {
                flows: vec![Flow::Pin, Flow::Device],
                ..plan(&[SignInMethod::Code, SignInMethod::Browser], false)
            },
            Service::Shikimori => plan(BY_HAND, true),
        };
        let plans = services.iter().map(|one| (*one, plan_of(one))).collect();
        let now = Instant::now();
        let home = Home::new(plans, first, now);
        Self { home, now }
    }

    /// At all services.
    fn new() -> Self {
        Self::with(&Service::ALL, None)
    }

    fn order(&mut self) -> ActionRequest {
        self.next_action().expect("an order is due").1
    }

    fn next_action(&mut self) -> Option<(Service, ActionRequest)> {
        self.home.next_action(self.now)
    }

    fn nothing_is_due(&mut self) {
        assert_eq!(self.next_action(), None);
    }

    fn apply(&mut self, intent: Intent) {
        self.home.apply(intent, self.now);
    }

    /// The answer to an order of the service that is open.
    fn answer(&mut self, order: &ActionRequest, answer: ActionResult) {
        let service = self.home.service;
        self.late_answer(order, service, answer);
    }

    fn late_answer(&mut self, order: &ActionRequest, service: Service, answer: ActionResult) {
        self.home.answer(order.ticket, service, answer, self.now);
    }

    fn view(&self) -> View {
        self.home.scene().view
    }

    fn at_home(&self) -> bool {
        matches!(self.view(), View::Home(_))
    }

    /// Opens a service whose store is empty.
    fn open(&mut self, service: Service) {
        self.apply(Intent::Open(service));
        assert_eq!(self.home.service, service);
        let load = self.order();
        assert_eq!(load.action, Action::Load);
        self.answer(&load, ActionResult::Loaded(Ok(None)));
    }

    /// Shikimori's token is being asked for, and the phone waits for news.
    fn exchanging() -> (Self, ActionRequest) {
        let mut house = Self::new();
        house.open(Service::Shikimori);
        let begin = house.order();
        let waits = ActionResult::SignInStarted(Ok(begun(CodeSource::Phone(page()))));
        house.answer(&begin, waits);
        let code = SignInEvent::Code(carried_code("a"));
        house.home.event(begin.ticket, code, house.now);
        let exchange = house.order();
        assert!(matches!(exchange.action, Action::Exchange(..)));
        (house, exchange)
    }

    /// Simkl is asked whether a code was approved.
    fn polling() -> (Self, ActionRequest) {
        let mut house = Self::new();
        house.open(Service::Simkl);
        let request = house.order();
        house.answer(&request, ActionResult::Code(Ok(code("AAAAA"))));
        house.now += Duration::from_secs(6);
        let poll = house.order();
        assert!(matches!(poll.action, Action::Poll(_)));
        (house, poll)
    }
}

fn approved() -> ActionResult {
    ActionResult::Polled(Ok(PollOutcome::Authorized(token())))
}

fn standing(service: Service, state: ServiceState) -> ServiceStatus {
    ServiceStatus { service, state }
}

#[test]
fn one_service_that_was_asked_for_is_open_from_the_beginning() {
    let mut house = House::with(&Service::ALL, Some(Service::Shikimori));
    assert_eq!(house.home.service, Service::Shikimori);
    assert_eq!(house.view(), View::Starting);
    assert_eq!(house.order().action, Action::Load);
    house.nothing_is_due();
}

#[test]
fn a_service_that_is_not_there_cannot_be_opened() {
    let mut house = House::with(&[Service::Simkl], Some(Service::Shikimori));
    assert!(house.at_home());
    house.apply(Intent::Open(Service::Shikimori));
    assert!(house.at_home());
    house.apply(Intent::Home);
    assert_eq!(
        house.order().action,
        Action::RefreshStatus,
        "nothing was disturbed"
    );
}

#[test]
fn how_things_stand_is_looked_at_whenever_the_person_comes_to_all_services() {
    let mut house = House::new();
    let looking = [Service::Simkl, Service::Shikimori]
        .map(|service| standing(service, ServiceState::Looking))
        .to_vec();
    for paired in [ServiceState::NotPaired, ServiceState::Paired(Some(ann()))] {
        assert_eq!(house.view(), View::Home(looking.clone()));
        let look = house.order();
        assert_eq!(look.action, Action::RefreshStatus);
        house.nothing_is_due();
        assert_eq!(house.home.next_deadline(), None);
        let found = vec![standing(Service::Simkl, paired.clone())];
        house.answer(&look, ActionResult::StatusRefreshed(found));
        let shown = vec![
            standing(Service::Simkl, paired),
            standing(Service::Shikimori, ServiceState::NeedsAttention),
        ];
        assert_eq!(house.view(), View::Home(shown), "no answer is a bad one");
        house.nothing_is_due();
        house.open(Service::Simkl);
        house.apply(Intent::Home);
    }
}

#[test]
fn what_an_older_look_found_is_dropped() {
    let mut house = House::new();
    let old = house.order();
    house.open(Service::Simkl);
    let found = |state| ActionResult::StatusRefreshed(vec![standing(Service::Simkl, state)]);
    house.answer(&old, found(ServiceState::NotPaired));
    assert!(!house.at_home());
    house.apply(Intent::Home);
    let before = house.view();
    house.answer(&old, found(ServiceState::NotPaired));
    assert_eq!(house.view(), before, "before the new look began");
    let new = house.order();
    house.answer(&old, found(ServiceState::NotPaired));
    assert_eq!(house.view(), before, "and after");
    house.answer(&new, found(ServiceState::Paired(None)));
    assert_ne!(house.view(), before);
}

#[test]
fn tickets_go_on_from_one_machine_to_the_next() {
    let mut house = House::new();
    let mut last = house.order().ticket;
    for service in [Service::Simkl, Service::Shikimori, Service::Simkl] {
        house.apply(Intent::Open(service));
        let ticket = house.order().ticket;
        assert!(ticket > last);
        house.apply(Intent::Home);
        last = house.order().ticket;
        assert!(last > ticket);
    }
}

#[test]
fn an_answer_for_a_service_that_was_left_changes_nothing_elsewhere() {
    let (mut house, poll) = House::polling();
    house.apply(Intent::Home);
    house.open(Service::Shikimori);
    let before = house.view();
    for answer in [
        ActionResult::Polled(Ok(PollOutcome::Denied)),
        ActionResult::Loaded(Err(StoreTrouble::Locked)),
    ] {
        house.late_answer(&poll, Service::Simkl, answer);
        assert_eq!(house.view(), before);
    }
}

#[test]
fn a_service_is_left_at_once_when_nothing_is_on_its_way() {
    let (mut house, _) = House::polling();
    house.apply(Intent::Home);
    assert!(house.at_home());
    assert_eq!(house.order().action, Action::RefreshStatus);
}

#[test]
fn leaving_while_a_token_is_on_its_way_waits_until_it_is_stored_and_the_phone_knows() {
    let (mut house, exchange) = House::exchanging();
    house.apply(Intent::Home);
    assert_eq!(house.view(), View::Exchanging { trouble: None });
    house.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    let store = house.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::AsSet));
    let full = StoreTrouble::Failed(StoreError::NoAnswer);
    house.answer(&store, ActionResult::Stored(Err(full)));
    assert!(!house.at_home(), "it is nowhere else yet");
    house.now += Duration::from_secs(5);
    let store = house.order();
    house.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert_eq!(house.order().action, Action::NotifyPhone(FormOutcome::Done));
    assert_eq!(house.order().action, Action::RefreshStatus);
    assert!(house.at_home());
}

#[test]
fn leaving_waits_until_the_name_stands_beside_the_token() {
    let (mut house, poll) = House::polling();
    house.answer(&poll, approved());
    let store = house.order();
    house.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = house.order();
    house.answer(&look_up, ActionResult::TokenChecked(Ok(profile())));
    house.apply(Intent::Home);
    let remember = house.order();
    assert_eq!(remember.action, Action::Remember(ann()));
    house.answer(&remember, ActionResult::Done);
    assert!(house.at_home());
}

#[test]
fn leaving_after_a_failed_exchange_tells_the_phone_before() {
    let (mut house, exchange) = House::exchanging();
    house.apply(Intent::Home);
    let error = ExchangeError {
        why: RequestError::Rejected(Rejection::NoClientSecret),
        code: CodeState::Alive,
    };
    house.answer(&exchange, ActionResult::Exchanged(Err(error)));
    assert_eq!(
        house.order().action,
        Action::NotifyPhone(FormOutcome::Failed)
    );
    assert_eq!(house.order().action, Action::RefreshStatus);
}

#[test]
fn whoever_does_something_else_meanwhile_has_stayed() {
    for (wish, stays) in [
        (Intent::Touched, false),
        (Intent::TryNow, true),
        (Intent::Open(Service::Simkl), true),
    ] {
        let (mut house, exchange) = House::exchanging();
        house.apply(Intent::Home);
        house.apply(wish);
        let trouble = ExchangeError {
            why: Trouble::Dns.into(),
            code: CodeState::Alive,
        };
        house.answer(&exchange, ActionResult::Exchanged(Err(trouble)));
        assert_eq!(!house.at_home(), stays);
    }
}

/// The order is to store the token of this service, and nothing else is due.
fn is_stored(house: &mut House, service: Service) -> ActionRequest {
    let (of, store) = house.next_action().expect("an order is due");
    assert_eq!(store.action, Action::Store(token(), StoreChoice::AsSet));
    assert_eq!(of, service);
    assert!(house.home.is_storing());
    store
}

#[test]
fn a_token_that_comes_for_a_service_that_was_left_is_stored_at_once_whatever_is_open() {
    let (mut house, poll) = House::polling();
    house.apply(Intent::Home);
    assert!(house.home.is_storing(), "the answer may be a token");
    house.order();
    house.late_answer(&poll, Service::Simkl, approved());
    let store = is_stored(&mut house, Service::Simkl);
    assert!(house.at_home(), "nobody is taken anywhere for it");
    house.late_answer(
        &store,
        Service::Simkl,
        ActionResult::Stored(Ok(StoreLocation::Keyring)),
    );
    assert!(!house.home.is_storing());
    let again = house.order();
    assert_eq!(again.action, Action::RefreshStatus, "it is paired by now");

    let (mut house, poll) = House::polling();
    house.apply(Intent::Home);
    house.open(Service::Shikimori);
    let before = house.view();
    house.late_answer(&poll, Service::Simkl, approved());
    assert_eq!(house.view(), before, "never in another one's place");
    let store = is_stored(&mut house, Service::Simkl);
    house.late_answer(
        &store,
        Service::Simkl,
        ActionResult::Stored(Ok(StoreLocation::Keyring)),
    );
    assert!(matches!(house.order().action, Action::Begin(_)));
    house.nothing_is_due();
}

#[test]
fn a_poll_that_brings_nothing_is_the_end_of_a_service_that_was_left() {
    let (mut house, poll) = House::polling();
    house.apply(Intent::Home);
    house.order();
    house.late_answer(
        &poll,
        Service::Simkl,
        ActionResult::Polled(Ok(PollOutcome::Pending)),
    );
    assert!(!house.home.is_storing());
    house.now += Duration::from_mins(10);
    house.nothing_is_due();
    assert_eq!(house.home.next_deadline(), None);
}

#[test]
fn a_service_that_is_opened_again_while_its_poll_is_under_way_goes_on() {
    let (mut house, poll) = House::polling();
    let before = house.view();
    house.apply(Intent::Home);
    house.apply(Intent::Open(Service::Simkl));
    assert_eq!(house.view(), before, "the same code");
    house.nothing_is_due();
    house.answer(&poll, approved());
    is_stored(&mut house, Service::Simkl);
    assert_eq!(house.view(), View::Storing);
}

#[test]
fn a_token_that_is_late_and_cannot_be_stored_is_told_and_tried_again() {
    let (mut house, poll) = House::polling();
    house.apply(Intent::Home);
    let look = house.order();
    let found = vec![standing(Service::Simkl, ServiceState::NotPaired)];
    house.answer(&look, ActionResult::StatusRefreshed(found));
    house.late_answer(&poll, Service::Simkl, approved());
    let store = is_stored(&mut house, Service::Simkl);
    let full = StoreTrouble::Failed(StoreError::NoAnswer);
    house.late_answer(
        &store,
        Service::Simkl,
        ActionResult::Stored(Err(full.clone())),
    );
    let View::Home(standings) = house.view() else {
        panic!()
    };
    assert_eq!(standings[0].state, ServiceState::NeedsAttention);
    house.now = house.home.next_deadline().expect("it is tried again").at;
    let store = is_stored(&mut house, Service::Simkl);
    house.late_answer(
        &store,
        Service::Simkl,
        ActionResult::Stored(Err(full.clone())),
    );
    house.apply(Intent::Open(Service::Simkl));
    let cannot = View::CannotStore {
        why: full,
        trying: false,
    };
    assert_eq!(house.view(), cannot);
}

#[test]
fn the_end_waits_for_what_is_on_its_way_and_begins_nothing() {
    let (mut house, poll) = House::polling();
    house.home.end(house.now);
    assert!(house.home.is_storing());
    house.nothing_is_due();
    house.answer(&poll, approved());
    let store = is_stored(&mut house, Service::Simkl);
    house.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert!(!house.home.is_storing());
    house.nothing_is_due();

    for nothing in [PollOutcome::Pending, PollOutcome::CodeGone(None)] {
        let (mut house, poll) = House::polling();
        house.home.end(house.now);
        house.answer(&poll, ActionResult::Polled(Ok(nothing)));
        assert!(!house.home.is_storing());
        house.now += Duration::from_mins(1);
        house.nothing_is_due();
    }
    let mut house = House::new();
    house.home.end(house.now);
    house.nothing_is_due();
}

#[test]
fn the_end_tries_a_store_that_failed_once_more() {
    let (mut house, poll) = House::polling();
    house.answer(&poll, approved());
    let store = is_stored(&mut house, Service::Simkl);
    let full = StoreTrouble::Failed(StoreError::NoAnswer);
    house.answer(&store, ActionResult::Stored(Err(full.clone())));
    assert!(!house.home.is_storing(), "it is told");
    house.home.end(house.now);
    let store = is_stored(&mut house, Service::Simkl);
    house.answer(&store, ActionResult::Stored(Err(full)));
    assert!(!house.home.is_storing());
    assert!(matches!(house.view(), View::CannotStore { .. }));
}

#[test]
fn the_end_waits_for_no_store_that_fails_although_another_token_came_meanwhile() {
    let (mut house, first) = House::polling();
    house.apply(Intent::SignIn(SignInMethod::Code));
    let request = house.order();
    house.answer(&request, ActionResult::Code(Ok(code("BBBBB"))));
    house.now += Duration::from_secs(6);
    let second = house.order();
    house.home.end(house.now);
    house.answer(&first, approved());
    let store = is_stored(&mut house, Service::Simkl);
    house.answer(&second, approved());
    let full = StoreTrouble::Failed(StoreError::NoAnswer);
    house.answer(&store, ActionResult::Stored(Err(full)));
    assert!(
        matches!(house.view(), View::CannotStore { .. }),
        "both are told"
    );
    assert!(!house.home.is_storing());
}

#[test]
fn a_flow_that_worked_is_the_first_the_next_time() {
    let mut house = House::new();
    assert_eq!(house.home.flow(Service::Simkl), Some(Flow::Pin));
    house.open(Service::Simkl);
    let request = house.order();
    let nothing = ActionResult::Code(Err(refused(400)));
    house.answer(&request, nothing);
    let request = house.order();
    assert_eq!(request.action, Action::RequestCode(Flow::Device));
    let grant = DeviceAuthorization {
        device_code: Some(Secret::new("d")),
        ..code("BDWP-HQPK")
    };
    house.answer(&request, ActionResult::Code(Ok(grant)));
    assert_eq!(house.home.flow(Service::Simkl), Some(Flow::Device));
    house.apply(Intent::Home);
    house.open(Service::Simkl);
    assert_eq!(house.order().action, Action::RequestCode(Flow::Device));
    house.home.prefer(Service::Simkl, None);
    assert_eq!(
        house.home.flow(Service::Simkl),
        Some(Flow::Pin),
        "another application"
    );
}

#[test]
fn what_was_chosen_for_one_service_holds_for_those_that_are_opened_later() {
    for open_meanwhile in [None, Some(Service::Shikimori)] {
        let mut house = House::new();
        if let Some(service) = open_meanwhile {
            house.open(service);
        }
        house.apply(Intent::KeepNext(StoreChoice::InFile));
        house.apply(Intent::Renew(Unattended::AtMost(0)));
        house.apply(Intent::Home);
        house.open(Service::Simkl);
        let request = house.order();
        house.answer(&request, ActionResult::Code(Ok(code("AAAAA"))));
        house.now += Duration::from_mins(15);
        house.nothing_is_due();
        assert_eq!(house.view(), View::Resting, "not renewed");
        house.apply(Intent::Touched);
        let request = house.order();
        house.answer(&request, ActionResult::Code(Ok(code("BBBBB"))));
        house.now += Duration::from_secs(6);
        let poll = house.order();
        house.answer(&poll, approved());
        assert_eq!(
            house.order().action,
            Action::Store(token(), StoreChoice::InFile)
        );
    }
}

#[test]
fn a_page_is_let_go_with_its_service() {
    let mut house = House::new();
    house.open(Service::Shikimori);
    let begin = house.order();
    let waits = ActionResult::SignInStarted(Ok(begun(CodeSource::Phone(page()))));
    house.answer(&begin, waits);
    assert!(house.home.needs(begin.ticket));
    assert!(house.home.next_deadline().is_some());
    house.apply(Intent::Home);
    assert!(!house.home.needs(begin.ticket));
    let code = SignInEvent::Code(carried_code("a"));
    house.home.event(begin.ticket, code, house.now);
    assert!(house.at_home());
}

#[test]
fn a_browser_needs_a_port_only_where_the_flow_that_works_compares_it() {
    let in_browser = |worked, redirect_port| {
        let simkl = Plan {
            flows: vec![Flow::Pin, Flow::Device],
            redirect_port,
            ..plan(&[SignInMethod::Code, SignInMethod::Browser], false)
        };
        let now = Instant::now();
        let mut home = Home::new(vec![(Service::Simkl, simkl)], Some(Service::Simkl), now);
        home.prefer(Service::Simkl, worked);
        let mut house = House { home, now };
        let load = house.order();
        house.answer(&load, ActionResult::Loaded(Ok(None)));
        let address = house.home.scene().registered_address;
        house.apply(Intent::SignIn(SignInMethod::Browser));
        let order = house.order().action;
        (address, order == Action::Begin(SignInMethod::Browser))
    };
    let (open, fixed) = (LOOPBACK.to_owned(), loopback(8765));
    for (worked, port, address) in [
        (Some(Flow::Device), None, Some(&open)),
        (Some(Flow::Device), Some(8765), Some(&open)),
        (Some(Flow::Pin), Some(8765), Some(&fixed)),
        (Some(Flow::Pin), None, None),
        (None, None, None),
    ] {
        let expected = (address.cloned(), address.is_some());
        assert_eq!(in_browser(worked, port), expected, "{worked:?} {port:?}");
    }
}

#[test]
fn a_browser_is_offered_as_soon_as_a_code_shows_that_no_port_is_needed() {
    let mut house = House::with(&[Service::Simkl], Some(Service::Simkl));
    let load = house.order();
    house.answer(&load, ActionResult::Loaded(Ok(None)));
    let first = house.order();
    assert_eq!(first.action, Action::RequestCode(Flow::Pin));
    house.answer(&first, ActionResult::Code(Err(refused(400))));
    let second = house.order();
    let device = DeviceAuthorization {
        device_code: Some(Secret::new("device")),
        ..code("BDWP-HQPK")
    };
    house.answer(&second, ActionResult::Code(Ok(device)));
    let address = house.home.scene().registered_address;
    assert_eq!(address.as_deref(), Some(LOOPBACK));
}
