//! The television: what `couchpin` does without a command. It puts settings, stores, engine and window together, and takes
//! them apart again when the window closes.

use std::cell::RefCell;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, bail};

use crate::app::cli::ScreenArgs;
use crate::app::commands::exec::become_program;
use crate::app::commands::{self, CommandError};
use crate::app::ending::{self, Reason};
use crate::app::settings::{self, Config, Gamepad, Overrides};
use crate::app::wiring::{self, only_one, setup};
use crate::auth::{Flow, Service};
use crate::demo::{self, StandIn};
use crate::engine::Engine;
use crate::input::Remote;
use crate::pairing::View;
use crate::tokens::Tokens;
use crate::ui::UiContext;
use crate::ui::preferences::{Preferences, Setting};
use crate::ui::tv::{self, AppContext, Awake, Content, Ending, EngineHandle, WindowControl};
use crate::ui::voice::Voice;
use crate::web::phone;
use crate::words::Language;

/// Fills the screen until the user, a signal or a pairing ends it.
pub fn show(args: &ScreenArgs, overrides: Overrides) -> anyhow::Result<()> {
    match args.demo {
        Some(flow) => show_demo(args, flow),
        None => show_real(args, overrides),
    }
}

fn show_real(args: &ScreenArgs, overrides: Overrides) -> anyhow::Result<()> {
    let config = match Config::load(overrides) {
        Ok(config) => config,
        Err(error) => {
            let sentence = wiring::wrong_settings(&error, Language::of_system());
            let error = CommandError::from(error).into();
            return Err(broken_settings(args, sentence, error));
        }
    };
    if args.if_needed && !commands::need::is_needed(&config, asked_for(args, &config)?)? {
        return Ok(());
    }
    let lock = only_one(&config)?;
    let mut providers = commands::services(&config);
    if let Some(asked_for) = asked_for(args, &config)?
        && !providers.contains(&asked_for)
    {
        providers.push(asked_for);
    }
    let services = providers.into_iter();
    let services = services
        .map(|service| context(args, &config, service))
        .collect();
    let tokens = commands::tokens(&config);
    let ending = run(args, &config, tokens, services, || {})?;
    drop(lock);
    match ending {
        Ending::Quit => Ok(()),
        Ending::Demo => become_the_demo(args),
    }
}

/// Shows what is wrong with the settings, for standard error is not seen on a television; then fails with it.
fn broken_settings(args: &ScreenArgs, sentence: String, error: anyhow::Error) -> anyhow::Error {
    let app_context = AppContext {
        ui: UiContext {
            kiosk: args.kiosk,
            language: Language::of_system(),
            ..UiContext::default()
        },
        remote: Remote::default(),
        gamepads: true,
        services: Vec::new(),
        preferences: Preferences::default(),
        voice: None,
        save: Box::new(|_| Ok(())),
    };
    let content = Content::BrokenSettings(sentence);
    if let Err(no_window) = tv::run(
        content,
        app_context,
        &WindowControl::default(),
        args.windowed,
    ) {
        tracing::debug!(no_window);
    }
    error
}

/// Runs everything against the stand-in; what it stores goes with the folder.
fn show_demo(args: &ScreenArgs, flow: Flow) -> anyhow::Result<()> {
    let options = demo::Options {
        flow: Some(flow),
        network: phone::network_address(),
        ..demo::Options::default()
    };
    let folder = tempfile::Builder::new()
        .prefix("couchpin-demo-")
        .tempdir()
        .context("the demo needs a folder")?;
    let stand_in =
        StandIn::start(options).context("the demo's stand-in for Simkl could not start")?;
    let page = stand_in.pin_page().to_string();
    println!("This is a demo. Approve the code at {page}");
    let store = folder.path().to_owned();
    let config = Config::demo("couchpin-demo", &stand_in.api_url(), store.clone())
        .map_err(CommandError::from)?;
    let context = UiContext {
        demo: Some(page),
        services: 1,
        ..context(args, &config, Service::simkl())
    };
    run(
        args,
        &config,
        Tokens::demo(store),
        vec![context],
        move || {
            // How many were approved does not matter.
            let _ = stand_in.approve_all();
        },
    )?;
    Ok(())
}

/// Starts the engine for these services, then the window; the engine is first, so the code is often there at the first
/// frame.
fn run(
    args: &ScreenArgs,
    config: &Config,
    tokens: Tokens,
    services: Vec<UiContext>,
    approve: impl Fn() + 'static,
) -> anyhow::Result<Ending> {
    let providers: Vec<_> = services.iter().map(|context| context.provider).collect();
    let asked_for = asked_for(args, config)?;
    let first = match providers[..] {
        [only] => Some(only),
        _ => wiring::first_service(config, &providers, asked_for),
    };
    let setup = match setup(config, &providers, first, tokens) {
        Ok(setup) => setup,
        Err(error) => {
            let language = config.preferences.language;
            let language = language.unwrap_or_else(Language::of_system);
            let sentence = wiring::no_connections(&error, language);
            return Err(broken_settings(args, sentence, error.into()));
        }
    };
    let (window, awake) = (
        WindowControl::default(),
        Awake::start(config.preferences.may_blank),
    );
    let awake = Arc::new(awake);
    let held = ReleasedOnDrop(awake.clone());
    let on_view = {
        let (window, awake) = (window.clone(), awake.clone());
        // A poll that says what the last one said changes nothing that is seen.
        let last = Mutex::new(View::Starting);
        move |view: &View| {
            awake.show(view);
            let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
            if !view.looks_like(&last) {
                window.request_frame();
            }
            last.clone_from(view);
        }
    };
    let engine = Engine::start(setup, on_view).context("the engine could not start")?;
    let scenes = engine.scenes();
    let content = Content::Engine(EngineHandle {
        scene: Box::new(move || scenes.borrow().clone()),
        send: Box::new(engine.intent_sender()),
        approve: Box::new(approve),
    });
    let app_context = app_context(config, services, &awake);
    let to_close = window.clone();
    let close = move || to_close.close();
    let reason = ending::watch(engine.scenes(), args.exit_when_paired, close)
        .context("signals cannot be heard")?;
    ENGINE.set(LeftOnDrop(Some(engine)));
    let ending = tv::run(content, app_context, &window, args.windowed);
    let why = reason.get();
    drop(ENGINE.take());
    drop(held);
    // The engine is gone now in any case; a signal may have come while it was waited for.
    match why.or(reason.get()) {
        Some(Reason::Signal(signal)) => return Err((*signal).into()),
        Some(Reason::EngineGone) if why.is_some() => bail!("the engine ended unexpectedly"),
        Some(Reason::EngineGone | Reason::Paired) | None => {}
    }
    ending.map_err(anyhow::Error::msg)
}

/// The service that the command line names.
fn asked_for(args: &ScreenArgs, config: &Config) -> Result<Option<Service>, CommandError> {
    let find = |name: &str| config.find(name, args.account.as_deref());
    Ok(args.service.as_deref().map(find).transpose()?)
}

/// Lets the screen savers go, however the window ends.
struct ReleasedOnDrop(Arc<Awake>);

impl Drop for ReleasedOnDrop {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// The engine while there is a window. Xlib ends the whole process by `exit` where the X server is gone, as after logging
/// out (`XSetIOErrorHandler(3)`): what the main thread keeps is dropped then, too, and a token on its way is waited for.
#[derive(Default)]
struct LeftOnDrop(Option<Engine>);

impl Drop for LeftOnDrop {
    fn drop(&mut self) {
        if let Some(engine) = self.0.take() {
            engine.leave();
        }
    }
}

thread_local! {
    static ENGINE: RefCell<LeftOnDrop> = const { RefCell::new(LeftOnDrop(None)) };
}

/// What the screen uses beside the engine; what is changed there is saved in the settings file.
fn app_context(config: &Config, services: Vec<UiContext>, awake: &Arc<Awake>) -> AppContext {
    let remote = Remote::new(config.keymap.clone());
    let touched = awake.clone();
    remote.past_window_by(move || touched.touch());
    let (file, awake) = (config.file.clone(), awake.clone());
    AppContext {
        ui: services.first().cloned().unwrap_or_default(),
        services,
        remote,
        gamepads: config.gamepad != Gamepad::Ignored,
        preferences: config.preferences,
        voice: Voice::find(),
        save: Box::new(move |setting| {
            if let Setting::MayBlank(may_blank) = setting {
                awake.set_may_blank(may_blank);
            }
            settings::save_setting(&file, setting)
        }),
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
    Err(become_program(command)).context("the demo could not start")
}
