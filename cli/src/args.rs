//! What the command line understands, with its help in Chinese.

mod editions;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use editions::{Diff, DiffFormat, FailOn, Migrate, Next};

/// The arguments of one run.
#[derive(Debug, Parser)]
#[command(
    name = "tianbao",
    version,
    about = "填报：一份 YAML 写清一张报表，类型、校验、文档都由它生成，填好的报表照它检查",
    after_help = "文件处写 - 指标准输入或标准输出。\n退出码：0 没有错误；1 查出错误；2 做不了（用法不对、文件读不了、不是 JSON）。",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of what is printed.
    #[arg(
        long,
        global = true,
        value_name = "zh|en",
        hide_possible_values = true,
        help = "输出用的语言：zh（默认）或 en；也可设环境变量 TIANBAO_LANG"
    )]
    pub(crate) lang: Option<Lang>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help = "显示帮助")]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help = "显示版本")]
    version: Option<bool>,
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Lang {
    /// 中文
    Zh,
    /// English
    En,
}

/// A verb with its arguments.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// `tianbao new`
    #[command(about = "新写一份规格：五个字段，能直接用，从它改起", override_usage = "tianbao new FORM")]
    New(New),
    /// `tianbao check`
    #[command(
        about = "检查规格，错处指到字",
        override_usage = "tianbao check [SPEC…] [--format human|json|sarif]"
    )]
    Check(Check),
    /// `tianbao preview`
    #[command(
        about = "把规格做成一页网页：空表、字段、填写说明、规则",
        override_usage = "tianbao preview SPEC [-o FILE]"
    )]
    Preview(Preview),
    /// `tianbao generate`
    #[command(
        about = "由规格生成类型、JSON Schema、文档等全部文件",
        override_usage = "tianbao generate [SPEC…] [--out DIR] [--only KIND…] [--check]"
    )]
    Generate(Generate),
    /// `tianbao explain`
    #[command(
        about = "解释一个错误代码、一条规则、一个字段",
        override_usage = "tianbao explain CODE|RULE|FIELD|CLAUSE|LABEL [--spec SPEC]"
    )]
    Explain(Explain),
    /// `tianbao validate`
    #[command(
        about = "检查填好的报表",
        override_usage = "tianbao validate FILE… [--spec SPEC] [--previous FILE] [--rules] [--strict] [--draft] [--format human|json|sarif]"
    )]
    Validate(Validate),
    /// `tianbao read`
    #[command(
        about = "把 Word、网页、文字里填好的表读成数据，有疑问的逐处列出",
        override_usage = "tianbao read FILE [--spec SPEC] [-o OUT.json] [--trace TRACE.json] [--strict]"
    )]
    Read(Read),
    /// `tianbao fix`
    #[command(
        about = "把能改的错处改好，改了什么逐处列出",
        override_usage = "tianbao fix FILE [--unsafe] [-o OUT | --in-place] [--spec SPEC]"
    )]
    Fix(Fix),
    /// `tianbao render`
    #[command(
        about = "把报表做成正式的表样：Word、网页或文字；不写 FILE 就是空白表",
        override_usage = "tianbao render [FILE] --as docx|html|md|txt|json [-o OUT] [--with-instructions] [--spec SPEC]"
    )]
    Render(Render),
    /// `tianbao diff`
    #[command(
        about = "新版改了什么，谁受影响",
        override_usage = "tianbao diff OLD NEW [--format human|md|json] [--fail-on breaking|additive] [--reports DIR]\n      tianbao diff --kinds"
    )]
    Diff(Diff),
    /// `tianbao next`
    #[command(
        about = "照今年的规格起一份来年的，原文、注释、次序不动",
        override_usage = "tianbao next SPEC --edition ID [--document FILE] [-o FILE]"
    )]
    Next(Next),
    /// `tianbao migrate`
    #[command(
        about = "把填好的报表迁移到另一版",
        override_usage = "tianbao migrate FILE --to SPEC [--from SPEC] [-o OUT]"
    )]
    Migrate(Migrate),
    /// `tianbao completions`
    #[command(
        about = "输出命令行补全脚本",
        override_usage = "tianbao completions bash|zsh|fish|powershell|elvish"
    )]
    Completions(Completions),
}

/// How results are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Human,
    /// For programs.
    Json,
    /// For code scanning.
    Sarif,
}

/// Arguments of `new`.
#[derive(Debug, clap::Args)]
pub(crate) struct New {
    #[arg(value_name = "FORM", help = "报表的编号：小写英文，词间用连字符，如 my-form")]
    pub(crate) form: String,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    #[arg(
        value_name = "SPEC",
        help = "规格文件；不写就查所在工程 schema/forms/ 下的全部规格，没有则查自带的"
    )]
    pub(crate) specs: Vec<PathBuf>,
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true,
        value_name = "FORMAT",
        help = "human（默认）、json 或 sarif"
    )]
    pub(crate) format: Format,
}

/// Arguments of `preview`.
#[derive(Debug, clap::Args)]
pub(crate) struct Preview {
    #[arg(value_name = "SPEC", help = "规格文件")]
    pub(crate) spec: PathBuf,
    #[arg(
        short,
        long,
        value_name = "FILE",
        help = "写到哪里；不写就放在当前目录，名为“规格名.preview.html”"
    )]
    pub(crate) output: Option<PathBuf>,
}

/// Arguments of `generate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Generate {
    #[arg(
        value_name = "SPEC",
        help = "规格文件；不写就是所在工程 schema/forms/ 下的全部规格，没有则用自带的"
    )]
    pub(crate) specs: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", help = "写到哪个目录；默认 generated")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "KIND", num_args = 1.., help = "只生成这几种")]
    pub(crate) only: Vec<String>,
    #[arg(long, help = "什么都不写，只查已有的文件是否过时；过时的逐个列出，退出码 1")]
    pub(crate) check: bool,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    #[arg(
        value_name = "WHAT",
        help = "错误代码（TB021）、规则、字段、填写说明条目（五.5）或字段名称（办件量）"
    )]
    pub(crate) what: String,
    #[arg(long, value_name = "SPEC", help = "规格文件；不写就用自带的")]
    pub(crate) spec: Option<PathBuf>,
}

/// Arguments of `validate`.
#[derive(Debug, clap::Args)]
pub(crate) struct Validate {
    #[arg(
        value_name = "FILE",
        required = true,
        help = "填好的报表：docx、html、txt、md、JSON 或 YAML；目录则查其中全部"
    )]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "SPEC", help = "按这份规格检查；不写就从报表认出是哪张表")]
    pub(crate) spec: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = "上年报表，供与上年比较的规则用")]
    pub(crate) previous: Option<PathBuf>,
    #[arg(long, help = "列出每条规则和它的结果")]
    pub(crate) rules: bool,
    #[arg(long, help = "须核实而没有写明原因的，也算错误")]
    pub(crate) strict: bool,
    #[arg(long, help = "还没填完：没有填的只计数，不列出，也不算错误")]
    pub(crate) draft: bool,
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true,
        value_name = "FORMAT",
        help = "human（默认）、json 或 sarif"
    )]
    pub(crate) format: Format,
}

/// Arguments of `read`.
#[derive(Debug, clap::Args)]
pub(crate) struct Read {
    #[arg(value_name = "FILE", help = "填好的报表：docx、html、txt、md，也可以是 JSON 或 YAML")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "SPEC", help = "按这份规格读；不写就从表上认出是哪张表")]
    pub(crate) spec: Option<PathBuf>,
    #[arg(short, long, value_name = "OUT", help = "数据写到哪里；不写就输出到标准输出")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, value_name = "TRACE", help = "每一项是怎么读的、在哪里读的，写成 JSON")]
    pub(crate) trace: Option<PathBuf>,
    #[arg(long, help = "有疑问的也算错误")]
    pub(crate) strict: bool,
}

/// Arguments of `fix`.
#[derive(Debug, clap::Args)]
pub(crate) struct Fix {
    #[arg(value_name = "FILE", help = "填好的报表")]
    pub(crate) file: PathBuf,
    #[arg(long = "unsafe", help = "只有一种改法的，即使会改掉原来填的内容，也改")]
    pub(crate) unsafe_too: bool,
    #[arg(
        short,
        long,
        value_name = "OUT",
        conflicts_with = "in_place",
        help = "写到哪里，格式由后缀定（json、docx、html、md、txt）；不写就输出 JSON 到标准输出"
    )]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, help = "写回原文件（只用于 JSON）")]
    pub(crate) in_place: bool,
    #[arg(long, value_name = "SPEC", help = "按这份规格；不写就从报表认出是哪张表")]
    pub(crate) spec: Option<PathBuf>,
}

/// What a report is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// Word.
    Docx,
    /// A web page.
    Html,
    /// Markdown.
    Md,
    /// Plain text.
    Txt,
    /// The data.
    Json,
}

/// Arguments of `render`.
#[derive(Debug, clap::Args)]
pub(crate) struct Render {
    #[arg(value_name = "FILE", help = "填好的报表：docx、html、txt、md、JSON 或 YAML；不写就是空白表")]
    pub(crate) file: Option<PathBuf>,
    #[arg(
        long = "as",
        value_enum,
        value_name = "FORMAT",
        hide_possible_values = true,
        help = "docx（Word）、html（网页，可以打印）、md、txt 或 json"
    )]
    pub(crate) target: Target,
    #[arg(
        short,
        long,
        value_name = "OUT",
        help = "写到哪里；不写就放在 FILE 旁边，同名、换后缀，已有的文件不覆盖"
    )]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, help = "后面附上填写说明")]
    pub(crate) with_instructions: bool,
    #[arg(long, value_name = "SPEC", help = "按这份规格；不写就从报表认出是哪张表")]
    pub(crate) spec: Option<PathBuf>,
}

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(crate) struct Completions {
    #[arg(value_name = "SHELL", hide_possible_values = true, help = "bash、zsh、fish、powershell 或 elvish")]
    pub(crate) shell: Shell,
}
