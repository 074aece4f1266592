//! *Open it here*: the page of the code in the browser of this computer, from the television and from a terminal.

use std::fs;
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use couchpin::auth::Flow;
use couchpin::pairing::{Intent, Notice, View};
use tempfile::TempDir;
use url::Url;

use crate::engine::{engine, until};
use crate::support::simkl::StandIn;
use crate::support::{
    Browser, Display, Home, PlainBrowser, SOON, Screen, wait_for, with_a_browser,
};

/// Longer than a screen that came by itself takes no press.
const GLANCE: Duration = Duration::from_millis(600);

/// A home whose system's browser only notes what it was to open.
struct Setup {
    simkl: StandIn,
    home: Home,
    /// The only programs that couchpin finds: no voice, no other browser.
    programs: TempDir,
}

impl Setup {
    fn with(flow: Flow) -> Self {
        let simkl = StandIn::of(flow);
        let home = Home::asking(simkl.api_url().as_str());
        home.settings("store = \"file\"\n");
        let setup = Self {
            simkl,
            home,
            programs: tempfile::tempdir().unwrap(),
        };
        let opener = setup.programs.path().join("xdg-open");
        let script = format!("#!/bin/sh\necho \"$@\" >> {}\n", setup.opened().display());
        fs::write(&opener, script).unwrap();
        fs::set_permissions(&opener, PermissionsExt::from_mode(0o755)).unwrap();
        setup
    }

    fn opened(&self) -> PathBuf {
        self.programs.path().join("opened")
    }

    fn couchpin(&self, display: &str, args: &[&str]) -> Command {
        let mut command = self.home.couchpin(args);
        command
            .env("PATH", self.programs.path())
            .env("DISPLAY", display);
        command
    }

    /// The address that stood on the browser's command line, of which there was one.
    fn address(&self) -> Url {
        let line = wait_for("address", SOON, || {
            let said = fs::read_to_string(self.opened()).ok()?;
            said.ends_with('\n').then_some(said)
        });
        let address = Url::parse(line.trim_end()).expect("one address, and nothing else");
        assert_eq!(address.host_str(), Some("127.0.0.1"));
        assert!(address.path().starts_with("/go/") && address.query().is_none());
        address
    }

    fn code(&self) -> String {
        let codes = wait_for("code", SOON, || {
            let codes = self.simkl.codes();
            (!codes.is_empty()).then_some(codes)
        });
        assert_eq!(codes.len(), 1, "{codes:?}");
        codes[0].clone()
    }

    /// In the system's browser: the page has the code, which a person compares and approves.
    fn approve_in(&self, browser: &Browser, code: &str) {
        browser.open(self.address().as_str());
        assert!(browser.url().starts_with(self.simkl.pin_page().as_str()));
        assert_eq!(browser.text(".code"), code);
        browser.press("form[action='/pin/approve'] button");
        wait_for("approval", SOON, || {
            self.simkl.codes().is_empty().then_some(())
        });
    }

    /// Ann's token works, and the code was said nowhere but where a person reads it.
    fn assert_paired(&self, code: &str, logged: &[String]) {
        assert_eq!(self.home.run(&["token"]).code, Some(0));
        let leak = logged.iter().find(|line| line.contains(code));
        assert_eq!(leak, None);
        assert!(!self.address().as_str().contains(code));
    }
}

#[test]
fn the_address_on_the_command_line_leads_to_the_page_with_the_code_and_the_pairing_goes_on() {
    for flow in [Flow::Pin, Flow::Device] {
        let setup = Setup::with(flow);
        let mut pairing = Screen::of(&mut setup.couchpin(":nowhere", &["pair", "--open"]));
        let code = setup.code();
        let page = PlainBrowser::default().open(&setup.address()).url;
        assert_eq!(page.origin(), setup.simkl.pin_page().origin());
        assert!(page.as_str().ends_with(&code), "{page}");
        let opened = "Opened in the browser. Compare the code there, and approve.";
        pairing.out.wait_for(0, opened, SOON);
        assert!(setup.simkl.approve(&code));
        assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
        setup.assert_paired(&code, &pairing.log.all());
    }
}

#[test]
fn the_address_is_closed_when_it_is_opened_anew_and_when_its_code_is_gone() {
    let test = "open_here::the_address_is_closed_when_it_is_opened_anew_and_when_its_code_is_gone";
    with_a_browser(test, |opener| {
        let (simkl, folder) = (StandIn::of(Flow::Device), tempfile::tempdir().unwrap());
        let engine = engine(&simkl, folder.path());
        let shown = |what: &str, notice: Option<Notice>| {
            until(&engine, what, |view| match view {
                View::Waiting(waiting) if waiting.notice == notice => Some(()),
                _ => None,
            });
        };
        let listens = |address: &Url| {
            let port = address.port().unwrap();
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        };
        let closes = |address: &Url| {
            wait_for("closed port", SOON, || (!listens(address)).then_some(()));
        };
        shown("code", None);
        engine.send(Intent::OpenHere);
        shown("browser", Some(Notice::OpenedHere));
        let first = opener.address(0);
        assert!(listens(&first), "the browser may be on its way");
        engine.send(Intent::OpenHere);
        let second = opener.address(1);
        closes(&first);
        shown("browser", Some(Notice::OpenedHere));
        assert!(listens(&second));
        engine.send(Intent::NewCode);
        shown("new code", Some(Notice::AskedFor));
        closes(&second);
    });
}

#[test]
fn where_no_browser_can_be_opened_that_is_said_and_the_pairing_goes_on() {
    let setup = Setup::with(Flow::Device);
    // As over ssh.
    let mut pairing = Screen::of(
        setup
            .couchpin("", &["pair", "--open"])
            .env_remove("DISPLAY"),
    );
    let code = setup.code();
    let not_opened = "Couldn’t open a browser (xdg-utils). Use your phone.";
    pairing.out.wait_for(0, not_opened, SOON);
    pairing.log.wait_for(0, "there is no display", SOON);
    assert!(setup.simkl.approve(&code));
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
    assert!(!setup.opened().exists());
}

#[test]
#[ignore = "needs chromium and chromium-driver: run by .ci/run"]
fn a_terminal_opens_the_page_and_a_browser_approves() {
    let setup = Setup::with(Flow::Device);
    let mut pairing = Screen::of(&mut setup.couchpin(":nowhere", &["pair", "--open"]));
    let code = setup.code();
    let browser = Browser::on_a_computer("en-GB,en");
    setup.approve_in(&browser, &code);
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
    pairing.out.wait_for(0, "Signed in as Ann", SOON);
    setup.assert_paired(&code, &pairing.log.all());
}

#[test]
#[ignore = "needs chromium, chromium-driver, Xvfb, openbox, xdotool and imagemagick: run by .ci/run"]
fn a_remote_opens_the_page_and_a_browser_approves() {
    for flow in [Flow::Pin, Flow::Device] {
        let setup = Setup::with(flow);
        let display = Display::with_openbox();
        let mut screen = Screen::of(&mut setup.couchpin(&display.name, &[]));
        screen.wait_for_frame("waiting");
        wait_for("keyboard", SOON, || {
            (display.with_the_keyboard() == "Couchpin").then_some(())
        });
        let code = setup.code();
        thread::sleep(GLANCE);
        // More, and past settings, remote and picture size.
        display.press(&["Right", "Right", "Return", "Down", "Down", "Down"]);
        display.picture().keep("open-here-more");
        display.press(&["Return"]);
        let browser = Browser::on_a_computer("en-GB,en");
        setup.approve_in(&browser, &code);
        screen.wait_for_view("paired", SOON);
        // It went out of the browser's way, and is back.
        let way = |away| format!("browser away={away} how=Minimized");
        let gave_way = screen.log.wait_for(0, &way(true), SOON);
        screen.log.wait_for(gave_way, &way(false), SOON);
        screen.wait_for_frame("paired");
        assert_eq!(display.window(), Some([0, 0, 1920, 1080]));
        setup.assert_paired(&code, &screen.log.all());
        thread::sleep(GLANCE);
        display.press(&["Return"]);
        assert_eq!(screen.exit_code(), Some(0));
    }
}
