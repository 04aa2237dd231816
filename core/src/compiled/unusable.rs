//! Which members have a finding of their own.

use super::Form;

/// A set of members, without memory of its own until there is one.
#[derive(Debug, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// False where it is there already.
    pub(super) fn add(&mut self, member: usize) -> bool {
        if self.0.len() <= member / 64 {
            self.0.resize(member / 64 + 1, 0);
        }
        let bit = 1 << (member % 64);
        let new = self.0[member / 64] & bit == 0;
        self.0[member / 64] |= bit;
        new
    }

    fn has(&self, member: usize) -> bool {
        self.0.get(member / 64).is_some_and(|bits| bits & (1 << (member % 64)) != 0)
    }
}

/// Members with a finding of their own.
#[derive(Debug, Default)]
pub(super) struct Unusable {
    pub(super) members: Bits,
    /// True where the report as a whole has one.
    pub(super) all: bool,
}

impl Unusable {
    pub(super) fn is_empty(&self) -> bool {
        !self.all && self.members.0.is_empty()
    }

    /// True where the member, or a group around it, has one.
    pub(super) fn covers(&self, form: &Form, member: usize) -> bool {
        self.all
            || std::iter::successors(Some(member), |member| form.members[*member].parent)
                .any(|member| self.members.has(member))
    }
}
