//! From a page to a report: every step in its order.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Map, Value};
use tianbao_core::Severity;
use tianbao_schema::Form;
use tianbao_schema::form::{Content, LOCAL, Member, MemberId};

use super::align::{self, AS_GOOD, Placed};
use super::context::Context;
use super::explanations::{self, Explanation};
use super::labels::{ItemKind, Labels};
use super::lines::{self, Candidate};
use super::not_read::{self, NotRead};
use super::own::Own;
use super::site::Site;
use super::tokens::{self, Token};
use super::trace::{How, Problem, ProblemCode, ReadValue, Reading};
use super::value::{self, Outcome};
use super::{fold, marks, remains};
use crate::page::{Origin, Page, Place};

/// Reads the report of a form out of a document.
///
/// # Errors
/// Where the document is not of this form, or cannot be read with certainty at all. All other doubts are problems of
/// the reading.
pub fn read(page: &Page, form: &Form) -> Result<Reading, NotRead> {
    let labels = Labels::of(form);
    let tokens = tokens::of(page, form, &labels);
    // What explains figures may quote labels.
    let placed = align::align(form, &labels, &tokens[..explanations::begin(&tokens)]);
    not_read::check(form, page, &labels, &tokens, &placed)?;
    let mut read = Reader::of(form, page);
    let (explained, mut used) = read.explanations(&tokens, &placed);
    // In a text, a cell that covers several columns is followed by empty ones.
    read.labelled(&labels, &tokens, &placed, page.origin != Origin::Text);
    used.extend(read.lines(&tokens, &placed, &used));
    marks::compare(form, page, &mut read.sites, &mut read.problems);
    read.values(&labels, &placed);
    read.problems.extend(remains::left_over(form, &labels, &tokens, &placed, &used));
    read.problems.sort_by_key(|problem| (problem.place.is_none(), problem.place));
    Ok(read.finish(explained))
}

struct Reader<'f> {
    form: &'f Form,
    page: &'f Page,
    sites: BTreeMap<MemberId, Site>,
    report: BTreeMap<MemberId, Value>,
    values: Vec<ReadValue>,
    problems: Vec<Problem>,
}

impl<'f> Reader<'f> {
    fn of(form: &'f Form, page: &'f Page) -> Self {
        Self {
            form,
            page,
            sites: BTreeMap::new(),
            report: BTreeMap::new(),
            values: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The explanations, and the places of what stands below their heading.
    fn explanations(
        &mut self,
        tokens: &[Token<'_>],
        placed: &[Placed],
    ) -> (Vec<Explanation>, HashSet<Place>) {
        let last = placed.iter().map(|placed| placed.value.unwrap_or(placed.token)).max().unwrap_or(0);
        let heading =
            tokens.iter().enumerate().skip(last).find(|(_, token)| token.folded.key == explanations::HEADING);
        let Some((heading, token)) = heading else { return Default::default() };
        let below = tokens.iter().skip(heading + 1).map(|token| (token.text, token.place));
        let below: Vec<(&str, Place)> = below.collect();
        let (explained, left) = explanations::read(self.form, &below);
        for (text, place) in left {
            let message = "这条情况说明没有写明是哪一项的，没有读".to_owned();
            self.problems.push(Problem::new(ProblemCode::LeftOver, None, text, Some(place), message));
        }
        let used = std::iter::once(token.place).chain(below.iter().map(|(_, place)| *place)).collect();
        (explained, used)
    }

    /// What labels of the table say.
    fn labelled(&mut self, labels: &Labels, tokens: &[Token<'_>], placed: &[Placed], tables: bool) {
        for placed in placed {
            let item = &labels.items[placed.item];
            let label = &tokens[placed.token];
            let alike = placed.likeness < AS_GOOD;
            let Some(field) = item.field() else {
                if alike {
                    let message = format!("标签“{}”按“{}”读", fold::one_line(label.text), item.key);
                    let place = Some(label.place);
                    self.problems.push(Problem::new(ProblemCode::Label, None, label.text, place, message));
                }
                continue;
            };
            let value = placed.value.map(|value| &tokens[value]);
            let rival = placed.rival.filter(|rival| !same_value(tokens, placed, *rival));
            if rival.is_some() {
                let member = self.form.member(field);
                let message = format!("有几处都像“{}”，分不清是哪一处，没有读", member.full_label);
                let (path, place) = (Some(member.path.as_str()), Some(label.place));
                let problem = Problem::new(ProblemCode::Ambiguous, path, label.text, place, message);
                self.problems.push(problem.error());
                continue;
            }
            if placed.value.is_none() && placed.token + 1 == tokens.len() {
                let member = self.form.member(field);
                let message = format!("文件到“{}”为止，后面没有值", member.full_label);
                let (path, place) = (Some(member.path.as_str()), Some(label.place));
                self.problems.push(Problem::new(ProblemCode::Empty, path, "", place, message));
            }
            let unsure =
                !item.unique && placed.context != Context::Confirms && item.kind != ItemKind::Lone(field);
            let site = Site {
                text: value.map_or("", |value| value.text).to_owned(),
                place: value.map_or(label.place, |value| value.place),
                unit: label.folded.unit.clone(),
                alike,
                label: (placed.likeness < 1.0).then(|| fold::one_line(label.text)),
                varied: placed.likeness < 1.0 || placed.moved,
                shifted: tables && placed.value.is_some_and(|value| value > placed.token + 1),
                unsure,
                own: None,
                rival: None,
            };
            self.sites.insert(field, site);
        }
    }

    /// What the lines above and below the table say; gives the places that were used.
    fn lines(&mut self, tokens: &[Token<'_>], placed: &[Placed], taken: &HashSet<Place>) -> Vec<Place> {
        let used = align::taken(placed);
        let first = used.iter().min().copied().unwrap_or(tokens.len());
        let free =
            |at: &usize| !used.contains(at) && !tokens[*at].is_empty() && !taken.contains(&tokens[*at].place);
        let candidate = |at: usize| {
            let beside =
                align::beside(tokens, at).filter(|value| tokens[at].table.is_some() && !used.contains(value));
            let beside = beside.map(|value| (tokens[value].text, tokens[value].place));
            Candidate { text: tokens[at].text, place: tokens[at].place, beside }
        };
        let split = |candidate| lines::split(self.form, candidate);
        let before: Vec<Candidate<'_>> =
            (0..first).rev().filter(free).map(candidate).flat_map(split).collect();
        let after: Vec<Candidate<'_>> =
            (first..tokens.len()).filter(free).map(candidate).flat_map(split).collect();
        let head = lines::read(self.form, &self.form.layout.head, &[before.clone(), after.clone()].concat());
        let foot = lines::read(self.form, &self.form.layout.foot, &[after, before].concat());
        for (field, site) in head.sites.into_iter().chain(foot.sites) {
            self.sites.entry(field).or_insert(site);
        }
        head.used.into_iter().chain(foot.used).collect()
    }

    /// Reads the text of every field.
    fn values(&mut self, labels: &Labels, placed: &[Placed]) {
        let excused = self.excused(labels, placed);
        let mut missing = Vec::new();
        for (member, _) in self.form.fields() {
            match self.sites.remove(&member.id) {
                Some(site) => self.value(member, &site),
                None if excused.contains(&member.id) => {}
                None => missing.push(member),
            }
        }
        let said = remains::cut_off(self.form, &missing, &self.values);
        self.problems.extend(said.into_iter().chain(missing.into_iter().map(remains::missing)));
    }

    /// The fields that need not be seen: on the line after a box that is there; without a label, below a heading that is.
    fn excused(&self, labels: &Labels, placed: &[Placed]) -> Vec<MemberId> {
        let boxes = self.form.fields().filter(|(member, _)| self.sites.contains_key(&member.id));
        let lines = boxes.flat_map(|(_, field)| field.kind.choices()).filter_map(|choice| choice.line);
        let found = |heading: &usize| placed.iter().any(|placed| placed.item == *heading);
        let lone = labels.items.iter().filter_map(|item| match item.kind {
            ItemKind::Lone(field) if item.headings.iter().all(found) => Some(field),
            ItemKind::Lone(_) | ItemKind::Heading | ItemKind::Field(_) => None,
        });
        lines.chain(lone).collect()
    }

    fn value(&mut self, member: &'f Member, site: &Site) {
        let mut outcome = match &site.own {
            Some(own) => Outcome::sure(own.clone(), true),
            None => value::read(self.form, member.id, &site.text, site.unit.as_deref()),
        };
        if let Some((field, text)) = outcome.line.take() {
            // What a mark says of the line stands; a field before its box was read already.
            self.sites.entry(field).or_insert_with(|| Site::sure(text.clone(), site.place));
            if field < member.id
                && let Some(site) = self.sites.remove(&field)
            {
                self.value(self.form.member(field), &site);
            }
        }
        let how = self.doubts(member, site, &outcome);
        self.lines_not_read(member, site, &outcome);
        match outcome.value {
            Some(value) => {
                self.report.insert(member.id, value);
                let (path, text) = (member.path.clone(), site.text.trim().to_owned());
                self.values.push(ReadValue { path, how, text, place: site.place });
            }
            None if outcome.doubt.is_none() && !value::may_be_absent(self.form, member) => {
                self.problems.push(remains::empty(member, site.place));
            }
            None => {}
        }
    }

    /// Where boxes cannot be read, what is written after one of them is lost too.
    fn lines_not_read(&mut self, member: &Member, site: &Site, outcome: &Outcome) {
        let unreadable = outcome.doubt.as_ref().is_some_and(|doubt| doubt.code == ProblemCode::Unreadable);
        let choices = member.field().filter(|_| unreadable).map_or(&[][..], |field| field.kind.choices());
        for line in choices.iter().filter_map(|choice| choice.line) {
            if !self.sites.contains_key(&line) && !self.report.contains_key(&line) {
                let line = self.form.member(line);
                let message = format!("“{}”没有读", line.full_label);
                let (path, place) = (Some(line.path.as_str()), Some(site.place));
                self.problems.push(Problem::new(ProblemCode::Unreadable, path, &site.text, place, message));
            }
        }
    }

    /// Says what is in doubt, and how sure the value is.
    fn doubts(&mut self, member: &Member, site: &Site, outcome: &Outcome) -> How {
        let mut how = if site.varied { outcome.how.max(How::Normalised) } else { outcome.how };
        how = how.max(self.seen(site.place));
        let mut say = |code, severity, text: &str, message| {
            how = How::Doubtful;
            let problem = Problem::new(code, Some(&member.path), text, Some(site.place), message);
            self.problems.push(Problem { severity, ..problem });
        };
        if let Some(doubt) = &outcome.doubt {
            let message = format!("{}：{}", member.full_label, doubt.message);
            say(doubt.code, doubt.severity, &site.text, message);
        }
        let label = site.label.as_deref().unwrap_or(&site.text);
        if site.alike {
            let found = site.label.as_deref().map_or_else(String::new, |label| format!("“{label}”"));
            let message = format!("标签{found}按“{}”读，请核对", member.full_label);
            say(ProblemCode::Label, Severity::Warning, label, message);
        }
        if outcome.value.is_none() {
            return how;
        }
        if site.unsure {
            let message = format!(
                "没有栏目能证明这里的“{0}”是“{1}”，按顺序读，请核对",
                member.label, member.full_label
            );
            say(ProblemCode::Ambiguous, Severity::Warning, label, message);
        }
        if site.shifted {
            let message = format!(
                "“{}”旁边的格子是空的，按隔一格的“{}”读，请核对",
                member.full_label,
                site.text.trim()
            );
            say(ProblemCode::Shifted, Severity::Warning, &site.text, message);
        }
        if let Some(rival) = &site.rival {
            let message = format!("“{}”在几处写得不一样，另一处是“{rival}”，请核对", member.full_label);
            say(ProblemCode::Conflict, Severity::Warning, &site.text, message);
        }
        how
    }

    /// How exact a text can be that stands there.
    fn seen(&self, place: Place) -> How {
        if self.page.cleaned.contains(&place) { How::Normalised } else { How::Exact }
    }

    fn finish(mut self, explained: Vec<Explanation>) -> Reading {
        let page = self.page;
        let mut report = Map::new();
        let carried = page.carried.as_ref().and_then(Value::as_object);
        let kept = |name: &str| carried.and_then(|carried| carried.get(name)).cloned();
        if let Some(schema) = kept("$schema") {
            report.insert("$schema".into(), schema);
        }
        report.insert("form".into(), self.form.id.clone().into());
        report.insert("edition".into(), self.form.edition.into());
        if let Some(revision) = kept("revision") {
            report.insert("revision".into(), revision);
        }
        report.extend(members(self.form, &self.form.roots, &mut self.report));
        let mut texts = Map::new();
        for Explanation { rule, text, place } in explained {
            let given = Own::of(page).explanation(&rule, &text).map_or_else(|| text.clone(), str::to_owned);
            self.values.push(ReadValue {
                path: format!("explanations.{rule}"),
                how: self.seen(place),
                text,
                place,
            });
            texts.insert(rule, given.into());
        }
        if !texts.is_empty() {
            report.insert("explanations".into(), texts.into());
        }
        if let Some(local) = kept(LOCAL) {
            keep_additions(self.form, &mut report, local);
        }
        Reading { report: report.into(), values: self.values, problems: self.problems }
    }
}

/// Keeps additions that the document carries. What the form itself has there was read from the page.
fn keep_additions(form: &Form, report: &mut Map<String, Value>, carried: Value) {
    let Some(addition) = &form.addition else {
        report.insert(LOCAL.into(), carried);
        return;
    };
    let Value::Object(mut others) = carried else { return };
    others.shift_remove(&addition.id);
    match report.get_mut(LOCAL) {
        Some(Value::Object(local)) => local.extend(others),
        Some(_) | None if others.is_empty() => {}
        Some(_) | None => drop(report.insert(LOCAL.into(), others.into())),
    }
}

/// The members of a group that have a value.
fn members(form: &Form, of: &[MemberId], report: &mut BTreeMap<MemberId, Value>) -> Map<String, Value> {
    let mut found = Map::new();
    for member in of.iter().map(|id| form.member(*id)) {
        match &member.content {
            Content::Field(_) => {
                if let Some(value) = report.remove(&member.id) {
                    found.insert(member.name.clone(), value);
                }
            }
            Content::Group(children) => {
                let inside = members(form, children, report);
                // A group that must be there may have nothing in it.
                if may_be_bare(form, member) || inside.values().any(holds_something) {
                    found.insert(member.name.clone(), inside.into());
                }
            }
        }
    }
    found
}

/// True for a group that must be there though nothing in it must.
fn may_be_bare(form: &Form, member: &Member) -> bool {
    let mut children = member.children().iter().map(|child| form.member(*child));
    !member.optional && member.is_group() && children.all(|child| child.optional || may_be_bare(form, child))
}

/// False for a group without any value in it.
fn holds_something(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.values().any(holds_something),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => true,
    }
}

/// True where another place for a label has the same value beside it.
fn same_value(tokens: &[Token<'_>], placed: &Placed, rival: usize) -> bool {
    let value = |at: Option<usize>| at.map(|at| fold::key(tokens[at].text)).unwrap_or_default();
    rival != placed.token && value(placed.value) == value(align::beside(tokens, rival))
}

/// How many labels of a form stand in a document as the form prints them: what forms are told apart by.
#[must_use]
pub fn labels_found(page: &Page, form: &Form) -> usize {
    let labels = Labels::of(form);
    let tokens = tokens::of(page, form, &labels);
    let keys: HashSet<&str> = tokens.iter().map(|token| token.folded.key.as_str()).collect();
    labels.items.iter().filter(|item| !item.key.is_empty() && keys.contains(item.key.as_str())).count()
}
