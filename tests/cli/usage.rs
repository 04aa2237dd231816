//! Help, wrong usage, languages, completions, pipes.

use std::process::{Command, Stdio};

use insta::assert_snapshot;

use super::{fixtures, run, run_with};

#[test]
fn help_is_in_chinese() {
    assert_snapshot!("help", run(&["--help"]).all());
    assert_snapshot!("help_validate", run(&["validate", "--help"]).all());
    assert_snapshot!("help_render", run(&["render", "--help"]).all());
}

#[test]
fn every_verb_has_help() {
    for verb in [
        "new",
        "check",
        "preview",
        "generate",
        "explain",
        "validate",
        "render",
        "diff",
        "migrate",
        "completions",
    ] {
        let help = run(&[verb, "--help"]);
        assert_eq!(help.status, 0, "{}", help.all());
        assert!(help.stdout.contains("用法：tianbao"), "{}", help.stdout);
        assert!(!help.stdout.contains("Usage") && !help.stdout.contains("default"), "{}", help.stdout);
    }
}

#[test]
fn wrong_usage_is_told_and_ends_with_2() {
    let wrong: &[&[&str]] = &[
        &[],
        &["validte"],
        &["validate"],
        &["validate", "--fromat", "json", "x.json"],
        &["validate", "x.json", "--format", "xml"],
        &["--lang", "fr", "check"],
        &["validate", "a.json", "--previous", "b.json", "--previous", "c.json"],
        &["check", "--format"],
        &["new", "My Form"],
    ];
    let mut told = String::new();
    for arguments in wrong.iter().skip(1) {
        let ran = run(arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        told += &format!("$ tianbao {}\n{}", arguments.join(" "), ran.stderr);
    }
    assert_snapshot!("wrong_usage", told);
    assert_eq!(run(&[]).status, 2);
    let no_such_kind = run(&["generate", "--only", "pdf"]);
    assert_eq!(no_such_kind.status, 2);
    assert!(
        no_such_kind.stderr.contains("“pdf”") && no_such_kind.stderr.contains("schema"),
        "{}",
        no_such_kind.stderr
    );
}

#[test]
fn language_is_chosen_never_guessed() {
    let chinese = run(&["validate", "missing.json"]);
    assert!(chinese.stderr.contains("没有这个文件"), "{}", chinese.stderr);
    let english = run(&["--lang", "en", "validate", "missing.json"]);
    assert!(english.stderr.starts_with("error: cannot read missing.json"), "{}", english.stderr);
    let after = run(&["validate", "missing.json", "--lang=en"]);
    assert_eq!(after.stderr, english.stderr);
    let by_variable = cargo_run(&["validate", "missing.json"], "en");
    assert_eq!(by_variable, english.stderr);
}

fn cargo_run(arguments: &[&str], language: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tianbao"));
    let output =
        command.current_dir(fixtures()).args(arguments).env("TIANBAO_LANG", language).output().unwrap();
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn colours_are_for_terminals_only() {
    let coloured = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tianbao"));
        command.current_dir(fixtures()).args(["validate", "dongkou-2019.json"]);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap().contains('\u{1b}')
    };
    assert!(!coloured(&[]), "a pipe is no terminal");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0"), ("NO_COLOR", "1")]));
}

#[test]
fn completions_know_the_verbs() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.status, 0);
        assert!(ran.stdout.contains("validate") && ran.stdout.contains("previous"), "{shell}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_panic() {
    for arguments in
        [&["completions", "zsh"][..], &["explain", "TB003"], &["--help"], &["validate", "dongkou-2019.json"]]
    {
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

#[test]
fn standard_input_and_output_are_dashes() {
    let report = std::fs::read(fixtures().join("dongkou-2019.json")).unwrap();
    let ran = run_with(&fixtures(), &["validate", "-", "--format", "json"], &report);
    assert_eq!(ran.json()["file"], "<stdin>");
    assert_eq!(ran.status, 0);
}

#[test]
fn a_shipped_form_can_be_named_wherever_a_spec_can() {
    let form = "gov-website-work/2019";
    for arguments in [
        ["check", form].as_slice(),
        &["explain", "五.5", "--spec", form],
        &["validate", "dongkou-2019.json", "--spec", form],
    ] {
        let ran = run(arguments);
        assert_eq!(ran.status, 0, "{}", ran.all());
    }
}
