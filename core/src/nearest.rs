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
    let wanted: Vec<char> = name.chars().take(LONGEST + 1).flat_map(char::to_lowercase).collect();
    if wanted.len() > LONGEST {
        return None;
    }
    let mut best = None;
    let mut most = (wanted.len() / 3).max(1);
    for candidate in known {
        let letters: Vec<char> = candidate.chars().take(LONGEST + 1).collect();
        if letters.len().abs_diff(wanted.len()) > most {
            continue;
        }
        let distance = distance(&wanted, &letters);
        // Names of one or two letters are near to everything.
        if distance <= most && distance < wanted.len().min(letters.len()) {
            best = Some(candidate);
            if distance == 0 {
                break;
            }
            most = distance - 1;
        }
    }
    best
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, left) in from.iter().enumerate() {
        let mut next = vec![row + 1; to.len() + 1];
        for (column, right) in to.iter().enumerate() {
            let mut least =
                (last[column] + usize::from(left != right)).min(last[column + 1] + 1).min(next[column] + 1);
            let swapped = row > 0 && column > 0 && from[row - 1] == *right && to[column - 1] == *left;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            next[column + 1] = least;
        }
        before = std::mem::replace(&mut last, next);
    }
    last[to.len()]
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
    }

    #[test]
    fn long_and_strange_names_have_no_neighbour() {
        assert_eq!(nearest(&"x".repeat(1_000_000), ["total"].into_iter()), None);
        assert_eq!(nearest("a", ["b", "c"].into_iter()), None);
        assert_eq!(nearest("", ["b"].into_iter()), None);
        assert_eq!(nearest("Total", ["total"].into_iter()), Some("total"));
    }
}
