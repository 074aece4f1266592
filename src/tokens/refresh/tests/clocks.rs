//! Records that were dated while the clock was wrong.

use super::*;

/// A service that counts, that ends the old token with each refresh, and whose tokens live for a week.
#[derive(Default)]
struct Service {
    minted: Cell<u32>,
    at: Cell<Option<SystemTime>>,
}

impl Service {
    /// Pairs on this true day, while this computer shows another date.
    fn pair(&self, tokens: &Tokens, shown: SystemTime, date: Option<SystemTime>) {
        self.at.set(Some(start()));
        let record = Record::new("simkl", &token("0", Some("rt")), shown, date);
        tokens.save(&record).unwrap();
    }

    /// What `couchpin token` prints at this true date, by a clock that is right: it must live.
    fn assert_token_lives(&self, tokens: &Tokens, now: SystemTime) {
        let record = tokens
            .refreshed(REFRESH_LIMIT, "simkl", &Need::WhenDue, now, |_, _| {
                self.minted.set(self.minted.get() + 1);
                self.at.set(Some(now));
                let token = token(&self.minted.get().to_string(), None);
                Ok(Refreshed {
                    token,
                    date: Some(now),
                })
            })
            .unwrap();
        assert_eq!(access(&record), self.minted.get().to_string());
        assert!(now < self.at.get().unwrap() + WEEK, "a dead token");
    }
}

#[test]
fn a_clock_that_was_ahead_at_pairing_never_hands_out_a_dead_token() {
    let ahead = start() + 30 * DAY;
    for date in [None, Some(start())] {
        // One after the other, and each as the first call after the pairing; but what no date tells no date can tell.
        let alone: &[u32] = if date.is_some() {
            &[0, 6, 8, 20, 31, 36, 40]
        } else {
            &[0, 6, 8, 20, 29, 38]
        };
        let days = std::iter::once(&[0, 8, 20, 31][..]).chain(alone.chunks(1));
        for days in days {
            let home = tempfile::tempdir().unwrap();
            let tokens = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
            let service = Service::default();
            service.pair(&tokens, ahead, date);
            for day in days {
                let before = service.minted.get();
                for _ in 0..3 {
                    service.assert_token_lives(&tokens, start() + *day * DAY);
                }
                assert!(service.minted.get() <= before + 1, "refreshed once");
            }
        }
    }
}

#[test]
fn without_the_service_a_token_from_the_future_is_not_handed_out() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
    Service::default().pair(&tokens, start() + 30 * DAY, None);
    let offline = due(&tokens, start() + 8 * DAY, Err(Trouble::Dns.into()));
    assert_eq!(offline, Err(FreshError::Service(Trouble::Dns.into())));
}

#[test]
fn a_date_of_the_service_that_contradicts_a_record_has_it_dated_anew() {
    let home = tempfile::tempdir().unwrap();
    let tokens = Tokens::new(home.path().to_owned(), StoreChoice::InFile);
    let ahead = start() + 30 * DAY;
    Service::default().pair(&tokens, ahead, None);
    // This computer still shows the date of the record.
    let need = Need::DueBy(start());
    for ask in [true, false] {
        let record = tokens.refreshed(REFRESH_LIMIT, "simkl", &need, ahead, |_, _| {
            assert!(ask, "once");
            Ok(Refreshed {
                token: token("new", None),
                date: Some(start()),
            })
        });
        let record = record.unwrap();
        assert_eq!((access(&record), record.issued_at), ("new", Some(start())));
        assert_eq!(record.expires_at, Some(start() + WEEK));
    }
}
