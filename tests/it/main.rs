//! The integration tests: one binary, one file per concern.
//!
//! They drive session buses, terminals, X servers and signals, so Windows has none of them.
#![cfg(unix)]
#![cfg_attr(not(feature = "tv"), allow(dead_code, unused_imports))]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::too_many_lines
)]

mod commands;
mod contract;
mod described;
mod dialects;
mod disk;
mod engine;
mod keyring;
mod network;
mod oauth;
mod open_here;
mod ownership;
mod phone;
mod portraits;
mod redirect;
mod refresh;
#[cfg(all(target_os = "linux", feature = "tv"))]
mod remotes;
mod rooms;
#[cfg(feature = "tv")]
mod screens;
mod services;
mod shikimori;
mod simkl;
mod support;
#[cfg(feature = "tv")]
mod television;
mod terminal;
