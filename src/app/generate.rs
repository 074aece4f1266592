//! What packagers install beside the program: shell completions and the manual page, made of the command line itself,
//! so that they can never say anything else.

use std::io::{self, Write};

use anyhow::Context as _;
use clap::{Command, CommandFactory as _};
use clap_mangen::Man;

use crate::app::cli::{Cli, Generate};

/// Prints what was asked for.
pub fn generate(what: Generate, out: &mut impl Write) -> anyhow::Result<()> {
    // Made in memory: the libraries take an output that goes away for a reason to panic.
    let mut made = Vec::new();
    match what {
        Generate::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "couchpin", &mut made);
        }
        Generate::Man => man(&mut made).context("the manual page could not be made")?,
    }
    out.write_all(&made)
        .and_then(|()| out.flush())
        .context("it could not be printed")
}

/// One page for everything: the library would write one for each command.
fn man(made: &mut Vec<u8>) -> io::Result<()> {
    let command = Cli::command();
    let page = Man::new(command.clone());
    page.render_title(made)?;
    page.render_name_section(made)?;
    page.render_synopsis_section(made)?;
    page.render_description_section(made)?;
    page.render_options_section(made)?;
    made.write_all(b".SH COMMANDS\n")?;
    for command in command.get_subcommands() {
        describe(command, &format!("couchpin {}", command.get_name()), made)?;
    }
    page.render_extra_section(made)?;
    page.render_version_section(made)
}

fn describe(command: &Command, name: &str, made: &mut Vec<u8>) -> io::Result<()> {
    let below: Vec<_> = command.get_subcommands().collect();
    for command in &below {
        describe(command, &format!("{name} {}", command.get_name()), made)?;
    }
    if !below.is_empty() {
        return Ok(());
    }
    let mut options = Vec::new();
    let page = Man::new(command.clone().bin_name(name.to_owned()));
    page.render_synopsis_section(&mut options)?;
    page.render_description_section(&mut options)?;
    if command.get_arguments().next().is_some() {
        page.render_options_section(&mut options)?;
    }
    writeln!(made, ".SS {}", name.replace('-', "\\-"))?;
    // Its sections become paragraphs of the one section that they stand in.
    for line in String::from_utf8_lossy(&options).lines() {
        let heading = line.strip_prefix(".SH ");
        writeln!(made, "{}", heading.map_or(line, |_| ".PP"))?;
    }
    Ok(())
}
