//! The real report of 2019: what both engines say of it, and the grid of the form against the document's own table.

use serde_json::Value;
use tianbao_core::{Finding, Severity, Verdict};
use tianbao_report::Document;
use tianbao_tests::{engines, table, tidy};

const REPORT: &str = include_str!("fixtures/dongkou-2019.json");
const LAST_YEAR: &str = include_str!("fixtures/dongkou-2018.json");
const DOCUMENT: &str = include_str!("fixtures/dongkou-2019.txt");

fn only<'v>(verdict: &'v Verdict, code: &str) -> &'v Finding {
    let found: Vec<_> = verdict.findings.iter().filter(|finding| finding.code == code).collect();
    assert_eq!(found.len(), 1, "{code}: {found:?}");
    found[0]
}

#[test]
fn is_valid_with_two_warnings_and_a_hint() {
    for (name, engine) in engines::shipped_2019() {
        let verdict = engine.judge(REPORT.as_bytes(), None);
        assert!(verdict.valid, "{name}");
        assert_eq!(verdict.of(Severity::Error).count(), 0, "{name}");
        let codes: Vec<_> =
            verdict.findings.iter().map(|finding| (&*finding.code, finding.severity)).collect();
        let expected = [
            ("basics.home_url.scheme", Severity::Warning),
            ("basics.sponsor.office", Severity::Hint),
            ("basics.police_number.format", Severity::Warning),
        ];
        assert_eq!(codes, expected, "{name}");
        assert_eq!(verdict.rules.passed.len(), 22, "{name}");
        assert_eq!(verdict.rules.failed.len(), 3, "{name}");
        let kept: Vec<&str> = verdict.rules.not_applicable.iter().map(|rule| &*rule.rule).collect();
        assert_eq!(kept, ["yearly.site_code", "yearly.registered_users", "yearly.page_views"], "{name}");
        for rule in &verdict.rules.not_applicable {
            assert!(rule.unusable.is_empty(), "{name}: {rule:?}");
            assert!(rule.absent.iter().all(|path| path.starts_with("previous.")), "{name}: {rule:?}");
        }
    }
}

#[test]
fn what_it_offers_to_mend() {
    for (name, engine) in engines::shipped_2019() {
        let verdict = engine.judge(REPORT.as_bytes(), None);
        let fixes = |code: &str| serde_json::to_value(&only(&verdict, code).fixes).unwrap();
        let scheme = fixes("basics.home_url.scheme");
        assert_eq!(scheme[0]["safe"], true, "{name}");
        assert_eq!(scheme[0]["patch"][0]["path"], "/basics/home_url", "{name}");
        assert_eq!(scheme[0]["patch"][0]["value"], "http://www.dongkou.gov.cn", "{name}");
        let police = fixes("basics.police_number.format");
        assert_eq!(police[0]["safe"], false, "{name}");
        assert_eq!(police[0]["patch"][0]["value"], "湘公网安备43052502000024", "{name}");
        assert_eq!(fixes("basics.sponsor.office"), Value::Array(Vec::new()), "{name}");
    }
}

#[test]
fn last_year_makes_the_yearly_rules_apply() {
    for (name, engine) in engines::shipped_2019() {
        let verdict = engine.judge(REPORT.as_bytes(), Some(LAST_YEAR.as_bytes()));
        assert!(verdict.rules.not_applicable.is_empty(), "{name}: {:?}", verdict.rules.not_applicable);
        assert_eq!(verdict.rules.passed.len() + verdict.rules.failed.len(), 28, "{name}");
    }
}

#[test]
fn the_document_is_read_without_doubt_into_exactly_its_figures() {
    let form = engines::form_2019();
    let document = Document::read("dongkou-2019.txt", DOCUMENT.as_bytes().to_vec()).unwrap();
    let reading = document.load(&form).unwrap().reading.expect("a document");
    assert_eq!(reading.problems, []);
    let report: Value = serde_json::from_str(REPORT).unwrap();
    assert_eq!(reading.report, tidy::shown(&report));
}

#[test]
fn the_document_and_its_data_have_the_same_verdict() {
    let form = engines::form_2019();
    let loaded =
        Document::read("dongkou-2019.txt", DOCUMENT.as_bytes().to_vec()).unwrap().load(&form).unwrap();
    for (name, engine) in engines::shipped_2019() {
        let (document, data) = (engine.judge(&loaded.json, None), engine.judge(REPORT.as_bytes(), None));
        assert_eq!(document.findings, data.findings, "{name}");
        assert_eq!(document.rules, data.rules, "{name}");
    }
}

#[test]
fn the_grid_is_the_table_of_the_document() {
    let form = engines::form_2019();
    let report: Value = serde_json::from_str(REPORT).unwrap();
    let expected: Vec<String> =
        table::cells_of_text(DOCUMENT).into_iter().map(|cell| cell.replace('_', "")).collect();
    assert!(expected.len() > 130, "the document's table was read: {} cells", expected.len());
    pretty_equal(&table::cells_of_grid(&form, &report), &expected);
}

#[test]
fn the_lines_around_the_table_are_those_of_the_document() {
    let form = engines::form_2019();
    let mut report: Value = serde_json::from_str(REPORT).unwrap();
    // The document writes the day without noughts.
    report["signature"]["date"] = "2020-1-15".into();
    let document: Vec<String> = DOCUMENT.lines().map(table::squeezed).collect();
    for line in form.layout.head.iter().chain(&form.layout.foot) {
        let line = table::line(&form, &line.pieces, &report);
        assert!(document.contains(&line), "{line}");
    }
}

/// Compares cell by cell, and shows where the first difference is.
fn pretty_equal(found: &[String], expected: &[String]) {
    for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found, expected, "cell {index}");
    }
    assert_eq!(found.len(), expected.len());
}
