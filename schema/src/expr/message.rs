//! Messages written by hand: their places for values (TB070), and whether they say what the rule says (TB071).

mod against;
mod braces;

pub(crate) use braces::in_ascii;

use std::ops::Range;

use super::describe::path_and_label;
use super::{Expression, Names, References, references};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{Piece, Reference, Template};
use crate::node::Scalar;

/// A hand-written message with its places read; none where one of them is wrong. `{path}` is a value, `{path:unit}` one
/// with its unit, `{{` and `}}` are braces.
pub fn check(
    scalar: &Scalar,
    names: &Names<'_>,
    when: Option<&Expression>,
    assert: &Expression,
    out: &mut Vec<Diagnostic>,
) -> Option<Template> {
    let both: Vec<&Expression> = when.into_iter().chain([assert]).collect();
    let references = references(&both);
    let is_field = |path: &str| names.find(path.strip_prefix("previous.").unwrap_or(path)).is_some();
    let scalar = &in_ascii(scalar, is_field, out);
    let mut reader = Reader { scalar, names, references: &references, out, good: true };
    let template = reader.template();
    let good = reader.good;
    if good {
        against::hold(scalar, &template, names, &both, assert, out);
    }
    good.then_some(template)
}

struct Reader<'a, 'o> {
    scalar: &'a Scalar,
    names: &'a Names<'a>,
    references: &'a References,
    out: &'o mut Vec<Diagnostic>,
    good: bool,
}

impl Reader<'_, '_> {
    fn template(&mut self) -> Template {
        let text = &self.scalar.text;
        let mut pieces: Template = Vec::new();
        let mut fixed = String::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            if rest.starts_with("{{") || rest.starts_with("}}") {
                fixed.push_str(rest.get(..1).unwrap_or_default());
                at += 2;
            } else if rest.starts_with('{') {
                let length = rest.find('}').unwrap_or(rest.len());
                let piece = self.place(at + 1..at + length, rest.len() > length);
                if !fixed.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut fixed)));
                }
                pieces.extend(piece);
                at += length + 1;
            } else {
                let length = rest.find(['{', '}']).unwrap_or(rest.len()).max(1);
                fixed.push_str(rest.get(..length).unwrap_or_default());
                at += length;
            }
        }
        if !fixed.is_empty() {
            pieces.push(Piece::Text(fixed));
        }
        pieces
    }

    fn error(
        &mut self,
        range: &Range<usize>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) -> &mut Diagnostic {
        self.good = false;
        let place = self.scalar.place(range.start, range.end);
        self.out.push(Diagnostic::error(Code::TB070, place, zh, en));
        let last = self.out.len() - 1;
        &mut self.out[last]
    }

    /// What stands between `{` and `}`.
    fn place(&mut self, range: Range<usize>, closed: bool) -> Option<Piece> {
        let text = self.scalar.text.get(range.clone()).unwrap_or_default();
        if !closed {
            let open = range.start - 1..range.start;
            self.error(
                &open,
                "这个 { 没有配对的 }；要印一个 { 就写 {{",
                "unclosed `{`; write `{{` for a brace",
            );
            return None;
        }
        let place = self.scalar.place(range.start, range.end);
        if text.trim() != text {
            let zh = format!("花括号里不留空格，写 {{{}}}", text.trim());
            let mended = text.trim().to_owned();
            let diagnostic = self.error(&range, zh, "no spaces inside the braces");
            *diagnostic = diagnostic.clone().suggest(place, mended);
            return None;
        }
        if let Some(path) = text.strip_suffix("：unit") {
            let zh = format!("这里的“：”是中文的，要用英文的，写 {{{path}:unit}}");
            let mended = format!("{path}:unit");
            let diagnostic = self.error(&range, zh, "a Chinese colon; write `:unit`");
            *diagnostic = diagnostic.clone().suggest(place, mended);
            return None;
        }
        let (path, format) = text.split_once(':').map_or((text, None), |(path, format)| (path, Some(format)));
        let whole = range.start..range.start + path.len();
        if let Some(format) = format.filter(|format| *format != "unit") {
            let place = whole.end + 1..range.end;
            let zh = format!("值后面只能写 :unit（带单位），没有 :{format}");
            self.error(&place, zh, "only `:unit` may follow a path");
            return None;
        }
        let of = self.reference(path, &whole)?;
        let member = self.names.member(of.member)?;
        if format.is_some() && member.field().is_some_and(|field| field.unit.is_none()) {
            let zh = format!("“{}”没有单位，去掉 :unit", member.label);
            let place = self.scalar.place(whole.end, range.end);
            let diagnostic = Diagnostic::warning(Code::TB070, place, zh, "this field has no unit");
            self.out.push(diagnostic.suggest(place, ""));
        }
        Some(Piece::Value { of, unit: format.is_some() })
    }

    fn reference(&mut self, path: &str, range: &Range<usize>) -> Option<Reference> {
        let (previous, bare) = path.strip_prefix("previous.").map_or((false, path), |bare| (true, bare));
        let year = if previous { "previous." } else { "" };
        let Some(member) = self.names.find(bare) else {
            let meant = self.names.nearest(bare);
            let zh = match meant {
                Some(meant) => {
                    format!("{{{path}}} 这一项不存在，是不是 {year}{}？", path_and_label(meant))
                }
                None => format!("{{{path}}} 这一项不存在；花括号里写字段的编号，要印一个 {{ 就写 {{{{"),
            };
            let place = self.scalar.place(range.start, range.end);
            let diagnostic = self.error(range, zh, format!("`{path}` names no field"));
            if let Some(meant) = meant {
                *diagnostic = diagnostic.clone().suggest(place, format!("{year}{}", meant.path));
            }
            return None;
        };
        let of = Reference { previous, member };
        let found = self.names.member(member)?;
        if found.is_group() {
            let zh = format!("“{}”是一组，没有一个值可以印", found.label);
            self.error(range, zh, "a group has no value");
            return None;
        }
        if !self.references.reads.contains(&of) {
            let label = &found.label;
            let zh = if self.references.mentions.contains(&of) {
                format!("“{label}”在规则里只问了有没有填，不一定有值可印")
            } else {
                format!("这条规则没有读“{label}”，不能印它的值；先在 when 或 assert 里用到它")
            };
            self.error(range, zh, format!("the rule does not read `{path}`"));
            return None;
        }
        Some(of)
    }
}
