mod hostile_input;

use std::ffi::OsString;

use super::*;
use crate::auth::Flow;
use crate::input::Button;
use crate::pairing::Unattended;

impl Config {
    pub(in crate::app) fn simkl(&self) -> ServiceSettings {
        self.service(Service::simkl()).clone()
    }

    pub(in crate::app) fn shikimori(&self) -> ServiceSettings {
        self.service(Service::shikimori()).clone()
    }
}

/// The services that the files may have tables of.
const KNOWN: &[&str] = &["simkl", "shikimori", "trakt", "mdblist"];

fn config(overrides: Overrides, text: &str) -> Result<Config, ConfigError> {
    within(&[], overrides, text)
}

/// The same in an environment.
fn within(
    variables: &[(&str, &str)],
    overrides: Overrides,
    text: &str,
) -> Result<Config, ConfigError> {
    let path = PathBuf::from("/etc/couchpin/config.toml");
    let file = document::parse(text.as_bytes(), &path, Some(KNOWN))?;
    let environment = |name: &str| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| OsString::from(value))
    };
    Config::combine(
        overrides,
        &environment,
        file,
        path,
        PathBuf::from("/state"),
        Described::new(),
    )
}

#[test]
fn a_misspelt_setting_of_a_described_service_is_told_with_the_one_that_is_known_there() {
    for (text, line, meant) in [
        (
            "[trakt]\nclient_sekret = \"x\"\n",
            2,
            "Did you mean `client_secret`?",
        ),
        (
            "\n[trackt]\nclient_id = \"x\"\n",
            2,
            "Did you mean `[trakt]`?",
        ),
        (
            "[trakt]\nclient_secret_command = []\n",
            2,
            "a program and its arguments",
        ),
        (
            "[trakt]\nauth = \"pin\"\n",
            1,
            "`auth` is a setting of `[simkl]` only",
        ),
        (
            "[simkl]\napp_name = \"TV\"\n",
            1,
            "`app_name` is a setting of `[shikimori]` only",
        ),
    ] {
        let said = config(Overrides::default(), text).unwrap_err().to_string();
        assert!(said.contains(&format!("line {line}: ")), "{said}");
        assert!(said.contains(meant), "{said}");
    }
}

#[test]
fn an_empty_file_means_the_built_in_settings() {
    let config = config(Overrides::default(), "").unwrap();
    assert_eq!(config.simkl().provider.client_id, None);
    assert_eq!(config.auth.flows(), [Flow::Pin, Flow::Device]);
    assert_eq!(
        config.simkl().provider.api_url.as_str(),
        "https://api.simkl.com/"
    );
    assert_eq!(config.preferences.unattended, Unattended::AtMost(4));
}

#[test]
fn a_flag_beats_the_file_and_each_value_knows_its_source() {
    let text = "[simkl]\nclient_id = \"from-file\"\nauth = \"pin\"\n";
    let only_file = config(Overrides::default(), text).unwrap();
    let source = ValueSource::File(PathBuf::from("/etc/couchpin/config.toml"));
    let id = only_file.simkl().provider.client_id;
    assert_eq!(id.as_deref(), Some("from-file"));
    assert_eq!(only_file.simkl().client_id_source, Some(source));
    assert_eq!(only_file.auth, Auth::Pin);
    let flag = Overrides {
        client_id: Some("from-flag".to_owned()),
        ..Overrides::default()
    };
    let simkl = config(flag, text).unwrap().simkl();
    assert_eq!(simkl.provider.client_id.as_deref(), Some("from-flag"));
    assert_eq!(
        simkl.client_id_source,
        Some(ValueSource::Flag("--client-id"))
    );
}

#[test]
fn an_empty_client_id_is_none() {
    let empty = Overrides {
        client_id: Some(String::new()),
        ..Overrides::default()
    };
    assert_eq!(
        config(empty, "[simkl]\nclient_id = \"\"")
            .unwrap()
            .simkl()
            .provider
            .client_id,
        None
    );
}

#[test]
fn a_wrong_key_names_file_line_and_what_was_expected() {
    let error = config(Overrides::default(), "[simkl]\n\nclient = \"x\"\n")
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("/etc/couchpin/config.toml, line 3: "),
        "{error}"
    );
    assert!(error.contains("client_id"), "{error}");
    assert!(!error.contains('\n'), "{error}");
}

#[test]
fn a_wrong_value_names_file_line_and_what_was_expected() {
    for (text, line, expected) in [
        ("store = \"cloud\"\n", 1, "keyring"),
        ("\nunattended_codes = \"forever\"\n", 2, "always"),
        ("unattended_codes = -1\n", 1, "number"),
        ("[simkl]\nauth = \"oauth\"\n", 2, "device"),
        ("[simkl\n", 1, "]"),
        (
            "\non_paired = \"reboot\"\n",
            2,
            "a program and its arguments",
        ),
        ("on_paired = [\"echo\", 1]\n", 1, "a list of strings"),
    ] {
        let error = config(Overrides::default(), text).unwrap_err().to_string();
        assert!(error.contains(&format!("line {line}:")), "{error}");
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn always_is_a_word() {
    let config = config(Overrides::default(), "unattended_codes = \"always\"").unwrap();
    assert_eq!(config.preferences.unattended, Unattended::Always);
}

#[test]
fn plain_http_is_for_this_computer_only() {
    let loopback = Overrides {
        api_url: Some("http://127.0.0.1:8080".to_owned()),
        ..Overrides::default()
    };
    assert!(config(loopback, "").is_ok());
    let text = "[simkl]\napi_url = \"http://api.simkl.com\"\n";
    let error = config(Overrides::default(), text).unwrap_err().to_string();
    assert!(
        error.contains("simkl.api_url") && error.contains("config.toml"),
        "{error}"
    );
}

#[test]
fn a_client_id_with_blanks_is_refused() {
    assert!(config(Overrides::default(), "[simkl]\nclient_id = \"a b\"").is_err());
}

#[test]
fn a_hook_is_a_program_and_its_arguments_and_usually_nothing() {
    let text = "on_paired = [\"systemctl\", \"--user\", \"restart\", \"scrobbler\"]";
    let hook = config(Overrides::default(), text).unwrap().on_paired;
    assert_eq!(hook, ["systemctl", "--user", "restart", "scrobbler"]);
    for text in ["", "on_paired = []"] {
        let hook = config(Overrides::default(), text).unwrap().on_paired;
        assert!(hook.is_empty());
    }
}

#[cfg(unix)]
#[test]
fn a_systemd_service_keeps_its_tokens_in_the_first_of_its_folders() {
    let folder = |text: &str| folders::service_folder(Some(OsString::from(text)));
    let first = Some(PathBuf::from("/var/lib/couchpin"));
    assert_eq!(folder("/var/lib/couchpin"), first);
    assert_eq!(folder("/var/lib/other:/var/lib/couchpin"), first);
    assert_eq!(folder("/var/lib/kodi"), None, "another program's");
    assert_eq!(folder(""), None);
    assert_eq!(folder("relative"), None);
    assert_eq!(folders::service_folder(None), None);
}

#[test]
fn keys_of_a_remote_are_read_by_their_codes_and_wrong_ones_are_named() {
    let read = |text: &str| config(Overrides::default(), text);
    let keymap = read("[remote]\n0x2c0 = \"ok\"\n705 = \"back\"\n28 = \"none\"\n")
        .unwrap()
        .keymap;
    assert_eq!(keymap.button(0x2c0), Button::Ok);
    assert_eq!(keymap.button(705), Button::Back);
    assert_eq!(keymap.button(28), Button::Other);
    for (text, said) in [
        (
            "[remote]\nok = \"ok\"\n",
            "line 2: \"ok\" is no key: expected its code",
        ),
        ("[remote]\n0x1000 = \"ok\"\n", "is no key"),
        (
            "[remote]\n0x161 = \"enter\"\n",
            "line 2: \"enter\" is no button: expected up, down",
        ),
        ("overscan = 30\n", "line 1: expected 0 to 10"),
        ("gamepad = \"on\"\n", "expected true, false or \"swapped\""),
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(error.contains(said), "{text:?}: {error}");
    }
}

#[test]
fn gamepads_are_read_swapped_or_left_alone() {
    for (text, gamepad) in [
        ("", Gamepad::Read),
        ("gamepad = true", Gamepad::Read),
        ("gamepad = \"swapped\"", Gamepad::Swapped),
        ("gamepad = false", Gamepad::Ignored),
    ] {
        assert_eq!(config(Overrides::default(), text).unwrap().gamepad, gamepad);
    }
}

#[test]
fn shikimori_is_where_it_moved_to_unless_it_is_set() {
    let usual = config(Overrides::default(), "").unwrap().shikimori();
    assert_eq!(usual.provider.site_url.as_str(), "https://shikimori.io/");
    assert_eq!(usual.provider.api_url, usual.provider.site_url);
    assert_eq!(usual.provider.app_name, "Couchpin");
    assert_eq!(usual.provider.client_id, None);
    assert_eq!((usual.client_id_source, usual.redirect_port), (None, None));
    let text = "[shikimori]\nclient_id = \"id\"\nclient_secret = \"canary\"\nurl = \"https://shikimori.one\"\n\
                app_name = \"My TV\"\nredirect_port = 8765\n[simkl]\nclient_secret = \"canary\"\nredirect_port = 1\n";
    let config = config(Overrides::default(), text).unwrap();
    let shown = format!("{config:?}");
    assert!(!shown.contains("canary"), "{shown}");
    assert_eq!(config.simkl().redirect_port, Some(1));
    let shikimori = &config.shikimori();
    assert_eq!(shikimori.redirect_port, Some(8765));
    let asked = &shikimori.provider;
    assert_eq!(asked.app_name, "My TV");
    assert_eq!(asked.client_secret.as_ref().unwrap().expose(), "canary");
    let source = ValueSource::File(PathBuf::from("/etc/couchpin/config.toml"));
    assert_eq!(asked.client_id.as_deref(), Some("id"));
    assert_eq!(shikimori.client_id_source, Some(source));
}

#[test]
fn an_issuer_is_kept_letter_by_letter_and_none_is_asked_unless_it_is_set() {
    let issuer = |variables: &[(&str, &str)], text: &str| {
        let config = within(variables, Overrides::default(), text).unwrap();
        config.simkl().provider.issuer
    };
    assert_eq!(issuer(&[], ""), None);
    for written in [
        "https://simkl.com",
        "https://simkl.com/",
        "https://A.example/b",
    ] {
        let text = format!("[simkl]\nissuer = \"{written}\"\n");
        assert_eq!(issuer(&[], &text).as_deref(), Some(written));
    }
    let variables = [("COUCHPIN_SIMKL_ISSUER", "https://b.example")];
    let text = "[simkl]\nissuer = \"https://a.example\"\n";
    assert_eq!(
        issuer(&variables, text).as_deref(),
        Some("https://b.example")
    );
}

#[test]
fn the_environment_beats_the_file_for_secrets_too() {
    let text = "[shikimori]\nclient_secret = \"file\"\n[simkl]\nclient_secret = \"file\"\n";
    let variables = [
        ("COUCHPIN_SHIKIMORI_CLIENT_ID", "id"),
        ("COUCHPIN_SHIKIMORI_CLIENT_SECRET", "environment"),
        ("COUCHPIN_SHIKIMORI_URL", "http://127.0.0.1:3000"),
        ("COUCHPIN_SIMKL_CLIENT_SECRET", "environment"),
    ];
    let config = within(&variables, Overrides::default(), text).unwrap();
    let [simkl, shikimori] = [config.simkl().provider, config.shikimori().provider];
    assert_eq!(shikimori.client_secret.unwrap().expose(), "environment");
    assert_eq!(simkl.client_secret.unwrap().expose(), "environment");
    assert_eq!(shikimori.client_id.unwrap(), "id");
    assert_eq!(shikimori.site_url.as_str(), "http://127.0.0.1:3000/");
}

#[test]
fn a_secret_in_the_file_belongs_to_the_client_id_beside_it() {
    let text = "[shikimori]\nclient_id = \"a\"\nclient_secret = \"of-a\"\n\
                [simkl]\nclient_id = \"a\"\nclient_secret = \"of-a\"\n";
    for (id, has_it) in [("a", true), ("b", false)] {
        let variables = [
            ("COUCHPIN_SIMKL_CLIENT_ID", id),
            ("COUCHPIN_SHIKIMORI_CLIENT_ID", id),
        ];
        let config = within(&variables, Overrides::default(), text).unwrap();
        for settings in [config.simkl().provider, config.shikimori().provider] {
            let (service, secret) = (settings.service, settings.client_secret);
            assert_eq!(secret.is_some(), has_it, "{service:?}, {id}");
        }
        // One that is given beside it stays, whatever is in the file.
        let given = [variables[0], ("COUCHPIN_SIMKL_CLIENT_SECRET", "given")];
        let config = within(&given, Overrides::default(), text).unwrap();
        let secret = config.simkl().provider.client_secret;
        assert_eq!(secret.unwrap().expose(), "given");
    }
}

/// Each variable with a value that is wrong for it.
const WRONG: [(&str, &str, &str); 10] = [
    ("COUCHPIN_STORE", "store", "kering"),
    ("COUCHPIN_SIMKL_AUTH", "simkl.auth", "x"),
    ("COUCHPIN_SIMKL_CLIENT_ID", "simkl.client_id", "a b"),
    ("COUCHPIN_SIMKL_CLIENT_SECRET", "simkl.client_secret", "a b"),
    (
        "COUCHPIN_SIMKL_API_URL",
        "simkl.api_url",
        "http://a.example",
    ),
    ("COUCHPIN_SIMKL_SITE_URL", "simkl.site_url", "a"),
    (
        "COUCHPIN_SIMKL_ISSUER",
        "simkl.issuer",
        "https://a.example?b",
    ),
    ("COUCHPIN_PHONE_PAGE", "phone_page", "yes"),
    ("COUCHPIN_SHIKIMORI_APP_NAME", "shikimori.app_name", " a"),
    ("COUCHPIN_SHIKIMORI_URL", "shikimori.url", "ftp://a.example"),
];

#[test]
fn a_wrong_variable_is_named_and_not_the_flag_in_its_place() {
    for (variable, name, wrong) in WRONG {
        let error = within(&[(variable, wrong)], Overrides::default(), "").unwrap_err();
        let said = error.to_string();
        let begins = format!("{name}, from {variable}: expected ");
        assert!(said.starts_with(&begins), "{said}");
        assert!(!said.contains("--"), "{said}");
    }
    let flag = Overrides {
        client_id: Some("a b".into()),
        ..Overrides::default()
    };
    let said = within(&[("COUCHPIN_SIMKL_CLIENT_ID", "id")], flag, "").unwrap_err();
    let begins = "simkl.client_id, from --client-id: expected ";
    assert!(said.to_string().starts_with(begins), "{said}");
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_named_and_not_passed_over() {
    use std::os::unix::ffi::OsStringExt as _;

    for (wrong, name, _) in WRONG {
        let environment =
            |variable: &str| (variable == wrong).then(|| OsString::from_vec(b"id\xff".to_vec()));
        let path = PathBuf::from("/etc/couchpin/config.toml");
        let error = Config::combine(
            Overrides::default(),
            &environment,
            File::default(),
            path,
            PathBuf::from("/state"),
            Described::new(),
        );
        let said = error.unwrap_err().to_string();
        assert_eq!(
            said,
            format!("{name}, from {wrong}: expected text in UTF-8")
        );
    }
}

#[test]
fn an_empty_variable_or_choice_is_not_set() {
    let text = "store = \"file\"\nphone_page = false\n[simkl]\nclient_id = \"id\"\nauth = \"device\"\n\
                [shikimori]\napp_name = \"My TV\"\n";
    let plain = config(Overrides::default(), text).unwrap();
    let empty = WRONG.map(|(variable, ..)| (variable, ""));
    let beside = within(&empty, Overrides::default(), text).unwrap();
    assert_eq!(format!("{beside:?}"), format!("{plain:?}"));
    let text = "store = \"\"\nphone_page = \"\"\n[simkl]\nclient_id = \"\"\nauth = \"\"\nsite_url = \"\"\n";
    let none = config(Overrides::default(), text).unwrap();
    let usual = config(Overrides::default(), "").unwrap();
    assert_eq!(format!("{none:?}"), format!("{usual:?}"));
}

#[test]
fn a_wrong_level_of_the_log_is_named() {
    let level = |value: &str| log_level(&|_| Some(value.into()));
    assert_eq!(level("debug"), Ok(LevelFilter::DEBUG));
    assert_eq!(level(""), Ok(LevelFilter::WARN));
    let said = level("loud").unwrap_err().to_string();
    assert!(
        said.contains("COUCHPIN_LOG: expected off, error, warn, info, debug or trace"),
        "{said}"
    );
}

#[test]
fn wrong_settings_of_a_grant_are_named_without_their_secrets() {
    for (text, said) in [
        (
            "[shikimori]\nclient = 1\n",
            "line 2: unknown setting `client`",
        ),
        (
            "[shikimori]\nclient_secret = 424242\n",
            "line 2: expected the secret in quotes",
        ),
        ("[shikimori]\nclient_secret = canary\n", "line 2: "),
        (
            "[shikimori]\nclient_secret = \"can ary\"\n",
            "shikimori.client_secret, from /etc/couchpin/config.toml: expected letters",
        ),
        (
            "[simkl]\nclient_secret = \"can ary\"\n",
            "simkl.client_secret",
        ),
        (
            "[shikimori]\nurl = \"http://shikimori.one\"\n",
            "shikimori.url",
        ),
        (
            "[simkl]\nsite_url = \"https://ann:canary@simkl.com\"\n",
            "simkl.site_url, from /etc/couchpin/config.toml: expected an https:// address without a user name",
        ),
        (
            "[shikimori]\nurl = \"https://canary@shikimori.io\"\n",
            "shikimori.url",
        ),
        (
            "[shikimori]\napp_name = \"T\u{e9}l\u{e9}\"\n",
            "shikimori.app_name",
        ),
        (
            "\n[simkl]\nredirect_port = 0\n",
            "line 3: expected 1 to 65535",
        ),
        (
            "[shikimori]\nredirect_port = 70000\n",
            "line 2: expected 1 to 65535",
        ),
    ] {
        let error = config(Overrides::default(), text).unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(said), "{text:?}: {shown}");
        for secret in ["can ary", "canary", "424242"] {
            assert!(!shown.contains(secret), "{text:?}: {shown}");
        }
    }
}

#[test]
fn a_page_for_a_phone_is_served_unless_it_is_switched_off() {
    let at = |ip: &str| PhonePage::At(ip.parse().unwrap());
    for (text, page) in [
        ("", PhonePage::On),
        ("phone_page = true", PhonePage::On),
        ("phone_page = false", PhonePage::Off),
        ("phone_page = \"192.168.1.20\"", at("192.168.1.20")),
        ("phone_page = \"fd00::2\"", at("fd00::2")),
        ("phone_page = \"::ffff:10.0.0.7\"", at("10.0.0.7")),
    ] {
        let config = config(Overrides::default(), text).unwrap();
        assert_eq!(config.phone_page, page, "{text:?}");
    }
    for (said, page) in [
        ("true", PhonePage::On),
        ("on", PhonePage::On),
        ("false", PhonePage::Off),
        ("off", PhonePage::Off),
        ("10.0.0.7", at("10.0.0.7")),
        ("", at("192.168.1.20")),
    ] {
        let variables = [("COUCHPIN_PHONE_PAGE", said)];
        let text = "phone_page = \"192.168.1.20\"";
        let config = within(&variables, Overrides::default(), text).unwrap();
        assert_eq!(config.phone_page, page, "{said:?}");
    }
}

#[test]
fn a_page_at_an_address_that_is_not_one_computers_is_refused() {
    for (said, why) in [
        ("0.0.0.0", "that is every address of this computer"),
        ("::", "that is every address of this computer"),
        ("::ffff:0.0.0.0", "that is every address of this computer"),
        ("224.0.0.1", "a phone cannot connect to that address"),
        ("239.255.255.250", "a phone cannot connect to that address"),
        ("255.255.255.255", "a phone cannot connect to that address"),
        ("240.0.0.1", "a phone cannot connect to that address"),
        ("0.1.2.3", "a phone cannot connect to that address"),
        ("::ffff:224.0.0.1", "a phone cannot connect to that address"),
        ("ff02::1", "a phone cannot connect to that address"),
        ("fe80::1", "a phone cannot connect to that address"),
        (
            "192.168.1.20:8080",
            "expected true, false or the one address",
        ),
        ("192.168.1", "expected true, false or the one address"),
        ("living-room", "expected true, false or the one address"),
    ] {
        let text = format!("\nphone_page = \"{said}\"\n");
        let error = config(Overrides::default(), &text).unwrap_err().to_string();
        assert!(error.contains(&format!("line 2: {why}")), "{error}");
        let variables = [("COUCHPIN_PHONE_PAGE", said)];
        let error = within(&variables, Overrides::default(), "").unwrap_err();
        let from = format!("phone_page, from COUCHPIN_PHONE_PAGE: {why}");
        assert!(error.to_string().contains(&from), "{error}");
    }
    let error = config(Overrides::default(), "phone_page = 8080\n").unwrap_err();
    let said = "line 1: expected true, false or the one address to listen on in quotes";
    assert!(error.to_string().contains(said), "{error}");
}

/// What is said of settings that cannot be used.
#[cfg(unix)]
fn refused(path: &Path) -> String {
    let overrides = Overrides {
        config: Some(path.to_owned()),
        ..Overrides::default()
    };
    Config::load(overrides).unwrap_err().to_string()
}

#[cfg(unix)]
#[test]
fn settings_that_are_a_pipe_a_folder_or_too_large_are_one_sentence_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    let named = format!("{}, from --config, could not be read: ", path.display());
    assert_eq!(refused(&path), format!("{named}it is not a plain file"));
    assert_eq!(
        edit::save_setting(&path, crate::ui::preferences::Setting::ReduceMotion(true)),
        Err(crate::auth::SaveError::System(SystemError::NotAFile))
    );
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, "#".repeat(64 * 1024 + 1)).unwrap();
    assert_eq!(refused(&path), format!("{named}it is too large"));
    assert!(refused(folder.path()).ends_with("it is not a plain file"));
    let none = Overrides {
        config: Some("/dev/null".into()),
        ..Overrides::default()
    };
    assert!(Config::load(none).is_ok());
    std::fs::write(&path, b"\n\nlanguage = \"\xff\"\n").unwrap();
    assert!(refused(&path).ends_with("config.toml, line 3: expected text in UTF-8"));
}

#[cfg(unix)]
#[test]
fn settings_that_others_may_write_run_no_program_hold_no_secret_and_send_none_anywhere() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    let load = || {
        let config = Some(path.clone());
        Config::load(Overrides {
            config,
            ..Overrides::default()
        })
    };
    let write = |text: &str, mode| {
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    for (text, setting) in [
        ("on_paired = [\"true\"]\n", "on_paired"),
        (
            "[simkl]\nclient_secret = \"canary\"\n",
            "simkl.client_secret",
        ),
        (
            "[simkl]\napi_url = \"https://a.example\"\n",
            "simkl.api_url",
        ),
        (
            "[simkl]\nsite_url = \"https://a.example\"\n",
            "simkl.site_url",
        ),
        ("[simkl]\nissuer = \"https://a.example\"\n", "simkl.issuer"),
        (
            "[shikimori]\nclient_secret = \"canary\"\n",
            "shikimori.client_secret",
        ),
        (
            "[shikimori]\nurl = \"https://a.example\"\n",
            "shikimori.url",
        ),
    ] {
        write(text, 0o666);
        let error = load().unwrap_err().to_string();
        let said = format!(
            "{} sets {setting}, but other users can write to it: end that with chmod go-w",
            path.display()
        );
        assert_eq!(error, said);
        write(text, 0o644);
        assert!(load().is_ok(), "{text}");
    }
    // What neither runs nor sends anything is only warned of.
    write("theme = \"light\"\n[simkl]\nclient_id = \"id\"\n", 0o666);
    let id = load().unwrap().simkl().provider.client_id;
    assert_eq!(id.as_deref(), Some("id"));
}

#[test]
fn an_address_with_a_name_or_a_password_is_refused_and_not_quoted() {
    for text in [
        "[simkl]\nsite_url = \"https://canary:word@simkl.com\"\n",
        "[simkl]\napi_url = \"https://canary@api.simkl.com\"\n",
        "[shikimori]\nurl = \"https://:canary@shikimori.io\"\n",
    ] {
        let error = config(Overrides::default(), text).unwrap_err();
        let said = format!("{error} {error:?}");
        assert!(said.contains("without a user name or a password"), "{said}");
        assert!(!said.contains("canary"), "{said}");
    }
}

#[test]
fn stores_are_spelt_as_in_the_configuration() {
    assert_eq!("auto".parse(), Ok(StoreChoice::Auto));
    assert_eq!("keyring".parse(), Ok(StoreChoice::InKeyring));
    assert_eq!("file".parse(), Ok(StoreChoice::InFile));
    assert_eq!(
        "File".parse::<StoreChoice>(),
        Err(Expected::OneOf(&["auto", "keyring", "file"]))
    );
}

/// What a user gets whose own settings are over those of the computer.
fn layered(own: Option<&str>, system: &str) -> Result<Config, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["own.toml", "system.toml"].map(|name| folder.path().join(name));
    for (path, text) in paths.iter().zip([own, Some(system)]) {
        if let Some(text) = text {
            std::fs::write(path, text).unwrap();
        }
    }
    let [own_path, system_path] = paths;
    let own = read::read(&own_path).unwrap();
    let file = read::layered(own.as_ref(), &own_path, Some(&system_path), KNOWN)?;
    Config::combine(
        Overrides::default(),
        &|_| None,
        file,
        own_path,
        PathBuf::from("/state"),
        Described::new(),
    )
}

#[test]
fn a_users_settings_go_before_those_of_the_computer() {
    let system = "store = \"file\"\nunattended_codes = \"always\"\n[simkl]\nclient_id = \"of-all\"\nauth = \"device\"\n";
    for own in [None, Some(""), Some("[simkl]\n")] {
        let config = layered(own, system).unwrap();
        assert_eq!(config.store, StoreChoice::InFile);
        assert_eq!(config.preferences.unattended, Unattended::Always);
        assert_eq!(config.auth, Auth::Device);
        assert_eq!(config.simkl().provider.client_id.as_deref(), Some("of-all"));
        let source = config.simkl().client_id_source;
        let of_system = ValueSource::File(read::system_file().unwrap());
        assert_eq!(source, Some(of_system), "where to mend it");
    }
    let own = "unattended_codes = 2\n[simkl]\nclient_id = \"my-own\"\n";
    let config = layered(Some(own), system).unwrap();
    assert_eq!(config.store, StoreChoice::InFile);
    assert_eq!(config.preferences.unattended, Unattended::AtMost(2));
    assert_eq!(config.auth, Auth::Device);
    assert_eq!(config.simkl().provider.client_id.as_deref(), Some("my-own"));
    let source = config.simkl().client_id_source;
    assert!(matches!(source, Some(ValueSource::File(path)) if path.ends_with("own.toml")));
}

#[test]
fn an_application_is_not_mixed_of_two_files() {
    let system =
        "[simkl]\nclient_id = \"of-all\"\nclient_secret = \"canary\"\nredirect_port = 8765\n";
    let simkl = layered(Some("[simkl]\nclient_id = \"my-own\"\n"), system)
        .unwrap()
        .simkl();
    assert!(simkl.provider.client_secret.is_none());
    assert_eq!(simkl.redirect_port, None);
    let simkl = layered(None, system).unwrap().simkl();
    assert!(simkl.provider.client_secret.is_some());
    assert_eq!(simkl.redirect_port, Some(8765));
}

#[test]
fn what_is_wrong_in_the_computers_settings_is_named_with_its_line() {
    let wrong = layered(Some("store = \"file\"\n"), "\nstored = 1\n").unwrap_err();
    let ConfigError::Wrong { path, line, .. } = wrong else {
        panic!("{wrong:?}")
    };
    assert!(path.ends_with("system.toml"));
    assert_eq!(line, 2);
}
