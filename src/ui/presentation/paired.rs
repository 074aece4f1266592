//! A pairing: whose, where its token is kept, and what else is known of it.

use super::{Layout, Presentation, Remark, Sentences, Terminal};
use crate::auth::{Account, LOOPBACK, StoreLocation, Trouble};
use crate::pairing::{Check, FailedAction, View};

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
        let label = account.and_then(Account::label);
        let failed = failed_action.as_ref().map(|failed| self.failed(failed));
        let another = instead_of.as_ref().map(|before| {
            let name = before.label().unwrap_or_default();
            self.with("paired-instead", [("name", name.into())])
        });
        let limited = lacks_scope.then(|| self.get("paired-limited"));
        let in_a_file = self.in_a_file(place);
        let ends = view.ends_about(self.context.provider).is_some();
        let sentence = if *fresh {
            let kept = *failed_action != Some(FailedAction::KeepClient);
            let not_kept = failed.clone().filter(|_| !kept);
            let details = [
                in_a_file.clone(),
                not_kept,
                limited.clone(),
                another.clone(),
            ];
            self.just_paired(account, place, details, ends)
        } else {
            self.already_paired(account, place, check, ends)
        };
        let remarks = [
            (failed, true),
            (another, true),
            (limited, true),
            (ends.then(|| self.ends(*fresh)), false),
            (in_a_file, false),
            (self.check(check), false),
        ];
        let remarks = remarks
            .into_iter()
            .filter_map(|(text, is_important)| text.map(|text| Remark { text, is_important }));
        Presentation {
            layout: Layout::Paired {
                initial: label.and_then(|label| label.chars().next()),
                portrait: portrait.as_ref(),
            },
            spoken: title.clone(),
            body: self.kept(place),
            status: self.get("terminal-checking"),
            remarks: remarks.take(REMARKS).collect(),
            terminal: Terminal {
                end: Some(Ok(sentence)),
                ..Terminal::default()
            },
            title,
            ..Presentation::default()
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
    fn in_a_file(&self, place: &StoreLocation) -> Option<String> {
        match place {
            StoreLocation::File {
                why_not_keyring: Some(why),
                ..
            } => Some(self.why_in_a_file(*why)),
            _ => None,
        }
    }

    /// What the service says of the token.
    fn check(&self, check: &Check) -> Option<String> {
        match check {
            Check::Good => None,
            Check::Pending => Some(self.get("paired-checking")),
            Check::Delayed(delay) => Some(self.about_trouble("paired-delayed", delay.trouble)),
            Check::Refused(why) => Some(self.not_checked(why)),
        }
    }

    /// The service will end this kind of sign-in.
    fn ends(&self, fresh: bool) -> String {
        self.get(if self.context.can_be_set_up && !fresh {
            "paired-ends-set-up"
        } else {
            "paired-ends"
        })
    }

    /// Where the token is kept.
    fn kept(&self, place: &StoreLocation) -> String {
        self.get(match place {
            StoreLocation::Keyring => "paired-keyring",
            StoreLocation::File { path, .. } => {
                let path = path.display().to_string();
                return self.with("paired-file", [("path", path.into())]);
            }
            StoreLocation::Demo => "paired-demo",
        })
    }

    fn just_paired(
        &self,
        account: Option<&Account>,
        place: &StoreLocation,
        details: [Option<String>; 4],
        ends: bool,
    ) -> String {
        let ids = ["terminal-paired", "terminal-paired-nameless"];
        let place = ("place", self.short_place(place).into());
        let mut lines = vec![self.of_account(account, ids, [place])];
        lines.extend(details.into_iter().flatten());
        self.with_end(lines, ends)
    }

    fn already_paired(
        &self,
        account: Option<&Account>,
        place: &StoreLocation,
        check: &Check,
        ends: bool,
    ) -> String {
        let ids = ["terminal-already", "terminal-already-nameless"];
        let place = ("place", self.short_place(place).into());
        let mut lines = vec![self.of_account(account, ids, [place])];
        lines.extend(match check {
            // The program does not wait any longer.
            Check::Pending => Some(self.about_trouble("paired-delayed", Trouble::Timeout)),
            check => self.check(check),
        });
        self.with_end(lines, ends)
    }

    fn short_place(&self, place: &StoreLocation) -> String {
        self.get(match place {
            StoreLocation::Keyring => "terminal-keyring",
            StoreLocation::File { path, .. } => return path.display().to_string(),
            StoreLocation::Demo => "terminal-demo",
        })
    }

    /// The lines, with those that tell what ends and what the application must be then.
    fn with_end(&self, mut lines: Vec<String>, ends: bool) -> String {
        if ends {
            let application = self.get("application-mobile");
            lines.extend([self.get("paired-ends"), application, LOOPBACK.to_owned()]);
        }
        lines.join("\n")
    }
}
