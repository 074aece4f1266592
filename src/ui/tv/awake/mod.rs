//! Keeps the television from going blank, but only while there is something to see: a code that lives, or a result
//! that has just come.
//!
//! It is told every view by the engine, so it lets go even when no frame is drawn. The X server and the desktop's
//! screen saver are each asked on a thread of their own: neither the screen nor the engine waits for them, and one
//! that never answers is left behind. Where there is neither, nothing happens.

mod bus;
mod display;
mod wanted;

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::pairing::View;
use crate::system::clock;
use crate::system::session_bus;

use bus::Bus;
use display::XDisplay;
use wanted::Wanted;

/// How long leaving waits for the screen savers to be let go. They also notice by themselves that the program is gone.
const FAREWELL: Duration = Duration::from_millis(500);
/// Presses that follow each other this closely count as one.
const PRESSES: Duration = Duration::from_secs(1);

/// Holds the screen savers back while it should; dropping it lets go.
pub struct Awake {
    keepers: Vec<Keeper>,
}

/// What a keeper is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeeperMessage {
    Show(Wanted),
    Touched,
    End,
}

/// A thread that keeps one screen saver from its work.
struct Keeper {
    orders: Sender<KeeperMessage>,
    ended: Receiver<()>,
}

impl Awake {
    /// Looks for a screen saver of this session.
    #[must_use]
    pub fn start() -> Self {
        let told = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        // Beside Wayland, X is only a guest, whose screen saver blanks nothing.
        let display = told("DISPLAY").filter(|_| told("WAYLAND_DISPLAY").is_none());
        Self::of(display, session_bus::address())
    }

    /// The same with this X display and this session bus.
    #[must_use]
    pub fn of(display: Option<String>, bus: Option<String>) -> Self {
        let display = display.and_then(|name| {
            let mut display = XDisplay::new(name);
            Keeper::start(move |errand| display.run(errand))
        });
        let bus = bus.and_then(|address| {
            let mut bus = Bus::new(address);
            Keeper::start(move |errand| bus.run(errand))
        });
        Self {
            keepers: display.into_iter().chain(bus).collect(),
        }
    }

    /// Takes what is shown, as often as anybody likes to say it, and never waits.
    pub fn shower(&self) -> impl Fn(&View) + Send + Sync + 'static {
        let tell = self.teller();
        let shown = Mutex::new(None);
        move |view| {
            let Ok(mut shown) = shown.lock() else { return };
            // A result that only changes its details counts from its first moment.
            let now = Some((view.name(), Wanted::by(view)));
            if std::mem::replace(&mut *shown, now) != now {
                tell(KeeperMessage::Show(Wanted::by(view)));
            }
        }
    }

    /// Takes presses that the session does not see, as those of a gamepad, and never waits: they wake the television.
    pub fn toucher(&self) -> impl Fn() + Send + Sync + 'static {
        let tell = self.teller();
        move || tell(KeeperMessage::Touched)
    }

    fn teller(&self) -> impl Fn(KeeperMessage) + Send + Sync + 'static {
        let keepers: Vec<_> = self.keepers.iter().map(|one| one.orders.clone()).collect();
        move |order| {
            for keeper in &keepers {
                // One that has ended keeps nothing.
                let _ = keeper.send(order);
            }
        }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        for keeper in &self.keepers {
            let _ = keeper.orders.send(KeeperMessage::End);
        }
        let end = clock::now() + FAREWELL;
        for keeper in &self.keepers {
            let left = end.saturating_duration_since(clock::now());
            let _ = keeper.ended.recv_timeout(left);
        }
    }
}

/// What a screen saver is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SaverRequest {
    /// Leave the television on until it is said otherwise.
    Hold,
    /// Do as you like.
    LetGo,
    /// Somebody is there.
    Wake,
}

impl Keeper {
    fn start(run: impl FnMut(SaverRequest) + Send + 'static) -> Option<Self> {
        let (orders, inbox) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        let thread = thread::Builder::new().name("awake".into()).spawn(move || {
            keep(&inbox, run);
            drop(end);
        });
        thread.ok().map(|_| Self { orders, ended })
    }
}

/// Turns orders into errands: each change once, and a moment that is over without anybody saying so.
fn keep(inbox: &Receiver<KeeperMessage>, mut run: impl FnMut(SaverRequest)) {
    let (mut held, mut until, mut pressed) = (false, None::<Instant>, None::<Instant>);
    loop {
        let order = match until {
            Some(end) => {
                let left = end.saturating_duration_since(clock::now());
                match inbox.recv_timeout(left) {
                    Ok(order) => order,
                    Err(RecvTimeoutError::Timeout) => KeeperMessage::Show(Wanted::No),
                    Err(RecvTimeoutError::Disconnected) => KeeperMessage::End,
                }
            }
            None => inbox.recv().unwrap_or(KeeperMessage::End),
        };
        let now = clock::now();
        let on = match order {
            KeeperMessage::Show(wanted) => {
                until = match wanted {
                    Wanted::For(moment) => Some(now + moment),
                    Wanted::No | Wanted::Lasting => None,
                };
                wanted != Wanted::No
            }
            KeeperMessage::Touched => {
                if pressed.is_none_or(|last| now >= last + PRESSES) {
                    pressed = Some(now);
                    run(SaverRequest::Wake);
                }
                continue;
            }
            KeeperMessage::End => false,
        };
        if on != held {
            held = on;
            run(if on {
                SaverRequest::Hold
            } else {
                SaverRequest::LetGo
            });
        }
        if order == KeeperMessage::End {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is run of these orders, with a moment between them.
    fn errands(orders: &[KeeperMessage]) -> Vec<SaverRequest> {
        let (tell, inbox) = mpsc::channel();
        let (note, notes) = mpsc::channel();
        let keeper = thread::spawn(move || keep(&inbox, |errand| note.send(errand).unwrap()));
        for order in orders {
            tell.send(*order).unwrap();
            thread::sleep(Duration::from_millis(30));
        }
        drop(tell);
        keeper.join().unwrap();
        notes.iter().collect()
    }

    const MOMENT: Wanted = Wanted::For(Duration::from_millis(10));
    const LONG: Wanted = Wanted::For(Duration::from_mins(3));

    #[test]
    fn each_change_is_told_once_and_the_end_lets_go() {
        use SaverRequest::{Hold, LetGo};
        let code = KeeperMessage::Show(Wanted::Lasting);
        assert_eq!(
            errands(&[code, KeeperMessage::Show(LONG), code]),
            [Hold, LetGo]
        );
        assert_eq!(errands(&[code, KeeperMessage::End]), [Hold, LetGo]);
        let rest = KeeperMessage::Show(Wanted::No);
        assert_eq!(
            errands(&[code, rest, rest, code]),
            [Hold, LetGo, Hold, LetGo]
        );
        assert_eq!(errands(&[rest]), []);
    }

    #[test]
    fn result_is_let_go_after_its_moment_without_being_told() {
        use SaverRequest::{Hold, LetGo, Wake};
        let orders = [KeeperMessage::Show(MOMENT), KeeperMessage::Touched];
        assert_eq!(errands(&orders), [Hold, LetGo, Wake]);
        // And a code that comes in time is not.
        let orders = [
            KeeperMessage::Show(LONG),
            KeeperMessage::Show(Wanted::Lasting),
            KeeperMessage::Touched,
        ];
        assert_eq!(errands(&orders), [Hold, Wake, LetGo]);
    }

    #[test]
    fn fast_presses_wake_once() {
        assert_eq!(errands(&[KeeperMessage::Touched; 3]), [SaverRequest::Wake]);
    }

    #[test]
    fn bus_that_accepts_and_says_nothing_holds_up_nobody() {
        let home = tempfile::tempdir().unwrap();
        let socket = home.path().join("bus");
        let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let start = clock::now();
        let awake = Awake::of(None, Some(format!("unix:path={}", socket.display())));
        awake.shower()(&View::Asking {
            trouble: None,
            notice: None,
        });
        awake.toucher()();
        drop(awake);
        assert!(clock::now() - start < FAREWELL + Duration::from_secs(1));
    }
}
