//! Where the session bus is, if there is one.

use std::path::Path;

/// The bus's address; `None` rather than a bus that would be started by asking.
pub(crate) fn address() -> Option<String> {
    address_from(
        std::env::var("DBUS_SESSION_BUS_ADDRESS").ok(),
        std::env::var("XDG_RUNTIME_DIR").ok(),
    )
}

/// D-Bus libraries look in the same places.
fn address_from(variable: Option<String>, runtime_dir: Option<String>) -> Option<String> {
    if let Some(address) = variable {
        let usable = !address.is_empty() && !address.starts_with("autolaunch:");
        return usable.then_some(address);
    }
    let folder =
        runtime_dir.unwrap_or_else(|| format!("/run/user/{}", rustix::process::geteuid().as_raw()));
    let socket = format!("{folder}/bus");
    Path::new(&socket)
        .exists()
        .then(|| format!("unix:path={socket}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_bus_is_started_to_ask() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().to_str().unwrap().to_owned();
        let set = |text: &str| address_from(Some(text.into()), Some(folder.clone()));
        assert_eq!(set("unix:path=/x").unwrap(), "unix:path=/x");
        assert_eq!((set(""), set("autolaunch:scope=x")), (None, None));
        assert_eq!(address_from(None, Some(folder.clone())), None);
        std::fs::write(home.path().join("bus"), "").unwrap();
        assert_eq!(
            address_from(None, Some(folder.clone())).unwrap(),
            format!("unix:path={folder}/bus")
        );
    }
}
