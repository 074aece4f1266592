//! A person who listens: what a screen reader finds, and what it says by itself, heard as AccessKit's adapters hear it:
//! a live region that is new, or whose text has become another one.

use std::collections::BTreeMap;
use std::time::Duration;

use egui::accesskit::{Action, ActionRequest, Live, Role, Toggled, TreeId};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};

use super::pages;
use super::samples::{delay, every_view, paired, waiting};
use super::test_tv::TestTv;
use crate::auth::{StoreError, Trouble, UserCode};
use crate::input::Button;
use crate::pairing::{Delay, Notice, View, Waiting};
use crate::system::clock;

const SPELLING: &str = "K as in Kilo, 7, R as in Romeo, Q as in Quebec, 4";

fn pairing() -> View {
    View::Waiting(Box::new(waiting()))
}

fn troubled() -> View {
    View::Waiting(Box::new(Waiting {
        trouble: Some(delay(Trouble::Offline)),
        ..waiting()
    }))
}

/// The only node of a role, or of a role and a name.
fn the<'a>(tv: &'a TestTv, role: Role, name: &'a str) -> AccessKitNode<'a> {
    let mut found = tv.harness.query_all_by(move |node| {
        node.role() == role && (name.is_empty() || node.label().as_deref() == Some(name))
    });
    let one = found.next().unwrap_or_else(|| panic!("no {role:?} {name}"));
    assert!(found.next().is_none(), "more than one {role:?} {name}");
    one.accesskit_node()
}

/// What a screen reader remembers of the live regions.
#[derive(Default)]
struct ScreenReader(BTreeMap<String, String>);

impl ScreenReader {
    /// An reader that has heard what was said so far.
    fn after(tv: &mut TestTv) -> Self {
        let mut reader = Self::default();
        reader.new_texts(tv);
        reader
    }

    /// What is said by itself now, in order.
    fn new_texts(&mut self, tv: &mut TestTv) -> Vec<String> {
        let mut said = Vec::new();
        // One piece of news a frame.
        for _ in 0..4 {
            said.extend(self.read_frame(tv));
            tv.harness.step();
        }
        said
    }

    fn read_frame(&mut self, tv: &TestTv) -> Vec<String> {
        let nodes = tv.harness.query_all_by(|node| node.live() != Live::Off);
        let regions: BTreeMap<_, _> = nodes
            .map(|node| node.accesskit_node())
            .inspect(|node| assert_eq!(node.live(), Live::Polite))
            .map(|node| (format!("{:?}", node.id()), node.label().unwrap_or_default()))
            .collect();
        let new = |(id, text): &(&String, &String)| self.0.get(*id) != Some(*text);
        let said = regions.iter().filter(new).map(|(_, text)| text.clone());
        let said: Vec<_> = said.collect();
        assert!(!said.iter().any(String::is_empty), "silence is not said");
        assert!(
            self.0.is_empty() || said.len() <= 1,
            "the order would be lost: {said:?}"
        );
        self.0 = regions;
        said
    }
}

#[test]
fn the_window_has_a_name_and_every_screen_a_heading_or_little_to_say() {
    for view in every_view() {
        let tv = TestTv::showing(view.clone());
        let root = tv.harness.root().accesskit_node();
        assert_eq!(root.label().as_deref(), Some("Couchpin"));
        assert_eq!(the(&tv, Role::Heading, "").role(), Role::Heading);
    }
    for dialog in ["Settings", "Test the remote", "Picture size", "About"] {
        let mut tv = TestTv::showing(pairing());
        tv.press(Button::Menu);
        the(&tv, Role::Heading, "More");
        tv.press(Button::Back);
        tv.open(&[dialog]);
        the(&tv, Role::Heading, "");
    }
}

#[test]
fn the_code_is_a_text_that_can_be_gone_to_with_its_spelling_as_its_value() {
    let mut tv = TestTv::showing(pairing());
    for where_it_is in ["beside the tiles", "beside the bigger QR"] {
        let code = the(&tv, Role::TextInput, "Code");
        assert_eq!(code.value().as_deref(), Some(SPELLING), "{where_it_is}");
        assert!(code.is_read_only());
        assert!(code.supports_text_ranges(), "letter by letter");
        assert!(code.data().supports_action(Action::Focus));
        tv.press(Button::Ok);
    }
    let tv = TestTv::showing(View::Asking {
        on_phone: false,
        trouble: None,
        notice: None,
    });
    let code = the(&tv, Role::TextInput, "Code");
    assert_eq!(code.value().as_deref(), Some("No code yet"));
}

#[test]
fn the_qr_is_an_image_that_says_where_it_leads() {
    let mut tv = TestTv::showing(pairing());
    for _ in 0..2 {
        the(&tv, Role::Image, "QR code to simkl.com/pin");
        tv.press(Button::Ok);
    }
    let mut tv = TestTv::showing(paired(true));
    tv.press(Button::Right);
    tv.press(Button::Ok);
    the(
        &tv,
        Role::Image,
        "QR code to simkl.com/settings/connected-apps",
    );
}

#[test]
fn a_button_that_does_nothing_says_so() {
    let tv = TestTv::showing(View::Asking {
        on_phone: false,
        trouble: None,
        notice: None,
    });
    assert!(the(&tv, Role::Button, "Enlarge QR").is_disabled());
    assert!(the(&tv, Role::Button, "New code").is_disabled());
    assert!(!the(&tv, Role::Button, "More").is_disabled());
}

#[test]
fn a_setting_says_what_it_is_set_to_and_a_choice_whether_it_is_the_one() {
    let mut tv = TestTv::showing(pairing());
    tv.open(&["Settings"]);
    let row = the(&tv, Role::Button, "Text size");
    assert_eq!(row.value().as_deref(), Some("Normal"));
    if cfg!(target_os = "linux") {
        assert_eq!(row.description().as_deref(), Some("Normal"));
    }
    tv.press(Button::Back);
    tv.press(Button::Back);
    tv.open(&["Settings", "Text size"]);
    let chosen = |name| the(&tv, Role::RadioButton, name).toggled();
    assert_eq!(chosen("Normal"), Some(Toggled::True));
    assert_eq!(chosen("Large"), Some(Toggled::False));
}

#[test]
fn a_code_that_comes_is_said_once_with_where_to_go_and_how_it_is_spelt() {
    let mut tv = TestTv::showing(View::Asking {
        on_phone: false,
        trouble: None,
        notice: None,
    });
    let mut reader = ScreenReader::default();
    assert_eq!(
        reader.new_texts(&mut tv),
        ["Sign in to Simkl", "Getting a code from Simkl"]
    );
    tv.show(pairing());
    let said = reader.new_texts(&mut tv);
    let expected = format!(
        "Sign in to Simkl. Scan the QR code, or go to simkl.com/pin. \
         Check that your phone shows this code. Code {SPELLING}. Approve on your phone"
    );
    assert_eq!(said, [expected.as_str(), "Waiting for your phone"]);

    // Each poll changes the view, and each second the countdown.
    for seconds in 0..90 {
        let mut later = waiting();
        later.expires_at -= Duration::from_secs(seconds);
        later.last_answer = Some(clock::now());
        tv.show(View::Waiting(Box::new(later)));
        assert_eq!(reader.new_texts(&mut tv), [""; 0], "after {seconds} s");
    }
}

#[test]
fn a_code_that_replaces_another_is_said_with_the_reason() {
    let mut tv = TestTv::showing(pairing());
    let mut reader = ScreenReader::after(&mut tv);
    let mut new = waiting();
    new.code.user_code = UserCode::parse("ABC-D").unwrap();
    new.notice = Some(Notice::Expired);
    tv.show(View::Waiting(Box::new(new)));
    let said = reader.new_texts(&mut tv);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("New code. The old one expired. Scan"));
    let spelling = "Code A as in Alfa, B as in Bravo, C as in Charlie, hyphen, D as in Delta.";
    assert!(said[0].contains(spelling), "{said:?}");
}

#[test]
fn the_last_minute_is_said_once() {
    let mut tv = TestTv::showing(pairing());
    let mut reader = ScreenReader::after(&mut tv);
    for (seconds, said) in [
        (62, &[][..]),
        (58, &["Code expires in: less than a minute"]),
        (30, &[]),
    ] {
        let mut later = waiting();
        later.expires_at = clock::now() + Duration::from_secs(seconds);
        tv.show(View::Waiting(Box::new(later)));
        assert_eq!(reader.new_texts(&mut tv), said, "{seconds} s");
    }
}

#[test]
fn trouble_is_said_when_it_comes_and_when_it_goes_and_its_seconds_are_not() {
    let mut tv = TestTv::showing(pairing());
    let mut reader = ScreenReader::after(&mut tv);
    tv.show(troubled());
    assert_eq!(
        reader.new_texts(&mut tv),
        ["No network. Your code still works"]
    );
    for _ in 0..3 {
        tv.show(troubled());
        assert_eq!(reader.new_texts(&mut tv), [""; 0]);
    }
    assert_eq!(tv.focused(), "Try again");
    tv.show(pairing());
    assert_eq!(reader.new_texts(&mut tv), ["Waiting for your phone"]);
}

#[test]
fn what_goes_on_while_a_token_is_asked_for_is_said_without_its_seconds() {
    let mut tv = TestTv::showing(pairing());
    let mut reader = ScreenReader::after(&mut tv);
    tv.show(View::Exchanging { trouble: None });
    let said = reader.new_texts(&mut tv);
    assert_eq!(said, ["Signing in. Finishing sign-in with Simkl…"]);
    for seconds in [19, 18, 1] {
        let trouble = Some(Delay {
            next_try: clock::now() + Duration::from_secs(seconds),
            ..delay(Trouble::Offline)
        });
        tv.show(View::Exchanging { trouble });
        assert!(tv.says(&format!("Trying again in {seconds} s")));
        let said = reader.new_texts(&mut tv);
        let first = seconds == 19;
        let news = ["No network. Trying again"];
        assert_eq!(said, if first { &news[..] } else { &[] }, "{seconds} s");
    }
}

#[test]
fn what_happens_on_the_phones_page_and_the_keyboard_is_said_once() {
    let mut tv = TestTv::showing(pages::with_phone());
    let mut reader = ScreenReader::default();
    let said = reader.new_texts(&mut tv).join(" ");
    assert!(said.contains("Number 6, 3, 7, 9."), "{said}");
    tv.show(pages::happening(1));
    let said = reader.new_texts(&mut tv);
    let [opened, wrong] = &said[..] else {
        panic!("{said:?}")
    };
    assert!(opened.contains("Phone connected"), "{opened}");
    assert_eq!(wrong, "Wrong number, try 1 of 5");
    tv.press(Button::Right);
    tv.press(Button::Ok);
    // The press took more than one frame.
    let mut reader = ScreenReader::after(&mut tv);
    tv.press(Button::Ok);
    assert_eq!(reader.new_texts(&mut tv), ["1 of 43"]);
}

#[test]
fn every_end_of_a_pairing_is_said() {
    for (view, said) in [
        (View::Storing, &["Approved. Saving your sign-in…"][..]),
        (
            paired(true),
            &[
                "Signed in as Ann",
                "Apps on this PC can use Simkl once you connect them. Stored in the keyring · Manage at simkl.com/settings/connected-apps",
            ],
        ),
        (
            View::Resting,
            &[
                "Press any button for a new code. Paused, because no button was pressed for a while.",
            ],
        ),
        (View::Forgetting, &["Signing out"]),
    ] {
        let mut tv = TestTv::showing(pairing());
        let mut reader = ScreenReader::after(&mut tv);
        tv.show(view);
        assert_eq!(reader.new_texts(&mut tv), said);
    }
    for view in every_view() {
        let heard = ScreenReader::default().new_texts(&mut TestTv::showing(view.clone()));
        assert!(!heard.is_empty(), "{}", view.name());
    }
    let mut tv = TestTv::showing(pairing());
    let mut reader = ScreenReader::after(&mut tv);
    let why = StoreError::NoAnswer;
    tv.show(View::CannotStore { why, trying: false });
    let said = reader.new_texts(&mut tv);
    assert!(said[0].starts_with("Approved, but not saved. The store doesn’t answer."));
}

#[test]
fn what_opens_is_said_and_closing_it_repeats_nothing() {
    let mut tv = TestTv::showing(pairing());
    let mut reader = ScreenReader::after(&mut tv);
    tv.press(Button::Back);
    let said = reader.new_texts(&mut tv);
    assert_eq!(said, ["Exit Couchpin? Your code stops working."]);
    tv.press(Button::Back);
    assert_eq!(
        reader.new_texts(&mut tv),
        [""; 0],
        "the focus says where one is"
    );
    tv.press(Button::Ok);
    assert_eq!(
        reader.new_texts(&mut tv),
        [""; 0],
        "the bigger QR has one button, which has the focus"
    );
    tv.press(Button::Ok);
    tv.open(&["Picture size"]);
    let mut reader = ScreenReader::after(&mut tv);
    tv.press(Button::Left);
    assert_eq!(reader.new_texts(&mut tv), ["99 %"]);
}

#[test]
fn who_listens_costs_no_frame_while_nothing_happens() {
    for view in [
        View::Resting,
        paired(false),
        View::Refused { account: None },
    ] {
        let mut tv = TestTv::showing(view.clone());
        let heard = ScreenReader::default().new_texts(&mut tv);
        assert!(!heard.is_empty());
        let next = tv.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        // Only the panel asks for more, a while after the last press.
        assert!(next > Duration::from_mins(1), "{}: {next:?}", view.name());
    }
}

#[test]
fn a_screen_reader_goes_to_a_button_and_that_is_what_ok_presses() {
    let mut tv = TestTv::showing(pairing());
    ask(&mut tv, Role::Button, "New code", Action::Focus);
    assert_eq!(tv.focused(), "New code");
    tv.press(Button::Ok);
    assert_eq!(tv.intents(), [crate::pairing::Intent::NewCode]);
    ask(&mut tv, Role::Button, "More", Action::Click);
    assert_eq!(tv.focused(), "Settings");
}

#[test]
fn a_screen_reader_stays_at_the_code_until_the_next_press() {
    let mut tv = TestTv::showing(pairing());
    ask(&mut tv, Role::TextInput, "Code", Action::Focus);
    for _ in 0..3 {
        assert!(the(&tv, Role::TextInput, "Code").is_focused());
        tv.show(pairing());
    }
    tv.press(Button::Right);
    assert_eq!(tv.focused(), "New code");
}

/// Asks for an action as a screen reader does.
fn ask(tv: &mut TestTv, role: Role, name: &str, action: Action) {
    let target_node = the(tv, role, name).locate().0;
    tv.harness
        .event(egui::Event::AccessKitActionRequest(ActionRequest {
            action,
            target_tree: TreeId::ROOT,
            target_node,
            data: None,
        }));
    tv.harness.step();
    tv.harness.step();
}
