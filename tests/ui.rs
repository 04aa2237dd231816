//! What the compiler says of slips in `form!` and `#[derive(Section)]`: one file of `ui/` for each slip.

#[test]
fn slips() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
