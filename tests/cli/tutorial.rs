//! docs/tutorial.md, from its first line to its last: files are written as it says, commands print what it shows.
//!
//! The first line of a block says what it is: `yaml NAME` is a file, `yaml >>NAME` goes at its end, `yaml NAME:LINE`
//! replaces a line of it, and `console` holds commands with what they print. `TIANBAO_UPDATE_TUTORIAL=1` writes what
//! they print into the tutorial.

use std::fs;
use std::path::Path;

use super::{folder, root, run_in};

/// A block with the line that begins it.
struct Block {
    info: String,
    lines: Vec<String>,
}

#[test]
fn the_tutorial_is_what_happens() {
    let path = root().join("docs/tutorial.md");
    let tutorial = fs::read_to_string(&path).expect("the tutorial");
    let place = folder(&[]);
    let mut written = String::new();
    let mut open: Option<Block> = None;
    for line in tutorial.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(block), Some(_)) => {
                written += &done(place.path(), block);
                written += "```\n";
                open = None;
            }
            (Some(block), None) => block.lines.push(line.to_owned()),
            (None, Some(info)) => {
                written += &format!("{line}\n");
                open = Some(Block { info: info.to_owned(), lines: Vec::new() });
            }
            (None, None) => written += &format!("{line}\n"),
        }
    }
    if std::env::var_os("TIANBAO_UPDATE_TUTORIAL").is_some() {
        fs::write(&path, &written).expect("the tutorial can be written");
    }
    assert!(
        written == tutorial,
        "docs/tutorial.md shows other output; TIANBAO_UPDATE_TUTORIAL=1 writes it:\n{written}"
    );
    let first: Vec<&str> =
        tutorial.split("```").filter_map(|block| block.strip_prefix("yaml hotline-2024.yaml\n")).collect();
    assert_eq!(
        first.iter().map(|block| block.lines().count()).collect::<Vec<_>>(),
        [15],
        "as its title says"
    );
}

/// Does what a block says; gives the block as it should be.
fn done(place: &Path, block: &Block) -> String {
    let text: String = block.lines.iter().map(|line| format!("{line}\n")).collect();
    let (kind, name) = block.info.split_once(' ').unwrap_or((&block.info, ""));
    if kind == "console" {
        return block
            .lines
            .iter()
            .filter(|line| line.starts_with("$ "))
            .map(|line| command(place, line))
            .collect();
    }
    if let Some(name) = name.strip_prefix(">>") {
        let before = fs::read_to_string(place.join(name)).expect("it was written before");
        fs::write(place.join(name), before + &text).expect("a file");
    } else if let Some((name, line)) = name.split_once(':') {
        let line: usize = line.parse().expect("the number of a line");
        let before = fs::read_to_string(place.join(name)).expect("it was written before");
        let lines = before.lines().enumerate();
        let changed: String =
            lines.map(|(at, old)| if at + 1 == line { text.clone() } else { format!("{old}\n") }).collect();
        fs::write(place.join(name), changed).expect("a file");
    } else {
        fs::write(place.join(name), &text).expect("a file");
    }
    text
}

/// A command with what it prints.
fn command(place: &Path, line: &str) -> String {
    let arguments: Vec<&str> = line.trim_start_matches("$ tianbao ").split_whitespace().collect();
    let ran = run_in(place, &arguments);
    // Of a carried report the year is last year's; all else ends well.
    assert!(ran.status == 0 || arguments[0] == "migrate", "{line}\n{}", ran.all());
    format!("{line}\n{}{}", ran.stderr, ran.stdout)
}
