//! Ticks: ☑政府门户网站　□部门网站, in the many ways in which offices type them.

use super::fold;
use super::likeness::{ALIKE, likeness};

/// Ticks that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Boxes {
    /// The choices that are ticked, in the order of the form.
    pub(super) ticked: Vec<usize>,
    /// True where every choice stands there behind a box, as the form prints them.
    pub(super) as_printed: bool,
    /// Why it is in doubt.
    pub(super) doubt: Option<String>,
    /// What is written after a choice.
    pub(super) line: Option<(usize, String)>,
}

/// A mark before (or after) the text of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tick {
    /// Ticked.
    On,
    /// Not ticked.
    Off,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Tick(Tick),
    Choice(usize),
    Other(String),
}

fn tick(character: char) -> Option<Tick> {
    match character {
        '☑' | '☒' | '√' | '✓' | '✔' | '✅' | '🗹' | '■' | '●' | '◉' | '◼' | '⬛' => {
            Some(Tick::On)
        }
        '□' | '☐' | '○' | '◯' | '◻' | '▢' | '⬜' | '〇' => Some(Tick::Off),
        _ => None,
    }
}

/// Boxes typed with brackets, and those of a symbol font that was lost.
const TYPED: [(&str, Tick); 14] = [
    ("[√]", Tick::On),
    ("(√)", Tick::On),
    ("[x]", Tick::On),
    ("[X]", Tick::On),
    ("[✓]", Tick::On),
    ("(✓)", Tick::On),
    ("[]", Tick::Off),
    ("()", Tick::Off),
    ("\u{F052}", Tick::On),
    ("\u{F0FE}", Tick::On),
    ("\u{F0A3}", Tick::Off),
    ("\u{F0A8}", Tick::Off),
    ("\u{F06F}", Tick::Off),
    ("\u{F0FD}", Tick::On),
];

/// Reads ticks. `choices` are the texts beside the boxes, `lines` tells which of them have a line to write on.
///
/// # Errors
/// What is wrong, in Chinese, where it cannot be told what is ticked.
pub(super) fn read(choices: &[&str], lines: &[bool], text: &str) -> Result<Boxes, String> {
    let mut doubt = None;
    let pieces = pieces(choices, lines, text, &mut doubt)?;
    let ticks = pieces.iter().filter(|piece| matches!(piece, Piece::Tick(_))).count();
    let named = pieces.iter().filter(|piece| matches!(piece, Piece::Choice(_))).count();
    let (mut ticked, line) = if ticks == 0 {
        (only_named(&pieces), line_of(&pieces))
    } else {
        marked(&pieces, stand_before(&pieces, text)?)
    };
    ticked.sort_unstable();
    ticked.dedup();
    if text.contains('☑') && text.contains('☒') {
        doubt.get_or_insert_with(|| "既有 ☑ 又有 ☒，看不出 ☒ 是勾还是叉".to_owned());
    }
    if ticks == 0 && named == choices.len() && named > 1 {
        doubt.get_or_insert_with(|| "选项都在，方框一个也没有，看不出勾了哪些，按都勾了读".to_owned());
    }
    let as_printed = ticks == choices.len() && named == choices.len();
    Ok(Boxes { ticked, as_printed, doubt, line })
}

/// Without boxes the choices that stand there are meant.
fn only_named(pieces: &[Piece]) -> Vec<usize> {
    pieces
        .iter()
        .filter_map(|piece| if let Piece::Choice(choice) = piece { Some(*choice) } else { None })
        .collect()
}

/// Each choice has the marks between the one before it and itself, or those after it.
fn marked(pieces: &[Piece], before: bool) -> (Vec<usize>, Option<(usize, String)>) {
    let mut ticked = Vec::new();
    let mut on = false;
    let mut last = None;
    for piece in pieces {
        match piece {
            Piece::Tick(Tick::On) if before => on = true,
            Piece::Tick(Tick::On) => ticked.extend(last),
            Piece::Tick(Tick::Off) | Piece::Other(_) => {}
            Piece::Choice(choice) => {
                if before && on {
                    ticked.push(*choice);
                }
                on = false;
                last = Some(*choice);
            }
        }
    }
    (ticked, line_of(pieces))
}

/// True where boxes stand before their texts: told by what stands at the ends; where a text stands at both, by the
/// white space around each tick.
fn stand_before(pieces: &[Piece], text: &str) -> Result<bool, String> {
    match (pieces.first(), pieces.last()) {
        (Some(Piece::Tick(_)), _) => return Ok(true),
        (_, Some(Piece::Tick(_))) => return Ok(false),
        _ => {}
    }
    let ticks =
        text.char_indices().filter_map(|(at, _)| mark(&text[at..]).map(|(_, length)| (at, at + length)));
    let space = |character: Option<char>| character.is_none_or(fold::is_space);
    let mut sides =
        ticks.map(|(at, end)| (space(text[..at].chars().next_back()), space(text[end..].chars().next())));
    let first = sides.next().unwrap_or((true, false));
    if first.0 == first.1 || sides.any(|other| other != first) {
        return Err(format!("看不出“{}”里的勾是前面一项的还是后面一项的", text.trim()));
    }
    Ok(first.0)
}

/// What stands after a choice that has a line.
fn line_of(pieces: &[Piece]) -> Option<(usize, String)> {
    pieces.windows(2).find_map(|two| match two {
        [Piece::Choice(choice), Piece::Other(text)] => Some((*choice, text.clone())),
        _ => None,
    })
}

fn pieces(
    choices: &[&str],
    lines: &[bool],
    text: &str,
    doubt: &mut Option<String>,
) -> Result<Vec<Piece>, String> {
    let keys: Vec<String> = choices.iter().map(|choice| fold::key(choice)).collect();
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if fold::is_space(first) || matches!(first, '、' | '，' | ',' | ';' | '；' | '/') {
            rest = &rest[first.len_utf8()..];
        } else if let Some((tick, length)) = mark(rest) {
            pieces.push(Piece::Tick(tick));
            rest = &rest[length..];
        } else if let Some((choice, length)) = choice(&keys, rest) {
            pieces.push(Piece::Choice(choice));
            rest = &rest[length..];
            if lines.get(choice) == Some(&true) {
                let end = next_box(&keys, rest);
                pieces.extend(written(&rest[..end]));
                rest = &rest[end..];
            }
        } else {
            let end = rest.char_indices().find(|(at, _)| *at > 0 && mark(&rest[*at..]).is_some());
            let (other, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            pieces.push(Piece::Choice(nearest(&keys, choices, other, doubt)?));
            rest = after;
        }
    }
    Ok(pieces)
}

/// What is written on the line, without the line itself.
fn written(text: &str) -> Option<Piece> {
    let text = text.trim_matches(|c: char| fold::is_space(c) || matches!(c, '_' | '＿' | '：' | ':'));
    (!text.is_empty()).then(|| Piece::Other(text.to_owned()))
}

/// The mark that a text begins with, and its length.
pub(super) fn mark(text: &str) -> Option<(Tick, usize)> {
    let first = text.chars().next()?;
    if let Some(tick) = tick(first) {
        return Some((tick, first.len_utf8()));
    }
    // Brackets may be full-width and have a space inside.
    let close = text.char_indices().take(4).find(|(_, c)| matches!(c, ']' | ')' | '］' | '）'));
    let end = close.map_or(first.len_utf8(), |(at, c)| at + c.len_utf8());
    let key = fold::key(&text[..end]);
    TYPED.iter().find(|(typed, _)| *typed == key).map(|(_, tick)| (*tick, end))
}

/// The longest choice that a text begins with, and where it ends; white space inside does not count.
fn choice(keys: &[String], text: &str) -> Option<(usize, usize)> {
    let of = |(index, key): (usize, &String)| prefix(key, text).map(|end| (index, end));
    keys.iter().enumerate().filter_map(of).max_by_key(|(_, end)| *end)
}

fn prefix(key: &str, text: &str) -> Option<usize> {
    let mut wanted = key.chars();
    let mut next = wanted.next()?;
    for (at, character) in text.char_indices().filter(|(_, character)| !fold::is_space(*character)) {
        if fold::narrow(character) != next {
            return None;
        }
        match wanted.next() {
            Some(wanted) => next = wanted,
            None => return Some(at + character.len_utf8()),
        }
    }
    None
}

/// Where the next box stands that a choice follows.
fn next_box(keys: &[String], text: &str) -> usize {
    let boxes =
        text.char_indices().filter_map(|(at, _)| mark(&text[at..]).map(|(_, length)| (at, at + length)));
    let before_choice =
        |(_, end): &(usize, usize)| choice(keys, text[*end..].trim_start_matches(fold::is_space)).is_some();
    boxes.into_iter().find(before_choice).map_or(text.len(), |(at, _)| at)
}

/// The choice that a text most likely is.
fn nearest(
    keys: &[String],
    choices: &[&str],
    text: &str,
    doubt: &mut Option<String>,
) -> Result<usize, String> {
    let key = fold::key(text);
    let alike = keys.iter().map(|choice| likeness(&key, choice)).enumerate();
    let best = alike.filter(|(_, likeness)| *likeness >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1));
    let text = text.trim();
    let Some((best, _)) = best else {
        return Err(format!("“{text}”不是这里的选项（{}）", choices.join("、")));
    };
    doubt.get_or_insert_with(|| format!("选项“{text}”按“{}”读", choices[best]));
    Ok(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [&str; 3] = ["政府门户网站", "部门网站", "专项网站"];

    fn ticked(text: &str) -> Result<Vec<usize>, String> {
        read(&KINDS, &[false; 3], text).map(|boxes| boxes.ticked)
    }

    #[test]
    fn all_texts_without_a_box_are_in_doubt() {
        let read = |text| read(&KINDS, &[false; 3], text).unwrap();
        assert!(read("政府门户网站 部门网站").doubt.is_none());
        assert!(read("政府门户网站 部门网站 专项网站").doubt.is_some());
    }

    #[test]
    fn ticks_before_and_after() {
        for text in [
            "☑政府门户网站　　　□部门网站　　　□专项网站",
            "√ 政府门户网站 部门网站 专项网站",
            "■政府门户网站□部门网站□专项网站",
            "☒ 政府门户\n网站 ☐ 部门网站 ☐ 专项网站",
            "□√政府门户网站 □部门网站 □专项网站",
            "[√]政府门户网站 [ ]部门网站 [ ]专项网站",
            "（√）政府门户网站（ ）部门网站（　）专项网站",
            "政府门户网站☑ 部门网站□ 专项网站□",
            "政府门户网站☑部门网站□专项网站□",
            "政府门户网站√ 部门网站 专项网站",
            "政府门户网站",
            "☑政府门户 □部门网站 □专项网站",
        ] {
            assert_eq!(ticked(text), Ok(vec![0]), "{text}");
        }
        assert_eq!(ticked("□政府门户网站 ☑部门网站 ☑专项网站"), Ok(vec![1, 2]));
        assert_eq!(ticked("□政府门户网站 □部门网站 □专项网站"), Ok(vec![]));
        assert_eq!(ticked("政府门户网站 部门网站 √专项网站"), Ok(vec![2]));
        assert!(ticked("政府门户网站√部门网站").is_err());
        assert!(ticked("见附件").is_err());
    }

    #[test]
    fn lines_to_write_on() {
        let features = ["搜索即服务", "其他"];
        let read = |text: &str| read(&features, &[false, true], text).unwrap();
        let boxes = read("☑搜索即服务　　　□其他__________________");
        assert_eq!((boxes.ticked, boxes.line, boxes.as_printed), (vec![0], None, true));
        let boxes = read("□搜索即服务\n ☑其他___政务数据，√ 开放 其他___");
        assert_eq!((boxes.ticked, boxes.line), (vec![1], Some((1, "政务数据，√ 开放 其他".to_owned()))));
        let boxes = read("☑其他（自建平台）□搜索即服务");
        assert_eq!((boxes.ticked, boxes.line), (vec![1], Some((1, "（自建平台）".to_owned()))));
    }
}
