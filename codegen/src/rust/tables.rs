//! The members of a form as a static table.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Content, Kind, Lines, Member, MemberId, PatternId};

use super::expr::literal;
use super::names::Names;

/// Groups with more members than this are searched by name.
const MANY: usize = 16;

/// A constant for each member's index, and the table.
pub(super) fn members(form: &Form, names: &Names) -> TokenStream {
    let constants = form.members.iter().map(|member| {
        let (name, index) = (names.constant(member.id), Literal::usize_unsuffixed(member.id.index()));
        quote! { const #name: usize = #index; }
    });
    let rows = form.members.iter().map(|member| row(form, names, member));
    let (id, edition, revision) = (&form.id, number(form.edition), number(form.revision));
    let absent = option(form.absent.as_ref().map(|word| quote! { #word }));
    let by_name = by_name(form, names, &form.roots);
    let withdrawn = form.withdrawn.iter().map(|withdrawn| &withdrawn.rule.id);
    quote! {
        #(#constants)*
        static FORM: Form = Form {
            id: #id,
            edition: #edition,
            revision: #revision,
            absent: #absent,
            members: &[#(#rows),*],
            rules: RULES,
            withdrawn: &[#(#withdrawn),*],
            by_name: #by_name,
        };
    }
}

fn row(form: &Form, names: &Names, member: &Member) -> TokenStream {
    let Member { path, pointer, full_label, optional, .. } = member;
    let clause = option(member.clause.as_ref().map(|clause| quote! { #clause }));
    let unit = member.field().and_then(|field| field.unit.as_ref());
    let unit = option(unit.map(|unit| quote! { #unit }));
    let parent = option(member.parent.map(|parent| {
        let parent = names.constant(parent);
        quote! { #parent }
    }));
    let kind = match &member.content {
        Content::Group(members) => {
            let end = Literal::usize_unsuffixed(last_inside(form, member.id) + 1);
            let by_name = by_name(form, names, members);
            quote! { Kind::Group { end: #end, by_name: #by_name } }
        }
        Content::Field(field) => kind(names, &field.kind),
    };
    quote! { Member::new(#path, Place::of(#pointer, #full_label, #clause, #unit, #optional), #parent, #kind) }
}

/// The index of the last member that a group holds, inner groups' members included.
fn last_inside(form: &Form, group: MemberId) -> usize {
    let mut last = group;
    while let Some(inner) = form.member(last).children().last() {
        last = *inner;
    }
    last.index()
}

fn by_name(form: &Form, names: &Names, members: &[MemberId]) -> TokenStream {
    if members.len() <= MANY {
        return quote! { &[] };
    }
    let mut sorted = members.to_vec();
    sorted.sort_by_key(|id| &form.member(*id).name);
    let sorted = sorted.iter().map(|id| names.constant(*id));
    quote! { &[#(#sorted),*] }
}

fn kind(names: &Names, kind: &Kind) -> TokenStream {
    match kind {
        Kind::Count { min, max } => {
            let (min, max) = (literal(*min), literal(*max));
            quote! { Kind::Count { min: #min, max: #max } }
        }
        Kind::Number { places, min, max } => {
            let (places, min, max) = (Literal::u8_unsuffixed(*places), literal(*min), literal(*max));
            quote! { Kind::Number { places: #places, min: #min, max: #max } }
        }
        Kind::Text { pattern, min_length, max_length, lines } => {
            text(names, *pattern, (*min_length, *max_length), *lines)
        }
        Kind::Url => quote! { Kind::Url },
        Kind::Date => quote! { Kind::Date },
        Kind::Year { from, to } => {
            let from = Literal::u16_unsuffixed(*from);
            let to = option(to.map(|to| {
                let to = Literal::u16_unsuffixed(to);
                quote! { #to }
            }));
            quote! { Kind::Year { from: #from, to: #to } }
        }
        Kind::Flag => quote! { Kind::Flag },
        Kind::Choice(choices) => {
            let choices = boxes(choices);
            quote! { Kind::Choice(#choices) }
        }
        Kind::Choices(choices) => {
            let choices = boxes(choices);
            quote! { Kind::Choices(#choices) }
        }
    }
}

fn text(
    names: &Names,
    pattern: Option<PatternId>,
    (min, max): (u32, Option<u32>),
    lines: Lines,
) -> TokenStream {
    let pattern = option(pattern.map(|pattern| {
        let pattern = names.pattern(pattern);
        quote! { &#pattern }
    }));
    let rules = if (min, max, lines) == (1, None, Lines::One) {
        quote! { TextRules::LINE }
    } else {
        let (min, many_lines) = (number(min), lines == Lines::Many);
        let max = option(max.map(|max| {
            let max = number(max);
            quote! { #max }
        }));
        quote! { TextRules { min_length: #min, max_length: #max, many_lines: #many_lines } }
    };
    quote! { Kind::Text { rules: #rules, pattern: #pattern } }
}

fn boxes(choices: &[Choice]) -> TokenStream {
    let pairs = choices.iter().map(|Choice { id, label, .. }| quote! { (#id, #label) });
    quote! { &[#(#pairs),*] }
}

fn number(number: u32) -> Literal {
    Literal::u32_unsuffixed(number)
}

/// `Some(…)` or `None`.
pub(super) fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}
