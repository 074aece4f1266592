//! When the television's program ends without a press: by a signal, after a pairing (`--exit-when-paired`), or because
//! the engine is gone. A thread of its own watches, so that no frame is needed: the window may be hidden, on another
//! workspace, or its compositor stalled.
//!
//! It asks the window to close. What opened the window then leaves the engine, which waits for a token on its way. A
//! second signal ends the program at once, and so does a window that does not come back.

use std::io;
use std::process::exit;
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use tokio::sync::watch::Receiver;
use tokio::time::{Instant, sleep, sleep_until};

use crate::engine::FAREWELL;
use crate::pairing::{Scene, View};
use crate::system::signals::{BySignal, EndSignals};

/// How long a fresh pairing stays on the screen before `--exit-when-paired` leaves.
const SHOW_PAIRED: Duration = Duration::from_secs(4);
/// How long the window and the engine may take to end. More than [`FAREWELL`], or a token on its way would be lost.
const END_LIMIT: Duration = Duration::from_secs(FAREWELL.as_secs() + 5);

/// Why it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A signal asked for it.
    Signal(BySignal),
    /// There is a pairing.
    Paired,
    /// The engine ended without having been left.
    EngineGone,
}

impl Reason {
    fn exit_code(self) -> u8 {
        match self {
            Self::Signal(signal) => signal.exit_code(),
            Self::Paired => 0,
            Self::EngineGone => 1,
        }
    }
}

/// Watches on a thread of its own; the answer is why it ends, once it does. `close` asks the window to close.
pub fn watch(
    scenes: Receiver<Scene>,
    exit_when_paired: bool,
    close: impl Fn() + Send + 'static,
) -> io::Result<Arc<OnceLock<Reason>>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    // Before the window, which may take long to open.
    let mut signals = runtime.block_on(async { EndSignals::listen() })?;
    let reason = Arc::new(OnceLock::new());
    let told = reason.clone();
    let thread = thread::Builder::new().name("ending".to_owned());
    thread.spawn(move || {
        let code = runtime.block_on(async {
            let show_paired = exit_when_paired.then_some(SHOW_PAIRED);
            let why = ends(scenes, show_paired, &mut signals).await;
            tracing::debug!(?why, "ending");
            // It is set once.
            let _ = told.set(why);
            close();
            tokio::select! {
                second = signals.next() => second.exit_code(),
                () = sleep(END_LIMIT) => why.exit_code(),
            }
        });
        exit(code.into());
    })?;
    Ok(reason)
}

/// Waits until it is time to end; after a pairing, that is when it has been shown for a while.
async fn ends(
    mut scenes: Receiver<Scene>,
    show_paired: Option<Duration>,
    signals: &mut EndSignals,
) -> Reason {
    let mut paired = None;
    loop {
        let fresh = matches!(
            scenes.borrow_and_update().view,
            View::Paired { fresh: true, .. }
        );
        let since = paired.filter(|_| fresh).unwrap_or_else(Instant::now);
        paired = fresh.then_some(since);
        tokio::select! {
            signal = signals.next() => return Reason::Signal(signal),
            changed = scenes.changed() => if changed.is_err() {
                return Reason::EngineGone;
            },
            () = sleep_until(since + show_paired.unwrap_or_default()), if show_paired.is_some() && fresh => {
                return Reason::Paired;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::watch::{Sender, channel};

    use super::*;
    use crate::auth::{Rejection, Service, StoreLocation};
    use crate::pairing::Check;

    fn scene(view: View) -> Scene {
        Scene {
            service: Service::simkl(),
            view,
            registered_address: None,
        }
    }

    fn paired(fresh: bool, check: Check) -> Scene {
        scene(View::Paired {
            account: None,
            portrait: None,
            place: StoreLocation::Keyring,
            fresh,
            check,
            lacks_scope: false,
            failed_action: None,
            instead_of: None,
            refreshable: true,
        })
    }

    const MOMENT: Duration = Duration::from_millis(100);

    /// Why it ends when this happens; `None` if it does not for many moments.
    fn why(exit_when_paired: bool, happens: impl AsyncFnOnce(&Sender<Scene>)) -> Option<Reason> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let (publish, scenes) = channel(scene(View::Starting));
            let mut signals = EndSignals::none();
            let ends = ends(scenes, exit_when_paired.then_some(MOMENT), &mut signals);
            let happens = async {
                happens(&publish).await;
                sleep(10 * MOMENT).await;
            };
            tokio::select! {
                why = ends => Some(why),
                () = happens => None,
            }
        })
    }

    #[test]
    fn a_fresh_pairing_ends_it_after_a_moment_without_a_frame() {
        let pairs = async |publish: &Sender<Scene>| {
            publish.send_replace(paired(true, Check::Pending));
            // Nor does a name that comes again and again make it wait.
            for check in [Check::Good, Check::Refused(Rejection::Code)]
                .iter()
                .cycle()
                .take(40)
            {
                sleep(MOMENT / 2).await;
                publish.send_replace(paired(true, check.clone()));
            }
            panic!("it goes on and on");
        };
        assert_eq!(why(true, pairs), Some(Reason::Paired));
    }

    #[test]
    fn nothing_else_ends_it() {
        for (wanted, fresh) in [(false, true), (true, false)] {
            let pairs = async |publish: &Sender<Scene>| {
                publish.send_replace(paired(fresh, Check::Good));
            };
            assert_eq!(why(wanted, pairs), None);
        }
        let left = async |publish: &Sender<Scene>| {
            publish.send_replace(paired(true, Check::Good));
            publish.send_replace(scene(View::Forgetting));
        };
        assert_eq!(why(true, left), None, "not a fresh pairing any more");
    }

    #[test]
    fn an_engine_that_is_gone_ends_it() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let (_, scenes) = channel(scene(View::Starting));
        let why = runtime.block_on(ends(scenes, None, &mut EndSignals::none()));
        assert_eq!(why, Reason::EngineGone);
        assert_eq!(why.exit_code(), 1);
    }

    #[test]
    fn a_token_on_its_way_has_more_time_than_anything_that_brings_it() {
        let brought = crate::services::http::WHOLE + 2 * crate::tokens::LONGEST;
        assert!(FAREWELL > brought && END_LIMIT > FAREWELL);
    }
}
