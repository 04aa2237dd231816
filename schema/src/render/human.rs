//! For people: plain words, the place underlined, the mended line.

use annotate_snippets::{AnnotationKind, Group, Level as Look, Renderer, Snippet};

use super::{count, level_name};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Language, Level, Suggestion};
use crate::place::Span;
use crate::source::Source;

/// More are counted, not printed.
const MOST: usize = 200;
/// Of a longer line only the part around the place is shown.
const WINDOW: usize = 400;
const MOST_MENDED_LINES: usize = 8;

/// The diagnostics of one spec, with a closing line; nothing where there are none.
#[must_use]
pub fn human(diagnostics: &[Diagnostic], source: &Source, language: Language, color: bool) -> String {
    let page = Page { source, language, color };
    let mut out = String::new();
    for diagnostic in diagnostics.iter().take(MOST) {
        page.diagnostic(diagnostic, &mut out);
    }
    if let Some(first) = diagnostics.first() {
        out.push_str(&page.closing(diagnostics, first.code));
    }
    out
}

/// One diagnostic, without the closing line.
#[must_use]
pub fn one(diagnostic: &Diagnostic, source: &Source, language: Language) -> String {
    let mut out = String::new();
    Page { source, language, color: false }.diagnostic(diagnostic, &mut out);
    out
}

struct Page<'a> {
    source: &'a Source,
    language: Language,
    color: bool,
}

impl Page<'_> {
    fn diagnostic(&self, diagnostic: &Diagnostic, out: &mut String) {
        let name = level_name(diagnostic.level, self.language);
        let label = self.bold(diagnostic.level, &format!("{name}[{}]", diagnostic.code));
        out.push_str(&format!("{label} {}\n", diagnostic.message.text(self.language)));
        self.place(diagnostic.span, look(diagnostic.level), AnnotationKind::Primary, out);
        for note in &diagnostic.notes {
            let word = self.word("说明：", "note: ");
            out.push_str(&format!("{word}{}\n", note.message.text(self.language)));
            if let Some(span) = note.span {
                self.place(span, Look::NOTE, AnnotationKind::Primary, out);
            }
        }
        if let Some(suggestion) = &diagnostic.suggestion {
            self.suggestion(suggestion, out);
        }
    }

    /// `--> name:line:column` and the first line of the place with carets.
    fn place(&self, span: Span, look: Look<'_>, kind: AnnotationKind, out: &mut String) {
        if self.source.text.is_empty() {
            out.push_str(&format!("  --> {}\n", self.source.name));
            return;
        }
        let span = self.source.whole_characters(span);
        let (line, column) = self.source.line_column(span.start);
        out.push_str(&format!("  --> {}:{line}:{column}\n", self.source.name));
        let whole = self.source.line_span(line);
        let start = span.start.clamp(whole.start, whole.end);
        let shown = window(self.source, whole, start);
        let end = span.end.clamp(start, shown.end);
        let snippet = Snippet::source(self.source.slice(shown))
            .line_start(line)
            .annotation(kind.span(start - shown.start..end - shown.start));
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        let drawn = renderer.render(&[Group::with_level(look).element(snippet)]);
        // Its first line is an empty margin.
        for line in drawn.lines().skip(1) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }

    fn suggestion(&self, suggestion: &Suggestion, out: &mut String) {
        let first = self.source.line_span(self.source.line_column(suggestion.span.start).0);
        let last = self.source.line_span(self.source.line_column(suggestion.span.end).0);
        let before = self.source.slice(Span::new(first.start, suggestion.span.start));
        let after = self.source.slice(Span::new(suggestion.span.end, last.end.max(suggestion.span.end)));
        let mended = format!("{before}{}{after}", suggestion.replacement);
        let word = self.word("改法：", "mended: ");
        if mended.trim().is_empty() {
            out.push_str(&format!("{word}{}\n", self.word("删去这一行", "remove this line")));
            return;
        }
        if mended.len() > WINDOW * MOST_MENDED_LINES {
            out.push_str(&format!("{word}{}\n", suggestion.replacement));
            return;
        }
        for (at, line) in mended.lines().take(MOST_MENDED_LINES).enumerate() {
            let margin = if at == 0 { word } else { self.word("      ", "        ") };
            out.push_str(&format!("{margin}{}\n", line.trim_end()));
        }
    }

    fn closing(&self, diagnostics: &[Diagnostic], first: Code) -> String {
        let name = &self.source.name;
        let (errors, warnings) = count(diagnostics);
        let more = match (diagnostics.len().saturating_sub(MOST), self.language) {
            (0, _) => String::new(),
            (more, Language::Chinese) => format!("（只列出前 {MOST} 处，另有 {more} 处）"),
            (more, Language::English) => format!(" (the first {MOST} are shown, {more} more)"),
        };
        match (self.language, errors, warnings) {
            (Language::Chinese, 0, _) => {
                format!("{name}：{warnings} 处提醒{more}。看不懂哪一条：tianbao explain {first}\n")
            }
            (Language::Chinese, ..) => {
                let also = if warnings == 0 { String::new() } else { format!("，{warnings} 处提醒") };
                format!(
                    "{name}：{errors} 处错误{also}{more}，什么都没有生成。看不懂哪一条：tianbao explain {first}\n"
                )
            }
            (Language::English, 0, _) => {
                format!(
                    "{name}: {}{more}; to learn more: tianbao explain {first}\n",
                    plural(warnings, "warning")
                )
            }
            (Language::English, ..) => {
                let also =
                    if warnings == 0 { String::new() } else { format!(", {}", plural(warnings, "warning")) };
                let errors = plural(errors, "error");
                format!(
                    "{name}: {errors}{also}{more}; nothing was generated. To learn more: tianbao explain {first}\n"
                )
            }
        }
    }

    fn bold(&self, level: Level, text: &str) -> String {
        match (self.color, level) {
            (false, _) => text.to_owned(),
            (true, Level::Error) => format!("\u{1b}[1;91m{text}\u{1b}[0m"),
            (true, Level::Warning) => format!("\u{1b}[1;33m{text}\u{1b}[0m"),
        }
    }

    const fn word(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

fn look(level: Level) -> Look<'static> {
    match level {
        Level::Error => Look::ERROR,
        Level::Warning => Look::WARNING,
    }
}

fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// The part of a line to show.
fn window(source: &Source, line: Span, at: usize) -> Span {
    if line.end - line.start <= WINDOW {
        return line;
    }
    let boundary =
        |from: usize| (from..=line.end).find(|at| source.text.is_char_boundary(*at)).unwrap_or(line.end);
    let start = boundary(at.saturating_sub(WINDOW / 2).max(line.start));
    Span::new(start, boundary((start + WINDOW).min(line.end)))
}
