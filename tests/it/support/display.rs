//! A television in memory, the remote that drives it, and a camera pointed at it.

use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use super::{Lines, Picture, Running, SOON, wait_for};

pub(crate) struct Display {
    /// For example `:7`.
    pub(crate) name: String,
    _server: Running,
    window_manager: Option<Running>,
    folder: TempDir,
}

impl Display {
    /// An X server of 1920×1080 and nothing else, as on a kiosk.
    pub(crate) fn bare() -> Self {
        Self::bare_of((1920, 1080))
    }

    /// The same with another number of pixels, which is the largest that it can be set to.
    pub(crate) fn bare_of((width, height): (u32, u32)) -> Self {
        let screen = format!("{width}x{height}x24");
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", &screen])
            .args(["-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let said = Lines::of(child.stdout.take().unwrap());
        let server = Running(child);
        let number = said.wait_for(0, "", SOON);
        Self {
            name: format!(":{}", said.all()[number]),
            _server: server,
            window_manager: None,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// An X server of 1920×1080 with a window manager, as on a desktop.
    pub(crate) fn with_openbox() -> Self {
        Self::with_openbox_of((1920, 1080))
    }

    /// The same with another number of pixels.
    pub(crate) fn with_openbox_of(pixels: (u32, u32)) -> Self {
        let mut display = Self::bare_of(pixels);
        let child = display
            .tool("openbox")
            .env("HOME", display.folder.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("openbox is installed");
        display.window_manager = Some(Running(child));
        wait_for("window manager", SOON, || {
            let said = display.ask("xprop", &["-root", "_NET_SUPPORTING_WM_CHECK"]);
            said.contains("window id").then_some(())
        });
        display
    }

    /// Sets the television to another number of pixels; plugs it in if it is not.
    pub(crate) fn set_mode(&self, (width, height): (u32, u32)) {
        let name = format!("{width}x{height}");
        if !self.ask("xrandr", &[]).contains(&format!(" {name} ")) {
            let [width, height] = [width, height].map(|pixels| pixels.to_string());
            let timing = ["0", &width, "0", "0", "0", &height, "0", "0", "0"];
            self.xrandr(&[&["--newmode", &name], &timing[..]].concat());
            self.xrandr(&["--addmode", "screen", &name]);
        }
        self.xrandr(&["--output", "screen", "--mode", &name]);
    }

    /// Pulls the television's cable: the X server goes on without a monitor.
    pub(crate) fn unplug(&self) {
        self.xrandr(&["--fb", "640x480", "--output", "screen", "--off"]);
        let said = self.ask("xrandr", &[]);
        assert!(said.contains("screen connected\n"), "{said}");
    }

    fn xrandr(&self, args: &[&str]) {
        let status = self.tool("xrandr").args(args).status();
        assert!(status.unwrap().success(), "{args:?}");
    }

    /// Starts another program, which takes the keyboard as a player would.
    pub(crate) fn start_player(&self) -> Running {
        let mut player = self.tool("xev");
        let child = player.args(["-name", "player"]).stdout(Stdio::null());
        let player = Running(child.spawn().expect("xev is installed"));
        wait_for("player with the keyboard", SOON, || {
            self.ask("xdotool", &["search", "--name", "player", "windowfocus"]);
            (self.with_the_keyboard() == "player").then_some(())
        });
        player
    }

    /// The name of the window that has the keyboard; nothing if none has it.
    pub(crate) fn with_the_keyboard(&self) -> String {
        let said = self.ask("xdotool", &["getwindowfocus", "getwindowname"]);
        said.trim().to_owned()
    }

    pub(super) fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.env("DISPLAY", &self.name);
        command
    }

    fn ask(&self, tool: &str, args: &[&str]) -> String {
        let output = self.tool(tool).args(args).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Presses keys one after the other, by the names X gives them.
    pub(crate) fn press(&self, keys: &[&str]) {
        let status = self.tool("xdotool").arg("key").args(keys).status();
        assert!(status.unwrap().success(), "{keys:?}");
    }

    /// Gives a key code of the server a symbol.
    pub(crate) fn map(&self, code: u8, symbol: &str) {
        let change = format!("keycode {code} = {symbol}");
        let status = self.tool("xmodmap").args(["-e", &change]).status();
        assert!(status.unwrap().success(), "{change}");
    }

    /// Holds a key for a while, in which something is looked at.
    pub(crate) fn hold(&self, key: &str, how_long: Duration, look: impl FnOnce()) {
        let change = |change: &str| {
            let status = self.tool("xdotool").args([change, key]).status();
            assert!(status.unwrap().success(), "{change} {key}");
        };
        change("keydown");
        let start = std::time::Instant::now();
        look();
        std::thread::sleep(how_long.saturating_sub(start.elapsed()));
        change("keyup");
    }

    /// Takes couchpin's window off the screen, so that it draws nothing.
    pub(crate) fn minimize_window(&self) {
        self.ask(
            "xdotool",
            &["search", "--name", "^Couchpin$", "windowminimize", "--sync"],
        );
    }

    /// Position and size of couchpin's window: x, y, width, height.
    pub(crate) fn window(&self) -> Option<[i32; 4]> {
        let said = self.ask("xwininfo", &["-name", "Couchpin"]);
        let number = |label: &str| {
            let line = said
                .lines()
                .find_map(|line| line.trim().strip_prefix(label));
            line?.trim().parse().ok()
        };
        Some([
            number("Absolute upper-left X:")?,
            number("Absolute upper-left Y:")?,
            number("Width:")?,
            number("Height:")?,
        ])
    }

    /// What is on the screen now.
    pub(crate) fn picture(&self) -> Picture {
        let file = self.folder.path().join("screen.png");
        let taken = self
            .tool("import")
            .args(["-silent", "-window", "root"])
            .arg(&file)
            .status();
        assert!(taken.unwrap().success());
        Picture::of(file)
    }

    /// Waits for a picture of which something is true.
    pub(crate) fn wait_for<T>(
        &self,
        what: &str,
        bound: Duration,
        mut look: impl FnMut(&Picture) -> Option<T>,
    ) -> T {
        wait_for(what, bound, || look(&self.picture()))
    }

    /// Waits until text is on the screen; a window that is not yet visible takes no keys.
    pub(crate) fn wait_for_text(&self) {
        self.wait_for("text", SOON, |picture| {
            (picture.bright() > 3_000).then_some(())
        });
    }

    /// Waits for a QR and returns what it says.
    pub(crate) fn wait_for_qr(&self) -> String {
        self.wait_for("QR", SOON, Picture::qr)
    }
}
