//! As little of a browser as a sign-in page needs: cookies, redirects, and forms that a person sends.

use std::collections::BTreeMap;

use url::{Url, form_urlencoded};

use super::{Answer, say};

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
        // A form without an action is sent to its own page.
        let action = attribute(form, "action").unwrap_or_else(|| page.url.to_string());
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
            let answer = self.request(method, &url, body);
            let status = answer.status;
            let Some(to) = answer.header("location").filter(|_| status / 100 == 3) else {
                return Page {
                    url,
                    status,
                    body: answer.body,
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
    fn request(&mut self, method: &str, url: &Url, body: &str) -> Answer {
        let host = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap());
        let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
        let cookies = self.cookies.iter();
        let cookies: Vec<_> = cookies
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = format!(
            "{method} {path} HTTP/1.0\r\nHost: {host}\r\nAccept: text/html\r\nUser-Agent: Mozilla/5.0\r\n\
             Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            cookies.join("; "),
            body.len()
        );
        let answer = say(&host, &request);
        for cookie in answer.headers("set-cookie") {
            let pair = cookie.split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }
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
