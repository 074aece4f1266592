//! The stand-in for Simkl as tests use it: with registered applications, faults on demand, and a log of its requests.
//! All of it is a layer around the program's own stand-in, which knows none of it.

mod application;
mod fault;
mod request;

use std::collections::{HashMap, VecDeque};
use std::io;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use couchpin::auth::Flow;
use couchpin::demo;
use couchpin::system::clock;

pub(crate) use application::{Application, ApplicationKind};
pub(crate) use fault::Fault;
pub(crate) use request::{Kind, Seen};

/// What the stand-in pretends to be.
#[derive(Clone)]
pub(crate) struct Options {
    /// The generation of Simkl's sign-in that it has, where no application is registered.
    pub(crate) flow: Flow,
    pub(crate) interval: Duration,
    pub(crate) token_lifetime: Duration,
    /// The page that people are sent to, if not its own.
    pub(crate) verification_uri: Option<String>,
    /// None: any client id is good, and needs no secret.
    pub(crate) applications: Vec<Application>,
}

impl Default for Options {
    fn default() -> Self {
        let demo::Options {
            interval,
            token_lifetime,
            ..
        } = demo::Options::default();
        Self {
            flow: Flow::Pin,
            interval,
            token_lifetime,
            verification_uri: None,
            applications: Vec::new(),
        }
    }
}

pub(crate) struct StandIn {
    server: demo::StandIn,
    script: Arc<Mutex<Script>>,
}

#[derive(Default)]
struct Script {
    applications: Vec<Application>,
    requests: Vec<Seen>,
    queued: VecDeque<Fault>,
    standing: Option<Fault>,
    of_flow: HashMap<Flow, Fault>,
    /// What is replaced in every answer, by what.
    replaced: Vec<(String, String)>,
}

impl Deref for StandIn {
    type Target = demo::StandIn;

    fn deref(&self) -> &demo::StandIn {
        &self.server
    }
}

impl StandIn {
    /// One of this generation that is polled every second.
    pub(crate) fn of(flow: Flow) -> Self {
        let options = Options {
            flow,
            interval: Duration::from_secs(1),
            ..Options::default()
        };
        Self::start(options).unwrap()
    }

    pub(crate) fn start(options: Options) -> io::Result<Self> {
        let is_open = options.applications.is_empty();
        let script = Arc::new(Mutex::new(Script {
            applications: options.applications,
            ..Script::default()
        }));
        let of_server = demo::Options {
            flow: is_open.then_some(options.flow),
            interval: options.interval,
            token_lifetime: options.token_lifetime,
            ..demo::Options::default()
        };
        let layer = middleware::from_fn_with_state(Arc::clone(&script), serve);
        let server = demo::StandIn::start_with(of_server, |app| app.layer(layer))?;
        let stand_in = Self { server, script };
        if let Some(page) = options.verification_uri {
            let own = stand_in.pin_page().to_string();
            stand_in.script().replaced.push((own, page));
        }
        Ok(stand_in)
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.script.lock().unwrap()
    }

    /// From now on the account is another person's.
    pub(crate) fn sign_in_as(&self, account: u32, name: &str) {
        let replaced = [
            ("\"Ann\"", format!("\"{name}\"")),
            ("\"id\":4242", format!("\"id\":{account}")),
        ];
        let replaced = replaced.map(|(old, new)| (old.to_owned(), new));
        self.script().replaced.extend(replaced);
    }

    /// The next call meets this fault, once. Several wait in the order given.
    pub(crate) fn fail_next(&self, fault: Fault) {
        self.script().queued.push_back(fault);
    }

    /// From now on every call meets this fault, unless one from `fail_next` is due; `None` ends it.
    pub(crate) fn set_fault(&self, fault: Option<Fault>) {
        self.script().standing = fault;
    }

    /// From now on every call at the endpoints of a generation meets this fault, as after it was switched off.
    pub(crate) fn set_fault_of(&self, flow: Flow, fault: Fault) {
        self.script().of_flow.insert(flow, fault);
    }

    /// The API calls, and the sign-in pages that were opened, oldest first.
    pub(crate) fn requests(&self) -> Vec<Seen> {
        self.script().requests.clone()
    }
}

impl Script {
    /// Pages for people never fail.
    fn next_fault(&mut self, seen: &Seen) -> Option<Fault> {
        if seen.kind == Kind::Authorize {
            return None;
        }
        self.queued.pop_front().or_else(|| {
            let of_flow = seen.flow.and_then(|flow| self.of_flow.get(&flow));
            of_flow.or(self.standing.as_ref()).cloned()
        })
    }
}

/// Every request passes here.
async fn serve(State(script): State<Arc<Mutex<Script>>>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let Some(seen) = Seen::read(&head, &body) else {
        return next.run(Request::from_parts(head, body.into())).await;
    };
    let (place, fault, instead, replaced) = {
        let mut script = script.lock().unwrap();
        let fault = script.next_fault(&seen);
        let instead =
            request::metadata(&head).or_else(|| application::refusal(&script.applications, &seen));
        script.requests.push(seen.clone());
        (
            script.requests.len() - 1,
            fault,
            instead,
            script.replaced.clone(),
        )
    };
    let handle = async {
        if let Some(response) = instead {
            return response;
        }
        let response = next.run(Request::from_parts(head, body.into())).await;
        replace(response, &replaced).await
    };
    let response = match fault {
        None => handle.await,
        Some(fault) => fault.meet(seen.flow, handle).await,
    };
    let seen = &mut script.lock().unwrap().requests[place];
    seen.answered = Some(clock::now());
    seen.status = Some(response.status().as_u16());
    response
}

async fn replace(response: Response, replaced: &[(String, String)]) -> Response {
    if replaced.is_empty() {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let mut text = String::from_utf8(body.to_vec()).unwrap();
    for (old, new) in replaced {
        text = text.replace(old, new);
    }
    head.headers.remove(axum::http::header::CONTENT_LENGTH);
    Response::from_parts(head, Body::from(text))
}
