//! The command line from outside: what a user types, sees, and gets as exit status.

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;
use tempfile::TempDir;

#[path = "cli/additions.rs"]
mod additions;
#[path = "cli/bad_input.rs"]
mod bad_input;
#[path = "cli/corrections.rs"]
mod corrections;
#[path = "cli/diff.rs"]
mod diff;
#[path = "cli/documents.rs"]
mod documents;
#[path = "cli/fix.rs"]
mod fix;
#[path = "cli/formats.rs"]
mod formats;
#[path = "cli/migrate.rs"]
mod migrate;
#[path = "cli/next.rs"]
mod next;
#[path = "cli/render.rs"]
mod render;
#[path = "cli/specs.rs"]
mod specs;
#[path = "cli/tutorial.rs"]
mod tutorial;
#[path = "cli/usage.rs"]
mod usage;
#[path = "cli/validate.rs"]
mod validate;

/// The folder of fixtures, in which commands run unless said otherwise.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What a run gave.
struct Ran {
    status: i32,
    stdout: String,
    stderr: String,
}

impl Ran {
    /// All of it, for a snapshot.
    fn all(&self) -> String {
        let mut text = format!("退出码 {}\n", self.status);
        for (name, part) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !part.is_empty() {
                text += &format!("--- {name}\n{part}");
            }
        }
        text
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}", self.all()))
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        let status = output.status.code().expect("no signal ended the run");
        let ran = Self { status, stdout: text(output.stdout), stderr: text(output.stderr) };
        assert!(!ran.stderr.contains("panicked"), "{}", ran.all());
        ran
    }
}

/// Runs the command line in the folder of fixtures.
fn run(arguments: &[&str]) -> Ran {
    run_in(&fixtures(), arguments)
}

/// Runs the command line in a folder.
fn run_in(folder: &Path, arguments: &[&str]) -> Ran {
    run_with(folder, arguments, b"")
}

/// Runs it with something on standard input.
fn run_with(folder: &Path, arguments: &[&str], input: &[u8]) -> Ran {
    let mut command = cargo_bin_cmd!("tianbao");
    command.current_dir(folder).args(arguments).env_remove("TIANBAO_LANG").env("NO_COLOR", "1");
    // Whatever the machine's locale is, the words are the same.
    command.env("LC_ALL", "de_DE.UTF-8").write_stdin(input).output().expect("the program runs").into()
}

/// The JSON in a file.
fn json_of(path: &Path) -> Value {
    let bytes = std::fs::read(path).expect("a file of the test");
    serde_json::from_slice(&bytes).expect("the file is JSON")
}

/// A new folder with files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    for (name, contents) in files {
        std::fs::write(folder.path().join(name), contents).expect("a file for the test");
    }
    folder
}
