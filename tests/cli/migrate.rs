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
