//! What is typed or pasted: lines of standard input, read only while one is awaited, and never printed.
//!
//! A read never waits, so none keeps the program from ending, or takes what is typed for the shell afterwards. Nothing is
//! read in the background, where a program would be stopped for it.

/// More than any address with a code in it. What is longer counts as several lines.
const LONGEST: usize = 4096;
/// More than a person types. What goes on for ever is left alone after that.
const MOST: usize = 100;

#[cfg(unix)]
pub(super) use unix::Input;

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::future::pending;
    use std::io::{self, ErrorKind, IsTerminal as _, Read as _};
    use std::os::fd::{AsFd as _, OwnedFd};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::process::getpgrp;
    use rustix::termios::tcgetpgrp;
    use tokio::time::sleep;

    use super::{LONGEST, MOST};
    use crate::auth::Secret;

    /// How often it is looked whether there is something: not every kind of input can be waited for (epoll(7)).
    const LOOK: Duration = Duration::from_millis(200);
    /// Lines of standard input.
    pub(in super::super) struct Input {
        /// `None` when nothing comes any more.
        source: Option<File>,
        /// What has come and was not taken yet.
        bytes: Vec<u8>,
        left: usize,
    }

    impl Input {
        /// Standard input.
        pub(in super::super) fn open() -> Self {
            Self::of(io::stdin().as_fd().try_clone_to_owned().ok())
        }

        pub(in super::super) fn of(source: Option<OwnedFd>) -> Self {
            Self {
                source: source.map(File::from),
                bytes: Vec::new(),
                left: MOST,
            }
        }

        /// The next line; waits for ever when none comes any more. May be dropped while it waits; nothing is lost.
        pub(in super::super) async fn line(&mut self) -> Secret {
            loop {
                if self.left == 0 {
                    pending::<()>().await;
                }
                if let Some(line) = self.take() {
                    self.left -= 1;
                    return line;
                }
                match &self.source {
                    None => pending().await,
                    Some(source) => match look(source) {
                        seen if seen.is_empty() => sleep(LOOK).await,
                        seen => self.read(seen.contains(PollFlags::HUP)),
                    },
                }
            }
        }

        /// What else came with the last line is of no use any more.
        pub(in super::super) fn forget(&mut self) {
            self.bytes.clear();
        }

        fn read(&mut self, hung_up: bool) {
            let Some(source) = &mut self.source else {
                return;
            };
            let mut bytes = [0; 1024];
            match source.read(&mut bytes) {
                // Ctrl-D ends nothing: the person is still there.
                Ok(0) if source.is_terminal() && !hung_up => {}
                Ok(0) => self.source = None,
                Ok(count) => self.bytes.extend_from_slice(&bytes[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(_) => self.source = None,
            }
        }

        /// A line that has come whole; the last one needs no end.
        fn take(&mut self) -> Option<Secret> {
            let begin = &self.bytes[..self.bytes.len().min(LONGEST)];
            let line = match begin.iter().position(|byte| *byte == b'\n') {
                Some(end) => &begin[..end],
                None if begin.len() == LONGEST => begin,
                None if self.source.is_none() && !begin.is_empty() => begin,
                None => return None,
            };
            let taken = (line.len() + 1).min(begin.len());
            let line = Secret::new(String::from_utf8_lossy(&without_arrows(line)).into_owned());
            self.bytes.drain(..taken);
            Some(line)
        }
    }

    /// Without arrow keys, which are three bytes: a mouse wheel types them while an alternate screen is seen.
    fn without_arrows(line: &[u8]) -> Vec<u8> {
        let parts = line.split(|byte| *byte == 0x1b).enumerate();
        let kept = parts.map(|(index, part)| match part {
            [b'[' | b'O', b'A'..=b'D', rest @ ..] if index > 0 => rest,
            _ => part,
        });
        kept.flatten().copied().collect()
    }

    /// What there is to read, without waiting for it. In the background of its terminal there is nothing.
    fn look(source: &File) -> PollFlags {
        if tcgetpgrp(source).is_ok_and(|front| front != getpgrp()) {
            return PollFlags::empty();
        }
        let mut looked = [PollFd::new(source, PollFlags::IN)];
        match poll(&mut looked, Some(&Timespec::default())) {
            Ok(_) => looked[0].revents(),
            Err(_) => PollFlags::empty(),
        }
    }
}

#[cfg(windows)]
pub(super) use windows::Input;

/// A console does not say whether there is a line without waiting for it, so a thread waits, from the first time that one is
/// awaited. What it has read when the program ends was typed for the program.
#[cfg(windows)]
mod windows {
    use std::io::{BufRead as _, Read as _, stdin};
    use std::thread;

    use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

    use super::{LONGEST, MOST};
    use crate::auth::Secret;

    /// Lines of standard input.
    #[derive(Default)]
    pub(in super::super) struct Input {
        lines: Option<UnboundedReceiver<Secret>>,
    }

    impl Input {
        /// Standard input.
        pub(in super::super) fn open() -> Self {
            Self::default()
        }

        /// The next line; waits for ever when none comes any more. May be dropped while it waits; nothing is lost.
        pub(in super::super) async fn line(&mut self) -> Secret {
            let lines = self.lines.get_or_insert_with(|| {
                let (tell, lines) = unbounded_channel();
                let reader = thread::Builder::new().name("input".into());
                // Without a thread no line ever comes.
                let _ = reader.spawn(move || read(&tell));
                lines
            });
            match lines.recv().await {
                Some(line) => line,
                None => std::future::pending().await,
            }
        }

        /// What else came with the last line is of no use any more.
        pub(in super::super) fn forget(&mut self) {
            if let Some(lines) = &mut self.lines {
                while lines.try_recv().is_ok() {}
            }
        }
    }

    fn read(tell: &UnboundedSender<Secret>) {
        for _ in 0..MOST {
            let mut line = Vec::new();
            let read = stdin()
                .lock()
                .take(LONGEST as u64)
                .read_until(b'\n', &mut line);
            let text = String::from_utf8_lossy(&line);
            let has_ended = read.is_err() || line.is_empty();
            if has_ended || tell.send(Secret::new(text.trim_end().to_owned())).is_err() {
                return;
            }
        }
    }
}
