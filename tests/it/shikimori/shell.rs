//! `couchpin pair --service shikimori` with a real Doorkeeper: the code pasted on standard input, or given on the page
//! for a phone beside a terminal's picture. Needs tmux, too.

use std::io::Write as _;
use std::time::Duration;

use couchpin::auth::AuthorizationCode;
use rustix::process::Signal;
use url::Url;

use crate::support::{
    Answer, Doorkeeper, Home, PlainBrowser, SOON, Screen, Terminal, say, wait_for,
};

const PAIR: [&str; 3] = ["pair", "--service", "shikimori"];

fn home(doorkeeper: &Doorkeeper) -> Home {
    Home::asking_shikimori(doorkeeper.url.as_str())
        .with("COUCHPIN_PHONE_PAGE", "127.0.0.1")
        .with("COUCHPIN_STORE", "file")
}

/// The rest of the line that begins so.
fn told(pairing: &Screen, begin: &str) -> String {
    let place = pairing.out.wait_for(0, begin, SOON);
    pairing.out.all()[place].replace(begin, "")
}

/// The person says yes on the page at this address, and it shows a code.
fn code_at(address: &str) -> String {
    let address = Url::parse(address).unwrap();
    let shown = Doorkeeper::answer(&address, 0, &mut PlainBrowser::default());
    let code = AuthorizationCode::typed(shown.url.as_str()).unwrap();
    code.expose().to_owned()
}

/// As much of it as a double tap marks.
fn half(code: &str) -> String {
    code.replace('-', "_")[..20].to_owned()
}

fn assert_paired(home: &Home, doorkeeper: &Doorkeeper) {
    let done = home.run(&["token", "shikimori"]);
    assert_eq!(done.code, Some(0), "{done:?}");
    assert!(done.out.trim().len() > 20, "a token");
    doorkeeper.assert_no_secret_in(&done.err);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_pasted_code_signs_in_and_half_a_code_costs_no_request() {
    let doorkeeper = Doorkeeper::start();
    let home = home(&doorkeeper);
    let (mut pairing, mut keys) = home.start_typing(&PAIR);
    let code = code_at(&told(&pairing, "Or go to "));
    let half = half(&code);
    writeln!(keys, "{half}").unwrap();
    let said = pairing
        .out
        .wait_for(0, "That is not the code. Only 20 of 43", SOON);
    writeln!(keys, "{half}").unwrap();
    pairing
        .out
        .wait_for(said + 1, "That is not the code. Only 20 of 43", SOON);
    assert_eq!(doorkeeper.requests(), [""; 0]);

    writeln!(keys, "{code}").unwrap();
    assert_eq!(pairing.exit_code(), Some(0), "{:?}", pairing.said());
    pairing
        .out
        .wait_for(0, "Signed in as Ann, stored in ", SOON);
    let said = pairing.said().join("\n");
    doorkeeper.assert_no_secret_in(&said);
    assert!(!said.contains(&half), "what was typed is not told");
    assert_paired(&home, &doorkeeper);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn an_input_without_a_code_ends_nothing() {
    let doorkeeper = Doorkeeper::start();
    let home = home(&doorkeeper);
    // `start` has /dev/null for its input, `start_typing` a pipe that is closed.
    let mut nothing = home.start(&PAIR);
    told(&nothing, "Or go to ");
    std::thread::sleep(Duration::from_secs(1));
    assert!(nothing.is_running());
    nothing.signal(Signal::INT);
    assert_eq!(nothing.exit_code(), Some(130));

    let (mut closed, keys) = home.start_typing(&PAIR);
    drop(keys);
    let (page, number) = (
        told(&closed, "With your phone: "),
        told(&closed, "When it asks, type this number: "),
    );
    let code = code_at(&told(&closed, "Or go to "));
    assert_eq!(give(&page, &number, &code).status, 303);
    assert_eq!(closed.exit_code(), Some(0), "{:?}", closed.said());
    assert_paired(&home, &doorkeeper);
}

/// What a phone does with the address of a page.
fn ask(page: &str, method: &str, body: &str) -> Answer {
    let url = Url::parse(page).unwrap();
    let host = format!("{}:{}", url.host_str().unwrap(), url.port().unwrap());
    let request = format!(
        "{method} {} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        url.path(),
        body.len()
    );
    say(&host, &request)
}

fn give(page: &str, number: &str, code: &str) -> Answer {
    ask(page, "POST", &format!("number={number}&code={code}"))
}

/// The number in the picture.
fn number(terminal: &Terminal<'_>) -> String {
    let text = terminal.text();
    let is_number = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let number = text.split_whitespace().find(is_number);
    number.unwrap_or_else(|| panic!("{text}")).to_owned()
}

/// The consent page's address in the picture, over several lines.
fn address(terminal: &Terminal<'_>) -> String {
    let text: String = terminal.text().lines().collect();
    let (_, address) = text.split_once("Or go to").expect(&text);
    address.trim().to_owned()
}

/// Looks before the picture is drawn again, which would hide it.
fn assert_does_not_show(terminal: &Terminal<'_>, typed: &str) {
    for _ in 0..5 {
        std::thread::sleep(Duration::from_millis(50));
        let text: String = terminal.text().lines().collect();
        assert!(!text.contains(&typed[..8]), "{text}");
    }
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_phone_that_scans_the_picture_signs_in() {
    let doorkeeper = Doorkeeper::start();
    let home = home(&doorkeeper);
    let terminal = Terminal::open(&home, "phone");
    terminal.wait_for_text("ready>");
    terminal.pair("--service shikimori");
    let page = terminal.wait_for_qr();
    assert!(page.starts_with("http://127.0.0.1:"), "{page}");
    for part in ["Sign in to Shikimori", "Waiting for your phone"] {
        terminal.wait_for_text(part);
    }
    assert_eq!(ask(&page, "GET", "").status, 200);
    terminal.wait_for_text("The page is open on a phone");
    let code = code_at(&address(&terminal));

    // Half a code is told, and what is typed does not show.
    let half = half(&code);
    terminal.press(&["-l", "--", &half]);
    assert_does_not_show(&terminal, &half);
    terminal.press(&["Enter"]);
    terminal.wait_for_text("That is not the code");
    assert_eq!(terminal.wait_for_qr(), page);
    assert_eq!(doorkeeper.requests(), [""; 0]);

    let number = number(&terminal);
    let wrong = if number == "0000" { "1111" } else { "0000" };
    assert_eq!(give(&page, wrong, &code).status, 403);
    terminal.wait_for_text("Wrong number, try 1 of");
    assert_eq!(give(&page, &number, &code).status, 303);
    terminal.wait_for_text("Signed in as Ann");
    terminal.wait_for_text("code 0");
    assert_eq!(terminal.ask("#{cursor_flag}"), "1");
    assert_paired(&home, &doorkeeper);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn a_code_that_is_pasted_into_the_picture_signs_in() {
    let doorkeeper = Doorkeeper::start();
    let home = home(&doorkeeper);
    let terminal = Terminal::open(&home, "paste");
    terminal.wait_for_text("ready>");
    terminal.pair("--service shikimori");
    terminal.wait_for_qr();
    // Ctrl-D is no end.
    terminal.press(&["C-d"]);
    let code = code_at(&address(&terminal));
    terminal.press(&["C-z"]);
    terminal.wait_for_text("Stopped");
    terminal.run("fg; echo code $?");
    terminal.wait_for_qr();
    terminal.press(&["-l", "--", &code]);
    assert_does_not_show(&terminal, &code);
    terminal.press(&["Enter"]);
    terminal.wait_for_text("Signed in as Ann");
    terminal.wait_for_text("code 0");
    assert!(
        !terminal
            .tmux(&["capture-pane", "-p", "-S", "-"])
            .contains(&code)
    );
    assert_paired(&home, &doorkeeper);
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn ctrl_c_leaves_the_terminal_as_it_was_and_in_the_background_nothing_is_read() {
    let doorkeeper = Doorkeeper::start();
    let home = home(&doorkeeper);
    let terminal = Terminal::open(&home, "leave");
    terminal.wait_for_text("ready>");
    terminal.pair("--service shikimori");
    terminal.wait_for_qr();
    terminal.press(&["C-c"]);
    terminal.wait_for_text("code 130");
    assert_eq!(terminal.qr(), None);
    assert_eq!(terminal.ask("#{cursor_flag}"), "1");
    terminal.run("echo still $((40 + 2))");
    terminal.wait_for_text("still 42");
    assert!(
        terminal.text().contains("echo still"),
        "what is typed shows"
    );

    let said = home.token_file().with_file_name("said");
    let (couchpin, said) = (env!("CARGO_BIN_EXE_couchpin"), said.display());
    terminal.run(&format!(
        "clear; {couchpin} pair --service shikimori > {said} &"
    ));
    wait_for("address", SOON, || {
        let said = std::fs::read_to_string(home.token_file().with_file_name("said"));
        said.ok().filter(|said| said.contains("Or go to "))
    });
    // For a while nothing reads what is typed; a background process that did would be stopped for it.
    terminal.run("sleep 2");
    terminal.run("echo mine $((40 + 2))");
    terminal.wait_for_text("mine 42");
    terminal.run("jobs");
    terminal.wait_for_text("Running");
    terminal.run("kill %1; wait %1; echo code $?");
    terminal.wait_for_text("code 143");
}

#[test]
#[ignore = "needs ruby-doorkeeper"]
fn client_id_and_secret_are_typed_one_after_the_other_and_do_not_show() {
    let doorkeeper = Doorkeeper::start();
    let home = Home::empty()
        .with("COUCHPIN_SHIKIMORI_URL", doorkeeper.url.as_str())
        .with("COUCHPIN_PHONE_PAGE", "127.0.0.1")
        .with("COUCHPIN_STORE", "file");
    let terminal = Terminal::open(&home, "client");
    terminal.wait_for_text("ready>");
    terminal.pair("--service shikimori");
    let set_up = terminal.wait_for_qr();
    terminal.wait_for_text("Or paste the client ID here");
    terminal.press(&["living-room", "Enter"]);
    terminal.wait_for_text("Now paste the client secret");
    terminal.press(&["-l", "canary-secret"]);
    assert_does_not_show(&terminal, "canary-secret");
    terminal.press(&["Enter"]);
    terminal.wait_for_text("Saved in ");
    terminal.wait_for_text("Or go to");
    let page = terminal.wait_for_qr();
    assert_ne!(page, set_up, "the page that asked for them is closed");
    let settings = std::fs::read_to_string(home.settings_file()).unwrap();
    assert!(
        settings.contains("client_secret = \"canary-secret\""),
        "{settings}"
    );
    let code = code_at(&address(&terminal));
    terminal.press(&["-l", "--", &code]);
    terminal.press(&["Enter"]);
    terminal.wait_for_text("Signed in as Ann");
    terminal.wait_for_text("code 0");
    assert_paired(&home, &doorkeeper);
}
