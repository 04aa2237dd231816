//! Numbers: literals, arithmetic, one scale on both sides, nothing that could leave `i64`.

use tianbao_core::decimal;

use super::check::Checker;
use super::parse::{Raw, RawKind};
use super::{Arithmetic, Expression, Node, Type, interval};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;

/// Most places that a number may have, so that no scale leaves `i64`.
const MAX_PLACES: u8 = 15;

impl Checker<'_, '_> {
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

    pub(super) fn decimal(&mut self, written: &str, raw: &Raw) -> Option<Expression> {
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

    /// Brings both numbers to the larger number of places.
    pub(super) fn same_scale(
        &mut self,
        first: Expression,
        second: Expression,
    ) -> Option<(Expression, Expression)> {
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

    pub(super) fn arithmetic(
        &mut self,
        operator: Arithmetic,
        left: &Raw,
        right: &Raw,
        raw: &Raw,
    ) -> Option<Expression> {
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
        if operator == Arithmetic::Subtract && self.is_hyphen(left, right, raw) {
            return None;
        }
        let (first, second) = (self.number(left), self.number(right));
        self.combine(operator, first?, second?, raw)
    }

    /// True (with a diagnostic) for a path with a hyphen in place of a dot.
    fn is_hyphen(&mut self, left: &Raw, right: &Raw, raw: &Raw) -> bool {
        let (RawKind::Path(group), RawKind::Path(rest)) = (&left.kind, &right.kind) else { return false };
        let names: Vec<&str> = group.iter().chain(rest).map(|segment| segment.name.as_str()).collect();
        let path = names.join(".");
        let bare = path.strip_prefix("previous.").unwrap_or(&path);
        let is_known = rest.first().is_some_and(|first| self.names.find(&first.name).is_some());
        if is_known || self.names.find(bare).is_none() {
            return false;
        }
        let place = self.place(&raw.range);
        let zh = format!("编号之间写点，不写减号：是不是 {path}？");
        let diagnostic = Diagnostic::error(Code::TB021, place, zh, format!("did you mean `{path}`?"));
        self.out.push(diagnostic.suggest(place, path));
        true
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

    pub(super) fn bounded(&mut self, node: Node, ty: Type, raw: &Raw) -> Option<Expression> {
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
