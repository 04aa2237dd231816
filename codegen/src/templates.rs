//! The templates, embedded and compiled once. What they print is escaped for the format that their name ends in.

mod escape;

use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};
use serde::Serialize;

macro_rules! templates {
    ($($name:literal)+) => {
        /// Every template with its text.
        const TEMPLATES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../templates/", $name)))),+];
    };
}

templates! {
    "diff/diff.md"
    "docs/chapters.html"
    "docs/entry.html"
    "docs/fields.html"
    "docs/fields.md"
    "docs/meta.html"
    "docs/rule.html"
    "docs/search.js"
    "docs/side.html"
    "docs/title.html"
    "instructions/chapters.html"
    "instructions/instructions.html"
    "instructions/instructions.md"
    "preview/preview.css"
    "preview/preview.html"
    "render/docx/content-types.xml"
    "render/docx/core.xml"
    "render/docx/custom.xml"
    "render/docx/document.xml"
    "render/docx/document.xml.rels"
    "render/docx/fontTable.xml"
    "render/docx/footer.xml"
    "render/docx/item1.xml"
    "render/docx/item1.xml.rels"
    "render/docx/itemProps1.xml"
    "render/docx/package.rels"
    "render/docx/settings.xml"
    "render/docx/styles.xml"
    "render/report.html"
    "render/report.md"
    "shared/paper.css"
    "shared/screen.css"
    "shared/table.css"
    "shared/table.html"
}

/// Fills a template.
///
/// # Panics
/// Where a template asks for what its view does not have: a slip of ours that any form would show, never of an input.
pub(crate) fn render(name: &str, view: impl Serialize) -> String {
    let rendered = ENVIRONMENT.get_template(name).and_then(|template| template.render(Serde(view)));
    match rendered {
        Ok(text) if name.ends_with(".md") => one_blank_line(&text),
        Ok(text) => text,
        Err(error) => panic!("template {name}: {error:#}"),
    }
}

/// Never more than one blank line: what templates leave out leaves no hole.
fn one_blank_line(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines() {
        if !(blank && line.is_empty()) {
            kept.push_str(line);
            kept.push('\n');
        }
        blank = line.is_empty();
    }
    kept
}

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    match syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build() {
        Ok(syntax) => environment.set_syntax(syntax),
        Err(error) => panic!("template syntax: {error:#}"),
    }
    environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
        Some((_, "html")) => AutoEscape::Html,
        Some((_, "md")) => AutoEscape::Custom("markdown".into()),
        Some((_, "xml" | "rels")) => AutoEscape::Custom("xml".into()),
        Some(_) | None => AutoEscape::None,
    });
    environment.set_formatter(write);
    environment.add_filter("code", |text: &str| Value::from_safe_string(escape::code(text)));
    environment.add_filter("anchor", |text: &str| Value::from_safe_string(escape::anchor(text)));
    environment.add_filter("breaks", |text: &str| Value::from_safe_string(escape::breaks(text)));
    environment.add_filter("cell_code", |text: &str| Value::from_safe_string(escape::cell_code(text)));
    for (name, text) in TEMPLATES {
        if let Err(error) = environment.add_template(name, text) {
            panic!("template {name}: {error:#}");
        }
    }
    environment
});

/// Writes a value, escaped for its template; text that a filter made safe stands as it is.
fn write(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if value.is_none() {
        return Err(Error::new(ErrorKind::InvalidOperation, "a value that may be absent is printed unasked"));
    }
    let text = value.to_string();
    let written = if value.is_safe() {
        out.write_str(&text)
    } else {
        match state.auto_escape() {
            AutoEscape::Html => out.write_str(&escape::html(&text)),
            AutoEscape::Custom(name) if name == "xml" => out.write_str(&escape::xml(&text)),
            AutoEscape::Custom(_) => out.write_str(&escape::markdown(&text)),
            _ => out.write_str(&text),
        }
    };
    Ok(written?)
}

#[cfg(test)]
mod tests {
    use minijinja::context;

    use super::*;

    fn print(name: &str, source: &str, view: Value) -> Result<String, Error> {
        ENVIRONMENT.render_named_str(name, source, view)
    }

    #[test]
    fn values_are_escaped_for_the_format() {
        let view = || context! { text => "<b>|`&\"" };
        assert_eq!(print("a.html", "{{ text }}", view()).unwrap(), "&lt;b&gt;|`&amp;&quot;");
        assert_eq!(print("a.md", "{{ text }}", view()).unwrap(), r#"\<b\>\|\`\&""#);
        assert_eq!(print("a.md", "{{ text|code }}", view()).unwrap(), "``<b>|`&\"``");
        assert_eq!(print("a.xml", "{{ text }}", view()).unwrap(), "&lt;b&gt;|`&amp;&quot;");
        assert_eq!(print("a.css", "{{ text }}", view()).unwrap(), "<b>|`&\"");
    }

    #[test]
    fn a_value_that_is_not_there_is_an_error() {
        assert!(print("a.html", "{{ text }}", context! {}).is_err());
        assert!(print("a.html", "{{ text }}", context! { text => None::<String> }).is_err());
    }
}
