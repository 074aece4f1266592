//! What couchpin costs while nothing happens: processor time, frames, memory, files and threads, waiting and resting; and beside
//! it what a window of the same toolkit costs that shows a line of text and ticks once a second.
//!
//! `cargo bench --bench idle` starts the program on televisions of its own (Xvfb, and weston without a screen; software
//! GL) against the stand-in for Simkl and prints what `/proc` says. `COUCHPIN_BENCH_SECONDS=3600` watches each state for
//! an hour, which is as long as a code is believed to live. It asserts nothing: machines are shared and noisy.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used)]

mod log;
mod process;
mod television;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use couchpin::demo::{Options, StandIn};

use log::Log;
use process::{Running, Usage};
use television::Television;

fn main() {
    // `cargo test --benches` and `cargo bench -- --list` ask what is here.
    if std::env::args().any(|arg| arg == "--list") {
        println!("idle: benchmark");
        return;
    }
    if !Path::new("/proc/self/stat").exists() {
        println!("skipped: /proc is needed to measure another process");
        return;
    }
    let seconds = std::env::var("COUCHPIN_BENCH_SECONDS");
    let seconds = seconds.map_or(20, |seconds| seconds.parse().expect("a number of seconds"));
    let watch = Duration::from_secs(seconds);
    if std::env::args().any(|arg| arg == MINIMAL) {
        return minimal_window();
    }
    match Television::x11() {
        Ok(television) => measure("X11", &television, watch),
        Err(_) => println!("X11: skipped: Xvfb is not installed"),
    }
    match Television::wayland() {
        Ok(television) => measure("Wayland", &television, watch),
        Err(_) => println!("Wayland: skipped: weston is not installed"),
    }
}

/// Asks this program to be the smallest window.
const MINIMAL: &str = "--minimal-window";

/// A window that fills the screen with one line of text, and draws it once a second.
fn minimal_window() {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_fullscreen(true)
            .with_inner_size([1920.0, 1080.0]),
        ..eframe::NativeOptions::default()
    };
    let mut ticks = 0_u64;
    let shown = eframe::run_ui_native("minimal", options, move |ui, _| {
        ticks += 1;
        ui.label(format!("{ticks}"));
        ui.ctx().request_repaint_after(Duration::from_secs(1));
    });
    shown.unwrap();
}

/// Watches the smallest window as long as couchpin.
fn measure_minimal(television: &Television, watch: Duration) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .arg(MINIMAL)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .envs(television.environment());
    let window = Running(command.spawn().unwrap());
    settle();
    settle();
    let before = Usage::of(window.0.id()).processor;
    std::thread::sleep(watch);
    let spent = Usage::of(window.0.id()).processor - before;
    println!(
        "  a minimal window for {} s: {:.2} % of a core",
        watch.as_secs(),
        100.0 * spent / watch.as_secs_f64()
    );
}

/// Runs the program on a television, and prints what it cost from its start to its last rest.
fn measure(session: &str, television: &Television, watch: Duration) {
    // The code lives until it has been watched, and is not renewed.
    let simkl = StandIn::start(Options {
        expires_in: if watch >= LONG {
            2 * watch + DIMMED + Duration::from_secs(15)
        } else {
            2 * watch + Duration::from_secs(30)
        },
        ..Options::default()
    })
    .unwrap();
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config.toml");
    std::fs::write(&config, "unattended_codes = 0\nstore = \"file\"\n").unwrap();
    let launched = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_couchpin"));
    command
        .args(["--client-id", "bench", "--api-url"])
        .args([simkl.api_url().as_str(), "--config"])
        .arg(&config)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", home.path())
        .env("COUCHPIN_LOG", "trace")
        .envs(television.environment())
        .stderr(Stdio::piped());
    let mut couchpin = Running(command.spawn().unwrap());
    let log = Log::of(&mut couchpin.0);
    let pid = couchpin.0.id();

    log.wait("frame number=1 ");
    let first_frame = launched.elapsed();
    log.wait("view=\"waiting\"");
    log.wait("frame");
    println!(
        "{session}: first frame after {} ms, code on the screen after {} ms",
        first_frame.as_millis(),
        launched.elapsed().as_millis()
    );
    settle();
    watch_state("waiting", pid, &log, watch);
    measure_minimal(television, watch);
    // It takes minutes to come to that, so only who looks long sees it.
    if watch >= LONG {
        std::thread::sleep(DIMMED.saturating_sub(launched.elapsed()));
        watch_state("waiting, dimmed", pid, &log, watch);
    }
    log.wait("view=\"resting\"");
    settle();
    watch_state("resting", pid, &log, watch);
}

/// After so long without a press the picture is dimmed, and counts no seconds.
const DIMMED: Duration = Duration::from_secs(130);

const LONG: Duration = Duration::from_mins(1);

/// Lets what has just changed come to an end.
fn settle() {
    std::thread::sleep(Duration::from_secs(3));
}

/// Measures and prints one state.
fn watch_state(state: &str, pid: u32, log: &Log, watch: Duration) {
    let (frames, before) = (log.frames(), Usage::of(pid));
    std::thread::sleep(watch);
    let (frames, after) = (log.frames() - frames, Usage::of(pid));
    let seconds = watch.as_secs_f64();
    let spent = after.processor - before.processor;
    println!(
        "  {state} for {seconds} s: {spent:.2} s of processor ({:.2} % of a core), {frames} frames ({:.2} a second)",
        100.0 * spent / seconds,
        frames as f64 / seconds,
    );
    println!(
        "    memory {} -> {} KiB ({:+} KiB, {} at most), files {} -> {}, threads {} -> {}",
        before.resident,
        after.resident,
        after.resident - before.resident,
        after.most_resident,
        before.files,
        after.files,
        before.threads,
        after.threads,
    );
}
