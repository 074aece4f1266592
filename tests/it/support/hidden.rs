//! A system on which some libraries are not installed, seen by couchpin alone.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::Home;
use super::home::{Done, Screen};

/// Its own view of the file system, in which the files of these patterns are gone. It ends with the process.
const HIDE: &str = r#"
set -e
libraries=$1 couchpin=$2
shift 2
mount -t tmpfs tmpfs /mnt
mkdir /mnt/upper /mnt/work
mount -t overlay overlay -o "lowerdir=$libraries,upperdir=/mnt/upper,workdir=/mnt/work" "$libraries"
cd "$libraries"
rm -rf -- $PATTERNS
cd /
exec "$couchpin"
"#;

/// Where the system keeps its libraries, for example `/usr/lib/x86_64-linux-gnu`.
fn libraries() -> PathBuf {
    let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
    let libc = maps.lines().find(|line| line.contains("/libc.so")).unwrap();
    let file = PathBuf::from(&libc[libc.find('/').unwrap()..]);
    file.parent().unwrap().to_owned()
}

impl Home {
    fn without(&self, patterns: &[&str], environment: &[(&str, &str)]) -> Command {
        assert!(rustix::process::geteuid().is_root(), "needs root");
        let mut command = self.command("unshare");
        command
            .args(["--mount", "sh", "-c", HIDE, "sh"])
            .arg(libraries())
            .arg(env!("CARGO_BIN_EXE_couchpin"))
            .env("PATTERNS", patterns.join(" "))
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the screen, which is expected to end by itself, where these libraries are not installed.
    pub(crate) fn run_without(&self, patterns: &[&str], environment: &[(&str, &str)]) -> Done {
        Done::of(self.without(patterns, environment))
    }

    /// Starts the screen where these libraries are not installed.
    pub(crate) fn screen_without(&self, patterns: &[&str], environment: &[(&str, &str)]) -> Screen {
        Screen::of(&mut self.without(patterns, environment))
    }
}
