//! Checking specs and generating everything from one.

use std::hint::black_box;

use tianbao_bench::made_up_spec;
use tianbao_bench::race::{race, runner};
use tianbao_schema::{Checked, check, shipped};

fn main() {
    let shipped = shipped()[0];
    let form = check(shipped.path, shipped.text.as_bytes()).form.expect("a sound spec");
    let (half, whole) = (made_up_spec(5_000), made_up_spec(10_000));
    let judge = |spec: &str| -> Checked { check("made-up.yaml", black_box(spec.as_bytes())) };
    assert!(judge(&whole).form.is_some());

    let measured = race(
        vec![
            runner("`check`，2019 版", || check(shipped.path, black_box(shipped.text.as_bytes()))),
            runner("`generate`，2019 版的全部文件", || tianbao_codegen::generate(&[black_box(&form)])),
            runner("`check`，5,000 个字段、2,500 条规则", || judge(&half)),
            runner("`check`，10,000 个字段、5,000 条规则", || judge(&whole)),
        ],
        10,
    );
    println!("| 一份定义 | 毫秒 |\n|---|---:|");
    for measured in measured {
        println!("| {} | {:.1} |", measured.name, measured.time * 1e3);
    }
}
