//! The whole program on a television, against a server that is not the project's own.

mod awake;
mod demo;
mod displays;
mod frames;
mod keys;
mod kiosk;
mod leaving;
mod libraries;
mod new_generation;
mod outages;
mod pairing;
mod people;
mod screen_reader;
mod starts;
mod window_managers;

use crate::support::{Display, Flow, Home, Server};

/// A display, a home folder, and an independent server in the place of Simkl.
struct Setup {
    display: Display,
    home: Home,
    server: Server,
}

impl Setup {
    fn with(flow: Flow, options: &[&str]) -> Self {
        Self::on(Display::bare(), flow, options)
    }

    fn on(display: Display, flow: Flow, options: &[&str]) -> Self {
        let server = Server::start(flow, options);
        Self {
            display,
            home: Home::asking(&server.url),
            server,
        }
    }
}

/// The code in what a QR says.
fn code_in(qr: &str) -> &str {
    qr.rsplit(['/', '=']).next().unwrap()
}
