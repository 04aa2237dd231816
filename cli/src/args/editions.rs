//! The verbs that work from one edition to another.

use std::path::PathBuf;

use clap::ValueEnum;

/// Arguments of `diff`.
#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    #[arg(
        value_name = "OLD",
        required_unless_present = "kinds",
        help = "旧版：规格文件，或自带报表的“编号/版本”，如 gov-website-work/2019"
    )]
    pub(crate) old: Option<PathBuf>,
    #[arg(value_name = "NEW", required_unless_present = "kinds", help = "新版：规格文件，或“编号/版本”")]
    pub(crate) new: Option<PathBuf>,
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true,
        value_name = "FORMAT",
        help = "human（默认）、md（可以发布的变更说明）或 json"
    )]
    pub(crate) format: DiffFormat,
    #[arg(
        long,
        value_enum,
        hide_possible_values = true,
        value_name = "LEVEL",
        help = "有这种程度以上的变化，退出码 1：breaking（不兼容）或 additive（有增补）"
    )]
    pub(crate) fail_on: Option<FailOn>,
    #[arg(long, value_name = "DIR", help = "用这个目录里的旧报表试算：有几份会新增错误，在哪条规则")]
    pub(crate) reports: Option<PathBuf>,
    #[arg(long, help = "列出认得的每一种变化")]
    pub(crate) kinds: bool,
}

/// Arguments of `next`.
#[derive(Debug, clap::Args)]
pub(crate) struct Next {
    #[arg(value_name = "SPEC", help = "今年的规格：规格文件，或自带报表的“编号/版本”")]
    pub(crate) spec: PathBuf,
    #[arg(long, value_name = "ID", help = "新版的版本，如 2020")]
    pub(crate) edition: u32,
    #[arg(
        long,
        value_name = "FILE",
        help = "新印发的表（docx、html、txt、md，空白或填好，带不带填写说明都行）：逐处与规格对照"
    )]
    pub(crate) document: Option<PathBuf>,
    #[arg(
        short,
        long,
        value_name = "FILE",
        help = "写到哪里；不写就放在 SPEC 旁边，名字里换成新版；已有的文件不覆盖"
    )]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `migrate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Migrate {
    #[arg(value_name = "FILE", help = "填好的报表：docx、html、txt、md，也可以是 JSON 或 YAML")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "SPEC", help = "迁移到哪一版：规格文件，或自带报表的“编号/版本”")]
    pub(crate) to: PathBuf,
    #[arg(long, value_name = "SPEC", help = "原来是哪一版；不写就从报表认出")]
    pub(crate) from: Option<PathBuf>,
    #[arg(
        short,
        long,
        value_name = "OUT",
        help = "写到哪个文件；不写就输出到标准输出。没有去处的值另存在旁边的“名字.removed.json”"
    )]
    pub(crate) output: Option<PathBuf>,
}

/// How changes are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people.
    #[default]
    Human,
    /// A note to publish.
    Md,
    /// For programs.
    Json,
}

/// From which level on changes count as errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Old data may be invalid.
    Breaking,
    /// Anything that data may show.
    Additive,
}
