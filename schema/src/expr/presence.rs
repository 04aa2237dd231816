//! `has()` that establishes nothing (TB028). A rule is not judged where a field is absent that it reads outside
//! `has()`, so asking for such a field in the same rule is always answered with yes.

use super::{Expression, Names, Node, references};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{MemberId, Reference};

/// Warns of every `has()` of a rule that always holds.
pub fn presence(
    names: &Names<'_>,
    when: Option<&Expression>,
    assert: &Expression,
    out: &mut Vec<Diagnostic>,
) {
    let both: Vec<&Expression> = when.into_iter().chain([assert]).collect();
    let reads = references(&both).reads;
    for expression in both {
        expression.visit(&mut |of| {
            if let Node::Has(asked) = &of.node {
                out.extend(useless(names, *asked, &reads, of));
            }
        });
    }
}

fn useless(names: &Names<'_>, asked: Reference, reads: &[Reference], of: &Expression) -> Option<Diagnostic> {
    let member = names.member(asked.member)?;
    let path = format!("{}{}", if asked.previous { "previous." } else { "" }, member.path);
    if let Some(read) = reads.iter().find(|read| read_within(names, **read, asked)) {
        let read = names.member(read.member)?;
        let zh = format!(
            "has({path}) 在这里总是成立：这条规则在 has( ) 之外读了“{}”，没有填的时候整条规则不判",
            read.label
        );
        let en = format!("has({path}) always holds here: the rule reads `{}` outside has()", read.path);
        return Some(Diagnostic::warning(Code::TB028, of.span, zh, en));
    }
    if !asked.previous && always_there(names, asked.member) {
        let zh = format!("has({path}) 总是成立：“{}”是必填的，没有填时它自己就是错误", member.label);
        let en = format!("has({path}) always holds: `{}` is required", member.path);
        return Some(Diagnostic::warning(Code::TB028, of.span, zh, en));
    }
    None
}

/// Whether a field that is read is `asked`, or lies in the group `asked`.
pub(super) fn read_within(names: &Names<'_>, read: Reference, asked: Reference) -> bool {
    read.previous == asked.previous && around(names, read.member).any(|id| id == asked.member)
}

/// Whether every valid report has a member.
pub(super) fn always_there(names: &Names<'_>, member: MemberId) -> bool {
    around(names, member).all(|id| names.member(id).is_some_and(|member| !member.optional))
}

/// A member and the groups around it, inside out.
fn around<'a>(names: &'a Names<'_>, member: MemberId) -> impl Iterator<Item = MemberId> + 'a {
    std::iter::successors(Some(member), |id| names.member(*id).and_then(|member| member.parent))
}
