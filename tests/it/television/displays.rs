//! Any television: the window covers it exactly, follows what it is set to, and takes the remote's keys there.

use std::thread;
use std::time::Duration;

use super::Setup;
use crate::support::{
    Compositor, Display, Flow, Home, Picture, SOON, Screen, Server, Shell, wait_for,
};

/// What televisions are set to.
const SIZES: [(u32, u32); 3] = [(1280, 720), (1920, 1080), (3840, 2160)];
/// A picture of 4K is drawn by the processor here, and read by it too.
const PATIENCE: Duration = SOON.saturating_mul(2);

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn every_television_is_covered_without_a_window_manager() {
    for pixels in SIZES {
        covers_and_takes_keys(Display::bare_of(pixels), pixels);
    }
}

#[test]
#[ignore = "needs Xvfb, openbox, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn every_television_is_covered_with_a_window_manager() {
    for pixels in SIZES {
        covers_and_takes_keys(Display::with_openbox_of(pixels), pixels);
    }
}

fn covers_and_takes_keys(display: Display, pixels: (u32, u32)) {
    let setup = Setup::on(display, Flow::Pin, &["--interval", "5"]);
    let screen = setup.home.screen(&setup.display, &[]);
    wait_until_it_covers(&setup.display, &screen, pixels);
    let qr = wait_for_qr(&setup.display);
    wait_until_keys_arrive(&setup.display, &qr);
}

#[test]
#[ignore = "needs Xvfb, xrandr, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn change_of_resolution_is_followed_without_a_window_manager() {
    follows(Display::bare_of((3840, 2160)));
}

#[test]
#[ignore = "needs Xvfb, openbox, xrandr, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn change_of_resolution_is_followed_with_a_window_manager() {
    follows(Display::with_openbox_of((3840, 2160)));
}

fn follows(display: Display) {
    display.set_mode((1280, 720));
    let setup = Setup::on(display, Flow::Pin, &["--interval", "5"]);
    let screen = setup.home.screen(&setup.display, &[]);
    let qr = wait_for_qr(&setup.display);
    for pixels in [(1920, 1080), (3840, 2160), (1280, 720), (1024, 768)] {
        setup.display.set_mode(pixels);
        wait_until_it_covers(&setup.display, &screen, pixels);
        assert_eq!(wait_for_qr(&setup.display), qr);
        wait_until_keys_arrive(&setup.display, &qr);
    }
    assert_eq!(setup.server.count("code"), 1);
}

#[test]
#[ignore = "needs Xvfb, xrandr, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn television_that_is_unplugged_and_plugged_in_again_is_covered_without_a_window_manager() {
    outlasts_a_pulled_cable(Display::bare());
}

#[test]
#[ignore = "needs Xvfb, openbox, xrandr, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn television_that_is_unplugged_and_plugged_in_again_is_covered_with_a_window_manager() {
    outlasts_a_pulled_cable(Display::with_openbox());
}

fn outlasts_a_pulled_cable(display: Display) {
    let setup = Setup::on(display, Flow::Pin, &["--interval", "1"]);
    let mut screen = setup.home.screen(&setup.display, &[]);
    wait_until_it_covers(&setup.display, &screen, (1920, 1080));
    let qr = wait_for_qr(&setup.display);
    // The same television again, and then another one.
    for pixels in [(1920, 1080), (1280, 720)] {
        setup.display.unplug();
        // The person goes on with the phone meanwhile, and so does the engine.
        thread::sleep(Duration::from_secs(2));
        setup.server.wait_for_poll_after(setup.server.count("poll"));
        assert!(screen.is_running());
        setup.display.set_mode(pixels);
        wait_until_it_covers(&setup.display, &screen, pixels);
        assert_eq!(wait_for_qr(&setup.display), qr);
        wait_until_keys_arrive(&setup.display, &qr);
    }
}

#[test]
#[ignore = "needs Xvfb, xrandr, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn change_of_resolution_is_followed_while_resting() {
    let setup = Setup::with(Flow::Pin, &["--interval", "10", "--expires", "30"]);
    setup.home.settings("unattended_codes = 0\n");
    let screen = setup.home.screen(&setup.display, &[]);
    screen.wait_for_view("resting", Duration::from_secs(45));
    screen.wait_for_frame("resting");
    setup.display.set_mode((1280, 720));
    wait_until_it_covers(&setup.display, &screen, (1280, 720));
    // Once it is there, nothing is drawn again.
    thread::sleep(Duration::from_secs(1));
    let place = screen.log.len();
    thread::sleep(Duration::from_secs(3));
    assert_eq!(screen.frames_after(place), [""; 0], "frames");
    setup.display.press(&["Down"]);
    wait_for_qr(&setup.display);
}

#[test]
#[ignore = "needs Xvfb, xev, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn keyboard_is_taken_only_when_no_other_window_has_it() {
    let setup = Setup::on(Display::bare(), Flow::Pin, &["--interval", "5"]);
    let screen = setup.home.screen(&setup.display, &[]);
    wait_until_it_covers(&setup.display, &screen, (1920, 1080));
    let qr = wait_for_qr(&setup.display);
    assert_eq!(setup.display.with_the_keyboard(), "Couchpin");

    let player = setup.display.start_player();
    setup.display.set_mode((1280, 720));
    wait_until_the_window_covers(&setup.display, &screen, (1280, 720));
    assert_eq!(setup.display.with_the_keyboard(), "player");
    drop(player);
    wait_for("keyboard", SOON, || {
        (setup.display.with_the_keyboard() == "Couchpin").then_some(())
    });
    wait_until_keys_arrive(&setup.display, &qr);
}

#[test]
#[ignore = "needs weston and python3: run by .ci/run"]
fn every_television_is_covered_under_wayland() {
    let server = Server::start(Flow::Pin, &["--interval", "5"]);
    for pixels in SIZES {
        let compositor = Compositor::headless(Shell::Desktop, pixels);
        let screen = Home::asking(&server.url).screen_under(&compositor, &[]);
        wait_for("frame of the whole screen", PATIENCE, || {
            (screen.size() == Some(pixels)).then_some(())
        });
    }
}

#[test]
#[ignore = "needs Xvfb, weston, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn every_television_is_covered_and_takes_keys_on_a_wayland_desktop() {
    on_wayland(Shell::Desktop);
}

#[test]
#[ignore = "needs Xvfb, weston, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn every_television_is_covered_and_takes_keys_in_a_wayland_kiosk() {
    on_wayland(Shell::Kiosk);
}

fn on_wayland(shell: Shell) {
    for pixels in SIZES {
        let setup = Setup::on(Display::bare_of(pixels), Flow::Pin, &["--interval", "5"]);
        let compositor = Compositor::on(&setup.display, shell, pixels);
        let screen = setup.home.screen_under(&compositor, &[]);
        let qr = wait_for_qr(&setup.display);
        assert_eq!(screen.size(), Some(pixels), "{shell:?}");
        wait_until_the_picture_is_ours(&setup.display);
        wait_until_keys_arrive(&setup.display, &qr);
    }
}

fn wait_until_it_covers(display: &Display, screen: &Screen, pixels: (u32, u32)) {
    wait_until_the_window_covers(display, screen, pixels);
    wait_until_the_picture_is_ours(display);
}

fn wait_until_the_window_covers(display: &Display, screen: &Screen, pixels: (u32, u32)) {
    let whole = [0, 0, pixels.0.cast_signed(), pixels.1.cast_signed()];
    wait_for("window that covers the television", PATIENCE, || {
        let covered = display.window() == Some(whole) && screen.size() == Some(pixels);
        covered.then_some(())
    });
}

/// The window's own ground is in every corner, with its light at the left top: no desktop, no panel, no edge.
fn wait_until_the_picture_is_ours(display: &Display) {
    display.wait_for("picture that fills the television", PATIENCE, |picture| {
        let is_ground = |[red, green, blue]: [u8; 3]| {
            (0x0F..=0x1F).contains(&red)
                && (0x12..=0x26).contains(&green)
                && (0x17..=0x31).contains(&blue)
        };
        picture.corners().into_iter().all(is_ground).then_some(())
    });
}

fn wait_for_qr(display: &Display) -> String {
    display.wait_for("QR", PATIENCE, Picture::qr)
}

/// The first focus is on the button that makes the QR bigger; Back makes it as small again.
fn wait_until_keys_arrive(display: &Display, qr: &str) {
    let symbol = |what: &str, good: &dyn Fn(i32) -> bool| {
        let look = |picture: &Picture| picture.symbol_height().filter(|height| good(*height));
        display.wait_for(what, PATIENCE, look)
    };
    let beside = symbol("QR", &|_| true);
    display.press(&["Return"]);
    let bigger = symbol("bigger QR", &|height| height > beside * 5 / 4);
    assert_eq!(display.picture().qr().as_deref(), Some(qr));
    display.press(&["Escape"]);
    symbol("smaller QR", &|height| height == beside);
    println!("QR symbol: {beside} px, bigger {bigger} px");
}
