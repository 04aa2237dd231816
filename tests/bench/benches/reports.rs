//! Reading and judging one report, beside what others do with the same bytes.

use std::hint::black_box;

use serde_json::Value;
use tianbao_bench::race::{race, runner};
use tianbao_bench::{REAL, TEN_ERRORS, plain};
use tianbao_forms::gov_website_work::edition_2019::Report;

const SCHEMA: &str = include_str!("../../../generated/gov-website-work/2019/report.schema.json");

#[jsonschema::validator(path = "../../generated/gov-website-work/2019/report.schema.json")]
struct CompileTime;

fn main() {
    let text = std::str::from_utf8(REAL).expect("the fixture is UTF-8");
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let run_time = jsonschema::options().build(&schema).expect("the schema is sound");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("schema.json", schema).expect("a resource");
    let boon = compiler.compile("schema.json", &mut schemas).expect("the schema is sound");
    let value = |bytes: &[u8]| serde_json::from_slice::<Value>(black_box(bytes)).expect("JSON");
    let sound = Report::from_json(REAL).expect("a sound report");

    // A peer that refuses the report would be measured at doing less.
    assert!(run_time.is_valid(&value(REAL)) && !run_time.is_valid(&value(TEN_ERRORS)));
    assert!(CompileTime::is_valid(&value(REAL)) && !CompileTime::is_valid(&value(TEN_ERRORS)));
    assert!(
        schemas.validate(&value(REAL), boon).is_ok() && schemas.validate(&value(TEN_ERRORS), boon).is_err()
    );
    assert!(Report::judge(REAL).valid);
    assert_eq!(Report::judge(TEN_ERRORS).of(tianbao::Severity::Error).count(), 10);

    let measured = race(
        vec![
            runner("`serde_json::from_slice` 读入手写类型，不校验", || {
                serde_json::from_slice::<plain::Report<String>>(black_box(REAL)).is_ok()
            }),
            runner("`serde_json::from_str` 读入同样的类型", || {
                serde_json::from_str::<plain::Report<String>>(black_box(text)).is_ok()
            }),
            runner("`serde_json::from_str` 读入借用的文字", || {
                serde_json::from_str::<plain::Report<&str>>(black_box(text)).is_ok()
            }),
            runner("`sonic_rs::from_slice` 读入同样的类型", || {
                sonic_rs::from_slice::<plain::Report<String>>(black_box(REAL)).is_ok()
            }),
            runner("`serde_json::Value`", || value(REAL)),
            runner("`Value`，`jsonschema` 编译期校验", || CompileTime::is_valid(&value(REAL))),
            runner("`Value`，`jsonschema` 运行期校验", || run_time.is_valid(&value(REAL))),
            runner("`Value`，`boon` 校验", || schemas.validate(&value(REAL), boon).is_ok()),
            runner("**`Report::judge`**", || Report::judge(black_box(REAL))),
            runner("**`Report::judge`，十处错误**", || Report::judge(black_box(TEN_ERRORS))),
            runner("`Report::from_json`", || Report::from_json(black_box(REAL)).is_ok()),
            runner("`Report::validate`", || black_box(&sound).validate()),
        ],
        1_000,
    );
    println!("| 一份报表（{} 字节） | 微秒 | 倍数 |\n|---|---:|---:|", REAL.len());
    for measured in measured {
        println!("| {} | {:.2} | {:.2} |", measured.name, measured.time * 1e6, measured.ratio);
    }
}
