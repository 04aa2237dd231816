//! Condition → JSON Schema: what is asked of members of one object is put together, down the tree of the report.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tianbao_schema::Form;
use tianbao_schema::form::MemberId;

use super::super::value::{self, Schema};
use super::{Condition, is_required};

/// What is asked of a member, and of those inside it.
#[derive(Default)]
struct Asked {
    /// True where it must be there.
    required: bool,
    /// True where it must be absent or null.
    absent: bool,
    /// Schemas that its value meets.
    here: Vec<Schema>,
    /// Its members, in the order of the form.
    inside: BTreeMap<MemberId, Asked>,
}

/// The schema of a condition on a report.
pub(super) fn of(form: &Form, condition: &Condition) -> Value {
    inside(form, None, condition)
}

/// The schema of a condition on a group, or on the report itself.
fn inside(form: &Form, group: Option<MemberId>, condition: &Condition) -> Value {
    let mut asked = Asked { required: true, ..Asked::default() };
    if !collect(form, group, condition, &mut asked) || asked.contradicts() {
        return Value::Bool(false);
    }
    Value::Object(render(form, group, asked))
}

/// Puts a condition into the tree; false where it can never be met.
fn collect(form: &Form, group: Option<MemberId>, condition: &Condition, asked: &mut Asked) -> bool {
    match condition {
        Condition::Always => {}
        Condition::Never => return false,
        Condition::Meets(id, schema) => asked.down(&path(form, group, *id), true).here.push(schema.clone()),
        Condition::Absent(id) => {
            let null = value::object(json!({ "type": "null" }));
            let asked = asked.down(&path(form, group, *id), false);
            asked.absent = true;
            asked.here.push(null);
        }
        Condition::All(parts) => return parts.iter().all(|part| collect(form, group, part, asked)),
        Condition::Any(parts) => {
            let parts: Vec<&Condition> = parts.iter().filter(|part| **part != Condition::Never).collect();
            if parts.is_empty() {
                return false;
            }
            if parts.contains(&&Condition::Always) {
                return true;
            }
            let common = common_group(form, condition);
            let any: Vec<Value> = parts.iter().map(|part| inside(form, common, part)).collect();
            let way = common.map_or_else(Vec::new, |id| path(form, group, id));
            asked.down(&way, true).here.push(value::object(json!({ "anyOf": any })));
        }
    }
    true
}

impl Asked {
    /// The member at the end of a path, which must be there or may be absent.
    fn down(&mut self, path: &[MemberId], required: bool) -> &mut Self {
        let Some((first, rest)) = path.split_first() else { return self };
        let next = self.inside.entry(*first).or_default();
        next.required |= required;
        next.down(rest, required)
    }

    /// True where something must be there and absent at once.
    fn contradicts(&self) -> bool {
        self.required && self.absent || self.inside.values().any(Self::contradicts)
    }
}

fn render(form: &Form, group: Option<MemberId>, asked: Asked) -> Schema {
    let mut schema = Schema::new();
    if !asked.inside.is_empty() {
        let optional = !asked.required && group.is_some_and(|id| form.member(id).optional);
        let kind = if optional { json!(["object", "null"]) } else { json!("object") };
        schema.insert("type".to_owned(), kind);
        let name = |id: &MemberId| form.member(*id).name.clone();
        let required: Vec<String> =
            asked.inside.iter().filter(|(_, inner)| inner.required).map(|(id, _)| name(id)).collect();
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        let properties: Schema = asked
            .inside
            .into_iter()
            .map(|(id, inner)| (name(&id), Value::Object(render(form, Some(id), inner))))
            .collect();
        schema.insert("properties".to_owned(), Value::Object(properties));
    }
    asked.here.into_iter().for_each(|more| add(&mut schema, more));
    schema
}

/// Adds constraints: beside those there, or in `allOf` where a keyword is taken.
fn add(schema: &mut Schema, more: Schema) {
    let taken = more.iter().any(|(key, value)| schema.get(key).is_some_and(|there| there != value));
    if !taken {
        schema.extend(more);
        return;
    }
    let all = schema.entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(all) = all {
        all.push(Value::Object(more));
    }
}

/// The members from a group (without it) down to a member.
fn path(form: &Form, group: Option<MemberId>, id: MemberId) -> Vec<MemberId> {
    let mut path: Vec<MemberId> = form.ancestors(id).iter().map(|member| member.id).collect();
    path.push(id);
    let start = group.and_then(|group| path.iter().position(|step| *step == group)).map_or(0, |at| at + 1);
    path.split_off(start)
}

/// The innermost group that always is there and holds every member of the condition.
fn common_group(form: &Form, condition: &Condition) -> Option<MemberId> {
    let mut common: Option<Vec<MemberId>> = None;
    visit(condition, &mut |id| {
        let groups = form.ancestors(id).into_iter().map(|group| group.id);
        let groups: Vec<MemberId> = groups.take_while(|group| is_required(form, *group)).collect();
        let shared = common.as_ref().map_or(groups.len(), |common| {
            common.iter().zip(&groups).take_while(|(one, other)| one == other).count()
        });
        common = Some(groups[..shared].to_vec());
    });
    common?.last().copied()
}

fn visit(condition: &Condition, see: &mut impl FnMut(MemberId)) {
    match condition {
        Condition::Always | Condition::Never => {}
        Condition::Meets(id, _) | Condition::Absent(id) => see(*id),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| visit(part, see)),
    }
}
