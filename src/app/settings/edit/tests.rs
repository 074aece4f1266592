use super::*;
use crate::app::settings::{Config, Overrides};
use crate::input::Button;

const FILE: &str = "\
# The living room.
store = \"file\" # no keyring here

[simkl]
client_id = \"abc\"   # mine
";

#[test]
fn settings_are_kept_and_nothing_else_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, FILE).unwrap();
    save_setting(&path, Setting::Overscan(3.5)).unwrap();
    save_setting(&path, Setting::Teach(0x2c0, Button::Ok)).unwrap();
    save_setting(&path, Setting::Teach(0x2c1, Button::Back)).unwrap();
    save_setting(&path, Setting::Swap(true)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    for line in FILE.lines() {
        assert!(text.contains(line), "{line:?} is not in {text}");
    }
    save_setting(&path, Setting::Store(StoreChoice::Auto)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let line = "# The living room.\nstore = \"auto\" # no keyring here\n";
    assert!(text.contains(line), "{text}");
    let overrides = || Overrides {
        config: Some(path.clone()),
        ..Overrides::default()
    };
    let config = Config::load(overrides()).unwrap();
    assert!((config.preferences.overscan - 3.5).abs() < 1e-6);
    assert_eq!(config.keymap.button(0x2c0), Button::Ok);
    assert_eq!(config.keymap.button(0x2c1), Button::Back);
    assert_eq!(config.gamepad, crate::app::settings::Gamepad::Swapped);

    save_setting(&path, Setting::ForgetTaught).unwrap();
    save_setting(&path, Setting::Swap(false)).unwrap();
    let config = Config::load(overrides()).unwrap();
    assert!(config.keymap.taught.is_empty());
    assert_eq!(config.gamepad, crate::app::settings::Gamepad::Read);
}

#[test]
fn whatever_is_chosen_on_the_screen_is_read_back_as_chosen() {
    use crate::ui::preferences::Preferences;
    use crate::words::Language;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let settings = [
        Setting::Language(Some(Language::Portuguese)),
        Setting::Text(TextSize::Large),
        Setting::Theme(Theme::Contrast),
        Setting::ReduceMotion(true),
        Setting::Sounds(true),
        Setting::MayBlank(true),
        Setting::Unattended(Unattended::Always),
        Setting::Store(StoreChoice::InFile),
        Setting::Overscan(2.5),
    ];
    for setting in settings {
        save_setting(&path, setting).unwrap();
    }
    let load = || {
        let overrides = Overrides {
            config: Some(path.clone()),
            ..Overrides::default()
        };
        Config::load(overrides).unwrap().preferences
    };
    let chosen = Preferences {
        language: Some(Language::Portuguese),
        text: TextSize::Large,
        theme: Theme::Contrast,
        reduce_motion: true,
        sounds: true,
        may_blank: true,
        unattended: Unattended::Always,
        store: StoreChoice::InFile,
        overscan: 2.5,
    };
    assert_eq!(load(), chosen);
    let back = [
        Setting::Language(None),
        Setting::Text(TextSize::Normal),
        Setting::Theme(Theme::Dark),
        Setting::Sounds(false),
        Setting::ReduceMotion(false),
        Setting::MayBlank(false),
        Setting::Unattended(Unattended::AtMost(4)),
        Setting::Store(StoreChoice::Auto),
        Setting::Overscan(0.0),
    ];
    for setting in back {
        save_setting(&path, setting).unwrap();
    }
    assert_eq!(load(), Preferences::default());
    save_setting(&path, Setting::Theme(Theme::Light)).unwrap();
    save_setting(&path, Setting::Store(StoreChoice::InKeyring)).unwrap();
    assert_eq!(load().theme, Theme::Light);
    assert_eq!(load().store, StoreChoice::InKeyring);
}

#[test]
fn a_key_that_is_spelt_otherwise_is_replaced() {
    let mut document: DocumentMut = "[remote]\n353 = \"back\"\n# mine\n0x162 = \"menu\"\n"
        .parse()
        .unwrap();
    set(&mut document, Setting::Teach(353, Button::Ok)).unwrap();
    let text = document.to_string();
    assert!(
        text.contains("0x161 = \"ok\"") && !text.contains("353"),
        "{text}"
    );
    assert!(text.contains("# mine\n0x162 = \"menu\""), "{text}");
}

#[test]
fn a_file_that_is_not_there_is_made_and_a_broken_one_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/config.toml");
    save_setting(&path, Setting::Overscan(2.0)).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "overscan = 2.0\n");
    fs::write(&path, "overscan = = 2").unwrap();
    let why = save_setting(&path, Setting::Overscan(1.0)).unwrap_err();
    assert_eq!(why, SaveError::NotToml);
    assert_eq!(fs::read_to_string(&path).unwrap(), "overscan = = 2");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_rights_stay_as_they_are() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (
        folder.path().join("real.toml"),
        folder.path().join("config.toml"),
    );
    fs::write(&real, FILE).unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    save_setting(&link, Setting::Overscan(1.0)).unwrap();
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(
        fs::read_to_string(&real)
            .unwrap()
            .contains("overscan = 1.0")
    );
    assert_eq!(
        fs::metadata(&real).unwrap().permissions().mode() & 0o777,
        0o640
    );
}

/// What is read after a client was kept in a file.
fn client(path: &Path) -> (String, String) {
    let overrides = Overrides {
        config: Some(path.to_owned()),
        ..Overrides::default()
    };
    let shikimori = Config::load(overrides).unwrap().shikimori().provider;
    let (id, secret) = (shikimori.client_id, shikimori.client_secret);
    (id.unwrap(), secret.unwrap().expose().to_owned())
}

fn kept() -> (String, String) {
    ("id_-1".to_owned(), "canary_-1".to_owned())
}

fn credentials(id: &str, secret: &str) -> ClientCredentials {
    ClientCredentials {
        id: id.to_owned(),
        secret: Some(Secret::new(secret)),
    }
}

fn keep_it(path: &Path) -> Result<(), SaveError> {
    let (id, secret) = kept();
    save_client(path, Service::shikimori(), &credentials(&id, &secret))
}

#[test]
fn a_client_is_written_and_nothing_else_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    for (before, after) in [
        (
            FILE.to_owned(),
            format!("{FILE}\n[shikimori]\nclient_id = \"id_-1\"\nclient_secret = \"canary_-1\"\n"),
        ),
        (
            // What is there already is replaced where it stands; what it stands between stays.
            "# Ours.\n[shikimori] # anime\n# as registered\nclient_secret =  \"old\" # never share\n\
             app_name = \"TV\"\n# mine\nclient_id = 'old' # too\n\n# The rest.\n[simkl]\nauth = \"pin\"\n"
                .to_owned(),
            "# Ours.\n[shikimori] # anime\n# as registered\nclient_secret =  \"canary_-1\" # never share\n\
             app_name = \"TV\"\n# mine\nclient_id = \"id_-1\" # too\n\n# The rest.\n[simkl]\nauth = \"pin\"\n"
                .to_owned(),
        ),
        (
            "shikimori = { app_name = \"TV\" } # short\n".to_owned(),
            "shikimori = { app_name = \"TV\" , client_id = \"id_-1\", client_secret = \"canary_-1\" } # short\n"
                .to_owned(),
        ),
        (
            "shikimori.app_name = \"TV\" # dotted\ntheme = \"light\"\n".to_owned(),
            "shikimori.app_name = \"TV\" # dotted\nshikimori.client_id = \"id_-1\"\n\
             shikimori.client_secret = \"canary_-1\"\ntheme = \"light\"\n"
                .to_owned(),
        ),
    ] {
        fs::write(&path, &before).unwrap();
        keep_it(&path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), after);
        assert_eq!(client(&path), kept());
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_holds_a_secret_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let new = folder.path().join("new/config.toml");
    keep_it(&new).unwrap();
    assert_eq!((client(&new), mode(&new)), (kept(), 0o600));

    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    for before in [0o644, 0o666, 0o640, 0o700] {
        fs::write(&real, FILE).unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(before)).unwrap();
        let _ = std::os::unix::fs::symlink(&real, &link);
        keep_it(&link).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(mode(&real), 0o600, "was {before:o}");
    }
    // What is changed later leaves it so.
    save_setting(&link, Setting::Overscan(1.0)).unwrap();
    assert_eq!((client(&link), mode(&real)), (kept(), 0o600));
}

#[test]
fn a_client_that_cannot_be_written_is_told_in_a_sentence_without_its_secret() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    for (text, why) in [
        ("shikimori = 1\n", SaveError::NotATable("shikimori")),
        ("[[shikimori]]\n", SaveError::NotATable("shikimori")),
        ("[shikimori\n", SaveError::NotToml),
    ] {
        fs::write(&path, text).unwrap();
        assert_eq!(keep_it(&path), Err(why));
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    fs::write(&path, FILE).unwrap();
    for (id, secret) in [("id", "can ary"), ("id", ""), ("", "canary"), ("i\nd", "x")] {
        let why = save_client(&path, Service::shikimori(), &credentials(id, secret)).unwrap_err();
        assert_eq!(why, SaveError::NotAWord);
        assert_eq!(fs::read_to_string(&path).unwrap(), FILE);
    }
    // The folder would have to be where a file is.
    let beyond = keep_it(&path.join("config.toml"));
    assert_eq!(beyond, Err(SaveError::System(SystemError::InTheWay)));
}

#[test]
fn the_secret_of_another_application_does_not_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(
        &path,
        "[simkl]\nclient_id = \"old\"\nclient_secret = \"canary\"\nauth = \"pin\"\n",
    )
    .unwrap();
    let client = ClientCredentials {
        id: "new".into(),
        secret: None,
    };
    save_client(&path, Service::simkl(), &client).unwrap();
    let after = fs::read_to_string(&path).unwrap();
    assert_eq!(after, "[simkl]\nclient_id = \"new\"\nauth = \"pin\"\n");
}

#[test]
fn writers_in_one_process_take_turns_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, FILE).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| keep_it(&path).unwrap());
        for key in 1..=16 {
            let path = &path;
            scope.spawn(move || save_setting(path, Setting::Teach(key, Button::Ok)).unwrap());
        }
        scope.spawn(|| save_setting(&path, Setting::ReduceMotion(true)).unwrap());
    });
    let text = fs::read_to_string(&path).unwrap();
    for line in FILE.lines() {
        assert!(text.contains(line), "{line:?} is not in {text}");
    }
    assert_eq!(text.matches(" = \"ok\"").count(), 16, "{text}");
    assert!(text.contains("reduce_motion = true"), "{text}");
    assert_eq!(client(&path), kept());
}

#[cfg(unix)]
#[test]
fn a_writer_in_another_process_is_waited_for_and_what_it_wrote_stays() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, FILE).unwrap();
    // It has read the file, and replaces it a moment later.
    let replace = "old=$(cat config.toml); echo ready; sleep 0.2; \
                   printf 'theme = \"light\"\\n%s\\n' \"$old\" > new; mv new config.toml";
    let mut other = Command::new("flock")
        .args([".config.toml.lock", "sh", "-c", replace])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut out = BufReader::new(other.stdout.take().unwrap());
    out.read_line(&mut said).unwrap();
    assert_eq!(said, "ready\n");
    save_setting(&path, Setting::ReduceMotion(true)).unwrap();
    assert!(other.wait().unwrap().success());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("theme = \"light\"\n"), "{text}");
    assert!(text.contains("reduce_motion = true"), "{text}");
    assert!(text.contains("# The living room."), "{text}");
}

#[cfg(unix)]
#[test]
fn a_file_that_another_user_can_change_is_not_made_ones_own_with_a_program_in_it() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    for (text, kept) in [
        ("theme = \"light\"\n", Ok(())),
        ("on_paired = [\"true\"]\n", Err(SaveError::Exposed)),
        ("not_known = 1\n", Err(SaveError::Exposed)),
    ] {
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
        assert_eq!(
            save_setting(&path, Setting::ReduceMotion(true)),
            kept,
            "{text}"
        );
    }
}

/// Runs something without the right to write everywhere, which root has. Capabilities belong to a thread (Linux,
/// capabilities(7)), so it has one of its own.
#[cfg(target_os = "linux")]
fn without_roots_rights<T: Send>(what: impl FnOnce() -> T + Send) -> T {
    use rustix::thread::{CapabilitySet, capabilities, set_capabilities};
    std::thread::scope(|scope| {
        let run = scope.spawn(|| {
            let mut sets = capabilities(None).unwrap();
            sets.effective.remove(CapabilitySet::DAC_OVERRIDE);
            set_capabilities(None, sets).unwrap();
            what()
        });
        run.join().unwrap()
    })
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_keeps_its_old_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    fs::write(&path, FILE).unwrap();
    let allow = |mode| fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode));
    allow(0o500).unwrap();
    let kept = without_roots_rights(|| keep_it(&path));
    allow(0o700).unwrap();
    assert_eq!(kept, Err(SaveError::System(SystemError::NoPermission)));
    assert_eq!(fs::read_to_string(&path).unwrap(), FILE);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
