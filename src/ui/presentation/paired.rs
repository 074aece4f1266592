//! A pairing: whose, where its token is kept, and what else is known of it.

use super::sentences::Value;
use super::{Layout, Presentation, Remark, Sentences, Terminal};
use crate::auth::{Account, KeyringTrouble, LOOPBACK, Rejection, StoreLocation, Trouble, shown};
use crate::pairing::{Check, FailedAction, View};
use crate::words::store;

/// So many remarks have room on a television.
const REMARKS: usize = 2;

impl Sentences<'_> {
    pub(super) fn paired<'p>(&self, view: &'p View) -> Presentation<'p> {
        let View::Paired {
            account,
            portrait,
            place,
            fresh,
            check,
            lacks_scope,
            failed_action,
            instead_of,
            refreshable: _,
        } = view
        else {
            return Presentation::default();
        };
        let account = account.as_ref();
        let title = self.of_account(account, ["paired-as", "paired-nameless"], []);
        let failed = failed_action.as_ref().map(|failed| self.failed(failed));
        let another = instead_of.as_ref();
        let another =
            another.map(|before| self.of_account(Some(before), ["paired-instead"; 2], []));
        let limited = lacks_scope.then(|| self.get("paired-limited"));
        let in_a_file = self.in_a_file(place);
        let ends = view.ends_about(self.context.provider).is_some();
        let details = if *fresh {
            let is_of_client = *failed_action == Some(FailedAction::KeepClient);
            let not_kept = failed.clone().filter(|_| is_of_client);
            vec![
                in_a_file.clone(),
                not_kept,
                limited.clone(),
                another.clone(),
            ]
        } else if *check == Check::Pending {
            // The program does not wait any longer.
            vec![Some(self.about_trouble("paired-delayed", Trouble::Timeout))]
        } else {
            vec![self.check(check)]
        };
        let remarks = [
            (failed, true),
            (another, true),
            (limited, true),
            (ends.then(|| self.ends(*fresh)), false),
            (in_a_file.filter(|_| is_unexpected(place)), false),
            (self.check(check), false),
        ];
        Presentation {
            layout: Layout::Paired {
                initial: account.and_then(|account| account.label()?.chars().next()),
                portrait: portrait.as_ref(),
            },
            spoken: title.clone(),
            body: self.ready(place),
            details: self.stored(place),
            status: self.get("terminal-checking"),
            remarks: as_many_as_fit(remarks),
            terminal: self.paired_in_a_terminal(*fresh, account, place, details, ends),
            title,
            ..Presentation::default()
        }
    }

    /// Whose it is, where it is kept, these details, and then what ends and what the application must be then.
    fn paired_in_a_terminal(
        &self,
        fresh: bool,
        account: Option<&Account>,
        place: &StoreLocation,
        details: Vec<Option<String>>,
        ends: bool,
    ) -> Terminal {
        let ids = if fresh {
            ["terminal-paired", "terminal-paired-nameless"]
        } else {
            ["terminal-already", "terminal-already-nameless"]
        };
        let place = ("place", self.short_place(place).into());
        let mut lines = vec![self.of_account(account, ids, [place])];
        lines.extend(details.into_iter().flatten());
        if ends {
            let application = self.get("application-mobile");
            lines.extend([self.get("paired-ends"), application, LOOPBACK.to_owned()]);
        }
        Terminal {
            end: Some(Ok(lines.join("\n"))),
            ..Terminal::default()
        }
    }

    fn failed(&self, action: &FailedAction) -> String {
        match action {
            FailedAction::KeepClient => self.get("paired-client-not-kept"),
            FailedAction::Forget(why) => self.about_store("paired-cannot-forget", why),
            FailedAction::Move(why) => self.about_store("paired-cannot-move", why),
        }
    }

    /// Why the token is in the file, where it is not because of the settings.
    pub(crate) fn in_a_file(&self, place: &StoreLocation) -> Option<String> {
        match place {
            StoreLocation::File {
                why_not_keyring: Some(why),
                ..
            } => {
                let why = store::keyring(self.words, *why);
                Some(self.with("paired-file-why", [("why", why.into())]))
            }
            _ => None,
        }
    }

    /// What the service says of the token.
    pub(super) fn check(&self, check: &Check) -> Option<String> {
        Some(self.get(match check {
            Check::Good => return None,
            Check::Pending => "paired-checking",
            Check::Delayed(delay) => {
                return Some(self.about_trouble("paired-delayed", delay.trouble));
            }
            Check::Refused(Rejection::Moved { to }) => {
                return Some(self.with("paired-moved", [("url", to.as_str().into())]));
            }
            Check::Refused(Rejection::Scope) => "paired-scope",
            Check::Refused(Rejection::OldToken) => "paired-old-token",
            Check::Refused(_) => "paired-unknown",
        }))
    }

    /// The service will end this kind of sign-in.
    fn ends(&self, fresh: bool) -> String {
        self.get(if self.context.can_be_set_up && !fresh {
            "paired-ends-set-up"
        } else {
            "paired-ends"
        })
    }

    /// What it is good for.
    fn ready(&self, place: &StoreLocation) -> String {
        self.get(match place {
            StoreLocation::Demo => "paired-demo",
            StoreLocation::Keyring | StoreLocation::File { .. } => "paired-ready",
        })
    }

    /// Where the token is kept, and where its access can be ended.
    fn stored(&self, place: &StoreLocation) -> String {
        let id = match place {
            StoreLocation::Keyring => "paired-stored-keyring",
            StoreLocation::File { .. } => "paired-stored-file",
            StoreLocation::Demo => return String::new(),
        };
        self.with(id, [self.apps_page()])
    }

    /// Where the service lists what has access, as a value.
    pub(crate) fn apps_page(&self) -> Value<'static> {
        ("url", shown::address(&self.context.apps_page).into())
    }

    /// The token is gone.
    pub(super) fn signed_out<'p>(&self, is_left_in_keyring: bool) -> Presentation<'p> {
        Presentation {
            notice: is_left_in_keyring.then(|| self.get("notice-left-in-keyring")),
            body: self.with("signed-out-body", [self.apps_page()]),
            scan: Some(self.scan(&self.context.apps_page)),
            ..self.message("signed-out-title", "")
        }
        .ending(3, self.get("signed-out-title"))
    }

    fn short_place(&self, place: &StoreLocation) -> String {
        self.get(match place {
            StoreLocation::Keyring => "terminal-keyring",
            StoreLocation::File { path, .. } => return path.display().to_string(),
            StoreLocation::Demo => "terminal-demo",
        })
    }
}

/// Whether a keyring should have been used, as far as can be told. Where there is none at all, as on most televisions, a file
/// is the usual place, and why is told under *More*.
fn is_unexpected(place: &StoreLocation) -> bool {
    let StoreLocation::File {
        why_not_keyring, ..
    } = place
    else {
        return false;
    };
    !matches!(
        why_not_keyring,
        Some(KeyringTrouble::NoBus | KeyringTrouble::NoService)
    )
}

/// Those that are known, as many as there is room for.
fn as_many_as_fit<const N: usize>(remarks: [(Option<String>, bool); N]) -> Vec<Remark> {
    let known = remarks
        .into_iter()
        .filter_map(|(text, is_important)| text.map(|text| Remark { text, is_important }));
    known.take(REMARKS).collect()
}
