//! The macros of tianbao. The Rust backend of `tianbao-codegen` does the work; here is only what reads arguments and files.

mod args;
mod form;
mod section;

use proc_macro::TokenStream;

/// Types and validators of a form, in the current module (design section 7).
///
/// `form!(spec = "forms/my-form/2024.yaml")`: a spec of your own, relative to your Cargo.toml;
/// `form!(form = "gov-website-work", edition = 2019)`: a shipped one. An example stands at the head of the crate `tianbao`.
///
/// Every error of the spec is an error of the compiler, with the YAML file, line and column. Changing the file rebuilds.
#[proc_macro]
pub fn form(input: TokenStream) -> TokenStream {
    form::expand(input.into()).into()
}

/// Checks a struct of one's own against a group of a form, and gives it `validate()`.
#[proc_macro_derive(Section, attributes(section))]
pub fn section(input: TokenStream) -> TokenStream {
    section::expand(&syn::parse_macro_input!(input as syn::DeriveInput)).into()
}
