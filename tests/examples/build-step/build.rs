//! Makes `OUT_DIR/form.rs` from the spec.

fn main() -> Result<(), tianbao_codegen::BuildError> {
    tianbao_codegen::build("forms/calls.yaml")
}
