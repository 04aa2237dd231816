fn main() {
    let s = &tianbao_schema::shipped()[0];
    let f = tianbao_schema::check(s.path, s.text.as_bytes()).form.unwrap();
    std::fs::write("generated/gov-website-work/2019/form.rs", tianbao_codegen::rust::generate(&f)).unwrap();
}
