//! The window and the remote: with a window manager and without, everything is reached and left by keys.

use std::thread;
use std::time::Duration;

use super::Setup;
use crate::support::{Display, Flow, Home, Picture, SOON, Server};

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn keys_reach_and_leave_everything_without_a_window_manager() {
    walk(&Display::bare());
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn keys_reach_and_leave_everything_with_a_window_manager() {
    walk(&Display::with_openbox());
}

fn walk(display: &Display) {
    let server = Server::start(Flow::Pin, &["--interval", "5"]);
    let home = Home::asking(&server.url);
    let mut screen = home.screen(display, &[]);
    let first = display.wait_for_qr();
    display.wait_for("window that covers the television", SOON, |_| {
        (display.window() == Some([0, 0, 1920, 1080])).then_some(())
    });
    let beside = display.picture().symbol_height().unwrap();

    // The first focus is on "Enlarge QR"; every Back key leaves it.
    for back in ["XF86Back", "Escape", "BackSpace"] {
        display.press(&["Return"]);
        let bigger = wait_for_symbol(display, |height| height > beside * 5 / 4);
        assert_eq!(display.picture().qr().as_ref(), Some(&first));
        println!("QR symbol: {beside} px, bigger {bigger} px");
        display.press(&[back]);
        wait_for_symbol(display, |height| height == beside);
    }

    // "New code" is next to it; arrows stop at the end of the row.
    display.press(&["Left", "Up", "Right", "Down", "Return"]);
    let second = display.wait_for("new QR", SOON, |picture| {
        picture.qr().filter(|qr| *qr != first)
    });
    assert_eq!(server.count("code"), 2);

    // Back at the root asks; a stray OK stays, and so does another Back.
    for stay in ["Return", "XF86Back"] {
        display.press(&["XF86Back"]);
        wait_for_no_qr(display);
        display.press(&[stay]);
        assert_eq!(display.wait_for_qr(), second);
    }
    // "Exit" under "More", which stands at the end of the row, asks the same.
    display.press(&["Right", "Right", "Right", "Return"]);
    wait_for_no_qr(display);
    display.press(&["Next", "Return"]);
    thread::sleep(Duration::from_millis(200));
    assert!(screen.is_running());
    display.press(&["Right", "Return"]);
    assert_eq!(screen.exit_code(), Some(0));
    assert_eq!(server.count("code"), 2);
    server.assert_no_secret_in(&screen.said());
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn every_key_that_x_carries_does_what_its_remote_means() {
    let setup = Setup::with(Flow::Pin, &["--interval", "5"]);
    let display = &setup.display;
    // Keys that no keyboard here has: else xdotool would lend them a code for a moment, which a busy machine misses.
    display.map(248, "XF86Select");
    // XF86OK, whose name only the newest libraries know.
    display.map(249, "0x10081160");
    display.map(250, "XF86Red");
    let screen = setup.home.screen(display, &[]);
    let qr = display.wait_for_qr();
    let beside = display.picture().symbol_height().unwrap();
    let bigger = |height: i32| height > beside * 5 / 4;

    // The QR grows and shrinks: OK of every kind, and every kind of Back.
    let oks = [
        "Return",
        "KP_Enter",
        "space",
        "XF86Select",
        "0x10081160",
        "XF86AudioPlay",
    ];
    let backs = ["Escape", "BackSpace", "XF86Back", "XF86Close", "Cancel"];
    for (ok, back) in oks.iter().zip(backs.iter().cycle()) {
        display.press(&[ok]);
        wait_for_symbol(display, bigger);
        display.press(&[back]);
        wait_for_symbol(display, |height| height == beside);
        println!("{ok} chooses, {back} leaves");
    }
    for menu in ["XF86MenuKB", "Menu"] {
        display.press(&[menu]);
        wait_for_no_qr(display);
        display.press(&["XF86Back"]);
        assert_eq!(display.wait_for_qr(), qr, "{menu}");
    }
    // Letters, volume and colours change nothing.
    display.press(&["a", "XF86AudioRaiseVolume", "XF86Red", "F5", "Tab", "7"]);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(display.picture().symbol_height(), Some(beside));

    // The server repeats a held key 25 times a second; each repeat would close and open the bigger QR.
    display.hold("Return", Duration::from_millis(1500), || {
        thread::sleep(Duration::from_millis(300));
        for _ in 0..5 {
            assert!(bigger(display.picture().symbol_height().unwrap()));
        }
    });
    wait_for_symbol(display, bigger);
    setup.server.assert_no_secret_in(&screen.said());
}

fn wait_for_symbol(display: &Display, good: impl Fn(i32) -> bool) -> i32 {
    let look = |picture: &Picture| picture.symbol_height().filter(|height| good(*height));
    display.wait_for("QR of another size", SOON, look)
}

fn wait_for_no_qr(display: &Display) {
    display.wait_for("question without a QR", SOON, |picture| {
        picture.qr().is_none().then_some(())
    });
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn second_screen_says_that_one_is_running_and_leaves_it_alone() {
    let setup = Setup::with(Flow::Pin, &["--interval", "1"]);
    let mut first = setup.home.screen(&setup.display, &[]);
    let qr = setup.display.wait_for_qr();
    let second = setup.home.run_on(&setup.display.name, &[]);
    assert_eq!(second.code, Some(1));
    assert!(second.sentence().contains("already running"), "{second:?}");

    setup.server.wait_for_poll_after(setup.server.count("poll"));
    thread::sleep(Duration::from_millis(100));
    assert!(first.is_running());
    assert_eq!(setup.display.picture().qr(), Some(qr));
    assert_eq!(setup.server.count("code"), 1);
}
