//! While the window opens, a panic in a library is an error like any other: told in one sentence, not as a crash.
//!
//! The window's libraries panic where a display lacks what every display has (changes of size, a fitting pixel format).
//! Once the window is open a panic is a fault of the program again, and is shown as one.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Arc;
use std::thread;

/// Runs what opens the window and shows it. A panic of this thread before `opened` becomes an error with its text.
pub(super) fn catch_startup_panic<T>(
    opened: impl Fn() -> bool + Clone + Send + Sync + 'static,
    run: impl FnOnce() -> T,
) -> Result<T, String> {
    let usual: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> = Arc::from(panic::take_hook());
    let here = thread::current().id();
    panic::set_hook(Box::new({
        let (usual, opened) = (usual.clone(), opened.clone());
        move |panic| {
            if opened() || thread::current().id() != here {
                usual(panic);
            }
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(Box::new(move |panic| usual(panic)));
    match result {
        Ok(result) => Ok(result),
        Err(panic) if opened() => panic::resume_unwind(panic),
        Err(panic) => Err(text(&*panic)),
    }
}

fn text(panic: &(dyn Any + Send)) -> String {
    let text = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    let words = text.unwrap_or("it did not say why").split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicBool, Ordering};

    /// One test for both, as tests run side by side and the hook is the process's.
    #[test]
    fn panic_is_an_error_until_the_window_is_open() {
        let shown = Arc::new(AtomicBool::new(false));
        let show = shown.clone();
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |_| show.store(true, Ordering::Relaxed)));

        let fault = || panic!("no RandR:\n  {}", "Unsupported");
        let before = catch_startup_panic(|| false, fault);
        let shown_before = shown.swap(false, Ordering::Relaxed);
        let after = panic::catch_unwind(|| catch_startup_panic(|| true, fault));
        let shown_after = shown.swap(false, Ordering::Relaxed);
        let fine = catch_startup_panic(|| false, || 7);
        panic::set_hook(usual);

        assert_eq!(before, Err::<(), _>("no RandR: Unsupported".to_owned()));
        assert!(!shown_before);
        assert!(after.is_err(), "it goes on");
        assert!(shown_after);
        assert_eq!(fine, Ok(7));
    }
}
