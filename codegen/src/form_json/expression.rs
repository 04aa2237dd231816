//! A rule's typed expression as data.

use schemars::JsonSchema;
use serde::Serialize;
use tianbao_schema::Form;
use tianbao_schema::expr::{Arithmetic, Comparison, Expression, Node, Type};
use tianbao_schema::form::{MemberId, Reference};

/// 一个表达式：是什么，得出哪一类值
#[derive(Serialize, JsonSchema)]
pub(super) struct ExpressionData<'a> {
    #[serde(flatten)]
    node: NodeData<'a>,
    #[serde(rename = "type")]
    ty: TypeData,
    /// 值是小数时有几位小数；数一律按最后一位的整数倍存放、比较和计算
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<u8>,
}

/// 值的类别
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum TypeData {
    Bool,
    Number,
    Text,
    Date,
    Choice,
    Choices,
}

/// 今年（或上年，`previous` 为真）报表里的一项或一组
#[derive(Serialize, JsonSchema)]
pub(super) struct ReferenceData<'a> {
    path: &'a str,
    previous: bool,
}

/// 表达式是什么，看 `op`
#[derive(Serialize, JsonSchema)]
#[serde(tag = "op", rename_all = "snake_case")]
enum NodeData<'a> {
    /// 一项的值
    Read(ReferenceData<'a>),
    /// 一个数，按最后一位的整数倍
    Number { scaled: i64 },
    /// 真或假
    Bool { value: bool },
    /// 一段文字
    Text { value: &'a str },
    /// 单选项的一个选项
    Choice { id: &'a str },
    /// 把数换成更多位小数：乘以 10 的 `by` 次方
    Rescale { of: Box<ExpressionData<'a>>, by: u8 },
    /// 取相反数
    Negate { of: Box<ExpressionData<'a>> },
    /// 加、减、乘
    Arithmetic { operator: &'static str, left: Box<ExpressionData<'a>>, right: Box<ExpressionData<'a>> },
    /// 比较
    Compare { operator: &'static str, left: Box<ExpressionData<'a>>, right: Box<ExpressionData<'a>> },
    /// 都成立
    And { parts: Vec<ExpressionData<'a>> },
    /// 至少一个成立
    Or { parts: Vec<ExpressionData<'a>> },
    /// 不成立
    Not { of: Box<ExpressionData<'a>> },
    /// 填了（不缺，也不是 null）
    Has(ReferenceData<'a>),
    /// 多选项里勾了某个选项
    In { choice: &'a str, field: ReferenceData<'a> },
    /// 文字以 `part` 开头
    StartsWith { of: Box<ExpressionData<'a>>, part: &'a str },
    /// 文字以 `part` 结尾
    EndsWith { of: Box<ExpressionData<'a>>, part: &'a str },
    /// 文字合乎某个格式
    Matches { of: Box<ExpressionData<'a>>, pattern: &'a str },
    /// 某年的某月某日
    Date { year: Box<ExpressionData<'a>>, month: u8, day: u8 },
    /// 文字相接（只在改法里）
    Concat { parts: Vec<ExpressionData<'a>> },
    /// 值写成文字（只在改法里）
    ToText { of: Box<ExpressionData<'a>> },
    /// 文字的头几个字（只在改法里）
    First { of: Box<ExpressionData<'a>>, count: u32 },
}

pub(super) fn expression<'a>(form: &'a Form, from: &'a Expression) -> ExpressionData<'a> {
    let (ty, places) = match from.ty {
        Type::Bool => (TypeData::Bool, None),
        Type::Number { places } => (TypeData::Number, Some(places)),
        Type::Text => (TypeData::Text, None),
        Type::Date => (TypeData::Date, None),
        Type::Choice(_) => (TypeData::Choice, None),
        Type::Choices(_) => (TypeData::Choices, None),
    };
    ExpressionData { node: node(form, from), ty, places }
}

pub(super) fn reference(form: &Form, of: Reference) -> ReferenceData<'_> {
    ReferenceData { path: &form.member(of.member).path, previous: of.previous }
}

fn node<'a>(form: &'a Form, from: &'a Expression) -> NodeData<'a> {
    let one = |of: &'a Expression| Box::new(expression(form, of));
    let many = |parts: &'a [Expression]| parts.iter().map(|part| expression(form, part)).collect();
    match &from.node {
        Node::Read(of) => NodeData::Read(reference(form, *of)),
        Node::Number(scaled) => NodeData::Number { scaled: *scaled },
        Node::Bool(value) => NodeData::Bool { value: *value },
        Node::Text(value) => NodeData::Text { value },
        Node::Choice(index) => NodeData::Choice { id: choice_of(form, from.ty, *index) },
        Node::Rescale { of, by } => NodeData::Rescale { of: one(of), by: *by },
        Node::Negate(of) => NodeData::Negate { of: one(of) },
        Node::Arithmetic(operator, left, right) => {
            NodeData::Arithmetic { operator: arithmetic(*operator), left: one(left), right: one(right) }
        }
        Node::Compare(operator, left, right) => {
            NodeData::Compare { operator: comparison(*operator), left: one(left), right: one(right) }
        }
        Node::And(parts) => NodeData::And { parts: many(parts) },
        Node::Or(parts) => NodeData::Or { parts: many(parts) },
        Node::Not(of) => NodeData::Not { of: one(of) },
        Node::Has(of) => NodeData::Has(reference(form, *of)),
        Node::In { choice, field } => {
            NodeData::In { choice: box_id(form, field.member, *choice), field: reference(form, *field) }
        }
        Node::StartsWith(of, part) => NodeData::StartsWith { of: one(of), part },
        Node::EndsWith(of, part) => NodeData::EndsWith { of: one(of), part },
        Node::Matches(of, pattern) => {
            NodeData::Matches { of: one(of), pattern: &form.pattern(*pattern).name }
        }
        Node::Date { year, month, day } => NodeData::Date { year: one(year), month: *month, day: *day },
        Node::Concat(parts) => NodeData::Concat { parts: many(parts) },
        Node::ToText(of) => NodeData::ToText { of: one(of) },
        Node::First(of, count) => NodeData::First { of: one(of), count: *count },
    }
}

fn choice_of(form: &Form, ty: Type, index: usize) -> &str {
    match ty {
        Type::Choice(member) | Type::Choices(member) => box_id(form, member, index),
        Type::Bool | Type::Number { .. } | Type::Text | Type::Date => "",
    }
}

fn box_id(form: &Form, member: MemberId, index: usize) -> &str {
    form.member(member).choices().get(index).map_or("", |choice| &choice.id)
}

const fn comparison(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "==",
        Comparison::NotEqual => "!=",
        Comparison::Less => "<",
        Comparison::LessOrEqual => "<=",
        Comparison::Greater => ">",
        Comparison::GreaterOrEqual => ">=",
    }
}

const fn arithmetic(operator: Arithmetic) -> &'static str {
    match operator {
        Arithmetic::Add => "+",
        Arithmetic::Subtract => "-",
        Arithmetic::Multiply => "*",
    }
}
