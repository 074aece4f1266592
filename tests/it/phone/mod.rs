//! The page for a phone, by plain HTTP. Here: what a phone gets; `refusals`: what other clients get.

mod browser;
mod refusals;

use std::future::Future;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use couchpin::auth::{
    AuthorizationCode, ClientCredentials, DeviceAuthorization, FormOutcome, Secret, SignInEvent,
    UserCode,
};
use couchpin::web::phone::{Application, NoPage, Options, Page, Question};
use couchpin::words::Language;
use url::Url;

use crate::support::{Answer, SOON, say};

const FORM: &str = "application/x-www-form-urlencoded";

/// 43 characters, as Shikimori shows them.
const CODE: &str = "Ab3dEf-hIjKlMnOpQrStUvWxYz0123456789_-abcdE";

fn taken() -> SignInEvent {
    SignInEvent::Code(AuthorizationCode::typed(CODE).unwrap())
}

fn code_at(consent: &str) -> Question {
    let consent = Url::parse(consent).unwrap();
    Question::Code { consent }
}

fn code() -> Question {
    code_at("https://shikimori.io/oauth/authorize?client_id=abc&scope=user_rates")
}

fn client() -> Question {
    Question::Client {
        register: Url::parse("https://shikimori.io/oauth/applications").unwrap(),
        application: Application::WithSecret {
            name: "Couchpin".into(),
            redirect_uri: "urn:ietf:wg:oauth:2.0:oob".into(),
        },
    }
}

fn options() -> Options {
    Options {
        address: Some(Ipv4Addr::LOCALHOST.into()),
        life: Duration::from_mins(30),
        service: "Shikimori".into(),
        language: Language::English,
    }
}

fn now<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(async { tokio::time::timeout(SOON, future).await })
        .expect("it comes soon")
}

/// Where a page is served.
fn address_of(page: &Page) -> SocketAddr {
    let url = Url::parse(page.url().expose()).unwrap();
    url.socket_addrs(|| None).unwrap()[0]
}

/// A page, and a phone that has scanned its QR.
struct Phone {
    page: Page,
    host: String,
    path: String,
}

impl Phone {
    fn asked(question: Question) -> Self {
        Self::with(question, options())
    }

    fn with(question: Question, options: Options) -> Self {
        let page = Page::open(question, options).unwrap();
        let url = Url::parse(page.url().expose()).unwrap();
        Self {
            host: address_of(&page).to_string(),
            path: url.path().to_owned(),
            page,
        }
    }

    fn get(&self) -> Answer {
        self.ask("GET", &self.path, &[("Host", &self.host)], "")
    }

    fn get_in(&self, languages: &str) -> Answer {
        let headers = [("Host", &*self.host), ("Accept-Language", languages)];
        self.ask("GET", &self.path, &headers, "")
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = vec![format!("{method} {path} HTTP/1.1")];
        request.extend(
            headers
                .iter()
                .map(|(name, value)| format!("{name}: {value}")),
        );
        if !body.is_empty() {
            request.push(format!("Content-Length: {}", body.len()));
        }
        say(
            &self.host,
            &format!(
                "{}

{body}",
                request.join(
                    "
"
                )
            ),
        )
    }

    /// Sends a form from another page, or from none.
    fn post_from(&self, origin: Option<&str>, body: &str) -> Answer {
        let mut headers = vec![("Host", &*self.host), ("Content-Type", FORM)];
        headers.extend(origin.map(|origin| ("Origin", origin)));
        self.ask("POST", &self.path, &headers, body)
    }

    /// Sends a form, or only looks, from a browser that has a cookie.
    fn with_cookie(&self, cookie: &str, body: Option<&str>) -> Answer {
        let origin = format!("http://{}", self.host);
        let form = [("Content-Type", FORM), ("Origin", &*origin)];
        let method = body.map_or("GET", |_| "POST");
        let mut headers = vec![("Host", &*self.host), ("Cookie", cookie)];
        headers.extend(body.iter().flat_map(|_| form));
        self.ask(method, &self.path, &headers, body.unwrap_or_default())
    }

    fn post(&self, body: &str) -> Answer {
        self.post_from(Some(&format!("http://{}", self.host)), body)
    }

    /// Sends a code beside a number.
    fn give(&self, number: &str, code: &str) -> Answer {
        self.post(&format!("number={number}&code={code}"))
    }

    fn number(&self) -> String {
        self.page.number().expose().to_owned()
    }

    fn wrong_number(&self) -> &'static str {
        if self.page.number().is("0000") {
            "1111"
        } else {
            "0000"
        }
    }

    fn event(&mut self) -> SignInEvent {
        now(self.page.event())
    }

    /// Nothing was taken: a good value still is the first.
    fn assert_nothing_taken(&mut self) {
        assert_eq!(self.give(&self.number(), CODE).status, 303);
        loop {
            match self.event() {
                SignInEvent::Opened | SignInEvent::WrongNumber(_) => {}
                other => break assert_eq!(other, taken()),
            }
        }
    }
}

#[test]
fn the_page_leads_to_the_consent_page_and_takes_its_code() {
    let mut phone = Phone::asked(code());
    let page = phone.get();
    assert_eq!(page.status, 200);
    assert!(page.body.contains(
        r#"href="https://shikimori.io/oauth/authorize?client_id=abc&amp;scope=user_rates""#
    ));
    assert!(
        !page.body.contains(&phone.number()),
        "the number is not on the page"
    );
    assert_eq!(phone.event(), SignInEvent::Opened);

    let sent = phone.give(&phone.number(), CODE);
    assert_eq!(sent.status, 303);
    assert_eq!(sent.header("location"), Some(&*phone.path));
    assert_eq!(phone.event(), taken());

    let cookie = cookie_of(&sent);
    let page = phone.with_cookie(&cookie, None);
    assert!(page.body.contains("Sent to your TV"), "{}", page.body);
    assert!(page.body.contains(r#"http-equiv="refresh""#));
    phone.page.tell_trouble();
    let page = phone.with_cookie(&cookie, None);
    assert!(page.body.contains("Your TV can’t reach Shikimori"));
    assert!(page.body.contains(r#"http-equiv="refresh""#));
    let Phone { page, host, path } = phone;
    page.tell(FormOutcome::Done);
    let look = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let done = say(&host, &look).body;
    assert!(
        done.contains("Your TV is signed in to Shikimori."),
        "{done}"
    );
    assert!(!done.contains("refresh"));
}

#[test]
fn every_page_says_whose_it_is_and_a_set_up_which_step() {
    let phone = Phone::asked(code());
    let page = phone.get().body;
    assert!(
        page.contains("<svg") && page.contains(">Couchpin</b>"),
        "{page}"
    );
    assert!(!page.contains(" of 2"), "a sign-in alone has no steps");
    let mut phone = Phone::asked(client());
    let page = phone.get().body;
    assert!(page.contains("Step 1 of 2"), "{page}");
    let address = r#"<p class="copy" translate="no">urn:ietf:wg:oauth:2.0:oob</p>"#;
    let hold = r#"<p class="hint">Tap and hold to copy</p>"#;
    assert!(page.contains(&format!("{address}\n{hold}")), "{page}");
    phone.post(&format!("number={}&id=a&secret=b", phone.number()));
    assert!(phone.get().body.contains("Step 1 of 2"));
    while !matches!(phone.event(), SignInEvent::Client(_)) {}
    phone.page.ask(code());
    assert!(phone.get().body.contains("Step 2 of 2"));
}

#[test]
fn an_application_of_simkl_may_have_a_secret() {
    let mut phone = Phone::asked(of_simkl());
    let page = phone.get().body;
    let folded = "<details ><summary>Does it also show a client secret?";
    assert!(page.contains(folded), "{page}");
    let wrong = format!("number={}&id=same&secret=same", phone.number());
    let answer = phone.post(&wrong).body;
    assert!(answer.contains("<details open>"), "{answer}");
    let sent = format!("number={}&id=an-id&secret=a-secret", phone.number());
    assert_eq!(phone.post(&sent).status, 303);
    assert_eq!(phone.event(), SignInEvent::Opened);
    let client = ClientCredentials {
        id: "an-id".to_owned(),
        secret: Some(Secret::new("a-secret")),
    };
    assert_eq!(phone.event(), SignInEvent::Client(client));
}

fn of_simkl() -> Question {
    Question::Client {
        register: Url::parse("https://simkl.com/settings/developer").unwrap(),
        application: Application::SecretOptional,
    }
}

#[test]
fn an_application_of_simkl_needs_nothing_but_an_id() {
    let mut phone = Phone::asked(of_simkl());
    let page = phone.get().body;
    assert!(
        page.contains("Type: Mobile, desktop &amp; browser apps. Choose exactly this one."),
        "{page}"
    );
    assert!(!page.contains("Server apps"), "{page}");
    assert!(page.contains(">http://127.0.0.1/callback<"), "{page}");
    assert!(!page.contains("urn:ietf") && !page.contains("a day old"));
    assert_eq!(phone.event(), SignInEvent::Opened);
    let sent = phone.post(&format!("number={}&id=an-id&secret=", phone.number()));
    assert_eq!(sent.status, 303);
    let (id, secret) = ("an-id".to_owned(), None);
    let client = ClientCredentials { id, secret };
    assert_eq!(phone.event(), SignInEvent::Client(client));
    let Phone { page, host, path } = phone;
    page.tell(FormOutcome::SetUp);
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let done = say(&host, &request).body;
    assert!(done.contains("Shikimori is set up on your TV"), "{done}");
}

#[test]
fn the_page_takes_a_client_id_and_secret_and_goes_on_to_the_code() {
    let mut phone = Phone::asked(client());
    let page = phone.get().body;
    assert!(page.contains("urn:ietf:wg:oauth:2.0:oob"));
    assert!(
        page.contains(r#"href="https://shikimori.io/oauth/applications""#),
        "{page}"
    );
    assert!(
        page.contains("tap Create at the top. Name: Couchpin."),
        "{page}"
    );
    let age = page.find("Your Shikimori account must be at least a day old.");
    assert!(age.unwrap() < page.find("tap Create").unwrap(), "{page}");
    assert!(page.contains("<p>Or copy this address</p>\n<p class=\"copy\""));
    assert!(page.contains("Come back here and paste both"));
    assert_eq!(phone.event(), SignInEvent::Opened);
    let sent = phone.post(&format!(
        "number={}&id=an-id&secret=a-secret",
        phone.number()
    ));
    assert_eq!(sent.status, 303);
    let (id, secret) = ("an-id".to_owned(), Some(Secret::new("a-secret")));
    let client = ClientCredentials { id, secret };
    assert_eq!(phone.event(), SignInEvent::Client(client));
    phone.page.ask(code());
    assert!(phone.get().body.contains("Copy the whole code"));
    phone.assert_nothing_taken();
    phone.page.tell(FormOutcome::Refused);
    assert!(phone.get().body.contains("Shikimori didn’t accept that."));
}

/// The cookie that an answer sets, as a browser sends it back.
fn cookie_of(answer: &Answer) -> String {
    let cookie = answer.header("set-cookie").expect("a cookie");
    cookie.split(';').next().unwrap().to_owned()
}

#[test]
fn the_number_is_typed_once_in_each_browser() {
    let field = "name=\"number\"";
    let mut phone = Phone::asked(client());
    assert!(phone.get().body.contains(field));
    for wrong in [phone.give(phone.wrong_number(), CODE), phone.give("", CODE)] {
        assert_eq!(wrong.header("set-cookie"), None);
    }
    let sent = phone.post(&format!("number={}&id=a&secret=b", phone.number()));
    let cookie = sent.header("set-cookie").unwrap();
    let own = format!("; Path={}; ", phone.path);
    for part in [&*own, "; HttpOnly", "; SameSite=Strict"] {
        assert!(cookie.contains(part), "{part} in {cookie}");
    }
    let cookie = cookie_of(&sent);
    assert_eq!(cookie.len(), "couchpin_page=".len() + 26, "130 bits");
    while !matches!(phone.event(), SignInEvent::Client(_)) {}
    phone.page.ask(code());
    let code = format!("code={CODE}");

    // Another browser, and one with another page's cookie, still have to type it.
    let other = Phone::asked(client());
    let others = other.post(&format!("number={}&id=a&secret=b", other.number()));
    for stranger in ["", "couchpin_page=", &cookie_of(&others)] {
        assert!(phone.with_cookie(stranger, None).body.contains(field));
        let answer = phone.with_cookie(stranger, Some(&code));
        assert_eq!(answer.status, 422, "{stranger}");
        assert!(
            answer.body.contains("Type the four digits"),
            "{}",
            answer.body
        );
    }
    // So does another site's form, whatever it comes with.
    let headers = [
        ("Host", &*phone.host),
        ("Cookie", &cookie),
        ("Content-Type", FORM),
    ];
    assert_eq!(phone.ask("POST", &phone.path, &headers, &code).status, 403);

    let page = phone.with_cookie(&cookie, None).body;
    assert!(
        !page.contains(field) && page.contains("name=\"code\""),
        "{page}"
    );
    assert_eq!(phone.with_cookie(&cookie, Some(&code)).status, 303);
    assert_eq!(phone.event(), taken());
}

/// A code of Simkl's, as a television shows it.
fn device_code(verification_uri_complete: &str) -> DeviceAuthorization {
    DeviceAuthorization {
        user_code: UserCode::parse("BDWP-HQPK").unwrap(),
        device_code: Some(Secret::new("device-code")),
        verification_uri: Url::parse("https://simkl.com/pin").unwrap(),
        verification_uri_complete: Url::parse(verification_uri_complete).unwrap(),
        expires_in: Duration::from_mins(15),
        interval: Duration::from_secs(5),
    }
}

#[test]
fn after_the_client_id_the_same_page_goes_on_to_the_service() {
    let mut phone = Phone::asked(of_simkl());
    let sent = phone.post(&format!("number={}&id=an-id&secret=", phone.number()));
    let cookie = cookie_of(&sent);
    while !matches!(phone.event(), SignInEvent::Client(_)) {}
    let page = phone.with_cookie(&cookie, None).body;
    assert!(page.contains("Sent to your TV"), "no code yet: {page}");
    let link = "https://simkl.com/pin?user_code=BDWP-HQPK&a=\"";
    phone.page.show_code(&device_code(link));
    let page = phone.with_cookie(&cookie, None).body;
    for part in [
        "Step 2 of 2",
        r#"href="https://simkl.com/pin?user_code=BDWP-HQPK&amp;a=%22""#,
        ">Continue to Shikimori</a>",
        ">BDWP-HQPK</p>",
        "Check that Shikimori and your TV show this code",
        r#"http-equiv="refresh""#,
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("device-code"), "{page}");
    // Who has the address, but did not see the television, does not see the code. They are told why, and how to go on.
    for page in [phone.get(), phone.with_cookie("couchpin_page=x", None)] {
        assert!(page.body.contains("Another phone is signing in"));
        assert!(page.body.contains("let your TV show the QR code"));
        assert!(!page.body.contains("BDWP"), "{}", page.body);
    }
    assert_eq!(
        phone.with_cookie(&cookie, Some("id=other&secret=")).status,
        409
    );
    phone.page.tell(FormOutcome::Done);
    let page = phone.with_cookie(&cookie, None).body;
    assert!(page.contains("Your TV is signed in"), "{page}");
    assert!(
        !page.contains("BDWP") && !page.contains("refresh"),
        "{page}"
    );
}

#[test]
fn a_code_that_was_cut_off_costs_no_try_and_nothing_is_quoted_raw() {
    let mut phone = Phone::asked(code());
    for _ in 0..6 {
        let answer = phone.give(&phone.number(), "Ab3dEf");
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("Part of the code is missing."));
        assert!(!answer.body.contains(">Ab3dEf<"), "it is pasted anew");
        assert!(!answer.body.contains("name=\"number\""), "it was right");
    }
    let answer = phone.give(
        phone.wrong_number(),
        "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    );
    assert!(!answer.body.contains("<script"), "{}", answer.body);
    phone.assert_nothing_taken();
}

#[test]
fn the_page_speaks_the_phones_language_or_the_televisions() {
    let options = Options {
        language: Language::Polish,
        ..options()
    };
    let phone = Phone::with(code(), options);
    for (preferred, lang, button) in [
        ("de-AT,de;q=0.9,en;q=0.8", "de", "An den Fernseher senden"),
        ("nl,ja;q=0.5", "ja", "テレビに送る"),
        ("nl", "pl", "Wyślij do telewizora"),
    ] {
        let page = phone.get_in(preferred).body;
        assert!(page.contains(&format!(r#"<html lang="{lang}">"#)), "{page}");
        assert!(page.contains(button), "{page}");
    }
    assert!(phone.get().body.contains("Wyślij do telewizora"));
}

#[test]
fn an_address_of_ipv6_serves_too() {
    let options = Options {
        address: Some("::1".parse().unwrap()),
        ..options()
    };
    match std::net::TcpListener::bind("[::1]:0") {
        Ok(_) => {
            let mut phone = Phone::with(code(), options);
            assert!(phone.host.starts_with("[::1]:"));
            assert_eq!(phone.get().status, 200);
            phone.assert_nothing_taken();
        }
        // A machine without IPv6.
        Err(_) => assert!(matches!(
            Page::open(code(), options),
            Err(NoPage::ListenError(..))
        )),
    }
}

#[test]
fn an_address_of_somebody_else_is_told() {
    let options = Options {
        address: Some("203.0.113.9".parse().unwrap()),
        ..options()
    };
    let error = Page::open(code(), options).err().unwrap().to_string();
    assert!(
        error.starts_with("no page can be opened at 203.0.113.9"),
        "{error}"
    );
}
