//! A small server for a person's browser: the page for a phone.
//!
//! It has a thread of its own, so that neither the engine nor the screen ever waits for a browser. It serves few, brief
//! connections with one request each (`connections`), and pages that run nothing, load nothing, are kept nowhere and
//! can be framed by nobody (`paper`).

pub(crate) mod connections;
pub(crate) mod paper;

use std::future::Future;
use std::io;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use axum::Router;
use tokio::sync::oneshot;

use connections::Few;

/// How long an answer that is under way may still take when the server ends.
const LAST_ANSWER: Duration = Duration::from_secs(2);

/// Serves on a thread of its own until `end`. Then nobody new is let in, and what is being answered is.
pub(crate) fn start(
    thread_name: &str,
    listener: TcpListener,
    app: Router,
    end: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let few = Few::new(listener);
    thread::Builder::new()
        .name(thread_name.to_owned())
        .spawn(move || runtime.block_on(serve(few, app, end)))?;
    Ok(())
}

async fn serve(few: Few, app: Router, end: impl Future<Output = ()> + Send + 'static) {
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
        _ = axum::serve(few, app).with_graceful_shutdown(end) => {}
        () = last_answer => {}
    }
}
