//! What sysfs says of a device. Every process may read it, so a device is known before it is opened, and even when it may
//! not be: keyboards and mice are not opened, and a remote that needs a permission is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::input::gamepad::{Axis, Description};

/// Describes the device in `/sys/class/input/eventN`; the ranges of its axes are not told there.
pub(super) fn description(folder: &Path) -> Option<Description> {
    let text = |name: &str| fs::read_to_string(folder.join("device").join(name)).ok();
    let vendor = text("id/vendor").and_then(|hex| u16::from_str_radix(hex.trim(), 16).ok());
    let axes = bits(&text("capabilities/abs").unwrap_or_default());
    Some(Description {
        name: text("name")?.trim().to_owned(),
        vendor: vendor.unwrap_or(0),
        keys: bits(&text("capabilities/key")?),
        axes: axes
            .into_iter()
            .map(|code| (code, Axis::default()))
            .collect(),
    })
}

/// Reads a bitmap: words of the machine in hexadecimal, the highest first. The kernel writes words of the size that
/// the reading program has.
pub(super) fn bits(text: &str) -> BTreeSet<u16> {
    let words = text.split_whitespace().rev().enumerate();
    let codes = words.flat_map(|(place, word)| {
        let word = usize::from_str_radix(word, 16).unwrap_or(0);
        let bits = (0..usize::BITS as usize).filter(move |bit| word >> bit & 1 == 1);
        bits.map(move |bit| place * usize::BITS as usize + bit)
    });
    codes.filter_map(|code| u16::try_from(code).ok()).collect()
}

#[cfg(target_pointer_width = "64")]
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_of_a_real_media_center_receiver_are_read() {
        // From a report about mceusb: B: KEY of /proc/bus/input/devices, which has the same form.
        let text =
            "fff 0 200108fc32e 237605100000000 0 700158000 419200004001 8e968000000000 10000000";
        let keys = bits(text);
        // KEY_ENTER, UP, LEFT, RIGHT, DOWN, OK, INFO, RED, NUMERIC_0, NUMERIC_POUND.
        for code in [28, 103, 105, 106, 108, 352, 358, 398, 512, 523] {
            assert!(keys.contains(&code), "{code}");
        }
        assert!(!keys.contains(&30) && !keys.contains(&353));
    }

    #[test]
    fn a_bitmap_that_is_none_has_no_bits() {
        for text in ["", "0", "\n", "x y"] {
            assert!(bits(text).is_empty(), "{text:?}");
        }
    }
}
