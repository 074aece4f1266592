//! Keeps the television from going blank, but only while there is something to see: a code, or a result that has just
//! come.
//!
//! It is told every view by the engine, so it releases the screen savers even when no frame is drawn. The X server and
//! the desktop's screen saver are each asked on a thread of their own, and so are Windows and macOS: neither the screen nor the
//! engine waits for them, and one that never answers is left behind. Where there is none of them, nothing happens.

#[cfg(all(unix, not(target_os = "macos")))]
mod bus;
#[cfg(all(unix, not(target_os = "macos")))]
mod display;
#[cfg(any(windows, target_os = "macos"))]
mod power;

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::pairing::View;
use crate::system::clock;
#[cfg(all(unix, not(target_os = "macos")))]
use crate::system::session_bus;

/// How long a result keeps the television on: long enough to come back from the kitchen.
const RESULT: Duration = Duration::from_mins(3);
/// How long ending waits for the screen savers. They also notice by themselves that the program is gone.
const FAREWELL: Duration = Duration::from_millis(500);
/// Presses that follow each other this closely count as one.
const PRESSES: Duration = Duration::from_secs(1);

/// Holds the screen savers back while it should.
pub struct Awake {
    savers: Vec<Sender<Message>>,
    shown: Mutex<Shown>,
}

struct Shown {
    /// The television may go blank whatever is shown.
    may_blank: bool,
    /// The name of the view, and how long it keeps the television on.
    view: Option<(&'static str, Duration)>,
}

enum Message {
    /// From now on for so long; [`Duration::MAX`] until it is said otherwise.
    KeepOn(Duration),
    /// Something was pressed.
    Touched,
    /// The sender is dropped once the screen saver is released.
    End(#[expect(dead_code, reason = "its drop tells")] Sender<()>),
}

/// What a screen saver is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Request {
    /// Leave the television on until it is said otherwise.
    Hold,
    Release,
    /// Switch the television on.
    Wake,
}

impl Awake {
    /// Looks for a screen saver of this session.
    #[must_use]
    pub fn start(may_blank: bool) -> Self {
        #[cfg(all(unix, not(target_os = "macos")))]
        {
            let environment = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
            // Beside Wayland, X is only a guest, whose screen saver blanks nothing.
            let display = environment("DISPLAY");
            let display = display.filter(|_| environment("WAYLAND_DISPLAY").is_none());
            Self::of(display, session_bus::address(), may_blank)
        }
        #[cfg(any(windows, target_os = "macos"))]
        {
            Self::with(spawn("the system's", power::saver()), may_blank)
        }
    }

    /// The same with this X display and this session bus.
    #[cfg(all(unix, not(target_os = "macos")))]
    #[must_use]
    pub fn of(display: Option<String>, bus: Option<String>, may_blank: bool) -> Self {
        let display = display.and_then(|name| spawn("the X server's", display::saver(name)));
        let bus = bus.and_then(|address| spawn("the desktop's", bus::saver(address)));
        Self::with(display.into_iter().chain(bus), may_blank)
    }

    fn with(savers: impl IntoIterator<Item = Sender<Message>>, may_blank: bool) -> Self {
        Self {
            savers: savers.into_iter().collect(),
            shown: Mutex::new(Shown {
                may_blank,
                view: None,
            }),
        }
    }

    /// Takes what is shown, and never waits.
    pub fn show(&self, view: &View) {
        // A result that only changes its details counts from its first moment.
        let shown = Some((view.name(), time_on(view)));
        self.change(|now| std::mem::replace(&mut now.view, shown) != shown);
    }

    /// Lets the television go blank whatever is shown, or not, and never waits.
    pub fn set_may_blank(&self, may_blank: bool) {
        self.change(|now| std::mem::replace(&mut now.may_blank, may_blank) != may_blank);
    }

    fn change(&self, change: impl FnOnce(&mut Shown) -> bool) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        if change(&mut shown)
            && let Some((_, time)) = shown.view
        {
            let time = if shown.may_blank {
                Duration::ZERO
            } else {
                time
            };
            self.tell(|| Message::KeepOn(time));
        }
    }

    /// Takes a press that the session does not see, as one of a gamepad, and never waits: it wakes the television.
    pub fn touch(&self) {
        self.tell(|| Message::Touched);
    }

    /// Releases the screen savers.
    pub fn end(&self) {
        let (ended, end) = mpsc::channel();
        self.tell(|| Message::End(ended.clone()));
        drop(ended);
        // Nothing is sent: it ends when all senders are dropped, or in time.
        let _ = end.recv_timeout(FAREWELL);
    }

    fn tell(&self, message: impl Fn() -> Message) {
        for saver in &self.savers {
            // The thread of a screen saver may have ended.
            let _ = saver.send(message());
        }
    }
}

/// How long a view keeps the television on; [`Duration::MAX`] for as long as it is shown.
fn time_on(view: &View) -> Duration {
    match view {
        // A code that may be typed at the moment, or one that is about to be there.
        View::Waiting(_)
        | View::Asking { trouble: None, .. }
        | View::SettingUp(_)
        | View::AwaitingCode(_) => Duration::MAX,
        View::Resting => Duration::ZERO,
        // A network that is away all night must not burn a sentence about it into the panel.
        View::Asking {
            trouble: Some(_), ..
        }
        | View::Home(_)
        | View::Starting
        | View::Exchanging { .. }
        | View::Unreadable(_)
        | View::Stopped(_)
        | View::Storing
        | View::CannotStore { .. }
        | View::Paired { .. }
        | View::Refused { .. }
        | View::Forgetting => RESULT,
    }
}

fn spawn(
    name: &'static str,
    mut ask: impl FnMut(Request) -> anyhow::Result<()> + Send + 'static,
) -> Option<Sender<Message>> {
    let (messages, inbox) = mpsc::channel();
    let ask = move |request| {
        if let Err(error) = ask(request) {
            tracing::debug!(%error, ?request, "{name} screen saver");
        }
    };
    let thread = thread::Builder::new().name("awake".into());
    thread.spawn(move || run(&inbox, ask)).ok()?;
    Some(messages)
}

/// Turns messages into requests: each change once, and the end of a result without a message.
fn run(inbox: &Receiver<Message>, mut ask: impl FnMut(Request)) {
    let (mut is_held, mut until, mut pressed) = (false, None::<Instant>, None::<Instant>);
    loop {
        let message = match until {
            Some(end) => inbox.recv_timeout(end.saturating_duration_since(clock::now())),
            None => inbox.recv().map_err(RecvTimeoutError::from),
        };
        let now = clock::now();
        let hold = match message {
            Ok(Message::KeepOn(time)) => !time.is_zero(),
            Ok(Message::Touched) => {
                if pressed.is_none_or(|last| now >= last + PRESSES) {
                    pressed = Some(now);
                    ask(Request::Wake);
                }
                continue;
            }
            Ok(Message::End(_)) | Err(_) => false,
        };
        until = match message {
            Ok(Message::KeepOn(time)) if hold => now.checked_add(time),
            _ => None,
        };
        if hold != is_held {
            is_held = hold;
            ask(if hold {
                Request::Hold
            } else {
                Request::Release
            });
        }
        if let Ok(Message::End(_)) | Err(RecvTimeoutError::Disconnected) = message {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{StoreError, Trouble};
    use crate::pairing::{Delay, Stop};

    /// What is asked after these messages, with a moment between them.
    fn requests(messages: Vec<Message>) -> Vec<Request> {
        let (tell, inbox) = mpsc::channel();
        let (note, notes) = mpsc::channel();
        let saver = thread::spawn(move || run(&inbox, |request| note.send(request).unwrap()));
        for message in messages {
            tell.send(message).unwrap();
            thread::sleep(Duration::from_millis(30));
        }
        drop(tell);
        saver.join().unwrap();
        notes.iter().collect()
    }

    fn code() -> Message {
        Message::KeepOn(Duration::MAX)
    }

    fn rest() -> Message {
        Message::KeepOn(Duration::ZERO)
    }

    #[test]
    fn each_change_is_told_once_and_the_end_releases() {
        use Request::{Hold, Release};
        let all = vec![code(), Message::KeepOn(RESULT), code()];
        assert_eq!(requests(all), [Hold, Release]);
        let end = Message::End(mpsc::channel().0);
        assert_eq!(requests(vec![code(), end]), [Hold, Release]);
        let all = vec![code(), rest(), rest(), code()];
        assert_eq!(requests(all), [Hold, Release, Hold, Release]);
        assert_eq!(requests(vec![rest()]), []);
    }

    #[test]
    fn result_is_released_after_its_moment_without_being_told() {
        use Request::{Hold, Release, Wake};
        let moment = Message::KeepOn(Duration::from_millis(10));
        let all = vec![moment, Message::Touched];
        assert_eq!(requests(all), [Hold, Release, Wake]);
        // And a code that comes in time is not.
        let all = vec![Message::KeepOn(RESULT), code(), Message::Touched];
        assert_eq!(requests(all), [Hold, Wake, Release]);
    }

    #[test]
    fn fast_presses_wake_once() {
        let all = vec![Message::Touched, Message::Touched, Message::Touched];
        assert_eq!(requests(all), [Request::Wake]);
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn bus_that_accepts_and_does_not_answer_delays_nothing() {
        let home = tempfile::tempdir().unwrap();
        let socket = home.path().join("bus");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let start = clock::now();
        let address = format!("unix:path={}", socket.display());
        let awake = Awake::of(None, Some(address), false);
        awake.show(&View::Starting);
        awake.touch();
        awake.end();
        assert!(clock::now() - start < FAREWELL + Duration::from_secs(1));
    }

    #[test]
    fn a_view_is_told_once_and_the_setting_changes_it() {
        let (saver, inbox) = mpsc::channel();
        let mut awake = Awake::with(None, false);
        awake.savers.push(saver);
        awake.show(&View::Starting);
        awake.show(&View::Starting);
        awake.set_may_blank(true);
        awake.set_may_blank(true);
        awake.set_may_blank(false);
        awake.show(&View::Resting);
        let times = inbox.try_iter().map(|message| match message {
            Message::KeepOn(time) => time,
            _ => panic!("another message"),
        });
        let expected = [RESULT, Duration::ZERO, RESULT, Duration::ZERO];
        assert_eq!(times.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_code_and_one_that_is_asked_for_keep_the_television_on() {
        let asking = View::Asking {
            on_phone: false,
            trouble: None,
            notice: None,
        };
        assert_eq!(time_on(&asking), Duration::MAX);
    }

    #[test]
    fn result_keeps_the_television_on_for_three_minutes() {
        let delay = Delay {
            trouble: Trouble::Offline,
            next_try: clock::now(),
        };
        let results = [
            View::Stopped(Stop::Denied),
            View::Refused { account: None },
            View::CannotStore {
                why: StoreError::NoAnswer,
                trying: false,
            },
            View::Asking {
                on_phone: false,
                trouble: Some(delay),
                notice: None,
            },
        ];
        for result in results {
            assert_eq!(time_on(&result), Duration::from_mins(3), "{result:?}");
        }
    }

    #[test]
    fn resting_television_may_go_blank_at_once() {
        assert_eq!(time_on(&View::Resting), Duration::ZERO);
    }
}
