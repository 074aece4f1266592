//! The log beside a picture: while the terminal shows one, lines for standard error wait here, and are written above
//! the picture when it is drawn next.

use std::io::{self, Write};
use std::mem;
use std::sync::{Mutex, PoisonError};

use crate::auth::shown;

/// What waits; `None` while nothing is drawn, and lines go straight through.
static HELD: Mutex<Option<Vec<u8>>> = Mutex::new(None);
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
        let (all, line) = (line.len(), shown::lines(&String::from_utf8_lossy(line)));
        let line = line.as_bytes();
        let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        match held.as_mut() {
            Some(held) if held.len() + line.len() <= MOST => held.extend_from_slice(line),
            Some(_) => {}
            None => io::stderr().write_all(line)?,
        }
        Ok(all)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// From now on lines wait.
#[cfg(unix)]
pub(super) fn hold() {
    HELD.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .get_or_insert_default();
}

/// Takes the lines that wait.
#[cfg(unix)]
pub(super) fn take() -> Vec<u8> {
    let mut held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
    held.as_mut().map(mem::take).unwrap_or_default()
}

/// Lets everything through again.
#[cfg(unix)]
pub(super) fn let_go() {
    let held = HELD.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(held) = held {
        // There is no other place to say that standard error is gone.
        let _ = io::stderr().write_all(&held);
    }
}
