//! What a message is about, at a glance: an icon on a tile, in a colour that tells how it stands.

use egui::{Stroke, vec2};

use super::canvas::Canvas;
use super::choice::Dialog;
use super::icon::Icon;
use super::theme::Color;
use crate::auth::{StoreError, Trouble};
use crate::pairing::{SignInMethod, StartError, Stop, View};
use crate::ui::presentation::lacks_application;

/// Where a tile begins in either orientation, how large it is, and the icon on it.
const TOP: f32 = 300.0;
const TILE: f32 = 200.0;
const GLYPH: f32 = 104.0;
const RADIUS: u8 = 56;
/// The spinner's lines: how many, and from where to where from its middle.
const LINES: u32 = 12;
const LINE: (f32, f32) = (28.0, 48.0);

/// What stands on the tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Something is being done.
    Busy,
    Neutral(Icon),
    Good(Icon),
    /// The person is to do something.
    Attention(Icon),
    Trouble(Icon),
}

impl Sign {
    pub(super) const BROKEN_SETTINGS: Self = Self::Trouble(Icon::Wrench);

    /// The sign of a view's message.
    pub(super) fn of(view: &View) -> Self {
        match view {
            View::Starting
            | View::Storing
            | View::Forgetting
            | View::Exchanging { trouble: None } => Self::Busy,
            View::Exchanging {
                trouble: Some(delay),
            } => Self::Trouble(of_trouble(delay.trouble)),
            View::Unreadable(StoreError::Locked(_)) => Self::Attention(Icon::Lock),
            View::Unreadable(StoreError::KeyringAbsent(_)) => Self::Attention(Icon::Key),
            View::Unreadable(_) | View::CannotStore { .. } => Self::Trouble(Icon::Disk),
            View::Refused { .. } => Self::Attention(Icon::SignOut),
            View::Stopped(stop) => of_stop(stop),
            View::AwaitingCode(_) => Self::Neutral(Icon::Globe),
            View::Home(_)
            | View::Asking { .. }
            | View::Waiting(_)
            | View::SettingUp(_)
            | View::Resting
            | View::Paired { .. } => Self::Neutral(Icon::Info),
        }
    }

    /// The sign of a dialog's message.
    pub(super) fn of_dialog(dialog: Dialog) -> Self {
        Self::Neutral(match dialog {
            Dialog::Unpair => Icon::SignOut,
            Dialog::TokenLocation => Icon::Key,
            Dialog::Quit => Icon::Power,
            Dialog::Recipes => Icon::Terminal,
            Dialog::PictureSize => Icon::PictureSize,
            _ => Icon::Info,
        })
    }
}

/// What stands for a trouble with the network or the service.
pub(super) fn of_trouble(trouble: Trouble) -> Icon {
    match trouble {
        Trouble::Clock(_) | Trouble::Expired(_) => Icon::Clock,
        Trouble::Tls | Trouble::Portal | Trouble::Foreign(_) => Icon::ShieldAlert,
        Trouble::Busy | Trouble::DailyLimit(..) | Trouble::Timeout => Icon::Hourglass,
        Trouble::ClientBlocked => Icon::Key,
        Trouble::Offline
        | Trouble::Dns
        | Trouble::Unreachable
        | Trouble::Proxy(..)
        | Trouble::ServiceDown
        | Trouble::Malformed => Icon::Offline,
    }
}

fn of_stop(stop: &Stop) -> Sign {
    match stop {
        Stop::SignedOut { .. } => Sign::Good(Icon::SignOut),
        Stop::Denied | Stop::NotAllowed => Sign::Attention(Icon::Cross),
        Stop::TimeOver(SignInMethod::Browser) => Sign::Attention(Icon::Globe),
        Stop::TimeOver(_) => Sign::Attention(Icon::Clock),
        Stop::PageClosed | Stop::OtherIssuer => Sign::Trouble(Icon::ShieldAlert),
        Stop::CodeLost(trouble) => Sign::Trouble(of_trouble(*trouble)),
        Stop::CodeRefused => Sign::Attention(Icon::Refresh),
        Stop::StartError(StartError::NoBrowser | StartError::PortTaken(_)) => {
            Sign::Trouble(Icon::Globe)
        }
        Stop::StartError(StartError::Settings(_) | StartError::NoPhone(_)) => {
            Sign::Attention(Icon::Key)
        }
        Stop::Rejected(answers) if lacks_application(answers) => Sign::Attention(Icon::Key),
        Stop::Unexpected => Sign::Trouble(Icon::Bug),
        Stop::PageRefused(_) | Stop::Rejected(_) | Stop::Refused(_) | Stop::StartError(_) => {
            Sign::Trouble(Icon::Warning)
        }
    }
}

/// Draws the tile at the safe area's left edge.
pub(super) fn draw(canvas: &Canvas<'_>, sign: Sign) {
    let x = canvas.left_edge();
    let (icon, ink, ground) = match sign {
        Sign::Busy => (Icon::Hourglass, Color::Quiet, Color::Surface),
        Sign::Neutral(icon) => (icon, Color::Quiet, Color::Surface),
        Sign::Good(icon) => (icon, Color::Good, Color::GoodTile),
        Sign::Attention(icon) => (icon, Color::Accent, Color::AccentTile),
        Sign::Trouble(icon) => (icon, Color::Warning, Color::WarningTile),
    };
    canvas.fill(canvas.rect(x, TOP, TILE, TILE), RADIUS, ground);
    let middle = (x + TILE / 2.0, TOP + TILE / 2.0);
    if sign == Sign::Busy
        && let Some(step) = canvas.motion.spinner(canvas.ui.ctx())
    {
        return spinner(canvas, middle, step);
    }
    canvas.icon(middle.0, middle.1, icon, GLYPH, ink);
}

/// Lines around a middle, of which one is the brightest and goes round.
fn spinner(canvas: &Canvas<'_>, (x, y): (f32, f32), step: u32) {
    let middle = canvas.at(x, y);
    for line in 0..LINES {
        let age = (step + LINES - line) % LINES;
        let angle = std::f32::consts::TAU * line as f32 / LINES as f32;
        let direction = vec2(angle.sin(), -angle.cos());
        let ends = [LINE.0, LINE.1].map(|distance| middle + direction * distance);
        let left = 1.0 - 0.8 * age as f32 / LINES as f32;
        let stroke = Stroke::new(9.0, canvas.dimmed(left).color(Color::Quiet));
        canvas.painter().line_segment(ends, stroke);
        for end in ends {
            canvas.painter().circle_filled(end, 4.5, stroke.color);
        }
    }
}
