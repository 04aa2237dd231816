//! What a diagnostic for a maintainer is, as data. Each output format is a file in [`crate::render`].

use crate::codes::Code;
use crate::place::Span;

/// A language of the diagnostics; never taken from the locale (design section 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 中文
    #[default]
    Chinese,
    /// English
    English,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl Message {
    /// A text in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in one language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// Whether a spec with this problem can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// 错误: no form comes of it.
    Error,
    /// 提醒: the form stands, but somebody should look.
    Warning,
}

/// A change of the spec's text that would mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// A remark with, perhaps, a second place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Option<Span>,
    /// What.
    pub message: Message,
}

/// One slip in a spec: code, plain words, the place, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its code; `tianbao explain` tells more of it.
    pub code: Code,
    /// How bad.
    pub level: Level,
    /// The words that cause it, in the spec's own text.
    pub span: Span,
    /// What was found, what was expected, what to do.
    pub message: Message,
    /// Remarks.
    pub notes: Vec<Note>,
    /// The mended text, where it is known.
    pub suggestion: Option<Suggestion>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(code: Code, span: Span, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            code,
            level: Level::Error,
            span,
            message: Message::new(zh, en),
            notes: Vec::new(),
            suggestion: None,
        }
    }

    /// A warning at a place.
    pub fn warning(code: Code, span: Span, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(code, span, zh, en) }
    }

    /// Adds a remark, with a second place where one is given.
    #[must_use]
    pub fn note(mut self, span: Option<Span>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.notes.push(Note { span, message: Message::new(zh, en) });
        self
    }

    /// Adds the mended text.
    #[must_use]
    pub fn suggest(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.suggestion = Some(Suggestion { span, replacement: replacement.into() });
        self
    }
}
