//! Wrong specs, each with its diagnostics written under the words that cause them (`tests/specs/README.md`).

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use tianbao_schema::codes::Code;
use tianbao_schema::diagnostic::{Diagnostic, Language, Level};
use tianbao_schema::source::Source;
use tianbao_schema::{check, render};
use unicode_width::UnicodeWidthStr;

const MARK: &str = "#~";

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/specs"))
}

/// Name and text of every case, by name; read once, since a test may write them.
static CASES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut cases: Vec<(String, String)> = fs::read_dir(folder())
        .expect("tests/specs")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
});

/// The spec itself: without the lines that tell what is expected.
fn strip(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with(MARK)).collect()
}

/// The spec with what was found under each line.
fn annotate(source: &Source, diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    let mut rest = diagnostics.iter().peekable();
    for (at, line) in source.text.split_inclusive('\n').enumerate() {
        out.push_str(line);
        while let Some(diagnostic) =
            rest.next_if(|diagnostic| source.line_column(diagnostic.span.start).0 == at + 1)
        {
            if !out.ends_with('\n') {
                out.push('\n');
            }
            out.push_str(&annotation(source, diagnostic));
        }
    }
    rest.for_each(|diagnostic| out.push_str(&annotation(source, diagnostic)));
    out
}

/// `#~   ^^^^ TB003 what it says`; what begins in the first two columns is moved by three: `#~<^^^^`.
fn annotation(source: &Source, diagnostic: &Diagnostic) -> String {
    let (line, _) = source.line_column(diagnostic.span.start);
    let whole = source.line_span(line);
    let before = source.text.get(whole.start..diagnostic.span.start).expect("a place in the line").width();
    let end = diagnostic.span.end.min(whole.end).max(diagnostic.span.start);
    let inside = source.text.get(diagnostic.span.start..end).expect("whole characters").width();
    let margin = match before {
        0 | 1 => format!("{MARK}<{}", " ".repeat(before)),
        _ => format!("{MARK}{}", " ".repeat(before - 2)),
    };
    let warning = if diagnostic.level == Level::Warning { "（提醒）" } else { "" };
    let message = &diagnostic.message.zh;
    format!("{margin}{} {}{warning} {message}\n", "^".repeat(inside.max(1)), diagnostic.code)
}

#[test]
fn diagnostics_stand_under_the_words_that_cause_them() {
    let update = std::env::var_os("TIANBAO_UPDATE_SPECS").is_some();
    let mut wrong = Vec::new();
    for (name, text) in CASES.iter() {
        let checked = check(&format!("{name}.yaml"), strip(text).as_bytes());
        let found = annotate(&checked.source, &checked.diagnostics);
        if found != *text && update {
            fs::write(folder().join(format!("{name}.yaml")), &found).expect("written");
        } else if found != *text {
            wrong.push(format!("--- {name}: expected\n{text}\n--- {name}: found\n{found}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\nafter looking at each: TIANBAO_UPDATE_SPECS=1 cargo test -p tianbao-schema --test diagnostics",
        wrong.join("\n")
    );
}

#[test]
fn every_case_as_it_is_printed() {
    for (name, text) in CASES.iter() {
        let checked = check(&format!("{name}.yaml"), strip(text).as_bytes());
        let printed = render::human(&checked.diagnostics, &checked.source, Language::Chinese, false);
        insta::with_settings!({ snapshot_suffix => name.as_str(), prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!("printed", printed);
        });
    }
}

/// A tool may take all suggestions at once.
#[test]
fn suggestions_do_not_overlap() {
    for (name, text) in CASES.iter() {
        let checked = check(name, strip(text).as_bytes());
        let mends = checked.diagnostics.iter().filter_map(|diagnostic| diagnostic.suggestion.as_ref());
        let mut spans: Vec<_> = mends.map(|mend| mend.span).collect();
        spans.sort();
        let apart = spans.windows(2).all(|two| two[0].end <= two[1].start && two[0] != two[1]);
        assert!(apart, "{name}: {spans:?}");
    }
}

/// A suggestion that is taken mends its slip and makes no other.
#[test]
fn suggestions_mend() {
    for (name, text) in CASES.iter() {
        let stripped = strip(text);
        let checked = check(name, stripped.as_bytes());
        for diagnostic in &checked.diagnostics {
            let Some(suggestion) = &diagnostic.suggestion else { continue };
            let mut mended = stripped.clone();
            mended.replace_range(suggestion.span.start..suggestion.span.end, &suggestion.replacement);
            let after = check(name, mended.as_bytes());
            let line = checked.source.line_column(diagnostic.span.start).0;
            let still = after.diagnostics.iter().any(|other| {
                let there = after.source.line_column(other.span.start).0 == line;
                there && other.code == diagnostic.code && other.message == diagnostic.message
            });
            assert!(!still, "{name}: {diagnostic:?} is still there in\n{mended}");
        }
    }
}

/// What cannot stand in a text file.
fn bytes() -> Vec<(Code, Vec<u8>)> {
    let (gbk, _, _) = encoding_rs::GBK.encode("form: x\ntitle: 政府网站工作年度报表\n");
    vec![
        (Code::TB001, gbk.into_owned()),
        (Code::TB001, b"\xFF\xFEf\0o\0".to_vec()),
        (Code::TB001, b"form: \xC3\x28\xFF\n".to_vec()),
        (Code::TB001, b"PK\x03\x04\0\0".to_vec()),
        (Code::TB002, vec![b'a'; 100 * 1024 * 1024]),
        (Code::TB002, format!("form: {}{}\n", "[".repeat(10_000), "]".repeat(10_000)).into_bytes()),
        (Code::TB010, Vec::new()),
        (Code::TB010, "# 只有注释\n".into()),
        (Code::TB010, b"- form: x\n".to_vec()),
    ]
}

#[test]
fn bytes_that_are_no_spec() {
    for (code, bytes) in bytes() {
        let checked = check("x.yaml", &bytes);
        let codes: Vec<Code> = checked.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [code], "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
        assert!(checked.form.is_none());
    }
}

/// Far too long or deep expressions are refused with a place, and quickly.
#[test]
fn absurd_expressions() {
    let spec = |assert: &str| {
        let rule = format!(
            "rules:\n  - id: a.b\n    title: 甲\n    assert: {assert}\n    severity: error\n    basis: implied\n"
        );
        let fields = "sections:\n  - fields:\n      - { id: a, label: 甲, kind: count }\n";
        format!("form: x\nedition: 2024\nyears: {{ from: 2024 }}\ntitle: 甲\n{fields}{rule}")
    };
    let deep = format!("a == {}a{}", "(".repeat(100), ")".repeat(100));
    let long = format!("a == a{}", " + a".repeat(250_000));
    for text in [deep, long] {
        let checked = check("x.yaml", spec(&text).as_bytes());
        let found: Vec<(Code, usize)> = checked
            .diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.code, checked.source.line_column(diagnostic.span.start).0))
            .collect();
        assert_eq!(found, [(Code::TB002, 11)]);
        assert!(render::human(&checked.diagnostics, &checked.source, Language::Chinese, false).len() < 2_000);
    }
}

/// Every code has an explanation in both languages, with an example, and a case here that it is emitted for.
#[test]
fn every_code_is_explained_exemplified_and_emitted() {
    let emitted: BTreeSet<Code> = CASES
        .iter()
        .flat_map(|(name, text)| check(name, strip(text).as_bytes()).diagnostics)
        .map(|diagnostic| diagnostic.code)
        .chain(bytes().into_iter().map(|(code, _)| code))
        .collect();
    let named: BTreeSet<&str> = CASES.iter().map(|(name, _)| name.as_str()).collect();
    for code in Code::ALL {
        let explanation = code.explanation();
        assert!(explanation.starts_with(&format!("# {code} ")), "{code}: no title");
        assert!(explanation.contains("## English"), "{code}: no English");
        assert!(explanation.contains("```"), "{code}: no example");
        assert!(emitted.contains(code), "{code} is never emitted");
        let in_bytes = matches!(code, Code::TB001 | Code::TB002 | Code::TB010);
        assert!(
            in_bytes || named.iter().any(|name| name.starts_with(code.name())),
            "{code}: no case of its name"
        );
    }
}

#[test]
fn the_shipped_spec_is_clean() {
    for shipped in tianbao_schema::shipped() {
        assert_eq!(check(shipped.path, shipped.text.as_bytes()).diagnostics, []);
    }
}
