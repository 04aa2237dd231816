//! `tianbao render`: reports and blank forms in the official layout, as files and on standard output.

use std::fs;

use serde_json::Value;

use super::{fixtures, folder, root, run, run_in, run_with};

fn real() -> Vec<u8> {
    fs::read(fixtures().join("dongkou-2019.json")).unwrap()
}

#[test]
fn every_format_is_written_beside_the_report() {
    let place = folder(&[("洞口县2019.json", &real())]);
    for format in ["docx", "html", "md", "txt"] {
        let ran = run_in(place.path(), &["render", "洞口县2019.json", "--as", format]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.all());
        assert_eq!(ran.stdout, format!("写好了 洞口县2019.{format}\n"));
        let written = fs::read(place.path().join(format!("洞口县2019.{format}"))).unwrap();
        assert_eq!(written.starts_with(b"PK"), format == "docx");
    }
    let text = fs::read_to_string(place.path().join("洞口县2019.txt")).unwrap();
    assert!(text.contains("\t信息发布\n（单位：条）\n\t总数\n\t16965\n"), "{text}");
}

#[test]
fn nothing_that_is_there_is_overwritten_unasked() {
    let place = folder(&[("a.json", &real()), ("a.txt", b"old")]);
    let there = run_in(place.path(), &["render", "a.json", "--as", "txt"]);
    assert_eq!((there.status, there.stdout.as_str()), (2, ""));
    assert!(there.stderr.contains("已有 a.txt"), "{}", there.stderr);
    assert_eq!(fs::read(place.path().join("a.txt")).unwrap(), b"old");
    assert_eq!(run_in(place.path(), &["render", "a.json", "--as", "txt", "-o", "a.txt"]).status, 0);
    assert_ne!(fs::read(place.path().join("a.txt")).unwrap(), b"old");
    let onto_itself = run_in(place.path(), &["render", "a.json", "--as", "txt", "-o", "./a.json"]);
    assert_eq!(onto_itself.status, 2);
    assert!(onto_itself.stderr.contains("就是读进来的文件"), "{}", onto_itself.stderr);
    assert_eq!(run_in(place.path(), &["render", "a.json", "--as", "json"]).status, 2);
    assert_eq!(fs::read(place.path().join("a.json")).unwrap(), real());
}

#[test]
fn standard_output_and_input() {
    let ran = run_with(&fixtures(), &["render", "-", "--as", "md"], &real());
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("| 首页网址 | www\\.dongkou.gov.cn |"), "{}", ran.stdout);
    let data = run(&["render", "dongkou-2019.json", "--as", "json", "-o", "-"]);
    assert_eq!(data.json(), serde_json::from_slice::<Value>(&real()).unwrap());
}

#[test]
fn a_report_that_is_not_valid_is_written_all_the_same() {
    let ran = run(&["render", "ten-errors.json", "--as", "txt", "-o", "-"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stdout.contains("政府网站工作年度报表"), "{}", ran.stdout);
    let errors = run(&["validate", "ten-errors.json", "--format", "json"]).json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "error")
        .count();
    assert!(ran.stderr.contains(&format!("有 {errors} 个错误")), "{}", ran.stderr);
}

#[test]
fn without_a_report_the_blank_form() {
    let place = folder(&[]);
    for format in ["docx", "html"] {
        let ran = run_in(place.path(), &["render", "--as", format]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.all());
        let file = format!("gov-website-work-2019.{format}");
        let written = fs::read(place.path().join(&file)).unwrap();
        let committed =
            fs::read(root().join(format!("generated/gov-website-work/2019/blank.{format}"))).unwrap();
        assert!(committed.ends_with(&written), "{file} is the committed blank form, but for its first line");
    }
    assert_eq!(run_in(place.path(), &["render", "--as", "json"]).status, 2);
    let whole = run_in(place.path(), &["render", "--as", "txt", "-o", "-", "--with-instructions"]);
    assert!(
        whole.stdout.contains("\n\n政府网站工作年度报表填写说明\n\n一、基本信息\n1.网站名称："),
        "{}",
        whole.stdout
    );
}

#[test]
fn any_spec_and_yaml_will_do() {
    let place = folder(&[]);
    assert_eq!(run_in(place.path(), &["new", "my-form"]).status, 0);
    fs::write(place.path().join("r.yaml"), "year: 2024\nreporting_unit: 示例市\n").unwrap();
    let ran = run_in(place.path(), &["render", "r.yaml", "--spec", "my-form.yaml", "--as", "txt", "-o", "-"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    assert!(ran.stdout.contains("示例市") && ran.stderr.contains("个错误"), "{}", ran.all());
    assert_eq!(run_in(place.path(), &["render", "--spec", "my-form.yaml", "--as", "docx"]).status, 0);
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_written() {
    let place = folder(&[("bad.json", b"{\"year\": 2019,"), ("other.json", b"{\"a\": 1}")]);
    for (file, word) in
        [("bad.json", "不是 JSON"), ("other.json", "认不出"), ("missing.json", "没有这个文件")]
    {
        let ran = run_in(place.path(), &["render", file, "--as", "html"]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{}", ran.all());
        assert!(ran.stderr.contains(word), "{}", ran.stderr);
    }
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_into_and_stays_a_pipe() {
    let place = folder(&[("a.json", &real())]);
    let pipe = place.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    assert_eq!(run_in(place.path(), &["render", "a.json", "--as", "md", "-o", "pipe"]).status, 0);
    assert!(reader.join().unwrap().contains("政府网站工作年度报表"));
    assert!(!fs::symlink_metadata(pipe).unwrap().is_file(), "it is no file now");
}
