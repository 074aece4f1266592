//! Keys that reach the window.
//!
//! The toolkit drops most keys of a remote (OK, Exit, Info, colours), so keys are read before it, by the kernel's code
//! that the window system carries. The symbol comes first where there is one: an X server may give any code to a key
//! that a user has mapped.

use std::collections::HashMap;
use std::time::Instant;

use winit::event::{ElementState, KeyEvent};
use winit::keyboard::{Key, NamedKey, NativeKey, PhysicalKey};
use winit::platform::scancode::PhysicalKeyExtScancode as _;

use super::{Button, PressSource, REPEAT, Remote};

/// The keys of one window.
pub struct Keys {
    remote: Remote,
    /// What is held down, and when it last counted.
    held: HashMap<PhysicalKey, Instant>,
}

impl Keys {
    /// Puts the presses of a window into the remote.
    #[must_use]
    pub fn new(remote: Remote) -> Self {
        Self {
            remote,
            held: HashMap::new(),
        }
    }

    /// Takes one key event; `synthetic` is what winit says of it.
    pub fn take(&mut self, event: &KeyEvent, synthetic: bool, now: Instant) {
        let (key, symbol) = (event.physical_key, &event.logical_key);
        let pressed = event.state == ElementState::Pressed;
        self.change(key, symbol, pressed, synthetic, now);
    }

    /// Takes a key by its code alone, as a window system passes it on that has no symbol for it.
    pub fn take_code(&mut self, code: u16, pressed: bool, now: Instant) {
        let key = PhysicalKey::from_scancode(code.into());
        let no_symbol = Key::Unidentified(NativeKey::Unidentified);
        self.change(key, &no_symbol, pressed, false, now);
    }

    /// The window lost the keyboard, and is not told of what is released from now on.
    pub fn let_go(&mut self) {
        self.held.clear();
    }

    fn change(
        &mut self,
        physical: PhysicalKey,
        logical: &Key,
        pressed: bool,
        synthetic: bool,
        now: Instant,
    ) {
        if !pressed {
            self.held.remove(&physical);
            return;
        }
        let (button, code) = self.meaning(physical, logical);
        let counted = self.held.get(&physical);
        // A held OK or Back means one press, not many.
        let counts = counted.is_none_or(|at| button.repeats() && now >= *at + REPEAT);
        if counts || synthetic {
            self.held.insert(physical, now);
        }
        // What was held already when the window came up is meant for whatever was there before.
        if counts && !synthetic {
            let press = PressSource::Window.press(button, code, now);
            self.remote.press(press);
        }
    }

    /// What the user has taught, then what the symbol says, then what the code says.
    fn meaning(&self, physical: PhysicalKey, logical: &Key) -> (Button, Option<u16>) {
        let code = physical
            .to_scancode()
            .and_then(|code| u16::try_from(code).ok())
            // The window system's way to say that it does not know (KEY_UNKNOWN).
            .filter(|code| !matches!(code, 0 | 240));
        self.remote.with_keymap(|keymap| {
            if let Some(button) = code.and_then(|code| keymap.taught.get(&code)) {
                return (*button, code);
            }
            match (symbol(logical), logical, code) {
                (Some(symbol), ..) => (keymap.button(symbol), Some(symbol)),
                (None, Key::Character(_), _) => (Button::Other, code),
                // Windows has codes of its own, so what it knows by no symbol above is of a keyboard.
                (None, ..) if cfg!(windows) && matches!(physical, PhysicalKey::Code(_)) => {
                    (Button::Other, code)
                }
                (None, _, Some(_)) if cfg!(windows) => (Button::Unknown, code),
                (None, _, Some(known)) => (keymap.button(known), code),
                (None, _, None) => (Button::Unknown, None),
            }
        })
    }
}

/// The kernel's code for a symbol, or what stands for one. X names every newer key by 0x10081000 plus its code; older ones
/// are listed.
fn symbol(key: &Key) -> Option<u16> {
    let code = match key {
        Key::Character(text) => match text.as_bytes() {
            [b'0'] => 11,
            [digit @ b'1'..=b'9'] => u16::from(digit - b'0') + 1,
            _ => return None,
        },
        Key::Named(named) => match named {
            NamedKey::Enter => 28,
            NamedKey::Select => 353,
            NamedKey::Space => 57,
            NamedKey::Escape => 1,
            NamedKey::Backspace => 14,
            NamedKey::BrowserBack | NamedKey::GoBack => 158,
            NamedKey::Exit => 174,
            NamedKey::Close => 206,
            NamedKey::Cancel => 223,
            NamedKey::ArrowUp => 103,
            NamedKey::ArrowDown => 108,
            NamedKey::ArrowLeft => 105,
            NamedKey::ArrowRight => 106,
            NamedKey::PageUp => 104,
            NamedKey::PageDown => 109,
            NamedKey::ContextMenu => 127,
            NamedKey::Help => 138,
            NamedKey::Info => 358,
            NamedKey::MediaPlayPause => 164,
            NamedKey::MediaPlay | NamedKey::Play => 207,
            NamedKey::MediaPause | NamedKey::Pause => 119,
            _ => return None,
        },
        Key::Unidentified(NativeKey::Xkb(symbol)) => match symbol {
            // XF86Select, XF86MenuKB, and the colours.
            0x1008_FFA0 => 353,
            0x1008_FF65 => 139,
            0x1008_FFA3 => 398,
            0x1008_FFA4 => 399,
            0x1008_FFA5 => 400,
            0x1008_FFA6 => 401,
            0x1008_1000..=0x1008_1FFF => (symbol & 0xFFF) as u16,
            _ => return None,
        },
        // A remote may have no more than a virtual key: past all codes, so that it can be taught.
        Key::Unidentified(NativeKey::Windows(virtual_key @ 1..=0xFE)) => 0xFF00 | virtual_key,
        _ => return None,
    };
    Some(code)
}

#[cfg(test)]
mod tests {
    use winit::keyboard::{KeyCode, NativeKeyCode};

    use std::time::Duration;

    use super::*;
    use crate::system::clock;

    struct Fixture {
        remote: Remote,
        keys: Keys,
        now: Instant,
    }

    impl Fixture {
        fn new() -> Self {
            let remote = Remote::default();
            let keys = Keys::new(remote.clone());
            let now = clock::now();
            Self { remote, keys, now }
        }

        fn change(&mut self, physical: PhysicalKey, logical: &Key, pressed: bool) -> Vec<Button> {
            self.keys
                .change(physical, logical, pressed, false, self.now);
            let taken = self.remote.take(self.now);
            taken.into_iter().map(|press| press.button).collect()
        }

        fn press(&mut self, physical: PhysicalKey, logical: &Key) -> Vec<Button> {
            let pressed = self.change(physical, logical, true);
            self.change(physical, logical, false);
            pressed
        }
    }

    #[cfg(not(windows))]
    const fn raw(code: u32) -> PhysicalKey {
        PhysicalKey::Unidentified(NativeKeyCode::Xkb(code))
    }

    const NOTHING: Key = Key::Unidentified(NativeKey::Unidentified);
    const ENTER: PhysicalKey = PhysicalKey::Code(KeyCode::Enter);

    #[cfg(not(windows))]
    #[test]
    fn codes_without_a_symbol_are_read_as_wayland_carries_them() {
        let mut fixture = Fixture::new();
        for (code, button) in [
            (352, Button::Ok),
            (353, Button::Ok),
            (174, Button::Back),
            (139, Button::Menu),
            (358, Button::Info),
            (513, Button::Digit(1)),
            (0x2c0, Button::Unknown),
        ] {
            assert_eq!(fixture.press(raw(code), &NOTHING), [button], "{code}");
        }
    }

    #[cfg(windows)]
    #[test]
    fn codes_of_windows_are_not_read_as_the_kernel_s_and_an_unknown_key_can_be_taught() {
        let mut fixture = Fixture::new();
        // The scan code of F16 is the kernel's code of the arrow up.
        let f16 = PhysicalKey::Code(KeyCode::F16);
        assert_eq!(f16.to_scancode(), Some(103));
        assert_eq!(
            fixture.press(f16, &Key::Named(NamedKey::F16)),
            [Button::Other]
        );
        let control = PhysicalKey::Code(KeyCode::ControlRight);
        let symbol = Key::Named(NamedKey::Control);
        assert_eq!(fixture.press(control, &symbol), [Button::Other]);
        let scan_code = PhysicalKey::Unidentified(NativeKeyCode::Windows(0xE050 + 0x20));
        assert_eq!(fixture.press(scan_code, &NOTHING), [Button::Unknown]);
        // Keys that a driver sends may have a virtual key alone.
        let none = PhysicalKey::Unidentified(NativeKeyCode::Windows(0));
        let guide = Key::Unidentified(NativeKey::Windows(0xE9));
        assert_eq!(fixture.press(none, &guide), [Button::Unknown]);
        for code in [0xE070, 0xFFE9] {
            let remote = &fixture.remote;
            remote.with_keymap(|keymap| keymap.taught.insert(code, Button::Menu));
        }
        assert_eq!(fixture.press(scan_code, &NOTHING), [Button::Menu]);
        assert_eq!(fixture.press(none, &guide), [Button::Menu]);
        let back = Key::Named(NamedKey::BrowserBack);
        assert_eq!(fixture.press(none, &back), [Button::Back]);
    }

    #[cfg(not(windows))]
    #[test]
    fn the_symbol_beats_the_code_and_what_was_taught_beats_both() {
        let mut fixture = Fixture::new();
        // xdotool, for one, gives a symbol to whatever code is free.
        let close = Key::Named(NamedKey::Close);
        assert_eq!(fixture.press(raw(200), &close), [Button::Back]);
        let ok = Key::Unidentified(NativeKey::Xkb(0x1008_1160));
        assert_eq!(fixture.press(raw(201), &ok), [Button::Ok]);
        let menu = Key::Unidentified(NativeKey::Xkb(0x1008_FF65));
        assert_eq!(fixture.press(raw(202), &menu), [Button::Menu]);
        fixture
            .remote
            .with_keymap(|keymap| keymap.taught.insert(200, Button::Menu));
        assert_eq!(fixture.press(raw(200), &close), [Button::Menu]);
    }

    #[test]
    fn a_held_ok_counts_once_and_a_held_arrow_moves_eight_times_a_second() {
        let mut fixture = Fixture::new();
        let hold = |fixture: &mut Fixture, physical, logical: &Key| {
            let mut counted = 0;
            // A second of repeats, 33 ms apart.
            for _ in 0..30 {
                counted += fixture.change(physical, logical, true).len();
                fixture.now += Duration::from_millis(33);
            }
            fixture.change(physical, logical, false);
            counted
        };
        assert_eq!(hold(&mut fixture, ENTER, &Key::Named(NamedKey::Enter)), 1);
        let back = PhysicalKey::Code(KeyCode::BrowserBack);
        assert_eq!(
            hold(&mut fixture, back, &Key::Named(NamedKey::BrowserBack)),
            1
        );
        let right = PhysicalKey::Code(KeyCode::ArrowRight);
        let moved = hold(&mut fixture, right, &Key::Named(NamedKey::ArrowRight));
        assert!((7..=9).contains(&moved), "{moved}");
        // Quick taps all count.
        for _ in 0..3 {
            let tapped = fixture.press(right, &Key::Named(NamedKey::ArrowRight));
            assert_eq!(tapped, [Button::Right]);
        }
    }

    #[test]
    fn a_key_that_was_held_before_the_window_came_says_nothing_until_it_is_released() {
        let mut fixture = Fixture::new();
        let enter = Key::Named(NamedKey::Enter);
        fixture.keys.change(ENTER, &enter, true, true, fixture.now);
        assert_eq!(fixture.change(ENTER, &enter, true), []);
        fixture.change(ENTER, &enter, false);
        assert_eq!(fixture.press(ENTER, &enter), [Button::Ok]);
    }

    #[test]
    fn typing_has_no_meaning_but_digits() {
        let mut fixture = Fixture::new();
        let key = PhysicalKey::Code(KeyCode::KeyA);
        let letter = Key::Character("ä".into());
        assert_eq!(fixture.press(key, &letter), [Button::Other]);
        let digit = Key::Character("7".into());
        assert_eq!(fixture.press(key, &digit), [Button::Digit(7)]);
    }
}
