//! Applications are sealed: each works for what it was registered for, and the service says so otherwise.

use super::*;

#[tokio::test]
async fn applications_that_simkl_does_not_know_are_refused() {
    let phone = phone(Options {
        applications: both().applications.split_off(1),
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
    let unknown = [("client_id", "unknown")];
    for path in ["oauth2/device", "oauth2/token", "oauth2/revoke"] {
        let (status, body) = phone.post(path, &unknown).await;
        assert_eq!(
            (status.as_u16(), &body["error"]),
            (401, &"invalid_client".into())
        );
    }
    assert_eq!(phone.get("oauth/other").await.0, 404);
}

#[tokio::test]
async fn where_none_is_registered_each_generation_refuses_the_ids_of_the_other() {
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
async fn an_id_of_one_generation_opens_nothing_at_the_endpoints_of_the_other() {
    let phone = phone(both());
    for path in ["oauth/pin", "oauth/pin/BCDFG"] {
        let url = phone.url(&format!("{path}?client_id=me2"));
        let (status, body) = send(phone.client.get(url)).await;
        assert_eq!(status, 400, "{path}");
        assert_eq!(body["error"], "unauthorized_client");
        assert_eq!(body["code"], 400, "in Simkl's own envelope");
    }
    let form = [("client_id", "me2"), ("code", "x")];
    let (status, body) = phone.post("oauth/token", &form).await;
    assert_eq!(
        (status.as_u16(), &body["error"]),
        (400, &"unauthorized_client".into())
    );
    for path in ["oauth2/device", "oauth2/token", "oauth2/revoke"] {
        let (status, body) = phone.post(path, &[("client_id", "me")]).await;
        assert_eq!(status, 401, "{path}");
        assert_eq!(body["error"], "invalid_client");
        assert!(body["error_description"].is_string(), "in OAuth's envelope");
    }
    for page in [
        "oauth/authorize?client_id=me2",
        "oauth2/authorize?client_id=me",
    ] {
        assert_eq!(phone.page(page).await.0, 400, "{page}");
    }
}

#[tokio::test]
async fn both_generations_live_side_by_side() {
    let phone = phone(both());
    let pin = phone.pin_code().await;
    let made = phone.device_code("").await;
    assert_eq!((pin.len(), text(&made, "user_code").len()), (5, 9));
    assert_eq!(phone.standin.approve_all(), 2);
    let old = text(&phone.poll(&pin).await, "access_token");
    let new = phone.poll_device(&text(&made, "device_code")).await.1;
    let new = text(&new, "access_token");
    for (id, token, status) in [
        ("me", &old, 200),
        ("me2", &new, 200),
        ("me2", &old, 401),
        ("me", &new, 401),
        ("server2", &new, 412),
    ] {
        let url = phone.url(&format!("users/settings?client_id={id}"));
        let answer = send(phone.client.get(url).bearer_auth(token)).await;
        assert_eq!(answer.0.as_u16(), status, "{id}");
    }
}

#[tokio::test]
async fn an_application_with_a_secret_shows_it_wherever_it_asks_for_a_token_or_ends_one() {
    let phone = phone(both());
    let id = ("client_id", "serverme2");
    let (_, made) = phone.post("oauth2/device", &[id]).await;
    let device_code = text(&made, "device_code");
    assert_eq!(phone.standin.approve_all(), 1);
    let ask = async |path: &str, form: &[(&str, &str)], secret: &[(&str, &str)]| {
        phone.post(path, &[form, &[id], secret].concat()).await
    };
    let (good, wrong) = ([("client_secret", "s3cret")], [("client_secret", "x")]);
    let poll = [
        ("grant_type", DEVICE_GRANT),
        ("device_code", device_code.as_str()),
    ];
    // Judged before the code is looked at, which would be refused for its haste or used up.
    for secret in [&[][..], &wrong] {
        let (status, body) = ask("oauth2/token", &poll, secret).await;
        assert_eq!(
            (status.as_u16(), &body["error"]),
            (401, &"invalid_client".into())
        );
    }
    let (_, token) = ask("oauth2/token", &poll, &good).await;
    let refresh_token = text(&token, "refresh_token");
    let refresh = [
        ("grant_type", "refresh_token"),
        ("refresh_token", &refresh_token),
    ];
    let revoke = [("token", refresh_token.as_str())];
    assert_eq!(ask("oauth2/token", &refresh, &[]).await.0, 401);
    assert_eq!(ask("oauth2/revoke", &revoke, &wrong).await.0, 401);
    assert_eq!(ask("oauth2/token", &refresh, &good).await.0, 200);
    let url = phone.url("oauth2/token");
    let request = phone.client.post(url).form(&refresh);
    let basic = request.basic_auth("serverme2", Some("s3cret"));
    assert_eq!(send(basic).await.0, 200, "or in the header");
    assert_eq!(ask("oauth2/revoke", &revoke, &good).await.0, 200);
    assert_eq!(ask("oauth2/token", &refresh, &good).await.0, 400);

    let seen = phone.standin.requests();
    let with_secret: Vec<_> = seen.iter().map(|seen| seen.had_secret).collect();
    let expected = [
        false, false, true, true, false, true, true, true, true, true,
    ];
    assert_eq!(with_secret, expected);
    assert!(!format!("{seen:?}").contains("s3cret"));
}

#[tokio::test]
async fn a_secret_where_none_belongs_is_passed_over_and_told_in_the_log() {
    let phone = phone(both());
    let form = [("client_id", "me2"), ("client_secret", "x")];
    assert_eq!(phone.post("oauth2/device", &form).await.0, 200);
    phone
        .page("oauth2/authorize?client_id=me2&client_secret=x")
        .await;
    phone.page("oauth2/authorize?client_id=me2").await;
    let seen = phone.standin.requests();
    let told: Vec<_> = seen
        .iter()
        .map(|seen| (seen.kind, seen.had_secret))
        .collect();
    let page = Kind::Authorize;
    assert_eq!(
        told,
        [(Kind::CodeRequested, true), (page, true), (page, false)]
    );
    assert!(
        seen.iter()
            .all(|seen| seen.generation == Some(Generation::V2))
    );
}
