//! `manifest.json`: every form, edition and file with what it is for, and our JSON Schema keywords.

use serde::Serialize;
use tianbao_schema::Form;

use crate::{BACKENDS, BETWEEN, COMMON, edition_before, output};

/// How a validator that refuses unknown keywords (ajv in strict mode) is told of ours.
const AJV: &str = "ajv.addVocabulary(manifest.keywords.map(({ keyword }) => keyword))";

#[derive(Serialize)]
struct Manifest<'a> {
    forms: Vec<FormEntry<'a>>,
    files: Vec<File>,
    keywords: &'static [Keyword],
    ajv: &'static str,
}

#[derive(Serialize)]
struct FormEntry<'a> {
    form: &'a str,
    edition: u32,
    revision: u32,
    title: &'a str,
    /// Of a form with an addition: its id, revision and title.
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<Local<'a>>,
    from: u16,
    to: Option<u16>,
    schema: String,
    files: Vec<File>,
}

#[derive(Serialize)]
struct Local<'a> {
    local: &'a str,
    revision: u32,
    title: &'a str,
}

#[derive(Serialize)]
struct File {
    path: String,
    about: &'static str,
}

/// A keyword of ours in `report.schema.json`; all are annotations and refuse nothing.
#[derive(Serialize)]
pub struct Keyword {
    /// Its name.
    pub keyword: &'static str,
    /// The JSON type of its value.
    #[serde(rename = "type")]
    pub ty: &'static str,
    /// What it says, in Chinese.
    pub about: &'static str,
}

/// Every keyword of ours.
#[rustfmt::skip]
pub const KEYWORDS: &[Keyword] = &[
    Keyword { keyword: "x-form", ty: "string", about: "报表编号" },
    Keyword { keyword: "x-edition", ty: "integer", about: "报表版本" },
    Keyword { keyword: "x-revision", ty: "integer", about: "报表修订，从 1 起" },
    Keyword { keyword: "x-local", ty: "string", about: "补充的编号；没有补充的表没有" },
    Keyword { keyword: "x-label", ty: "string", about: "表上的名称" },
    Keyword { keyword: "x-kind", ty: "string", about: "项的类别：count number text url date year flag choice choices" },
    Keyword { keyword: "x-clause", ty: "string", about: "在填写说明里的位置，如 五.5（1）" },
    Keyword { keyword: "x-unit", ty: "string", about: "单位" },
    Keyword { keyword: "x-period", ty: "string", about: "数字说的是何时：year 全年累计，year_end 截至年底，now 填报时" },
    Keyword { keyword: "x-places", ty: "integer", about: "小数最多几位；不用 multipleOf，它在许多校验器里会误拒 19.99" },
    Keyword { keyword: "x-pattern-message", ty: "string", about: "不合 pattern 时怎么说" },
    Keyword { keyword: "x-enum-labels", ty: "object", about: "选项编号 → 表上的名称" },
    Keyword { keyword: "x-validations", ty: "array", about: "表间规则：CEL，self 是去掉 null 成员的报表，previous 是上年报表（没有时是 {}）；applies 为假时规则不判；改法里的 substring 属 CEL 的文字扩展" },
    Keyword { keyword: "x-withdrawn", ty: "array", about: "停用的规则：编号、标题、哪次修订、日期、原因；不再判断" },
];

/// The file's contents.
#[must_use]
pub fn generate(forms: &[&Form]) -> String {
    let files = COMMON.iter().map(|common| File { path: common.file.to_owned(), about: common.about });
    output::json(&Manifest {
        forms: forms.iter().map(|form| entry(form, edition_before(forms, form).is_some())).collect(),
        files: files.collect(),
        keywords: KEYWORDS,
        ajv: AJV,
    })
}

fn entry(form: &Form, has_one_before: bool) -> FormEntry<'_> {
    let own = BACKENDS.iter().map(|backend| (backend.file, backend.about));
    let between = BETWEEN.iter().filter(|_| has_one_before).map(|between| (between.file, between.about));
    let path = |file| format!("{}/{file}", form.folder());
    let files = own.chain(between).map(|(file, about)| File { path: path(file), about });
    FormEntry {
        form: &form.id,
        edition: form.edition,
        revision: form.revision,
        title: &form.title,
        local: form.addition.as_ref().map(|addition| Local {
            local: &addition.id,
            revision: addition.revision,
            title: &addition.title,
        }),
        from: form.years.from,
        to: form.years.to,
        schema: form.schema_id(),
        files: files.collect(),
    }
}
