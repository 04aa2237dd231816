//! What the scan has found, and how it mends it.

use super::mend::{Edit, Mended};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Message};
use crate::place::Span;

/// One slip: where, what to say, and the edits that mend it.
pub(super) struct Slip {
    code: Code,
    span: Span,
    message: Message,
    edits: Vec<Edit>,
    /// Wrong signs and right ones: those of one line are told together.
    signs: Vec<(String, String)>,
    /// Where the last of these signs stands.
    reach: usize,
    warning: bool,
}

/// All slips of a text, and edits that need no word.
#[derive(Default)]
pub(super) struct Found {
    slips: Vec<Slip>,
    silent: Vec<Edit>,
}

/// More slips than this are not told one by one.
const MOST: usize = 1_000;
/// Nor more different signs of a line.
const MOST_SIGNS: usize = 12;

impl Found {
    pub(super) fn slip(&mut self, code: Code, span: Span, message: (String, String), edits: Vec<Edit>) {
        let message = Message::new(message.0, message.1);
        self.slips.push(Slip {
            code,
            span,
            message,
            edits,
            signs: Vec::new(),
            reach: span.end,
            warning: false,
        });
    }

    pub(super) fn warn(&mut self, code: Code, span: Span, message: (String, String)) {
        let message = Message::new(message.0, message.1);
        self.slips.push(Slip {
            code,
            span,
            message,
            edits: Vec::new(),
            signs: Vec::new(),
            reach: span.end,
            warning: true,
        });
    }

    /// A sign of a Chinese keyboard where an ASCII one belongs.
    pub(super) fn sign(
        &mut self,
        span: Span,
        signs: (&str, &str),
        message: (String, String),
        edits: Vec<Edit>,
    ) {
        self.slip(Code::TB003, span, message, edits);
        if let Some(slip) = self.slips.last_mut() {
            slip.signs.push((signs.0.to_owned(), signs.1.trim().to_owned()));
        }
    }

    /// Signs of a Chinese keyboard inside an expression or a word, each with its place, in order.
    pub(super) fn signs(&mut self, place: Span, written: &[(Span, String, String)], edits: Vec<Edit>) {
        let mut runs: Vec<(Span, String, String)> = Vec::new();
        for (span, wrong, right) in written {
            match runs.last_mut().filter(|(last, ..)| last.end == span.start) {
                Some((last, all_wrong, all_right)) => {
                    last.end = span.end;
                    all_wrong.push_str(wrong);
                    all_right.push_str(right);
                }
                None => runs.push((*span, wrong.clone(), right.clone())),
            }
        }
        let mut signs: Vec<(String, String)> = Vec::new();
        for (_, wrong, right) in runs {
            let pair = (visible(&wrong), visible(&right));
            if signs.len() < MOST_SIGNS && !signs.contains(&pair) {
                signs.push(pair);
            }
        }
        let message = signs_message(&signs);
        self.slips.push(Slip {
            code: Code::TB003,
            span: place,
            message,
            edits,
            signs,
            reach: place.end,
            warning: false,
        });
    }

    /// Mends without a word: what follows from a slip that is told already, or is told later.
    pub(super) fn silently(&mut self, edit: Edit) {
        self.silent.push(edit);
    }

    /// Those of some places that no edit touches yet.
    pub(super) fn untouched(&self, mut places: Vec<(Span, char)>) -> Vec<(Span, char)> {
        if places.is_empty() {
            return places;
        }
        let edits = self.slips.iter().flat_map(|slip| &slip.edits).chain(&self.silent);
        let mut spans: Vec<Span> = edits.map(|edit| edit.span).collect();
        spans.sort();
        places.retain(|(place, _)| {
            let before = spans.partition_point(|span| span.start <= place.start);
            !spans[..before].iter().rev().take(8).any(|span| place.start < span.end)
        });
        places
    }

    pub(super) fn finish(mut self, text: &str) -> (Mended<'_>, Vec<Diagnostic>) {
        self.slips.sort_by_key(|slip| slip.span);
        let mut told: Vec<Slip> = Vec::with_capacity(self.slips.len());
        for slip in self.slips {
            match told.last_mut() {
                Some(last) if last.takes(&slip, text) => last.take(slip),
                _ => told.push(slip),
            }
        }
        let edits = told.iter().flat_map(|slip| slip.edits.iter().cloned()).chain(self.silent).collect();
        let mut diagnostics: Vec<Diagnostic> =
            told.iter().take(MOST).map(|slip| slip.diagnostic(text)).collect();
        if let Some(next) = told.get(MOST) {
            diagnostics.push(Diagnostic::error(
                Code::TB002,
                next.span,
                format!("问题太多：前 {MOST} 处已列出，从这里起不再一一列出"),
                format!("too many problems: the first {MOST} are listed, those from here on are not"),
            ));
        }
        (Mended::new(text, edits), diagnostics)
    }
}

impl Slip {
    /// Whether another slip is of the same kind, on the same line.
    fn takes(&self, other: &Self, text: &str) -> bool {
        !self.signs.is_empty()
            && !other.signs.is_empty()
            && text
                .get(self.reach..other.span.start.max(self.reach))
                .is_some_and(|between| !between.contains('\n'))
    }

    fn take(&mut self, other: Self) {
        self.edits.extend(other.edits);
        for pair in other.signs {
            if self.signs.len() < MOST_SIGNS && !self.signs.contains(&pair) {
                self.signs.push(pair);
            }
        }
        self.reach = self.reach.max(other.reach);
        self.message = signs_message(&self.signs);
    }

    fn diagnostic(&self, text: &str) -> Diagnostic {
        let mut diagnostic = Diagnostic::error(self.code, self.span, &*self.message.zh, &*self.message.en);
        if self.warning {
            diagnostic.level = crate::diagnostic::Level::Warning;
        }
        let places = self.edits.iter().map(|edit| edit.span).reduce(Span::join);
        match places {
            None => diagnostic,
            Some(place) => {
                let inside = self.edits.iter().map(|edit| Edit {
                    span: Span::new(edit.span.start - place.start, edit.span.end - place.start),
                    with: edit.with.clone(),
                });
                let written = text.get(place.start..place.end).unwrap_or_default();
                let mended = Mended::new(written, inside.collect()).text().to_owned();
                diagnostic.suggest(place, mended)
            }
        }
    }
}

/// Spaces have names.
fn visible(sign: &str) -> String {
    match sign {
        "\u{3000}" => "全角空格".to_owned(),
        " " => "空格".to_owned(),
        _ => sign.to_owned(),
    }
}

fn signs_message(signs: &[(String, String)]) -> Message {
    let join = |pick: fn(&(String, String)) -> &String| {
        signs.iter().map(pick).map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let (wrong, right) = (join(|pair| &pair.0), join(|pair| &pair.1));
    Message::new(
        format!("这里不能用中文的“{wrong}”，要用英文的 {right}"),
        format!("Chinese signs \"{wrong}\" do not work here, write {right}"),
    )
}
