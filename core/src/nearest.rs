//! The name that was probably meant.

/// Names longer than this are not compared: nobody mistypes so much.
const LONGEST: usize = 64;

/// The known name nearest to `name`, if one is near enough (about a third of it may differ); of equals the first.
///
/// ```
/// use tianbao_core::nearest::nearest;
/// assert_eq!(nearest("totl", ["overview", "total"].into_iter()), Some("total"));
/// assert_eq!(nearest("colour", ["overview", "total"].into_iter()), None);
/// ```
pub fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let wanted = Letters::of(name.chars().flat_map(char::to_lowercase))?;
    let mut best = None;
    let mut most = (wanted.length / 3).max(1);
    for candidate in known {
        let Some(letters) = Letters::of(candidate.chars()) else { continue };
        if wanted.least_distance(&letters) > most {
            continue;
        }
        let distance = distance(wanted.get(), letters.get());
        // Names of one or two letters are near to everything.
        if distance <= most && distance < wanted.length.min(letters.length) {
            best = Some(candidate);
            if distance == 0 {
                break;
            }
            most = distance - 1;
        }
    }
    best
}

/// The letters of a name, in place.
struct Letters {
    all: [char; LONGEST],
    length: usize,
    /// Which letters occur, by their last six bits.
    mask: u64,
}

impl Letters {
    /// None of a name that is too long.
    fn of(name: impl Iterator<Item = char>) -> Option<Self> {
        let mut letters = Self { all: ['\0'; LONGEST], length: 0, mask: 0 };
        for letter in name {
            *letters.all.get_mut(letters.length)? = letter;
            letters.length += 1;
            letters.mask |= 1 << (u32::from(letter) % 64);
        }
        Some(letters)
    }

    fn get(&self) -> &[char] {
        &self.all[..self.length]
    }

    /// No distance is less than this: each letter that the other name lacks takes an edit.
    fn least_distance(&self, other: &Self) -> usize {
        let lacking = (self.mask & !other.mask).count_ones().max((other.mask & !self.mask).count_ones());
        self.length.abs_diff(other.length).max(lacking as usize)
    }
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other, both of [`LONGEST`] at most.
fn distance(from: &[char], to: &[char]) -> usize {
    let (from, to) = without_common_ends(from, to);
    let before = &mut [0; LONGEST + 1];
    let last: &mut [usize; LONGEST + 1] = &mut std::array::from_fn(|column| column);
    let next = &mut [0; LONGEST + 1];
    let (mut before, mut last, mut next) = (before, last, next);
    for (row, left) in from.iter().enumerate() {
        next[0] = row + 1;
        for (column, right) in to.iter().enumerate() {
            let mut least =
                (last[column] + usize::from(left != right)).min(last[column + 1] + 1).min(next[column] + 1);
            let swapped = row > 0 && column > 0 && from[row - 1] == *right && to[column - 1] == *left;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            next[column + 1] = least;
        }
        (before, last, next) = (last, next, before);
    }
    last[to.len()]
}

/// Both without what they begin and end with alike; a slip leaves little else.
fn without_common_ends<'n>(one: &'n [char], other: &'n [char]) -> (&'n [char], &'n [char]) {
    let start = one.iter().zip(other).take_while(|(left, right)| left == right).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(left, right)| left == right).count();
    (&one[..one.len() - end], &other[..other.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits_and_swaps() {
        let of = |from: &str, to: &str| {
            distance(&from.chars().collect::<Vec<_>>(), &to.chars().collect::<Vec<_>>())
        };
        assert_eq!(of("total", "total"), 0);
        assert_eq!(of("totla", "total"), 1);
        assert_eq!(of("", "abc"), 3);
        assert_eq!(of("rounds", "sounds"), 1);
        assert_eq!(of("abab", "ab"), 2);
        assert_eq!(of("abcd", "acbd"), 1);
        let longest = "x".repeat(LONGEST);
        assert_eq!(of(&longest, &longest.replace('x', "y")), LONGEST);
    }

    #[test]
    fn long_and_strange_names_have_no_neighbour() {
        assert_eq!(nearest(&"x".repeat(1_000_000), ["total"].into_iter()), None);
        assert_eq!(nearest("a", ["b", "c"].into_iter()), None);
        assert_eq!(nearest("", ["b"].into_iter()), None);
        assert_eq!(nearest("Total", ["total"].into_iter()), Some("total"));
    }
}
