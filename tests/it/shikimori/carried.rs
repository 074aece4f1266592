//! The whole way of a code that is carried by hand: the engine, the page for a phone, and a real Doorkeeper.

use std::time::Duration;

use couchpin::auth::{AuthorizationCode, Trouble};
use couchpin::pairing::{CodeSource, Intent, NoPhone, Notice, Stop, View};

use super::fixture::{Fixture, again, assert_paired, bare, consenting, scanned, shown_code};
use crate::engine::{signed_out, until};

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_phone_carries_the_code_past_every_mistake_and_sees_how_it_ends() {
    let fixture = Fixture::new();
    let engine = fixture.start();
    let (consent, phone) = scanned(&engine);
    let look = phone.look();
    assert!(look.body.contains("/oauth/authorize?"), "{}", look.body);
    until(&engine, "phone", |_| {
        consenting(&engine).progress.opened.then_some(())
    });
    let shown = shown_code(&consent);
    let code = bare(&shown);
    let wrong = phone.send(&[("number", phone.wrong_number()), ("code", code)]);
    assert_eq!(wrong.status, 403);
    until(&engine, "wrong number", |_| {
        (consenting(&engine).progress.wrong_numbers == 1).then_some(())
    });
    let cut = phone.give(&code.replace('-', "_")[..20]);
    assert_eq!(cut.status, 422);
    assert!(cut.body.contains("Part of the code is missing."));
    assert_eq!(
        fixture.doorkeeper.requests(),
        [""; 0],
        "no request is spent"
    );

    assert_eq!(phone.give(code).status, 303);
    assert_paired(&engine, &fixture);
    assert_eq!(fixture.exchanges(), ["200"], "once");
    let end = phone.look().body;
    assert!(end.contains("Your TV is signed in to Shikimori."), "{end}");
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn the_whole_address_may_be_pasted_in_either_form_and_a_code_may_be_typed() {
    let fixture = Fixture::new();
    let engine = fixture.start();
    for older in [false, true] {
        let (consent, phone) = scanned(&engine);
        let shown = shown_code(&consent);
        let pasted = if older {
            let path = format!("oauth/authorize/{}", bare(&shown));
            fixture.doorkeeper.url.join(&path).unwrap().to_string()
        } else {
            shown
        };
        assert_eq!(phone.give(&format!(" {pasted}\n")).status, 303);
        assert_paired(&engine, &fixture);
        again(&engine);
    }
    let (consent, phone) = scanned(&engine);
    let code = AuthorizationCode::typed(bare(&shown_code(&consent))).unwrap();
    phone.look();
    engine.send(Intent::Typed(code));
    assert_paired(&engine, &fixture);
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn where_there_is_no_page_for_a_phone_the_code_is_typed() {
    let fixture = Fixture::without_phones();
    let engine = fixture.start();
    let consent = consenting(&engine);
    let typing = CodeSource::Typing(NoPhone::SwitchedOff);
    assert_eq!(consent.code_source, typing);
    let code = AuthorizationCode::typed(&shown_code(&consent)).unwrap();
    engine.send(Intent::Typed(code));
    assert_paired(&engine, &fixture);
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn what_passes_is_waited_for_and_the_same_code_signs_in() {
    for (fault, trouble, status) in [
        ("busy", Trouble::Busy, "429"),
        ("guard", Trouble::Portal, "503"),
    ] {
        let fixture = Fixture::new();
        let engine = fixture.start();
        let (consent, phone) = scanned(&engine);
        let shown = shown_code(&consent);
        fixture.doorkeeper.fault(fault);
        phone.give(bare(&shown));
        until(&engine, "trouble", |view| match view {
            View::Exchanging {
                trouble: Some(delay),
            } => (delay.trouble == trouble).then_some(()),
            _ => None,
        });
        assert!(phone.look().body.contains("Your TV can’t reach Shikimori"));
        assert_paired(&engine, &fixture);
        assert_eq!(fixture.exchanges(), [status, "200"]);
        let end = phone.look().body;
        assert!(end.contains("Your TV is signed in"), "{end}");
        engine.leave();
    }
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_lost_answer_is_told_and_the_same_page_takes_another_code() {
    let fixture = Fixture::new();
    let engine = fixture.start();
    let (consent, phone) = scanned(&engine);
    let shown = shown_code(&consent);
    fixture.doorkeeper.fault("lost");
    phone.give(bare(&shown));
    let asked_again = until(&engine, "lost answer", |view| match view {
        View::AwaitingCode(consent) => Some(*consent).filter(|consent| consent.notice.is_some()),
        _ => None,
    });
    assert_eq!(asked_again.notice, Some(Notice::AnswerLost));
    assert_eq!(
        asked_again.code_source, consent.code_source,
        "the same page"
    );
    assert_eq!(fixture.exchanges(), ["200", "400"]);
    let told = phone.look().body;
    assert!(told.contains("Shikimori didn’t accept that."), "{told}");
    // The one that is spent already is refused, and once more another is asked for.
    phone.give(bare(&shown));
    until(&engine, "refusal", |view| match view {
        View::AwaitingCode(consent) => (consent.notice == Some(Notice::CodeRefused)).then_some(()),
        _ => None,
    });
    assert_eq!(phone.give(&shown_code(&asked_again)).status, 303);
    assert_paired(&engine, &fixture);
    assert_eq!(fixture.exchanges(), ["200", "400", "400", "200"]);
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn five_wrong_numbers_close_the_page_and_another_one_signs_in() {
    let fixture = Fixture::new();
    let engine = fixture.start();
    let (_, phone) = scanned(&engine);
    for left in (0..5).rev() {
        let answer = phone.send(&[("number", phone.wrong_number()), ("code", "a")]);
        assert_eq!(answer.status, if left > 0 { 403 } else { 410 });
    }
    until(&engine, "closed page", |view| {
        (view == View::Stopped(Stop::PageClosed)).then_some(())
    });
    engine.send(Intent::TryNow);
    let (consent, phone) = scanned(&engine);
    phone.give(&shown_code(&consent));
    assert_paired(&engine, &fixture);
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn unpairing_ends_every_token_at_the_service() {
    let fixture = Fixture::new();
    let engine = fixture.start();
    let (consent, phone) = scanned(&engine);
    phone.give(&shown_code(&consent));
    assert_paired(&engine, &fixture);
    let token = fixture.stored();
    engine.send(Intent::Unpair);
    until(&engine, "signed out", |view| signed_out(&view));
    assert!(fixture.record().is_none());
    let client = fixture.doorkeeper.client();
    assert!(crate::support::now(client.account(&token)).is_err());
    assert!(crate::support::now(client.refresh(&token)).is_err());
    engine.leave();
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_token_whose_day_is_over_is_refreshed_at_launch_and_the_old_pair_ends() {
    let fixture = Fixture::new();
    let first = fixture.start();
    let (consent, phone) = scanned(&first);
    phone.give(&shown_code(&consent));
    assert_paired(&first, &fixture);
    first.leave();
    let old = fixture.stored();
    fixture.doorkeeper.age(Duration::from_hours(24));
    let client = fixture.doorkeeper.client();
    assert!(crate::support::now(client.account(&old)).is_err());

    let second = fixture.start();
    assert_paired(&second, &fixture);
    assert_eq!(fixture.doorkeeper.refreshes(), 1);
    let new = fixture.stored();
    assert_ne!(new.access_token, old.access_token);
    assert_ne!(new.refresh_token, old.refresh_token, "it rotates");
    assert!(crate::support::now(client.refresh(&old)).is_err());
    // What the machine holds now is the new pair: it is that which it ends.
    second.send(Intent::Unpair);
    until(&second, "signed out", |view| signed_out(&view));
    second.send(Intent::TryNow);
    consenting(&second);
    assert!(crate::support::now(client.account(&new)).is_err());
    second.leave();
}
