//! `cases.json`: both engines give the full verdict that stands beside every report in it.

use serde_json::Value;
use tianbao_tests::engines;

fn cases() -> Value {
    let text = tianbao_codegen::cases::generate(&engines::form_2019());
    serde_json::from_str(&text).unwrap()
}

/// Every case of the file, with its name.
fn all(cases: &Value) -> Vec<(String, &Value)> {
    let mut all = vec![("valid".to_owned(), &cases["valid"])];
    for rule in cases["rules"].as_array().unwrap() {
        let id = rule["rule"].as_str().unwrap();
        all.extend(["holds", "fails"].map(|outcome| (format!("{id} {outcome}"), &rule[outcome])));
    }
    all
}

#[test]
fn both_engines_give_its_verdicts() {
    let cases = cases();
    for (engine, judge) in engines::shipped_2019() {
        for (name, case) in all(&cases) {
            let previous = case.get("previous").map(|previous| previous.to_string());
            let verdict =
                judge.judge(case["report"].to_string().as_bytes(), previous.as_deref().map(str::as_bytes));
            let verdict = serde_json::to_string_pretty(&verdict).unwrap();
            let expected = serde_json::to_string_pretty(&case["verdict"]).unwrap();
            assert_eq!(verdict, expected, "{engine}: {name}");
        }
    }
}

#[test]
fn every_rule_has_a_case_that_holds_and_one_that_fails() {
    let cases = cases();
    let form = engines::form_2019();
    let rules = cases["rules"].as_array().unwrap();
    assert_eq!(rules.len(), form.rules.len());
    for rule in rules {
        let outcome = |case: &str, list: &str| {
            rule[case]["verdict"]["rules"][list].as_array().unwrap().contains(&rule["rule"])
        };
        assert!(outcome("holds", "passed"), "{}", rule["rule"]);
        assert!(outcome("fails", "failed"), "{}", rule["rule"]);
    }
    assert_eq!(cases["valid"]["verdict"]["findings"], Value::Array(Vec::new()));
}
