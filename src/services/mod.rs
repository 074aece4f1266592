//! The wire: what is said to the services, and how their answers are understood.
//!
//! A function here performs one request and returns a value of [`crate::auth`] or a `RequestError`;
//! it never loops, sleeps or decides what happens next. JSON stops at this border: the shapes of the answers
//! are private to the file that reads them. [`http`] holds the one client and the one place that sorts
//! failures, [`device_grant`] speaks RFC 8628 to anybody and [`code_grant`] RFC 6749 §4.1, [`client`] is who asks;
//! [`discovery`] asks a service where its endpoints are (RFC 8414);
//! [`simkl`] and [`shikimori`] know their services' own ways, and a [`provider`] is either.

pub mod client;
pub mod code_grant;
pub mod device_grant;
pub mod discovery;
pub mod flow_memory;
#[cfg(any(test, fuzzing))]
pub(crate) mod fuzz;
pub mod http;
mod json;
pub mod provider;
pub mod shikimori;
pub mod simkl;

#[cfg(test)]
mod raw;

#[cfg(test)]
mod tests;
