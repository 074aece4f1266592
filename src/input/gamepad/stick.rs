//! A stick, or a D-pad, which is a stick that knows only its ends.
//!
//! It says one direction at a time, the stronger. It must be pushed far to say one and come back far to say none, so
//! that a thumb that trembles at the edge is one press.

use crate::input::Button;

/// So far from the centre is a press.
const PRESSED: f64 = 0.6;
/// So near to the centre it is released.
const RELEASED: f64 = 0.4;

/// One stick. Both axes go from -1 to 1, right and down are positive.
#[derive(Default)]
pub(super) struct Stick {
    pub(super) x: f64,
    pub(super) y: f64,
    pushed: Option<Button>,
    /// It was pushed already when reading began: that is not meant for this program.
    old: bool,
}

impl Stick {
    /// A stick as it is found.
    pub(super) fn found(x: f64, y: f64) -> Self {
        let mut stick = Self {
            x,
            y,
            ..Self::default()
        };
        stick.settle();
        stick.old = stick.pushed.is_some();
        stick
    }

    /// Takes note of where it is now, and tells the direction it is held in.
    pub(super) fn settle(&mut self) -> Option<Button> {
        // Of equally strong ones the last counts.
        let pushes = [
            (Button::Up, -self.y),
            (Button::Down, self.y),
            (Button::Left, -self.x),
            (Button::Right, self.x),
        ];
        let is_held = |(direction, push)| self.pushed == Some(direction) && push > RELEASED;
        if !pushes.into_iter().any(is_held) {
            let strongest = pushes.into_iter().max_by(|(_, a), (_, b)| a.total_cmp(b));
            self.pushed = strongest
                .filter(|(_, push)| *push >= PRESSED)
                .map(|(direction, _)| direction);
            self.old &= self.pushed.is_some();
        }
        self.pushed.filter(|_| !self.old)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(stick: &mut Stick, places: &[(f64, f64)]) -> Vec<Option<Button>> {
        let step = |&(x, y): &(f64, f64)| {
            (stick.x, stick.y) = (x, y);
            stick.settle()
        };
        places.iter().map(step).collect()
    }

    #[test]
    fn a_thumb_that_trembles_at_the_edge_is_one_press() {
        let right = Some(Button::Right);
        let said = walk(
            &mut Stick::default(),
            &[
                (0.59, 0.0),
                (0.6, 0.0),
                (0.55, 0.1),
                (0.62, 0.0),
                (0.41, 0.0),
                (0.4, 0.0),
                (0.59, 0.0),
                (-1.0, 0.0),
            ],
        );
        assert_eq!(
            said,
            [
                None,
                right,
                right,
                right,
                right,
                None,
                None,
                Some(Button::Left)
            ]
        );
    }

    #[test]
    fn the_stronger_axis_wins_and_keeps_its_direction_while_it_is_held() {
        let (up, left) = (Some(Button::Up), Some(Button::Left));
        let said = walk(
            &mut Stick::default(),
            &[(-0.5, -0.7), (-0.8, -0.6), (-0.9, -0.39), (0.0, 0.0)],
        );
        assert_eq!(said, [up, up, left, None]);
        let diagonal = walk(&mut Stick::default(), &[(1.0, 1.0), (1.0, 0.0)]);
        assert_eq!(diagonal, [Some(Button::Right); 2]);
    }

    #[test]
    fn a_stick_that_was_found_pushed_says_nothing_until_it_is_released() {
        let said = walk(
            &mut Stick::found(1.0, 0.0),
            &[(0.9, 0.0), (0.1, -0.9), (0.0, 0.0), (0.0, -0.9)],
        );
        assert_eq!(said, [None, None, None, Some(Button::Up)]);
    }
}
