//! The elements of a Word document that matter.

use super::CARRIED;

/// The namespaces that matter.
pub(super) const SPACES: [&str; 7] =
    [WORD, WORD_STRICT, WORD_2010, MATH, MATH_STRICT, COMPATIBILITY, CARRIED];

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const WORD_2010: &str = "http://schemas.microsoft.com/office/word/2010/wordml";
const MATH: &str = "http://schemas.openxmlformats.org/officeDocument/2006/math";
const MATH_STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/math";
/// Content in several versions.
const COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// An element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// The root.
    Document,
    Table,
    Row,
    RowProperties,
    GridBefore,
    Cell,
    GridSpan,
    VerticalMerge,
    HorizontalMerge,
    Paragraph,
    Run,
    RunProperties,
    Fonts,
    Hidden,
    Text,
    Tab,
    Break,
    Hyphen,
    Symbol,
    /// A part of a field; for forms it holds what the field is.
    Field,
    CheckBox,
    Checked,
    Default,
    ChoiceList,
    Chosen,
    ChoiceEntry,
    Control,
    ControlName,
    ControlContent,
    Placeholder,
    ControlChecked,
    TextBox,
    Alternatives,
    Alternative,
    /// Text that was deleted or moved away, or that is beside the text.
    Deleted,
    /// Another file in place of content.
    Chunk,
    /// All others: what is in them counts.
    Other,
}

impl Tag {
    pub(super) fn of(space: &str, name: &str) -> Self {
        match space {
            WORD | WORD_STRICT => Self::word(name),
            WORD_2010 if name == "checked" => Self::ControlChecked,
            COMPATIBILITY if name == "AlternateContent" => Self::Alternatives,
            COMPATIBILITY if matches!(name, "Choice" | "Fallback") => Self::Alternative,
            MATH | MATH_STRICT if name == "t" => Self::Text,
            _ => Self::Other,
        }
    }

    fn word(name: &str) -> Self {
        match name {
            "document" => Self::Document,
            "tbl" => Self::Table,
            "tr" => Self::Row,
            "trPr" => Self::RowProperties,
            "gridBefore" => Self::GridBefore,
            "tc" => Self::Cell,
            "gridSpan" => Self::GridSpan,
            "vMerge" => Self::VerticalMerge,
            "hMerge" => Self::HorizontalMerge,
            "p" => Self::Paragraph,
            "r" => Self::Run,
            "rPr" => Self::RunProperties,
            "rFonts" => Self::Fonts,
            "vanish" => Self::Hidden,
            "t" => Self::Text,
            "tab" | "ptab" => Self::Tab,
            "br" | "cr" => Self::Break,
            "noBreakHyphen" => Self::Hyphen,
            "sym" => Self::Symbol,
            "fldChar" => Self::Field,
            "checkBox" => Self::CheckBox,
            "checked" => Self::Checked,
            "default" => Self::Default,
            "ddList" => Self::ChoiceList,
            "result" => Self::Chosen,
            "listEntry" => Self::ChoiceEntry,
            "sdt" => Self::Control,
            "tag" => Self::ControlName,
            "sdtContent" => Self::ControlContent,
            "showingPlcHdr" => Self::Placeholder,
            "txbxContent" => Self::TextBox,
            "del" | "moveFrom" | "rt" => Self::Deleted,
            "altChunk" => Self::Chunk,
            _ => Self::Other,
        }
    }
}
