//! Words and numbers that are never prose: always ASCII, with no sign at their end.

use super::Scan;
use super::chars::{ascii, invisible, is_blank};
use super::mend::Edit;
use super::traps::Place;
use crate::codes::Code;
use crate::place::Span;

impl Scan<'_> {
    /// Looks at the word in `span`, which goes up to the end of the value.
    pub(super) fn word(&mut self, span: Span) {
        let value = self.slice(span).to_owned();
        let trimmed = value.trim_end_matches(['，', '。', '；', '、', ',', ';']);
        let mut signs = Vec::new();
        let mut hidden = Vec::new();
        for (offset, char) in value.char_indices() {
            let place = Span::new(span.start + offset, span.start + offset + char.len_utf8());
            if char == '＃' && value.get(..offset).is_some_and(|before| before.ends_with(is_blank)) {
                signs.push((place, char.to_string(), "#".to_owned()));
                break;
            }
            let right = match ascii(char) {
                _ if offset >= trimmed.len() => Some(String::new()),
                Some('\'') => Some(String::new()),
                other => other.map(String::from),
            };
            if let Some(right) = right {
                signs.push((place, char.to_string(), right));
            } else if let Some((zh, en, with)) = invisible(char) {
                hidden.push((place, zh, en, with));
            }
        }
        if let Some(place) = signs.iter().map(|(place, ..)| *place).reduce(Span::join) {
            self.word_slip(place, &value, &signs);
        }
        let removed = hidden.iter().map(|(span, _, _, with)| Edit { span: *span, with: (*with).to_owned() });
        self.hidden(&hidden, removed.collect());
        if trimmed.len() == value.len() && value.is_ascii() {
            self.prose(span, Place::Block);
        }
    }

    fn word_slip(&mut self, place: Span, value: &str, signs: &[(Span, String, String)]) {
        let edits = signs.iter().map(|(span, _, right)| Edit { span: *span, with: right.clone() }).collect();
        if signs.iter().any(|(_, _, right)| !right.is_empty()) {
            self.found.signs(place, signs, edits);
            return;
        }
        let is_wrong = |char: char| signs.iter().any(|(_, wrong, _)| wrong.starts_with(char));
        let right: String = value.chars().filter(|char| !is_wrong(*char)).collect();
        let wrong: String = signs.iter().map(|(_, wrong, _)| wrong.as_str()).collect::<Vec<_>>().join(" ");
        let message =
            (format!("这里只写 {right}，不要 {wrong}"), format!("write {right} only, without {wrong}"));
        self.found.slip(Code::TB003, place, message, edits);
    }
}

/// A number in full-width digits, in ASCII.
pub(super) fn narrow_digits(value: &str) -> Option<String> {
    if value.is_ascii() {
        return None;
    }
    let narrow: Option<String> =
        value.chars().map(|char| if char.is_ascii() { Some(char) } else { ascii(char) }).collect();
    narrow.filter(|narrow| narrow.chars().all(|char| char.is_ascii_digit() || char == '.'))
}
