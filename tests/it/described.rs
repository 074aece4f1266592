//! The whole program with services that are described by a file alone, at two servers that other people wrote: node's
//! oidc-provider, found by its issuer, and django-oauth-toolkit, by its addresses. Needs node and the package of `tests/oidc`
//! (`npm ci --prefix tests/oidc`), and the packages of `tests/django` in the virtual environment `tests/django/.venv`.

use std::thread;
use std::time::Duration;

use url::Url;

use crate::support::{
    Bus, Display, Django, Done, Home, Oidc, PlainBrowser, SOON, Screen, ScreenReader, say, wait_for,
};

/// Longer than a screen that came by itself takes no press.
const GLANCE: Duration = Duration::from_millis(600);

/// Of all services here.
const NAME: &str = "any-site";
const DEVICE: &str = "client_id = \"tv-device\"";
/// An application with a secret, which both servers want for a code, too.
const SECRET: &str = "client_id = \"tv-secret\"\nclient_secret = \"canary-secret\"";

fn home(description: &str) -> Home {
    let home = Home::empty();
    home.service_file(NAME, description);
    home
}

/// What leads to node's server: no more than its issuer.
fn oidc_description(oidc: &Oidc, application: &str) -> String {
    let issuer = oidc.issuer();
    format!(
        "name = \"Any Site\"\nsite_url = \"{issuer}\"\nissuer = \"{issuer}\"\n{application}\n\n[oauth]\nscope = \"openid\"\n"
    )
}

/// What leads to Django's: its addresses, whose last slash counts.
fn django_description(django: &Django, application: &str) -> String {
    let url = &django.url;
    format!(
        "name = \"Any Site\"\nsite_url = \"{url}\"\n{application}\n\n[oauth]\n\
         device_authorization_endpoint = \"o/device-authorization/\"\n\
         token_endpoint = \"o/token/\"\n\
         revocation_endpoint = \"o/revoke_token/\"\n\
         scope = \"read\"\n\n\
         [oauth.poll_errors]\ndevice_not_found = \"invalid_grant\"\n"
    )
}

fn start_pairing(home: &Home) -> Screen {
    home.start(&["pair", "--service", NAME])
}

/// What it shows after these words.
fn shown(pairing: &Screen, words: &str) -> String {
    let place = pairing.out.wait_for(0, words, SOON);
    let line = pairing.out.all()[place].clone();
    let rest = line.strip_prefix(words).unwrap();
    rest.split(' ').next().unwrap().to_owned()
}

/// The status of a page that only a good token opens.
fn status_with(page: &Url, token: &str) -> u16 {
    let host = format!("127.0.0.1:{}", page.port().unwrap());
    let request = format!(
        "GET {} HTTP/1.0\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\r\n",
        page.path()
    );
    say(&host, &request).status
}

fn token(home: &Home) -> String {
    let told = home.run(&["token", NAME]);
    assert_eq!(told.code, Some(0), "{told:?}");
    told.out.trim_end().to_owned()
}

fn assert_paired(pairing: &mut Screen) {
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
    pairing.out.wait_for(0, "Signed in", SOON);
}

/// From the stored token to its end at the server; `page` is one that only a good token opens.
fn use_replace_and_end(home: &Home, page: &Url, account: &str) {
    let status = home.run(&["status"]);
    let line = format!("{NAME}: signed in{account} since ");
    assert!(status.out.contains(&line), "{status:?}");
    let first = token(home);
    assert_eq!(status_with(page, &first), 200);
    let replaced: Done = home.refused(NAME, &first);
    assert_eq!(replaced.code, Some(0), "{replaced:?}");
    let second = token(home);
    assert_eq!(replaced.out.trim_end(), second);
    assert_ne!(second, first);
    assert_eq!(status_with(page, &second), 200);

    let unpaired = home.run(&["unpair", NAME]);
    assert_eq!(
        unpaired.out,
        format!("{NAME}: signed out\n"),
        "{unpaired:?}"
    );
    let status = status_with(page, &second);
    assert!([401, 403].contains(&status), "{status}: ended there, too");
    assert_eq!(home.run(&["token", NAME]).code, Some(3));
}

/// Plays the person who types a code on the page of node's server.
fn approve_at_oidc(oidc: &Oidc, code: &str) {
    let browser = &mut PlainBrowser::default();
    let ask = browser.open(&oidc.at("device"));
    let confirm = browser.send(&ask, 0, &[("user_code", code)]);
    let page = browser.send(&confirm, 0, &[]);
    let done = Oidc::sign_in(&page, browser);
    assert_eq!(done.status, 200, "{done:?}");
}

#[test]
#[ignore = "needs node and npm: run by .ci/run"]
fn a_server_that_is_found_by_its_issuer_signs_in_in_a_terminal() {
    let oidc = Oidc::start();
    let home = home(&oidc_description(&oidc, DEVICE));
    let mut pairing = start_pairing(&home);
    approve_at_oidc(&oidc, &shown(&pairing, "Code: "));
    assert_paired(&mut pairing);
    use_replace_and_end(&home, &oidc.at("me"), " as ann");
}

#[test]
#[ignore = "needs node and npm: run by .ci/run"]
fn a_no_at_a_server_that_is_found_by_its_issuer_exits_3() {
    let oidc = Oidc::start();
    let home = home(&oidc_description(&oidc, DEVICE));
    let mut pairing = start_pairing(&home);
    let code = shown(&pairing, "Code: ");
    let browser = &mut PlainBrowser::default();
    let ask = browser.open(&oidc.at("device"));
    let confirm = browser.send(&ask, 0, &[("user_code", &code)]);
    browser.send(&confirm, 0, &[("abort", "yes")]);
    assert_eq!(pairing.exit_code(), Some(3), "{:?}", pairing.said());
    pairing.log.wait_for(0, "couchpin: declined", SOON);
}

#[test]
#[ignore = "needs the packages of tests/django: run by .ci/run"]
fn a_server_whose_addresses_are_written_down_signs_in_in_a_terminal() {
    let django = Django::start();
    let home = home(&django_description(&django, DEVICE));
    let mut pairing = start_pairing(&home);
    let code = shown(&pairing, "Code: ");
    let page = Url::parse(&shown(&pairing, "Go to: ")).unwrap();
    let done = Django::answer(&page, &code, "accept");
    assert!(done.body.contains("Device Authorized"), "{done:?}");
    assert_paired(&mut pairing);
    // It has nothing that tells whose token it is.
    use_replace_and_end(&home, &django.url.join("api/me").unwrap(), "");
}

#[test]
#[ignore = "needs the packages of tests/django: run by .ci/run"]
fn a_no_at_a_server_whose_addresses_are_written_down_exits_3() {
    let django = Django::start();
    let home = home(&django_description(&django, DEVICE));
    let mut pairing = start_pairing(&home);
    let code = shown(&pairing, "Code: ");
    Django::answer(&django.url.join("o/device/").unwrap(), &code, "deny");
    assert_eq!(pairing.exit_code(), Some(3), "{:?}", pairing.said());
    pairing.log.wait_for(0, "couchpin: declined", SOON);
}

#[test]
#[ignore = "needs node, npm and the packages of tests/django: run by .ci/run"]
fn an_application_with_a_secret_shows_it_for_a_code_too_unless_its_file_says_otherwise() {
    let (oidc, django) = (Oidc::start(), Django::start());
    let described = oidc_description(&oidc, SECRET);
    let without = described.replacen("[oauth]", "[oauth]\ncode_without_secret = true", 1);
    let without = home(&without).run(&["pair", "--service", NAME]);
    assert_eq!(without.code, Some(2), "{without:?}");

    let wrong = home(&described.replace("canary-secret", "canary-wrong"));
    let wrong = wrong.run(&["pair", "--service", NAME]);
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    assert!(wrong.err.contains("wrong client ID or secret"), "{wrong:?}");
    assert!(!wrong.err.contains("canary"), "{wrong:?}");
    let at_oidc = home(&described);
    let mut pairing = start_pairing(&at_oidc);
    approve_at_oidc(&oidc, &shown(&pairing, "Code: "));
    assert_paired(&mut pairing);
    use_replace_and_end(&at_oidc, &oidc.at("me"), " as ann");

    let home = home(&django_description(&django, SECRET));
    let mut pairing = start_pairing(&home);
    let code = shown(&pairing, "Code: ");
    Django::answer(&django.url.join("o/device/").unwrap(), &code, "accept");
    assert_paired(&mut pairing);
    use_replace_and_end(&home, &django.url.join("api/me").unwrap(), "");
}

/// The whole way on a television, by keys alone: `approve` plays the phone that has scanned the QR, `me` is a page that only a
/// good token opens.
fn sign_in_and_out_by_remote(
    description: &str,
    title: &str,
    me: &Url,
    approve: impl FnOnce(&str, &str),
) {
    let (display, bus) = (Display::with_openbox(), Bus::start());
    let home = home(description).on_bus(&bus.address);
    home.settings("store = \"file\"\nphone_page = false\n[simkl]\nclient_id = \"x\"\n");
    let mut reader = ScreenReader::on(&bus);
    let screen = home.screen(&display, &[]);
    screen.wait_for_frame("home");
    reader.wait_for_focus("Simkl");
    // Four cards have room in a row.
    display.press(&["Down"]);
    reader.wait_for_focus("Any Site");
    display.press(&["Return"]);
    let qr = display.wait_for_qr();
    let code = wait_for("code", SOON, || {
        let found = reader.look();
        let entry = found.iter().find(|found| found.role == "entry")?;
        // "S as in Sierra", "7".
        let spelt = entry.text.as_deref()?.split(", ");
        let letters: String = spelt.filter_map(|one| one.chars().next()).collect();
        (letters.len() >= 8).then_some(letters)
    });
    approve(&qr, &code);
    screen.wait_for_frame("paired");
    reader.wait_for(title);
    let first = token(&home);
    assert_eq!(status_with(me, &first), 200);
    let replaced = home.run(&["token", NAME, "--refresh"]);
    assert_eq!(replaced.code, Some(0), "{replaced:?}");
    let second = token(&home);
    assert_ne!(second, first);

    reader.wait_for_focus("Done");
    thread::sleep(GLANCE);
    display.press(&["Right", "Return"]);
    reader.wait_for_focus("Cancel");
    display.press(&["Right", "Return"]);
    screen.wait_for_frame("stopped");
    let status = status_with(me, &second);
    assert!([401, 403].contains(&status), "{status}: ended there, too");
    assert_eq!(home.run(&["token", NAME]).code, Some(3));
}

#[test]
#[ignore = "needs node, npm, Xvfb, openbox, xdotool, imagemagick, zbar-tools and at-spi2-core: run by .ci/run"]
fn a_remote_alone_signs_in_at_a_server_that_is_found_by_its_issuer_and_out_again() {
    let oidc = Oidc::start();
    let description = oidc_description(&oidc, DEVICE);
    sign_in_and_out_by_remote(&description, "Signed in as ann", &oidc.at("me"), |qr, _| {
        // The QR leads to the page with the code in it.
        let browser = &mut PlainBrowser::default();
        let given = browser.open(&Url::parse(qr).unwrap());
        let confirm = browser.send(&given, 0, &[]);
        let page = browser.send(&confirm, 0, &[]);
        assert_eq!(Oidc::sign_in(&page, browser).status, 200);
    });
}

#[test]
#[ignore = "needs the packages of tests/django, Xvfb, openbox, xdotool, imagemagick, zbar-tools and at-spi2-core: run by .ci/run"]
fn a_remote_alone_signs_in_at_a_server_whose_addresses_are_written_down_and_out_again() {
    let django = Django::start();
    let description = django_description(&django, DEVICE);
    let me = django.url.join("api/me").unwrap();
    sign_in_and_out_by_remote(&description, "This TV is signed in", &me, |_, code| {
        let done = Django::answer(&django.url.join("o/device/").unwrap(), code, "accept");
        assert!(done.body.contains("Device Authorized"), "{done:?}");
    });
}
