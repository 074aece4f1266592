//! What couchpin costs while nobody does anything: memory, processor time and frames, waiting and resting.
//!
//! `cargo bench --bench idle` starts the program on a television of its own (Xvfb, software GL) against the stand-in
//! for Simkl and prints what `/proc` says. It asserts nothing: machines are shared and noisy.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, Instant};

use couchpin::demo::{Options, StandIn};

/// How long each state is watched.
const WATCH: Duration = Duration::from_secs(20);

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
    let Ok((_television, display)) = television() else {
        println!("skipped: Xvfb is not installed");
        return;
    };
    let simkl = StandIn::start(Options {
        expires_in: WATCH + Duration::from_secs(15),
        ..Options::default()
    })
    .unwrap();
    let home = tempfile::tempdir().unwrap();
    let config = home.path().join("config.toml");
    std::fs::write(&config, "unattended_codes = 0\nstore = \"file\"\n").unwrap();
    let launched = Instant::now();
    let mut couchpin = Running(
        Command::new(env!("CARGO_BIN_EXE_couchpin"))
            .args([
                "--client-id",
                "bench",
                "--api-url",
                simkl.api_url().as_str(),
                "--config",
            ])
            .arg(&config)
            .env("HOME", home.path())
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("COUCHPIN_LOG", "trace")
            .stderr(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let log = Log::of(&mut couchpin.0);
    let pid = couchpin.0.id();

    log.wait("frame number=1 ");
    let first_frame = launched.elapsed();
    log.wait("view=\"waiting\"");
    log.wait("frame");
    println!(
        "first frame after {} ms, code on the screen after {} ms",
        first_frame.as_millis(),
        launched.elapsed().as_millis()
    );
    std::thread::sleep(Duration::from_secs(3));
    watch("waiting", pid, &log);
    log.wait("view=\"resting\"");
    std::thread::sleep(Duration::from_secs(3));
    watch("resting", pid, &log);
}

/// Measures and prints one state.
fn watch(state: &str, pid: u32, log: &Log) {
    let (frames, before) = (log.frames(), seconds(pid));
    std::thread::sleep(WATCH);
    let cpu = 100.0 * (seconds(pid) - before) / WATCH.as_secs_f64();
    let frames = (log.frames() - frames) as f64 / WATCH.as_secs_f64();
    let (now, most) = memory(pid);
    println!(
        "{state}: {cpu:.2} % of a core, {frames:.2} frames/s, {now} MiB resident ({most} MiB at most)"
    );
}

/// Processor time so far, in seconds (`utime` and `stime` of proc(5), in the usual hundredths).
fn seconds(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
    let fields: Vec<_> = stat
        .rsplit_once(')')
        .unwrap()
        .1
        .split_whitespace()
        .collect();
    (fields[11].parse::<f64>().unwrap() + fields[12].parse::<f64>().unwrap()) / 100.0
}

/// Resident memory in MiB: now, and at most.
fn memory(pid: u32) -> (u64, u64) {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let field = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<u64>()
            .unwrap()
            / 1024
    };
    (field("VmRSS:"), field("VmHWM:"))
}

/// What the program logs, line by line.
struct Log {
    lines: Mutex<mpsc::Receiver<String>>,
    frames: Arc<Mutex<u64>>,
}

impl Log {
    fn of(child: &mut Child) -> Self {
        let stderr = child.stderr.take().unwrap();
        let (send, lines) = mpsc::channel();
        let frames = Arc::new(Mutex::new(0));
        let counted = frames.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if line.contains("frame number=") {
                    *counted.lock().unwrap() += 1;
                }
                let _ = send.send(line);
            }
        });
        Self {
            lines: Mutex::new(lines),
            frames,
        }
    }

    fn frames(&self) -> u64 {
        *self.frames.lock().unwrap()
    }

    fn wait(&self, text: &str) {
        let lines = self.lines.lock().unwrap();
        while let Ok(line) = lines.recv_timeout(Duration::from_mins(2)) {
            if line.contains(text) {
                return;
            }
        }
        panic!("couchpin never said {text:?}");
    }
}

/// A process that ends with its owner.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A television of 1920×1080 that nobody sees, and its name.
fn television() -> std::io::Result<(Running, String)> {
    let mut xvfb = Command::new("Xvfb")
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1920x1080x24",
            "-nolisten",
            "tcp",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut number = String::new();
    let mut stdout = xvfb.stdout.take().unwrap();
    let mut byte = [0];
    while stdout.read(&mut byte)? == 1 && byte[0] != b'\n' {
        number.push(char::from(byte[0]));
    }
    Ok((Running(xvfb), format!(":{number}")))
}
