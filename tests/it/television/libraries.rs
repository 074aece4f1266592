//! Libraries that are not installed: one sentence names the package, and what the window does not need may be missing.

use super::Setup;
use crate::support::{Display, Flow, Home, SOON, Weston};

/// Runs couchpin without these files, and returns its sentence.
fn sentence(home: &Home, display: (&str, &str), hidden: &[&str]) -> String {
    let done = home.run_without(hidden, &[display]);
    assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{done:?}");
    // The driver's loader has words of its own.
    let loader = |line: &&str| !(line.is_empty() || line.starts_with("libEGL warning: "));
    let lines: Vec<_> = done.own_lines().into_iter().filter(loader).collect();
    let [sentence] = lines[..] else {
        panic!("not one sentence: {done:?}");
    };
    sentence.strip_prefix("couchpin: ").unwrap().to_owned()
}

fn names(sentence: &str, package: &str) {
    let install = format!(": install {package} (");
    assert!(sentence.contains(&install), "{package}: {sentence}");
}

#[test]
#[ignore = "needs root and Xvfb: run by .ci/run"]
fn library_that_x11_needs_is_named_with_its_package() {
    let (home, display) = (Home::empty(), Display::bare());
    for (hidden, package) in [
        (&["libX11.so*"][..], "libx11-6"),
        (&["libX11-xcb.so*"], "libx11-xcb1"),
        (&["libxcb.so*"], "libxcb1"),
        (&["libXcursor.so*"], "libxcursor1"),
        (&["libXi.so*"], "libxi6"),
        // Not asked for by name, but by libXi.
        (&["libXext.so*"], "libxext6"),
        (&["libxkbcommon.so*"], "libxkbcommon0"),
        (&["libxkbcommon-x11.so*"], "libxkbcommon-x11-0"),
        (&["libGL.so*", "libEGL.so*"], "libgl1"),
        (&["libGLX_*"], "libglx-mesa0"),
        (&["libGL.so*", "libEGL_*"], "libegl-mesa0"),
    ] {
        names(
            &sentence(&home, ("DISPLAY", &display.name), hidden),
            package,
        );
    }
}

#[test]
#[ignore = "needs root and weston: run by .ci/run"]
fn library_that_wayland_needs_is_named_with_its_package() {
    let (home, weston) = (Home::empty(), Weston::headless());
    for (hidden, package) in [
        (&["libwayland-client.so*"][..], "libwayland-client0"),
        (&["libwayland-egl.so*"], "libwayland-egl1"),
        (&["libxkbcommon.so*"], "libxkbcommon0"),
        (&["libEGL.so*"], "libegl1"),
        (&["libEGL_*"], "libegl-mesa0"),
        (&["dri", "libgallium*"], "libgl1-mesa-dri"),
    ] {
        let display = ("WAYLAND_DISPLAY", weston.socket());
        names(&sentence(&home, display, hidden), package);
    }
}

#[test]
#[ignore = "needs root, Xvfb and python3: run by .ci/run"]
fn x11_needs_nothing_of_waylands_and_one_of_two_ways_to_opengl() {
    let setup = Setup::with(Flow::Pin, &[]);
    // Mesa's libEGL needs Wayland's libraries for itself.
    for hidden in [
        &["libwayland-*", "libEGL*", "libGLES*", "libXrandr.so*"][..],
        &[
            "libwayland-egl*",
            "libwayland-cursor*",
            "libGL.so*",
            "libGLX*",
        ],
    ] {
        let display = ("DISPLAY", setup.display.name.as_str());
        let screen = setup.home.screen_without(hidden, &[display]);
        screen.wait_for_frame("waiting");
    }
}

#[test]
#[ignore = "needs root, weston, Xvfb and python3: run by .ci/run"]
fn wayland_needs_nothing_of_x11s_window() {
    let (setup, weston) = (Setup::with(Flow::Pin, &[]), Weston::headless());
    // Mesa's libEGL needs libX11-xcb and libxcb for itself.
    let hidden = [
        "libX11.so*",
        "libXcursor.so*",
        "libXi.so*",
        "libXrandr.so*",
        "libxkbcommon-x11.so*",
        "libwayland-cursor.so*",
        "libGL.so*",
        "libGLX*",
    ];
    let display = ("WAYLAND_DISPLAY", weston.socket());
    let screen = setup.home.screen_without(&hidden, &[display]);
    screen.wait_for_frame("waiting");
}

#[test]
#[ignore = "needs root, weston, Xvfb and python3: run by .ci/run"]
fn x11_takes_over_where_wayland_cannot_be_used() {
    let (setup, weston) = (Setup::with(Flow::Pin, &[]), Weston::headless());
    let x11 = ("DISPLAY", setup.display.name.as_str());
    let gone = setup.home.token_file();
    for (wayland, hidden) in [
        (gone.to_str().unwrap(), &[][..]),
        (weston.socket(), &["libwayland-egl.so*"]),
    ] {
        let displays = [x11, ("WAYLAND_DISPLAY", wayland)];
        let screen = setup.home.screen_without(hidden, &displays);
        screen.wait_for_frame("waiting");
        setup.display.wait_for_text();
        screen.log.wait_for(0, "no window here", SOON);
    }
    let alone = ("WAYLAND_DISPLAY", gone.to_str().unwrap());
    let silent = sentence(&setup.home, alone, &[]);
    assert!(silent.contains("does not answer"), "{silent}");
    assert!(silent.ends_with("(see WAYLAND_DISPLAY)"), "{silent}");
}
