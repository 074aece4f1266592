//! Tokens, and the account behind them.

use super::*;
use crate::auth::portrait::Portrait;

#[tokio::test]
async fn a_grant_is_refreshed_and_revoked() {
    let caller = caller(Flow::Device);
    let token = caller.device_token().await;
    let (first, refresh) = (text(&token, "access_token"), text(&token, "refresh_token"));
    assert_eq!(caller.settings(&first).await.1["user"]["name"], "Ann");
    let form = [
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh.as_str()),
    ];
    let (_, fresh) = caller.post("oauth2/token", &form).await;
    assert_eq!(text(&fresh, "refresh_token"), refresh, "it is not rotated");
    let second = text(&fresh, "access_token");
    assert_eq!(caller.settings(&first).await.0, 401);
    assert_eq!(caller.settings(&second).await.1["account"]["id"], 4242);

    for _ in 0..2 {
        let form = [("token", refresh.as_str())];
        assert_eq!(caller.post("oauth2/revoke", &form).await.0, 200);
    }
    assert_eq!(caller.settings(&second).await.0, 401);
    let (_, refused) = caller.post("oauth2/token", &form).await;
    assert_eq!(refused["error"], "invalid_grant");
}

#[test]
fn either_token_ends_its_pair_and_no_other() {
    let (mut state, t0) = (state(None), clock::now());
    let mut grant = || state.grant(Flow::Device, "me", "media:read", t0);
    let (one, other) = (grant(), grant());
    assert_ne!(one.access_token, other.access_token);
    state.revoke(&one.access_token, "another application");
    assert!(state.is_valid(&one.access_token, "me", t0));
    state.revoke(&one.access_token, "me");
    assert!(state.refresh(&one.refresh_token, "me", t0).is_err());
    assert!(state.is_valid(&other.access_token, "me", t0));
    assert!(!state.is_valid(&other.access_token, "another application", t0));
}

#[test]
fn an_access_token_of_v2_is_valid_for_a_week_and_one_of_v1_until_it_is_ended() {
    let (mut state, t0) = (state(None), clock::now());
    let week = Duration::from_hours(7 * 24);
    for (flow, is_valid) in [(Flow::Device, false), (Flow::Pin, true)] {
        let token = state.grant(flow, "me", "media:read", t0).access_token;
        let last = t0 + week.saturating_sub(Duration::from_secs(1));
        assert!(state.is_valid(&token, "me", last));
        assert_eq!(state.is_valid(&token, "me", t0 + week), is_valid);
    }
}

#[test]
fn a_misspelt_scope_silently_yields_a_token_that_only_reads() {
    for (requested, granted) in [
        ("", "media:read"),
        ("Media:Write", "media:read"),
        ("media:write", "media:write"),
        ("media:write x media:read", "media:read media:write"),
    ] {
        assert_eq!(crate::demo::grants::granted_scope(requested), granted);
    }
}

#[tokio::test]
async fn a_token_opens_the_account_until_the_person_ends_its_access() {
    let caller = caller(Flow::Pin);
    let code = text(&caller.get("oauth/pin").await.1, "user_code");
    assert!(caller.stand_in.approve(&code));
    let (_, polled) = caller.get(&format!("oauth/pin/{code}")).await;
    let token = text(&polled, "access_token");
    assert_eq!(caller.settings(&token).await.0, 200);
    caller.stand_in.revoke_all_tokens();
    let (status, body) = caller.settings(&token).await;
    assert_eq!(status, 401);
    assert_eq!(body["error"], "user_token_failed");
    assert_eq!(caller.get("users/settings").await.0, 401, "nor without one");
}

#[tokio::test]
async fn the_account_has_a_picture_that_needs_no_token_and_that_the_program_takes() {
    let caller = caller(Flow::Device);
    let token = text(&caller.device_token().await, "access_token");
    let settings = caller.settings(&token).await.1;
    let path = settings["user"]["avatar"].as_str().unwrap();
    let picture = caller.client.get(caller.url(path)).send().await.unwrap();
    assert_eq!(picture.headers()["content-type"], "image/png");
    let bytes = picture.bytes().await.unwrap();
    assert_eq!(Portrait::decode(&bytes).unwrap().side(), 256);
}
