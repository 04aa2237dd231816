//! `tianbao check [SPEC…]`

use tianbao_schema::diagnostic::{Diagnostic, Language};
use tianbao_schema::form::{Addition, Form};
use tianbao_schema::source::Source;
use tianbao_schema::{Checked, render};

use super::Status;
use crate::args::{Check, Format};
use crate::files::{self, Failure};
use crate::print::{colour_wanted, pick};
use crate::specs::{self, Origin};

/// Prints the diagnostics of specs.
pub(super) fn run(args: &Check, language: Language) -> Result<Status, Failure> {
    // One that cannot be read keeps no other from being checked.
    let (named, failures): (Vec<_>, Vec<_>) =
        args.specs.iter().map(|path| specs::spec(path)).partition(Result::is_ok);
    let specs = if args.specs.is_empty() {
        let (specs, origin) = specs::find(&[])?;
        say_origin(&origin, specs.len(), language);
        specs
    } else {
        named.into_iter().flatten().collect()
    };
    for failure in failures.iter().filter_map(|failed| failed.as_ref().err()) {
        files::complain(&failure.line(language));
    }
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
    Ok(match (failures.is_empty(), wrong) {
        (false, _) => Status::Impossible,
        (true, true) => Status::Wrong,
        (true, false) => Status::Fine,
    })
}

/// The diagnostics of one spec for people; of a sound one what it is, since silence would not say that it was read.
pub(super) fn report(checked: &Checked, language: Language) -> String {
    match &checked.form {
        Some(form) if checked.diagnostics.is_empty() => {
            if let Some(addition) = &form.addition {
                return sound_addition(&checked.source.name, form, addition, language);
            }
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

/// What a sound addition adds, and how much it makes stricter.
fn sound_addition(name: &str, form: &Form, addition: &Addition, language: Language) -> String {
    let Addition { title, base, .. } = addition;
    let fields = form.fields().filter(|(member, _)| form.is_added(member.id)).count();
    let rules = form.rules.len() - base.rules.len();
    let stricter = form.members.iter().filter(|member| form.is_stricter(member)).count()
        + form.rules[..base.rules.len()].iter().filter(|rule| form.is_apart(rule)).count();
    let (extended, edition) = (&base.title, base.edition);
    pick(
        language,
        format!(
            "{name}：没有问题（{title}，补充{extended} {edition} 版：另加 {fields} 项、{rules} 条规则，收紧 {stricter} 处）\n"
        ),
        format!(
            "{name}: no problems ({title}, adding to {extended} {edition}: {fields} fields, {rules} rules, {stricter} tightened)\n"
        ),
    )
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
