tianbao::form!(form = "gov-website-work", edition = 2077);

fn main() {
    let _ = Report::judge(b"{}");
}
