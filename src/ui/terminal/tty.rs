//! A terminal that shows a picture: drawn in place, left as it was found.

use std::io::{self, IsTerminal as _, Write as _};
use std::os::fd::AsFd as _;

use rustix::process::{Signal, getpgrp, getpid, kill_process};
use rustix::termios::{
    LocalModes, OptionalActions, Termios, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr,
};

use super::log;
use super::picture::Size;

const HIDE_CURSOR: &str = "\x1b[?25l";
const SHOW_CURSOR: &str = "\x1b[?25h";
const NO_COLOURS: &str = "\x1b[0m";
const CLEAR: &str = "\x1b[H\x1b[2J";
const ERASE_LINE: &str = "\x1b[K";
const ERASE_BELOW: &str = "\x1b[J";
/// Where a terminal does not say.
const USUAL: Size = Size {
    columns: 80,
    rows: 24,
};

/// Standard output, when it is a terminal. Dropping it removes the picture.
pub(super) struct Tty {
    /// How the keyboard was before; `None` when it was left alone.
    before: Option<Termios>,
    /// How many lines of a picture stand above the cursor's, and its own.
    drawn: usize,
    anew: bool,
}

impl Tty {
    /// `None` when standard output is no terminal, or one that can only print.
    pub(super) fn open() -> Option<Self> {
        let dumb = std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
        if dumb || !io::stdout().is_terminal() {
            return None;
        }
        let mut tty = Self {
            before: None,
            drawn: 0,
            anew: false,
        };
        tty.set_up();
        Some(tty)
    }

    /// Draws a picture in the place of the last one, in one go. It scrolls at most the first time.
    pub(super) fn draw(&mut self, lines: &[String]) -> io::Result<()> {
        let mut frame = if std::mem::take(&mut self.anew) {
            CLEAR.to_owned()
        } else {
            self.to_its_top()
        };
        let said = log::take();
        if !said.is_empty() {
            // What was logged stays above the picture.
            frame.push_str(ERASE_BELOW);
            frame.push_str(&String::from_utf8_lossy(&said));
        }
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                frame.push_str("\r\n");
            }
            frame.push_str(line);
            frame.push_str(ERASE_LINE);
        }
        frame.push_str(ERASE_BELOW);
        self.drawn = lines.len();
        print(&frame)
    }

    /// The next picture begins on an empty screen: nothing is where it was.
    pub(super) fn start_anew(&mut self) {
        self.anew = true;
    }

    /// Stops this process until a shell continues it.
    pub(super) fn suspend(&mut self) {
        self.restore();
        // If it cannot be stopped, it simply goes on.
        let _ = kill_process(getpid(), Signal::STOP);
        self.set_up();
    }

    /// The keyboard as it has to be while something is read: it could not be made so in the background.
    pub(super) fn hush(&mut self) {
        if self.before.is_none() {
            self.before = quiet_keyboard();
        }
    }

    fn to_its_top(&self) -> String {
        match self.drawn {
            0 | 1 => "\r".to_owned(),
            lines => format!("\r\x1b[{}A", lines - 1),
        }
    }

    fn set_up(&mut self) {
        if io::stderr().is_terminal() {
            log::hold();
        }
        self.before = quiet_keyboard();
        let _ = print(HIDE_CURSOR);
    }

    /// Removes the picture and leaves everything as it was.
    fn restore(&mut self) {
        // There may be no terminal any more; then there is nothing to restore.
        let top = self.to_its_top();
        let _ = print(&format!("{top}{ERASE_BELOW}{NO_COLOURS}{SHOW_CURSOR}"));
        self.drawn = 0;
        if let Some(before) = self.before.take() {
            let _ = tcsetattr(io::stdin().as_fd(), OptionalActions::Now, &before);
        }
        log::let_go();
    }
}

impl Drop for Tty {
    fn drop(&mut self) {
        self.restore();
    }
}

/// The window of standard output.
pub(super) fn size() -> Size {
    match tcgetwinsize(io::stdout().as_fd()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size {
            columns: size.ws_col.into(),
            rows: size.ws_row.into(),
        },
        _ => USUAL,
    }
}

/// What is typed would be written into the picture. Ctrl-C and Ctrl-Z go on working.
fn quiet_keyboard() -> Option<Termios> {
    let stdin = io::stdin();
    // A program in the background would be stopped for touching it.
    if tcgetpgrp(stdin.as_fd()).ok()? != getpgrp() {
        return None;
    }
    let before = tcgetattr(stdin.as_fd()).ok()?;
    let mut quiet = before.clone();
    quiet.local_modes.remove(LocalModes::ECHO);
    tcsetattr(stdin.as_fd(), OptionalActions::Now, &quiet).ok()?;
    Some(before)
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
