//! Opening the system's browser: a program that every desktop has, started without a shell.
//!
//! The address is one argument, so that nothing in it is ever read as a command (the `open` crate goes through `cmd /c
//! start` on Windows). It is never an embedded browser: the user sees the service's real address, and is signed in there
//! already.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use url::Url;

use crate::system::child;

/// The programs that open an address, and what stands before it, best first.
#[cfg(target_os = "macos")]
const OPENERS: &[(&str, &[&str])] = &[("open", &[])];
/// Not `start`, which is a word of the shell.
#[cfg(windows)]
const OPENERS: &[(&str, &[&str])] = &[("rundll32.exe", &["url.dll,FileProtocolHandler"])];
#[cfg(not(any(target_os = "macos", windows)))]
const OPENERS: &[(&str, &[&str])] = &[("xdg-open", &[]), ("gio", &["open"])];

/// Where there is no browser, the programs say so within this time; else they may stay as long as the browser does.
const EXIT_WAIT: Duration = Duration::from_secs(3);

/// Why no browser was opened.
#[derive(Debug, thiserror::Error)]
pub enum NoBrowser {
    /// No program that could open one.
    #[error("this computer has no program that opens a browser (looked for {0})")]
    NotInstalled(String),
    /// The program could not be started.
    #[error("{0} could not be started: {1}")]
    NotStarted(&'static str, #[source] std::io::Error),
    /// The program found no browser, or no screen to show it on.
    #[error("{0} could not open a browser ({1})")]
    Failed(&'static str, ExitStatus),
    /// Nothing could be seen here: no display is in the environment, as over ssh.
    #[error(
        "there is no display to open a browser on (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    )]
    NoDisplay,
    /// Only pages on the web are opened.
    #[error("this is no address of a web page")]
    NoPage,
}

/// Whether this computer has a program that opens one, and a display. It may still fail: only the program knows whether
/// there is a browser.
#[must_use]
pub fn is_there() -> bool {
    has_display(|name| env::var_os(name)) && find(&search_path()).is_some()
}

/// Opens a page in the system's browser; returns once that seems to have worked.
pub async fn open(page: &Url) -> Result<(), NoBrowser> {
    if !has_display(|name| env::var_os(name)) {
        return Err(NoBrowser::NoDisplay);
    }
    open_with(page, &search_path()).await
}

fn search_path() -> OsString {
    env::var_os("PATH").unwrap_or_default()
}

/// macOS and Windows always have one. Without one, the programs would start a browser for text in the terminal, or none.
pub(super) fn has_display(environment: impl Fn(&str) -> Option<OsString>) -> bool {
    let is_set = |name| environment(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", windows))
        || ["WAYLAND_DISPLAY", "DISPLAY"].into_iter().any(is_set)
}

/// The program: its name, where it is, and what stands before the address.
type Opener = (&'static str, PathBuf, &'static [&'static str]);

fn find(search_path: &OsStr) -> Option<Opener> {
    let mut openers = OPENERS.iter();
    openers.find_map(|(name, before)| Some((*name, child::find(search_path, name)?, *before)))
}

pub(super) async fn open_with(page: &Url, search_path: &OsStr) -> Result<(), NoBrowser> {
    if !is_web(page) {
        return Err(NoBrowser::NoPage);
    }
    let Some((name, file, before)) = find(search_path) else {
        let names: Vec<_> = OPENERS.iter().map(|(name, _)| *name).collect();
        return Err(NoBrowser::NotInstalled(names.join(", ")));
    };
    let started = tokio::process::Command::from(command(&file, before, page)).spawn();
    let mut child = started.map_err(|error| NoBrowser::NotStarted(name, error))?;
    // One that stays is waited for by the runtime, so that no zombie process is left.
    match tokio::time::timeout(EXIT_WAIT, child.wait()).await {
        Ok(Ok(status)) if !status.success() => Err(NoBrowser::Failed(name, status)),
        _ => Ok(()),
    }
}

/// What is never handed to the system, which would start whatever belongs to it: a file, a call, a program.
pub(super) fn is_web(page: &Url) -> bool {
    matches!(page.scheme(), "http" | "https")
}

pub(super) fn command(file: &Path, before: &[&str], page: &Url) -> Command {
    let mut command = child::detached(file);
    command.args(before).arg(page.as_str());
    command
}
