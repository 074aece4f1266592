//! Proxies and certificates between couchpin and a service.

use std::net::TcpListener;

use couchpin::auth::Flow;

use crate::support::simkl::StandIn;
use crate::support::{AUTHORITY, Home, SOON, Screen, Socks, tls_before};

fn port(simkl: &StandIn) -> u16 {
    simkl.api_url().port().unwrap()
}

/// A home whose Simkl is at `https://`, with certificates of `tests/tls`.
fn home(site: &str) -> Home {
    Home::asking(site)
        .with("COUCHPIN_SIMKL_SITE_URL", site)
        .with("SSL_CERT_FILE", AUTHORITY)
}

/// Approves the code that is shown, and waits until it is paired.
fn approve(simkl: &StandIn, mut pairing: Screen) {
    let place = pairing.out.wait_for(0, "Code: ", SOON);
    let line = pairing.out.all()[place].clone();
    assert!(simkl.approve(line.split(' ').nth(1).unwrap()), "{line}");
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
}

#[test]
fn a_code_is_paired_through_a_socks_proxy_that_alone_knows_the_service() {
    let simkl = StandIn::of(Flow::Pin);
    let tls = tls_before(port(&simkl), "valid");
    let socks = Socks::to(tls.port);
    let proxy = format!("socks5h://127.0.0.1:{}", socks.port);
    let home = home("https://simkl.test").with("ALL_PROXY", &proxy);
    approve(&simkl, home.start(&["pair"]));
    assert!(home.token_file().exists());
    let asked = socks.asked.lock().unwrap();
    assert!(!asked.is_empty(), "it was asked");
    assert!(
        asked.iter().all(|one| one == "3 simkl.test:443"),
        "{asked:?}"
    );
}

#[test]
fn a_proxy_in_the_way_is_named_with_its_variable_and_without_its_password() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = closed.local_addr().unwrap();
    drop(closed);
    for (variable, value, told) in [
        (
            "HTTPS_PROXY",
            format!("http://canary:canary@{address}"),
            format!("The proxy {address} (HTTPS_PROXY) can’t reach Simkl"),
        ),
        (
            "all_proxy",
            format!("socks5h://canary:canary@{address}"),
            format!("The proxy {address} (all_proxy) can’t reach Simkl"),
        ),
        (
            "ALL_PROXY",
            "ftp://canary:canary@proxy.example".to_owned(),
            "ALL_PROXY is not a proxy address".to_owned(),
        ),
    ] {
        let home = home("https://simkl.test").with(variable, &value);
        let pairing = home.start(&["pair"]);
        pairing.out.wait_for(0, &told, SOON);
        let said = pairing.said();
        assert!(!said.concat().contains("canary"), "{said:?}");
    }
}

#[test]
fn a_certificate_that_does_not_fit_this_computers_date_says_the_date() {
    let simkl = StandIn::of(Flow::Pin);
    let today = humantime::format_rfc3339_seconds(std::time::SystemTime::now()).to_string();
    // Not the last digit, in case that the test runs at midnight.
    let today = &today[..9];
    for (certificate, told) in [
        ("not-yet-valid", "This computer’s date is wrong ("),
        ("expired", "Simkl’s certificate expired before "),
    ] {
        let tls = tls_before(port(&simkl), certificate);
        let home = home(&format!("https://localhost:{}", tls.port));
        let pairing = home.start(&["pair"]);
        pairing.out.wait_for(0, &format!("{told}{today}"), SOON);
    }
    let tls = tls_before(port(&simkl), "valid");
    let home = home(&format!("https://localhost:{}", tls.port));
    approve(&simkl, home.start(&["pair"]));
}
