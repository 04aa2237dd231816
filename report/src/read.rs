//! Filled reports as files: JSON, YAML that is read by the field's kind, and documents that are read by their labels.

use serde_json::Value;
use thiserror::Error;
use tianbao_core::syntax;
use tianbao_schema::Form;
use tianbao_schema::diagnostic::{Diagnostic, Level, Message};
use tianbao_schema::node::Node;
use tianbao_schema::parse;
use tianbao_schema::source::Source;

use crate::page::{self, Page, Refused};
use crate::recognise::{self, stated_other};
use crate::yaml;

/// A report larger than this is refused.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
    /// Word's `.docx`.
    Word,
    /// A web page.
    Html,
    /// Plain text or Markdown.
    Text,
}

impl Format {
    /// By what the contents begin with, then by the end of the file's name.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        page::detect::format(name, bytes)
    }
}

/// A file that cannot be read as a report.
#[derive(Clone, Debug, Error)]
#[error("{}", self.message().zh)]
pub enum Unreadable {
    /// It is too large.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// A YAML file without content.
    Empty,
    /// It is not YAML; all problems with their places.
    Yaml {
        /// The text.
        text: Box<Source>,
        /// What is wrong with it; never empty.
        diagnostics: Vec<Diagnostic>,
    },
    /// It is no document that is read here.
    Page(Refused),
}

impl Unreadable {
    /// What is wrong, with the first place, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::TooLarge { bytes } => Message::new(
                format!("文件太大：{bytes} 字节，最多 {MAX_BYTES} 字节"),
                format!("the file is too large: {bytes} bytes, at most {MAX_BYTES}"),
            ),
            Self::Page(refused) => refused.message(),
            Self::Empty => Message::new("文件里没有内容", "the file is empty"),
            Self::Yaml { text, diagnostics } => {
                let Some(first) = diagnostics.first() else {
                    return Message::new("不是 YAML", "not YAML");
                };
                let (line, column) = text.line_column(first.span.start);
                Message::new(
                    format!("不是 YAML：第 {line} 行第 {column} 列，{}", first.message.zh),
                    format!("not YAML: line {line}, column {column}: {}", first.message.en),
                )
            }
        }
    }
}

/// A report as read from a file, not yet judged.
#[derive(Debug)]
pub enum Document {
    /// JSON text, as it is: whether it is JSON at all is for the judge to say.
    Json(Vec<u8>),
    /// The tree of a YAML file.
    Yaml(Node),
    /// A document: lines and tables, whose meaning the form's labels tell.
    Page(Page),
}

impl Document {
    /// Reads a file's bytes; `name` tells its format, and stands in messages.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, Unreadable> {
        if bytes.len() > MAX_BYTES {
            return Err(Unreadable::TooLarge { bytes: bytes.len() });
        }
        if let Some(page) = page::read(name, &bytes).map_err(Unreadable::Page)? {
            return Ok(Self::Page(page));
        }
        match Format::of(name, &bytes) {
            Format::Yaml => Self::read_yaml(name, &bytes),
            Format::Json | Format::Word | Format::Html | Format::Text => Ok(Self::Json(bytes)),
        }
    }

    fn read_yaml(name: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Unreadable::Empty);
        }
        let read = parse::read(name, bytes);
        let wrong = read.diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error);
        match read.root {
            Some(root) if !wrong => Ok(Self::Yaml(root)),
            Some(_) | None => {
                Err(Unreadable::Yaml { text: Box::new(read.source), diagnostics: read.diagnostics })
            }
        }
    }

    /// The report as a value, to tell its form by; none where it is not JSON.
    #[must_use]
    pub fn value(&self) -> Option<Value> {
        match self {
            Self::Json(text) => serde_json::from_slice(text).ok(),
            Self::Yaml(root) => serde_json::from_str(&yaml::to_json(root, None)).ok(),
            Self::Page(_) => None,
        }
    }

    /// What it says of itself that is not so of a form: another form, or another edition of it.
    #[must_use]
    pub fn stated_other(&self, form: &Form) -> Option<Message> {
        let carried = self.page().and_then(|page| page.carried.clone());
        stated_other(&carried.or_else(|| self.value())?, form)
    }

    /// The year that it gives, where it states no edition and the form's does not hold that year.
    #[must_use]
    pub fn year_of_other(&self, form: &Form) -> Option<u64> {
        let report = self.value().filter(|report| report.get("edition").is_none_or(Value::is_null))?;
        recognise::year_of(&report, form).filter(|year| !form.years.holds(*year))
    }

    /// What keeps JSON text from being read, with its place; none where it can be, or where this is no JSON text.
    #[must_use]
    pub fn not_json(&self) -> Option<Message> {
        let Self::Json(bytes) = self else { return None };
        let wrong = match syntax::utf8(bytes) {
            Ok(text) => syntax::finding_of(text, &serde_json::from_str::<Value>(text).err()?),
            Err(finding) => *finding,
        };
        Some(Message::new(&*wrong.message, format!("not JSON: {}", wrong.message)))
    }

    /// The document, where it is one.
    #[must_use]
    pub fn page(&self) -> Option<&Page> {
        match self {
            Self::Page(page) => Some(page),
            Self::Json(_) | Self::Yaml(_) => None,
        }
    }

    /// The report as JSON text for a judge of this form.
    #[must_use]
    pub fn into_json(self, form: &Form) -> Vec<u8> {
        match self {
            Self::Json(text) => text,
            Self::Yaml(root) => yaml::to_json(&root, Some(form)).into_bytes(),
            // Not read yet: no report.
            Self::Page(_) => b"null".to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &str = "\
form: trial
edition: 2019
years: { from: 2019 }
title: 试验报表
sections:
  - id: part
    label: 内容
    instruction:
      - fill: 请填写。
    fields:
      - { id: name, label: 名称, kind: text }
      - { id: version, label: 版本, kind: text }
      - { id: phone, label: 电话, kind: text }
      - { id: note, label: 备注, kind: text, lines: many }
      - { id: day, label: 日期, kind: date }
      - { id: home, label: 网址, kind: url }
      - { id: total, label: 数量, kind: count }
      - { id: rate, label: 比率, kind: number }
      - { id: open, label: 开放, kind: flag }
      - id: kind
        label: 类型
        kind: choice
        choices:
          - { id: small, label: 小 }
          - { id: large, label: 大 }
      - id: marks
        label: 标记
        kind: choices
        choices:
          - { id: first, label: 一 }
          - { id: second, label: 二 }
";

    fn json(yaml: &str) -> Value {
        let checked = tianbao_schema::check("试验.yaml", SPEC.as_bytes());
        let form = checked.form.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        let document = Document::read("报表.yaml", yaml.into()).unwrap_or_else(|error| panic!("{error}"));
        serde_json::from_slice(&document.into_json(&form)).unwrap()
    }

    #[test]
    fn texts_stay_what_was_written() {
        let report = json(
            "part:\n  name: no\n  version: 1.10\n  phone: 07391234567\n  day: 2020-01-15\n  home: http://a.cn\n  \
             total: 5\n  rate: 1.50\n  open: yes\n  kind: small\n  marks: [first, second]\n  note: |\n    一\n    二\n",
        );
        let expected = serde_json::json!({"part": {
            "name": "no", "version": "1.10", "phone": "07391234567", "day": "2020-01-15", "home": "http://a.cn",
            "total": 5, "rate": 1.5, "open": true, "kind": "small", "marks": ["first", "second"], "note": "一\n二",
        }});
        assert_eq!(report, expected);
    }

    #[test]
    fn what_is_absent_is_null_and_what_is_wrong_stays_wrong() {
        let report = json(
            "part:\n  name: ~\n  version:\n  phone: 'null'\n  total: '5'\n  rate: 0x1F\n  open: 是\n  marks: first\n",
        );
        let expected = serde_json::json!({"part": {
            "name": null, "version": null, "phone": "null", "total": "5", "rate": "0x1F", "open": "是", "marks": "first",
        }});
        assert_eq!(report, expected);
    }

    #[test]
    fn what_the_form_does_not_know_is_read_as_yaml_reads_it() {
        let report = json(
            "edition: 2019\nform: 2019\nexplanations:\n  a.b: 12\nlocal:\n  x: { a: 1, b: no, c: true }\nother: 1.0\n",
        );
        let expected = serde_json::json!({
            "edition": 2019, "form": "2019", "explanations": {"a.b": "12"},
            "local": {"x": {"a": 1, "b": "no", "c": true}}, "other": 1.0,
        });
        assert_eq!(report, expected);
    }

    #[test]
    fn members_given_twice_are_there_twice() {
        let document = Document::read("报表.yml", "part:\n  total: 1\n  total: 2\n".into());
        let form = tianbao_schema::check("试验.yaml", SPEC.as_bytes()).form.unwrap();
        match document {
            Ok(document) => assert_eq!(document.into_json(&form), br#"{"part":{"total":1,"total":2}}"#),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn what_is_no_yaml_says_where() {
        let read = |bytes: &[u8]| match Document::read("报表.yaml", bytes.to_vec()) {
            Ok(read) => panic!("{read:?}"),
            Err(error) => error,
        };
        assert!(matches!(read(b" \n"), Unreadable::Empty));
        for bad in ["a: [1", "a: 'x", "a:\n\tb: 1", "- 1", "文字", "a: &x 1\nb: *x"] {
            let message = read(bad.as_bytes()).to_string();
            assert!(message.contains("YAML：第"), "{bad}: {message}");
        }
        assert!(matches!(read(&[b'a', b':', b' ', 0xC4, 0xEA]), Unreadable::Yaml { .. }));
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        assert!(matches!(read(format!("a: {deep}").as_bytes()), Unreadable::Yaml { .. }));
    }

    #[test]
    fn the_format_follows_from_name_or_text() {
        let of = |name: &str, text: &str| Format::of(name, text.as_bytes());
        assert_eq!(of("a.json", "a: 1"), Format::Json);
        assert_eq!(of("a.YAML", "{}"), Format::Yaml);
        assert_eq!(of("-", " {\"a\":1}"), Format::Json);
        assert_eq!(of("-", "a: 1"), Format::Yaml);
        assert_eq!(of("-", ""), Format::Json);
        assert_eq!(of("-", "\u{FEFF}{}"), Format::Json);
        assert_eq!(of("-", "---\n# x\n$schema: a\n'form': b\npart:\n  total: 1\n"), Format::Yaml);
        assert_eq!(of("-", "网站名称: 甲"), Format::Text);
        assert_eq!(of("-", "标题\n\t网站名称"), Format::Text);
        assert_eq!(of("-", " <table>"), Format::Html);
        assert_eq!(of("a.json", "<html>"), Format::Json);
        assert_eq!(of("a.txt", "a: 1"), Format::Text);
        assert_eq!(of("a.md", "<b>"), Format::Text);
        assert_eq!(of("a.txt", "<!-- x -->\n<!DOCTYPE HTML>"), Format::Html);
        assert_eq!(of("a.doc", "<html>"), Format::Html);
        assert_eq!(of("a.htm", "x"), Format::Html);
        assert_eq!(of("a.json", "PK\u{3}\u{4}"), Format::Word);
        // A long one is not judged by a line that is cut off.
        assert_eq!(of("-", &"member: value\n".repeat(10_000)), Format::Yaml);
    }
}
