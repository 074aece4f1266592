//! It is ended while the answer to a poll is on its way: the service has handed the token out, and it is kept nowhere else yet.

use std::thread;
use std::time::Duration;

use couchpin::auth::Flow;
use rustix::process::Signal;

use super::{code, home, simkl, stored_token};
use crate::support::simkl::{Fault, Kind, StandIn};
use crate::support::{Home, SOON, Screen, wait_for};

/// Approves the code, and waits until the poll that brings the token is on its way.
fn polled(simkl: &StandIn, pairing: &Screen, fault: Fault) {
    let code = code(pairing);
    simkl.set_fault(Some(fault));
    assert!(simkl.approve(&code));
    wait_for("poll", SOON, || {
        let polled = simkl
            .requests()
            .iter()
            .any(|seen| seen.kind == Kind::Polled);
        polled.then_some(())
    });
}

fn ended_by(signal: Signal, exit_code: i32, flow: Flow) {
    let simkl = simkl(flow);
    let home = home(&simkl);
    let mut pairing = home.start(&["pair"]);
    polled(&simkl, &pairing, Fault::Delay(Duration::from_secs(3)));
    thread::sleep(Duration::from_secs(1));
    assert!(!home.token_file().exists());
    pairing.signal(signal);
    assert_eq!(pairing.exit_code(), Some(exit_code), "{:?}", pairing.said());
    pairing.out.wait_for(0, "Signed in, stored in ", SOON);
    assert_eq!(pairing.log.count(0, "couchpin: "), 0, "nothing went wrong");
    simkl.set_fault(None);
    let token = home.run(&["token"]);
    assert_eq!(token.out, format!("{}\n", stored_token(&home)));
}

#[test]
fn a_signal_while_the_token_is_on_its_way_loses_nothing() {
    thread::scope(|scope| {
        scope.spawn(|| ended_by(Signal::TERM, 143, Flow::Device));
        scope.spawn(|| ended_by(Signal::INT, 130, Flow::Pin));
        scope.spawn(|| ended_by(Signal::HUP, 129, Flow::Device));
    });
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    let mut pairing = home.start(&["pair"]);
    polled(&simkl, &pairing, Fault::Silence);
    pairing.signal(Signal::TERM);
    thread::sleep(Duration::from_millis(300));
    assert!(pairing.is_running(), "the answer is waited for");
    pairing.signal(Signal::INT);
    assert_eq!(pairing.exit_code(), Some(130));
    let given_up = pairing.log.count(0, "no answer");
    assert_eq!(
        given_up, 0,
        "the request is not waited for until it is given up"
    );
}

#[test]
fn a_token_that_cannot_be_stored_at_the_end_is_told() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    let mut pairing = home.start(&["pair"]);
    polled(&simkl, &pairing, Fault::Delay(Duration::from_secs(2)));
    // Where the file belongs is a folder, which nothing can be written over.
    std::fs::create_dir_all(home.token_file().join("in the way")).unwrap();
    pairing.signal(Signal::TERM);
    assert_eq!(pairing.exit_code(), Some(143));
    pairing
        .log
        .wait_for(0, "couchpin: Approved, but not saved", SOON);
}

#[test]
fn a_hang_up_that_nohup_lets_it_ignore_ends_nothing() {
    let simkl = simkl(Flow::Pin);
    let home: Home = home(&simkl);
    let mut shell = home.command("sh");
    let ignoring = "trap '' HUP; exec \"$0\" pair";
    shell.args(["-c", ignoring, env!("CARGO_BIN_EXE_couchpin")]);
    let mut pairing = Screen::of(&mut shell);
    code(&pairing);
    pairing.signal(Signal::HUP);
    thread::sleep(Duration::from_millis(300));
    assert!(pairing.is_running());
    pairing.signal(Signal::TERM);
    assert_eq!(pairing.exit_code(), Some(143));
}
