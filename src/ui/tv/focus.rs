//! Which screen and dialogs are shown, and which choice of each has the focus: exactly one, always.
//!
//! Arrows move along a row or a column and stop at its ends. A dialog lies over a screen, or over
//! another dialog, and holds the focus; when it goes, the focus is back where it was. Any other new screen starts at its
//! first choice.

use super::choice::{ButtonLayout, Dialog, Screen};
use crate::input::Button;

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

    /// Moves the focus along `count` choices, where the button does.
    pub(super) fn step(&mut self, button: Button, layout: ButtonLayout, count: usize) {
        use ButtonLayout::{Column, Grid, Row};
        let last = count.saturating_sub(1);
        let index = self.index();
        self.set(match (button, layout) {
            (Button::Left, Row) | (Button::Up, Column) => index.saturating_sub(1),
            (Button::Right, Row) | (Button::Down, Column) => (index + 1).min(last),
            (Button::Left, Grid(columns)) if !index.is_multiple_of(columns) => index - 1,
            (Button::Right, Grid(columns)) if !(index + 1).is_multiple_of(columns) => {
                (index + 1).min(last)
            }
            (Button::Up, Grid(columns)) if index >= columns => index - columns,
            // Into a shorter row, but not along the last one.
            (Button::Down, Grid(columns)) if index / columns < last / columns => {
                (index + columns).min(last)
            }
            (Button::PageUp, _) => 0,
            (Button::PageDown, _) => last,
            _ => index,
        });
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
            focus.step(button, ButtonLayout::Row, 3);
            seen.push(focus.index());
        }
        assert_eq!(seen, [0, 0, 1, 2, 2, 2, 1]);
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
            focus.step(button, ButtonLayout::Column, 4);
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
            focus.step(button, ButtonLayout::Grid(3), 7);
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
        focus.step(Button::Right, ButtonLayout::Row, 3);
        focus.open(Dialog::More);
        focus.enter(Screen::Pairing, 4, 0);
        assert_eq!(focus.index(), 0, "a dialog starts at its first choice");
        focus.step(Button::Down, ButtonLayout::Column, 4);
        focus.open(Dialog::RemoteTest);
        focus.enter(Screen::Pairing, 2, 0);
        assert_eq!(focus.index(), 0, "so does a dialog over a dialog");
        focus.step(Button::Right, ButtonLayout::Row, 2);
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
