//! Text that is not JSON: one finding `syntax`, alone, with its place in the text.

use std::borrow::Cow;
use std::str;

use crate::finding::Finding;
use crate::message::Place;

/// The text of a report, or the finding that it is not UTF-8.
///
/// # Errors
/// The finding `syntax`.
pub fn utf8(bytes: &[u8]) -> Result<&str, Box<Finding>> {
    let error = match str::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{FEFF}') => {
            return Err(finding("不是 JSON：开头有看不见的字节顺序标记（BOM）", "另存为“UTF-8，无 BOM”"));
        }
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    let before =
        bytes.get(..error.valid_up_to()).map_or("", |valid| str::from_utf8(valid).unwrap_or_default());
    let (line, column) = end_of(before);
    Err(finding(
        format!("不是 UTF-8 文字：第 {line} 行第 {column} 列起读不出来"),
        "另存为 UTF-8 编码；旧文件常是 GBK 编码",
    ))
}

/// `syntax`: the finding for text that `serde_json` does not read.
#[must_use]
pub fn finding_of(text: &str, error: &serde_json::Error) -> Finding {
    let (line, column) = characters(text, error.line(), error.column());
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let found = text.split('\n').nth(line - 1).and_then(|line| line.chars().nth(column - 1));
    let (said, advice) = match found.and_then(|found| Some((found, english(found)?))) {
        Some((found, english)) => (
            Cow::Owned(format!("“{found}”是中文标点，这里要写英文的 {english}")),
            "关掉中文输入法，改成英文标点",
        ),
        None => (translate(said), "请改正文字；一般是少了或多了逗号、引号、括号"),
    };
    *finding(format!("不是 JSON：第 {line} 行第 {column} 列，{said}"), advice)
}

/// What JSON has for a sign of Chinese writing.
fn english(sign: char) -> Option<&'static str> {
    Some(match sign {
        '：' => ":",
        '，' | '、' | '；' => ",",
        '“' | '”' | '‘' | '’' | '＂' => "\"",
        '｛' => "{",
        '｝' => "}",
        '［' | '【' => "[",
        '］' | '】' => "]",
        '。' | '．' => ".",
        '－' => "-",
        '\u{3000}' => "空格",
        _ => return None,
    })
}

fn finding(message: impl Into<Cow<'static, str>>, advice: &'static str) -> Box<Finding> {
    let mut finding = Place::ROOT.found("syntax", message);
    finding.advice = Some(Cow::Borrowed(advice));
    Box::new(finding)
}

/// What the parser says, in Chinese.
fn translate(said: &str) -> Cow<'_, str> {
    Cow::Borrowed(match said {
        "EOF while parsing a list" => "列表没有写完",
        "EOF while parsing an object" => "对象没有写完",
        "EOF while parsing a string" => "文字没有写完，少了引号",
        "EOF while parsing a value" => "文字到这里就没有了",
        "expected `:`" => "成员名后面应有冒号",
        "expected `,` or `]`" => "列表的两项之间应有逗号",
        "expected `,` or `}`" => "两个成员之间应有逗号",
        "expected ident" => "不认识的词；只有 true、false、null 不加引号",
        "expected value" => "这里应有一个值",
        "expected `\"`" => "这里应有引号",
        "invalid escape" => "反斜杠后面的字符不对",
        "invalid number" => "数字的写法不对",
        "number out of range" => "数字太大",
        "invalid unicode code point" | "unexpected end of hex escape" => "\\u 后面的编码不对",
        "lone leading surrogate in hex escape" => "\\u 后面的编码不成一个字符",
        "control character (\\u0000-\\u001F) found while parsing a string" => "引号里不能有换行和控制字符",
        "key must be a string" => "成员名要加英文双引号",
        "trailing comma" => "最后一项后面不能有逗号",
        "trailing characters" => "报表后面还有多余的文字",
        "recursion limit exceeded" => "嵌套太深",
        other => return Cow::Owned(format!("读不下去（{other}）")),
    })
}

/// The parser counts bytes from 1 (0 where a line has just begun); people count characters.
fn characters(text: &str, line: usize, column: usize) -> (usize, usize) {
    let content = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let count = content.char_indices().take_while(|(at, _)| *at < column).count();
    (line.max(1), count.max(1))
}

fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or_default();
    (text.split('\n').count(), last.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
        finding_of(text, &error).message.into_owned()
    }

    #[test]
    fn says_where_in_characters() {
        assert_eq!(message("{\"年度\": 二}"), "不是 JSON：第 1 行第 8 列，这里应有一个值");
        assert_eq!(message("{\n\"a\": 1\n\"b\": 2}"), "不是 JSON：第 3 行第 1 列，两个成员之间应有逗号");
        assert_eq!(message(""), "不是 JSON：第 1 行第 1 列，文字到这里就没有了");
        assert_eq!(message("1e400"), "不是 JSON：第 1 行第 5 列，数字太大");
        assert!(message(&"[".repeat(10_000)).ends_with("嵌套太深"));
        assert_eq!(message("{\"年度\"：1}"), "不是 JSON：第 1 行第 6 列，“：”是中文标点，这里要写英文的 :");
        assert_eq!(message("[1，2]"), "不是 JSON：第 1 行第 3 列，“，”是中文标点，这里要写英文的 ,");
        assert!(message("\"\\ud800\"").contains("编码不"), "{}", message("\"\\ud800\""));
    }

    #[test]
    fn says_what_is_not_utf8() {
        let gbk = [b"{\n\"".as_slice(), &[0xC4, 0xEA]].concat();
        assert_eq!(utf8(&gbk).unwrap_err().message, "不是 UTF-8 文字：第 2 行第 2 列起读不出来");
        assert!(utf8("\u{FEFF}{}".as_bytes()).unwrap_err().message.contains("BOM"));
        assert_eq!(utf8(b"{}").unwrap(), "{}");
    }

    #[test]
    fn every_word_of_the_parser_is_known() {
        let slips = [
            "[",
            "{",
            "\"",
            "[1 2]",
            "{\"a\" 1}",
            "{\"a\":1 \"b\"}",
            "tru",
            "nope",
            "\"\\x\"",
            "01",
            "-",
            "[1,]",
            "{\"a\":1,}",
            "{1:2}",
            "{} x",
            "\"\n\"",
            "\"\\u12\"",
            "\"\\ud800\\n\"",
        ];
        for slip in slips {
            assert!(!message(slip).contains("读不下去"), "{slip}: {}", message(slip));
        }
    }
}
