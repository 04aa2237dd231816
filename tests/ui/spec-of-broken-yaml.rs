tianbao::form!(spec = "forms/broken.yaml");

fn main() {
    let verdict = Report::judge(b"{}");
    println!("{}", verdict.valid);
}
