//! One thing found in a report: what, where, how bad, and what can be done about it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A text that is a constant of a compiled form, or made at run time by the live engine.
pub type Text = Cow<'static, str>;

/// How bad a finding is. Only an [`Error`](Severity::Error) makes a report invalid (design section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// 必须改
    Error,
    /// 须核实: mend it, or say why in `explanations`.
    Warning,
    /// 提示
    Hint,
}

impl Severity {
    /// Its word in files, as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// Its word for readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "必须改",
            Self::Warning => "须核实",
            Self::Hint => "提示",
        }
    }
}

/// A value that a failed rule read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValueRead {
    /// JSON Pointer of the field, in the report or, where `previous` is true, in last year's.
    pub path: Text,
    /// The field's labels from the section down, as in 信息发布 › 总数.
    pub label: Text,
    /// The value as the report has it; null where it is absent.
    pub value: Value,
    /// The unit that counts for the field.
    pub unit: Option<Text>,
    /// True where the value is last year's.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub previous: bool,
}

/// One operation of a JSON Patch (RFC 6902); only these two are needed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum PatchOperation {
    /// Puts `value` at `path`, in place of what stands there.
    Add {
        /// JSON Pointer of the member.
        path: Text,
        /// The new value.
        value: Value,
    },
    /// Removes the member at `path`.
    Remove {
        /// JSON Pointer of the member.
        path: Text,
    },
}

/// A change that would make the finding go away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// True where nothing can be lost, so that it may be applied unasked.
    pub safe: bool,
    /// What it does, in Chinese: 首页网址改为 http://….
    pub description: Text,
    /// The change.
    pub patch: Vec<PatchOperation>,
}

/// One thing found in a report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id, or `syntax type required unknown duplicate limit pattern blank choice unique explanation`.
    pub code: Text,
    /// How bad it is.
    pub severity: Severity,
    /// JSON Pointer (RFC 6901) of the member; also of one that is missing or unknown.
    pub path: Text,
    /// The member's labels from the section down, as in 信息发布 › 总数; empty at the root.
    pub label: Text,
    /// Its place in the 填写说明, as in 五.5（1）; none for head and foot.
    pub clause: Option<Text>,
    /// What was found and what was expected, in Chinese.
    pub message: Text,
    /// What the rule read, in the order of the form; empty for structural findings.
    pub values: Vec<ValueRead>,
    /// What to do now.
    pub advice: Option<Text>,
    /// Offers to mend it.
    pub fixes: Vec<Fix>,
    /// The reason that the report gives in `explanations`.
    pub explanation: Option<String>,
}
