//! CEL text run by the `cel` crate, as a downstream tool in another language would run it.

use std::collections::HashMap;
use std::sync::Arc;

use ::cel::common::ast::Expr;
use ::cel::extractors::This;
use ::cel::{Context, Env, ExecutionError, IdedExpr, Value as Cel};
use serde_json::Value;

use crate::expr::{is_match, on_large_stack};

/// Deepest expression that is run on whatever stack we are on: unoptimised, the library takes tens of KiB for a level.
const SHALLOW: usize = 16;

/// A parsed CEL text.
pub struct Program {
    program: ::cel::Program,
    deep: bool,
}

impl Program {
    /// Parses a CEL text.
    ///
    /// # Errors
    /// Where it is no CEL.
    pub fn new(text: &str) -> Result<Self, String> {
        on_large_stack(|| {
            let program = ::cel::Program::compile(text).map_err(|errors| errors.to_string())?;
            let deep = depth(program.expression()) > SHALLOW;
            Ok(Self { program, deep })
        })
    }

    /// Runs it on a report and last year's, null members left out of both.
    ///
    /// # Errors
    /// Where it is not a truth value, or cannot be run on these.
    pub fn run(&self, report: &Value, previous: &Value) -> Result<bool, String> {
        self.run_on(&Inputs::new(report, previous))
    }

    /// Runs it on reports that many programs are run on.
    ///
    /// # Errors
    /// Where it is not a truth value, or cannot be run on these.
    pub fn run_on(&self, inputs: &Inputs) -> Result<bool, String> {
        if self.deep { on_large_stack(|| self.execute(inputs)) } else { self.execute(inputs) }
    }

    fn execute(&self, inputs: &Inputs) -> Result<bool, String> {
        match self.program.execute(&inputs.context) {
            Ok(Cel::Bool(value)) => Ok(value),
            Ok(other) => Err(format!("not a truth value: {other:?}")),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// A report and last year's as CEL sees them; made once for all rules.
pub struct Inputs {
    context: Context<'static, 'static>,
}

impl Inputs {
    /// Null members are left out; whole numbers are `int` (the crate itself would make them `uint`).
    #[must_use]
    pub fn new(report: &Value, previous: &Value) -> Self {
        let mut context = Context::with_env(Arc::new(Env::stdlib()));
        context.add_variable_from_value("self", convert(report));
        let last =
            if previous.is_null() { Cel::from(HashMap::<String, Cel>::new()) } else { convert(previous) };
        context.add_variable_from_value("previous", last);
        // Refused only where the crate has such a function: then that one is used.
        let _ = context.add_function("matches", matches);
        Self { context }
    }
}

/// Levels of an expression; macros count as what they are written with.
fn depth(of: &IdedExpr) -> usize {
    let below = match &of.expr {
        Expr::Call(call) => {
            call.target.iter().map(|target| depth(target)).chain(call.args.iter().map(depth)).max()
        }
        Expr::Select(select) => Some(depth(&select.operand)),
        Expr::List(list) => list.elements.iter().map(depth).max(),
        Expr::Comprehension(_) | Expr::Map(_) | Expr::Struct(_) => Some(SHALLOW),
        Expr::Ident(_) | Expr::Literal(_) | Expr::Unspecified => None,
    };
    1 + below.unwrap_or(0)
}

fn matches(This(text): This<Arc<String>>, pattern: Arc<String>) -> Result<bool, ExecutionError> {
    is_match(&pattern, &text)
        .ok_or_else(|| ExecutionError::function_error("matches", "not a pattern of the portable subset"))
}

fn convert(value: &Value) -> Cel {
    match value {
        Value::Null => Cel::Null,
        Value::Bool(value) => Cel::Bool(*value),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Cel::Int(whole),
            None => Cel::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Cel::String(Arc::new(text.clone())),
        Value::Array(items) => Cel::List(Arc::new(items.iter().map(convert).collect())),
        Value::Object(members) => {
            let members = members.iter().filter(|(_, member)| !member.is_null());
            let members: HashMap<String, Cel> =
                members.map(|(name, member)| (name.clone(), convert(member))).collect();
            Cel::from(members)
        }
    }
}
