//! Recordings in the text form of evemu (`tests/remotes`): what a device is, and what it reported when.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use couchpin::input::evdev::InputEvent;
use couchpin::input::gamepad::{Axis, Description};

/// A device and its reports, each with the time since the beginning.
pub(crate) struct Recording {
    pub(crate) description: Description,
    pub(crate) events: Vec<(Duration, InputEvent)>,
}

/// A pause of this length means that the person looks at the screen.
const LOOKS: Duration = Duration::from_secs(2);

impl Recording {
    pub(crate) fn read(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/remotes");
        let text = std::fs::read_to_string(folder.join(format!("{name}.evemu"))).unwrap();
        let mut recording = Self {
            description: Description::default(),
            events: Vec::new(),
        };
        // How many bytes of each bitmap were read.
        let mut read = HashMap::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (kind, rest) = line.split_once(": ").unwrap();
            recording.line(kind, rest, &mut read);
        }
        recording
    }

    fn line(&mut self, kind: &str, rest: &str, read: &mut HashMap<u16, u16>) {
        let words: Vec<&str> = rest.split_whitespace().collect();
        let description = &mut self.description;
        match kind {
            "N" => rest.clone_into(&mut description.name),
            "I" => description.vendor = hex(words[1]),
            "B" => {
                let base = read.entry(hex(words[0])).or_insert(0_u16);
                for byte in &words[1..] {
                    let keys = (0..8).filter(|bit| hex(byte) >> bit & 1 == 1);
                    if hex(words[0]) == 1 {
                        description.keys.extend(keys.map(|bit| *base * 8 + bit));
                    }
                    *base += 1;
                }
            }
            "A" => {
                let axis = Axis {
                    minimum: words[1].parse().unwrap(),
                    maximum: words[2].parse().unwrap(),
                };
                description.axes.insert(hex(words[0]), axis);
            }
            "E" => {
                let (seconds, micros) = words[0].split_once('.').unwrap();
                let at = Duration::from_secs(seconds.parse().unwrap())
                    + Duration::from_micros(micros.parse().unwrap());
                let value = words[3].parse().unwrap();
                let event = InputEvent::new(hex(words[1]), hex(words[2]), value);
                self.events.push((at, event));
            }
            "P" => {}
            other => panic!("{other}: in a recording"),
        }
    }

    /// The parts between which the person looks at the screen.
    pub(crate) fn parts(&self) -> [&[(Duration, InputEvent)]; 4] {
        let parts: Vec<_> = self
            .events
            .chunk_by(|(before, _), (after, _)| *after < *before + LOOKS)
            .collect();
        parts.try_into().expect("four parts")
    }
}

fn hex(word: &str) -> u16 {
    u16::from_str_radix(word, 16).unwrap()
}
