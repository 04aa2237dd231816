//! Ids: how they are written, which are reserved, which are taken.

use super::Check;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{LOCAL, RESERVED_MEMBERS};
use crate::node::Scalar;

/// Words of the expression language.
const RESERVED: [&str; 4] = ["in", "true", "false", "null"];
/// Names that expressions use beside the members of the report (the other six are [`RESERVED_MEMBERS`]).
const RESERVED_AT_ROOT: [&str; 3] = ["self", "previous", "patterns"];
/// Characters that an id may have.
const MAX_LENGTH: usize = 64;

/// True for lower-case ASCII words joined by `separator`, beginning with a letter.
pub(super) fn is_words(text: &str, separator: char) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.len() <= MAX_LENGTH
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == separator)
        && !text.ends_with(separator)
        && !text.contains(&format!("{separator}{separator}"))
}

impl Check<'_> {
    /// The id of the form: kebab-case.
    pub(super) fn form_id(&mut self, id: &Scalar) {
        if !is_words(&id.text, '-') {
            self.error(
                Code::TB044,
                id.span,
                format!("表的编号只用英文小写字母和数字，词之间用 -，例如 my-form；现在是“{}”", id.text),
                format!("a form's id is kebab-case, found `{}`", id.text),
            );
        }
    }

    /// The id of a section, group, field, choice or pattern: snake_case. False where it cannot be used.
    pub(super) fn name(&mut self, id: &Scalar, at_root: bool) -> bool {
        if !is_words(&id.text, '_') {
            self.error(
                Code::TB044,
                id.span,
                format!("编号只用英文小写字母和数字，词之间用 _，例如 page_views；现在是“{}”", id.text),
                format!("an id is snake_case, found `{}`", id.text),
            );
            return false;
        }
        let taken = RESERVED.contains(&id.text.as_str())
            || (at_root
                && (RESERVED_AT_ROOT.contains(&id.text.as_str())
                    || RESERVED_MEMBERS.contains(&id.text.as_str())));
        if taken {
            self.error(
                Code::TB044,
                id.span,
                format!("“{}”另有用处，不能做编号，请换一个", id.text),
                format!("`{}` is reserved", id.text),
            );
        }
        !taken
    }

    /// The id of a rule: names joined by dots.
    pub(super) fn rule_id(&mut self, id: &Scalar) -> bool {
        if !id.text.split('.').all(|name| is_words(name, '_')) {
            self.error(
                Code::TB044,
                id.span,
                format!(
                    "规则编号是几个英文小写词用 . 连起来，例如 services.items.online；现在是“{}”",
                    id.text
                ),
                format!("a rule's id is snake_case names joined by dots, found `{}`", id.text),
            );
            return false;
        }
        if let Some(word) = id.text.split('.').find(|name| RESERVED.contains(name)) {
            let zh = format!("“{word}”另有用处，不能用在规则编号里，请换一个词");
            self.error(Code::TB044, id.span, zh, format!("`{word}` is reserved"));
            return false;
        }
        if let Some(prefix) = self.rule_prefix.clone()
            && !id.text.starts_with(&prefix)
        {
            let zh = format!(
                "补充的规则编号以 {prefix} 开头，例如 {prefix}{}；要收紧原表的规则，写在 stricter 里",
                id.text
            );
            let diagnostic = Diagnostic::error(
                Code::TB044,
                id.span,
                zh,
                format!(
                    "an addition's rule ids begin with `{prefix}`; tighten a rule of the base under `stricter`"
                ),
            );
            self.diagnostics.push(diagnostic.suggest(id.span, format!("{prefix}{}", id.text)));
            return false;
        }
        if self.rule_prefix.is_none() && id.text.split('.').next() == Some(LOCAL) {
            let zh = format!("local 开头的编号留给各地的补充，“{}”请换一个", id.text);
            self.error(Code::TB044, id.span, zh, "ids that begin with `local` are for additions");
            return false;
        }
        if self.paths.contains_key(&id.text) {
            self.error(
                Code::TB044,
                id.span,
                format!("“{}”是一个项目的路径，规则编号要与它不同，后面加一个词", id.text),
                format!("`{}` is the path of a field; add a word", id.text),
            );
            return false;
        }
        true
    }
}
