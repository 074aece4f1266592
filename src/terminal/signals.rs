//! What the system tells a program in a terminal: Ctrl-C, Ctrl-Z, another size, the end.

use std::io;

use super::Face;

/// What was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// To end, with the signal's number.
    End(u8),
    /// The window has another size.
    #[cfg_attr(not(unix), allow(dead_code))]
    Resized,
    /// To stop for a while.
    #[cfg_attr(not(unix), allow(dead_code))]
    Suspend,
}

#[cfg(unix)]
pub(super) use unix::Signals;

#[cfg(unix)]
mod unix {
    use rustix::process::Signal as Number;
    use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

    use super::{Face, Signal, io};

    /// The signals that are listened to.
    pub(in super::super) struct Signals {
        interrupt: Stream,
        terminate: Stream,
        /// Only beside a picture: elsewhere `nohup` may have said that a hang-up is no reason to end.
        picture: Option<Picture>,
    }

    struct Picture {
        hang_up: Stream,
        resized: Stream,
        suspend: Stream,
    }

    impl Signals {
        /// Begins to listen; needs a runtime around it.
        pub(in super::super) fn listen(face: &Face) -> io::Result<Self> {
            let picture = if face.moves() {
                Some(Picture {
                    hang_up: signal(SignalKind::hangup())?,
                    resized: signal(SignalKind::window_change())?,
                    suspend: signal(SignalKind::from_raw(Number::TSTP.as_raw()))?,
                })
            } else {
                None
            };
            Ok(Self {
                interrupt: signal(SignalKind::interrupt())?,
                terminate: signal(SignalKind::terminate())?,
                picture,
            })
        }

        /// The next one.
        pub(in super::super) async fn next(&mut self) -> Signal {
            let end = |number: Number| Signal::End(u8::try_from(number.as_raw()).unwrap_or(0));
            let Some(picture) = &mut self.picture else {
                return tokio::select! {
                    _ = self.interrupt.recv() => end(Number::INT),
                    _ = self.terminate.recv() => end(Number::TERM),
                };
            };
            tokio::select! {
                _ = self.interrupt.recv() => end(Number::INT),
                _ = self.terminate.recv() => end(Number::TERM),
                _ = picture.hang_up.recv() => end(Number::HUP),
                _ = picture.resized.recv() => Signal::Resized,
                _ = picture.suspend.recv() => Signal::Suspend,
            }
        }
    }
}

#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub(super) fn listen(_: &Face) -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) async fn next(&mut self) -> Signal {
        // Without Ctrl-C the program can still be ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        Signal::End(2)
    }
}

impl Signals {
    /// Waits until it is time to end.
    pub(super) async fn end(&mut self) {
        while !matches!(self.next().await, Signal::End(_)) {}
    }
}
