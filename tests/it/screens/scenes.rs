//! Every scene that has a picture.

use couchpin::auth::{
    FileAction, KeyringTrouble, Rejection, StoreError, StoreLocation, SystemError, Trouble,
};
use couchpin::input::{Button, Device};
use couchpin::pairing::{Notice, Stop, View};
use couchpin::ui::tv::{Language, TextSize, Theme};

use super::samples::{
    DEMO, asking, device, file, last_minute, of_a_kind_that_ends, of_the_demo, paired, pin, shown,
    waiting, with_less_scope, with_notice, with_portrait, with_trouble, wrong_client_id,
    wrong_clock,
};
use super::scene::Scene;
use super::television::Size;

/// The screens that every scene is drawn on.
pub(super) const SIZES: [Size; 2] = [Size::Hd, Size::FullHd];

/// All scenes, and the screens that they are drawn on.
pub(super) fn with_sizes() -> [(Vec<Scene>, &'static [Size]); 5] {
    let all = [
        before_the_approval(),
        after_the_approval(),
        to_mend(),
        dialogs(),
        looks(),
        super::services::scenes(),
    ];
    let largest = vec![the_code()];
    [
        (all.concat(), &SIZES),
        (largest, &[Size::UltraHd]),
        (in_portrait(), &[Size::Turned]),
        (vec![the_code()], &[Size::Small]),
        (kinds_in_other_looks(), &[Size::FullHd]),
    ]
}

/// One of each kind of layout, for a television that was turned.
pub(super) fn in_portrait() -> Vec<Scene> {
    let wanted = [
        "waiting",
        "bigger",
        "paired-file",
        "no-client-id",
        "settings",
        "remote-pressed",
        "phone",
        "keyboard",
        "waiting-large",
    ];
    let all = [
        before_the_approval(),
        after_the_approval(),
        to_mend(),
        dialogs(),
        looks(),
        super::services::scenes(),
    ];
    let mut scenes = all.concat();
    scenes.retain(|scene| wanted.contains(&scene.name));
    scenes
}

/// What a person sees before they have approved.
pub(super) fn before_the_approval() -> Vec<Scene> {
    vec![
        Scene::of("starting", || View::Starting),
        Scene::of("asking", || asking(None)),
        Scene::of("asking-offline", || asking(Some(Trouble::Offline))),
        the_code(),
        the_code_of_six(),
        the_long_code(),
        demo(Scene::of("waiting-demo", || shown(of_the_demo()))),
        offline(),
        Scene::of("waiting-busy", || with_trouble(Trouble::Busy)),
        Scene::of("waiting-clock", || with_trouble(wrong_clock())),
        Scene::of("waiting-new-code", || with_notice(Notice::Expired)),
        opened_here(),
        Scene::of("waiting-last-minute", last_minute),
        bigger(),
        bigger_of_the_long_code(),
        Scene::of("bigger-clock", || shown(waiting()))
            .press(Button::Ok)
            .becomes(|| with_trouble(wrong_clock())),
        Scene::of("kiosk", || shown(waiting()))
            .with_context(|context| context.kiosk = true)
            .press(Button::Back),
        Scene::of("resting", || View::Resting),
    ]
}

fn demo(scene: Scene) -> Scene {
    scene.with_context(|context| {
        context.demo = Some(DEMO.into());
        context.services = 1;
        context.can_be_set_up = false;
    })
}

pub(super) fn the_code() -> Scene {
    Scene::of("waiting", || shown(waiting()))
}

fn the_code_of_six() -> Scene {
    Scene::of("waiting-six", || shown(pin("W04IHX")))
}

pub(super) fn the_long_code() -> Scene {
    Scene::of("waiting-eight", || shown(device("BDWP-HQPK")))
}

pub(super) fn offline() -> Scene {
    Scene::of("waiting-offline", || with_trouble(Trouble::Offline))
}

pub(super) fn bigger() -> Scene {
    Scene::of("bigger", || shown(waiting())).press(Button::Ok)
}

pub(super) fn bigger_of_the_long_code() -> Scene {
    Scene::of("bigger-eight", || shown(device("BDWP-HQPK"))).press(Button::Ok)
}

fn opened_here() -> Scene {
    Scene::of("waiting-opened-here", || with_notice(Notice::OpenedHere))
}

/// What comes of an approval.
pub(super) fn after_the_approval() -> Vec<Scene> {
    vec![
        Scene::of("storing", || View::Storing),
        Scene::of("cannot-store", || View::CannotStore {
            why: refused(FileAction::Write, SystemError::DiskFull),
            trying: false,
        }),
        Scene::of("paired", || paired(true, StoreLocation::Keyring)),
        Scene::of("paired-file", || {
            paired(true, file(Some(KeyringTrouble::NoService)))
        }),
        Scene::of("paired-again", || paired(false, file(None))),
        demo(Scene::of("paired-demo", || {
            paired(true, StoreLocation::Demo)
        })),
        Scene::of("paired-limited", with_less_scope),
        Scene::of("paired-ends", || of_a_kind_that_ends(false)),
        Scene::of("paired-another", || of_a_kind_that_ends(true)),
        Scene::of("paired-portrait", with_portrait),
        unpairing(),
        Scene::of("moving", || paired(false, StoreLocation::Keyring)).open(&["Sign-in storage"]),
        Scene::of("forgetting", || View::Forgetting),
    ]
}

/// What the operating system refused to do with the private file.
fn refused(doing: FileAction, why: SystemError) -> StoreError {
    StoreError::Io {
        doing,
        path: "/home/ann/.local/state/couchpin/simkl.json".into(),
        why,
    }
}

pub(super) fn unpairing() -> Scene {
    Scene::of("unpairing", || paired(true, StoreLocation::Keyring)).choose("Not you? Sign out")
}

/// What a person must mend.
pub(super) fn to_mend() -> Vec<Scene> {
    vec![
        Scene::of("denied", || View::Stopped(Stop::Denied)),
        Scene::of("wrong-client-id", wrong_client_id),
        Scene::of("blocked-client-id", || {
            super::samples::rejected(Rejection::ClientBlocked {
                error: "client_id_failed".into(),
            })
        }),
        no_client_id(),
        Scene::of("keyring-locked", || {
            View::Unreadable(StoreError::Locked(KeyringTrouble::Locked))
        }),
        Scene::of("keyring-absent", || {
            View::Unreadable(StoreError::KeyringAbsent(KeyringTrouble::NoService))
        }),
        Scene::of("unreadable", || {
            View::Unreadable(refused(FileAction::Read, SystemError::DiskFailed))
        }),
        Scene::of("refused", || View::Refused {
            account: Some(super::samples::ann()),
        }),
        Scene::broken_settings(
            "broken-settings",
            "/home/ann/.config/couchpin/config.toml, line 3: unknown field `clientid`, expected `client_id`",
        ),
    ]
}

pub(super) fn no_client_id() -> Scene {
    Scene::of("no-client-id", || {
        super::samples::rejected(Rejection::NoClientId)
    })
}

/// What opens over a screen.
pub(super) fn dialogs() -> Vec<Scene> {
    let of = |name| Scene::of(name, || shown(waiting()));
    let closed = Device {
        name: "Flirc.tv flirc Keyboard".into(),
        node: "/dev/input/event7".into(),
        readable: false,
        gamepad: false,
    };
    // Up, a digit, info, the volume. OK would choose, and an unknown key is taught.
    let pressed = |scene: Scene| scene.key(103).key(5).key(358).key(115);
    vec![
        of("more").open(&[]),
        of("more-browser")
            .open(&[])
            .with_context(|context| context.has_browser = true),
        of("settings").open(&["Settings"]),
        of("languages").open(&["Settings", "Language"]),
        of("remote").open(&["Test the remote"]),
        pressed(of("remote-pressed").open(&["Test the remote"])).with_device(closed),
        of("teaching").open(&["Test the remote"]).key(704),
        of("picture-size").open(&["Picture size"]),
        of("about").open(&["About"]),
        of("leaving").press(Button::Back),
    ]
}

/// The pairing screen in other colours, sizes and languages, with a name for each.
pub(super) fn looks() -> Vec<Scene> {
    let of = |name| Scene::of(name, || shown(waiting()));
    let large = |scene: Scene| scene.with_preferences(|chosen| chosen.text = TextSize::Large);
    let long = |name| Scene::of(name, || shown(device("BDWP-HQPK")));
    vec![
        of("waiting-light").with_preferences(|chosen| chosen.theme = Theme::Light),
        of("waiting-contrast").with_preferences(|chosen| chosen.theme = Theme::Contrast),
        large(of("waiting-large")),
        large(long("waiting-large-eight")),
        of("waiting-german").speaking(Language::German),
        of("waiting-russian").speaking(Language::Russian),
        of("waiting-japanese").speaking(Language::Japanese),
        of("waiting-chinese").speaking(Language::Chinese),
    ]
}

/// A list, a message and a result in other colours and sizes; hints for a gamepad; languages without their letters.
pub(super) fn kinds_in_other_looks() -> Vec<Scene> {
    let list = |name| Scene::of(name, || shown(waiting())).open(&["Settings"]);
    let german_list = |name| {
        let scene = Scene::of(name, || shown(waiting())).speaking(Language::German);
        scene.open(&["Einstellungen"])
    };
    let message = |name| {
        Scene::of(name, || {
            View::Unreadable(StoreError::Locked(KeyringTrouble::Locked))
        })
    };
    let result = |name| Scene::of(name, || paired(true, StoreLocation::Keyring));
    let large = |scene: Scene| scene.with_preferences(|chosen| chosen.text = TextSize::Large);
    let light = |scene: Scene| scene.with_preferences(|chosen| chosen.theme = Theme::Light);
    let contrast = |scene: Scene| scene.with_preferences(|chosen| chosen.theme = Theme::Contrast);
    vec![
        large(list("settings-large")),
        large(german_list("settings-large-german")),
        large(message("keyring-locked-large")),
        large(result("paired-large")),
        light(list("settings-light")),
        light(message("keyring-locked-light")),
        light(result("paired-light")),
        contrast(list("settings-contrast")),
        contrast(message("keyring-locked-contrast")),
        contrast(result("paired-contrast")),
        Scene::of("waiting-gamepad", || shown(waiting())).pad(Button::Right),
        Scene::of("languages-without-fonts", || shown(waiting()))
            .open(&["Settings", "Language"])
            .press(Button::PageDown)
            .without_fonts(),
    ]
}
