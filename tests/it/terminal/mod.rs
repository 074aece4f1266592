//! `couchpin pair`, its hook, and what is generated: run as a person or a packager runs them.

mod accounts;
mod changes;
mod leaving;
mod window;

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use couchpin::auth::Flow;
use rustix::process::Signal;
use serde_json::Value;

use crate::support::simkl::{Fault, Options, StandIn};
use crate::support::{Home, SOON, Screen, wait_for};

fn simkl(flow: Flow) -> StandIn {
    StandIn::start(Options {
        flow,
        interval: Duration::from_secs(1),
        verification_uri: Some("https://simkl.com/pin".to_owned()),
        ..Options::default()
    })
    .unwrap()
}

fn home(simkl: &StandIn) -> Home {
    Home::asking(simkl.api_url().as_str())
}

/// The code that it shows.
fn code(pairing: &Screen) -> String {
    let place = pairing.out.wait_for(0, "Code: ", SOON);
    let line = pairing.out.all()[place].clone();
    line.split(' ').nth(1).unwrap().to_owned()
}

fn pair(simkl: &StandIn, home: &Home, args: &[&str]) -> Screen {
    let mut pairing = home.start(args);
    let code = code(&pairing);
    assert!(simkl.approve(&code), "{code} was waiting");
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
    pairing
        .out
        .wait_for(0, "Signed in as Ann, stored in ", SOON);
    pairing
}

fn stored_token(home: &Home) -> String {
    let record = std::fs::read(home.token_file()).unwrap();
    let record: Value = serde_json::from_slice(&record).unwrap();
    record["access_token"].as_str().unwrap().to_owned()
}

#[test]
fn into_a_pipe_it_pairs_with_plain_lines_and_never_shows_the_token() {
    for flow in [Flow::Pin, Flow::Device] {
        let simkl = simkl(flow);
        let home = home(&simkl);
        let pairing = pair(&simkl, &home, &["pair"]);
        let token = stored_token(&home);
        assert_eq!(home.run(&["token"]).out, format!("{token}\n"));
        let status = home.run(&["status"]).out;
        assert!(status.contains("signed in as Ann"), "{status}");
        let out = pairing.out.all();
        for line in &out {
            assert!(!line.contains(char::is_control), "{line:?}");
            assert!(!line.contains(['▀', '▄', '█']), "{line:?}");
        }
        let waits = out.iter().filter(|line| line.starts_with("Waiting"));
        assert_eq!(waits.count(), 1, "only changes are told: {out:?}");
        let leak = pairing
            .said()
            .into_iter()
            .find(|line| line.contains(&token));
        assert_eq!(leak, None);
    }
}

#[test]
fn a_signal_ends_it_with_the_usual_code() {
    for (signal, code_) in [(Signal::INT, 130), (Signal::TERM, 143)] {
        let simkl = simkl(Flow::Pin);
        let home = home(&simkl);
        let mut pairing = home.start(&["pair"]);
        code(&pairing);
        pairing.signal(signal);
        assert_eq!(pairing.exit_code(), Some(code_));
        assert!(pairing.log.all().last().unwrap().contains("not signed in"));
        assert!(!home.token_file().exists());
    }
}

#[test]
fn ctrl_c_while_the_token_is_being_stored_loses_nothing() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    let mut pairing = home.start(&["pair"]);
    let code = code(&pairing);
    // Another process has the record in its hands, so storing takes its time.
    let lock = home.token_file().with_extension("lock");
    let lock = std::fs::File::create(lock).unwrap();
    lock.lock().unwrap();
    assert!(simkl.approve(&code));
    pairing.log.wait_for(0, "view view=\"storing\"", SOON);
    pairing.signal(Signal::INT);
    std::thread::sleep(Duration::from_millis(300));
    assert!(pairing.is_running() && !home.token_file().exists());
    drop(lock);
    assert_eq!(pairing.exit_code(), Some(130), "{:?}", pairing.said());
    pairing.out.wait_for(0, "Signed in, stored in ", SOON);
    assert!(home.token_file().exists());
}

#[test]
fn an_earlier_pairing_is_told_and_kept_unless_it_is_done_again() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    pair(&simkl, &home, &["pair"]);
    let first = stored_token(&home);
    let told = home.run(&["pair"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    assert!(told.out.contains("Already signed in as Ann"), "{told:?}");
    assert_eq!(stored_token(&home), first);
    pair(&simkl, &home, &["pair", "--again"]);
    assert_ne!(stored_token(&home), first);
}

#[test]
fn an_earlier_pairing_is_told_although_the_service_is_silent() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    pair(&simkl, &home, &["pair"]);
    simkl.set_fault(Some(Fault::Silence));
    let told = home.run(&["pair"]);
    assert_eq!(told.code, Some(0), "{told:?}");
    for part in ["Already signed in as Ann", "Not checked yet"] {
        assert!(told.out.contains(part), "{told:?}");
    }
}

#[test]
fn a_sign_in_that_was_ended_elsewhere_is_paired_anew() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    pair(&simkl, &home, &["pair"]);
    simkl.revoke_all_tokens();
    let again = pair(&simkl, &home, &["pair"]);
    again.out.wait_for(0, "no longer accepts", SOON);
}

#[test]
fn a_no_that_the_service_tells_exits_3() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    let mut pairing = home.start(&["pair"]);
    code(&pairing);
    simkl.fail_next(Fault::error(400, "access_denied"));
    assert_eq!(pairing.exit_code(), Some(3));
    pairing.log.wait_for(0, "couchpin: declined", SOON);
}

#[test]
fn without_a_client_id_it_says_what_to_do_and_exits_2() {
    let done = Home::empty().run(&["pair"]);
    assert_eq!(done.code, Some(2), "{done:?}");
    for part in ["simkl.com/settings/developer", "config.toml", "[simkl]"] {
        assert!(done.err.contains(part), "{part} in {done:?}");
    }
}

#[test]
fn a_second_one_says_that_one_is_running_and_leaves_it_alone() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    let mut first = home.start(&["pair"]);
    code(&first);
    let second = home.run(&["pair"]);
    assert_eq!(second.code, Some(1));
    assert!(second.sentence().contains("already running"), "{second:?}");
    assert!(first.is_running());
}

#[test]
fn the_hook_runs_once_after_a_pairing_and_never_sees_the_token() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    let seen = home.token_file().with_file_name("seen");
    let look = "env >> \"$1\"; tr '\\0' '\\n' < /proc/$$/cmdline >> \"$1\"";
    let words = ["sh", "-c", look, "sh", seen.to_str().unwrap()];
    home.settings(&format!("on_paired = {words:?}\n"));
    pair(&simkl, &home, &["pair"]);
    assert_eq!(home.run(&["pair"]).code, Some(0), "it is paired already");
    let seen = std::fs::read_to_string(seen).unwrap();
    assert_eq!(
        seen.matches("COUCHPIN_SERVICE=simkl\n").count(),
        1,
        "{seen}"
    );
    assert!(!seen.contains(&stored_token(&home)));
}

#[test]
fn a_hook_that_fails_is_reported_and_harms_nothing() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    home.settings("on_paired = [\"sh\", \"-c\", \"echo canary >&2; exit 7\"]\n");
    let pairing = pair(&simkl, &home, &["pair"]);
    pairing
        .log
        .wait_for(0, "on_paired failed: exit status: 7", SOON);
    assert_eq!(pairing.log.count(0, "canary"), 0);
    home.settings("on_paired = [\"/nowhere/hook\"]\n");
    let pairing = pair(&simkl, &home, &["pair", "--again"]);
    pairing
        .log
        .wait_for(0, "on_paired could not be started", SOON);
    assert_eq!(home.run(&["token"]).code, Some(0));
}

#[test]
fn ctrl_c_does_not_wait_for_a_slow_hook() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    home.settings("on_paired = [\"sleep\", \"25\"]\n");
    let mut pairing = home.start(&["pair"]);
    assert!(simkl.approve(&code(&pairing)));
    pairing.out.wait_for(0, "Running on_paired", SOON);
    pairing.signal(Signal::INT);
    assert_eq!(pairing.exit_code(), Some(0), "it is paired");
    assert!(home.token_file().exists());
}

/// Runs a program that reads this text from a file, unless there is no such program.
fn check(program: &str, args: &[&str], text: &str) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let mut command = Command::new(program);
    command.args(args).arg(file.path()).stdout(Stdio::null());
    match command.stderr(Stdio::piped()).output() {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{said}");
        }
        Err(error) => eprintln!("{program} was left out: {error}"),
    }
}

#[test]
fn completions_know_every_command_and_parse() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let done = home.run(&["generate", "completions", shell]);
        assert_eq!(done.code, Some(0), "{done:?}");
        for command in ["pair", "token", "exec", "status", "unpair", "generate"] {
            assert!(done.out.contains(command), "{command} for {shell}");
        }
        if ["bash", "zsh", "fish"].contains(&shell) {
            check(shell, &["-n"], &done.out);
        }
    }
    let wrong = home.run(&["generate", "completions", "cmd"]);
    assert_eq!(wrong.code, Some(2));
}

#[test]
fn the_manual_page_has_every_command_and_no_fault() {
    let done = Home::empty().run(&["generate", "man"]);
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.out.contains(".TH couchpin 1"), "{}", done.out);
    for command in ["pair", "token", "exec", "status", "unpair", "generate man"] {
        let section = format!(".SS couchpin {command}");
        assert!(done.out.contains(&section), "{section}");
    }
    check("man", &["--warnings", "--encoding=UTF-8", "-l"], &done.out);
}

#[test]
fn what_nobody_reads_is_no_panic() {
    let home = Home::empty();
    let mut command = home.command(env!("CARGO_BIN_EXE_couchpin"));
    command.args(["generate", "completions", "bash"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let status = wait_for("end", SOON, || child.try_wait().unwrap());
    assert_ne!(status.code(), Some(101));
}
