//! Words of a document as a spec would have them.

use std::collections::HashMap;

use super::fold;

/// Without white space; a label or sentence of a Chinese form has none that means anything.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|character| !fold::is_space(*character)).collect()
}

/// A label without its unit, number and colon: 总数 in `1.总 数（单位：条）：`.
pub(super) fn label(text: &str) -> String {
    let mut label = bare(text);
    let brackets = [('（', '）'), ('(', ')')];
    for (open, close) in brackets {
        let unit = label
            .match_indices(open)
            .map(|(at, _)| at)
            .find(|at| label[at + open.len_utf8()..].starts_with("单位"));
        if let Some(start) = unit
            && let Some(end) = label[start..].find(close)
        {
            label.replace_range(start..start + end + close.len_utf8(), "");
        }
    }
    let label = label.trim_matches(['：', ':', '*', '＊']);
    numbered(label).1.to_owned()
}

/// The number before a heading, as in `一、`, `1.`, `（1）`, and the rest.
pub(super) fn numbered(text: &str) -> (Option<&str>, &str) {
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let inside = text.strip_prefix(['（', '(']).unwrap_or(text);
    let rest = inside.trim_start_matches(digit);
    let ends = if inside.len() < text.len() { &['）', ')'][..] } else { &['.', '．', '、'][..] };
    match rest.strip_prefix(ends) {
        Some(after) if rest.len() < inside.len() => (text.get(..text.len() - after.len()), after),
        Some(_) | None => (None, text),
    }
}

/// How much two texts share, 0 to 1: pairs of neighbouring characters (Dice's coefficient).
pub(crate) fn shared(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let characters: Vec<char> = text.chars().collect();
        characters.windows(2).map(|pair| (pair[0], pair[1])).collect()
    };
    let (one, other) = (pairs(one), pairs(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let mut count = HashMap::<(char, char), usize>::new();
    one.iter().for_each(|pair| *count.entry(*pair).or_default() += 1);
    let both = other.iter().filter(|pair| {
        let left = count.get_mut(pair).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    });
    let [both, all] = [2 * both.count(), one.len() + other.len()].map(|count| count as f64);
    both / all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_numbers() {
        assert_eq!(label("1.总 数\n（单位：条）："), "总数");
        assert_eq!(label("单位负责人"), "单位负责人");
        assert_eq!(label("十二个月"), "十二个月");
        assert_eq!(numbered("（12）名称"), (Some("（12）"), "名称"));
        assert_eq!(numbered("一、基本信息"), (Some("一、"), "基本信息"));
        assert_eq!(numbered("总数"), (None, "总数"));
    }

    #[test]
    fn shares() {
        assert!((shared("不包括外链信息。", "不包括外链信息。") - 1.0).abs() < 1e-9);
        assert!(shared("请填写注册用户数。", "网站是否明确责任人") < 0.3);
    }
}
