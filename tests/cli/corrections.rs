//! A correction inside a year: a rule is withdrawn, another made milder; what was filled in before stays as good as it was.

use insta::assert_snapshot;

use super::{Ran, fixtures, folder, run_in};

/// Revision 2 of a spec: the sum of 办件量 is withdrawn, 其他 is made milder.
fn revised(spec: &str) -> String {
    let edition = spec.lines().find(|line| line.starts_with("edition: ")).expect("an edition");
    let after = |text: &str, line: &str, added: &str| {
        assert!(text.contains(&format!("{line}\n")), "{line}");
        text.replacen(&format!("{line}\n"), &format!("{line}\n{added}"), 1)
    };
    let noted = after(
        spec,
        edition,
        "revision: 2\nrevisions:\n  - revision: 2\n    date: '2020-01-10'\n    note: |-\n      办件量可以有单位以外的申请人，停用“办件量合计”；“其他”没有注明内容的，改为须核实。\n",
    );
    let withdrawn = after(
        &noted,
        "  - id: services.cases.total.sum",
        "    withdrawn:\n      revision: 2\n      why: 外国组织的办件不属自然人、法人两项\n",
    );
    let (before, rule) = withdrawn.split_once("  - id: innovation.other.text\n").expect("the rule");
    let rule = rule.replacen(
        "    severity: error\n",
        "    severity: warning\n    changed:\n      revision: 2\n      from: error\n      why: 有的网站只勾选，内容写在情况说明里\n",
        1,
    );
    format!("{before}  - id: innovation.other.text\n{rule}")
}

#[test]
fn a_rule_is_withdrawn_and_stored_reports_pass() {
    let spec = std::fs::read_to_string(fixtures().join("../../schema/forms/gov-website-work/2019.yaml"));
    let first = spec.expect("the shipped spec");
    let report = std::fs::read_to_string(fixtures().join("dongkou-2019.json")).expect("a fixture");
    let mut report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    report["services"]["cases"]["total"] = 13986.into();
    report["revision"] = 1.into();
    report["explanations"] = serde_json::json!({ "services.cases.total.sum": "有外国组织的办件 90 件" });
    let report = report.to_string();
    let place = folder(&[
        ("first.yaml", first.as_bytes()),
        ("second.yaml", revised(&first).as_bytes()),
        ("report.json", report.as_bytes()),
    ]);
    let run = |arguments: &[&str]| -> Ran { run_in(place.path(), arguments) };
    let verdict = |spec| run(&["validate", "report.json", "--spec", spec, "--format", "json"]);

    let before = verdict("first.yaml");
    assert_eq!((before.status, before.json()["revision"].as_u64()), (1, Some(1)));
    assert!(before.json()["rules"]["failed"].to_string().contains("services.cases.total.sum"));

    let after = verdict("second.yaml");
    assert_eq!((after.status, after.json()["revision"].as_u64()), (0, Some(2)));
    assert!(!after.stdout.contains("services.cases.total.sum"), "also no word of its explanation");
    let sarif = run(&["validate", "report.json", "--spec", "second.yaml", "--format", "sarif"]).json();
    assert_eq!(sarif["runs"][0]["results"][0]["properties"]["revision"], 2);
    assert_snapshot!(
        "corrected",
        run(&["validate", "report.json", "--spec", "second.yaml", "--rules"]).all()
    );
    assert_snapshot!(
        "corrected_rule",
        run(&["explain", "services.cases.total.sum", "--spec", "second.yaml"]).stdout
    );
    assert_eq!(run(&["diff", "first.yaml", "second.yaml", "--fail-on", "breaking"]).status, 0);
    let back = run(&["diff", "second.yaml", "first.yaml", "--fail-on", "breaking"]);
    assert_eq!(back.status, 1, "a rule that comes back is for a new edition");
}

#[test]
fn what_changed_is_published_as_a_corrigendum() {
    let first = std::fs::read_to_string(fixtures().join("../forms/gov-website-work-2020.yaml"));
    let first = first.expect("the made-up edition");
    let place = folder(&[("2020.yaml", first.as_bytes()), ("2020-revised.yaml", revised(&first).as_bytes())]);
    let diff = run_in(place.path(), &["diff", "2020.yaml", "2020-revised.yaml", "--format", "md"]);
    assert_snapshot!("corrigendum", diff.all());
    let people = run_in(place.path(), &["diff", "2020.yaml", "2020-revised.yaml"]);
    assert_snapshot!("corrigendum_for_people", people.all());
}
