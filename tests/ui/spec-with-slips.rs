tianbao::form!(spec = "forms/slips.yaml");

fn main() {
    let verdict = Report::judge(b"{}");
    println!("{}", verdict.valid);
}
