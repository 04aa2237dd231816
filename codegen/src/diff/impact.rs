//! Whom a change concerns, and how. Apart from the finding of changes, so that the one can be judged without the other.

use super::ChangeKind as Kind;

/// Somebody whom a change may concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Reports that are filled in already.
    StoredReports,
    /// Programs that read old data together with new.
    Readers,
    /// People and programs that fill in new reports.
    Writers,
    /// Users of the generated JSON Schema.
    SchemaUsers,
    /// Users of the generated Rust.
    RustUsers,
}

impl Audience {
    /// Everybody, in the order of the table.
    pub const ALL: [Self; 5] =
        [Self::StoredReports, Self::Readers, Self::Writers, Self::SchemaUsers, Self::RustUsers];

    /// Its key in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::StoredReports => "stored_reports",
            Self::Readers => "readers",
            Self::Writers => "writers",
            Self::SchemaUsers => "schema_users",
            Self::RustUsers => "rust_users",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::StoredReports => "旧报表",
            Self::Readers => "读旧数据",
            Self::Writers => "填新报表",
            Self::SchemaUsers => "JSON Schema 用户",
            Self::RustUsers => "Rust 用户",
        }
    }
}

/// What a kind of change means for everybody; none where it means nothing.
#[must_use]
pub const fn on(kind: Kind, audience: Audience) -> Option<&'static str> {
    let [stored, readers, writers, schema, rust] = row(kind);
    let text = match audience {
        Audience::StoredReports => stored,
        Audience::Readers => readers,
        Audience::Writers => writers,
        Audience::SchemaUsers => schema,
        Audience::RustUsers => rust,
    };
    if text.is_empty() { None } else { Some(text) }
}

/// In the order of [`Audience::ALL`]: stored reports, readers of old data, writers of new data, JSON Schema, Rust.
#[rustfmt::skip]
const fn row(kind: Kind) -> [&'static str; 5] {
    match kind {
        Kind::Title | Kind::LabelChanged | Kind::ChoiceRelabelled => ["", "", "", "改标题", "改文档"],
        Kind::Years => ["旧年度仍归旧版", "", "按新年度", "年度范围变", "年度范围变"],
        Kind::AbsentWord => ["可能算没填", "", "空项印新字", "取值变", "校验变"],
        Kind::Home => ["", "", "", "$id 变", ""],
        Kind::RevisionNoted => ["", "", "", "改文档", "改文档"],
        Kind::SectionAdded | Kind::GroupAdded => ["补填", "旧数据没有", "必填", "多一个成员", "多一个类型"],
        Kind::FieldAdded => ["补填", "旧数据没有", "必填", "多一个成员", "多一个字段"],
        Kind::OptionalAdded => ["", "旧数据没有", "可填", "多一个成员", "多一个字段"],
        Kind::SectionRemoved | Kind::GroupRemoved | Kind::FieldRemoved =>
            ["迁移，值另存", "新数据没有", "不再填", "少一个成员", "编译报错"],
        Kind::SectionRenamed | Kind::GroupRenamed | Kind::FieldRenamed =>
            ["迁移", "按两个名字读", "用新名字", "改字段名", "编译报错"],
        Kind::GroupMoved | Kind::FieldMoved => ["迁移", "按两处读", "填在新处", "改路径", "编译报错"],
        Kind::RenameProposed => ["写 was: 可迁移", "", "", "", ""],
        Kind::KindChanged => ["可能不过", "按两种读", "按新种类", "类型变", "编译报错"],
        Kind::BecameRequired => ["可能须补填", "", "必填", "required 多一项", "不再是 Option"],
        Kind::BecameOptional => ["", "可能没有", "可不填", "required 少一项", "变成 Option"],
        Kind::UnitChanged => ["数须换算", "数须换算", "按新单位", "x-unit 变", "改文档"],
        Kind::PeriodChanged => ["不可比", "不可比", "按新时点", "x-period 变", "改文档"],
        Kind::LimitsTightened => ["可能不过", "", "限得更严", "上下限变", "校验变"],
        Kind::LimitsLoosened => ["", "值可能超旧限", "限得更宽", "上下限变", "校验变"],
        Kind::PlacesFewer => ["可能不过", "", "少写几位", "x-places 变", "类型变"],
        Kind::PlacesMore => ["", "位数更多", "可多写几位", "x-places 变", "类型变"],
        Kind::LinesOne => ["可能不过", "", "只写一行", "格式变", "校验变"],
        Kind::LinesMany => ["", "会有换行", "可以分行", "格式变", "校验变"],
        Kind::PatternTightened | Kind::PatternChanged => ["可能不过", "", "按新格式", "pattern 变", "校验变"],
        Kind::PatternLoosened => ["", "写法更多", "写法更多", "pattern 变", "校验变"],
        Kind::ScopeChanged => ["与上年不可比", "与上年不可比", "按新口径", "改说明", "改文档"],
        Kind::InstructionReworded | Kind::InstructionResliced => ["", "", "", "改说明", "改文档"],
        Kind::ChoiceAdded => ["", "有新取值", "多一个选项", "enum 多一个", "enum 多一个"],
        Kind::ChoiceRemoved => ["须重选", "仍有旧取值", "少一个选项", "enum 少一个", "编译报错"],
        Kind::ChoiceRenamed => ["迁移", "按两个取值读", "用新取值", "enum 改名", "编译报错"],
        Kind::ChoiceLine => ["", "", "横线填别项", "", ""],
        Kind::ChoicesReordered => ["", "", "", "enum 次序变", "次序变"],
        Kind::RuleAdded | Kind::RuleTightened | Kind::RuleRewritten | Kind::SeverityRaised | Kind::RuleRestored =>
            ["可能不过", "", "可能不过", "x-validations 变", "校验变"],
        Kind::RuleRemoved | Kind::RuleLoosened | Kind::SeverityLowered | Kind::RuleWithdrawn =>
            ["", "", "更容易通过", "x-validations 变", "校验变"],
        Kind::RuleRenamed => ["情况说明改键", "code 改名", "用新编号", "code 改名", "code 改名"],
        Kind::RuleReworded | Kind::RuleBasis => ["", "", "", "改提示的话", "改提示的话"],
        Kind::RuleAt => ["", "path 变", "", "", ""],
        Kind::RuleFix => ["", "", "改法变", "", ""],
        Kind::Reordered => ["", "", "表上次序变", "成员次序变", "字段次序变"],
        Kind::Renumbered => ["", "", "条号变", "改说明", "改文档"],
        Kind::LayoutPairs | Kind::LayoutWide | Kind::LayoutTitle | Kind::LayoutUnit | Kind::LayoutHead
        | Kind::LayoutFoot | Kind::LayoutPaper => ["", "", "表样变", "", ""],
    }
}
