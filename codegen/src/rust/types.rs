//! The types that a user of the form sees, and their way to and from a draft.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Content, Field, Kind, Member, MemberId, Part};

use super::names::{self, Names};

/// `Report`, a struct for each group and an enum for each choice, in the order of the form.
pub(super) fn all(form: &Form, names: &Names) -> TokenStream {
    let doc = doc(&[
        format!("{}（{} 版，修订 {}）", form.title, form.edition, form.revision),
        "Every member is described as the form and its 填写说明 have it.".to_owned(),
    ]);
    let about = &names.about;
    let fields = fields(form, names, &form.roots, Serde::ByHand);
    let others = form.members.iter().map(|member| match &member.content {
        Content::Group(members) => group(form, names, member, members),
        Content::Field(field) => choice_enum(names, member, field),
    });
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq)]
        pub struct Report {
            /// The members that every report has: `form`, `edition`, `explanations`, …
            pub #about: ::tianbao::About,
            #(#fields)*
        }
        #(#others)*
    }
}

/// Who writes a struct's members as JSON.
#[derive(Clone, Copy, PartialEq)]
enum Serde {
    Derived,
    ByHand,
}

fn group(form: &Form, names: &Names, member: &Member, members: &[MemberId]) -> TokenStream {
    let name = names.type_of(member.id);
    let doc = doc(&[heading(form, member), format!("`{}`", member.path)]);
    let fields = fields(form, names, members, Serde::Derived);
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, ::tianbao::support::serde::Serialize, ::tianbao::support::serde::Deserialize)]
        #[serde(crate = "::tianbao::support::serde", deny_unknown_fields)]
        pub struct #name { #(#fields)* }
    }
}

fn fields(form: &Form, names: &Names, members: &[MemberId], serde: Serde) -> Vec<TokenStream> {
    let one = |id: &MemberId| {
        let member = form.member(*id);
        let doc =
            doc(&[heading(form, member), instruction(&member.instruction), format!("`{}`", member.path)]);
        let attributes = if serde == Serde::Derived { serde_attributes(member) } else { TokenStream::new() };
        let (name, ty) = (names::field(&member.name), field_type(names, member));
        quote! { #doc #attributes pub #name: #ty, }
    };
    members.iter().map(one).collect()
}

fn serde_attributes(member: &Member) -> TokenStream {
    let name = &member.name;
    let field = names::field(name).to_string();
    let rename = (field.trim_start_matches("r#") != name).then(|| quote! { #[serde(rename = #name)] });
    let skip = member.optional.then(|| quote! { #[serde(default, skip_serializing_if = "Option::is_none")] });
    quote! { #rename #skip }
}

/// The type of a member in its struct.
pub(super) fn field_type(names: &Names, member: &Member) -> TokenStream {
    let ty = match &member.content {
        Content::Group(_) => {
            let name = names.type_of(member.id);
            quote! { #name }
        }
        Content::Field(field) => kind_type(names, member, &field.kind),
    };
    if member.optional {
        quote! { Option<#ty> }
    } else {
        ty
    }
}

fn kind_type(names: &Names, member: &Member, kind: &Kind) -> TokenStream {
    let name = names.type_of(member.id);
    match kind {
        Kind::Count { .. } => quote! { u64 },
        Kind::Number { places, .. } => {
            let places = Literal::u8_unsuffixed(*places);
            quote! { ::tianbao::Decimal<#places> }
        }
        Kind::Text { .. } | Kind::Url => quote! { String },
        Kind::Date => quote! { ::tianbao::Date },
        Kind::Year { .. } => quote! { u16 },
        Kind::Flag => quote! { bool },
        Kind::Choice(_) => quote! { #name },
        Kind::Choices(_) => quote! { Vec<#name> },
    }
}

fn choice_enum(names: &Names, member: &Member, field: &Field) -> TokenStream {
    let choices = field.kind.choices();
    if choices.is_empty() {
        return TokenStream::new();
    }
    let name = names.type_of(member.id);
    let doc = doc(&[format!("{}的选项", member.full_label), format!("`{}`", member.path)]);
    let variants = names::variants(choices).into_iter().zip(choices).map(|(variant, choice)| {
        let Choice { id, label, instruction: parts, .. } = choice;
        let doc = self::doc(&[label.clone(), instruction(parts)]);
        quote! { #doc #[serde(rename = #id)] #variant, }
    });
    quote! {
        #doc
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash,
            ::tianbao::support::serde::Serialize, ::tianbao::support::serde::Deserialize,
        )]
        #[serde(crate = "::tianbao::support::serde")]
        pub enum #name { #(#variants)* }
    }
}

/// 五.5（1） 总数（件，全年累计）
fn heading(form: &Form, member: &Member) -> String {
    let mut heading = member.clause.clone().map(|clause| clause + " ").unwrap_or_default();
    let section = form.section_of(member.id);
    heading.push_str(if section.member == Some(member.id) {
        section.label.as_deref().unwrap_or(&member.label)
    } else {
        &member.label
    });
    let field = member.field();
    let unit = field.and_then(|field| field.unit.clone());
    let period = field.and_then(|field| field.period).map(|period| period.label().to_owned());
    let remarks: Vec<String> = unit.into_iter().chain(period).collect();
    if !remarks.is_empty() {
        heading.push_str(&format!("（{}）", remarks.join("，")));
    }
    heading
}

fn instruction(parts: &[Part]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

/// A documentation comment of paragraphs; empty ones are left out.
fn doc(paragraphs: &[String]) -> TokenStream {
    let mut lines = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(paragraph.lines().map(|line| format!(" {}", markdown(line))));
    }
    quote! { #(#[doc = #lines])* }
}

/// Text of the form as Markdown that shows it: a code span stays one.
fn markdown(line: &str) -> String {
    if line.starts_with('`') {
        return line.to_owned();
    }
    let mut escaped = String::with_capacity(line.len());
    for character in line.chars() {
        if matches!(character, '[' | ']' | '<' | '>' | '*' | '_' | '`' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    // A bare web address would be a link, of which rustdoc complains.
    escaped.replace("://", "\\://")
}

/// The functions of a report (design section 7).
pub(super) fn functions(form: &Form) -> TokenStream {
    let judge = format!(" The compiled engine of {} {}.", form.id, form.edition);
    quote! {
        impl Report {
            #[doc = #judge]
            pub const JUDGE: ::tianbao::support::Engine =
                ::tianbao::support::Engine(<Self as ::tianbao::support::Report>::FORM);

            /// Reads a report; only a structural finding prevents it.
            ///
            /// # Errors
            /// The verdict with all findings.
            pub fn from_json(bytes: &[u8]) -> ::std::result::Result<Self, ::std::boxed::Box<::tianbao::Verdict>> {
                ::tianbao::support::Report::read(bytes)
            }

            /// The verdict on this report: limits, patterns and rules.
            #[must_use]
            pub fn validate(&self) -> ::tianbao::Verdict {
                ::tianbao::support::Report::verdict(self, None)
            }

            /// The verdict on this report, also against last year's.
            #[must_use]
            pub fn validate_against(&self, last_year: &Self) -> ::tianbao::Verdict {
                ::tianbao::support::Report::verdict(self, Some(last_year))
            }

            /// The verdict on JSON text: any bytes are judged, none panic.
            #[must_use]
            pub fn judge(bytes: &[u8]) -> ::tianbao::Verdict {
                <Self as ::tianbao::support::Report>::verdict_of_text(bytes, None)
            }

            /// The verdict on JSON text, also against last year's report.
            #[must_use]
            pub fn judge_against(bytes: &[u8], last_year: &Self) -> ::tianbao::Verdict {
                <Self as ::tianbao::support::Report>::verdict_of_text(bytes, Some(last_year))
            }
        }
    }
}

/// `fill` and `take`: from the types to a draft and back; and the JSON of a whole report.
pub(super) fn conversions(form: &Form, names: &Names) -> TokenStream {
    let about = &names.about;
    let (fill, take) = (fill(form, names, &form.roots), take(form, names, &form.roots));
    let groups = form.members.iter().filter(|member| member.is_group()).map(|member| {
        let name = names.type_of(member.id);
        let (fill, take) =
            (self::fill(form, names, member.children()), self::take(form, names, member.children()));
        quote! {
            impl self::#name {
                fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) { #(#fill)* }
                fn take(values: &Values<'_>) -> Option<Self> { Some(Self { #(#take)* }) }
            }
        }
    });
    let choices =
        form.fields().filter(|(_, field)| !field.kind.choices().is_empty()).map(|(member, field)| {
            let name = names.type_of(member.id);
            let boxes = Literal::u64_unsuffixed(names::boxes(field.kind.choices()));
            let variants = names::variants(field.kind.choices());
            quote! {
                impl Choice for self::#name {
                    const ALL: &'static [Self] = &[#(Self::#variants),*];
                }
                impl ChoiceOf<#boxes> for self::#name {}
            }
        });
    let (local, own): (Vec<&Member>, Vec<&Member>) =
        form.roots.iter().map(|id| form.member(*id)).partition(|member| form.is_open(member));
    let entries = own.into_iter().map(entry);
    let first = match local.first() {
        None => quote! { self.#about.serialize_entries(&mut map)?; },
        Some(local) => {
            let name = names::field(&local.name);
            let own = if local.optional {
                quote! { self.#name.as_ref() }
            } else {
                quote! { Some(&self.#name) }
            };
            quote! { self.#about.serialize_entries_beside(&mut map, #own)?; }
        }
    };
    quote! {
        impl Report for self::Report {
            const FORM: &'static Form = &FORM;
            fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>) {
                intake.about(&self.#about);
                #(#fill)*
            }
            fn take(#about: About, values: &Values<'_>) -> Option<Self> {
                Some(Self { #about, #(#take)* })
            }
        }
        #(#groups)*
        #(#choices)*
        impl serde::Serialize for self::Report {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> ::std::result::Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                #first
                #(#entries)*
                map.end()
            }
        }
        impl<'de> serde::Deserialize<'de> for self::Report {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> ::std::result::Result<Self, D::Error> {
                deserialize(deserializer)
            }
        }
    }
}

fn entry(member: &Member) -> TokenStream {
    let (name, field) = (&member.name, names::field(&member.name));
    if member.optional {
        quote! { if let Some(value) = &self.#field { map.serialize_entry(#name, value)?; } }
    } else {
        quote! { map.serialize_entry(#name, &self.#field)?; }
    }
}

/// The statements that hand a struct's members to an intake.
fn fill(form: &Form, names: &Names, members: &[MemberId]) -> Vec<TokenStream> {
    let one = |id: &MemberId| {
        let member = form.member(*id);
        let field = names::field(&member.name);
        if member.optional {
            let (value, place) = (quote! { *value }, quote! { value });
            let statement = fill_one(names, member, &place, &place, &value);
            quote! { if let Some(value) = &self.#field { #statement } }
        } else {
            let place = quote! { self.#field };
            fill_one(names, member, &place, &quote! { &#place }, &place)
        }
    };
    members.iter().map(one).collect()
}

/// `place` is where the value stands, `reference` points to it, `value` copies it.
fn fill_one(
    names: &Names,
    member: &Member,
    place: &TokenStream,
    reference: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let at = names.constant(member.id);
    let Content::Field(field) = &member.content else {
        return quote! { intake.begin(#at); #place.fill(intake); };
    };
    match field.kind {
        Kind::Count { .. } => quote! { intake.count(#at, #value); },
        Kind::Number { .. } => quote! { intake.decimal(#at, #value); },
        Kind::Text { .. } | Kind::Url => quote! { intake.text(#at, #reference); },
        Kind::Date => quote! { intake.day(#at, #value); },
        Kind::Year { .. } => quote! { intake.year(#at, #value); },
        Kind::Flag => quote! { intake.flag(#at, #value); },
        Kind::Choice(_) => quote! { intake.choice(#at, #value as u16); },
        Kind::Choices(_) => quote! { intake.choices(#at, #place.iter().map(|choice| *choice as u16)); },
    }
}

/// The fields of a struct literal, taken from a draft.
fn take(form: &Form, names: &Names, members: &[MemberId]) -> Vec<TokenStream> {
    let one = |id: &MemberId| {
        let member = form.member(*id);
        let (field, at) = (names::field(&member.name), names.constant(member.id));
        let Content::Field(content) = &member.content else {
            let name = names.type_of(member.id);
            return if member.optional {
                quote! { #field: if values.has(#at) { Some(self::#name::take(values)?) } else { None }, }
            } else {
                quote! { #field: self::#name::take(values)?, }
            };
        };
        let required = (!member.optional).then(|| quote! { ? });
        let method = match content.kind {
            Kind::Count { .. } => quote! { count },
            Kind::Number { .. } => quote! { decimal },
            Kind::Text { .. } | Kind::Url => quote! { text },
            Kind::Date => quote! { day },
            Kind::Year { .. } => quote! { year },
            Kind::Flag => quote! { flag },
            Kind::Choice(_) => quote! { choice },
            Kind::Choices(_) => quote! { choices },
        };
        quote! { #field: values.#method(#at) #required, }
    };
    members.iter().map(one).collect()
}
