//! `tianbao migrate`, and last year's report of another edition.

use insta::assert_snapshot;
use serde_json::Value;

use super::{fixtures, folder, run, run_in};

const NEW: &str = "forms/gov-website-work-2020.yaml";

/// The real report in a folder of its own, with the made-up edition.
fn workplace() -> tempfile::TempDir {
    let read = |path: &str| std::fs::read(fixtures().join(path)).expect("a fixture");
    let place = folder(&[("dongkou-2019.json", &read("dongkou-2019.json"))]);
    std::fs::create_dir(place.path().join("forms")).expect("a folder");
    std::fs::write(place.path().join(NEW), read("../forms/gov-website-work-2020.yaml")).expect("a file");
    place
}

#[test]
fn carries_the_report_and_keeps_what_has_no_place() {
    let place = workplace();
    let ran = run_in(place.path(), &["migrate", "dongkou-2019.json", "--to", NEW, "-o", "new.json"]);
    assert_snapshot!("migrate", ran.all());
    let read = |name: &str| -> Value {
        let text = std::fs::read(place.path().join(name)).expect("it was written");
        serde_json::from_slice(&text).expect("JSON")
    };
    let (report, removed) = (read("new.json"), read("new.removed.json"));
    assert_eq!((&report["edition"], &report["year"]), (&Value::from(2020), &Value::from(2019)));
    assert!(report["services"]["users"].is_u64());
    let paths: Vec<&str> = removed["removed"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|value| value["path"].as_str())
        .collect();
    assert!(paths.contains(&"/interpretation/responses"), "{paths:?}");

    // And back: what was removed is missing, all else is as it was.
    let back = run_in(place.path(), &["migrate", "new.json", "--to", "gov-website-work/2019", "--from", NEW]);
    let back: Value = back.json();
    let original = read("dongkou-2019.json");
    assert_eq!(back["services"]["registered_users"], original["services"]["registered_users"]);
    assert_eq!(back["interpretation"]["releases"], original["interpretation"]["releases"]);
    assert_eq!(back["interpretation"].get("responses"), None);
}

#[test]
fn last_years_report_of_another_edition_is_migrated_first() {
    let place = workplace();
    run_in(place.path(), &["migrate", "dongkou-2019.json", "--to", NEW, "-o", "new.json"]);
    let with = run_in(
        place.path(),
        &[
            "validate",
            "new.json",
            "--spec",
            NEW,
            "--previous",
            "dongkou-2019.json",
            "--rules",
            "--format",
            "json",
        ],
    );
    assert!(with.stderr.contains("先迁移到 2020 版"), "{}", with.all());
    let judged = |ran: &super::Ran| -> Vec<String> {
        let rules = &ran.json()["rules"];
        let passed = rules["passed"].as_array().cloned().unwrap_or_default();
        passed
            .iter()
            .filter_map(Value::as_str)
            .filter(|rule| rule.starts_with("yearly."))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(judged(&with), ["yearly.site_code", "yearly.registered_users", "yearly.page_views"]);
    let without = run_in(place.path(), &["validate", "new.json", "--spec", NEW, "--format", "json"]);
    assert_eq!(judged(&without), Vec::<String>::new());
}

#[test]
fn what_cannot_be_migrated_is_told() {
    let wrong = run(&["migrate", "ten-errors.json", "--to", "gov-website-work/1999"]);
    assert_eq!(wrong.status, 2, "{}", wrong.all());
}

/// A small spec: its edition, the first member and the choices of the second.
fn spec(edition: u32, count: &str, choices: &str) -> String {
    format!(
        "form: letters\nedition: {edition}\nyears: {{ from: {edition}, to: {edition} }}\ntitle: 来信统计表\nsections:\n  \
         - fields:\n      - {{ id: year, label: 年度, kind: year }}\n      - {{ {count}, label: 来信, kind: number }}\n      \
         - id: kind\n        label: 类型\n        kind: choice\n        choices: [{choices}]\n"
    )
}

/// Two editions, and a report of the first in `old.json`.
fn letters(report: &str) -> tempfile::TempDir {
    let old = spec(2024, "id: received", "{ id: post, label: 信函 }, { id: fax, label: 传真 }");
    let new = spec(2025, "id: letters, was: received", "{ id: mail, was: post, label: 信函 }");
    folder(&[("2024.yaml", old.as_bytes()), ("2025.yaml", new.as_bytes()), ("old.json", report.as_bytes())])
}

fn names(place: &tempfile::TempDir) -> Vec<String> {
    let entries = std::fs::read_dir(place.path()).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const REPORT: &str =
    r#"{"form": "letters", "edition": 2024, "revision": 1, "year": 2024, "received": 5, "kind": "post"}"#;
const ARGUMENTS: [&str; 6] = ["migrate", "old.json", "--to", "2025.yaml", "-o", "new.json"];

#[test]
fn what_is_renamed_is_listed_and_comes_back_the_same() {
    let place = letters(REPORT);
    let ran = run_in(place.path(), &ARGUMENTS);
    for line in
        ["照改 2 处", "原来的规格：2024.yaml", "照改  来信   received → letters", "照改  类型   post → mail"]
    {
        assert!(ran.stdout.contains(line), "{line}\n{}", ran.all());
    }
    let back = run_in(place.path(), &["migrate", "new.json", "--to", "2024.yaml"]);
    assert_eq!(
        (back.status, back.json()),
        (0, serde_json::from_str(REPORT).expect("JSON")),
        "{}",
        back.all()
    );
}

#[test]
fn a_report_is_only_carried_from_the_edition_that_it_is_of() {
    let refused = |place: &tempfile::TempDir, from: &[&str], wanted: &str| {
        let before = names(place);
        let ran = run_in(place.path(), &[&ARGUMENTS, from].concat());
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{}", ran.all());
        assert!(ran.stderr.contains(wanted), "{wanted}\n{}", ran.all());
        assert_eq!(names(place), before);
    };
    let place = letters(REPORT);
    refused(&place, &["--from", "2025.yaml"], "报表是 2024 版，--from 却是 letters 2025 版");
    std::fs::copy(place.path().join("2024.yaml"), place.path().join("same.yaml")).expect("a copy");
    assert_ne!(run_in(place.path(), &ARGUMENTS).status, 2, "the same spec twice is one");
    std::fs::write(place.path().join("same.yaml"), spec(2024, "id: other", "{ id: post, label: 信函 }"))
        .expect("a spec");
    refused(&place, &[], "2024.yaml、same.yaml 都是 2024 版的规格，内容不同，请用 --from 指定");
    std::fs::remove_file(place.path().join("same.yaml")).expect("it is there");
    std::fs::remove_file(place.path().join("2024.yaml")).expect("it is there");
    refused(&place, &[], "报表是 2024 版，找不到它的规格，请用 --from 指定");
    let place = letters(r#"{"form": "other", "year": 2024}"#);
    refused(&place, &[], "用 --from 指定规格");
    std::fs::remove_file(place.path().join("2024.yaml")).expect("it is there");
    std::fs::write(place.path().join("old.json"), r#"{"year": 2024}"#).expect("a report");
    refused(&place, &[], "报表是 2024 年度的，找不到那一版的规格，请用 --from 指定");
}

#[test]
fn what_cannot_be_written_again_is_refused() {
    let cases = [
        (r#"{"edition": 2024, "year": 2024, "received": 5, "received": 6}"#, "/received 写了不止一次"),
        (
            r#"{"edition": 2024, "year": 2024, "received": 0.10000000000000000000001}"#,
            "01 位数太多（共 1 处）",
        ),
        ("{\"year\": 2024,\n}", "不是 JSON：第 2 行第 1 列"),
    ];
    for (report, wanted) in cases {
        let place = letters(report);
        let before = names(&place);
        let ran = run_in(place.path(), &ARGUMENTS);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{}", ran.all());
        assert!(ran.stderr.contains(wanted), "{wanted}\n{}", ran.all());
        assert_eq!(names(&place), before);
    }
}

#[test]
fn values_removed_before_are_never_lost() {
    let report = REPORT.replace("post", "fax");
    let place = letters(&report);
    let path = |name: &str| place.path().join(name);
    std::fs::create_dir(path("folder")).expect("a folder");
    let before = names(&place);
    let ran = run_in(place.path(), &["migrate", "old.json", "--to", "2025.yaml", "-o", "folder"]);
    assert!(ran.status == 2 && ran.stderr.contains("folder 是目录"), "{}", ran.all());
    assert_eq!(names(&place), before);

    run_in(place.path(), &ARGUMENTS);
    let removed = std::fs::read_to_string(path("new.removed.json")).expect("it was written");
    assert!(removed.contains("\"fax\""), "{removed}");
    let again = run_in(place.path(), &ARGUMENTS);
    assert_eq!(again.status, 1, "the same once more: {}", again.all());

    std::fs::write(path("new.removed.json"), "以前的").expect("a file");
    let carried = std::fs::read(path("new.json")).expect("it was written");
    std::fs::write(path("old.json"), report.replace("5,", "7,")).expect("a report");
    let ran = run_in(place.path(), &ARGUMENTS);
    assert!(ran.status == 2 && ran.stderr.contains("new.removed.json 已有"), "{}", ran.all());
    assert_eq!(std::fs::read(path("new.json")).expect("it is there"), carried);
    std::fs::write(path("old.json"), REPORT).expect("a report");
    let ran = run_in(place.path(), &ARGUMENTS);
    assert!(ran.stdout.contains("new.removed.json 是以前迁移留下的"), "{}", ran.all());
    assert_eq!(std::fs::read(path("new.removed.json")).expect("it is there"), "以前的".as_bytes());
}
