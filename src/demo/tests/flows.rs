//! Both flows and the account behind them: what is answered to whom, and when.

use super::*;
use crate::demo::memory::{Memory, PinPoll};

#[tokio::test]
async fn a_pin_is_pending_until_approved_and_gone_once_its_token_is_handed_out() {
    let phone = pin();
    let made = phone.get("oauth/pin").await.1;
    let page = phone.standin.pin_page().to_string();
    assert_eq!(made["result"], "OK");
    assert_eq!(made["device_code"], "DEVICE_CODE");
    assert_eq!(made["verification_uri"], page);
    assert_eq!(made["verification_url"], format!("{page}/"));
    assert_eq!(
        (&made["expires_in"], &made["interval"]),
        (&900.into(), &5.into())
    );
    let code = text(&made, "user_code");
    assert_eq!(code.len(), 5);

    let pending = serde_json::json!({"result": "KO", "message": "Authorization pending"});
    assert_eq!(phone.poll(&code).await, pending);
    assert_eq!(phone.standin.codes(), [code.as_str()]);
    assert!(phone.standin.approve(&code));
    let token = text(&phone.poll(&code).await, "access_token");
    assert!(token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()));

    let another = phone.poll(&code).await;
    assert_eq!(another["device_code"], "DEVICE_CODE");
    assert_ne!(another["user_code"], code);
    assert_eq!(phone.standin.approve_all(), 1);
    let again = phone.poll(&text(&another, "user_code")).await;
    assert_eq!(
        text(&again, "access_token"),
        token,
        "one token for one program"
    );
}

#[tokio::test]
async fn a_pin_must_be_polled_exactly_as_it_was_given() {
    let phone = pin();
    let code = phone.pin_code().await;
    assert!(phone.standin.approve(&code));
    let other = phone.poll(&code.to_lowercase()).await;
    assert_eq!(other["device_code"], "DEVICE_CODE");
    assert_eq!(
        phone.poll(&code).await["access_token"]
            .as_str()
            .unwrap()
            .len(),
        64
    );
}

#[tokio::test]
async fn declining_a_pin_leaves_it_pending() {
    let phone = pin();
    let code = phone.pin_code().await;
    assert_eq!(phone.press("decline", &code).await, 200);
    assert_eq!(phone.poll(&code).await["result"], "KO");
    assert!(phone.standin.decline(&code) && phone.standin.approve(&code));
    assert!(!phone.standin.decline(&code));
}

#[test]
fn a_code_dies_at_the_end_of_its_life_approved_or_not() {
    let (mut memory, t0) = (Memory::new(Options::default()), clock::now());
    let code = memory.make_code("me", "", "", t0).user_code;
    let last = t0 + Duration::from_millis(899_999);
    assert!(matches!(
        memory.poll_pin(&code, "me", last),
        PinPoll::Pending
    ));
    assert!(memory.approve(&code, last));
    let late = t0 + Duration::from_mins(15);
    assert!(matches!(memory.poll_pin(&code, "me", late), PinPoll::Gone));
    assert!(memory.waiting(late).is_empty());
}

#[tokio::test]
async fn programs_that_simkl_does_not_know_are_refused() {
    let phone = phone(Options {
        client_id: Some("someone else".into()),
        ..Options::default()
    });
    for path in ["oauth/pin", "oauth/pin/BCDFG", "users/settings"] {
        let (status, body) = phone.get(path).await;
        assert_eq!(status, 412, "{path}");
        assert_eq!(
            (&body["error"], &body["code"]),
            (&"client_id_failed".into(), &412.into())
        );
        assert!(body["message"].is_string());
    }
    assert_eq!(phone.get("oauth/other").await.0, 404);
}

#[tokio::test]
async fn each_flow_refuses_the_clients_of_the_other() {
    let (status, body) = device().get("oauth/pin").await;
    assert_eq!(
        (status, &body["error"]),
        (StatusCode::BAD_REQUEST, &"unauthorized_client".into())
    );
    let (status, body) = pin().post("oauth2/device", &[("client_id", "me")]).await;
    assert_eq!(
        (status, &body["error"]),
        (StatusCode::UNAUTHORIZED, &"invalid_client".into())
    );
}

#[tokio::test]
async fn a_device_grant_is_polled_refreshed_and_revoked() {
    let phone = device();
    let made = phone.device_code("media:read media:write").await;
    let code = text(&made, "user_code");
    let complete = format!("{}?user_code={code}", phone.standin.pin_page());
    assert_eq!(made["verification_uri_complete"], complete);
    assert!(code.len() == 9 && code.as_bytes()[4] == b'-');

    let secret = text(&made, "device_code");
    let (status, pending) = phone.poll_device(&secret).await;
    assert_eq!(
        (status, &pending["error"]),
        (StatusCode::BAD_REQUEST, &"authorization_pending".into())
    );
    assert!(phone.standin.approve(&code));
    let (status, token) = phone.poll_device(&secret).await;
    assert_eq!(status, 200);
    assert_eq!(token["scope"], "media:read media:write");
    assert_eq!(token["expires_in"], 604_800);
    assert_eq!(phone.poll_device(&secret).await.1["error"], "invalid_grant");

    let (first, refresh) = (text(&token, "access_token"), text(&token, "refresh_token"));
    assert_eq!(phone.settings(&first).await.1["user"]["name"], "Ann");
    let second = text(&phone.refresh(&refresh).await.1, "access_token");
    assert_eq!(phone.settings(&first).await.0, 401);
    assert_eq!(phone.settings(&second).await.1["account"]["id"], 4242);

    for _ in 0..2 {
        assert_eq!(
            phone.post("oauth2/revoke", &[("token", &refresh)]).await.0,
            200
        );
    }
    assert_eq!(phone.settings(&second).await.0, 401);
    assert_eq!(phone.refresh(&refresh).await.1["error"], "invalid_grant");
}

#[tokio::test]
async fn a_declined_device_is_told() {
    let phone = device();
    let made = phone.device_code("media:read").await;
    assert_eq!(phone.press("decline", &text(&made, "user_code")).await, 200);
    let answer = phone.poll_device(&text(&made, "device_code")).await.1;
    assert_eq!(answer["error"], "access_denied");
}

#[test]
fn a_misspelt_scope_silently_yields_a_token_that_only_reads() {
    let t0 = clock::now();
    let options = Options {
        flow: Flow::Device,
        ..Options::default()
    };
    for (asked, granted) in [
        ("", "media:read"),
        ("Media:Write", "media:read"),
        ("media:write", "media:write"),
    ] {
        let mut memory = Memory::new(options.clone());
        let made = memory.make_code("me", "", asked, t0);
        assert!(memory.approve(&made.user_code, t0));
        let grant = memory
            .poll_device(&made.device_code, "me", t0)
            .ok()
            .unwrap();
        assert_eq!(grant.scope, granted, "{asked:?}");
    }
}

#[test]
fn polling_too_fast_slows_a_device_down_by_five_seconds_for_good() {
    let options = Options {
        flow: Flow::Device,
        ..Options::default()
    };
    let (mut memory, t0) = (Memory::new(options), clock::now());
    let made = memory.make_code("me", "", "", t0);
    let mut poll = |at| {
        memory
            .poll_device(&made.device_code, "me", t0 + Duration::from_secs(at))
            .err()
    };
    assert_eq!(poll(5), Some("authorization_pending"));
    assert_eq!(poll(9), Some("slow_down"));
    assert_eq!(poll(18), Some("slow_down"));
    assert_eq!(poll(33), Some("authorization_pending"));
    assert_eq!(poll(900), Some("expired_token"));
}

#[test]
fn a_device_token_ends_with_its_life() {
    let options = Options {
        flow: Flow::Device,
        ..Options::default()
    };
    let (mut memory, t0) = (Memory::new(options), clock::now());
    let made = memory.make_code("me", "", "", t0);
    assert!(memory.approve(&made.user_code, t0));
    let token = memory
        .poll_device(&made.device_code, "me", t0)
        .ok()
        .unwrap()
        .access_token;
    assert!(memory.accepts(&token, t0 + Duration::from_secs(604_799)));
    assert!(!memory.accepts(&token, t0 + Duration::from_hours(168)));
}

#[tokio::test]
async fn a_token_opens_the_account_until_the_person_ends_its_access() {
    let phone = pin();
    let code = phone.pin_code().await;
    assert_eq!(phone.standin.approve_all(), 1);
    let token = text(&phone.poll(&code).await, "access_token");
    let url = phone.url("users/settings?client_id=me");
    assert_eq!(
        send(phone.client.post(url).bearer_auth(&token)).await.0,
        200
    );
    let url = phone.url("sync/activities?client_id=me");
    assert_eq!(send(phone.client.get(url).bearer_auth(&token)).await.0, 200);
    phone.standin.revoke_all_tokens();
    let (status, body) = phone.settings(&token).await;
    assert_eq!(
        (status, &body["error"]),
        (StatusCode::UNAUTHORIZED, &"user_token_failed".into())
    );
}

#[tokio::test]
async fn the_person_has_a_picture_that_anybody_may_see_and_that_is_no_call() {
    let phone = pin();
    let code = phone.pin_code().await;
    assert!(phone.standin.approve(&code));
    let token = text(&phone.poll(&code).await, "access_token");
    let settings = phone.settings(&token).await.1;
    let calls = phone.standin.requests().len();
    let path = settings["user"]["avatar"].as_str().unwrap();
    let picture = phone.client.get(phone.url(path)).send().await.unwrap();
    assert_eq!(picture.headers()["content-type"], "image/png");
    let bytes = picture.bytes().await.unwrap();
    assert!(crate::portrait::Portrait::decode(&bytes).is_ok());
    assert_eq!(phone.standin.requests().len(), calls);
}
