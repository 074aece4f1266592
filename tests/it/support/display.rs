//! A television of 1920×1080 in memory, the remote that drives it, and a camera pointed at it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use super::{Lines, Running, SOON, wait_for};

pub(crate) struct Display {
    /// For example `:7`.
    pub(crate) name: String,
    _server: Running,
    window_manager: Option<Running>,
    folder: TempDir,
}

impl Display {
    /// An X server and nothing else, as on a kiosk.
    pub(crate) fn bare() -> Self {
        let mut child = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1920x1080x24"])
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

    /// The same with a window manager, as on a desktop.
    pub(crate) fn with_openbox() -> Self {
        let mut display = Self::bare();
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

    fn tool(&self, name: &str) -> Command {
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
        Picture { file }
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

/// A screenshot; good until the next one is taken.
pub(crate) struct Picture {
    file: PathBuf,
}

impl Picture {
    /// What the QR says to a phone.
    pub(crate) fn qr(&self) -> Option<String> {
        let output = Command::new("zbarimg")
            .args(["-q", "--raw"])
            .arg(&self.file)
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .output()
            .expect("zbarimg is installed");
        let said = String::from_utf8(output.stdout).unwrap();
        let text = said.trim_end_matches('\n');
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The QR symbol's height in pixels.
    pub(crate) fn symbol_height(&self) -> Option<i32> {
        let grey = open(&self.file).into_luma8();
        let (width, height) = (grey.width() as usize, grey.height() as usize);
        let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
            grey.get_pixel(x as u32, y as u32).0[0]
        });
        let grids = prepared.detect_grids();
        let [top, _, bottom, _] = grids.first()?.bounds;
        Some(bottom.y - top.y)
    }

    /// How many pixels are bright, as text is.
    fn bright(&self) -> usize {
        let grey = open(&self.file).into_luma8();
        grey.pixels().filter(|pixel| pixel.0[0] > 200).count()
    }
}

fn open(file: &Path) -> image::DynamicImage {
    image::open(file).unwrap()
}
