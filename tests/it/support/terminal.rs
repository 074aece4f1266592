//! A real terminal: tmux keeps the cells, their colours are painted and scanned.

use std::process::Output;

use super::{Home, SOON, wait_for};

/// A terminal with a shell in it.
pub(crate) struct Terminal<'a> {
    home: &'a Home,
    name: String,
}

impl<'a> Terminal<'a> {
    pub(crate) fn open(home: &'a Home, name: &str) -> Self {
        let terminal = Self {
            home,
            name: format!("couchpin-{name}-{}", std::process::id()),
        };
        let size = ["-x", "80", "-y", "24"];
        let start = [
            &["-f", "/dev/null", "new-session", "-d"],
            &size[..],
            &["env PS1='ready> ' bash --norc"],
        ];
        terminal.tmux(&start.concat());
        terminal
    }

    fn try_tmux(&self, args: &[&str]) -> Output {
        let mut command = self.home.command("tmux");
        command
            .args(["-u", "-L", &self.name])
            .args(args)
            .env("COUCHPIN_LOG", "warn")
            .env("TERM", "xterm-256color");
        command.output().expect("tmux is installed")
    }

    pub(crate) fn tmux(&self, args: &[&str]) -> String {
        let output = self.try_tmux(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn press(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    pub(crate) fn run(&self, command: &str) {
        self.press(&[command, "Enter"]);
    }

    /// Pairs, with more arguments, and tells the exit code.
    pub(crate) fn pair(&self, arguments: &str) {
        let couchpin = env!("CARGO_BIN_EXE_couchpin");
        self.run(&format!("clear; {couchpin} pair {arguments}; echo code $?"));
    }

    /// The same with more in its environment.
    pub(crate) fn pair_with(&self, environment: &str) {
        let couchpin = env!("CARGO_BIN_EXE_couchpin");
        self.run(&format!(
            "clear; env {environment} {couchpin} pair; echo code $?"
        ));
    }

    pub(crate) fn text(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    pub(crate) fn ask(&self, what: &str) -> String {
        self.tmux(&["display", "-p", what]).trim().to_owned()
    }

    pub(crate) fn wait_for_text(&self, text: &str) {
        wait_for(text, SOON, || self.text().contains(text).then_some(()));
    }

    /// What a phone reads, on a dark and on a bright terminal.
    pub(crate) fn qr(&self) -> Option<String> {
        let cells = self.tmux(&["capture-pane", "-p", "-e", "-N"]);
        let dark = scan(&cells, 0)?;
        assert_eq!(scan(&cells, 255).as_ref(), Some(&dark));
        Some(dark)
    }

    pub(crate) fn wait_for_qr(&self) -> String {
        wait_for("QR", SOON, || self.qr())
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let _ = self.try_tmux(&["kill-server"]);
    }
}

/// Paints captured cells, with this grey where a cell has no background of its own, and scans them.
fn scan(cells: &str, background: u8) -> Option<String> {
    const SCALE: usize = 4;
    let mut rows: Vec<Vec<u8>> = Vec::new();
    // A captured line goes on in the colours of the one before.
    let (mut foreground, mut back) = (128, background);
    for line in cells.lines() {
        let (mut top, mut bottom) = (Vec::new(), Vec::new());
        for (index, part) in line.split('\x1b').enumerate() {
            let text = if index == 0 {
                part
            } else {
                let (codes, text) = part.split_once('m').unwrap_or(("", ""));
                apply_codes(codes, &mut foreground, &mut back, background);
                text
            };
            for glyph in text.chars() {
                let (above, below) = match glyph {
                    '▀' => (foreground, back),
                    '▄' => (back, foreground),
                    '█' => (foreground, foreground),
                    _ => (back, back),
                };
                top.push(above);
                bottom.push(below);
            }
        }
        rows.extend([top, bottom]);
    }
    let pixel = |x: usize, y: usize| {
        let row = rows.get(y / SCALE);
        *row.and_then(|row| row.get(x / SCALE))
            .unwrap_or(&background)
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(80);
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(columns * SCALE, rows.len() * SCALE, pixel);
    let grids = image.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}

/// The colours after a list of codes; only the two of the QR are known, all others are as the terminal likes.
fn apply_codes(codes: &str, foreground: &mut u8, back: &mut u8, background: u8) {
    let codes: Vec<&str> = codes.trim_start_matches('[').split(';').collect();
    let mut rest = &codes[..];
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (*first, tail) {
            ("" | "0", _) => (*foreground, *back) = (128, background),
            ("39", _) => *foreground = 128,
            ("49", _) => *back = background,
            ("38" | "48", ["5", number, tail @ ..]) => {
                let grey = match *number {
                    "16" => 0,
                    "231" => 255,
                    _ => background,
                };
                *(if *first == "38" {
                    &mut *foreground
                } else {
                    &mut *back
                }) = grey;
                rest = tail;
            }
            _ => {}
        }
    }
}
