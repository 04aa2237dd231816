//! The YAML parser's errors in words that say what to do.

use serde_yaml::granit_parser::{ErrorKind, ScanError};

use super::MAX_DEPTH;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::place::Span;
use crate::scan::Mended;

/// A parse error as a diagnostic at its place in the original text.
pub(super) fn translate(error: &ScanError, mended: &Mended, original: &str) -> Diagnostic {
    let at = error.marker().byte_offset().unwrap_or_default();
    let place = word_at(original, mended.original(Span::new(at, at)).start);
    if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
        return too_deep(place);
    }
    let (zh, en) = words(error);
    Diagnostic::error(Code::TB007, place, zh, en)
}

/// Nested too deep.
pub(super) fn too_deep(place: Span) -> Diagnostic {
    Diagnostic::error(
        Code::TB002,
        place,
        format!("套得太深：最多 {MAX_DEPTH} 层"),
        format!("nested too deep: at most {MAX_DEPTH} levels"),
    )
}

/// The word that begins at a byte; where none does, the last one before it.
fn word_at(text: &str, at: usize) -> Span {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let (before, after) = text.split_at(at);
    let word = after.find(char::is_whitespace).unwrap_or(after.len());
    if word > 0 {
        return Span::new(at, at + word);
    }
    let before = before.trim_end();
    let space = before.char_indices().rev().find(|(_, char)| char.is_whitespace());
    Span::new(space.map_or(0, |(at, char)| at + char.len_utf8()), before.len())
}

fn words(error: &ScanError) -> (String, String) {
    let zh = match error.kind() {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            "引号没有配对：从这里开始的文字缺后一个引号".to_owned()
        }
        ErrorKind::UnclosedFlowCollection { open } => format!("括号没有配对：这里的 {open} 没有关上"),
        ErrorKind::UnexpectedEofFlowSequence => "括号没有配对：[ 没有用 ] 关上，文件就完了".to_owned(),
        ErrorKind::UnexpectedEofFlowMapping | ErrorKind::UnexpectedEofImplicitFlowMapping => {
            "括号没有配对：{ 没有用 } 关上，文件就完了".to_owned()
        }
        ErrorKind::UnexpectedEofBlockSequence
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::UnexpectedEof => "文件到这里就断了，像是没有存完".to_owned(),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            format!("括号没有配对：{open} 开头的，用 {close} 关不上")
        }
        ErrorKind::MisplacedFlowCollectionEnd => "多了一个括号：前面没有与它配对的".to_owned(),
        ErrorKind::ExpectedFlowMappingSeparator => "{ } 里各项之间要有英文逗号，最后要有 }".to_owned(),
        ErrorKind::ExpectedFlowSequenceSeparator => "[ ] 里各项之间要有英文逗号，最后要有 ]".to_owned(),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            "这一行应是“键: 值”的写法：键后面要有英文冒号和一个空格".to_owned()
        }
        ErrorKind::ExpectedBlockMappingKey => "这一行与上面的各行对不齐：同一级的键要左边对齐".to_owned(),
        ErrorKind::ExpectedBlockSequenceEntry => "这里应是以“- ”开头的一项：同一级的“-”要左边对齐".to_owned(),
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => {
            "这里不能起以“-”开头的一项；要么换行，要么给这段文字加引号".to_owned()
        }
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::MappingKeyNotAllowed => {
            "这里不能再有“: ”；文字里有冒号加空格的，要用引号括起来".to_owned()
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "后引号之后还有字；整段文字要么全在引号里，要么不以引号开头".to_owned()
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate => "双引号里的反斜杠 \\ 有特殊含义；改用单引号 '…'".to_owned(),
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::InvalidBlockScalarIndent => {
            "这一行的缩进对不上：它应比所属的那一行多缩进两格".to_owned()
        }
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => {
            "| 和 > 后面要换行，文字从下一行写起；文字本身以它开头的，要用引号括起来".to_owned()
        }
        ErrorKind::UnexpectedCharacter { character } => {
            format!("文字不能以“{character}”开头；要用单引号括起来：'{character}…'")
        }
        ErrorKind::DirectiveDisallowed => "文件里不能用 YAML 指令（以 % 开头的行）；删去这一行".to_owned(),
        ErrorKind::CommentInterceptedScalar => "一段没有引号的文字中间不能插注释（#）".to_owned(),
        other => format!("YAML 读不出来（{other}）；看看这一行的冒号、引号和缩进"),
    };
    (zh, format!("this is not readable as YAML: {}", error.info()))
}
