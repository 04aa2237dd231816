//! Agreement (design section 6): for any JSON text both engines give the same verdict, the report schema accepts what
//! has no structural error and breaks no rule of its `allOf`, and the x-validations fail on the rules that the verdict says.
//!
//! `TIANBAO_AGREEMENT=100000` tries so many reports instead of 2,000.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use jsonschema::Validator;
use serde_json::{Map, Value};
use tianbao_core::{Judge as _, Severity, Verdict, decimal};
use tianbao_schema::expr::cel::{self, Inputs, Program};
use tianbao_schema::form::{Form, Kind};
use tianbao_schema::judge;
use tianbao_tests::engines::{self, Engines};
use tianbao_tests::json::Json;
use tianbao_tests::random::Random;
use tianbao_tests::{hostile, mutate, reports, shrink};

/// Reports in the normal run, over all forms.
const NORMAL: u64 = 2_000;
/// Of these, those of the shipped form.
const SHIPPED_SHARE: u64 = 4;

/// The codes of structural findings.
const CODES: [&str; 11] = [
    "syntax",
    "type",
    "required",
    "unknown",
    "duplicate",
    "limit",
    "pattern",
    "blank",
    "choice",
    "unique",
    "explanation",
];

/// A form with everything that judges its reports.
struct Subject {
    name: String,
    engines: Engines,
    schema: Validator,
    /// Rules that stand in the schema's `allOf`.
    in_schema: HashSet<String>,
    validations: Vec<Validation>,
}

/// One of the schema's x-validations, as it stands in the file.
struct Validation {
    rule: Program,
    applies: Program,
    message: Option<String>,
}

impl Validation {
    fn of(written: &Value) -> Self {
        let text = |key: &str| written[key].as_str().unwrap_or_default();
        let program = |text: &str| Program::new(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        Self {
            rule: program(text("rule")),
            applies: program(text("applies")),
            message: written["messageExpression"].as_str().map(str::to_owned),
        }
    }

    /// The same message, with the figures put in by CEL.
    fn says(&self, message: &str, inputs: &Inputs) -> Result<bool, String> {
        let Some(expression) = &self.message else { return Ok(true) };
        Program::new(&format!("({expression}) == {}", cel::literal(message)))?.run_on(inputs)
    }
}

impl Subject {
    fn new(name: &str, engines: Engines) -> Self {
        let form = engines.live.form_model();
        let schema = tianbao_codegen::json_schema::schema(form);
        let rules = schema["allOf"].as_array().into_iter().flatten();
        let in_schema =
            rules.filter_map(|rule| Some(rule["$comment"].as_str()?.strip_prefix("rule ")?.to_owned()));
        let validations = schema["x-validations"].as_array().into_iter().flatten();
        Self {
            name: name.to_owned(),
            in_schema: in_schema.collect(),
            schema: jsonschema::options().should_validate_formats(true).build(&schema).unwrap(),
            validations: validations.map(Validation::of).collect(),
            engines,
        }
    }

    fn form(&self) -> &Form {
        self.engines.live.form_model()
    }

    /// What is wrong with how a report is judged; none where all agree.
    fn problem(&self, report: &[u8], previous: Option<&[u8]>) -> Option<String> {
        let judged = catch_unwind(AssertUnwindSafe(|| self.disagreement(report, previous)));
        judged.unwrap_or_else(|_| Some("panicked".to_owned()))
    }

    fn disagreement(&self, report: &[u8], previous: Option<&[u8]>) -> Option<String> {
        let verdict = match self.engines.agree(report, previous) {
            Ok(verdict) => verdict,
            Err(difference) => return Some(difference),
        };
        let value = hostile::parsed(report)?;
        let twice = verdict.findings.iter().any(|finding| finding.code == "duplicate");
        if twice || verdict.findings.iter().any(|finding| finding.code == "syntax") {
            return None;
        }
        self.schema_disagrees(&value, &verdict).or_else(|| {
            let structural = self.structural(&verdict).next().is_some();
            let last_year = match previous {
                Some(previous) => Some(self.accepted(previous)?),
                None => None,
            };
            if structural { None } else { self.rules_disagree(&value, last_year.as_ref(), &verdict) }
        })
    }

    /// Structural errors: findings that no rule made.
    fn structural<'v>(&'v self, verdict: &'v Verdict) -> impl Iterator<Item = &'v tianbao_core::Finding> {
        let is_rule = |code: &str| self.form().rules.iter().any(|rule| rule.id == code);
        verdict.of(Severity::Error).filter(move |finding| !is_rule(&finding.code))
    }

    /// A report without any structural finding, for rules to be compared against it.
    fn accepted(&self, report: &[u8]) -> Option<Value> {
        let verdict = self.engines.live.judge(report, None);
        if self.structural(&verdict).next().is_some() { None } else { hostile::parsed(report) }
    }

    /// The schema accepts exactly what has no structural error and breaks no rule that it holds.
    fn schema_disagrees(&self, report: &Value, verdict: &Verdict) -> Option<String> {
        let (hidden, seen): (Vec<_>, Vec<_>) =
            self.structural(verdict).partition(|finding| self.is_hidden(report, &finding.path));
        if !hidden.is_empty() && seen.is_empty() {
            return None;
        }
        let broken = verdict.rules.failed.iter().any(|rule| self.in_schema.contains(&**rule));
        let expected = seen.is_empty() && !broken;
        let accepts = self.schema.is_valid(report);
        let said =
            self.schema.iter_errors(report).map(|error| format!("{}: {error}\n", error.instance_path()));
        (accepts != expected).then(|| {
            let said: String = said.collect();
            format!("the schema should accept: {expected}, does: {accepts}\n{said}{:?}", verdict.findings)
        })
    }

    /// Too many decimal places, within the limits: what a schema does not say.
    fn is_hidden(&self, report: &Value, pointer: &str) -> bool {
        let member = self.form().members.iter().find(|member| member.pointer == pointer);
        match member.and_then(|member| member.field()).map(|field| &field.kind) {
            Some(Kind::Number { places, min, max }) => {
                let number = report.pointer(pointer).and_then(Value::as_f64);
                let limits = decimal::unscale(*min, *places)..=decimal::unscale(*max, *places);
                number.is_some_and(|number| {
                    limits.contains(&number) && decimal::scale(number, *places).is_none()
                })
            }
            _ => false,
        }
    }

    /// The x-validations, as they stand, fail on the rules that the verdict says; so does the plain interpreter.
    fn rules_disagree(&self, report: &Value, previous: Option<&Value>, verdict: &Verdict) -> Option<String> {
        let nothing = Value::Object(Map::new());
        let previous = previous.unwrap_or(&nothing);
        let inputs = Inputs::new(report, previous);
        for (rule, validation) in self.form().rules.iter().zip(&self.validations) {
            let failed = verdict.rules.failed.iter().any(|id| *id == rule.id);
            let applies = !verdict.rules.not_applicable.iter().any(|kept| kept.rule == rule.id);
            let answers = (validation.rule.run_on(&inputs), validation.applies.run_on(&inputs));
            if answers != (Ok(!failed), Ok(applies)) {
                return Some(format!(
                    "{}: failed {failed}, applies {applies}; its CEL: {answers:?}",
                    rule.id
                ));
            }
            let finding = verdict.findings.iter().find(|finding| finding.code == rule.id);
            if let Some(finding) = finding
                && validation.says(&finding.message, &inputs) != Ok(true)
            {
                return Some(format!("{}: messageExpression does not give “{}”", rule.id, finding.message));
            }
            if applies && judge::holds(self.form(), rule, report, previous) == failed {
                return Some(format!("{}: failed is {failed}, the interpreter says otherwise", rule.id));
            }
        }
        None
    }

    /// Tries so many reports; gives the codes and outcomes that came up.
    fn try_reports(&self, seed: u64, count: u64) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        for number in 0..count {
            let mut random = Random::new(seed.wrapping_mul(1_000_003) + number);
            let previous = previous(self.form(), &mut random);
            let previous = previous.as_deref();
            let text = match random.below(10) {
                0..=2 => self.try_report(&reports::valid(self.form(), &mut random), previous, &mut random),
                3..=7 => self.try_report(&mutate::mutated(self.form(), &mut random), previous, &mut random),
                _ => {
                    let text = hostile::hostile(self.form(), &mut random);
                    if let Some(problem) = self.problem(&text, previous) {
                        self.fail(&text, previous, &problem);
                    }
                    text
                }
            };
            let verdict = self.engines.compiled.judge(&text, previous);
            seen.extend(verdict.findings.iter().map(|finding| finding.code.to_string()));
            seen.extend(verdict.rules.passed.iter().map(|rule| format!("passed {rule}")));
        }
        seen
    }

    fn try_report(&self, report: &Json, previous: Option<&[u8]>, random: &mut Random) -> Vec<u8> {
        let text = report.print().into_bytes();
        if self.problem(&text, previous).is_some() {
            self.fail_smallest(report, previous);
        }
        // However it is spelled, it is the same report.
        let respelled = report.respelled(random).into_bytes();
        if let Some(problem) = self.problem(&respelled, previous) {
            self.fail(&respelled, previous, &problem);
        }
        let [plain, other] = [&text, &respelled].map(|text| self.engines.compiled.judge(text, previous));
        let is_json = plain.findings.iter().all(|finding| finding.code != "syntax");
        if is_json && plain != other {
            self.fail(&respelled, previous, "judged otherwise than in plain spelling");
        }
        text
    }

    /// Shows the smallest report on which something is wrong, without last year's where that does not matter.
    fn fail_smallest(&self, report: &Json, previous: Option<&[u8]>) -> ! {
        let problem = |report: &Json, previous| self.problem(report.print().as_bytes(), previous);
        let previous = previous.filter(|_| problem(report, None).is_none());
        let report = shrink::smallest(report, &mut |candidate| problem(candidate, previous).is_some());
        let problem = problem(&report, previous).unwrap_or_default();
        self.fail(report.print().as_bytes(), previous, &problem)
    }

    fn fail(&self, report: &[u8], previous: Option<&[u8]>, problem: &str) -> ! {
        let mut message = format!("{}\nreport: {}\n", self.name, String::from_utf8_lossy(report));
        if let Some(previous) = previous {
            let _ = writeln!(message, "last year's: {}", String::from_utf8_lossy(previous));
        }
        panic!("{message}{problem}")
    }
}

/// Last year's report, in one of three cases.
fn previous(form: &Form, random: &mut Random) -> Option<Vec<u8>> {
    match random.below(9) {
        0 | 1 => Some(reports::valid(form, random).print().into_bytes()),
        2 => Some(mutate::mutated(form, random).print().into_bytes()),
        3 if random.once_in(3) => Some(hostile::hostile(form, random)),
        _ => None,
    }
}

fn wanted() -> u64 {
    std::env::var("TIANBAO_AGREEMENT").ok().and_then(|count| count.parse().ok()).unwrap_or(NORMAL)
}

#[test]
fn on_the_shipped_form() {
    let subject = Subject::new("gov-website-work 2019", engines::both_2019());
    let seen = subject.try_reports(0, wanted() / SHIPPED_SHARE);
    // The reports are of all sorts: every code came up, every rule held and failed.
    let mut expected: Vec<String> = CODES.map(str::to_owned).into();
    let rules = subject.form().rules.iter().map(|rule| &rule.id);
    expected.extend(rules.flat_map(|rule| [rule.clone(), format!("passed {rule}")]));
    let missing: Vec<_> = expected.iter().filter(|expected| !seen.contains(*expected)).collect();
    assert!(missing.is_empty(), "never came up: {missing:?}");
}

#[test]
fn on_random_specs() {
    let random = engines::random();
    let share = wanted() - wanted() / SHIPPED_SHARE;
    let count = random.len() as u64;
    for (seed, (name, engines)) in (1..).zip(random) {
        Subject::new(name, engines).try_reports(seed, share.div_ceil(count));
    }
}
