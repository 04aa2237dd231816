//! The rules of a form as a static table of plain functions.

use proc_macro2::TokenStream;
use quote::quote;
use tianbao_core::Severity;
use tianbao_schema::Form;
use tianbao_schema::expr::{Expression, Node, References, Type, references};
use tianbao_schema::form::{FixAction, Piece, Reference, Rule, RuleFix};

use super::expr::Printer;
use super::names::Names;
use super::tables::option;

/// The table; `typed` where the form's own enums are there.
pub(super) fn all(form: &Form, names: &Names, typed: bool) -> TokenStream {
    let printer = Printer { form, names, typed };
    let rows = form.rules.iter().map(|rule| row(&printer, rule));
    quote! { static RULES: &[Rule] = &[#(#rows),*]; }
}

fn row(printer: &Printer<'_>, rule: &Rule) -> TokenStream {
    let Rule { id, title, sentence, .. } = rule;
    let at = printer.names.constant(rule.at);
    let severity = match rule.severity {
        Severity::Error => quote! { Severity::Error },
        Severity::Warning => quote! { Severity::Warning },
        Severity::Hint => quote! { Severity::Hint },
    };
    let (mentions, reads) = (list(printer, &rule.mentions), list(printer, &rule.reads));
    let holds = closure(holds(printer, rule));
    let message = closure(message(printer, rule));
    let advice = option(rule.advice.as_ref().map(|advice| quote! { #advice }));
    let fix = option(rule.fix.as_ref().map(|fix| self::fix(printer, fix)));
    quote! {
        Rule {
            id: #id,
            title: #title,
            sentence: #sentence,
            at: #at,
            severity: #severity,
            mentions: #mentions,
            reads: #reads,
            holds: #holds,
            message: #message,
            advice: #advice,
            fix: #fix,
        }
    }
}

/// Where `when` is false the rule has passed.
fn holds(printer: &Printer<'_>, rule: &Rule) -> TokenStream {
    let assert = printer.print(&rule.assert);
    match &rule.when {
        Some(when) => {
            let when = printer.print(when);
            quote! { if #when { #assert } else { true } }
        }
        None => assert,
    }
}

/// A function of both drafts; what it does not use has no name.
fn closure(body: TokenStream) -> TokenStream {
    let (mut report, mut last) = (false, false);
    uses(body.clone(), &mut report, &mut last);
    let report = if report {
        quote! { report }
    } else {
        quote! { _ }
    };
    let last = if last {
        quote! { last }
    } else {
        quote! { _ }
    };
    quote! { |#report, #last| #body }
}

fn uses(body: TokenStream, report: &mut bool, last: &mut bool) {
    for token in body {
        match token {
            proc_macro2::TokenTree::Ident(ident) => {
                *report |= ident == "report";
                *last |= ident == "last";
            }
            proc_macro2::TokenTree::Group(group) => uses(group.stream(), report, last),
            proc_macro2::TokenTree::Punct(_) | proc_macro2::TokenTree::Literal(_) => {}
        }
    }
}

fn list(printer: &Printer<'_>, references: &[Reference]) -> TokenStream {
    let each = references.iter().map(|reference| {
        let member = printer.constant(*reference);
        if reference.previous {
            let path = format!("previous.{}", printer.form.member(reference.member).path);
            quote! { last(#member, #path) }
        } else {
            quote! { this(#member) }
        }
    });
    quote! { &[#(#each),*] }
}

fn message(printer: &Printer<'_>, rule: &Rule) -> TokenStream {
    if let [Piece::Text(text)] = rule.message.as_slice() {
        return quote! { Text::Borrowed(#text) };
    }
    let pieces = rule.message.iter().map(|piece| match piece {
        Piece::Text(text) => quote! { #text },
        Piece::Value { of, unit } => {
            let (draft, at) = (printer.draft(*of), printer.constant(*of));
            if *unit {
                quote! { &#draft.show_with_unit(#at) }
            } else {
                quote! { &#draft.show(#at) }
            }
        }
        Piece::Figure(expression) => {
            let figure = figure(printer, rule, expression);
            quote! { &#figure }
        }
    });
    quote! { join(&[#(#pieces),*]) }
}

/// The value of a number or day; it may read what the rule only asks for under has().
fn figure(printer: &Printer<'_>, rule: &Rule, expression: &Expression) -> TokenStream {
    let printed = printer.to_text(expression);
    let guards: Vec<TokenStream> = references(&[expression])
        .reads
        .iter()
        .filter(|read| !rule.reads.contains(read))
        .map(|read| {
            let (draft, at) = (printer.draft(*read), printer.constant(*read));
            quote! { #draft.has(#at) }
        })
        .collect();
    if guards.is_empty() {
        printed
    } else {
        quote! { (if #(#guards)&&* { #printed } else { ABSENT.to_owned() }) }
    }
}

fn fix(printer: &Printer<'_>, fix: &RuleFix) -> TokenStream {
    let safe = fix.safe;
    match &fix.action {
        FixAction::Remove => quote! { RuleFix::Remove { safe: #safe } },
        FixAction::Set(expression) => {
            let References { mentions, reads } = references(&[expression]);
            let (mentions, reads) = (list(printer, &mentions), list(printer, &reads));
            let value = closure(value(printer, expression));
            quote! { RuleFix::Set { safe: #safe, mentions: #mentions, reads: #reads, value: #value } }
        }
    }
}

/// What a fix sets.
fn value(printer: &Printer<'_>, expression: &Expression) -> TokenStream {
    let printed = printer.print(expression);
    match expression.ty {
        Type::Number { .. } => quote! { Setting::Whole(#printed) },
        Type::Text if matches!(expression.node, Node::Concat(_)) => quote! { Setting::Text(#printed) },
        Type::Text if matches!(expression.node, Node::ToText(_)) => {
            quote! { Setting::Text(Text::Owned(#printed)) }
        }
        Type::Text => quote! { Setting::Text(Text::Owned(#printed.to_owned())) },
        Type::Date => quote! { Setting::Day(#printed) },
        Type::Bool => quote! { Setting::Flag(#printed) },
        Type::Choice(_) | Type::Choices(_) => quote! { Setting::Box(#printed) },
    }
}
