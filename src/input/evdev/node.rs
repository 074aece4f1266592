//! One node of `/dev/input` that matters: opened and listened to, or known and shut.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use ::evdev::InputEvent;
use ::evdev::raw_stream::RawDevice;
use rustix::fs::{Access, Mode, OFlags};

use super::decoder::{Decoder, DeviceState, RawEvent};
use super::description::{Axis, Description, DeviceKind};
use super::{DeviceFolders, Scope, sysfs};
use crate::input::{Device, Remote};
use crate::system::clock;

/// A device that matters.
pub(super) struct Node {
    /// What a person is told of it.
    pub(super) device: Device,
    /// `None` when its presses may not be read.
    open: Option<Open>,
}

struct Open {
    file: RawDevice,
    decoder: Decoder,
}

/// So many readings in a row are a flood; others are to be heard too.
const READINGS: usize = 16;

impl Node {
    /// Looks what stands behind a name; `None` for what does not matter.
    pub(super) fn look(
        name: &str,
        places: &DeviceFolders,
        scope: Scope,
        remote: &Remote,
    ) -> Option<Self> {
        let path = places.nodes.join(name);
        let wanted = |description: &Description| {
            let kind = description.kind(remote)?;
            scope.covers(kind).then_some(kind)
        };
        let known = sysfs::description(&places.descriptions.join(name));
        // Opening wakes hardware up; what does not matter is left alone.
        let kind = match &known {
            Some(description) => Some(wanted(description)?),
            None => None,
        };
        let device = |description: &Description, kind, readable| Device {
            name: Arc::from(match description.name.as_str() {
                "" => name,
                told => told,
            }),
            node: path.to_string_lossy().into(),
            readable,
            gamepad: kind == DeviceKind::Gamepad,
        };
        let (file, description) = match open(&path) {
            Ok(opened) => opened,
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    tracing::debug!(name, %error, "input device not opened");
                }
                let shut = error.kind() == io::ErrorKind::PermissionDenied;
                let missed = |known: &Description| shut && known.is_missed(remote);
                let (description, kind) = known.filter(missed).zip(kind)?;
                return Some(Self {
                    device: device(&description, kind, false),
                    open: None,
                });
            }
        };
        let kind = wanted(&description)?;
        let state = state(&file).unwrap_or_default();
        tracing::debug!(name, ?kind, "input device");
        Some(Self {
            device: device(&description, kind, true),
            open: Some(Open {
                decoder: Decoder::new(kind, &description, &state, remote),
                file,
            }),
        })
    }

    /// Whether it is listened to and still may be.
    pub(super) fn is_heard(&self) -> bool {
        self.open.is_some() && rustix::fs::access(&*self.device.node, Access::READ_OK).is_ok()
    }

    /// What becomes readable when it is pressed.
    pub(super) fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.open.as_ref().map(|open| open.file.as_fd())
    }

    /// Passes on what was pressed. Fails when the device is gone.
    pub(super) fn read(&mut self, remote: &Remote) -> io::Result<()> {
        let Some(Open { file, decoder }) = &mut self.open else {
            return Ok(());
        };
        for _ in 0..READINGS {
            let events = match file.fetch_events() {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                events => events?,
            };
            for event in events {
                if let Some(press) = decoder.take(of(event), moment(event)) {
                    remote.press(press);
                }
            }
        }
        if decoder.is_lost() {
            decoder.start(&state(file)?);
        }
        Ok(())
    }

    /// When something that is held goes on.
    pub(super) fn deadline(&self) -> Option<Instant> {
        self.open.as_ref().and_then(|open| open.decoder.deadline())
    }

    /// Passes on what is held and goes on.
    pub(super) fn repeat(&mut self, now: Instant, remote: &Remote) {
        let open = self.open.as_mut();
        if let Some(press) = open.and_then(|open| open.decoder.repeat(now)) {
            remote.press(press);
        }
    }
}

/// Opens a device for reading. A node that is no input device fails here.
fn open(path: &Path) -> io::Result<(RawDevice, Description)> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
    let file = File::from(rustix::fs::open(path, flags, Mode::empty())?);
    let device = RawDevice::from_fd(file.into())?;
    let mut description = Description {
        name: device.name().unwrap_or_default().to_owned(),
        vendor: device.input_id().vendor(),
        product: device.input_id().product(),
        ..Description::default()
    };
    if let Some(keys) = device.supported_keys() {
        description.keys = keys.iter().map(|key| key.0).collect();
    }
    let range = |info: ::evdev::AbsInfo| Axis {
        minimum: info.minimum(),
        maximum: info.maximum(),
    };
    description.axes = device
        .get_absinfo()?
        .map(|(axis, info)| (axis.0, range(info)))
        .collect();
    Ok((device, description))
}

/// How it is held now.
fn state(device: &RawDevice) -> io::Result<DeviceState> {
    let down = device.get_key_state()?.iter().map(|key| key.0).collect();
    let axes = device.get_absinfo()?;
    Ok(DeviceState {
        down,
        axes: axes.map(|(axis, info)| (axis.0, info.value())).collect(),
    })
}

fn of(event: InputEvent) -> RawEvent {
    RawEvent {
        kind: event.event_type().0,
        code: event.code(),
        value: event.value(),
    }
}

/// When it happened. What queued up while nobody read is old, and nobody acts on it.
fn moment(event: InputEvent) -> Instant {
    let now = clock::now();
    let age = clock::wall().duration_since(event.timestamp());
    now.checked_sub(age.unwrap_or_default()).unwrap_or(now)
}
