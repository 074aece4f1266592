//! A real browser: Chromium without a screen, steered through its own driver (W3C `WebDriver`).

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::{Lines, Running, SOON, http, wait_for};

/// How `WebDriver` spells "element".
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) struct Browser {
    session: String,
    _driver: Running,
}

impl Browser {
    /// As on a phone: 390 by 844 points, touched with a finger, preferring these languages.
    pub(crate) fn on_a_phone(languages: &str) -> Self {
        let screen = json!({"width": 390, "height": 844, "pixelRatio": 2, "touch": true});
        Self::start(languages, &json!({"deviceMetrics": screen}))
    }

    /// As on a computer.
    pub(crate) fn on_a_computer(languages: &str) -> Self {
        Self::start(languages, &Value::Null)
    }

    fn start(languages: &str, phone: &Value) -> Self {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromium-driver is installed");
        let said = Lines::of(child.stdout.take().unwrap());
        let driver = Running(child);
        let place = said.wait_for(0, "successfully on port ", SOON);
        let line = said.all()[place].clone();
        let port = line.rsplit(' ').next().unwrap().trim_end_matches('.');
        let arguments = [
            "--headless=new",
            // The tests run as root, in a container.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-proxy-server",
            "--window-size=1280,800",
            &format!("--accept-lang={languages}"),
        ];
        let mut options = json!({ "args": arguments });
        if !phone.is_null() {
            options["mobileEmulation"] = phone.clone();
        }
        let wanted = json!({"alwaysMatch": {"goog:chromeOptions": options}});
        let sessions = format!("http://127.0.0.1:{port}/session");
        let answer = order("POST", &sessions, &json!({ "capabilities": wanted }));
        let id = answer["sessionId"].as_str().unwrap();
        Self {
            session: format!("{sessions}/{id}"),
            _driver: driver,
        }
    }

    fn post(&self, what: &str, body: &Value) -> Value {
        order("POST", &format!("{}/{what}", self.session), body)
    }

    fn get(&self, what: &str) -> Value {
        order("GET", &format!("{}/{what}", self.session), &Value::Null)
    }

    /// Opens an address, as a scanned QR does.
    pub(crate) fn open(&self, url: &str) {
        self.post("url", &json!({ "url": url }));
    }

    /// Where it is.
    pub(crate) fn url(&self) -> String {
        self.get("url").as_str().unwrap().to_owned()
    }

    fn element(&self, css: &str) -> String {
        let found = self.post("element", &json!({"using": "css selector", "value": css}));
        let id = found[ELEMENT].as_str().expect("it is on the page");
        format!("element/{id}")
    }

    /// What a person reads there.
    pub(crate) fn text(&self, css: &str) -> String {
        let text = self.get(&format!("{}/text", self.element(css)));
        text.as_str().unwrap().to_owned()
    }

    /// Waits until something there begins like this: a page that was asked for comes a moment later.
    pub(crate) fn wait_for_text(&self, css: &str, beginning: &str) {
        let read = json!({
            "script": "return document.querySelector(arguments[0])?.innerText ?? ''",
            "args": [css],
        });
        wait_for(beginning, SOON, || {
            // Between two pages there is none to ask.
            let said = try_order("POST", &format!("{}/execute/sync", self.session), &read);
            said.ok()?.as_str()?.starts_with(beginning).then_some(())
        });
    }

    /// Types into a field that may hold something.
    pub(crate) fn write(&self, css: &str, text: &str) {
        let field = self.element(css);
        self.post(&format!("{field}/clear"), &json!({}));
        self.post(&format!("{field}/value"), &json!({ "text": text }));
    }

    /// Presses a button or a link.
    pub(crate) fn press(&self, css: &str) {
        self.post(&format!("{}/click", self.element(css)), &json!({}));
    }

    /// Goes to a tab, by its place in the order of their opening.
    pub(crate) fn go_to_tab(&self, place: usize) {
        let handle = wait_for("tab", SOON, || {
            self.get("window/handles").get(place).cloned()
        });
        self.post("window", &json!({ "handle": handle }));
    }

    /// Whether the person prefers a dark screen.
    pub(crate) fn prefer_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{"name": "prefers-color-scheme", "value": value}]);
        let params = json!({ "features": features });
        self.post(
            "goog/cdp/execute",
            &json!({"cmd": "Emulation.setEmulatedMedia", "params": params}),
        );
    }

    /// The value of an expression in the page.
    pub(crate) fn measure(&self, expression: &str) -> Value {
        let script = format!("return {expression}");
        self.post("execute/sync", &json!({"script": script, "args": []}))
    }

    /// Takes a picture of the whole page to be looked at by hand, and tells where it is.
    pub(crate) fn photograph(&self, name: &str) -> PathBuf {
        let cmd =
            json!({"cmd": "Page.captureScreenshot", "params": {"captureBeyondViewport": true}});
        let picture = self.post("goog/cdp/execute", &cmd);
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        let data = picture["data"].as_str().unwrap();
        std::fs::write(&file, BASE64_STANDARD.decode(data).unwrap()).unwrap();
        file
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser ends with its session; the driver alone would leave it behind.
        let _ = http("DELETE", &self.session, "application/json", "");
    }
}

fn order(method: &str, url: &str, body: &Value) -> Value {
    try_order(method, url, body).unwrap_or_else(|refusal| panic!("{method} {url}: {refusal:#}"))
}

fn try_order(method: &str, url: &str, body: &Value) -> Result<Value, Value> {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let (status, answer) = http(method, url, "application/json", &body);
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let value = answer["value"].clone();
    if status == 200 { Ok(value) } else { Err(value) }
}
