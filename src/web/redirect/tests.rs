//! What counts as an answer, what does not, and what opens a browser. The listener itself is tested over HTTP, from
//! outside.

use axum::http::Request;
use std::time::Duration;

use super::request::{BrowserRequest, Expected};
use super::*;
use crate::auth::{AuthorizationCode, Flow, Issuer};

const HERE: &str = "127.0.0.1:53682";
const COOKIE: &str = "couchpin_sign_in=ours";

fn expected_answer() -> ExpectedAnswer {
    ExpectedAnswer {
        cookie: Secret::new("ours"),
        sign_in: sign_in(),
        service: "Simkl".into(),
    }
}

fn expected() -> Expected {
    Expected {
        host: HERE.to_owned(),
        one_time_path: Secret::new("/go/once"),
        page: sign_in().address,
        callback: Some(expected_answer()),
    }
}

fn sign_in() -> SignIn {
    SignIn {
        address: Url::parse("https://simkl.com/oauth2/authorize?state=right").unwrap(),
        redirect_uri: format!("http://{HERE}/callback"),
        state: Some(Secret::new("right")),
        verifier: None,
        client_id: "id".into(),
        issuer: Issuer {
            identifier: "https://simkl.com".into(),
            sends_iss: false,
        },
        code_lifetime: Duration::from_mins(10),
        flow: Some(Flow::Device),
    }
}

fn read(method: &str, uri: &str, headers: &[(&str, &str)]) -> Result<BrowserRequest, u16> {
    let mut request = Request::builder().method(method).uri(uri);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let (head, ()) = request.body(()).unwrap().into_parts();
    expected().read(&head).map_err(|status| status.as_u16())
}

fn read_from(method: &str, uri: &str, host: &str) -> Result<BrowserRequest, u16> {
    read(method, uri, &[("host", host), ("cookie", COOKIE)])
}

fn landing(uri: &str) -> Result<SignInEvent, u16> {
    match read_from("GET", uri, HERE)? {
        BrowserRequest::Callback(landing) => Ok(landing),
        BrowserRequest::OneTimeUrl => panic!("no answer: {uri}"),
    }
}

#[test]
fn a_code_with_the_right_state_is_the_answer() {
    let code = SignInEvent::Code(AuthorizationCode::received("a/b+c d").unwrap());
    assert_eq!(
        landing("/callback?code=a%2Fb%2Bc+d&state=right&iss=https%3A%2F%2Fsimkl.com"),
        Ok(code)
    );
}

#[test]
fn a_no_is_told_from_other_refusals() {
    assert_eq!(
        landing("/callback?error=access_denied&error_description=No&state=right"),
        Ok(SignInEvent::Denied)
    );
    assert_eq!(
        landing("/callback?state=right&error=invalid_scope"),
        Ok(SignInEvent::Refused("invalid_scope".into()))
    );
    let shouted = format!("/callback?state=right&error=%3Cb%3E{}%0Ax", "y".repeat(100));
    let Ok(SignInEvent::Refused(word)) = landing(&shouted) else {
        panic!("a refusal");
    };
    assert_eq!(word, format!("b{}", "y".repeat(39)));
}

#[test]
fn an_answer_of_another_issuer_is_told_whatever_it_says() {
    for said in ["code=abc", "error=access_denied", "error=invalid_scope"] {
        let uri = format!("/callback?{said}&state=right&iss=https%3A%2F%2Fevil.example");
        assert_eq!(landing(&uri), Ok(SignInEvent::OtherIssuer), "{said}");
        let uri = format!("/callback?{said}&state=wrong&iss=https%3A%2F%2Fevil.example");
        assert_eq!(landing(&uri), Err(400), "{said}: it is not even an answer");
    }
}

#[test]
fn a_wrong_state_is_no_answer() {
    for query in [
        "",
        "?",
        "?code=abc",
        "?code=abc&state=",
        "?code=abc&state=wrong",
        "?code=abc&state=righ",
        "?code=abc&state=right&state=right",
        "?code=abc&state=wrong&state=right",
        "?error=access_denied",
        "?error=access_denied&state=wrong",
    ] {
        assert_eq!(landing(&format!("/callback{query}")), Err(400), "{query}");
    }
}

#[test]
fn an_answer_without_this_browsers_cookie_is_none() {
    let good = "/callback?code=abc&state=right";
    let with = |cookies: &[&str]| {
        let host = [("host", HERE)].into_iter();
        let headers: Vec<_> = host
            .chain(cookies.iter().map(|it| ("cookie", *it)))
            .collect();
        read("GET", good, &headers)
    };
    for cookies in [
        &[][..],
        &[""],
        &["ours"],
        &["couchpin_sign_in="],
        &["couchpin_sign_in"],
        &["couchpin_sign_in=our"],
        &["couchpin_sign_in=ours2"],
        &["Couchpin_sign_in=ours"],
        &["other=ours", "couchpin_sign_in=theirs"],
    ] {
        assert_eq!(with(cookies), Err(403), "{cookies:?}");
    }
    for cookies in [
        &[COOKIE][..],
        &["a=b; couchpin_sign_in=ours; c=d"],
        // What another program has set for this host does no harm.
        &["couchpin_sign_in=theirs; couchpin_sign_in=ours"],
        &["couchpin_sign_in=theirs", COOKIE],
    ] {
        assert!(
            matches!(with(cookies), Ok(BrowserRequest::Callback(_))),
            "{cookies:?}"
        );
    }
}

#[test]
fn the_one_time_address_is_exact() {
    let visit = |method, path| read(method, path, &[("host", HERE)]);
    assert_eq!(visit("GET", "/go/once"), Ok(BrowserRequest::OneTimeUrl));
    for path in [
        "/go",
        "/go/",
        "/go/onc",
        "/go/once2",
        "/go/once/",
        "/GO/once",
        "/once",
    ] {
        assert_eq!(visit("GET", path), Err(404), "{path}");
    }
    // A request that only looks whether it is there does not use it up.
    assert_eq!(visit("HEAD", "/go/once"), Err(405));
    let elsewhere = [("host", "localhost:53682")];
    assert_eq!(read("GET", "/go/once", &elsewhere), Err(421));
}

#[test]
fn each_sign_in_has_an_address_of_its_own_and_a_cookie_that_stays_here() {
    let life = Duration::from_mins(5);
    let [one, two] = [(); 2].map(|()| {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let number = listener.local_addr().unwrap().port();
        let (port, page) = (Port { number, listener }, sign_in().address);
        let redirect = Redirect::start(port, page, None, life, Language::English).unwrap();
        let beginning = format!("http://127.0.0.1:{number}/go/");
        let secret = redirect.one_time_url().as_str().strip_prefix(&beginning);
        secret.expect("it leads here").to_owned()
    });
    assert_ne!(one, two);
    let [ours, theirs] = [(); 2].map(|()| ExpectedAnswer::new(sign_in(), "Simkl".into()).unwrap());
    assert_ne!(ours.cookie, theirs.cookie);
    assert_eq!(
        expected_answer().set_cookie(300),
        "couchpin_sign_in=ours; Path=/callback; Max-Age=300; HttpOnly; SameSite=Lax"
    );
}

#[test]
fn an_answer_is_a_code_or_an_error_and_only_once() {
    for query in [
        "state=right",
        "state=right&code=",
        "state=right&error=",
        "state=right&code=a&code=b",
        "state=right&code=a&error=access_denied",
    ] {
        assert_eq!(landing(&format!("/callback?{query}")), Err(400), "{query}");
    }
}

#[test]
fn other_places_hosts_and_methods_are_no_answer() {
    let good = "/callback?code=abc&state=right";
    for path in ["/", "/callback/", "/callbacks", "/Callback", "/favicon.ico"] {
        let uri = format!("{path}?code=abc&state=right");
        assert_eq!(landing(&uri), Err(404), "{path}");
    }
    for host in ["localhost:53682", "127.0.0.1", "evil.example:53682"] {
        assert_eq!(read_from("GET", good, host), Err(421), "{host}");
    }
    for method in ["POST", "HEAD", "OPTIONS"] {
        assert_eq!(read_from(method, good, HERE), Err(405), "{method}");
    }
}

#[test]
fn a_code_does_not_print() {
    let landed = landing("/callback?code=canary&state=right").unwrap();
    assert!(!format!("{landed:?}").contains("canary"));
}

#[cfg(unix)]
mod browser {
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use url::Url;

    use super::super::browser::{NoBrowser, command, has_display, open_with};

    fn program(folder: &Path, name: &str, script: &str) {
        let file = folder.join(name);
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
    }

    fn page() -> Url {
        Url::parse("https://simkl.com/oauth/authorize?a=$(id)&b='%20;&c=`id`").unwrap()
    }

    #[cfg(not(target_os = "macos"))]
    #[tokio::test]
    async fn the_address_is_one_argument_and_no_shell_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let seen = folder.path().join("seen");
        let script = format!(r#"printf '%s\n' "$#" "$@" > '{}'"#, seen.display());
        program(folder.path(), "xdg-open", &script);
        let path = std::env::join_paths([Path::new("/nowhere"), folder.path()]).unwrap();
        open_with(&page(), &path).await.unwrap();
        let seen = std::fs::read_to_string(seen).unwrap();
        assert_eq!(seen, format!("1\n{}\n", page()));
    }

    #[cfg(not(target_os = "macos"))]
    #[tokio::test]
    async fn without_a_browser_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let none = open_with(&page(), folder.path().as_os_str()).await;
        let said = none.unwrap_err().to_string();
        assert!(said.contains("xdg-open"), "{said}");
        program(folder.path(), "xdg-open", "exit 3");
        let failed = open_with(&page(), folder.path().as_os_str()).await;
        assert!(matches!(failed, Err(NoBrowser::Failed("xdg-open", _))));
    }

    #[cfg(not(target_os = "macos"))]
    #[test]
    fn a_browser_needs_a_display() {
        let with = |set: &'static str, to: &'static str| {
            has_display(move |name| (name == set).then(|| to.into()))
        };
        assert!(with("DISPLAY", ":0") && with("WAYLAND_DISPLAY", "wayland-1"));
        assert!(!with("DISPLAY", "") && !with("SSH_TTY", "/dev/pts/1"));
    }

    #[test]
    fn a_browser_inherits_no_secret() {
        let command = command(Path::new("x"), &[], &page());
        crate::system::child::assert_gets_no_secret(&command);
    }

    #[tokio::test]
    async fn only_pages_are_opened() {
        for other in ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.c"] {
            let page = Url::parse(other).unwrap();
            let opened = open_with(&page, "".as_ref()).await;
            assert!(matches!(opened, Err(NoBrowser::NoPage)), "{other}");
        }
    }
}
