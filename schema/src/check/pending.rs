//! Stands in for sentences, message checks and judging until they land.

use crate::diagnostic::Diagnostic;
use crate::expr::{Expression, Names};
use crate::form::{Piece, Template};
use crate::node::Scalar;

pub(super) struct Sentence {
    pub(super) plain: String,
    pub(super) message: Template,
}

pub(super) fn sentence(_: &Names<'_>, _: Option<&Expression>, _: &Expression) -> Option<Sentence> {
    let plain = "不符合规则".to_owned();
    Some(Sentence { message: vec![Piece::Text(plain.clone())], plain })
}

pub(super) fn message(
    message: &Scalar,
    _: &Names<'_>,
    _: Option<&Expression>,
    _: &Expression,
    _: &mut Vec<Diagnostic>,
) -> Option<Template> {
    Some(vec![Piece::Text(message.text.clone())])
}
