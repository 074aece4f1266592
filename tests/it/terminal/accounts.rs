//! More than one person at a service.

use std::os::unix::fs::PermissionsExt as _;

use couchpin::auth::Flow;
use serde_json::Value;

use super::{home, pair, simkl};

/// What `status --json` says of each pairing: the household's name of the account, whether it is refused.
fn paired(home: &crate::support::Home) -> Vec<(Option<String>, bool)> {
    let told = home.run(&["status", "--json"]);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let services = told["services"].as_array().unwrap().iter();
    services
        .filter(|one| one["paired"] == true)
        .map(|one| {
            assert_eq!(one["service"], "simkl");
            let account = one["household_account"].as_str().map(str::to_owned);
            (account, one["refused"] == true)
        })
        .collect()
}

#[test]
fn two_people_are_signed_in_apart_and_one_is_paired_again_without_the_other() {
    let simkl = simkl(Flow::Device);
    let home = home(&simkl);
    pair(&simkl, &home, &["pair"]);
    let first = std::fs::read(home.token_file()).unwrap();
    pair(&simkl, &home, &["pair", "--account", "kids"]);
    assert_eq!(
        std::fs::read(home.token_file()).unwrap(),
        first,
        "it was not touched"
    );
    let kids = Some("kids".to_owned());
    assert_eq!(paired(&home), [(None, false), (kids.clone(), false)]);
    let token = |args: &[&str]| home.run(args).out;
    let [own, other] = [
        token(&["token"]),
        token(&["token", "simkl", "--account", "kids"]),
    ];
    assert!(!own.is_empty() && !other.is_empty() && own != other);
    let exec = [
        "exec",
        "--account",
        "kids",
        "--",
        "sh",
        "-c",
        "echo $SIMKL_ACCESS_TOKEN",
    ];
    assert_eq!(token(&exec), other);
    let record = std::fs::read(home.token_file().with_file_name("simkl@kids.json")).unwrap();
    let record: Value = serde_json::from_slice(&record).unwrap();
    assert_eq!(record["service"], "simkl");
    assert_eq!(record["household_account"], "kids");
    // The service ends one of them.
    home.tokens()
        .refreshed(
            couchpin::tokens::REFRESH_LIMIT,
            "simkl@kids",
            &couchpin::tokens::Need::Now,
            std::time::SystemTime::now(),
            |_, _| Err(couchpin::auth::Rejection::Token.into()),
        )
        .unwrap_err();
    assert_eq!(paired(&home), [(None, false), (kids.clone(), true)]);
    let refused = home.run(&["token", "--account", "kids"]);
    assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""));
    assert_eq!(token(&["token"]), own);
    pair(&simkl, &home, &["pair", "--account", "kids"]);
    assert_eq!(paired(&home), [(None, false), (kids, false)]);
    assert_eq!(std::fs::read(home.token_file()).unwrap(), first);
    assert_eq!(home.run(&["unpair", "--account", "kids"]).code, Some(0));
    assert_eq!(paired(&home), [(None, false)]);
    pair(&simkl, &home, &["pair", "--account", "2"]);
    assert_eq!(paired(&home).len(), 2);
    let sentence = home.run(&["token", "--account", "kids"]);
    let said = sentence.sentence();
    assert!(said.contains("couchpin pair --account kids"), "{said}");
    // One whose service has no file any more.
    let of_another = home.token_file().with_file_name("gone.json");
    let record = r#"{"version":1,"service":"gone","access_token":"left","client_id":"id"}"#;
    std::fs::write(&of_another, record).unwrap();
    std::fs::set_permissions(&of_another, std::fs::Permissions::from_mode(0o600)).unwrap();
    let all = home.run(&["unpair", "--all"]);
    assert_eq!(all.code, Some(0), "{all:?}");
    assert!(all.out.contains("gone: deleted here"), "{all:?}");
    assert_eq!(paired(&home), []);
    assert!(!of_another.exists());
}

#[test]
fn what_was_stored_before_is_the_first_account() {
    let home = crate::support::Home::empty();
    let folder = home.token_file();
    std::fs::create_dir_all(folder.parent().unwrap()).unwrap();
    let record = r#"{"version":1,"service":"simkl","access_token":"earlier","client_id":"id"}"#;
    std::fs::write(&folder, record).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(home.run(&["token"]).out, "earlier\n");
    assert_eq!(paired(&home), [(None, false)]);
    assert_eq!(home.run(&["token", "--account", "kids"]).code, Some(3));
    for wrong in ["", "Kids", "../kids", "a@b"] {
        let asked = home.run(&["token", "--account", wrong]);
        assert_eq!(asked.code, Some(2), "{wrong:?}");
        assert!(asked.sentence().contains("small letters"), "{asked:?}");
    }
}
