//! What a phone sends, changed at random.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Mutex;

use axum::body::{Body, to_bytes};
use axum::http::Request;
use tokio::sync::mpsc;
use url::Url;

use crate::auth::Secret;
use crate::system::clock;
use crate::tests::hostile_input::try_changed;
use crate::web::phone::form_state::FormState;
use crate::web::phone::guard::Guard;
use crate::web::phone::page_server::PageSite;
use crate::web::phone::{LONGEST, Question};
use crate::web::server::Site as _;
use crate::words::Language;

/// A body, after the page's own head.
const FORM: &[&[u8]] = &[
    b"number=4711&code=aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3-_aB3",
    b"number=1234&code=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    b"number=4711&id=a&secret=b&code=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
];

#[test]
fn any_form_of_a_phone_is_answered() {
    try_changed(FORM, 150, form);
}

const PATH: &str = "bcdfghjkmnpqrstvwxyz234567";

fn form(bytes: &[u8]) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().build() else {
        return;
    };
    let page = runtime.block_on(answer(bytes.to_vec()));
    let Some(page) = page else {
        return;
    };
    // What was typed comes back as text only.
    let tags = ["<script>alert", "<img src=x", "onerror=alert(1)>"];
    assert!(!tags.iter().any(|tag| page.contains(tag)), "{page}");
    assert!(
        !page.contains("4711"),
        "the number is on the television only"
    );
}

async fn answer(body: Vec<u8>) -> Option<String> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 41234));
    let (tell, _events) = mpsc::unbounded_channel();
    let question = Question::Code {
        consent: Url::parse("https://shikimori.io/oauth/authorize?client_id=abc").ok()?,
    };
    let form_state = FormState::new(question, Secret::new("4711"), clock::now() + LONGEST, tell);
    let site = PageSite {
        guard: Guard::new(address, &Secret::new(PATH), Secret::new("cookie")),
        form_state: Mutex::new(form_state),
        service: "Shikimori".into(),
        language: Language::English,
    };
    let typed_number = body.windows(4).any(|window| window == b"4711");
    let request = Request::post(format!("/{PATH}"))
        .header("host", address.to_string())
        .header("origin", format!("http://{address}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("content-length", body.len())
        .body(Body::from(body))
        .ok()?;
    let response = site.answer(request, address).await;
    // The guard lets it in, so that the form is read.
    assert!(
        ![400, 404, 405, 415, 421].contains(&response.status().as_u16()),
        "{}",
        response.status()
    );
    assert!(
        !response.status().is_server_error(),
        "{}",
        response.status()
    );
    let page = to_bytes(response.into_body(), usize::MAX).await.ok()?;
    let page = String::from_utf8_lossy(&page).into_owned();
    (!typed_number).then_some(page)
}
