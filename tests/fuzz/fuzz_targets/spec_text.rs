//! Any bytes as a spec: diagnostics with places inside the text, or a form; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tianbao_schema::diagnostic::Language;

fuzz_target!(|bytes: &[u8]| {
    let checked = tianbao_schema::check("fuzz.yaml", bytes);
    assert!(checked.form.is_some() || !checked.diagnostics.is_empty());
    for diagnostic in &checked.diagnostics {
        let span = diagnostic.span;
        assert!(span.start <= span.end && span.end <= checked.source.text.len());
    }
    let _ = tianbao_schema::render::human(&checked.diagnostics, &checked.source, Language::Chinese, false);
});
