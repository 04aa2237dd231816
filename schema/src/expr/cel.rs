//! Rules as portable CEL text over `self` (the report without its null members) and `previous` (`{}` if there is none).
//!
//! - A rule's text is true where the rule is not applicable, and never an error for a report that the schema accepts:
//!   `!(has(self.a) && has(self.a.b)) || !(when) || assert`.
//! - Whole numbers are read as `int(self.a.b)`, since JSON may give `5`, `5.0` or (in JavaScript) only doubles. Numbers
//!   with places are whole numbers of the last place, as everywhere in tianbao: `int(double(self.a.b) * 100.0 + 0.5)`.
//! - Days are texts, which order as days do: `string(int(self.year) + 1) + '-01-31'`.
//! - Patterns stand in the text, anchored.
//! - `first(text, n)` (fixes only) is `text.substring(0, n)` of CEL's string extension.

mod number;
mod program;

pub use program::{Inputs, Program};

use super::{Arithmetic, Expression, Node, Type};
use crate::form::{Form, Reference, Rule};

/// A rule as one truth value.
#[must_use]
pub fn rule(form: &Form, rule: &Rule) -> String {
    let known = guards(form, rule.reads.iter().copied());
    let mut printer = Printer { form, text: String::new(), known: Vec::new() };
    match known.as_slice() {
        [] => {}
        [only] => printer.text.push_str(&format!("!{only} || ")),
        several => printer.text.push_str(&format!("!({}) || ", several.join(" && "))),
    }
    // What follows is only of account where all that is there.
    printer.known = known;
    if let Some(when) = &rule.when {
        printer.unless(when);
        printer.text.push_str(" || ");
    }
    let alone = printer.text.is_empty();
    printer.expression(&rule.assert, if alone { Level::Whole } else { Level::Or });
    printer.text
}

/// An expression. Numbers with places are whole numbers of their last place.
#[must_use]
pub fn expression(form: &Form, expression: &Expression) -> String {
    let mut printer = Printer { form, text: String::new(), known: Vec::new() };
    printer.expression(expression, Level::Whole);
    printer.text
}

/// `has()` of members and of every group around them, outermost first, each once.
fn guards(form: &Form, of: impl Iterator<Item = Reference>) -> Vec<String> {
    let mut guards: Vec<String> = Vec::new();
    for reference in of {
        let mut path = root(reference).to_owned();
        for name in form.member(reference.member).path.split('.') {
            path.push('.');
            path.push_str(name);
            let guard = format!("has({path})");
            if !guards.contains(&guard) {
                guards.push(guard);
            }
        }
    }
    guards
}

const fn root(of: Reference) -> &'static str {
    if of.previous { "previous" } else { "self" }
}

/// A text literal that every evaluator reads alike.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    for character in text.chars() {
        match character {
            '\'' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            control if control.is_control() => literal.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => literal.push(other),
        }
    }
    literal.push('\'');
    literal
}

/// How tightly an operator binds; what binds less stands in brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Whole,
    Or,
    And,
    Compare,
    Add,
    Multiply,
    Unary,
    Member,
}

struct Printer<'a> {
    form: &'a Form,
    text: String,
    /// `has()` that need not be asked again.
    known: Vec<String>,
}

impl Printer<'_> {
    /// Prints an expression where only what binds at least as tightly as `around` stands without brackets.
    fn expression(&mut self, of: &Expression, around: Level) {
        let brackets = self.level(of) < around;
        if brackets {
            self.text.push('(');
        }
        self.bare(of);
        if brackets {
            self.text.push(')');
        }
    }

    fn bare(&mut self, of: &Expression) {
        match &of.node {
            Node::Read(field) => self.read(*field, of.ty),
            Node::Number(value) => self.text.push_str(&value.to_string()),
            Node::Bool(value) => self.text.push_str(if *value { "true" } else { "false" }),
            Node::Text(text) => self.text.push_str(&literal(text)),
            Node::Choice(index) => self.choice(of.ty, *index),
            Node::Rescale { of, by } => {
                self.expression(of, Level::Multiply);
                self.text.push_str(&format!(" * {}", tianbao_core::decimal::power(*by)));
            }
            Node::Negate(of) => {
                self.text.push('-');
                self.expression(of, Level::Member);
            }
            Node::Arithmetic(operator, left, right) => {
                let (sign, level) = match operator {
                    Arithmetic::Add => (" + ", Level::Add),
                    Arithmetic::Subtract => (" - ", Level::Add),
                    Arithmetic::Multiply => (" * ", Level::Multiply),
                };
                self.expression(left, level);
                self.text.push_str(sign);
                self.expression(right, above(level));
            }
            Node::Compare(comparison, left, right) => {
                self.expression(left, Level::Add);
                self.text.push_str(&format!(" {} ", comparison.sign()));
                self.expression(right, Level::Add);
            }
            Node::And(parts) => self.joined(parts, " && ", Level::Compare),
            Node::Or(parts) => self.joined(parts, " || ", Level::And),
            Node::Not(of) => {
                self.text.push('!');
                self.expression(of, Level::Member);
            }
            Node::Has(of) => {
                let asked = self.asked(*of).join(" && ");
                self.text.push_str(&asked);
            }
            Node::In { choice, field } => {
                self.choice(Type::Choices(field.member), *choice);
                self.text.push_str(" in ");
                self.path(*field);
            }
            Node::StartsWith(of, with) => self.method(of, "startsWith", with),
            Node::EndsWith(of, with) => self.method(of, "endsWith", with),
            Node::Matches(of, pattern) => {
                let pattern = self.form.pattern(*pattern).anchored();
                self.method(of, "matches", &pattern);
            }
            Node::Date { year, month, day } => self.day(year, *month, *day),
            Node::Concat(parts) => self.joined(parts, " + ", Level::Multiply),
            Node::ToText(of) => self.as_text(of),
            Node::First(of, count) => {
                self.expression(of, Level::Member);
                self.text.push_str(&format!(".substring(0, {count})"));
            }
        }
    }

    /// The `has()` that ask for a member: of the groups around it only where they may be absent too.
    fn asked(&self, of: Reference) -> Vec<String> {
        let mut asked = guards(self.form, [of].into_iter());
        let member = asked.pop();
        asked.retain(|guard| !self.known.contains(guard));
        asked.extend(member);
        asked
    }

    /// What holds where a `when` does not.
    fn unless(&mut self, when: &Expression) {
        match &when.node {
            Node::Not(of) => self.expression(of, Level::And),
            Node::Compare(comparison, left, right) => {
                let (left, right) = (left.clone(), right.clone());
                let node = Node::Compare(comparison.negated(), left, right);
                self.expression(&Expression { node, ..when.clone() }, Level::And);
            }
            _ => {
                self.text.push('!');
                self.expression(when, Level::Member);
            }
        }
    }

    fn joined(&mut self, parts: &[Expression], sign: &str, level: Level) {
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                self.text.push_str(sign);
            }
            // `has(self.a) && has(self.a.b)` inside an `&&` needs no brackets.
            let flat = sign == " && " && matches!(part.node, Node::Has(_));
            self.expression(part, if flat { Level::And } else { level });
        }
    }

    fn path(&mut self, of: Reference) {
        self.text.push_str(root(of));
        self.text.push('.');
        self.text.push_str(&self.form.member(of.member).path);
    }

    fn choice(&mut self, ty: Type, index: usize) {
        let id = match ty {
            Type::Choice(field) | Type::Choices(field) => {
                self.form.member(field).choices().get(index).map_or("", |choice| &choice.id)
            }
            Type::Bool | Type::Number { .. } | Type::Text | Type::Date => "",
        };
        self.text.push_str(&literal(id));
    }

    fn method(&mut self, of: &Expression, name: &str, with: &str) {
        self.expression(of, Level::Member);
        self.text.push_str(&format!(".{name}({})", literal(with)));
    }

    fn day(&mut self, year: &Expression, month: u8, day: u8) {
        if let Node::Number(year) = year.node {
            return self.text.push_str(&format!("'{year:04}-{month:02}-{day:02}'"));
        }
        self.text.push_str("string(");
        self.expression(year, Level::Whole);
        self.text.push_str(&format!(") + '-{month:02}-{day:02}'"));
    }

    fn as_text(&mut self, of: &Expression) {
        match of.ty {
            // Without places; with places evaluators print as they like, so the nearest double.
            Type::Number { places: 0 } => {
                self.text.push_str("string(");
                self.expression(of, Level::Whole);
                self.text.push(')');
            }
            Type::Number { places } => {
                self.text.push_str("string(double(");
                self.expression(of, Level::Whole);
                self.text.push_str(&format!(") / {}.0)", tianbao_core::decimal::power(places)));
            }
            Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => self.bare(of),
        }
    }
}

const fn above(level: Level) -> Level {
    match level {
        Level::Whole => Level::Or,
        Level::Or => Level::And,
        Level::And => Level::Compare,
        Level::Compare => Level::Add,
        Level::Add => Level::Multiply,
        Level::Multiply => Level::Unary,
        Level::Unary | Level::Member => Level::Member,
    }
}

impl Printer<'_> {
    fn level(&self, of: &Expression) -> Level {
        match &of.node {
            Node::Or(_) => Level::Or,
            Node::And(_) => Level::And,
            Node::Has(of) if self.asked(*of).len() > 1 => Level::And,
            Node::Compare(..) | Node::In { .. } => Level::Compare,
            Node::Arithmetic(Arithmetic::Add | Arithmetic::Subtract, ..) | Node::Concat(_) => Level::Add,
            Node::Arithmetic(Arithmetic::Multiply, ..) | Node::Rescale { .. } => Level::Multiply,
            Node::Date { year, .. } => match year.node {
                Node::Number(_) => Level::Member,
                _ => Level::Add,
            },
            Node::ToText(inner) => match inner.ty {
                Type::Number { .. } => Level::Member,
                Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => {
                    self.level(inner)
                }
            },
            Node::Number(value) if *value < 0 => Level::Unary,
            Node::Not(_) | Node::Negate(_) => Level::Unary,
            Node::Read(_)
            | Node::Number(_)
            | Node::Bool(_)
            | Node::Text(_)
            | Node::Choice(_)
            | Node::Has(_)
            | Node::StartsWith(..)
            | Node::EndsWith(..)
            | Node::Matches(..)
            | Node::First(..) => Level::Member,
        }
    }
}
