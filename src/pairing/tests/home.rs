//! Several services, of which one is open at most (the rules in `home.rs`).

use super::sign_in::{BY_HAND, begun, carried_code, page, plan};
use super::*;
use crate::auth::{
    CodeState, ExchangeError, KeyringTrouble, LOOPBACK, Service, StoreError, loopback,
};

/// A serviceshold, and the clock it is told.
fn both() -> [Service; 2] {
    [Service::simkl(), Service::shikimori()]
}

struct Services {
    home: Home,
    now: Instant,
}

impl Services {
    fn with(services: &[Service], first: Option<Service>) -> Self {
        let plan_of = |service: &Service| match service.name() {
            "simkl" => Plan {
                flows: vec![Flow::Pin, Flow::Device],
                ..plan(&[SignInMethod::Code, SignInMethod::Browser], false)
            },
            _ => plan(BY_HAND, true),
        };
        let plans = services.iter().map(|one| (*one, plan_of(one))).collect();
        let now = Instant::now();
        let home = Home::new(plans, first, now);
        Self { home, now }
    }

    /// At all services.
    fn new() -> Self {
        Self::with(&both(), None)
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
        let mut services = Self::new();
        services.open(Service::shikimori());
        let begin = services.order();
        let waits = ActionResult::SignInStarted(Ok(begun(CodeSource::Phone(page()))));
        services.answer(&begin, waits);
        let code = SignInEvent::Code(carried_code("a"));
        services.home.event(begin.ticket, code, services.now);
        let exchange = services.order();
        assert!(matches!(exchange.action, Action::Exchange(..)));
        (services, exchange)
    }

    /// Simkl is asked whether a code was approved.
    fn polling() -> (Self, ActionRequest) {
        let mut services = Self::new();
        services.open(Service::simkl());
        let request = services.order();
        services.answer(&request, ActionResult::Code(Ok(code("AAAAA"))));
        services.now += Duration::from_secs(6);
        let poll = services.order();
        assert!(matches!(poll.action, Action::Poll(_)));
        (services, poll)
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
    let mut services = Services::with(&both(), Some(Service::shikimori()));
    assert_eq!(services.home.service, Service::shikimori());
    assert_eq!(services.view(), View::Starting);
    assert_eq!(services.order().action, Action::Load);
    services.nothing_is_due();
}

#[test]
fn a_service_that_is_not_there_cannot_be_opened() {
    let mut services = Services::with(&[Service::simkl()], Some(Service::shikimori()));
    assert!(services.at_home());
    services.apply(Intent::Open(Service::shikimori()));
    assert!(services.at_home());
    services.apply(Intent::Home);
    assert_eq!(
        services.order().action,
        Action::RefreshStatus,
        "nothing was disturbed"
    );
}

#[test]
fn another_account_is_signed_in_to_as_its_service_is_and_stands_behind_it() {
    let mut services = Services::new();
    let kids = Service::simkl().with_account("kids").unwrap();
    services.apply(Intent::Open(kids));
    assert!(!services.at_home());
    assert_eq!(services.order().action, Action::Load);
    services.apply(Intent::Home);
    let View::Home(standings) = services.view() else {
        panic!()
    };
    let shown: Vec<_> = standings.iter().map(|one| one.service).collect();
    assert_eq!(shown, [Service::simkl(), kids, Service::shikimori()]);
}

#[test]
fn how_things_stand_is_looked_at_whenever_the_person_comes_to_all_services() {
    let mut services = Services::new();
    let looking = [Service::simkl(), Service::shikimori()]
        .map(|service| standing(service, ServiceState::Looking))
        .to_vec();
    for paired in [ServiceState::NotPaired, ServiceState::Paired(Some(ann()))] {
        assert_eq!(services.view(), View::Home(looking.clone()));
        let look = services.order();
        assert_eq!(look.action, Action::RefreshStatus);
        services.nothing_is_due();
        assert_eq!(services.home.next_deadline(), None);
        let found = vec![standing(Service::simkl(), paired.clone())];
        services.answer(&look, ActionResult::StatusRefreshed(found));
        let shown = vec![
            standing(Service::simkl(), paired),
            standing(Service::shikimori(), ServiceState::NeedsAttention),
        ];
        assert_eq!(services.view(), View::Home(shown), "no answer is a bad one");
        services.nothing_is_due();
        services.open(Service::simkl());
        services.apply(Intent::Home);
    }
}

#[test]
fn what_an_older_look_found_is_dropped() {
    let mut services = Services::new();
    let old = services.order();
    services.open(Service::simkl());
    let found = |state| ActionResult::StatusRefreshed(vec![standing(Service::simkl(), state)]);
    services.answer(&old, found(ServiceState::NotPaired));
    assert!(!services.at_home());
    services.apply(Intent::Home);
    let before = services.view();
    services.answer(&old, found(ServiceState::NotPaired));
    assert_eq!(services.view(), before, "before the new look began");
    let new = services.order();
    services.answer(&old, found(ServiceState::NotPaired));
    assert_eq!(services.view(), before, "and after");
    services.answer(&new, found(ServiceState::Paired(None)));
    assert_ne!(services.view(), before);
}

#[test]
fn tickets_go_on_from_one_machine_to_the_next() {
    let mut services = Services::new();
    let mut last = services.order().ticket;
    for service in [Service::simkl(), Service::shikimori(), Service::simkl()] {
        services.apply(Intent::Open(service));
        let ticket = services.order().ticket;
        assert!(ticket > last);
        services.apply(Intent::Home);
        last = services.order().ticket;
        assert!(last > ticket);
    }
}

#[test]
fn an_answer_for_a_service_that_was_left_changes_nothing_elsewhere() {
    let (mut services, poll) = Services::polling();
    services.apply(Intent::Home);
    services.open(Service::shikimori());
    let before = services.view();
    for answer in [
        ActionResult::Polled(Ok(PollOutcome::Denied)),
        ActionResult::Loaded(Err(StoreError::Locked(KeyringTrouble::Locked))),
    ] {
        services.late_answer(&poll, Service::simkl(), answer);
        assert_eq!(services.view(), before);
    }
}

#[test]
fn a_service_is_left_at_once_when_nothing_is_on_its_way() {
    let (mut services, _) = Services::polling();
    services.apply(Intent::Home);
    assert!(services.at_home());
    assert_eq!(services.order().action, Action::RefreshStatus);
}

#[test]
fn leaving_while_a_token_is_on_its_way_waits_until_it_is_stored_and_the_phone_knows() {
    let (mut services, exchange) = Services::exchanging();
    services.apply(Intent::Home);
    assert_eq!(services.view(), View::Exchanging { trouble: None });
    services.answer(&exchange, ActionResult::Exchanged(Ok(token())));
    let store = services.order();
    assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
    let full = StoreError::NoAnswer;
    services.answer(&store, ActionResult::Stored(Err(full)));
    assert!(!services.at_home(), "it is nowhere else yet");
    services.now += Duration::from_secs(5);
    let store = services.order();
    services.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert_eq!(
        services.order().action,
        Action::NotifyPhone(FormOutcome::Done)
    );
    assert_eq!(services.order().action, Action::RefreshStatus);
    assert!(services.at_home());
}

#[test]
fn leaving_waits_until_the_name_stands_beside_the_token() {
    let (mut services, poll) = Services::polling();
    services.answer(&poll, approved());
    let store = services.order();
    services.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    let look_up = services.order();
    services.answer(&look_up, ActionResult::TokenChecked(Ok(profile())));
    services.apply(Intent::Home);
    let remember = services.order();
    assert_eq!(remember.action, Action::Remember(ann()));
    services.answer(&remember, ActionResult::Done);
    assert!(services.at_home());
}

#[test]
fn leaving_after_a_failed_exchange_tells_the_phone_before() {
    let (mut services, exchange) = Services::exchanging();
    services.apply(Intent::Home);
    let error = ExchangeError {
        why: RequestError::Rejected(Rejection::NoClientSecret),
        code: CodeState::Alive,
    };
    services.answer(&exchange, ActionResult::Exchanged(Err(error)));
    assert_eq!(
        services.order().action,
        Action::NotifyPhone(FormOutcome::Failed)
    );
    assert_eq!(services.order().action, Action::RefreshStatus);
}

#[test]
fn whoever_does_something_else_meanwhile_has_stayed() {
    for (intent, stays) in [
        (Intent::Touched, false),
        (Intent::TryNow, true),
        (Intent::Open(Service::simkl()), true),
    ] {
        let (mut services, exchange) = Services::exchanging();
        services.apply(Intent::Home);
        services.apply(intent);
        let trouble = ExchangeError {
            why: Trouble::Dns.into(),
            code: CodeState::Alive,
        };
        services.answer(&exchange, ActionResult::Exchanged(Err(trouble)));
        assert_eq!(!services.at_home(), stays);
    }
}

/// The order is to store the token of this service, and nothing else is due.
fn is_stored(services: &mut Services, service: Service) -> ActionRequest {
    let (of, store) = services.next_action().expect("an order is due");
    assert_eq!(store.action, Action::Store(token(), StoreChoice::Auto));
    assert_eq!(of, service);
    assert!(services.home.is_storing());
    store
}

#[test]
fn a_token_that_comes_for_a_service_that_was_left_is_stored_at_once_whatever_is_open() {
    let (mut services, poll) = Services::polling();
    services.apply(Intent::Home);
    assert!(services.home.is_storing(), "the answer may be a token");
    services.order();
    services.late_answer(&poll, Service::simkl(), approved());
    let store = is_stored(&mut services, Service::simkl());
    assert!(services.at_home(), "the screen stays");
    services.late_answer(
        &store,
        Service::simkl(),
        ActionResult::Stored(Ok(StoreLocation::Keyring)),
    );
    assert!(!services.home.is_storing());
    let again = services.order();
    assert_eq!(again.action, Action::RefreshStatus, "it is paired by now");

    let (mut services, poll) = Services::polling();
    services.apply(Intent::Home);
    services.open(Service::shikimori());
    let before = services.view();
    services.late_answer(&poll, Service::simkl(), approved());
    assert_eq!(services.view(), before, "never in another one's place");
    let store = is_stored(&mut services, Service::simkl());
    services.late_answer(
        &store,
        Service::simkl(),
        ActionResult::Stored(Ok(StoreLocation::Keyring)),
    );
    assert!(matches!(services.order().action, Action::Begin(_)));
    services.nothing_is_due();
}

#[test]
fn a_poll_that_brings_nothing_is_the_end_of_a_service_that_was_left() {
    let (mut services, poll) = Services::polling();
    services.apply(Intent::Home);
    services.order();
    services.late_answer(
        &poll,
        Service::simkl(),
        ActionResult::Polled(Ok(PollOutcome::Pending)),
    );
    assert!(!services.home.is_storing());
    services.now += Duration::from_mins(10);
    services.nothing_is_due();
    assert_eq!(services.home.next_deadline(), None);
}

#[test]
fn a_service_that_is_opened_again_while_its_poll_is_under_way_goes_on() {
    let (mut services, poll) = Services::polling();
    let before = services.view();
    services.apply(Intent::Home);
    services.apply(Intent::Open(Service::simkl()));
    assert_eq!(services.view(), before, "the same code");
    services.nothing_is_due();
    services.answer(&poll, approved());
    is_stored(&mut services, Service::simkl());
    assert_eq!(services.view(), View::Storing);
}

#[test]
fn a_token_that_is_late_and_cannot_be_stored_is_told_and_tried_again() {
    let (mut services, poll) = Services::polling();
    services.apply(Intent::Home);
    let look = services.order();
    let found = vec![standing(Service::simkl(), ServiceState::NotPaired)];
    services.answer(&look, ActionResult::StatusRefreshed(found));
    services.late_answer(&poll, Service::simkl(), approved());
    let store = is_stored(&mut services, Service::simkl());
    let full = StoreError::NoAnswer;
    services.late_answer(
        &store,
        Service::simkl(),
        ActionResult::Stored(Err(full.clone())),
    );
    let View::Home(standings) = services.view() else {
        panic!()
    };
    assert_eq!(standings[0].state, ServiceState::NeedsAttention);
    services.now = services.home.next_deadline().expect("it is tried again").at;
    let store = is_stored(&mut services, Service::simkl());
    services.late_answer(
        &store,
        Service::simkl(),
        ActionResult::Stored(Err(full.clone())),
    );
    services.apply(Intent::Open(Service::simkl()));
    let cannot = View::CannotStore {
        why: full,
        trying: false,
    };
    assert_eq!(services.view(), cannot);
}

#[test]
fn the_end_waits_for_what_is_on_its_way_and_begins_nothing() {
    let (mut services, poll) = Services::polling();
    services.home.end(services.now);
    assert!(services.home.is_storing());
    services.nothing_is_due();
    services.answer(&poll, approved());
    let store = is_stored(&mut services, Service::simkl());
    services.answer(&store, ActionResult::Stored(Ok(StoreLocation::Keyring)));
    assert!(!services.home.is_storing());
    services.nothing_is_due();

    for nothing in [PollOutcome::Pending, PollOutcome::CodeGone(None)] {
        let (mut services, poll) = Services::polling();
        services.home.end(services.now);
        services.answer(&poll, ActionResult::Polled(Ok(nothing)));
        assert!(!services.home.is_storing());
        services.now += Duration::from_mins(1);
        services.nothing_is_due();
    }
    let mut services = Services::new();
    services.home.end(services.now);
    services.nothing_is_due();
}

#[test]
fn the_end_tries_a_store_that_failed_once_more() {
    let (mut services, poll) = Services::polling();
    services.answer(&poll, approved());
    let store = is_stored(&mut services, Service::simkl());
    let full = StoreError::NoAnswer;
    services.answer(&store, ActionResult::Stored(Err(full.clone())));
    assert!(!services.home.is_storing(), "it is told");
    services.home.end(services.now);
    let store = is_stored(&mut services, Service::simkl());
    services.answer(&store, ActionResult::Stored(Err(full)));
    assert!(!services.home.is_storing());
    assert!(matches!(services.view(), View::CannotStore { .. }));
}

#[test]
fn the_end_waits_for_no_store_that_fails_although_another_token_came_meanwhile() {
    let (mut services, first) = Services::polling();
    services.apply(Intent::SignIn(SignInMethod::Code));
    let request = services.order();
    services.answer(&request, ActionResult::Code(Ok(code("BBBBB"))));
    services.now += Duration::from_secs(6);
    let second = services.order();
    services.home.end(services.now);
    services.answer(&first, approved());
    let store = is_stored(&mut services, Service::simkl());
    services.answer(&second, approved());
    let full = StoreError::NoAnswer;
    services.answer(&store, ActionResult::Stored(Err(full)));
    assert!(
        matches!(services.view(), View::CannotStore { .. }),
        "both are told"
    );
    assert!(!services.home.is_storing());
}

#[test]
fn a_flow_that_worked_is_the_first_the_next_time() {
    let mut services = Services::new();
    assert_eq!(services.home.flow(Service::simkl()), Some(Flow::Pin));
    services.open(Service::simkl());
    let request = services.order();
    let nothing = ActionResult::Code(Err(refused(400)));
    services.answer(&request, nothing);
    let request = services.order();
    assert_eq!(request.action, Action::RequestCode(Flow::Device));
    let grant = DeviceAuthorization {
        device_code: Some(Secret::new("d")),
        ..code("BDWP-HQPK")
    };
    services.answer(&request, ActionResult::Code(Ok(grant)));
    assert_eq!(services.home.flow(Service::simkl()), Some(Flow::Device));
    services.apply(Intent::Home);
    services.open(Service::simkl());
    assert_eq!(services.order().action, Action::RequestCode(Flow::Device));
    services.home.prefer(Service::simkl(), None);
    assert_eq!(
        services.home.flow(Service::simkl()),
        Some(Flow::Pin),
        "another application"
    );
}

#[test]
fn what_was_chosen_for_one_service_holds_for_those_that_are_opened_later() {
    for open_meanwhile in [None, Some(Service::shikimori())] {
        let mut services = Services::new();
        if let Some(service) = open_meanwhile {
            services.open(service);
        }
        services.apply(Intent::KeepNext(StoreChoice::InFile));
        services.apply(Intent::Renew(Unattended::AtMost(0)));
        services.apply(Intent::Home);
        services.open(Service::simkl());
        let request = services.order();
        services.answer(&request, ActionResult::Code(Ok(code("AAAAA"))));
        services.now += Duration::from_mins(15);
        services.nothing_is_due();
        assert_eq!(services.view(), View::Resting, "not renewed");
        services.apply(Intent::Touched);
        let request = services.order();
        services.answer(&request, ActionResult::Code(Ok(code("BBBBB"))));
        services.now += Duration::from_secs(6);
        let poll = services.order();
        services.answer(&poll, approved());
        assert_eq!(
            services.order().action,
            Action::Store(token(), StoreChoice::InFile)
        );
    }
}

#[test]
fn a_page_is_let_go_with_its_service() {
    let mut services = Services::new();
    services.open(Service::shikimori());
    let begin = services.order();
    let waits = ActionResult::SignInStarted(Ok(begun(CodeSource::Phone(page()))));
    services.answer(&begin, waits);
    assert!(services.home.needs(begin.ticket));
    assert!(services.home.next_deadline().is_some());
    services.apply(Intent::Home);
    assert!(!services.home.needs(begin.ticket));
    let code = SignInEvent::Code(carried_code("a"));
    services.home.event(begin.ticket, code, services.now);
    assert!(services.at_home());
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
        let mut home = Home::new(vec![(Service::simkl(), simkl)], Some(Service::simkl()), now);
        home.prefer(Service::simkl(), worked);
        let mut services = Services { home, now };
        let load = services.order();
        services.answer(&load, ActionResult::Loaded(Ok(None)));
        let address = services.home.scene().registered_address;
        services.apply(Intent::SignIn(SignInMethod::Browser));
        let order = services.order().action;
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
    let mut services = Services::with(&[Service::simkl()], Some(Service::simkl()));
    let load = services.order();
    services.answer(&load, ActionResult::Loaded(Ok(None)));
    let first = services.order();
    assert_eq!(first.action, Action::RequestCode(Flow::Pin));
    services.answer(&first, ActionResult::Code(Err(refused(400))));
    let second = services.order();
    let device = DeviceAuthorization {
        device_code: Some(Secret::new("device")),
        ..code("BDWP-HQPK")
    };
    services.answer(&second, ActionResult::Code(Ok(device)));
    let address = services.home.scene().registered_address;
    assert_eq!(address.as_deref(), Some(LOOPBACK));
}
