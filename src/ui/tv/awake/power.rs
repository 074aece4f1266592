//! The idle timer of Windows and of macOS, which starts the screen saver and switches the monitor off.

use keepawake::{Builder, KeepAwake};

use super::Request;

/// What is held is so for as long as the thread lives that this is asked on.
pub(super) fn saver() -> impl FnMut(Request) -> anyhow::Result<()> {
    let mut held: Option<KeepAwake> = None;
    move |request| {
        match request {
            Request::Hold => held = Some(on()?),
            Request::Release => drop(held.take()),
            // The timer begins anew.
            Request::Wake => drop(on()?),
        }
        Ok(())
    }
}

fn on() -> anyhow::Result<KeepAwake> {
    // Without the computer nothing would be on the screen either.
    Ok(Builder::default().display(true).idle(true).create()?)
}
