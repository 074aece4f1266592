//! What a press leads to.

use std::time::{Duration, Instant};

use super::dialogs::STEP;
use super::{App, Content, GRACE};
use crate::auth::{StoreChoice, shown};
use crate::input::{Button, Press};
use crate::pairing::{Intent, View};
use crate::ui::presentation::spell::spell;
use crate::ui::tv::choice::{Command, Dialog, Screen};
use crate::ui::tv::keyboard;
use crate::ui::tv::typed_code::KeyboardKey;
use crate::ui::tv::{Language, MOST_OVERSCAN, Setting};
use crate::words::Words;

/// An unknown key that is pressed so often, each time so soon after the last, may be an OK that does not work.
const INSISTS: (u32, Duration) = (3, Duration::from_secs(3));

impl App {
    pub(super) fn press(&mut self, press: &Press, view: &View, now: Instant) {
        self.last_input = now;
        self.send(Intent::Touched);
        self.input_device = self.input_device.after(press);
        // The press that wakes does nothing else, and one that was meant for the last screen nothing at all.
        if *view == View::Resting || now < self.screen_changed + GRACE {
            return;
        }
        let choices = self.choices(view, now);
        let index = self.focus.enter(Screen::of(view), &choices);
        let mut button = press.button;
        match (self.focus.dialog(), press.code) {
            // The key that is being taught chooses, for it may be the OK that is missing.
            (Some(Dialog::TeachKey(code)), pressed) if pressed == Some(code) => button = Button::Ok,
            (Some(Dialog::RemoteTest), _) => self.presses.add(press),
            _ => {}
        }
        if self.focus.dialog() == Some(Dialog::RemoteTest)
            && button != Button::Unknown
            && !self.presses.ends_with_twice(Button::Back)
        {
            // It is only shown what it does.
            return;
        }
        if let (Button::Unknown, Some(code)) = (button, press.code) {
            return self.press_unknown_key(code, now);
        }
        if let (Some(Dialog::Keyboard), Button::Digit(digit)) = (self.focus.dialog(), button)
            && let Some(digit) = char::from_digit(u32::from(digit), 10)
        {
            return self.type_key(KeyboardKey::Character(digit));
        }
        let command = match button {
            Button::Left | Button::Right if self.focus.dialog() == Some(Dialog::PictureSize) => {
                Command::Resize(if button == Button::Left { STEP } else { -STEP })
            }
            Button::Ok | Button::PlayPause => {
                self.motion.pressed();
                choices.command(index)
            }
            Button::Back => self.back(view),
            Button::Menu
                if matches!(self.content, Content::Engine(_))
                    && self.focus.dialog().is_none()
                    && Dialog::More.fits(view) =>
            {
                Command::Open(Dialog::More)
            }
            _ => {
                self.focus.step(button, &choices, index);
                Command::Nothing
            }
        };
        self.act(command, now);
    }

    /// A key without a meaning can be taught: at once where the remote is tested, else when it is pressed again and
    /// again.
    fn press_unknown_key(&mut self, code: u16, now: Instant) {
        let (most, soon) = INSISTS;
        let times = match self.unknown_key {
            Some((known, times, last)) if known == code && now <= last + soon => times + 1,
            _ => 1,
        };
        self.unknown_key = Some((code, times, now));
        let is_teaching = matches!(self.focus.dialog(), Some(Dialog::TeachKey(_)));
        let is_testing = self.focus.dialog() == Some(Dialog::RemoteTest);
        let may_teach = matches!(self.content, Content::Engine(_));
        if may_teach && (is_testing || is_teaching || times >= most) {
            self.unknown_key = None;
            if is_teaching {
                self.focus.close();
            }
            self.focus.open(Dialog::TeachKey(code));
        }
    }

    pub(super) fn act(&mut self, command: Command, now: Instant) {
        match command {
            Command::Nothing => {}
            Command::Send(intent) => {
                self.focus.close_all();
                self.send(intent);
            }
            Command::Open(dialog) => {
                self.save_error = None;
                self.presses.clear();
                self.focus.open(dialog);
            }
            Command::Close => self.focus.close(),
            Command::Save(setting) => {
                if matches!(
                    self.focus.dialog(),
                    Some(Dialog::TeachKey(_) | Dialog::Setting(_))
                ) {
                    self.focus.close();
                }
                self.save(setting);
            }
            Command::Resize(step) => {
                let overscan = self.context.preferences.overscan + step;
                self.save(Setting::Overscan(overscan.clamp(0.0, MOST_OVERSCAN)));
            }
            Command::ReadAloud => self.read_aloud(),
            Command::Type(key) => self.type_key(key),
            Command::ShowNoWayOut => self.no_way_out = Some(now),
            Command::End(ending) => self.ending = Some(ending),
            Command::Approve => {
                if let Content::Engine(engine) = &self.content {
                    (engine.approve)();
                }
            }
        }
    }

    fn type_key(&mut self, key: KeyboardKey) {
        if let Some(code) = self.typed.press(key) {
            self.focus.close_all();
            self.send(Intent::Typed(code));
        } else if self.typed.is_whole() && matches!(key, KeyboardKey::Character(_)) {
            self.focus.set(keyboard::SEND);
        }
    }

    /// Says the address and the code, spelt.
    fn read_aloud(&mut self) {
        let View::Waiting(waiting) = self.newest_view() else {
            return;
        };
        let Some(voice) = &self.context.voice else {
            return;
        };
        let words = Words::of(voice.language_for(self.words.language()));
        let url = shown::address(waiting.code.verification_uri.as_str());
        let code = spell(words, waiting.code.user_code.expose());
        let text = words.with("speech-code", [("url", url.into()), ("code", code.into())]);
        voice.say(text, words.language());
    }

    /// Applies a setting at once, and saves it.
    fn save(&mut self, setting: Setting) {
        self.context.preferences.apply(setting);
        let remote = &self.context.remote;
        match setting {
            Setting::Language(language) => {
                self.words = Words::of(language.unwrap_or_else(Language::of_system));
            }
            Setting::Unattended(unattended) => self.send(Intent::Renew(unattended)),
            // As the settings file says from the next start on: what it said at this one counts no more.
            Setting::Store(store) => self.send(Intent::KeepNext(match store {
                StoreChoice::InFile => StoreChoice::InFile,
                StoreChoice::Auto | StoreChoice::InKeyring => StoreChoice::InKeyring,
            })),
            Setting::Teach(code, button) => {
                remote.with_keymap(|keymap| keymap.taught.insert(code, button));
            }
            Setting::ForgetTaught => remote.with_keymap(|keymap| keymap.taught.clear()),
            Setting::Swap(swapped) => remote.with_keymap(|keymap| keymap.swapped = swapped),
            Setting::Text(_)
            | Setting::Theme(_)
            | Setting::ReduceMotion(_)
            | Setting::Sounds(_)
            | Setting::MayBlank(_)
            | Setting::Overscan(_) => {}
        }
        self.save_error = (self.context.save)(setting).err();
    }
}
