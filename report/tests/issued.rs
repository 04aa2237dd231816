//! A newly issued form held against the spec: every kind of change that paper can show is found, and nothing else.

use serde_json::Value;
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_report::page;
use tianbao_report::propose;
use tianbao_report::reading::{Difference, Issued, Of, issued};
use tianbao_schema::Form;
use tianbao_schema::editions::Next;

const OLD: &str = include_str!("../../schema/forms/gov-website-work/2019.yaml");
const NEW: &str = include_str!("../../tests/forms/gov-website-work-2020.yaml");

fn form(spec: &str) -> Form {
    let checked = tianbao_schema::check("表.yaml", spec.as_bytes());
    checked.form.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}

/// What a document of one form tells against another.
fn held(
    document: &Form,
    report: Option<&Value>,
    format: PaperFormat,
    options: &Options,
    against: &Form,
) -> Issued {
    let bytes = render(document, report, format, options);
    let name = format!("新表.{}", format.extension());
    let page = page::read(&name, &bytes).expect("a document").expect("no data");
    issued(&page, against).unwrap_or_else(|refused| panic!("{refused}"))
}

#[test]
fn a_form_that_did_not_change_tells_nothing() {
    for spec in [OLD, NEW] {
        let form = form(spec);
        for format in PaperFormat::ALL {
            for report in [None, Some(&form.sample)] {
                for instructions in [true, false] {
                    let options = Options { instructions, marks: instructions };
                    let told = held(&form, report, format, &options, &form);
                    assert_eq!(told.instructions, instructions);
                    assert_eq!(told.differences, [], "{format:?}, filled: {}", report.is_some());
                }
            }
        }
    }
}

/// A line for each difference, in words of the spec.
fn lines(told: &Issued, form: &Form) -> Vec<String> {
    let name = |of: Option<Of>| match of {
        None => "-".to_owned(),
        Some(Of::Title) => "title".to_owned(),
        Some(Of::Head(index)) => format!("head {index}"),
        Some(Of::Foot(index)) => format!("foot {index}"),
        Some(Of::Section(index)) => {
            format!("section {}", form.sections[index].label.as_deref().unwrap_or_default())
        }
        Some(Of::Member(id)) => form.member(id).path.clone(),
        Some(Of::Choice(id, choice)) => {
            let member = form.member(id);
            format!("{} {}", member.path, member.choices()[choice].id)
        }
    };
    let line = |difference: &Difference| format!("{}: {:?}", name(difference.of), difference.what);
    told.differences.iter().map(line).collect()
}

/// What a document of the made-up edition 2020 tells against the form of 2019.
const TOLD: &str = include_str!("issued/2020.txt");

#[test]
fn every_change_that_paper_shows_is_found() {
    let (old, new) = (form(OLD), form(NEW));
    for format in PaperFormat::ALL {
        let told = held(&new, None, format, &Options { instructions: true, marks: true }, &old);
        let told = lines(&told, &old).join("\n").replace("                 填报", " 填报");
        assert_eq!(told, TOLD.trim_end(), "{format:?}");
        // Filled, the same but for what is filled in.
        let told = held(&new, Some(&new.sample), format, &Options { instructions: true, marks: true }, &old);
        let told = lines(&told, &old);
        for line in TOLD.lines().filter(|line| !line.starts_with("head") && !line.starts_with("foot")) {
            assert!(told.iter().any(|told| told == line), "{format:?}: {line}");
        }
    }
}

const SMALL: &str = "\
form: small
edition: 2019
years: { from: 2019 }
title: 来信统计表
sections:
  - id: letters
    label: 来信
    instruction:
      - fill: 请填写全年的数。
    fields:
      - { id: received, label: 收到来信数量, kind: count }
      - { id: closed, label: 办结来信数量, kind: count }
      - { id: answered, label: 公开答复数量, kind: count }
      - { id: note, label: 备注, kind: text, optional: true }
";

#[test]
fn lines_of_labels_and_values_are_held_too() {
    let form = form(SMALL);
    let hold = |text: &str| {
        let page = page::read("新表.txt", text.as_bytes()).expect("a text").expect("no data");
        lines(&issued(&page, &form).unwrap_or_else(|refused| panic!("{refused}")), &form)
    };
    let same = "来信统计表\n来信\n收到来信数量：10\n办结来信数量：8\n公开答复数量：3\n备注：无\n";
    assert_eq!(hold(same), [""; 0]);
    let more = same.replace("公开答复", "转办来信数量：2\n公开答复");
    let told = hold(&more);
    assert!(
        told.len() == 1
            && told[0].contains("letters.closed: New(Fresh { kind: Field, label: \"转办来信数量\""),
        "{told:?}"
    );
    assert_eq!(hold(&same.replace("办结来信数量：8\n", "")), ["letters.closed: Gone"]);
}

#[test]
fn another_form_is_refused() {
    for text in ["", "今天开会。", "来信统计表填写说明\n一、来信\n", "收到来信数量：10\n"]
    {
        let page = page::read("新表.txt", text.as_bytes()).expect("a text").expect("no data");
        assert!(issued(&page, &form(SMALL)).is_err(), "{text}");
    }
}

/// A change of the spec, what the document tells of it, and whether the new spec is made from that alone.
type Single = (&'static str, &'static str, &'static str, bool);

/// One of every kind.
const SINGLES: [Single; 26] = [
    ("title: 政府网站工作年度报表", "title: 政府网站年度报表", "title: Label(\"政府网站年度报表\")", true),
    ("label: 网站总访问量", "label: 网站访问总量", "basics.page_views: Label(\"网站访问总量\")", true),
    (
        "label: 是否提供智能问答",
        "label: 是否提供自动问答",
        "interaction.smart_qa: Label(\"是否提供自动问答\")",
        true,
    ),
    ("label: 在线访谈\n", "label: 网上访谈\n", "interaction.interviews: Label(\"网上访谈\")", true),
    ("label: 办事服务\n", "label: 网上办事服务\n", "section 办事服务: Label(\"网上办事服务\")", true),
    (
        "            unit: 篇\n",
        "            unit: 件\n",
        "interpretation.releases.media_comments: Unit(Some(\"件\"))",
        true,
    ),
    ("            unit: 篇\n", "", "interpretation.releases.media_comments: Unit(None)", true),
    (
        "        label: 办件量\n        unit: 件\n",
        "        label: 办件量\n",
        "services.cases: Unit(None)",
        true,
    ),
    (
        "        label: 解读信息发布\n        fields",
        "        label: 解读信息发布\n        unit: 类\n        fields",
        "interpretation.releases: Unit(Some(\"类\"))",
        true,
    ),
    ("fill: 请填写网站首页页面地址。", "fill: 请填写网站首页的完整地址。", "basics.home_url: Clause(", true),
    (
        "          - excludes: 不包括外链信息。\n      - id: overview",
        "      - id: overview",
        "info_release.total: Clause(",
        true,
    ),
    (
        "          - fill: 请填写网站的中文名称。\n",
        "          - fill: 请填写网站的中文名称。\n          - example: 例如，填写“示例市人民政府门户网站”。\n",
        "basics.site_name: Clause(",
        true,
    ),
    (
        "（UV），\n          - repeats: 同一用户每日多次访问不重复计算，只计一次。",
        "（独立访客），\n          - repeats: 同一用户每日访问几次都不重复计算，只计一次。",
        "basics.unique_visitors: Clause(",
        true,
    ),
    (
        "means: “多语言版本”指根据用户群体特点和需求，提供多语言服务。",
        "means: “多语言版本”指根据用户群体需求，提供外语服务。",
        "innovation.features multilingual: Clause(",
        true,
    ),
    (
        "- fill: 本项为多选，请根据实际情况勾选对应选项。",
        "- fill: 本项可以多选，请勾选。",
        "section 创新发展: Clause(",
        true,
    ),
    (
        "{ id: special, label: 专项网站 }",
        "{ id: special, label: 专题网站 }",
        "basics.site_kind special: Label(\"专题网站\")",
        true,
    ),
    (
        "          - { id: special, label: 专项网站 }\n",
        "          - { id: special, label: 专项网站 }\n          - { id: app, label: 移动客户端 }\n",
        "basics.site_kind special: New(Fresh { kind: Choice, label: \"移动客户端\"",
        false,
    ),
    (
        "          - { id: department, label: 部门网站 }\n          - { id: special, label: 专项网站 }\n",
        "          - { id: special, label: 专项网站 }\n          - { id: department, label: 部门网站 }\n",
        "basics.site_kind: Order(",
        false,
    ),
    (
        "        text_below: true             # 填写说明里，正文另起一行\n",
        "",
        "new_media.other: Below(false)",
        true,
    ),
    (
        "        label: 首页网址\n",
        "        label: 首页网址\n        text_below: true\n",
        "basics.home_url: Below(true)",
        true,
    ),
    (
        "    printed: instructions            # 标题只在填写说明里，表中不印\n",
        "",
        "section 基本信息: Printed(true)",
        true,
    ),
    (
        "    label: 安全防护\n",
        "    label: 安全防护\n    printed: instructions\n",
        "section 安全防护: Printed(false)",
        true,
    ),
    (
        "    - [basics.icp_number, basics.police_number]      # 两项同一行\n",
        "    - [basics.site_name, basics.home_url]\n",
        "basics.icp_number: Apart(",
        false,
    ),
    (
        "    - [basics.icp_number, basics.police_number] ",
        "    - [basics.site_name, basics.home_url]\n    - [basics.icp_number, basics.police_number] ",
        "basics.site_name: Together(",
        false,
    ),
    (
        "    - 填报单位：{reporting_unit}\n",
        "    - 填报机关：{reporting_unit}\n",
        "head 2: Label(\"填报机关：\")",
        false,
    ),
    (
        "      - id: drills\n",
        "      - id: backups\n        label: 备份次数\n        kind: count\n        unit: 次\n        instruction:\n          - fill: 请填写备份的次数。\n      - id: drills\n",
        "security.monitoring: New(Fresh { kind: Field, label: \"备份次数\", unit: Some(\"次\"), boxes: [], clause: Some(\"请填写备份的次数。\")",
        false,
    ),
];

#[test]
fn one_change_is_one_difference_and_the_spec_follows() {
    let old = tianbao_schema::check("2019.yaml", OLD.as_bytes());
    let form = old.form.expect("a sound spec");
    let options = Options { instructions: true, marks: false };
    let plain = Next::of(&old.source, &form, 2020).expect("a later edition");
    let mut failures = Vec::new();
    for (was, is, wanted, made) in SINGLES {
        assert_eq!(OLD.matches(was).count(), 1, "{was}");
        let changed = OLD.replace(was, is);
        let new = tianbao_schema::check("new.yaml", changed.as_bytes());
        let new_form = new.form.unwrap_or_else(|| panic!("{was}: {:?}", new.diagnostics));
        let by_hand = Next::of(&new.source, &new_form, 2020).expect("a later edition").text();
        for format in PaperFormat::ALL {
            let told = held(&new_form, None, format, &options, &form);
            let said = lines(&told, &form);
            let mut wrong =
                |what: &str, shown: String| failures.push(format!("{format:?} {is}\n{what}: {shown}"));
            if said.len() > 2 || !said.iter().any(|line| line.starts_with(wanted)) {
                wrong("told", format!("{said:#?}"));
            }
            if format != PaperFormat::Docx {
                continue;
            }
            let mut next = plain.clone();
            let proposals = propose(&mut next, &form, &told);
            if proposals.open.is_empty() != made {
                wrong("left open", format!("{proposals:#?}"));
            }
            if made && next.text() != by_hand {
                wrong("made", unlike(&next.text(), &by_hand));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The lines that differ.
fn unlike(one: &str, other: &str) -> String {
    let only = |one: &str, other: &str| -> String {
        one.lines()
            .filter(|line| !other.lines().any(|same| same == *line))
            .map(|line| format!("{line}\n"))
            .collect()
    };
    format!("made\n{}by hand\n{}", only(one, other), only(other, one))
}
