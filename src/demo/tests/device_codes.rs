//! Codes for televisions, of both generations: what is answered to whom, and when.

use super::*;
use crate::demo::codes::PinPoll;

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
async fn a_no_is_never_told_to_the_television() {
    let phone = phone(both());
    let pin = phone.pin_code().await;
    let made = phone.device_code("").await;
    let (device, secret) = (text(&made, "user_code"), text(&made, "device_code"));
    for code in [&pin, &device] {
        let (status, page) = phone.press("decline", code).await;
        assert_eq!(status, 200);
        assert!(page.contains("The TV is not told"), "{page}");
    }
    assert_eq!(phone.poll(&pin).await["result"], "KO");
    let answer = phone.poll_device(&secret).await.1;
    assert_eq!(answer["error"], "authorization_pending");
    assert_eq!(phone.standin.codes(), [pin, device], "and may be approved");
}

#[test]
fn a_code_dies_at_the_end_of_its_life_approved_or_not() {
    let (mut memory, t0) = (memory(Flow::Pin), clock::now());
    let code = memory.make_code(&app(&memory), "", "", t0).user_code;
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
async fn a_device_code_is_pending_until_approved_and_used_once() {
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
    assert_eq!(token["token_type"], "Bearer");
    assert_eq!(token["scope"], "media:read media:write");
    assert_eq!(token["expires_in"], 604_800);
    assert!(text(&token, "access_token").starts_with("simkl_at_"));
    assert!(text(&token, "refresh_token").starts_with("simkl_rt_"));
}

#[test]
fn of_two_polls_at_once_one_claims_the_token_and_the_other_finds_it_pending() {
    let (mut memory, t0) = (memory(Flow::Device), clock::now());
    let made = memory.make_code(&app(&memory), "", "", t0);
    assert!(memory.approve(&made.user_code, t0));
    let mut poll = |at| memory.poll_device(&made.device_code, "me", t0 + at);
    assert!(poll(Duration::from_secs(5)).is_ok());
    let same_time = poll(Duration::from_millis(5001)).err();
    assert_eq!(same_time, Some("authorization_pending"));
    let later = poll(Duration::from_secs(11)).err();
    assert_eq!(later, Some("invalid_grant"));
}

#[test]
fn polling_too_fast_slows_a_device_down_for_good_and_each_refusal_starts_the_wait_anew() {
    let (mut memory, t0) = (memory(Flow::Device), clock::now());
    let made = memory.make_code(&app(&memory), "", "", t0);
    let mut poll = |at| {
        memory
            .poll_device(&made.device_code, "me", t0 + Duration::from_secs(at))
            .err()
    };
    assert_eq!(poll(5), Some("authorization_pending"));
    assert_eq!(poll(9), Some("slow_down"), "5 s are wanted");
    assert_eq!(poll(18), Some("slow_down"), "10 s since the refusal");
    assert_eq!(poll(33), Some("authorization_pending"), "15 s since that");
    assert_eq!(poll(47), Some("slow_down"));
    assert_eq!(poll(900), Some("expired_token"));
}

#[test]
fn what_a_person_types_may_look_alike() {
    let (mut memory, t0) = (memory(Flow::Device), clock::now());
    let code = loop {
        let made = memory.make_code(&app(&memory), "", "", t0).user_code;
        if made.contains('L') {
            break made;
        }
    };
    for typed in ["i", "I", "1", "l", " L "] {
        let typed = code.replace('-', "").replace('L', typed);
        assert!(memory.find(&typed, t0).is_some(), "{typed} for {code}");
    }
}
