//! A report's values carried from one edition to the other. Nothing is lost in silence: what has no place is told.

use serde_json::{Map, Value};

use super::Pairing;
use crate::form::{Choice, Content, Form, Kind, Member, MemberId};

/// A report carried over, without the members that every form has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// The report in the new form's terms, in its order; what no form knows stays where it stood.
    pub report: Value,
    /// Members whose path is another, old and new, with a value in the report.
    pub moved: Vec<(MemberId, MemberId)>,
    /// Choices whose id is another: the new member, the old id and the new one.
    pub renamed: Vec<(MemberId, String, String)>,
    /// Values without a place in the new form.
    pub left: Vec<Left>,
}

/// A value that has no place in the new form.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    /// Its JSON Pointer in the old report.
    pub pointer: String,
    /// The old form's member; none for what the form does not know.
    pub member: Option<MemberId>,
    /// The value.
    pub value: Value,
}

/// Carries a report over. A report that is no object stays as it is.
#[must_use]
pub fn carry(report: &Value, old: &Form, new: &Form, pairing: &Pairing) -> Carried {
    let Value::Object(object) = report else {
        return Carried { report: report.clone(), ..Carried::default() };
    };
    let mut carrier = Carrier { old, new, pairing, carried: Carried::default() };
    carrier.carried.report = Value::Object(Map::new());
    carrier.object(None, "", object);
    carrier.in_order();
    carrier.carried
}

/// The value of a member, null where it is not there.
#[must_use]
pub fn look<'v>(report: &'v Value, member: &Member) -> Option<&'v Value> {
    report.pointer(&member.pointer).filter(|value| !value.is_null())
}

struct Carrier<'a> {
    old: &'a Form,
    new: &'a Form,
    pairing: &'a Pairing,
    carried: Carried,
}

impl Carrier<'_> {
    /// The members of a group that has a value; of the report itself where there is no group.
    fn object(&mut self, group: Option<MemberId>, pointer: &str, object: &Map<String, Value>) {
        let old = self.old;
        for (name, value) in object {
            let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
            let known =
                old.children(group).iter().map(|id| old.member(*id)).find(|child| child.name == *name);
            match known {
                Some(member) => self.member(member, pointer, value),
                None => self.unknown(group, pointer, name, value),
            }
        }
    }

    fn member(&mut self, member: &Member, pointer: String, value: &Value) {
        let new = self.pairing.new_of(member.id);
        match (value, &member.content) {
            (Value::Object(inside), Content::Group(_)) => {
                if let Some(new) = new.filter(|new| self.stays(*new, member, inside)) {
                    self.moved(member.id, new);
                    self.put(new, Value::Object(Map::new()));
                }
                self.object(Some(member.id), &pointer, inside);
            }
            (value, _) => match new {
                Some(new) => self.value(member, new, pointer, value),
                None if value.is_null() => {}
                None => self.leave(pointer, Some(member.id), value.clone()),
            },
        }
    }

    /// A group is made where something in it stays or is lost; not where all of it has moved elsewhere.
    fn stays(&self, new: MemberId, group: &Member, inside: &Map<String, Value>) -> bool {
        let elsewhere = |name: &String| {
            let child = group.children().iter().find(|child| self.old.member(**child).name == *name);
            let new_child = child.and_then(|child| self.pairing.new_of(*child));
            new_child.is_some_and(|child| self.new.member(child).parent != Some(new))
        };
        inside.is_empty() || !inside.keys().all(elsewhere)
    }

    fn value(&mut self, member: &Member, new: MemberId, pointer: String, value: &Value) {
        let (kept, lost) = self.renamed(member, new, value);
        if let Some(lost) = lost {
            self.leave(pointer.clone(), Some(member.id), lost);
        }
        let Some(kept) = kept else { return };
        if self.put(new, kept.clone()) {
            self.moved(member.id, new);
        } else {
            self.leave(pointer, Some(member.id), kept);
        }
    }

    /// A value with its choices under their new ids, and those that are no more.
    fn renamed(&mut self, member: &Member, id: MemberId, value: &Value) -> (Option<Value>, Option<Value>) {
        let kinds = (member.field(), self.new.member(id).field());
        let (Some(old), Some(new)) = kinds else { return (Some(value.clone()), None) };
        let (old, new) = match (&old.kind, &new.kind) {
            (Kind::Choice(old) | Kind::Choices(old), Kind::Choice(new) | Kind::Choices(new)) => (old, new),
            _ => return (Some(value.clone()), None),
        };
        let paired = self.pairing.choices(old, new);
        let mut now = |was: &str| {
            let is = choice(old, new, &paired, was)?;
            if is != was {
                self.carried.renamed.push((id, was.to_owned(), is.clone()));
            }
            Some(is)
        };
        match value {
            Value::String(id) => match now(id) {
                Some(id) => (Some(id.into()), None),
                None => (None, Some(value.clone())),
            },
            Value::Array(items) => {
                let (mut kept, mut lost) = (Vec::new(), Vec::new());
                for item in items {
                    match item.as_str().map(&mut now) {
                        Some(Some(id)) => kept.push(id.into()),
                        Some(None) => lost.push(item.clone()),
                        None => kept.push(item.clone()),
                    }
                }
                (Some(Value::Array(kept)), (!lost.is_empty()).then_some(Value::Array(lost)))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => (Some(value.clone()), None),
        }
    }

    /// What no form knows stays beside its neighbours.
    fn unknown(&mut self, group: Option<MemberId>, pointer: String, name: &str, value: &Value) {
        let place = match group {
            None => Some(&mut self.carried.report),
            Some(group) => self
                .pairing
                .new_of(group)
                .and_then(|new| self.carried.report.pointer_mut(&self.new.member(new).pointer)),
        };
        match place {
            Some(Value::Object(object)) if !object.contains_key(name) => {
                object.insert(name.to_owned(), value.clone());
            }
            Some(_) | None => self.leave(pointer, None, value.clone()),
        }
    }

    /// Puts a value in its place, with the groups around; false where something else is in the way.
    fn put(&mut self, new: MemberId, value: Value) -> bool {
        let member = self.new.member(new);
        let mut here = &mut self.carried.report;
        for group in self.new.ancestors(new) {
            let Value::Object(object) = here else { return false };
            here = object.entry(group.name.clone()).or_insert_with(|| Value::Object(Map::new()));
        }
        let Value::Object(object) = here else { return false };
        match object.get(&member.name) {
            // A group that a moved field has already made.
            Some(Value::Object(_)) if value.as_object().is_some_and(Map::is_empty) => {}
            Some(_) => return false,
            None => drop(object.insert(member.name.clone(), value)),
        }
        true
    }

    fn moved(&mut self, old: MemberId, new: MemberId) {
        if self.old.member(old).path != self.new.member(new).path {
            self.carried.moved.push((old, new));
        }
    }

    fn leave(&mut self, pointer: String, member: Option<MemberId>, value: Value) {
        self.carried.left.push(Left { pointer, member, value });
    }

    fn in_order(&mut self) {
        let report = std::mem::take(&mut self.carried.report);
        self.carried.report = ordered(self.new, &self.new.roots, report);
    }
}

/// The members of an object in the order of the form, what it does not know last.
fn ordered(form: &Form, members: &[MemberId], value: Value) -> Value {
    let Value::Object(mut object) = value else { return value };
    let mut sorted = Map::new();
    for member in members.iter().map(|id| form.member(*id)) {
        if let Some(value) = object.shift_remove(&member.name) {
            sorted.insert(member.name.clone(), ordered(form, member.children(), value));
        }
    }
    sorted.extend(object);
    Value::Object(sorted)
}

/// The new id of a choice; none where it is no more. An id that the form never knew stays.
fn choice(old: &[Choice], new: &[Choice], paired: &[Option<usize>], id: &str) -> Option<String> {
    let Some(index) = old.iter().position(|choice| choice.id == id) else { return Some(id.to_owned()) };
    paired.get(index).copied().flatten().and_then(|index| new.get(index)).map(|choice| choice.id.clone())
}
