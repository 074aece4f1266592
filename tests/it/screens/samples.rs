//! Views as an engine would show them, each made anew for every frame: so a countdown stands still.

use std::io::Cursor;
use std::time::{Duration, Instant, SystemTime};

use couchpin::auth::Service;
use couchpin::auth::portrait::Portrait;
use couchpin::auth::{
    Account, DeviceAuthorization, Flow, KeyringTrouble, Rejection, Secret, StoreLocation, Trouble,
    UserCode,
};
use couchpin::pairing::{Check, Delay, Notice, SignInMethod, Stop, View, Waiting};
use couchpin::system::clock;
use couchpin::ui::tv::{Language, UiContext};
use image::{ImageFormat, Rgb, RgbImage};
use url::Url;

pub(super) fn context(language: Language) -> UiContext {
    UiContext {
        provider: Service::simkl(),
        services: 2,
        usual: SignInMethod::Code,
        redirect_uri: None,
        has_browser: false,
        can_be_set_up: true,
        pin_page: "simkl.com/pin".into(),
        apps_page: "https://simkl.com/settings/connected-apps".into(),
        developer_page: "https://simkl.com/settings/developer".into(),
        config_file: "/home/ann/.config/couchpin/config.toml".into(),
        client_id_source: Some("/home/ann/.config/couchpin/config.toml".into()),
        demo: None,
        kiosk: false,
        language,
    }
}

/// A moment in which a part of a second is left, so that it does not change while the frame is drawn.
pub(super) fn ahead(seconds: u64) -> Instant {
    clock::now() + Duration::from_millis(seconds * 1000 - 500)
}

pub(super) fn waiting() -> Waiting {
    Waiting {
        code: DeviceAuthorization {
            user_code: UserCode::parse("K7RQ4").unwrap(),
            device_code: None,
            verification_uri: Url::parse("https://simkl.com/pin").unwrap(),
            verification_uri_complete: Url::parse("https://simkl.com/pin/K7RQ4").unwrap(),
            expires_in: Duration::from_mins(15),
            interval: Duration::from_secs(5),
        },
        expires_at: ahead(14 * 60 + 32),
        last_answer: clock::now().checked_sub(Duration::from_millis(3500)),
        trouble: None,
        notice: None,
        replacing: false,
        on_phone: false,
    }
}

/// Any code of the PIN flow.
pub(super) fn pin(code: &str) -> Waiting {
    let mut waiting = waiting();
    waiting.code.user_code = UserCode::parse(code).unwrap();
    waiting.code.verification_uri_complete =
        Url::parse(&format!("https://simkl.com/pin/{code}")).unwrap();
    waiting
}

/// The address of the demo's own page.
pub(super) const DEMO: &str = "http://127.0.0.1:45497/pin";

pub(super) fn of_the_demo() -> Waiting {
    let mut waiting = waiting();
    waiting.code.verification_uri = Url::parse(DEMO).unwrap();
    waiting.code.verification_uri_complete = Url::parse(&format!("{DEMO}/K7RQ4")).unwrap();
    waiting
}

/// Any code of the device flow.
pub(super) fn device(code: &str) -> Waiting {
    let mut waiting = waiting();
    waiting.code.user_code = UserCode::parse(code).unwrap();
    waiting.code.device_code = Some(Secret::new("d"));
    waiting.code.verification_uri_complete =
        Url::parse(&format!("https://simkl.com/pin?user_code={code}")).unwrap();
    waiting
}

pub(super) fn shown(waiting: Waiting) -> View {
    View::Waiting(Box::new(waiting))
}

pub(super) fn delay(trouble: Trouble) -> Delay {
    Delay {
        trouble,
        next_try: ahead(20),
    }
}

pub(super) fn with_trouble(trouble: Trouble) -> View {
    shown(Waiting {
        trouble: Some(delay(trouble)),
        ..waiting()
    })
}

/// A clock that stopped long ago.
pub(super) fn wrong_clock() -> Trouble {
    Trouble::Clock(SystemTime::UNIX_EPOCH)
}

pub(super) fn with_notice(notice: Notice) -> View {
    shown(Waiting {
        notice: Some(notice),
        ..waiting()
    })
}

pub(super) fn last_minute() -> View {
    shown(Waiting {
        expires_at: ahead(48),
        ..waiting()
    })
}

pub(super) fn asking(trouble: Option<Trouble>) -> View {
    View::Asking {
        on_phone: false,
        trouble: trouble.map(delay),
        notice: None,
    }
}

pub(super) fn ann() -> Account {
    Account {
        id: "4242".into(),
        name: "Ann".into(),
    }
}

pub(super) fn file(why_not_keyring: Option<KeyringTrouble>) -> StoreLocation {
    StoreLocation::File {
        path: "/home/ann/.local/state/couchpin/simkl.json".into(),
        why_not_keyring,
    }
}

pub(super) fn paired(fresh: bool, place: StoreLocation) -> View {
    View::Paired {
        account: Some(ann()),
        place,
        fresh,
        check: Check::Good,
        lacks_scope: false,
        failed_action: None,
        instead_of: None,
        refreshable: true,
        portrait: None,
    }
}

pub(super) fn with_less_scope() -> View {
    let mut view = paired(true, StoreLocation::Keyring);
    if let View::Paired { lacks_scope, .. } = &mut view {
        *lacks_scope = true;
    }
    view
}

/// Of Simkl's older generation, and of another person than before.
pub(super) fn of_a_kind_that_ends(another: bool) -> View {
    let mut view = paired(another, StoreLocation::Keyring);
    if let View::Paired {
        refreshable,
        instead_of,
        ..
    } = &mut view
    {
        *refreshable = false;
        *instead_of = another.then(|| Account {
            id: "7".into(),
            name: "Bob".into(),
        });
    }
    view
}

pub(super) fn with_portrait() -> View {
    let mut view = paired(true, StoreLocation::Keyring);
    if let View::Paired { portrait, .. } = &mut view {
        *portrait = Some(example_portrait());
    }
    view
}

/// A head and shoulders in front of a wall.
fn example_portrait() -> Portrait {
    let figure = RgbImage::from_fn(440, 440, |x, y| {
        let near =
            |across: f32, down: f32, far: f32| (x as f32 - across).hypot(y as f32 - down) < far;
        if near(220.0, 180.0, 80.0) {
            Rgb([0xC8, 0x9A, 0x78])
        } else if near(220.0, 430.0, 160.0) {
            Rgb([0x5A, 0x3C, 0x58])
        } else {
            Rgb([0x6F, 0x8F, 0x86])
        }
    });
    let mut file = Cursor::new(Vec::new());
    figure.write_to(&mut file, ImageFormat::Png).unwrap();
    Portrait::decode(file.get_ref()).unwrap()
}

pub(super) fn rejected(rejection: Rejection) -> View {
    View::Stopped(Stop::Rejected(vec![(Flow::Pin, rejection)]))
}

pub(super) fn wrong_client_id() -> View {
    rejected(Rejection::ClientId {
        error: "client_id_failed".into(),
    })
}
