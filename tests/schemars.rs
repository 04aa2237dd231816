//! `schemars::JsonSchema` of the generated types is the form's own schema, not one made up from the Rust types.

use schemars::JsonSchema;
use serde_json::{Value, json};
use tianbao_forms::gov_website_work::edition_2019::{InfoRelease, Report};

/// A second form with a `Report` of its own.
mod visits {
    tianbao::form!(spec = "examples/macro/forms/visit.yaml");
}

const SCHEMA: &str = include_str!("../generated/gov-website-work/2019/report.schema.json");
const REPORT: &str = include_str!("fixtures/dongkou-2019.json");

fn parse(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_report_has_the_committed_schema() {
    assert_eq!(schemars::schema_for!(Report).to_value(), parse(SCHEMA));
}

#[test]
fn a_group_has_its_definition() {
    let schema = schemars::schema_for!(InfoRelease).to_value();
    let wanted = &parse(SCHEMA)["$defs"]["InfoRelease"];
    assert_eq!(schema["properties"], wanted["properties"]);
    assert_eq!(schema["required"], wanted["required"]);
}

/// A message of somebody else's that carries a report.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Mail {
    sender: String,
    report: Report,
    news: Option<InfoRelease>,
    visits: Option<visits::Report>,
}

#[test]
fn a_report_within_another_type_is_judged_by_it() {
    let schema = schemars::schema_for!(Mail).to_value();
    let validator = jsonschema::draft202012::new(&schema).expect("every $ref leads somewhere");
    let report = parse(REPORT);
    let mut mail = json!({ "sender": "示例市", "report": report, "news": report["info_release"] });
    assert!(validator.is_valid(&mail));
    mail["news"]["total"] = json!("1");
    assert!(!validator.is_valid(&mail));
    mail["news"] = Value::Null;
    mail["visits"] = json!({ "visit": { "date": "2024-05-20", "visitors": 7, "children": 2 } });
    assert!(validator.is_valid(&mail));
    mail["visits"]["visit"]["visitors"] = json!("7");
    assert!(!validator.is_valid(&mail));
    mail["visits"] = Value::Null;
    mail["report"]["services"]["cases"]["totel"] = json!(1);
    assert!(!validator.is_valid(&mail));
}

mod edition_2020 {
    tianbao::form!(spec = "forms/gov-website-work-2020.yaml");
}

/// A type of one's own that is called like a definition of the form.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Services {
    mine: u8,
}

/// Groups of two editions in one type.
#[derive(JsonSchema)]
#[allow(dead_code)]
struct Both {
    mine: Services,
    then: tianbao_forms::gov_website_work::edition_2019::Services,
    now: edition_2020::Services,
}

#[test]
fn groups_of_two_editions_keep_their_own_definitions() {
    let schema = schemars::schema_for!(Both).to_value();
    let mut names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    names.sort();
    let wanted = [
        "GovWebsiteWork2019Services",
        "GovWebsiteWork2019ServicesCases",
        "GovWebsiteWork2020Services",
        "GovWebsiteWork2020ServicesCases",
        "GovWebsiteWork2020ServicesMessages",
        "GovWebsiteWork2020ServicesWindows",
        "Services",
    ];
    assert_eq!(names, wanted);
    assert!(schema["$defs"]["Services"]["properties"]["mine"].is_object());
    let validator = jsonschema::draft202012::new(&schema).expect("every $ref leads somewhere");
    let then = parse(REPORT)["services"].clone();
    let both = |now: &Value| json!({ "mine": { "mine": 1 }, "then": then, "now": now });
    assert!(!validator.is_valid(&both(&then)), "2020 asks for more");
    let errors: Vec<String> =
        validator.iter_errors(&both(&then)).map(|error| error.instance_path().to_string()).collect();
    assert!(errors.iter().all(|path| path.starts_with("/now")), "{errors:?}");
}
