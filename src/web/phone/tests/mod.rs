//! The rules of [`FormState`], one test each. What needs HTTP is tested from outside.

mod hostile_input;

use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use url::Url;

use super::form_state::{Fields, FormError, FormState, News, OUTCOME_SHOWN, Stage};
use super::{Application, InvalidText, LONGEST, Question, TRIES};
use crate::auth::{
    AuthorizationCode, ClientCredentials, DeviceAuthorization, FormOutcome, Secret, SignInEvent,
    UserCode,
};

const NUMBER: &str = "4711";

/// 43 characters, as Shikimori shows them.
const CODE: &str = "Ab3dEf-hIjKlMnOpQrStUvWxYz0123456789_-abcdE";
const OTHER_CODE: &str = "Bb3dEf-hIjKlMnOpQrStUvWxYz0123456789_-abcdE";

fn code_question() -> Question {
    Question::Code {
        consent: Url::parse("https://shikimori.io/oauth/authorize?client_id=abc").unwrap(),
    }
}

fn client_question() -> Question {
    Question::Client {
        register: Url::parse("https://shikimori.io/oauth/applications").unwrap(),
        application: Application::WithSecret {
            name: "Couchpin".into(),
            redirect_uri: "urn:ietf:wg:oauth:2.0:oob".into(),
        },
    }
}

struct Fixture {
    form_state: FormState,
    events: mpsc::UnboundedReceiver<SignInEvent>,
    t0: Instant,
}

impl Fixture {
    fn asking(question: Question) -> Self {
        let t0 = Instant::now();
        let (tell, events) = mpsc::unbounded_channel();
        let form_state = FormState::new(question, Secret::new(NUMBER), t0 + LONGEST, tell);
        Self {
            form_state,
            events,
            t0,
        }
    }

    fn code(&mut self, number: &str, code: &str) -> Result<(), FormError> {
        self.code_at(number, code, self.t0)
    }

    fn code_at(&mut self, number: &str, code: &str, now: Instant) -> Result<(), FormError> {
        let fields = Fields {
            number: number.into(),
            code: code.into(),
            ..Fields::default()
        };
        self.form_state.submit(&fields, false, now)
    }

    fn client(&mut self, id: &str, secret: &str) -> Result<(), FormError> {
        let fields = Fields {
            number: NUMBER.into(),
            id: id.into(),
            secret: secret.into(),
            ..Fields::default()
        };
        self.form_state.submit(&fields, false, self.t0)
    }

    fn events(&mut self) -> Vec<SignInEvent> {
        std::iter::from_fn(|| self.events.try_recv().ok()).collect()
    }
}

/// What a browser sends in which the right number was typed before.
fn known(code: &str) -> Fields {
    Fields {
        code: code.into(),
        ..Fields::default()
    }
}

fn taken(code: &str) -> SignInEvent {
    SignInEvent::Code(AuthorizationCode::typed(code).unwrap())
}

#[test]
fn a_code_beside_the_right_number_is_taken() {
    let mut page = Fixture::asking(code_question());
    assert_eq!(page.code(NUMBER, &format!("  {CODE}\n")), Ok(()));
    assert_eq!(page.events(), [taken(CODE)]);
}

#[test]
fn the_first_look_is_told_once() {
    let mut page = Fixture::asking(code_question());
    page.form_state.view(page.t0);
    page.form_state.view(page.t0);
    assert_eq!(page.events(), [SignInEvent::Opened]);
}

#[test]
fn a_second_value_is_refused_until_something_is_asked_again() {
    let mut page = Fixture::asking(code_question());
    assert_eq!(page.code(NUMBER, CODE), Ok(()));
    assert_eq!(page.code(NUMBER, OTHER_CODE), Err(FormError::NotAsked));
    assert_eq!(page.events(), [taken(CODE)]);
    page.form_state.finish(FormOutcome::Refused, page.t0);
    assert_eq!(page.form_state.news, News::Refused);
    assert_eq!(page.code(NUMBER, OTHER_CODE), Ok(()));
    page.form_state.ask(client_question());
    assert_eq!(page.form_state.news, News::None);
    assert_eq!(page.client("id", "secret"), Ok(()));
}

#[test]
fn five_wrong_numbers_close_the_page_for_good() {
    let mut page = Fixture::asking(code_question());
    for left in (1..TRIES).rev() {
        let wrong = Err(FormError::WrongNumber { left });
        assert_eq!(page.code("4712", CODE), wrong);
    }
    assert_eq!(page.code("4712", CODE), Err(FormError::NotAsked));
    assert_eq!(page.form_state.view(page.t0), Stage::Closed);
    assert_eq!(page.code(NUMBER, CODE), Err(FormError::NotAsked));
    page.form_state.ask(code_question());
    page.form_state.finish(FormOutcome::Refused, page.t0);
    page.form_state.finish(FormOutcome::Done, page.t0);
    assert_eq!(page.form_state.view(page.t0), Stage::Closed);
    let wrong = (1..=TRIES).map(SignInEvent::WrongNumber);
    let told: Vec<_> = wrong
        .chain([SignInEvent::Closed, SignInEvent::Opened])
        .collect();
    assert_eq!(page.events(), told);
}

#[test]
fn wrong_numbers_count_over_all_questions() {
    let mut page = Fixture::asking(code_question());
    for _ in 1..TRIES {
        page.code("0000", CODE).unwrap_err();
    }
    assert_eq!(page.code(NUMBER, CODE), Ok(()));
    page.form_state.ask(client_question());
    assert_eq!(page.code("0000", ""), Err(FormError::NotAsked));
    assert_eq!(page.form_state.view(page.t0), Stage::Closed);
}

#[test]
fn a_browser_in_which_the_number_was_typed_needs_it_no_more() {
    let mut page = Fixture::asking(client_question());
    assert_eq!(page.client("id", "secret"), Ok(()));
    page.form_state.ask(code_question());
    let without = page.form_state.submit(&known(CODE), false, page.t0);
    assert_eq!(without, Err(FormError::NoNumber));
    let cut_off = page.form_state.submit(&known("code"), true, page.t0);
    assert_eq!(cut_off, Err(FormError::InvalidText(InvalidText::CutOff)));
    let sent = page.form_state.submit(&known(CODE), true, page.t0);
    assert_eq!(sent, Ok(()));
    assert_eq!(page.events()[1..], [taken(CODE)]);
}

#[test]
fn a_page_that_is_over_takes_nothing_from_a_known_browser_either() {
    let mut page = Fixture::asking(code_question());
    for _ in 0..TRIES {
        page.code("4712", CODE).unwrap_err();
    }
    let closed = page.form_state.submit(&known(CODE), true, page.t0);
    assert_eq!(closed, Err(FormError::NotAsked));
    let mut page = Fixture::asking(code_question());
    let late = page
        .form_state
        .submit(&known(CODE), true, page.t0 + LONGEST);
    assert_eq!(late, Err(FormError::NotAsked));
}

#[test]
fn what_is_no_number_is_no_try() {
    let mut page = Fixture::asking(code_question());
    for typed in ["", "471", "47110", "four", "47 1x", "-471", "4711 4711"] {
        let reply = page.code(typed, CODE);
        assert_eq!(reply, Err(FormError::NoNumber), "{typed}");
    }
    assert_eq!(page.events(), []);
}

#[test]
fn a_number_is_read_as_a_keyboard_may_write_it() {
    for typed in [" 4711 ", "47 11", "４７１１"] {
        let mut page = Fixture::asking(code_question());
        assert_eq!(page.code(typed, CODE), Ok(()), "{typed}");
    }
}

#[test]
fn a_code_that_was_cut_off_is_told_and_costs_nothing() {
    let mut page = Fixture::asking(code_question());
    for (code, why) in [("code", InvalidText::CutOff), (" \n", InvalidText::Missing)] {
        for _ in 0..10 {
            let reply = page.code(NUMBER, code);
            assert_eq!(reply, Err(FormError::InvalidText(why)));
        }
    }
    assert_eq!(page.code(NUMBER, CODE), Ok(()));
    assert_eq!(page.events(), [taken(CODE)]);
}

#[test]
fn beside_a_wrong_number_it_is_not_told_whether_the_code_has_the_right_shape() {
    let mut page = Fixture::asking(code_question());
    let reply = page.code("0000", "code");
    assert_eq!(reply, Err(FormError::WrongNumber { left: 4 }));
}

#[test]
fn client_id_and_secret_are_two_texts_without_gaps() {
    let mut page = Fixture::asking(client_question());
    let long = "x".repeat(201);
    for (id, secret, why) in [
        ("", "secret", InvalidText::Missing),
        ("id", "  ", InvalidText::Missing),
        ("same", " same", InvalidText::Same),
        ("an id", "secret", InvalidText::Strange),
        ("id", "sécret", InvalidText::Strange),
        ("id", &long, InvalidText::Strange),
    ] {
        let reply = page.client(id, secret);
        assert_eq!(reply, Err(FormError::InvalidText(why)), "{id} {secret}");
    }
    assert_eq!(page.client(" id\n", " secret "), Ok(()));
    let (id, secret) = ("id".to_owned(), Some(Secret::new("secret")));
    let answer = SignInEvent::Client(ClientCredentials { id, secret });
    assert_eq!(page.events(), [answer]);
}

#[test]
fn after_the_deadline_nothing_is_taken() {
    let mut page = Fixture::asking(code_question());
    let deadline = page.t0 + LONGEST;
    let reply = page.code_at(NUMBER, CODE, deadline);
    assert_eq!(reply, Err(FormError::NotAsked));
    assert_eq!(page.form_state.view(deadline), Stage::Over);
    assert_eq!(page.events(), [SignInEvent::TimeOver, SignInEvent::Opened]);
}

#[test]
fn the_deadline_is_told_without_any_request_and_the_page_ends_after_it() {
    let mut page = Fixture::asking(code_question());
    let deadline = page.t0 + LONGEST;
    assert_eq!(page.form_state.next(false, page.t0), Some(deadline));
    assert_eq!(
        page.form_state.next(false, deadline),
        Some(deadline + OUTCOME_SHOWN)
    );
    assert_eq!(page.events(), [SignInEvent::TimeOver]);
    assert_eq!(page.form_state.next(false, deadline + OUTCOME_SHOWN), None);
}

#[test]
fn a_page_ends_with_the_televisions_screen() {
    let mut page = Fixture::asking(code_question());
    assert_eq!(page.form_state.next(true, page.t0), None);
    page.code(NUMBER, CODE).unwrap();
    assert_eq!(page.form_state.next(true, page.t0), None);
}

#[test]
fn an_outcome_stays_for_a_moment_after_the_televisions_screen() {
    for (outcome, stage) in [
        (FormOutcome::Done, Stage::Finished(FormOutcome::Done)),
        (FormOutcome::Failed, Stage::Finished(FormOutcome::Failed)),
    ] {
        let mut page = Fixture::asking(code_question());
        page.code(NUMBER, CODE).unwrap();
        let now = page.t0 + Duration::from_secs(5);
        page.form_state.finish(outcome, now);
        assert_eq!(page.form_state.view(now), stage);
        assert_eq!(page.form_state.next(true, now), Some(now + OUTCOME_SHOWN));
        assert_eq!(page.form_state.next(true, now + OUTCOME_SHOWN), None);
    }
}

/// A code of Simkl's, as a television shows it.
fn device_code(text: &str) -> DeviceAuthorization {
    let page = Url::parse("https://simkl.com/pin").unwrap();
    DeviceAuthorization {
        user_code: UserCode::parse(text).unwrap(),
        device_code: Some(Secret::new("device-code")),
        verification_uri_complete: page.join(&format!("?user_code={text}")).unwrap(),
        verification_uri: page,
        expires_in: Duration::from_mins(15),
        interval: Duration::from_secs(5),
    }
}

fn approving(text: &str) -> Stage {
    Stage::Approving(Box::new(device_code(text)))
}

#[test]
fn after_a_set_up_the_page_goes_on_to_each_code_until_the_outcome() {
    let mut page = Fixture::asking(client_question());
    assert_eq!(page.form_state.step(), Some(1));
    page.form_state.show_code(&device_code("AAAA-BBBB"));
    let stage = page.form_state.view(page.t0);
    assert_eq!(stage, Stage::Asking, "nothing was taken yet");
    page.client("id", "secret").unwrap();
    for code in ["AAAA-BBBB", "CCCC-DDDD"] {
        page.form_state.show_code(&device_code(code));
        assert_eq!(page.form_state.view(page.t0), approving(code));
    }
    assert_eq!(page.form_state.step(), Some(2));
    assert_eq!(page.client("id", "secret"), Err(FormError::NotAsked));
    page.form_state.finish(FormOutcome::Done, page.t0);
    let done = Stage::Finished(FormOutcome::Done);
    assert_eq!(page.form_state.view(page.t0), done);
    page.form_state.show_code(&device_code("EEEE-FFFF"));
    assert_eq!(page.form_state.view(page.t0), done);
}

#[test]
fn a_page_beside_a_code_ends_with_its_time_and_costs_the_sign_in_nothing() {
    let mut page = Fixture::asking(client_question());
    page.client("id", "secret").unwrap();
    page.form_state.show_code(&device_code("AAAA-BBBB"));
    let deadline = page.t0 + LONGEST;
    assert_eq!(page.form_state.next(false, page.t0), Some(deadline));
    page.events();
    let shown = Some(deadline + OUTCOME_SHOWN);
    assert_eq!(page.form_state.next(false, deadline), shown);
    let set_up = Stage::Finished(FormOutcome::SetUp);
    assert_eq!(page.form_state.view(deadline), set_up);
    assert_eq!(page.events(), [SignInEvent::TimeOver, SignInEvent::Opened]);
    assert_eq!(page.form_state.next(false, deadline + OUTCOME_SHOWN), None);
}

#[test]
fn what_was_given_does_not_print() {
    let mut page = Fixture::asking(code_question());
    page.code(NUMBER, &CODE.replace("Ab3dEf", "canary"))
        .unwrap();
    page.form_state.ask(client_question());
    page.client("id", "canary-secret").unwrap();
    page.form_state.show_code(&device_code("canary"));
    let stage = format!("{:?}", page.form_state.view(page.t0));
    assert!(!stage.contains("canary"), "{stage}");
    let printed = format!("{:?}", page.events());
    assert!(printed.contains("redacted") && !printed.contains("canary"));
}
