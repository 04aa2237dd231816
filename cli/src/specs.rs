//! Which specs a command works on: those named, those of the project around, or the shipped ones.

use std::path::{Path, PathBuf};

use tianbao_schema::source::Source;
use tianbao_schema::{Checked, Form, Shipped, check_beside, shipped};

use crate::files::{self, Failure};

/// A spec's text with the name that messages give it.
pub(crate) struct Spec {
    /// Name for messages; relative paths stay relative.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// Where it stands; the form that an addition extends is looked for here.
    folder: PathBuf,
}

impl Spec {
    /// Reads one spec.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_path_buf);
        Ok(Self { name: files::name(path), bytes: files::read(path)?, folder })
    }

    fn shipped(spec: &Shipped) -> Self {
        Self { name: spec.path.to_owned(), bytes: spec.text.as_bytes().to_vec(), folder: PathBuf::new() }
    }

    /// Checks it.
    pub(crate) fn check(&self) -> Checked {
        check_beside(&self.name, &self.bytes, &self.folder)
    }
}

/// Where specs came from when none was named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The command line.
    Named,
    /// `schema/forms` of the project around, in this folder.
    Project(PathBuf),
    /// Inside the program.
    Shipped,
}

/// The named specs; else those of the project around the current directory; else the shipped ones.
pub(crate) fn find(named: &[PathBuf]) -> Result<(Vec<Spec>, Origin), Failure> {
    if !named.is_empty() {
        let specs = named.iter().map(|path| spec(path)).collect::<Result<_, _>>()?;
        return Ok((specs, Origin::Named));
    }
    if let Some((folder, paths)) = in_project()? {
        let specs = paths.iter().map(|path| Spec::read(path)).collect::<Result<_, _>>()?;
        return Ok((specs, Origin::Project(folder)));
    }
    Ok((shipped_specs(), Origin::Shipped))
}

/// The shipped specs.
pub(crate) fn shipped_specs() -> Vec<Spec> {
    shipped().iter().map(Spec::shipped).collect()
}

/// The form of one spec; the shipped ones where none is named. A spec with errors cannot be used.
pub(crate) fn forms(named: Option<&Path>) -> Result<Vec<(Form, Source)>, Failure> {
    let specs = match named {
        Some(path) => vec![spec(path)?],
        None => shipped_specs(),
    };
    let usable = |spec: Spec| {
        let Checked { source, form, .. } = spec.check();
        form.map(|form| (form, source)).ok_or_else(|| Failure::bad_spec(&spec.name))
    };
    specs.into_iter().map(usable).collect()
}

/// The form of a spec file, or of a shipped `form/edition`.
pub(crate) fn form(named: &Path) -> Result<Form, Failure> {
    let spec = spec(named)?;
    spec.check().form.ok_or_else(|| Failure::bad_spec(&spec.name))
}

/// A spec file, or a shipped `form/edition`.
pub(crate) fn spec(named: &Path) -> Result<Spec, Failure> {
    match shipped_as(named) {
        Some(spec) => Ok(Spec::shipped(spec)),
        None => Spec::read(named),
    }
}

/// The shipped spec that `form/edition` names.
pub(crate) fn shipped_as(named: &Path) -> Option<&'static Shipped> {
    shipped().iter().find(|spec| named.to_str() == Some(&spec.name()))
}

/// An edition of a form, with the name of its spec as the command line takes it.
pub(crate) struct Edition {
    /// `gov-website-work/2019`, or the file.
    pub(crate) name: String,
    /// The form.
    pub(crate) form: Form,
}

/// Every edition of a form that is at hand: shipped, in the project around, beside the spec named; specs that read alike
/// once. Of specs with errors nothing is said here: they were not asked for.
pub(crate) fn editions(form: &str, beside: Option<&Path>) -> Vec<Edition> {
    let mut specs: Vec<Spec> =
        shipped().iter().map(|shipped| Spec { name: shipped.name(), ..Spec::shipped(shipped) }).collect();
    specs.extend(find(&[]).map(|(specs, _)| specs).unwrap_or_default());
    if let Some(spec) = beside {
        let folder = spec.parent().filter(|folder| !folder.as_os_str().is_empty());
        let yaml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml");
        let entries = files::entries(folder.unwrap_or(Path::new("."))).unwrap_or_default();
        let beside = entries.into_iter().filter(yaml).map(|path| match folder {
            Some(_) => path,
            // As it would be typed.
            None => path.strip_prefix(".").map(Path::to_path_buf).unwrap_or(path),
        });
        specs.extend(beside.filter_map(|path| Spec::read(&path).ok()));
    }
    let mut seen: Vec<Vec<u8>> = Vec::new();
    let mut editions = Vec::new();
    for spec in specs {
        // Checking takes time: first a look whether it may be this form at all.
        if seen.contains(&spec.bytes) || !String::from_utf8_lossy(&spec.bytes).contains(form) {
            continue;
        }
        if let Some(found) = spec.check().form.filter(|found| found.id == form && found.addition.is_none()) {
            editions.push(Edition { name: spec.name, form: found });
        }
        seen.push(spec.bytes);
    }
    editions
}

/// `schema/forms/*/*.yaml` of the nearest folder above that has any, the way there written with `..`.
fn in_project() -> Result<Option<(PathBuf, Vec<PathBuf>)>, Failure> {
    let Ok(here) = std::env::current_dir() else { return Ok(None) };
    let mut root = PathBuf::new();
    for _ in here.ancestors() {
        let folder = root.join("schema/forms");
        if folder.is_dir() {
            let mut found = Vec::new();
            for form in files::entries(&folder)?.into_iter().filter(|path| path.is_dir()) {
                let yaml = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "yaml");
                found.extend(files::entries(&form)?.into_iter().filter(yaml));
            }
            if !found.is_empty() {
                return Ok(Some((folder, found)));
            }
        }
        root.push("..");
    }
    Ok(None)
}
