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
    match spec.check() {
        Ok(form) => {
            let (rebuild, tokens) = (spec.rebuild(&form), tianbao_codegen::rust::tokens(&form));
            quote! { #rebuild #tokens }
        }
        // What failed is built again in any case, and a file that is not there must not be reported twice.
        Err(errors) => failed(&errors),
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

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;
    use quote::{ToTokens as _, quote};

    /// A generated file that is committed, with its header.
    const COMMITTED: &str = include_str!("../../generated/gov-website-work/2019/form.rs");

    fn expand(arguments: TokenStream) -> syn::File {
        syn::parse2(super::expand(arguments)).expect("the macro gives items")
    }

    #[test]
    fn the_committed_file_is_what_the_macro_gives() {
        let (_, committed) = COMMITTED.split_once("\n\n").expect("a header");
        let shipped = prettyplease::unparse(&expand(quote! { form = "gov-website-work", edition = 2019 }));
        assert!(shipped == committed, "`form = …` gives other tokens than the committed form.rs");

        let mut own = expand(quote! { spec = "../schema/forms/gov-website-work/2019.yaml" });
        let rebuild = own.items.remove(0).into_token_stream().to_string();
        let wanted = quote! {
            const _: &[u8] = include_bytes!(
                concat!(env!("CARGO_MANIFEST_DIR"), "/../schema/forms/gov-website-work/2019.yaml")
            );
        };
        assert_eq!(rebuild, wanted.to_string());
        assert!(prettyplease::unparse(&own) == committed, "`spec = …` gives more than one line more");
    }

    #[test]
    fn an_addition_is_built_again_with_what_it_extends() {
        let mut shipped = expand(quote! { spec = "../tests/forms/shili-2019.yaml" });
        assert!(shipped.items.remove(0).into_token_stream().to_string().contains("shili-2019.yaml"));
        assert!(prettyplease::unparse(&shipped).contains("pub local: Local"));
        let beside = expand(quote! { spec = "../tests/forms/city-2020.yaml" });
        let text = prettyplease::unparse(&beside);
        assert!(text.contains("/../tests/forms/city-2020.yaml"));
        assert!(text.contains("/../tests/forms/gov-website-work-2020.yaml"), "{}", &text[..500]);
    }
}
