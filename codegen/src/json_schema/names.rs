//! Names for `$defs`: what other people's type generators call the types that they make of them.

use std::collections::HashSet;

use tianbao_schema::Form;
use tianbao_schema::form::{Kind, Member, MemberId};

/// The name of the type of a whole report.
pub(crate) const REPORT: &str = "Report";
/// The name of the type of the reserved member `form`.
pub(crate) const FORM_ID: &str = "FormId";

/// The name of each group and each choice, from the ids on its path: `services.cases` is `ServicesCases`.
pub(crate) struct Names(Vec<Option<String>>);

impl Names {
    pub(crate) fn of(form: &Form) -> Self {
        let mut taken: HashSet<String> = [REPORT, FORM_ID].map(str::to_owned).into();
        Self(form.members.iter().map(|member| name(member).map(|name| free(name, &mut taken))).collect())
    }

    /// The name of a group, or of the boxes of a choice; none for other fields.
    pub(crate) fn get(&self, id: MemberId) -> Option<&str> {
        self.0.get(id.index())?.as_deref()
    }
}

fn name(member: &Member) -> Option<String> {
    let Some(field) = member.field() else { return Some(pascal(&member.path)) };
    match field.kind {
        Kind::Choice(_) => Some(pascal(&member.path)),
        Kind::Choices(_) => Some(pascal(&member.path) + "Item"),
        Kind::Count { .. }
        | Kind::Number { .. }
        | Kind::Text { .. }
        | Kind::Url
        | Kind::Date
        | Kind::Year { .. }
        | Kind::Flag => None,
    }
}

/// Two paths can give one name (`a.b_c` and `a_b.c`); the second gets a number.
pub(crate) fn free(name: String, taken: &mut HashSet<String>) -> String {
    let mut candidate = name.clone();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{name}{number}");
        number += 1;
    }
    candidate
}

pub(crate) fn pascal(path: &str) -> String {
    path.split(['.', '_'])
        .flat_map(|word| {
            let mut characters = word.chars();
            characters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(characters)
        })
        .collect()
}
