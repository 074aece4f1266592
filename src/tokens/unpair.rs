//! Unpairing: the token is forgotten here whatever the service does about it, after a moment in which it may be ended there.
//!
//! A service may want a living token to end a grant by (Shikimori), so that one has to be refreshed on the way. Such a pair
//! goes through the store like any other before it is used: if forgetting fails, or the moment is over, what is stored is
//! what the service knows.

use std::time::{Duration, Instant, SystemTime};

use super::service_store::ServiceStore;
use super::{Change, FreshError, Need, Record, Refreshed, StoreError, Tokens, file};
use crate::auth::{Rejection, RequestError, Token};
use crate::system::clock;

/// A token that was refreshed to be ended gets so long for that, even if the time is over.
const LAST_ASK: Duration = Duration::from_secs(1);

/// From where something was removed by [`Tokens::forget`]; nowhere if nothing was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// There was a private file.
    pub file: bool,
    /// So many records that made no sense had been set aside; they may hold a valid token.
    pub set_aside: usize,
    /// There was an item in the keyring.
    pub keyring: bool,
    /// One is still there, because the keyring is shut. It is never used again, and removed once the keyring opens.
    pub left_in_keyring: bool,
}

/// What became of a pairing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpaired {
    /// The service ended it.
    pub ended: bool,
    /// From where it was removed, or what could not be.
    pub forgotten: Result<Forgotten, StoreError>,
}

impl Tokens {
    /// Ends a pairing at the service, for which there is so much time, and forgets it here in any case.
    ///
    /// `known` is its token as far as the caller knows, for a store that cannot be read. `end` and `refresh` perform one
    /// request each within the time they are given; `end` answers `false` if the service has no way to do it, and
    /// `Rejected(Token)` if it takes a valid token only.
    pub fn unpair(
        &self,
        service: &str,
        known: Option<Token>,
        time: Duration,
        end: impl Fn(&Token, Duration) -> Result<bool, RequestError>,
        refresh: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Unpaired {
        let until = clock::now() + time;
        let now = clock::wall();
        // Another process may have refreshed it since.
        let stored = self.load(service).ok().flatten();
        let token = stored.map(|stored| stored.record.token(now)).or(known);
        let ended = token.is_some_and(|token| {
            self.end(service, &token, (until, now), end, refresh)
                .unwrap_or_else(|why| {
                    tracing::warn!("the token could not be ended at the service: {why}");
                    false
                })
        });
        Unpaired {
            ended,
            forgotten: self.forget(service),
        }
    }

    /// Removes everything that is stored of a service. An error tells what could not be removed; all else is.
    pub fn forget(&self, service: &str) -> Result<Forgotten, StoreError> {
        // A refresh looks again before it writes: what is forgotten does not come back.
        let _lock = self.folder.exists().then(|| self.lock(service));
        let mut store = ServiceStore::new(self, service)?;
        let file = file::remove(&store.file());
        let expected = store.marker.is_in_keyring();
        let removed = if expected || self.wants_keyring() {
            store.keyring.delete()
        } else {
            Ok(false)
        };
        // What another service's writer is about to finish is not this one's to remove.
        for own in ["json-", "where.json-"] {
            let own = format!("{service}.{own}");
            file::sweep(&self.folder, &own, Duration::ZERO);
        }
        file::sweep(&self.folder, "", file::ABANDONED);
        let set_aside = file::remove_set_aside(&store.file());
        // The marker stays if the file does, so that the next attempt knows where to look; and so does what the service
        // made of the token since.
        let mut forgotten = Forgotten {
            file: file?,
            set_aside: set_aside?,
            ..Forgotten::default()
        };
        store.end_refresh();
        match removed {
            Ok(keyring) => forgotten.keyring = keyring,
            // Shut, and as far as we know it never held this token.
            Err(_) if !expected && store.keyring.open().is_err() => {}
            Err(trouble) => {
                tracing::warn!("a copy stays in the keyring for now: {trouble}");
                forgotten.left_in_keyring = true;
            }
        }
        if forgotten.file || forgotten.keyring || forgotten.left_in_keyring {
            self.tell(service, Change::Unpaired);
        }
        let path = store.path("where.json");
        if forgotten.left_in_keyring && store.marker.store.is_some() {
            store.marker.left_in_keyring().write(&path)?;
        } else {
            file::remove(&path)?;
        }
        Ok(forgotten)
    }

    fn end(
        &self,
        service: &str,
        token: &Token,
        (until, now): (Instant, SystemTime),
        end: impl Fn(&Token, Duration) -> Result<bool, RequestError>,
        refresh: impl FnOnce(&Record, Duration) -> Result<Refreshed, RequestError>,
    ) -> Result<bool, FreshError> {
        let left = || until.saturating_duration_since(clock::now());
        // One that cannot be refreshed belongs to a grant that no service can end.
        if token.refresh_token.is_none() {
            return Ok(false);
        }
        match end(token, left()) {
            Err(RequestError::Rejected(Rejection::Token)) => {}
            ended => return ended.map_err(FreshError::Service),
        }
        let need = Need::Refused(token.access_token.clone());
        let newer = match self.refreshed(left(), service, &need, now, refresh) {
            Ok(record) => record.token(now),
            Err(FreshError::Unpaired(token)) => *token,
            Err(FreshError::SaveError(why)) => match self.load(service)? {
                Some(held) => held.record.token(now),
                None => return Err(why.into()),
            },
            Err(why) => return Err(why),
        };
        end(&newer, left().max(LAST_ASK)).map_err(FreshError::Service)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::path::Path;
    use std::time::UNIX_EPOCH;

    use super::*;
    use crate::auth::{Secret, Trouble};
    use crate::tokens::StoreChoice;

    const TIME: Duration = Duration::from_secs(3);
    const DEAD: Result<bool, RequestError> = Err(RequestError::Rejected(Rejection::Token));

    fn token(access: &str) -> Token {
        Token {
            access_token: Secret::new(access),
            refresh_token: Some(Secret::new(format!("refresh-{access}"))),
            expires_in: None,
            scope: None,
            lacks_scope: false,
            client_id: "id".into(),
        }
    }

    fn paired(home: &Path) -> Tokens {
        let tokens = Tokens::new(home.join("state"), StoreChoice::InFile);
        let record = Record::new("simkl", &token("old"), UNIX_EPOCH + TIME, None);
        tokens.save(&record).unwrap();
        tokens
    }

    fn stored(tokens: &Tokens) -> String {
        let record = tokens.load("simkl").unwrap().unwrap().record;
        record.access_token.expose().to_owned()
    }

    fn newer() -> Refreshed {
        Refreshed {
            token: token("new"),
            date: None,
        }
    }

    fn unasked(_: &Record, _: Duration) -> Result<Refreshed, RequestError> {
        panic!("nothing was to be refreshed")
    }

    #[test]
    fn the_token_is_forgotten_whatever_the_service_says() {
        for answer in [
            Ok(true),
            Ok(false),
            Err(Trouble::Timeout.into()),
            Err(RequestError::Rejected(Rejection::NoClientSecret)),
        ] {
            let home = tempfile::tempdir().unwrap();
            let tokens = paired(home.path());
            let end = |_: &Token, limit| {
                assert!(limit <= TIME);
                answer.clone()
            };
            let unpaired = tokens.unpair("simkl", None, TIME, end, unasked);
            assert_eq!(unpaired.ended, answer == Ok(true));
            assert!(unpaired.forgotten.unwrap().file);
            assert_eq!(tokens.load("simkl"), Ok(None));
        }
    }

    #[test]
    fn a_pair_that_is_refreshed_on_the_way_is_stored_before_it_is_used_and_ended() {
        let home = tempfile::tempdir().unwrap();
        let tokens = paired(home.path());
        let seen = RefCell::new(Vec::new());
        let end = |token: &Token, _| {
            let asked = token.access_token.expose().to_owned();
            assert_eq!(asked, stored(&tokens), "never used and unsaved");
            seen.borrow_mut().push(asked.clone());
            if asked == "old" { DEAD } else { Ok(true) }
        };
        let unpaired = tokens.unpair("simkl", None, TIME, end, |_, _| Ok(newer()));
        assert_eq!(seen.into_inner(), ["old", "new"]);
        assert!(unpaired.ended && unpaired.forgotten.unwrap().file);
        assert_eq!(tokens.load("simkl"), Ok(None));
    }

    #[test]
    fn a_pairing_that_cannot_be_forgotten_keeps_the_pair_that_the_service_knows() {
        let home = tempfile::tempdir().unwrap();
        let tokens = paired(home.path());
        let file = home.path().join("state/simkl.json");
        let end = |token: &Token, _| {
            if token.access_token.expose() == "old" {
                return DEAD;
            }
            // The disk is taken away: a folder cannot be removed like a file.
            std::fs::rename(&file, file.with_extension("aside")).unwrap();
            std::fs::create_dir(&file).unwrap();
            Err(Trouble::Timeout.into())
        };
        let unpaired = tokens.unpair("simkl", None, TIME, end, |_, _| Ok(newer()));
        assert!(unpaired.forgotten.is_err() && !unpaired.ended);
        std::fs::remove_dir(&file).unwrap();
        std::fs::rename(file.with_extension("aside"), &file).unwrap();
        assert_eq!(stored(&tokens), "new");
    }

    #[test]
    fn a_pair_that_no_store_takes_is_ended_all_the_same() {
        let home = tempfile::tempdir().unwrap();
        let tokens = paired(home.path());
        let file = home.path().join("state/simkl.json");
        let ended = Cell::new(false);
        let end = |token: &Token, _| {
            let new = token.access_token.expose() == "new";
            ended.set(new);
            if new { Ok(true) } else { DEAD }
        };
        let refresh = |_: &Record, limit| {
            assert!(limit <= TIME);
            std::fs::remove_file(&file).unwrap();
            std::fs::create_dir(&file).unwrap();
            Ok(newer())
        };
        let unpaired = tokens.unpair("simkl", None, TIME, end, refresh);
        assert!(unpaired.ended && ended.get());
    }

    #[test]
    fn a_store_that_cannot_be_read_leaves_the_token_that_is_known() {
        let home = tempfile::tempdir().unwrap();
        let tokens = Tokens::new(home.path().join("state"), StoreChoice::InFile);
        let end = |asked: &Token, _| Ok(*asked == token("known"));
        let unpaired = tokens.unpair("simkl", Some(token("known")), TIME, end, unasked);
        assert!(unpaired.ended);
    }
}
