//! A local addition: checked upon its base, and composed with it into one form.

use std::borrow::Cow;

use serde_json::Value;

use super::rules::Rules;
use super::stricter::Tightened;
use super::{Check, Files, Place, members};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Level};
use crate::form::{Addition, Change, Content, Form, LOCAL, Member, MemberId, Section, lay, required_example};
use crate::node::{Node, NodeValue, Scalar};
use crate::parse;
use crate::pattern::Matcher;
use crate::place::Span;
use crate::spec::{AdditionSpec, FromNode, Pairs, PartSpec, PatternSpec, Reader, SectionSpec};
use crate::{Shipped, shipped};

/// Keys that only the form itself may have, and words by which one would take something away from it.
const NOT_FOR_ADDITIONS: [&str; 11] = [
    "form", "edition", "years", "absent", "home", "remove", "removed", "delete", "without", "change",
    "changed",
];

/// The key that makes a spec an addition.
const EXTENDS: &str = "extends";

/// True for the spec of an addition.
pub(super) fn is_one(root: &Node) -> bool {
    root.get(EXTENDS).is_some()
}

/// The form composed of the base and of what this spec adds.
pub(super) fn compose(mut root: Node, diagnostics: &mut Vec<Diagnostic>, files: &Files<'_>) -> Option<Form> {
    refuse_keys(&mut root, diagnostics);
    let spec = AdditionSpec::from_node(root, &mut Reader { diagnostics })?;
    let base = base(spec.extends.as_ref()?, diagnostics, files)?;
    Check::upon(&base.form, diagnostics).addition(spec, base)
}

/// Takes out the keys by which an addition would change its base.
fn refuse_keys(root: &mut Node, diagnostics: &mut Vec<Diagnostic>) {
    let NodeValue::Map { entries, .. } = &mut root.value else { return };
    entries.retain(|entry| {
        let key = entry.key.text.as_str();
        let refused = NOT_FOR_ADDITIONS.contains(&key);
        if refused {
            let zh = format!("补充不能写 {key}：原表的内容不改也不删；请删去这一行，要加的写 sections、rules，要收紧的写 stricter");
            let en = format!("an addition cannot have `{key}`: it neither changes nor removes what its base has");
            diagnostics.push(Diagnostic::error(Code::TB055, entry.key.span, zh, en));
        }
        !refused
    });
}

/// The form that an addition extends.
struct Base {
    form: Form,
    /// Its file; none where it is shipped.
    file: Option<String>,
}

fn base(extends: &Scalar, diagnostics: &mut Vec<Diagnostic>, files: &Files<'_>) -> Option<Base> {
    let named = &extends.text;
    let mut refuse = |zh: String, en: String| {
        diagnostics.push(Diagnostic::error(Code::TB055, extends.span, zh, en));
        None
    };
    let found = shipped().iter().find(|spec| *named == spec.name());
    let (name, bytes, file) = match found {
        Some(spec) => (spec.path, Cow::Borrowed(spec.text.as_bytes()), None),
        None => match files(named) {
            Ok(bytes) => (named.as_str(), Cow::Owned(bytes), Some(named.clone())),
            Err(_) => {
                let known: Vec<String> = shipped().iter().map(Shipped::name).collect();
                let known = known.join("、");
                return refuse(
                    format!(
                        "“{named}”不是随附的表（{known}），也读不到这个文件；文件的路径从本文件所在的文件夹算起"
                    ),
                    format!("`{named}` is no shipped form ({known}), and no file that can be read"),
                );
            }
        },
    };
    if parse::read(name, &bytes).root.is_some_and(|root| is_one(&root)) {
        return refuse(
            format!("“{named}”本身也是补充；补充只能接在表上，请写那张表"),
            format!("`{named}` is an addition itself; extend the form"),
        );
    }
    let checked = super::check_here(name, &bytes, files);
    let errors = checked.diagnostics.iter().filter(|found| found.level == Level::Error).count();
    match checked.form {
        Some(form) => Some(Base { form, file }),
        None => refuse(
            format!("“{named}”里有 {errors} 处错误，先改好它：tianbao check {named}"),
            format!("`{named}` has {errors} errors; mend it first: tianbao check {named}"),
        ),
    }
}

impl<'a> Check<'a> {
    /// A check that begins with all that a base has settled.
    fn upon(base: &Form, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        let place = || Place { id: Span::default(), example: None, lines: Vec::new(), was: None };
        Self {
            absent: base.absent.clone(),
            years: base.years,
            matchers: base.patterns.iter().map(|pattern| Matcher::new(pattern).ok()).collect(),
            patterns: base.patterns.clone(),
            members: base.members.clone(),
            places: base.members.iter().map(|_| place()).collect(),
            roots: base.roots.clone(),
            paths: base.members.iter().map(|member| (member.path.clone(), member.id)).collect(),
            base_members: base.members.len(),
            ..Check::new(diagnostics)
        }
    }

    fn addition(&mut self, spec: AdditionSpec, base: Base) -> Option<Form> {
        let Base { form: base, file: base_file } = base;
        self.revisions(spec.revision, spec.revisions.unwrap_or_default());
        let (id, title) = (spec.local, spec.title);
        if let Some(id) = &id {
            self.name(id, false);
        }
        self.rule_prefix = id.as_ref().map(|id| format!("{LOCAL}.{}.", id.text));
        self.base_patterns(spec.patterns.as_ref());
        self.patterns(spec.patterns);
        let heading = title.as_ref().map_or("", |title| title.text.as_str());
        let mut sections = match &id {
            Some(id) => self.added(id, heading, spec.sections.unwrap_or_default(), &base),
            None => base.sections.clone(),
        };
        self.instructions(spec.instructions, &mut sections);
        let mut base_rules = base.rules.clone();
        let changing = [first_key(spec.sample.as_ref()), first_key(spec.stricter.as_ref())];
        let tightened = self.stricter(spec.stricter, &mut base_rules, &base.withdrawn);
        let layout = self.added_layout(spec.layout, &sections, &base);
        let mut sample = self.sample(base.sample.clone(), spec.sample);
        self.in_sample(&tightened, &mut sample);
        // Without an id nothing that the rules say of `local` could be found.
        let own = spec.rules.filter(|_| id.is_some()).unwrap_or_default();
        let Rules { rules, withdrawn, places } = self.rules(own, &base_rules);
        let places = std::iter::repeat_with(|| None).take(base_rules.len()).chain(places).collect::<Vec<_>>();
        let mut form = Form {
            layout,
            sections,
            sample,
            patterns: std::mem::take(&mut self.patterns),
            members: std::mem::take(&mut self.members),
            roots: std::mem::take(&mut self.roots),
            rules: base_rules.into_iter().chain(rules).collect(),
            withdrawn: base.withdrawn.iter().cloned().chain(withdrawn).collect(),
            addition: Some(Addition {
                id: id?.text,
                title: title?.text,
                revision: self.revision,
                revisions: std::mem::take(&mut self.revisions),
                base: Box::new(base.clone()),
                base_file,
            }),
            ..base
        };
        self.run_cases(&form, &places);
        self.base_cases(&mut form, changing.into_iter().flatten().next());
        Some(form)
    }

    /// A pattern of the base is the base's; another one under its name would change what it says.
    fn base_patterns(&mut self, patterns: Option<&Pairs<PatternSpec>>) {
        for (name, _) in patterns.map_or(&[][..], |patterns| &patterns.entries) {
            if self.patterns.iter().any(|pattern| pattern.name == name.text) {
                let zh = format!("写法“{}”原表已经有了，不能另写一个；直接用它，或换一个名称", name.text);
                self.error(Code::TB055, name.span, zh, format!("the base has a pattern `{}`", name.text));
            }
        }
    }

    /// The sections of the base and those added, which stand in a group of their own below `local`.
    fn added(&mut self, id: &Scalar, title: &str, specs: Vec<SectionSpec>, base: &Form) -> Vec<Section> {
        let before = base.sections.clone();
        if specs.is_empty() {
            return before;
        }
        for section in specs.iter().filter_map(|section| section.id.as_ref()) {
            if let Some(taken) = base.find(&section.text).filter(|member| member.parent.is_none()) {
                let zh = format!(
                    "“{}”是原表的栏目（{}），补充不能改它；新加的栏目换一个编号，给原栏目加说明写 instructions，收紧写 stricter",
                    section.text, taken.label
                );
                self.error(Code::TB055, section.span, zh, "this is a section of the base; choose another id");
            }
        }
        let local = self.home_group(LOCAL, "本地加填", None, id);
        let home = self.home_group(&id.text, title, Some(local), id);
        self.roots.push(local);
        self.home = Some(home);
        let sections = self.members(specs, before);
        let inside = |member: &&Member| member.parent == Some(home);
        let children: Vec<MemberId> = self.members.iter().filter(inside).map(|member| member.id).collect();
        let section = children.first().map_or(0, |child| self.member(*child).section);
        let optional = children.iter().all(|child| self.member(*child).optional);
        for (group, children) in [(local, vec![home]), (home, children)] {
            self.members[group.index()].content = Content::Group(children);
            self.members[group.index()].optional = optional;
            self.members[group.index()].section = section;
        }
        sections
    }

    /// A group that is printed nowhere: it only holds what is added.
    fn home_group(&mut self, name: &str, label: &str, parent: Option<MemberId>, place: &Scalar) -> MemberId {
        let around =
            parent.map(|parent| (self.member(parent).path.clone(), self.member(parent).pointer.clone()));
        let (path, pointer) = around.unwrap_or_default();
        let member = Member {
            id: MemberId(0),
            name: name.to_owned(),
            path: members::join(&path, name),
            pointer: format!("{pointer}/{name}"),
            label: label.to_owned(),
            full_label: label.to_owned(),
            was: None,
            written_unit: None,
            parent,
            // That of its first member, once that is known.
            section: 0,
            optional: false,
            clause: None,
            number: None,
            instruction: Vec::new(),
            text_below: false,
            content: Content::Group(Vec::new()),
        };
        self.push(member, Place { id: place.span, example: None, lines: Vec::new(), was: None })
    }

    /// Words added to the instructions of the base.
    fn instructions(&mut self, added: Option<Pairs<Vec<PartSpec>>>, sections: &mut [Section]) {
        for (path, parts) in added.map(|added| added.entries).unwrap_or_default() {
            let Some(id) = self.path(&path, &path.text) else { continue };
            let parts = members::parts(Some(parts));
            let section = sections.iter_mut().find(|section| section.member == Some(id));
            if id.index() >= self.base_members {
                let zh = format!("“{}”是补充自己的，直接在那里写 instruction", path.text);
                self.error(
                    Code::TB046,
                    path.span,
                    zh,
                    "this is the addition's own; write `instruction` there",
                );
            } else if let Some(section) = section {
                section.instruction.extend(parts);
            } else if self.member(id).is_group() {
                let zh = format!("“{}”是一组，填写说明里只印标题；写到里面的项目上", path.text);
                self.error(Code::TB046, path.span, zh, "a group cannot have an instruction");
            } else {
                self.members[id.index()].instruction.extend(parts);
            }
        }
    }

    /// What was made stricter must hold in the sample, too.
    fn in_sample(&mut self, tightened: &[Tightened], sample: &mut Value) {
        for Tightened { member: id, place } in tightened {
            let member = self.member(*id).clone();
            if sample.pointer(&member.pointer).is_none() && !member.optional {
                let around =
                    member.parent.is_none_or(|group| sample.pointer(&self.member(group).pointer).is_some());
                if around {
                    let value = required_example(&self.members, *id);
                    lay(&self.members, &self.roots, sample, &Change { member: *id, value: Some(value) });
                }
            }
            let Some(value) = sample.pointer(&member.pointer) else { continue };
            if let Some((zh, en)) = self.problem(value, *id) {
                let zh = format!("原表的样表里“{}”的值{zh}；请在 sample 里另给一个", member.full_label);
                self.error(Code::TB049, *place, zh, format!("the sample's value {en}"));
            } else if let Content::Field(field) = &mut self.members[id.index()].content {
                field.example = value.clone();
            }
        }
    }
}

fn first_key<T>(pairs: Option<&Pairs<T>>) -> Option<Span> {
    pairs?.entries.first().map(|(key, _)| key.span)
}
