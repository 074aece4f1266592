//! Starts that cannot succeed end with one sentence: on standard error, and on the television if there is one.

use super::{Setup, code_in};
use crate::support::{Display, Flow, Home, SOON};

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn wrong_settings_are_named_on_standard_error_and_on_the_television() {
    let display = Display::bare();
    let home = Home::empty();
    let file = home.settings("store = \"file\"\n\n[simkl]\nclient = \"x\"\n");
    let told = home.run(&["status"]);
    assert_eq!((told.code, told.out.as_str()), (Some(2), ""));
    let where_it_is = format!("{}, line 4: ", file.display());
    assert!(told.sentence().starts_with(&where_it_is), "{told:?}");
    assert!(told.sentence().contains("client_id"), "{told:?}");

    for leave in ["Return", "Escape"] {
        let mut screen = home.screen(&display, &[]);
        display.wait_for_text();
        assert!(screen.is_running());
        display.press(&[leave]);
        assert_eq!(screen.exit_code(), Some(2), "{leave}");
        assert_eq!(screen.log.count(0, &where_it_is), 1);
    }
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn a_wrong_variable_is_named_on_the_television_as_a_wrong_settings_file_is() {
    let display = Display::bare();
    for (variable, wrong) in [("COUCHPIN_STORE", "kering"), ("COUCHPIN_SIMKL_AUTH", "x")] {
        let home = Home::empty().with(variable, wrong);
        let mut screen = home.screen(&display, &["--kiosk"]);
        display.wait_for_text();
        assert!(screen.is_running());
        display.press(&["Return"]);
        assert_eq!(screen.exit_code(), Some(2), "{variable}");
        assert_eq!(screen.log.count(0, &format!("from {variable}: ")), 1);
    }
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn no_display_is_said_in_one_sentence() {
    let home = Home::empty();
    let none = home.run(&[]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.sentence().contains("no display found"), "{none:?}");
    let wrong = home.run_on(":4242", &[]);
    assert_eq!((wrong.code, wrong.out.as_str()), (Some(1), ""));
    assert!(
        wrong.sentence().starts_with("the display :4242 "),
        "{wrong:?}"
    );
    assert!(!wrong.sentence().contains(".rs"), "{wrong:?}");
    let broken = Home::empty();
    broken.settings("client = \"x\"\n");
    let broken = broken.run(&[]);
    assert_eq!(broken.code, Some(2));
    assert!(broken.sentence().contains("line 1: "), "{broken:?}");
}

#[test]
#[ignore = "needs Xvfb, xdotool, imagemagick, zbar-tools and python3: run by .ci/run"]
fn stored_pairing_is_checked_at_launch_and_a_token_that_was_ended_is_told() {
    let setup = Setup::with(Flow::Pin, &["--interval", "1"]);
    let mut screen = setup.home.screen(&setup.display, &["--exit-when-paired"]);
    setup.server.approve(code_in(&setup.display.wait_for_qr()));
    screen.wait_for_view("paired", SOON);
    assert_eq!(screen.exit_code(), Some(0), "it leaves by itself");

    let mut screen = setup.home.screen(&setup.display, &[]);
    screen.wait_for_frame("paired");
    setup.display.wait_for_text();
    setup.display.press(&["Return"]);
    assert_eq!(screen.exit_code(), Some(0), "Done leaves");
    assert_eq!(setup.server.count("code"), 1, "no code is asked for");

    setup.server.revoke();
    let screen = setup.home.screen(&setup.display, &[]);
    screen.wait_for_frame("refused");
    setup.display.wait_for_text();
    assert_eq!(
        setup.home.run(&["token"]).code,
        Some(0),
        "the old token is kept"
    );
    setup.display.press(&["Return"]);
    setup.server.approve(code_in(&setup.display.wait_for_qr()));
    screen.wait_for_view("paired", SOON);
}
