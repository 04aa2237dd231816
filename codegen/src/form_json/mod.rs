//! `form.json`: the checked model as data, for other people's generators; and `form.schema.json`, its own schema.

mod expression;
mod member;
mod rule;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::form::{CellContent, Layout, Line, Pattern, Printed, Revision, Scope, Section};

use self::expression::ExpressionData;
use self::member::{MemberData, PartData};
use self::rule::{PieceData, RuleData, WithdrawnData};
use crate::output;

/// The file's contents.
#[must_use]
pub fn generate(form: &Form) -> String {
    output::json(&data(form))
}

/// The contents of `form.schema.json`.
#[must_use]
pub fn schema(_forms: &[&Form]) -> String {
    let schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<FormData<'_>>();
    output::json(&without_rust_formats(schema.to_value()))
}

/// 一张报表的一个版本，已经检查过；项和组一律用路径（如 `services.cases.total`）指称
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Form")]
struct FormData<'a> {
    /// 报表编号
    form: &'a str,
    /// 版本
    edition: u32,
    /// 修订，从 1 起
    revision: u32,
    /// 修订记录，新的在最后；没有修订过的不写
    #[serde(skip_serializing_if = "Vec::is_empty")]
    revisions: Vec<RevisionData<'a>>,
    years: YearsData,
    /// 标题
    title: &'a str,
    /// 含哪份补充；它的项在 `local` 下的这个编号里，规则编号以 `local.编号.` 开头
    addition: Option<AdditionData<'a>>,
    /// 报表在网上的位置；`$id` 以它开头
    home: Option<&'a str>,
    /// 选填项没有时，表上印的词
    absent: Option<&'a str>,
    /// `report.schema.json` 的 `$id`
    schema: String,
    patterns: Vec<PatternData<'a>>,
    /// 各部分，依表上的次序
    sections: Vec<SectionData<'a>>,
    /// 所有组和项，依表上的次序，组在其成员之前
    members: Vec<MemberData<'a>>,
    /// 表间规则，依规格里的次序
    rules: Vec<RuleData<'a>>,
    /// 停用的规则，不再判断；没有的不写
    #[serde(skip_serializing_if = "Vec::is_empty")]
    withdrawn: Vec<WithdrawnData<'a>>,
    layout: LayoutData<'a>,
    /// 一份合格的报表
    sample: &'a Value,
}

/// 一次修订
#[derive(Serialize, JsonSchema)]
struct RevisionData<'a> {
    revision: u32,
    /// 哪天印发，`2020-01-10`
    date: String,
    /// 改了什么
    note: &'a str,
}

/// 本版适用的年度
#[derive(Serialize, JsonSchema)]
struct YearsData {
    from: u16,
    /// 没有时，本版仍在使用
    to: Option<u16>,
}

/// 一个格式
#[derive(Serialize, JsonSchema)]
struct PatternData<'a> {
    name: &'a str,
    /// `whole`：整个值；`has`：值的一部分
    scope: &'static str,
    /// 正则表达式，照规格所写
    expression: &'a str,
    /// 加上首尾标记之后，可以直接用
    anchored: String,
    example: &'a str,
    /// 不合格式时怎么说
    message: &'a str,
}

/// 表的一个部分
#[derive(Serialize, JsonSchema)]
struct SectionData<'a> {
    /// 它的组；没有时，其中各项直接在报表上
    member: Option<&'a str>,
    label: Option<&'a str>,
    /// 一、二、三……
    number: Option<&'a str>,
    /// 标题印在哪里：`everywhere` 表中和填写说明，`instructions` 只在填写说明
    printed: &'static str,
    /// 其中各项是否编号
    numbered: bool,
    /// 印在标题后的单位
    unit: Option<&'a str>,
    instruction: Vec<PartData<'a>>,
    members: Vec<&'a str>,
}

/// 版面
#[derive(Serialize, JsonSchema)]
struct LayoutData<'a> {
    paper: &'a str,
    /// 表上方的各行
    head: Vec<LineData<'a>>,
    grid: GridData<'a>,
    /// 表下方的各行
    foot: Vec<LineData<'a>>,
}

/// 表外的一行
#[derive(Serialize, JsonSchema)]
struct LineData<'a> {
    /// 是否标题行
    title: bool,
    pieces: Vec<PieceData<'a>>,
}

/// 表格：每一格恰好被一个单元格盖住
#[derive(Serialize, JsonSchema)]
struct GridData<'a> {
    rows: usize,
    columns: usize,
    /// 依行、列的次序
    cells: Vec<CellData<'a>>,
}

/// 一个单元格，行列从 0 起
#[derive(Serialize, JsonSchema)]
struct CellData<'a> {
    row: usize,
    column: usize,
    row_span: usize,
    column_span: usize,
    content: ContentData<'a>,
}

/// 单元格里是什么
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum ContentData<'a> {
    /// 某个部分的标题：`sections` 的序号，从 0 起
    Section(usize),
    /// 某组或某项的名称
    Label(&'a str),
    /// 某项的值
    Value(&'a str),
}

/// 一份补充
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Addition")]
struct AdditionData<'a> {
    /// 编号
    local: &'a str,
    /// 修订，从 1 起
    revision: u32,
    /// 名称
    title: &'a str,
    /// 第一次印发以后的各次修订
    revisions: Vec<RevisionData<'a>>,
}

fn data(form: &Form) -> FormData<'_> {
    FormData {
        form: &form.id,
        edition: form.edition,
        revision: form.revision,
        revisions: form.revisions.iter().map(revision).collect(),
        years: YearsData { from: form.years.from, to: form.years.to },
        title: &form.title,
        addition: form.addition.as_ref().map(|addition| AdditionData {
            local: &addition.id,
            revision: addition.revision,
            title: &addition.title,
            revisions: addition.revisions.iter().map(revision).collect(),
        }),
        home: form.home.as_deref(),
        absent: form.absent.as_deref(),
        schema: form.schema_id(),
        patterns: form.patterns.iter().map(pattern).collect(),
        sections: form.sections.iter().map(|from| section(form, from)).collect(),
        members: form.members.iter().map(|from| member::data(form, from)).collect(),
        rules: form.rules.iter().map(|from| rule::data(form, from)).collect(),
        withdrawn: form.withdrawn.iter().map(|from| rule::withdrawn(form, from)).collect(),
        layout: layout(form, &form.layout),
        sample: &form.sample,
    }
}

fn revision(from: &Revision) -> RevisionData<'_> {
    RevisionData { revision: from.number, date: from.date.to_string(), note: &from.note }
}

fn pattern(from: &Pattern) -> PatternData<'_> {
    PatternData {
        name: &from.name,
        scope: match from.scope {
            Scope::Whole => "whole",
            Scope::Has => "has",
        },
        expression: &from.expression,
        anchored: from.anchored(),
        example: &from.example,
        message: &from.message,
    }
}

fn section<'a>(form: &'a Form, from: &'a Section) -> SectionData<'a> {
    SectionData {
        member: from.member.map(|id| form.member(id).path.as_str()),
        label: from.label.as_deref(),
        number: from.number.as_deref(),
        printed: match from.printed {
            Printed::Everywhere => "everywhere",
            Printed::Instructions => "instructions",
        },
        numbered: from.numbered,
        unit: from.unit.as_deref(),
        instruction: member::parts(&from.instruction),
        members: member::paths(form, &from.members),
    }
}

fn layout<'a>(form: &'a Form, from: &'a Layout) -> LayoutData<'a> {
    let lines = |lines: &'a [Line]| lines.iter().map(|from| line(form, from)).collect();
    let cells = from.grid.cells.iter().map(|cell| CellData {
        row: cell.row,
        column: cell.column,
        row_span: cell.row_span,
        column_span: cell.column_span,
        content: match cell.content {
            CellContent::Section(index) => ContentData::Section(index),
            CellContent::Label(id) => ContentData::Label(&form.member(id).path),
            CellContent::Value(id) => ContentData::Value(&form.member(id).path),
        },
    });
    LayoutData {
        paper: &from.paper,
        head: lines(&from.head),
        grid: GridData { rows: from.grid.rows, columns: from.grid.columns, cells: cells.collect() },
        foot: lines(&from.foot),
    }
}

fn line<'a>(form: &'a Form, from: &'a Line) -> LineData<'a> {
    LineData { title: from.title, pieces: rule::pieces(form, &from.pieces) }
}

/// Takes out `format: uint32` and the like, which say something to Rust only.
pub(crate) fn without_rust_formats(mut schema: Value) -> Value {
    fn walk(value: &mut Value) {
        match value {
            Value::Object(members) => {
                let rust = members
                    .get("format")
                    .and_then(Value::as_str)
                    .is_some_and(|format| format.trim_start_matches('u').strip_prefix("int").is_some());
                if rust {
                    members.remove("format");
                }
                members.values_mut().for_each(walk);
            }
            Value::Array(items) => items.iter_mut().for_each(walk),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    walk(&mut schema);
    schema
}
