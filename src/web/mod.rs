//! What a browser or a phone sees: the form for a phone on the same network, and the redirect of a sign-in on this
//! machine.
//!
//! Requests come in over loopback or the local network; typed text and authorization codes go out. It knows neither the
//! machine nor a service.

pub(crate) mod connections;
pub(crate) mod html;
pub(crate) mod html_page;
pub mod phone;
pub mod redirect;
pub(crate) mod server;
