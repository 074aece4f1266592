//! The demo, which needs no account.

use super::code_in;
use crate::support::{Display, Home, SOON, http};

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn demo_pairs_by_its_own_page_and_leaves_nothing_behind() {
    demo("--demo", 5);
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn demo_of_the_device_grant_pairs_by_its_own_page_and_leaves_nothing_behind() {
    demo("--demo=device", 8);
}

fn demo(option: &str, letters: usize) {
    let display = Display::bare();
    let home = Home::empty();
    let mut screen = home.screen(&display, &[option]);
    let place = screen.out.wait_for(0, "Approve the code at ", SOON);
    let page = screen.out.all()[place]
        .split(' ')
        .next_back()
        .unwrap()
        .to_owned();
    let qr = display.wait_for_qr();
    assert!(qr.starts_with(&page), "{qr} is not on {page}");
    let code = code_in(&qr);
    assert_eq!(code.replace('-', "").len(), letters);

    // The page has a field; a wrong code is not known; the right one is shown before it is approved.
    let get = |query: &str| http("GET", &format!("{page}{query}"), "text/plain", "");
    let (status, asks) = get("");
    assert_eq!(status, 200);
    assert!(asks.contains("name=\"user_code\"") && asks.contains("action=\"/pin\""));
    assert_eq!(get("?user_code=WRONG").0, 404);
    let (status, confirms) = get(&format!("?user_code={}", code.to_lowercase()));
    assert_eq!(status, 200);
    assert!(confirms.contains(code) && confirms.contains("action=\"/pin/approve\""));

    let form = format!("user_code={code}");
    let kind = "application/x-www-form-urlencoded";
    let (status, approved) = http("POST", &format!("{page}/approve"), kind, &form);
    assert_eq!(status, 200, "{approved}");
    screen.wait_for_view("paired", SOON);
    screen.wait_for_frame("paired");

    // A press in the first moment of a new screen would count for the last one, that is for nothing.
    std::thread::sleep(std::time::Duration::from_millis(600));
    display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0));
    for setup in ["state", "tmp", "data", "config"] {
        assert!(
            home.files_in(setup).is_empty(),
            "{:?}",
            home.files_in(setup)
        );
    }
    assert_eq!(home.run(&["token"]).code, Some(3));
    let leak = screen.said().into_iter().find(|line| line.contains(code));
    assert_eq!(leak, None);
}
