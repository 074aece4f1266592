//! What the end-to-end tests run in: a display, a server, a home folder, a network that can be cut.
//!
//! Everything that is started here ends when it is dropped, and every wait has a bound and says what it waited for.

mod browser;
mod bus;
mod compositor;
mod dialects;
mod display;
mod django;
mod doorkeeper;
#[cfg(feature = "tv")]
mod engine_screen;
mod handset;
mod hidden;
mod home;
mod http;
#[cfg(target_os = "linux")]
mod idle;
mod network;
mod oidc;
mod opener;
mod picture;
mod plain_browser;
mod proxy;
mod screen_reader;
mod server;
pub(crate) mod setup;
pub(crate) mod simkl;
mod site;
mod terminal;
mod weston;

use std::io::{BufRead as _, BufReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use couchpin::auth::{AuthorizationCode, SignIn, SignInEvent};

pub(crate) use browser::Browser;
pub(crate) use bus::{Bus, ScreenSaver};
pub(crate) use compositor::{Compositor, Shell};
pub(crate) use couchpin::auth::Flow;
pub(crate) use dialects::{CLIENT_ID, CLIENT_SECRET, Dialect, Dialects};
pub(crate) use display::Display;
pub(crate) use django::Django;
pub(crate) use doorkeeper::{Doorkeeper, now};
#[cfg(feature = "tv")]
pub(crate) use engine_screen::{EngineScreen, engine_screen};
pub(crate) use handset::Handset;
pub(crate) use home::{Done, Home, Screen};
pub(crate) use http::{Answer, http, say};
#[cfg(target_os = "linux")]
pub(crate) use idle::Idle;
pub(crate) use network::{AUTHORITY, Socks, tls_before};
pub(crate) use oidc::Oidc;
pub(crate) use opener::{Opener, with_a_browser};
pub(crate) use picture::Picture;
pub(crate) use plain_browser::{Page, PlainBrowser};
pub(crate) use proxy::{Mode, Proxy};
pub(crate) use screen_reader::{Found, ScreenReader};
pub(crate) use server::Server;
pub(crate) use site::{Site, SiteAnswer};
pub(crate) use terminal::Terminal;
pub(crate) use weston::Weston;

/// Longer than anything takes that goes well, on a busy machine.
pub(crate) const SOON: Duration = Duration::from_secs(20);
/// How often a condition is checked that can only be polled.
const LOOK: Duration = Duration::from_millis(20);

/// Waits until something is there.
pub(crate) fn wait_for<T>(what: &str, bound: Duration, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < bound, "no {what} within {bound:?}");
        thread::sleep(LOOK);
    }
}

/// A process that ends with its owner.
pub(crate) struct Running(Child);

impl Running {
    fn wait(&mut self, what: &str, bound: Duration) -> ExitStatus {
        wait_for(what, bound, || self.0.try_wait().unwrap())
    }

    fn is_running(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }
}

/// Starts a server, and waits until it says "listening on" its address, which is returned.
fn start_server(command: &mut Command, bound: Duration) -> (Running, String) {
    let child = command.stdout(Stdio::piped()).spawn();
    let mut child = child.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = Lines::of(child.stdout.take().unwrap());
    let process = Running(child);
    let place = said.wait_for(0, "listening on ", bound);
    let address = said.all()[place].replace("listening on ", "");
    (process, address)
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a process says, line by line, from its beginning to its end.
#[derive(Clone, Default)]
pub(crate) struct Lines(Arc<(Mutex<Vec<String>>, Condvar)>);

impl Lines {
    fn of(stream: impl Read + Send + 'static) -> Self {
        let lines = Self::default();
        let fill = lines.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                let (said, news) = &*fill.0;
                let line = String::from_utf8_lossy(&line).into_owned();
                said.lock().unwrap().push(line);
                news.notify_all();
            }
        });
        lines
    }

    /// All lines so far.
    pub(crate) fn all(&self) -> Vec<String> {
        self.0.0.lock().unwrap().clone()
    }

    /// How many lines have been said: a place from which later ones can be looked at.
    pub(crate) fn len(&self) -> usize {
        self.0.0.lock().unwrap().len()
    }

    /// How many lines from this place on hold a text.
    pub(crate) fn count(&self, from: usize, text: &str) -> usize {
        let said = self.0.0.lock().unwrap();
        said.iter()
            .skip(from)
            .filter(|line| line.contains(text))
            .count()
    }

    /// Waits for a line that holds a text, from this place on, and returns its own place.
    pub(crate) fn wait_for(&self, from: usize, text: &str, bound: Duration) -> usize {
        let (said, news) = &*self.0;
        let find = |said: &Vec<String>| {
            let found = said.iter().skip(from).position(|line| line.contains(text));
            found.map(|place| from + place)
        };
        let said = said.lock().unwrap();
        let (said, waited) = news
            .wait_timeout_while(said, bound, |said| find(said).is_none())
            .unwrap();
        assert!(
            !waited.timed_out(),
            "no {text:?} within {bound:?} in\n{}",
            said[from.min(said.len())..].join("\n")
        );
        find(&said).unwrap()
    }
}

/// The code that a browser was sent back with.
pub(crate) fn code_in(sign_in: &SignIn, query: &str) -> AuthorizationCode {
    match sign_in.redirected(query) {
        Some(SignInEvent::Code(code)) => code,
        other => panic!("{other:?}"),
    }
}
