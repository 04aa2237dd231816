//! `form.rs`: typed structs and enums of a form, and the tables and rules by which `tianbao` reads and judges its reports.
//!
//! The types come first, as a person reads them; the machinery follows in one unnamed block. Everything is named through
//! `::tianbao::…`, so that the text compiles wherever it stands: the macro gives the same tokens.

mod expr;
pub mod names;
mod patterns;
mod rules;
mod tables;
mod types;

use proc_macro2::TokenStream;
use quote::quote;
use tianbao_schema::Form;
use tianbao_schema::form::{MemberId, Rule};

use self::names::Names;
use crate::json_schema;

/// The file's contents.
#[must_use]
pub fn generate(form: &Form) -> String {
    match syn::parse2(tokens(form)) {
        Ok(file) => prettyplease::unparse(&file),
        // Only a fault in this module leads here; the compiler will then show where.
        Err(_) => tokens(form).to_string(),
    }
}

/// The tables of a form with only those rules that lie wholly within one group, for a section of a user's own.
#[must_use]
pub fn section(form: &Form, group: MemberId) -> TokenStream {
    let within = |member: MemberId| {
        std::iter::successors(Some(member), |member| form.member(*member).parent)
            .any(|member| member == group)
    };
    let is_own = |rule: &Rule| {
        within(rule.at) && rule.mentions.iter().all(|mention| !mention.previous && within(mention.member))
    };
    let mut own = form.clone();
    own.rules.retain(is_own);
    let names = Names::of(&own);
    let (members, patterns) = (tables::members(&own, &names), patterns::all(&own, &names));
    let rules = rules::all(&own, &names, false);
    quote! { #members #patterns #rules }
}

/// The same as tokens, for the macro.
#[must_use]
pub fn tokens(form: &Form) -> TokenStream {
    let names = Names::of(form);
    let types = types::all(form, &names);
    let functions = types::functions(form);
    let members = tables::members(form, &names);
    let patterns = patterns::all(form, &names);
    let rules = rules::all(form, &names, true);
    let conversions = types::conversions(form, &names);
    let schema = json_schema::schema(form).to_string();
    // Types of several forms and editions may meet in one schema.
    let family = json_schema::names::pascal(&form.folder().replace(['-', '/'], "_"));
    let described = names.types();
    quote! {
        #types
        #functions
        #[allow(clippy::pedantic, clippy::nursery, unused_qualifications)]
        const _: () = {
            use ::tianbao::support::*;
            #members
            #patterns
            #rules
            #conversions
        };
        ::tianbao::json_schema! { #schema, #family, Report #(, #described)* }
    }
}
