//! A short sound when a sign-in has succeeded, by whatever program of this computer plays sounds. Its callers never wait.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use crate::system::child;

/// Samples in a second: one channel of 16 bits, little-endian.
const RATE: u32 = 44_100;
const LENGTH: f32 = 0.4;
/// Two tones (E5 and B5), and when each begins, in seconds.
const TONES: [(f32, f32); 2] = [(659.26, 0.0), (987.77, 0.09)];
const LOUDNESS: f32 = 0.22;
/// A program that plays longer is ended: its sound card is not there.
const LONGEST: Duration = Duration::from_secs(5);
/// How often its end is looked for.
const LOOK: Duration = Duration::from_millis(50);

/// What is looked for, in this order, and what it must be told to play samples from its input.
const PLAYERS: [(&str, &[&str]); 3] = [
    (
        "pw-play",
        &["--raw", "--format=s16", "--rate=44100", "--channels=1", "-"],
    ),
    (
        "paplay",
        &["--raw", "--format=s16le", "--rate=44100", "--channels=1"],
    ),
    (
        "aplay",
        &["-q", "-t", "raw", "-f", "S16_LE", "-r", "44100", "-c", "1"],
    ),
];

/// Programs that play sounds.
pub(super) struct Chime(Vec<(PathBuf, &'static [&'static str])>);

impl Chime {
    /// Those that this computer has in the folders of its `PATH`; `None` where it has none.
    pub(super) fn find() -> Option<Self> {
        Self::find_in(&std::env::var_os("PATH")?)
    }

    fn find_in(path: &OsStr) -> Option<Self> {
        let found = PLAYERS
            .into_iter()
            .filter_map(|(name, arguments)| Some((child::find(path, name)?, arguments)));
        let found: Vec<_> = found.collect();
        (!found.is_empty()).then_some(Self(found))
    }

    /// Plays it once. Where the first program fails, the next one is tried; where all fail, it stays quiet.
    pub(super) fn play(&self) {
        let players = self.0.clone();
        // One that hangs is ended after a while; nothing waits for this thread.
        std::thread::spawn(move || {
            let samples = samples();
            let played = players.iter().any(|(place, arguments)| {
                play(place, arguments, &samples)
                    .inspect_err(|error| tracing::debug!(%error, "no sound"))
                    .unwrap_or(false)
            });
            tracing::debug!(played, "sound");
        });
    }
}

/// Whether a program has played it.
fn play(program: &std::path::Path, arguments: &[&str], samples: &[u8]) -> std::io::Result<bool> {
    let mut command = child::background(program);
    let mut player = command.args(arguments).stdin(Stdio::piped()).spawn()?;
    // A pipe holds more than these samples, so that this does not wait.
    let written = player
        .stdin
        .take()
        .map(|mut input| input.write_all(samples));
    let Some(status) = child::end_within(&mut player, LONGEST, LOOK)? else {
        player.kill()?;
        player.wait()?;
        return Ok(false);
    };
    Ok(status.success() && written.is_some_and(|written| written.is_ok()))
}

fn samples() -> Vec<u8> {
    let sample = |index: u32| {
        let time = index as f32 / RATE as f32;
        let tone = |(pitch, begin): (f32, f32)| {
            let time = time - begin;
            if time < 0.0 {
                return 0.0;
            }
            // A soft beginning and end, without a click.
            let fades = (time / 0.01).min(1.0) * (-9.0 * time).exp();
            (std::f32::consts::TAU * pitch * time).sin() * fades
        };
        let end = ((LENGTH - time) / 0.03).clamp(0.0, 1.0);
        let level: f32 = TONES.into_iter().map(tone).sum();
        (level * LOUDNESS * end * f32::from(i16::MAX)) as i16
    };
    let count = (LENGTH * RATE as f32) as u32;
    (0..count).map(sample).flat_map(i16::to_le_bytes).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::time::Instant;

    use super::*;

    #[test]
    fn the_next_program_plays_where_one_fails() {
        let folder = tempfile::tempdir().unwrap();
        let program = |name: &str, script: &str| {
            let place = folder.path().join(name);
            std::fs::write(&place, format!("#!/bin/sh\n{script}\n")).unwrap();
            std::fs::set_permissions(&place, PermissionsExt::from_mode(0o755)).unwrap();
        };
        let played = folder.path().join("played");
        program("pw-play", "exit 1");
        program(
            "aplay",
            &format!("cat > {0}.new; mv {0}.new {0}", played.display()),
        );
        Chime::find_in(folder.path().as_os_str()).unwrap().play();
        let begin = Instant::now();
        while !played.exists() && begin.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(10));
        }
        let samples = std::fs::read(played).unwrap();
        assert_eq!(samples.len(), 2 * (LENGTH * RATE as f32) as usize);
        let loudest = samples
            .chunks(2)
            .map(|pair| i16::from_le_bytes([pair[0], pair[1]]).unsigned_abs());
        assert!((2000..16_000).contains(&loudest.max().unwrap()));
        assert!(Chime::find_in(OsStr::new("/nowhere")).is_none());
    }
}
