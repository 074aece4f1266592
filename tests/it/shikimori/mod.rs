//! Shikimori's sign-in against a real Doorkeeper: the code on the page, what a failure leaves of it, freshness with
//! rotation, several programs at once, the end, and `couchpin pair`. Needs ruby-doorkeeper, ruby-rails, ruby-sqlite3 and puma (Debian).

mod carried;
mod fixture;
mod fresh;
mod loopback;
mod set_up;
mod shell;
mod television;

use couchpin::auth::{
    AuthorizationCode, CodeState, OUT_OF_BAND, Rejection, RequestError, SignIn, Trouble,
    TypedCodeError,
};
use couchpin::services::provider::{Provider, Settings};

use crate::support::{Doorkeeper, PlainBrowser, code_in, now};

const REDIRECT: &str = "http://127.0.0.1:8765/callback";

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_person_signs_in_with_the_code_on_the_page() {
    let doorkeeper = Doorkeeper::start();
    let client = doorkeeper.client();
    let sign_in = now(client.begin(None, OUT_OF_BAND)).unwrap();
    let browser = &mut PlainBrowser::default();
    let shown = Doorkeeper::approve(&sign_in, browser);
    assert_eq!(shown.url.path(), "/oauth/authorize/native");
    let (_, text) = shown.body.split_once("authorization_code\">").unwrap();
    let text = text.split('<').next().unwrap();
    let code = AuthorizationCode::typed(text).unwrap();
    assert_eq!(
        AuthorizationCode::typed(shown.url.as_str()),
        Ok(code.clone())
    );
    let older = doorkeeper
        .url
        .join(&format!("/oauth/authorize/{text}"))
        .unwrap();
    assert_eq!(AuthorizationCode::typed(older.as_str()), Ok(code.clone()));

    let token = now(client.exchange(&sign_in, &code)).unwrap();
    assert_eq!(token.scope.as_deref(), Some("user_rates"));
    assert_eq!(token.expires_in.unwrap().as_secs(), 86_400);
    assert!(token.refresh_token.is_some() && !token.lacks_scope);
    assert_eq!(now(client.account(&token)).unwrap().account.name, "Ann");
    // The same person in the same browser is not asked again.
    let again = browser.open(&now(client.begin(None, OUT_OF_BAND)).unwrap().address);
    assert!(
        AuthorizationCode::typed(again.url.as_str()).is_ok(),
        "{again:?}"
    );
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn half_a_code_spends_no_request_and_a_no_is_seen_where_it_can_be() {
    let doorkeeper = Doorkeeper::start();
    let (_, code) = doorkeeper.code();
    let half = &code.expose().replace('-', "_")[..20];
    let length = 20;
    assert_eq!(
        AuthorizationCode::typed(half),
        Err(TypedCodeError::CutAtHyphen { length })
    );
    assert_eq!(doorkeeper.requests(), [""; 0]);

    let sign_in = now(doorkeeper.client().begin(None, REDIRECT)).unwrap();
    let browser = &mut PlainBrowser::default();
    let entrance = browser.open(&sign_in.address);
    let question = browser.send(&entrance, 0, &[("nickname", "Ann")]);
    let back = browser.send(&question, 1, &[]);
    assert!(back.url.as_str().starts_with(REDIRECT), "{back:?}");
    let denied = sign_in.redirected(back.url.query().unwrap());
    assert_eq!(denied, Some(couchpin::auth::SignInEvent::Denied));
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_registered_address_on_this_computer_gets_code_and_state() {
    let doorkeeper = Doorkeeper::start();
    let client = doorkeeper.client();
    let sign_in = now(client.begin(None, REDIRECT)).unwrap();
    let back = Doorkeeper::approve(&sign_in, &mut PlainBrowser::default());
    assert!(back.url.as_str().starts_with(REDIRECT), "{back:?}");
    let code = code_in(&sign_in, back.url.query().unwrap());
    let token = now(client.exchange(&sign_in, &code)).unwrap();
    assert_eq!(now(client.account(&token)).unwrap().account.name, "Ann");
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn whatever_fails_before_there_is_a_token_leaves_the_code_alive() {
    let doorkeeper = Doorkeeper::start();
    let (sign_in, code) = doorkeeper.code();
    let failure_of = |client: &Provider, sign_in: &SignIn| {
        let error = now(client.exchange(sign_in, &code)).unwrap_err();
        doorkeeper.assert_no_secret_in(&format!("{error} {error:?}"));
        (error.why, error.code)
    };
    let failure = |client: &Provider| failure_of(client, &sign_in);
    let wrong = |settings: Settings| Provider::new(settings).unwrap();
    let client = doorkeeper.client();
    let refused = RequestError::Rejected(Rejection::ClientSecret {
        error: "invalid_client".into(),
    });
    let secret = wrong(doorkeeper.settings("another"));
    assert_eq!(failure(&secret), (refused.clone(), CodeState::Alive));
    let id = SignIn {
        client_id: "another".into(),
        ..sign_in.clone()
    };
    assert_eq!(failure_of(&client, &id), (refused, CodeState::Alive));
    doorkeeper.fault("busy");
    assert_eq!(failure(&client), (Trouble::Busy.into(), CodeState::Alive));
    doorkeeper.fault("guard");
    assert_eq!(failure(&client), (Trouble::Portal.into(), CodeState::Alive));
    let nowhere = wrong(Settings {
        api_url: "http://127.0.0.1:9".parse().unwrap(),
        ..doorkeeper.settings("canary-secret")
    });
    let unreachable = (Trouble::Unreachable.into(), CodeState::Uncertain);
    assert_eq!(failure(&nowhere), unreachable);
    assert!(
        now(client.exchange(&sign_in, &code)).is_ok(),
        "it is still good"
    );
    let spent = (RequestError::Rejected(Rejection::Code), CodeState::Spent);
    assert_eq!(failure(&client), spent);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_lost_answer_takes_the_code_with_it_and_the_next_attempt_says_so() {
    let doorkeeper = Doorkeeper::start();
    let client = doorkeeper.client();
    let (sign_in, code) = doorkeeper.code();
    doorkeeper.fault("lost");
    let lost = now(client.exchange(&sign_in, &code)).unwrap_err();
    assert_eq!(lost.why, Trouble::Unreachable.into());
    assert_eq!(lost.code, CodeState::Uncertain);
    let gone = now(client.exchange(&sign_in, &code)).unwrap_err();
    assert_eq!(gone.why, RequestError::Rejected(Rejection::Code));
    assert_eq!(gone.code, CodeState::Spent);
    assert_eq!(
        doorkeeper.requests(),
        [
            "POST /oauth/token authorization_code 200",
            "POST /oauth/token authorization_code 400"
        ]
    );
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_code_that_was_carried_for_too_long_is_refused() {
    let doorkeeper = Doorkeeper::start();
    let (sign_in, code) = doorkeeper.code();
    doorkeeper.age(std::time::Duration::from_mins(31));
    let error = now(doorkeeper.client().exchange(&sign_in, &code)).unwrap_err();
    assert_eq!(error.why, RequestError::Rejected(Rejection::Code));
}
