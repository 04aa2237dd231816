//! Sections, groups and fields as a tree, and the parts of the 填写说明 that stand on them.

use super::{Choice, Field, Form};

/// Index of a [`Member`] in [`Form::members`]; the order of ids is the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberId(pub u32);

impl MemberId {
    /// As an index.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where the title of a section is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// In the table's first column, and as a heading of the 填写说明.
    Everywhere,
    /// As a heading of the 填写说明 only.
    Instructions,
}

/// A section: a titled block of the table and a chapter (一、) of the 填写说明.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The group that holds its fields; none for a section without id, whose fields stand at the root.
    pub member: Option<MemberId>,
    /// Its title; a section without one has no number and is not in the 填写说明.
    pub label: Option<String>,
    /// 一 二 三 …, where it has a label.
    pub number: Option<String>,
    /// Where the title is printed.
    pub printed: Printed,
    /// False where its fields carry no numbers of their own.
    pub numbered: bool,
    /// Unit printed with the title.
    pub unit: Option<String>,
    /// Its own instruction, printed below its heading.
    pub instruction: Vec<Part>,
    /// Its members (fields and groups), in order.
    pub members: Vec<MemberId>,
}

/// A group or a field of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its own id.
    pub id: MemberId,
    /// Name of the JSON member: `total`.
    pub name: String,
    /// Names from the root, joined by dots: `services.cases.total`.
    pub path: String,
    /// JSON Pointer: `/services/cases/total`.
    pub pointer: String,
    /// Its label: 总数.
    pub label: String,
    /// Labels from the section down, as in 办事服务 › 办件量 › 总数.
    pub full_label: String,
    /// Its path in the edition before, where that says more than its group's does.
    pub was: Option<String>,
    /// The unit written at this very place, so printed here.
    pub written_unit: Option<String>,
    /// The group that holds it.
    pub parent: Option<MemberId>,
    /// Index of its section in [`Form::sections`].
    pub section: usize,
    /// True where it may be absent.
    pub optional: bool,
    /// Its place in the 填写说明 (五.5（1）); none in a section without title.
    pub clause: Option<String>,
    /// Its number inside the section as printed (`5.` or `（1）`); none where it is not numbered.
    pub number: Option<String>,
    /// Its instruction, in verbatim slices; empty for groups.
    pub instruction: Vec<Part>,
    /// True where the instruction stands on a line of its own below the label.
    pub text_below: bool,
    /// What it is.
    pub content: Content,
}

/// What a member holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A group: its members, in order.
    Group(Vec<MemberId>),
    /// A field.
    Field(Field),
}

impl Member {
    /// The field, if it is one.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        match &self.content {
            Content::Field(field) => Some(field),
            Content::Group(_) => None,
        }
    }

    /// The members of a group; empty for a field.
    #[must_use]
    pub fn children(&self) -> &[MemberId] {
        match &self.content {
            Content::Group(members) => members,
            Content::Field(_) => &[],
        }
    }

    /// The boxes of a choice; empty for what is none.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        self.field().map_or(&[], |field| field.kind.choices())
    }

    /// True for a group.
    #[must_use]
    pub fn is_group(&self) -> bool {
        matches!(self.content, Content::Group(_))
    }

    /// Number of groups around it: 0 at the root.
    #[must_use]
    pub fn depth(&self, form: &Form) -> usize {
        form.ancestors(self.id).len()
    }
}

/// What a slice of the 填写说明 says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// What to fill in or count.
    Fill,
    /// What is counted too.
    Includes,
    /// What is left out.
    Excludes,
    /// How repeats count.
    Repeats,
    /// An example.
    Example,
    /// What a term means.
    Means,
    /// A limit of length.
    Limit,
    /// Which of several to fill in.
    Select,
}

impl PartKind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Fill,
        Self::Includes,
        Self::Excludes,
        Self::Repeats,
        Self::Example,
        Self::Means,
        Self::Limit,
        Self::Select,
    ];

    /// Its key in a spec.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fill => "fill",
            Self::Includes => "includes",
            Self::Excludes => "excludes",
            Self::Repeats => "repeats",
            Self::Example => "example",
            Self::Means => "means",
            Self::Limit => "limit",
            Self::Select => "select",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Fill => "填什么",
            Self::Includes => "包括",
            Self::Excludes => "不包括",
            Self::Repeats => "重复怎么算",
            Self::Example => "示例",
            Self::Means => "含义",
            Self::Limit => "限制",
            Self::Select => "多个填哪个",
        }
    }
}

/// A verbatim slice of the official text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub kind: PartKind,
    /// The text, to the byte.
    pub text: String,
}
