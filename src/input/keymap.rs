//! The keymap: which [`Button`] a key is, by the kernel's code for it (`linux/input-event-codes.h`).
//!
//! The OK of a remote is almost never Enter: HDMI-CEC sends 352, most USB and Bluetooth remotes 353. What the user has
//! taught comes first, then this table.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::Button;

/// The table, by what the keys do.
const TABLE: &[(Button, &[u16])] = &[
    // KEY_UP, DOWN, LEFT, RIGHT
    (Button::Up, &[103]),
    (Button::Down, &[108]),
    (Button::Left, &[105]),
    (Button::Right, &[106]),
    // KEY_ENTER, SPACE, KPENTER, OK, SELECT
    (Button::Ok, &[28, 57, 96, 352, 353]),
    // KEY_ESC, BACKSPACE, BACK, EXIT, CLOSE, CANCEL
    (Button::Back, &[1, 14, 158, 174, 206, 223]),
    // KEY_COMPOSE, MENU, SETUP, OPTION, CONTEXT_MENU, ROOT_MENU, MEDIA_TOP_MENU
    (Button::Menu, &[127, 139, 141, 357, 438, 618, 619]),
    // KEY_HELP, INFO
    (Button::Info, &[138, 358]),
    // KEY_PAUSE, PLAYPAUSE, PLAYCD, PAUSECD, PLAY
    (Button::PlayPause, &[119, 164, 200, 201, 207]),
    // KEY_PAGEUP, CHANNELUP
    (Button::PageUp, &[104, 402]),
    // KEY_PAGEDOWN, CHANNELDOWN
    (Button::PageDown, &[109, 403]),
    // KEY_0, KP0, NUMERIC_0 and so on
    (Button::Digit(0), &[11, 82, 512]),
    (Button::Digit(1), &[2, 79, 513]),
    (Button::Digit(2), &[3, 80, 514]),
    (Button::Digit(3), &[4, 81, 515]),
    (Button::Digit(4), &[5, 75, 516]),
    (Button::Digit(5), &[6, 76, 517]),
    (Button::Digit(6), &[7, 77, 518]),
    (Button::Digit(7), &[8, 71, 519]),
    (Button::Digit(8), &[9, 72, 520]),
    (Button::Digit(9), &[10, 73, 521]),
    // KEY_RED, GREEN, YELLOW, BLUE
    (Button::Red, &[398]),
    (Button::Green, &[399]),
    (Button::Yellow, &[400]),
    (Button::Blue, &[401]),
    // What is the television's or the player's: KEY_STOP, SLEEP, WAKEUP, NEXTSONG, PREVIOUSSONG, STOPCD, RECORD, REWIND,
    // HOMEPAGE, FASTFORWARD, SEARCH, BRIGHTNESSDOWN, BRIGHTNESSUP, MICMUTE, POWER2, FAVORITES, EPG, PVR, LANGUAGE,
    // TITLE, SUBTITLE, ZOOM, SCREEN, TV, RADIO, TEXT, DVD, AUDIO, VIDEO, LIST, LAST, NEXT, PREVIOUS, VOICECOMMAND, ASSISTANT.
    (
        Button::Other,
        &[
            128, 142, 143, 163, 165, 166, 167, 168, 172, 208, 217, 224, 225, 248, 356, 364, 365,
            366, 368, 369, 370, 372, 375, 377, 385, 388, 389, 392, 393, 395, 405, 407, 412, 582,
            583,
        ],
    ),
];

/// What a keyboard has beside the keys of the table: letters, modifiers, function keys, volume, power.
const KEYBOARD: [RangeInclusive<u16>; 3] = [1..=95, 97..=126, 183..=194];

/// Which button each key is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keymap {
    /// What the user has made of keys, by the kernel's codes. It comes before the table.
    pub taught: BTreeMap<u16, Button>,
    /// OK and Back of gamepads are exchanged.
    pub swapped: bool,
}

impl Keymap {
    /// The button that a key is.
    #[must_use]
    pub fn button(&self, code: u16) -> Button {
        let listed = TABLE.iter().find(|(_, codes)| codes.contains(&code));
        match (self.taught.get(&code), listed) {
            (Some(button), _) | (None, Some((button, _))) => *button,
            (None, None) if KEYBOARD.iter().any(|range| range.contains(&code)) => Button::Other,
            (None, None) => Button::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_two_buttons() {
        let mut codes: Vec<u16> = TABLE
            .iter()
            .flat_map(|(_, codes)| codes.iter().copied())
            .collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }

    #[test]
    fn the_ok_of_every_remote_is_ok() {
        let keymap = Keymap::default();
        for code in [28, 57, 96, 352, 353] {
            assert_eq!(keymap.button(code), Button::Ok, "{code}");
        }
        for code in [1, 14, 158, 174] {
            assert_eq!(keymap.button(code), Button::Back, "{code}");
        }
    }

    #[test]
    fn letters_and_volume_are_known_and_mean_nothing() {
        let keymap = Keymap::default();
        for code in [30, 42, 59, 113, 114, 115, 116, 125, 172] {
            assert_eq!(keymap.button(code), Button::Other, "{code}");
        }
        assert_eq!(keymap.button(0x2c0), Button::Unknown);
    }

    #[test]
    fn what_was_taught_comes_first_and_can_be_forgotten() {
        let mut keymap = Keymap::default();
        keymap.taught.insert(0x2c0, Button::Ok);
        keymap.taught.insert(28, Button::Back);
        assert_eq!(keymap.button(0x2c0), Button::Ok);
        assert_eq!(keymap.button(28), Button::Back);
        keymap.taught.clear();
        assert_eq!(keymap, Keymap::default());
        assert_eq!(keymap.button(28), Button::Ok);
    }
}
