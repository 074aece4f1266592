//! Texts of any length from outside: nothing is drawn over its neighbour, and the QR holds an address or says that it
//! does not.

use couchpin::auth::{Account, Rejection, StoreLocation};
use couchpin::input::Device;
use couchpin::pairing::{Check, ServiceState, ServiceStatus, Stop, View, Waiting};
use couchpin::ui::tv::TextSize;
use egui::accesskit::Role;
use egui_kittest::LazyRenderer;
use egui_kittest::kittest::Queryable as _;
use url::Url;

use super::portrait_orientation::faults;
use super::samples::{paired, rejected, shown, waiting};
use super::scene::Scene;
use super::television::{Size, in_presses, run, show};

/// A code at an address of so many characters.
fn at_an_address(length: usize) -> Waiting {
    let mut waiting = waiting();
    let page = format!("https://simkl.com/pin/{}", "w".repeat(length));
    waiting.code.verification_uri_complete = Url::parse(&format!("{page}?code=K7RQ4")).unwrap();
    waiting.code.verification_uri = Url::parse(&page).unwrap();
    waiting
}

fn account_named(letter: char) -> Account {
    let name = letter.to_string().repeat(10_000);
    Account {
        id: "4242".into(),
        name,
    }
}

fn named(letter: char, place: StoreLocation) -> View {
    let mut view = paired(false, place);
    if let View::Paired { account, .. } = &mut view {
        *account = Some(account_named(letter));
    }
    view
}

fn far_away() -> StoreLocation {
    StoreLocation::File {
        path: format!("/home/{}/couchpin/simkl.json", "W/".repeat(2500)).into(),
        why_not_keyring: None,
    }
}

fn scenes() -> Vec<Scene> {
    let device = Device {
        name: "W".repeat(10_000).into(),
        node: format!("/dev/input/{}", "W".repeat(500)).into(),
        readable: false,
        gamepad: false,
    };
    vec![
        Scene::of("address of 300", || shown(at_an_address(300))),
        Scene::of("address of 3000", || shown(at_an_address(3000))),
        Scene::of("host of 250", || {
            let mut waiting = waiting();
            let host = format!("https://{}example/device", "simkl-com.".repeat(23));
            waiting.code.verification_uri = Url::parse(&host).unwrap();
            shown(waiting)
        }),
        Scene::of("wide name", || named('W', StoreLocation::Keyring)),
        Scene::of("narrow name, long path", || named('i', far_away())),
        Scene::of("long path", || named('n', far_away())).open(&["Sign-in storage"]),
        Scene::of("refused name", || View::Refused {
            account: Some(account_named('W')),
        }),
        Scene::of("list of long names", || {
            let standing = |service| ServiceStatus {
                service,
                state: ServiceState::Paired(Some(account_named('W'))),
            };
            View::Home(couchpin::auth::Service::built_in().map(standing).into())
        }),
        Scene::of("long words of a service", || {
            rejected(Rejection::Other {
                status: 400,
                error: "W".repeat(10_000),
            })
        }),
        Scene::of("moved far", || {
            View::Stopped(Stop::Refused(Rejection::Moved {
                to: format!("https://{}.example", "shikimori".repeat(300)),
            }))
        }),
        Scene::of("long issuer", || {
            View::Stopped(Stop::Refused(Rejection::Metadata {
                issuer: format!("https://{}.example", "simkl".repeat(400)),
            }))
        }),
        Scene::of("paired, moved far", || {
            let mut view = paired(false, StoreLocation::Keyring);
            if let View::Paired { check, .. } = &mut view {
                *check = Check::Refused(Rejection::Moved {
                    to: format!("https://{}.example", "shikimori".repeat(300)),
                });
            }
            view
        }),
        Scene::of("long settings file", || rejected(Rejection::NoClientId)).with_context(
            |context| {
                context.config_file = format!("/home/{}/config.toml", "W".repeat(5000));
            },
        ),
        Scene::of("devices", || shown(waiting()))
            .open(&["Test the remote"])
            .with_device(device),
    ]
}

#[test]
fn nothing_from_outside_is_drawn_over_its_neighbour_however_long_it_is() {
    for size in [Size::FullHd, Size::Turned, Size::Small] {
        let mut harness = run(&scenes()[0], size, LazyRenderer::default());
        for scene in scenes() {
            for text in [TextSize::Normal, TextSize::Large] {
                let scene = scene.clone().with_preferences(|chosen| chosen.text = text);
                let scene = in_presses(&mut harness, &scene);
                show(&mut harness, &scene);
                // What is too long for its place ends in "…".
                let faults = faults(&harness, size);
                let faults: Vec<_> = faults
                    .lines()
                    .filter(|fault| !fault.contains("cut off: "))
                    .collect();
                let name = scene.name;
                assert!(
                    faults.is_empty(),
                    "{name}, {size:?}, {text:?}:\n{}",
                    faults.join("\n")
                );
            }
        }
    }
}

#[test]
fn the_qr_holds_the_address_or_says_that_it_does_not_fit() {
    let too_long = "This address is too long for a QR code.";
    let says = |length, size| {
        let view: fn() -> View = match length {
            300 => || shown(at_an_address(300)),
            2300 => || shown(at_an_address(2300)),
            _ => || shown(at_an_address(3000)),
        };
        let harness = run(&Scene::of("qr", view), size, LazyRenderer::default());
        let image = harness
            .query_all_by(|node| node.role() == Role::Image)
            .count()
            == 1;
        let told = harness.query_all_by(|node| {
            node.label().or_else(|| node.value()).as_deref() == Some(too_long)
        });
        (image, told.count() == 1)
    };
    for size in [Size::FullHd, Size::Turned] {
        assert_eq!(says(300, size), (true, false));
        assert_eq!(says(3000, size), (false, true));
        // The one with the code in it is too long by a few bytes: the QR holds the other one.
        assert_eq!(says(2300, size), (true, false));
    }
    assert_eq!(
        says(2300, Size::Small),
        (false, true),
        "its modules would be too small"
    );
}
