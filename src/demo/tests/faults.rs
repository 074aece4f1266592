//! What a test can script, and what it can read back.

use super::*;

#[tokio::test]
async fn scripted_faults_come_in_their_order_before_the_standing_one() {
    let phone = pin();
    let code = phone.pin_code().await;
    phone.standin.set_fault(Some(Fault::Status(503, None)));
    phone.standin.fail_next(Fault::SlowDown);
    phone
        .standin
        .fail_next(Fault::Status(429, Some("7".into())));
    phone.standin.fail_next(Fault::Html);
    phone.standin.fail_next(Fault::Garbage);

    let get = || phone.client.get(phone.url("oauth/pin?client_id=me")).send();
    let busy = get().await.unwrap();
    assert_eq!(
        (busy.status(), &busy.headers()["retry-after"]),
        (StatusCode::TOO_MANY_REQUESTS, &"7".parse().unwrap())
    );
    assert_eq!(
        phone.poll(&code).await["message"],
        "Slow down",
        "it waited for a poll"
    );
    let html = get().await.unwrap();
    assert!(
        html.headers()["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/html")
    );
    let garbage = get().await.unwrap();
    assert_eq!(garbage.headers()["content-type"], "application/json");
    assert!(garbage.json::<Value>().await.is_err());
    assert_eq!(get().await.unwrap().status(), 503);
    assert_eq!(get().await.unwrap().status(), 503);
    assert_eq!(phone.page("pin").await.0, 200, "the page never fails");
    phone.standin.set_fault(None);
    assert_eq!(phone.poll(&code).await["result"], "KO");
}

#[tokio::test]
async fn a_generation_that_is_switched_off_fails_alone_and_in_its_own_envelope() {
    let phone = phone(both());
    let limit = Fault::Error {
        status: 429,
        error: "rate_limit",
        retry_after: Some("40000"),
    };
    phone
        .standin
        .set_fault_of(Generation::V1, Some(Fault::Page(404)));
    phone.standin.set_fault_of(Generation::V2, Some(limit));
    assert_eq!(
        phone.get("oauth/pin").await,
        (StatusCode::NOT_FOUND, Value::Null)
    );
    let form = [("client_id", "me2")];
    let request = phone.client.post(phone.url("oauth2/device")).form(&form);
    let answer = request.send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["retry-after"]),
        (429, &"40000".parse().unwrap())
    );
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["error"], "rate_limit");
    assert!(body["error_description"].is_string());
    let url = phone.url("users/settings?client_id=me2");
    assert_eq!(send(phone.client.get(url)).await.0, 401, "which is of both");
    phone
        .standin
        .fail_next(Fault::error(403, "oauth2_token_required"));
    let (status, body) = phone.get("users/settings").await;
    assert_eq!(
        (status.as_u16(), &body["error"]),
        (403, &"oauth2_token_required".into())
    );
    assert_eq!(body["code"], 403);
    phone.standin.set_fault_of(Generation::V2, None);
    phone.standin.set_fault_of(
        Generation::V1,
        Some(Fault::Redirect("https://example.com/")),
    );
    assert_eq!(phone.get("oauth/pin").await.0, 302);
    assert_eq!(phone.post("oauth2/device", &form).await.0, 200);
    let seen = phone.standin.requests();
    let answers: Vec<_> = seen
        .iter()
        .map(|seen| (seen.generation, seen.status.unwrap()))
        .collect();
    let (v1, v2) = (Some(Generation::V1), Some(Generation::V2));
    let expected = [
        (v1, 404),
        (v2, 429),
        (None, 401),
        (None, 403),
        (v1, 302),
        (v2, 200),
    ];
    assert_eq!(answers, expected);
}

#[tokio::test]
async fn a_dropped_answer_was_handled_all_the_same() {
    let phone = pin();
    let code = phone.pin_code().await;
    assert!(phone.standin.approve(&code));
    phone.standin.fail_next(Fault::DropAfterHandling);
    let url = phone.url(&format!("oauth/pin/{code}?client_id=me"));
    let error = phone.client.get(url).send().await.unwrap_err();
    assert!(error.is_request() && !error.is_timeout(), "{error:?}");
    assert_eq!(
        phone.standin.requests().len(),
        2,
        "and was not asked for twice"
    );
    assert_eq!(phone.poll(&code).await["device_code"], "DEVICE_CODE");
}

#[tokio::test]
async fn silence_ends_only_with_the_callers_patience_or_with_the_stand_in() {
    let phone = pin();
    phone.standin.set_fault(Some(Fault::Silence));
    let request = phone.client.get(phone.url("oauth/pin?client_id=me"));
    let brief = request
        .try_clone()
        .unwrap()
        .timeout(Duration::from_millis(60));
    assert!(brief.send().await.unwrap_err().is_timeout());

    let before = phone.standin.requests().len();
    let waiting = tokio::spawn(request.send());
    while phone.standin.requests().len() == before {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let (port, before) = (phone.standin.api_url().port().unwrap(), clock::now());
    drop(phone.standin);
    assert!(!waiting.await.unwrap().unwrap_err().is_timeout());
    assert!(clock::now() - before < Duration::from_secs(2));
    let again = Options {
        port,
        ..Options::default()
    };
    assert!(StandIn::start(again).is_ok(), "the port is free");
}

#[tokio::test]
async fn the_log_tells_who_asked_and_when_and_prints_no_secret() {
    let phone = pin();
    let code = phone.pin_code().await;
    phone
        .standin
        .fail_next(Fault::Delay(Duration::from_millis(50)));
    phone.poll(&code).await;
    assert!(phone.standin.approve(&code));
    let token = text(&phone.poll(&code).await, "access_token");
    phone.settings(&token).await;

    let seen = phone.standin.requests();
    let kinds: Vec<_> = seen.iter().map(|seen| seen.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::CodeRequested,
            Kind::Polled,
            Kind::Polled,
            Kind::Settings
        ]
    );
    assert!(seen[1].answered.unwrap() - seen[1].at >= Duration::from_millis(50));
    assert!(seen[2].at >= seen[1].answered.unwrap());
    assert_eq!(
        (seen[0].method.as_str(), seen[0].client_id.as_deref()),
        ("GET", Some("me"))
    );
    assert_eq!(seen[0].user_agent.as_deref(), Some("couchpin/9"));
    assert_eq!(seen[0].app_name.as_deref(), Some("couchpin"));
    assert_eq!(seen[0].app_version.as_deref(), Some("9"));
    assert!(seen[3].had_bearer && !seen[2].had_bearer);
    let printed = format!("{seen:?}");
    assert!(!printed.contains(&code) && !printed.contains(&token));
}

#[test]
fn a_taken_port_is_an_error() {
    let first = StandIn::start(Options::default()).unwrap();
    let port = first.api_url().port().unwrap();
    assert!(
        StandIn::start(Options {
            port,
            ..Options::default()
        })
        .is_err()
    );
}
