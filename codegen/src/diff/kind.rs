//! Every kind of change, with what it is for and how much it changes. Whom it concerns stands in [`super::impact`].

use serde::Serialize;

/// How much a change changes, the least first. The measure is the data: reports that are filled in already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Data and their meaning are the same.
    Compatible,
    /// Old data stay valid; new data may hold what old programs do not know, or be counted otherwise.
    Additive,
    /// Old data may be invalid, have another name or another meaning.
    Breaking,
}

impl Level {
    /// Every level, the least first.
    pub const ALL: [Self; 3] = [Self::Compatible, Self::Additive, Self::Breaking];

    /// Its key in JSON and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Additive => "additive",
            Self::Breaking => "breaking",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Compatible => "兼容",
            Self::Additive => "有增补",
            Self::Breaking => "不兼容",
        }
    }

    /// What it means.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Compatible => "数据和数据的含义都没有变",
            Self::Additive => "旧数据照样合格；新数据里可能有旧程序不认识的内容，或者口径有变",
            Self::Breaking => "旧数据可能不合格，或者名称、含义变了",
        }
    }
}

/// Of what a change speaks: the headings of a change note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The form itself.
    Form,
    /// Sections, groups and fields, and what their values may be.
    Fields,
    /// The boxes of choices.
    Choices,
    /// Labels and instructions.
    Words,
    /// Rules.
    Rules,
    /// Order, numbers and print.
    Layout,
}

impl Topic {
    /// Every topic, in the order of a change note.
    pub const ALL: [Self; 6] =
        [Self::Form, Self::Fields, Self::Choices, Self::Words, Self::Rules, Self::Layout];

    /// Its heading.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Form => "报表",
            Self::Fields => "栏目和项目",
            Self::Choices => "选项",
            Self::Words => "名称和填写说明",
            Self::Rules => "规则",
            Self::Layout => "次序和版面",
        }
    }
}

macro_rules! kinds {
    ($($variant:ident $id:literal $topic:ident $word:literal $name:literal $level:ident $about:literal;)+) => {
        /// A kind of change.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ChangeKind {
            $(#[doc = $about] $variant,)+
        }

        impl ChangeKind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its id in JSON.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// Of what it speaks.
            #[must_use]
            pub const fn topic(self) -> Topic {
                match self { $(Self::$variant => Topic::$topic,)+ }
            }

            /// The word that begins its line.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Its short name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How much it changes; a change of a rule that is no error counts as additive at most.
            #[must_use]
            pub const fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)+ }
            }

            /// What it is.
            #[must_use]
            pub const fn about(self) -> &'static str {
                match self { $(Self::$variant => $about,)+ }
            }
        }
    };
}

#[rustfmt::skip]
kinds! {
    Title "title" Form "标题" "标题改了" Compatible "报表的标题改了";
    Years "years" Form "年度" "适用年度改了" Additive "本版适用的年度改了；旧年度的报表仍归旧版";
    AbsentWord "absent_word" Form "空项" "空项印的字改了" Breaking "选填项没有时表上印的字改了；文字项填了这个字，就算没有填";
    Home "home" Form "网址" "主页改了" Breaking "home 改了，JSON Schema 的 $id 随着改";
    RevisionNoted "revision_noted" Form "修订" "修订说明" Compatible "某次修订的日期和说明：改了什么、为什么";

    SectionAdded "section_added" Fields "新增" "新增栏目" Breaking "新增一个必填的栏目";
    SectionRemoved "section_removed" Fields "删除" "删除栏目" Breaking "删去一个栏目；里面的项目移到别处的，另记作移动";
    SectionRenamed "section_renamed" Fields "改名" "栏目改名" Breaking "栏目的编号改了，以 was: 写明";
    GroupAdded "group_added" Fields "新增" "新增一组" Breaking "新增一组必填的项目";
    GroupRemoved "group_removed" Fields "删除" "删除一组" Breaking "删去一组项目；里面的项目移到别处的，另记作移动";
    GroupRenamed "group_renamed" Fields "改名" "组改名" Breaking "组的编号改了，以 was: 写明";
    GroupMoved "group_moved" Fields "移动" "组移动" Breaking "一组项目移到别的栏目或组里，以 was: 写明";
    FieldAdded "field_added" Fields "新增" "新增必填项" Breaking "新增一个必填项";
    FieldRemoved "field_removed" Fields "删除" "删除项目" Breaking "删去一项";
    FieldRenamed "field_renamed" Fields "改名" "项目改名" Breaking "项目的编号改了，以 was: 写明";
    FieldMoved "field_moved" Fields "移动" "项目移动" Breaking "项目移到别的栏目或组里，以 was: 写明";
    OptionalAdded "optional_added" Fields "新增" "新增选填" Additive "新增可以不填的栏目、组或项目";
    RenameProposed "rename_proposed" Fields "疑似" "疑似改名" Compatible "删去的与新增的名称、位置相近，像是改名；新版写上 was: 才算，才能自动迁移";

    KindChanged "kind_changed" Fields "种类" "种类改了" Breaking "项目的种类改了，如文字改成整数";
    BecameRequired "became_required" Fields "必填" "改为必填" Breaking "选填改为必填";
    BecameOptional "became_optional" Fields "选填" "改为选填" Additive "必填改为选填";
    UnitChanged "unit_changed" Fields "单位" "单位改了" Breaking "单位改了，同一个数含义不同";
    PeriodChanged "period_changed" Fields "时点" "时点改了" Breaking "全年累计、截至年底、填报时，改了一种";
    LimitsTightened "limits_tightened" Fields "限度" "限度变严" Breaking "数的大小、文字的长短，限得更严";
    LimitsLoosened "limits_loosened" Fields "限度" "限度放宽" Additive "数的大小、文字的长短，限得更宽";
    PlacesFewer "places_fewer" Fields "小数" "小数位变少" Breaking "允许的小数位变少";
    PlacesMore "places_more" Fields "小数" "小数位变多" Additive "允许的小数位变多";
    LinesOne "lines_one" Fields "分行" "改为一行" Breaking "原来可以分行，改为只能一行";
    LinesMany "lines_many" Fields "分行" "改为可以分行" Additive "原来只能一行，改为可以分行";
    PatternTightened "pattern_tightened" Fields "格式" "格式变严" Breaking "有的写法原来可以，现在不可以，举例为证；新加格式也在此列";
    PatternLoosened "pattern_loosened" Fields "格式" "格式放宽" Additive "有的写法原来不可以，现在可以，举例为证；去掉格式也在此列";
    PatternChanged "pattern_changed" Fields "格式" "格式改写" Breaking "格式的式子改了，没有找到结果不同的写法";
    LabelChanged "label_changed" Words "名称" "名称改了" Compatible "表上印的名称改了，编号没变";
    ScopeChanged "scope_changed" Words "说明" "口径改了" Additive "填写说明里填什么、算什么的话改了：同名不同口径，与上年不可比";
    InstructionReworded "instruction_reworded" Words "说明" "说明改了" Compatible "填写说明只改了示例、含义或字数的话，口径没变";
    InstructionResliced "instruction_resliced" Words "说明" "说明重新分段" Compatible "填写说明的文字没变，只是分段、归类不同";

    ChoiceAdded "choice_added" Choices "选项" "新增选项" Additive "新增一个选项";
    ChoiceRemoved "choice_removed" Choices "选项" "删除选项" Breaking "删去一个选项";
    ChoiceRenamed "choice_renamed" Choices "选项" "选项改编号" Breaking "选项的编号改了，以 was: 写明";
    ChoiceRelabelled "choice_relabelled" Choices "选项" "选项改字" Compatible "选项印的字改了，编号没变";
    ChoiceLine "choice_line" Choices "选项" "选项的横线改了" Compatible "选项后面横线所填的项目改了";
    ChoicesReordered "choices_reordered" Choices "选项" "选项换次序" Compatible "选项的次序改了";

    RuleAdded "rule_added" Rules "规则" "新增规则" Breaking "新增一条规则；不是必须改的，算有增补";
    RuleRemoved "rule_removed" Rules "规则" "删除规则" Additive "删去一条规则";
    RuleRenamed "rule_renamed" Rules "规则" "规则改编号" Breaking "规则的编号改了，以 was: 写明；情况说明按编号写，随着改";
    RuleReworded "rule_reworded" Rules "规则" "规则改字" Compatible "规则的标题、提示的话或建议改了，判断没变";
    RuleTightened "rule_tightened" Rules "规则" "规则变严" Breaking "有的报表原来符合，现在不符合，举例为证；规则不是必须改的，算有增补";
    RuleLoosened "rule_loosened" Rules "规则" "规则放宽" Additive "有的报表原来不符合，现在符合，举例为证";
    RuleRewritten "rule_rewritten" Rules "规则" "规则改写" Breaking "规则的条件改了，没有找到结果不同的报表";
    SeverityRaised "severity_raised" Rules "规则" "轻重加重" Breaking "规则由提示、须核实改得更重";
    SeverityLowered "severity_lowered" Rules "规则" "轻重减轻" Additive "规则由必须改、须核实改得更轻";
    RuleWithdrawn "rule_withdrawn" Rules "停用" "规则停用" Additive "规则停用，编号保留";
    RuleRestored "rule_restored" Rules "恢复" "规则恢复" Breaking "停用的规则恢复";
    RuleAt "rule_at" Rules "规则" "问题指在别处" Compatible "规则的问题改为指在另一项上";
    RuleFix "rule_fix" Rules "规则" "改法改了" Compatible "规则所给的改法改了";
    RuleBasis "rule_basis" Rules "规则" "依据改了" Compatible "规则的依据改了";

    Reordered "reordered" Layout "次序" "换次序" Compatible "栏目、组、项目的次序改了，编号没变";
    Renumbered "renumbered" Layout "条号" "条号顺移" Compatible "填写说明的条号随增删、次序变了";
    LayoutPairs "layout_pairs" Layout "版面" "同行改了" Compatible "哪几项排在同一行，改了";
    LayoutWide "layout_wide" Layout "版面" "格子宽窄改了" Compatible "格子所占的列数改了";
    LayoutTitle "layout_title" Layout "版面" "标题印法改了" Compatible "栏目标题印不印、项目编不编号、正文另不另起一行，改了";
    LayoutUnit "layout_unit" Layout "版面" "单位印处改了" Compatible "单位印在另一级，单位本身没变";
    LayoutHead "layout_head" Layout "版面" "表头改了" Compatible "表格上面的几行改了";
    LayoutFoot "layout_foot" Layout "版面" "表尾改了" Compatible "表格下面的几行改了";
    LayoutPaper "layout_paper" Layout "版面" "纸张改了" Compatible "纸张大小改了";
}
