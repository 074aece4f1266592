//! Every screen, driven as a person with a remote drives it: what is named, where the focus is, what a press does.
//! No GPU is needed: the screens are read through the accessibility tree, as a screen reader reads them.

mod accessibility;
mod brightness;
mod devices;
mod navigation;
mod pages;
mod portrait_orientation;
mod portraits;
#[cfg(unix)]
mod read_aloud;
mod samples;
mod steadiness;
mod test_tv;

use std::path::PathBuf;
use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use self::samples::{ann, context, delay, every_view, paired, rejected, save_error, waiting};
use self::test_tv::{TestTv, buttons, focused, harness, label, press, seen};
use super::*;
use crate::auth::{
    FileAction, Flow, KeyringTrouble, Rejection, Service, StoreChoice, StoreError, StoreLocation,
    SystemError, Trouble,
};
use crate::input::{Button, PressSource};
use crate::pairing::{Check, Intent, ServiceState, Stop, View, Waiting};
use crate::system::clock;
use crate::words::Words;

/// Looks at every screen and dialog in a language and text size.
fn wrong_anywhere(context: &UiContext, preferences: Preferences) -> Vec<String> {
    let waiting = View::Waiting(Box::new(waiting()));
    let mut tv = TestTv::with_preferences(waiting.clone(), context.clone(), preferences);
    let name = |what: &str| format!("{:?} {:?} {what}", context.language, preferences.text);
    let mut wrong = Vec::new();
    for view in every_view() {
        tv.restart(view.clone());
        wrong.extend(wrong_texts(&tv, &name(view.name())));
        let bigger = Words::of(context.language).get("button-bigger");
        if !tv.enabled().is_empty() && tv.focused() == bigger {
            tv.press(Button::Ok);
            wrong.extend(wrong_texts(&tv, &name("bigger QR")));
            tv.press(Button::Back);
        }
        if let View::AwaitingCode(_) = view {
            tv.press(Button::Right);
            tv.press(Button::Ok);
            tv.press(Button::PageDown);
            tv.press(Button::Ok);
            wrong.extend(wrong_texts(&tv, &name("keyboard")));
        }
        if matches!(view, View::Paired { .. }) {
            tv.press(Button::Right);
            tv.press(Button::Ok);
            wrong.extend(wrong_texts(&tv, &name("unpairing")));
        }
        tv.restart(view);
        tv.press(Button::Back);
        wrong.extend(wrong_texts(&tv, &name("leaving")));
    }
    // Over whatever screen they lie, these are the same.
    tv.restart(waiting.clone());
    tv.press(Button::Menu);
    wrong.extend(wrong_texts(&tv, &name("more")));
    for downs in 0..4 {
        tv.restart(waiting.clone());
        tv.press(Button::Menu);
        (0..downs).for_each(|_| tv.press(Button::Down));
        tv.press(Button::Ok);
        (0..6).for_each(|_| tv.press_key(358, PressSource::Window));
        wrong.extend(wrong_texts(&tv, &name("a dialog of More")));
        for settings in 0..7 {
            (0..settings).for_each(|_| tv.press(Button::Down));
            tv.press(Button::Ok);
            wrong.extend(wrong_texts(&tv, &name("what that opens")));
            tv.press(Button::Back);
            if downs > 0 {
                break;
            }
            tv.press(Button::PageUp);
        }
    }
    tv.restart(waiting);
    (0..3).for_each(|_| tv.press_key(0x2c0, PressSource::Window));
    wrong.extend(wrong_texts(&tv, &name("teaching")));
    wrong
}

#[test]
fn no_text_leaves_the_safe_area_or_falls_into_another_in_any_language_or_size() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for text in [TextSize::Normal, TextSize::Large] {
            let context = UiContext {
                language,
                ..context()
            };
            let preferences = Preferences {
                text,
                ..Preferences::default()
            };
            wrong.extend(wrong_anywhere(&context, preferences));
        }
    }
    let demo = Some("http://127.0.0.1:45497/pin".into());
    let context = UiContext { demo, ..context() };
    for text in [TextSize::Normal, TextSize::Large] {
        let preferences = Preferences {
            text,
            ..Preferences::default()
        };
        wrong.extend(wrong_anywhere(&context, preferences));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn check_texts(tv: &TestTv, name: &str) {
    let wrong = wrong_texts(tv, name);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The texts that leave the safe area or fall into another.
fn wrong_texts(tv: &TestTv, name: &str) -> Vec<String> {
    let texts: Vec<_> = tv
        .harness
        .query_all_by(seen)
        .map(|node| (label(&node.accesskit_node()), node.rect()))
        .filter(|(label, _)| !label.is_empty())
        .collect();
    assert!(texts.len() > 2, "{name}: {texts:?}");
    let safe = egui::Rect::from_min_max(egui::pos2(115.0, 59.0), egui::pos2(1805.0, 1021.0));
    let mut wrong = Vec::new();
    for (index, (label, rect)) in texts.iter().enumerate() {
        if !safe.contains_rect(*rect) {
            wrong.push(format!("{name}: {label:?} at {rect:?}"));
        }
        for (other, other_rect) in &texts[index + 1..] {
            if rect.shrink(1.0).intersects(other_rect.shrink(1.0)) {
                wrong.push(format!("{name}: {label:?} and {other:?} overlap"));
            }
        }
    }
    wrong
}

#[test]
fn a_stray_ok_on_the_pairing_screen_only_makes_the_qr_bigger() {
    let mut tv = TestTv::showing(View::Waiting(Box::new(waiting())));
    assert_eq!(tv.focused(), "Enlarge QR");
    tv.press(Button::Ok);
    assert_eq!(tv.buttons(), ["Shrink QR"]);
    assert!(
        tv.says("Code") && tv.says("simkl.com/pin"),
        "code and address stay beside the QR"
    );
    assert_eq!(tv.intents(), []);
    tv.press(Button::Ok);
    assert_eq!(tv.buttons(), ["Enlarge QR", "New code", "More"]);
}

#[test]
fn new_code_is_one_step_away() {
    let mut tv = TestTv::showing(View::Waiting(Box::new(waiting())));
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::NewCode]);
}

#[test]
fn every_press_is_told_to_the_engine() {
    let tv = &mut TestTv::showing(View::Waiting(Box::new(waiting())));
    tv.press(Button::Left);
    tv.press(Button::Other);
    assert_eq!(
        *tv.shared.intents.borrow(),
        [Intent::Touched, Intent::Touched]
    );
}

#[test]
fn trouble_offers_check_now_in_the_first_place_and_the_code_stays() {
    let mut tv = TestTv::showing(View::Waiting(Box::new(waiting())));
    let before = places(&tv);
    let trouble = Waiting {
        trouble: Some(delay(Trouble::Offline)),
        ..waiting()
    };
    tv.show(View::Waiting(Box::new(trouble)));
    assert_eq!(tv.focused(), "Try again");
    assert!(tv.says("No network. Your code still works. Trying again in 20 s"));
    assert_eq!(places(&tv), before, "and nothing jumps");
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::TryNow]);
}

#[test]
fn nothing_jumps_when_the_code_arrives() {
    let mut tv = TestTv::showing(View::Asking {
        on_phone: false,
        trouble: None,
        notice: None,
    });
    let before = places(&tv);
    assert_eq!(
        tv.enabled(),
        ["More"],
        "nothing else does anything before there is a code"
    );
    assert_eq!(tv.focused(), "More");
    tv.show(View::Waiting(Box::new(waiting())));
    assert_eq!(places(&tv), before);
    assert_eq!(tv.focused(), "Enlarge QR");
}

/// Where the buttons and the code stand.
fn places(tv: &TestTv) -> Vec<[i32; 4]> {
    tv.harness
        .query_all_by(|node| node.role() == Role::Button || label(node) == "Code")
        .map(|node| node.rect())
        .map(|rect| {
            [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(|edge| edge.round() as i32)
        })
        .collect()
}

#[test]
fn the_last_minute_is_said_in_words() {
    let mut last = waiting();
    last.expires_at = clock::now() + Duration::from_secs(50);
    let tv = TestTv::showing(View::Waiting(Box::new(last)));
    assert!(tv.says("less than a minute"));
    let tv = TestTv::showing(View::Waiting(Box::new(waiting())));
    assert!(tv.says("14:00"));
}

#[test]
fn any_button_wakes_the_resting_screen_and_does_nothing_else() {
    for key in [Button::Ok, Button::Back, Button::Up, Button::Other] {
        let mut tv = TestTv::showing(View::Resting);
        assert_eq!(tv.buttons(), [""; 0]);
        assert!(tv.says("Press any button for a new code"));
        tv.press(key);
        assert_eq!(*tv.shared.intents.borrow(), [Intent::Touched], "{key:?}");
        assert_eq!(tv.ending(), None);
        tv.show(View::Waiting(Box::new(waiting())));
        assert_eq!(tv.buttons().len(), 3, "no dialog was opened");
    }
}

#[test]
fn unpairing_asks_first_and_the_safe_answer_has_the_focus() {
    for (view, rights) in [
        (paired(true), 1),
        (paired(false), 2),
        (View::Refused { account: None }, 1),
    ] {
        let mut tv = TestTv::showing(view);
        for _ in 0..rights {
            tv.press(Button::Right);
        }
        tv.press(Button::Ok);
        assert_eq!(tv.buttons(), ["Cancel", "Sign out"]);
        assert_eq!(tv.focused(), "Cancel");
        assert!(tv.says("Sign out of Simkl?"));
        assert!(
            tv.says("simkl.com/settings/connected-apps"),
            "where the service's own end of it is"
        );
        assert_eq!(tv.intents(), []);
        tv.press(Button::Right);
        tv.press(Button::Ok);
        assert_eq!(tv.intents(), [Intent::Unpair]);
    }
}

#[test]
fn a_locked_keyring_offers_three_ways_and_prompts_only_when_asked() {
    let ways = ["Unlock", "Sign in again", "Not now"];
    for (rights, intent) in [
        (0, Some(Intent::Unlock)),
        (1, Some(Intent::PairInFile)),
        (2, None),
    ] {
        let mut tv = TestTv::showing(View::Unreadable(StoreError::Locked(KeyringTrouble::Locked)));
        assert_eq!(tv.buttons(), ways);
        for _ in 0..rights {
            tv.press(Button::Right);
        }
        assert_eq!(tv.intents(), []);
        tv.press(Button::Ok);
        assert_eq!(tv.intents(), intent.clone().into_iter().collect::<Vec<_>>());
        assert_eq!(tv.ending().is_some(), intent.is_none(), "Later leaves");
    }
}

#[test]
fn a_token_is_moved_from_more_and_the_safe_answer_has_the_focus() {
    let file = StoreLocation::File {
        path: "/state/simkl.json".into(),
        why_not_keyring: None,
    };
    for (place, button, keep) in [
        (StoreLocation::Keyring, "Move to file", StoreChoice::InFile),
        (file, "Move to keyring", StoreChoice::InKeyring),
    ] {
        let mut tv = TestTv::showing(View::Paired {
            account: Some(ann()),
            portrait: None,
            place,
            fresh: false,
            check: Check::Good,
            lacks_scope: false,
            failed_action: None,
            instead_of: None,
            refreshable: true,
        });
        tv.open(&["Sign-in storage"]);
        assert_eq!(tv.buttons(), ["Leave as is", button]);
        assert_eq!(tv.focused(), "Leave as is");
        tv.press(Button::Right);
        tv.press(Button::Ok);
        assert_eq!(tv.intents(), [Intent::Move(keep)]);
    }
}

#[test]
fn a_sign_in_of_a_kind_that_ends_is_told_quietly_and_another_application_can_be_given() {
    let ends = "Simkl ends this kind of sign-in around April 2027";
    for (in_demo, said) in [(false, true), (true, false)] {
        let mut view = paired(false);
        if let View::Paired {
            refreshable, place, ..
        } = &mut view
        {
            *refreshable = false;
            if in_demo {
                *place = StoreLocation::Demo;
            }
        }
        let mut tv = TestTv::showing(view);
        assert_eq!(tv.says(ends), said);
        tv.open(&[]);
        assert_eq!(tv.buttons().contains(&"Set up again".to_owned()), said);
    }
    assert!(
        !TestTv::showing(paired(false)).says(ends),
        "it can be refreshed"
    );
}

#[test]
fn another_account_than_before_is_said() {
    let mut view = paired(true);
    if let View::Paired { instead_of, .. } = &mut view {
        *instead_of = Some(ann());
    }
    let tv = TestTv::showing(view);
    assert!(tv.says("This is a different account than before (Ann)."));
}

#[test]
fn an_approval_closes_whatever_is_open() {
    for keys in [&[Button::Ok][..], &[Button::Back]] {
        let mut tv = TestTv::showing(View::Waiting(Box::new(waiting())));
        for key in keys {
            tv.press(*key);
        }
        tv.show(paired(true));
        assert!(tv.says("Signed in as Ann"));
        assert_eq!(tv.buttons(), ["Done", "Not you? Sign out", "More"]);
        assert_eq!(tv.focused(), "Done");
    }
}

#[test]
fn a_press_that_was_meant_for_the_last_screen_does_nothing() {
    let mut tv = TestTv::showing(View::Waiting(Box::new(waiting())));
    *tv.shared.view.borrow_mut() = paired(true);
    tv.press(Button::Ok);
    assert_eq!(
        tv.ending(),
        None,
        "OK was pressed while the approval arrived"
    );
    assert_eq!(tv.focused(), "Done");
    std::thread::sleep(Duration::from_millis(450));
    tv.press(Button::Ok);
    assert_eq!(tv.ending(), Some(Ending::Quit));
}

#[test]
fn an_application_that_is_not_in_the_settings_is_told_beside_the_pairing() {
    let tv = TestTv::with_context(save_error(), context());
    assert!(tv.says("Couldn’t save the client ID"));
}

#[test]
fn without_a_client_id_the_screen_says_what_to_do_and_offers_phone_and_demo() {
    let mut tv = TestTv::showing(rejected(Rejection::NoClientId));
    assert!(tv.says("simkl.com/settings/developer"));
    assert!(tv.says("type: Mobile, desktop & browser apps"));
    assert!(tv.says("redirect URI: http://127.0.0.1/callback"));
    assert!(tv.says("/home/ann/.config/couchpin/config.toml"));
    assert!(tv.says("[simkl]"));
    assert_eq!(tv.buttons(), ["Use your phone", "See the demo", "More"]);
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [Intent::SetUp]);
    tv.press(Button::Right);
    tv.press(Button::Ok);
    assert_eq!(tv.ending(), Some(Ending::Demo));
    let context = UiContext {
        can_be_set_up: false,
        ..context()
    };
    let tv = TestTv::with_context(rejected(Rejection::NoClientId), context);
    assert_eq!(tv.focused(), "See the demo");
}

#[test]
fn a_refused_client_id_says_what_to_change_and_where() {
    let tv = TestTv::showing(View::Stopped(Stop::Rejected(vec![
        (
            Flow::Pin,
            Rejection::ClientId {
                error: "client_id_failed".into(),
            },
        ),
        (
            Flow::Device,
            Rejection::Other {
                status: 401,
                error: "invalid_client".into(),
            },
        ),
    ])));
    assert!(
        tv.says(
            "PIN sign-in answered client_id_failed; device sign-in answered 401 invalid_client"
        )
    );
    assert!(tv.says("Check the client ID in --client-id"));
}

#[test]
fn a_file_store_says_where_and_why_on_the_result_only_if_that_is_unusual() {
    let stored = |why| {
        let mut view = paired(true);
        if let View::Paired { place, .. } = &mut view {
            *place = StoreLocation::File {
                path: PathBuf::from("/state/simkl.json"),
                why_not_keyring: Some(why),
            };
        }
        TestTv::showing(view)
    };
    let why = "The keyring was not used. There is no session bus.";
    let mut tv = stored(KeyringTrouble::NoBus);
    assert!(tv.says("Stored in a private file · Manage at simkl.com/settings/connected-apps"));
    assert!(!tv.says(why), "most televisions have none");
    tv.open(&["Sign-in storage"]);
    assert!(tv.says(why) && tv.says("/state/simkl.json"));
    let tv = stored(KeyringTrouble::NotStarted);
    assert!(tv.says("The keyring was not used. The keyring service didn’t start."));
}

#[test]
fn broken_settings_are_said_on_the_screen_and_any_way_out_works() {
    for key in [Button::Ok, Button::Back] {
        let shown = Content::BrokenSettings("config.toml, line 3: unknown field".into());
        let mut harness = harness(shown, context());
        assert_eq!(buttons(&harness), ["Exit"]);
        assert_eq!(focused(&harness), "Exit");
        press(&mut harness, key);
        assert_eq!(harness.state().0.ending(), Some(Ending::Quit));
    }
}

#[test]
fn the_demo_says_so_and_lets_a_remote_play_the_phone() {
    let mut demo = context();
    demo.demo = Some("http://127.0.0.1:4711/pin".into());
    let tv = TestTv::with_context(View::Waiting(Box::new(waiting())), demo.clone());
    assert!(tv.says("Demo. Nothing is saved."));
    assert_eq!(tv.buttons(), ["Approve here", "New code", "More"]);
    assert!(
        tv.says("Press “Approve here” to play the phone."),
        "no phone can open the page"
    );
    assert!(!tv.says("QR code to"));
    demo.demo = Some("http://192.168.1.20:4711/pin".into());
    let tv = TestTv::with_context(View::Waiting(Box::new(waiting())), demo.clone());
    assert_eq!(
        tv.buttons(),
        ["Approve here", "Enlarge QR", "New code", "More"]
    );
    assert!(tv.says("QR code to"));
    assert!(tv.says("go to 192.168.1.20:4711/pin"));
    demo.demo = Some("http://[fd00::2]:4711/pin".into());
    let tv = TestTv::with_context(View::Waiting(Box::new(waiting())), demo);
    assert!(tv.says_exactly("Scan the QR code") && tv.says("QR code to"));
    assert!(!tv.says("or go to"), "no phone's keyboard is fit for that");
}

#[test]
fn leaving_while_a_token_is_not_stored_says_what_is_lost() {
    let why = StoreError::Io {
        doing: FileAction::Write,
        path: PathBuf::from("/state/simkl.json"),
        why: SystemError::DiskFull,
    };
    let mut tv = TestTv::showing(View::CannotStore { why, trying: false });
    assert!(
        tv.says("Can’t write /state/simkl.json. The disk is full. Your sign-in is only in memory")
    );
    assert_eq!(tv.focused(), "Try again");
    tv.press(Button::Back);
    assert!(tv.says("Your sign-in is not saved yet. If you exit now, it is lost."));
}

#[test]
fn one_more_person_is_added_where_one_is_signed_in() {
    let ann = ServiceState::Paired(None);
    let mut tv = TestTv::showing(pages::home([ann, ServiceState::NotPaired]));
    tv.press(Button::Menu);
    assert_eq!(tv.buttons()[3], "Add a person to Simkl");
    assert!(!tv.says("Add a person to Shikimori"));
    for _ in 0..3 {
        tv.press(Button::Down);
    }
    assert_eq!(tv.focused(), "Add a person to Simkl");
    tv.press(Button::Ok);
    let second = Service::simkl().with_account("2").unwrap();
    assert!(tv.intents().contains(&Intent::Open(second)));
}
