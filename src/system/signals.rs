//! The signals that ask a program to end (signal(7)), listened to so that a token on its way is not lost with the process.
//!
//! One that was ignored when couchpin was started stays ignored: `nohup` says so of a hang-up, and a shell of the
//! interrupt of what it starts in the background.

use std::future::poll_fn;
use std::io;
use std::task::{Context, Poll};

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

/// The signals that are listened to. On Windows these are what a console tells its programs, as the signals that mean the
/// same: Ctrl-C and Ctrl-Break, that its window is closed, and that the person logs off or the computer is shut down
/// (`SetConsoleCtrlHandler`). After the last three the system leaves a program some seconds, and then ends it.
pub struct EndSignals(Vec<(BySignal, Heard)>);

type Heard = Box<dyn FnMut(&mut Context<'_>) -> Poll<Option<()>> + Send>;

impl EndSignals {
    /// Begins to listen; needs a runtime around it. From now on these signals end nothing by themselves.
    #[cfg(unix)]
    pub fn listen() -> io::Result<Self> {
        use rustix::process::Signal as Number;
        use tokio::signal::unix::{SignalKind, signal};

        let ignored = ignored();
        let numbers = [Number::HUP, Number::INT, Number::TERM].map(Number::as_raw);
        let heard = numbers
            .into_iter()
            .filter(|number| ignored >> (number - 1) & 1 == 0);
        let listen = |number| {
            let mut stream = signal(SignalKind::from_raw(number))?;
            let heard: Heard = Box::new(move |context| stream.poll_recv(context));
            Ok((BySignal(u8::try_from(number).unwrap_or(0)), heard))
        };
        Ok(Self(heard.map(listen).collect::<io::Result<_>>()?))
    }

    /// Begins to listen; needs a runtime around it. From now on Ctrl-C ends nothing by itself.
    #[cfg(windows)]
    pub fn listen() -> io::Result<Self> {
        use tokio::signal::windows;

        let (mut c, mut stopped) = (windows::ctrl_c()?, windows::ctrl_break()?);
        let (mut close, mut log_off) = (windows::ctrl_close()?, windows::ctrl_logoff()?);
        let mut shutdown = windows::ctrl_shutdown()?;
        let heard: [(u8, Heard); 5] = [
            (2, Box::new(move |context| c.poll_recv(context))),
            (2, Box::new(move |context| stopped.poll_recv(context))),
            (1, Box::new(move |context| close.poll_recv(context))),
            (15, Box::new(move |context| log_off.poll_recv(context))),
            (15, Box::new(move |context| shutdown.poll_recv(context))),
        ];
        let heard = heard.map(|(number, heard)| (BySignal(number), heard));
        Ok(Self(heard.into()))
    }

    /// Hears nothing, and leaves every signal as it is.
    #[cfg(test)]
    pub(crate) fn none() -> Self {
        Self(Vec::new())
    }

    /// The next one.
    pub async fn next(&mut self) -> BySignal {
        poll_fn(|context| {
            let mut all = self.0.iter_mut();
            let heard =
                all.find_map(|(signal, heard)| heard(context).is_ready().then_some(*signal));
            heard.map_or(Poll::Pending, Poll::Ready)
        })
        .await
    }
}

/// The signals that this process ignores, one bit each, from the lowest (proc(5)); none where that is not told.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    mask(&status)
}

#[cfg(unix)]
fn mask(status: &str) -> u64 {
    let mut lines = status.lines();
    let mask = lines.find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok())
        .unwrap_or(0)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    #[test]
    fn ignored_signals_are_read_from_the_kernels_mask() {
        let status = "Name:\tcouchpin\nSigBlk:\t0000000000000000\nSigIgn:\t0000000000001001\n";
        let mask = super::mask(status);
        assert_eq!(mask & 1, 1, "a hang-up, as nohup leaves it");
        assert_eq!(mask >> 1 & 1, 0, "not the interrupt");
        assert_eq!(super::mask("SigIgn:\tx"), 0);
    }
}
