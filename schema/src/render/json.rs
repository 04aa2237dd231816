//! For programs: one object a diagnostic.

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, Language, Level};
use crate::place::Span;
use crate::source::Source;

/// An array of objects; lines and columns from 1, columns count characters, ends are excluded, `bytes` are of the file.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], source: &Source, language: Language) -> Value {
    diagnostics.iter().map(|diagnostic| object(diagnostic, source, language)).collect()
}

fn object(diagnostic: &Diagnostic, source: &Source, language: Language) -> Value {
    let notes: Vec<Value> = diagnostic
        .notes
        .iter()
        .map(|note| {
            let mut value = json!({ "message": note.message.text(language) });
            if let Some(span) = note.span {
                place(&mut value, span, source);
            }
            value
        })
        .collect();
    let suggestion = diagnostic.suggestion.as_ref().map(|suggestion| {
        let mut value = json!({ "replacement": suggestion.replacement });
        place(&mut value, suggestion.span, source);
        value
    });
    let mut value = json!({
        "file": source.name,
        "code": diagnostic.code.name(),
        "level": match diagnostic.level { Level::Error => "error", Level::Warning => "warning" },
        "message": diagnostic.message.text(language),
    });
    place(&mut value, diagnostic.span, source);
    if let Some(object) = value.as_object_mut() {
        object.insert("notes".to_owned(), notes.into());
        object.insert("suggestion".to_owned(), suggestion.into());
    }
    value
}

fn place(value: &mut Value, span: Span, source: &Source) {
    let Some(object) = value.as_object_mut() else { return };
    let (line, column) = source.line_column(span.start);
    let (end_line, end_column) = source.line_column(span.end);
    for (name, number) in
        [("line", line), ("column", column), ("end_line", end_line), ("end_column", end_column)]
    {
        object.insert(name.to_owned(), number.into());
    }
    object.insert("bytes".to_owned(), json!([span.start, span.end]));
}
