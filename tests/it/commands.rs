//! The command line, run as another program runs it: what it prints, where, and how it exits. No display, no bus.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use couchpin::auth::{Account, Flow, Secret, Token};
use couchpin::tokens::{Record, StoreChoice, Tokens};
use serde_json::Value;

use crate::support::simkl::{Kind, Options, StandIn};

/// Runs couchpin with a home of its own and nothing else in its environment.
fn couchpin(home: &Path, args: &[&str]) -> Output {
    command(home, args).output().unwrap()
}

fn command(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_couchpin"));
    command
        .args(args)
        .env_clear()
        .env("HOME", home)
        .env("COUCHPIN_LOG", "trace");
    command
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn state(home: &Path) -> std::path::PathBuf {
    home.join(".local/state/couchpin")
}

fn pair(home: &Path, refresh_token: Option<&str>) {
    let token = Token {
        access_token: Secret::new("canary-access"),
        refresh_token: refresh_token.map(Secret::new),
        expires_in: None,
        scope: Some("public".into()),
        lacks_scope: false,
        client_id: "client".into(),
    };
    let tokens = Tokens::new(state(home), StoreChoice::InFile);
    tokens
        .save(&Record::new("simkl", &token, SystemTime::now(), None))
        .unwrap();
    tokens
        .set_account(
            "simkl",
            &Account {
                id: "4242".into(),
                name: "Ann".into(),
            },
        )
        .unwrap();
}

#[test]
fn token_prints_the_token_and_a_newline_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), None);
    for args in [&["token"][..], &["token", "simkl"]] {
        let output = couchpin(home.path(), args);
        assert_eq!((out(&output), err(&output)), ("canary-access\n", ""));
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn token_json_tells_what_belongs_to_it() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), Some("canary-refresh"));
    let output = couchpin(home.path(), &["token", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["access_token"], "canary-access");
    assert_eq!(told["token_type"], "bearer");
    assert_eq!(told["client_id"], "client");
    assert_eq!(told["account"]["name"], "Ann");
    assert!(
        !out(&output).contains("canary-refresh"),
        "other programs have no use for it"
    );
}

#[test]
fn without_a_pairing_token_exits_3_with_one_sentence() {
    let home = tempfile::tempdir().unwrap();
    let output = couchpin(home.path(), &["token"]);
    assert_eq!((output.status.code(), out(&output)), (Some(3), ""));
    assert_eq!(err(&output).lines().count(), 1, "{}", err(&output));
    assert!(err(&output).contains("not signed in"), "{}", err(&output));
}

#[test]
fn status_says_where_it_is_and_never_what_it_is() {
    let home = tempfile::tempdir().unwrap();
    for args in [&["status"][..], &["status", "--json"]] {
        let output = couchpin(home.path(), args);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    }
    pair(home.path(), Some("canary-refresh"));
    let output = couchpin(home.path(), &["status", "--json"]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let simkl = &told["services"][0];
    assert_eq!(simkl["paired"], true);
    assert_eq!(simkl["store"], "file");
    assert_eq!(
        simkl["path"],
        state(home.path()).join("simkl.json").to_str().unwrap()
    );
    assert_eq!(simkl["account"]["name"], "Ann");
    assert_eq!(told["keyring"]["state"], "absent");
    let plain = couchpin(home.path(), &["status"]);
    assert!(out(&plain).contains("signed in as Ann"), "{}", out(&plain));
    for output in [output, plain] {
        assert!(!format!("{}{}", out(&output), err(&output)).contains("canary"));
    }
}

#[test]
fn status_says_until_when_a_sign_in_of_simkls_older_generation_is_good() {
    let home = tempfile::tempdir().unwrap();
    for (refresh_token, month) in [
        (None, Value::from("2027-04")),
        (Some("canary-refresh"), Value::Null),
    ] {
        pair(home.path(), refresh_token);
        let output = couchpin(home.path(), &["status", "--json"]);
        let told: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(told["services"][0]["ends_about"], month);
        assert_eq!(told["services"][1]["ends_about"], Value::Null);
        let plain = couchpin(home.path(), &["status"]);
        let warned = out(&plain).contains("around April 2027: register a new application");
        assert_eq!(warned, !month.is_null(), "{}", out(&plain));
    }
}

#[test]
fn unpair_forgets_and_unpairing_again_is_no_error() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), None);
    let output = couchpin(home.path(), &["unpair"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(
        out(&output).contains("simkl.com/settings/connected-apps"),
        "{}",
        out(&output)
    );
    assert_eq!(couchpin(home.path(), &["token"]).status.code(), Some(3));
    let again = couchpin(home.path(), &["unpair", "--json"]);
    let told: Value = serde_json::from_slice(&again.stdout).unwrap();
    assert_eq!(
        (again.status.code(), &told["was_paired"]),
        (Some(0), &Value::Bool(false))
    );
}

#[test]
fn unpair_removes_a_damaged_record_too_and_says_so() {
    let home = tempfile::tempdir().unwrap();
    for args in [&["unpair"][..], &["unpair", "--json"]] {
        pair(home.path(), None);
        let record = state(home.path()).join("simkl.json");
        let text = std::fs::read_to_string(&record).unwrap();
        std::fs::write(&record, &text[..text.len() - 2]).unwrap();
        assert_eq!(couchpin(home.path(), &["token"]).status.code(), Some(3));
        let kept = state(home.path()).join("simkl.json.bad");
        assert!(std::fs::read_to_string(&kept).unwrap().contains("canary"));
        let output = couchpin(home.path(), args);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        assert!(!kept.exists());
        if args.len() == 1 {
            let expected = "simkl: had no pairing that could be read; \
                one damaged record that had been set aside is removed\n";
            assert_eq!(out(&output), expected);
        } else {
            let told: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(
                (&told["was_paired"], &told["set_aside"]),
                (&true.into(), &1.into())
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_screens_lock_holds_nothing_up() {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(state(home.path())).unwrap();
    let lock = state(home.path()).join("screen.lock");
    let pipe = Command::new("mkfifo").arg(&lock).status();
    assert!(pipe.unwrap().success());
    // Without a client id it would end at once.
    let mut pair = command(home.path(), &["pair"]);
    pair.stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut pair = pair.spawn().unwrap();
    let end = Instant::now() + Duration::from_secs(20);
    let code = loop {
        match pair.try_wait().unwrap() {
            Some(status) => break status.code(),
            None if Instant::now() > end => {
                pair.kill().unwrap();
                pair.wait().unwrap();
                panic!("it waits for a writer of the pipe");
            }
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    assert_eq!(code, Some(2));
    assert!(lock.metadata().unwrap().is_file());
}

#[test]
fn unpair_ends_a_grant_that_can_be_revoked() {
    let simkl = StandIn::start(Options {
        flow: Flow::Device,
        ..Options::default()
    })
    .unwrap();
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), Some("canary-refresh"));
    let address = simkl.api_url().to_string();
    let output = couchpin(
        home.path(),
        &[
            "unpair",
            "--json",
            "--api-url",
            &address,
            "--client-id",
            "client",
        ],
    );
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&told["revoked"], &told["was_paired"]),
        (&Value::Bool(true), &Value::Bool(true))
    );
    assert!(
        simkl
            .requests()
            .iter()
            .any(|seen| seen.kind == Kind::Revoked)
    );
}

#[test]
fn unpair_forgets_although_the_service_cannot_be_reached() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), Some("canary-refresh"));
    let output = couchpin(
        home.path(),
        &[
            "unpair",
            "--api-url",
            "http://127.0.0.1:9",
            "--client-id",
            "client",
        ],
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(!err(&output).contains("canary"));
    assert_eq!(couchpin(home.path(), &["token"]).status.code(), Some(3));
}

#[test]
fn wrong_settings_exit_2_and_name_file_and_line() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join(".config/couchpin");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("config.toml"), "[simkl]\nclientid = \"x\"\n").unwrap();
    // The last one would be the screen; there is no display, and the sentence is on standard error all the same.
    for args in [&["token"][..], &["status"], &["unpair"], &[]] {
        let output = couchpin(home.path(), args);
        assert_eq!(output.status.code(), Some(2), "{}", err(&output));
        let said = "config.toml, line 2: unknown setting `clientid`. Did you mean `client_id`?";
        assert!(err(&output).contains(said), "{}", err(&output));
    }
    let missing = couchpin(home.path(), &["status", "--config", "/nowhere/config.toml"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn a_wrong_variable_exits_2_and_is_named_and_an_empty_one_is_not_set() {
    let home = tempfile::tempdir().unwrap();
    for (variable, wrong) in [
        ("COUCHPIN_STORE", "kering"),
        ("COUCHPIN_SIMKL_AUTH", "x"),
        ("COUCHPIN_LOG", "loud"),
        ("COUCHPIN_CONFIG", "/not/there.toml"),
        ("COUCHPIN_SIMKL_SITE_URL", "https://canary:canary@simkl.com"),
    ] {
        let with = |value| {
            let mut command = command(home.path(), &["status"]);
            command.env(variable, value).output().unwrap()
        };
        let output = with(wrong);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let said = format!("from {variable}");
        assert!(err(&output).contains(&said), "{output:?}");
        assert!(!err(&output).contains("--"), "{output:?}");
        assert!(!err(&output).contains("canary"), "{output:?}");
        assert_eq!(err(&output).lines().count(), 1, "{output:?}");
        let output = with("");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
    for (args, flag) in [
        (["--store", "kering"], "--store"),
        (["--auth", "x"], "--auth"),
        (["--config", "/not/there.toml"], "--config"),
    ] {
        let output = couchpin(home.path(), &[args[0], args[1], "status"]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(err(&output).contains(flag), "{output:?}");
    }
    let help = couchpin(home.path(), &["--help"]);
    for variable in ["COUCHPIN_CONFIG", "COUCHPIN_STORE", "COUCHPIN_SIMKL_AUTH"] {
        assert!(out(&help).contains(variable), "{help:?}");
    }
}

#[test]
fn what_steers_a_terminal_or_turns_text_around_is_shown_nowhere() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), None);
    let escapes = "A\\u001b]0;x\\u0007\\u202en\\u200bn\\u009b31m";
    // The record, and the marker that `status` reads.
    let mut changed = 0;
    for entry in std::fs::read_dir(state(home.path())).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains("Ann") {
            std::fs::write(&path, text.replace("Ann", escapes)).unwrap();
            changed += 1;
        }
    }
    assert!(changed > 1);
    let harmless = |text: &str| {
        let steers = |c: &char| c.is_control() && *c != '\n' || "\u{202e}\u{200b}".contains(*c);
        assert_eq!(text.chars().find(steers), None, "{text:?}");
    };
    let status = couchpin(home.path(), &["status"]);
    assert!(
        out(&status).contains("signed in as A]0;xnn31m "),
        "{status:?}"
    );
    harmless(out(&status));
    harmless(err(&status));
    for args in [&["status", "--json"][..], &["token", "--json"]] {
        let output = couchpin(home.path(), args);
        harmless(out(&output));
        let read: Value = serde_json::from_str(out(&output)).unwrap();
        let account = read.pointer("/services/0/account").or(read.get("account"));
        let name = account.unwrap()["name"].as_str().unwrap();
        assert_eq!(name, "A\u{1b}]0;x\u{7}\u{202e}n\u{200b}n\u{9b}31m");
    }
    let folder = home.path().join(".config/couchpin");
    std::fs::create_dir_all(&folder).unwrap();
    let wrong = "\"\\u001b]0;x\\u0007\\u202e\" = 1\n";
    std::fs::write(folder.join("config.toml"), wrong).unwrap();
    let output = couchpin(home.path(), &["status"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(err(&output).contains("]0;x"), "{output:?}");
    harmless(err(&output));
    let mut command = command(home.path(), &["status"]);
    command.env("COUCHPIN_CONFIG", "/not/\u{1b}[2J\u{202e}there");
    let output = command.output().unwrap();
    assert!(
        err(&output).contains("/not/[2Jthere, from COUCHPIN_CONFIG"),
        "{output:?}"
    );
    harmless(err(&output));
    // A warning is logged with the path in it.
    let open = home.path().join("\u{202e}\u{9b}2J.toml");
    std::fs::write(&open, "theme = \"light\"\n").unwrap();
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    std::fs::set_permissions(&open, mode).unwrap();
    let output = self::command(home.path(), &["status"])
        .env("COUCHPIN_CONFIG", &open)
        .output()
        .unwrap();
    assert!(
        err(&output).contains("2J.toml: other users can write"),
        "{output:?}"
    );
    harmless(err(&output));
}

#[test]
fn wrong_usage_exits_2() {
    let home = tempfile::tempdir().unwrap();
    for args in [
        &["tokens"][..],
        &["token", "netflix"],
        &["--demo=sms"],
        &["status", "--auth", "oauth"],
    ] {
        assert_eq!(
            couchpin(home.path(), args).status.code(),
            Some(2),
            "{args:?}"
        );
    }
}

#[test]
fn without_a_display_the_screen_says_so_and_exits_1() {
    let home = tempfile::tempdir().unwrap();
    for args in [
        &["--client-id", "x", "--api-url", "http://127.0.0.1:9"][..],
        &["--demo"],
    ] {
        let output = couchpin(home.path(), args);
        assert_eq!(output.status.code(), Some(1), "{}", err(&output));
        // The log of a thread that ends may come behind it.
        let said = err(&output)
            .lines()
            .rfind(|line| line.starts_with("couchpin: "));
        let said = said.unwrap_or_default();
        assert!(said.contains("display"), "{}", err(&output));
        assert!(!err(&output).contains("panicked"), "{}", err(&output));
    }
}

#[test]
fn a_damaged_record_is_set_aside_and_never_crashes() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), None);
    std::fs::write(
        state(home.path()).join("simkl.json"),
        "{\"version\":1,\"acc",
    )
    .unwrap();
    let output = couchpin(home.path(), &["token"]);
    assert_eq!(output.status.code(), Some(3), "{}", err(&output));
    assert!(state(home.path()).join("simkl.json.bad").exists());
}

#[test]
fn a_reader_that_hangs_up_is_no_panic() {
    let home = tempfile::tempdir().unwrap();
    pair(home.path(), None);
    let mut child = command(home.path(), &["status", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
}

#[test]
fn a_shikimori_that_moved_is_told_and_nothing_is_sent_after_it() {
    let home = tempfile::tempdir().unwrap();
    let token = Token {
        access_token: Secret::new("canary-access"),
        refresh_token: Some(Secret::new("canary-refresh")),
        expires_in: Some(std::time::Duration::ZERO),
        scope: None,
        lacks_scope: false,
        client_id: "client".into(),
    };
    let record = Record::new("shikimori", &token, SystemTime::now(), None);
    let tokens = Tokens::new(state(home.path()), StoreChoice::InFile);
    tokens.save(&record).unwrap();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let old_site = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut begin = [0; 17];
        stream.read_exact(&mut begin).unwrap();
        let moved = "HTTP/1.1 301 Moved Permanently\r\nLocation: https://shikimori.example/oauth/token\r\n\
                     Content-Length: 0\r\nConnection: close\r\n\r\n";
        stream.write_all(moved.as_bytes()).unwrap();
        begin
    });
    let mut command = command(home.path(), &["token", "shikimori"]);
    command.env("COUCHPIN_SHIKIMORI_URL", url);
    // Without the secret no request is made.
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(err(&output).contains("there is no client secret"));
    command.env("COUCHPIN_SHIKIMORI_CLIENT_SECRET", "canary-secret");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    assert!(
        err(&output).contains("the service has moved to https://shikimori.example\n"),
        "{}",
        err(&output)
    );
    assert!(!err(&output).contains("canary"), "{}", err(&output));
    assert_eq!(&old_site.join().unwrap(), b"POST /oauth/token");
    assert_eq!(tokens.load("shikimori").unwrap().unwrap().record, record);
}
