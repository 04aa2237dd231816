//! Rules as data: typed, so that a generator in another language need not read CEL.

use schemars::JsonSchema;
use serde::Serialize;
use tianbao_schema::Form;
use tianbao_schema::form::{
    Changed, Correction, FixAction, Piece, Reference, Rule, RuleFix, Template, Withdrawn,
};

use super::ExpressionData;
use super::expression::{ReferenceData, expression, reference};

/// 一条规则
#[derive(Serialize, JsonSchema)]
pub(super) struct RuleData<'a> {
    id: &'a str,
    /// 上一版里的编号；没有改的不写
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<&'a str>,
    title: &'a str,
    /// 为假时规则算通过
    when: Option<ExpressionData<'a>>,
    /// 应当成立的
    assert: ExpressionData<'a>,
    /// `error` 必须改，`warning` 须核实，`hint` 提示
    severity: &'static str,
    /// 某次修订改轻了；没有改过的不写
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<ChangedData<'a>>,
    /// 依据：`stated implied example notice`
    basis: &'static str,
    /// 问题记在哪一组或哪一项
    at: &'a str,
    /// 整句说法，不带数字
    sentence: &'a str,
    /// 不成立时的说法，带数字
    message: Vec<PieceData<'a>>,
    /// 该怎么办
    advice: Option<&'a str>,
    fix: Option<FixData<'a>>,
    /// 提到的，包括 `has()` 里的；其中有问题的，规则不判
    mentions: Vec<ReferenceData<'a>>,
    /// 在 `has()` 以外读到的；有一项没填，规则不判
    reads: Vec<ReferenceData<'a>>,
}

/// 一条停用的规则
#[derive(Serialize, JsonSchema)]
pub(super) struct WithdrawnData<'a> {
    #[serde(flatten)]
    rule: RuleData<'a>,
    withdrawn: CorrectionData<'a>,
}

/// 规则原来的轻重
#[derive(Serialize, JsonSchema)]
struct ChangedData<'a> {
    /// `error` 或 `warning`
    from: &'static str,
    #[serde(flatten)]
    correction: CorrectionData<'a>,
}

/// 是哪次修订改的，为什么
#[derive(Serialize, JsonSchema)]
struct CorrectionData<'a> {
    revision: u32,
    /// 修订的日期，`2020-01-10`
    date: String,
    why: &'a str,
}

/// 一段文字，或者文字里要填进去的值
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PieceData<'a> {
    /// 原样的文字
    Text(&'a str),
    /// 一项的值，`unit` 为真时带单位
    Value {
        #[serde(flatten)]
        of: ReferenceData<'a>,
        unit: bool,
    },
    /// 算出来的数
    Figure(ExpressionData<'a>),
}

/// 改法，改的是规则的 `at`
#[derive(Serialize, JsonSchema)]
struct FixData<'a> {
    /// 改成什么；没有时，改法是去掉这一项
    set: Option<ExpressionData<'a>>,
    /// 是否不会丢内容，可以自动改
    safe: bool,
}

pub(super) fn data<'a>(form: &'a Form, from: &'a Rule) -> RuleData<'a> {
    let references = |all: &[Reference]| all.iter().map(|of| reference(form, *of)).collect();
    RuleData {
        id: &from.id,
        was: from.was.as_deref(),
        title: &from.title,
        when: from.when.as_ref().map(|when| expression(form, when)),
        assert: expression(form, &from.assert),
        severity: from.severity.key(),
        changed: from.changed.as_ref().map(changed),
        basis: from.basis.key(),
        at: &form.member(from.at).path,
        sentence: &from.sentence,
        message: pieces(form, &from.message),
        advice: from.advice.as_deref(),
        fix: from.fix.as_ref().map(|from| fix(form, from)),
        mentions: references(&from.mentions),
        reads: references(&from.reads),
    }
}

pub(super) fn withdrawn<'a>(form: &'a Form, from: &'a Withdrawn) -> WithdrawnData<'a> {
    WithdrawnData { rule: data(form, &from.rule), withdrawn: correction(&from.correction) }
}

fn changed(from: &Changed) -> ChangedData<'_> {
    ChangedData { from: from.from.key(), correction: correction(&from.correction) }
}

fn correction(from: &Correction) -> CorrectionData<'_> {
    CorrectionData { revision: from.revision, date: from.date.to_string(), why: &from.why }
}

pub(super) fn pieces<'a>(form: &'a Form, from: &'a Template) -> Vec<PieceData<'a>> {
    let data = |piece: &'a Piece| match piece {
        Piece::Text(text) => PieceData::Text(text),
        Piece::Value { of, unit } => PieceData::Value { of: reference(form, *of), unit: *unit },
        Piece::Figure(figure) => PieceData::Figure(expression(form, figure)),
    };
    from.iter().map(data).collect()
}

fn fix<'a>(form: &'a Form, from: &'a RuleFix) -> FixData<'a> {
    let set = match &from.action {
        FixAction::Set(to) => Some(expression(form, to)),
        FixAction::Remove => None,
    };
    FixData { set, safe: from.safe }
}
