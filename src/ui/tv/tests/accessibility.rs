//! A person who listens: what a screen reader finds, and what it says by itself, heard as AccessKit's adapters hear it:
//! a live region that is new, or whose text has become another one.

use std::collections::BTreeMap;
use std::time::Duration;

use egui::accesskit::{Action, ActionRequest, Live, Role, Toggled, TreeId};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};

use super::pages;
use super::samples::{delay, every_view, paired, waiting};
use super::sofa::Sofa;
use crate::auth::{StoreError, StoreTrouble, Trouble, UserCode};
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
fn the<'a>(sofa: &'a Sofa, role: Role, name: &'a str) -> AccessKitNode<'a> {
    let mut found = sofa.harness.query_all_by(move |node| {
        node.role() == role && (name.is_empty() || node.label().as_deref() == Some(name))
    });
    let one = found.next().unwrap_or_else(|| panic!("no {role:?} {name}"));
    assert!(found.next().is_none(), "more than one {role:?} {name}");
    one.accesskit_node()
}

/// What a screen reader remembers of the live regions.
#[derive(Default)]
struct Ear(BTreeMap<String, String>);

impl Ear {
    /// An ear that has heard what was said so far.
    fn to(sofa: &mut Sofa) -> Self {
        let mut ear = Self::default();
        ear.hear(sofa);
        ear
    }

    /// What is said by itself now, in order.
    fn hear(&mut self, sofa: &mut Sofa) -> Vec<String> {
        let mut said = Vec::new();
        // One piece of news a frame.
        for _ in 0..4 {
            said.extend(self.hear_a_frame(sofa));
            sofa.harness.step();
        }
        said
    }

    fn hear_a_frame(&mut self, sofa: &Sofa) -> Vec<String> {
        let nodes = sofa.harness.query_all_by(|node| node.live() != Live::Off);
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
        let sofa = Sofa::before(view.clone());
        let root = sofa.harness.root().accesskit_node();
        assert_eq!(root.label().as_deref(), Some("Couchpin"));
        assert_eq!(the(&sofa, Role::Heading, "").role(), Role::Heading);
    }
    for dialog in ["Settings", "Test the remote", "Picture size", "About"] {
        let mut sofa = Sofa::before(pairing());
        sofa.press(Button::Menu);
        the(&sofa, Role::Heading, "More");
        sofa.press(Button::Back);
        sofa.open(&[dialog]);
        the(&sofa, Role::Heading, "");
    }
}

#[test]
fn the_code_is_a_text_that_can_be_gone_to_with_its_spelling_as_its_value() {
    let mut sofa = Sofa::before(pairing());
    for where_it_is in ["beside the tiles", "beside the bigger QR"] {
        let code = the(&sofa, Role::TextInput, "Code");
        assert_eq!(code.value().as_deref(), Some(SPELLING), "{where_it_is}");
        assert!(code.is_read_only());
        assert!(code.supports_text_ranges(), "letter by letter");
        assert!(code.data().supports_action(Action::Focus));
        sofa.press(Button::Ok);
    }
    let sofa = Sofa::before(View::Asking {
        trouble: None,
        notice: None,
    });
    let code = the(&sofa, Role::TextInput, "Code");
    assert_eq!(code.value().as_deref(), Some("No code yet"));
}

#[test]
fn the_qr_is_an_image_that_says_where_it_leads() {
    let mut sofa = Sofa::before(pairing());
    for _ in 0..2 {
        the(&sofa, Role::Image, "QR code to simkl.com/pin");
        sofa.press(Button::Ok);
    }
    let mut sofa = Sofa::before(paired(true));
    sofa.press(Button::Right);
    sofa.press(Button::Ok);
    the(
        &sofa,
        Role::Image,
        "QR code to simkl.com/settings/connected-apps",
    );
}

#[test]
fn a_button_that_does_nothing_says_so() {
    let sofa = Sofa::before(View::Asking {
        trouble: None,
        notice: None,
    });
    assert!(the(&sofa, Role::Button, "Bigger QR").is_disabled());
    assert!(the(&sofa, Role::Button, "New code").is_disabled());
    assert!(!the(&sofa, Role::Button, "More").is_disabled());
}

#[test]
fn a_setting_says_what_it_is_set_to_and_a_choice_whether_it_is_the_one() {
    let mut sofa = Sofa::before(pairing());
    sofa.open(&["Settings"]);
    let row = the(&sofa, Role::Button, "Text size");
    assert_eq!(row.value().as_deref(), Some("Normal"));
    if cfg!(target_os = "linux") {
        assert_eq!(row.description().as_deref(), Some("Normal"));
    }
    sofa.press(Button::Back);
    sofa.press(Button::Back);
    sofa.open(&["Settings", "Text size"]);
    let chosen = |name| the(&sofa, Role::RadioButton, name).toggled();
    assert_eq!(chosen("Normal"), Some(Toggled::True));
    assert_eq!(chosen("Large"), Some(Toggled::False));
}

#[test]
fn a_code_that_comes_is_said_once_with_where_to_go_and_how_it_is_spelt() {
    let mut sofa = Sofa::before(View::Asking {
        trouble: None,
        notice: None,
    });
    let mut ear = Ear::default();
    assert_eq!(
        ear.hear(&mut sofa),
        ["Connect this TV to Simkl", "Asking Simkl for a code"]
    );
    sofa.show(pairing());
    let said = ear.hear(&mut sofa);
    let expected = format!(
        "Connect this TV to Simkl. Scan the code, or open simkl.com/pin on your phone. \
         Check that your phone shows. Code {SPELLING}. Approve. This screen changes by itself."
    );
    assert_eq!(said, [expected.as_str(), "Waiting for your phone"]);

    // Each poll changes the view, and each second the countdown.
    for seconds in 0..90 {
        let mut later = waiting();
        later.expires_at -= Duration::from_secs(seconds);
        later.last_answer = Some(clock::now());
        sofa.show(View::Waiting(Box::new(later)));
        assert_eq!(ear.hear(&mut sofa), [""; 0], "after {seconds} s");
    }
}

#[test]
fn a_code_that_replaces_another_is_said_with_the_reason() {
    let mut sofa = Sofa::before(pairing());
    let mut ear = Ear::to(&mut sofa);
    let mut new = waiting();
    new.code.user_code = UserCode::parse("ABC-D").unwrap();
    new.notice = Some(Notice::Expired);
    sofa.show(View::Waiting(Box::new(new)));
    let said = ear.hear(&mut sofa);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].starts_with("This is a new code: the last one ran out. Scan"));
    let spelling = "Code A as in Alfa, B as in Bravo, C as in Charlie, hyphen, D as in Delta.";
    assert!(said[0].contains(spelling), "{said:?}");
}

#[test]
fn the_last_minute_is_said_once() {
    let mut sofa = Sofa::before(pairing());
    let mut ear = Ear::to(&mut sofa);
    for (seconds, said) in [
        (62, &[][..]),
        (58, &["Good for: less than a minute"]),
        (30, &[]),
    ] {
        let mut later = waiting();
        later.expires_at = clock::now() + Duration::from_secs(seconds);
        sofa.show(View::Waiting(Box::new(later)));
        assert_eq!(ear.hear(&mut sofa), said, "{seconds} s");
    }
}

#[test]
fn trouble_is_said_when_it_comes_and_when_it_goes_and_its_seconds_are_not() {
    let mut sofa = Sofa::before(pairing());
    let mut ear = Ear::to(&mut sofa);
    sofa.show(troubled());
    assert_eq!(ear.hear(&mut sofa), ["No network. Your code stays good"]);
    for _ in 0..3 {
        sofa.show(troubled());
        assert_eq!(ear.hear(&mut sofa), [""; 0]);
    }
    assert_eq!(sofa.focused(), "Check now");
    sofa.show(pairing());
    assert_eq!(ear.hear(&mut sofa), ["Waiting for your phone"]);
}

#[test]
fn what_goes_on_while_a_token_is_asked_for_is_said_without_its_seconds() {
    let mut sofa = Sofa::before(pairing());
    let mut ear = Ear::to(&mut sofa);
    sofa.show(View::Exchanging { trouble: None });
    let said = ear.hear(&mut sofa);
    assert_eq!(said, ["Signing in. Getting the sign-in from Simkl …"]);
    for seconds in [19, 18, 1] {
        let trouble = Some(Delay {
            next_try: clock::now() + Duration::from_secs(seconds),
            ..delay(Trouble::Offline)
        });
        sofa.show(View::Exchanging { trouble });
        assert!(sofa.says(&format!("Next try in {seconds} s")));
        let said = ear.hear(&mut sofa);
        let first = seconds == 19;
        let news = ["Signing in. No network. Trying again"];
        assert_eq!(said, if first { &news[..] } else { &[] }, "{seconds} s");
    }
}

#[test]
fn what_happens_on_the_phones_page_and_the_keyboard_is_said_once() {
    let mut sofa = Sofa::before(pages::with_phone());
    let mut ear = Ear::default();
    let said = ear.hear(&mut sofa).join(" ");
    assert!(said.contains("Number 6, 3, 7, 9."), "{said}");
    sofa.show(pages::happening(1));
    let said = ear.hear(&mut sofa);
    let wrong = "Wrong number typed 1 of 5 times. Then the page closes";
    assert_eq!(said, [wrong]);
    sofa.press(Button::Right);
    sofa.press(Button::Ok);
    // The press took more than one frame.
    let mut ear = Ear::to(&mut sofa);
    sofa.press(Button::Ok);
    assert_eq!(ear.hear(&mut sofa), ["1 of 43"]);
}

#[test]
fn every_end_of_a_pairing_is_said() {
    for (view, said) in [
        (View::Storing, &["Approved. Keeping the sign-in safe …"][..]),
        (
            paired(true),
            &["Paired as Ann", "Simkl · kept in this computer’s keyring"],
        ),
        (
            View::Resting,
            &[
                "Press any button for a new code. Nobody was here for a while, so this screen stopped asking Simkl.",
            ],
        ),
        (View::Forgetting, &["Unpairing"]),
    ] {
        let mut sofa = Sofa::before(pairing());
        let mut ear = Ear::to(&mut sofa);
        sofa.show(view);
        assert_eq!(ear.hear(&mut sofa), said);
    }
    for view in every_view() {
        let heard = Ear::default().hear(&mut Sofa::before(view.clone()));
        assert!(!heard.is_empty(), "{}", view.name());
    }
    let mut sofa = Sofa::before(pairing());
    let mut ear = Ear::to(&mut sofa);
    let why = StoreTrouble::Failed(StoreError::NoAnswer);
    sofa.show(View::CannotStore { why, trying: false });
    let said = ear.hear(&mut sofa);
    assert!(said[0].starts_with("Approved, but not stored. The store does not answer."));
}

#[test]
fn what_opens_is_said_and_closing_it_repeats_nothing() {
    let mut sofa = Sofa::before(pairing());
    let mut ear = Ear::to(&mut sofa);
    sofa.press(Button::Back);
    let said = ear.hear(&mut sofa);
    assert_eq!(
        said,
        ["Leave couchpin? Nobody would notice when you approve. Your code is lost."]
    );
    sofa.press(Button::Back);
    assert_eq!(ear.hear(&mut sofa), [""; 0], "the focus says where one is");
    sofa.press(Button::Ok);
    assert_eq!(
        ear.hear(&mut sofa),
        [""; 0],
        "the bigger QR has one button, which has the focus"
    );
    sofa.press(Button::Ok);
    sofa.open(&["Picture size"]);
    let mut ear = Ear::to(&mut sofa);
    sofa.press(Button::Ok);
    assert_eq!(ear.hear(&mut sofa), ["99 %"]);
}

#[test]
fn who_listens_costs_no_frame_while_nothing_happens() {
    for view in [View::Resting, paired(false), View::Forgetting] {
        let mut sofa = Sofa::before(view.clone());
        let heard = Ear::default().hear(&mut sofa);
        assert!(!heard.is_empty());
        let next = sofa.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        // Only the panel asks for more, a while after the last press.
        assert!(next > Duration::from_mins(1), "{}: {next:?}", view.name());
    }
}

#[test]
fn a_screen_reader_goes_to_a_button_and_that_is_what_ok_presses() {
    let mut sofa = Sofa::before(pairing());
    ask(&mut sofa, Role::Button, "New code", Action::Focus);
    assert_eq!(sofa.focused(), "New code");
    sofa.press(Button::Ok);
    assert_eq!(sofa.wishes(), [crate::pairing::Intent::NewCode]);
    ask(&mut sofa, Role::Button, "More", Action::Click);
    assert_eq!(sofa.focused(), "Settings");
}

#[test]
fn a_screen_reader_stays_at_the_code_until_the_next_press() {
    let mut sofa = Sofa::before(pairing());
    ask(&mut sofa, Role::TextInput, "Code", Action::Focus);
    for _ in 0..3 {
        assert!(the(&sofa, Role::TextInput, "Code").is_focused());
        sofa.show(pairing());
    }
    sofa.press(Button::Right);
    assert_eq!(sofa.focused(), "New code");
}

/// Asks for an action as a screen reader does.
fn ask(sofa: &mut Sofa, role: Role, name: &str, action: Action) {
    let target_node = the(sofa, role, name).locate().0;
    sofa.harness
        .event(egui::Event::AccessKitActionRequest(ActionRequest {
            action,
            target_tree: TreeId::ROOT,
            target_node,
            data: None,
        }));
    sofa.harness.step();
    sofa.harness.step();
}
