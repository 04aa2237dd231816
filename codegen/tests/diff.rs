//! Every kind of change, made by small edits of one small spec.

use std::collections::BTreeSet;

use tianbao_codegen::diff::{ChangeKind, Diff, Level, compare, json, markdown};
use tianbao_schema::Form;

/// Texts to find in the base, and what stands there instead.
type Edits = &'static [(&'static str, &'static str)];

/// A kind of change, with the edits that make the old and the new spec.
struct Pair {
    kind: ChangeKind,
    old: Edits,
    new: Edits,
}

const BASE: &str = include_str!("diff.yaml");

const fn new(kind: ChangeKind, new: Edits) -> Pair {
    Pair { kind, old: &[], new }
}

const USERS: &str = "- id: users\n        label: 注册用户数";
const HALL: &str = "      - id: hall\n        label: 大厅\n        fields:\n          - id: windows\n            label: 窗口数量\n            \
                    kind: count\n            instruction:\n              - fill: 请填写窗口数量。\n";
const NOTE: &str = "      - id: note\n        label: 备注\n        kind: text\n        optional: true\n        length: { max: 20 }\n        \
                    instruction:\n          - fill: 请填写备注。\n";
const SECTION: &str = "  - id: more\n    label: 其他情况\n    fields:\n      - id: people\n        label: 人数\n        kind: count\n        \
     instruction:\n          - fill: 请填写人数。\n";
const RATINGS: &str = "      - id: ratings\n        label: 好差评\n        kind: count\n        instruction:\n          - fill: 请填写好差评。\n";
const USERS_RULE: &str = "  - id: users.some\n    title: 有用户\n    assert: services.users > 0\n    severity: warning\n    basis: implied\n";

/// The first revision after the first issue.
const REVISED: (&str, &str) = (
    "edition: 2019\n",
    "edition: 2019\nrevision: 2\nrevisions:\n  - revision: 2\n    date: '2020-01-10'\n    note: 停用“有用户”，新建的网站可以没有用户。\n",
);
const WITHDRAWN: (&str, &str) = (
    "assert: services.users > 0\n",
    "assert: services.users > 0\n    withdrawn:\n      revision: 2\n      why: 新建的网站可以没有用户\n",
);

#[rustfmt::skip]
const PAIRS: &[Pair] = &[
    new(ChangeKind::Title, &[("title: 小报表", "title: 大报表")]),
    new(ChangeKind::Years, &[("{ from: 2019, to: 2019 }", "{ from: 2019 }")]),
    new(ChangeKind::AbsentWord, &[("absent: 无", "absent: 没有")]),
    new(ChangeKind::Home, &[("absent: 无", "home: https://forms.example.org\nabsent: 无")]),
    new(ChangeKind::RevisionNoted, &[REVISED]),
    new(ChangeKind::SectionAdded, &[("layout:\n", "SECTIONlayout:\n")]),
    Pair { kind: ChangeKind::SectionRemoved, old: &[("layout:\n", "SECTIONlayout:\n")], new: &[] },
    Pair {
        kind: ChangeKind::SectionRenamed,
        old: &[("layout:\n", "SECTIONlayout:\n")],
        new: &[("layout:\n", "SECTIONlayout:\n"), ("- id: more\n", "- id: others\n    was: more\n")],
    },
    Pair { kind: ChangeKind::GroupAdded, old: &[("HALL", "")], new: &[] },
    new(ChangeKind::GroupRemoved, &[("HALL", "")]),
    new(ChangeKind::GroupRenamed, &[("- id: hall\n", "- id: lobby\n        was: services.hall\n")]),
    new(ChangeKind::GroupMoved, &[("HALL", ""), ("  - id: media\n    label: 新媒体\n    fields:\n",
        "  - id: media\n    label: 新媒体\n    fields:\n      - id: hall\n        was: services.hall\n        label: 大厅\n        fields:\n          - id: windows\n            label: 窗口数量\n            kind: count\n            instruction:\n              - fill: 请填写窗口数量。\n")]),
    new(ChangeKind::FieldAdded, &[("HALL", "RATINGSHALL")]),
    Pair { kind: ChangeKind::FieldRemoved, old: &[("HALL", "RATINGSHALL")], new: &[] },
    new(ChangeKind::FieldRenamed, &[("services.users", "services.people"), (USERS, "- id: people\n        was: services.users\n        label: 注册用户数")]),
    new(ChangeKind::FieldMoved, &[("NOTE", ""), ("      - id: extra_text\n", "      - id: note\n        was: services.note\n        label: 备注\n        kind: text\n        optional: true\n        length: { max: 20 }\n        instruction:\n          - fill: 请填写备注。\n      - id: extra_text\n")]),
    Pair { kind: ChangeKind::OptionalAdded, old: &[("NOTE", "")], new: &[] },
    new(ChangeKind::RenameProposed, &[("services.users", "services.people"), (USERS, "- id: people\n        label: 注册用户总数")]),
    new(ChangeKind::KindChanged, &[("- { id: unit_name, label: 填报单位, kind: text, example: 示例单位 }", "- { id: unit_name, label: 填报单位, kind: count }")]),
    new(ChangeKind::BecameRequired, &[("optional: true\n        length", "length")]),
    Pair { kind: ChangeKind::BecameOptional, old: &[("optional: true\n        length", "length")], new: &[] },
    new(ChangeKind::UnitChanged, &[("unit: 件", "unit: 万件")]),
    new(ChangeKind::PeriodChanged, &[("period: year_end", "period: now")]),
    new(ChangeKind::LimitsTightened, &[("max: 1000", "max: 900")]),
    new(ChangeKind::LimitsLoosened, &[("{ max: 20 }", "{ max: 30 }")]),
    new(ChangeKind::PlacesFewer, &[("places: 2", "places: 1")]),
    new(ChangeKind::PlacesMore, &[("places: 2", "places: 3")]),
    Pair { kind: ChangeKind::LinesOne, old: &[("length: { max: 20 }", "length: { max: 20 }\n        lines: many")], new: &[] },
    new(ChangeKind::LinesMany, &[("length: { max: 20 }", "length: { max: 20 }\n        lines: many")]),
    new(ChangeKind::PatternTightened, &[("'[A-Z]{2}[0-9]{3}'", "'A[A-Z][0-9]{3}'")]),
    new(ChangeKind::PatternLoosened, &[("'[A-Z]{2}[0-9]{3}'", "'[A-Z]{2}[0-9]{3,4}'")]),
    new(ChangeKind::PatternChanged, &[("'[A-Z]{2}[0-9]{3}'", "'[A-Z][A-Z][0-9]{3}'")]),
    new(ChangeKind::LabelChanged, &[("label: 备注", "label: 附注")]),
    new(ChangeKind::ScopeChanged, &[("不包括注销的用户。", "不包括注销和停用的用户。")]),
    new(ChangeKind::InstructionReworded, &[("例如，填写“100”。", "例如，填写“200”。")]),
    new(ChangeKind::InstructionResliced, &[("- excludes: 不包括", "- includes: 不包括")]),
    new(ChangeKind::ChoiceAdded, &[("- { id: app, label: 客户端 }", "- { id: app, label: 客户端 }\n          - { id: mini, label: 小程序 }")]),
    new(ChangeKind::ChoiceRemoved, &[("          - { id: app, label: 客户端 }\n", "")]),
    new(ChangeKind::ChoiceRenamed, &[("{ id: app, label", "{ id: client, was: app, label")]),
    new(ChangeKind::ChoiceRelabelled, &[("label: 客户端", "label: 移动客户端")]),
    new(ChangeKind::ChoiceLine, &[("line: other_text", "line: extra_text")]),
    new(ChangeKind::ChoicesReordered, &[("          - { id: weibo, label: 微博 }\n          - { id: wechat, label: 微信 }\n", "          - { id: wechat, label: 微信 }\n          - { id: weibo, label: 微博 }\n")]),
    Pair { kind: ChangeKind::RuleAdded, old: &[(USERS_RULE, "")], new: &[] },
    new(ChangeKind::RuleRemoved, &[(USERS_RULE, "")]),
    new(ChangeKind::RuleRenamed, &[("- id: users.some", "- id: users.any\n    was: users.some")]),
    new(ChangeKind::RuleReworded, &[("title: 有用户", "title: 要有用户")]),
    new(ChangeKind::RuleTightened, &[("services.cases.online <= services.cases.total", "services.cases.online < services.cases.total")]),
    Pair { kind: ChangeKind::RuleLoosened, old: &[("services.users > 0", "services.users > 5")], new: &[] },
    new(ChangeKind::RuleRewritten, &[("services.users > 0", "services.users != 0")]),
    new(ChangeKind::SeverityRaised, &[("severity: warning", "severity: error")]),
    new(ChangeKind::SeverityLowered, &[("severity: warning", "severity: hint")]),
    new(ChangeKind::RuleWithdrawn, &[REVISED, WITHDRAWN]),
    Pair { kind: ChangeKind::RuleRestored, old: &[REVISED, WITHDRAWN], new: &[] },
    new(ChangeKind::RuleAt, &[("at: services.cases.online", "at: services.cases.total"), ("set: services.cases.total", "set: services.cases.online")]),
    new(ChangeKind::RuleFix, &[("set: services.cases.total", "set: services.cases.total\n      safe: true")]),
    new(ChangeKind::RuleBasis, &[("basis: implied\n    at", "basis: stated\n    at")]),
    new(ChangeKind::Reordered, &[("      - { id: year, label: 年度, kind: year }\n", ""), ("kind: text, example: 示例单位 }\n", "kind: text, example: 示例单位 }\n      - { id: year, label: 年度, kind: year }\n")]),
    new(ChangeKind::Renumbered, &[("NOTE", "")]),
    new(ChangeKind::LayoutPairs, &[("  pairs:\n    - [services.users, services.code]\n", "")]),
    new(ChangeKind::LayoutWide, &[("  foot:", "  wide:\n    - services.note\n  foot:")]),
    new(ChangeKind::LayoutTitle, &[("    label: 办事服务\n", "    label: 办事服务\n    printed: instructions\n")]),
    new(ChangeKind::LayoutUnit, &[("        unit: 件\n", ""), ("            max: 1000\n", "            max: 1000\n            unit: 件\n")]),
    new(ChangeKind::LayoutHead, &[("填报单位：{unit_name}", "填报的单位：{unit_name}")]),
    new(ChangeKind::LayoutFoot, &[("年度：{year}", "报表年度：{year}")]),
    new(ChangeKind::LayoutPaper, &[("layout:\n", "layout:\n  paper: A3\n")]),
];

fn edited(edition: u32, edits: Edits) -> Form {
    let mut text = BASE.to_owned();
    let named = |text: &str| {
        text.replace("SECTION", SECTION)
            .replace("HALL", HALL)
            .replace("NOTE", NOTE)
            .replace("RATINGS", RATINGS)
    };
    for (from, to) in edits {
        let from = named(from);
        assert!(text.contains(&from), "not in the base: {from}");
        text = text.replace(&from, &named(to));
    }
    let text = text.replace("edition: 2019", &format!("edition: {edition}"));
    let checked = tianbao_schema::check("small.yaml", text.as_bytes());
    let said = || checked.diagnostics.iter().map(|found| found.message.zh.clone()).collect::<Vec<_>>();
    checked.form.clone().unwrap_or_else(|| panic!("{edits:?}: {:?}", said()))
}

fn diff(pair: &Pair) -> Diff {
    compare(&edited(2019, pair.old), &edited(2020, pair.new))
}

#[test]
fn every_kind_is_produced_by_its_pair() {
    let mut missing = Vec::new();
    for pair in PAIRS {
        let found: Vec<&str> = diff(pair).changes.iter().map(|change| change.kind.id()).collect();
        if !found.contains(&pair.kind.id()) {
            missing.push(format!("{} is not among {found:?}", pair.kind.id()));
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    let paired: BTreeSet<ChangeKind> = PAIRS.iter().map(|pair| pair.kind).collect();
    let lacking: Vec<&str> =
        ChangeKind::ALL.iter().filter(|kind| !paired.contains(kind)).map(|kind| kind.id()).collect();
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn the_same_form_has_no_changes() {
    let form = edited(2019, &[]);
    assert_eq!(compare(&form, &form).changes, []);
    assert_eq!(compare(&form, &edited(2020, &[])).changes, []);
}

/// All pairs in words, to be read.
#[test]
fn changes_read_well() {
    let mut text = String::new();
    for pair in PAIRS {
        let diff = diff(pair);
        text += &format!("## {}\n", pair.kind.id());
        for change in &diff.changes {
            let note = change.note.as_ref().map(|note| format!("（{note}）")).unwrap_or_default();
            let example = change.example.as_ref().map(|example| example.text()).unwrap_or_default();
            let (kind, level, place) = (change.kind.name(), change.level.label(), change.at.name());
            text += &format!("{kind} [{level}] {place}：{}{note}{example}\n", change.text());
        }
    }
    insta::assert_snapshot!("changes", text);
}

#[test]
fn a_rule_that_is_no_error_does_not_break() {
    let tightened = edited(2020, &[("services.users > 0", "services.users > 5")]);
    let diff = compare(&edited(2019, &[]), &tightened);
    assert_eq!(diff.level(), Level::Additive);
    let change = diff.changes.first().expect("a change");
    assert_eq!(change.kind, ChangeKind::RuleTightened);
    let example = change.example.as_ref().expect("an example");
    assert!(example.old_accepts, "{}", example.text());
}

#[test]
fn the_note_has_fixed_headings() {
    let nothing = markdown(&compare(&edited(2019, &[]), &edited(2020, &[])));
    let renamed = PAIRS.iter().find(|pair| pair.kind == ChangeKind::FieldRenamed).expect("a pair");
    let everything = markdown(&diff(renamed));
    let headings = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("## ")).map(str::to_owned).collect()
    };
    assert_eq!(headings(&nothing), headings(&everything));
    assert_eq!(headings(&nothing).len(), 9);
    insta::assert_snapshot!("note", everything);
}

/// From the first issue to the second revision.
fn corrected(edits: Edits) -> Diff {
    let edits: &'static [_] = [&[REVISED], edits].concat().leak();
    compare(&edited(2019, &[]), &edited(2019, edits))
}

#[test]
fn between_revisions_the_note_is_a_corrigendum() {
    let milder = (
        "severity: error\n    basis: implied\n    at: services.cases.online",
        "severity: warning\n    changed:\n      revision: 2\n      from: error\n      why: 跨年的办件也算\n    basis: implied\n    at: services.cases.online",
    );
    let words = ("advice: 请核对", "advice: 请核对跨年的办件");
    let diff = corrected(vec![WITHDRAWN, milder, words].leak());
    assert_eq!((diff.level(), diff.is_corrigendum()), (Level::Additive, true));
    insta::assert_snapshot!("corrigendum", markdown(&diff));
}

#[test]
fn what_no_revision_may_do_breaks() {
    for pair in PAIRS.iter().filter(|pair| pair.old.is_empty() && !pair.new.contains(&REVISED)) {
        let diff = corrected(pair.new);
        let refused = |change: &&tianbao_codegen::diff::Change| {
            change.note.as_ref().is_some_and(|note| note.starts_with("修订不可以这样改"))
        };
        for change in diff.changes.iter().filter(refused) {
            assert_eq!(change.level, Level::Breaking, "{}", change.kind.id());
        }
    }
    let tightened = corrected(&[("services.users > 0", "services.users > 5")]);
    assert_eq!(tightened.level(), Level::Breaking, "a warning, but inside an edition");
    assert!(markdown(&tightened).contains("修订不可以这样改，要出新的一版"));
    let silent = compare(&edited(2019, &[]), &edited(2019, &[("advice: 请核对", "advice: 请查")]));
    assert!(silent.summary().contains("修订号没有变"), "{}", silent.summary());
}

#[test]
fn json_is_as_its_schema_says() {
    let schema = serde_json::from_str(&tianbao_codegen::diff::schema(&[])).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for pair in PAIRS {
        let diff = serde_json::from_str(&json(&diff(pair))).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&diff).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{}", pair.kind.id());
    }
}

#[test]
fn an_edition_comes_with_what_changed_since_the_one_before() {
    let (old, new) = (edited(2019, &[]), edited(2020, &[("label: 备注", "label: 附注")]));
    let files = tianbao_codegen::generate_only(&[&old, &new], |kind| kind == "docs");
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert!(
        paths.contains(&"small/2020/changes.md") && !paths.contains(&"small/2019/changes.md"),
        "{paths:?}"
    );
    let manifest = tianbao_codegen::manifest::generate(&[&old, &new]);
    assert!(manifest.contains("small/2020/changes.md") && !manifest.contains("small/2019/changes.md"));
}
