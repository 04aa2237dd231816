//! Rules between fields, checked and typed.

use serde_json::Value;
use tianbao_core::Severity;

use super::{Changed, MemberId};
use crate::expr::Expression;

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The 填写说明 says so.
    Stated,
    /// It follows from the definitions.
    Implied,
    /// Its examples do so.
    Example,
    /// The notice that issues the form says so.
    Notice,
}

impl Basis {
    /// Its key in a spec.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Implied => "implied",
            Self::Example => "example",
            Self::Notice => "notice",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Stated => "填写说明写明",
            Self::Implied => "由定义推出",
            Self::Example => "照填写说明的示例",
            Self::Notice => "印发通知要求",
        }
    }
}

/// A field (or, under `has()`, a group) of this year's report or of last year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// True for last year's report.
    pub previous: bool,
    /// The field or group.
    pub member: MemberId,
}

/// A message with places for values.
pub type Template = Vec<Piece>;

/// A piece of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Fixed text.
    Text(String),
    /// A value as the form prints it, `{path}` or `{path:unit}`.
    Value {
        /// Whose.
        of: Reference,
        /// With the unit after it.
        unit: bool,
    },
    /// The value of a number expression, for the figures of a sentence made by us.
    Figure(Expression),
}

/// What a fix does at the rule's `at`.
#[derive(Clone, Debug, PartialEq)]
pub enum FixAction {
    /// Sets the value of the expression.
    Set(Expression),
    /// Removes the member.
    Remove,
}

/// An offer to mend what a rule found.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleFix {
    /// What it does.
    pub action: FixAction,
    /// True where nothing can be lost.
    pub safe: bool,
}

/// A value laid over a report: a member, and its new value; none removes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The member.
    pub member: MemberId,
    /// Its new value; none removes it.
    pub value: Option<Value>,
}

/// A report that shows a rule: what is laid over the form's sample. [`super::Form::shown`] gives it whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// Laid over the sample.
    pub report: Vec<Change>,
    /// Laid over the sample to make last year's report, where the rule reads one.
    pub previous: Option<Vec<Change>>,
}

/// A report in which a rule just holds, and one in which it just fails.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// It holds.
    pub holds: Case,
    /// It fails.
    pub fails: Case,
}

/// A rule between fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Id: `services.cases.total.sum`.
    pub id: String,
    /// Its id in the edition before, if it had another.
    pub was: Option<String>,
    /// Short title: 办件量合计.
    pub title: String,
    /// Where it is false the rule has passed.
    pub when: Option<Expression>,
    /// What must hold.
    pub assert: Expression,
    /// How bad it is where it does not.
    pub severity: Severity,
    /// What it was before a revision lowered it.
    pub changed: Option<Changed>,
    /// Where it comes from.
    pub basis: Basis,
    /// Where its finding stands.
    pub at: MemberId,
    /// The rule as a sentence in the form's labels, without figures: for the documentation.
    pub sentence: String,
    /// What is said where it fails: the author's message, else the sentence with figures.
    pub message: Template,
    /// What to do then.
    pub advice: Option<String>,
    /// How to mend it.
    pub fix: Option<RuleFix>,
    /// Every reference in `when` and `assert`, also inside `has()`, in the order of the form, this year's first.
    pub mentions: Vec<Reference>,
    /// Those read outside `has()`: where one is absent, the rule is not applicable.
    pub reads: Vec<Reference>,
    /// A report that holds and one that fails; none where the spec gives no cases.
    pub cases: Option<Cases>,
}
