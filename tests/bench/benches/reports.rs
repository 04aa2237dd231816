//! Reading and judging one report, beside what others do with the same bytes.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use serde_json::Value;
use tianbao_bench::{REAL, TEN_ERRORS, plain};
use tianbao_forms::gov_website_work::edition_2019::Report;

const SCHEMA: &str = include_str!("../../../generated/gov-website-work/2019/report.schema.json");

#[jsonschema::validator(path = "../../generated/gov-website-work/2019/report.schema.json")]
struct CompileTime;

fn reports(criterion: &mut Criterion) {
    let text = std::str::from_utf8(REAL).expect("the fixture is UTF-8");
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let run_time = jsonschema::options().build(&schema).expect("the schema is sound");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("schema.json", schema).expect("a resource");
    let boon_schema = compiler.compile("schema.json", &mut schemas).expect("the schema is sound");
    let value = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).expect("JSON");
    let mut group = criterion.benchmark_group("report");

    group.bench_function("from_slice into plain owned types", |b| {
        b.iter(|| serde_json::from_slice::<plain::Report<String>>(black_box(REAL)).expect("sound"));
    });
    group.bench_function("from_str into plain owned types", |b| {
        b.iter(|| serde_json::from_str::<plain::Report<String>>(black_box(text)).expect("sound"));
    });
    group.bench_function("from_str into plain borrowed types", |b| {
        b.iter(|| serde_json::from_str::<plain::Report<&str>>(black_box(text)).expect("sound"));
    });
    group.bench_function("sonic-rs into plain owned types", |b| {
        b.iter(|| sonic_rs::from_slice::<plain::Report<String>>(black_box(REAL)).expect("sound"));
    });
    group.bench_function("from_slice into Value", |b| b.iter(|| value(black_box(REAL))));
    group.bench_function("Value + jsonschema at run time", |b| {
        b.iter(|| run_time.iter_errors(&value(black_box(REAL))).count());
    });
    group.bench_function("Value + jsonschema at compile time", |b| {
        b.iter(|| CompileTime::is_valid(&value(black_box(REAL))));
    });
    group.bench_function("Value + boon", |b| {
        b.iter(|| schemas.validate(&value(black_box(REAL)), boon_schema).is_ok());
    });
    group.bench_function("Report::judge", |b| b.iter(|| Report::judge(black_box(REAL))));
    group.bench_function("Report::judge, ten errors", |b| b.iter(|| Report::judge(black_box(TEN_ERRORS))));
    group.bench_function("Report::from_json", |b| b.iter(|| Report::from_json(black_box(REAL)).expect("sound")));
    let report = Report::from_json(REAL).expect("sound");
    group.bench_function("Report::validate", |b| b.iter(|| black_box(&report).validate()));
    group.finish();
}

criterion_group!(benches, reports);
criterion_main!(benches);
