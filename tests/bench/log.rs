//! What the program logs, line by line.

use std::io::{BufRead as _, BufReader};
use std::process::Child;
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

/// Longer than any state is watched.
const PATIENCE: Duration = Duration::from_hours(24);

/// The lines that have not been waited for yet, and how many of all were frames.
pub(crate) struct Log {
    lines: Mutex<mpsc::Receiver<String>>,
    frames: Arc<Mutex<u64>>,
}

impl Log {
    pub(crate) fn of(child: &mut Child) -> Self {
        let stderr = child.stderr.take().unwrap();
        let (send, lines) = mpsc::channel();
        let frames = Arc::new(Mutex::new(0));
        let counted = frames.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                if line.contains("frame number=") {
                    *counted.lock().unwrap() += 1;
                }
                let _ = send.send(line);
            }
        });
        Self {
            lines: Mutex::new(lines),
            frames,
        }
    }

    pub(crate) fn frames(&self) -> u64 {
        *self.frames.lock().unwrap()
    }

    pub(crate) fn wait(&self, text: &str) {
        let lines = self.lines.lock().unwrap();
        while let Ok(line) = lines.recv_timeout(PATIENCE) {
            if line.contains(text) {
                return;
            }
        }
        panic!("couchpin never said {text:?}");
    }
}
