//! How alike a label in a document is to one of the form.

/// Below this two labels are not taken for one another.
pub(super) const ALIKE: f64 = 0.55;

/// 1 for the same key, less for one with characters mistyped, dropped or added; 0 where it is below [`ALIKE`].
///
/// Both are keys (see `fold::key`). Short labels must be the same: 是 and 否 differ in one character.
pub(super) fn likeness(found: &str, printed: &str) -> f64 {
    if found == printed {
        return 1.0;
    }
    let typed = strsim::normalized_damerau_levenshtein(found, printed);
    let (found, printed): (Vec<char>, Vec<char>) = (found.chars().collect(), printed.chars().collect());
    let (shorter, longer) = (found.len().min(printed.len()), found.len().max(printed.len()));
    if shorter < 3 || longer > 3 * shorter {
        return 0.0;
    }
    let dropped = shortened(&found, &printed);
    let likeness = typed.max(dropped) * 0.95;
    if likeness < ALIKE { 0.0 } else { likeness }
}

/// For a label out of which words were dropped: its characters stand in the printed one in their order, and it
/// begins or ends alike.
fn shortened(found: &[char], printed: &[char]) -> f64 {
    let mut rest = printed.iter();
    let inside = found.iter().all(|character| rest.any(|other| other == character));
    let ends = found.first() == printed.first() || found.last() == printed.last();
    if !inside || !ends || found.len() * 5 < printed.len() * 2 {
        return 0.0;
    }
    0.6 + 0.4 * ratio(found.len(), printed.len())
}

fn ratio(part: usize, whole: usize) -> f64 {
    let [part, whole] = [part, whole].map(|count| u32::try_from(count).map_or(f64::MAX, f64::from));
    part / whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_as_they_are_mistyped_in_life() {
        for (found, printed) in [
            ("网名留言数量", "网民留言数量"),
            ("独立用户访问量", "独立用户访问总量"),
            ("信息公开目录更新量", "信息公开目录信息更新量"),
            ("回应公众关注数量", "回应公众关注热点或重大舆情数量"),
            ("全称在线办理政务服务事项数量", "可全程在线办理政务服务事项数量"),
        ] {
            assert!(likeness(found, printed) >= ALIKE, "{found} {printed}");
        }
    }

    #[test]
    fn labels_that_mean_something_else() {
        for (found, printed) in [
            ("总数", "总量"),
            ("微博", "微信"),
            ("维护数量", "新开设数量"),
            ("收到意见数量", "发现问题数量"),
            ("索引号", "首页网址"),
        ] {
            assert!(likeness(found, printed) < ALIKE, "{found} {printed} {}", likeness(found, printed));
        }
    }
}
