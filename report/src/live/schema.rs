//! The generated JSON Schema, run: which places of a report fail, and by which keywords.

use std::collections::BTreeMap;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{PatternOptions, ValidationError, Validator};
use serde_json::Value;
use tianbao_core::pointer;
use tianbao_schema::Form;

/// Why a value fails; the keyword groups of the schema, as far as they lead to different codes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Failure {
    /// It is not there: `required`.
    Missing,
    /// `type`
    Type,
    /// `minimum`, `maximum`
    Range,
    /// `minLength`, `maxLength`, or `not` with the pattern of what no text may be.
    Text,
    /// `pattern`, `format`: the form's own.
    Pattern,
    /// `enum`
    Choice,
    /// `uniqueItems`
    Repeated,
}

/// All failures of a report.
#[derive(Debug, Default)]
pub(super) struct Failures {
    /// By JSON Pointer.
    pub(super) places: BTreeMap<String, Vec<Failure>>,
    /// Names that are not the form's, by the JSON Pointer of their object.
    pub(super) unknown: BTreeMap<String, Vec<String>>,
}

/// The schema, compiled. Its regular expressions run in linear time, whatever the report.
pub(super) fn compile(form: &Form) -> Result<Validator, String> {
    let schema = tianbao_codegen::json_schema::schema(form);
    jsonschema::options()
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .offline()
        .build(&schema)
        .map_err(|error| error.to_string())
}

/// What fails in a report, but for the rules in the root's `allOf`: those run as CEL.
pub(super) fn failures(validator: &Validator, report: &Value) -> Failures {
    let mut failures = Failures::default();
    for error in validator.iter_errors(report) {
        if !error.schema_path().as_str().starts_with("/allOf") {
            failures.add(&error);
        }
    }
    failures.places.values_mut().for_each(|found| found.sort());
    failures.unknown.values_mut().for_each(|names| names.sort());
    failures
}

impl Failures {
    fn add(&mut self, error: &ValidationError<'_>) {
        let place = error.instance_path().as_str();
        match error.kind() {
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                self.fails(&pointer::join(place, name), Failure::Missing);
            }
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                self.unknown.entry(place.to_owned()).or_default().extend(unexpected.iter().cloned());
            }
            ValidationErrorKind::AnyOf { context } => self.add_branch(place, context),
            kind => self.fails(place, failure(kind.keyword())),
        }
    }

    /// Of `anyOf` that lets a member be null too: what the branch says that knows the value's type.
    fn add_branch(&mut self, place: &str, branches: &[Vec<ValidationError<'static>>]) {
        let wrong_type = |error: &ValidationError<'_>| {
            error.instance_path().as_str() == place && failure(error.kind().keyword()) == Failure::Type
        };
        match branches.iter().find(|errors| !errors.iter().any(wrong_type)) {
            Some(errors) => errors.iter().for_each(|error| self.add(error)),
            None => self.fails(place, Failure::Type),
        }
    }

    fn fails(&mut self, place: &str, failure: Failure) {
        self.places.entry(place.to_owned()).or_default().push(failure);
    }
}

/// A keyword that the schema does not have is taken for a pattern: a value that fails is never let pass.
fn failure(keyword: &str) -> Failure {
    match keyword {
        "required" => Failure::Missing,
        "type" => Failure::Type,
        "minimum" | "maximum" => Failure::Range,
        "minLength" | "maxLength" | "not" => Failure::Text,
        "enum" | "const" => Failure::Choice,
        "uniqueItems" => Failure::Repeated,
        _ => Failure::Pattern,
    }
}
