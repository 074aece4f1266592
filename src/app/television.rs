//! The television: what `couchpin` does without a command. It puts settings, stores, engine and window together, and takes
//! them apart again when the window closes.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, bail};

use crate::app::cli::ScreenArgs;
use crate::app::commands::{self, CommandError};
use crate::app::ending::{Reason, Watch};
use crate::app::settings::{self, Config, Gamepad, Overrides};
use crate::app::wiring::{self, only_one, setup};
use crate::auth::Service;
use crate::demo::{self, StandIn};
use crate::engine::Engine;
use crate::engine::hook::Hook;
use crate::input::Remote;
use crate::pairing::View;
use crate::tokens::Tokens;
use crate::ui::preferences::{Preferences, Setting};
use crate::ui::tv::{self, AppContext, Awake, Content, Ending, Wake};
use crate::ui::voice::Voice;
use crate::words::{Language, UiContext};

/// Fills the screen until a person, a signal or a pairing ends it.
pub fn show(args: &ScreenArgs, overrides: Overrides) -> anyhow::Result<()> {
    match args.demo {
        Some(flow) => show_demo(
            args,
            demo::Options {
                flow: Some(flow.into()),
                ..demo::Options::default()
            },
        ),
        None => show_real(args, overrides),
    }
}

fn show_real(args: &ScreenArgs, overrides: Overrides) -> anyhow::Result<()> {
    let config = match Config::load(overrides) {
        Ok(config) => config,
        Err(error) => {
            let sentence = wiring::wrong_settings(&error, Language::of_system());
            return broken_settings(args, sentence, CommandError::from(error).into());
        }
    };
    let alone = only_one(&config)?;
    let context = Service::ALL.map(|service| context(args, &config, service));
    let tokens = commands::tokens(&config);
    let ending = screen(args, &config, tokens, context.into(), || {})?;
    drop(alone);
    match ending {
        Ending::Quit => Ok(()),
        Ending::Demo => become_the_demo(args),
    }
}

/// Shows what is wrong with the settings, for the person on the sofa does not see standard error; then fails with it.
fn broken_settings(
    args: &ScreenArgs,
    sentence: String,
    error: anyhow::Error,
) -> anyhow::Result<()> {
    let household = AppContext {
        context: UiContext {
            kiosk: args.kiosk,
            language: Language::of_system(),
            ..UiContext::default()
        },
        remote: Remote::default(),
        gamepads: true,
        services: Vec::new(),
        preferences: Preferences::default(),
        voice: None,
        keep: Box::new(|_| Ok(())),
    };
    let face = Content::BrokenSettings(sentence);
    if let Err(no_window) = tv::run(face, household, &Wake::default(), args.windowed) {
        tracing::debug!(no_window);
    }
    Err(error)
}

/// Runs the whole job against the stand-in; what it stores goes with the folder.
fn show_demo(args: &ScreenArgs, options: demo::Options) -> anyhow::Result<()> {
    let folder = tempfile::Builder::new()
        .prefix("couchpin-demo-")
        .tempdir()
        .context("the demo needs a folder")?;
    let stand_in =
        StandIn::start(options).context("the demo's stand-in for Simkl could not start")?;
    let page = stand_in.pin_page().to_string();
    println!("This is a demo. Approve the code at {page}");
    let config = Config::demo(
        "couchpin-demo",
        &stand_in.api_url(),
        folder.path().to_owned(),
    )
    .map_err(CommandError::from)?;
    let context = UiContext {
        demo: Some(page),
        services: 1,
        ..context(args, &config, Service::Simkl)
    };
    let tokens = Tokens::demo(folder.path().to_owned());
    screen(args, &config, tokens, vec![context], move || {
        let _ = stand_in.approve_all();
    })?;
    Ok(())
}

/// Starts the engine for the services that the facts are about, then the window; the engine is first, so the code is
/// often there at the first frame.
fn screen(
    args: &ScreenArgs,
    config: &Config,
    tokens: Tokens,
    context: Vec<UiContext>,
    approve: impl Fn() + 'static,
) -> anyhow::Result<Ending> {
    let services: Vec<_> = context.iter().map(|context| context.provider).collect();
    let first = match services[..] {
        [only] => Some(only),
        _ => wiring::first(config, args.service),
    };
    let hook = Hook::new(config.on_paired.clone());
    let setup = match setup(config, &services, first, tokens, hook) {
        Ok(setup) => setup,
        Err(error) => {
            let chosen = config.preferences.language;
            let language = chosen.unwrap_or_else(Language::of_system);
            let sentence = wiring::no_connections(&error, language);
            return broken_settings(args, sentence, error.into()).map(|()| Ending::Quit);
        }
    };
    let wake = Wake::default();
    let awake = Awake::start();
    let to_wake = wake.clone();
    let may_blank = Arc::new(AtomicBool::new(config.preferences.may_blank));
    let show = {
        let (show, may_blank) = (awake.shower(), may_blank.clone());
        Arc::new(move |view: &View| {
            let dark = may_blank.load(Ordering::Relaxed);
            show(if dark { &View::Resting } else { view });
        })
    };
    let on_view = show.clone();
    let engine = Engine::start(setup, move |view| {
        on_view(view);
        to_wake.wake();
    })
    .context("the engine could not start")?;
    let (scenes, newest) = (engine.scenes(), engine.scenes());
    let face = Content::Engine(tv::Engine {
        scene: Box::new(move || scenes.borrow().clone()),
        wish: Box::new(engine.intent_sender()),
        approve: Box::new(approve),
    });
    let mut household = household(config, context);
    household.remote.past_window_by(awake.toucher());
    let keep = household.keep;
    household.keep = Box::new(move |setting| {
        if let Setting::MayBlank(dark) = setting {
            may_blank.store(dark, Ordering::Relaxed);
            show(&newest.borrow().view);
        }
        keep(setting)
    });
    let to_close = wake.clone();
    let close = move || to_close.close();
    let watch = Watch::start(engine.scenes(), args.exit_when_paired, close)
        .context("signals cannot be heard")?;
    LeftAtExit::keep(engine);
    let ending = tv::run(face, household, &wake, args.windowed);
    let why = watch.reason();
    LeftAtExit::leave();
    drop(awake);
    // The engine is gone now in any case; a signal may have come while it was waited for.
    match why.or(watch.reason()) {
        Some(Reason::Signal(signal)) => return Err(signal.into()),
        Some(Reason::EngineGone) if why.is_some() => bail!("the engine ended unexpectedly"),
        Some(Reason::EngineGone | Reason::Paired) | None => {}
    }
    ending.map_err(anyhow::Error::msg)
}

/// The engine while there is a window. Xlib ends the whole process by `exit` where the X server is gone, as after logging
/// out (`XSetIOErrorHandler(3)`): what the main thread keeps is dropped then, too, and a token on its way is waited for.
struct LeftAtExit(Option<Engine>);

impl LeftAtExit {
    fn keep(engine: Engine) {
        ENGINE.with_borrow_mut(|kept| kept.0 = Some(engine));
    }

    fn leave() {
        ENGINE.with_borrow_mut(|kept| drop(Self(kept.0.take())));
    }
}

impl Drop for LeftAtExit {
    fn drop(&mut self) {
        if let Some(engine) = self.0.take() {
            engine.leave();
        }
    }
}

thread_local! {
    static ENGINE: RefCell<LeftAtExit> = const { RefCell::new(LeftAtExit(None)) };
}

/// What the screen has beside the engine; what is changed there is kept in the settings file.
fn household(config: &Config, services: Vec<UiContext>) -> AppContext {
    let file = config.file.clone();
    AppContext {
        context: services.first().cloned().unwrap_or_default(),
        services,
        remote: Remote::new(config.keymap.clone(), config.gamepad == Gamepad::Swapped),
        gamepads: config.gamepad != Gamepad::Ignored,
        preferences: config.preferences,
        voice: Voice::find(),
        keep: Box::new(move |setting| settings::keep(&file, setting)),
    }
}

fn context(args: &ScreenArgs, config: &Config, service: Service) -> UiContext {
    UiContext {
        kiosk: args.kiosk,
        ..wiring::context(config, service)
    }
}

/// Replaces this process by the demo: a window system lets a process have only one event loop.
#[expect(clippy::disallowed_methods, reason = "it is couchpin itself")]
fn become_the_demo(args: &ScreenArgs) -> anyhow::Result<()> {
    let mut command = std::process::Command::new(std::env::current_exe()?);
    command.arg("--demo");
    if args.windowed {
        command.arg("--windowed");
    }
    if args.kiosk {
        command.arg("--kiosk");
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        Err(command.exec()).context("the demo could not start")
    }
    #[cfg(not(unix))]
    {
        command.status().context("the demo could not start")?;
        Ok(())
    }
}
