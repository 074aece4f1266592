//! What is typed or pasted: lines of standard input, read only while somebody waits for one.
//!
//! A read never waits, so none keeps the program from ending, or takes what is typed for the shell afterwards. Nothing is
//! read in the background, where a program would be stopped for it. The invariant: what was typed is not printed.

#[cfg(unix)]
pub(super) use unix::Input;

#[cfg(unix)]
mod unix {
    use std::collections::VecDeque;
    use std::io::{self, IsTerminal as _};
    use std::mem;
    use std::os::fd::{AsFd as _, OwnedFd};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use rustix::process::getpgrp;
    use rustix::termios::tcgetpgrp;
    use tokio::time::sleep;

    use crate::auth::Secret;

    /// How often it is looked whether there is something: not every kind of input can wake somebody.
    const LOOK: Duration = Duration::from_millis(200);
    /// More than any address with a code in it. What is longer counts as several lines.
    const LONGEST: usize = 4096;
    /// More than anybody types. What goes on for ever is left alone after that.
    const MOST: usize = 100;

    /// See the module.
    pub(in super::super) struct Input {
        /// `None` when nothing comes any more.
        source: Option<OwnedFd>,
        /// A line without its end.
        begun: Vec<u8>,
        lines: VecDeque<Secret>,
        left: usize,
    }

    impl Input {
        /// Standard input.
        pub(in super::super) fn open() -> Self {
            Self::of(io::stdin().as_fd().try_clone_to_owned().ok())
        }

        pub(in super::super) fn of(source: Option<OwnedFd>) -> Self {
            Self {
                source,
                begun: Vec::new(),
                lines: VecDeque::new(),
                left: MOST,
            }
        }

        /// The next line; waits for ever when none comes any more. May be dropped while it waits; nothing is lost.
        pub(in super::super) async fn line(&mut self) -> Secret {
            loop {
                if let Some(line) = self.lines.pop_front() {
                    return line;
                }
                let Some(source) = self.source.as_ref().filter(|_| self.left > 0) else {
                    std::future::pending::<()>().await;
                    continue;
                };
                let seen = look(source);
                if seen.contains(PollFlags::IN) {
                    self.read(seen);
                } else if seen.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                    self.end();
                } else {
                    sleep(LOOK).await;
                }
            }
        }

        /// What else came with the last line is of no use any more.
        pub(in super::super) fn forget(&mut self) {
            self.begun.clear();
            self.lines.clear();
        }

        fn read(&mut self, seen: PollFlags) {
            let Some(source) = &self.source else {
                return;
            };
            let mut bytes = [0; 1024];
            match rustix::io::read(source, &mut bytes) {
                // Ctrl-D ends nothing: the person is still there.
                Ok(0) if source.is_terminal() && !seen.contains(PollFlags::HUP) => {}
                Ok(0) => self.end(),
                Ok(count) => bytes[..count].iter().for_each(|byte| self.take(*byte)),
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(_) => self.end(),
            }
        }

        fn take(&mut self, byte: u8) {
            if byte != b'\n' {
                self.begun.push(byte);
            }
            if byte == b'\n' || self.begun.len() == LONGEST {
                self.end_line();
            }
        }

        fn end_line(&mut self) {
            let line = mem::take(&mut self.begun);
            if self.left > 0 {
                self.left -= 1;
                let line = String::from_utf8_lossy(&line).into_owned();
                self.lines.push_back(Secret::new(line));
            }
        }

        /// Nothing comes any more. What has come is a line even without an end.
        fn end(&mut self) {
            self.source = None;
            if !self.begun.is_empty() {
                self.end_line();
            }
        }
    }

    /// What there is to read, without waiting for it. In the background of its terminal there is nothing.
    fn look(source: &OwnedFd) -> PollFlags {
        if tcgetpgrp(source).is_ok_and(|front| front != getpgrp()) {
            return PollFlags::empty();
        }
        let mut looked = [PollFd::new(source, PollFlags::IN)];
        let at_once = Timespec {
            tv_sec: 0,
            tv_nsec: 0,
        };
        match poll(&mut looked, Some(&at_once)) {
            Ok(_) => looked[0].revents(),
            Err(_) => PollFlags::empty(),
        }
    }
}

#[cfg(not(unix))]
pub(super) struct Input;

#[cfg(not(unix))]
impl Input {
    pub(super) fn open() -> Self {
        Self
    }

    pub(super) fn forget(&mut self) {}

    pub(super) async fn line(&mut self) -> crate::auth::Secret {
        std::future::pending().await
    }
}
