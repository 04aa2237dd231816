//! Reading the arguments of a run, and saying in Chinese what is wrong with them.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Styles};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches};
use tianbao_schema::diagnostic::Language;

use crate::args::{Args, Lang};
use crate::files::complain;

impl Args {
    /// The language of this run: `--lang`, else `TIANBAO_LANG`, else Chinese; never the locale.
    pub(crate) fn language(&self) -> Language {
        match self.lang {
            Some(Lang::Zh) => Language::Chinese,
            Some(Lang::En) => Language::English,
            None => language_before_parsing(&[]),
        }
    }
}

/// Reads the arguments; help, version and wrong usage are printed here and end the run.
pub(crate) fn read() -> Result<Args, ExitCode> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let parsed = command()
        .try_get_matches_from(&words)
        .and_then(|mut matches| Args::from_arg_matches_mut(&mut matches));
    parsed.map_err(|error| {
        if !error.use_stderr() {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        match language_before_parsing(&words) {
            Language::Chinese => complain(&in_chinese(&error, &words)),
            Language::English => drop(error.print()),
        }
        ExitCode::from(2)
    })
}

/// The command as clap knows it, its headings in Chinese.
pub(crate) fn command() -> clap::Command {
    let styles =
        Styles::styled().literal(AnsiColor::Green.on_default()).placeholder(AnsiColor::Cyan.on_default());
    Args::command()
        .styles(styles)
        .help_template(
            "{about}\n\n用法：tianbao 命令 [选项]\n\n命令：\n{subcommands}\n\n选项：\n{options}{after-help}",
        )
        .mut_subcommands(|verb| {
            verb.help_template("{about}\n\n用法：{usage}\n\n参数：\n{positionals}\n\n选项：\n{options}")
        })
}

fn language_before_parsing(words: &[OsString]) -> Language {
    let asked = words.iter().enumerate().find_map(|(at, word)| {
        let word = word.to_str()?;
        match word.strip_prefix("--lang=") {
            Some(language) => Some(language.to_owned()),
            None if word == "--lang" => words.get(at + 1)?.to_str().map(str::to_owned),
            None => None,
        }
    });
    match asked.or_else(|| std::env::var("TIANBAO_LANG").ok()).as_deref() {
        Some("en") => Language::English,
        Some(_) | None => Language::Chinese,
    }
}

/// What clap has to say against the arguments, in Chinese.
fn in_chinese(error: &clap::Error, words: &[OsString]) -> String {
    let told = |kind| error.get(kind).map(|value| in_words(value).replace("...", "")).unwrap_or_default();
    let (given, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(told)
        .find(|text| !text.is_empty())
        .map(|text| format!("；是不是 {text}？"))
        .unwrap_or_default();
    let allowed = match told(ContextKind::ValidValue) {
        text if text.is_empty() => String::new(),
        text => format!("；可用：{text}"),
    };
    let problem = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{given} 后面还缺一个值{allowed}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{given} 不能是“{value}”{allowed}{near}")
        }
        ErrorKind::UnknownArgument => format!("没有选项 {given}{near}"),
        ErrorKind::InvalidSubcommand => format!("没有命令 {}{near}", told(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("还缺 {given}"),
        ErrorKind::ArgumentConflict => format!("{given} 只能写一次，或不能与另一个选项同用"),
        ErrorKind::InvalidUtf8 => "有的参数不是 UTF-8 文字".to_owned(),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return command().render_help().to_string();
        }
        // clap may add kinds: its own words, then.
        _ => error.to_string(),
    };
    let command = command();
    let verb = words.iter().skip(1).find_map(|word| command.find_subcommand(word));
    let verb = verb.map(|verb| format!(" {}", verb.get_name())).unwrap_or_default();
    format!("错误：{problem}\n怎么用：tianbao{verb} --help")
}

fn in_words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        // Numbers, styled texts and whatever clap may add print themselves.
        other => other.to_string(),
    }
}
