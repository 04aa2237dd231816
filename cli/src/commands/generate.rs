//! `tianbao generate [SPEC…]`

use std::path::{Path, PathBuf};

use tianbao_codegen::output::{self, Difference};
use tianbao_codegen::{BACKENDS, COMMON, GeneratedFile};
use tianbao_schema::diagnostic::Language;
use tianbao_schema::{Checked, Form};

use super::{Status, check};
use crate::args::Generate;
use crate::files::{self, Failure};
use crate::print::pick;
use crate::specs::{self, Origin};

/// Writes all outputs of specs, or says which committed ones are stale.
pub(super) fn run(args: &Generate, language: Language) -> Result<Status, Failure> {
    if let Some(unknown) = args.only.iter().find(|kind| !kinds().any(|known| known.0 == kind.as_str())) {
        return Err(no_such_kind(unknown));
    }
    let (specs, origin) = specs::find(&args.specs)?;
    check::say_origin(&origin, specs.len(), language);
    let checked: Vec<Checked> = specs.iter().map(specs::Spec::check).collect();
    for spec in checked.iter().filter(|spec| !spec.diagnostics.is_empty()) {
        files::complain(check::report(spec, language).trim_end());
    }
    let forms: Vec<&Form> = checked.iter().filter_map(|spec| spec.form.as_ref()).collect();
    if forms.len() < checked.len() {
        return Ok(Status::Wrong);
    }
    if let Some((one, other)) = in_one_place(&forms) {
        let (one, other) = (&checked[one].source.name, &checked[other].source.name);
        return Err(Failure::new(
            format!("{one} 和 {other} 是同一张表的同一版，会写到同一处；一次只能生成一份"),
            format!(
                "{one} and {other} are the same edition of one form and would be written to one place; generate one of them"
            ),
        ));
    }
    let wanted = |kind: &str| args.only.is_empty() || args.only.iter().any(|only| only == kind);
    let generated = tianbao_codegen::generate_only(&forms, wanted);
    let out = args.out.clone().unwrap_or_else(|| default_output(&origin));
    if args.check {
        find_stale(&out, &generated, &refresh(args), language)
    } else {
        write(&out, &generated, language)
    }
}

/// Indexes of two forms whose files have the same names.
fn in_one_place(forms: &[&Form]) -> Option<(usize, usize)> {
    let first = |folder: &str| forms.iter().position(|form| form.folder() == folder);
    let pairs = forms.iter().enumerate().filter_map(|(index, form)| Some((first(&form.folder())?, index)));
    pairs.into_iter().find(|(one, other)| one != other)
}

/// The command that writes what `--check` looked at.
fn refresh(args: &Generate) -> String {
    let specs = args.specs.iter().map(|spec| format!(" {}", spec.display()));
    let out = args.out.iter().map(|out| format!(" --out {}", out.display()));
    let only = args.only.iter().map(|kind| format!(" --only {kind}"));
    specs.chain(out).chain(only).fold(output::COMMAND.to_owned(), |command, word| command + &word)
}

/// `generated`, in the project whose specs they are.
fn default_output(origin: &Origin) -> PathBuf {
    match origin {
        Origin::Project(folder) => {
            let root = folder.parent().and_then(Path::parent).unwrap_or(Path::new(""));
            root.join("generated")
        }
        Origin::Named | Origin::Shipped => PathBuf::from("generated"),
    }
}

fn write(out: &Path, generated: &[GeneratedFile], language: Language) -> Result<Status, Failure> {
    let written = output::write(out, generated).map_err(|error| files::cannot_write(&error))?;
    let mut text = String::new();
    for path in &written {
        let path = out.join(path);
        text +=
            &pick(language, format!("写好  {}\n", path.display()), format!("wrote  {}\n", path.display()));
    }
    let (count, same, out) = (written.len(), generated.len() - written.len(), out.display());
    text += &pick(
        language,
        format!("{out}：写了 {count} 个文件，{same} 个内容没变、没有动\n"),
        format!("{out}: {count} written, {same} unchanged\n"),
    );
    files::print(&text);
    Ok(Status::Fine)
}

fn find_stale(
    out: &Path,
    generated: &[GeneratedFile],
    refresh: &str,
    language: Language,
) -> Result<Status, Failure> {
    let stale = output::stale(out, generated).map_err(|error| files::cannot_write(&error))?;
    let mut text = String::new();
    for (file, difference) in &stale {
        let word = match difference {
            Difference::Missing => pick(language, "缺少", "missing"),
            Difference::Stale => pick(language, "过时", "stale"),
        };
        text += &format!("{word}  {}\n", out.join(&file.path).display());
    }
    let (count, all, out) = (stale.len(), generated.len(), out.display());
    if stale.is_empty() {
        text += &pick(
            language,
            format!("{out}：{all} 个文件都是新的\n"),
            format!("{out}: all {all} files are fresh\n"),
        );
        files::print(&text);
        return Ok(Status::Fine);
    }
    text += &pick(
        language,
        format!("{out}：{all} 个文件中 {count} 个过时；更新：{refresh}\n"),
        format!("{out}: {count} of {all} files are stale; to refresh: {refresh}\n"),
    );
    files::print(&text);
    Ok(Status::Wrong)
}

/// Every name that `--only` knows, with the files that it stands for.
fn kinds() -> impl Iterator<Item = (&'static str, &'static str)> {
    let of_a_form = BACKENDS.iter().map(|backend| (backend.name, backend.file));
    of_a_form.chain(COMMON.iter().map(|common| (common.name, common.file)))
}

fn no_such_kind(unknown: &str) -> Failure {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in kinds() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let list = names.join("、");
    Failure::new(
        format!("--only 没有“{unknown}”这一种；可用：{list}"),
        format!("--only knows no `{unknown}`; there are: {}", names.join(", ")),
    )
}
