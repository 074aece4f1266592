//! A terminal that shows a picture, on its alternate screen: it is left as it was found.
//!
//! Of the keyboard only the echo is switched off. The system goes on making signals of Ctrl-C and Ctrl-Z, edits a line
//! until Enter, and keeps for the shell what is not read here; raw mode would do none of it.

use std::io::{self, IsTerminal as _, Stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{panic, thread};

use ratatui::backend::CrosstermBackend;
use ratatui::buffer::CellDiffOption;
use ratatui::crossterm::cursor::{Hide, MoveTo, Show};
use ratatui::crossterm::execute;
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::layout::{Rect, Size};
use ratatui::text::{Line, Text};
use ratatui::{Terminal, TerminalOptions, Viewport};
#[cfg(unix)]
use rustix::process::{Signal, getpgrp, getpid, kill_process};
#[cfg(unix)]
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcgetpgrp, tcsetattr};
#[cfg(unix)]
use tokio::signal::unix::{self, SignalKind};
use tokio::time::sleep;

use super::log;

/// How often the picture is redrawn: it counts seconds.
const REDRAW: Duration = Duration::from_secs(1);
/// Where a terminal does not say (a serial line says 0×0).
const USUAL: Size = Size::new(80, 24);

/// Whether the picture's screen is the one that is seen.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Standard output, when it is a terminal. Dropping it removes the picture.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// How the keyboard was before it was made quiet.
    #[cfg(unix)]
    keyboard: Option<Termios>,
    #[cfg(unix)]
    resized: unix::Signal,
    #[cfg(unix)]
    suspended: unix::Signal,
}

impl Screen {
    /// `None` when standard output is no terminal, or one that can only print. Needs a runtime around it.
    pub(super) fn open() -> io::Result<Option<Self>> {
        let term = std::env::var_os("TERM").unwrap_or_default();
        let can_only_print = cfg!(not(unix)) || term.is_empty() || term == "dumb";
        if can_only_print || !io::stdout().is_terminal() {
            return Ok(None);
        }
        // A QR without its colours would not scan on dark terminals, so NO_COLOR does not count.
        force_color_output(true);
        leave_before_a_panic_is_told();
        let viewport = Viewport::Fixed(Rect::default());
        let backend = CrosstermBackend::new(io::stdout());
        Ok(Some(Self {
            terminal: Terminal::with_options(backend, TerminalOptions { viewport })?,
            #[cfg(unix)]
            keyboard: None,
            #[cfg(unix)]
            resized: listen(Signal::WINCH)?,
            #[cfg(unix)]
            suspended: listen(Signal::TSTP)?,
        }))
    }

    /// Draws a picture of the window's size, and below it what was logged last, where there is room.
    pub(super) fn draw(
        &mut self,
        picture: impl FnOnce(Size) -> Vec<Line<'static>>,
    ) -> io::Result<()> {
        enter()?;
        #[cfg(unix)]
        if self.keyboard.is_none() {
            self.keyboard = quiet_keyboard();
        }
        let size = size();
        if self.terminal.get_frame().area().as_size() != size {
            self.terminal.resize(size.into())?;
        }
        let mut lines = picture(size);
        let logged = log::last(usize::from(size.height).saturating_sub(lines.len()));
        lines.extend(logged.into_iter().map(Line::from));
        self.terminal.draw(|frame| {
            frame.render_widget(Text::from(lines), frame.area());
            // Other programs may have written over the picture: the kernel, wall(1).
            for cell in &mut frame.buffer_mut().content {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        })?;
        Ok(())
    }

    /// Waits until the same has to be drawn again: seconds went by, the window has another size, or the process was
    /// stopped and goes on.
    pub(super) async fn outdated(&mut self) {
        #[cfg(unix)]
        tokio::select! {
            () = sleep(REDRAW) => {}
            _ = self.resized.recv() => {}
            _ = self.suspended.recv() => {
                self.leave();
                // If it cannot be stopped, it goes on.
                let _ = kill_process(getpid(), Signal::STOP);
            }
        }
        #[cfg(not(unix))]
        sleep(REDRAW).await;
    }

    #[cfg_attr(
        not(unix),
        expect(clippy::unused_self, reason = "no keyboard is quiet")
    )]
    fn leave(&mut self) {
        #[cfg(unix)]
        if let Some(before) = self.keyboard.take() {
            // A terminal that is gone has nothing to be restored.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
        }
        leave();
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The size of the terminal that standard output is, which crossterm takes for the controlling one.
fn size() -> Size {
    #[cfg(unix)]
    let size = rustix::termios::tcgetwinsize(io::stdout()).map(|size| (size.ws_col, size.ws_row));
    #[cfg(not(unix))]
    let size = ratatui::crossterm::terminal::size();
    match size {
        Ok((columns, rows)) if columns > 0 && rows > 0 => Size::new(columns, rows),
        _ => USUAL,
    }
}

fn enter() -> io::Result<()> {
    if ENTERED.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    if io::stderr().is_terminal() {
        log::hold();
    }
    // Some terminals have no other screen (Linux's console), so this one is cleared.
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        Clear(ClearType::All),
        Hide
    )
}

fn leave() {
    if !ENTERED.swap(false, Ordering::Relaxed) {
        return;
    }
    // A terminal that is gone has nothing to be restored.
    let _ = execute!(
        io::stdout(),
        Clear(ClearType::All),
        MoveTo(0, 0),
        LeaveAlternateScreen,
        Show
    );
    log::let_go();
}

/// Otherwise its message would go with the picture. Only this thread may write to standard output, which it has locked.
fn leave_before_a_panic_is_told() {
    let (this, usual) = (thread::current().id(), panic::take_hook());
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == this {
            leave();
        }
        usual(panic);
    }));
}

#[cfg(unix)]
fn listen(signal: Signal) -> io::Result<unix::Signal> {
    unix::signal(SignalKind::from_raw(signal.as_raw()))
}

/// From now on what is typed does not show; tells how it was. `None` in the background, where a program would be stopped
/// for it.
#[cfg(unix)]
fn quiet_keyboard() -> Option<Termios> {
    let stdin = io::stdin();
    if tcgetpgrp(&stdin).ok()? != getpgrp() {
        return None;
    }
    let before = tcgetattr(&stdin).ok()?;
    let mut quiet = before.clone();
    quiet.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&stdin, OptionalActions::Now, &quiet).ok()?;
    Some(before)
}
