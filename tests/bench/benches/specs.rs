//! Checking specs and generating everything from one.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use tianbao_bench::made_up_spec;

fn specs(criterion: &mut Criterion) {
    let shipped = tianbao_schema::shipped()[0];
    let form = tianbao_schema::check(shipped.path, shipped.text.as_bytes()).form.expect("sound");
    let mut group = criterion.benchmark_group("spec");
    group.sample_size(10);
    group.bench_function("check 2019", |b| {
        b.iter(|| tianbao_schema::check(shipped.path, black_box(shipped.text.as_bytes())));
    });
    group.bench_function("generate 2019", |b| b.iter(|| tianbao_codegen::generate(&[black_box(&form)])));
    for fields in [5_000, 10_000] {
        let spec = made_up_spec(fields);
        assert!(tianbao_schema::check("made-up.yaml", spec.as_bytes()).form.is_some());
        group.bench_function(format!("check {fields} fields"), |b| {
            b.iter(|| tianbao_schema::check("made-up.yaml", black_box(spec.as_bytes())));
        });
    }
    group.finish();
}

criterion_group!(benches, specs);
criterion_main!(benches);
