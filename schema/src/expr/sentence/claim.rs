//! What must hold, in words: 总数应等于….

use super::operand::{Shown, flag, literal, read};
use super::{Claim, Figure, Writer, listed, operand};
use crate::expr::{Comparison, Expression, Node, Type};

impl Writer<'_> {
    pub(super) fn claim(&self, of: &Expression) -> Option<Claim> {
        if let Some(field) = flag(of) {
            return Claim::bare(format!("{}应为“是”", self.labels.name(field)));
        }
        match &of.node {
            Node::And(parts) => self.claims(parts),
            Node::Or(parts) => self.any(parts),
            Node::Not(inner) => self.denied(inner),
            Node::Has(field) => Claim::bare(format!("应填{}", self.labels.name(*field))),
            Node::In { choice, field } => {
                let choice = self.labels.choice(field.member, *choice)?;
                Claim::bare(format!("应勾选“{}”", choice.label))
            }
            Node::StartsWith(..) | Node::EndsWith(..) => self.affixes(std::slice::from_ref(of)),
            Node::Matches(of, pattern) => {
                let field = read(of)?;
                let said = &self.labels.names.pattern(*pattern)?.message;
                let name = self.labels.name(field);
                // A pattern's message may name its field itself.
                let plain = if said.starts_with(&name) { said.clone() } else { format!("{name}{said}") };
                Claim::new(plain, vec![Figure::value("", field, true)])
            }
            Node::Compare(comparison, left, right) => self.comparison(*comparison, left, right),
            _ => None,
        }
    }

    fn claims(&self, parts: &[Expression]) -> Option<Claim> {
        self.all_equal(parts)
            .or_else(|| self.all_absent(parts))
            .or_else(|| self.all_present(parts))
            .or_else(|| self.window(parts))
            .or_else(|| self.within_factor(parts))
            .or_else(|| {
                let claims = parts.iter().map(|part| self.claim(part)).collect::<Option<Vec<_>>>()?;
                let plain: Vec<&str> = claims.iter().map(|claim| claim.plain.as_str()).collect();
                let plain = plain.join("，且");
                Claim::new(plain, claims.into_iter().flat_map(|claim| self.named(claim.figures)).collect())
            })
    }

    /// Figures of one claim among several are called by name.
    fn named(&self, figures: Vec<Figure>) -> Vec<Figure> {
        figures
            .into_iter()
            .map(|figure| match &figure.piece {
                crate::form::Piece::Value { of, .. } if figure.name.is_empty() => {
                    Figure { name: self.labels.name(*of), ..figure }
                }
                _ => figure,
            })
            .collect()
    }

    fn any(&self, parts: &[Expression]) -> Option<Claim> {
        if let Some(claim) = self.any_present(parts).or_else(|| self.affixes(parts)) {
            return Some(claim);
        }
        if let Some((field, labels)) = self.choices_of_one(parts) {
            let plain = format!("{}应为{}", self.labels.name(field), listed(&labels, "或"));
            return Claim::new(plain, vec![Figure::value("", field, true)]);
        }
        // !a || b says that b must hold where a does.
        let [Expression { node: Node::Not(condition), .. }, then] = parts else { return None };
        let claim = self.claim(then)?;
        let condition = self.condition(condition)?;
        Claim::new(format!("{}时，{}", super::spaced(&condition), claim.plain), claim.figures)
    }

    /// What must not hold.
    fn denied(&self, of: &Expression) -> Option<Claim> {
        if let Some(field) = flag(of) {
            return Claim::bare(format!("{}应为“否”", self.labels.name(field)));
        }
        match &of.node {
            Node::Has(field) => Claim::bare(format!("不应填{}", self.labels.name(*field))),
            Node::Or(parts) => {
                let names = self.all_has(parts)?;
                Claim::bare(format!("{}都不应填", listed(&names, "与")))
            }
            Node::In { choice, field } => {
                let choice = self.labels.choice(field.member, *choice)?;
                Claim::bare(format!("不应勾选“{}”", choice.label))
            }
            Node::StartsWith(of, with) => {
                let field = read(of)?;
                let plain = format!("{}不应以“{with}”开头", self.labels.name(field));
                Claim::new(plain, vec![Figure::value("", field, true)])
            }
            Node::EndsWith(of, with) => {
                let field = read(of)?;
                let plain = format!("{}不应以“{with}”结尾", self.labels.name(field));
                Claim::new(plain, vec![Figure::value("", field, true)])
            }
            Node::Compare(comparison, left, right) => self.comparison(comparison.negated(), left, right),
            _ => None,
        }
    }

    /// `a == 0 && b == 0`
    fn all_equal(&self, parts: &[Expression]) -> Option<Claim> {
        let plain = self.same_value(parts, "都应为")?;
        let figures = parts.iter().filter_map(|part| match &part.node {
            Node::Compare(_, left, _) => read(left).map(|of| Figure::value(self.labels.name(of), of, false)),
            _ => None,
        });
        Claim::new(plain, figures.collect())
    }

    fn comparison(&self, comparison: Comparison, left: &Expression, right: &Expression) -> Option<Claim> {
        if let Some(claim) = self.last_year(comparison, left, right) {
            return Some(claim);
        }
        match left.ty {
            Type::Number { .. } => self.numbers(comparison, left, right),
            Type::Date => self.days(comparison, left, right),
            Type::Choice(_) | Type::Text => self.texts(comparison, left, right),
            Type::Bool => self.box_and_line(comparison, left, right),
            Type::Choices(_) => None,
        }
    }

    fn numbers(&self, comparison: Comparison, left: &Expression, right: &Expression) -> Option<Claim> {
        if literal(left).is_some() {
            return literal(right).is_none().then(|| self.numbers(comparison.flipped(), right, left))?;
        }
        let (one, other) = (self.operand(left)?, self.operand(right)?);
        let word = match comparison {
            Comparison::Equal if other.is_literal() => "应为",
            Comparison::NotEqual if other.is_literal() => "不应为",
            Comparison::Equal => "应等于",
            Comparison::NotEqual => "不应等于",
            Comparison::Less => "应小于",
            Comparison::LessOrEqual => "不应大于",
            Comparison::Greater => "应大于",
            Comparison::GreaterOrEqual => "不应小于",
        };
        let gap = if other.is_literal() { " " } else { "" };
        let plain = format!("{}{word}{gap}{}", one.words, other.words);
        let mut figures = self.figures((left, &one), (right, &other));
        if let (Shown::Field(_), true, [only]) = (&one.shown, other.is_literal(), figures.as_mut_slice()) {
            only.name.clear();
        }
        Claim::new(plain, figures)
    }

    fn days(&self, comparison: Comparison, left: &Expression, right: &Expression) -> Option<Claim> {
        let Node::Read(field) = &left.node else {
            let Node::Read(_) = &right.node else { return None };
            return self.days(comparison.flipped(), right, left);
        };
        let word = match comparison {
            Comparison::Equal => "应为",
            Comparison::NotEqual => "不应为",
            Comparison::Less => "应早于",
            Comparison::LessOrEqual => "不应晚于",
            Comparison::Greater => "应晚于",
            Comparison::GreaterOrEqual => "不应早于",
        };
        let name = self.labels.name(*field);
        let plain = format!("{name}{word}{}", operand::day(&self.labels, right)?);
        let figures = match &right.node {
            Node::Read(other) => vec![
                Figure::value(name, *field, false),
                Figure::value(self.labels.name(*other), *other, false),
            ],
            _ => vec![Figure::value("", *field, false)],
        };
        Claim::new(plain, figures)
    }

    fn texts(&self, comparison: Comparison, left: &Expression, right: &Expression) -> Option<Claim> {
        let equal = comparison == Comparison::Equal;
        if let Some((field, value)) = self.fixed(left, right) {
            let word = if equal { "应为" } else { "不应为" };
            let plain = format!("{}{word}“{value}”", self.labels.name(field));
            return Claim::new(plain, vec![Figure::value("", field, true)]);
        }
        let (one, other) = (read(left)?, read(right)?);
        let word = if equal { "应相同" } else { "不应相同" };
        let (first, second) = (self.labels.name(one), self.labels.name(other));
        let plain = format!("{first}与{second}{word}");
        Claim::new(plain, vec![Figure::value(first, one, true), Figure::value(second, other, true)])
    }
}
