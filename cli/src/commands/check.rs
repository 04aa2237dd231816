//! `tianbao check [SPEC…]`

use tianbao_schema::diagnostic::{Diagnostic, Language};
use tianbao_schema::source::Source;
use tianbao_schema::{Checked, render};

use super::Status;
use crate::args::{Check, Format};
use crate::files::{self, Failure};
use crate::print::{colour_wanted, pick};
use crate::specs::{self, Origin};

/// Prints the diagnostics of specs.
pub(super) fn run(args: &Check, language: Language) -> Result<Status, Failure> {
    let (specs, origin) = specs::find(&args.specs)?;
    say_origin(&origin, specs.len(), language);
    let checked: Vec<Checked> = specs.iter().map(specs::Spec::check).collect();
    match args.format {
        Format::Human => {
            let text: String = checked.iter().map(|spec| report(spec, language)).collect();
            files::print(&text);
        }
        Format::Json => {
            let found = checked.iter().map(|spec| render::json(&spec.diagnostics, &spec.source, language));
            files::print(&crate::print::json::list(found));
        }
        Format::Sarif => {
            let found: Vec<(&Source, &[Diagnostic])> =
                checked.iter().map(|spec| (&spec.source, spec.diagnostics.as_slice())).collect();
            files::print(&crate::print::json::pretty(&render::sarif(&found, language)));
        }
    }
    let wrong = checked.iter().any(|spec| spec.form.is_none());
    Ok(if wrong { Status::Wrong } else { Status::Fine })
}

/// The diagnostics of one spec for people; of a sound one what it is, since silence would not say that it was read.
pub(super) fn report(checked: &Checked, language: Language) -> String {
    match &checked.form {
        Some(form) if checked.diagnostics.is_empty() => {
            let (name, title, fields, rules) =
                (&checked.source.name, &form.title, form.fields().count(), form.rules.len());
            let withdrawn = match form.withdrawn.len() {
                0 => String::new(),
                count => pick(language, format!("，停用 {count} 条"), format!(", {count} withdrawn")),
            };
            let edition = pick(
                language,
                form.edition_name(),
                match form.revision {
                    1 => form.edition.to_string(),
                    revision => format!("{} revision {revision}", form.edition),
                },
            );
            pick(
                language,
                format!("{name}：没有问题（{title} {edition}，{fields} 项，{rules} 条规则{withdrawn}）\n"),
                format!(
                    "{name}: no problems ({title} {edition}, {fields} fields, {rules} rules{withdrawn})\n"
                ),
            )
        }
        Some(_) | None => render::human(&checked.diagnostics, &checked.source, language, colour_wanted()),
    }
}

/// Says on standard error which specs are meant when none was named.
pub(super) fn say_origin(origin: &Origin, count: usize, language: Language) {
    let text = match origin {
        Origin::Named => return,
        Origin::Project(folder) => pick(
            language,
            format!("没有指明规格：用 {} 下的 {count} 份", folder.display()),
            format!("no spec named: using {count} in {}", folder.display()),
        ),
        Origin::Shipped => pick(
            language,
            format!("没有指明规格：用自带的 {count} 份"),
            format!("no spec named: using the {count} shipped"),
        ),
    };
    files::complain(&text);
}
