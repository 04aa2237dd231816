//! Paper sizes.

use serde::Serialize;

/// Twentieths of a point in a millimetre, times a thousand.
const TWIPS: usize = 56_693;

/// Margins in millimetres: top, right, bottom, left.
const MARGINS: [usize; 4] = [18, 22, 16, 22];

/// A sheet of paper, lengths in twips.
#[derive(Serialize)]
pub(super) struct Paper {
    /// As CSS writes it: `A4`.
    pub(super) css: String,
    /// Margins as CSS writes them.
    pub(super) css_margin: String,
    pub(super) landscape: bool,
    pub(super) width: usize,
    pub(super) height: usize,
    /// Top, right, bottom, left.
    pub(super) margins: [usize; 4],
}

impl Paper {
    /// The paper that a form names, `A4` or `A3 landscape`; A4 where the name says nothing to us.
    pub(super) fn named(name: &str) -> Self {
        let words: Vec<&str> = name.split_whitespace().collect();
        let says = |word: &str| words.iter().any(|said| said.eq_ignore_ascii_case(word));
        let sizes = [("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210), ("B5", 176, 250)];
        let (size, width, height) =
            sizes.into_iter().find(|(size, ..)| says(size)).unwrap_or(("A4", 210, 297));
        let landscape = says("landscape");
        let (width, height) = if landscape { (height, width) } else { (width, height) };
        Self {
            css: if landscape { format!("{size} landscape") } else { size.to_owned() },
            css_margin: MARGINS.map(|margin| format!("{margin}mm")).join(" "),
            landscape,
            width: twips(width),
            height: twips(height),
            margins: MARGINS.map(twips),
        }
    }

    /// What the margins leave of the width.
    pub(super) fn text_width(&self) -> usize {
        let [_, right, _, left] = self.margins;
        self.width.saturating_sub(left + right)
    }
}

fn twips(millimetres: usize) -> usize {
    (millimetres * TWIPS + 500) / 1000
}
