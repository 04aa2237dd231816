//! A form of one's own through a build step: `build.rs` makes Rust of `forms/calls.yaml`, readable in `OUT_DIR`.

include!(concat!(env!("OUT_DIR"), "/form.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judges() {
        assert!(Report::judge(br#"{"calls": {"received": 7, "answered": 5}}"#).valid);
        let verdict = Report::judge(br#"{"calls": {"received": 7, "answred": 5}}"#);
        let found: Vec<_> = verdict.findings.iter().map(|finding| (&*finding.code, &*finding.path)).collect();
        assert_eq!(found, [("required", "/calls/answered"), ("unknown", "/calls/answred")]);
    }
}
