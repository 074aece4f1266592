//! Focus: exactly one control has it, on every screen, always.
//!
//! A screen is one row or one column of choices. Arrows along it move and stop at its ends; OK chooses; Back leaves. A
//! dialog lies over a screen, or over another dialog, and holds the focus; when it goes, the focus is back where it
//! was. Any other new screen starts at its first choice.

use crate::input::Button;

/// How the choices of a screen stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Beside each other.
    Row,
    /// Below each other.
    Column,
    /// In rows of so many, the last of which may be shorter.
    Grid(usize),
}

/// What a press led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Nothing but perhaps another focus.
    Nothing,
    /// The choice with this place in the line was chosen.
    Chosen(usize),
    /// Back.
    Left,
    /// The menu was asked for.
    Menu,
}

/// The focus of a screen and of the dialogs over it; `Screen` and `Dialog` name them.
#[derive(Debug)]
pub(super) struct Focus<Screen, Dialog> {
    screen: (Screen, usize),
    dialogs: Vec<(Dialog, usize)>,
}

impl<Screen: PartialEq, Dialog: Copy + PartialEq> Focus<Screen, Dialog> {
    /// The focus is on the first choice of the first screen.
    pub(super) fn new(screen: Screen) -> Self {
        Self {
            screen: (screen, 0),
            dialogs: Vec::new(),
        }
    }

    /// What is shown now, the topmost dialog last; how many choices its line has, and which comes first in a new dialog.
    pub(super) fn enter(&mut self, screen: Screen, dialogs: &[Dialog], count: usize, first: usize) {
        if self.screen.0 != screen {
            self.screen = (screen, 0);
        }
        let same = self
            .dialogs
            .iter()
            .zip(dialogs)
            .take_while(|((open, _), dialog)| open == *dialog)
            .count();
        self.dialogs.truncate(same);
        self.dialogs
            .extend(dialogs[same..].iter().map(|dialog| (*dialog, first)));
        self.set(self.index().min(count.saturating_sub(1)));
    }

    /// Which choice has the focus.
    pub(super) fn index(&self) -> usize {
        self.dialogs
            .last()
            .map_or(self.screen.1, |(_, index)| *index)
    }

    /// Gives the focus to a choice that was pointed at.
    pub(super) fn set(&mut self, index: usize) {
        match self.dialogs.last_mut() {
            Some((_, at)) => *at = index,
            None => self.screen.1 = index,
        }
    }

    /// Takes one press on a line of `count` choices.
    pub(super) fn press(&mut self, button: Button, line: Line, count: usize) -> Pressed {
        let last = count.saturating_sub(1);
        match (button, line) {
            (Button::Left, Line::Row) | (Button::Up, Line::Column) => {
                self.set(self.index().saturating_sub(1));
            }
            (Button::Right, Line::Row) | (Button::Down, Line::Column) => {
                self.set((self.index() + 1).min(last));
            }
            (Button::Left, Line::Grid(columns)) if !self.index().is_multiple_of(columns) => {
                self.set(self.index() - 1);
            }
            (Button::Right, Line::Grid(columns)) if !(self.index() + 1).is_multiple_of(columns) => {
                self.set((self.index() + 1).min(last));
            }
            (Button::Up, Line::Grid(columns)) if self.index() >= columns => {
                self.set(self.index() - columns);
            }
            // Into a shorter row, but not along the last one.
            (Button::Down, Line::Grid(columns)) if self.index() / columns < last / columns => {
                self.set((self.index() + columns).min(last));
            }
            (Button::PageUp, _) => self.set(0),
            (Button::PageDown, _) => self.set(last),
            (Button::Ok | Button::PlayPause, _) => return Pressed::Chosen(self.index()),
            (Button::Back, _) => return Pressed::Left,
            (Button::Menu, _) => return Pressed::Menu,
            (
                Button::Up
                | Button::Down
                | Button::Left
                | Button::Right
                | Button::Info
                | Button::Digit(_)
                | Button::Red
                | Button::Green
                | Button::Yellow
                | Button::Blue
                | Button::Other
                | Button::Unknown,
                _,
            ) => {}
        }
        Pressed::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_along_the_row_and_stop_at_its_ends() {
        let mut focus = Focus::<_, ()>::new("a");
        focus.enter("a", &[], 3, 0);
        let mut seen = vec![focus.index()];
        for button in [
            Button::Left,
            Button::Right,
            Button::Right,
            Button::Right,
            Button::Down,
            Button::Left,
        ] {
            assert_eq!(focus.press(button, Line::Row, 3), Pressed::Nothing);
            seen.push(focus.index());
        }
        assert_eq!(seen, [0, 0, 1, 2, 2, 2, 1]);
        assert_eq!(focus.press(Button::Ok, Line::Row, 3), Pressed::Chosen(1));
        assert_eq!(focus.press(Button::Back, Line::Row, 3), Pressed::Left);
    }

    #[test]
    fn a_column_moves_up_and_down_and_pages_go_to_its_ends() {
        let mut focus = Focus::<_, ()>::new("a");
        focus.enter("a", &[], 4, 0);
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
            assert_eq!(focus.press(button, Line::Column, 4), Pressed::Nothing);
            seen.push(focus.index());
        }
        assert_eq!(seen, [1, 1, 1, 2, 1, 3, 3, 0, 0]);
    }

    #[test]
    fn a_grid_moves_both_ways_and_stops_at_its_edges() {
        // Two rows of three, and one alone.
        let mut focus = Focus::<_, ()>::new("a");
        focus.enter("a", &[], 7, 0);
        let mut go = |button| {
            focus.press(button, Line::Grid(3), 7);
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
        let mut focus = Focus::new("main");
        focus.enter("main", &[], 3, 0);
        focus.press(Button::Right, Line::Row, 3);
        focus.enter("main", &["more"], 4, 0);
        assert_eq!(focus.index(), 0, "a dialog starts at its first choice");
        focus.press(Button::Down, Line::Column, 4);
        focus.enter("main", &["more", "test"], 2, 0);
        assert_eq!(focus.index(), 0, "so does a dialog over a dialog");
        focus.press(Button::Right, Line::Row, 2);
        focus.enter("main", &["more"], 4, 0);
        assert_eq!(focus.index(), 1, "the first has its focus where it was");
        focus.enter("main", &[], 3, 0);
        assert_eq!(focus.index(), 1, "and so has the screen");
        focus.enter("main", &["more"], 4, 0);
        assert_eq!(focus.index(), 0, "a dialog that was closed starts anew");
    }

    #[test]
    fn a_new_screen_starts_at_its_first_choice() {
        let mut focus = Focus::<_, ()>::new("pairing");
        focus.set(1);
        focus.enter("paired", &[], 2, 0);
        assert_eq!(focus.index(), 0);
        focus.enter("pairing", &[], 3, 0);
        assert_eq!(focus.index(), 0, "a stray OK never lands on New code");
    }

    #[test]
    fn a_row_that_shrinks_keeps_the_focus_inside() {
        let mut focus = Focus::<_, ()>::new("a");
        focus.enter("a", &[], 4, 0);
        focus.set(3);
        focus.enter("a", &[], 2, 0);
        assert_eq!(focus.index(), 1);
    }
}
