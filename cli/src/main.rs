//! The command line `tianbao`: it reads arguments, calls the other crates and prints what they say.

mod args;
mod commands;
mod engines;
mod files;
mod losses;
mod previous;
mod print;
mod reports;
mod specs;
mod usage;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match usage::read() {
        Ok(args) => args,
        Err(status) => return status,
    };
    let language = args.language();
    match commands::run(&args.command, language) {
        Ok(status) => ExitCode::from(status as u8),
        Err(failure) => {
            files::complain(&failure.line(language));
            ExitCode::from(failure.status as u8)
        }
    }
}
