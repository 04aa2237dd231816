//! The boxes ticked in a choices field, in the order of the report; nothing is allocated for a dozen.

/// Most boxes that are kept in place.
const FEW: usize = 14;

/// Boxes by index, each at most once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Boxes(Kept);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kept {
    Few(u8, [u8; FEW]),
    #[expect(clippy::box_collection, reason = "a slot stays three words wide")]
    Many(Box<Vec<u16>>),
}

impl Boxes {
    /// No box.
    #[must_use]
    pub const fn new() -> Self {
        Self(Kept::Few(0, [0; FEW]))
    }

    /// Adds a box; false if it is there already.
    pub fn tick(&mut self, index: u16) -> bool {
        if self.has(index) {
            return false;
        }
        match (&mut self.0, u8::try_from(index)) {
            (Kept::Few(length, kept), Ok(small)) if usize::from(*length) < FEW => {
                kept[usize::from(*length)] = small;
                *length += 1;
            }
            (Kept::Few(..), _) => {
                let mut many: Vec<u16> = self.iter().collect();
                many.push(index);
                self.0 = Kept::Many(Box::new(many));
            }
            (Kept::Many(many), _) => many.push(index),
        }
        true
    }

    /// True where the box is ticked.
    #[must_use]
    pub fn has(&self, index: u16) -> bool {
        self.iter().any(|ticked| ticked == index)
    }

    /// The boxes in the order in which they were ticked.
    pub fn iter(&self) -> impl Iterator<Item = u16> {
        let (few, many): (&[u8], &[u16]) = match &self.0 {
            Kept::Few(length, kept) => (&kept[..usize::from(*length)], &[]),
            Kept::Many(many) => (&[], many),
        };
        few.iter().map(|index| u16::from(*index)).chain(many.iter().copied())
    }
}

impl Default for Boxes {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_each_once() {
        let mut boxes = Boxes::new();
        let wanted: Vec<u16> = (0..40).rev().map(|index| index * 13).collect();
        assert!(wanted.iter().all(|index| boxes.tick(*index)));
        assert!(!boxes.tick(13) && boxes.has(0) && !boxes.has(1));
        assert_eq!(boxes.iter().collect::<Vec<_>>(), wanted);
    }
}
