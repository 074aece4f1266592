//! Which screen and dialogs are shown, and which choice of each has the focus: exactly one, always.
//!
//! Arrows move along a row or a column and stop at its ends. A dialog lies over a screen, or over
//! another dialog, and holds the focus; when it goes, the focus is back where it was. Any other new screen starts at its
//! first choice.

use super::choice::{ButtonLayout, Choices, Dialog, Screen};
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

    /// How many dialogs lie over the screen.
    pub(super) fn depth(&self) -> usize {
        self.dialogs.len()
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

    /// What is shown now: a screen, and what can be chosen on it or on the topmost dialog. Returns which choice has the focus: one
    /// that does nothing at the moment leaves it to the next one, and takes it back once it does something again.
    pub(super) fn enter(&mut self, screen: Screen, choices: &Choices) -> usize {
        if self.screen.0 != screen {
            self.screen = (screen, 0);
        }
        let index = match self.dialogs.last() {
            Some((_, index)) => index.unwrap_or(choices.first),
            None => self.screen.1,
        };
        let index = index.min(choices.list.len().saturating_sub(1));
        self.set(index);
        let mut after = (index..choices.list.len()).chain((0..index).rev());
        after
            .find(|index| choices.is_enabled(*index))
            .unwrap_or(index)
    }

    /// Gives the focus to a choice.
    pub(super) fn set(&mut self, index: usize) {
        match self.dialogs.last_mut() {
            Some((_, at)) => *at = Some(index),
            None => self.screen.1 = index,
        }
    }

    /// Moves the focus from the choice at `index`, where the button does, past choices that do nothing.
    pub(super) fn step(&mut self, button: Button, choices: &Choices, index: usize) {
        let mut at = index;
        let enabled = |index: &usize| choices.is_enabled(*index);
        let end = match button {
            Button::PageUp => (0..choices.list.len()).find(enabled),
            Button::PageDown => (0..choices.list.len()).rfind(enabled),
            _ => None,
        };
        if let Some(end) = end {
            return self.set(end);
        }
        loop {
            let next = neighbour(button, &choices.layout, choices.list.len(), at);
            if next == at {
                // Nothing beyond it does anything.
                break;
            }
            at = next;
            if choices.is_enabled(at) {
                self.set(at);
                break;
            }
        }
    }
}

/// Where a button leads from a choice, among so many.
fn neighbour(button: Button, layout: &ButtonLayout, count: usize, index: usize) -> usize {
    use ButtonLayout::{Column, Row, Rows};
    let last = count.saturating_sub(1);
    match (button, layout) {
        (Button::Left, Row) | (Button::Up, Column) => index.saturating_sub(1),
        (Button::Right, Row) | (Button::Down, Column) => (index + 1).min(last),
        (_, Rows(rows)) => in_rows(button, rows, index),
        _ => index,
    }
}

/// The same in rows: along a row, or to the nearest choice of the next one.
fn in_rows(button: Button, rows: &[Vec<f32>], index: usize) -> usize {
    let starts = rows.iter().scan(0, |start, row| {
        let this = *start;
        *start += row.len();
        Some(this)
    });
    let starts: Vec<usize> = starts.collect();
    let row = starts
        .partition_point(|start| *start <= index)
        .saturating_sub(1);
    let Some(column) = index.checked_sub(starts.get(row).copied().unwrap_or(0)) else {
        return index;
    };
    let next = match button {
        Button::Left if column > 0 => return index - 1,
        Button::Right if rows.get(row).is_some_and(|row| column + 1 < row.len()) => {
            return index + 1;
        }
        Button::Up => row.checked_sub(1),
        Button::Down => Some(row + 1),
        _ => None,
    };
    let (Some(next), Some(middle)) = (next, rows.get(row).and_then(|row| row.get(column))) else {
        return index;
    };
    let distance = |other: &f32| (other - middle).abs();
    let nearest = rows.get(next).and_then(|next| {
        let places = next.iter().enumerate();
        places.min_by(|(_, one), (_, other)| distance(one).total_cmp(&distance(other)))
    });
    nearest.map_or(index, |(column, _)| starts[next] + column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::tv::choice::{Choice, Command};

    fn choices(layout: ButtonLayout, count: usize) -> Choices {
        let choice = |index: usize| Choice::new(index.to_string(), Command::Nothing);
        Choices::new(layout, (0..count).map(choice).collect())
    }

    /// Where the focus is after each of these buttons.
    fn after(choices: &Choices, buttons: &[Button]) -> Vec<usize> {
        let mut focus = Focus::new(Screen::Busy);
        let press = |button: &Button| {
            let index = focus.enter(Screen::Busy, choices);
            focus.step(*button, choices, index);
            focus.enter(Screen::Busy, choices)
        };
        buttons.iter().map(press).collect()
    }

    #[test]
    fn arrows_move_along_the_row_and_stop_at_its_ends() {
        use Button::{Down, Left, Right};
        let buttons = [Left, Right, Right, Right, Down, Left];
        let row = choices(ButtonLayout::Row, 3);
        assert_eq!(after(&row, &buttons), [0, 1, 2, 2, 2, 1]);
    }

    #[test]
    fn a_column_moves_up_and_down_and_pages_go_to_its_ends() {
        use Button::{Down, Left, PageDown, PageUp, Right, Up};
        let buttons = [Down, Right, Left, Down, Up, PageDown, Down, PageUp, Up];
        let column = choices(ButtonLayout::Column, 4);
        assert_eq!(after(&column, &buttons), [1, 1, 1, 2, 1, 3, 3, 0, 0]);
    }

    #[test]
    fn rows_move_both_ways_and_to_what_is_nearest_across() {
        use Button::{Down, Left, PageDown, Right, Up};
        // Two rows of three, and one of a wide choice below the second and the third.
        let middles = [vec![0.0, 1.0, 2.0], vec![0.0, 1.0, 2.0], vec![1.5]];
        let rows = choices(ButtonLayout::Rows(middles.into()), 7);
        assert_eq!(
            after(&rows, &[Left, Up, Right, Right, Right]),
            [0, 0, 1, 2, 2]
        );
        assert_eq!(
            after(&rows, &[Right, Down, Down, Down, Right]),
            [1, 4, 6, 6, 6]
        );
        assert_eq!(
            after(&rows, &[PageDown, Up, Left, Left, Up]),
            [6, 4, 3, 3, 0]
        );
    }

    #[test]
    fn what_does_nothing_is_passed_and_takes_the_focus_back() {
        use Button::{Left, Right};
        let mut row = choices(ButtonLayout::Row, 4);
        (row.list[0].disabled, row.list[2].disabled) = (true, true);
        assert_eq!(after(&row, &[Right, Right, Left, Left]), [3, 3, 1, 1]);
        let mut focus = Focus::new(Screen::Busy);
        assert_eq!(focus.enter(Screen::Busy, &row), 1);
        row.list[0].disabled = false;
        assert_eq!(focus.enter(Screen::Busy, &row), 0);
        row.list
            .iter_mut()
            .for_each(|choice| choice.disabled = true);
        assert_eq!(focus.enter(Screen::Busy, &row), 0);
    }

    #[test]
    fn a_dialog_holds_the_focus_and_gives_it_back() {
        let row = |count| choices(ButtonLayout::Row, count);
        let column = choices(ButtonLayout::Column, 4);
        let mut focus = Focus::new(Screen::Pairing);
        focus.enter(Screen::Pairing, &row(3));
        focus.step(Button::Right, &row(3), 0);
        focus.open(Dialog::More);
        let index = focus.enter(Screen::Pairing, &column);
        assert_eq!(index, 0, "a dialog starts at its first choice");
        focus.step(Button::Down, &column, 0);
        focus.open(Dialog::RemoteTest);
        let index = focus.enter(Screen::Pairing, &row(2));
        assert_eq!(index, 0, "so does a dialog over a dialog");
        focus.step(Button::Right, &row(2), 0);
        focus.close();
        let index = focus.enter(Screen::Pairing, &column);
        assert_eq!(index, 1, "the first has its focus where it was");
        focus.close();
        let index = focus.enter(Screen::Pairing, &row(3));
        assert_eq!(index, 1, "and so has the screen");
        focus.open(Dialog::More);
        let index = focus.enter(Screen::Pairing, &column);
        assert_eq!(index, 0, "a dialog that was closed starts anew");
    }

    #[test]
    fn a_new_screen_starts_at_its_first_choice() {
        let mut focus = Focus::new(Screen::Pairing);
        focus.set(1);
        let index = focus.enter(Screen::Paired, &choices(ButtonLayout::Row, 2));
        assert_eq!(index, 0);
        let index = focus.enter(Screen::Pairing, &choices(ButtonLayout::Row, 3));
        assert_eq!(index, 0, "a stray OK never lands on New code");
    }

    #[test]
    fn a_row_that_shrinks_keeps_the_focus_inside() {
        let mut focus = Focus::new(Screen::Busy);
        focus.enter(Screen::Busy, &choices(ButtonLayout::Row, 4));
        focus.set(3);
        let index = focus.enter(Screen::Busy, &choices(ButtonLayout::Row, 2));
        assert_eq!(index, 1);
    }
}
