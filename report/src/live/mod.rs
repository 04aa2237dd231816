//! The live engine: judges reports of any form at run time, nothing compiled (design sections 2 and 6).
//!
//! It does what a tool in another language does with the generated files: the JSON Schema finds what is wrong with the
//! structure, the rules run as CEL. Beside that it sees what a parsed value hides, and says it all in the words of
//! `tianbao_core`, which the compiled engine uses too: same verdict, to the byte.

mod locate;
mod rules;
mod schema;
mod structure;
mod text;
mod words;

use jsonschema::Validator;
use serde_json::{Map, Value};
use thiserror::Error;
use tianbao_core::order::Order;
use tianbao_core::{Finding, Judge, Severity, Verdict, explanations};
use tianbao_schema::Form;
use tianbao_schema::form::Reference;

use self::locate::Locator;
use self::rules::Rules;
use self::structure::Structure;
use self::text::Document;

/// A form that the live engine cannot judge: a flaw of ours, no slip of whoever wrote the spec.
#[derive(Debug, Error)]
pub enum LiveError {
    /// The generated JSON Schema is not accepted by its library.
    #[error("{form} {edition}：生成的 JSON Schema 不能用：{reason}")]
    Schema {
        /// The form.
        form: String,
        /// Its edition.
        edition: u32,
        /// What the library says.
        reason: String,
    },
    /// The generated CEL is not accepted by its library.
    #[error("{form} {edition}：生成的规则不能用：{reason}")]
    Rule {
        /// The form.
        form: String,
        /// Its edition.
        edition: u32,
        /// The rule, and what the library says.
        reason: String,
    },
}

/// The live engine of one form.
pub struct Live {
    form: Form,
    validator: Validator,
    rules: Rules,
    locator: Locator,
}

impl std::fmt::Debug for Live {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Live")
            .field("form", &self.form.id)
            .field("edition", &self.form.edition)
            .finish_non_exhaustive()
    }
}

/// A report that has been read, with the findings of its structure.
struct Examined {
    value: Value,
    structure: Structure,
}

impl Live {
    /// Makes the schema and the rules of a form ready to run.
    pub fn new(form: Form) -> Result<Self, LiveError> {
        let (id, edition) = (form.id.clone(), form.edition);
        let validator = schema::compile(&form).map_err(|reason| LiveError::Schema {
            form: id.clone(),
            edition,
            reason,
        })?;
        let rules = Rules::compile(&form).map_err(|reason| LiveError::Rule { form: id, edition, reason })?;
        let locator = Locator::new(&form);
        Ok(Self { form, validator, rules, locator })
    }

    /// The form that it judges by.
    #[must_use]
    pub fn form_model(&self) -> &Form {
        &self.form
    }

    fn examine(&self, text: &[u8]) -> Examined {
        match Document::read(text) {
            Ok(document) => {
                let structure = Structure::of(&self.form, &self.validator, &self.locator, &document);
                Examined { value: document.value, structure }
            }
            Err(finding) => {
                Examined { value: empty(), structure: Structure::unreadable(&self.form, *finding) }
            }
        }
    }

    fn verdict(&self, report: Examined, previous: Option<Examined>) -> Verdict {
        let Examined { value, structure } = report;
        let last_year = previous.as_ref().map_or_else(empty, |previous| previous.value.clone());
        let unusable = |reference: Reference| match (&previous, reference.previous) {
            (_, false) => structure.is_unusable(&self.form, reference.member),
            (Some(previous), true) => previous.structure.is_unusable(&self.form, reference.member),
            (None, true) => false,
        };
        let (failed, outcomes) = if structure.unreadable {
            (Vec::new(), rules::unjudged(&self.form, &last_year, &unusable))
        } else {
            self.rules.judge(&self.form, &value, &last_year, &unusable)
        };
        let mut reasons: Vec<(String, String)> = reasons(&value, &structure);
        // A stored report that explains a rule which was withdrawn since is as good as before.
        reasons.retain(|(rule, _)| self.form.withdrawal(rule).is_none());
        let mut findings = structure.findings;
        findings.extend(failed.into_iter().map(|finding| (self.order(&finding), finding)));
        let rules = self.form.rules.iter().map(|rule| (rule.id.as_str(), rule.severity));
        let reasons = reasons.iter().map(|(rule, text)| (rule.as_str(), text.as_str()));
        explanations::apply(reasons, rules, &outcomes, &mut findings);
        let findings = findings.sorted();
        Verdict {
            form: self.form.id.clone().into(),
            edition: self.form.edition,
            revision: self.form.revision,
            valid: findings.iter().all(|finding| finding.severity != Severity::Error),
            findings,
            rules: outcomes,
        }
    }

    fn order(&self, finding: &Finding) -> Order {
        let rule = self.form.rules.iter().position(|rule| rule.id == finding.code);
        let at = rule.map_or(0, |rule| self.form.rules[rule].at.index());
        Order::rule(at, rule.unwrap_or_default())
    }
}

impl Judge for Live {
    fn form(&self) -> &str {
        &self.form.id
    }

    fn edition(&self) -> u32 {
        self.form.edition
    }

    fn judge(&self, report: &[u8], previous: Option<&[u8]>) -> Verdict {
        self.verdict(self.examine(report), previous.map(|previous| self.examine(previous)))
    }
}

/// The reasons that a report gives in `explanations`, those without structural finding, in its own order.
fn reasons(report: &Value, structure: &Structure) -> Vec<(String, String)> {
    let given = report.get("explanations").and_then(Value::as_object).into_iter().flatten();
    given
        .filter(|(rule, _)| !structure.is_bad_explanation(rule))
        .filter_map(|(rule, text)| Some((rule.clone(), text.as_str()?.to_owned())))
        .collect()
}

fn empty() -> Value {
    Value::Object(Map::new())
}
