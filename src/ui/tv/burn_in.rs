//! Protects the panel from burn-in: after a while without a press, what surrounds the code is dimmed, and the picture moves a
//! little every minute, so that nothing is burnt into an OLED.

use std::time::Duration;

use egui::{Vec2, vec2};

use crate::pairing::View;

/// How many minutes the picture stays as bright as it is without a press. From then on it moves once a minute.
const BRIGHT: u64 = 2;
/// Where it goes, in device pixels of a picture of 1080 lines: around its place, never far.
const ORBIT: [(f32, f32); 8] = [
    (0.0, 0.0),
    (4.0, 0.0),
    (4.0, 4.0),
    (0.0, 4.0),
    (-4.0, 4.0),
    (-4.0, 0.0),
    (-4.0, -4.0),
    (4.0, -4.0),
];

/// How the picture differs after a while without a press.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct BurnInProtection {
    pub(super) dim: bool,
    /// How far the picture is from its place, in canvas pixels.
    pub(super) shift: Vec2,
    /// How far the symbol of a QR is from its place, in its own modules.
    pub(super) modules: (i32, i32),
}

impl BurnInProtection {
    /// After so much time without a press.
    pub(super) fn after(idle: Duration) -> Self {
        let minutes = idle.as_secs() / 60;
        if minutes < BRIGHT {
            return Self::default();
        }
        let step = minutes + 1 - BRIGHT;
        let (x, y) = ORBIT[step as usize % ORBIT.len()];
        Self {
            dim: true,
            shift: vec2(x, y),
            modules: (x as i32 / 4, y as i32 / 4),
        }
    }

    /// When this changes next, without a press.
    pub(super) fn next(idle: Duration) -> Duration {
        let minutes = (idle.as_secs() / 60 + 1).max(BRIGHT);
        Duration::from_mins(minutes).saturating_sub(idle)
    }
}

/// A point of a sign-in: the kind of view, and whether a phone is connected.
pub(super) type Milestone = (&'static str, bool);

/// What a user waits for without a press, such as a phone that connects, or the end of a sign-in: the screen becomes bright
/// again. `None` for what lies between, so that a code that is renewed, or a fault that comes back, is no news.
pub(super) fn milestone(view: &View) -> Option<Milestone> {
    Some(match view {
        View::Starting | View::Asking { .. } | View::Resting | View::Forgetting => return None,
        View::SettingUp(set_up) => (view.name(), set_up.progress.opened),
        View::AwaitingCode(consent) => (view.name(), consent.progress.opened),
        _ => (view.name(), false),
    })
}

/// How far the resting screen's words are from their place after so much time, in parts of the room on each side: another
/// place each minute, for days.
pub(super) fn wander(idle: Duration) -> Vec2 {
    // Multiples of irrational numbers fill the room evenly.
    let minute = (idle.as_secs() / 60) as f32;
    vec2(
        ((minute * 0.618_034).fract() - 0.5) * 2.0,
        ((minute * 0.414_214).fract() - 0.5) * 2.0,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resting_screen_is_elsewhere_each_minute() {
        let places: Vec<_> = (0..600)
            .map(|minute| wander(Duration::from_mins(minute)))
            .collect();
        for pair in places.windows(2) {
            assert!((pair[0] - pair[1]).length() > 0.3);
        }
        assert!(places.iter().all(|place| place.abs().max_elem() <= 1.0));
    }

    #[test]
    fn nothing_is_dimmed_or_moved_soon_after_a_press() {
        assert_eq!(
            BurnInProtection::after(Duration::ZERO),
            BurnInProtection::default()
        );
        assert_eq!(
            BurnInProtection::after(Duration::from_secs(119)),
            BurnInProtection::default()
        );
        assert!(BurnInProtection::after(Duration::from_mins(2)).dim);
    }

    #[test]
    fn the_picture_is_never_two_minutes_at_one_place_nor_far_from_its_own() {
        let places: Vec<_> = (2..60)
            .map(|minute| BurnInProtection::after(Duration::from_mins(minute)).shift)
            .collect();
        for pair in places.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
        for place in places {
            assert!(place.abs().max_elem() <= 4.0);
        }
    }

    #[test]
    fn the_next_change_is_never_now_and_always_a_change() {
        for seconds in [0, 60, 119, 120, 121, 179, 180, 1000] {
            let idle = Duration::from_secs(seconds);
            let next = BurnInProtection::next(idle);
            assert!(
                next > Duration::ZERO && next <= Duration::from_mins(BRIGHT),
                "{seconds}"
            );
            assert_ne!(
                BurnInProtection::after(idle),
                BurnInProtection::after(idle + next),
                "{seconds}"
            );
        }
    }
}
