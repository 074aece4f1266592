//! The picture in a real terminal of 80×24, seen as a phone sees it.

use crate::support::{Flow, Home, SOON, Server, Terminal, wait_for};

#[test]
#[ignore = "needs tmux and python3: run by .ci/run"]
fn the_qr_scans_at_80_by_24_and_ctrl_c_leaves_the_terminal_as_it_was() {
    for flow in [Flow::Pin, Flow::Device] {
        let server = Server::start(flow, &["--interval", "1"]);
        let home = Home::asking(&server.url);
        let terminal = Terminal::open(&home, "scan");
        terminal.wait_for_text("ready>");
        terminal.pair("");
        let qr = terminal.wait_for_qr();
        let codes = server.secrets("user_codes");
        let code = codes.last().unwrap();
        assert!(qr.starts_with("https://simkl.com/pin") && qr.contains(code));
        for part in [
            code,
            "simkl.com/pin",
            "Expires in",
            "Waiting for your phone",
        ] {
            terminal.wait_for_text(part);
        }
        assert_eq!(terminal.ask("#{cursor_flag}"), "0");

        // It is redrawn in place, whatever is typed.
        terminal.press(&["x", "Enter", "Enter"]);
        server.wait_for_poll_after(server.count("poll") + 1);
        assert_eq!(terminal.wait_for_qr(), qr);
        assert_eq!(terminal.ask("#{history_size}"), "0", "nothing scrolled");

        terminal.press(&["C-c"]);
        terminal.wait_for_text("code 130");
        assert_eq!(terminal.ask("#{cursor_flag}"), "1");
        assert_eq!(terminal.qr(), None, "a dead code is not left behind");
        terminal.run("echo still $((40 + 2))");
        terminal.wait_for_text("still 42");
        assert!(
            terminal.text().contains("echo still"),
            "what is typed shows"
        );
    }
}

#[test]
#[ignore = "needs tmux and python3: run by .ci/run"]
fn the_picture_follows_the_window_and_comes_back_after_ctrl_z() {
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    let home = Home::asking(&server.url);
    let terminal = Terminal::open(&home, "follow");
    terminal.wait_for_text("ready>");
    // A QR without its colours would not scan.
    terminal.pair_with("NO_COLOR=1");
    let qr = terminal.wait_for_qr();

    terminal.tmux(&["resize-window", "-x", "50", "-y", "14"]);
    wait_for("text without a QR", SOON, || {
        terminal.qr().is_none().then_some(())
    });
    terminal.wait_for_text(&server.secrets("user_codes")[0]);
    terminal.tmux(&["resize-window", "-x", "80", "-y", "24"]);
    assert_eq!(terminal.wait_for_qr(), qr);

    terminal.press(&["C-z"]);
    terminal.wait_for_text("Stopped");
    assert_eq!(terminal.ask("#{cursor_flag}"), "1");
    terminal.run("fg; echo code $?");
    assert_eq!(terminal.wait_for_qr(), qr);

    // Trouble is told, and the code stays.
    server.fault("500");
    terminal.wait_for_text("Your code");
    assert_eq!(terminal.wait_for_qr(), qr);
    server.fault("none");
    terminal.press(&["echo ahead $((40 + 2))", "Enter"]);
    server.approve(&server.secrets("user_codes")[0]);
    terminal.wait_for_text("Signed in as ");
    terminal.wait_for_text("code 0");
    // What was typed meanwhile was meant for the shell.
    terminal.wait_for_text("ahead 42");
    assert_eq!(terminal.ask("#{cursor_flag}"), "1");
    assert!(home.token_file().exists());
}

#[test]
#[ignore = "needs tmux and python3: run by .ci/run"]
fn without_utf8_the_qr_scans_where_there_are_colours_and_all_else_is_ascii() {
    let server = Server::start(Flow::Pin, &["--interval", "1"]);
    // Whatever is spoken: without its letters it is English.
    let home = Home::asking(&server.url);
    home.settings("language = \"ru\"\n");
    let terminal = Terminal::open(&home, "ascii");
    terminal.tmux(&["resize-window", "-x", "120", "-y", "45"]);
    terminal.wait_for_text("ready>");
    for (term, locale, scans) in [
        ("xterm-256color", "C", true),
        ("linux", "C", true),
        ("xterm", "ru_RU.KOI8-R", true),
        ("vt100", "C", false),
        ("dumb", "C", false),
    ] {
        let before = server.secrets("user_codes").len();
        terminal.pair_with(&format!("TERM={term} LC_ALL={locale}"));
        let code = wait_for("a code", SOON, || {
            server.secrets("user_codes").get(before).cloned()
        });
        for part in [&code, "simkl.com/pin", "Waiting for your phone"] {
            terminal.wait_for_text(part);
        }
        let text = terminal.text();
        assert!(text.is_ascii(), "{term}: {text}");
        match terminal.qr() {
            Some(qr) => assert!(scans && qr.contains(&code), "{term}: {qr}"),
            None => assert!(!scans, "{term}"),
        }
        terminal.press(&["C-c"]);
        terminal.wait_for_text("code 130");
    }
}

#[test]
#[ignore = "needs tmux"]
fn without_a_client_id_it_is_typed_below_the_qr_of_the_page_saved_and_used() {
    let simkl = super::simkl(Flow::Device);
    let home = Home::empty()
        .with("COUCHPIN_SIMKL_API_URL", simkl.api_url().as_str())
        .with("COUCHPIN_PHONE_PAGE", "127.0.0.1")
        .with("COUCHPIN_STORE", "file");
    let terminal = Terminal::open(&home, "client");
    terminal.wait_for_text("ready>");
    terminal.pair("");
    let page = terminal.wait_for_qr();
    assert!(page.starts_with("http://127.0.0.1:"), "{page}");
    terminal.wait_for_text("Or paste the client ID here");
    terminal.press(&["living room", "Enter"]);
    terminal.wait_for_text("look like Simkl");
    assert_eq!(simkl.requests().len(), 0);
    terminal.press(&["living-room", "Enter"]);
    terminal.wait_for_text("Saved in ");
    let qr = terminal.wait_for_qr();
    assert!(qr.starts_with("https://simkl.com/pin"), "{qr}");
    let file = home.settings_file();
    let settings = std::fs::read_to_string(file).unwrap();
    assert!(
        settings.contains("client_id = \"living-room\""),
        "{settings}"
    );
    assert_eq!(simkl.approve_all(), 1);
    terminal.wait_for_text("Signed in as Ann");
    terminal.wait_for_text("code 0");
    assert!(!terminal.text().contains("Or paste"));
    assert_eq!(home.run(&["token"]).code, Some(0));
}
