//! What is said to the services over HTTP, and how their answers are understood.
//!
//! A function here performs one request and returns a value of [`crate::auth`] or a `RequestError`;
//! it never loops, sleeps or decides what happens next. The shapes of JSON answers are private to the file that reads
//! them. A [`provider`] is any service, for one application: it knows the endpoints and asks them as an [`oauth_client`],
//! whose grants are in [`device_grant`] (RFC 8628) and [`code_grant`] (RFC 6749 §4.1). [`http`] holds the one client and
//! the one place that sorts failures.

mod account;
pub mod code_grant;
mod device_grant;
pub mod discovery;
pub mod flow_memory;
pub mod http;
mod json;
pub mod oauth_client;
pub mod provider;
mod settings;
mod simkl;

#[cfg(test)]
mod tests;
