//! The macros of tianbao. The Rust backend of `tianbao-codegen` does the work; here is only what reads arguments and files.

mod args;
mod form;

use proc_macro::TokenStream;

/// Types and validators of a form, in the current module (design section 7).
///
/// ```ignore
/// tianbao::form!(spec = "forms/my-form/2024.yaml"); // a spec of your own, relative to your Cargo.toml
/// tianbao::form!(form = "gov-website-work", edition = 2019); // a shipped one
/// ```
///
/// Every error of the spec is an error of the compiler, with the YAML file, line and column. Changing the file rebuilds.
#[proc_macro]
pub fn form(input: TokenStream) -> TokenStream {
    form::expand(input.into()).into()
}
