//! Fresh tokens, as other programs get them: `couchpin token` and `couchpin exec` against the stand-in for Simkl.

mod disk;
mod keyring;
mod launch;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use couchpin::auth::{Flow, PollOutcome, Service};
use couchpin::services::provider::{Provider, Settings};
use couchpin::tokens::{Record, StoreChoice, Tokens};
use serde_json::Value;

use crate::support::simkl::{Fault, Kind, Options, StandIn};

const CLIENT: &str = "living-room";
const DAY: Duration = Duration::from_hours(24);
/// A command ends within 5 s; the rest is for a busy machine.
const BOUND: Duration = Duration::from_secs(15);

/// A home that was paired by the device grant, and the stand-in that it was paired with.
struct PairedHome {
    simkl: StandIn,
    folder: tempfile::TempDir,
}

impl PairedHome {
    /// Paired so long ago, by this computer's clock.
    fn paired(ago: Duration) -> Self {
        Self::with(Options::default(), ago)
    }

    fn with(options: Options, ago: Duration) -> Self {
        let simkl = StandIn::start(Options {
            flow: Flow::Device,
            interval: Duration::ZERO,
            ..options
        })
        .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let home = Self { simkl, folder };
        let client = home.client();
        let token = now(async {
            let code = client.request_code(Flow::Device).await.unwrap();
            assert_eq!(home.simkl.approve_all(), 1);
            match client.poll(&code).await.unwrap() {
                PollOutcome::Authorized(token) => token,
                other => panic!("{other:?}"),
            }
        });
        let record = Record::new("simkl", &token, SystemTime::now() - ago, None);
        home.tokens().save(&record).unwrap();
        home
    }

    fn client(&self) -> Provider {
        Provider::new(self.settings()).unwrap()
    }

    fn settings(&self) -> Settings {
        Settings {
            client_id: Some(CLIENT.into()),
            ..Settings::at(Service::simkl(), &self.simkl.api_url())
        }
    }

    fn tokens(&self) -> Tokens {
        Tokens::new(self.state(), StoreChoice::InFile)
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join(".local/state/couchpin")
    }

    fn record(&self) -> Record {
        self.tokens().load("simkl").unwrap().unwrap().record
    }

    fn access(&self) -> String {
        self.record().access_token.expose().to_owned()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = couchpin(self.folder.path(), args);
        command.env("COUCHPIN_SIMKL_API_URL", self.simkl.api_url().as_str());
        command
    }

    /// Runs a command to its end, which must come soon; its logs and errors hold none of the tokens.
    fn run(&self, args: &[&str]) -> Output {
        let before = self.record();
        let begun = Instant::now();
        let output = self.command(args).output().unwrap();
        assert!(begun.elapsed() < BOUND, "{:?}", begun.elapsed());
        let after = self.record();
        for record in [before, after] {
            let refresh = record.refresh_token.unwrap();
            for secret in [record.access_token.expose(), refresh.expose()] {
                assert!(!err(&output).contains(secret), "{}", err(&output));
            }
        }
        output
    }

    /// Complains about a token, which stands on standard input.
    fn refused(&self, token: &str) -> Output {
        let mut child = self
            .command(&["token", "--refused"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(token.as_bytes()).unwrap();
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert!(!err(&output).contains(token), "{}", err(&output));
        output
    }

    fn refreshes(&self) -> usize {
        let seen = self.simkl.requests();
        seen.iter()
            .filter(|seen| seen.kind == Kind::Refreshed)
            .count()
    }
}

/// Runs one request to its end.
fn now<T>(request: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap()
        .block_on(request)
}

fn couchpin(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_couchpin"));
    command
        .args(args)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", home)
        .env("COUCHPIN_STORE", "file")
        .env("COUCHPIN_LOG", "trace")
        .stdin(Stdio::null());
    command
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn last_line(output: &Output) -> &str {
    err(output).lines().last().unwrap_or_default()
}

#[test]
fn twenty_programs_that_ask_at_once_get_one_new_token_from_one_refresh() {
    let home = PairedHome::paired(8 * DAY);
    let old = home.access();
    let begun = Instant::now();
    let children: Vec<_> = (0..20)
        .map(|_| {
            home.command(&["token"])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    let outputs: Vec<_> = children
        .into_iter()
        .map(|child| child.wait_with_output().unwrap())
        .collect();
    eprintln!("20 programs took {:?}", begun.elapsed());
    let new = home.access();
    assert_ne!(new, old);
    for output in outputs {
        assert_eq!(
            (code(&output), out(&output).trim_end()),
            (Some(0), new.as_str()),
            "{}",
            err(&output)
        );
    }
    assert_eq!(home.refreshes(), 1);
}

#[test]
fn a_token_with_life_left_is_printed_without_a_request() {
    let home = PairedHome::paired(6 * DAY);
    home.simkl.set_fault(Some(Fault::Silence));
    let asked = home.simkl.requests().len();
    let output = home.run(&["token"]);
    assert_eq!(out(&output).trim_end(), home.access());
    assert_eq!(home.simkl.requests().len(), asked);
}

#[test]
fn a_refresh_keeps_whose_it_is_and_json_tells_the_new_end() {
    let home = PairedHome::paired(8 * DAY);
    let output = home.run(&["token", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let record = home.record();
    assert_eq!(told["access_token"], record.access_token.expose());
    assert_eq!(told["client_id"], CLIENT);
    assert_eq!(told["scope"], "media:read media:write");
    let left = record.expires_at.unwrap().duration_since(SystemTime::now());
    assert!(left.unwrap() > 6 * DAY);
    assert!(record.issued_at.is_some() && record.paired_at < record.issued_at);
}

#[test]
fn a_refresh_whose_answer_was_lost_succeeds_the_next_time() {
    let home = PairedHome::paired(8 * DAY);
    let old = home.access();
    home.simkl.fail_next(Fault::DropAfterHandling);
    let lost = home.run(&["token"]);
    assert_eq!((code(&lost), out(&lost)), (Some(6), ""));
    assert_eq!(home.access(), old);
    let next = home.run(&["token"]);
    assert_eq!(code(&next), Some(0), "{}", err(&next));
    assert_eq!(out(&next).trim_end(), home.access());
    assert_eq!(home.refreshes(), 2);
}

#[test]
fn a_grant_that_has_ended_exits_3_with_a_sentence_and_is_not_asked_for_again() {
    let home = PairedHome::paired(8 * DAY);
    let old = home.access();
    home.simkl.revoke_all_tokens();
    for _ in 0..2 {
        let output = home.run(&["token"]);
        assert_eq!((code(&output), out(&output)), (Some(3), ""));
        assert_eq!(
            last_line(&output),
            "couchpin: the service no longer accepts this pairing: pair again"
        );
    }
    assert_eq!(home.refreshes(), 1, "it is written down");
    assert_eq!(home.access(), old, "and kept");
    let told: Value = serde_json::from_slice(&home.run(&["status", "--json"]).stdout).unwrap();
    let simkl = &told["services"][0];
    assert_eq!(
        (&simkl["paired"], &simkl["refused"]),
        (&true.into(), &true.into())
    );
    assert!(out(&home.run(&["status"])).contains("sign in again"));
    assert_eq!(code(&home.run(&["exec", "--", "true"])), Some(3));
}

#[test]
fn trouble_hands_out_the_old_token_while_it_lives_and_exits_6_after() {
    let dying = PairedHome::paired(Duration::from_hours(6 * 24 + 12));
    let dead = PairedHome::paired(8 * DAY);
    for fault in [
        Fault::Status(500, None),
        Fault::Html,
        Fault::Garbage,
        Fault::Silence,
    ] {
        for home in [&dying, &dead] {
            home.simkl.set_fault(Some(fault.clone()));
        }
        let output = dying.run(&["token"]);
        assert_eq!(out(&output).trim_end(), dying.access(), "{fault:?}");
        let output = dead.run(&["token"]);
        assert_eq!((code(&output), out(&output)), (Some(6), ""), "{fault:?}");
    }
    dead.simkl.set_fault(None);
    assert_eq!(code(&dead.run(&["token"])), Some(0));
}

#[test]
fn a_service_that_is_not_there_at_all_exits_6() {
    let home = PairedHome::paired(8 * DAY);
    let mut command = home.command(&["token"]);
    let output = command
        .env("COUCHPIN_SIMKL_API_URL", "http://127.0.0.1:9")
        .output()
        .unwrap();
    assert_eq!(code(&output), Some(6), "{}", err(&output));
}

#[test]
fn a_client_that_is_refused_keeps_its_tokens_and_exits_2() {
    let home = PairedHome::paired(8 * DAY);
    let old = home.record();
    // The other flow's stand-in does not know this client.
    let other = StandIn::start(Options::default()).unwrap();
    let output = home
        .command(&["token"])
        .env("COUCHPIN_SIMKL_API_URL", other.api_url().as_str())
        .output()
        .unwrap();
    assert_eq!(code(&output), Some(2), "{}", err(&output));
    assert!(
        last_line(&output).contains("invalid_client"),
        "{}",
        err(&output)
    );
    assert_eq!(home.record(), old);
}

#[test]
fn clocks_may_be_wrong_because_a_refusal_is_the_truth() {
    // A clock that was a year ahead at the pairing: refreshed once, and dated anew.
    let home = PairedHome::paired(Duration::ZERO);
    let mut ahead = home.record();
    for time in [&mut ahead.paired_at, &mut ahead.expires_at] {
        *time = time.map(|time| time + 365 * DAY);
    }
    home.tokens().save(&ahead).unwrap();
    for _ in 0..3 {
        let output = home.run(&["token"]);
        assert_eq!(out(&output).trim_end(), home.access());
    }
    assert_eq!(home.refreshes(), 1);
    let record = home.record();
    assert!(record.paired_at.unwrap() <= SystemTime::now());
    assert!(record.expires_at.unwrap() <= SystemTime::now() + 7 * DAY);
    // A caller that was refused gets another one; the next one that complains gets that one too.
    let old = home.access();
    for _ in 0..2 {
        let output = home.refused(&old);
        assert_eq!(code(&output), Some(0), "{}", err(&output));
        assert_eq!(out(&output).trim_end(), home.access());
    }
    assert_ne!(home.access(), old);
    assert_eq!(home.refreshes(), 2);
    // A clock of 1970 at the pairing: refreshed once, by a clock that is right now, and then no more.
    let home = PairedHome::paired(
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap(),
    );
    for _ in 0..3 {
        assert_eq!(code(&home.run(&["token"])), Some(0));
    }
    assert_eq!(home.refreshes(), 1);
}

#[test]
fn unpairing_forgets_the_token_although_the_service_never_answers() {
    let home = PairedHome::paired(Duration::ZERO);
    home.simkl.set_fault(Some(Fault::Silence));
    let begun = Instant::now();
    let output = home.command(&["unpair"]).output().unwrap();
    assert!(begun.elapsed() < BOUND);
    assert_eq!(code(&output), Some(0), "{}", err(&output));
    assert!(
        out(&output).contains("To remove this computer from your account too, go to"),
        "{}",
        out(&output)
    );
    assert_eq!(home.tokens().load("simkl"), Ok(None));
}

#[test]
fn complaining_without_a_token_is_wrong_usage_and_does_not_wait_for_ever() {
    let home = PairedHome::paired(Duration::ZERO);
    for _ in 0..2 {
        assert_eq!(code(&home.run(&["token", "--refused"])), Some(2));
    }
    let mut child = home
        .command(&["token", "--refused"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _open = child.stdin.take();
    let begun = Instant::now();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert!(begun.elapsed() < BOUND);
}

#[test]
fn a_lock_that_another_process_never_gives_back_is_not_waited_for_for_ever() {
    let home = PairedHome::paired(8 * DAY);
    let path = home.state().join("simkl.lock");
    let held = std::fs::File::options().write(true).open(&path).unwrap();
    held.lock().unwrap();
    let output = home.run(&["token"]);
    assert_eq!(code(&output), Some(6), "{}", err(&output));
    assert!(last_line(&output).contains("try again"), "{}", err(&output));
    assert_eq!(home.refreshes(), 0);
    drop(held);
    assert_eq!(code(&home.run(&["token"])), Some(0));
}

#[cfg(unix)]
#[test]
fn exec_gives_a_fresh_token_to_the_command_alone_and_ends_as_it_does() {
    let home = PairedHome::paired(8 * DAY);
    let script = r#"printf '%s %s' "$SIMKL_ACCESS_TOKEN" "$SIMKL_CLIENT_ID"; tr '\0' '\n' </proc/$$/cmdline >&2; exit 42"#;
    let output = home.run(&["exec", "simkl", "--", "sh", "-c", script]);
    assert_eq!(code(&output), Some(42), "{}", err(&output));
    assert_eq!(out(&output), format!("{} {CLIENT}", home.access()));
    assert_eq!(home.refreshes(), 1);
}

#[cfg(unix)]
#[test]
fn exec_passes_no_other_secret_on() {
    let home = tempfile::tempdir().unwrap();
    for (service, own) in [("simkl", "SIMKL"), ("shikimori", "SHIKIMORI")] {
        let mut command = couchpin(home.path(), &["exec", service, "--", "env"]);
        for name in ["SIMKL", "SHIKIMORI"] {
            for secret in ["ACCESS_TOKEN", "CLIENT_SECRET"] {
                let value = format!("canary-{name}-{secret}");
                command.env(format!("COUCHPIN_{name}_{secret}"), value);
            }
            command.env(format!("COUCHPIN_{name}_CLIENT_ID"), "living-room");
        }
        let output = command.output().unwrap();
        assert_eq!(code(&output), Some(0), "{}", err(&output));
        let secret = out(&output).lines().filter(|line| line.contains("canary"));
        let token = format!("{own}_ACCESS_TOKEN=canary-{own}-ACCESS_TOKEN");
        assert_eq!(secret.collect::<Vec<_>>(), [token]);
        assert!(out(&output).contains(&format!("\n{own}_CLIENT_ID=")));
    }
}

#[cfg(unix)]
#[test]
fn exec_of_what_cannot_be_run_exits_as_env_does() {
    let home = PairedHome::paired(Duration::ZERO);
    for (program, expected) in [("no-such-program", 127), ("/", 126)] {
        let output = home.run(&["exec", "--", program]);
        assert_eq!(code(&output), Some(expected), "{}", err(&output));
        assert!(
            last_line(&output)
                .contains(["command not found", "could not be run"][usize::from(expected == 126)]),
            "{}",
            err(&output)
        );
    }
    let unpaired = tempfile::tempdir().unwrap();
    let output = couchpin(unpaired.path(), &["exec", "--", "true"])
        .output()
        .unwrap();
    assert_eq!(code(&output), Some(3));
}

#[test]
fn a_token_that_was_given_wins_and_is_neither_stored_nor_refreshed() {
    let home = PairedHome::paired(8 * DAY);
    let stored = home.record();
    let folder = tempfile::tempdir().unwrap();
    let credential = folder.path().join("couchpin-simkl");
    std::fs::write(&credential, "canary-credential\n").unwrap();
    let run = |args: &[&str], environment: bool| {
        let mut command = home.command(args);
        command.env("CREDENTIALS_DIRECTORY", folder.path());
        if environment {
            command.env("COUCHPIN_SIMKL_ACCESS_TOKEN", "canary-environment");
        }
        let output = command.output().unwrap();
        assert!(!err(&output).contains("canary"), "{}", err(&output));
        output
    };
    assert_eq!(out(&run(&["token"], false)), "canary-credential\n");
    assert_eq!(out(&run(&["token"], true)), "canary-environment\n");
    let args = ["exec", "--", "sh", "-c", "echo $SIMKL_ACCESS_TOKEN"];
    assert_eq!(out(&run(&args, true)), "canary-environment\n");
    let told = |environment| -> Value {
        let output = run(&["status", "--json"], environment);
        assert!(!out(&output).contains("canary"), "{}", out(&output));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    assert_eq!(told(true)["services"][0]["store"], "environment");
    let simkl = &told(false)["services"][0];
    assert_eq!(simkl["store"], "credential");
    assert_eq!(simkl["path"], credential.to_str().unwrap());
    let plain = run(&["status"], true);
    assert!(
        out(&plain)
            .contains("COUCHPIN_SIMKL_ACCESS_TOKEN, which is used instead of the stored one"),
        "{}",
        out(&plain)
    );
    std::fs::write(&credential, "two words").unwrap();
    for command in ["token", "status"] {
        assert_eq!(code(&run(&[command], false)), Some(2));
    }
    assert_eq!((home.record(), home.refreshes()), (stored, 0));
    let unpaired = run(&["unpair"], true);
    assert!(
        out(&unpaired).contains("stays, and is still used"),
        "{}",
        out(&unpaired)
    );
}

#[test]
fn a_given_token_that_is_refused_must_be_renewed_by_its_giver() {
    let home = tempfile::tempdir().unwrap();
    let mut child = couchpin(home.path(), &["token", "--refused"])
        .env("COUCHPIN_SIMKL_ACCESS_TOKEN", "canary")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"canary\n").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), Some(3));
    assert!(!err(&output).contains("canary"), "{}", err(&output));
}

#[test]
fn a_systemd_service_has_its_own_folder() {
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("couchpin");
    let home = PairedHome::paired(Duration::ZERO);
    Tokens::new(state.clone(), StoreChoice::InFile)
        .save(&home.record())
        .unwrap();
    let several = format!("/nowhere:{}", state.display());
    let output = couchpin(folder.path(), &["token"])
        .env("STATE_DIRECTORY", several)
        .output()
        .unwrap();
    assert_eq!(out(&output).trim_end(), home.access());
    assert_eq!(
        code(&couchpin(folder.path(), &["token"]).output().unwrap()),
        Some(3)
    );
}
