//! Panics of libraries that read what others wrote: caught, and without a word on standard error.
//!
//! A decoder of pictures may panic over a few hundred bytes from anywhere. That is no fault of this program and nothing
//! that a person could do anything about, so it becomes a value. The invariant: only the thread that is inside
//! [`caught`] is silent; every other panic is shown as usual.

use std::cell::Cell;
use std::panic::{self, UnwindSafe};

thread_local! {
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Has the panics inside [`caught`] say nothing. Called once, at the program's start; without it they are caught, too.
pub fn install_hook() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        // A thread that is at its end has no flag any more.
        if !SILENT.try_with(Cell::get).unwrap_or(false) {
            usual(panic);
        }
    }));
}

/// Runs something to its end; `None` if it panics. It must not be used for what starts threads of its own.
pub(crate) fn caught<T>(run: impl FnOnce() -> T + UnwindSafe) -> Option<T> {
    let before = SILENT.replace(true);
    let outcome = panic::catch_unwind(run);
    SILENT.set(before);
    outcome.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::portrait::Portrait;
    use std::process::Command;

    /// The hook is the process's, so this test starts itself again, in a process of its own.
    #[test]
    fn only_what_is_caught_is_silent() {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "--ignored", "--nocapture"])
            .arg("auth::panics::tests::in_a_process_of_its_own")
            .output()
            .unwrap();
        let (out, err) = (
            String::from_utf8_lossy(&child.stdout),
            String::from_utf8_lossy(&child.stderr),
        );
        assert!(out.contains("1 passed"), "{out}{err}");
        assert!(err.contains("a fault of the program"), "{err}");
        assert!(!err.contains("a library"), "{err}");
        assert!(!err.contains("zune"), "{err}");
    }

    #[test]
    #[ignore = "started by the test above, in a process of its own"]
    fn in_a_process_of_its_own() {
        install_hook();
        assert_eq!(caught(|| panic!("a library") as u8), None);
        assert_eq!(caught(|| 7), Some(7));
        let bytes = include_bytes!("../../tests/pictures/panics-zune-jpeg.jpg");
        let _ = Portrait::decode(bytes);
        let told = panic::catch_unwind(|| panic!("a fault of the program"));
        assert!(told.is_err());
    }
}
