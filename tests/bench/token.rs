//! How long another program waits for the token: `couchpin token` beside `cat` of the same file; and how long a unit waits
//! for `couchpin --if-needed` where nothing is.
//!
//! `cargo bench --bench token` prints both and their ratio, measured in turns in one run. It asserts nothing: machines
//! are shared and noisy.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used)]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use couchpin::auth::{Secret, Token};
use couchpin::tokens::{Record, StoreChoice, Tokens};

/// How often each is run.
const RUNS: usize = 200;

fn main() {
    if std::env::args().any(|arg| arg == "--list") {
        println!("token: benchmark");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".local/state/couchpin");
    let token = Token {
        access_token: Secret::new("0123456789abcdef".repeat(4)),
        refresh_token: None,
        expires_in: None,
        scope: Some("public".into()),
        lacks_scope: false,
        client_id: "bench".into(),
    };
    let tokens = Tokens::new(folder.clone(), StoreChoice::InFile);
    tokens
        .save(&Record::new("simkl", &token, SystemTime::now(), None))
        .unwrap();

    let mut cat = Command::new("cat");
    cat.arg(folder.join("simkl.json"));
    let mut couchpin = Command::new(env!("CARGO_BIN_EXE_couchpin"));
    couchpin.arg("token").env_clear().env("HOME", home.path());
    let mut if_needed = Command::new(env!("CARGO_BIN_EXE_couchpin"));
    if_needed.arg("--if-needed").env_clear();
    if_needed.env("HOME", home.path());
    if_needed.env("COUCHPIN_SIMKL_CLIENT_ID", "bench");
    let (mut by_cat, mut by_couchpin, mut by_if_needed) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        by_cat.push(took(&mut cat));
        by_couchpin.push(took(&mut couchpin));
        if cfg!(feature = "tv") {
            by_if_needed.push(took(&mut if_needed));
        }
    }
    let (cat, couchpin) = (median(by_cat), median(by_couchpin));
    let ratio = couchpin.as_secs_f64() / cat.as_secs_f64();
    println!(
        "cat: {cat:.2?}, couchpin token: {couchpin:.2?}, {ratio:.1} times as long (medians of {RUNS} runs)"
    );
    if cfg!(feature = "tv") {
        println!("couchpin --if-needed: {:.2?}", median(by_if_needed));
    }
}

fn took(command: &mut Command) -> Duration {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status().unwrap();
    let took = start.elapsed();
    assert!(status.success());
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
