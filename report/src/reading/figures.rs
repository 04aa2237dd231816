//! Figures as offices write them: 1,547,391, １２３, 85.4 万, 3 次.

use super::fold;

/// A figure that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// As JSON writes it: no separators, no zeros that say nothing.
    pub(super) text: String,
    /// True where it was printed in 万 or 亿, and so rounded.
    pub(super) rounded: bool,
}

/// Reads a figure; none where the text is none. `unit` may stand after it.
pub(super) fn read(text: &str, unit: Option<&str>) -> Option<Figure> {
    let text = fold::narrowed(text);
    let text = text.trim_matches(fold::is_space);
    let end = text.find(|c: char| {
        !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',' | '\'') || fold::is_space(c))
    });
    let (number, after) = text.split_at(end.unwrap_or(text.len()));
    let after = fold::key(after);
    let unit = unit.map(fold::key).unwrap_or_default();
    let (digits, shift) = if after.is_empty() || after == unit {
        (plain(number)?, 0)
    } else {
        let (shift, rest) = magnitude(&after)?;
        (plain(number)?, if rest.is_empty() || rest == unit { shift } else { return None })
    };
    Some(Figure { text: shifted(&digits, shift), rounded: shift > 0 })
}

/// 万 or 亿 as powers of ten, with what follows it.
fn magnitude(after: &str) -> Option<(usize, &str)> {
    after.strip_prefix('万').map(|rest| (4, rest)).or_else(|| after.strip_prefix('亿').map(|rest| (8, rest)))
}

/// A decimal number multiplied by a power of ten.
pub(super) fn shifted(number: &str, places: usize) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = whole.to_owned();
    let moved = fraction.len().min(places);
    digits.push_str(&fraction[..moved]);
    digits.extend(std::iter::repeat_n('0', places - moved));
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let rest = fraction[moved..].trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// A number without its separators; none where it is no number.
fn plain(number: &str) -> Option<String> {
    let number = number.trim_matches(fold::is_space);
    let (sign, number) = match number.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(|c: char| matches!(c, ',' | '\'') || fold::is_space(c));
    let first = groups.next().filter(|first| digits(first))?;
    let rest: Vec<&str> = groups.collect();
    let grouped =
        rest.is_empty() || (first.len() <= 3 && rest.iter().all(|group| group.len() == 3 && digits(group)));
    (grouped && digits(fraction)).then(|| format!("{sign}{first}{}.{fraction}", rest.concat()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn figures_of_real_reports() {
        for (text, unit, read) in [
            ("1547391 ", None, "1547391"),
            ("1,547,391", None, "1547391"),
            ("１，５４７，３９１", None, "1547391"),
            ("1 547 391", None, "1547391"),
            ("3 次", Some("次"), "3"),
            ("+3", None, "3"),
            ("-253", None, "-253"),
            ("4.50", None, "4.5"),
            ("5.0", None, "5"),
            ("007", None, "7"),
            ("1.5万", None, "15000"),
            ("85.4 万次", Some("次"), "854000"),
            ("160.5964万元", Some("万元"), "160.5964"),
        ] {
            assert_eq!(super::read(text, unit).map(|figure| figure.text).as_deref(), Some(read), "{text}");
        }
        for text in [
            "",
            "--253",
            "1,2",
            "12,34,567",
            "251000元",
            "约500",
            "五",
            "3人次",
            "1.2.3",
            "-",
            ".",
            "规章000",
        ] {
            assert_eq!(super::read(text, Some("次")), None, "{text}");
        }
    }
}
