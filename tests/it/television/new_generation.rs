//! A pairing of Simkl's older generation is carried over to the newer one by remote and phone alone, and the
//! other programs have a valid token all the while.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use couchpin::auth::{Flow, Secret};
use couchpin::pairing::PhonePage;
use serde_json::Value;

use super::code_in;
use crate::support::simkl::{Application, ApplicationKind, Options, StandIn};
use crate::support::{Bus, Display, Handset, Home, SOON, ScreenReader, say, wait_for};

/// Longer than a screen that came by itself takes no press.
const GLANCE: Duration = Duration::from_millis(600);

fn simkl() -> StandIn {
    let registered = |client_id: &str, flow, kind| Application {
        client_id: client_id.to_owned(),
        flow,
        kind,
        redirect_uri: None,
    };
    StandIn::start(Options {
        applications: vec![
            registered("old", Flow::Pin, ApplicationKind::Device),
            registered("new", Flow::Device, ApplicationKind::Browser),
        ],
        interval: Duration::from_secs(1),
        ..Options::default()
    })
    .unwrap()
}

/// The token that another program of this computer gets now, which must open the account; and the application it belongs to.
fn valid_token(home: &Home, simkl: &StandIn) -> (String, String) {
    let told = home.run(&["token", "--json"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let text = |field: &str| told[field].as_str().unwrap().to_owned();
    let (token, client_id) = (text("access_token"), text("client_id"));
    let url = simkl.api_url();
    let host = format!("127.0.0.1:{}", url.port().unwrap());
    let request = format!(
        "GET /users/settings?client_id={client_id} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
         Connection: close\r\n\r\n"
    );
    assert_eq!(say(&host, &request).status, 200, "of {client_id}");
    (token, client_id)
}

/// Says that it is over where it is dropped.
struct EndsIt<'a>(&'a AtomicBool);

impl Drop for EndsIt<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, imagemagick, zbar-tools and at-spi2-core: run by .ci/run"]
fn an_older_pairing_becomes_a_newer_one_and_no_program_misses_a_token() {
    let (simkl, display, bus) = (simkl(), Display::with_openbox(), Bus::start());
    let url = simkl.api_url();
    let home = Home::empty()
        .with("COUCHPIN_SIMKL_API_URL", url.as_str())
        .with("COUCHPIN_SIMKL_SITE_URL", url.as_str())
        .on_bus(&bus.address);
    home.settings("store = \"file\"\nphone_page = \"127.0.0.1\"\n[simkl]\nclient_id = \"old\"\n");

    // The pairing is of the older generation.
    let mut screen = home.screen(&display, &[]);
    assert!(simkl.approve(code_in(&display.wait_for_qr())));
    screen.wait_for_frame("paired");
    thread::sleep(GLANCE);
    display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0));
    let (old, of) = valid_token(&home, &simkl);
    assert_eq!(of, "old");

    // At a later launch it reads that this ends.
    let mut reader = ScreenReader::on(&bus);
    let screen = home.screen(&display, &[]);
    screen.wait_for_frame("paired");
    reader.wait_for_focus("Done");
    let read = wait_for("the end of its kind", SOON, || {
        let found = reader.look().into_iter();
        let mut texts = found.flat_map(|found| [found.name, found.text.unwrap_or_default()]);
        texts.find(|text| text.contains("around April 2027"))
    });
    assert!(read.contains("“Set up again” under “More”"), "{read}");

    let (over, asked) = (AtomicBool::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        // A test that fails must not wait for the program for ever.
        let end = EndsIt(&over);
        // A program that wants a token again and again.
        let program = scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                valid_token(&home, &simkl);
                asked.fetch_add(1, Ordering::Relaxed);
            }
        });
        display.press(&["Right", "Right", "Right", "Return"]);
        reader.wait_for_focus("Settings");
        let more = [
            "Test the remote",
            "Picture size",
            "Use it in other apps",
            "Sign-in storage",
            "Set up again",
        ];
        for button in more {
            display.press(&["Down"]);
            reader.wait_for_focus(button);
        }
        display.press(&["Return"]);
        let qr = display.wait_for_qr();
        assert!(qr.starts_with("http://127.0.0.1:"), "{qr}");
        let number = wait_for("number", SOON, || {
            let found = reader.look();
            let entry = found.iter().find(|found| found.role == "entry")?;
            let digits: String = entry.text.as_deref()?.split(", ").collect();
            (digits.len() == 4).then_some(digits)
        });
        let phone = Handset::that_scanned(&PhonePage {
            url: Secret::new(&qr),
            number: Secret::new(number),
            expires_in: Duration::from_mins(30),
        });
        assert_eq!(phone.give_client("new", "").status, 303);
        // The phone goes on by itself; the QR is for another one.
        reader.wait_for_focus("Show QR");
        thread::sleep(GLANCE);
        display.press(&["Return"]);
        let code = display.wait_for("the code of the newer kind", SOON, |picture| {
            picture.qr().filter(|other| *other != qr)
        });
        assert_eq!(code_in(&code).replace('-', "").len(), 8, "{code}");
        // A moment that another program may want, with the new application and the old token.
        assert_eq!(valid_token(&home, &simkl), (old.clone(), "old".to_owned()));
        simkl.sign_in_as(7, "Bob");
        assert!(simkl.approve(code_in(&code)));
        wait_for("new token", SOON, || {
            (valid_token(&home, &simkl).1 == "new").then_some(())
        });
        drop(end);
        program.join().unwrap();
    });
    assert!(asked.load(Ordering::Relaxed) > 2);

    // Another person approved, which is said; and nothing of it ends any more.
    let read = wait_for("another account", SOON, || {
        let found = reader.look().into_iter();
        let mut texts = found.flat_map(|found| [found.name, found.text.unwrap_or_default()]);
        texts.find(|text| text.contains("different account than before (Ann)"))
    });
    assert!(!read.contains("2027"), "{read}");
    let status = home.run(&["status", "--json"]);
    let told: Value = serde_json::from_str(&status.out).unwrap();
    assert_eq!(told["services"][0]["account"]["name"], "Bob");
    assert_eq!(told["services"][0]["ends_about"], Value::Null);
    let journal = screen.said();
    let warnings = journal
        .iter()
        .filter(|line| line.contains("around April 2027"));
    assert_eq!(warnings.count(), 1, "{journal:#?}");
    let tokens = [old, valid_token(&home, &simkl).0];
    for token in tokens {
        assert!(!journal.iter().any(|line| line.contains(&token)));
    }
}
