//! What a press leads to.

use std::time::{Duration, Instant};

use super::{App, Content, GRACE};
use crate::auth::StoreChoice;
use crate::auth::shown;
use crate::input::{Button, Press};
use crate::pairing::{Intent, View};
use crate::ui::tv::choices::{Command, Screen};
use crate::ui::tv::dialog::Dialog;
use crate::ui::tv::focus::Pressed;
use crate::ui::tv::keyboard::{self, Stroke};
use crate::ui::tv::spell::spell;
use crate::ui::tv::{Language, MOST_OVERSCAN, Setting};
use crate::words::Words;

/// An unknown key that is pressed so often, each time so soon after the last, is meant: somebody's OK is dead.
const INSISTS: (u32, Duration) = (3, Duration::from_secs(3));

impl App {
    /// Acts on one press.
    pub(super) fn press(&mut self, press: &Press, view: &View, now: Instant) {
        self.touched = now;
        self.wish(Intent::Touched);
        self.hand = self.hand.after(press);
        // The press that wakes does nothing else, and one that was meant for the last screen nothing at all.
        if *view == View::Resting || now < self.changed + GRACE {
            return;
        }
        let choices = self.choices(view);
        let count = choices.list.len();
        self.focus
            .enter(Screen::of(view), &self.dialogs, count, choices.first);
        let mut button = press.button;
        match (self.dialogs.last(), press.code) {
            // The key that is being taught chooses, for it may be the OK that is missing.
            (Some(Dialog::Teach(code)), pressed) if pressed == Some(*code) => button = Button::Ok,
            (Some(Dialog::Remote), _) => self.seen.add(press),
            _ => {}
        }
        if let (Button::Unknown, Some(code)) = (button, press.code) {
            return self.meet(code, now);
        }
        if let (Some(Dialog::Keyboard), Button::Digit(digit)) = (self.dialogs.last(), button)
            && let Some(digit) = char::from_digit(u32::from(digit), 10)
        {
            return self.stroke(Stroke::Character(digit));
        }
        let command = match self.focus.press(button, choices.line, count) {
            Pressed::Nothing => Command::Nothing,
            Pressed::Chosen(index) => choices.command(index),
            Pressed::Left => self.back(view),
            Pressed::Menu => self.menu(view),
        };
        self.act(command, now);
    }

    /// A key that nobody knows was pressed: where the remote is tested it can be taught at once, else when it is
    /// pressed again and again.
    fn meet(&mut self, code: u16, now: Instant) {
        let (most, soon) = INSISTS;
        let times = match self.stranger {
            Some((known, times, last)) if known == code && now <= last + soon => times + 1,
            _ => 1,
        };
        self.stranger = Some((code, times, now));
        let teaching = matches!(self.dialogs.last(), Some(Dialog::Teach(_)));
        let testing = matches!(self.dialogs.last(), Some(Dialog::Remote));
        let shown = matches!(self.face, Content::Engine(_));
        if shown && (testing || teaching || times >= most) {
            self.stranger = None;
            if teaching {
                self.dialogs.pop();
            }
            self.dialogs.push(Dialog::Teach(code));
        }
    }

    pub(super) fn act(&mut self, command: Command, now: Instant) {
        match command {
            Command::Nothing => {}
            Command::Wish(intent) => {
                self.dialogs.clear();
                self.wish(intent);
            }
            Command::Open(dialog) => {
                self.save_error = None;
                self.seen.clear();
                self.dialogs.push(dialog);
            }
            Command::Close => drop(self.dialogs.pop()),
            Command::StartOver => self.seen.start_over(),
            Command::Keep(setting) => {
                if matches!(
                    self.dialogs.last(),
                    Some(Dialog::Teach(_) | Dialog::Choose(_))
                ) {
                    self.dialogs.pop();
                }
                self.keep(setting);
            }
            Command::Resize(step) => {
                let overscan =
                    (self.household.preferences.overscan + step).clamp(0.0, MOST_OVERSCAN);
                self.keep(Setting::Overscan(overscan));
            }
            Command::Read => self.read_aloud(),
            Command::Type(stroke) => self.stroke(stroke),
            Command::NoWayOut => self.no_way_out = Some(now),
            Command::End(ending) => self.ending = Some(ending),
            Command::Approve => {
                if let Content::Engine(engine) = &self.face {
                    (engine.approve)();
                }
            }
        }
    }

    /// Does what a key of the keyboard on the screen does.
    fn stroke(&mut self, stroke: Stroke) {
        if let Some(code) = self.typed.take(stroke) {
            self.dialogs.clear();
            self.wish(Intent::Typed(code));
        } else if self.typed.is_whole() && matches!(stroke, Stroke::Character(_)) {
            self.focus.set(keyboard::SEND);
        }
    }

    /// Says the address and the code, spelt.
    fn read_aloud(&mut self) {
        let View::Waiting(waiting) = self.newest() else {
            return;
        };
        let Some(voice) = &self.household.voice else {
            return;
        };
        let words = Words::of(voice.language_for(self.words.language()));
        let url = shown::address(waiting.code.verification_uri.as_str());
        let code = spell(&words, waiting.code.user_code.expose());
        let text = words.with("speech-code", [("url", url.into()), ("code", code.into())]);
        voice.say(text, words.language());
    }

    /// Lets a setting hold at once, and keeps it.
    fn keep(&mut self, setting: Setting) {
        let (remote, chosen) = (&self.household.remote, &mut self.household.preferences);
        match setting {
            Setting::Language(language) => {
                chosen.language = language;
                self.words = Words::of(language.unwrap_or_else(Language::of_system));
            }
            Setting::Text(text) => chosen.text = text,
            Setting::Theme(theme) => chosen.theme = theme,
            Setting::ReduceMotion(reduce_motion) => chosen.reduce_motion = reduce_motion,
            Setting::MayBlank(may_blank) => chosen.may_blank = may_blank,
            Setting::Unattended(unattended) => {
                chosen.unattended = unattended;
                self.wish(Intent::Renew(unattended));
            }
            Setting::Store(keep) => {
                chosen.store = keep;
                // As the settings file says from the next start on: what it said at this one counts no more.
                self.wish(Intent::KeepNext(match keep {
                    StoreChoice::InFile => StoreChoice::InFile,
                    StoreChoice::AsSet | StoreChoice::InKeyring => StoreChoice::InKeyring,
                }));
            }
            Setting::Overscan(percent) => chosen.overscan = percent,
            Setting::Teach(code, button) => {
                remote.with_keymap(|keymap| keymap.taught.insert(code, button));
            }
            Setting::ForgetTaught => remote.with_keymap(|keymap| keymap.taught.clear()),
            Setting::Swap(swapped) => remote.with_keymap(|keymap| keymap.swapped = swapped),
        }
        self.save_error = (self.household.keep)(setting).err();
    }
}
