//! A phone that has scanned the QR on the television, by plain HTTP.

use std::cell::RefCell;

use couchpin::pairing::PhonePage;
use url::{Url, form_urlencoded};

use super::{Answer, say};

pub(crate) struct Handset {
    host: String,
    path: String,
    number: String,
    /// As a browser keeps and sends it; the page's own.
    cookie: RefCell<String>,
}

impl Handset {
    pub(crate) fn that_scanned(page: &PhonePage) -> Self {
        let url = Url::parse(page.url.expose()).unwrap();
        Self {
            host: format!("{}:{}", url.host_str().unwrap(), url.port().unwrap()),
            path: url.path().to_owned(),
            number: page.number.expose().to_owned(),
            cookie: RefCell::default(),
        }
    }

    /// The page as it is now.
    pub(crate) fn look(&self) -> Answer {
        let Self { host, path, .. } = self;
        let cookie = self.cookie.borrow();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n");
        say(host, &request)
    }

    /// Sends a form.
    pub(crate) fn send(&self, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = format!(
            "POST {} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nCookie: {}\r\nContent-Length: {}\r\n\r\n{body}",
            self.path,
            self.cookie.borrow(),
            body.len(),
            host = self.host
        );
        let answer = say(&self.host, &request);
        if let Some(cookie) = answer.header("set-cookie") {
            cookie
                .split(';')
                .next()
                .unwrap()
                .clone_into(&mut self.cookie.borrow_mut());
        }
        answer
    }

    /// Gives a code; returns the status and the page.
    pub(crate) fn give(&self, code: &str) -> Answer {
        self.send(&[("number", &self.number), ("code", code)])
    }

    /// Gives a code without the number, which was typed before.
    pub(crate) fn give_known(&self, code: &str) -> Answer {
        self.send(&[("code", code)])
    }

    /// Gives a client id and secret.
    pub(crate) fn give_client(&self, id: &str, secret: &str) -> Answer {
        let fields = [("number", &*self.number), ("id", id), ("secret", secret)];
        self.send(&fields)
    }

    /// A number that is not on the television.
    pub(crate) fn wrong_number(&self) -> &'static str {
        if self.number == "0000" {
            "1111"
        } else {
            "0000"
        }
    }
}
