//! `form.rs`: typed structs and enums of a form, and the tables and rules by which `tianbao` reads and judges its reports.
//!
//! The types come first, as a person reads them; the machinery follows in one unnamed block. Everything is named through
//! `::tianbao::…`, so that the text compiles wherever it stands: the macro gives the same tokens.

mod expr;
pub(crate) mod names;
mod patterns;
mod rules;
mod tables;
mod types;

use proc_macro2::TokenStream;
use quote::quote;
use tianbao_schema::Form;

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

/// The same as tokens, for the macro.
#[must_use]
pub fn tokens(form: &Form) -> TokenStream {
    let names = Names::of(form);
    let types = types::all(form, &names);
    let functions = types::functions(form);
    let members = tables::members(form, &names);
    let patterns = patterns::all(form, &names);
    let rules = rules::all(form, &names);
    let conversions = types::conversions(form, &names);
    let schema = json_schema::schema(form).to_string();
    let described = names.types();
    quote! {
        #types
        #functions
        const _: () = {
            use ::tianbao::support::*;
            #members
            #patterns
            #rules
            #conversions
        };
        ::tianbao::json_schema! { #schema, Report #(, #described)* }
    }
}
