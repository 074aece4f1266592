//! Programs that wait: what `watch` prints, what `on_change` is told, a refresh that is asked for, and whether the screen is
//! needed.

use couchpin::auth::Flow;
use serde_json::Value;

use super::{home, pair, simkl, stored_token};
use crate::support::SOON;

#[test]
fn every_change_is_printed_and_told_to_the_hook() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    let told = home.token_file().with_file_name("told");
    let words = [
        "sh",
        "-c",
        "echo $COUCHPIN_SERVICE $COUCHPIN_CHANGE >> \"$1\"",
        "sh",
    ];
    let words = [&words[..], &[told.to_str().unwrap()]].concat();
    home.settings(&format!("on_change = {words:?}\n"));
    let watch = home.start(&["watch"]);
    pair(&simkl, &home, &["pair"]);
    let line = |change: &str| format!("\"change\":\"{change}\"");
    watch.out.wait_for(0, &line("paired"), SOON);
    let old = stored_token(&home);
    let refreshed = home.run(&["token", "--refresh"]);
    assert_eq!(refreshed.code, Some(0), "{refreshed:?}");
    assert_ne!(refreshed.out.trim(), old);
    assert_eq!(refreshed.out.trim(), stored_token(&home));
    watch.out.wait_for(0, &line("refreshed"), SOON);
    assert_eq!(home.run(&["unpair"]).code, Some(0));
    watch.out.wait_for(0, &line("unpaired"), SOON);
    // A person who comes later is seen, too.
    home.settings("");
    let seen = watch.out.all().len();
    pair(&simkl, &home, &["pair", "--account", "kids"]);
    watch.out.wait_for(seen, &line("paired"), SOON);
    let kids = watch.out.all()[seen].clone();
    assert!(kids.contains("\"household_account\":\"kids\""), "{kids}");
    let lines = watch.out.all()[..seen].to_vec();
    let lines: Vec<Value> = lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let changes: Vec<_> = lines
        .iter()
        .map(|line| line["change"].as_str().unwrap())
        .collect();
    assert_eq!(changes, ["paired", "refreshed", "unpaired"]);
    assert!(lines.iter().all(|line| line["service"] == "simkl"));
    assert!(lines[1]["expires_at"].is_string());
    crate::support::wait_for("the hooks", SOON, || {
        let told = std::fs::read_to_string(&told).unwrap_or_default();
        // They run beside each other.
        let mut told: Vec<_> = told.lines().map(str::to_owned).collect();
        told.sort();
        (told == ["simkl paired", "simkl refreshed", "simkl unpaired"]).then_some(())
    });
}

#[test]
fn watch_begins_with_what_there_is_and_ends_with_its_reader() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    pair(&simkl, &home, &["pair"]);
    let mut command = home.couchpin(&["watch", "simkl"]);
    let mut watch = command
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut reader = std::io::BufReader::new(watch.stdout.take().unwrap());
    let mut line = String::new();
    std::io::BufRead::read_line(&mut reader, &mut line).unwrap();
    let told: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(told["change"], "present");
    assert_eq!(told["account"]["name"], "Ann");
    drop(reader);
    crate::support::wait_for("the end", SOON, || watch.try_wait().unwrap().map(drop));
}

#[test]
fn a_token_that_cannot_be_refreshed_says_so_and_stays() {
    let simkl = simkl(Flow::Pin);
    let home = home(&simkl);
    pair(&simkl, &home, &["pair"]);
    let asked = home.run(&["token", "--refresh"]);
    assert_eq!((asked.code, asked.out.as_str()), (Some(1), ""));
    assert!(
        asked.sentence().contains("cannot be refreshed"),
        "{asked:?}"
    );
    assert_eq!(home.run(&["token"]).code, Some(0));
    assert_eq!(home.run(&["token", "--refresh", "--refused"]).code, Some(2));
}

#[cfg(feature = "tv")]
#[test]
fn if_needed_asks_nothing_where_all_are_signed_in() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    // There is no display: what wants the screen fails.
    let wanted = home.run(&["--if-needed"]);
    assert_ne!(wanted.code, Some(0), "{wanted:?}");
    pair(&simkl, &home, &["pair"]);
    let asked = simkl.requests().len();
    let done = home.run(&["--if-needed"]);
    assert_eq!((done.code, done.out.as_str()), (Some(0), ""), "{done:?}");
    assert_eq!(simkl.requests().len(), asked);
    let other = home.run(&["--if-needed", "--service", "trakt"]);
    assert_ne!(other.code, Some(0), "that one is not signed in");
}

#[test]
fn an_unknown_service_is_named_with_those_that_there_are() {
    let home = crate::support::Home::empty();
    for args in [&["token", "netflix"][..], &["pair", "--service", "netflix"]] {
        let asked = home.run(args);
        assert_eq!(asked.code, Some(2));
        let said = asked.sentence();
        assert!(
            said.contains("\"netflix\"") && said.contains("mdblist"),
            "{said}"
        );
    }
}

#[test]
fn a_page_can_only_be_opened_with_a_code_in_it() {
    let home = crate::support::Home::empty();
    let asked = home.run(&["pair", "--service", "shikimori", "--open"]);
    assert_eq!(asked.code, Some(2));
    let said = asked.sentence();
    assert!(
        said.contains("--open needs a code") && said.contains("Shikimori"),
        "{said}"
    );
}
