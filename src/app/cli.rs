//! The command line.

use std::ffi::{OsStr, OsString};

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::app::settings::Overrides;
#[cfg(feature = "tv")]
use crate::auth::Flow;
use crate::auth::Service;

/// Sign this living-room PC in to Simkl, Shikimori, Trakt or MDBList with your phone.
///
/// With no command, Couchpin fills the screen with a QR code. Scan it and approve. Other programs then get the token with
/// `couchpin token` or `couchpin exec`.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES)]
#[allow(clippy::doc_markdown, reason = "help shows it as it stands")]
pub struct Cli {
    /// What to do instead of showing the screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How the screen shows itself.
    #[cfg(feature = "tv")]
    #[command(flatten)]
    pub screen: ScreenArgs,
    /// Settings.
    #[command(flatten)]
    pub overrides: Overrides,
}

/// For scripts.
const EXIT_CODES: &str = "Exit codes:
  0  done
  1  unexpected error, or Couchpin is already running
  2  wrong usage or settings
  3  not signed in
  4  keyring locked
  5  storage error
  6  service unreachable
  126, 127  exec: the command cannot be run, or is not found
  129, 130, 143  ended by SIGHUP, Ctrl-C or SIGTERM

Logs go to standard error. Set COUCHPIN_LOG to error, warn, info, debug or trace.";

/// Everything that needs no screen.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sign in from this terminal
    ///
    /// Shikimori shows a code of its own: paste it here and press Enter, or send it from the page that the QR code leads to, together with the number beside the QR code.
    Pair {
        /// Service
        #[arg(long, default_value = Service::default().name(), value_parser = ServiceName)]
        service: String,
        /// Another account than the first, by a name of your own
        #[arg(long, value_name = "NAME")]
        account: Option<String>,
        /// Sign in again and replace the stored token
        #[arg(long)]
        again: bool,
        /// Open the page where you approve in this computer's browser
        ///
        /// For the first code only. Shikimori has no such page.
        #[arg(long)]
        open: bool,
    },
    /// Print a valid access token
    Token {
        /// Whose token.
        #[command(flatten)]
        asked: AskedFor,
        /// Print JSON, with type, expiry, scope, client ID and account
        #[arg(long)]
        json: bool,
        /// Replace a token the service rejected (401), read from standard input
        #[arg(long)]
        refused: bool,
        /// Get a new token now, even if the old one is still valid
        #[arg(long, conflicts_with = "refused")]
        refresh: bool,
    },
    /// Run a command with an access token in its environment
    ///
    /// The command gets `SIMKL_ACCESS_TOKEN` and `SIMKL_CLIENT_ID`, or `SHIKIMORI_…`. Its exit code becomes Couchpin's.
    Exec {
        /// Whose token.
        #[command(flatten)]
        asked: AskedFor,
        /// The command and its arguments, after --
        #[arg(last = true, required = true, value_name = "CMD")]
        command: Vec<OsString>,
    },
    /// Show who is signed in and where tokens are stored
    Status {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a line of JSON whenever a sign-in changes
    ///
    /// The changes are `paired`, `refreshed`, `refused` and `unpaired`. First comes a line for each service that is signed in (`present`). It ends when its output is closed.
    Watch {
        /// Service; all of them if none is named
        #[arg(value_parser = ServiceName)]
        service: Option<String>,
        /// Another account than the first, by a name of your own
        #[arg(long, value_name = "NAME", requires = "service")]
        account: Option<String>,
    },
    /// Sign out and delete the stored token
    Unpair {
        /// Whose token.
        #[command(flatten)]
        asked: AskedFor,
        /// Every service, and every account
        #[arg(long, conflicts_with_all = ["service", "account", "json"])]
        all: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Generate shell completions or the man page
    #[command(subcommand)]
    Generate(Generate),
}

/// A service, and an account at it.
#[derive(Debug, clap::Args)]
pub struct AskedFor {
    /// Service
    #[arg(default_value = Service::default().name(), value_parser = ServiceName)]
    pub service: String,
    /// Another account than the first, by a name of your own
    #[arg(long, value_name = "NAME")]
    pub account: Option<String>,
}

/// Takes any name of a service, for it may be described by a file that is read later. Help names those that are built in.
#[derive(Clone)]
struct ServiceName;

impl TypedValueParser for ServiceName {
    type Value = String;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let name = |service: Service| PossibleValue::new(service.name()).help(service.label());
        Some(Box::new(Service::built_in().into_iter().map(name)))
    }
}

/// What can be generated.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Generate {
    /// Print completions for a shell
    Completions {
        /// Shell
        #[arg(value_enum)]
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// The television screen.
#[cfg(feature = "tv")]
#[derive(Clone, Debug, Default, PartialEq, Eq, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option")]
pub struct ScreenArgs {
    /// Stay in a window instead of filling the screen
    #[arg(long)]
    pub windowed: bool,
    /// Never exit, for a dedicated screen
    #[arg(long, conflicts_with = "windowed")]
    pub kiosk: bool,
    /// Exit a few seconds after signing in
    #[arg(long)]
    pub exit_when_paired: bool,
    /// Exit at once if everyone is signed in, for units that start before a media player
    #[arg(long, conflicts_with = "demo")]
    pub if_needed: bool,
    /// Service to start with
    #[arg(long, conflicts_with = "demo", value_parser = ServiceName)]
    pub service: Option<String>,
    /// Another account than the first, by a name of your own
    #[arg(long, value_name = "NAME", requires = "service")]
    pub account: Option<String>,
    /// Try it with a fake Simkl; nothing is saved
    #[arg(long, value_enum, value_name = "FLOW", num_args = 0..=1, require_equals = true, default_missing_value = "pin")]
    pub demo: Option<Flow>,
}

impl Cli {
    /// Refuses options that would do nothing beside each other, and no command where there is no screen.
    pub fn check(self) -> Result<Self, clap::Error> {
        self.check_screen()?;
        Ok(self)
    }

    #[cfg(feature = "tv")]
    fn check_screen(&self) -> Result<(), clap::Error> {
        if self.command.is_none() || self.screen == ScreenArgs::default() {
            return Ok(());
        }
        let why = "--windowed, --kiosk, --exit-when-paired, --if-needed, --service and --demo before a command belong \
                   to the screen, not to it";
        Err(Self::command().error(ErrorKind::ArgumentConflict, why))
    }

    #[cfg(not(feature = "tv"))]
    fn check_screen(&self) -> Result<(), clap::Error> {
        if self.command.is_some() {
            return Ok(());
        }
        let why =
            "this couchpin has no television screen: name a command, for example `couchpin pair`";
        Err(Self::command().error(ErrorKind::MissingSubcommand, why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn help_and_packages_name_every_service_that_is_built_in() {
        let about = Cli::command().get_about().unwrap().to_string();
        let described = env!("CARGO_PKG_DESCRIPTION");
        for service in crate::auth::Service::built_in() {
            for text in [&about, described] {
                assert!(text.contains(service.label()), "{text}");
            }
        }
        for file in [
            include_str!("../../assets/desktop/io.github.couchpin.Couchpin.desktop"),
            include_str!("../../assets/desktop/io.github.couchpin.Couchpin.metainfo.xml"),
            include_str!("../../assets/packaging/arch/PKGBUILD"),
            include_str!("../../assets/packaging/scoop/couchpin.json"),
            include_str!("../../assets/packaging/winget/Couchpin.Couchpin.locale.en-US.yaml"),
        ] {
            assert!(file.contains(described), "{file}");
        }
    }

    #[cfg(feature = "tv")]
    #[test]
    fn the_demo_speaks_pin_unless_told_otherwise() {
        let demo = |args: &[&str]| Cli::try_parse_from(args).unwrap().screen.demo;
        assert_eq!(demo(&["couchpin", "--demo"]), Some(Flow::Pin));
        assert_eq!(demo(&["couchpin", "--demo=device"]), Some(Flow::Device));
        assert_eq!(demo(&["couchpin"]), None);
    }

    #[cfg(feature = "tv")]
    #[test]
    fn settings_may_stand_before_or_after_a_command_but_the_screens_options_belong_to_the_screen() {
        let check = |args: &[&str]| Cli::try_parse_from(args).and_then(Cli::check).is_ok();
        assert!(check(&["couchpin", "--config", "x", "token"]));
        assert!(check(&["couchpin", "token", "--config", "x"]));
        assert!(check(&["couchpin", "--windowed", "--demo"]));
        assert!(!check(&["couchpin", "--demo", "token"]));
        assert!(!check(&["couchpin", "--windowed", "status"]));
        assert!(!check(&["couchpin", "--kiosk", "status"]));
        assert!(!check(&["couchpin", "--kiosk", "--windowed"]));
    }

    #[test]
    fn help_says_which_type_of_application_to_register() {
        let help = Cli::command().render_long_help().to_string();
        assert!(help.contains("Mobile, desktop & browser apps"), "{help}");
    }

    #[test]
    fn token_means_simkl_unless_told_otherwise() {
        for args in [&["couchpin", "token"][..], &["couchpin", "token", "simkl"]] {
            let cli = Cli::try_parse_from(args).unwrap();
            let Some(Command::Token { asked, .. }) = cli.command else {
                panic!("{args:?}")
            };
            assert_eq!(asked.service, "simkl");
        }
    }

    #[test]
    fn what_follows_two_hyphens_is_the_command_of_exec_whatever_it_looks_like() {
        for args in [
            &["couchpin", "exec", "--", "env", "--config", "x"][..],
            &["couchpin", "exec", "simkl", "--", "env", "--config", "x"],
        ] {
            let cli = Cli::try_parse_from(args).unwrap();
            let Some(Command::Exec { command, .. }) = cli.command else {
                panic!("{args:?}")
            };
            assert_eq!(command, ["env", "--config", "x"]);
        }
        for args in [&["couchpin", "exec"][..], &["couchpin", "exec", "--"]] {
            assert!(Cli::try_parse_from(args).is_err(), "{args:?}");
        }
    }

    #[cfg(not(feature = "tv"))]
    #[test]
    fn without_the_television_a_command_is_asked_for() {
        let check = |args: &[&str]| Cli::try_parse_from(args).unwrap().check();
        let error = check(&["couchpin"]).unwrap_err();
        assert!(error.to_string().contains("couchpin pair"), "{error}");
        assert!(check(&["couchpin", "pair"]).is_ok());
    }
}
