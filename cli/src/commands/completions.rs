//! `tianbao completions SHELL`

use super::Status;
use crate::args::Completions;
use crate::files;
use crate::usage;

/// Prints the completion script of a shell.
pub(super) fn run(args: &Completions) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut usage::command(), "tianbao", &mut script);
    files::print(&String::from_utf8_lossy(&script));
    Status::Fine
}
