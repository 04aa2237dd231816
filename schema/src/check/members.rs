//! Sections, groups and fields: the tree of the spec becomes members with paths, labels, units and clauses.

mod into;
mod lines;

use super::numbering;
use super::was::Named;
use super::{Check, Place};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{Choice, Content, Field, Kind, Member, MemberId, Part, PartKind, Period, Printed, Section};
use crate::node::Scalar;
use crate::place::Span;
use crate::spec::{ChoiceSpec, FieldSpec, PartSpec, SectionSpec, Spanned};

/// Groups inside groups, the section included.
const MAX_DEPTH: usize = 8;

/// What a field or group takes from what is around it.
#[derive(Clone)]
struct Around {
    section: usize,
    parent: Option<MemberId>,
    path: String,
    pointer: String,
    label: String,
    clause: Option<String>,
    unit: Option<String>,
    period: Option<Period>,
    /// Groups around it inside the section.
    depth: usize,
    numbered: bool,
    /// True where the section carries an instruction for all of it.
    instructed: bool,
}

impl Check<'_> {
    /// Lowers every section. Sections refused are left out; so are the fields in them.
    ///
    /// `sections` are those of the base, where there is one: numbers go on from there.
    pub(super) fn members(&mut self, specs: Vec<SectionSpec>, mut sections: Vec<Section>) -> Vec<Section> {
        let mut labelled = sections.iter().filter(|section| section.label.is_some()).count();
        for mut spec in specs {
            if let Some(into) = spec.into.take() {
                self.section_of_base(&into, spec, &mut sections);
                continue;
            }
            let number = spec.label.is_some().then(|| {
                labelled += 1;
                numbering::chinese(labelled)
            });
            let section = self.section(spec, sections.len(), number);
            sections.push(section);
        }
        self.resolve_lines();
        self.former_paths();
        sections
    }

    fn section(&mut self, spec: SectionSpec, index: usize, number: Option<String>) -> Section {
        let numbered = spec.numbered.is_none_or(|numbered| numbered.value);
        let label = spec.label.as_ref().map(|label| label.text.clone());
        let instruction = parts(spec.instruction);
        let unit = spec.unit.map(|unit| unit.text);
        let home = self.home.map(|home| self.member(home));
        let mut around = Around {
            section: index,
            parent: self.home,
            path: home.map_or_else(String::new, |home| home.path.clone()),
            pointer: home.map_or_else(String::new, |home| home.pointer.clone()),
            label: label.clone().unwrap_or_default(),
            clause: number.clone(),
            unit: unit.clone(),
            period: spec.period.map(|period| period.value),
            depth: 0,
            numbered: numbered && label.is_some(),
            instructed: !instruction.is_empty(),
        };
        let mut member = None;
        if let Some(id) = &spec.id
            && self.name(id, self.home.is_none())
            && self.distinct(id, &around)
        {
            let fields = spec.fields.as_deref().unwrap_or_default();
            let title = label.clone().unwrap_or_else(|| named_by_fields(fields));
            let optional = spec.optional.is_some_and(|optional| optional.value);
            let group = self.section_group(id, spec.was, title, &around, optional);
            around.path = join(&around.path, &id.text);
            around.pointer = format!("{}/{}", around.pointer, id.text);
            (around.parent, member) = (Some(group), Some(group));
        } else if spec.id.is_some() {
            self.unnamed.push(around.path.clone());
        } else {
            self.keys_of_plain_section(spec.optional, spec.was.as_ref());
        }
        let fields = spec.fields.unwrap_or_default();
        if fields.is_empty() {
            self.error(Code::TB041, spec.span, "这个栏目里没有项目", "this section has no fields");
        }
        let members = self.fields(fields, &around, 0);
        match member {
            Some(group) => self.members[group.index()].content = Content::Group(members.clone()),
            None if self.home.is_none() => self.roots.extend(&members),
            None => {}
        }
        let printed = spec.printed.map_or(Printed::Everywhere, |printed| printed.value);
        Section { member, label, number, printed, numbered, unit, instruction, members }
    }

    /// A section without id is no member of the report, so it has none of a member's keys.
    fn keys_of_plain_section(&mut self, optional: Option<Spanned<bool>>, was: Option<&Scalar>) {
        if let Some(optional) = optional {
            let zh = "没有 id 的栏目不能整个选填，请在各个项目上写 optional";
            self.error(Code::TB046, optional.span, zh, "a section without id cannot be optional");
        }
        if let Some(was) = was {
            let zh = "没有 id 的栏目没有路径，请在各个项目上写 was";
            self.error(Code::TB046, was.span, zh, "a section without id has no former path");
        }
    }

    /// The group that holds a section's fields.
    fn section_group(
        &mut self,
        id: &Scalar,
        was: Option<Scalar>,
        label: String,
        around: &Around,
        optional: bool,
    ) -> MemberId {
        let member = self.push(
            Member {
                id: MemberId(0),
                name: id.text.clone(),
                path: join(&around.path, &id.text),
                pointer: format!("{}/{}", around.pointer, id.text),
                full_label: label.clone(),
                label,
                was: None,
                written_unit: None,
                parent: around.parent,
                section: around.section,
                optional,
                clause: around.clause.clone(),
                number: None,
                instruction: Vec::new(),
                text_below: false,
                content: Content::Group(Vec::new()),
            },
            Place { id: id.span, example: None, lines: Vec::new(), was },
        );
        if around.parent.is_none() {
            self.roots.push(member);
        }
        member
    }

    /// Adds a member; its id is its index.
    pub(super) fn push(&mut self, mut member: Member, place: Place) -> MemberId {
        // A spec's size is limited, so the index fits.
        let id = MemberId(self.members.len() as u32);
        member.id = id;
        self.paths.insert(member.path.clone(), id);
        self.members.push(member);
        self.places.push(place);
        id
    }

    /// `before` is how many members stand before these.
    fn fields(&mut self, specs: Vec<FieldSpec>, around: &Around, before: usize) -> Vec<MemberId> {
        let mut members = Vec::with_capacity(specs.len());
        for (index, spec) in specs.into_iter().enumerate() {
            members.extend(self.field(spec, before + index + 1, around));
        }
        members
    }

    /// False (with a diagnostic) where a member of this name stands beside it already.
    fn distinct(&mut self, id: &Scalar, around: &Around) -> bool {
        let first = self.paths.get(&join(&around.path, &id.text)).map(|first| self.places[first.index()].id);
        if let Some(first) = first {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::TB042,
                    id.span,
                    format!("编号“{}”在这一级已经用过，请换一个", id.text),
                    format!("the id `{}` is taken", id.text),
                )
                .note(Some(first), "第一次在这里", "first used here"),
            );
        }
        first.is_none()
    }

    /// One field or group with all in it.
    fn field(&mut self, mut spec: FieldSpec, index: usize, around: &Around) -> Option<MemberId> {
        let id = spec.id.take()?;
        // A member without parent in a section without id stands at the root of the report.
        let is_named = self.name(&id, around.parent.is_none());
        if !is_named {
            self.unnamed.push(around.path.clone());
        }
        if !is_named || !self.distinct(&id, around) {
            self.broken.push(join(&around.path, &id.text));
            return None;
        }
        let label = spec.label.take().map_or_else(|| id.text.clone(), |label| label.text);
        let clause = around.clause.as_ref().map(|clause| match around.numbered {
            true => format!("{clause}{}", numbering::in_clause(around.depth, index)),
            false => clause.clone(),
        });
        let member = Member {
            id: MemberId(0),
            name: id.text.clone(),
            path: join(&around.path, &id.text),
            pointer: format!("{}/{}", around.pointer, id.text),
            full_label: full_label(&around.label, &label),
            label,
            was: None,
            written_unit: spec.unit.as_ref().map(|unit| unit.text.clone()),
            parent: around.parent,
            section: around.section,
            optional: spec.optional.is_some_and(|optional| optional.value),
            clause,
            number: around.numbered.then(|| numbering::printed(around.depth, index)),
            instruction: parts(spec.instruction.take()),
            text_below: spec.text_below.is_some_and(|below| below.value),
            content: Content::Group(Vec::new()),
        };
        match spec.fields.take() {
            Some(fields) => self.group(member, spec, fields, id.span, around),
            None => self.leaf(member, spec, &id, around),
        }
    }

    fn group(
        &mut self,
        member: Member,
        spec: FieldSpec,
        fields: Vec<FieldSpec>,
        place: Span,
        around: &Around,
    ) -> Option<MemberId> {
        self.keys_of_group(&spec, &member);
        if fields.is_empty() {
            self.error(Code::TB041, place, "这一组里没有项目", "this group has no fields");
        }
        if around.depth + 1 >= MAX_DEPTH {
            let zh = format!("组里套组最多 {MAX_DEPTH} 层");
            self.error(Code::TB002, place, zh, format!("groups are nested deeper than {MAX_DEPTH}"));
            return None;
        }
        let inside = Around {
            section: around.section,
            path: member.path.clone(),
            pointer: member.pointer.clone(),
            label: member.full_label.clone(),
            clause: member.clause.clone(),
            unit: member.written_unit.clone().or_else(|| around.unit.clone()),
            period: spec.period.map(|period| period.value).or(around.period),
            depth: around.depth + 1,
            numbered: around.numbered,
            instructed: around.instructed,
            parent: None,
        };
        let group = self.push(member, Place { id: place, example: None, lines: Vec::new(), was: spec.was });
        let members = self.fields(fields, &Around { parent: Some(group), ..inside }, 0);
        self.members[group.index()].content = Content::Group(members);
        Some(group)
    }

    fn leaf(
        &mut self,
        mut member: Member,
        mut spec: FieldSpec,
        id: &Scalar,
        around: &Around,
    ) -> Option<MemberId> {
        if around.numbered && !around.instructed && member.instruction.is_empty() {
            self.warning(
                Code::TB051,
                id.span,
                format!("“{}”没有填写说明（instruction），填报人不知道填什么", member.label),
                format!("`{}` has no instruction", member.path),
            );
        }
        let lines = spec.choices.iter_mut().flatten().map(|choice| choice.line.take()).collect();
        let (example, was) = (spec.example.take(), spec.was.take());
        let Some((kind, figure)) = self.kind(spec, id) else {
            // So that rules that read it say nothing of a missing field.
            self.broken.push(member.path.clone());
            member.content = Content::Field(placeholder());
            return Some(self.push(member, Place { id: id.span, example: None, lines: Vec::new(), was }));
        };
        let unit = member.written_unit.clone();
        let (unit, period) = match &kind {
            Kind::Count { .. } | Kind::Number { .. } => {
                let period = figure.or(around.period).unwrap_or(Period::Year);
                (unit.or_else(|| around.unit.clone()), Some(period))
            }
            Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Year { .. }
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Choices(_) => (unit, None),
        };
        member.content = Content::Field(Field { kind, unit, period, example: serde_json::Value::Null });
        Some(self.push(member, Place { id: id.span, example, lines, was }))
    }

    /// The boxes of a choice, without their lines.
    pub(super) fn choices(&mut self, specs: Vec<ChoiceSpec>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::with_capacity(specs.len());
        let mut named = Vec::with_capacity(specs.len());
        for spec in specs {
            let (Some(id), Some(label)) = (spec.id, spec.label) else { continue };
            if !self.name(&id, false) {
                continue;
            }
            if choices.iter().any(|choice| choice.id == id.text || choice.label == label.text) {
                let zh = format!("选项“{}”（{}）与前面的重了", label.text, id.text);
                self.error(Code::TB050, id.span, zh, format!("the choice `{}` is given twice", id.text));
                continue;
            }
            let mut instruction = parts(spec.instruction);
            if let Some(means) = spec.means {
                if !instruction.is_empty() {
                    self.error(
                        Code::TB046,
                        means.span,
                        "means 与 instruction 只写一个",
                        "give `means` or `instruction`",
                    );
                }
                instruction.push(Part { kind: PartKind::Means, text: means.text });
            }
            named.push(Named {
                now: id.text.clone(),
                before: id.text.clone(),
                place: id.span,
                was: spec.was,
            });
            choices.push(Choice { id: id.text, was: None, label: label.text, line: None, instruction });
        }
        for (choice, was) in choices.iter_mut().zip(self.former(&named)) {
            choice.was = was;
        }
        choices
    }
}

/// Stands in for a field whose kind was refused.
fn placeholder() -> Field {
    Field { kind: Kind::Flag, unit: None, period: None, example: serde_json::Value::Bool(true) }
}

pub(super) fn parts(specs: Option<Vec<PartSpec>>) -> Vec<Part> {
    let parts = specs.unwrap_or_default().into_iter();
    parts.map(|part| Part { kind: part.kind, text: part.text.text }).collect()
}

/// Labels from the section down; a field that is named like all of its section is not named twice.
fn full_label(around: &str, label: &str) -> String {
    if around.is_empty() || around == label { label.to_owned() } else { format!("{around} › {label}") }
}

/// What to call a section without title: by the first of its fields.
fn named_by_fields(fields: &[FieldSpec]) -> String {
    let labels = fields.iter().filter_map(|field| field.label.as_ref()).map(|label| label.text.as_str());
    let first: Vec<&str> = labels.take(2).collect();
    if fields.len() > first.len() { format!("{}等", first.join("、")) } else { first.join("、") }
}

/// A path with one more name.
pub(crate) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
