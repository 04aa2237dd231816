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
