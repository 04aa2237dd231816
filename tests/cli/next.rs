//! `tianbao next`: next year's spec from this one.

use std::fs;
use std::process::Command;

use insta::assert_snapshot;

use super::{fixtures, folder, root, run_in, run_with};

fn spec_2019() -> Vec<u8> {
    fs::read(root().join("schema/forms/gov-website-work/2019.yaml")).expect("the shipped spec")
}

#[test]
fn writes_next_years_spec_and_says_what_to_look_at() {
    let place = folder(&[("2019.yaml", &spec_2019())]);
    let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    assert_snapshot!("next", ran.all());
    assert_eq!(run_in(place.path(), &["check", "2020.yaml"]).status, 0);
    assert_eq!(
        fs::read(place.path().join("2019.yaml")).expect("the old spec"),
        spec_2019(),
        "the old one stays"
    );
    let diff = run_in(place.path(), &["diff", "2019.yaml", "2020.yaml", "--format", "json"]).json();
    let kinds: Vec<_> =
        diff["changes"].as_array().into_iter().flatten().map(|change| &change["kind"]).collect();
    assert_eq!(kinds, ["years"], "nothing else changes");
}

#[test]
fn nothing_is_overwritten() {
    let place = folder(&[("2019.yaml", &spec_2019()), ("2020.yaml", b"mine"), ("other.yaml", b"mine, too")]);
    let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("已有 2020.yaml，没有动它"), "{}", ran.stderr);
    let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020", "-o", "other.yaml"]);
    assert_eq!(ran.status, 2);
    assert_eq!(fs::read(place.path().join("other.yaml")).expect("a file"), b"mine, too");
}

#[test]
fn a_shipped_form_and_standard_output() {
    let place = folder(&[]);
    let ran = run_in(place.path(), &["next", "gov-website-work/2019", "--edition", "2020", "-o", "-"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stdout.contains("\nedition: 2020\n"), "{}", ran.stdout);
    assert!(ran.stderr.contains("请逐条看"), "{}", ran.stderr);
    assert_eq!(run_in(place.path(), &["next", "gov-website-work/2019", "--edition", "2020"]).status, 0);
    let written =
        fs::read_to_string(place.path().join("gov-website-work-2020.yaml")).expect("it was written");
    assert_eq!(written, ran.stdout);
}

#[test]
fn where_nothing_changed_the_old_spec_is_widened() {
    let place = folder(&[("2019.yaml", &spec_2019())]);
    let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020"]);
    let wide = "years: { from: 2019, to: 2020 }";
    assert!(ran.stdout.contains(&format!("在 2019.yaml 里写 {wide}")), "{}", ran.stdout);
    let text =
        String::from_utf8(spec_2019()).expect("UTF-8").replace("years: { from: 2019, to: 2019 }", wide);
    fs::write(place.path().join("2019.yaml"), text).expect("a file");
    assert_eq!(run_in(place.path(), &["check", "2019.yaml"]).status, 0);
}

#[test]
fn what_cannot_be_is_told() {
    let place = folder(&[("2019.yaml", &spec_2019()), ("bad.yaml", b"form: a\n")]);
    let earlier = run_in(place.path(), &["next", "2019.yaml", "--edition", "2019"]);
    assert_eq!(earlier.status, 2);
    assert!(earlier.stderr.contains("已经是 2019 版"), "{}", earlier.stderr);
    let addition = root().join("tests/forms/shili-2019.yaml");
    let addition = run_in(place.path(), &["next", &addition.display().to_string(), "--edition", "2020"]);
    assert!(
        addition.status == 2 && addition.stderr.contains("把 extends 改成新的一版"),
        "{}",
        addition.all()
    );
    assert_eq!(run_in(place.path(), &["next", "bad.yaml", "--edition", "2020"]).status, 1);
    assert_eq!(run_in(place.path(), &["next", "none.yaml", "--edition", "2020"]).status, 2);
    assert_eq!(run_in(place.path(), &["next", "2019.yaml"]).status, 2);
}

#[test]
fn a_newly_issued_document_is_held_against_the_spec() {
    let made_up =
        fs::read(root().join("tests/forms/gov-website-work-2020.yaml")).expect("the made-up edition");
    let place = folder(&[("2019.yaml", &spec_2019()), ("made-up.yaml", &made_up)]);
    let render =
        ["render", "--spec", "made-up.yaml", "--as", "docx", "--with-instructions", "-o", "新表.docx"];
    assert_eq!(run_in(place.path(), &render).status, 0);
    let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020", "--document", "新表.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    assert_snapshot!("next_document", ran.all());
    assert_eq!(run_in(place.path(), &["check", "2020.yaml"]).status, 0);
}

#[test]
fn the_same_form_issued_again_asks_for_nothing() {
    let place = folder(&[("2019.yaml", &spec_2019())]);
    let render = ["render", "--spec", "2019.yaml", "--as", "html", "-o", "新表.html"];
    assert_eq!(run_in(place.path(), &render).status, 0);
    let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020", "--document", "新表.html"]);
    assert!(ran.stdout.contains("照 新表.html 对照：没有不同"), "{}", ran.all());
    assert!(
        ran.stdout.contains("它没有附填写说明") && ran.stdout.contains("表没有变，就不用新的一版"),
        "{}",
        ran.all()
    );
}

#[test]
fn a_document_of_another_kind_is_refused() {
    let place =
        folder(&[("2019.yaml", &spec_2019()), ("a.json", b"{}"), ("a.txt", "今天开会。\n".as_bytes())]);
    for (file, word) in [("a.json", "是数据"), ("a.txt", "不像"), ("none.docx", "没有这个文件")] {
        let ran = run_in(place.path(), &["next", "2019.yaml", "--edition", "2020", "--document", file]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{}", ran.all());
        assert!(ran.stderr.contains(word), "{}", ran.stderr);
        assert!(!place.path().join("2020.yaml").exists(), "nothing is written");
    }
}

/// The lines of README's section on the round of a year, its block of commands.
fn round_of_a_year() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).expect("README");
    let (_, section) = readme.split_once("## 来年改表").expect("the section");
    let block = section.split("```").nth(1).expect("its commands");
    block.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[test]
fn the_readme_walks_the_round_of_a_year() {
    let report = fs::read(fixtures().join("dongkou-2019.json")).expect("the real report");
    let place = folder(&[("去年.json", &report)]);
    let mut said = Vec::new();
    for line in round_of_a_year() {
        let command = line.split(" #").next().unwrap_or_default().trim();
        if let Some(arguments) = command.strip_prefix("tianbao ") {
            let ran = run_in(place.path(), &arguments.split_whitespace().collect::<Vec<_>>());
            // What was carried over is still last year's.
            let wanted = i32::from(arguments.starts_with("migrate"));
            assert_eq!(ran.status, wanted, "{line}\n{}", ran.all());
            said.push(ran);
        } else {
            let edited = Command::new("sh").arg("-c").arg(command).current_dir(place.path()).status();
            assert!(edited.is_ok_and(|status| status.success()), "{line}");
        }
    }
    let [next, check, preview, diff, migrate, validate, generate, note] = &said[..] else {
        panic!("{}", said.len())
    };
    assert!(
        next.stdout.contains("请逐条看")
            && check.stdout.contains("没有问题")
            && preview.stdout.contains("写好了")
    );
    assert!(diff.stdout.contains("services.registered_users → services.users"), "{}", diff.stdout);
    assert!(migrate.stdout.contains("照改 1 处"), "{}", migrate.stdout);
    assert!(
        validate.stdout.contains("未通过 3。") && validate.stderr.contains("先迁移到 2020 版"),
        "{}",
        validate.all()
    );
    assert!(
        generate.stdout.contains("generated/gov-website-work/2020/report.schema.json"),
        "{}",
        generate.stdout
    );
    assert!(note.stdout.contains("services.users"), "{}", note.stdout);
}

#[test]
fn the_readme_shows_what_the_compiler_says() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README");
    let (_, section) = readme.split_once("## 来年改表").expect("the section");
    let error = section.lines().find(|line| line.starts_with("error: ")).expect("an error");
    let said = fs::read_to_string(root().join("tests/ui/renamed-field.stderr")).expect("what it says");
    assert!(said.lines().any(|line| line == error), "{error}");
}

const SMALL: &str = "\
form: small
edition: 2023
years: { from: 2023, to: 2023 }
title: 小表
sections:
  - fields:
      - { id: year, label: 年度, kind: year }
  - id: base
    label: 基本情况
    fields:
      - id: kind
        label: 类型
        kind: choice
        choices:
          - { id: one, label: 甲类 }
          - { id: other, label: 其他, line: kind_text }
      - { id: kind_text, label: 其他类型, kind: text, optional: true }
      - { id: phone, label: 联系电话, kind: text }
  - id: work
    label: 工作
    fields:
      - { id: total, label: 总数, kind: count }
      - { id: fresh, label: 新增数量, kind: count }
";

/// What a document of the small form, changed so, asks for.
fn asked(changes: &[(&str, &str)]) -> String {
    let issued = changes.iter().fold(SMALL.to_owned(), |spec, (old, new)| {
        assert!(spec.contains(old), "{old}");
        spec.replacen(old, new, 1)
    });
    let place = folder(&[("2023.yaml", SMALL.as_bytes()), ("issued.yaml", issued.as_bytes())]);
    let render =
        ["render", "--spec", "issued.yaml", "--as", "docx", "--with-instructions", "-o", "新表.docx"];
    assert_eq!(run_in(place.path(), &render).status, 0);
    let ran = run_in(place.path(), &["next", "2023.yaml", "--edition", "2024", "--document", "新表.docx"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    let (_, told) = ran.stdout.split_once("对照：").expect("what was compared");
    told.split_once("  □ 表上看不出").expect("an end").0.to_owned()
}

#[test]
fn a_difference_is_told_once() {
    let phone = "      - { id: phone, label: 联系电话, kind: text }\n";
    let moved = asked(&[(phone, ""), ("kind: year }\n", &format!("kind: year }}\n{phone}"))]);
    assert!(moved.contains("写 was: base.phone") && !moved.contains("新表上没有了"), "{moved}");
    let swapped = asked(&[
        ("label: 总数", "label: 数"),
        ("label: 新增数量", "label: 总数"),
        ("label: 数", "label: 新增数量"),
    ]);
    assert!(swapped.contains("次序变了") && !swapped.contains("名称改成"), "{swapped}");
    let own_row = asked(&[(", line: kind_text", "")]);
    assert!(own_row.contains("其他类型：现在自己占一行") && !own_row.contains("新增"), "{own_row}");
    let renamed = asked(&[("label: 年度", "label: 报告年度")]);
    assert!(renamed.contains("年度：名称改成“报告年度”"), "{renamed}");
    assert!(!renamed.contains("新增") && !renamed.contains("新表上没有了"), "{renamed}");
}

#[test]
fn documents_that_cannot_be_held_and_pipes() {
    let place = folder(&[
        ("2023.yaml", SMALL.as_bytes()),
        ("other.txt", "别的表\n名称：甲\n".as_bytes()),
        ("half.docx", b"PK\x03\x04 half"),
        ("huge.txt", &vec![b'a'; 9 << 20]),
    ]);
    let next = |document: &str| {
        run_in(place.path(), &["next", "2023.yaml", "--edition", "2024", "--document", document]).stderr
    };
    let other = next("other.txt");
    assert!(other.contains("请给这张表新印发的一份") && !other.contains("--spec"), "{other}");
    let half = next("half.docx");
    assert!(half.contains("不是完整的 Word 文件") && !half.contains("EOCD"), "{half}");
    assert!(next("huge.txt").contains("文字太多"), "{}", next("huge.txt"));
    let pipe = run_with(place.path(), &["next", "-", "--edition", "2024", "-o", "-"], SMALL.as_bytes());
    assert!(pipe.stderr.contains("tianbao diff 旧规格.yaml 新规格.yaml"), "{}", pipe.all());
    let no_year = run_in(place.path(), &["next", "2023.yaml", "--edition", "99999"]);
    assert!(no_year.status == 2 && no_year.stderr.contains("99999 不能做年份"), "{}", no_year.all());
}
