//! Two editions of one form in one program: last year's report is carried over and judged by next year's engine.

use serde_json::Value;
use tianbao_core::Verdict;
use tianbao_core::compiled::{Engine, Report as _};
use tianbao_report::migrate;
use tianbao_schema::Form;
use tianbao_tests::engines::{Engines, form, form_2019};

mod edition_2019 {
    tianbao::form!(form = "gov-website-work", edition = 2019);
}

mod edition_2020 {
    tianbao::form!(spec = "forms/gov-website-work-2020.yaml");
}

const REPORT: &[u8] = include_bytes!("fixtures/dongkou-2019.json");

fn forms() -> (Form, Form) {
    (form_2019(), form("2020.yaml", include_str!("forms/gov-website-work-2020.yaml")))
}

/// The real report of 2019 in the terms of 2020, with what is new filled in.
fn carried() -> Value {
    let (old, new) = forms();
    let report: Value = serde_json::from_slice(REPORT).expect("JSON");
    let mut report = migrate(&report, &old, &new).report;
    report["year"] = 2020.into();
    let new_fields = [
        ("services", "ratings"),
        ("services", "windows"),
        ("security", "monitoring"),
        ("security", "exercises"),
        ("new_media", "other"),
    ];
    for (group, member) in new_fields {
        report[group][member] = new.sample[group][member].clone();
    }
    report["elderly"] = new.sample["elderly"].clone();
    report["signature"]["date"] = "2021-01-20".into();
    report
}

fn codes(verdict: &Verdict) -> Vec<&str> {
    verdict.findings.iter().map(|finding| &*finding.code).collect()
}

#[test]
fn each_edition_judges_its_own() {
    let carried = carried().to_string();
    assert!(edition_2019::Report::judge(REPORT).valid);
    let verdict = edition_2020::Report::judge(carried.as_bytes());
    assert_eq!(verdict.edition, 2020);
    assert!(verdict.valid, "{:#?}", verdict.findings);
    // Neither takes the other's.
    assert!(codes(&edition_2020::Report::judge(REPORT)).contains(&"required"));
    assert!(codes(&edition_2019::Report::judge(carried.as_bytes())).contains(&"unknown"));
}

#[test]
fn a_renamed_field_is_a_field_of_another_name() {
    let old = edition_2019::Report::from_json(REPORT).expect("the real report");
    let new = edition_2020::Report::from_json(carried().to_string().as_bytes()).expect("carried over");
    assert_eq!(old.services.registered_users, new.services.users);
    assert_eq!(old.info_release.total, new.publishing.total);
    assert_eq!(old.interaction.messages.received, new.services.messages.received);
}

#[test]
fn last_years_report_is_compared_with_after_it_was_carried_over() {
    let (old, new) = forms();
    let last: Value = serde_json::from_slice(REPORT).expect("JSON");
    let last = migrate(&last, &old, &new).report.to_string();
    let engines = Engines::new(new, Box::new(Engine(edition_2020::Report::FORM)));
    let this = carried().to_string();
    let verdict =
        engines.agree(this.as_bytes(), Some(last.as_bytes())).unwrap_or_else(|said| panic!("{said}"));
    let yearly = verdict.rules.passed.iter().filter(|rule| rule.starts_with("yearly."));
    assert_eq!(
        yearly.collect::<Vec<_>>(),
        ["yearly.site_code", "yearly.registered_users", "yearly.page_views"]
    );
}
