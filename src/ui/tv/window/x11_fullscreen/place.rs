//! Where the window is, where it should be, and how often that may be asked for.

/// A rectangle in pixels of the whole X screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Geometry {
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
}

/// One television.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Monitor {
    pub place: Geometry,
    pub primary: bool,
}

impl Geometry {
    fn overlap(self, other: Self) -> i64 {
        let along = |start: i32, length: u32, other: i32, other_length: u32| {
            let end = (i64::from(start) + i64::from(length))
                .min(i64::from(other) + i64::from(other_length));
            (end - i64::from(start.max(other))).max(0)
        };
        along(self.x, self.width, other.x, other.width)
            * along(self.y, self.height, other.y, other.height)
    }
}

/// The monitor that shows most of the window, and of equal ones the primary one; `None` while none is plugged in.
pub(super) fn monitor_under(window: Geometry, monitors: &[Monitor]) -> Option<Geometry> {
    monitors
        .iter()
        .filter(|monitor| monitor.place.width > 0 && monitor.place.height > 0)
        .max_by_key(|monitor| (window.overlap(monitor.place), monitor.primary))
        .map(|monitor| monitor.place)
}

/// Counts how often one place was asked for.
#[derive(Debug, Default)]
pub(super) struct AttemptLimit {
    wanted: Option<Geometry>,
    asked: u32,
}

impl AttemptLimit {
    /// How often the same place is asked for before what refuses it has its way.
    const ATTEMPTS: u32 = 5;

    /// The place to ask for now, if the window is not there and asking still makes sense.
    pub(super) fn wants(
        &mut self,
        window: Geometry,
        monitor: Option<Geometry>,
    ) -> Option<Geometry> {
        if self.wanted != monitor {
            *self = Self {
                wanted: monitor,
                asked: 0,
            };
        }
        let wanted = monitor.filter(|monitor| *monitor != window)?;
        if self.asked == Self::ATTEMPTS {
            return None;
        }
        self.asked += 1;
        Some(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HD: Geometry = place(0, 0, 1280, 720);
    const FULL_HD: Geometry = place(0, 0, 1920, 1080);

    const fn place(x: i32, y: i32, width: u32, height: u32) -> Geometry {
        Geometry {
            x,
            y,
            width,
            height,
        }
    }

    fn monitor(place: Geometry, primary: bool) -> Monitor {
        Monitor { place, primary }
    }

    #[test]
    fn window_that_covers_its_monitor_is_left_alone() {
        assert_eq!(AttemptLimit::default().wants(HD, Some(HD)), None);
    }

    #[test]
    fn monitor_that_grows_shrinks_or_moves_is_followed() {
        let mut attempts = AttemptLimit::default();
        let moved = place(1920, 0, 1280, 720);
        for (window, monitor) in [(HD, FULL_HD), (FULL_HD, HD), (HD, moved)] {
            assert_eq!(attempts.wants(window, Some(monitor)), Some(monitor));
        }
    }

    #[test]
    fn what_refuses_one_place_has_its_way_after_a_few_attempts_until_the_monitor_changes() {
        let mut attempts = AttemptLimit::default();
        let asked = (0..100).filter(|_| attempts.wants(HD, Some(FULL_HD)).is_some());
        assert_eq!(asked.count(), 5);
        let larger = place(0, 0, 3840, 2160);
        assert_eq!(attempts.wants(HD, Some(larger)), Some(larger));
        assert_eq!(attempts.wants(HD, Some(FULL_HD)), Some(FULL_HD));
    }

    #[test]
    fn window_stays_while_no_monitor_is_plugged_in_and_is_put_back_when_one_is() {
        let mut attempts = AttemptLimit::default();
        while attempts.wants(HD, Some(FULL_HD)).is_some() {}
        assert_eq!(attempts.wants(HD, monitor_under(HD, &[])), None);
        let asleep = [monitor(place(0, 0, 0, 0), true)];
        assert_eq!(attempts.wants(HD, monitor_under(HD, &asleep)), None);
        assert_eq!(attempts.wants(HD, Some(FULL_HD)), Some(FULL_HD));
    }

    #[test]
    fn window_stays_on_the_monitor_that_shows_most_of_it() {
        let left = monitor(HD, true);
        let right = monitor(place(1280, 0, 1920, 1080), false);
        let on_the_right = place(1200, 0, 1280, 720);
        assert_eq!(
            monitor_under(on_the_right, &[left, right]),
            Some(right.place)
        );
        let nowhere = place(9000, 9000, 100, 100);
        assert_eq!(monitor_under(nowhere, &[right, left]), Some(left.place));
        assert_eq!(monitor_under(nowhere, &[left, right]), Some(left.place));
    }
}
