//! What the system tells a program in a terminal: Ctrl-C, Ctrl-Z, another size, the end.

use std::io;

use super::Output;
use crate::system::signals::{BySignal, EndSignals};

/// What was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// To end.
    End(BySignal),
    /// The window has another size.
    #[cfg_attr(not(unix), allow(dead_code))]
    Resized,
    /// To stop for a while.
    #[cfg_attr(not(unix), allow(dead_code))]
    Suspend,
}

/// The signals that are listened to.
pub(super) struct Signals {
    end: EndSignals,
    /// Only where a picture is drawn.
    #[cfg(unix)]
    picture: Option<picture::Signals>,
}

impl Signals {
    /// Begins to listen; needs a runtime around it.
    pub(super) fn listen(face: &Output) -> io::Result<Self> {
        #[cfg(not(unix))]
        let _ = face;
        Ok(Self {
            end: EndSignals::listen()?,
            #[cfg(unix)]
            picture: face.moves().then(picture::Signals::listen).transpose()?,
        })
    }

    /// The next one.
    pub(super) async fn next(&mut self) -> Signal {
        #[cfg(unix)]
        if let Some(picture) = &mut self.picture {
            return tokio::select! {
                signal = self.end.next() => Signal::End(signal),
                signal = picture.next() => signal,
            };
        }
        Signal::End(self.end.next().await)
    }

    /// Waits until it is time to end.
    pub(super) async fn end(&mut self) -> BySignal {
        self.end.next().await
    }
}

#[cfg(unix)]
mod picture {
    use rustix::process::Signal as Number;
    use tokio::signal::unix::{Signal as Stream, SignalKind, signal};

    use super::{Signal, io};

    pub(super) struct Signals {
        resized: Stream,
        suspend: Stream,
    }

    impl Signals {
        pub(super) fn listen() -> io::Result<Self> {
            Ok(Self {
                resized: signal(SignalKind::window_change())?,
                suspend: signal(SignalKind::from_raw(Number::TSTP.as_raw()))?,
            })
        }

        pub(super) async fn next(&mut self) -> Signal {
            tokio::select! {
                _ = self.resized.recv() => Signal::Resized,
                _ = self.suspend.recv() => Signal::Suspend,
            }
        }
    }
}
