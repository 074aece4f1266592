//! As little of a browser as a sign-in page needs: cookies, redirects, and forms that a person sends.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use url::{Url, form_urlencoded};

#[derive(Default)]
pub(crate) struct PlainBrowser {
    cookies: BTreeMap<String, String>,
}

/// Where the browser ended up. Another site's address is not opened: then there is no body.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) url: Url,
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl PlainBrowser {
    /// Opens an address.
    pub(crate) fn open(&mut self, url: &Url) -> Page {
        self.go("GET", url.clone(), "")
    }

    /// Fills in a form of a page, counted from 0, and sends it.
    pub(crate) fn send(&mut self, page: &Page, form: usize, filled: &[(&str, &str)]) -> Page {
        assert_eq!(page.status, 200, "{page:?}");
        let forms: Vec<_> = page.body.split("<form").skip(1).collect();
        let form = forms
            .get(form)
            .unwrap_or_else(|| panic!("no form in {page:?}"));
        let form = form.split("</form>").next().unwrap();
        let action = attribute(form, "action").expect("a form has an action");
        let mut fields = form_urlencoded::Serializer::new(String::new());
        for input in form.split("<input").skip(1) {
            let input = input.split('>').next().unwrap();
            if let (Some(name), Some(value)) = (attribute(input, "name"), attribute(input, "value"))
            {
                fields.append_pair(&name, &value);
            }
        }
        fields.extend_pairs(filled);
        self.go("POST", page.url.join(&action).unwrap(), &fields.finish())
    }

    fn go(&mut self, method: &str, url: Url, body: &str) -> Page {
        let (mut method, mut url, mut body) = (method, url, body);
        for _ in 0..10 {
            let (status, head, text) = self.request(method, &url, body);
            let location = headers(&head, "location").next();
            let Some(to) = location.filter(|_| (300..400).contains(&status)) else {
                return Page {
                    url,
                    status,
                    body: text,
                };
            };
            let to = url.join(to).unwrap();
            if to.origin() != url.origin() {
                return Page {
                    url: to,
                    status,
                    body: String::new(),
                };
            }
            (method, url, body) = ("GET", to, "");
        }
        panic!("sent around in circles at {url}");
    }

    /// HTTP 1.0, so that no answer comes in chunks.
    fn request(&mut self, method: &str, url: &Url, body: &str) -> (u16, String, String) {
        let host = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap());
        let mut stream = TcpStream::connect(&host).unwrap();
        let patience = Some(Duration::from_secs(30));
        stream.set_read_timeout(patience).unwrap();
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let cookies: Vec<_> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        write!(
            stream,
            "{method} {path} HTTP/1.0\r\nHost: {host}\r\nAccept: text/html\r\nUser-Agent: Mozilla/5.0\r\n\
             Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            cookies.join("; "),
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, text) = answer.split_once("\r\n\r\n").unwrap();
        for cookie in headers(head, "set-cookie") {
            let pair = cookie.split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head.to_owned(), text.to_owned())
    }
}

fn headers<'a>(head: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    head.lines()
        .filter_map(|line| line.split_once(": "))
        .filter(move |(found, _)| found.eq_ignore_ascii_case(name))
        .map(|(_, value)| value)
}

/// An attribute of the first tag in a text.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next()?;
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    let value = value.split('"').next()?;
    Some(
        value
            .replace("&#39;", "'")
            .replace("&quot;", "\"")
            .replace("&amp;", "&"),
    )
}
