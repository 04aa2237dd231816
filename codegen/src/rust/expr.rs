//! A checked expression as plain Rust on two drafts, `report` and `last`.
//!
//! Whole numbers cannot overflow: the check has bounded every expression over the values that the form allows.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use tianbao_schema::Form;
use tianbao_schema::expr::{Arithmetic, Comparison, Expression, Node, Type};
use tianbao_schema::form::{MemberId, Reference};

use super::names::{self, Names};

/// How tightly an operator binds in Rust, loosest first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Or,
    And,
    Compare,
    Sum,
    Product,
    Cast,
    Unary,
    Call,
}

/// Prints expressions of one form.
pub(super) struct Printer<'f> {
    pub(super) form: &'f Form,
    pub(super) names: &'f Names,
    /// True where the form's own enums are there.
    pub(super) typed: bool,
}

impl Printer<'_> {
    /// The expression: `bool`, `i64`, `&str`, `u16` for a choice, or `Text` or `String` for a text that is put together.
    pub(super) fn print(&self, of: &Expression) -> TokenStream {
        self.parts(of).0
    }

    /// The draft that a reference looks at.
    pub(super) fn draft(&self, of: Reference) -> TokenStream {
        if of.previous {
            quote! { last }
        } else {
            quote! { report }
        }
    }

    pub(super) fn constant(&self, of: Reference) -> &Ident {
        self.names.constant(of.member)
    }

    fn within(&self, of: &Expression, around: Binding) -> TokenStream {
        let (tokens, binding) = self.parts(of);
        if binding < around {
            quote! { (#tokens) }
        } else {
            tokens
        }
    }

    fn parts(&self, of: &Expression) -> (TokenStream, Binding) {
        match &of.node {
            Node::Read(reference) => (self.read(*reference, of.ty), Binding::Call),
            Node::Number(number) => number_literal(*number),
            Node::Bool(truth) => (quote! { #truth }, Binding::Call),
            Node::Text(text) => (quote! { #text }, Binding::Call),
            Node::Choice(index) => (self.choice(of.ty, *index), Binding::Cast),
            Node::Rescale { of, by } => {
                let (of, power) =
                    (self.within(of, Binding::Product), literal(10_i64.saturating_pow(u32::from(*by))));
                (quote! { #of * #power }, Binding::Product)
            }
            Node::Negate(of) => {
                let of = self.within(of, Binding::Call);
                (quote! { -#of }, Binding::Unary)
            }
            Node::Arithmetic(operator, left, right) => self.arithmetic(*operator, left, right),
            Node::Compare(operator, left, right) => {
                let (left, right) = (self.within(left, Binding::Sum), self.within(right, Binding::Sum));
                let operator = comparison(*operator);
                (quote! { #left #operator #right }, Binding::Compare)
            }
            Node::And(parts) => {
                let parts = parts.iter().map(|part| self.within(part, Binding::Compare));
                (quote! { #(#parts)&&* }, Binding::And)
            }
            Node::Or(parts) => {
                let parts = parts.iter().map(|part| self.within(part, Binding::And));
                (quote! { #(#parts)||* }, Binding::Or)
            }
            Node::Not(of) => {
                let of = self.within(of, Binding::Unary);
                (quote! { !#of }, Binding::Unary)
            }
            Node::Has(reference) => (self.call(*reference, "has"), Binding::Call),
            Node::In { choice, field } => {
                let (draft, at) = (self.draft(*field), self.constant(*field));
                let choice = self.choice(Type::Choices(field.member), *choice);
                (quote! { #draft.ticked(#at, #choice) }, Binding::Call)
            }
            Node::StartsWith(of, text) => {
                let of = self.within(of, Binding::Call);
                (quote! { #of.starts_with(#text) }, Binding::Call)
            }
            Node::EndsWith(of, text) => {
                let of = self.within(of, Binding::Call);
                (quote! { #of.ends_with(#text) }, Binding::Call)
            }
            Node::Matches(of, pattern) => {
                let (of, pattern) = (self.print(of), self.names.pattern(*pattern));
                (quote! { #pattern.matches(#of) }, Binding::Call)
            }
            Node::Date { year, month, day } => {
                let (year, month, day) = (self.print(year), literal((*month).into()), literal((*day).into()));
                (quote! { day(#year, #month, #day) }, Binding::Call)
            }
            Node::Concat(parts) => (self.concat(parts), Binding::Call),
            Node::ToText(inner) => (self.to_text(inner), Binding::Call),
            Node::First(of, count) => {
                let (inner, count) = (self.print(of), Literal::u32_unsuffixed(*count));
                let inner = if is_made(of) {
                    quote! { &#inner }
                } else {
                    inner
                };
                (quote! { first(#inner, #count) }, Binding::Call)
            }
        }
    }

    fn arithmetic(
        &self,
        operator: Arithmetic,
        left: &Expression,
        right: &Expression,
    ) -> (TokenStream, Binding) {
        // The right side binds tighter: a - (b - c) keeps its brackets.
        let sides = |least, more| (self.within(left, least), self.within(right, more));
        match operator {
            Arithmetic::Add => {
                let (left, right) = sides(Binding::Sum, Binding::Product);
                (quote! { #left + #right }, Binding::Sum)
            }
            Arithmetic::Subtract => {
                let (left, right) = sides(Binding::Sum, Binding::Product);
                (quote! { #left - #right }, Binding::Sum)
            }
            Arithmetic::Multiply => {
                let (left, right) = sides(Binding::Product, Binding::Cast);
                (quote! { #left * #right }, Binding::Product)
            }
        }
    }

    fn read(&self, reference: Reference, ty: Type) -> TokenStream {
        self.call(
            reference,
            match ty {
                Type::Bool => "flag",
                Type::Number { .. } => "number",
                Type::Text => "text",
                Type::Date => "day",
                Type::Choice(_) => "choice",
                Type::Choices(_) => "boxes",
            },
        )
    }

    fn call(&self, reference: Reference, method: &str) -> TokenStream {
        let (draft, at) = (self.draft(reference), self.constant(reference));
        let method = Ident::new(method, proc_macro2::Span::call_site());
        quote! { #draft.#method(#at) }
    }

    fn choice(&self, ty: Type, index: usize) -> TokenStream {
        let (Type::Choice(member) | Type::Choices(member)) = ty else {
            // A checked choice has the type of its field.
            return literal(index as i64);
        };
        let name = self.names.type_of(member);
        let variants = names::variants(self.choices(member));
        match variants.get(index).filter(|_| self.typed) {
            Some(variant) => quote! { self::#name::#variant as u16 },
            None => literal(index as i64),
        }
    }

    fn choices(&self, member: MemberId) -> &[tianbao_schema::form::Choice] {
        self.form.member(member).choices()
    }

    /// A text that is put together; only in fixes.
    fn concat(&self, parts: &[Expression]) -> TokenStream {
        let parts = parts.iter().map(|part| {
            let printed = self.print(part);
            if is_made(part) {
                quote! { &#printed }
            } else {
                printed
            }
        });
        quote! { join(&[#(#parts),*]) }
    }

    /// `string(of)`; also for the figures of messages.
    pub(super) fn to_text(&self, of: &Expression) -> TokenStream {
        let printed = self.print(of);
        match of.ty {
            Type::Number { places } => {
                let places = Literal::u8_unsuffixed(places);
                quote! { print_number(#printed, #places) }
            }
            Type::Date => quote! { print_day(#printed) },
            // The check lets nothing else through.
            Type::Bool | Type::Text | Type::Choice(_) | Type::Choices(_) => quote! { String::from(#printed) },
        }
    }
}

/// True for a text that is put together, not borrowed from the report.
fn is_made(of: &Expression) -> bool {
    matches!(of.node, Node::Concat(_) | Node::ToText(_))
}

fn comparison(operator: Comparison) -> TokenStream {
    match operator {
        Comparison::Equal => quote! { == },
        Comparison::NotEqual => quote! { != },
        Comparison::Less => quote! { < },
        Comparison::LessOrEqual => quote! { <= },
        Comparison::Greater => quote! { > },
        Comparison::GreaterOrEqual => quote! { >= },
    }
}

fn number_literal(number: i64) -> (TokenStream, Binding) {
    let binding = if number < 0 { Binding::Unary } else { Binding::Call };
    (literal(number), binding)
}

/// A whole number without suffix.
pub(super) fn literal(number: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(number.unsigned_abs());
    if number < 0 {
        quote! { -#digits }
    } else {
        quote! { #digits }
    }
}
