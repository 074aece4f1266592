//! Where settings and tokens are.

use std::ffi::OsString;
use std::path::PathBuf;

use super::ConfigError;
use crate::auth::StoreChoice;

/// Where settings and tokens are.
pub(super) struct Folders {
    pub(super) config: PathBuf,
    pub(super) state: PathBuf,
    /// Where tokens are kept, if nothing else is set.
    pub(super) store: Option<StoreChoice>,
}

impl Folders {
    /// The user's own, or those beside a program that is carried about.
    pub(super) fn find() -> Result<Self, ConfigError> {
        if let Some(folder) = portable() {
            return Ok(Self {
                state: folder.join("data"),
                config: folder,
                store: Some(StoreChoice::InFile),
            });
        }
        let home = directories::ProjectDirs::from("", "", "couchpin").ok_or(ConfigError::NoHome)?;
        let state = service_folder(std::env::var_os("STATE_DIRECTORY")).unwrap_or_else(|| {
            let usual = home.state_dir();
            usual.unwrap_or_else(|| home.data_local_dir()).to_owned()
        });
        Ok(Self {
            config: home.config_dir().to_owned(),
            state,
            store: None,
        })
    }
}

/// Windows: the folder of the program, if a file `portable` there says that everything is kept beside it, as on a stick.
fn portable() -> Option<PathBuf> {
    if !cfg!(windows) {
        return None;
    }
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    folder.join("portable").is_file().then(|| folder.to_owned())
}

/// The folder that systemd made for couchpin (`StateDirectory=couchpin`). A folder of another name belongs to the
/// program that asks: a player's service that runs `couchpin token` must find the pairing where the person made it.
pub(super) fn service_folder(state_directory: Option<OsString>) -> Option<PathBuf> {
    let folders = state_directory?;
    std::env::split_paths(&folders).find(|folder| {
        folder.is_absolute() && folder.file_name().is_some_and(|name| name == "couchpin")
    })
}
