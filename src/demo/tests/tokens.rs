//! Tokens, and the account behind them.

use super::*;

#[tokio::test]
async fn a_grant_is_refreshed_and_revoked() {
    let phone = device();
    let made = phone.device_code("").await;
    assert_eq!(phone.standin.approve_all(), 1);
    let (_, token) = phone.poll_device(&text(&made, "device_code")).await;
    let (first, refresh) = (text(&token, "access_token"), text(&token, "refresh_token"));
    assert_eq!(phone.settings(&first).await.1["user"]["name"], "Ann");
    let (_, fresh) = phone.refresh(&refresh).await;
    assert_eq!(text(&fresh, "refresh_token"), refresh, "it is not rotated");
    let second = text(&fresh, "access_token");
    assert_eq!(phone.settings(&first).await.1["error"], "invalid_token");
    assert_eq!(phone.settings(&second).await.1["account"]["id"], 4242);

    let form = [("client_id", "me"), ("token", refresh.as_str())];
    for _ in 0..2 {
        assert_eq!(phone.post("oauth2/revoke", &form).await.0, 200);
    }
    assert_eq!(phone.settings(&second).await.0, 401);
    assert_eq!(phone.refresh(&refresh).await.1["error"], "invalid_grant");
}

#[test]
fn either_token_ends_its_pair_and_no_other() {
    let (mut memory, t0) = (memory(Flow::Device), clock::now());
    let television = memory.v2_grant("me", "media:read", t0);
    let other = memory.v2_grant("me", "media:read", t0);
    assert_ne!(
        television.access_token, other.access_token,
        "each sign-in has its own"
    );
    memory.revoke(&television.access_token, "another application");
    assert!(
        memory
            .opened_by(&television.access_token, "me", t0)
            .is_some()
    );
    memory.revoke(&television.access_token, "me");
    assert!(
        memory
            .refresh(&television.refresh_token, "me", "", t0)
            .is_err()
    );
    assert!(memory.opened_by(&other.access_token, "me", t0).is_some());
}

#[test]
fn an_access_token_lives_for_a_week_and_a_refresh_token_for_180_days_from_its_last_use() {
    let (mut memory, t0) = (memory(Flow::Device), clock::now());
    let day = |days: u64| t0 + Duration::from_hours(24 * days);
    let grant = memory.v2_grant("me", "media:read", t0);
    let last = t0 + Duration::from_hours(7 * 24).saturating_sub(Duration::from_secs(1));
    assert!(memory.opened_by(&grant.access_token, "me", last).is_some());
    assert!(
        memory
            .opened_by(&grant.access_token, "me", day(7))
            .is_none()
    );
    let mut refresh = |at| memory.refresh(&grant.refresh_token, "me", "", at).err();
    assert_eq!(refresh(day(179)), None);
    assert_eq!(refresh(day(358)), None, "it slides");
    assert_eq!(refresh(day(538)), Some("invalid_grant"));
}

#[test]
fn a_refresh_cannot_widen_the_scope_and_an_attempt_changes_nothing() {
    let (mut memory, t0) = (memory(Flow::Device), clock::now());
    let grant = memory.v2_grant("me", "media:read", t0);
    let mut refresh = |scope| memory.refresh(&grant.refresh_token, "me", scope, t0).err();
    assert_eq!(refresh("media:read media:write"), Some("invalid_scope"));
    assert!(memory.opened_by(&grant.access_token, "me", t0).is_some());
    let mut refresh = |scope| memory.refresh(&grant.refresh_token, "me", scope, t0).err();
    assert_eq!(refresh("media:read"), None);
}

#[test]
fn a_misspelt_scope_silently_yields_a_token_that_only_reads() {
    let t0 = clock::now();
    for (asked, granted, writes) in [
        ("", "media:read", false),
        ("Media:Write", "media:read", false),
        ("media:write", "media:write", true),
    ] {
        let mut memory = memory(Flow::Device);
        let made = memory.make_code(&app(&memory), "", asked, t0);
        assert!(memory.approve(&made.user_code, t0));
        let grant = memory.poll_device(&made.device_code, "me", t0);
        let grant = grant.ok().unwrap();
        assert_eq!(
            (grant.scope.as_str(), grant.may_write()),
            (granted, writes),
            "{asked:?}"
        );
    }
}

#[tokio::test]
async fn a_token_that_only_reads_may_not_write() {
    for (scope, status) in [("media:read", 403), ("media:read media:write", 200)] {
        let phone = device();
        let made = phone.device_code(scope).await;
        assert_eq!(phone.standin.approve_all(), 1);
        let (_, token) = phone.poll_device(&text(&made, "device_code")).await;
        let token = text(&token, "access_token");
        let url = phone.url("users/settings?client_id=me");
        let post = phone.client.post(url.clone());
        let get_with_a_body = phone.client.get(url).body("{}");
        for request in [post, get_with_a_body] {
            let (told, body) = send(request.bearer_auth(&token)).await;
            assert_eq!(told.as_u16(), status);
            if status == 403 {
                assert_eq!(body["error"], "insufficient_scope");
            }
        }
        assert_eq!(phone.settings(&token).await.0, 200);
    }
}

#[tokio::test]
async fn a_call_without_a_token_is_told_apart_in_v2() {
    for (phone, error) in [
        (pin(), "user_token_failed"),
        (device(), "user_token_required"),
    ] {
        let (status, body) = phone.get("sync/activities").await;
        assert_eq!((status.as_u16(), &body["error"]), (401, &error.into()));
    }
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
async fn the_person_has_a_picture_that_needs_no_token_and_is_no_call() {
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
    assert!(crate::auth::portrait::Portrait::decode(&bytes).is_ok());
    assert_eq!(phone.standin.requests().len(), calls);
}

#[tokio::test]
async fn v2_tells_where_it_is_and_openid_it_does_not_know() {
    let phone = phone(both());
    let path = ".well-known/oauth-authorization-server";
    let (status, told) = phone.get(path).await;
    assert_eq!(status, 200);
    let issuer = text(&told, "issuer");
    assert_eq!(format!("{issuer}/"), phone.standin.api_url().as_str());
    assert_eq!(told["token_endpoint"], format!("{issuer}/oauth2/token"));
    assert_eq!(told["authorization_response_iss_parameter_supported"], true);
    assert_eq!(phone.get(".well-known/openid-configuration").await.0, 404);
    assert_eq!(phone.standin.requests()[0].kind, Kind::Discovery);
}
