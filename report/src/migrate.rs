//! A report carried over to another edition: renames and moves followed, nothing lost in silence.

use serde_json::{Map, Value, json};
use tianbao_schema::Form;
use tianbao_schema::editions::{self, Carried, Pairing};
use tianbao_schema::form::{Content, LOCAL, MemberId, RESERVED_MEMBERS};

use crate::recognise::renamed_schema;

/// A report in the terms of another edition, and what became of its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Migrated {
    /// The report; its year is what it was.
    pub report: Value,
    /// Values that stand under another path now.
    pub moved: Vec<Moved>,
    /// Chosen values whose id is another now: the old id and the new one, under the label of their field.
    pub renamed: Vec<Moved>,
    /// Values without a place in the new edition, explanations of rules that are no more among them.
    pub removed: Vec<Removed>,
    /// Required fields that have no value yet.
    pub to_fill: Vec<ToFill>,
    /// Explanations whose rule still stands: its old id and its new one.
    pub explanations: Vec<(String, String)>,
    /// What a person should look at: values whose kind or unit is another now.
    pub notes: Vec<String>,
}

/// A value that stands under another path, or a choice that has another id now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Path or id in the old edition.
    pub from: String,
    /// Path or id in the new edition.
    pub to: String,
    /// Label in the new edition.
    pub label: String,
}

/// A value without a place in the new edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// JSON Pointer in the old report.
    pub path: String,
    /// Label in the old edition; empty where that does not know it.
    pub label: String,
    /// The value.
    pub value: Value,
}

/// A required field without value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToFill {
    /// Path.
    pub path: String,
    /// Label.
    pub label: String,
    /// Clause of the 填写说明.
    pub clause: Option<String>,
}

/// Carries a report from one edition to another, later or earlier. What is no object stays as it is.
#[must_use]
pub fn migrate(report: &Value, old: &Form, new: &Form) -> Migrated {
    let Value::Object(members) = report else {
        return Migrated { report: report.clone(), ..Migrated::default() };
    };
    let pairing = Pairing::of(old, new);
    let is_reserved = |name: &String| RESERVED_MEMBERS.contains(&name.as_str());
    let mut own: Map<String, Value> = members
        .iter()
        .filter(|(name, _)| !is_reserved(name))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let (addition, others) = additions(members, old);
    own.extend(addition.map(|addition| (LOCAL.into(), addition)));
    let carried = editions::carry(&Value::Object(own), old, new, &pairing);
    let mut migrated = Migrated {
        moved: moved(&carried, old, new),
        renamed: renamed(&carried, new),
        removed: removed(&carried, old),
        notes: notes(&carried, old, new, &pairing),
        ..Migrated::default()
    };
    let explanations = explanations(members, (old, new), &pairing, &mut migrated);
    let mut whole = Map::new();
    if let Some(schema) = members.get("$schema") {
        let renamed = schema.as_str().and_then(|schema| renamed_schema(schema, old, new));
        whole.insert("$schema".into(), renamed.map_or_else(|| schema.clone(), Value::String));
    }
    whole.insert("form".into(), new.id.clone().into());
    whole.insert("edition".into(), new.edition.into());
    if let Some(given) = members.get("revision") {
        match revision(given, old, new) {
            Some(revision) => drop(whole.insert("revision".into(), revision)),
            None => migrated.removed.push(Removed {
                path: "/revision".into(),
                label: "报表修订".into(),
                value: given.clone(),
            }),
        }
    }
    whole.extend(explanations.map(|explanations| ("explanations".into(), explanations)));
    whole.extend(others.map(|others| (LOCAL.into(), others)));
    if let Value::Object(mut own) = carried.report {
        if let (Some(Value::Object(all)), Some(Value::Object(addition))) =
            (whole.get_mut(LOCAL), own.get(LOCAL))
        {
            all.extend(addition.clone());
            own.shift_remove(LOCAL);
        }
        whole.extend(own);
    }
    migrated.report = Value::Object(whole);
    missing(new, &new.roots, Some(&migrated.report), &mut migrated.to_fill);
    migrated
}

/// What a report has of the addition that the form is composed with, and of others, which are left alone.
fn additions(members: &Map<String, Value>, form: &Form) -> (Option<Value>, Option<Value>) {
    let local = members.get(LOCAL);
    let (Some(Value::Object(local)), Some(addition)) = (local, &form.addition) else {
        return (None, local.cloned());
    };
    let mut others = local.clone();
    let own = others.shift_remove(&addition.id).map(|own| json!({ addition.id.as_str(): own }));
    (own, (!others.is_empty()).then(|| others.into()))
}

fn moved(carried: &Carried, old: &Form, new: &Form) -> Vec<Moved> {
    let of = |(from, to): &(MemberId, MemberId)| {
        let (from, to) = (old.member(*from), new.member(*to));
        Moved { from: from.path.clone(), to: to.path.clone(), label: to.full_label.clone() }
    };
    // What stands in a renamed group has moved with it.
    let told = |(from, to): &&(MemberId, MemberId)| {
        let (from, to) = (old.member(*from), new.member(*to));
        let groups = from.parent.zip(to.parent);
        from.name != to.name || !groups.is_some_and(|groups| carried.moved.contains(&groups))
    };
    carried.moved.iter().filter(told).map(of).collect()
}

fn renamed(carried: &Carried, new: &Form) -> Vec<Moved> {
    let of = |(member, from, to): &(MemberId, String, String)| Moved {
        from: from.clone(),
        to: to.clone(),
        label: new.member(*member).full_label.clone(),
    };
    carried.renamed.iter().map(of).collect()
}

/// The revision by which the old form was filled in becomes that of the new one; an earlier one has no counterpart.
fn revision(given: &Value, old: &Form, new: &Form) -> Option<Value> {
    if given.as_f64() == Some(f64::from(old.revision)) {
        return Some(new.revision.into());
    }
    let same = (old.edition, old.revision) == (new.edition, new.revision);
    (same || given.is_null()).then(|| given.clone())
}

fn removed(carried: &Carried, old: &Form) -> Vec<Removed> {
    let of = |left: &editions::Left| Removed {
        path: left.pointer.clone(),
        label: left.member.map_or_else(String::new, |member| old.member(member).full_label.clone()),
        value: left.value.clone(),
    };
    carried.left.iter().map(of).collect()
}

/// Explanations under the rules' new ids; those of rules that are no more are told with the removed values.
fn explanations(
    members: &Map<String, Value>,
    (old, new): (&Form, &Form),
    pairing: &Pairing,
    migrated: &mut Migrated,
) -> Option<Value> {
    let given = members.get("explanations")?;
    let Value::Object(given) = given else { return Some(given.clone()) };
    let mut kept = Map::new();
    for (id, reason) in given {
        let index = old.rules.iter().position(|rule| rule.id == *id);
        let now = index.and_then(|index| pairing.new_rule(index)).and_then(|index| new.rules.get(index));
        match (now, old.rule(id)) {
            (Some(rule), _) => {
                migrated.explanations.push((id.clone(), rule.id.clone()));
                kept.insert(rule.id.clone(), reason.clone());
            }
            (None, Some(rule)) if new.withdrawal(id).is_none() => migrated.removed.push(Removed {
                path: format!("/explanations/{id}"),
                label: format!("情况说明：{}", rule.title),
                value: reason.clone(),
            }),
            // Of a rule that is withdrawn by now, or of none that the old edition knew: the judge says so.
            (None, Some(_) | None) => drop(kept.insert(id.clone(), reason.clone())),
        }
    }
    Some(Value::Object(kept))
}

/// Values that are carried as they are although what they mean, or must be like, is another now.
fn notes(carried: &Carried, old: &Form, new: &Form, pairing: &Pairing) -> Vec<String> {
    let mut notes = Vec::new();
    for (member, field) in new.fields() {
        let before = pairing.old_of(member.id).and_then(|id| old.member(id).field());
        let (Some(before), Some(_)) = (before, editions::look(&carried.report, member)) else { continue };
        let name = match &member.clause {
            Some(clause) => format!("{clause} {}", member.label),
            None => member.label.clone(),
        };
        if before.kind.key() != field.kind.key() {
            let (was, is) = (before.kind.label(), field.kind.label());
            notes.push(format!("{name}：原来是{was}，现在是{is}；值照旧，请改"));
        }
        let unit = |unit: &Option<String>| unit.clone().unwrap_or_else(|| "没有单位".to_owned());
        if before.unit != field.unit {
            let (was, is) = (unit(&before.unit), unit(&field.unit));
            notes.push(format!("{name}：单位由“{was}”改为“{is}”；数没有换算，请核对"));
        }
    }
    notes
}

/// The required fields that are not there; of a group that is not there all of its own.
fn missing(form: &Form, members: &[MemberId], object: Option<&Value>, found: &mut Vec<ToFill>) {
    for member in members.iter().map(|id| form.member(*id)) {
        let value = object.and_then(|object| object.get(&member.name)).filter(|value| !value.is_null());
        match (&member.content, value) {
            (_, None) if member.optional => {}
            (Content::Group(children), value) => missing(form, children, value, found),
            (Content::Field(_), Some(_)) => {}
            (Content::Field(_), None) => found.push(ToFill {
                path: member.path.clone(),
                label: member.full_label.clone(),
                clause: member.clause.clone(),
            }),
        }
    }
}
