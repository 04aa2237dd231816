//! A local addition as Rust types, beside the national form: both judge the same report, each its own part of it.

use serde_json::{Value, json};
use tianbao_core::{Judge as _, Severity};
use tianbao_report::{apart, migrate};
use tianbao_schema::{Form, check_beside};
use tianbao_tests::random::Random;
use tianbao_tests::{engines, mutate, reports};

/// The made-up province, on the shipped form.
mod shili {
    tianbao::form!(spec = "forms/shili-2019.yaml");
}

/// A made-up city, on a spec that lies beside its own.
mod city {
    tianbao::form!(spec = "forms/city-2020.yaml");
}

fn report() -> Value {
    let mut report: Value = serde_json::from_str(include_str!("fixtures/dongkou-2019.json")).expect("JSON");
    report["basics"]["home_url"] = json!("http://www.example.gov.cn");
    report["basics"]["sponsor"] = json!("示例县人民政府办公室");
    report["local"] = json!({
        "shili": {
            "county_sites": { "total": 12, "inspected": 12, "failed": 1 },
            "elderly_access": { "done": false, "services": 36 },
            "mobile_items": 20,
        },
        "elsewhere": { "a": [1, { "b": null }] },
    });
    report
}

fn form(name: &str, text: &str) -> Form {
    let checked = check_beside(name, text.as_bytes(), "forms".as_ref());
    checked.form.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}

fn shili_form() -> Form {
    form("shili-2019.yaml", include_str!("forms/shili-2019.yaml"))
}

#[test]
fn a_typed_report_comes_back_with_all_additions() {
    let text = report().to_string();
    let typed = shili::Report::from_json(text.as_bytes()).expect("no structural finding");
    assert_eq!(typed.local.shili.county_sites.failed, 1);
    assert_eq!(typed.about.local.keys().collect::<Vec<_>>(), ["elsewhere"]);
    assert_eq!(serde_json::to_value(&typed).expect("JSON"), report());
    let verdict = typed.validate();
    assert!(verdict.valid, "{:?}", verdict.findings);
    assert_eq!(verdict, shili::Report::judge(text.as_bytes()));
    let read: shili::Report = serde_json::from_value(report()).expect("a report");
    assert_eq!(read, typed);
}

#[test]
fn the_national_engine_leaves_the_addition_alone() {
    let mut spoilt = report();
    spoilt["local"]["shili"] = json!({ "county_sites": "many", "unheard_of": 1 });
    spoilt["explanations"] = json!({ "local.shili.elderly_access.services.items": "情况属实" });
    let mut plain = report();
    plain.as_object_mut().expect("an object").shift_remove("local");
    for (name, engine) in engines::shipped_2019() {
        let [with, without] =
            [&spoilt, &plain].map(|report| engine.judge(report.to_string().as_bytes(), None));
        assert_eq!(with, without, "{name}");
    }
    let verdict = shili::Report::judge(spoilt.to_string().as_bytes());
    let codes: Vec<&str> = verdict.of(Severity::Error).map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["type", "required", "required", "unknown"]);
}

#[test]
fn an_explanation_of_an_own_rule_that_is_none_is_found() {
    let mut given = report();
    given["explanations"] =
        json!({ "local.shili.no_such_rule": "情况属实", "local.elsewhere.rule": "情况属实" });
    let verdict = shili::Report::judge(given.to_string().as_bytes());
    let paths: Vec<&str> = verdict
        .findings
        .iter()
        .filter(|found| found.code == "explanation")
        .map(|found| &*found.path)
        .collect();
    assert_eq!(paths, ["/explanations/local.shili.no_such_rule"]);
}

#[test]
fn an_addition_to_a_file_beside_it() {
    assert_eq!(city::Report::JUDGE.edition(), 2020);
    let sample = form("city-2020.yaml", include_str!("forms/city-2020.yaml")).sample;
    let mut typed: city::Report = serde_json::from_value(sample).expect("the sample is valid");
    assert!(typed.validate().valid);
    typed.local.city.visits.days = 367;
    assert_eq!(typed.validate().rules.failed, ["local.city.visits.days.year"]);
}

#[test]
fn an_addition_is_carried_over_with_its_base() {
    let (old, renamed) = (shili_form(), include_str!("forms/shili-2019.yaml"));
    let renamed = renamed
        .replace("id: elderly_access", "id: access\n    was: local.shili.elderly_access")
        .replace("local.shili.elderly_access.", "local.shili.access.")
        .replace("was: local.shili.access", "was: local.shili.elderly_access");
    let new = form("shili.yaml", &renamed);
    let migrated = migrate(&report(), &old, &new);
    assert_eq!(migrated.report["local"]["shili"]["access"], report()["local"]["shili"]["elderly_access"]);
    assert_eq!(migrated.report["local"]["elsewhere"], report()["local"]["elsewhere"]);
    assert_eq!(migrated.removed, []);
    // The national form knows nothing of additions and takes them along.
    let national = engines::form_2019();
    assert_eq!(migrate(&report(), &national, &national).report["local"], report()["local"]);
}

/// Never a loosening: what is valid with the addition is valid for the national form.
#[test]
fn whatever_is_valid_with_the_addition_is_valid_without() {
    let (form, national) = (shili_form(), engines::form_2019());
    let mut valid = 0;
    for seed in 0..400 {
        let mut random = Random::new(seed);
        let report = match seed % 3 {
            0 => mutate::mutated(&form, &mut random),
            _ => reports::valid(&form, &mut random),
        };
        let text = report.print();
        let with = shili::Report::judge(text.as_bytes());
        let without = engines::compiled_2019().judge(text.as_bytes(), None);
        assert!(!with.valid || without.valid, "{text}\n{:?}", without.findings);
        let apart = apart(&form, with.clone(), &without).expect("the form has an addition").verdict;
        assert_eq!(with.valid, without.valid && apart.valid, "{text}");
        let own = form.rules.iter().filter(|rule| form.is_apart(rule)).count();
        let outcomes = apart.rules;
        assert_eq!(outcomes.passed.len() + outcomes.failed.len() + outcomes.not_applicable.len(), own);
        valid += u32::from(with.valid);
    }
    assert!(valid > 20, "{valid} of 400 were valid");
    assert_eq!(form.rules.len(), national.rules.len() + 5);
}
