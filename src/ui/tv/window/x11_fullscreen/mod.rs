//! Keeps the window over the whole monitor, and the keyboard with it, where an X server has no window manager.
//!
//! Without a window manager the request for fullscreen is not answered, and no window grows or shrinks when the
//! television changes its mode or is plugged in again. The window library does not say so either; so a thread listens
//! to the server on a connection of its own and puts the window in the monitor's place. It sleeps until the server
//! says something, and it asks only so often for one place: a window manager that wants another one has its way.
//! Under Wayland the compositor does all this.

mod place;

use std::thread;
use std::time::Duration;

use winit::raw_window_handle::{HasWindowHandle, RawWindowHandle};
use x11rb::connection::Connection as _;
use x11rb::errors::ReplyError;
use x11rb::protocol::Event;
use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConfigureWindowAux, ConnectionExt as _, EventMask, InputFocus,
    MapState, Window,
};
use x11rb::rust_connection::RustConnection;

use place::{AttemptLimit, Geometry, Monitor, monitor_under};

/// How long a window manager may take to answer a change before it is asked.
const MANAGER: Duration = Duration::from_millis(300);

pub(super) fn is_on_x11(window: &impl HasWindowHandle) -> bool {
    number(window).is_some()
}

fn number(window: &impl HasWindowHandle) -> Option<Window> {
    match window.window_handle().map(|handle| handle.as_raw()) {
        Ok(RawWindowHandle::Xlib(handle)) => Window::try_from(handle.window).ok(),
        Ok(RawWindowHandle::Xcb(handle)) => Some(handle.window.get()),
        _ => None,
    }
}

/// Follows the monitor as long as the window exists. Does nothing where there is no X server.
pub(super) fn follow_the_monitor(window: &impl HasWindowHandle) {
    let Some(window) = number(window) else { return };
    let thread = move || {
        let ended = Server::connect(window).and_then(|server| Ok(server.follow()?));
        if let Err(error) = ended {
            tracing::debug!(%error, "the monitor is not followed");
        }
    };
    if let Err(error) = thread::Builder::new().name("cover".into()).spawn(thread) {
        tracing::debug!(%error, "the monitor is not followed");
    }
}

/// The X server, as far as one window and its monitor go.
struct Server {
    connection: RustConnection,
    root: Window,
    window: Window,
}

impl Server {
    fn connect(window: Window) -> anyhow::Result<Self> {
        let (connection, screen) = x11rb::connect(None)?;
        let root = connection.setup().roots[screen].root;
        // Monitors came with 1.5, in 2015.
        connection.randr_query_version(1, 5)?.reply()?;
        let news = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE | NotifyMask::OUTPUT_CHANGE;
        connection.randr_select_input(root, news)?.check()?;
        let news = EventMask::STRUCTURE_NOTIFY | EventMask::FOCUS_CHANGE;
        let news = ChangeWindowAttributesAux::new().event_mask(news);
        connection
            .change_window_attributes(window, &news)?
            .check()?;
        Ok(Self {
            connection,
            root,
            window,
        })
    }

    /// Looks after every change, and after no time at all.
    fn follow(&self) -> Result<(), ReplyError> {
        let mut attempts = AttemptLimit::default();
        loop {
            self.look(&mut attempts)?;
            let mut news = Some(self.connection.wait_for_event()?);
            if self.managed()? {
                thread::sleep(MANAGER);
            }
            // One look answers all that has happened meanwhile.
            while let Some(event) = news {
                if matches!(event, Event::DestroyNotify(gone) if gone.window == self.window) {
                    return Ok(());
                }
                news = self.connection.poll_for_event()?;
            }
        }
    }

    fn look(&self, attempts: &mut AttemptLimit) -> Result<(), ReplyError> {
        let attributes = self.connection.get_window_attributes(self.window)?;
        if attributes.reply()?.map_state != MapState::VIEWABLE {
            return Ok(());
        }
        let place = self.place()?;
        let monitor = monitor_under(place, &self.monitors()?);
        if let Some(wanted) = attempts.wants(place, monitor) {
            tracing::debug!(?place, ?wanted, "window is not over the monitor");
            let wanted = ConfigureWindowAux::new()
                .x(wanted.x)
                .y(wanted.y)
                .width(wanted.width)
                .height(wanted.height);
            let request = self.connection.configure_window(self.window, &wanted)?;
            request.check()?;
        }
        if !self.managed()? {
            self.take_the_keyboard()?;
        }
        Ok(())
    }

    fn place(&self) -> Result<Geometry, ReplyError> {
        let size = self.connection.get_geometry(self.window)?;
        let corner = self
            .connection
            .translate_coordinates(self.window, self.root, 0, 0)?;
        let (size, corner) = (size.reply()?, corner.reply()?);
        Ok(Geometry {
            x: corner.dst_x.into(),
            y: corner.dst_y.into(),
            width: size.width.into(),
            height: size.height.into(),
        })
    }

    fn monitors(&self) -> Result<Vec<Monitor>, ReplyError> {
        let monitors = self.connection.randr_get_monitors(self.root, true)?;
        let read = |monitor: x11rb::protocol::randr::MonitorInfo| Monitor {
            place: Geometry {
                x: monitor.x.into(),
                y: monitor.y.into(),
                width: monitor.width.into(),
                height: monitor.height.into(),
            },
            primary: monitor.primary,
        };
        Ok(monitors.reply()?.monitors.into_iter().map(read).collect())
    }

    /// Whether something redirects what windows ask for, which only a window manager does.
    fn managed(&self) -> Result<bool, ReplyError> {
        let root = self.connection.get_window_attributes(self.root)?.reply()?;
        let masks = root.all_event_masks;
        Ok(masks.contains(EventMask::SUBSTRUCTURE_REDIRECT))
    }

    /// Takes the keyboard if no window has it. A program that was started above this one keeps it.
    fn take_the_keyboard(&self) -> Result<(), ReplyError> {
        let focus = self.connection.get_input_focus()?.reply()?.focus;
        let no_window = [
            InputFocus::NONE.into(),
            InputFocus::POINTER_ROOT.into(),
            self.root,
        ];
        if no_window.contains(&focus) {
            let request = self.connection.set_input_focus(
                InputFocus::PARENT,
                self.window,
                x11rb::CURRENT_TIME,
            )?;
            request.check()?;
        }
        Ok(())
    }
}
