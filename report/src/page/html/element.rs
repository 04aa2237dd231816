//! What a browser makes of an element by its name, attributes and inline style.

use scraper::node::Element;

use crate::page::symbols::Font;

/// How white space is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum White {
    /// Runs of it as one space.
    #[default]
    Collapsed,
    /// Lines as they are, runs of spaces as one.
    Lines,
    /// All of it as it is.
    Kept,
}

/// What text inside an element inherits.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) white: White,
    pub(super) font: Font,
}

/// The value of a property in an element's inline style.
fn style<'a>(element: &'a Element, property: &str) -> Option<&'a str> {
    element.attr("style")?.split(';').rev().find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        name.trim().eq_ignore_ascii_case(property).then(|| value.trim())
    })
}

fn styled(element: &Element, property: &str, value: &str) -> bool {
    let is = |found: &str| found.trim_end_matches("!important").trim().eq_ignore_ascii_case(value);
    style(element, property).is_some_and(is)
}

/// True where nothing of the element is shown, or what it shows is none of the document.
pub(super) fn hidden(element: &Element) -> bool {
    let never = matches!(
        element.name(),
        "head"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "title"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "rt"
            | "rp"
            | "button"
            | "datalist"
            | "audio"
            | "video"
            | "canvas"
            | "xml"
    );
    never
        || element.attr("hidden").is_some()
        || styled(element, "display", "none")
        || styled(element, "mso-hide", "all")
        || style(element, "mso-element").is_some_and(|kind| kind.starts_with("comment"))
        || element.classes().any(|class| matches!(class, "MsoCommentReference" | "msocomoff"))
}

/// True where a browser begins a new line before and after the element.
pub(super) fn is_block(element: &Element) -> bool {
    match style(element, "display") {
        Some(display)
            if display.eq_ignore_ascii_case("inline") || display.eq_ignore_ascii_case("inline-block") =>
        {
            false
        }
        Some(display) if display.eq_ignore_ascii_case("block") => true,
        Some(_) | None => matches!(
            element.name(),
            "address"
                | "article"
                | "aside"
                | "blockquote"
                | "body"
                | "center"
                | "dd"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "header"
                | "hr"
                | "html"
                | "legend"
                | "li"
                | "main"
                | "menu"
                | "nav"
                | "ol"
                | "option"
                | "p"
                | "pre"
                | "section"
                | "summary"
                | "ul"
                | "frameset"
                | "noframes"
                | "marquee"
        ),
    }
}

/// What text inside it inherits, from what is inherited.
pub(super) fn look(element: &Element, outer: Look) -> Look {
    let named = matches!(element.name(), "pre" | "textarea" | "listing" | "xmp" | "plaintext");
    let white = match style(element, "white-space").map(str::to_ascii_lowercase).as_deref() {
        Some("pre" | "pre-wrap" | "break-spaces") => White::Kept,
        Some("pre-line") => White::Lines,
        Some("normal" | "nowrap") => White::Collapsed,
        Some(_) | None if named => White::Kept,
        Some(_) | None => outer.white,
    };
    let face = style(element, "font-family").or_else(|| element.attr("face"));
    Look { white, font: face.map_or(outer.font, Font::of) }
}

/// A number of rows or columns, as browsers read it: at most `most`; none where it is no number.
fn span(element: &Element, name: &str, most: usize) -> Option<usize> {
    let text = element.attr(name)?.trim_start().trim_start_matches('+');
    let digits =
        text.split(|char: char| !char.is_ascii_digit()).next().filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(most).min(most))
}

/// Rows and columns that a cell covers; `rowspan=0` is all rows to the end of its group.
pub(super) fn spans(cell: &Element) -> (usize, usize) {
    let rows = match span(cell, "rowspan", 65_534) {
        Some(0) => usize::MAX,
        Some(rows) => rows,
        None => 1,
    };
    (rows, span(cell, "colspan", 1000).unwrap_or(1).max(1))
}

/// What an `<input>` shows.
pub(super) fn input(element: &Element) -> &str {
    let kind = element.attr("type").unwrap_or("text").to_ascii_lowercase();
    match kind.as_str() {
        "checkbox" | "radio" if element.attr("checked").is_some() => "☑",
        "checkbox" | "radio" => "□",
        "hidden" | "submit" | "button" | "reset" | "image" | "file" | "password" => "",
        _ => element.attr("value").unwrap_or_default(),
    }
}
