//! What changed as JSON, and the schema of that.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::editions::Mistaken;

use super::{At, Change, ChangeKind, Diff, Edition, Example, Tried, impact};
use crate::output;

/// 两个版本之间的变化
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Diff")]
struct DiffData<'a> {
    /// 报表编号
    form: &'a str,
    /// 标题
    title: &'a str,
    old: EditionData<'a>,
    new: EditionData<'a>,
    /// 总的程度：`compatible`、`additive` 或 `breaking`
    level: &'static str,
    /// 一句话的结论
    summary: String,
    /// 迁移旧报表
    migration: MigrationData<'a>,
    /// 用旧报表试算的结果；没有试算的没有
    #[serde(skip_serializing_if = "Option::is_none")]
    trial: Option<TrialData<'a>>,
    /// 写错的 was:，旧版里没有它说的；没有写错的没有
    #[serde(skip_serializing_if = "Vec::is_empty")]
    mistaken: Vec<MistakenData<'a>>,
    /// 各处变化，依新表的次序
    changes: Vec<ChangeData<'a>>,
}

/// 一个版本
#[derive(Serialize, JsonSchema)]
struct EditionData<'a> {
    edition: u32,
    revision: u32,
    /// 本地补充的名称；没有补充的没有
    #[serde(skip_serializing_if = "Option::is_none")]
    addition: Option<&'a str>,
}

/// 迁移旧报表时要做的
#[derive(Serialize, JsonSchema)]
struct MigrationData<'a> {
    /// 自动照改的改名、移动有几处
    automatic: usize,
    /// 须补填的项
    to_fill: &'a [String],
    /// 新版没有的项
    removed: &'a [String],
}

/// 用旧报表试算的结果
#[derive(Serialize, JsonSchema)]
struct TrialData<'a> {
    /// 试了几份
    reports: usize,
    /// 几份会新增必须改的错误
    failing: usize,
    /// 新增的问题，按规则，必须改的在前
    found: Vec<FoundData<'a>>,
}

/// 写错的一处 was:
#[derive(Serialize, JsonSchema)]
struct MistakenData<'a> {
    /// 写在哪一项、哪个选项或哪条规则
    at: &'a str,
    /// 写的是什么
    was: &'a str,
    /// 大概是想写什么
    near: Option<&'a str>,
}

/// 试算中新增的一种问题
#[derive(Serialize, JsonSchema)]
struct FoundData<'a> {
    /// 规则编号，或结构问题的代码
    code: &'a str,
    /// 规则的标题，或项目的名称
    title: &'a str,
    /// `error`、`warning` 或 `hint`
    severity: &'static str,
    /// 几份报表有
    reports: usize,
    /// 第一份的文件名
    example: &'a str,
    /// 对它怎么说
    message: &'a str,
}

/// 一处变化
#[derive(Serialize, JsonSchema)]
struct ChangeData<'a> {
    /// 是哪一种变化，见 `tianbao diff --kinds`
    kind: &'static str,
    /// 这一种的名称
    name: &'static str,
    /// 程度：`compatible`、`additive` 或 `breaking`
    level: &'static str,
    at: AtData<'a>,
    /// 原来怎样；新增的为 null
    before: Option<&'a str>,
    /// 现在怎样；删去的为 null
    after: Option<&'a str>,
    /// 还要说明的
    note: Option<&'a str>,
    /// 两版结果不同的例子
    example: Option<ExampleData<'a>>,
    /// 对谁有什么影响；没有影响的不列
    affects: AffectsData,
}

/// 变化在哪里
#[derive(Serialize, JsonSchema)]
struct AtData<'a> {
    /// 填写说明的条号
    clause: Option<&'a str>,
    /// 名称，规则则是标题；整张报表为空
    label: &'a str,
    /// 在旧版中的路径
    old_path: Option<&'a str>,
    /// 在新版中的路径
    new_path: Option<&'a str>,
    /// 规则编号
    rule: Option<&'a str>,
}

/// 一个例子：样表改成这些值，一版可以，另一版不可以
#[derive(Serialize, JsonSchema)]
struct ExampleData<'a> {
    /// 旧版是否可以
    old_accepts: bool,
    /// 新版是否可以
    new_accepts: bool,
    /// 例子中的值
    values: Vec<ValueData<'a>>,
}

/// 例子中的一个值
#[derive(Serialize, JsonSchema)]
struct ValueData<'a> {
    path: &'a str,
    label: &'a str,
    /// 值；没有填的为 null
    value: &'a Value,
    /// 真，则是上年报表的值
    previous: bool,
}

/// 对谁有什么影响
#[derive(Default, Serialize, JsonSchema)]
struct AffectsData {
    /// 已经填好的旧报表
    #[serde(skip_serializing_if = "Option::is_none")]
    stored_reports: Option<&'static str>,
    /// 读旧数据的程序
    #[serde(skip_serializing_if = "Option::is_none")]
    readers: Option<&'static str>,
    /// 填新报表的人和程序
    #[serde(skip_serializing_if = "Option::is_none")]
    writers: Option<&'static str>,
    /// JSON Schema 的用户
    #[serde(skip_serializing_if = "Option::is_none")]
    schema_users: Option<&'static str>,
    /// Rust 的用户
    #[serde(skip_serializing_if = "Option::is_none")]
    rust_users: Option<&'static str>,
}

/// The changes as JSON text.
#[must_use]
pub fn json(diff: &Diff) -> String {
    output::json(&DiffData {
        form: &diff.form,
        title: &diff.title,
        old: edition(&diff.old),
        new: edition(&diff.new),
        level: diff.level().key(),
        summary: diff.summary(),
        migration: MigrationData {
            automatic: diff.automatic,
            to_fill: &diff.to_fill,
            removed: &diff.removed,
        },
        trial: diff.trial.as_ref().map(trial),
        mistaken: diff.mistaken.iter().map(mistaken).collect(),
        changes: diff.changes.iter().map(change).collect(),
    })
}

/// The contents of `diff.schema.json`.
#[must_use]
pub fn schema(_forms: &[&Form]) -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let schema = settings.into_generator().into_root_schema_for::<DiffData<'_>>();
    output::json(&crate::form_json::without_rust_formats(schema.to_value()))
}

fn trial(tried: &Tried) -> TrialData<'_> {
    let found = tried.found.iter().map(|found| FoundData {
        code: &found.code,
        title: &found.title,
        severity: found.severity.key(),
        reports: found.reports,
        example: &found.example,
        message: &found.message,
    });
    TrialData { reports: tried.reports, failing: tried.failing, found: found.collect() }
}

fn mistaken(mistaken: &Mistaken) -> MistakenData<'_> {
    MistakenData { at: &mistaken.at, was: &mistaken.was, near: mistaken.near.as_deref() }
}

fn edition(of: &Edition) -> EditionData<'_> {
    EditionData { edition: of.edition, revision: of.revision, addition: of.addition.as_deref() }
}

fn change(change: &Change) -> ChangeData<'_> {
    ChangeData {
        kind: change.kind.id(),
        name: change.kind.name(),
        level: change.level.key(),
        at: at(&change.at),
        before: change.before.as_deref(),
        after: change.after.as_deref(),
        note: change.note.as_deref(),
        example: change.example.as_ref().map(example),
        affects: affects(change.kind),
    }
}

fn at(at: &At) -> AtData<'_> {
    AtData {
        clause: at.clause.as_deref(),
        label: &at.label,
        old_path: at.old_path.as_deref(),
        new_path: at.new_path.as_deref(),
        rule: at.rule.as_deref(),
    }
}

fn example(example: &Example) -> ExampleData<'_> {
    let values = example.values.iter().map(|value| ValueData {
        path: &value.path,
        label: &value.label,
        value: &value.value,
        previous: value.previous,
    });
    ExampleData {
        old_accepts: example.old_accepts,
        new_accepts: !example.old_accepts,
        values: values.collect(),
    }
}

fn affects(kind: ChangeKind) -> AffectsData {
    use impact::Audience;
    AffectsData {
        stored_reports: impact::on(kind, Audience::StoredReports),
        readers: impact::on(kind, Audience::Readers),
        writers: impact::on(kind, Audience::Writers),
        schema_users: impact::on(kind, Audience::SchemaUsers),
        rust_users: impact::on(kind, Audience::RustUsers),
    }
}
