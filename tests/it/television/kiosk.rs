//! The files for kiosks: what each unit starts shows couchpin, here with a screen in memory.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Setup;
use crate::support::{Flow, Screen};

const COUCHPIN: &str = env!("CARGO_BIN_EXE_couchpin");

fn asset(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/kiosk");
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    text.replace("/usr/bin/couchpin", COUCHPIN)
}

/// The value of the one line of a unit that begins with this key.
fn value(unit: &str, key: &str) -> String {
    let unit = asset(unit);
    let mut found = unit.lines().filter_map(|line| line.strip_prefix(key));
    let value = found.next().unwrap().to_owned();
    assert_eq!(found.next(), None, "{key}");
    value
}

/// Runs a command line with all that it starts in a box that closes with it. Inside, it does not run as root.
fn start(setup: &Setup, line: &str, environment: &[(&str, &str)]) -> Screen {
    assert!(rustix::process::geteuid().is_root(), "needs root");
    let mut command: Command = setup.home.command("unshare");
    command
        .args(["--user", "--map-user=1000", "--map-group=1000"])
        .args(["--pid", "--fork", "--kill-child", "--mount-proc"])
        .args(line.split(' '))
        .envs(environment.iter().copied());
    Screen::of(&mut command)
}

#[test]
#[ignore = "needs root, cage, Xvfb and python3: run by .ci/run"]
fn cage_shows_couchpin_without_any_input_device() {
    let setup = Setup::with(Flow::Pin, &[]);
    let line = value("cage.service", "ExecStart=");
    let patience = value("cage.service", "Environment=WLR_LIBINPUT_NO_DEVICES=");
    let memory = [
        ("WLR_BACKENDS", "headless"),
        ("WLR_RENDERER", "pixman"),
        ("WLR_LIBINPUT_NO_DEVICES", patience.as_str()),
    ];
    start(&setup, &line, &memory).wait_for_frame("waiting");
}

#[test]
#[ignore = "needs root, xinit, xauth, Xvfb and python3: run by .ci/run"]
fn x11_shows_couchpin_without_a_window_manager() {
    let setup = Setup::with(Flow::Pin, &[]);
    let line = value("x11.service", "ExecStart=");
    // The screen in memory has no console; everything else it takes as X does.
    let place = format!(
        "/usr/bin/Xvfb :{} -screen 0 1920x1080x24",
        std::process::id()
    );
    let in_memory = line.replace(":0 vt1 -keeptty", &place);
    assert_ne!(in_memory, line);
    start(&setup, &in_memory, &[]).wait_for_frame("waiting");
}

#[test]
#[ignore = "needs root, weston, Xvfb and python3: run by .ci/run"]
fn weston_shows_couchpin_with_the_settings_that_come_with_it() {
    let setup = Setup::with(Flow::Pin, &[]);
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str, text: String| -> PathBuf {
        let file = folder.path().join(name);
        std::fs::write(&file, text).unwrap();
        file
    };
    let kiosk = place("kiosk", asset("kiosk"));
    std::fs::set_permissions(&kiosk, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let settings = asset("weston.ini");
    let settings = settings.replace("/usr/lib/couchpin/kiosk", kiosk.to_str().unwrap());
    let settings = place("weston.ini", settings);
    let line = value("weston.service", "ExecStart=")
        .replace("/etc/couchpin/weston.ini", settings.to_str().unwrap());
    // On an X display it has a keyboard, without which weston 10 shows nothing.
    let line = format!("{line} --backend=x11-backend.so --use-pixman");
    let display = [("DISPLAY", setup.display.name.as_str())];
    start(&setup, &line, &display).wait_for_frame("waiting");
}
