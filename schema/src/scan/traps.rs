//! Values that YAML would read as something else than was meant.

use super::mend::Edit;
use crate::place::Span;

/// Where a bare value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// After a key or a dash.
    Block,
    /// Inside `{ }` or `[ ]`.
    Flow,
}

/// A trap, with the byte of the value where it springs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Trap {
    kind: Kind,
    at: usize,
    length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Start(char),
    Colon,
    Hash,
    Bracket(char),
}

/// What YAML would misread in a bare value.
pub(super) fn in_value(value: &str, place: Place) -> Option<Trap> {
    let first = value.chars().next()?;
    let mut behind = value.chars().skip(1);
    let stands_off = behind.next().is_none_or(char::is_whitespace);
    let starts = match first {
        '!' | '&' | '*' | '@' | '`' | '%' | '|' | '>' | '{' | '[' | '"' | '\'' | '}' | ']' | ',' | '#' => {
            true
        }
        '-' | '?' | ':' => stands_off,
        _ => false,
    };
    if starts {
        return Some(Trap { kind: Kind::Start(first), at: 0, length: first.len_utf8() });
    }
    inside(value, place)
}

fn inside(value: &str, place: Place) -> Option<Trap> {
    let bytes = value.as_bytes();
    bytes.iter().enumerate().find_map(|(at, byte)| {
        let kind = match byte {
            b':' if bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) => Kind::Colon,
            b'#' if at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace) => Kind::Hash,
            b',' | b'[' | b']' | b'{' | b'}' if place == Place::Flow => Kind::Bracket(char::from(*byte)),
            _ => return None,
        };
        Some(Trap { kind, at, length: 1 })
    })
}

impl Trap {
    /// The place of the trap, for a value that was not mended otherwise.
    pub(super) fn place(self, value: Span) -> Span {
        let start = value.start + self.at;
        Span::new(start, (start + self.length).min(value.end))
    }

    /// What to say; `whole` names what is to be quoted.
    pub(super) fn message(self, whole: &str) -> (String, String) {
        let zh = match self.kind {
            Kind::Start('!') => "以 ! 开头的值，YAML 会读成标签".to_owned(),
            Kind::Start('*' | '&') => "以 & 或 * 开头的值，YAML 会读成引用".to_owned(),
            Kind::Start('\'' | '"') => "以引号开头的值，YAML 读到后引号就算完了，后面还有字".to_owned(),
            Kind::Start('{' | '[') => "以 { 或 [ 开头的值，YAML 会读成一串键或一串值".to_owned(),
            Kind::Start('|' | '>') => "以 | 或 > 开头的值，YAML 会当作多行文字的记号".to_owned(),
            Kind::Start(char) => format!("以 {char} 开头的值，YAML 读不了"),
            Kind::Colon => "值里的冒号加空格，YAML 会读成又一个键".to_owned(),
            Kind::Hash => "值里的空格加 #，YAML 会当作注释的开头，后面的字就丢了".to_owned(),
            Kind::Bracket(char) => format!("{{ }} 或 [ ] 里的值带有 {char}，YAML 会从那里断开"),
        };
        let en = match self.kind {
            Kind::Start(char) => format!("YAML would not read a value that begins with {char} as a text"),
            Kind::Colon => "YAML would read a colon and a space inside a value as another key".to_owned(),
            Kind::Hash => "YAML would read a space and # inside a value as a comment".to_owned(),
            Kind::Bracket(char) => format!("YAML would end a value inside brackets at {char}"),
        };
        (format!("{zh}；{whole}要用英文单引号括起来"), format!("{en}; put the whole value in single quotes"))
    }
}

/// The edits that put a value in single quotes.
pub(super) fn quote(text: &str, value: Span) -> Vec<Edit> {
    let mut edits = vec![Edit { span: Span::new(value.start, value.start), with: "'".to_owned() }];
    let written = text.get(value.start..value.end).unwrap_or_default();
    edits.extend(written.match_indices('\'').map(|(at, _)| {
        let at = value.start + at;
        Edit { span: Span::new(at, at + 1), with: "''".to_owned() }
    }));
    edits.push(Edit { span: Span::new(value.end, value.end), with: "'".to_owned() });
    edits
}
