//! Names resolved and types checked: from what was written to an [`Expression`].

use std::ops::Range;

use tianbao_core::decimal;

use super::describe::{kind_en, kind_zh};
use super::parse::{self, Raw, RawKind, Segment};
use super::text::Text;
use super::{Arithmetic, Comparison, Expression, Names, Node, Type, interval, lexer, on_large_stack};
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

/// Most places that a number may have, so that no scale leaves `i64`.
const MAX_PLACES: u8 = 15;

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
        let mut checker = Checker { text, names, fix: wanted != Wanted::Truth, curly: Vec::new(), out };
        checker.curly.clone_from(&checker.text.curly);
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

    fn make(&self, node: Node, ty: Type, raw: &Raw) -> Expression {
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

    /// An expression that is a number.
    pub(super) fn number(&mut self, raw: &Raw) -> Option<Expression> {
        let checked = self.any(raw)?;
        if matches!(checked.ty, Type::Number { .. }) {
            return Some(checked);
        }
        if let (Node::Text(value), Some(number)) = (&checked.node, bare_number(&checked.node)) {
            let place = checked.span;
            let zh = format!("数直接写，不加引号：写 {number}，不写 '{value}'");
            self.out.push(
                Diagnostic::error(Code::TB024, place, zh, "write a number without quotes")
                    .suggest(place, number),
            );
            return None;
        }
        let zh = format!("这里要一个数，{}", self.is_zh(&checked, raw));
        let en = format!("a number is wanted here, {}", self.is_en(&checked, raw));
        self.error(Code::TB023, &raw.range, zh, en);
        None
    }

    fn decimal(&mut self, written: &str, raw: &Raw) -> Option<Expression> {
        let (whole, digits) = written.split_once('.').unwrap_or((written, ""));
        let digits = digits.trim_end_matches('0');
        let places = u8::try_from(digits.len()).unwrap_or(u8::MAX);
        match format!("{whole}{digits}").parse::<i64>() {
            Ok(value) if places <= MAX_PLACES => {
                Some(self.make(Node::Number(value), Type::Number { places }, raw))
            }
            Ok(_) | Err(_) => {
                let zh = format!("数 {written} 的位数太多，小数最多 {MAX_PLACES} 位");
                self.error(Code::TB025, &raw.range, zh, "number with too many digits");
                None
            }
        }
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

    /// Brings both numbers to the larger number of places.
    fn same_scale(&mut self, first: Expression, second: Expression) -> Option<(Expression, Expression)> {
        let places = places(first.ty).max(places(second.ty));
        let (first, second) = (self.rescale(first, places), self.rescale(second, places));
        Some((first?, second?))
    }

    pub(super) fn rescale(&mut self, of: Expression, wanted: u8) -> Option<Expression> {
        let by = wanted.saturating_sub(places(of.ty));
        if by == 0 {
            return Some(of);
        }
        let ty = Type::Number { places: wanted };
        let span = of.span;
        // A literal just gets its zeros.
        let scaled = match of.node {
            Node::Number(value) => decimal::power(by).checked_mul(value).map(Node::Number),
            _ => None,
        };
        let node = scaled.unwrap_or_else(|| Node::Rescale { of: Box::new(of), by });
        let made = Expression { node, ty, span };
        self.fits(&made).then_some(made)
    }

    fn arithmetic(&mut self, operator: Arithmetic, left: &Raw, right: &Raw, raw: &Raw) -> Option<Expression> {
        if self.fix && operator == Arithmetic::Add {
            let (first, second) = (self.any(left), self.any(right));
            let (first, second) = (first?, second?);
            if first.ty == Type::Text || second.ty == Type::Text {
                return self.concat((first, left), (second, right), raw);
            }
            if let (Type::Number { .. }, Type::Number { .. }) = (first.ty, second.ty) {
                return self.combine(operator, first, second, raw);
            }
        }
        let (first, second) = (self.number(left), self.number(right));
        self.combine(operator, first?, second?, raw)
    }

    fn combine(
        &mut self,
        operator: Arithmetic,
        first: Expression,
        second: Expression,
        raw: &Raw,
    ) -> Option<Expression> {
        let (first, second, places) = match operator {
            Arithmetic::Add | Arithmetic::Subtract => {
                let (first, second) = self.same_scale(first, second)?;
                let places = places(first.ty);
                (first, second, places)
            }
            Arithmetic::Multiply => {
                let sum = places(first.ty).saturating_add(places(second.ty));
                (first, second, sum)
            }
        };
        if places > MAX_PLACES {
            let zh = format!("相乘以后小数有 {places} 位，最多 {MAX_PLACES} 位");
            self.error(Code::TB025, &raw.range, zh, "too many places after multiplying");
            return None;
        }
        let node = Node::Arithmetic(operator, Box::new(first), Box::new(second));
        self.bounded(node, Type::Number { places }, raw)
    }

    fn concat(
        &mut self,
        first: (Expression, &Raw),
        second: (Expression, &Raw),
        raw: &Raw,
    ) -> Option<Expression> {
        for (side, written) in [&first, &second] {
            if side.ty != Type::Text {
                let zh = format!("文字只能和文字相接，{}；先写 string( … )", self.is_zh(side, written));
                let en = format!("only texts can be joined, {}; use string()", self.is_en(side, written));
                self.error(Code::TB023, &written.range, zh, en);
                return None;
            }
        }
        let mut parts = Vec::new();
        for side in [first.0, second.0] {
            match side.node {
                Node::Concat(inner) => parts.extend(inner),
                _ => parts.push(side),
            }
        }
        Some(self.make(Node::Concat(parts), Type::Text, raw))
    }

    fn bounded(&mut self, node: Node, ty: Type, raw: &Raw) -> Option<Expression> {
        let made = self.make(node, ty, raw);
        self.fits(&made).then_some(made)
    }

    /// Whether no report can take a number out of `i64`.
    fn fits(&mut self, number: &Expression) -> bool {
        let Some((low, high)) = interval::range(self.names, number) else { return true };
        if low >= i128::from(i64::MIN) && high <= i128::from(i64::MAX) {
            return true;
        }
        let zh = "这里算出来的数可能太大（超出 64 位整数）；给字段写 max，或换一种写法";
        self.out.push(Diagnostic::error(Code::TB025, number.span, zh, "this arithmetic could leave 64 bits"));
        false
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

/// The places of a number; 0 for anything else.
pub(super) fn places(ty: Type) -> u8 {
    match ty {
        Type::Number { places } => places,
        Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => 0,
    }
}

/// The number in a text such as `'12'`.
pub(super) fn bare_number(node: &Node) -> Option<String> {
    let Node::Text(text) = node else { return None };
    let digits = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.');
    (digits && text.parse::<f64>().is_ok()).then(|| text.clone())
}
