//! Backends: one module for each output that is generated from a form, and the tables that list them.
//!
//! A backend is a plain function of the checked model; it parses, resolves and re-checks nothing.

mod build_step;
pub mod cases;
pub mod diff;
pub mod docs;
pub mod form_json;
pub mod instructions;
pub mod json_schema;
pub mod manifest;
pub mod output;
pub mod preview;
pub mod render;
pub mod rust;
mod templates;
pub mod verdict;

pub use build_step::{BuildError, build, build_as};
use diff::Diff;
pub use output::GeneratedFile;
use render::{Options, PaperFormat};
use tianbao_schema::Form;

/// One output of a form: `<out>/<form>/<edition>/<file>`, of one with an addition `<out>/<form>/<edition>/local/<id>/<file>`.
pub struct Backend {
    /// What `tianbao generate --only` calls it; outputs that belong together share a name.
    pub name: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// What it is for, in Chinese.
    pub about: &'static str,
    /// The file's contents, without the header of [`output::header`]; what changed since the edition before, if known.
    pub generate: fn(&Form, Option<&Diff>) -> Vec<u8>,
}

/// One output of an edition beside the one before it: `<out>/<form>/<edition>/<file>`.
pub struct Between {
    /// What `tianbao generate --only` calls it.
    pub name: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// What it is for, in Chinese.
    pub about: &'static str,
    /// The file's contents, from what changed since the edition before.
    pub generate: fn(&Diff) -> String,
}

/// One output for all forms together: `<out>/<file>`.
pub struct Common {
    /// What `tianbao generate --only` calls it.
    pub name: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// What it is for, in Chinese.
    pub about: &'static str,
    /// The file's contents.
    pub generate: fn(&[&Form]) -> String,
}

/// Every output of a form: one row each.
#[rustfmt::skip]
pub const BACKENDS: &[Backend] = &[
    Backend { name: "model", file: "form.json", about: "整张报表的结构数据，供别的生成程序使用", generate: |form, _| form_json::generate(form).into() },
    Backend { name: "rust", file: "form.rs", about: "Rust 的类型与校验", generate: |form, _| rust::generate(form).into() },
    Backend { name: "schema", file: "report.schema.json", about: "报表数据的 JSON Schema 2020-12，含表间规则（CEL）", generate: |form, _| json_schema::generate(form).into() },
    Backend { name: "cases", file: "cases.json", about: "样例报表：一份合格的，每条规则一份刚好通过、一份刚好不通过，附完整结论", generate: |form, _| cases::generate(form).into() },
    Backend { name: "docs", file: "fields.md", about: "字段说明，供在代码网站上看", generate: |form, since| docs::markdown(form, since).into() },
    Backend { name: "docs", file: "fields.html", about: "字段说明，一个网页，不用联网，可以查找、打印", generate: |form, since| docs::html(form, since).into() },
    Backend { name: "instructions", file: "instructions.md", about: "填写说明原文", generate: |form, _| instructions::markdown(form).into() },
    Backend { name: "instructions", file: "instructions.html", about: "填写说明原文，可以打印", generate: |form, _| instructions::html(form).into() },
    Backend { name: "blank", file: "blank.docx", about: "空白表，用 Word 或 WPS 打开填写", generate: |form, _| blank(form, PaperFormat::Docx) },
    Backend { name: "blank", file: "blank.html", about: "空白表，一个网页，可以打印", generate: |form, _| blank(form, PaperFormat::Html) },
];

/// Every output of an edition that has one before it: one row each.
#[rustfmt::skip]
pub const BETWEEN: &[Between] = &[
    Between { name: "docs", file: "changes.md", about: "与上一版的变化，谁受影响", generate: diff::markdown },
];

/// Every output for all forms together: one row each.
#[rustfmt::skip]
pub const COMMON: &[Common] = &[
    Common { name: "spec-schema", file: "spec.schema.json", about: "规格（YAML）的 JSON Schema，编辑器凭它补全、检查", generate: spec_schema },
    Common { name: "verdict-schema", file: "verdict.schema.json", about: "校验结论（库给出的和 tianbao validate 印出的）的 JSON Schema", generate: verdict::generate },
    Common { name: "model-schema", file: "form.schema.json", about: "form.json 的 JSON Schema", generate: form_json::schema },
    Common { name: "diff-schema", file: "diff.schema.json", about: "版本间变化（tianbao diff --format json）的 JSON Schema", generate: diff::schema },
    Common { name: "manifest", file: "manifest.json", about: "目录：有哪些报表、哪些文件、各作何用，以及自定义的 JSON Schema 关键字", generate: manifest::generate },
];

fn blank(form: &Form, format: PaperFormat) -> Vec<u8> {
    render::render(form, None, format, &Options::default())
}

fn spec_schema(_forms: &[&Form]) -> String {
    output::json(&tianbao_schema::spec::schema())
}

/// All files of these forms, in the order of the forms and tables, those for all forms last.
#[must_use]
pub fn generate(forms: &[&Form]) -> Vec<GeneratedFile> {
    generate_only(forms, |_| true)
}

/// The files whose output is wanted, by the name that `--only` knows.
#[must_use]
pub fn generate_only(forms: &[&Form], wanted: impl Fn(&str) -> bool) -> Vec<GeneratedFile> {
    let mut files = Vec::new();
    let is_told = BETWEEN.iter().any(|between| wanted(between.name));
    for form in forms {
        let before = edition_before(forms, form).filter(|_| is_told);
        let since = before.map(|before| diff::compare(before, form));
        for backend in BACKENDS.iter().filter(|backend| wanted(backend.name)) {
            let path = format!("{}/{}", form.folder(), backend.file);
            let header = output::header(form, backend.file).into_bytes();
            files.push(GeneratedFile {
                path,
                contents: [header, (backend.generate)(form, since.as_ref())].concat(),
            });
        }
        let Some(since) = since else { continue };
        for between in BETWEEN.iter().filter(|between| wanted(between.name)) {
            let path = format!("{}/{}", form.folder(), between.file);
            let contents = output::header(form, between.file) + &(between.generate)(&since);
            files.push(GeneratedFile { path, contents: contents.into() });
        }
    }
    for common in COMMON.iter().filter(|common| wanted(common.name)) {
        files.push(GeneratedFile { path: common.file.to_owned(), contents: (common.generate)(forms).into() });
    }
    files
}

/// The edition before, where it is among the forms.
pub(crate) fn edition_before<'f>(forms: &[&'f Form], form: &Form) -> Option<&'f Form> {
    let addition = |form: &Form| form.addition.as_ref().map(|addition| addition.id.clone());
    let earlier = forms.iter().filter(|other| other.id == form.id && other.edition < form.edition);
    let earlier = earlier.filter(|other| addition(other) == addition(form));
    earlier.max_by_key(|other| other.edition).copied()
}
