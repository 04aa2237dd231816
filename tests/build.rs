//! Compiles twenty random small specs into the tests, the compiled engine of forms that nobody wrote by hand, and the
//! shipped form with a made-up addition.

#![allow(dead_code, unreachable_pub, reason = "the modules are those of the tests")]

#[path = "src/expressions.rs"]
mod expressions;
#[path = "src/random.rs"]
mod random;
#[path = "src/specs.rs"]
mod specs;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

use tianbao_schema::check;

/// How many specs.
const SPECS: u64 = 20;
/// The made-up addition.
const ADDITION: &str = "forms/shili-2019.yaml";
/// The first seed, the same on every machine; `TIANBAO_SEED` tries other specs.
const FIRST_SEED: u64 = 1;

fn main() -> io::Result<()> {
    for file in ["build.rs", ADDITION, "src/expressions.rs", "src/random.rs", "src/specs.rs"] {
        println!("cargo::rerun-if-changed={file}");
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let out = Path::new(&out);
    let mut modules = String::new();
    let mut list = String::new();
    println!("cargo::rerun-if-env-changed=TIANBAO_SEED");
    let first = env::var("TIANBAO_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(FIRST_SEED);
    let random = (first..first + SPECS).map(|seed| {
        let name = format!("random_{seed}");
        let spec = specs::spec(seed, &|text| check(&name, text.as_bytes()).form.is_some());
        (name, spec)
    });
    for (name, spec) in random.chain([("addition".to_owned(), fs::read_to_string(ADDITION)?)]) {
        let form =
            check(&name, spec.as_bytes()).form.ok_or_else(|| io::Error::other("the spec was accepted"))?;
        fs::write(out.join(format!("{name}.yaml")), &spec)?;
        fs::write(out.join(format!("{name}.rs")), tianbao_codegen::rust::generate(&form))?;
        let _ = writeln!(modules, "mod {name} {{ include!(concat!(env!(\"OUT_DIR\"), \"/{name}.rs\")); }}");
        let _ = writeln!(
            list,
            "    (\"{name}\", include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}.yaml\")), \
             Engine(<{name}::Report as tianbao_core::compiled::Report>::FORM)),"
        );
    }
    let list = format!(
        "/// Name, spec and compiled engine.\npub const RANDOM: [(&str, &str, Engine); {}] = [\n{list}];\n",
        SPECS + 1
    );
    fs::write(out.join("random.rs"), modules + &list)
}
