//! What happens when the loop fails: a fault of this program, but there is a code on the screen that nothing polls.
//!
//! The view says that the work has ended, and it begins anew when a person wants that, or after a minute. What the failed
//! loop knew is gone, so the stores are read again.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc::UnboundedReceiver;

use super::Setup;
use super::event_loop::{Publisher, run};
use super::services::Services;
use crate::pairing::{Intent, Scene, Stop, View};

/// When it begins anew without a person.
const BY_ITSELF: Duration = Duration::from_mins(1);

/// Runs the loop again and again, until it ends because the screen is gone.
pub(super) fn supervise<W: Fn(&View)>(
    mut runtime: Runtime,
    setup: Setup,
    mut inbox: UnboundedReceiver<Intent>,
    publisher: &Publisher<W>,
) {
    let mut first = setup.first;
    let mut services = Services::new(setup);
    loop {
        let work = || runtime.block_on(run(&mut services, first, &mut inbox, publisher));
        let failed = catch_unwind(AssertUnwindSafe(work)).is_err();
        // A look-up of a name or a keyring may hang for ever; it is not waited for.
        runtime.shutdown_background();
        if !failed {
            return;
        }
        tracing::error!("the engine failed, and begins anew");
        let last = publisher.scenes.borrow().clone();
        let service = last.service;
        publisher.show(Scene {
            view: View::Stopped(Stop::Unexpected),
            ..last
        });
        let Ok(fresh) = Builder::new_current_thread().enable_all().build() else {
            return;
        };
        runtime = fresh;
        let wanted = async { tokio::time::timeout(BY_ITSELF, wanted(&mut inbox)).await };
        first = match runtime.block_on(wanted) {
            // The screen is gone.
            Ok(None) => return,
            // What was there at the start.
            Ok(Some(Intent::Home)) => services.setup.first,
            Ok(Some(_)) | Err(_) => Some(service),
        };
    }
}

/// What is wanted after a failure: all services, or this one again.
async fn wanted(inbox: &mut UnboundedReceiver<Intent>) -> Option<Intent> {
    loop {
        match inbox.recv().await {
            Some(intent) if !matches!(intent, Intent::Home | Intent::TryNow) => {}
            wanted => return wanted,
        }
    }
}
