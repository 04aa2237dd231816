//! Days and years: 2020-1-15, 2020年1月15日, 2020.1.15; 2019年度.

use super::fold;
use super::value::Outcome;

/// A day. One that the calendar does not have is left to the judge.
pub(super) fn date(text: &str) -> Option<Outcome> {
    let key = fold::key(text);
    let (year, rest) = digits(&key, 4)?;
    let rest = rest.strip_prefix(['-', '.', '/', '年'])?;
    let (month, rest) = digits(rest, 2)?;
    let rest = rest.strip_prefix(['-', '.', '/', '月'])?;
    let (day, rest) = digits(rest, 2)?;
    let ends = matches!(rest, "" | "日" | "号");
    let read = format!("{year:0>4}-{month:0>2}-{day:0>2}");
    (ends && year.len() == 4).then(|| {
        let exact = key == read;
        Outcome::sure(read.into(), exact)
    })
}

/// A year, with 年 or 年度 or without.
pub(super) fn year(text: &str) -> Option<Outcome> {
    let key = fold::key(text);
    let key = key.trim_matches(['(', ')']);
    let (year, rest) = digits(key, 4)?;
    let known = year.len() == 4 && matches!(rest, "" | "年" | "年度");
    let number = year.parse::<u16>().ok().filter(|_| known)?;
    Some(Outcome::sure(number.into(), rest.is_empty()))
}

/// The digits that a text begins with, at most so many, and the rest.
fn digits(text: &str, most: usize) -> Option<(&str, &str)> {
    let end = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    (end > 0).then(|| text.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_they_are_written() {
        for text in [
            "2020-1-15",
            "2020年1月15日",
            "2020.1.15",
            "２０２０／０１／１５",
            "2020 年 1 月 15 日",
            "2020-01-15",
        ] {
            assert_eq!(date(text).and_then(|read| read.value), Some("2020-01-15".into()), "{text}");
        }
        for text in ["", "年 月 日", "2020-1", "1月15日", "20-1-15", "2020-1-15前"] {
            assert_eq!(date(text), None, "{text}");
        }
        assert_eq!(year("（2019年度）").and_then(|read| read.value), Some(2019.into()));
        assert_eq!(year("19"), None);
    }
}
