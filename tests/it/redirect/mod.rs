//! The loopback redirect, by plain HTTP.

mod one_time_url;

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;
#[cfg(target_os = "linux")]
use std::{
    net::{Ipv4Addr, SocketAddr},
    process::Command,
};

use couchpin::auth::{AuthorizationCode, Flow, Issuer, Secret, SignIn, SignInEvent, loopback};
use couchpin::web::redirect::{ExpectedCallback, ListenError, Port, Redirect};
use couchpin::words::Language;

use crate::support::{Answer, Browser, SOON, Site, SiteAnswer, now, say, wait_for};
#[cfg(target_os = "linux")]
use crate::support::{Done, Idle};

const PAGE: &str = "https://simkl.com/oauth/authorize?client_id=abc&state=right";
const GOOD: &str = "/callback?code=abc&state=right";

fn expected() -> ExpectedCallback {
    ExpectedCallback {
        sign_in: SignIn {
            address: PAGE.parse().unwrap(),
            redirect_uri: String::new(),
            state: Some(Secret::new("right")),
            verifier: None,
            client_id: "abc".into(),
            issuer: Issuer {
                identifier: "https://simkl.com".into(),
                sends_iss: false,
            },
            code_lifetime: Duration::from_mins(10),
            flow: Some(Flow::Device),
        },
        life: Duration::from_mins(5),
        service: "Simkl".into(),
        language: Language::English,
    }
}

fn port_of(redirect: &Redirect) -> u16 {
    redirect.one_time_url().port().unwrap()
}

fn listening() -> Redirect {
    Redirect::listen(now(Port::take(None)).unwrap(), expected()).unwrap()
}

fn listening_at(port: u16) -> Result<Redirect, ListenError> {
    Redirect::listen(now(Port::take(Some(port)))?, expected())
}

fn the_code() -> SignInEvent {
    SignInEvent::Code(AuthorizationCode::received("abc").unwrap())
}

/// A browser that was opened at the one-time address, and asks the listener for what it was sent back to.
struct Visitor {
    host: String,
    cookie: String,
}

impl Visitor {
    fn opened(redirect: &Redirect) -> Self {
        let mut visitor = Self {
            host: format!("127.0.0.1:{}", port_of(redirect)),
            cookie: String::new(),
        };
        let sent = visitor.get(redirect.one_time_url().path());
        assert_eq!((sent.status, sent.header("location")), (303, Some(PAGE)));
        let cookie = sent.header("set-cookie").unwrap();
        let (cookie, about) = cookie.split_once("; ").unwrap();
        assert_eq!(about, "Path=/callback; Max-Age=300; HttpOnly; SameSite=Lax");
        cookie.clone_into(&mut visitor.cookie);
        visitor
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &self.host)
    }

    fn ask(&self, method: &str, path: &str, host: &str) -> Answer {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {}\r\n\r\n",
            self.cookie
        );
        say(&self.host, &request)
    }
}

/// A browser is opened and comes back to this.
fn come_back(redirect: &Redirect, path: &str) -> Answer {
    Visitor::opened(redirect).get(path)
}

fn landing(redirect: &mut Redirect) -> SignInEvent {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(async { tokio::time::timeout(SOON, redirect.event()).await })
        .expect("it comes soon")
}

#[test]
fn a_sign_in_begins_with_the_address_of_the_very_port_that_is_listened_on() {
    for registered in [None, Some(free_port())] {
        let port = now(Port::take(registered)).unwrap();
        let address = port.redirect_uri();
        let redirect = Redirect::listen(port, expected()).unwrap();
        assert_eq!(address, loopback(port_of(&redirect)));
        assert!(registered.is_none_or(|port| port == port_of(&redirect)));
    }
}

#[test]
fn without_a_registered_port_several_sign_ins_have_one_each() {
    let [one, other] = [(); 2].map(|()| listening());
    assert_ne!(port_of(&one), port_of(&other));
}

fn free_port() -> u16 {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    free.local_addr().unwrap().port()
}

#[test]
fn a_code_is_taken_and_the_browser_is_sent_back_to_the_television() {
    let mut redirect = listening();
    let page = come_back(&redirect, GOOD);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Go back to your TV"), "{}", page.body);
    assert!(!page.body.contains("abc") && !page.body.contains("right"));
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert_eq!(landing(&mut redirect), the_code());
}

#[test]
fn after_the_answer_nobody_listens_any_more() {
    let redirect = listening();
    let port = port_of(&redirect);
    come_back(&redirect, GOOD);
    wait_for("closed port", SOON, || {
        TcpStream::connect(("127.0.0.1", port)).err()
    });
}

#[test]
fn what_is_no_answer_is_refused_and_the_wait_goes_on() {
    let mut redirect = listening();
    let browser = Visitor::opened(&redirect);
    for (method, path, status) in [
        ("GET", "/", 404),
        ("GET", "/favicon.ico", 404),
        ("GET", "/callback/x?code=abc&state=right", 404),
        ("POST", GOOD, 405),
        ("GET", "/callback", 400),
        ("GET", "/callback?code=evil&state=wrong", 400),
        ("GET", "/callback?error=access_denied&state=wrong", 400),
        ("GET", "/callback?code=evil&code=abc&state=right", 400),
    ] {
        let answer = browser.ask(method, path, &browser.host);
        assert_eq!(answer.status, status, "{method} {path}");
        assert!(!answer.body.contains("evil"));
    }
    assert_eq!(browser.ask("GET", GOOD, "evil.example").status, 421);
    assert_eq!(browser.get(GOOD).status, 200);
    assert_eq!(landing(&mut redirect), the_code());
}

#[test]
fn of_many_answers_at_once_one_counts() {
    let mut redirect = listening();
    let Visitor { host, cookie } = Visitor::opened(&redirect);
    let connect = |_| TcpStream::connect(&host).unwrap();
    let mut browsers: Vec<_> = (0..4).map(connect).collect();
    for (one, browser) in browsers.iter_mut().enumerate() {
        let request = format!(
            "GET /callback?code={one}&state=right HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n"
        );
        // The first answer closes the others' connections, perhaps before they spoke.
        let _ = browser.write_all(request.as_bytes());
    }
    let answered = browsers.into_iter().filter(|mut browser| {
        let mut answer = String::new();
        let _ = browser.read_to_string(&mut answer);
        answer.starts_with("HTTP/1.1 200 ")
    });
    assert_eq!(answered.count(), 1);
    assert!(matches!(landing(&mut redirect), SignInEvent::Code(_)));
}

#[test]
fn a_no_is_told() {
    let mut redirect = listening();
    let page = come_back(&redirect, "/callback?error=access_denied&state=right");
    assert!(page.body.contains("No access"), "{}", page.body);
    assert_eq!(landing(&mut redirect), SignInEvent::Denied);
    let again = pin!(redirect.event());
    let context = &mut Context::from_waker(Waker::noop());
    assert!(again.poll(context).is_pending(), "it is told once");
}

#[test]
fn an_answer_of_another_service_is_told_on_the_page_and_nothing_of_it_is_taken() {
    for said in ["code=abc", "error=access_denied"] {
        let mut redirect = listening();
        let iss = "iss=https%3A%2F%2Fevil.example";
        let page = come_back(&redirect, &format!("/callback?{said}&state=right&{iss}"));
        let title = "The answer came from a different service than Simkl";
        assert!(page.body.contains(title), "{}", page.body);
        assert!(page.body.contains("Nothing was used"));
        assert_eq!(landing(&mut redirect), SignInEvent::OtherIssuer, "{said}");
    }
}

#[test]
fn a_refused_request_is_told_in_the_services_word() {
    let mut redirect = listening();
    come_back(&redirect, "/callback?error=invalid_scope&state=right");
    let refused = SignInEvent::Refused("invalid_scope".into());
    assert_eq!(landing(&mut redirect), refused);
}

#[test]
fn when_nobody_comes_the_wait_ends_and_the_port_is_free() {
    let life = Duration::from_millis(100);
    let expected = ExpectedCallback { life, ..expected() };
    let mut redirect = Redirect::listen(now(Port::take(None)).unwrap(), expected).unwrap();
    assert_eq!(landing(&mut redirect), SignInEvent::TimeOver);
    let port = port_of(&redirect);
    drop(redirect);
    now(Port::take(Some(port))).unwrap();
}

#[test]
fn a_taken_port_is_told_with_its_number() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let error = listening_at(port).err().unwrap();
    assert!(matches!(error, ListenError::PortTaken(told) if told == port));
    assert!(error.to_string().contains(&format!("port {port} ")));
}

#[test]
fn a_port_that_is_given_back_a_moment_later_is_waited_for() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    std::thread::scope(|scope| {
        let listening = scope.spawn(|| listening_at(port));
        std::thread::sleep(Duration::from_millis(50));
        drop(taken);
        assert_eq!(
            listening.join().unwrap().ok().map(|it| port_of(&it)),
            Some(port)
        );
    });
}

#[test]
fn whoever_waits_again_at_once_finds_the_port_free() {
    let first = listening();
    let port = port_of(&first);
    drop(first);
    for _ in 0..20 {
        let again = listening_at(port).unwrap();
        come_back(&again, "/callback?code=abc&state=wrong");
        drop(again);
    }
}

#[test]
fn the_answer_is_in_the_browsers_language() {
    let redirect = listening();
    let Visitor { host, cookie } = Visitor::opened(&redirect);
    let request = format!(
        "GET {GOOD} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nAccept-Language: ru\r\n\r\n"
    );
    assert!(say(&host, &request).body.contains("Вернитесь к телевизору"));
}

#[test]
fn without_the_cookie_of_this_browser_a_right_answer_is_refused_and_the_wait_goes_on() {
    let mut redirect = listening();
    let browser = Visitor::opened(&redirect);
    for cookie in ["", "couchpin_sign_in=aaaaaaaaaaaaaaaaaaaaaaaaaa"] {
        let other = Visitor {
            host: browser.host.clone(),
            cookie: cookie.to_owned(),
        };
        let answer = other.get("/callback?code=evil&state=right");
        assert_eq!(answer.status, 403);
        assert!(
            answer.body.contains("isn’t from Couchpin"),
            "{}",
            answer.body
        );
    }
    assert_eq!(browser.get(GOOD).status, 200);
    assert_eq!(landing(&mut redirect), the_code());
}

#[test]
fn the_address_on_the_command_line_works_once_and_holds_nothing_of_the_sign_in() {
    let redirect = listening();
    let entrance = redirect.one_time_url().as_str();
    assert!(!entrance.contains("right") && !entrance.contains("abc"));
    let browser = Visitor::opened(&redirect);
    let again = browser.get(redirect.one_time_url().path());
    assert_eq!(again.status, 410);
    assert!(again.body.contains("already used"), "{}", again.body);
    assert_eq!(again.header("set-cookie"), None);
    assert_eq!(again.header("location"), None);
    assert!(!again.body.contains("right"), "{}", again.body);
    assert_eq!(browser.get(GOOD).status, 200, "it is still the one");
}

#[cfg(target_os = "linux")]
#[test]
fn beside_a_thousand_idle_connections_the_browser_is_answered() {
    let mut redirect = listening();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port_of(&redirect)));
    let _idle = Idle::from_another_address(1_000, address);
    assert_eq!(come_back(&redirect, GOOD).status, 200);
    assert_eq!(landing(&mut redirect), the_code());
}

/// What another user of this computer gets when they ask for a path of a listener.
#[cfg(target_os = "linux")]
fn another_user_asks(port: u16, cookie: &str, path: &str) -> String {
    use std::os::unix::process::CommandExt as _;
    let script = r#"exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nCookie: %s\r\n\r\n' "$2" "$1" "$3" >&3 && echo sent && cat <&3"#;
    let port = port.to_string();
    let mut bash = Command::new("bash");
    bash.args(["-c", script, "bash", &port, path, cookie])
        .current_dir("/")
        .uid(65_534)
        .gid(65_534);
    Done::within(bash, SOON).out
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs root, to be another user: run by .ci/run"]
fn another_user_of_this_computer_is_refused_and_the_wait_goes_on() {
    let mut redirect = listening();
    let entrance = redirect.one_time_url().path().to_owned();
    let said = another_user_asks(port_of(&redirect), "", &entrance);
    assert!(said.starts_with("sent\nHTTP/1.1 403 "), "{said}");
    assert!(
        !said.contains("cookie") && !said.contains("location"),
        "{said}"
    );
    let browser = Visitor::opened(&redirect);
    let said = another_user_asks(
        port_of(&redirect),
        &browser.cookie,
        "/callback?code=evil&state=right",
    );
    assert!(said.starts_with("sent\nHTTP/1.1 403 "), "{said}");
    assert_eq!(browser.get(GOOD).status, 200);
    assert_eq!(landing(&mut redirect), the_code());
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_browser_follows_the_consent_page_back_to_the_television() {
    let port = now(Port::take(None)).unwrap();
    let back = port.redirect_uri();
    // Another site for the browser than 127.0.0.1, as a service is.
    let site = Site::serving(move |path| match path.split('?').next() {
        Some("/oauth/authorize") => SiteAnswer::Page("<a href=/allow>Allow</a>".into()),
        Some("/allow") => SiteAnswer::Elsewhere(format!("{back}?code=abc&state=right")),
        _ => SiteAnswer::Nothing,
    });
    let consent = format!("{}/oauth/authorize?state=right", site.url);
    let consent = consent.replace("127.0.0.1", "localhost");
    let mut expected = expected();
    expected.sign_in.address = consent.parse().unwrap();
    let mut redirect = Redirect::listen(port, expected).unwrap();

    let browser = Browser::on_a_computer("en");
    browser.open(redirect.one_time_url().as_str());
    assert_eq!(browser.url(), consent);
    assert_eq!(browser.measure("document.referrer"), "");
    browser.press("a");
    assert_eq!(landing(&mut redirect), the_code());
    wait_for("page", SOON, || {
        browser.url().contains("/callback").then_some(())
    });
    assert_eq!(browser.text("h1"), "Go back to your TV");
    browser.photograph("redirect");
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_second_browser_reads_that_the_link_was_used_and_cannot_answer() {
    let mut redirect = listening();
    let first = Visitor::opened(&redirect);
    let second = Browser::on_a_computer("en");
    second.open(redirect.one_time_url().as_str());
    assert_eq!(second.text("h1"), "This link was already used");
    second.photograph("redirect-used");
    second.open(&format!("http://{}{GOOD}", first.host));
    assert_eq!(second.text("h1"), "This sign-in isn’t from Couchpin");
    assert_eq!(first.get(GOOD).status, 200);
    assert_eq!(landing(&mut redirect), the_code());
}
