//! A form as static tables: what `form.rs` holds beside its types.

use std::borrow::Cow;

use super::{Dfa, Rule};
use crate::message::{Expected, Place};
use crate::reserved;
use crate::text::TextRules;

/// One form in one edition.
#[derive(Debug)]
pub struct Form {
    /// Id.
    pub id: &'static str,
    /// Edition.
    pub edition: u32,
    /// Revision inside the edition.
    pub revision: u32,
    /// The word printed where an optional field is absent.
    pub absent: Option<&'static str>,
    /// Every group and field in the order of the form, a group before what it holds.
    pub members: &'static [Member],
    /// The rules in the order of the spec.
    pub rules: &'static [Rule],
    /// Ids of the rules that a revision withdrew.
    pub withdrawn: &'static [&'static str],
    /// Indexes of the root members by name, where there are many; else empty.
    pub by_name: &'static [usize],
}

/// A group or field.
#[derive(Debug)]
pub struct Member {
    /// Name of the JSON member.
    pub(super) name: Name,
    /// Names from the root, joined by dots.
    pub(super) path: &'static str,
    /// What findings say of it.
    pub(super) place: Place,
    /// Its own label: the last of its labels from the section down.
    pub(super) label: &'static str,
    /// Index of the group that holds it.
    pub(super) parent: Option<usize>,
    /// What it holds.
    pub(super) kind: Kind,
}

impl Member {
    /// A member with its path (`services.cases.total`), its place, the index of its group and what it holds.
    #[must_use]
    pub const fn new(path: &'static str, place: Place, parent: Option<usize>, kind: Kind) -> Self {
        let bytes = path.as_bytes();
        let mut start = bytes.len();
        while start > 0 && bytes[start - 1] != b'.' {
            start -= 1;
        }
        let label = own_label(&place);
        Self { name: Name::new(path.split_at(start).1), path, place, label, parent, kind }
    }
}

/// The name of a JSON member.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: &'static str,
    /// The first sixteen bytes of it and of its closing quote, to be compared at once.
    head: u128,
}

impl Name {
    pub(super) const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let mut head = [0; 16];
        let mut at = 0;
        while at < head.len() && at <= bytes.len() {
            head[at] = if at < bytes.len() { bytes[at] } else { b'"' };
            at += 1;
        }
        Self { text, head: u128::from_le_bytes(head) }
    }

    /// Whether the name and its closing quote come first.
    #[inline]
    pub(super) fn is_first(&self, bytes: &[u8]) -> bool {
        let length = self.text.len();
        match bytes.first_chunk() {
            Some(first) if length < first.len() => {
                (u128::from_le_bytes(*first) ^ self.head) << (8 * (15 - length)) == 0
            }
            Some(_) | None => bytes.strip_prefix(self.text.as_bytes()).and_then(<[u8]>::first) == Some(&b'"'),
        }
    }
}

/// What follows the last ` › `.
const fn own_label(place: &Place) -> &'static str {
    let Cow::Borrowed(full) = place.label else { return "" };
    let bytes = full.as_bytes();
    let mut start = bytes.len();
    while start > 0 {
        if matches!(bytes.split_at(start).0, [.., b' ', 0xE2, 0x80, 0xBA, b' ']) {
            return full.split_at(start).1;
        }
        start -= 1;
    }
    full
}

/// What a member holds, with its limits (inclusive).
#[derive(Debug)]
pub enum Kind {
    /// Members.
    Group {
        /// Index after the last member inside, groups' own members included.
        end: usize,
        /// Indexes of its own members by name, where there are many; else empty.
        by_name: &'static [usize],
    },
    /// A whole number.
    Count {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
    },
    /// A decimal, in units of its last place.
    Number {
        /// Digits after the point.
        places: u8,
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
    },
    /// A text.
    Text {
        /// Length and lines.
        rules: TextRules,
        /// The pattern that it matches.
        pattern: Option<&'static Pattern>,
    },
    /// A web address.
    Url,
    /// A day.
    Date,
    /// A year.
    Year {
        /// First.
        from: u16,
        /// Last.
        to: Option<u16>,
    },
    /// Yes or no.
    Flag,
    /// One of these: id and label.
    Choice(&'static [(&'static str, &'static str)]),
    /// Any of these: id and label.
    Choices(&'static [(&'static str, &'static str)]),
}

impl Kind {
    /// Digits after the point.
    pub(super) const fn places(&self) -> u8 {
        match self {
            Self::Number { places, .. } => *places,
            Self::Group { .. }
            | Self::Count { .. }
            | Self::Text { .. }
            | Self::Url
            | Self::Date
            | Self::Year { .. }
            | Self::Flag
            | Self::Choice(_)
            | Self::Choices(_) => 0,
        }
    }

    fn choices(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            Self::Group { .. }
            | Self::Count { .. }
            | Self::Number { .. }
            | Self::Text { .. }
            | Self::Url
            | Self::Date
            | Self::Year { .. }
            | Self::Flag => &[],
        }
    }

    /// The id of a choice.
    pub(super) fn id(&self, index: u16) -> Option<&'static str> {
        self.choices().get(usize::from(index)).map(|(id, _)| *id)
    }

    /// The label of a choice.
    pub(super) fn label(&self, index: u16) -> Option<&'static str> {
        self.choices().get(usize::from(index)).map(|(_, label)| *label)
    }

    /// The labels of some choices, in the order of the form.
    pub(super) fn labels(&self, wanted: impl Fn(u16) -> bool) -> impl Iterator<Item = &'static str> {
        let indexed = (0..).zip(self.choices());
        indexed.filter(move |(index, _)| wanted(*index)).map(|(_, (_, label))| *label)
    }

    /// What is said to be expected.
    #[must_use]
    pub const fn expected(&self) -> Expected {
        match self {
            Self::Group { .. } => Expected::Group,
            Self::Count { .. } => Expected::Count,
            Self::Number { .. } => Expected::Number,
            Self::Text { .. } => Expected::Text,
            Self::Url => Expected::Url,
            Self::Date => Expected::Date,
            Self::Year { .. } => Expected::Year,
            Self::Flag => Expected::Flag,
            Self::Choice(_) => Expected::Choice,
            Self::Choices(_) => Expected::Choices,
        }
    }
}

/// A named pattern.
#[derive(Debug)]
pub struct Pattern {
    /// What to say where it does not match.
    pub message: &'static str,
    /// The automaton.
    pub dfa: Dfa,
}

impl Pattern {
    /// Whether a text matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.dfa.matches(text)
    }
}

impl Form {
    /// The first own member of a group (`Some`) or of the report, and the index after the last one inside it.
    #[must_use]
    pub(super) fn range(&self, group: Option<usize>) -> (usize, usize) {
        match group {
            None => (0, self.members.len()),
            Some(group) => (group + 1, self.end(group)),
        }
    }

    /// Number of groups around the members of a group or of the report.
    #[must_use]
    pub(super) fn depth(&self, group: Option<usize>) -> u32 {
        std::iter::successors(group, |group| self.members[*group].parent).count() as u32
    }

    /// Index after a member and all that it holds.
    #[must_use]
    pub(super) fn end(&self, member: usize) -> usize {
        match self.members[member].kind {
            Kind::Group { end, .. } => end,
            Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Year { .. }
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Choices(_) => member + 1,
        }
    }

    /// The own members of a group or of the report, in order.
    pub(super) fn children(
        &'static self,
        group: Option<usize>,
    ) -> impl Iterator<Item = (usize, &'static Member)> + Clone {
        let (first, end) = self.range(group);
        std::iter::successors(Some(first).filter(|first| *first < end), move |member| {
            Some(self.end(*member)).filter(|next| *next < end)
        })
        .map(|member| (member, &self.members[member]))
    }

    /// The index of a member that every form has. `local` is the form's own where an addition is compiled with it.
    pub(super) fn reserved(&'static self, name: &str) -> Option<usize> {
        let index = reserved::NAMES.iter().position(|known| *known == name)?;
        (index != reserved::LOCAL || self.find(None, name).is_none()).then_some(index)
    }

    /// True for the group `local`, in which other additions are left alone.
    pub(super) fn is_open(&self, group: Option<usize>) -> bool {
        group.is_some_and(|group| self.members[group].path == reserved::NAMES[reserved::LOCAL])
    }

    /// The member of a group or of the report with this name.
    #[must_use]
    pub(super) fn find(&'static self, group: Option<usize>, name: &str) -> Option<usize> {
        let by_name = match group.map(|group| &self.members[group].kind) {
            None => self.by_name,
            Some(Kind::Group { by_name, .. }) => by_name,
            Some(_) => &[],
        };
        if by_name.is_empty() {
            return self.children(group).find(|(_, member)| member.name.text == name).map(|(index, _)| index);
        }
        let found = by_name.binary_search_by(|member| self.members[*member].name.text.cmp(name)).ok()?;
        by_name.get(found).copied()
    }
}
