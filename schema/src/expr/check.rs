//! Names resolved and types checked: from what was written to an [`Expression`].

use std::ops::Range;

use super::describe::{kind_en, kind_zh};
use super::parse::{self, Raw, RawKind, Segment};
use super::text::Text;
use super::{Comparison, Expression, Names, Node, Type, lexer, on_large_stack};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{Kind, Member, MemberId};
use crate::node::Scalar;
use crate::place::Span;

/// What an expression is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// `when`, `assert`: holds or not.
    Truth,
    /// `set` of a fix: a value for this field.
    FixFor(MemberId),
}

/// Reads and types an expression; everything wrong with it is said in `out`, and then there is none.
///
/// Whoever checks many expressions wraps the loop in [`on_large_stack`], which spares a thread each.
pub fn check(
    scalar: &Scalar,
    names: &Names<'_>,
    wanted: Wanted,
    out: &mut Vec<Diagnostic>,
) -> Option<Expression> {
    on_large_stack(|| {
        let before = out.len();
        let text = Text::new(scalar, out);
        let tokens = lexer::tokens(&text, names, out)?;
        let raw = parse::parse(&text, &tokens, out)?;
        let (curly, chinese) = (text.curly.clone(), text.chinese_quotes());
        let mut checker = Checker { text, names, fix: wanted != Wanted::Truth, curly, chinese, out };
        let checked = match wanted {
            Wanted::Truth => checker.truth(&raw),
            Wanted::FixFor(target) => checker.value_for(target, &raw),
        };
        checker.quotes();
        checked.filter(|_| checker.out.len() == before || !has_errors(checker.out, before))
    })
}

fn has_errors(out: &[Diagnostic], from: usize) -> bool {
    out.iter().skip(from).any(|diagnostic| diagnostic.level == crate::diagnostic::Level::Error)
}

pub(super) struct Checker<'a, 'o> {
    pub(super) text: Text<'a>,
    pub(super) names: &'a Names<'a>,
    /// True inside a fix, where texts can be made.
    pub(super) fix: bool,
    /// Texts in Chinese quotes of which nothing was said yet.
    pub(super) curly: Vec<usize>,
    /// Where the spec has Chinese quotes that were mended before we saw them.
    pub(super) chinese: Vec<usize>,
    pub(super) out: &'o mut Vec<Diagnostic>,
}

impl Checker<'_, '_> {
    pub(super) fn place(&self, range: &Range<usize>) -> Span {
        self.text.place(range)
    }

    pub(super) fn error(
        &mut self,
        code: Code,
        range: &Range<usize>,
        zh: impl Into<String>,
        en: impl Into<String>,
    ) {
        let place = self.place(range);
        self.out.push(Diagnostic::error(code, place, zh, en));
    }

    pub(super) fn member(&self, id: MemberId) -> Option<&Member> {
        self.names.member(id)
    }

    pub(super) fn make(&self, node: Node, ty: Type, raw: &Raw) -> Expression {
        Expression { node, ty, span: self.place(&raw.range) }
    }

    /// An expression of any type.
    pub(super) fn any(&mut self, raw: &Raw) -> Option<Expression> {
        let whole = Type::Number { places: 0 };
        match &raw.kind {
            RawKind::Path(path) => self.read(path, raw),
            RawKind::Int(value) => Some(self.make(Node::Number(*value), whole, raw)),
            RawKind::Decimal(written) => self.decimal(written, raw),
            RawKind::Bool(value) => Some(self.make(Node::Bool(*value), Type::Bool, raw)),
            RawKind::Text(value) => Some(self.make(Node::Text(value.clone()), Type::Text, raw)),
            RawKind::And(parts) => {
                let parts = self.truths(parts)?;
                Some(self.make(Node::And(parts), Type::Bool, raw))
            }
            RawKind::Or(parts) => {
                let parts = self.truths(parts)?;
                Some(self.make(Node::Or(parts), Type::Bool, raw))
            }
            RawKind::Not(of) => {
                let of = self.truth(of)?;
                Some(self.make(Node::Not(Box::new(of)), Type::Bool, raw))
            }
            RawKind::Negate(of) => {
                let of = self.number(of)?;
                let ty = of.ty;
                self.bounded(Node::Negate(Box::new(of)), ty, raw)
            }
            RawKind::Compare(comparison, left, right) => self.compare(*comparison, left, right, raw),
            RawKind::Arithmetic(operator, left, right) => self.arithmetic(*operator, left, right, raw),
            RawKind::In(item, list) => self.contains(item, list, raw),
            RawKind::Has(path) => {
                let of = self.resolve(path)?;
                Some(self.make(Node::Has(of), Type::Bool, raw))
            }
            RawKind::Call(call) => self.call(call, raw),
            RawKind::Outside(outside) => {
                self.outside(*outside, &raw.range);
                None
            }
        }
    }

    fn truths(&mut self, parts: &[Raw]) -> Option<Vec<Expression>> {
        // Every part is looked at, so that all slips show at once.
        let checked: Vec<Option<Expression>> = parts.iter().map(|part| self.truth(part)).collect();
        checked.into_iter().collect()
    }

    /// An expression that holds or not.
    pub(super) fn truth(&mut self, raw: &Raw) -> Option<Expression> {
        let checked = self.any(raw)?;
        if checked.ty == Type::Bool {
            return Some(checked);
        }
        let zh = format!("这里要写成立与否的条件，{}；写完整的比较，如 … == 0", self.is_zh(&checked, raw));
        let en = format!("a condition is wanted here, {}", self.is_en(&checked, raw));
        self.error(Code::TB023, &raw.range, zh, en);
        None
    }

    fn read(&mut self, path: &[Segment], raw: &Raw) -> Option<Expression> {
        let of = self.resolve(path)?;
        let member = self.member(of.member)?;
        let Some(field) = member.field() else {
            let zh = format!("{}（{}）是一组，不是一项；组只能写在 has( ) 里", member.path, member.label);
            let en = format!("`{}` is a group; groups may only stand in has()", member.path);
            self.error(Code::TB023, &raw.range, zh, en);
            return None;
        };
        let ty = match field.kind {
            Kind::Count { .. } | Kind::Year { .. } => Type::Number { places: 0 },
            Kind::Number { places, .. } => Type::Number { places },
            Kind::Text { .. } | Kind::Url => Type::Text,
            Kind::Date => Type::Date,
            Kind::Flag => Type::Bool,
            Kind::Choice(_) => Type::Choice(of.member),
            Kind::Choices(_) => Type::Choices(of.member),
        };
        Some(self.make(Node::Read(of), ty, raw))
    }

    fn compare(&mut self, comparison: Comparison, left: &Raw, right: &Raw, raw: &Raw) -> Option<Expression> {
        let bracketed = self.text.slice(&(left.range.end..right.range.start)).contains(')');
        if let (RawKind::Compare(inner, ..), false) = (&left.kind, bracketed)
            && (comparison.orders() || inner.orders())
        {
            let zh = "比较不能连写；a <= b <= c 要写成 a <= b && b <= c";
            self.error(Code::TB023, &raw.range, zh, "comparisons do not chain; join two with &&");
            return None;
        }
        let (first, second) = (self.any(left), self.any(right));
        let (first, second) = (first?, second?);
        let (first, second) = self.literals(first, second)?;
        let (first, second) = match (first.ty, second.ty) {
            (Type::Number { .. }, Type::Number { .. }) => self.same_scale(first, second)?,
            (Type::Date, Type::Date) => (first, second),
            (Type::Bool, Type::Bool) | (Type::Text, Type::Text) if !comparison.orders() => (first, second),
            (Type::Choice(one), Type::Choice(other)) if one == other && !comparison.orders() => {
                (first, second)
            }
            (
                Type::Bool
                | Type::Text
                | Type::Date
                | Type::Number { .. }
                | Type::Choice(_)
                | Type::Choices(_),
                _,
            ) => {
                self.cannot_compare(comparison, (&first, left), (&second, right), raw);
                return None;
            }
        };
        let node = Node::Compare(comparison, Box::new(first), Box::new(second));
        Some(self.make(node, Type::Bool, raw))
    }

    fn cannot_compare(
        &mut self,
        comparison: Comparison,
        (first, left): (&Expression, &Raw),
        (second, right): (&Expression, &Raw),
        raw: &Raw,
    ) {
        let sign = comparison.sign();
        let (zh, en) = match (first.ty, second.ty) {
            (Type::Choices(_), _) | (_, Type::Choices(_)) => (
                "多选只能问有没有勾某一项，写 '编号' in 字段".to_owned(),
                "boxes are only asked with `'id' in field`".to_owned(),
            ),
            (one, other) if one == other => (
                format!("{}，不能比大小，只能用 == 或 !=", self.is_zh(first, left)),
                format!("{}: only == and != apply", self.is_en(first, left)),
            ),
            _ => (
                format!("{}，{}，不能用 {sign} 比较", self.is_zh(first, left), self.is_zh(second, right)),
                format!(
                    "{}, {}: they cannot be compared with {sign}",
                    self.is_en(first, left),
                    self.is_en(second, right)
                ),
            ),
        };
        self.error(Code::TB023, &raw.range, zh, en);
    }

    /// The value of a fix, in the target's own type.
    fn value_for(&mut self, target: MemberId, raw: &Raw) -> Option<Expression> {
        let checked = self.any(raw)?;
        let member = self.member(target)?;
        let kind = &member.field()?.kind;
        let label = member.label.clone();
        let (zh, en) = (kind_zh(kind), kind_en(kind));
        let good = match (kind, checked.ty) {
            (Kind::Count { .. } | Kind::Year { .. }, Type::Number { places }) => places == 0,
            (Kind::Number { places, .. }, Type::Number { places: given }) => {
                let places = *places;
                if given <= places {
                    return self.rescale(checked, places);
                }
                false
            }
            (Kind::Text { .. } | Kind::Url, Type::Text)
            | (Kind::Date, Type::Date)
            | (Kind::Flag, Type::Bool) => true,
            (Kind::Choice(_), Type::Choice(of)) => of == target,
            (Kind::Choice(_), Type::Text) => {
                if let Node::Text(id) = &checked.node {
                    return self.choice(target, &id.clone(), checked.span);
                }
                false
            }
            (
                Kind::Count { .. }
                | Kind::Number { .. }
                | Kind::Text { .. }
                | Kind::Url
                | Kind::Date
                | Kind::Year { .. }
                | Kind::Flag
                | Kind::Choice(_)
                | Kind::Choices(_),
                _,
            ) => false,
        };
        if good {
            return Some(checked);
        }
        let zh = format!("要填进“{label}”的是{zh}，{}", self.is_zh(&checked, raw));
        let en = format!("the fix is for a {en}, {}", self.is_en(&checked, raw));
        self.error(Code::TB023, &raw.range, zh, en);
        None
    }
}
