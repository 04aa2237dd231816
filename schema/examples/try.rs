fn main() {
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let t = std::time::Instant::now();
        let c = tianbao_schema::check(&f, &b);
        let el = t.elapsed();
        eprintln!(
            "{}",
            tianbao_schema::render::human(
                &c.diagnostics[..c.diagnostics.len().min(10)],
                &c.source,
                tianbao_schema::diagnostic::Language::Chinese,
                false
            )
        );
        if let Some(form) = c.form {
            println!(
                "{} members {} fields {} rules {} rows {} cols {:?}",
                form.members.len(),
                form.fields().count(),
                form.rules.len(),
                form.layout.grid.rows,
                form.layout.grid.columns,
                el
            );
        }
    }
}
