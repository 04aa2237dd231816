//! The generated files in the hands of others: `tests/consumers/run`, as far as what it needs is installed.

use std::path::Path;
use std::process::Command;

#[test]
fn other_languages_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("consumers");
    let run = match Command::new("bash").arg(folder.join("run")).arg("--installed").output() {
        Ok(run) => run,
        Err(error) => {
            println!("skipped: consumers in other languages; there is no bash here ({error})");
            return;
        }
    };
    let said = String::from_utf8_lossy(&run.stdout);
    said.lines().filter(|line| line.starts_with("skipped:")).for_each(|line| eprintln!("{line}"));
    assert!(run.status.success(), "tests/consumers/run\n{said}{}", String::from_utf8_lossy(&run.stderr));
}
