//! Groups and fields as data.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Content, Field, Kind, Lines, Member, MemberId, Part, Period};

use crate::json_schema::number;

/// 一组或一项
#[derive(Serialize, JsonSchema)]
pub(super) struct MemberData<'a> {
    /// 从报表起的路径，用点相连
    path: &'a str,
    /// JSON 成员名
    name: &'a str,
    /// JSON Pointer
    pointer: &'a str,
    /// 上一版里的路径；没有改名、没有挪动的不写
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a str>,
    label: &'a str,
    /// 从部分起的各级名称
    full_label: &'a str,
    /// 写在这一级的单位，印在这里
    written_unit: Option<&'a str>,
    /// 外面一层的组
    parent: Option<&'a str>,
    /// 所在部分：`sections` 的序号，从 0 起
    section: usize,
    /// 是否可以没有
    optional: bool,
    /// 在填写说明里的位置
    clause: Option<&'a str>,
    /// 印在名称前的编号
    number: Option<&'a str>,
    instruction: Vec<PartData<'a>>,
    /// 说明是否另起一行
    text_below: bool,
    #[serde(flatten)]
    content: ContentData<'a>,
}

/// 是组还是项
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum ContentData<'a> {
    /// 组：其成员
    Group { members: Vec<&'a str> },
    /// 项
    Field(FieldData<'a>),
}

/// 一项
#[derive(Serialize, JsonSchema)]
struct FieldData<'a> {
    #[serde(flatten)]
    kind: KindData<'a>,
    /// 适用的单位，不论写在哪一级
    unit: Option<&'a str>,
    /// `year` 全年累计，`year_end` 截至年底，`now` 填报时
    period: Option<&'static str>,
    example: &'a Value,
}

/// 值是什么，看 `kind`；上下限都含本身
#[derive(Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum KindData<'a> {
    /// 整数
    Count { min: i64, max: i64 },
    /// 小数，最多 `places` 位
    Number { places: u8, min: Value, max: Value },
    /// 文字
    Text { pattern: Option<&'a str>, min_length: u32, max_length: Option<u32>, many_lines: bool },
    /// 网址
    Url,
    /// 日期
    Date,
    /// 年度
    Year { from: u16, to: Option<u16> },
    /// 是否
    Flag,
    /// 单选
    Choice { choices: Vec<ChoiceData<'a>> },
    /// 多选
    Choices { choices: Vec<ChoiceData<'a>> },
}

/// 一个选项
#[derive(Serialize, JsonSchema)]
struct ChoiceData<'a> {
    id: &'a str,
    /// 上一版里的编号；没有改的不写
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a str>,
    label: &'a str,
    /// 选项后面那条横线填的是哪一项
    line: Option<&'a str>,
    instruction: Vec<PartData<'a>>,
}

/// 填写说明的一段原文
#[derive(Serialize, JsonSchema)]
pub(super) struct PartData<'a> {
    /// 说的是什么：`fill includes excludes repeats example means limit select`
    kind: &'static str,
    text: &'a str,
}

pub(super) fn data<'a>(form: &'a Form, from: &'a Member) -> MemberData<'a> {
    MemberData {
        path: &from.path,
        name: &from.name,
        pointer: &from.pointer,
        was: from.was.as_deref(),
        label: &from.label,
        full_label: &from.full_label,
        written_unit: from.written_unit.as_deref(),
        parent: from.parent.map(|id| form.member(id).path.as_str()),
        section: from.section,
        optional: from.optional,
        clause: from.clause.as_deref(),
        number: from.number.as_deref(),
        instruction: parts(&from.instruction),
        text_below: from.text_below,
        content: match &from.content {
            Content::Group(members) => ContentData::Group { members: paths(form, members) },
            Content::Field(field) => ContentData::Field(field_data(form, field)),
        },
    }
}

pub(super) fn paths<'a>(form: &'a Form, members: &[MemberId]) -> Vec<&'a str> {
    members.iter().map(|id| form.member(*id).path.as_str()).collect()
}

pub(super) fn parts(parts: &[Part]) -> Vec<PartData<'_>> {
    parts.iter().map(|part| PartData { kind: part.kind.key(), text: &part.text }).collect()
}

fn field_data<'a>(form: &'a Form, field: &'a Field) -> FieldData<'a> {
    FieldData {
        kind: kind(form, &field.kind),
        unit: field.unit.as_deref(),
        period: field.period.map(Period::key),
        example: &field.example,
    }
}

fn kind<'a>(form: &'a Form, kind: &'a Kind) -> KindData<'a> {
    match kind {
        Kind::Count { min, max } => KindData::Count { min: *min, max: *max },
        Kind::Number { places, min, max } => {
            KindData::Number { places: *places, min: number(*min, *places), max: number(*max, *places) }
        }
        Kind::Text { pattern, min_length, max_length, lines } => KindData::Text {
            pattern: pattern.map(|id| form.pattern(id).name.as_str()),
            min_length: *min_length,
            max_length: *max_length,
            many_lines: *lines == Lines::Many,
        },
        Kind::Url => KindData::Url,
        Kind::Date => KindData::Date,
        Kind::Year { from, to } => KindData::Year { from: *from, to: *to },
        Kind::Flag => KindData::Flag,
        Kind::Choice(choices) => KindData::Choice { choices: boxes(form, choices) },
        Kind::Choices(choices) => KindData::Choices { choices: boxes(form, choices) },
    }
}

fn boxes<'a>(form: &'a Form, choices: &'a [Choice]) -> Vec<ChoiceData<'a>> {
    let data = |choice: &'a Choice| ChoiceData {
        id: &choice.id,
        was: choice.was.as_deref(),
        label: &choice.label,
        line: choice.line.map(|id| form.member(id).path.as_str()),
        instruction: parts(&choice.instruction),
    };
    choices.iter().map(data).collect()
}
