//! A small web site on loopback.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

/// It stays until the tests end.
pub(crate) struct Site {
    pub(crate) url: String,
}

impl Site {
    /// Answers each request for a path (with its query) with a status line's rest, headers and a page.
    pub(crate) fn serving(answer: impl Fn(&str) -> SiteAnswer + Send + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // A browser opens connections that it does not use, so one must not wait for another.
                let Some((path, stream)) = path_of(stream) else {
                    continue;
                };
                send(stream, &answer(&path));
            }
        });
        Self { url }
    }
}

/// What a site answers.
pub(crate) enum SiteAnswer {
    /// A page.
    Page(String),
    /// The way to another address.
    Elsewhere(String),
    /// Nothing of the kind.
    Nothing,
}

fn path_of(stream: TcpStream) -> Option<(String, TcpStream)> {
    let patience = std::time::Duration::from_millis(500);
    stream.set_read_timeout(Some(patience)).ok()?;
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let path = first.split(' ').nth(1)?.to_owned();
    let mut line = String::new();
    while reader.read_line(&mut line).ok()? > 2 {
        line.clear();
    }
    Some((path, reader.into_inner()))
}

fn send(mut stream: TcpStream, served: &SiteAnswer) {
    let (head, body) = match served {
        SiteAnswer::Page(page) => ("200 OK".to_owned(), page.as_str()),
        SiteAnswer::Elsewhere(address) => (format!("302 Found\r\nLocation: {address}"), ""),
        SiteAnswer::Nothing => ("404 Not Found".to_owned(), ""),
    };
    let _ = write!(
        stream,
        "HTTP/1.1 {head}\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
}
