//! What the page for a phone refuses, and what it never tells.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use couchpin::auth::SignInEvent;
use couchpin::web::phone::{NoPage, Options, Page};

use super::{CODE, FORM, Phone, address_of, code, options, taken};
#[cfg(target_os = "linux")]
use crate::support::Idle;
use crate::support::{SOON, say, wait_for};

#[test]
fn nothing_on_the_page_runs_is_loaded_kept_or_framed() {
    let phone = Phone::asked(code());
    let page = phone.get();
    let policy = page.header("content-security-policy").unwrap();
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .unwrap()
        .split('\'')
        .next()
        .unwrap();
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self'; frame-ancestors 'none'; \
             base-uri 'none'"
        )
    );
    assert!(page.body.contains(&format!(r#"<style nonce="{nonce}">"#)));
    assert!(!phone.get().body.contains(nonce), "each answer has its own");
    assert!(!page.body.contains("<script") && !page.body.contains("src="));
    let wrong = phone.ask("GET", "/", &[("Host", &phone.host)], "");
    for answer in [&page, &wrong] {
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("x-frame-options"), Some("DENY"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("connection"), Some("close"));
    }
    // Browsers tell a form's origin under this one, and under `no-referrer` they do not.
    assert_eq!(page.header("referrer-policy"), Some("same-origin"));
    assert!(page.body.contains(r#"rel="noopener noreferrer""#));
}

#[test]
fn a_wrong_path_shows_nothing() {
    let mut phone = Phone::asked(code());
    let longer = format!("{}a", phone.path);
    let shorter = &phone.path[..phone.path.len() - 1];
    for path in ["/", "/favicon.ico", &longer, shorter] {
        let answer = phone.ask("GET", path, &[("Host", &phone.host)], "");
        assert_eq!((answer.status, &*answer.body), (404, ""), "{path}");
        let origin = format!("http://{}", phone.host);
        let headers = [
            ("Host", &*phone.host),
            ("Content-Type", FORM),
            ("Origin", &origin),
        ];
        let body = format!("number={}&code={CODE}", phone.number());
        assert_eq!(phone.ask("POST", path, &headers, &body).status, 404);
    }
    phone.assert_nothing_taken();
}

#[test]
fn addresses_and_numbers_are_never_the_same() {
    let phones: Vec<_> = (0..8).map(|_| Phone::asked(code())).collect();
    let mut paths: Vec<_> = phones.iter().map(|phone| &phone.path[1..]).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), 8);
    assert!(paths.iter().all(|path| path.len() == 26), "130 bits");
    let mut numbers: Vec<_> = phones.iter().map(Phone::number).collect();
    assert!(numbers.iter().all(|number| number.len() == 4));
    numbers.dedup();
    assert!(numbers.len() > 1);
}

#[test]
fn five_wrong_numbers_close_the_page() {
    let mut phone = Phone::asked(code());
    phone.get();
    assert_eq!(phone.event(), SignInEvent::Opened);
    for (count, left) in [
        (1, "4 tries"),
        (2, "3 tries"),
        (3, "2 tries"),
        (4, "One try"),
    ] {
        let answer = phone.give(phone.wrong_number(), CODE);
        assert_eq!(answer.status, 403);
        assert!(
            answer.body.contains(&format!("{left} left.")),
            "{}",
            answer.body
        );
        assert!(
            answer.body.contains(CODE),
            "the code need not be pasted again"
        );
        assert_eq!(phone.event(), SignInEvent::WrongNumber(count));
    }
    let answer = phone.give(phone.wrong_number(), CODE);
    assert_eq!(answer.status, 410);
    assert!(
        answer.body.contains("Too many wrong numbers"),
        "{}",
        answer.body
    );
    assert_eq!(phone.event(), SignInEvent::WrongNumber(5));
    assert_eq!(phone.event(), SignInEvent::Closed);
    // The right number comes too late.
    assert_eq!(phone.give(&phone.number(), CODE).status, 410);
    assert_eq!(phone.get().status, 410);
}

#[test]
fn wrong_numbers_from_many_sides_at_once_are_counted_too() {
    let phone = Phone::asked(code());
    let tries = || -> Vec<u16> {
        let tries = (0..5).map(|_| phone.give(phone.wrong_number(), CODE).status);
        tries.collect()
    };
    // As many at once as one address may have.
    let statuses = std::thread::scope(|scope| {
        let sides = [(); 4].map(|()| scope.spawn(tries));
        sides.map(|side| side.join().unwrap()).concat()
    });
    let told = statuses.iter().filter(|status| **status == 403).count();
    assert_eq!(told, 4, "{statuses:?}");
    assert_eq!(phone.give(&phone.number(), CODE).status, 410);
}

#[test]
fn a_foreign_host_is_sent_away() {
    let mut phone = Phone::asked(code());
    let port = address_of(&phone.page).port();
    for host in [
        "evil.example",
        &format!("evil.example:{port}"),
        &format!("localhost:{port}"),
    ] {
        let answer = phone.ask("GET", &phone.path, &[("Host", host)], "");
        assert_eq!((answer.status, &*answer.body), (421, ""), "{host}");
        let origin = format!("http://{host}");
        let headers = [("Host", host), ("Content-Type", FORM), ("Origin", &origin)];
        let body = format!("number={}&code={CODE}", phone.number());
        assert_eq!(phone.ask("POST", &phone.path, &headers, &body).status, 421);
    }
    phone.assert_nothing_taken();
}

#[test]
fn a_form_from_another_page_is_sent_away() {
    let mut phone = Phone::asked(code());
    let body = format!("number={}&code={CODE}", phone.number());
    for origin in [
        None,
        Some("null"),
        Some("https://shikimori.io"),
        Some("http://127.0.0.1"),
    ] {
        let answer = phone.post_from(origin, &body);
        assert_eq!((answer.status, &*answer.body), (403, ""), "{origin:?}");
    }
    phone.assert_nothing_taken();
}

#[test]
fn a_second_value_is_refused() {
    let mut phone = Phone::asked(code());
    assert_eq!(phone.give(&phone.number(), CODE).status, 303);
    let other = CODE.replace('A', "B");
    let second = phone.give(&phone.number(), &other);
    assert_eq!(second.status, 409);
    assert!(second.body.contains("Another phone is signing in"));
    assert_eq!(phone.event(), taken());
    assert_eq!(phone.event(), SignInEvent::Opened);
}

#[test]
fn an_oversized_body_is_refused() {
    let mut phone = Phone::asked(code());
    let number = phone.number();
    let code = "x".repeat(4 * 1024);
    assert_eq!(phone.give(&number, &code).status, 413);
    // The same without telling before how much it is.
    let origin = format!("http://{}", phone.host);
    let chunked = format!(
        "POST {} HTTP/1.1\r\nHost: {}\r\nOrigin: {origin}\r\nContent-Type: {FORM}\r\n\
         Transfer-Encoding: chunked\r\n\r\n1400\r\n{}\r\n0\r\n\r\n",
        phone.path,
        phone.host,
        "x".repeat(0x1400)
    );
    assert_eq!(say(&phone.host, &chunked).status, 413);
    phone.assert_nothing_taken();
}

#[test]
fn after_the_deadline_everything_is_refused() {
    let life = Duration::from_millis(200);
    let options = Options { life, ..options() };
    let mut phone = Phone::with(code(), options);
    assert_eq!(phone.event(), SignInEvent::TimeOver);
    let late = phone.give(&phone.number(), CODE);
    assert_eq!(late.status, 410);
    assert!(late.body.contains("Time’s up"), "{}", late.body);
    assert_eq!(phone.get().status, 410);
}

#[cfg(target_os = "linux")]
#[test]
fn the_page_is_at_one_address_only() {
    let phone = Phone::asked(code());
    let port = address_of(&phone.page).port();
    let elsewhere = SocketAddr::from((Ipv4Addr::new(127, 0, 0, 2), port));
    assert!(TcpStream::connect(elsewhere).is_err());
    for all in ["0.0.0.0", "::"] {
        let options = Options {
            address: Some(all.parse::<IpAddr>().unwrap()),
            ..options()
        };
        assert!(matches!(
            Page::open(code(), options),
            Err(NoPage::NoNetwork)
        ));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn beside_a_thousand_idle_connections_of_a_neighbour_the_phone_gives_its_code() {
    let mut phone = Phone::asked(code());
    let _idle = Idle::from_another_address(1_000, address_of(&phone.page));
    assert_eq!(phone.get().status, 200);
    assert_eq!(phone.event(), SignInEvent::Opened);
    phone.give(&phone.number(), CODE);
    assert_eq!(phone.event(), taken());
}

#[test]
fn the_page_closes_with_the_televisions_screen() {
    let phone = Phone::asked(code());
    let address = address_of(&phone.page);
    drop(phone);
    wait_for("closed port", SOON, || TcpStream::connect(address).err());
}

#[test]
fn nothing_secret_is_in_what_a_log_could_print() {
    let mut phone = Phone::asked(code());
    phone.give(&phone.number(), CODE);
    let event = format!("{:?}", phone.event());
    assert!(!event.contains(CODE), "{event}");
    let printed = format!("{:?} {:?}", phone.page.url(), phone.page.number());
    assert_eq!(printed, "[redacted] [redacted]");
}
