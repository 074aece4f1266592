//! What each failure and each status means, without a socket.

use super::*;
use rustls::pki_types::UnixTime;
use serde_json::json;

fn at(date: &str) -> SystemTime {
    humantime::parse_rfc3339(date).unwrap()
}

/// As tokio-rustls hands it out: inside an `io::Error`.
fn wrapped(error: CertificateError) -> io::Error {
    io::Error::other(io::Error::new(
        io::ErrorKind::InvalidData,
        rustls::Error::InvalidCertificate(error),
    ))
}

fn answer(
    status: u16,
    html_type: bool,
    challenge: Option<String>,
    body: Result<Vec<u8>, Trouble>,
) -> Result<HttpResponse, Trouble> {
    super::answer(status, html_type, challenge, body, None)
}

#[test]
fn a_certificate_of_the_future_is_the_clocks_fault_and_an_ended_one_may_be() {
    let wall = SystemTime::UNIX_EPOCH;
    let (time, not_before, not_after) = (
        UnixTime::since_unix_epoch(Duration::ZERO),
        UnixTime::since_unix_epoch(Duration::from_secs(9)),
        UnixTime::since_unix_epoch(Duration::from_secs(9)),
    );
    let told = |error, wrong| by_tls(tls_cause(&wrapped(error)).unwrap(), wall, wrong);
    for wrong in [false, true] {
        for early in [
            CertificateError::NotValidYet,
            CertificateError::NotValidYetContext { time, not_before },
        ] {
            assert_eq!(told(early, wrong), Trouble::Clock(wall));
        }
        assert_eq!(told(CertificateError::UnknownIssuer, wrong), Trouble::Tls);
    }
    for late in [
        CertificateError::Expired,
        CertificateError::ExpiredContext { time, not_after },
    ] {
        assert_eq!(told(late.clone(), true), Trouble::Clock(wall));
        assert_eq!(told(late, false), Trouble::Expired(wall));
    }
}

#[test]
fn no_route_is_told_from_no_service() {
    use io::ErrorKind as Kind;
    let told = |kind| by_io(io_cause(&io::Error::other(io::Error::from(kind))).unwrap());
    assert_eq!(told(Kind::NetworkUnreachable), Trouble::Offline);
    assert_eq!(told(Kind::HostUnreachable), Trouble::Offline);
    assert_eq!(told(Kind::ConnectionRefused), Trouble::Unreachable);
    assert_eq!(told(Kind::ConnectionAborted), Trouble::Unreachable);
}

#[test]
fn retry_after_comes_in_seconds_or_as_a_date() {
    let now = httpdate::parse_http_date("Wed, 18 Nov 2026 10:00:00 GMT").unwrap();
    let read = |value| retry_after(value, now).map(|wait| wait.as_secs());
    assert_eq!(read("17"), Some(17));
    assert_eq!(read("Wed, 18 Nov 2026 10:00:42 GMT"), Some(42));
    assert_eq!(read("Wed, 18 Nov 2026 09:00:00 GMT"), Some(0));
    assert_eq!(read("99999999999999999999999"), Some(u64::MAX));
    for nonsense in ["", "-5", "soon"] {
        assert_eq!(read(nonsense), None, "{nonsense:?}");
    }
}

#[test]
fn the_status_speaks_before_the_body() {
    let trouble = |status| match by_status(status, Some(Duration::from_hours(9))) {
        Some(RequestError::Transient {
            trouble,
            retry_after,
        }) => Some((trouble, retry_after)),
        _ => None,
    };
    let down = Some((Trouble::ServiceDown, Some(Duration::from_mins(5))));
    for status in [408, 421, 425, 500, 502, 503, 504, 522] {
        assert_eq!(trouble(status), down, "{status}");
    }
    for status in [301, 302, 307, 511] {
        assert_eq!(trouble(status), Some((Trouble::Portal, None)), "{status}");
    }
    for status in [200, 204, 400, 401, 404, 412] {
        assert_eq!(trouble(status), None, "{status}");
    }
}

#[test]
fn a_site_has_moved_if_it_sends_us_to_another_one() {
    let asked = Url::parse("https://shikimori.one/oauth/token").unwrap();
    let to = |status, location| moved(status, &asked, location);
    let there = Some("https://shikimori.io".to_owned());
    assert_eq!(to(301, Some("https://shikimori.io/oauth/token")), there);
    assert_eq!(to(302, Some("//shikimori.io/")), there);
    for within in [
        "/users/sign_in",
        "https://shikimori.one/",
        "mailto:x",
        "https://",
    ] {
        assert_eq!(to(302, Some(within)), None, "{within}");
    }
    assert_eq!(to(302, None), None);
    assert_eq!(to(200, Some("https://shikimori.io/")), None);
}

#[test]
fn a_page_where_json_belongs_is_a_portal_at_any_status() {
    let page = || Ok(b" <!DOCTYPE html><p>Welcome to the hotel".to_vec());
    for status in [200, 400, 401, 403, 404, 405, 410] {
        let told = answer(status, false, None, page()).unwrap_err();
        assert_eq!(told, Trouble::Portal, "{status}");
    }
    for page in [Ok(b"hi".to_vec()), Err(Trouble::Malformed)] {
        assert_eq!(answer(200, true, None, page).unwrap_err(), Trouble::Portal);
    }
}

#[test]
fn an_empty_success_is_one_also_where_a_page_is_announced() {
    for html_type in [false, true] {
        let told = answer(200, html_type, None, Ok(b" ".to_vec())).unwrap();
        assert_eq!(told.body, json!({}));
    }
    let told = answer(404, true, None, Ok(Vec::new())).unwrap_err();
    assert_eq!(told, Trouble::Portal);
}

#[test]
fn a_refusal_without_an_error_is_not_the_services_own() {
    for body in [
        "",
        "error code: 1020",
        "null",
        "[]",
        "{}",
        r#"{"message":"Forbidden"}"#,
        r#"{"cloudflare_error":true,"error_code":1020}"#,
        r#"{"error":""}"#,
        r#"{"error":{"code":403}}"#,
        r#"{"error":"invalid_gra"#,
    ] {
        for status in [400, 401, 403, 404, 409, 418] {
            let told = answer(status, false, None, Ok(body.into())).unwrap_err();
            assert_eq!(told, Trouble::Foreign(status), "{body}");
        }
    }
    let cut = answer(400, false, None, Err(Trouble::Malformed)).unwrap_err();
    assert_eq!(cut, Trouble::Foreign(400));
    let slow = answer(400, false, None, Err(Trouble::Timeout)).unwrap_err();
    assert_eq!(slow, Trouble::Timeout);
}

#[test]
fn a_refused_token_may_be_told_in_a_header_alone() {
    let doorkeeper = r#"Bearer realm="Doorkeeper", error="invalid_token", error_description="It expired, sorry""#;
    let challenge = bearer_error(doorkeeper);
    assert_eq!(challenge.as_deref(), Some("invalid_token"));
    let told = answer(401, false, challenge.clone(), Ok(Vec::new())).unwrap();
    assert_eq!(told.body, json!({"error": "invalid_token"}));
    // Where both speak, the body is the more precise one; beside a success a challenge means nothing.
    let body = Ok(br#"{"error":"user_token_failed"}"#.to_vec());
    let told = answer(401, false, challenge.clone(), body).unwrap();
    assert_eq!(told.body, json!({"error": "user_token_failed"}));
    let told = answer(200, false, challenge, Ok(b"{}".to_vec())).unwrap();
    assert_eq!(told.body, json!({}));
    for proxy in [
        r#"Basic realm="proxy""#,
        "Negotiate",
        "Bearer",
        r#"Bearer realm="x""#,
        r#"Digest error="x""#,
        r#"Bearer error="""#,
    ] {
        assert_eq!(bearer_error(proxy), None, "{proxy}");
    }
}

#[test]
fn json_counts_even_if_it_is_announced_as_a_page() {
    let body = Ok(b"\xef\xbb\xbf{\"result\":\"KO\"}".to_vec());
    let answer = answer(200, true, None, body).unwrap();
    assert_eq!(answer.body, json!({"result": "KO"}));
}

#[test]
fn a_success_is_whole_or_empty() {
    let read = |body: &[u8]| answer(200, false, None, Ok(body.to_vec()));
    assert_eq!(read(b"{\"result\":\"O").unwrap_err(), Trouble::Malformed);
    assert_eq!(read(b"fine").unwrap_err(), Trouble::Malformed);
    assert_eq!(read(b"").unwrap().body, json!({}));
    assert_eq!(read(b"null").unwrap().body, Value::Null);
}

#[test]
fn simkls_daily_limit_is_told_from_a_second_of_patience() {
    let day = Duration::from_hours(9);
    let (date, wall) = (at("2026-11-26T03:00:00Z"), at("2026-11-26T03:05:00Z"));
    let told = |error: &str, wait| {
        let body = json!({"error": error, "code": 429}).to_string();
        match busy(wait, body.as_bytes(), date, wall) {
            RequestError::Transient {
                trouble,
                retry_after,
            } => (trouble, retry_after),
            RequestError::Rejected(why) => panic!("{why}"),
        }
    };
    // Its `Retry-After` names the end of the day, and it is over in a second.
    assert_eq!(told("rate_limit", Some(day)), (Trouble::Busy, None));
    for (daily, quota) in [
        ("user_limit_exceeded", Quota::Person),
        ("app_limit_exceeded", Quota::Application),
    ] {
        let limit = |wait| (Trouble::DailyLimit(quota, Some(wall + wait)), Some(wait));
        assert_eq!(told(daily, Some(day)), limit(day));
        // Midnight in New York, where it is ten in the evening by the service's clock.
        assert_eq!(told(daily, None), limit(Duration::from_hours(2)));
    }
    let five_minutes = Some(Duration::from_mins(5));
    assert_eq!(told("anything", Some(day)), (Trouble::Busy, five_minutes));
    let silent = RequestError::Transient {
        trouble: Trouble::Busy,
        retry_after: five_minutes,
    };
    assert_eq!(busy(Some(day), b"Retry later", date, wall), silent);
}

#[test]
fn a_refused_client_id_is_told_from_other_refusals() {
    let refused = |status, body| rejection(&HttpResponse { status, body }, &["SECRET"]);
    let simkl = json!({"error": "client_id_failed", "code": 412, "message": "Wrong client_id"});
    let error = "client_id_failed".to_owned();
    assert_eq!(refused(412, simkl), Rejection::ClientBlocked { error });
    let error = "invalid_client".to_owned();
    assert_eq!(
        refused(401, json!({"error": "invalid_client"})),
        Rejection::ClientId { error }
    );
    let word = |error: &str| json!({ "error": error });
    assert_eq!(refused(403, word("insufficient_scope")), Rejection::Scope);
    let old = refused(403, word("oauth2_token_required"));
    assert_eq!(old, Rejection::OldToken);
    let other = |status, error: &str| Rejection::Other {
        status,
        error: error.to_owned(),
    };
    let unauthorized = json!({"error": "unauthorized_client"});
    assert_eq!(
        refused(400, unauthorized),
        other(400, "unauthorized_client")
    );
    assert_eq!(refused(404, Value::Null), other(404, ""));
    assert_eq!(
        refused(400, json!({"error": "what is SECRET"})),
        other(400, "")
    );
}
