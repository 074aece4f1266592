//! The integration tests: one binary, one file per concern.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::expect_used)]

mod commands;
mod contract;
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
#[cfg(target_os = "linux")]
mod remotes;
mod screens;
mod services;
mod shikimori;
mod simkl;
mod support;
mod television;
mod terminal;
