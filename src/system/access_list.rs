//! Who may open a file on Windows, where access lists stand for what modes are elsewhere.
//!
//! A private file lists its user and no other. The system and its administrators come in anyway, as root does: where
//! they are listed too, as in every list that is inherited from a person's own folders, a file counts as private.
//!
//! Lists are read and written as text, in the Security Descriptor Definition Language: `O:` and the owner, then `D:` and
//! entries like `(A;ID;FA;;;SY)`, which are kind, inheritance, rights, two that only directories of users have, and who.

/// The system, the administrators, and placeholders for the owner and for who makes a file.
const LIKE_ROOT: [&str; 4] = ["SY", "BA", "OW", "CO"];

/// Whether a file of this description belongs to the user. What an administrator makes belongs to all of them.
fn is_owned_by(description: &str, user: &str) -> bool {
    let owner = description.strip_prefix("O:").unwrap_or_default();
    let owner = owner.split_once("D:").map_or(owner, |(owner, _)| owner);
    owner == user || LIKE_ROOT[..2].contains(&owner)
}

/// Whether the list lets another user in. What it says in an unknown way counts as that.
fn lets_others_in(description: &str, user: &str) -> bool {
    gives_others(description, user, |_| true)
}

/// Whether the list lets another user change the file, or the list itself.
fn lets_others_write(description: &str, user: &str) -> bool {
    gives_others(description, user, |rights| !only_read(rights))
}

/// Rights are written as a number, or as one or more pairs of letters: of files and of anything, to read and to execute.
fn only_read(rights: &str) -> bool {
    // GENERIC_READ and GENERIC_EXECUTE, SYNCHRONIZE, READ_CONTROL, and to read data, extended attributes and attributes, and
    // to execute (winnt.h).
    const READ: u32 = 0xA012_00A9;
    if let Some(number) = rights.strip_prefix("0x") {
        return u32::from_str_radix(number, 16).is_ok_and(|number| number & !READ == 0);
    }
    let pairs = rights.as_bytes().chunks(2);
    !rights.is_empty()
        && pairs.into_iter().all(|pair| {
            [b"FR", b"FX", b"GR", b"GX", b"RC"].contains(&pair.try_into().unwrap_or(b"  "))
        })
}

/// Whether the list gives another user rights that matter.
fn gives_others(description: &str, user: &str, matter: impl Fn(&str) -> bool) -> bool {
    // Without a list every user may do everything.
    let Some((_, list)) = description.split_once("D:") else {
        return true;
    };
    let mut entries = list.split('(');
    if entries.next() == Some("NO_ACCESS_CONTROL") {
        return true;
    }
    entries.any(|entry| {
        let fields: Vec<_> = entry.trim_end_matches(')').split(';').collect();
        match fields[..] {
            // An entry that forbids lets no user in.
            ["D" | "OD" | "XD", ..] => false,
            ["A", _, rights, "", "", who] => {
                who != user && !LIKE_ROOT.contains(&who) && matter(rights)
            }
            _ => true,
        }
    })
}

#[cfg(windows)]
pub(crate) use windows::{
    is_ours, is_private, is_writable_for_others, make_private, try_to_make_private,
};

#[cfg(windows)]
mod windows {
    use std::io;
    use std::path::Path;

    use windows_permissions::constants::SeObjectType::SE_FILE_OBJECT;
    use windows_permissions::constants::SecurityInformation;
    use windows_permissions::utilities::current_process_sid;
    use windows_permissions::wrappers::{
        ConvertSecurityDescriptorToStringSecurityDescriptor, GetNamedSecurityInfo,
        SetNamedSecurityInfo,
    };
    use windows_permissions::{LocalBox, SecurityDescriptor};

    use super::{is_owned_by, lets_others_in, lets_others_write};

    /// Whether a file or folder belongs to the user that this process runs as. Where the system does not say, as for some
    /// network drives, it does.
    pub(crate) fn is_ours(path: &Path) -> bool {
        asked(path, is_owned_by).unwrap_or(true)
    }

    /// Whether no other user may open a file or folder.
    pub(crate) fn is_private(path: &Path) -> io::Result<bool> {
        Ok(!asked(path, lets_others_in)?)
    }

    /// Whether another user may change a file. Where the system does not say, none may.
    pub(crate) fn is_writable_for_others(path: &Path) -> bool {
        asked(path, lets_others_write).unwrap_or(false)
    }

    /// Lets no other user open a file, or what is made in a folder from now on. Nothing is inherited any more.
    pub(crate) fn make_private(path: &Path) -> io::Result<()> {
        let user = current_process_sid()?;
        let kind = if path.is_dir() { "OICI" } else { "" };
        set_list(path, &format!("D:P(A;{kind};FA;;;{})", *user))
    }

    pub(super) fn set_list(path: &Path, list: &str) -> io::Result<()> {
        let description: LocalBox<SecurityDescriptor> = list.parse()?;
        let list = SecurityInformation::Dacl | SecurityInformation::ProtectedDacl;
        SetNamedSecurityInfo(
            path,
            SE_FILE_OBJECT,
            list,
            None,
            None,
            description.dacl(),
            None,
        )
    }

    /// The same for what was just made. A disk that has no lists cannot keep anything private, and is the person's choice.
    pub(crate) fn try_to_make_private(path: &Path) {
        if let Err(error) = make_private(path) {
            tracing::debug!(%error, "others may be able to open {}", path.display());
        }
    }

    /// What a question about a file's description and the user answers.
    fn asked(path: &Path, question: fn(&str, &str) -> bool) -> io::Result<bool> {
        let what = SecurityInformation::Owner | SecurityInformation::Dacl;
        let description = GetNamedSecurityInfo(path, SE_FILE_OBJECT, what)?;
        // The same names in both: some users have short ones.
        let user = current_process_sid()?;
        let user: LocalBox<SecurityDescriptor> = format!("O:{}", *user).parse()?;
        let user = text(&user, SecurityInformation::Owner)?;
        let user = user.strip_prefix("O:").unwrap_or_default();
        Ok(question(&text(&description, what)?, user))
    }

    fn text(description: &SecurityDescriptor, what: SecurityInformation) -> io::Result<String> {
        let text = ConvertSecurityDescriptorToStringSecurityDescriptor(description, what)?;
        Ok(text.to_string_lossy().into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NINA: &str = "S-1-5-21-1-2-3-1001";

    #[test]
    fn only_the_user_and_who_is_like_root_are_let_in() {
        let list = |entries: &str| lets_others_in(&format!("O:{NINA}D:{entries}"), NINA);
        for private in [
            format!("P(A;;FA;;;{NINA})"),
            format!("AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;FA;;;{NINA})"),
            format!("(D;;FA;;;WD)(A;OICI;FA;;;{NINA})"),
            "P".to_owned(),
        ] {
            assert!(!list(&private), "{private}");
        }
        for open in [
            format!("AI(A;ID;FA;;;{NINA})(A;ID;0x1200a9;;;BU)"),
            "(A;;FR;;;WD)".to_owned(),
            "(A;;FA;;;S-1-5-21-1-2-3-1002)".to_owned(),
            format!("(XA;;FA;;;{NINA};(@User.a == 1))"),
            "NO_ACCESS_CONTROL".to_owned(),
        ] {
            assert!(list(&open), "{open}");
        }
        assert!(lets_others_in(&format!("O:{NINA}"), NINA));
    }

    #[test]
    fn who_may_only_read_cannot_change_a_file() {
        let list = |rights: &str| lets_others_write(&format!("O:BAD:AI(A;ID;{rights};;;BU)"), NINA);
        for read in ["0x1200a9", "FR", "FRFX", "GRGX", "0x120089"] {
            assert!(!list(read), "{read}");
        }
        for write in [
            "FA", "FW", "GA", "FRFW", "0x1301bf", "0x2", "", "F", "WD", "0xx", "SDWO",
        ] {
            assert!(list(write), "{write}");
        }
        assert!(lets_others_write("O:BAD:NO_ACCESS_CONTROL", NINA));
        assert!(!lets_others_write(
            &format!("O:BAD:(A;;FA;;;SY)(A;;FA;;;{NINA})"),
            NINA
        ));
    }

    #[test]
    fn a_file_is_its_owners_and_administrators_share_theirs() {
        for (owner, expected) in [
            (NINA, true),
            ("BA", true),
            ("SY", true),
            ("BU", false),
            ("S-1-5-21-1-2-3-1002", false),
        ] {
            let description = format!("O:{owner}D:(A;;FA;;;{NINA})");
            assert_eq!(is_owned_by(&description, NINA), expected, "{owner}");
        }
    }

    // Wine 8 lets every list inherit, so its prefix must be private.
    #[cfg(windows)]
    #[test]
    fn what_others_may_open_is_seen_and_can_be_closed_to_them() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        std::fs::write(&file, "x").unwrap();
        assert!(is_ours(&file) && is_ours(home.path()));
        windows::set_list(&file, "D:P(A;;FA;;;WD)").unwrap();
        assert!(!is_private(&file).unwrap());
        for path in [&file, home.path()] {
            make_private(path).unwrap();
            assert!(is_private(path).unwrap(), "{}", path.display());
        }
        assert_eq!(std::fs::read(&file).unwrap(), b"x");
        assert!(is_private(&home.path().join("none")).is_err());
    }
}
