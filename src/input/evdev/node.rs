//! One node of `/dev/input` that matters: opened and read, or known and not readable.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::path::Path;
use std::time::Instant;

use ::evdev::InputEvent;
use ::evdev::raw_stream::RawDevice;
use rustix::fs::{Access, Mode, OFlags};

use super::decoder::Decoder;
use super::description::DeviceKind;
use super::{DeviceFolders, Scope, sysfs};
use crate::input::gamepad::{Axis, Description, DeviceState};
use crate::input::{Device, Remote};
use crate::system::clock;

/// A device that matters.
pub(super) struct Node {
    /// What the user is told of it.
    pub(super) device: Device,
    /// `None` when its presses may not be read.
    open: Option<(RawDevice, Decoder)>,
}

/// So many readings in a row are a flood; other devices are to be read too.
const READINGS: usize = 16;

impl Node {
    /// Finds out what has this name; `None` for what does not matter.
    pub(super) fn find(
        name: &str,
        folders: &DeviceFolders,
        scope: Scope,
        remote: &Remote,
    ) -> Option<Self> {
        let wanted = |description: &Description| {
            description.kind(remote).filter(|kind| match kind {
                DeviceKind::Remote => scope.remotes,
                DeviceKind::Gamepad => scope.gamepads,
            })
        };
        let known = sysfs::description(&folders.descriptions.join(name));
        // Opening wakes hardware up, so what does not matter is not opened.
        if known.as_ref().is_some_and(|known| wanted(known).is_none()) {
            return None;
        }
        let path = folders.nodes.join(name);
        let opened = open(&path).inspect_err(|error| {
            if error.kind() != io::ErrorKind::NotFound {
                tracing::debug!(name, %error, "input device not opened");
            }
        });
        let (description, file) = match opened {
            Ok((description, file)) => (description, Some(file)),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                (known.filter(|known| known.is_missed(remote))?, None)
            }
            Err(_) => return None,
        };
        let kind = wanted(&description)?;
        tracing::debug!(name, ?kind, readable = file.is_some(), "input device");
        let told = Some(description.name.as_str()).filter(|told| !told.is_empty());
        Some(Self {
            device: Device {
                name: told.unwrap_or(name).into(),
                node: path.to_string_lossy().into(),
                readable: file.is_some(),
                gamepad: kind == DeviceKind::Gamepad,
            },
            open: file.map(|file| {
                let state = state(&file).unwrap_or_default();
                let decoder = Decoder::new(kind, &description, &state, remote);
                (file, decoder)
            }),
        })
    }

    /// Whether it is read, still may be, and is still what has its name.
    pub(super) fn is_current(&self) -> bool {
        let (Some((file, _)), path) = (&self.open, &*self.device.node) else {
            return false;
        };
        rustix::fs::access(path, Access::READ_OK).is_ok() && is_same(path, file)
    }

    /// What becomes readable when it is pressed.
    pub(super) fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.open.as_ref().map(|(file, _)| file.as_fd())
    }

    /// When something that is held repeats.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let (_, decoder) = self.open.as_ref()?;
        decoder.deadline()
    }

    /// Passes on what was pressed, and what is held and repeats. Fails when the device is gone.
    pub(super) fn read(&mut self, remote: &Remote) -> io::Result<()> {
        let Some((file, decoder)) = &mut self.open else {
            return Ok(());
        };
        for _ in 0..READINGS {
            let events = match file.fetch_events() {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                events => events?,
            };
            for event in events {
                if let Some(press) = decoder.take(event, moment(event)) {
                    remote.press(press);
                }
            }
        }
        if decoder.is_lost() {
            decoder.start(&state(file)?);
        }
        if let Some(press) = decoder.repeat(clock::now()) {
            remote.press(press);
        }
        Ok(())
    }
}

/// Opens a device for reading. A node that is no input device fails here.
fn open(path: &Path) -> io::Result<(Description, RawDevice)> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let device = RawDevice::from_fd(rustix::fs::open(path, flags, Mode::empty())?)?;
    let keys = device.supported_keys().into_iter().flatten();
    let axes = device.get_absinfo()?.map(|(axis, info)| {
        let (minimum, maximum) = (info.minimum(), info.maximum());
        (axis.0, Axis { minimum, maximum })
    });
    let description = Description {
        name: device.name().unwrap_or_default().to_owned(),
        vendor: device.input_id().vendor(),
        keys: keys.map(|key| key.0).collect(),
        axes: axes.collect(),
    };
    Ok((description, device))
}

/// How it is held now.
fn state(device: &RawDevice) -> io::Result<DeviceState> {
    let axes = device.get_absinfo()?;
    Ok(DeviceState {
        down: device.get_key_state()?.iter().map(|key| key.0).collect(),
        axes: axes.map(|(axis, info)| (axis.0, info.value())).collect(),
    })
}

/// When it happened. What queued up unread is old, and has no effect.
fn moment(event: InputEvent) -> Instant {
    let now = clock::now();
    let age = clock::wall().duration_since(event.timestamp());
    now.checked_sub(age.unwrap_or_default()).unwrap_or(now)
}

/// Whether what is open is what has this name now.
fn is_same(path: &str, open: impl AsFd) -> bool {
    let (named, open) = (rustix::fs::stat(path), rustix::fs::fstat(open));
    matches!((named, open), (Ok(a), Ok(b)) if (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File, Permissions};
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn other_permissions_leave_a_node_the_same_and_a_new_file_of_its_name_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("event3");
        let open = File::create(&path).unwrap();
        let name = path.to_str().unwrap();
        fs::set_permissions(&path, Permissions::from_mode(0o400)).unwrap();
        assert!(is_same(name, &open));
        let other = folder.path().join("event4");
        File::create(&other).unwrap();
        fs::rename(&other, &path).unwrap();
        assert!(!is_same(name, &open));
        fs::remove_file(&path).unwrap();
        assert!(!is_same(name, &open));
    }
}
