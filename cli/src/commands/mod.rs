//! One file for each verb. A command calls and prints; what it says goes to standard output, how it went to standard error.

mod check;
mod completions;
mod diff;
mod explain;
mod fix;
mod generate;
mod migrate;
mod new;
mod next;
mod preview;
mod read;
mod render;
mod validate;

use tianbao_schema::diagnostic::Language;

use crate::args::Command;
use crate::files::Failure;

/// How a run ends (design section 8); of several files the highest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Nothing wrong; warnings allowed.
    Fine = 0,
    /// Errors were found.
    Wrong = 1,
    /// The work could not be done.
    Impossible = 2,
}

/// Runs one command.
pub(crate) fn run(command: &Command, language: Language) -> Result<Status, Failure> {
    match command {
        Command::New(args) => new::run(args, language),
        Command::Check(args) => check::run(args, language),
        Command::Preview(args) => preview::run(args, language),
        Command::Generate(args) => generate::run(args, language),
        Command::Explain(args) => explain::run(args, language),
        Command::Read(args) => read::run(args, language),
        Command::Fix(args) => fix::run(args, language),
        Command::Validate(args) => validate::run(args, language),
        Command::Render(args) => render::run(args, language),
        Command::Diff(args) => diff::run(args, language),
        Command::Next(args) => next::run(args, language),
        Command::Migrate(args) => migrate::run(args, language),
        Command::Completions(args) => Ok(completions::run(args)),
    }
}
