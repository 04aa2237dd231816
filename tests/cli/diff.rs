//! `tianbao diff`: what a new edition changes, and for whom.

use insta::assert_snapshot;

use super::{folder, run, run_in};

const OLD: &str = "gov-website-work/2019";
const NEW: &str = "../forms/gov-website-work-2020.yaml";

#[test]
fn tells_people_what_changed_and_who_is_concerned() {
    assert_snapshot!("diff", run(&["diff", OLD, NEW]).all());
}

#[test]
fn writes_a_note_to_publish() {
    assert_snapshot!("diff_md", run(&["diff", OLD, NEW, "--format", "md"]).stdout);
}

#[test]
fn json_says_the_same() {
    let diff = run(&["diff", OLD, NEW, "--format", "json"]).json();
    assert_eq!((diff["level"].as_str(), diff["old"]["edition"].as_u64()), (Some("breaking"), Some(2019)));
    let changes = diff["changes"].as_array().expect("a list");
    let renamed = changes.iter().find(|change| change["kind"] == "field_renamed").expect("a rename");
    assert_eq!(renamed["at"]["old_path"], "services.registered_users");
    assert_eq!(renamed["affects"]["rust_users"], "编译报错");
    let tightened = changes.iter().find(|change| change["kind"] == "rule_tightened").expect("a rule");
    assert_eq!(tightened["example"]["old_accepts"], true);
}

#[test]
fn fails_on_the_level_that_is_asked_for() {
    assert_eq!(run(&["diff", OLD, NEW]).status, 0);
    assert_eq!(run(&["diff", OLD, NEW, "--fail-on", "breaking"]).status, 1);
    assert_eq!(run(&["diff", OLD, NEW, "--fail-on", "additive"]).status, 1);
    let same = run(&["diff", OLD, OLD, "--fail-on", "additive"]);
    assert_eq!(
        (same.status, same.stdout.as_str()),
        (0, "政府网站工作年度报表 2019（修订 1） → 2019（修订 1）：没有变化\n")
    );
}

#[test]
fn tries_last_years_reports_on_the_new_edition() {
    let spec = |year: &str, most: &str| {
        format!(
            "form: letters\nedition: {year}\nyears: {{ from: {year}, to: {year} }}\ntitle: 来信统计表\nsections:\n  - fields:\n      \
             - {{ id: year, label: 年度, kind: year }}\n      - {{ id: received, label: 来信, kind: count, example: 100 }}\n      \
             - {{ id: closed, label: 办结, kind: count, example: 90 }}\nrules:\n  - id: closed.received\n    title: 办结不多于来信\n    \
             assert: closed <= {most}\n    severity: error\n    basis: implied\n"
        )
    };
    let report = |closed: u32| format!("{{\"year\": 2024, \"received\": 100, \"closed\": {closed}}}");
    let folder = folder(&[
        ("old.yaml", spec("2024", "received * 2").as_bytes()),
        ("new.yaml", spec("2025", "received").as_bytes()),
    ]);
    let last = folder.path().join("last");
    std::fs::create_dir(&last).expect("a folder");
    // The third fails under both, so that the new edition is not to blame; the fourth is no report.
    for (name, text) in
        [("1.json", report(90)), ("2.json", report(150)), ("3.json", report(250)), ("4.txt", "无".into())]
    {
        std::fs::write(last.join(name), text).expect("a report");
    }
    let tried = run_in(folder.path(), &["diff", "old.yaml", "new.yaml", "--reports", "last"]);
    assert_snapshot!("diff_reports", tried.all());
    let json =
        run_in(folder.path(), &["diff", "old.yaml", "new.yaml", "--reports", "last", "--format", "json"])
            .json();
    assert_eq!((json["trial"]["reports"].as_u64(), json["trial"]["failing"].as_u64()), (Some(3), Some(1)));
}

#[test]
fn what_is_first_required_counts_and_other_files_are_skipped_with_the_reason() {
    let spec = |year: &str, more: &str, choices: &str| {
        format!(
            "form: letters\nedition: {year}\nyears: {{ from: {year}, to: {year} }}\ntitle: 来信统计表\nsections:\n  - fields:\n      \
             - {{ id: year, label: 年度, kind: year }}\n{more}      - id: kind\n        label: 类型\n        kind: choice\n        \
             choices: [{choices}{{ id: post, label: 信函 }}]\n"
        )
    };
    let staff = "      - { id: staff, label: 人数, kind: count }\n";
    let folder = folder(&[
        ("old.yaml", spec("2024", "", "{ id: fax, label: 传真 }, ").as_bytes()),
        ("choice.yaml", spec("2025", "", "").as_bytes()),
        ("staff.yaml", spec("2025", staff, "{ id: fax, label: 传真 }, ").as_bytes()),
    ]);
    let last = folder.path().join("last");
    std::fs::create_dir(&last).expect("a folder");
    for (name, text) in [
        ("1.json", r#"{"edition": 2024, "year": 2024, "kind": "fax"}"#),
        ("2.json", r#"{"edition": 2024, "year": 2024, "kind": "post"}"#),
        ("3.json", r#"{"form": "other", "year": 2024, "kind": "post"}"#),
        ("4.json", r#"{"edition": 2023, "year": 2023, "kind": "post"}"#),
        ("5.json", "junk"),
        ("6.json", "{}"),
    ] {
        std::fs::write(last.join(name), text).expect("a report");
    }
    let tried = |new: &str| {
        let arguments = ["diff", "old.yaml", new, "--reports", "last", "--format", "json"];
        let ran = run_in(folder.path(), &arguments);
        let trial = ran.json()["trial"].clone();
        (ran.stderr, trial["reports"].as_u64(), trial["failing"].as_u64())
    };
    let (said, reports, failing) = tried("choice.yaml");
    assert_snapshot!("diff_skipped", said);
    assert_eq!((reports, failing), (Some(2), Some(1)));
    assert_eq!(tried("staff.yaml").2, Some(2));

    let nowhere = run_in(folder.path(), &["diff", "old.yaml", "staff.yaml", "--reports", "nowhere"]);
    assert_eq!((nowhere.status, nowhere.stdout.as_str()), (2, ""), "{}", nowhere.all());
}

#[test]
fn an_example_says_all_that_either_rule_reads() {
    let spec = |edition: u32, assert: &str| {
        format!(
            "form: sums\nedition: {edition}\nyears: {{ from: {edition} }}\ntitle: 表\nsections:\n  - fields:\n      \
             - {{ id: year, label: 年度, kind: year }}\n      - {{ id: one, label: 甲, kind: count, example: 1 }}\n      \
             - {{ id: two, label: 乙, kind: count, example: 2 }}\nrules:\n  - id: one.most\n    title: 不超过一百\n    \
             assert: {assert}\n    severity: error\n    basis: implied\n"
        )
    };
    let folder = folder(&[
        ("old.yaml", spec(2020, "one + two <= 100").as_bytes()),
        ("new.yaml", spec(2021, "one <= 100").as_bytes()),
    ]);
    let said = run_in(folder.path(), &["diff", "old.yaml", "new.yaml"]).stdout;
    let (_, example) = said.split_once("例：").unwrap_or_else(|| panic!("{said}"));
    assert!(example.contains("甲 ") && example.contains("、乙 ") && example.contains("现在可以"), "{said}");
}

#[test]
fn lists_every_kind_of_change() {
    let kinds = run(&["diff", "--kinds"]);
    assert_eq!(kinds.status, 0);
    assert_snapshot!("diff_kinds", kinds.stdout);
}

#[test]
fn two_specs_are_needed() {
    assert_eq!(run(&["diff", OLD]).status, 2);
    assert_eq!(run(&["diff", OLD, "gov-website-work/1999"]).status, 2);
}

#[test]
fn a_former_name_that_never_was_is_told() {
    let old = "form: tiny\nedition: 2023\nyears: { from: 2023, to: 2023 }\ntitle: 小表\nsections:\n  - fields:\n      \
               - { id: year, label: 年度, kind: year }\n  - id: s\n    label: 情况\n    fields:\n      \
               - { id: g, label: 数量, kind: count }\n";
    let new = old.replace("2023", "2024").replace("id: g,", "id: got, was: s.nothere,");
    let report = br#"{"form":"tiny","edition":2023,"year":2023,"s":{"g":3}}"#;
    let place =
        folder(&[("old.yaml", old.as_bytes()), ("new.yaml", new.as_bytes()), ("report.json", report)]);
    let said = "s.got：was: s.nothere 在旧版里没有，是不是 s.g？";
    let diff = run_in(place.path(), &["diff", "old.yaml", "new.yaml", "--format", "json"]);
    assert!(diff.stderr.contains(said), "{}", diff.all());
    assert_eq!(diff.json()["mistaken"][0]["near"], "s.g");
    let migrate = ["migrate", "report.json", "--from", "old.yaml", "--to", "new.yaml", "-o", "moved.json"];
    let migrate = run_in(place.path(), &migrate);
    assert!(migrate.stdout.contains(said), "{}", migrate.all());
}
