//! Couchpin: sign a living-room PC in to Simkl from the couch.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, missing_docs))]

pub mod authorization;
pub mod clock;
pub mod services;
