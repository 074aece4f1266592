//! A stand-in for Simkl on loopback, for `couchpin --demo` and for the tests.
//!
//! It speaks both generations of Simkl's sign-in, as its documentation says, and serves the pages on which a person
//! approves, so that the whole program can be tried without an account and without the network. Its account is made up.
//!
//! - `state`: what it remembers; `codes`, `sign_ins` and `grants` are its rules, without HTTP
//! - `api`: the endpoints that programs call
//! - `pages`: the pages that people open

mod api;
mod codes;
mod grants;
mod pages;
mod sign_ins;
mod state;

#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::thread::JoinHandle;

use axum::Router;
use tokio::sync::oneshot;
use url::Url;

use crate::system::clock;

pub use state::Options;
use state::SharedState;

/// A running stand-in. Dropping it cuts all connections and frees the port.
pub struct StandIn {
    api_url: Url,
    pin_page: Url,
    state: SharedState,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl StandIn {
    /// Starts answering on a free port of loopback, on a thread of its own. When this returns, connections are accepted.
    pub fn start(options: Options) -> io::Result<Self> {
        Self::start_with(options, |app| app)
    }

    /// The same with layers around the app: what tests log, refuse or delay.
    pub fn start_with(options: Options, layer: impl FnOnce(Router) -> Router) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let origin = format!("http://{}", listener.local_addr()?);
        let api_url = Url::parse(&origin).map_err(io::Error::other)?;
        // Where that is not possible, the page is on this computer only.
        let network = options
            .network
            .and_then(|ip| TcpListener::bind((ip, 0)).ok());
        let address = network.as_ref().unwrap_or(&listener).local_addr()?;
        let pin_page = Url::parse(&format!("http://{address}/pin")).map_err(io::Error::other)?;
        let state = SharedState::new(options, origin);
        let app = Router::new()
            .merge(api::routes())
            .merge(pages::routes())
            .with_state(state.clone());
        let app = layer(app);
        // What programs ask for stays on this computer.
        let pages = pages::of_codes().with_state(state.clone());
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let (listener, network) = {
            let _inside = runtime.enter();
            let listen = |listener: TcpListener| {
                listener.set_nonblocking(true)?;
                tokio::net::TcpListener::from_std(listener)
            };
            (listen(listener)?, network.map(listen).transpose()?)
        };
        let serve_network = async move {
            match network {
                Some(network) => drop(axum::serve(network, pages).await),
                None => std::future::pending().await,
            }
        };
        let (stop, stopped) = oneshot::channel();
        // What is still connected at the end is dropped with the runtime.
        let serve = async move {
            tokio::select! {
                _ = axum::serve(listener, app) => {}
                () = serve_network => {}
                _ = stopped => {}
            }
        };
        let thread = std::thread::Builder::new()
            .name("simkl-stand-in".into())
            .spawn(move || runtime.block_on(serve))?;
        Ok(Self {
            api_url,
            pin_page,
            state,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Where the API is, for example `http://127.0.0.1:40123/`.
    #[must_use]
    pub fn api_url(&self) -> Url {
        self.api_url.clone()
    }

    /// The page where a person types the code: in the network, if there is one.
    #[must_use]
    pub fn pin_page(&self) -> Url {
        self.pin_page.clone()
    }

    /// The codes that a person could approve now, oldest first.
    #[must_use]
    pub fn codes(&self) -> Vec<String> {
        let state = self.state.lock();
        let waiting = state.waiting(clock::now());
        waiting.map(|code| code.user_code.clone()).collect()
    }

    /// Approves this code, as a person does on the page. `false` if it is not waiting.
    #[must_use]
    pub fn approve(&self, code: &str) -> bool {
        self.state.lock().approve(code, clock::now())
    }

    /// Approves every waiting code, and tells how many there were.
    #[must_use]
    pub fn approve_all(&self) -> usize {
        let codes = self.codes();
        codes.iter().filter(|code| self.approve(code)).count()
    }

    /// Ends every token, as a person does on Simkl's page "Connected apps".
    pub fn revoke_all_tokens(&self) {
        self.state.lock().grants.clear();
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // An error is a panic of that thread, which has been printed.
            let _ = thread.join();
        }
    }
}
