tianbao::form!(spec = "forms/nowhere.yaml");

fn main() {
    let verdict = Report::judge(b"{}");
    println!("{}", verdict.valid);
}
