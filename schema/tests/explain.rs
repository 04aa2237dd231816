//! The explanations of the codes: all of one shape, and the YAML in them is what they say it is.

use tianbao_schema::codes::Code;
use tianbao_schema::parse;

/// A piece of a spec as a mapping: a list gets a key.
fn as_mapping(piece: &str) -> String {
    if piece.starts_with("- ") { format!("fields:\n{piece}") } else { piece.to_owned() }
}

/// The two YAML blocks of an explanation: the slip, and the mend.
fn blocks(explanation: &str) -> (String, String) {
    let block = |label: &str| {
        let (_, rest) =
            explanation.split_once(label).unwrap_or_else(|| panic!("no {label} in {explanation}"));
        let (_, rest) = rest.split_once("```yaml\n").expect("a block");
        rest.split_once("```").expect("the block's end").0.to_owned()
    };
    (block("\n错的：\n"), block("\n改成：\n"))
}

fn codes_in(text: &str) -> Vec<Code> {
    parse::read("x.yaml", text.as_bytes()).diagnostics.iter().map(|found| found.code).collect()
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in Code::ALL {
        let text = code.explanation();
        let title = text.lines().next().unwrap_or_default();
        let words =
            title.strip_prefix(&format!("# {code} ")).unwrap_or_else(|| panic!("{code}: title is {title}"));
        assert!(words.chars().any(|letter| ('一'..='鿿').contains(&letter)), "{code}: {words}");
        let (_, english) = text.split_once("\n## English\n").unwrap_or_else(|| panic!("{code}: no English"));
        assert!(english.trim().len() > 40, "{code}: {english}");
        assert!(text.lines().count() <= 25, "{code} is too long to be read");
        let (slip, mend) = blocks(text);
        assert_ne!(slip, mend, "{code}");
    }
}

#[test]
fn the_mended_text_is_read_without_complaint() {
    for code in Code::ALL {
        let (_, mend) = blocks(code.explanation());
        assert_eq!(codes_in(&as_mapping(&mend)), [], "{code}: {mend}");
    }
}

/// Those of the raw text show in a piece of a spec already; the others need a whole one (`tests/specs`).
#[test]
fn a_slip_of_the_keyboard_is_found_in_the_text_that_shows_it() {
    for code in Code::ALL {
        let (slip, _) = blocks(code.explanation());
        // That the outermost level is a list is the very slip of TB010.
        let mut found = if *code == Code::TB010 { codes_in(&slip) } else { codes_in(&as_mapping(&slip)) };
        found.dedup();
        match code {
            Code::TB003
            | Code::TB004
            | Code::TB005
            | Code::TB006
            | Code::TB007
            | Code::TB008
            | Code::TB009
            | Code::TB010 => assert_eq!(found, [*code], "{slip}"),
            // Its Chinese quotes show already; what they hold is known to the whole spec only.
            Code::TB024 => assert_eq!(found, [Code::TB003], "{slip}"),
            other => assert_eq!(found, [], "{other}: {slip}"),
        }
    }
}
