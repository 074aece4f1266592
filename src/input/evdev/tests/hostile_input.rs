//! What a device reports and what sysfs says of it, changed at random.

use std::collections::BTreeMap;
use std::time::Duration;

use ::evdev::{EventType, InputEvent};

use crate::input::Remote;
use crate::input::evdev::decoder::Decoder;
use crate::input::evdev::sysfs;
use crate::input::gamepad::{Axis, Description, DeviceState};
use crate::system::clock;
use crate::tests::hostile_input::try_changed;

/// The kind of device, then reports of eight bytes each: type, code and value, as the kernel writes them.
const EVENTS: &[&[u8]] = &[
        b"\x00\x01\x00\x1c\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x1c\x00\x00\x00\x00\x00",
        b"\x01\x03\x00\x00\x00\xff\x7f\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x10\x00\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00",
        b"\x01\x00\x00\x03\x00\x00\x00\x00\x00\x03\x00\x01\x00\x00\x00\x00\x80\x00\x00\x00\x00\x00\x00\x00\x00",
        b"\x01\x01\x00\x30\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
    ];

#[test]
fn any_reports_of_a_device_are_presses_or_nothing() {
    try_changed(EVENTS, 6000, events);
}

/// A bitmap of keys or axes.
const SYSFS: &[&[u8]] = &[
    b"fff 0 200108fc32e 237605100000000 0 700158000 419200004001 8e968000000000 10000000",
    b"3\n",
    b"7cdb000000000000 0 0 0 0",
];

#[test]
fn anything_sysfs_says_is_keys_or_nothing() {
    try_changed(SYSFS, 1000, sysfs);
}

fn events(bytes: &[u8]) {
    let [kind, reports @ ..] = bytes else {
        return;
    };
    let remote = Remote::default();
    let axis = |range: u8| Axis {
        minimum: if range.is_multiple_of(3) { 0 } else { i32::MIN },
        maximum: if range % 3 == 1 { 0 } else { i32::MAX },
    };
    // A gamepad's south button and sticks, or a remote's OK and arrows.
    let pad = kind % 2 == 1;
    let description = Description {
        name: String::from_utf8_lossy(reports).into_owned(),
        vendor: 0x045e,
        keys: if pad {
            (0x130..0x13f).chain(0x220..0x224).collect()
        } else {
            [28, 103, 105, 106, 108, 158, 352].into()
        },
        axes: if pad {
            [0, 1, 16, 17].map(|code| (code, axis(*kind))).into()
        } else {
            BTreeMap::new()
        },
    };
    let Some(kind) = description.kind(&remote) else {
        return;
    };
    let mut now = clock::now();
    let mut decoder = Decoder::new(kind, &description, &DeviceState::default(), &remote);
    for report in reports.chunks_exact(8) {
        let &[k0, k1, c0, c1, v0, v1, v2, v3] = report else {
            return;
        };
        let event = InputEvent::new(
            u16::from_le_bytes([k0, k1]),
            u16::from_le_bytes([c0, c1]),
            i32::from_le_bytes([v0, v1, v2, v3]),
        );
        if let Some(press) = decoder.take(event, now) {
            assert_eq!(press.at, now);
            // A direction of a stick has no code.
            assert!(press.code.is_none_or(
                |code| event.event_type() != EventType::SYNCHRONIZATION && code == event.code()
            ));
        }
        if let Some(due) = decoder.deadline() {
            assert!(due <= now + Duration::from_secs(5), "it would hang");
            now = now.max(due);
            let _ = decoder.repeat(now);
            assert!(
                decoder.deadline().is_none_or(|next| next > now),
                "it would spin"
            );
        }
        if decoder.is_lost() {
            decoder.start(&DeviceState::default());
        }
        now += Duration::from_millis(u64::from(k0) + 1);
    }
}

fn sysfs(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let keys = sysfs::bits(&text);
    let words = text.split_whitespace().count();
    assert!(keys.len() <= words * usize::BITS as usize);
    let axes = keys.iter().map(|code| (*code, Axis::default())).collect();
    let description = Description {
        name: text.into_owned(),
        vendor: 0,
        keys,
        axes,
    };
    let remote = Remote::default();
    let kind = description.kind(&remote);
    if let Some(kind) = kind {
        let _ = Decoder::new(kind, &description, &DeviceState::default(), &remote);
    }
}
