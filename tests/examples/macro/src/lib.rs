//! A form of one's own through the macro: `forms/visit.yaml` becomes types and validators, in this module.

tianbao::form!(spec = "forms/visit.yaml");

/// How many of the visitors were grown up, if the report can be used.
///
/// # Errors
/// The verdict, with everything found.
pub fn adults(report: &[u8]) -> Result<u64, Box<tianbao::Verdict>> {
    let report = Report::from_json(report)?;
    let verdict = report.validate();
    if !verdict.valid {
        return Err(Box::new(verdict));
    }
    Ok(report.visit.visitors - report.visit.children)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_adults() {
        let report = br#"{"visit": {"date": "2024-05-20", "visitors": 7, "children": 2}}"#;
        assert_eq!(adults(report), Ok(5));
    }

    #[test]
    fn says_what_is_wrong() {
        let report = br#"{"visit": {"date": "2024-05-20", "visitors": 2, "children": 7}}"#;
        let verdict = adults(report).unwrap_err();
        assert_eq!(verdict.findings[0].code, "visit.children.within");
        assert_eq!(verdict.findings[0].message, "其中儿童不应大于来访人数：其中儿童 7，来访人数 2");
        let broken = br#"{"visit": {"date": "2024-02-30", "visitors": "2"}}"#;
        let codes: Vec<_> =
            adults(broken).unwrap_err().findings.into_iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["pattern", "type", "required"]);
    }

    #[test]
    fn a_typed_report_comes_back_the_same() {
        let visit = Visit { date: tianbao::Date::parse("2024-05-20").unwrap(), visitors: 7, children: 2 };
        let report = Report { about: tianbao::About::default(), visit };
        let verdict = report.validate();
        assert!(verdict.valid && verdict.rules.passed == ["visit.children.within"]);
    }
}
