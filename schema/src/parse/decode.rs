//! Bytes to text: size, encoding.

use encoding_rs::GB18030;

use super::MAX_BYTES;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::place::Span;

/// The text of a file, a byte-order mark included.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    if bytes.len() > MAX_BYTES {
        return Err(refused(
            Code::TB002,
            "文件太大，最多 8 MB",
            "the file is too large; at most 8 MB are read",
        ));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(refused(
            Code::TB001,
            "文件是 UTF-16 编码（记事本里叫 Unicode），请另存为 UTF-8",
            "the file is UTF-16; save it as UTF-8",
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => no_binary(text),
        Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
    }
}

fn no_binary(text: &str) -> Result<&str, Box<Diagnostic>> {
    match text.bytes().position(|byte| byte == 0) {
        None => Ok(text),
        Some(at) => {
            let line = line_of(text.as_bytes(), at);
            Err(refused(
                Code::TB001,
                format!("这不是文本文件：第 {line} 行有空字符（NUL）"),
                format!("this is not a text file: line {line} has a NUL character"),
            ))
        }
    }
}

fn not_utf8(bytes: &[u8], valid_up_to: usize) -> Box<Diagnostic> {
    let line = line_of(bytes, valid_up_to);
    if is_gbk(bytes) {
        return refused(
            Code::TB001,
            format!("文件是 GBK 编码，请另存为 UTF-8（第 {line} 行起）"),
            format!("the file is GBK; save it as UTF-8 (from line {line} on)"),
        );
    }
    refused(
        Code::TB001,
        format!("文件不是 UTF-8 编码：第 {line} 行有读不出的字节；请用文本编辑器另存为 UTF-8"),
        format!("the file is not UTF-8: line {line} has bytes that cannot be read; save it as UTF-8"),
    )
}

/// Reads as GB18030 without a fault, and what it gives are mostly Chinese characters.
fn is_gbk(bytes: &[u8]) -> bool {
    let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) else { return false };
    let strange = text.chars().filter(|char| char.is_control() && !char.is_whitespace()).count();
    let chinese = text.chars().filter(|char| ('\u{4E00}'..='\u{9FFF}').contains(char)).count();
    let foreign = text.chars().filter(|char| !char.is_ascii()).count();
    strange == 0 && chinese * 2 >= foreign
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

fn refused(code: Code, zh: impl Into<String>, en: impl Into<String>) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(code, Span::default(), zh, en))
}
