//! Names of Rust for the parts of a form: types as in the JSON Schema, fields, variants, constants.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use quote::format_ident;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, MemberId, PatternId};

use crate::json_schema::names::{self, pascal};

/// Types that the generated code names without a path.
const PRELUDE: [&str; 4] = ["Option", "Self", "String", "Vec"];

/// The names of one form.
pub(super) struct Names {
    types: Vec<Option<Ident>>,
    constants: Vec<Ident>,
    patterns: Vec<Ident>,
    /// The field of `Report` that holds the members every report has.
    pub(super) about: Ident,
}

impl Names {
    pub(super) fn of(form: &Form) -> Self {
        let shared = names::Names::of(form);
        let types = form.members.iter().map(|member| shared.get(member.id).map(type_name)).collect();
        let mut taken = HashSet::new();
        let constants = form
            .members
            .iter()
            .map(|member| names::free(member.path.replace('.', "_").to_ascii_uppercase(), &mut taken))
            .map(|name| format_ident!("{name}"))
            .collect();
        let patterns = form
            .patterns
            .iter()
            .map(|pattern| names::free(format!("{}_PATTERN", pattern.name.to_ascii_uppercase()), &mut taken))
            .map(|name| format_ident!("{name}"))
            .collect();
        let has_about = form.roots.iter().any(|root| form.member(*root).name == "about");
        let about = if has_about { "about_report" } else { "about" };
        Self { types, constants, patterns, about: format_ident!("{about}") }
    }

    /// The type of a group, or of the boxes of a choice. Members of other kinds have none.
    pub(super) fn type_of(&self, id: MemberId) -> Ident {
        let named = self.types.get(id.index()).and_then(Option::as_ref);
        named.cloned().unwrap_or_else(|| format_ident!("Report"))
    }

    /// Every type but `Report`, in the order of the form.
    pub(super) fn types(&self) -> impl Iterator<Item = &Ident> {
        self.types.iter().flatten()
    }

    /// The constant that holds a member's index.
    pub(super) fn constant(&self, id: MemberId) -> &Ident {
        &self.constants[id.index()]
    }

    /// The static that holds a pattern.
    pub(super) fn pattern(&self, id: PatternId) -> &Ident {
        &self.patterns[id.0]
    }
}

fn type_name(name: &str) -> Ident {
    let suffix = if PRELUDE.contains(&name) { "Part" } else { "" };
    format_ident!("{name}{suffix}")
}

/// A number that stands for a list of boxes, in their order: FNV-1a of their ids. A type with another list is another type.
#[must_use]
pub fn boxes(choices: &[Choice]) -> u64 {
    let bytes = choices.iter().flat_map(|choice| choice.id.bytes().chain([b'\n']));
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
}

/// A field's name; words that Rust keeps for itself are escaped.
#[must_use]
pub fn field(name: &str) -> Ident {
    if matches!(name, "crate" | "self" | "super" | "Self" | "_") {
        return format_ident!("{name}_");
    }
    // `gen` is kept since the edition of 2024, which the parser does not know.
    if name != "gen" && syn::parse_str::<Ident>(name).is_ok() {
        Ident::new(name, Span::call_site())
    } else {
        Ident::new_raw(name, Span::call_site())
    }
}

/// The variants of an enum of boxes.
pub(super) fn variants(choices: &[Choice]) -> Vec<Ident> {
    let mut taken: HashSet<String> = HashSet::from(["Self".to_owned()]);
    choices.iter().map(|choice| format_ident!("{}", names::free(pascal(&choice.id), &mut taken))).collect()
}
