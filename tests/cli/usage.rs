//! Help, wrong usage, languages, completions, pipes.

use std::process::{Command, Stdio};

use insta::assert_snapshot;

use super::{fixtures, run};

#[test]
fn help_is_in_chinese() {
    assert_snapshot!("help", run(&["--help"]).all());
}

#[test]
fn every_verb_has_help() {
    for verb in ["new", "check", "generate", "completions"] {
        let help = run(&[verb, "--help"]);
        assert_eq!(help.status, 0, "{}", help.all());
        assert!(help.stdout.contains("用法：tianbao"), "{}", help.stdout);
        assert!(!help.stdout.contains("Usage") && !help.stdout.contains("default"), "{}", help.stdout);
    }
}

#[test]
fn completions_know_the_verbs() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.status, 0);
        assert!(ran.stdout.contains("generate") && ran.stdout.contains("format"), "{shell}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    for arguments in [&["completions", "zsh"][..], &["--help"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tianbao"))
            .current_dir(fixtures())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}
