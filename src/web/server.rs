//! A small server for a person's browser: the page for a phone, and what a browser is sent back to.
//!
//! It has a thread of its own, so that neither the engine nor the screen ever waits for a browser. It serves few, brief
//! connections with one request each (`connections`), and pages that run nothing, load nothing, are kept nowhere and
//! can be framed by nobody (`paper`).

use std::future::Future;
use std::io;
use std::net::TcpListener;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use axum::Router;
use tokio::sync::oneshot;

use super::connections::{LimitedListener, Peer};

/// How long an answer that is under way may still take when the server ends.
const LAST_ANSWER: Duration = Duration::from_secs(2);
/// How long anybody waits for the port to be free; it takes microseconds.
const CLOSING: Duration = Duration::from_millis(500);

/// How many connections wait in the system's queue at most; it has a bound of its own (`net.core.somaxconn`), which is the
/// same on most.
#[cfg(unix)]
const QUEUE: i32 = 4096;

/// Tells when a server no longer listens.
pub(crate) struct Listening(mpsc::Receiver<()>);

impl Listening {
    /// Waits, briefly, until the port is free. The server must have been told to end.
    pub(crate) fn wait_for_end(&self) {
        // Nothing is ever sent: what is waited for is that the listener, and its sender with it, is gone.
        let _ = self.0.recv_timeout(CLOSING);
    }
}

/// Serves on a thread of its own until `end`. Then no new connection is accepted, and what is being answered is.
pub(crate) fn start(
    thread_name: &str,
    listener: TcpListener,
    app: Router,
    end: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Listening> {
    // The standard library asks for 128 only: what one peer may fill before this thread comes to accept it.
    #[cfg(unix)]
    rustix::net::listen(&listener, QUEUE)?;
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let (listens, listening) = mpsc::channel();
    let listener = LimitedListener::new(listener, listens);
    thread::Builder::new()
        .name(thread_name.to_owned())
        .spawn(move || runtime.block_on(serve(listener, app, end)))?;
    Ok(Listening(listening))
}

async fn serve(
    listener: LimitedListener,
    app: Router,
    end: impl Future<Output = ()> + Send + 'static,
) {
    let (close, closed) = oneshot::channel();
    let end = async move {
        end.await;
        let _ = close.send(());
    };
    let last_answer = async move {
        let _ = closed.await;
        tokio::time::sleep(LAST_ANSWER).await;
    };
    tokio::select! {
        _ = axum::serve(listener, app.into_make_service_with_connect_info::<Peer>()).with_graceful_shutdown(end) => {}
        () = last_answer => {}
    }
}
