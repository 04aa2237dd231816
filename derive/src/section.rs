//! `#[derive(Section)]`: a struct of one's own, checked against a group of a form, and its `validate()`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Error, Fields, GenericArgument, PathArguments, Type};
use tianbao_codegen::rust::{self, names};
use tianbao_core::nearest::nearest;
use tianbao_schema::Form;
use tianbao_schema::form::{Content, Kind, Member, MemberId};

use crate::args;

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    match section(input) {
        Ok(tokens) => tokens,
        Err(errors) => errors.iter().map(Error::to_compile_error).collect(),
    }
}

fn section(input: &DeriveInput) -> Result<TokenStream, Vec<Error>> {
    let name = &input.ident;
    let attribute = input.attrs.iter().find(|attribute| attribute.path().is_ident("section"));
    let attribute = attribute.ok_or_else(|| {
        vec![Error::new(name.span(), "say which: `#[section(form = \"…\", edition = …, path = \"…\")]`")]
    })?;
    let (spec, path) = attribute.parse_args_with(args::parse).map_err(|error| vec![error])?;
    let path = path.ok_or_else(|| vec![Error::new(attribute.span(), "`path = \"…\"` is missing")])?;
    let form = spec.check()?;
    let wanted = path.value();
    let groups = form.members.iter().filter(|member| member.is_group());
    let group = groups.clone().find(|group| group.path == wanted).ok_or_else(|| {
        let said = renamed(&form, &wanted).map_or_else(
            || {
                let near = nearest(&wanted, groups.map(|group| group.path.as_str()));
                let near = near.map_or(String::new(), |near| format!("，是不是 {near}？"));
                format!("表中没有 {wanted} 这一组{near}")
            },
            |now| moved(&form, &wanted, now),
        );
        vec![Error::new(path.span(), said)]
    })?;
    let fields = match_fields(input, &form, group)?;
    let statements = fields.iter().map(|(field, member)| fill(&form, field, member));
    let (index, rebuild, tables) = (group.id.index(), spec.rebuild(&form), rust::section(&form, group.id));
    let (generics, types, bounds) = input.generics.split_for_impl();
    Ok(quote! {
        #rebuild
        const _: () = {
            use ::tianbao::support::*;
            #tables
            impl #generics Section for self::#name #types #bounds {
                const PATH: &'static str = #wanted;
                fn fill<'intake>(&'intake self, intake: &mut Intake<'intake, '_>) { #(#statements)* }
            }
            impl #generics self::#name #types #bounds {
                /// The verdict on this section: limits, patterns, and the rules that lie wholly within it.
                #[must_use]
                pub fn validate(&self) -> ::tianbao::Verdict {
                    validate_section(&FORM, #index, self)
                }
            }
        };
    })
}

/// Each field with its member; else all that does not fit.
fn match_fields<'s, 'f>(
    input: &'s DeriveInput,
    form: &'f Form,
    group: &'f Member,
) -> Result<Vec<(&'s syn::Field, &'f Member)>, Vec<Error>> {
    let Data::Struct(data) = &input.data else {
        return Err(vec![Error::new(input.ident.span(), "only a struct holds a section")]);
    };
    let Fields::Named(named) = &data.fields else {
        return Err(vec![Error::new(input.ident.span(), "the fields of a section have names")]);
    };
    let members: Vec<&Member> = group.children().iter().map(|id| form.member(*id)).collect();
    let (mut fields, mut errors, mut told) = (Vec::new(), Vec::new(), Vec::new());
    let before = form.former_path(group.id);
    for field in &named.named {
        let Some(ident) = &field.ident else { continue };
        let name = ident.unraw().to_string();
        match members.iter().find(|member| names::field(&member.name).unraw() == name) {
            Some(member) => fields.push((field, *member)),
            None if let Some(now) = renamed(form, &format!("{before}.{name}")) => {
                errors.push(Error::new(ident.span(), moved(form, &name, now)));
                told.push(now.id);
            }
            None => {
                let near = nearest(&name, members.iter().map(|member| member.name.as_str()));
                let near = members.iter().find(|member| Some(member.name.as_str()) == near);
                told.extend(near.map(|near| near.id));
                let near =
                    near.map_or(String::new(), |near| format!("，是不是 {}（{}）？", near.name, near.label));
                errors.push(Error::new(ident.span(), format!("{} 里没有 {name} 这一项{near}", group.path)));
            }
        }
    }
    let given = |member: &Member| fields.iter().any(|(_, known)| known.id == member.id);
    let missing =
        members.iter().filter(|member| !member.optional && !given(member) && !told.contains(&member.id));
    for member in missing {
        let text = format!("缺必填的 {}（{}）", member.name, member.full_label);
        errors.push(Error::new(input.ident.span(), text));
    }
    if errors.is_empty() { Ok(fields) } else { Err(errors) }
}

/// The member that stood here in the edition before, and stands elsewhere now.
fn renamed<'f>(form: &'f Form, before: &str) -> Option<&'f Member> {
    form.members.iter().find(|member| member.path != before && form.former_path(member.id) == before)
}

/// What became of a name of the edition before.
fn moved(form: &Form, before: &str, now: &Member) -> String {
    let (edition, path, label) = (form.edition, &now.path, &now.label);
    format!("{before} 在 {edition} 版改成了 {path}（{label}），规格里写明 was: {}", form.former_path(now.id))
}

/// The statement that hands one field over; its type is asked for by a trait that explains itself.
fn fill(form: &Form, field: &syn::Field, member: &Member) -> TokenStream {
    let (ident, index) = (&field.ident, member.id.index());
    let inner = inner_of_option(&field.ty).filter(|_| member.optional);
    let ty = inner.unwrap_or(&field.ty);
    let give = match &member.content {
        Content::Group(_) => group(form, ty, member.id),
        Content::Field(field) => {
            let asked = asked(&field.kind);
            quote_spanned! { ty.span() => <#ty as #asked>::give(value, intake, #index); }
        }
    };
    if inner.is_some() {
        quote! { if let Some(value) = &self.#ident { #give } }
    } else {
        quote! { { let value = &self.#ident; #give } }
    }
}

fn group(form: &Form, ty: &Type, id: MemberId) -> TokenStream {
    let (path, index) = (&form.member(id).path, id.index());
    let message = format!("this type holds another section than {path}");
    quote_spanned! { ty.span() =>
        const { assert!(is_path(<#ty as Section>::PATH, #path), #message) };
        intake.begin(#index);
        <#ty as Section>::fill(value, intake);
    }
}

fn asked(kind: &Kind) -> TokenStream {
    match kind {
        Kind::Count { .. } => quote! { CountField },
        Kind::Number { places, .. } => quote! { NumberField<#places> },
        Kind::Text { .. } | Kind::Url => quote! { TextField },
        Kind::Date => quote! { DateField },
        Kind::Year { .. } => quote! { YearField },
        Kind::Flag => quote! { FlagField },
        Kind::Choice(choices) => {
            let boxes = names::boxes(choices);
            quote! { ChoiceField<#boxes> }
        }
        Kind::Choices(choices) => {
            let boxes = names::boxes(choices);
            quote! { ChoicesField<#boxes> }
        }
    }
}

/// `T` of `Option<T>`.
fn inner_of_option(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}
