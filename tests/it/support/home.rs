//! A home folder for couchpin, its settings, and couchpin running in it.

use std::io::{Seek as _, Write as _};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{ChildStdin, Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use couchpin::tokens::{StoreChoice, Tokens};
use tempfile::TempDir;

use super::{Compositor, Display, Lines, Running, SOON, wait_for};

pub(crate) struct Home {
    folder: TempDir,
    environment: Vec<(&'static str, String)>,
}

impl Home {
    /// A home in which nothing is set up, without a session bus.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["config", "state", "data", "cache", "run", "tmp"] {
            let part = folder.path().join(name);
            std::fs::create_dir(&part).unwrap();
            std::fs::set_permissions(&part, PermissionsExt::from_mode(0o700)).unwrap();
        }
        Self {
            folder,
            environment: Vec::new(),
        }
    }

    /// A home whose couchpin asks this server.
    pub(crate) fn asking(url: &str) -> Self {
        let mut home = Self::empty();
        home.environment = vec![
            ("COUCHPIN_SIMKL_API_URL", url.to_owned()),
            ("COUCHPIN_SIMKL_CLIENT_ID", "living-room".to_owned()),
        ];
        home
    }

    /// A home whose couchpin asks this Shikimori.
    pub(crate) fn asking_shikimori(url: &str) -> Self {
        let mut home = Self::empty();
        home.environment = vec![
            ("COUCHPIN_SHIKIMORI_URL", url.to_owned()),
            ("COUCHPIN_SHIKIMORI_CLIENT_ID", "living-room".to_owned()),
            (
                "COUCHPIN_SHIKIMORI_CLIENT_SECRET",
                "canary-secret".to_owned(),
            ),
        ];
        home
    }

    /// The same with another setting in its environment.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.environment.push((name, value.to_owned()));
        self
    }

    /// The same with the session bus that this test runs in.
    pub(crate) fn with_session_bus(mut self) -> Self {
        let name = "DBUS_SESSION_BUS_ADDRESS";
        self.environment.push((name, std::env::var(name).unwrap()));
        self
    }

    /// The same with another session bus.
    pub(crate) fn on_bus(mut self, address: &str) -> Self {
        let name = "DBUS_SESSION_BUS_ADDRESS";
        self.environment.push((name, address.to_owned()));
        self
    }

    /// Where `config.toml` belongs.
    pub(crate) fn settings_file(&self) -> PathBuf {
        self.part("config").join("couchpin/config.toml")
    }

    /// Writes `config.toml` and returns its path.
    pub(crate) fn settings(&self, text: &str) -> PathBuf {
        let file = self.settings_file();
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    }

    /// Writes the file that describes a service, and returns its path.
    pub(crate) fn service_file(&self, name: &str, text: &str) -> PathBuf {
        let file = self.settings_file();
        let file = file.with_file_name(format!("services/{name}.toml"));
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    }

    /// What is kept in it.
    pub(crate) fn tokens(&self) -> Tokens {
        Tokens::new(self.part("state").join("couchpin"), StoreChoice::InFile)
    }

    /// Where the private file with the token belongs.
    pub(crate) fn token_file(&self) -> PathBuf {
        self.part("state").join("couchpin/simkl.json")
    }

    /// The files that are left in `state`, `tmp` or another part.
    pub(crate) fn files_in(&self, part: &str) -> Vec<PathBuf> {
        let mut folders = vec![self.part(part)];
        let mut files = Vec::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path);
                }
            }
        }
        files
    }

    fn part(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn couchpin(&self, args: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_couchpin"));
        command
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Another program in this home, with couchpin's settings in its environment.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.part("config"))
            .env("XDG_STATE_HOME", self.part("state"))
            .env("XDG_DATA_HOME", self.part("data"))
            .env("XDG_CACHE_HOME", self.part("cache"))
            .env("XDG_RUNTIME_DIR", self.part("run"))
            .env("TMPDIR", self.part("tmp"))
            .env("COUCHPIN_LOG", "trace")
            .envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Runs a command that needs no display to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Done {
        Done::of(self.couchpin(args))
    }

    /// Says that a service refused its access token, as the program says it that uses the token.
    pub(crate) fn refused(&self, service: &str, token: &str) -> Done {
        Done::of(self.refused_command(service, token))
    }

    /// The same, not begun yet.
    pub(crate) fn refused_command(&self, service: &str, token: &str) -> Command {
        let mut input = tempfile::tempfile().unwrap();
        writeln!(input, "{token}").unwrap();
        input.rewind().unwrap();
        let mut command = self.couchpin(&["token", service, "--refused"]);
        command.stdin(input);
        command
    }

    /// The same with this name for a display, which need not exist.
    pub(crate) fn run_on(&self, display: &str, args: &[&str]) -> Done {
        let mut command = self.couchpin(args);
        command.env("DISPLAY", display);
        Done::of(command)
    }

    /// Starts the television screen.
    pub(crate) fn screen(&self, display: &Display, args: &[&str]) -> Screen {
        let mut command = self.couchpin(args);
        Screen::of(command.env("DISPLAY", &display.name))
    }

    /// The same in a Wayland session.
    pub(crate) fn screen_under(&self, compositor: &Compositor, args: &[&str]) -> Screen {
        let mut command = self.couchpin(args);
        Screen::of(command.env("WAYLAND_DISPLAY", compositor.socket()))
    }

    /// Starts a command that needs no display and takes its time.
    pub(crate) fn start(&self, args: &[&str]) -> Screen {
        Screen::of(&mut self.couchpin(args))
    }

    /// The same, with a standard input to type on.
    pub(crate) fn start_typing(&self, args: &[&str]) -> (Screen, ChildStdin) {
        let (screen, input) = Screen::with(&mut self.couchpin(args), Stdio::piped());
        (screen, input.unwrap())
    }
}

/// A command that has ended.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Done {
    pub(crate) fn of(command: Command) -> Self {
        Self::within(command, SOON)
    }

    /// The same for one that takes its time.
    pub(crate) fn within(mut command: Command, bound: Duration) -> Self {
        // `output` reads both streams and has no bound, so it runs where it can be left behind.
        let (tell, told) = std::sync::mpsc::channel();
        thread::spawn(move || tell.send(command.output().unwrap()));
        let output: Output = told.recv_timeout(bound).expect("the command ends");
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// What it said on standard error that is not the log.
    pub(crate) fn own_lines(&self) -> Vec<&str> {
        let logged =
            |line: &&str| line.contains("DEBUG couchpin") || line.contains("TRACE couchpin");
        self.err.lines().filter(|line| !logged(line)).collect()
    }

    /// The one sentence that a failed command says; what is logged beside it does not count.
    pub(crate) fn sentence(&self) -> &str {
        let said = self.own_lines();
        let [sentence] = said[..] else {
            panic!("not one sentence: {:?}", self.err);
        };
        sentence.strip_prefix("couchpin: ").expect(sentence)
    }
}

/// Couchpin on a television, or in a pipe.
pub(crate) struct Screen {
    pub(crate) log: Lines,
    pub(crate) out: Lines,
    process: Running,
}

impl Screen {
    /// Starts it, and listens to both streams.
    pub(crate) fn of(command: &mut Command) -> Self {
        Self::with(command, Stdio::null()).0
    }

    fn with(command: &mut Command, input: Stdio) -> (Self, Option<ChildStdin>) {
        let mut child = command
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let input = child.stdin.take();
        let screen = Self {
            log: Lines::of(child.stderr.take().unwrap()),
            out: Lines::of(child.stdout.take().unwrap()),
            process: Running(child),
        };
        (screen, input)
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        let process = rustix::process::Pid::from_child(&self.process.0);
        rustix::process::kill_process(process, signal).unwrap();
    }

    /// Waits until the engine shows this view, and returns the place in the log.
    pub(crate) fn wait_for_view(&self, view: &str, bound: Duration) -> usize {
        self.wait_for_view_after(0, view, bound)
    }

    /// The same, from a place in the log on.
    pub(crate) fn wait_for_view_after(&self, place: usize, view: &str, bound: Duration) -> usize {
        self.log
            .wait_for(place, &format!("view view=\"{view}\""), bound)
    }

    /// Waits until a frame has shown this view.
    pub(crate) fn wait_for_frame(&self, view: &str) {
        wait_for("frame", SOON, || {
            self.frames_after(0)
                .iter()
                .any(|seen| seen == view)
                .then_some(())
        });
    }

    /// The views that frames have shown since a place in the log.
    pub(crate) fn frames_after(&self, place: usize) -> Vec<String> {
        let view_of = |line: &String| {
            let (_, frame) = line.split_once(": frame number=")?;
            Some(frame.split('"').nth(1)?.to_owned())
        };
        let log = self.log.all();
        log.iter().skip(place).filter_map(view_of).collect()
    }

    /// The size in pixels of the last frame that was drawn.
    pub(crate) fn size(&self) -> Option<(u32, u32)> {
        let log = self.log.all();
        let mut newest = log.iter().rev();
        let (_, size) = newest.find_map(|line| line.split_once(" width="))?;
        let (width, height) = size.split_once(" height=")?;
        Some((width.parse().ok()?, height.parse().ok()?))
    }

    /// Whether it still runs.
    pub(crate) fn is_running(&mut self) -> bool {
        self.process.is_running()
    }

    /// Waits for its end and returns the exit code.
    pub(crate) fn exit_code(&mut self) -> Option<i32> {
        self.process.wait("end of couchpin", SOON).code()
    }

    /// Everything it has said, on both streams.
    pub(crate) fn said(&self) -> Vec<String> {
        [self.log.all(), self.out.all()].concat()
    }
}
