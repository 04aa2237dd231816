//! The boxes ticked in a choices field, in the order of the report; nothing is allocated for a dozen.

/// Most boxes that are kept in place.
const FEW: usize = 14;

/// Boxes by index, each at most once.
#[derive(Clone, Copy, Debug)]
pub enum Boxes<'a> {
    /// So many, in place.
    Few(u8, [u8; FEW]),
    /// Any number of them, kept beside the draft.
    Many(&'a [u16]),
}

impl Boxes<'_> {
    /// No box.
    pub(super) const NONE: Self = Self::Few(0, [0; FEW]);

    /// The boxes with one more, not ticked before; none where they would be too many to be kept in place.
    pub(super) fn and(self, index: u16) -> Option<Self> {
        let (Self::Few(length, mut few), Ok(small)) = (self, u8::try_from(index)) else { return None };
        *few.get_mut(usize::from(length))? = small;
        Some(Self::Few(length + 1, few))
    }

    /// True where the box is ticked.
    #[must_use]
    pub fn has(&self, index: u16) -> bool {
        self.iter().any(|ticked| ticked == index)
    }

    /// The boxes in the order in which they were ticked.
    pub fn iter(&self) -> impl Iterator<Item = u16> {
        let (few, many): (&[u8], &[u16]) = match self {
            Self::Few(length, few) => (&few[..usize::from(*length)], &[]),
            Self::Many(many) => (&[], many),
        };
        few.iter().map(|index| u16::from(*index)).chain(many.iter().copied())
    }
}
