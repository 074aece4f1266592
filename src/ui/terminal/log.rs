//! The log beside a picture: while the terminal shows one, lines for standard error wait here. The last of them are seen
//! below the picture, and all are written when it is gone.

use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::auth::shown;

/// What waits; `None` while there is no picture, and lines go straight through.
static HELD: Mutex<Option<String>> = Mutex::new(None);
/// More than a person reads. Beyond it lines are dropped, not kept.
const MOST: usize = 256 * 1024;

/// Standard error, for logs.
#[must_use]
pub fn log() -> impl Write {
    Log
}

struct Log;

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // An event comes whole; what it quotes comes from anywhere.
        let fit = shown::lines(&String::from_utf8_lossy(line));
        match held().as_mut() {
            Some(held) if held.len() + fit.len() <= MOST => held.push_str(&fit),
            Some(_) => {}
            None => io::stderr().write_all(fit.as_bytes())?,
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn held() -> MutexGuard<'static, Option<String>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on lines wait.
pub(super) fn hold() {
    held().get_or_insert_default();
}

/// The last lines that wait.
pub(super) fn last(count: usize) -> Vec<String> {
    let held = held();
    let lines = held.as_deref().unwrap_or_default().lines().rev();
    let mut last: Vec<_> = lines.take(count).map(str::to_owned).collect();
    last.reverse();
    last
}

/// Lets everything through again.
pub(super) fn let_go() {
    if let Some(held) = held().take() {
        // There is no other place to say that standard error is gone.
        let _ = io::stderr().write_all(held.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_wait_while_there_is_a_picture_and_the_last_are_seen() {
        assert_eq!(last(2), [""; 0]);
        hold();
        for line in ["one\n", "tw\x1b[2Jo\n", "three\n"] {
            log().write_all(line.as_bytes()).unwrap();
        }
        assert_eq!(last(2), ["tw[2Jo", "three"]);
        assert_eq!(last(0), [""; 0]);
        let most = vec![b'x'; MOST];
        log().write_all(&most).unwrap();
        let waited = held().take();
        assert_eq!(waited.as_deref(), Some("one\ntw[2Jo\nthree\n"));
    }
}
