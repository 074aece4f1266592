//! Focus: exactly one control has it, on every screen, always.
//!
//! A screen is a row of choices. Arrows move along the row and stop at its ends; OK chooses; Back leaves. A dialog
//! lies over a screen and holds the focus; when it goes, the focus is back where it was. Any other new screen
//! starts at its first choice.

use crate::remote::Button;

/// What a press led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// Nothing but perhaps another focus.
    Nothing,
    /// The choice with this place in the row was chosen.
    Chosen(usize),
    /// Back.
    Left,
}

/// The focus of a screen and of a dialog over it; `Screen` and `Dialog` name them.
#[derive(Debug)]
pub(super) struct Focus<Screen, Dialog> {
    screen: (Screen, usize),
    dialog: Option<(Dialog, usize)>,
}

impl<Screen: PartialEq, Dialog: PartialEq> Focus<Screen, Dialog> {
    /// The focus is on the first choice of the first screen.
    pub(super) fn new(screen: Screen) -> Self {
        Self {
            screen: (screen, 0),
            dialog: None,
        }
    }

    /// What is shown now, and how many choices its row has (at least one).
    pub(super) fn enter(&mut self, screen: Screen, dialog: Option<Dialog>, count: usize) {
        if self.screen.0 != screen {
            self.screen = (screen, 0);
        }
        self.dialog = match (self.dialog.take(), dialog) {
            (Some((open, index)), Some(dialog)) if open == dialog => Some((open, index)),
            (_, dialog) => dialog.map(|dialog| (dialog, 0)),
        };
        self.set(self.index().min(count.saturating_sub(1)));
    }

    /// Which choice has the focus.
    pub(super) fn index(&self) -> usize {
        self.dialog
            .as_ref()
            .map_or(self.screen.1, |(_, index)| *index)
    }

    /// Gives the focus to a choice that was pointed at.
    pub(super) fn set(&mut self, index: usize) {
        match &mut self.dialog {
            Some((_, at)) => *at = index,
            None => self.screen.1 = index,
        }
    }

    /// Takes one press on a row of `count` choices.
    pub(super) fn press(&mut self, button: Button, count: usize) -> Pressed {
        match button {
            Button::Left => self.set(self.index().saturating_sub(1)),
            Button::Right => self.set((self.index() + 1).min(count.saturating_sub(1))),
            Button::Ok => return Pressed::Chosen(self.index()),
            Button::Back => return Pressed::Left,
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
        let mut focus = Focus::<_, ()>::new("a");
        focus.enter("a", None, 3);
        let mut seen = vec![focus.index()];
        for button in [
            Button::Left,
            Button::Right,
            Button::Right,
            Button::Right,
            Button::Down,
            Button::Left,
        ] {
            assert_eq!(focus.press(button, 3), Pressed::Nothing);
            seen.push(focus.index());
        }
        assert_eq!(seen, [0, 0, 1, 2, 2, 2, 1]);
        assert_eq!(focus.press(Button::Ok, 3), Pressed::Chosen(1));
        assert_eq!(focus.press(Button::Back, 3), Pressed::Left);
    }

    #[test]
    fn a_dialog_holds_the_focus_and_gives_it_back() {
        let mut focus = Focus::new("main");
        focus.enter("main", None, 3);
        focus.press(Button::Right, 3);
        focus.enter("main", Some("dialog"), 2);
        assert_eq!(focus.index(), 0, "a dialog starts at its first choice");
        focus.press(Button::Right, 2);
        focus.enter("main", None, 3);
        assert_eq!(focus.index(), 1, "the screen has its focus where it was");
        focus.enter("main", Some("dialog"), 2);
        assert_eq!(focus.index(), 0, "and the dialog starts anew");
    }

    #[test]
    fn a_new_screen_starts_at_its_first_choice() {
        let mut focus = Focus::<_, ()>::new("pairing");
        focus.set(1);
        focus.enter("paired", None, 2);
        assert_eq!(focus.index(), 0);
        focus.enter("pairing", None, 3);
        assert_eq!(focus.index(), 0, "a stray OK never lands on New code");
    }

    #[test]
    fn a_row_that_shrinks_keeps_the_focus_inside() {
        let mut focus = Focus::<_, ()>::new("a");
        focus.enter("a", None, 4);
        focus.set(3);
        focus.enter("a", None, 2);
        assert_eq!(focus.index(), 1);
    }
}
