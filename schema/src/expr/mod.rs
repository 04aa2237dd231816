//! Rule expressions: a checked, typed subset of CEL (design section 3).
//!
//! A library parses; resolving names, typing and everything after is ours. This is the one module that uses `cel`.

mod balance;
mod boundary;
pub mod cel;
mod check;
mod describe;
pub mod formula;
mod functions;
pub mod interval;
mod lexer;
mod linear;
mod literals;
mod matching;
pub mod message;
mod names;
mod normal;
mod numbers;
mod parse;
mod presence;
mod references;
mod resolve;
pub mod sentence;
mod stack;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod translate;

pub use balance::Balance;
pub use boundary::boundaries;
pub use check::{Wanted, check};
pub use matching::{is_match, told_apart};
pub use names::Names;
pub use normal::{negated_form, normal_form};
pub use presence::presence;
pub use references::{References, references};
pub use stack::on_large_stack;
pub use translate::Translation;

use crate::form::{MemberId, PatternId, Reference};
use crate::place::Span;

/// The type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A truth value; a field of kind flag.
    Bool,
    /// A number with so many places, kept as a whole number of its last place; counts and years have 0.
    Number {
        /// Digits after the point.
        places: u8,
    },
    /// A text: kinds text and url, literals.
    Text,
    /// A day.
    Date,
    /// One box of the field's.
    Choice(MemberId),
    /// Boxes of the field's.
    Choices(MemberId),
}

/// An expression with its type and its place in the spec.
#[derive(Clone, Debug)]
pub struct Expression {
    /// What it is.
    pub node: Node,
    /// Its type.
    pub ty: Type,
    /// Where it stands in the spec; spans do not count when expressions are compared.
    pub span: Span,
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node && self.ty == other.ty
    }
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// Arithmetic on numbers. Both sides of `+` and `-` have the scale of the result (see [`Node::Rescale`]);
/// the places of a product add up. Checked: no value of the form can leave `i64`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
}

/// What an expression is. Both sides of a comparison have one type, numbers one scale.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// The value of a field.
    Read(Reference),
    /// A number, in units of the last place of the expression's type.
    Number(i64),
    /// `true`, `false`
    Bool(bool),
    /// A text literal.
    Text(String),
    /// A box of the type's field, by index.
    Choice(usize),
    /// A number brought to more places: times 10^`by`.
    Rescale {
        /// The number.
        of: Box<Expression>,
        /// Places added.
        by: u8,
    },
    /// `-a`
    Negate(Box<Expression>),
    /// `a + b`, `a - b`, `a * b`
    Arithmetic(Arithmetic, Box<Expression>, Box<Expression>),
    /// `a == b`, `a < b`, …
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `a && b && …`, at least two
    And(Vec<Expression>),
    /// `a || b || …`, at least two
    Or(Vec<Expression>),
    /// `!a`
    Not(Box<Expression>),
    /// `has(a)`
    Has(Reference),
    /// `'x' in features`
    In {
        /// Index of the box.
        choice: usize,
        /// The choices field.
        field: Reference,
    },
    /// `a.startsWith('x')`
    StartsWith(Box<Expression>, String),
    /// `a.endsWith('x')`
    EndsWith(Box<Expression>, String),
    /// `a.matches(patterns.name)`
    Matches(Box<Expression>, PatternId),
    /// `date(year, month, day)`; month and day are literals, every year makes a real day.
    Date {
        /// The year, a number of 0 places between 1000 and 9999.
        year: Box<Expression>,
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// Text `+` text; fixes only.
    Concat(Vec<Expression>),
    /// `string(a)`: a value as a text; fixes only.
    ToText(Box<Expression>),
    /// `first(text, n)`: the first n characters; fixes only.
    First(Box<Expression>, u32),
}
