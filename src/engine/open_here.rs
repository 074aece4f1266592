//! *Open it here*: the page of a code in a browser of this computer, through a one-time address, because the page's own
//! holds the code (`redirect::Entrance`).

use std::time::Duration;

use crate::auth::DeviceAuthorization;
use crate::web::redirect::{self, Entrance};
use crate::words::Language;

/// How long the one-time address waits for the browser, which may have to be started from a slow disk.
const LIFE: Duration = Duration::from_mins(1);

/// Opens it; `None` where that is not possible, which the log explains. The browser may come until the entrance is dropped.
pub(super) async fn open(code: &DeviceAuthorization, language: Language) -> Option<Entrance> {
    let page = code.verification_uri_complete.clone();
    let entrance = match Entrance::to(page, LIFE, language) {
        Ok(entrance) => entrance,
        Err(error) => {
            tracing::warn!("{error}");
            return None;
        }
    };
    if let Err(error) = redirect::open(entrance.url()).await {
        tracing::warn!("{error}");
        return None;
    }
    Some(entrance)
}
