//! What an expression is, in words: for diagnostics.

use super::check::Checker;
use super::parse::Raw;
use super::{Comparison, Expression, Node, Type};
use crate::form::{Kind, Member};

impl Comparison {
    /// As written.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// True for those that ask which is larger.
    #[must_use]
    pub const fn orders(self) -> bool {
        match self {
            Self::Equal | Self::NotEqual => false,
            Self::Less | Self::LessOrEqual | Self::Greater | Self::GreaterOrEqual => true,
        }
    }

    /// What holds exactly where this does not.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }

    /// What holds of `b`, `a` where this holds of `a`, `b`.
    #[must_use]
    pub const fn flipped(self) -> Self {
        match self {
            Self::Equal => Self::Equal,
            Self::NotEqual => Self::NotEqual,
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
        }
    }

    /// Whether it holds of two values in this order.
    #[must_use]
    pub const fn holds(self, ordering: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Less => ordering.is_lt(),
            Self::LessOrEqual => ordering.is_le(),
            Self::Greater => ordering.is_gt(),
            Self::GreaterOrEqual => ordering.is_ge(),
        }
    }
}

impl Checker<'_, '_> {
    /// 「“总数”是整数」
    pub(super) fn is_zh(&self, of: &Expression, raw: &Raw) -> String {
        match &of.node {
            Node::Read(reference) => match self.member(reference.member) {
                Some(member) => {
                    let year = if reference.previous { "上年的" } else { "" };
                    let kind = member.field().map_or("组", |field| kind_zh(&field.kind));
                    format!("{year}“{}”是{kind}", member.label)
                }
                None => type_zh(of.ty).to_owned(),
            },
            Node::Text(text) => format!("'{text}' 是文字"),
            Node::Number(_) => format!("{} 是数", self.text.slice(&raw.range)),
            _ => format!("“{}”是{}", self.text.slice(&raw.range), type_zh(of.ty)),
        }
    }

    /// `services.cases.total` is a count
    pub(super) fn is_en(&self, of: &Expression, raw: &Raw) -> String {
        match &of.node {
            Node::Read(reference) => match self.member(reference.member) {
                Some(member) => {
                    let kind = member.field().map_or("group", |field| kind_en(&field.kind));
                    format!("`{}` is a {kind}", member.path)
                }
                None => type_en(of.ty).to_owned(),
            },
            _ => format!("`{}` is a {}", self.text.slice(&raw.range), type_en(of.ty)),
        }
    }
}

/// A kind in Chinese; a flag as what it is in an expression.
pub(super) fn kind_zh(kind: &Kind) -> &'static str {
    match kind {
        Kind::Flag => "是否项",
        Kind::Count { .. }
        | Kind::Number { .. }
        | Kind::Text { .. }
        | Kind::Url
        | Kind::Date
        | Kind::Year { .. }
        | Kind::Choice(_)
        | Kind::Choices(_) => kind.label(),
    }
}

/// A kind in English.
pub(super) fn kind_en(kind: &Kind) -> &'static str {
    kind.key()
}

fn type_zh(ty: Type) -> &'static str {
    match ty {
        Type::Bool => "条件",
        Type::Number { .. } => "数",
        Type::Text => "文字",
        Type::Date => "日期",
        Type::Choice(_) => "单选",
        Type::Choices(_) => "多选",
    }
}

fn type_en(ty: Type) -> &'static str {
    match ty {
        Type::Bool => "truth value",
        Type::Number { .. } => "number",
        Type::Text => "text",
        Type::Date => "day",
        Type::Choice(_) => "choice",
        Type::Choices(_) => "list of choices",
    }
}

/// 「services.cases.total（五.5（1） 总数）」
pub(super) fn path_and_label(member: &Member) -> String {
    match &member.clause {
        Some(clause) => format!("{}（{clause} {}）", member.path, member.label),
        None => format!("{}（{}）", member.path, member.label),
    }
}
