//! What the benchmarks share: the reports, the same types without any validation, and made-up specs.

pub mod plain;
pub mod race;

/// The real report, 1.5 kB.
pub const REAL: &[u8] = include_bytes!("../../fixtures/dongkou-2019.json");
/// A report with ten errors.
pub const TEN_ERRORS: &[u8] = include_bytes!("../../fixtures/ten-errors.json");

/// A spec of so many fields and half as many rules, in sections of a hundred.
pub fn made_up_spec(fields: usize) -> String {
    use std::fmt::Write;
    let mut spec = String::from("form: made-up\nedition: 1\nyears: { from: 2024 }\ntitle: 大表\nsections:\n");
    let sections = fields / 100;
    for section in 0..sections {
        let _ = write!(spec, "  - id: s{section}\n    label: 栏目{section}\n    fields:\n");
        for field in 0..100 {
            let _ = write!(
                spec,
                "      - id: f{field}\n        label: 项目{field}\n        kind: count\n        instruction:\n          - fill: 请填写项目{field}的总数。\n"
            );
        }
    }
    spec.push_str("rules:\n");
    for rule in 0..fields / 2 {
        let (section, field) = (rule % sections, rule / sections);
        let (path, next, last) = (field, field + 1, field + 2);
        let _ = write!(
            spec,
            "  - id: s{section}.f{path}.sum\n    title: 规则{rule}\n    assert: s{section}.f{path} <= s{section}.f{next} + s{section}.f{last}\n    severity: error\n    basis: implied\n    holds: {{ s{section}.f{path}: 1, s{section}.f{next}: 1 }}\n    fails: {{ s{section}.f{path}: 1, s{section}.f{next}: 0 }}\n"
        );
    }
    spec
}
