//! Reports made from the sample: the cases that show a rule.

use serde_json::{Map, Value};

use super::{Case, Change, Content, Form, Member, MemberId};

/// A whole report that shows a rule, and last year's where the rule reads it; both structurally valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The report, without the reserved members.
    pub report: Value,
    /// Last year's report.
    pub previous: Option<Value>,
}

impl Form {
    /// The whole reports of a case.
    #[must_use]
    pub fn shown(&self, case: &Case) -> Shown {
        let laid = |changes: &[Change]| {
            let mut report = self.sample.clone();
            for change in changes {
                lay(&self.members, &self.roots, &mut report, change);
            }
            report
        };
        Shown { report: laid(&case.report), previous: case.previous.as_deref().map(laid) }
    }
}

/// Lays one value over a report. Groups on the way that are not there come with the examples of their required fields.
pub fn lay(members: &[Member], roots: &[MemberId], report: &mut Value, change: &Change) {
    let member = &members[change.member.index()];
    let mut way = Vec::new();
    let mut next = member.parent;
    while let Some(group) = next {
        way.push(group);
        next = members[group.index()].parent;
    }
    let mut here = report;
    for group in way.into_iter().rev() {
        let Value::Object(object) = here else { return };
        let group = &members[group.index()];
        if !object.contains_key(&group.name) {
            if change.value.is_none() {
                return;
            }
            object.insert(group.name.clone(), required_example(members, group.id));
            in_order(members, roots, object, group.parent);
        }
        let Some(inside) = object.get_mut(&group.name) else { return };
        here = inside;
    }
    let Value::Object(object) = here else { return };
    match &change.value {
        Some(value) => {
            let added = object.insert(member.name.clone(), value.clone()).is_none();
            if added {
                in_order(members, roots, object, member.parent);
            }
        }
        None => {
            object.shift_remove(&member.name);
        }
    }
}

/// The example of a field, or of a group with all its required fields.
pub(crate) fn required_example(members: &[Member], id: MemberId) -> Value {
    match &members[id.index()].content {
        Content::Field(field) => field.example.clone(),
        Content::Group(children) => {
            let required =
                children.iter().map(|child| &members[child.index()]).filter(|child| !child.optional);
            Value::Object(
                required.map(|child| (child.name.clone(), required_example(members, child.id))).collect(),
            )
        }
    }
}

/// Puts the members of an object in the order of the form.
fn in_order(
    members: &[Member],
    roots: &[MemberId],
    object: &mut Map<String, Value>,
    group: Option<MemberId>,
) {
    let order = group.map_or(roots, |group| members[group.index()].children());
    for id in order {
        let name = &members[id.index()].name;
        if let Some(value) = object.shift_remove(name) {
            object.insert(name.clone(), value);
        }
    }
}
