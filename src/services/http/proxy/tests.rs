//! Which proxy is meant, and what is told of it when it fails.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::time::Duration;

use super::*;
use crate::services::tests::raw;

/// What is configured with these variables.
fn read(variables: &[(&str, &str)]) -> Option<ProxyFromEnvironment> {
    ProxyFromEnvironment::read(|name| {
        let named = variables.iter().find(|(known, _)| *known == name);
        named.map(|(_, value)| (*value).to_owned())
    })
}

fn at(url: &str) -> Url {
    Url::parse(url).unwrap()
}

#[test]
fn the_first_variable_that_holds_something_counts() {
    let proxy = |variables: &[(&str, &str)]| read(variables).map(|read| read.proxy);
    let named = |variable, address: &str| {
        let address = address.to_owned();
        Some(Proxy { variable, address })
    };
    let all = [
        ("HTTPS_PROXY", "http://a.example:1"),
        ("https_proxy", "http://b.example:2"),
        ("ALL_PROXY", "socks5h://c.example:3"),
        ("all_proxy", "d.example:4"),
    ];
    assert_eq!(proxy(&all), named("HTTPS_PROXY", "a.example:1"));
    assert_eq!(proxy(&all[1..]), named("https_proxy", "b.example:2"));
    assert_eq!(proxy(&all[2..]), named("ALL_PROXY", "c.example:3"));
    assert_eq!(proxy(&all[3..]), named("all_proxy", "d.example:4"));
    assert_eq!(
        proxy(&[("HTTPS_PROXY", " "), all[1]]),
        named("https_proxy", "b.example:2")
    );
    assert_eq!(proxy(&[("HTTP_PROXY", "http://a.example:1")]), None);
    assert_eq!(proxy(&[]), None);
}

#[test]
fn proxies_of_every_kind_can_be_used_and_what_is_none_is_said() {
    for good in [
        "http://proxy.example:3128",
        "https://proxy.example",
        "proxy.example:3128",
        "192.168.1.5:3128",
        "http://[fd00::1]:3128/",
        "socks5://127.0.0.1:1080",
        "socks5h://127.0.0.1:1080",
        "socks4a://127.0.0.1",
        // As GNOME writes it.
        "socks://127.0.0.1:1080/",
    ] {
        let read: &'static ProxyFromEnvironment =
            Box::leak(Box::new(read(&[("ALL_PROXY", good)]).unwrap()));
        assert_eq!(read.unusable(), None, "{good}");
    }
    for bad in [
        "ftp://proxy.example",
        "http://",
        "://",
        "a b",
        "http://x:port",
    ] {
        let read: &'static ProxyFromEnvironment =
            Box::leak(Box::new(read(&[("ALL_PROXY", bad)]).unwrap()));
        let told = read.unusable().map(|trouble| trouble.to_string());
        let expected = "ALL_PROXY holds no address of a proxy";
        assert_eq!(told.as_deref(), Some(expected), "{bad}");
    }
}

#[test]
fn what_no_proxy_names_goes_past_it() {
    let all = ("ALL_PROXY", "http://proxy.example");
    for no_proxy in ["NO_PROXY", "no_proxy"] {
        let read = read(&[all, (no_proxy, "simkl.com, 10.0.0.0/8")]).unwrap();
        assert!(!read.is_for(&at("https://api.simkl.com/oauth/pin")));
        assert!(!read.is_for(&at("https://10.1.2.3/")));
        assert!(read.is_for(&at("https://shikimori.io/")));
    }
}

#[test]
fn neither_name_nor_password_of_a_proxy_prints() {
    let read = read(&[("ALL_PROXY", "http://canary:canary@proxy.example:3128")]).unwrap();
    assert_eq!(read.proxy.address, "proxy.example:3128");
    let shown = format!("{read:?}");
    assert!(
        shown.contains("ALL_PROXY") && !shown.contains("canary"),
        "{shown}"
    );
}

/// What is told when a service is asked through this proxy.
async fn told(url: &str) -> Option<Trouble> {
    told_of("https://simkl.example/", url).await
}

async fn told_of(service: &str, url: &str) -> Option<Trouble> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let configured = read(&[("ALL_PROXY", url)]).unwrap();
    let configured: &'static ProxyFromEnvironment = Box::leak(Box::new(configured));
    let builder = reqwest::Client::builder()
        .tls_certs_only([])
        .connect_timeout(Duration::from_millis(300));
    let client = configured.apply(builder).build().unwrap();
    let error = client.get(service).send().await;
    let told = configured.trouble_with(&error.unwrap_err());
    assert!(!format!("{told:?}").contains("canary"));
    told
}

/// The same with a proxy that gives one answer to each message.
async fn told_by(scheme_and_user: &str, answers: Vec<&'static [u8]>) -> Option<Trouble> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        for answer in answers {
            assert_ne!(stream.read(&mut [0; 512]).unwrap(), 0);
            stream.write_all(answer).unwrap();
        }
        // Handed over, so that it stays open.
        stream
    });
    let told = told(&format!("{scheme_and_user}{address}")).await;
    server.join().unwrap();
    told
}

fn fault(told: Option<Trouble>) -> Option<ProxyFault> {
    match told {
        Some(Trouble::Proxy(_, fault)) => Some(fault),
        None => None,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_or_does_not_connect_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    // Nothing is accepted: silence.
    for scheme in ["http", "socks5h"] {
        let silent = told(&format!("{scheme}://canary:canary@127.0.0.1:{port}")).await;
        assert_eq!(fault(silent), Some(ProxyFault::NoWay));
    }
    drop(listener);
    for scheme in ["http", "socks5h"] {
        let dead = told(&format!("{scheme}://canary:canary@127.0.0.1:{port}")).await;
        assert_eq!(
            dead.unwrap().to_string(),
            format!("the proxy 127.0.0.1:{port} (ALL_PROXY) does not connect to the service")
        );
    }
    for answer in [raw::answer("502 Bad Gateway", "", ""), Vec::new()] {
        let (url, server) = raw::serve(vec![answer]);
        assert_eq!(fault(told(url.as_str()).await), Some(ProxyFault::NoWay));
        server.join().unwrap();
    }
    // SOCKS 5: no method is wanted; connection refused (RFC 1928 §6).
    let refused: &[u8] = b"\x05\x05\x00\x01\0\0\0\0\0\0";
    let socks = told_by("socks5h://", vec![b"\x05\x00", refused]).await;
    assert_eq!(fault(socks), Some(ProxyFault::NoWay));
    let unknown = told("http://proxy.invalid:3128").await;
    assert_eq!(fault(unknown), Some(ProxyFault::NoWay));
}

#[tokio::test]
async fn a_proxy_that_wants_another_password_is_named() {
    let answer = raw::answer(
        "407 Proxy Authentication Required",
        "Proxy-Authenticate: Basic realm=\"x\"\r\n",
        "",
    );
    let (url, server) = raw::serve(vec![answer]);
    assert_eq!(fault(told(url.as_str()).await), Some(ProxyFault::Refused));
    server.join().unwrap();
    // SOCKS 5: no method will do; the password is wrong (RFC 1928 §3, RFC 1929 §2).
    let wrong_password: Vec<&[u8]> = vec![b"\x05\x02", b"\x01\x01"];
    for answers in [vec![b"\x05\xff" as &[u8]], wrong_password] {
        let told = told_by("socks5h://canary:canary@", answers).await;
        assert_eq!(fault(told), Some(ProxyFault::Refused));
    }
}

#[tokio::test]
async fn a_proxy_is_not_blamed_for_what_lies_behind_it() {
    // It connects, and what speaks there is no TLS.
    let connects: Vec<&[u8]> = vec![b"HTTP/1.1 200 OK\r\n\r\n", b"not a word of TLS"];
    assert_eq!(told_by("http://", connects).await, None);
    // The name is looked up here, and there is none: a label has 63 letters at most, so no server is asked.
    let nowhere = format!("https://{}.example/", "x".repeat(64));
    assert_eq!(told_of(&nowhere, "socks5://127.0.0.1:9").await, None);
}
