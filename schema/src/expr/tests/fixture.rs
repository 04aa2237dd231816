//! A small form, made by hand.

use serde_json::{Value, json};

use crate::expr::{Expression, Names, Wanted, check};
use crate::form::{
    Choice, Content, Field, Form, Grid, Kind, Layout, Lines, Member, MemberId, Pattern, Printed, Scope,
    Section, Years,
};
use crate::node::{Scalar, Style};
use crate::place::Span;

pub(crate) fn count() -> Kind {
    Kind::Count { min: 0, max: tianbao_core::decimal::MAX_EXACT }
}

fn number() -> Kind {
    Kind::Number { places: 2, min: 0, max: tianbao_core::decimal::MAX_EXACT }
}

fn text() -> Kind {
    Kind::Text { pattern: None, min_length: 1, max_length: None, lines: Lines::One }
}

fn boxes(of: &[(&str, &str)]) -> Vec<Choice> {
    of.iter()
        .map(|(id, label)| Choice {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
            was: None,
            line: None,
            instruction: Vec::new(),
        })
        .collect()
}

struct Row(&'static str, &'static str, Option<Kind>, bool, Option<&'static str>, Option<&'static str>);

fn rows() -> Vec<Row> {
    let kinds = boxes(&[("portal", "政府门户网站"), ("department", "部门网站"), ("special", "专项网站")]);
    let features = boxes(&[("multilingual", "多语言版本"), ("other", "其他")]);
    vec![
        Row("year", "年度", Some(Kind::Year { from: 2019, to: Some(2019) }), false, None, None),
        Row("basics", "基本信息", None, false, None, Some("一")),
        Row("basics.home_url", "首页网址", Some(Kind::Url), false, None, Some("一.2")),
        Row("basics.sponsor", "主办单位", Some(text()), false, None, Some("一.3")),
        Row("basics.site_kind", "网站类型", Some(Kind::Choice(kinds)), false, None, Some("一.4")),
        Row("basics.icp_number", "ICP备案号", Some(text()), false, None, Some("一.6")),
        Row("basics.police_number", "公安机关备案号", Some(text()), false, None, Some("一.7")),
        Row("basics.page_views", "网站总访问量", Some(count()), false, Some("次"), Some("一.9")),
        Row("services", "办事服务", None, false, None, Some("五")),
        Row("services.cases", "办件量", None, false, Some("件"), Some("五.5")),
        Row("services.cases.total", "总数", Some(count()), false, Some("件"), Some("五.5（1）")),
        Row(
            "services.cases.natural_persons",
            "自然人办件量",
            Some(count()),
            false,
            Some("件"),
            Some("五.5（2）"),
        ),
        Row(
            "services.cases.legal_persons",
            "法人办件量",
            Some(count()),
            false,
            Some("件"),
            Some("五.5（3）"),
        ),
        Row("messages", "留言办理", None, false, None, Some("六.2")),
        Row("messages.received", "收到留言数量", Some(count()), false, Some("条"), Some("六.2（1）")),
        Row("messages.closed", "办结留言数量", Some(count()), false, Some("条"), Some("六.2（2）")),
        Row("messages.average_days", "平均办理时间", Some(number()), false, Some("天"), Some("六.2（3）")),
        Row("new_media", "移动新媒体", None, false, None, Some("八")),
        Row("new_media.present", "是否有移动新媒体", Some(Kind::Flag), false, None, Some("八.1")),
        Row("new_media.weibo", "微博", None, true, None, Some("八.2")),
        Row("new_media.weibo.name", "名称", Some(text()), false, None, Some("八.2（1）")),
        Row("new_media.weibo.posts", "信息发布量", Some(count()), false, Some("条"), Some("八.2（2）")),
        Row("new_media.other", "其他", Some(text()), true, None, Some("八.4")),
        Row("innovation", "创新发展", None, false, None, Some("九")),
        Row("innovation.features", "创新发展", Some(Kind::Choices(features)), false, None, Some("九")),
        Row("innovation.other_text", "其他", Some(text()), true, None, Some("九")),
        Row("signature", "签字", None, false, None, None),
        Row("signature.date", "填报日期", Some(Kind::Date), false, None, None),
    ]
}

pub(crate) fn patterns() -> Vec<Pattern> {
    let pattern = |name: &str, scope, expression: &str, message: &str| Pattern {
        name: name.to_owned(),
        scope,
        expression: expression.to_owned(),
        example: String::new(),
        message: message.to_owned(),
    };
    vec![
        pattern("gov_host", Scope::Whole, r"(https?://)?([0-9A-Za-z-]+\.)+gov\.cn", "应以 .gov.cn 结尾"),
        pattern("police_full", Scope::Whole, "[一-鿿]公网安备 ?[0-9]{12}", "应形如“京公网安备110105000722”"),
    ]
}

/// The fixture as a form without rules.
pub(crate) fn form() -> Form {
    let mut members: Vec<Member> = Vec::new();
    let mut roots = Vec::new();
    for (index, Row(path, label, kind, optional, unit, clause)) in rows().into_iter().enumerate() {
        let id = MemberId(index as u32);
        let parent =
            path.rsplit_once('.').and_then(|(parent, _)| members.iter().position(|m| m.path == parent));
        let full_label = match parent {
            Some(parent) => format!("{} › {label}", members[parent].full_label),
            None => label.to_owned(),
        };
        match parent.map(|parent| &mut members[parent].content) {
            Some(Content::Group(children)) => children.push(id),
            Some(Content::Field(_)) | None => roots.push(id),
        }
        let content = match kind {
            Some(kind) => Content::Field(Field {
                kind,
                unit: unit.map(str::to_owned),
                period: None,
                example: Value::Null,
            }),
            None => Content::Group(Vec::new()),
        };
        members.push(Member {
            id,
            name: path.rsplit('.').next().unwrap().to_owned(),
            path: path.to_owned(),
            pointer: format!("/{}", path.replace('.', "/")),
            label: label.to_owned(),
            full_label,
            was: None,
            written_unit: None,
            parent: parent.map(|parent| MemberId(parent as u32)),
            section: 0,
            optional,
            clause: clause.map(str::to_owned),
            number: None,
            instruction: Vec::new(),
            text_below: false,
            content,
        });
    }
    let section = Section {
        member: None,
        label: None,
        number: None,
        printed: Printed::Everywhere,
        numbered: true,
        unit: None,
        instruction: Vec::new(),
        members: roots.clone(),
    };
    Form {
        addition: None,
        id: "small".to_owned(),
        edition: 2019,
        revision: 1,
        revisions: Vec::new(),
        years: Years { from: 2019, to: Some(2019) },
        title: "小表".to_owned(),
        home: None,
        absent: Some("无".to_owned()),
        patterns: patterns(),
        members,
        roots,
        sections: vec![section],
        rules: Vec::new(),
        withdrawn: Vec::new(),
        layout: Layout { paper: "A4".to_owned(), head: Vec::new(), grid: Grid::default(), foot: Vec::new() },
        sample: json!({}),
    }
}

/// A scalar that stands in its file as it is.
pub(crate) fn plain(text: &str) -> Scalar {
    Scalar { text: text.to_owned(), style: Style::Plain, span: Span::new(0, text.len()), offsets: Vec::new() }
}

/// Checks a condition of which nothing is to be said.
pub(crate) fn good(form: &Form, text: &str) -> Expression {
    let names = Names::new(&form.members, &form.patterns);
    let mut out = Vec::new();
    let checked = check(&plain(text), &names, Wanted::Truth, &mut out);
    assert!(out.is_empty(), "{text}: {out:?}");
    checked.unwrap_or_else(|| panic!("{text}"))
}

/// Checks a fix of which nothing is to be said.
pub(crate) fn good_fix(form: &Form, target: &str, text: &str) -> Expression {
    let names = Names::new(&form.members, &form.patterns);
    let target = form.find(target).unwrap().id;
    let mut out = Vec::new();
    let checked = check(&plain(text), &names, Wanted::FixFor(target), &mut out);
    assert!(out.is_empty(), "{text}: {out:?}");
    checked.unwrap_or_else(|| panic!("{text}"))
}
