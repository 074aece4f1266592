//! Answers of services, changed at random.

use url::Url;

use crate::auth::{
    Account, DeviceAuthorization, Flow, PollOutcome, RequestError, Service, Token, UserCode,
};
use crate::services::discovery::ServerMetadata;
use crate::services::http::classify::{self, HttpResponse};
use crate::services::provider::Settings;
use crate::services::tests::read_account;
use crate::services::{code_grant, device_grant, discovery, json, simkl};
use crate::tests::hostile_input::{is_fit_to_be_shown, prints_no, try_changed};

/// The first byte is the status, the second whether it is announced as a page, the rest its body.
const ANSWERS: &[&[u8]] = &[
        br#"00{"result":"OK","device_code":"DEVICE_CODE","user_code":"AB12C","verification_url":"https://simkl.com/pin","expires_in":900,"interval":5}"#,
        br#"00{"device_code":"device-code-of-the-grant","user_code":"BDWP-HQPK","verification_uri":"https://simkl.com/pin","verification_uri_complete":"https://simkl.com/pin?user_code=BDWP-HQPK","expires_in":"900","interval":5}"#,
        br#"00{"access_token":"access-token-of-ann","token_type":"bearer","refresh_token":"refresh-token-of-ann","expires_in":604800,"scope":"media:read media:write"}"#,
        br#"10{"error":"authorization_pending","error_description":"x"}"#,
        br#"00{"result":"KO","message":"Slow down"}"#,
        br#"00{"user":{"name":"Ann","avatar":"https://eu.simkl.in/avatars/1.jpg"},"account":{"id":4242}}"#,
        br#"00{"id":7,"nickname":"Ann","avatar":"https://shikimori.io/a.png"}"#,
        br#"00{"issuer":"https://simkl.com","authorization_endpoint":"https://simkl.com/oauth2/authorize","token_endpoint":"https://api.simkl.com/oauth2/token","device_authorization_endpoint":"https://api.simkl.com/oauth2/device","revocation_endpoint":null,"authorization_response_iss_parameter_supported":true}"#,
        b"11<html>",
    ];

#[test]
fn any_answer_of_a_service_is_understood_or_refused() {
    try_changed(ANSWERS, 6000, answers);
}

const STATUSES: [u16; 8] = [200, 400, 401, 403, 404, 409, 410, 299];
const CLIENT: &str = "client-id-0123456789";

fn answers(bytes: &[u8]) {
    let [status, html, body @ ..] = bytes else {
        return;
    };
    let status = STATUSES[usize::from(*status) % STATUSES.len()];
    let text = String::from_utf8_lossy(body);
    // They may answer anything, but not panic.
    let _ = classify::bearer_error(&text);
    let _ = classify::is_html_type(&text);
    let _ = classify::retry_after(&text, std::time::SystemTime::UNIX_EPOCH);
    if let Ok(answer) = classify::answer(status, html % 2 == 1, None, Ok(body.to_vec()), None) {
        understand(&answer);
    }
}

fn understand(answer: &HttpResponse) {
    let [Ok(api), Ok(site)] = ["https://api.simkl.com", "https://simkl.com"].map(Url::parse) else {
        return;
    };
    let Some(polled) = UserCode::parse("K7RQ4") else {
        return;
    };
    let settings = Settings {
        site_url: site.clone(),
        ..Settings::at(Service::simkl(), &api)
    };
    let page = json::under(&site, ["pin"]);
    for code in [
        device_grant::read_code(answer, Flow::Device, &page, &api, &[]),
        simkl::read_code(answer, &settings),
    ] {
        result(code, |code| is_a_code(&code));
    }
    for outcome in [
        device_grant::read_poll(answer, CLIENT, &["device-code-of-the-grant", "BDWP-HQPK"]),
        simkl::read_poll(answer, CLIENT, &polled, &settings),
    ] {
        result(outcome, |outcome| match outcome {
            PollOutcome::Authorized(token) => is_a_token(&token),
            PollOutcome::CodeGone(Some(code)) => is_a_code(&code),
            PollOutcome::CodeGone(None)
            | PollOutcome::Pending
            | PollOutcome::SlowDown
            | PollOutcome::Expired
            | PollOutcome::Denied => {}
        });
    }
    for service in Service::built_in().into_iter().take(3) {
        result(read_account(service, answer, false), |profile| {
            is_an_account(&profile.account);
        });
    }
    let metadata = discovery::read(answer, "https://simkl.com", &site);
    result(metadata, |metadata| is_metadata(&metadata));
    let token = code_grant::read_exchange(answer, CLIENT, &["refresh-token-of-ann"]);
    result(token, |token| is_a_token(&token));
}

fn result<T>(read: Result<T, RequestError>, check: impl FnOnce(T)) {
    match read {
        Ok(value) => check(value),
        Err(error) => is_fit_to_be_shown(&error.to_string()),
    }
}

fn is_metadata(metadata: &ServerMetadata) {
    assert_eq!(metadata.issuer.identifier, "https://simkl.com");
    let optional = [
        &metadata.authorization_endpoint,
        &metadata.device_authorization_endpoint,
        &metadata.revocation_endpoint,
    ];
    for endpoint in optional
        .into_iter()
        .flatten()
        .chain([&metadata.token_endpoint])
    {
        assert!(endpoint.scheme() == "https" && endpoint.username().is_empty());
    }
}

fn is_a_code(code: &DeviceAuthorization) {
    prints_no(code.user_code.expose(), code);
    if let Some(device_code) = &code.device_code {
        prints_no(device_code.expose(), code);
    }
    for page in [&code.verification_uri, &code.verification_uri_complete] {
        let host = page.host_str().unwrap_or_default();
        let own = host == "simkl.com" || host.ends_with(".simkl.com");
        assert!(
            own && page.scheme() == "https" && page.username().is_empty(),
            "{page}"
        );
    }
    assert!((1..=60).contains(&code.interval.as_secs()));
    assert!((30..=3600).contains(&code.expires_in.as_secs()));
}

fn is_a_token(token: &Token) {
    let secrets = [Some(&token.access_token), token.refresh_token.as_ref()];
    for secret in secrets.into_iter().flatten() {
        assert!(json::fits_a_header(secret.expose()));
        let shown = token.scope.as_deref().unwrap_or_default();
        // A service may write the same words into both fields.
        if !shown.contains(secret.expose()) {
            prints_no(secret.expose(), token);
        }
    }
}

fn is_an_account(account: &Account) {
    for text in [&account.id, &account.name] {
        is_fit_to_be_shown(text);
        assert!(text.chars().count() <= 80, "{text}");
    }
}

#[test]
fn the_seeds_of_answers_are_understood() {
    let body =
        |seed: &[u8]| classify::answer(200, false, None, Ok(seed[2..].to_vec()), None).unwrap();
    let [api, site] =
        ["https://api.simkl.com", "https://simkl.com"].map(|url| Url::parse(url).unwrap());
    let settings = Settings {
        site_url: site,
        ..Settings::at(Service::simkl(), &api)
    };
    assert!(simkl::read_code(&body(ANSWERS[0]), &settings).is_ok());
    let token = code_grant::read_exchange(&body(ANSWERS[2]), CLIENT, &[]);
    assert!(token.is_ok());
    let site = &settings.site_url;
    for (service, answer) in [
        (Service::simkl(), ANSWERS[5]),
        (Service::shikimori(), ANSWERS[6]),
    ] {
        assert!(read_account(service, &body(answer), false).is_ok());
    }
    let metadata = discovery::read(&body(ANSWERS[7]), "https://simkl.com", site);
    assert!(metadata.is_ok());
}
