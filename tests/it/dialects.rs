//! The whole program with services whose device flow is not quite that of RFC 8628, each described by its own file: Trakt
//! and `MDBList`, as a stand-in that is not the project's own plays them. Needs python3; without it, this says so.

use std::thread;

use crate::support::{
    CLIENT_ID, CLIENT_SECRET, Dialect, Dialects, Done, Home, SOON, Screen, wait_for,
};

const BOTH: [Dialect; 2] = [Dialect::Trakt, Dialect::Mdblist];

fn both() -> impl Iterator<Item = Dialects> {
    BOTH.into_iter().filter_map(Dialects::start)
}

fn trakt() -> Option<Dialects> {
    Dialects::start(Dialect::Trakt)
}

fn start_pairing(server: &Dialects, home: &Home) -> Screen {
    home.start(&["pair", "--service", server.dialect.service()])
}

/// Signs in; returns all that was said.
fn pair(server: &Dialects, home: &Home) -> Vec<String> {
    server.answer_polls(&["approve"]);
    let mut pairing = start_pairing(server, home);
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
    pairing.out.wait_for(0, "Signed in", SOON);
    pairing.said()
}

/// The codes that it showed.
fn codes(pairing: &Screen) -> Vec<String> {
    let out = pairing.out.all();
    let codes = out.iter().filter_map(|line| line.strip_prefix("Code: "));
    codes
        .map(|rest| rest.split(' ').next().unwrap().to_owned())
        .collect()
}

fn token(server: &Dialects, home: &Home) -> Done {
    home.run(&["token", server.dialect.service()])
}

fn valid_token(server: &Dialects, home: &Home) -> String {
    let told = token(server, home);
    assert_eq!(told.code, Some(0), "{told:?}");
    told.out.trim_end().to_owned()
}

fn assert_ended(done: &Done) {
    assert_eq!((done.code, done.out.as_str()), (Some(3), ""), "{done:?}");
    let sentence = done.own_lines().pop().unwrap();
    assert!(sentence.contains("pair again"), "{done:?}");
}

#[test]
fn it_pairs_gives_the_token_replaces_it_and_ends_it_at_the_service() {
    for server in both() {
        let (home, service) = (server.home(), server.dialect.service());
        server.answer_polls(&["pending", "approve"]);
        let mut pairing = start_pairing(&server, &home);
        assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
        let mut said = pairing.said();
        let answers = server.requests().into_iter();
        let answers: Vec<_> = answers.filter_map(|asked| asked.answer).collect();
        assert_eq!(answers, ["pending", "approve"]);

        let first = valid_token(&server, &home);
        assert_eq!(server.access_tokens(), [first.as_str()]);
        let status = home.run(&["status"]);
        let account = match server.dialect {
            Dialect::Trakt => " as ann",
            // It has nothing that tells.
            Dialect::Mdblist => "",
        };
        let line = format!("{service}: signed in{account} since ");
        assert!(status.out.contains(&line), "{status:?}");

        let replaced = home.refused(service, &first);
        assert_eq!(replaced.code, Some(0), "{replaced:?}");
        let second = replaced.out.trim_end().to_owned();
        assert_ne!(second, first);
        assert_eq!(server.access_tokens().last(), Some(&second));
        assert_eq!(valid_token(&server, &home), second);
        // The first one is not refused again: another one has taken its place.
        assert_eq!(home.refused(service, &first).out.trim_end(), second);
        assert_eq!(server.statuses("refresh"), [Some(200)]);

        let unpaired = home.run(&["unpair", service]);
        assert_eq!(unpaired.out, format!("{service}: signed out\n"));
        assert_eq!(server.statuses("revoke"), [Some(200)]);
        assert!(server.access_tokens().is_empty(), "ended there, too");
        assert_eq!(token(&server, &home).code, Some(3));
        let told = [status.out, status.err, replaced.err, unpaired.err];
        said.extend(told);
        server.assert_no_secret_in(&said);
    }
}

#[test]
fn a_service_that_asks_for_patience_is_asked_more_rarely() {
    for server in both() {
        let home = server.home();
        server.answer_polls(&["slow_down", "pending", "approve"]);
        let mut pairing = start_pairing(&server, &home);
        wait_for("end", 2 * SOON, || (!pairing.is_running()).then_some(()));
        assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
        let polls = server.requests().into_iter();
        let polls: Vec<_> = polls.filter(|asked| asked.kind == "poll").collect();
        assert_eq!(polls.len(), 3, "{polls:?}");
        // Judged by the server, with 5 s more.
        assert!(polls.iter().all(|poll| !poll.early), "{polls:?}");
        assert_eq!(codes(&pairing).len(), 1, "the code stays");
    }
}

#[test]
fn a_no_on_the_phone_ends_it_with_exit_code_3() {
    for server in both() {
        let home = server.home();
        server.answer_polls(&["denied"]);
        let mut pairing = start_pairing(&server, &home);
        assert_eq!(pairing.exit_code(), Some(3), "{:?}", pairing.said());
        pairing.log.wait_for(0, "couchpin: declined", SOON);
        assert_eq!(server.statuses("code").len(), 1);
        assert_eq!(server.statuses("poll").len(), 1);
        assert_eq!(token(&server, &home).code, Some(3));
    }
}

#[test]
fn a_code_that_has_ended_is_followed_by_another_that_pairs() {
    for server in both() {
        for ending in ["expired", "used", "unknown"] {
            let home = server.home();
            let before = server.statuses("code").len();
            server.answer_polls(&[ending, "approve"]);
            let mut pairing = start_pairing(&server, &home);
            let said = || format!("{ending}: {:?}", pairing.said());
            pairing.out.wait_for(0, "Signed in", SOON);
            let [first, second] = &codes(&pairing)[..] else {
                panic!("{}", said());
            };
            assert_ne!(first, second, "{}", said());
            assert_eq!(server.statuses("code").len() - before, 2);
            assert_eq!(pairing.exit_code(), Some(0));
            valid_token(&server, &home);
        }
    }
}

#[test]
fn two_that_were_refused_at_once_ask_for_one_refresh_and_get_the_same_token() {
    for server in both() {
        let (home, service) = (server.home(), server.dialect.service());
        pair(&server, &home);
        let old = valid_token(&server, &home);
        server.hold_refreshes();
        let told = thread::scope(|scope| {
            let ask = || scope.spawn(|| home.refused(service, &old));
            let first = ask();
            wait_for("refresh", SOON, || {
                (server.statuses("refresh").len() == 1).then_some(())
            });
            // The second one meets the first one at work.
            let second = ask();
            server.release_refreshes();
            [first, second].map(|one| one.join().unwrap())
        });
        let told = told.map(|done| {
            assert_eq!(done.code, Some(0), "{done:?}");
            done.out.trim_end().to_owned()
        });
        assert_eq!(told[0], told[1]);
        assert_ne!(told[0], old);
        assert_eq!(server.access_tokens().last(), Some(&told[0]));
        assert_eq!(server.statuses("refresh"), [Some(200)]);
    }
}

#[test]
fn after_a_lost_refresh_pairing_again_is_said_and_the_dead_token_is_never_given() {
    for server in both() {
        let (home, service) = (server.home(), server.dialect.service());
        pair(&server, &home);
        let old = valid_token(&server, &home);
        server.lose_refresh();
        let lost = home.refused(service, &old);
        assert_eq!((lost.code, lost.out.as_str()), (Some(6), ""), "{lost:?}");
        let sentence = lost.own_lines().pop().unwrap();
        assert!(sentence.contains("could not be refreshed"), "{lost:?}");
        assert_eq!(server.access_tokens().len(), 2, "the service did its part");

        // The service does not know the old refresh token any more.
        let next = token(&server, &home);
        assert_ended(&next);
        assert_eq!(server.statuses("refresh").len(), 2);
        for done in [token(&server, &home), home.refused(service, &old)] {
            assert_ended(&done);
        }
        assert_eq!(server.statuses("refresh").len(), 2, "it is written down");
        let status = home.run(&["status"]);
        let refused = "the service no longer accepts it, sign in again";
        assert!(status.out.contains(refused), "{status:?}");

        let said = pair(&server, &home);
        server.assert_no_secret_in(&said);
        let new = valid_token(&server, &home);
        assert_eq!(server.access_tokens().last(), Some(&new));
        assert_ne!(new, old);
    }
}

#[test]
fn a_refused_token_is_not_given_while_the_service_is_out_of_reach() {
    for server in both() {
        let (home, service) = (server.home(), server.dialect.service());
        pair(&server, &home);
        let old = valid_token(&server, &home);
        drop(server);
        for done in [
            home.refused(service, &old),
            home.run(&["token", service]),
            home.run(&["token", service]),
        ] {
            assert_eq!((done.code, done.out.as_str()), (Some(6), ""), "{done:?}");
        }
    }
}

#[test]
fn a_wrong_file_is_named_with_its_line_and_disturbs_no_other_service() {
    let Some(server) = trakt() else { return };
    let home = server.home();
    pair(&server, &home);
    let wrong = "name = \"Wrong\"\nsite_url = \"https://wrong.example\"\n\n[oauth]\ntoken_endpont = \"token\"\n";
    let file = home.service_file("wrong", wrong);
    let place = format!("{}, line 5: unknown field `token_endpont`", file.display());
    for args in [
        &["token", "wrong"][..],
        &["pair", "--service", "wrong"],
        &["unpair", "wrong"],
    ] {
        let done = home.run(args);
        assert_eq!((done.code, done.out.as_str()), (Some(2), ""), "{done:?}");
        let said = done.own_lines().pop().unwrap();
        assert!(said.contains(&place), "{done:?}");
    }
    // What stands in the place of an id that was never filled in, and an issuer that can be none.
    let unfilled = "name = \"A\"\nsite_url = \"https://a.example\"\nclient_id = \"…\"\n";
    let no_issuer =
        "name = \"B\"\nsite_url = \"https://b.example\"\nissuer = \"https://b.example/?c\"\n";
    for (name, text, why) in [
        ("a", unfilled, "line 3: expected letters and digits"),
        ("b", no_issuer, "line 1: expected an issuer"),
    ] {
        home.service_file(name, text);
        let done = home.run(&["token", name]);
        assert_eq!(done.code, Some(2), "{done:?}");
        assert!(done.err.contains(why), "{done:?}");
    }
    let status = home.run(&["status"]);
    assert_eq!(status.code, Some(0), "{status:?}");
    assert!(
        status.out.contains("trakt-here: signed in as ann"),
        "{status:?}"
    );
    assert!(status.out.contains("simkl: not signed in"), "{status:?}");
    assert!(status.err.contains(&place), "{status:?}");
    valid_token(&server, &home);
    let simkl = home.run(&["token", "simkl"]);
    assert_eq!(simkl.code, Some(3), "{simkl:?}");
    assert!(simkl.err.contains("not signed in to Simkl"), "{simkl:?}");
    let unknown = home.run(&["token", "wring"]);
    assert_eq!(unknown.code, Some(2), "{unknown:?}");
    assert!(
        unknown.err.contains("there is no service \"wring\""),
        "{unknown:?}"
    );
}

#[test]
fn the_settings_give_the_application_of_a_described_service() {
    let Some(server) = trakt() else { return };
    let home = server.home_with("");
    let without = home.run(&["pair", "--service", "trakt-here"]);
    assert_eq!(without.code, Some(2), "{without:?}");
    let file = home.settings(&format!(
        "[trakt-here]\nclient_id = \"{CLIENT_ID}\"\nclient_secret = \"{CLIENT_SECRET}\"\n"
    ));
    pair(&server, &home);
    valid_token(&server, &home);
    // Above the application that stands in the service's own file, with its secret.
    let home = server.home_with("client_id = \"another\"\nclient_secret = \"another\"");
    std::fs::copy(file, home.settings("")).unwrap();
    pair(&server, &home);
    let json = home.run(&["token", "trakt-here", "--json"]).out;
    assert!(
        json.contains(&format!("\"client_id\": \"{CLIENT_ID}\"")),
        "{json}"
    );
}

#[test]
fn a_program_tells_the_secret_and_one_that_fails_is_named() {
    let Some(server) = trakt() else { return };
    let home = server.home_with("");
    let settings = |script: &str| {
        let command = ["sh", "-c", script];
        home.settings(&format!(
            "[trakt-here]\nclient_id = \"{CLIENT_ID}\"\nclient_secret_command = {command:?}\n"
        ));
    };
    settings("echo canary >&2; exit 7");
    let failed = home.run(&["pair", "--service", "trakt-here"]);
    assert_eq!(failed.code, Some(2), "{failed:?}");
    assert!(
        failed.err.contains("client_secret_command failed"),
        "{failed:?}"
    );
    assert!(
        failed.err.contains("couchpin: set up Trakt first"),
        "{failed:?}"
    );
    assert!(server.requests().is_empty(), "nothing is asked without it");

    settings(&format!("echo {CLIENT_SECRET}"));
    let said = pair(&server, &home);
    server.assert_no_secret_in(&said);
    let old = valid_token(&server, &home);
    let new = home.refused("trakt-here", &old);
    assert_eq!(new.code, Some(0), "{new:?}");

    settings("exit 7");
    let failed = home.refused("trakt-here", new.out.trim_end());
    assert_eq!(
        (failed.code, failed.out.as_str()),
        (Some(2), ""),
        "{failed:?}"
    );
    assert!(
        failed.err.contains("client_secret_command failed"),
        "{failed:?}"
    );
    assert_eq!(server.statuses("refresh"), [Some(200)]);
}

#[test]
fn a_wrong_secret_is_told_from_a_wrong_client_id() {
    let Some(server) = trakt() else { return };
    let home = server.home_with(&format!(
        "client_id = \"{CLIENT_ID}\"\nclient_secret = \"wrong\""
    ));
    let refused = home.run(&["pair", "--service", "trakt-here"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert_eq!(server.statuses("poll"), [Some(401)]);
    assert!(refused.err.contains("secret"), "{refused:?}");
    let home = server.home_with("client_id = \"wrong\"\nclient_secret = \"wrong\"");
    let refused = home.run(&["pair", "--service", "trakt-here"]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    assert!(refused.err.contains("client ID"), "{refused:?}");
}
