//! A server of a few lines for the tests: it says exactly the bytes it was given, right or wrong.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};

use url::Url;

/// A whole answer with this status line, these extra header lines and this body.
pub(in crate::services) fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )
    .into_bytes()
}

/// A whole answer with JSON in it.
pub(in crate::services) fn json(status: &str, body: &str) -> Vec<u8> {
    answer(status, "Content-Type: application/json\r\n", body)
}

/// Gives one answer per connection on a loopback port, then hangs up. Joining gives the requests as they came.
pub(in crate::services) fn serve(answers: Vec<Vec<u8>>) -> (Url, JoinHandle<Vec<String>>) {
    serve_with(|_| answers)
}

/// The same with answers that hold the server's own address.
pub(in crate::services) fn serve_with(
    answers: impl FnOnce(&Url) -> Vec<Vec<u8>>,
) -> (Url, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    let answers = answers(&url);
    let server = thread::spawn(move || {
        let answer_one = |answer: Vec<u8>| {
            let (mut stream, _) = listener.accept().unwrap();
            let request = read_request(&mut stream);
            // Fails where the client hangs up before the end of a long answer.
            let _ = stream.write_all(&answer);
            request
        };
        answers.into_iter().map(answer_one).collect()
    });
    (url, server)
}

/// Reads one request with its body.
pub(in crate::services) fn read_request(stream: &mut impl Read) -> String {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .filter_map(|line| line.split_once(": "))
                .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
                .map_or(0, |(_, value)| value.parse().unwrap());
            if body.len() >= length {
                return text;
            }
        }
        match stream.read(&mut buffer).unwrap() {
            0 => return text,
            n => request.extend_from_slice(&buffer[..n]),
        }
    }
}
