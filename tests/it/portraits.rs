//! The person's picture over real sockets, from a server that is not the project's own and may be hostile.

use std::time::{Duration, Instant};

use couchpin::auth::portrait::Portrait;
use couchpin::auth::{Flow as Kind, Service};
use couchpin::engine::{Engine, Setup};
use couchpin::pairing::{Check, Intent, View};
use couchpin::services::provider::Settings;
use couchpin::tokens::{StoreChoice, Tokens};
use tempfile::TempDir;
use url::Url;

use crate::engine::at_once;
use crate::support::{Flow, SOON, Server, wait_for};

/// A paired television.
struct Room {
    server: Server,
    engine: Engine,
    folder: TempDir,
}

fn engine(server: &Server, folder: &TempDir, pictures: bool) -> Engine {
    let url = Url::parse(&server.url).unwrap();
    let simkl = Settings {
        client_id: Some("client".to_owned()),
        ..Settings::at(Service::simkl(), &url)
    };
    let tokens = Tokens::new(folder.path().to_owned(), StoreChoice::InFile);
    let setup = Setup {
        pictures,
        ..crate::support::setup::simkl(simkl, vec![Kind::Pin], tokens)
    };
    Engine::start(setup, |_| {}).unwrap()
}

impl Room {
    /// Pairs with an account whose picture is of this kind.
    fn with(avatar: &str, pictures: bool) -> Self {
        let server = Server::start(Flow::Pin, &["--interval", "1"]);
        server.avatar(avatar);
        let folder = tempfile::tempdir().unwrap();
        let engine = engine(&server, &folder, pictures);
        let code = wait_for("code", SOON, || match engine.view() {
            View::Waiting(waiting) => Some(waiting.code.user_code.expose().to_owned()),
            _ => None,
        });
        server.approve(&code);
        let room = Self {
            server,
            engine,
            folder,
        };
        room.wait_for_pairing();
        room
    }

    fn wait_for_pairing(&self) {
        wait_for("pairing", SOON, || {
            let good = matches!(
                self.engine.view(),
                View::Paired {
                    check: Check::Good,
                    ..
                }
            );
            good.then_some(())
        });
    }

    fn portrait(&self) -> Option<Portrait> {
        match self.engine.view() {
            View::Paired { portrait, .. } => portrait,
            other => panic!("not paired: {}", other.name()),
        }
    }

    fn wait_for_portrait(&self) -> Portrait {
        wait_for("portrait", SOON, || self.portrait())
    }

    /// Ends this engine and starts another one with the same store.
    fn restart(self) -> Self {
        let Self {
            server,
            engine: first,
            folder,
        } = self;
        first.leave();
        let engine = engine(&server, &folder, true);
        let room = Self {
            server,
            engine,
            folder,
        };
        room.wait_for_pairing();
        room
    }
}

#[test]
fn the_picture_comes_after_a_pairing_and_after_a_launch_once_each() {
    let room = Room::with("good", true);
    assert_eq!(room.wait_for_portrait().side(), 64);
    assert_eq!(room.server.count("picture"), 1);
    let room = room.restart();
    room.wait_for_portrait();
    room.engine.send(Intent::TryNow);
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(room.server.count("picture"), 2);
    room.engine.leave();
    let files = std::fs::read_dir(room.folder.path()).unwrap();
    for file in files.map(|file| file.unwrap().path()) {
        let kept = std::fs::read_to_string(&file).unwrap();
        assert!(!kept.contains("avatars"), "{}", file.display());
    }
}

#[test]
fn whoever_has_the_picture_learns_nothing_of_the_token_or_the_application() {
    let room = Room::with("good", true);
    room.wait_for_portrait();
    let requests = room.server.requests();
    let asked: Vec<_> = requests
        .iter()
        .filter(|seen| seen.kind == "picture")
        .collect();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].method, "GET");
    assert_eq!(asked[0].headers, ["accept", "host", "user-agent"]);
    assert_eq!(asked[0].query, "");
    let settings = requests.iter().find(|seen| seen.kind == "settings");
    let settings = settings.unwrap();
    assert!(
        settings.headers.contains(&"authorization".to_owned()),
        "which proves that the log would show it"
    );
    room.engine.leave();
}

#[test]
fn without_a_picture_or_with_one_that_may_not_be_fetched_nothing_is_asked() {
    // The last is for a screen that shows no pictures.
    let cases = [("none", true), ("scheme", true), ("good", false)];
    at_once(cases, |(avatar, pictures)| {
        let room = Room::with(avatar, pictures);
        std::thread::sleep(Duration::from_millis(500));
        let seen = (room.portrait(), room.server.count("picture"));
        assert_eq!(seen, (None, 0), "{avatar}");
        room.engine.leave();
    });
}

#[test]
fn a_hostile_picture_leaves_the_monogram_and_everything_else_goes_on() {
    let avatars = [
        "huge", "long", "endless", "slow", "wrong", "missing", "redirect",
    ];
    at_once(avatars, |avatar| {
        let room = Room::with(avatar, true);
        let begun = Instant::now();
        wait_for("request for the picture", SOON, || {
            (room.server.count("picture") > 0).then_some(())
        });
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(room.portrait(), None, "{avatar}");
        assert_eq!(room.server.count("picture"), 1, "{avatar}: no second hop");
        // A person can act at once, whatever still drips in.
        room.engine.send(Intent::PairAgain);
        wait_for("code", SOON, || {
            matches!(room.engine.view(), View::Waiting(_)).then_some(())
        });
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(5), "{avatar}: {took:?}");
        room.engine.leave();
    });
}

#[test]
fn what_never_ends_is_hung_up_on() {
    // Half a mebibyte is soon full; a byte now and then ends with the time-out of ten seconds.
    let avatars = [("endless", 8 * 1024 * 1024), ("slow", 1000)];
    at_once(avatars, |(avatar, most)| {
        let room = Room::with(avatar, true);
        let sent = wait_for("hanging up", SOON, || room.server.dripped());
        assert!(sent < most, "{avatar}: {sent}");
        assert_eq!(room.portrait(), None, "{avatar}");
        room.engine.leave();
    });
}
