//! How values are printed in the messages of rules, the same in both engines:
//!
//! - counts and years: plain digits; numbers: [`crate::decimal::print`]; texts, web addresses and days: as they are;
//! - flags: 是 or 否; a choice: its label; choices: the labels in the order of the form, joined by 、;
//! - `{path:unit}`: the value, a space, the unit; a figure (`Piece::Figure`): a number, by [`crate::decimal::print`];
//! - what is absent (only where a rule asks for presence): 没有填, without unit.
//!
//! Advice is not printed into: it stands as written.

use serde_json::Value;

use crate::decimal;
use crate::finding::Text;

/// Printed for a field that is absent.
pub const ABSENT: &str = "没有填";

/// Pieces as one text; `format!` would let the text grow piece by piece, and a finding is mostly that.
#[must_use]
pub fn join(pieces: &[&str]) -> Text {
    Text::Owned(pieces.concat())
}

/// A character that nobody would see, written out.
///
/// ```
/// use tianbao_core::print::written_out;
/// assert_eq!(written_out('\n'), "⏎");
/// assert_eq!(written_out('\u{200B}'), "〔U+200B〕");
/// ```
#[must_use]
pub fn written_out(character: char) -> Text {
    match character {
        '\n' => Text::Borrowed("⏎"),
        other => Text::Owned(format!("〔U+{:04X}〕", u32::from(other))),
    }
}

/// A flag.
///
/// ```
/// assert_eq!(tianbao_core::print::flag(true), "是");
/// ```
#[must_use]
pub const fn flag(value: bool) -> &'static str {
    if value { "是" } else { "否" }
}

/// The boxes of a choices field, by their labels in the order of the form.
///
/// ```
/// use tianbao_core::print::boxes;
/// assert_eq!(boxes(["多语言版本", "其他"].into_iter()), "多语言版本、其他");
/// assert_eq!(boxes([].into_iter()), "一项都没有勾");
/// ```
#[must_use]
pub fn boxes<'l>(labels: impl Iterator<Item = &'l str>) -> String {
    let mut printed = String::new();
    for label in labels {
        if !printed.is_empty() {
            printed.push('、');
        }
        printed.push_str(label);
    }
    if printed.is_empty() { "一项都没有勾".to_owned() } else { printed }
}

/// A printed value with its unit.
///
/// ```
/// use tianbao_core::print::with_unit;
/// assert_eq!(with_unit("13986", Some("件")), "13986 件");
/// assert_eq!(with_unit("洞口县", None), "洞口县");
/// ```
#[must_use]
pub fn with_unit(value: &str, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => [value, " ", unit].concat(),
        None => value.to_owned(),
    }
}

/// What a fix that sets a value does; `label` is the field's own label, `value` as printed.
///
/// ```
/// assert_eq!(tianbao_core::print::set("首页网址", "http://a.cn"), "首页网址改为 http://a.cn");
/// ```
#[must_use]
pub fn set(label: &str, value: &str) -> String {
    [label, "改为 ", value].concat()
}

/// What a fix that removes a member does.
///
/// ```
/// assert_eq!(tianbao_core::print::remove("其他"), "删去“其他”");
/// ```
#[must_use]
pub fn remove(label: &str) -> String {
    ["删去“", label, "”"].concat()
}

/// A number in units of its last place as JSON, in one spelling: whole numbers without point.
///
/// ```
/// use tianbao_core::print::number_value;
/// assert_eq!(number_value(500, 2).to_string(), "5");
/// assert_eq!(number_value(-1050, 2).to_string(), "-10.5");
/// ```
#[must_use]
pub fn number_value(scaled: i64, places: u8) -> Value {
    let unit = decimal::power(places);
    if scaled % unit == 0 {
        Value::from(scaled / unit)
    } else {
        Value::from(decimal::unscale(scaled, places))
    }
}

/// The first characters of a text, `first(text, n)`.
///
/// ```
/// assert_eq!(tianbao_core::print::first("湘ICP备09023995", 1), "湘");
/// ```
#[must_use]
pub fn first(text: &str, count: u32) -> &str {
    text.char_indices().nth(count as usize).map_or(text, |(end, _)| text.split_at(end).0)
}
