//! Both engines of a form, side by side.

use tianbao_core::{Judge, Verdict};
use tianbao_report::Live;
use tianbao_schema::Form;
use tianbao_schema::shipped;

/// The compiled and the live engine of one form.
pub struct Engines {
    /// Native Rust.
    pub compiled: Box<dyn Judge>,
    /// JSON Schema and CEL.
    pub live: Live,
}

impl Engines {
    /// Both engines; the compiled one is made when the tests are built.
    ///
    /// # Panics
    /// Where the live engine cannot judge the form: then it is a flaw of ours.
    #[must_use]
    pub fn new(form: Form, compiled: Box<dyn Judge>) -> Self {
        let live = Live::new(form).unwrap_or_else(|error| panic!("{error}"));
        Self { compiled, live }
    }

    /// The verdict that both give.
    ///
    /// # Errors
    /// Both verdicts, from the first line in which they differ.
    pub fn agree(&self, report: &[u8], previous: Option<&[u8]>) -> Result<Verdict, String> {
        let compiled = self.compiled.judge(report, previous);
        let live = self.live.judge(report, previous);
        let (native, run) = (printed(&compiled), printed(&live));
        if native == run {
            return Ok(compiled);
        }
        let same = native.lines().zip(run.lines()).take_while(|(left, right)| left == right).count();
        let around = |text: &str| {
            text.lines()
                .skip(same.saturating_sub(8))
                .take(24)
                .map(|line| format!("  {line}\n"))
                .collect::<String>()
        };
        Err(format!("compiled:\n{}live:\n{}", around(&native), around(&run)))
    }
}

fn printed(verdict: &Verdict) -> String {
    serde_json::to_string_pretty(verdict).unwrap_or_else(|error| error.to_string())
}

/// The checked model of a spec.
///
/// # Panics
/// Where the spec has errors.
#[must_use]
pub fn form(name: &str, text: &str) -> Form {
    let checked = tianbao_schema::check(name, text.as_bytes());
    checked.form.unwrap_or_else(|| panic!("{name}: {:?}", checked.diagnostics))
}

/// The shipped form of 2019.
///
/// # Panics
/// Where it is not shipped, or has errors.
#[must_use]
pub fn form_2019() -> Form {
    let shipped = shipped().iter().find(|spec| spec.form == "gov-website-work" && spec.edition == 2019);
    let spec = shipped.expect("the 2019 form is shipped");
    form(spec.path, spec.text)
}

/// Both engines of the shipped form of 2019.
#[must_use]
pub fn both_2019() -> Engines {
    Engines::new(form_2019(), compiled_2019())
}

/// Both engines of the shipped form of 2019, by name.
#[must_use]
pub fn shipped_2019() -> Vec<(&'static str, Box<dyn Judge>)> {
    let live = both_2019().live;
    vec![("compiled", compiled_2019()), ("live", Box::new(live))]
}

/// The compiled engine of the shipped form of 2019.
#[must_use]
pub fn compiled_2019() -> Box<dyn Judge> {
    use tianbao_core::compiled::{Engine, Report};
    Box::new(Engine(<tianbao_forms::gov_website_work::edition_2019::Report as Report>::FORM))
}

/// Both engines of the random specs, and of the shipped form with a made-up addition, by name.
#[must_use]
pub fn random() -> Vec<(&'static str, Engines)> {
    crate::compiled::RANDOM
        .iter()
        .map(|(name, spec, engine)| (*name, Engines::new(form(name, spec), Box::new(*engine))))
        .collect()
}
