//! Characters that a Chinese keyboard gives where ASCII is wanted, and those that nobody sees.

/// What a full-width or Chinese sign stands for in YAML and expressions.
pub(super) fn ascii(char: char) -> Option<char> {
    match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(char) - 0xFEE0),
        '。' | '｡' => Some('.'),
        '、' => Some(','),
        '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' => Some('\''),
        '–' | '—' | '−' => Some('-'),
        '×' => Some('*'),
        '【' => Some('['),
        '】' => Some(']'),
        '《' | '〈' => Some('<'),
        '》' | '〉' => Some('>'),
        '︰' | '﹕' | '∶' => Some(':'),
        '\u{3000}' => Some(' '),
        _ => None,
    }
}

/// Comparison signs of one character that take two in ASCII.
pub(super) fn comparison(char: char) -> Option<&'static str> {
    match char {
        '≥' => Some(">="),
        '≤' => Some("<="),
        '≠' => Some("!="),
        _ => None,
    }
}

/// A colon, ASCII or not.
pub(super) fn is_colon(char: char) -> bool {
    matches!(char, ':' | '：' | '︰' | '﹕' | '∶')
}

/// The name of an invisible character, with what to put in its place.
pub(super) fn invisible(char: char) -> Option<(&'static str, &'static str, &'static str)> {
    match char {
        '\u{A0}' | '\u{2007}' | '\u{202F}' => Some(("不换行空格", "no-break space", " ")),
        '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}' => {
            Some(("特殊宽度的空格", "special space", " "))
        }
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{AD}' => Some(("零宽字符", "zero-width character", "")),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(("文字方向符", "direction mark", "")),
        '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(("手动换行符", "line separator", "")),
        '\u{1}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => {
            Some(("控制字符", "control character", ""))
        }
        '\u{FEFF}' => Some(("字节序标记（BOM）", "byte-order mark", "")),
        _ => None,
    }
}

/// A character that no text of a spec holds, not even prose.
pub(super) fn is_control(char: char) -> bool {
    !matches!(char, '\n' | '\t' | '\r') && (char.is_control() || matches!(char, '\u{2028}' | '\u{2029}'))
}

/// White space of any kind inside a line, seen or not.
pub(super) fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\u{3000}' | '\r') || invisible(char).is_some()
}

/// The quotes that may close what this one opened.
pub(super) fn closing_quotes(open: char) -> Option<&'static [char]> {
    match open {
        '“' | '”' | '＂' | '„' => Some(&['“', '”', '＂', '"']),
        '‘' | '’' | '＇' | '‚' => Some(&['‘', '’', '＇', '\'']),
        '「' => Some(&['」']),
        '『' => Some(&['』']),
        _ => None,
    }
}

/// A character of a key: ASCII or its full-width twin.
pub(super) fn is_key_char(char: char) -> bool {
    let narrow = if ('\u{FF01}'..='\u{FF5E}').contains(&char) { ascii(char).unwrap_or(char) } else { char };
    narrow.is_ascii_alphanumeric() || matches!(narrow, '_' | '.' | '$' | '-')
}

/// A bracket that opens a list or mapping, or was meant to.
pub(super) fn is_opening(char: char) -> bool {
    matches!(char, '{' | '[' | '｛' | '［' | '（' | '【')
}
