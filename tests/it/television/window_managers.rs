//! A window manager that knows better: it is asked a few times, and then it has its way.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    ChangeWindowAttributesAux, ConfigureNotifyEvent, ConfigureWindowAux, ConnectionExt as _,
    EventMask,
};
use x11rb::rust_connection::RustConnection;

use super::Setup;
use crate::support::{Flow, SOON, wait_for};

/// The size of every window here.
const SIZE: (u16, u16) = (800, 600);

/// Manages windows until the display ends, and counts what they ask for.
fn manage(display: &str) -> Arc<AtomicUsize> {
    let (connection, screen) = RustConnection::connect(Some(display)).unwrap();
    let root = connection.setup().roots[screen].root;
    let all = EventMask::SUBSTRUCTURE_REDIRECT;
    let all = ChangeWindowAttributesAux::new().event_mask(all);
    let only_one = connection.change_window_attributes(root, &all).unwrap();
    only_one.check().unwrap();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    thread::spawn(move || {
        while let Ok(event) = connection.wait_for_event() {
            let window = match event {
                Event::MapRequest(request) => {
                    let _ = connection.map_window(request.window);
                    request.window
                }
                Event::ConfigureRequest(request) => {
                    count.fetch_add(1, Ordering::Relaxed);
                    request.window
                }
                _ => continue,
            };
            let (width, height) = SIZE;
            let mine = ConfigureWindowAux::new().x(0).y(0);
            let mine = mine.width(u32::from(width)).height(u32::from(height));
            let _ = connection.configure_window(window, &mine);
            // A refusal is told as if the window had moved (ICCCM 4.1.5).
            let told = ConfigureNotifyEvent {
                response_type: x11rb::protocol::xproto::CONFIGURE_NOTIFY_EVENT,
                event: window,
                window,
                width,
                height,
                ..ConfigureNotifyEvent::default()
            };
            let _ = connection.send_event(false, window, EventMask::STRUCTURE_NOTIFY, told);
            let _ = connection.flush();
        }
    });
    asked
}

#[test]
#[ignore = "needs Xvfb, xrandr, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn window_manager_that_wants_another_size_is_not_fought_for_ever() {
    let setup = Setup::with(Flow::Pin, &["--interval", "5"]);
    let asked = manage(&setup.display.name);
    let screen = setup.home.screen(&setup.display, &[]);
    let settled = || {
        wait_for("window of the manager's size", SOON, || {
            (screen.size() == Some((SIZE.0.into(), SIZE.1.into()))).then_some(())
        });
        setup.display.wait_for_qr();
        // All attempts are over by now, and the quarrel with them.
        thread::sleep(Duration::from_secs(4));
        let so_far = asked.load(Ordering::Relaxed);
        thread::sleep(Duration::from_secs(3));
        assert_eq!(asked.load(Ordering::Relaxed), so_far);
        so_far
    };
    setup.display.wait_for_qr();
    let first = settled();
    // Another size is another matter, for a while.
    setup.display.set_mode((1280, 720));
    let second = settled() - first;
    println!("asked {first} times, then {second} times");
    assert!(
        (1..=10).contains(&second) && first <= 20,
        "{first} {second}"
    );
}
