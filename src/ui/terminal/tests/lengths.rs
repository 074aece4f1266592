//! Texts of any length from outside.

use std::time::Instant;

use super::*;
use crate::auth::Account;

/// A code at an address of so many characters.
fn at_an_address(length: usize, now: Instant) -> View {
    let page = format!("https://simkl.com/pin/{}", "w".repeat(length));
    let mut waiting = waiting("K7RQ4", &format!("{page}?code=K7RQ4"), now);
    waiting.code.verification_uri = Url::parse(&page).unwrap();
    shown(waiting)
}

#[test]
fn a_long_address_is_shown_by_its_host_and_can_be_copied_where_no_qr_holds_it() {
    let now = clock::now();
    for length in [300, 3000] {
        let view = at_an_address(length, now);
        for (columns, rows) in [(80, 24), (200, 100), (40, 12), (20, 6)] {
            let lines = draw(&view, Size::new(columns, rows), now);
            assert!(lines.len() <= usize::from(rows));
            let said = text(&lines);
            assert!(said.contains("K7RQ4"), "{said}");
            let scanned = scan(&lines);
            let whole: String = said.split_whitespace().collect();
            let copied = whole.contains(&"w".repeat(length));
            assert!(
                scanned.is_some() || copied || said.contains("simkl.com/…"),
                "{said}"
            );
            if (columns, rows) == (200, 100) {
                assert!(scanned.is_some() != copied, "one of both: {said}");
            }
        }
    }
}

#[test]
fn long_names_and_paths_are_told_as_on_the_television() {
    let place = StoreLocation::File {
        path: format!("/home/{}/couchpin/simkl.json", "n".repeat(5000)).into(),
        why_not_keyring: None,
    };
    let mut view = paired(true, Check::Good);
    if let View::Paired {
        account,
        place: kept,
        ..
    } = &mut view
    {
        let name = "A".repeat(10_000);
        *account = Some(Account {
            id: "4".into(),
            name,
        });
        *kept = place;
    }
    let words = Words::of(Language::English);
    let said = last_word(&view, &words, &context()).unwrap();
    assert!(said.chars().count() < 250, "{said}");
    assert!(said.ends_with("/couchpin/simkl.json"), "{said}");
}
