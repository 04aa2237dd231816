//! The rules, run as their portable CEL: just what a tool in another language does with `x-validations`.

use serde_json::Value;
use tianbao_core::{Finding, NotApplicable, RuleOutcomes};
use tianbao_schema::expr::cel::{self, Inputs, Program};
use tianbao_schema::form::{Reference, Rule};
use tianbao_schema::{Form, judge};

/// The form's rules, compiled once.
pub(super) struct Rules(Vec<Program>);

impl Rules {
    pub(super) fn compile(form: &Form) -> Result<Self, String> {
        let compile = |rule: &Rule| {
            Program::new(&cel::rule(form, rule)).map_err(|error| format!("{}：{error}", rule.id))
        };
        form.rules.iter().map(compile).collect::<Result<_, _>>().map(Self)
    }

    /// Judges every rule that can be judged.
    pub(super) fn judge(
        &self,
        form: &Form,
        report: &Value,
        previous: &Value,
        unusable: &dyn Fn(Reference) -> bool,
    ) -> (Vec<Finding>, RuleOutcomes) {
        let inputs = Inputs::new(report, previous);
        let holds = |rule: &Rule| {
            let at = form.rules.iter().position(|other| other.id == rule.id);
            let answer = at.and_then(|at| self.0.get(at)?.run_on(&inputs).ok());
            // An evaluator that gives up (it never should: tests hold it to that) must not let a report pass.
            answer.unwrap_or_else(|| judge::holds(form, rule, report, previous))
        };
        judge::rules(form, report, previous, unusable, holds)
    }
}

/// The outcomes where the report cannot be read at all: no rule is judged, also none that looks at last year's only.
pub(super) fn unjudged(form: &Form, previous: &Value, unusable: &dyn Fn(Reference) -> bool) -> RuleOutcomes {
    let kept = |rule: &Rule| {
        let ready = judge::readiness(form, rule, &Value::Null, previous, unusable);
        ready.err().unwrap_or_else(|| NotApplicable {
            rule: rule.id.clone().into(),
            absent: Vec::new(),
            unusable: Vec::new(),
        })
    };
    RuleOutcomes { not_applicable: form.rules.iter().map(kept).collect(), ..RuleOutcomes::default() }
}
