//! Truth values: `true` or `false`, bare. Of other words that mean one it is said, and what they mean is taken.

use super::{FromNode, Reader, Spanned};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::{Node, Style};

impl FromNode for Spanned<bool> {
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let scalar = reader.scalar(node)?;
        let (word, span) = (scalar.text.as_str(), scalar.span);
        let value = meant(word);
        let (zh, en) = match (word, scalar.style) {
            ("true" | "false", Style::Plain) => return value.map(|value| Self { value, span }),
            ("true" | "false", Style::Quoted | Style::Block) => {
                (format!("真假值不加引号，写 {word}"), "a truth value stands without quotes".to_owned())
            }
            _ => (
                format!("“{word}”不能写在这里，只能是 true、false"),
                format!("`{word}` is not one of true, false"),
            ),
        };
        let diagnostic = Diagnostic::error(Code::TB045, span, zh, en);
        reader.diagnostics.push(match value {
            Some(value) => diagnostic.suggest(span, value.to_string()),
            None => diagnostic,
        });
        value.map(|value| Self { value, span })
    }
}

/// The truth value that a word means.
fn meant(word: &str) -> Option<bool> {
    match word.to_lowercase().as_str() {
        "true" | "ture" | "yes" | "y" | "on" | "1" | "是" => Some(true),
        "false" | "flase" | "no" | "n" | "off" | "0" | "否" => Some(false),
        _ => None,
    }
}
