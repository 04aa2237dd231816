//! What the spec language says of its keys: which may stand under which.

use crate::form::PartKind;
use crate::spec::{
    AdditionSpec, ChangedSpec, ChoiceSpec, FieldSpec, FixSpec, FormSpec, LayoutSpec, LengthSpec,
    RevisionSpec, RuleSpec, SectionSpec, WithdrawnSpec, YearsSpec,
};

type Keys = &'static [(&'static str, bool)];

/// A key, `""` for the outermost level, with the keys of the block, or of each item, that stands under it.
const BLOCKS: &[(&str, Keys)] = &[
    ("", FormSpec::KEYS),
    ("", AdditionSpec::KEYS),
    ("years", YearsSpec::KEYS),
    ("revisions", RevisionSpec::KEYS),
    ("sections", SectionSpec::KEYS),
    ("fields", FieldSpec::KEYS),
    ("length", LengthSpec::KEYS),
    ("choices", ChoiceSpec::KEYS),
    ("layout", LayoutSpec::KEYS),
    ("rules", RuleSpec::KEYS),
    ("fix", FixSpec::KEYS),
    ("withdrawn", WithdrawnSpec::KEYS),
    ("changed", ChangedSpec::KEYS),
];

/// Whether a key may stand in the block under another one; none where names are free there.
pub(super) fn knows(parent: &str, key: &str) -> Option<bool> {
    if parent == "instruction" {
        return Some(is_part(key));
    }
    let mut blocks = BLOCKS.iter().filter(|(under, _)| *under == parent).peekable();
    blocks.peek()?;
    Some(blocks.any(|(_, keys)| keys.iter().any(|(known, _)| *known == key)))
}

/// Whether it is a key anywhere.
pub(super) fn is_known(key: &str) -> bool {
    is_part(key) || BLOCKS.iter().any(|(_, keys)| keys.iter().any(|(known, _)| *known == key))
}

/// Whether it begins a part of an instruction, which is verbatim text.
pub(super) fn is_part(key: &str) -> bool {
    PartKind::ALL.into_iter().any(|kind| kind.key() == key)
}

/// Whether it is a key of the outermost level of a form, or of an addition to one.
pub(super) fn is_outermost(key: &str, is_addition: bool) -> bool {
    let keys = if is_addition { AdditionSpec::KEYS } else { FormSpec::KEYS };
    keys.iter().any(|(known, _)| *known == key)
}
