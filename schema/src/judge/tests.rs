//! The interpreter on the real report, and on what a rule's finding may meet.

use serde_json::{Value, json};
use tianbao_core::Finding;

use super::{finding, readiness, rules, valid_report};
use crate::Form;
use crate::expr::tests::engines::rule;
use crate::expr::tests::fixture::{form, good_fix};
use crate::expr::tests::sentence::shipped;
use crate::form::{FixAction, Piece, Reference, Rule, RuleFix};

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("JSON can be written")
}

fn fixture(text: &str) -> Value {
    serde_json::from_str(text).expect("a fixture is JSON")
}

/// 22 passed, 3 failed, 3 not applicable: the inventory's figures.
#[test]
fn the_real_report() {
    let report = fixture(include_str!("../../../tests/fixtures/dongkou-2019.json"));
    let verdict = valid_report(&shipped(), &report, &Value::Null);
    assert!(verdict.valid);
    let outcomes = &verdict.rules;
    assert_eq!((outcomes.passed.len(), outcomes.failed.len(), outcomes.not_applicable.len()), (22, 3, 3));
    let codes: Vec<&str> = verdict.findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["basics.home_url.scheme", "basics.sponsor.office", "basics.police_number.format"]);
    insta::assert_snapshot!(pretty(
        &json!({ "findings": verdict.findings, "not_applicable": outcomes.not_applicable })
    ));
}

#[test]
fn last_years_report_is_read() {
    let report = fixture(include_str!("../../../tests/fixtures/dongkou-2019.json"));
    let mut previous = report.clone();
    previous["services"]["registered_users"] = json!(1e9);
    previous["basics"]["site_code"] = json!(null);
    let verdict = valid_report(&shipped(), &report, &previous);
    let absent = &verdict.rules.not_applicable;
    assert_eq!(absent.len(), 1);
    assert_eq!(absent[0].absent, ["previous.basics.site_code"]);
    let found = verdict.findings.iter().find(|finding| finding.code == "yearly.registered_users");
    insta::assert_snapshot!(pretty(&json!(found)));
}

fn small_report() -> Value {
    json!({
        "year": 2019.0,
        "basics": { "home_url": "www.a.cn", "sponsor": "政府", "site_kind": "special", "icp_number": "湘ICP备1",
            "police_number": "1", "page_views": 5 },
        "services": { "cases": { "total": 5.0, "natural_persons": 2, "legal_persons": 4e0 } },
        "messages": { "received": -0.0, "closed": 1, "average_days": 2.50 },
        "new_media": { "present": true, "other": null },
        "innovation": { "features": ["other", "multilingual"], "other_text": "x" },
        "signature": { "date": "2020-02-29" },
    })
}

/// A rule that fails on the small report, with every kind of value in its message.
fn talkative(form: &Form) -> Rule {
    let text = "services.cases.total == messages.average_days && basics.sponsor == 'x' && basics.site_kind == 'portal' \
                && 'multilingual' in innovation.features && new_media.present && signature.date < date(2020, 1, 1) \
                && has(new_media.other) && has(new_media.weibo) && year < 2019 && messages.received > 0";
    let mut rule = rule(form, None, text);
    rule.message = rule
        .mentions
        .iter()
        .flat_map(|of| [Piece::Value { of: *of, unit: true }, Piece::Text("；".to_owned())])
        .collect();
    rule
}

#[test]
fn values_and_messages() {
    let form = form();
    let found = finding(&form, &talkative(&form), &small_report(), &Value::Null);
    insta::assert_snapshot!(pretty(&json!({ "message": found.message, "values": found.values })));
}

fn offer(target: &str, action: Option<&str>, report: &Value) -> Finding {
    let form = form();
    let mut rule = rule(&form, None, "services.cases.total == 99999");
    rule.at = form.find(target).expect("a field").id;
    let action = action.map_or(FixAction::Remove, |set| FixAction::Set(good_fix(&form, target, set)));
    rule.fix = Some(RuleFix { action, safe: true });
    finding(&form, &rule, report, &Value::Null)
}

#[test]
fn fixes_that_are_offered() {
    let report = small_report();
    let offered = [
        offer(
            "services.cases.total",
            Some("services.cases.natural_persons + services.cases.legal_persons"),
            &report,
        ),
        offer("messages.average_days", Some("messages.closed"), &report),
        offer("messages.average_days", Some("messages.average_days * 3 + 0.05"), &report),
        offer("basics.home_url", Some("'http://' + basics.home_url"), &report),
        offer(
            "basics.police_number",
            Some("first(basics.icp_number, 1) + '公网安备' + basics.police_number"),
            &report,
        ),
        offer(
            "basics.sponsor",
            Some("string(messages.average_days) + string(signature.date) + first('ab', 9)"),
            &report,
        ),
        offer("basics.site_kind", Some("'portal'"), &report),
        offer("new_media.present", Some("has(new_media.weibo)"), &report),
        offer("signature.date", Some("date(year + 1, 1, 31)"), &report),
        offer("new_media.other", Some("basics.sponsor"), &report),
        offer("innovation.other_text", None, &report),
    ];
    let offered: Vec<Value> = offered.iter().map(|found| json!(found.fixes)).collect();
    insta::assert_snapshot!(pretty(&json!(offered)));
}

#[test]
fn fixes_that_are_not_offered() {
    let report = small_report();
    let none = |target, action, report: &Value| {
        assert_eq!(offer(target, action, report).fixes, [], "{target} {action:?}")
    };
    // What it reads is absent; its group is absent; there is nothing to remove.
    none("basics.sponsor", Some("new_media.other"), &report);
    none("new_media.weibo.posts", Some("messages.closed"), &report);
    none("new_media.other", None, &report);
    // The value would break the target's own limits: below 0, no web address, the form's word for absent, white space.
    none("services.cases.total", Some("messages.received - 1"), &report);
    none("basics.home_url", Some("basics.sponsor"), &report);
    none("basics.sponsor", Some("'无'"), &report);
    none("basics.sponsor", Some("basics.sponsor + ' '"), &report);
    none("year", Some("year + 1"), &report);
}

#[test]
fn what_keeps_a_rule_from_being_judged() {
    let form = form();
    let rule = rule(&form, None, "new_media.weibo.posts > previous.messages.closed || has(new_media.other)");
    let id = |path: &str| form.find(path).expect("a member").id;
    let judged = |unusable: &[(bool, &str)]| {
        let spoiled = |of: Reference| {
            unusable.iter().any(|(previous, path)| of.previous == *previous && of.member == id(path))
        };
        readiness(&form, &rule, &small_report(), &Value::Null, &spoiled).expect_err("it lacks a field")
    };
    let kept = judged(&[]);
    assert_eq!(
        (kept.absent, kept.unusable),
        (vec!["new_media.weibo.posts".into(), "previous.messages.closed".into()], vec![])
    );
    // A group with a finding spoils all that lies in it; what lies in it does not spoil the group.
    let kept = judged(&[(false, "new_media"), (true, "messages.received")]);
    assert_eq!(kept.unusable, ["new_media.weibo.posts", "new_media.other"]);
    assert_eq!(kept.absent, ["previous.messages.closed"]);
}

/// A fix that reads a field with a finding of its own is not offered, though the rule itself does not read it.
#[test]
fn a_fix_needs_usable_fields() {
    let mut form = form();
    let mut rule = rule(&form, None, "basics.police_number == 'x'");
    let set = good_fix(&form, "basics.police_number", "basics.icp_number + '0'");
    rule.fix = Some(RuleFix { action: FixAction::Set(set), safe: false });
    form.rules = vec![rule];
    let icp = form.find("basics.icp_number").expect("a field").id;
    let fixes = |spoiled: bool| {
        let unusable = move |of: Reference| spoiled && of.member == icp;
        rules(&form, &small_report(), &Value::Null, &unusable, |_| false).0[0].fixes.len()
    };
    assert_eq!((fixes(false), fixes(true)), (1, 0));
}

#[test]
fn explanations_reach_the_verdict() {
    let mut report = fixture(include_str!("../../../tests/fixtures/dongkou-2019.json"));
    report["explanations"] =
        json!({ "basics.home_url.scheme": "网站只有这个网址", "basics.visits": "没有用", "no.such": "x" });
    let verdict = valid_report(&shipped(), &report, &Value::Null);
    let found = |code: &'static str| verdict.findings.iter().filter(move |finding| finding.code == code);
    assert_eq!(
        found("basics.home_url.scheme").next().and_then(|f| f.explanation.as_deref()),
        Some("网站只有这个网址")
    );
    assert_eq!(found("explanation").count(), 2);
}
