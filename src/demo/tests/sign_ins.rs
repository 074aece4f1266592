//! Sign-ins through a browser, of both generations.

use std::collections::HashMap;

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};

use super::*;
use crate::demo::sign_ins::{Answered, Asked, CodeExchange, NoPage};

const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const BACK: &str = "http://127.0.0.1:40000/callback";

/// A request that is right for an application of V2.
fn asked(client_id: &str) -> Asked {
    Asked {
        response_type: "code".into(),
        client_id: client_id.into(),
        redirect_uri: BACK.into(),
        scope: "media:read media:write".into(),
        state: "st4te".into(),
        code_challenge: BASE64_URL_SAFE_NO_PAD.encode(digest(&SHA256, VERIFIER.as_bytes())),
        code_challenge_method: "S256".into(),
        app_name: "couchpin".into(),
    }
}

fn registered() -> Memory {
    Memory::new(both(), "http://127.0.0.1:1".into())
}

fn shown(code: &str) -> CodeExchange<'_> {
    CodeExchange {
        code,
        redirect_uri: BACK,
        verifier: VERIFIER,
        secret: None,
    }
}

fn query(answered: Option<Answered>) -> HashMap<String, String> {
    let Some(Answered::Back(to)) = answered else {
        panic!("the browser stays")
    };
    to.query_pairs().into_owned().collect()
}

/// The code that the person's "Allow" brings.
fn code(memory: &mut Memory, generation: Generation, asked: Asked, now: Instant) -> String {
    let page = memory.open_page(generation, asked, now).ok().unwrap();
    query(memory.allow(&page.key, now)).remove("code").unwrap()
}

#[test]
fn the_answer_of_v2_carries_its_issuer_and_a_no_is_told() {
    let (mut memory, t0) = (registered(), clock::now());
    let open = |memory: &mut Memory| {
        let page = memory.open_page(Generation::V2, asked("me2"), t0);
        page.ok().unwrap().key
    };
    let key = open(&mut memory);
    let yes = query(memory.allow(&key, t0));
    assert_eq!(
        (yes["state"].as_str(), yes["iss"].as_str()),
        ("st4te", "http://127.0.0.1:1")
    );
    assert!(memory.allow(&key, t0).is_none(), "a page is answered once");
    let key = open(&mut memory);
    let no = query(memory.deny(&key, t0));
    assert_eq!(no["error"], "access_denied");
    assert_eq!(
        (no["state"].as_str(), no["iss"].as_str()),
        ("st4te", "http://127.0.0.1:1")
    );
    assert!(!no.contains_key("code"));
}

#[test]
fn a_no_at_v1_brings_nothing_back_and_a_yes_no_issuer() {
    let (mut memory, t0) = (registered(), clock::now());
    let asked = || Asked {
        redirect_uri: REDIRECT.into(),
        ..asked("me")
    };
    let page = memory.open_page(Generation::V1, asked(), t0).ok().unwrap();
    assert!(matches!(memory.deny(&page.key, t0), Some(Answered::Stays)));
    let page = memory.open_page(Generation::V1, asked(), t0).ok().unwrap();
    let yes = query(memory.allow(&page.key, t0));
    assert!(yes.contains_key("code") && yes["state"] == "st4te" && !yes.contains_key("iss"));
}

#[test]
fn the_port_of_the_redirect_address_is_free_in_v2_only() {
    let (mut memory, t0) = (registered(), clock::now());
    let mut opens = |generation, id: &str, redirect_uri: &str| {
        let asked = Asked {
            redirect_uri: redirect_uri.into(),
            ..asked(id)
        };
        memory.open_page(generation, asked, t0).is_ok()
    };
    assert!(opens(Generation::V2, "me2", REDIRECT));
    assert!(opens(Generation::V2, "me2", BACK));
    assert!(opens(Generation::V2, "serverme2", BACK));
    for other in [
        "http://127.0.0.1:40000/other",
        "http://127.0.0.1:40000/callback?a=b",
        "http://localhost:40000/callback",
        "https://127.0.0.1:40000/callback",
        "http://example.com/callback",
        "",
    ] {
        assert!(!opens(Generation::V2, "me2", other), "{other}");
    }
    assert!(opens(Generation::V1, "me", REDIRECT));
    for other in [BACK, "http://127.0.0.1/callback/"] {
        assert!(!opens(Generation::V1, "me", other), "{other}");
    }
}

#[test]
fn a_page_that_cannot_ask_sends_the_browser_back_only_where_that_is_safe() {
    let (mut memory, t0) = (registered(), clock::now());
    let mut open = |generation, asked| memory.open_page(generation, asked, t0).err();
    for (generation, id) in [
        (Generation::V2, "tvme2"),
        (Generation::V1, "tvme"),
        (Generation::V2, "me"),
        (Generation::V1, "me2"),
        (Generation::V2, "unknown"),
    ] {
        let told = open(generation, asked(id));
        assert!(matches!(told, Some(NoPage::Told(_))), "{id}");
    }
    let unproved = |id, challenge: &str, method: &str| Asked {
        code_challenge: challenge.into(),
        code_challenge_method: method.into(),
        ..asked(id)
    };
    for id in ["me2", "serverme2"] {
        for asked in [
            unproved(id, "", ""),
            unproved(id, VERIFIER, "plain"),
            unproved(id, VERIFIER, "s256"),
            unproved(id, VERIFIER, ""),
        ] {
            let Some(NoPage::Back(to)) = open(Generation::V2, asked) else {
                panic!("PKCE is wanted of every kind")
            };
            let to = to.as_str();
            assert!(to.starts_with(&format!("{BACK}?error=invalid_request&state=st4te&iss=")));
        }
    }
}

#[test]
fn a_code_gives_its_scope_once_to_the_one_who_began() {
    let (mut memory, t0) = (registered(), clock::now());
    let v2 = Generation::V2;
    let [me, server] = ["me2", "serverme2"].map(|id| memory.application(id).unwrap());
    let code_ = code(&mut memory, v2, asked("me2"), t0);
    let scope = memory.redeem(&me, &shown(&code_), t0);
    assert_eq!(scope.as_deref(), Some("media:read media:write"));
    assert_eq!(memory.redeem(&me, &shown(&code_), t0), None, "once");

    let late = t0 + Duration::from_mins(10);
    for (app, shown_, at) in [
        (&server, shown(""), t0),
        (
            &me,
            CodeExchange {
                redirect_uri: REDIRECT,
                ..shown("")
            },
            t0,
        ),
        (
            &me,
            CodeExchange {
                verifier: "",
                ..shown("")
            },
            t0,
        ),
        (
            &me,
            CodeExchange {
                verifier: "another",
                ..shown("")
            },
            t0,
        ),
        (&me, shown(""), late),
    ] {
        let code = code(&mut memory, v2, asked("me2"), t0);
        let shown_ = CodeExchange {
            code: &code,
            ..shown_
        };
        assert_eq!(memory.redeem(app, &shown_, at), None);
        assert_eq!(memory.redeem(&me, &shown(&code), t0), None, "it is burnt");
    }
}

#[test]
fn v1_takes_the_verifier_or_else_the_secret_and_hears_no_lower_case_method() {
    let (mut memory, t0) = (registered(), clock::now());
    let v1 = Generation::V1;
    let mut redeem = |id: &str, method: &str, verifier, secret| {
        let challenge = if method == "none" {
            String::new()
        } else {
            asked(id).code_challenge
        };
        let asked = Asked {
            redirect_uri: REDIRECT.into(),
            code_challenge: challenge,
            code_challenge_method: method.replace("none", ""),
            ..asked(id)
        };
        let code = code(&mut memory, v1, asked, t0);
        let shown = CodeExchange {
            redirect_uri: REDIRECT,
            verifier,
            secret,
            ..shown(&code)
        };
        let app = memory.application(id).unwrap();
        memory.redeem(&app, &shown, t0).is_some()
    };
    assert!(redeem("me", "S256", VERIFIER, None));
    assert!(redeem("me", "", VERIFIER, None), "S256 is meant");
    assert!(!redeem("me", "s256", VERIFIER, None));
    assert!(!redeem("me", "S256", "another", None));
    assert!(!redeem("me", "none", "", None));
    assert!(redeem("serverme", "none", "", Some("s3cret")));
    assert!(!redeem("serverme", "none", "", Some("x")));
    assert!(!redeem("serverme", "none", "", None));
}

#[tokio::test]
async fn a_wrong_secret_leaves_the_code_of_v2_alive_and_burns_that_of_v1() {
    let phone = phone(both());
    for (generation, id, back, path, alive) in [
        (Generation::V2, "serverme2", BACK, "oauth2/token", true),
        (Generation::V1, "serverme", REDIRECT, "oauth/token", false),
    ] {
        let asked = Asked {
            redirect_uri: back.into(),
            code_challenge: if alive {
                asked(id).code_challenge
            } else {
                String::new()
            },
            ..asked(id)
        };
        let code = code(
            &mut phone.standin.shared.memory(),
            generation,
            asked,
            clock::now(),
        );
        let exchange = async |secret: &str| {
            let mut form = vec![
                ("grant_type", "authorization_code"),
                ("client_id", id),
                ("client_secret", secret),
                ("code", &code),
                ("redirect_uri", back),
            ];
            if alive {
                form.push(("code_verifier", VERIFIER));
            }
            phone.post(path, &form).await
        };
        let (status, body) = exchange("wrong").await;
        assert_eq!(
            (status.as_u16(), &body["error"]),
            (401, &"invalid_client".into())
        );
        let (status, body) = exchange("s3cret").await;
        assert_eq!(status == 200, alive, "{path}: {body}");
    }
    let kinds: Vec<_> = phone
        .standin
        .requests()
        .iter()
        .map(|seen| seen.kind)
        .collect();
    assert_eq!(kinds, [Kind::Exchanged; 4]);
}

#[tokio::test]
async fn the_page_has_two_buttons_that_lead_back() {
    let phone = phone(both());
    let mut pages = Vec::new();
    for button in ["allow", "deny"] {
        let mut url = phone.url("oauth2/authorize");
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", "me2")
            .append_pair("redirect_uri", BACK)
            .append_pair("state", "st4te")
            .append_pair("code_challenge", VERIFIER)
            .append_pair("code_challenge_method", "S256");
        let page = phone.client.get(url).send().await.unwrap();
        assert_eq!(page.status(), 200);
        let policy = page.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("form-action 'self' http:"), "{policy}");
        let page = page.text().await.unwrap();
        let key = page.split("name=\"key\" value=\"").nth(1).unwrap();
        let key = key.split('"').next().unwrap().to_owned();
        let press = phone.url(&format!("sign-in/{button}"));
        let answer = phone.client.post(press).form(&[("key", &key)]).send().await;
        let answer = answer.unwrap();
        assert_eq!(answer.status(), 303);
        pages.push(answer.headers()["location"].to_str().unwrap().to_owned());
    }
    assert!(pages[0].starts_with(&format!("{BACK}?code=")), "{pages:?}");
    assert!(
        pages[1].starts_with(&format!("{BACK}?error=access_denied&")),
        "{pages:?}"
    );
    let again = phone.press("../sign-in/allow", "").await.0;
    assert!(again.is_client_error(), "{again}");
}
