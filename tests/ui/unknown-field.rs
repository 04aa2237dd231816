#[derive(tianbao::Section)]
#[section(form = "gov-website-work", edition = 2019, path = "special_columns")]
struct Columns {
    maintained: u64,
    newly_openned: u64,
}

fn main() {}
