//! Views of every kind, and facts to go with them.

use std::time::{Duration, SystemTime};

use url::Url;

use crate::auth::portrait::Portrait;
use crate::auth::{
    Account, DeviceAuthorization, Flow, KeyringTrouble, Proxy, ProxyFault, Quota, Rejection,
    Secret, Service, StoreError, StoreLocation, Trouble, UserCode,
};
use crate::pairing::{Check, Delay, FailedAction, Notice, SignInMethod, Stop, View, Waiting};
use crate::system::clock;
use crate::ui::tv::{Language, UiContext};

static PROXY: Proxy = Proxy {
    variable: "HTTPS_PROXY",
    address: String::new(),
};

/// Every kind of trouble.
const TROUBLES: [Trouble; 20] = [
    Trouble::Offline,
    Trouble::Dns,
    Trouble::Unreachable,
    Trouble::Timeout,
    Trouble::Clock(SystemTime::UNIX_EPOCH),
    Trouble::Expired(SystemTime::UNIX_EPOCH),
    Trouble::Tls,
    Trouble::Proxy(&PROXY, ProxyFault::NoWay),
    Trouble::Proxy(&PROXY, ProxyFault::Refused),
    Trouble::Proxy(&PROXY, ProxyFault::Unusable),
    Trouble::Portal,
    Trouble::Foreign(403),
    Trouble::Busy,
    Trouble::DailyLimit(Quota::Person, None),
    Trouble::DailyLimit(Quota::Person, Some(SystemTime::UNIX_EPOCH)),
    Trouble::DailyLimit(Quota::Application, None),
    Trouble::DailyLimit(Quota::Application, Some(SystemTime::UNIX_EPOCH)),
    Trouble::ClientBlocked,
    Trouble::ServiceDown,
    Trouble::Malformed,
];

pub(super) fn context() -> UiContext {
    UiContext {
        pin_page: "simkl.com/pin".into(),
        apps_page: "https://simkl.com/settings/connected-apps".into(),
        developer_page: "https://simkl.com/settings/developer".into(),
        config_file: "/home/ann/.config/couchpin/config.toml".into(),
        client_id_source: Some("--client-id".into()),
        provider: Service::simkl(),
        services: 1,
        usual: SignInMethod::Code,
        redirect_uri: None,
        has_browser: true,
        can_be_set_up: true,
        demo: None,
        kiosk: false,
        language: Language::English,
    }
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
        expires_at: clock::now() + Duration::from_mins(14),
        last_answer: Some(clock::now()),
        trouble: None,
        notice: None,
        replacing: false,
        on_phone: false,
    }
}

pub(super) fn delay(trouble: Trouble) -> Delay {
    Delay {
        trouble,
        next_try: clock::now() + Duration::from_millis(19_500),
    }
}

pub(super) fn ann() -> Account {
    Account {
        id: "4242".into(),
        name: "Ann".into(),
    }
}

pub(super) fn paired(fresh: bool) -> View {
    View::Paired {
        account: Some(ann()),
        portrait: None,
        place: StoreLocation::Keyring,
        fresh,
        check: Check::Good,
        lacks_scope: false,
        failed_action: None,
        instead_of: None,
        refreshable: true,
    }
}

/// Paired by an application that could not be written into the settings.
pub(super) fn save_error() -> View {
    let mut view = paired(true);
    if let View::Paired { failed_action, .. } = &mut view {
        *failed_action = Some(FailedAction::KeepClient);
    }
    view
}

/// Paired, and with a picture of so many pixels.
pub(super) fn pictured(side: u32) -> View {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(side, side, image::Rgb([160, 80, 40]))
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    let mut view = paired(true);
    if let View::Paired { portrait, .. } = &mut view {
        *portrait = Some(Portrait::decode(png.get_ref()).unwrap());
    }
    view
}

pub(super) fn rejected(rejection: Rejection) -> View {
    View::Stopped(Stop::Rejected(vec![(Flow::Pin, rejection)]))
}

/// Every view there is, each in the variants that look different.
pub(super) fn every_view() -> Vec<View> {
    let device = DeviceAuthorization {
        user_code: UserCode::parse("BDWP-HQPK").unwrap(),
        device_code: Some(Secret::new("d")),
        ..waiting().code
    };
    let file = StoreLocation::File {
        path: "/state/simkl.json".into(),
        why_not_keyring: Some(KeyringTrouble::NoBus),
    };
    let other = Rejection::Other {
        status: 403,
        error: "nope".into(),
    };
    let id = Rejection::ClientId {
        error: "client_id_failed".into(),
    };
    let mut views = vec![
        View::Starting,
        View::Unreadable(StoreError::Locked(KeyringTrouble::Locked)),
        View::Unreadable(StoreError::KeyringAbsent(KeyringTrouble::NoService)),
        View::Unreadable(StoreError::NoAnswer),
        View::Asking {
            on_phone: false,
            trouble: None,
            notice: None,
        },
        View::Asking {
            on_phone: false,
            trouble: Some(delay(Trouble::Offline)),
            notice: Some(Notice::Expired),
        },
        View::Waiting(Box::new(waiting())),
        View::Waiting(Box::new(Waiting {
            code: device,
            ..waiting()
        })),
        View::Waiting(Box::new(Waiting {
            replacing: true,
            last_answer: None,
            ..waiting()
        })),
        View::Stopped(Stop::Denied),
        View::Stopped(Stop::Unexpected),
        rejected(Rejection::NoClientId),
        rejected(id),
        rejected(other),
        View::Storing,
        View::CannotStore {
            why: StoreError::NoAnswer,
            trying: false,
        },
        paired(true),
        paired(false),
        pictured(100),
        View::Paired {
            account: None,
            portrait: None,
            place: file,
            fresh: true,
            check: Check::Delayed(delay(Trouble::Dns)),
            lacks_scope: true,
            failed_action: Some(FailedAction::Forget(StoreError::Locked(
                KeyringTrouble::Locked,
            ))),
            instead_of: None,
            refreshable: true,
        },
        save_error(),
        View::Refused { account: None },
        View::Refused {
            account: Some(ann()),
        },
        View::Forgetting,
    ];
    for trouble in TROUBLES {
        views.push(View::Waiting(Box::new(Waiting {
            trouble: Some(delay(trouble)),
            ..waiting()
        })));
    }
    for notice in [
        Notice::AskedFor,
        Notice::NoNewCode(Rejection::ClientId {
            error: "client_id_failed".into(),
        }),
        Notice::Expired,
        Notice::CodeGone,
        Notice::AnswerLost,
        Notice::OpeningHere,
        Notice::OpenedHere,
        Notice::NotOpenedHere,
    ] {
        views.push(View::Waiting(Box::new(Waiting {
            notice: Some(notice),
            ..waiting()
        })));
    }
    views.extend(super::pages::every_view());
    views
}
