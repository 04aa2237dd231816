#[derive(tianbao::Section)]
#[section(form = "gov-website-work", edition = 2019, path = "special_columns")]
struct Columns {
    maintained: String,
    newly_opened: u64,
}

fn main() {}
