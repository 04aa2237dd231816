//! Boxes that are drawn with fonts of symbols, where a letter's code shows a box.

/// The font of a piece of text, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Font {
    /// Letters are letters.
    #[default]
    Letters,
    /// Wingdings.
    Wingdings,
    /// Wingdings 2.
    Wingdings2,
}

impl Font {
    /// By its name, or the first of a list of names.
    pub(super) fn of(names: &str) -> Self {
        let first = names.split(',').next().unwrap_or_default();
        let name = first.trim().trim_matches(['"', '\'']).trim().to_ascii_lowercase();
        match name.as_str() {
            "wingdings" => Self::Wingdings,
            "wingdings 2" => Self::Wingdings2,
            _ => Self::Letters,
        }
    }

    /// What is shown for a character. Codes of the private area stand for the font's own, whatever its name.
    pub(super) fn shown(self, char: char) -> char {
        let code = u32::from(char);
        match (self, code) {
            (Self::Letters | Self::Wingdings, 0xF020..=0xF0FF) => wingdings(code - 0xF000).unwrap_or(char),
            (Self::Wingdings2, 0xF020..=0xF0FF) => wingdings2(code - 0xF000).unwrap_or(char),
            (Self::Wingdings, 0x21..=0xFF) => wingdings(code).unwrap_or(char),
            (Self::Wingdings2, 0x21..=0xFF) => wingdings2(code).unwrap_or(char),
            _ => char,
        }
    }
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x6C => '●',
        0x6E => '■',
        0x6F | 0x70 | 0x71 | 0x72 | 0xA8 => '□',
        0xA1 => '○',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => return None,
    })
}

fn wingdings2(code: u32) -> Option<char> {
    Some(match code {
        0x4F | 0x51 => '✗',
        0x50 => '✓',
        0x52 => '☑',
        0x53 | 0x54 => '☒',
        0xA2 => '■',
        0x30 | 0xA3 => '□',
        _ => return None,
    })
}
