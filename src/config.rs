//! The settings: flag, then environment, then `config.toml`, then what the packager built in.
//!
//! A value knows where it came from, so that a screen can say where to mend it. Wrong settings name the file, the line
//! and what was expected, and lose nothing: only what a person chooses on the screen is ever written (`edit`).

mod edit;
mod file;
mod phone_page;
mod shikimori;
#[cfg(test)]
mod tests;
mod value;

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use serde::Deserialize;
use url::Url;

use file::{Always, Codes, File, Key, Meaning, Pads, Percent, Program, Swapped, parse};
use value::Places;

use crate::authorization::{Flow, Keep, Secret, Service};
use crate::pairing::Unattended;
use crate::remote::Keymap;
use crate::screen::Preferences;
use crate::services;
use crate::services::http::SetupError;
use crate::services::provider::Provider;
use crate::tokens::Preference;

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// An option on the command line, or the environment variable in its place.
    Flag(&'static str),
    /// The settings file.
    File(PathBuf),
    /// The program itself.
    BuiltIn,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => f.write_str(name),
            Self::File(path) => path.display().fmt(f),
            Self::BuiltIn => f.write_str("this build of couchpin"),
        }
    }
}

/// Which of Simkl's two flows is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Auth {
    /// The PIN flow, or the device grant where Simkl refuses this client for it.
    #[default]
    Auto,
    /// The PIN flow only.
    Pin,
    /// The device grant only.
    Device,
}

impl Auth {
    /// The flows to try, in order.
    #[must_use]
    pub fn flows(self) -> Vec<Flow> {
        match self {
            Self::Auto => vec![Flow::Pin, Flow::Device],
            Self::Pin => vec![Flow::Pin],
            Self::Device => vec![Flow::Device],
        }
    }
}

/// What the command line and the environment may set.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Settings (each beats config.toml)")]
pub struct Overrides {
    /// The settings file to read instead of the usual one
    #[arg(long, global = true, value_name = "FILE", env = "COUCHPIN_CONFIG")]
    pub config: Option<PathBuf>,
    /// Simkl's client id
    #[arg(
        long,
        global = true,
        value_name = "ID",
        env = "COUCHPIN_SIMKL_CLIENT_ID"
    )]
    pub client_id: Option<String>,
    /// How Simkl signs this device in
    #[arg(long, global = true, value_enum, env = "COUCHPIN_SIMKL_AUTH")]
    pub auth: Option<Auth>,
    /// Where tokens are kept: auto, keyring or file
    #[arg(long, global = true, value_name = "STORE", env = "COUCHPIN_STORE")]
    pub store: Option<Preference>,
    /// Simkl's API
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "COUCHPIN_SIMKL_API_URL"
    )]
    pub api_url: Option<String>,
    /// Simkl's pages
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "COUCHPIN_SIMKL_SITE_URL"
    )]
    pub site_url: Option<String>,
}

/// The settings, complete and checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The settings file that was or would be read.
    pub file: PathBuf,
    /// The folder of everything that is kept.
    pub state_dir: PathBuf,
    /// Simkl's client id and where it came from.
    pub client_id: Option<(String, Source)>,
    /// Its secret and where that came from; only the sign-in through a browser needs one, if the application has it.
    pub client_secret: Option<(Secret, Source)>,
    /// The port of the redirect address that is registered at Simkl, for the sign-in through a browser.
    pub redirect_port: Option<u16>,
    /// Which flow.
    pub auth: Auth,
    /// Simkl's API.
    pub api_url: Url,
    /// Simkl's pages.
    pub site_url: Url,
    /// Shikimori.
    pub shikimori: Shikimori,
    /// Whether a page is served to a phone, and where it listens.
    pub phone_page: PhonePage,
    /// Where tokens are kept.
    pub store: Preference,
    /// How long codes are renewed without a person.
    pub unattended_codes: Unattended,
    /// What runs after a pairing: a program and its arguments. Empty for nothing.
    pub on_paired: Vec<String>,
    /// Whether gamepads are read, and how.
    pub gamepad: Gamepad,
    /// What each key of a remote is.
    pub keymap: Keymap,
    /// What was chosen on the settings screen.
    pub preferences: Preferences,
}

/// How gamepads are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gamepad {
    /// A is OK, B is Back.
    #[default]
    Read,
    /// B is OK, A is Back.
    Swapped,
    /// Not at all: something else makes keys of them already.
    Ignored,
}

pub use edit::{keep, keep_client};
pub use phone_page::PhonePage;
pub use shikimori::Shikimori;

/// The settings cannot be used. One sentence that says what to mend and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// There is no home to keep anything in.
    #[error("there is no home folder: set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME")]
    NoHome,
    /// The file is there but cannot be read.
    #[error("{} could not be read: {why}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's own words.
        why: String,
    },
    /// The file has a wrong key or value.
    #[error("{}, line {line}: {why}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Counted from 1.
        line: usize,
        /// What was expected.
        why: String,
    },
    /// A value does not do.
    #[error("{name}, from {from}: {why}")]
    Value {
        /// The value's name.
        name: &'static str,
        /// Where it came from.
        from: Source,
        /// What was expected.
        why: String,
    },
}

const API_URL: &str = "https://api.simkl.com";
const SITE_URL: &str = "https://simkl.com";

impl Config {
    /// Reads and checks everything.
    pub fn load(overrides: Overrides) -> Result<Self, ConfigError> {
        let home = directories::ProjectDirs::from("", "", "couchpin").ok_or(ConfigError::NoHome)?;
        let state_dir = service_folder(std::env::var_os("STATE_DIRECTORY")).unwrap_or_else(|| {
            let usual = home.state_dir();
            usual.unwrap_or_else(|| home.data_local_dir()).to_owned()
        });
        let asked_for = overrides.config.is_some();
        let path = overrides
            .config
            .clone()
            .unwrap_or_else(|| home.config_dir().join("config.toml"));
        let file = match std::fs::read_to_string(&path) {
            Ok(text) => parse(&text, &path)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !asked_for => {
                File::default()
            }
            Err(error) => {
                return Err(ConfigError::Unreadable {
                    path,
                    why: error.to_string(),
                });
            }
        };
        Self::combine(
            overrides,
            |name| std::env::var(name).ok(),
            file,
            path,
            state_dir,
        )
    }

    /// The settings of a demo: nothing of the person's own, and a folder that does not last.
    pub fn demo(client_id: &str, simkl: &Url, folder: PathBuf) -> Result<Self, ConfigError> {
        let overrides = Overrides {
            client_id: Some(client_id.to_owned()),
            api_url: Some(simkl.to_string()),
            site_url: Some(simkl.to_string()),
            ..Overrides::default()
        };
        Self::combine(
            overrides,
            |_| None,
            File::default(),
            folder.join("config.toml"),
            folder,
        )
    }

    /// What the wire needs of them.
    #[must_use]
    pub fn simkl(&self) -> services::simkl::Settings {
        services::simkl::Settings {
            client_id: self.client_id.as_ref().map(|(id, _)| id.clone()),
            client_secret: self
                .client_secret
                .as_ref()
                .map(|(secret, _)| secret.clone()),
            api_url: self.api_url.clone(),
            site_url: self.site_url.clone(),
        }
    }

    /// A service, as these settings know it.
    pub fn provider(&self, service: Service) -> Result<Provider, SetupError> {
        match service {
            Service::Simkl => Provider::simkl(self.simkl()),
            Service::Shikimori => Provider::shikimori(self.shikimori.wire()),
        }
    }

    fn combine(
        overrides: Overrides,
        environment: impl Fn(&str) -> Option<String>,
        file: File,
        path: PathBuf,
        state_dir: PathBuf,
    ) -> Result<Self, ConfigError> {
        let built_in = option_env!("COUCHPIN_BUILTIN_SIMKL_CLIENT_ID");
        let places = |name, given, flag, written, built_in| Places {
            name,
            given: (given, flag),
            written: (written, &path),
            built_in,
        };
        let client_id = places(
            "simkl.client_id",
            overrides.client_id,
            "--client-id or COUCHPIN_SIMKL_CLIENT_ID",
            file.simkl.client_id,
            built_in,
        );
        let client_secret = places(
            "simkl.client_secret",
            environment("COUCHPIN_SIMKL_CLIENT_SECRET"),
            "COUCHPIN_SIMKL_CLIENT_SECRET",
            file.simkl.client_secret.map(file::Hidden::into_text),
            None,
        );
        let api_url = places(
            "simkl.api_url",
            overrides.api_url,
            "--api-url or COUCHPIN_SIMKL_API_URL",
            file.simkl.api_url,
            None,
        );
        let site_url = places(
            "simkl.site_url",
            overrides.site_url,
            "--site-url or COUCHPIN_SIMKL_SITE_URL",
            file.simkl.site_url,
            None,
        );
        let store = overrides.store.or(file.store).unwrap_or_default();
        let unattended_codes = match file.unattended_codes {
            Some(Codes::AtMost(most)) => Unattended::AtMost(most),
            Some(Codes::Word(Always::Always)) => Unattended::Always,
            None => Unattended::default(),
        };
        Ok(Self {
            client_id: client_id.word()?,
            client_secret: client_secret.secret()?,
            redirect_port: file.simkl.redirect_port.map(|file::Port(port)| port),
            auth: overrides.auth.or(file.simkl.auth).unwrap_or_default(),
            api_url: api_url.address(API_URL)?,
            site_url: site_url.address(SITE_URL)?,
            phone_page: PhonePage::combine(&environment, file.phone_page)?,
            shikimori: Shikimori::combine(environment, file.shikimori, &path)?,
            store,
            unattended_codes,
            on_paired: match file.on_paired {
                Some(Program::Words(words)) => words,
                None => Vec::new(),
            },
            gamepad: match file.gamepad {
                None | Some(Pads::Read(true)) => Gamepad::Read,
                Some(Pads::Read(false)) => Gamepad::Ignored,
                Some(Pads::Word(Swapped::Swapped)) => Gamepad::Swapped,
            },
            keymap: Keymap::with(
                file.remote
                    .into_iter()
                    .map(|(Key(code), Meaning(button))| (code, button))
                    .collect(),
            ),
            preferences: Preferences {
                language: file.language,
                text: file.text,
                theme: file.theme,
                still: file.reduce_motion,
                may_blank: file.may_blank,
                unattended: unattended_codes,
                store: match store {
                    Preference::Auto => Keep::AsSet,
                    Preference::Keyring => Keep::InKeyring,
                    Preference::File => Keep::InFile,
                },
                overscan: file.overscan.map_or(0.0, |Percent(percent)| percent),
            },
            file: path,
            state_dir,
        })
    }
}

/// The folder that systemd made for couchpin (`StateDirectory=couchpin`). A folder of another name belongs to the
/// program that asks: a player's service that runs `couchpin token` must find the pairing where the person made it.
fn service_folder(state_directory: Option<OsString>) -> Option<PathBuf> {
    let folders = state_directory?;
    std::env::split_paths(&folders).find(|folder| {
        folder.is_absolute() && folder.file_name().is_some_and(|name| name == "couchpin")
    })
}
