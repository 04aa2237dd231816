//! Diagnostics as they are printed.

use tianbao_schema::codes::Code;
use tianbao_schema::diagnostic::{Diagnostic, Language};
use tianbao_schema::place::Span;
use tianbao_schema::render::{human, json, sarif};
use tianbao_schema::source::Source;

const TEXT: &str =
    "form: x\n        label：总数\n        kind: cuont\n    when: basics.site_kind == “政府门户网站”\n";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).expect("the words");
    Span::new(start, start + words.len())
}

fn sample() -> (Source, Vec<Diagnostic>) {
    let diagnostics = vec![
        Diagnostic::error(
            Code::TB003,
            span("："),
            "“label：”用了中文冒号，YAML 要英文冒号加一个空格",
            "“label：” has a Chinese colon",
        )
        .suggest(span("："), ": "),
        Diagnostic::warning(Code::TB045, span("cuont"), "没有 cuont 这种类型", "no kind cuont").note(
            Some(span("form")),
            "这份表",
            "this form",
        ),
        Diagnostic::error(
            Code::TB024,
            span("“政府门户网站”"),
            "规则里的文字要用英文单引号；选项要写编号 portal，不写“政府门户网站”",
            "write the choice's id",
        )
        .suggest(span("“政府门户网站”"), "'portal'"),
    ];
    (Source::new("2019.yaml", TEXT), diagnostics)
}

#[test]
fn for_people_in_chinese() {
    let (source, diagnostics) = sample();
    insta::assert_snapshot!(human(&diagnostics, &source, Language::Chinese, false));
}

#[test]
fn for_people_in_english() {
    let (source, diagnostics) = sample();
    insta::assert_snapshot!(human(&diagnostics, &source, Language::English, false));
}

#[test]
fn for_people_in_color() {
    let (source, diagnostics) = sample();
    let colored = human(&diagnostics, &source, Language::Chinese, true);
    assert!(colored.contains("\u{1b}[1;91m错误[TB003]\u{1b}[0m"));
    let mut plain = String::new();
    let mut rest = colored.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('m').expect("the end of a code") + 1..];
    }
    plain.push_str(rest);
    assert_eq!(plain, human(&diagnostics, &source, Language::Chinese, false));
}

#[test]
fn for_programs() {
    let (source, diagnostics) = sample();
    let value = json(&diagnostics, &source, Language::Chinese);
    insta::assert_snapshot!(serde_json::to_string_pretty(&value).expect("text"));
}

#[test]
fn for_code_hosts() {
    let (source, diagnostics) = sample();
    let mut value = sarif(&[(&source, &diagnostics)], Language::Chinese);
    // The explanations have tests of their own.
    for rule in value["runs"][0]["tool"]["driver"]["rules"].as_array_mut().expect("rules") {
        assert!(rule["help"]["markdown"].as_str().is_some_and(|help| help.starts_with("# TB")));
        rule["help"].take();
        rule["shortDescription"].take();
    }
    insta::assert_snapshot!(serde_json::to_string_pretty(&value).expect("text"));
}

#[test]
fn columns_count_utf16_units_in_sarif_and_characters_elsewhere() {
    let source = Source::new("a b.yaml", "k: 😀x\n");
    let found = [Diagnostic::error(Code::TB007, Span::new(7, 8), "x", "x")];
    assert_eq!(json(&found, &source, Language::Chinese)[0]["column"], 5);
    let log = sarif(&[(&source, &found)], Language::Chinese);
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["region"]["startColumn"], 6);
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.yaml");
}

#[test]
fn nothing_wrong_prints_nothing() {
    assert_eq!(human(&[], &Source::new("x", "a: 1\n"), Language::Chinese, false), "");
}

#[test]
fn strange_places_do_not_panic() {
    let long = format!("k: {}", "长".repeat(100_000));
    for text in ["", "a", "é\n\n", long.as_str()] {
        let source = Source::new("x", text);
        for (start, end) in [(0, 0), (0, 1), (1, 99), (7, 3), (300_000, 300_003), (150_003, 150_006)] {
            let found = [Diagnostic::error(Code::TB007, Span::new(start, end), "x", "x")
                .suggest(Span::new(start, end), "y")];
            assert!(human(&found, &source, Language::English, false).len() < 5_000);
            assert_eq!(json(&found, &source, Language::English)[0]["code"], "TB007");
            assert_eq!(sarif(&[(&source, &found)], Language::English)["version"], "2.1.0");
        }
    }
}
