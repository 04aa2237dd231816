//! Which form is meant: `spec = "forms/x.yaml"`, or `form = "…", edition = …`.

use std::path::Path;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Error, Ident, LitInt, LitStr, Token};
use tianbao_schema::diagnostic::{Diagnostic, Language, Level};
use tianbao_schema::{Checked, Form, render, shipped};

/// The spec that a macro names.
pub(crate) enum Spec {
    /// A file, relative to the user's Cargo.toml.
    File(LitStr),
    /// A shipped one.
    Shipped(LitStr, LitInt),
}

/// `name = value`
pub(crate) enum Arg {
    Spec(LitStr),
    Form(LitStr),
    Edition(LitInt),
    Path(LitStr),
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name: Ident = input.parse()?;
        input.parse::<Token![=]>()?;
        match name.to_string().as_str() {
            "spec" => input.parse().map(Self::Spec),
            "form" => input.parse().map(Self::Form),
            "edition" => input.parse().map(Self::Edition),
            "path" => input.parse().map(Self::Path),
            other => Err(Error::new(
                name.span(),
                format!("unknown argument `{other}`: expected `spec`, or `form` and `edition`"),
            )),
        }
    }
}

/// The arguments, parted into the spec and the path of a section.
pub(crate) fn parse(input: ParseStream<'_>) -> syn::Result<(Spec, Option<LitStr>)> {
    let (mut spec, mut form, mut edition, mut path) = (None, None, None, None);
    for arg in Punctuated::<Arg, Token![,]>::parse_terminated(input)? {
        match arg {
            Arg::Spec(text) => spec = Some(text),
            Arg::Form(text) => form = Some(text),
            Arg::Edition(number) => edition = Some(number),
            Arg::Path(text) => path = Some(text),
        }
    }
    match (spec, form, edition) {
        (Some(file), None, None) => Ok((Spec::File(file), path)),
        (None, Some(form), Some(edition)) => Ok((Spec::Shipped(form, edition), path)),
        _ => Err(Error::new(
            Span::call_site(),
            "give `spec = \"forms/….yaml\"`, or `form = \"…\", edition = …`",
        )),
    }
}

impl Spec {
    /// The checked form; else one error for each diagnostic.
    pub(crate) fn check(&self) -> Result<Form, Vec<Error>> {
        match self {
            Self::File(file) => {
                let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
                let bytes = std::fs::read(Path::new(&root).join(file.value()));
                let bytes = bytes.map_err(|error| {
                    vec![Error::new(
                        file.span(),
                        format!("{}：读不出来（{error}）；路径从 Cargo.toml 所在的文件夹算起", file.value()),
                    )]
                })?;
                let path = Path::new(&root).join(file.value());
                let folder = path.parent().unwrap_or(Path::new(""));
                check(&file.value(), &bytes, folder, file.span())
            }
            Self::Shipped(form, edition) => {
                let wanted = edition.base10_parse::<u32>().map_err(|error| vec![error])?;
                let spec = shipped().iter().find(|spec| spec.form == form.value() && spec.edition == wanted);
                let spec = spec.ok_or_else(|| vec![unknown(form, edition)])?;
                check(spec.path, spec.text.as_bytes(), Path::new(""), form.span())
            }
        }
    }

    /// The lines that make a changed spec rebuild, and a changed file that an addition extends.
    pub(crate) fn rebuild(&self, form: &Form) -> TokenStream {
        let Self::File(file) = self else { return TokenStream::new() };
        let spec = file.value();
        let base = form.addition.as_ref().and_then(|addition| addition.base_file.as_ref());
        let base = base.map(|base| match spec.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{base}"),
            None => base.clone(),
        });
        let paths = [Some(spec), base].into_iter().flatten().map(|path| format!("/{path}"));
        quote! { #(const _: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), #paths));)* }
    }
}

fn unknown(form: &LitStr, edition: &LitInt) -> Error {
    let editions: Vec<String> =
        shipped().iter().map(|spec| format!("{} {}", spec.form, spec.edition)).collect();
    let listed = editions.join("、");
    Error::new(form.span(), format!("没有随附的报表 {} {edition}；有：{listed}", form.value()))
}

fn check(name: &str, bytes: &[u8], folder: &Path, span: Span) -> Result<Form, Vec<Error>> {
    let Checked { source, diagnostics, form } = tianbao_schema::check_beside(name, bytes, folder);
    let language = match std::env::var("TIANBAO_LANG").as_deref() {
        Ok("en") => Language::English,
        _ => Language::Chinese,
    };
    let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|found| found.level == Level::Error).collect();
    match form {
        Some(form) if errors.is_empty() => Ok(form),
        _ => Err(errors
            .into_iter()
            .map(|error| Error::new(span, render::one(error, &source, language).trim_end()))
            .collect()),
    }
}
