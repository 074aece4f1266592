//! Codes for televisions, of both generations.

use super::*;

#[tokio::test]
async fn a_pin_is_pending_until_approved_and_gone_once_its_token_is_handed_out() {
    let caller = caller(Flow::Pin);
    let made = caller.get("oauth/pin").await.1;
    let page = caller.stand_in.pin_page().to_string();
    let code = text(&made, "user_code");
    assert_eq!(code.len(), 5);
    let expected = json!({
        "result": "OK",
        "device_code": "DEVICE_CODE",
        "user_code": code,
        "verification_uri": page,
        "verification_url": format!("{page}/"),
        "expires_in": 900,
        "interval": 0,
    });
    assert_eq!(made, expected);

    let poll = async |code: &str| caller.get(&format!("oauth/pin/{code}")).await.1;
    let pending = json!({"result": "KO", "message": "Authorization pending"});
    assert_eq!(poll(&code).await, pending);
    assert_eq!(caller.stand_in.codes(), [code.as_str()]);
    assert!(caller.stand_in.approve(&code));
    let misspelt = poll(&code.to_lowercase()).await;
    assert_eq!(misspelt["device_code"], "DEVICE_CODE", "another code");
    let token = text(&poll(&code).await, "access_token");
    assert!(token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()));

    let another = poll(&code).await;
    assert_eq!(another["device_code"], "DEVICE_CODE");
    assert_ne!(another["user_code"], code);
    assert_eq!(caller.stand_in.approve_all(), 2);
    let again = text(&poll(&text(&another, "user_code")).await, "access_token");
    assert_eq!(again, token, "one token for one program");
}

#[tokio::test]
async fn a_device_code_is_pending_until_approved_and_used_once() {
    let caller = caller(Flow::Device);
    let scope = [("scope", "media:read media:write")];
    let made = caller.post("oauth2/device", &scope).await.1;
    let code = text(&made, "user_code");
    let complete = format!("{}?user_code={code}", caller.stand_in.pin_page());
    assert_eq!(made["verification_uri_complete"], complete);
    assert!(code.len() == 9 && code.as_bytes()[4] == b'-');

    let secret = text(&made, "device_code");
    let (status, pending) = caller.poll_device(&secret).await;
    assert_eq!(status, 400);
    assert_eq!(pending["error"], "authorization_pending");
    assert!(caller.stand_in.approve(&code));
    let (status, token) = caller.poll_device(&secret).await;
    assert_eq!(status, 200);
    assert_eq!(token["token_type"], "Bearer");
    assert_eq!(token["scope"], "media:read media:write");
    assert_eq!(token["expires_in"], 604_800);
    assert!(text(&token, "access_token").starts_with("simkl_at_"));
    assert!(text(&token, "refresh_token").starts_with("simkl_rt_"));
    let (_, used) = caller.poll_device(&secret).await;
    assert_eq!(used["error"], "invalid_grant");
}

#[test]
fn a_code_expires_approved_or_not() {
    for flow in [Flow::Pin, Flow::Device] {
        let (mut state, t0) = (state(None), clock::now());
        let made = state.make_code(flow, "me", "", "", t0);
        let mut poll = |at| state.poll(flow, &made.poll_key, "me", at).err();
        let last = t0 + Duration::from_millis(899_999);
        assert_eq!(poll(last), Some("authorization_pending"));
        let late = t0 + Duration::from_mins(15);
        assert_eq!(poll(late), Some("expired_token"));
        assert!(state.approve(&made.user_code, last));
        let poll = state.poll(flow, &made.poll_key, "me", late);
        assert_eq!(poll.err(), Some("expired_token"));
        assert!(state.waiting(late).next().is_none());
    }
}

#[test]
fn polling_too_fast_slows_a_device_down_for_good_and_each_refusal_starts_the_wait_anew() {
    let (mut state, t0) = (state(None), clock::now());
    let made = state.make_code(Flow::Device, "me", "", "", t0);
    let mut poll = |at| {
        let at = t0 + Duration::from_secs(at);
        state.poll(Flow::Device, &made.poll_key, "me", at).err()
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
    let (mut state, t0) = (state(None), clock::now());
    let mut made = || state.make_code(Flow::Device, "me", "", "", t0).user_code;
    let code = std::iter::repeat_with(&mut made)
        .find(|code| code.contains('L'))
        .unwrap();
    for typed in ["i", "I", "1", "l", " L "] {
        let typed = code.replace('-', "").replace('L', typed);
        assert!(state.find(&typed, t0).is_some(), "{typed} for {code}");
    }
}
