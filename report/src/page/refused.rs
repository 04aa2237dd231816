//! Files that are not read as a document; each says what was found and what to do.

use tianbao_schema::diagnostic::Message;

use super::{MAX_COLUMNS, MAX_PIECES, docx, html, text};

/// A file that cannot be read as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Another format.
    Other(Other),
    /// A Word file that only a password opens.
    Encrypted,
    /// A zip file that ends too early or contradicts itself; what the unpacker says.
    Zip(String),
    /// A zip file without the main part of a Word file.
    NoMainPart,
    /// A Word file of more files than any has.
    TooManyParts,
    /// A part of a Word file that is too large once unpacked.
    PartTooLarge {
        /// Its name.
        part: String,
    },
    /// A part of a Word file with a document type, which none has.
    Doctype {
        /// Its name.
        part: String,
    },
    /// A part of a Word file that is no XML; what the parser says.
    Xml {
        /// Its name.
        part: String,
        /// What is wrong.
        problem: String,
    },
    /// A Word file that is only a shell around a web page (`altChunk`).
    Shell,
    /// A web page that is too large.
    HtmlTooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// A text that is too large.
    TextTooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// Elements or tables within each other beyond the limit.
    TooDeep,
    /// More lines and cells, or wider tables, than a report has.
    TooManyPieces,
    /// Bytes that are text in no encoding that is read.
    NotText,
    /// Bytes that are not what the file itself says that they are.
    NotIn(&'static str),
}

/// A format that is recognised, but not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// Word before 2007.
    Doc,
    /// WPS's own.
    Wps,
    /// Word's XML in one file.
    WordXml,
    /// Rich text.
    Rtf,
    /// OpenDocument.
    OpenDocument,
    /// A web page with its pictures in one file, as Word and browsers save it.
    Mhtml,
    /// PDF and OFD: places on paper, no cells.
    Printed,
    /// Excel, of whatever age.
    Excel,
    /// PowerPoint, of whatever age.
    Slides,
    /// A picture.
    Picture,
    /// An archive.
    Archive,
}

impl Refused {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Other(other) => other.message(),
            Self::Encrypted => Message::new(
                "Word 文件设了密码：请打开后去掉密码，再另存为 .docx",
                "the Word file has a password: open it, remove the password and save it as .docx",
            ),
            Self::Zip(problem) => Message::new(
                "不是完整的 Word 文件（压缩包的结尾不见了，或里面已损坏）：请重新取得，或打开后另存为 .docx",
                format!(
                    "the Word file is damaged or cut off ({problem}): get it again, or open it and save it as .docx"
                ),
            ),
            Self::NoMainPart => Message::new(
                "压缩包里没有 Word 正文，不是 .docx：请在 Word 或 WPS 里另存为 .docx",
                "the zip file holds no Word document, it is no .docx: save it as .docx in Word or WPS",
            ),
            Self::TooManyParts => Message::new(
                format!("压缩包里的文件超过 {} 个，不像 Word 文件，没有读", docx::MAX_PARTS),
                format!(
                    "the zip file holds more than {} files, no Word file does; not read",
                    docx::MAX_PARTS
                ),
            ),
            Self::PartTooLarge { part } => Message::new(
                format!(
                    "“{part}”解压后太大（每个最多 {} MiB，合计 {} MiB），没有读",
                    docx::MAX_PART >> 20,
                    docx::MAX_TOTAL >> 20
                ),
                format!(
                    "“{part}” is too large once unpacked (at most {} MiB each, {} MiB in all); not read",
                    docx::MAX_PART >> 20,
                    docx::MAX_TOTAL >> 20
                ),
            ),
            Self::Doctype { part } => Message::new(
                format!("“{part}”带有 DTD，Word 文件不会有，没有读：请在 Word 或 WPS 里另存为 .docx"),
                format!(
                    "“{part}” has a DTD, which no Word file has; not read: save it as .docx in Word or WPS"
                ),
            ),
            Self::Xml { part, problem } => Message::new(
                format!("Word 文件已损坏：“{part}”不是 XML（{problem}）；请打开后另存为 .docx"),
                format!(
                    "the Word file is damaged: “{part}” is not XML ({problem}); open it and save it as .docx"
                ),
            ),
            Self::Shell => Message::new(
                "这个 Word 文件里只嵌着一个网页：请在 Word 里打开，另存为 .docx",
                "the Word file is only a shell around a web page: open it in Word and save it as .docx",
            ),
            Self::HtmlTooLarge { bytes } => Message::new(
                format!("网页太大：{bytes} 字节，最多 {} 字节；请只保存报表所在的部分", html::MAX_BYTES),
                format!(
                    "the web page is too large: {bytes} bytes, at most {}; save only the part with the report",
                    html::MAX_BYTES
                ),
            ),
            Self::TextTooLarge { bytes } => Message::new(
                format!("文字太多：{bytes} 字节，最多 {} 字节；请只保存报表所在的部分", text::MAX_BYTES),
                format!(
                    "the text is too large: {bytes} bytes, at most {}; save only the part with the report",
                    text::MAX_BYTES
                ),
            ),
            Self::TooDeep => Message::new(
                format!(
                    "表格或内容套得太深（网页最多 {} 层，Word 最多 {} 层），没有读",
                    html::MAX_DEPTH,
                    docx::MAX_DEPTH
                ),
                format!(
                    "tables or other content are nested too deep (at most {} levels in a web page, {} in Word); not read",
                    html::MAX_DEPTH,
                    docx::MAX_DEPTH
                ),
            ),
            Self::TooManyPieces => Message::new(
                format!(
                    "内容太多（最多 {MAX_PIECES} 段和单元格，每行 {MAX_COLUMNS} 列），不像一张报表，没有读"
                ),
                format!(
                    "too much in it for a report (at most {MAX_PIECES} lines and cells, {MAX_COLUMNS} columns); not read"
                ),
            ),
            Self::NotText => Message::new(
                "不是文本，或编码认不出（认得 UTF-8、UTF-16 和 GB18030）：请另存为 UTF-8",
                "not text, or in an encoding that is not known here (UTF-8, UTF-16 and GB18030 are): save it as UTF-8",
            ),
            Self::NotIn(encoding) => Message::new(
                format!("文件写明编码是 {}，内容却不是：请另存为 UTF-8", encoding),
                format!("the file says that it is {}, and is not: save it as UTF-8", encoding),
            ),
        }
    }
}

impl Other {
    fn message(self) -> Message {
        let (zh, en) = match self {
            Self::Doc => ("这是旧版 Word 文件（.doc）", "this is an old Word file (.doc)"),
            Self::Wps => ("这是 WPS 文字文件（.wps）", "this is a WPS file (.wps)"),
            Self::WordXml => ("这是单个 XML 的 Word 文件", "this is Word's XML in one file"),
            Self::Rtf => ("这是 RTF 文件", "this is an RTF file"),
            Self::OpenDocument => ("这是 OpenDocument 文件（.odt）", "this is an OpenDocument file (.odt)"),
            Self::Mhtml => ("这是 MHTML 网页（.mht）", "this is a web page as MHTML (.mht)"),
            Self::Printed => (
                "这是版式文件（PDF 或 OFD），里面没有单元格",
                "this is a printed page (PDF or OFD), it has no cells",
            ),
            Self::Excel => ("这是电子表格", "this is a spreadsheet"),
            Self::Slides => ("这是演示文稿", "these are slides"),
            Self::Picture => ("这是图片", "this is a picture"),
            Self::Archive => ("这是压缩包", "this is an archive"),
        };
        let (todo, to_do) = match self {
            Self::Doc | Self::Wps | Self::WordXml | Self::Rtf | Self::OpenDocument => {
                ("请在 Word 或 WPS 里打开，另存为 .docx", "open it in Word or WPS and save it as .docx")
            }
            Self::Mhtml => ("请另存为 .docx 或 .html", "save it as .docx or .html"),
            Self::Printed => {
                ("请找它的 Word 原件（.docx）", "use the Word file that it was printed from (.docx)")
            }
            Self::Excel | Self::Slides => {
                ("请把表格复制到 Word 里，存为 .docx", "copy the table into Word and save it as .docx")
            }
            Self::Picture => ("请用 Word 原件（.docx）", "use the Word file (.docx)"),
            Self::Archive => ("请先解压，再读里面的 .docx", "unpack it and read the .docx inside"),
        };
        Message::new(format!("{zh}，读不了：{todo}"), format!("{en}, which is not read: {to_do}"))
    }
}
