//! The signals that ask a program to end (signal(7)), heard so that a token on its way is not lost with the process.
//!
//! One that was ignored when couchpin was started stays ignored: `nohup` says so of a hang-up, and a shell of the
//! interrupt of what it starts in the background.

use std::io;

/// The program ended by a signal. Nothing has to be said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ended by signal {0}")]
pub struct BySignal(pub u8);

impl BySignal {
    /// The exit code that a shell gives for it.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        128_u8.saturating_add(self.0)
    }
}

#[cfg(unix)]
pub use unix::EndSignals;

#[cfg(unix)]
mod unix {
    use std::future::poll_fn;
    use std::task::Poll;

    use tokio::signal::unix::{Signal, SignalKind, signal};

    use super::{BySignal, io};

    /// The signals that are listened to, by their numbers.
    pub struct EndSignals(Vec<(u8, Signal)>);

    impl EndSignals {
        /// Begins to listen; needs a runtime around it. From now on these signals end nothing by themselves.
        pub fn listen() -> io::Result<Self> {
            let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
            let ignored = ignored(&status);
            // SIGHUP, SIGINT and SIGTERM.
            let numbers = [1, 2, 15].into_iter();
            let listen = |number| Ok((number, signal(SignalKind::from_raw(i32::from(number)))?));
            let heard = numbers.filter(|number| ignored >> (number - 1) & 1 == 0);
            heard.map(listen).collect::<Result<_, _>>().map(Self)
        }

        /// Hears nothing, and leaves every signal as it is.
        #[cfg(test)]
        pub(crate) fn none() -> Self {
            Self(Vec::new())
        }

        /// The next one.
        pub async fn next(&mut self) -> BySignal {
            poll_fn(|context| {
                for (number, signal) in &mut self.0 {
                    if signal.poll_recv(context) == Poll::Ready(Some(())) {
                        return Poll::Ready(BySignal(*number));
                    }
                }
                Poll::Pending
            })
            .await
        }
    }

    /// The signals that this process ignores, one bit each, from the lowest (proc(5)); none where that is not told.
    pub(super) fn ignored(status: &str) -> u64 {
        let mut lines = status.lines();
        let mask = lines.find_map(|line| line.strip_prefix("SigIgn:"));
        mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
            .unwrap_or(0)
    }
}

/// Ctrl-C, where there are no signals.
#[cfg(not(unix))]
pub struct EndSignals;

#[cfg(not(unix))]
impl EndSignals {
    /// Begins to listen.
    pub fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    /// The next one.
    pub async fn next(&mut self) -> BySignal {
        // Without Ctrl-C the program can still be ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        BySignal(2)
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    #[test]
    fn ignored_signals_are_read_from_the_kernels_mask() {
        let status = "Name:\tcouchpin\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000001001\n";
        let mask = super::unix::ignored(status);
        assert_eq!(mask & 1, 1, "a hang-up, as nohup leaves it");
        assert_eq!(mask >> 1 & 1, 0, "not the interrupt");
        assert_eq!(super::unix::ignored("SigIgn:\tx"), 0);
    }
}
