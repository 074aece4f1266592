//! A stand-in for Simkl on loopback, for `couchpin --demo` and for the tests.
//!
//! It speaks the wire of both generations of Simkl's sign-in, as its documentation says, and shows the pages where a
//! person can approve, so that the whole program can be tried, and tested, without an account and without the network. It
//! runs on a thread of its own; tests register applications, script faults and read what it was asked. Its account is made
//! up.
//!
//! Reading order: [`StandIn`] here, [`Application`]; what it remembers, without HTTP: `memory`, `codes`, `sign_ins`,
//! `grants`; `server` with `log`, `faults` and `connection`; the endpoints `pin`, `device`, `token`, `discovery` and
//! `user`; the pages `page` and `authorize`; `mint` makes codes and tokens, `figure` the person's picture.

mod application;
mod authorize;
mod codes;
mod connection;
mod device;
mod discovery;
mod faults;
mod figure;
mod grants;
mod log;
mod memory;
mod mint;
mod page;
mod pin;
mod server;
mod sign_ins;
mod token;
mod user;

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;
use url::Url;

use crate::auth::Flow;
use crate::system::clock;

pub use application::{Application, ApplicationKind, Generation};
pub use faults::Fault;
pub use log::{Kind, Seen};
use memory::Memory;

/// What the stand-in pretends to be.
#[derive(Clone, Debug)]
pub struct Options {
    /// The generation that an application belongs to where none is registered. The endpoints of the other one refuse it.
    pub flow: Flow,
    /// The shortest wait between two polls. Told in whole seconds; kept to the millisecond.
    pub interval: Duration,
    /// The life of a code, from its making.
    pub expires_in: Duration,
    /// The page it sends people to; `None` is its own [`StandIn::pin_page`].
    pub verification_uri: Option<String>,
    /// The life of an access token of AUTH V2. Those of V1 do not end by themselves.
    pub token_lifetime: Duration,
    /// The applications it knows. None: any client id is taken, for one that may do all that needs no secret.
    pub applications: Vec<Application>,
    /// Whose account it is: the name of the person who approves.
    pub name: String,
    /// The number of that account.
    pub account: u32,
    /// The port on 127.0.0.1; 0 lets the system choose.
    pub port: u16,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            flow: Flow::Pin,
            interval: Duration::from_secs(5),
            expires_in: Duration::from_mins(15),
            verification_uri: None,
            token_lifetime: Duration::from_hours(7 * 24),
            applications: Vec::new(),
            name: "Ann".into(),
            account: 4242,
            port: 0,
        }
    }
}

/// A running stand-in. Dropping it cuts all connections and frees the port.
pub struct StandIn {
    api_url: Url,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What the server's thread and the [`StandIn`] in the caller's hand have in common.
struct Shared {
    memory: Mutex<Memory>,
    faults: Mutex<faults::Faults>,
    log: Mutex<log::RequestLog>,
}

impl Shared {
    fn memory(&self) -> std::sync::MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn faults(&self) -> std::sync::MutexGuard<'_, faults::Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn log(&self) -> std::sync::MutexGuard<'_, log::RequestLog> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl StandIn {
    /// Starts answering on loopback. When this returns, connections are already accepted.
    ///
    /// Fails when the port is taken, or when no thread can be started.
    pub fn start(mut options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let api_url = Url::parse(&format!("http://{address}/")).map_err(io::Error::other)?;
        options
            .verification_uri
            .get_or_insert_with(|| format!("http://{address}/pin"));
        let shared = Arc::new(Shared {
            memory: Mutex::new(Memory::new(options, format!("http://{address}"))),
            faults: Mutex::default(),
            log: Mutex::default(),
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::Builder::new()
            .name("simkl-stand-in".into())
            .spawn(move || runtime.block_on(server::run(listener, for_thread, stopped)))?;
        Ok(Self {
            api_url,
            shared,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where the API is, for example `http://127.0.0.1:40123/`.
    #[must_use]
    pub fn api_url(&self) -> Url {
        self.api_url.clone()
    }

    /// The stand-in's own page, where a person types the code.
    #[must_use]
    pub fn pin_page(&self) -> Url {
        let mut page = self.api_url.clone();
        page.set_path("/pin");
        page
    }

    /// Plays the phone: approves this code. `false` if it is not waiting.
    #[must_use]
    pub fn approve(&self, code: &str) -> bool {
        self.shared.memory().approve(code, clock::now())
    }

    /// Plays the phone: approves every waiting code, and tells how many there were.
    #[must_use]
    pub fn approve_all(&self) -> usize {
        let mut memory = self.shared.memory();
        let codes = memory.waiting(clock::now());
        codes
            .iter()
            .filter(|code| memory.approve(code, clock::now()))
            .count()
    }

    /// From now on another person approves.
    pub fn sign_in_as(&self, account: u32, name: &str) {
        let mut memory = self.shared.memory();
        memory.options.account = account;
        name.clone_into(&mut memory.options.name);
    }

    /// The codes that a person could approve now, oldest first.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        self.shared.memory().waiting(clock::now())
    }

    /// The person ends the program's access on Simkl's "connected apps" page: no token works any more.
    pub fn revoke_all_tokens(&self) {
        self.shared.memory().revoke_all();
    }

    /// The next API call that this fault fits meets it, once. Several wait in the order given.
    pub fn fail_next(&self, fault: Fault) {
        self.shared.faults().queue.push_back(fault);
    }

    /// From now on every API call meets this fault, unless one from [`StandIn::fail_next`] is due; `None` ends it.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.shared.faults().standing = fault;
    }

    /// From now on every call at the endpoints of this generation meets this fault, as after it was switched off; `None`
    /// ends it.
    pub fn set_fault_of(&self, generation: Generation, fault: Option<Fault>) {
        let mut faults = self.shared.faults();
        match generation {
            Generation::V1 => faults.of_v1 = fault,
            Generation::V2 => faults.of_v2 = fault,
        }
    }

    /// The API calls, and the sign-in pages that were opened, so far, oldest first; at most the first ten thousand.
    #[must_use]
    pub fn requests(&self) -> Vec<Seen> {
        self.shared.log().0.clone()
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        drop(self.stop.take());
        // The server's future never blocks, and its runtime drops what is still connected: this is brief.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
