#[derive(tianbao::Section)]
#[section(form = "gov-website-work", edition = 2019, path = "special_colums")]
struct Columns {
    maintained: u64,
}

fn main() {}
