//! Several services, of which one is open at most (the rules in `home.rs`).

use super::consent::{BY_HAND, begun, carried_code, page, plan};
use super::*;
use crate::authorization::{CodeState, ExchangeError, Service, StoreError};

/// A household, and the clock it is told.
struct House {
    home: Home,
    now: Instant,
}

impl House {
    fn with(services: &[Service], first: Option<Service>) -> Self {
        let plan_of = |service: &Service| match service {
            Service::Simkl => plan(&[Way::Code, Way::Browser], false),
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

    fn order(&mut self) -> Order {
        self.home.next_order(self.now).expect("an order is due")
    }

    fn nothing_is_due(&mut self) {
        assert_eq!(self.home.next_order(self.now), None);
    }

    fn wish(&mut self, intent: Intent) {
        self.home.wish(intent, self.now);
    }

    /// The answer to an order of the service that is open.
    fn answer(&mut self, order: &Order, answer: Answer) {
        let service = self.home.service();
        self.late_answer(order, service, answer);
    }

    fn late_answer(&mut self, order: &Order, service: Service, answer: Answer) {
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
        self.wish(Intent::Open(service));
        assert_eq!(self.home.service(), service);
        let load = self.order();
        assert_eq!(load.action, Action::Load);
        self.answer(&load, Answer::Loaded(Ok(None)));
    }

    /// Shikimori's token is being asked for, and the phone waits for news.
    fn exchanging() -> (Self, Order) {
        let mut house = Self::new();
        house.open(Service::Shikimori);
        let begin = house.order();
        let waits = Answer::Begun(Ok(begun(Reception::Phone(page()))));
        house.answer(&begin, waits);
        let code = Event::Code(carried_code("a"));
        house.home.event(begin.ticket, code, house.now);
        let exchange = house.order();
        assert!(matches!(exchange.action, Action::Exchange(..)));
        (house, exchange)
    }

    /// Simkl is asked whether a code was approved.
    fn polling() -> (Self, Order) {
        let mut house = Self::new();
        house.open(Service::Simkl);
        let request = house.order();
        house.answer(&request, Answer::Code(Ok(code("AAAAA"))));
        house.now += Duration::from_secs(6);
        let poll = house.order();
        assert!(matches!(poll.action, Action::Poll(_)));
        (house, poll)
    }
}

fn approved() -> Answer {
    Answer::Polled(Ok(PollOutcome::Authorized(token())))
}

fn standing(service: Service, state: State) -> Standing {
    Standing { service, state }
}

#[test]
fn one_service_that_was_asked_for_is_open_from_the_beginning() {
    let mut house = House::with(&Service::ALL, Some(Service::Shikimori));
    assert_eq!(house.home.service(), Service::Shikimori);
    assert_eq!(house.view(), View::Starting);
    assert_eq!(house.order().action, Action::Load);
    house.nothing_is_due();
}

#[test]
fn a_service_that_is_not_there_cannot_be_opened() {
    let mut house = House::with(&[Service::Simkl], Some(Service::Shikimori));
    assert!(house.at_home());
    house.wish(Intent::Open(Service::Shikimori));
    assert!(house.at_home());
    house.wish(Intent::Home);
    assert_eq!(house.order().action, Action::Look, "nothing was disturbed");
}

#[test]
fn how_things_stand_is_looked_at_whenever_the_person_comes_to_all_services() {
    let mut house = House::new();
    let looking = [Service::Simkl, Service::Shikimori]
        .map(|service| standing(service, State::Looking))
        .to_vec();
    for paired in [State::NotPaired, State::Paired(Some(ann()))] {
        assert_eq!(house.view(), View::Home(looking.clone()));
        let look = house.order();
        assert_eq!(look.action, Action::Look);
        house.nothing_is_due();
        assert_eq!(house.home.next_deadline(), None);
        let found = vec![standing(Service::Simkl, paired.clone())];
        house.answer(&look, Answer::Looked(found));
        let shown = vec![
            standing(Service::Simkl, paired),
            standing(Service::Shikimori, State::NeedsAttention),
        ];
        assert_eq!(house.view(), View::Home(shown), "no answer is a bad one");
        house.nothing_is_due();
        house.open(Service::Simkl);
        house.wish(Intent::Home);
    }
}

#[test]
fn what_an_older_look_found_is_dropped() {
    let mut house = House::new();
    let old = house.order();
    house.open(Service::Simkl);
    let found = |state| Answer::Looked(vec![standing(Service::Simkl, state)]);
    house.answer(&old, found(State::NotPaired));
    assert!(!house.at_home());
    house.wish(Intent::Home);
    let before = house.view();
    house.answer(&old, found(State::NotPaired));
    assert_eq!(house.view(), before, "before the new look began");
    let new = house.order();
    house.answer(&old, found(State::NotPaired));
    assert_eq!(house.view(), before, "and after");
    house.answer(&new, found(State::Paired(None)));
    assert_ne!(house.view(), before);
}

#[test]
fn tickets_go_on_from_one_machine_to_the_next() {
    let mut house = House::new();
    let mut last = house.order().ticket;
    for service in [Service::Simkl, Service::Shikimori, Service::Simkl] {
        house.wish(Intent::Open(service));
        let ticket = house.order().ticket;
        assert!(ticket > last);
        house.wish(Intent::Home);
        last = house.order().ticket;
        assert!(last > ticket);
    }
}

#[test]
fn an_answer_for_a_service_that_was_left_changes_nothing_elsewhere() {
    let (mut house, poll) = House::polling();
    house.wish(Intent::Home);
    house.open(Service::Shikimori);
    let before = house.view();
    for answer in [
        Answer::Polled(Ok(PollOutcome::Denied)),
        Answer::Loaded(Err(StoreTrouble::Locked)),
    ] {
        house.late_answer(&poll, Service::Simkl, answer);
        assert_eq!(house.view(), before);
    }
}

#[test]
fn a_service_is_left_at_once_when_nothing_is_on_its_way() {
    let (mut house, _) = House::polling();
    house.wish(Intent::Home);
    assert!(house.at_home());
    assert_eq!(house.order().action, Action::Look);
}

#[test]
fn leaving_while_a_token_is_on_its_way_waits_until_it_is_stored_and_the_phone_knows() {
    let (mut house, exchange) = House::exchanging();
    house.wish(Intent::Home);
    assert_eq!(house.view(), View::Exchanging { trouble: None });
    house.answer(&exchange, Answer::Exchanged(Ok(token())));
    let store = house.order();
    assert_eq!(store.action, Action::Store(token(), Keep::AsSet));
    let full = StoreTrouble::Failed(StoreError::NoAnswer);
    house.answer(&store, Answer::Stored(Err(full)));
    assert!(!house.at_home(), "it is nowhere else yet");
    house.now += Duration::from_secs(5);
    let store = house.order();
    house.answer(&store, Answer::Stored(Ok(Place::Keyring)));
    assert_eq!(house.order().action, Action::TellPhone(Told::Done));
    assert_eq!(house.order().action, Action::Look);
    assert!(house.at_home());
}

#[test]
fn leaving_waits_until_the_name_stands_beside_the_token() {
    let (mut house, poll) = House::polling();
    house.answer(&poll, approved());
    let store = house.order();
    house.answer(&store, Answer::Stored(Ok(Place::Keyring)));
    let look_up = house.order();
    house.answer(&look_up, Answer::LookedUp(Ok(profile())));
    house.wish(Intent::Home);
    let remember = house.order();
    assert_eq!(remember.action, Action::Remember(ann()));
    house.answer(&remember, Answer::Remembered);
    assert!(house.at_home());
}

#[test]
fn leaving_after_a_failed_exchange_tells_the_phone_before() {
    let (mut house, exchange) = House::exchanging();
    house.wish(Intent::Home);
    let error = ExchangeError {
        why: RequestError::Rejected(Rejection::NoClientSecret),
        code: CodeState::Alive,
    };
    house.answer(&exchange, Answer::Exchanged(Err(error)));
    assert_eq!(house.order().action, Action::TellPhone(Told::Failed));
    assert_eq!(house.order().action, Action::Look);
}

#[test]
fn whoever_does_something_else_meanwhile_has_stayed() {
    for (wish, stays) in [
        (Intent::Touched, false),
        (Intent::TryNow, true),
        (Intent::Open(Service::Simkl), true),
    ] {
        let (mut house, exchange) = House::exchanging();
        house.wish(Intent::Home);
        house.wish(wish);
        let trouble = ExchangeError {
            why: Trouble::Dns.into(),
            code: CodeState::Alive,
        };
        house.answer(&exchange, Answer::Exchanged(Err(trouble)));
        assert_eq!(!house.at_home(), stays);
    }
}

#[test]
fn a_token_that_comes_for_a_service_that_was_left_is_stored_there() {
    let (mut house, poll) = House::polling();
    house.wish(Intent::Home);
    house.late_answer(&poll, Service::Simkl, approved());
    assert_eq!(house.order().action, Action::Store(token(), Keep::AsSet));
    assert_eq!(house.home.service(), Service::Simkl);

    let (mut house, poll) = House::polling();
    house.wish(Intent::Home);
    house.open(Service::Shikimori);
    let before = house.view();
    house.late_answer(&poll, Service::Simkl, approved());
    assert_eq!(house.view(), before, "never in another one's place");
    assert!(matches!(house.order().action, Action::Begin(_)));
    house.wish(Intent::Home);
    let store = house.order();
    assert_eq!(store.action, Action::Store(token(), Keep::AsSet));
    assert_eq!(house.home.service(), Service::Simkl);
    house.answer(&store, Answer::Stored(Ok(Place::Keyring)));
    house.wish(Intent::Home);
    assert!(house.at_home(), "once");

    let (mut house, poll) = House::polling();
    house.wish(Intent::Home);
    house.open(Service::Simkl);
    house.late_answer(&poll, Service::Simkl, approved());
    assert_eq!(house.order().action, Action::Store(token(), Keep::AsSet));
}

#[test]
fn what_was_chosen_for_one_service_holds_for_those_that_are_opened_later() {
    for open_meanwhile in [None, Some(Service::Shikimori)] {
        let mut house = House::new();
        if let Some(service) = open_meanwhile {
            house.open(service);
        }
        house.wish(Intent::KeepNext(Keep::InFile));
        house.wish(Intent::Renew(Unattended::AtMost(0)));
        house.wish(Intent::Home);
        house.open(Service::Simkl);
        let request = house.order();
        house.answer(&request, Answer::Code(Ok(code("AAAAA"))));
        house.now += Duration::from_mins(15);
        house.nothing_is_due();
        assert_eq!(house.view(), View::Resting, "not renewed");
        house.wish(Intent::Touched);
        let request = house.order();
        house.answer(&request, Answer::Code(Ok(code("BBBBB"))));
        house.now += Duration::from_secs(6);
        let poll = house.order();
        house.answer(&poll, approved());
        assert_eq!(house.order().action, Action::Store(token(), Keep::InFile));
    }
}

#[test]
fn a_page_is_let_go_with_its_service() {
    let mut house = House::new();
    house.open(Service::Shikimori);
    let begin = house.order();
    let waits = Answer::Begun(Ok(begun(Reception::Phone(page()))));
    house.answer(&begin, waits);
    assert_eq!(house.home.reception(), Some(begin.ticket));
    assert!(house.home.next_deadline().is_some());
    house.wish(Intent::Home);
    assert_eq!(house.home.reception(), None);
    let code = Event::Code(carried_code("a"));
    house.home.event(begin.ticket, code, house.now);
    assert!(house.at_home());
}
