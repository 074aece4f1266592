//! The person's picture, from its address to pixels. Whatever goes wrong, the screen has a monogram: so this ends in one
//! quiet line of the log, which says nothing of where the picture was.

use crate::auth::PictureAddress;
use crate::auth::portrait::Portrait;
use crate::services::provider::Provider;
use crate::system::clock;

/// Fetches it, and decodes it where polling and the screen do not wait for that.
pub(super) async fn fetch(address: &PictureAddress, provider: &Provider) -> Option<Portrait> {
    let begun = clock::now();
    let portrait = match provider.picture(address).await {
        Ok(bytes) => match tokio::task::spawn_blocking(move || Portrait::decode(&bytes)).await {
            Ok(decoded) => decoded.map_err(|why| why.to_string()),
            Err(_) => Err("decoding it failed unexpectedly".to_owned()),
        },
        Err(why) => Err(why.to_string()),
    };
    let ms = clock::now().saturating_duration_since(begun).as_millis() as u64;
    match &portrait {
        Ok(portrait) => tracing::debug!(side = portrait.side(), ms, "picture"),
        Err(why) => tracing::debug!(why, ms, "no picture"),
    }
    portrait.ok()
}
