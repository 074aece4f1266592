//! Which screen and dialogs are shown, and which choice of each has the focus: exactly one, always.
//!
//! Arrows move along a row or a column and stop at its ends; OK chooses; Back leaves. A dialog lies over a screen, or over
//! another dialog, and holds the focus; when it goes, the focus is back where it was. Any other new screen starts at its
//! first choice.

use super::choice::{Dialog, Layout, Screen};
use crate::input::Button;

/// What a press led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Nothing but perhaps another focus.
    Nothing,
    /// The choice at this place was chosen.
    Chosen(usize),
    Back,
    Menu,
}

/// The screen, the dialogs over it, and the focus of each.
#[derive(Debug)]
pub(super) struct Focus {
    screen: (Screen, usize),
    /// The topmost last; the focus is `None` until the choices of a new dialog are known.
    dialogs: Vec<(Dialog, Option<usize>)>,
}

impl Focus {
    /// The focus is on the first choice of the first screen.
    pub(super) fn new(screen: Screen) -> Self {
        Self {
            screen: (screen, 0),
            dialogs: Vec::new(),
        }
    }

    /// The topmost dialog.
    pub(super) fn dialog(&self) -> Option<Dialog> {
        self.dialogs.last().map(|(dialog, _)| *dialog)
    }

    pub(super) fn open(&mut self, dialog: Dialog) {
        self.dialogs.push((dialog, None));
    }

    /// Closes the topmost dialog.
    pub(super) fn close(&mut self) {
        self.dialogs.pop();
    }

    pub(super) fn close_all(&mut self) {
        self.dialogs.clear();
    }

    /// Closes the first dialog that does not fit, and all that lie over it.
    pub(super) fn close_unfit(&mut self, fits: impl Fn(Dialog) -> bool) {
        let unfit = self.dialogs.iter().position(|(dialog, _)| !fits(*dialog));
        self.dialogs.truncate(unfit.unwrap_or(self.dialogs.len()));
    }

    /// What is shown now: a screen, and so many choices on it or on the topmost dialog; a new dialog starts at `first`.
    pub(super) fn enter(&mut self, screen: Screen, count: usize, first: usize) {
        if self.screen.0 != screen {
            self.screen = (screen, 0);
        }
        let index = match self.dialogs.last() {
            Some((_, index)) => index.unwrap_or(first),
            None => self.screen.1,
        };
        self.set(index.min(count.saturating_sub(1)));
    }

    /// Which choice has the focus.
    pub(super) fn index(&self) -> usize {
        match self.dialogs.last() {
            Some((_, index)) => index.unwrap_or(0),
            None => self.screen.1,
        }
    }

    /// Gives the focus to a choice.
    pub(super) fn set(&mut self, index: usize) {
        match self.dialogs.last_mut() {
            Some((_, at)) => *at = Some(index),
            None => self.screen.1 = index,
        }
    }

    /// Takes one press on `count` choices.
    pub(super) fn press(&mut self, button: Button, layout: Layout, count: usize) -> Pressed {
        let last = count.saturating_sub(1);
        let index = self.index();
        match (button, layout) {
            (Button::Left, Layout::Row) | (Button::Up, Layout::Column) => {
                self.set(index.saturating_sub(1));
            }
            (Button::Right, Layout::Row) | (Button::Down, Layout::Column) => {
                self.set((index + 1).min(last));
            }
            (Button::Left, Layout::Grid(columns)) if !index.is_multiple_of(columns) => {
                self.set(index - 1);
            }
            (Button::Right, Layout::Grid(columns)) if !(index + 1).is_multiple_of(columns) => {
                self.set((index + 1).min(last));
            }
            (Button::Up, Layout::Grid(columns)) if index >= columns => self.set(index - columns),
            // Into a shorter row, but not along the last one.
            (Button::Down, Layout::Grid(columns)) if index / columns < last / columns => {
                self.set((index + columns).min(last));
            }
            (Button::PageUp, _) => self.set(0),
            (Button::PageDown, _) => self.set(last),
            (Button::Ok | Button::PlayPause, _) => return Pressed::Chosen(index),
            (Button::Back, _) => return Pressed::Back,
            (Button::Menu, _) => return Pressed::Menu,
            _ => {}
        }
        Pressed::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_along_the_row_and_stop_at_its_ends() {
        let mut focus = Focus::new(Screen::Busy);
        focus.enter(Screen::Busy, 3, 0);
        let mut seen = vec![focus.index()];
        for button in [
            Button::Left,
            Button::Right,
            Button::Right,
            Button::Right,
            Button::Down,
            Button::Left,
        ] {
            assert_eq!(focus.press(button, Layout::Row, 3), Pressed::Nothing);
            seen.push(focus.index());
        }
        assert_eq!(seen, [0, 0, 1, 2, 2, 2, 1]);
        assert_eq!(focus.press(Button::Ok, Layout::Row, 3), Pressed::Chosen(1));
        assert_eq!(focus.press(Button::Back, Layout::Row, 3), Pressed::Back);
    }

    #[test]
    fn a_column_moves_up_and_down_and_pages_go_to_its_ends() {
        let mut focus = Focus::new(Screen::Busy);
        focus.enter(Screen::Busy, 4, 0);
        let mut seen = Vec::new();
        for button in [
            Button::Down,
            Button::Right,
            Button::Left,
            Button::Down,
            Button::Up,
            Button::PageDown,
            Button::Down,
            Button::PageUp,
            Button::Up,
        ] {
            assert_eq!(focus.press(button, Layout::Column, 4), Pressed::Nothing);
            seen.push(focus.index());
        }
        assert_eq!(seen, [1, 1, 1, 2, 1, 3, 3, 0, 0]);
    }

    #[test]
    fn a_grid_moves_both_ways_and_stops_at_its_edges() {
        // Two rows of three, and one alone.
        let mut focus = Focus::new(Screen::Busy);
        focus.enter(Screen::Busy, 7, 0);
        let mut go = |button| {
            focus.press(button, Layout::Grid(3), 7);
            focus.index()
        };
        assert_eq!([Button::Left, Button::Up].map(&mut go), [0, 0]);
        assert_eq!([Button::Right; 3].map(&mut go), [1, 2, 2]);
        assert_eq!([Button::Down; 3].map(&mut go), [5, 6, 6]);
        assert_eq!([Button::Right, Button::Up].map(&mut go), [6, 3]);
        assert_eq!([Button::Left, Button::PageDown].map(&mut go), [3, 6]);
    }

    #[test]
    fn a_dialog_holds_the_focus_and_gives_it_back() {
        let mut focus = Focus::new(Screen::Pairing);
        focus.enter(Screen::Pairing, 3, 0);
        focus.press(Button::Right, Layout::Row, 3);
        focus.open(Dialog::More);
        focus.enter(Screen::Pairing, 4, 0);
        assert_eq!(focus.index(), 0, "a dialog starts at its first choice");
        focus.press(Button::Down, Layout::Column, 4);
        focus.open(Dialog::RemoteTest);
        focus.enter(Screen::Pairing, 2, 0);
        assert_eq!(focus.index(), 0, "so does a dialog over a dialog");
        focus.press(Button::Right, Layout::Row, 2);
        focus.close();
        focus.enter(Screen::Pairing, 4, 0);
        assert_eq!(focus.index(), 1, "the first has its focus where it was");
        focus.close();
        focus.enter(Screen::Pairing, 3, 0);
        assert_eq!(focus.index(), 1, "and so has the screen");
        focus.open(Dialog::More);
        focus.enter(Screen::Pairing, 4, 0);
        assert_eq!(focus.index(), 0, "a dialog that was closed starts anew");
    }

    #[test]
    fn a_new_screen_starts_at_its_first_choice() {
        let mut focus = Focus::new(Screen::Pairing);
        focus.set(1);
        focus.enter(Screen::Paired, 2, 0);
        assert_eq!(focus.index(), 0);
        focus.enter(Screen::Pairing, 3, 0);
        assert_eq!(focus.index(), 0, "a stray OK never lands on New code");
    }

    #[test]
    fn a_row_that_shrinks_keeps_the_focus_inside() {
        let mut focus = Focus::new(Screen::Busy);
        focus.enter(Screen::Busy, 4, 0);
        focus.set(3);
        focus.enter(Screen::Busy, 2, 0);
        assert_eq!(focus.index(), 1);
    }
}
