//! Paired: whose, where the token is kept, and how to end it. Also the resting screen.

use super::UiContext;
use super::choice::Choice;
use super::portrait::PortraitCache;
use super::stage::{Stage, heading, style};
use super::tall;
use super::theme::{Tone, Weight};
use crate::auth::portrait::Portrait;
use crate::auth::shown;
use crate::auth::{Account, StoreLocation};
use crate::pairing::{Check, FailedAction, View};
use crate::words::{Words, store, trouble};

/// The row's middle and top in landscape orientation.
const ROW: (f32, f32) = (960.0, 764.0);
/// The middle of the disc.
const DISC: (f32, f32) = (960.0, 280.0);

/// What the screen shows.
pub(super) struct PairedContent<'a> {
    /// Whose account.
    pub account: Option<&'a Account>,
    /// What they look like.
    pub portrait: Option<&'a Portrait>,
    /// Where the token is kept.
    pub place: &'a StoreLocation,
    /// What the service says of the token.
    pub check: &'a Check,
    /// The token may do less than was asked.
    pub(super) lacks_scope: bool,
    /// What a person asked for and the store did not do.
    pub(super) failed_action: Option<&'a FailedAction>,
    /// Whose pairing was replaced, where that is another account.
    pub(super) instead_of: Option<&'a Account>,
    /// The service will end this kind of sign-in.
    pub(super) ends: bool,
    /// It was made just now, and the row of buttons is short.
    pub(super) fresh: bool,
}

impl<'a> PairedContent<'a> {
    /// What a paired view shows.
    pub(super) fn of(view: &'a View, context: &UiContext) -> Option<Self> {
        let View::Paired {
            account,
            portrait,
            place,
            check,
            lacks_scope,
            failed_action,
            instead_of,
            fresh,
            ..
        } = view
        else {
            return None;
        };
        Some(Self {
            account: account.as_ref(),
            portrait: portrait.as_ref(),
            place,
            check,
            lacks_scope: *lacks_scope,
            failed_action: failed_action.as_ref(),
            instead_of: instead_of.as_ref(),
            fresh: *fresh,
            ends: view.ends_about(context.provider).is_some(),
        })
    }
}

/// Draws everything but the buttons.
pub(super) fn draw(
    stage: &Stage<'_>,
    words: &Words,
    context: &UiContext,
    shown: &PairedContent<'_>,
    disc: &mut PortraitCache,
) {
    if stage.is_tall() {
        return tall::paired(stage, words, context, shown, disc);
    }
    picture(stage, DISC, shown, disc);
    let title = title(words, shown.account);
    stage.centred(
        960.0,
        470.0,
        heading(Weight::Bold, 72.0, Tone::Bright),
        1688.0,
        &title,
    );
    let body = style(Weight::Regular, 36.0, Tone::Quiet);
    let kept = kept(words, context, shown.place);
    stage.centred(960.0, 568.0, body, 1688.0, &kept);
    let lines = remarks(words, context, shown);
    for ((text, color), y) in lines.into_iter().zip([628.0, 678.0]) {
        stage.centred(960.0, y, style(Weight::Regular, 32.0, color), 1688.0, &text);
    }
}

/// Draws the buttons; returns the one that was pointed at and clicked.
pub(super) fn row(stage: &Stage<'_>, keys: &[Choice], focused: usize) -> Option<usize> {
    if stage.is_tall() {
        return tall::stack(stage, tall::RESULT_BUTTONS, keys, focused);
    }
    stage.centred_row(ROW.0, ROW.1, keys, focused)
}

/// What the person looks like, as far as that is known.
pub(super) fn picture(
    stage: &Stage<'_>,
    place: (f32, f32),
    shown: &PairedContent<'_>,
    disc: &mut PortraitCache,
) {
    disc.show(stage, place, shown.portrait);
    if shown.portrait.is_none() {
        monogram(stage, place, shown.account);
    }
}

/// Whose account it is.
pub(super) fn title(words: &Words, account: Option<&Account>) -> String {
    match account.and_then(Account::label) {
        Some(name) => words.with("paired-as", [("name", name.into())]),
        None => words.get("paired-nameless"),
    }
}

/// Where the token is kept.
pub(super) fn kept(words: &Words, context: &UiContext, place: &StoreLocation) -> String {
    let service = ("service", context.service().into());
    match place {
        StoreLocation::Keyring => words.with("paired-keyring", [service]),
        StoreLocation::File { path, .. } => {
            let path = path.display().to_string();
            words.with("paired-file", [service, ("path", path.into())])
        }
        StoreLocation::Demo => words.with("paired-demo", [service]),
    }
}

/// What else is to be said, and how loudly: the two that matter most, for which there is room.
pub(super) fn remarks(
    words: &Words,
    context: &UiContext,
    shown: &PairedContent<'_>,
) -> Vec<(String, Tone)> {
    let service = || ("service", context.service().into());
    let why = match shown.place {
        StoreLocation::File {
            why_not_keyring, ..
        } => *why_not_keyring,
        StoreLocation::Keyring | StoreLocation::Demo => None,
    };
    let said = match shown.check {
        Check::Good => None,
        Check::Pending => Some(words.with("paired-checking", [service()])),
        Check::Delayed(delay) => {
            let what = trouble::trouble(words, delay.trouble, context.service());
            Some(words.with("paired-delayed", [("trouble", what.into())]))
        }
        Check::Refused(why) => Some(trouble::not_checked(words, why, context.service())),
    };
    let limited = shown
        .lacks_scope
        .then(|| words.with("paired-limited", [service()]));
    let why = why.map(|why| {
        words.with(
            "paired-file-why",
            [("why", store::keyring(words, why).into())],
        )
    });
    let failed = shown
        .failed_action
        .map(|failed_action| match failed_action {
            FailedAction::KeepClient => words.get("paired-client-not-kept"),
            FailedAction::Forget(why) => words.with(
                "paired-cannot-forget",
                [("why", store::store(words, why).into())],
            ),
            FailedAction::Move(why) => words.with(
                "paired-cannot-move",
                [("why", store::store(words, why).into())],
            ),
        });
    let another = shown.instead_of.map(|before| {
        let before = before.label().unwrap_or_default();
        words.with("paired-instead", [("name", before.into())])
    });
    let ends = shown.ends.then(|| {
        let id = if context.can_be_set_up && !shown.fresh {
            "paired-ends-set-up"
        } else {
            "paired-ends"
        };
        words.with(id, [service()])
    });
    let lines = [
        (failed, Tone::Accent),
        (another, Tone::Accent),
        (limited, Tone::Accent),
        (ends, Tone::Faint),
        (why, Tone::Faint),
        (said, Tone::Faint),
    ];
    let lines = lines
        .into_iter()
        .filter_map(|(text, color)| Some((text?, color)));
    lines.take(2).collect()
}

/// Draws where the access can be ended, at the bottom.
pub(super) fn draw_end(stage: &Stage<'_>, words: &Words, context: &UiContext) {
    let end = words.with(
        "paired-end",
        [("url", shown::address(&context.apps_page).into())],
    );
    if stage.is_tall() {
        return tall::at_the_bottom(stage, &end);
    }
    let quiet = style(Weight::Regular, 32.0, Tone::Faint);
    stage.centred(960.0, 976.0, quiet, 1688.0, &end);
}

/// Draws the resting screen: dim, still, and true.
pub(super) fn draw_resting(stage: &Stage<'_>, words: &Words, context: &UiContext) {
    let text = words.with("resting-body", [("service", context.service().into())]);
    if stage.is_tall() {
        return tall::resting(stage, &words.get("resting-title"), &text);
    }
    let title = heading(Weight::SemiBold, 60.0, Tone::Quiet);
    stage.centred(960.0, 475.0, title, 1688.0, &words.get("resting-title"));
    stage.centred(
        960.0,
        562.0,
        style(Weight::Regular, 36.0, Tone::Faint),
        1688.0,
        &text,
    );
}

/// The first letter of the name; where there is not even a name, a tick.
fn monogram(stage: &Stage<'_>, (x, y): (f32, f32), account: Option<&Account>) {
    let label = account.and_then(Account::label);
    let Some(letter) = label.and_then(|label| label.chars().next()) else {
        return check_mark(stage, (x, y));
    };
    let letter = letter.to_uppercase().to_string();
    let text = style(Weight::Bold, 108.0, Tone::Bright);
    stage.centred(x, y, text, 200.0, &letter);
}

fn check_mark(stage: &Stage<'_>, (x, y): (f32, f32)) {
    let points = [(-48.0, 4.0), (-14.0, 38.0), (50.0, -34.0)];
    let points = points.map(|(right, down)| stage.at(x + right, y + down));
    stage.painter().line(
        points.to_vec(),
        egui::Stroke::new(16.0, stage.color(Tone::Bright)),
    );
}
