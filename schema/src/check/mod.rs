//! From a spec's text to the checked model. Every pass reports all it finds and goes on with what it can use.

mod addition;
mod cases;
mod ids;
mod kinds;
mod layout;
mod members;
mod numbering;
mod patterns;
mod revisions;
mod rules;
mod sample;
mod slips;
mod stricter;
mod values;
mod was;

use std::collections::HashMap;
use std::io;
use std::path::Path;

pub(crate) use members::join;
use rules::Rules;
use serde_json::{Map, Value};
use tianbao_core::decimal::MAX_EXACT;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Level};
use crate::expr;
use crate::form::{Form, Member, MemberId, Pattern, Revision, Years};
use crate::node::Scalar;
use crate::pattern::Matcher;
use crate::place::Span;
use crate::source::Source;
use crate::spec::{FormSpec, FromNode, Reader, Spanned, Tree};

/// What came of checking a spec.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The spec's text, for showing places.
    pub source: Source,
    /// Everything found, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The form; none where a diagnostic is an error.
    pub form: Option<Form>,
}

/// Gives the bytes of a file that a spec names, by its path as written.
type Files<'a> = dyn Fn(&str) -> io::Result<Vec<u8>> + Sync + 'a;

/// Checks a spec. `name` is the file's name for messages; bytes that are no text are diagnosed, too. An addition can
/// only extend a shipped form here; see [`check_beside`].
///
/// ```
/// let spec = "form: tiny\nedition: 1\nyears: { from: 2024 }\ntitle: 小表\nsections:\n  - fields:\n      - { id: year, label: 年度, kind: year }\n";
/// let checked = tianbao_schema::check("tiny.yaml", spec.as_bytes());
/// assert_eq!(checked.diagnostics, []);
/// assert_eq!(checked.form.unwrap().title, "小表");
/// ```
#[must_use]
pub fn check(name: &str, bytes: &[u8]) -> Checked {
    check_with(name, bytes, &|_| Err(io::ErrorKind::NotFound.into()))
}

/// Checks a spec that stands in a folder, where a form that it extends may stand, too.
#[must_use]
pub fn check_beside(name: &str, bytes: &[u8], folder: &Path) -> Checked {
    check_with(name, bytes, &|path| std::fs::read(folder.join(path)))
}

/// Checks a spec; `files` gives the form that it extends.
fn check_with(name: &str, bytes: &[u8], files: &Files<'_>) -> Checked {
    expr::on_large_stack(|| check_here(name, bytes, files))
}

fn check_here(name: &str, bytes: &[u8], files: &Files<'_>) -> Checked {
    let read = crate::parse::read(name, bytes);
    let mut diagnostics = read.diagnostics;
    let form = read.root.and_then(|root| {
        if addition::is_one(&root) {
            return addition::compose(root, &mut diagnostics, files);
        }
        let spec = FormSpec::from_node(root, &mut Reader { diagnostics: &mut diagnostics })?;
        Check::new(&mut diagnostics).form(spec)
    });
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.code));
    diagnostics.dedup();
    let diagnostics = slips::one_each(diagnostics, &read.source.text);
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error);
    Checked { source: read.source, diagnostics, form: form.filter(|_| !failed) }
}

/// Where the parts of a member stand in the spec, and what is settled only after all members are known.
struct Place {
    id: Span,
    /// The example as written.
    example: Option<Tree>,
    /// For each choice, the field that its line leads to, as written.
    lines: Vec<Option<Scalar>>,
    /// Its path in the edition before, as written.
    was: Option<Scalar>,
}

/// What the passes share.
struct Check<'a> {
    diagnostics: &'a mut Vec<Diagnostic>,
    absent: Option<String>,
    years: Years,
    /// The form's revision.
    revision: u32,
    /// The revisions after the first, as far as they are told right.
    revisions: Vec<Revision>,
    patterns: Vec<Pattern>,
    /// One for each pattern; none where it could not be compiled.
    matchers: Vec<Option<Matcher>>,
    members: Vec<Member>,
    /// One for each member.
    places: Vec<Place>,
    roots: Vec<MemberId>,
    paths: HashMap<String, MemberId>,
    /// False where an example or the sample has an error: cases built upon it are not run.
    sample_is_read: bool,
    /// Paths of members that were refused in part: what follows from that is not said.
    broken: Vec<String>,
    /// Paths of groups in which an id was refused: what else a name there may be is not known.
    unnamed: Vec<String>,
    /// Of an addition: how many members its base has; they come first.
    base_members: usize,
    /// Of an addition: the group in which its sections stand.
    home: Option<MemberId>,
    /// Of an addition: what its rules' ids begin with.
    rule_prefix: Option<String>,
}

impl<'a> Check<'a> {
    fn new(diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self {
            diagnostics,
            absent: None,
            years: Years { from: 0, to: None },
            revision: 1,
            revisions: Vec::new(),
            patterns: Vec::new(),
            matchers: Vec::new(),
            members: Vec::new(),
            places: Vec::new(),
            roots: Vec::new(),
            paths: HashMap::new(),
            sample_is_read: true,
            broken: Vec::new(),
            unnamed: Vec::new(),
            base_members: 0,
            home: None,
            rule_prefix: None,
        }
    }

    fn error(&mut self, code: Code, span: Span, zh: impl Into<String>, en: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, span, zh, en));
    }

    fn warning(&mut self, code: Code, span: Span, zh: impl Into<String>, en: impl Into<String>) {
        self.diagnostics.push(Diagnostic::warning(code, span, zh, en));
    }

    /// True where something was found inside a span: what is missing there may just not have been read.
    fn found_in(&self, span: Span) -> bool {
        self.diagnostics.iter().any(|found| span.start <= found.span.start && found.span.end <= span.end)
    }

    /// True for a member that was refused, wholly or in part, and for all in it: what follows from that is not said.
    fn is_broken(&self, path: &str) -> bool {
        let first = path.split('.').next().unwrap_or_default();
        let in_unnamed = |group: &String| match group.as_str() {
            "" => !self.paths.contains_key(first),
            group => is_below(path, group) && !self.paths.contains_key(path),
        };
        if self.unnamed.iter().any(in_unnamed) {
            return true;
        }
        self.broken.iter().any(|broken| {
            path.strip_prefix(broken.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    fn member(&self, id: MemberId) -> &Member {
        &self.members[id.index()]
    }

    /// The passes, in the order in which each needs what the one before has settled.
    fn form(&mut self, spec: FormSpec) -> Option<Form> {
        self.years = self.years(&spec);
        self.absent = spec.absent.as_ref().map(|absent| absent.text.clone());
        if let Some(id) = &spec.form {
            self.form_id(id);
        }
        let edition = spec.edition.and_then(|edition| self.in_range(edition, 1, i64::from(u32::MAX)));
        self.revisions(spec.revision, spec.revisions.unwrap_or_default());
        self.patterns(spec.patterns);
        let sections = self.members(spec.sections?, Vec::new());
        let layout = self.layout(spec.layout, spec.title.as_ref(), &sections);
        let sample = self.sample(Value::Object(Map::new()), spec.sample);
        let Rules { rules, withdrawn, places } = self.rules(spec.rules.unwrap_or_default(), &[]);
        let form = Form {
            id: spec.form?.text,
            edition: edition? as u32,
            revision: self.revision,
            revisions: std::mem::take(&mut self.revisions),
            years: self.years,
            title: spec.title?.text,
            home: spec.home.map(|home| home.text),
            absent: self.absent.take(),
            patterns: std::mem::take(&mut self.patterns),
            members: std::mem::take(&mut self.members),
            roots: std::mem::take(&mut self.roots),
            sections,
            rules,
            withdrawn,
            layout,
            sample,
            addition: None,
        };
        self.run_cases(&form, &places);
        Some(form)
    }

    fn years(&mut self, spec: &FormSpec) -> Years {
        let Some(years) = &spec.years else { return self.years };
        let from = years.from.and_then(|from| self.in_range(from, 1949, 9998));
        let to = years.to.and_then(|to| self.in_range(to, 1949, 9998));
        if let (Some(from), Some(to), Some(place)) = (from, to, years.to)
            && to < from
        {
            self.error(
                Code::TB047,
                place.span,
                format!("to 是 {to}，比 from（{from}）早"),
                "`to` is before `from`",
            );
        }
        Years { from: from.unwrap_or(1949) as u16, to: to.map(|to| to as u16) }
    }

    /// The number, if it lies between two bounds.
    fn in_range(&mut self, number: Spanned<i64>, min: i64, max: i64) -> Option<i64> {
        if (min..=max).contains(&number.value) {
            return Some(number.value);
        }
        let upper = if max >= MAX_EXACT { String::new() } else { format!("，{max} 以下") };
        self.error(
            Code::TB047,
            number.span,
            format!("这里应是 {min} 以上{upper}的整数，现在是 {}", number.value),
            format!("expected a whole number from {min} to {max}, found {}", number.value),
        );
        None
    }
}

/// True for the path of a member in a group.
fn is_below(path: &str, group: &str) -> bool {
    path.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'))
}
