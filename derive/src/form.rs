//! `form!`: the tokens of the Rust backend, or one error of the compiler for each error of the spec.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Error;
use syn::parse::Parser;

use crate::args;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let spec = match args::parse.parse2(input) {
        Ok((spec, None)) => spec,
        Ok((_, Some(path))) => {
            return failed(&[Error::new(path.span(), "`path` belongs to `#[section(…)]`")]);
        }
        Err(error) => return failed(&[error]),
    };
    let rebuild = spec.rebuild();
    match spec.check() {
        Ok(form) => {
            let tokens = tianbao_codegen::rust::tokens(&form);
            quote! { #rebuild #tokens }
        }
        Err(errors) => {
            let failed = failed(&errors);
            quote! { #rebuild #failed }
        }
    }
}

/// The errors, and an empty `Report` with its functions, so that nothing else is reported.
fn failed(errors: &[Error]) -> TokenStream {
    let errors = errors.iter().map(Error::to_compile_error);
    quote! {
        #(#errors)*
        /// There is none: the spec has errors.
        #[derive(Clone, Debug, PartialEq)]
        pub struct Report {}
        impl Report {
            pub fn from_json(_: &[u8]) -> ::std::result::Result<Self, Box<::tianbao::Verdict>> { loop {} }
            pub fn validate(&self) -> ::tianbao::Verdict { loop {} }
            pub fn validate_against(&self, _: &Self) -> ::tianbao::Verdict { loop {} }
            pub fn judge(_: &[u8]) -> ::tianbao::Verdict { loop {} }
            pub fn judge_against(_: &[u8], _: &Self) -> ::tianbao::Verdict { loop {} }
        }
    }
}
