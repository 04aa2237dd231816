//! Random rule expressions over the fields of a random spec, in all shapes that the language knows.

use crate::random::Random;

/// What an expression may read of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A count, number or year.
    Number,
    /// A text or web address.
    Text,
    /// A day.
    Date,
    /// A flag.
    Flag,
    /// One box, with the ids of all.
    Choice(Vec<String>),
    /// Boxes, with the ids of all.
    Choices(Vec<String>),
    /// A group; only under `has()`.
    Group,
}

/// A field or group that expressions may name.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its path.
    pub path: String,
    /// What it gives.
    pub reads: Reads,
    /// True where it or a group around it may be absent.
    pub optional: bool,
}

/// What expressions may speak of.
#[derive(Debug)]
pub struct Vocabulary {
    /// Fields and groups.
    pub names: Vec<Named>,
    /// Names of patterns.
    pub patterns: Vec<String>,
}

impl Vocabulary {
    fn some<'a>(&'a self, random: &mut Random, wanted: impl Fn(&Named) -> bool) -> Option<&'a Named> {
        let fitting: Vec<_> = self.names.iter().filter(|named| wanted(named)).collect();
        if fitting.is_empty() { None } else { Some(*random.pick(&fitting)) }
    }

    /// A path of some kind, sometimes last year's.
    fn path(&self, random: &mut Random, reads: &Reads) -> Option<String> {
        let named = self.some(random, |named| named.reads == *reads)?;
        Some(if random.once_in(8) { format!("previous.{}", named.path) } else { named.path.clone() })
    }

    /// An expression that is true or false.
    pub fn truth(&self, random: &mut Random, depth: usize) -> String {
        if depth > 0 && random.once_in(3) {
            let (left, right) = (self.truth(random, depth - 1), self.truth(random, depth - 1));
            return match random.below(4) {
                0 => format!("({left}) && ({right})"),
                1 => format!("({left}) || ({right})"),
                2 => format!("!({left})"),
                _ => format!("({left}) == ({right})"),
            };
        }
        // Not every spec has every kind of field: try until one fits.
        (0..40).find_map(|_| self.leaf(random, depth)).unwrap_or_else(|| "true".to_owned())
    }

    fn leaf(&self, random: &mut Random, depth: usize) -> Option<String> {
        match random.below(9) {
            0..=2 => Some(self.comparison(random, depth)),
            3 => self.presence(random),
            4 => self.text_test(random),
            5 => self.day_test(random),
            6 => {
                let flag = self.path(random, &Reads::Flag)?;
                Some(if random.once_in(2) { format!("!{flag}") } else { flag })
            }
            7 => {
                let named = self.some(random, |named| matches!(named.reads, Reads::Choice(_)))?;
                let Reads::Choice(ids) = &named.reads else { return None };
                let operator = random.pick(&["==", "!="]);
                Some(format!("{} {operator} '{}'", named.path, random.pick(ids)))
            }
            _ => {
                let named = self.some(random, |named| matches!(named.reads, Reads::Choices(_)))?;
                let Reads::Choices(ids) = &named.reads else { return None };
                Some(format!("'{}' in {}", random.pick(ids), named.path))
            }
        }
    }

    fn comparison(&self, random: &mut Random, depth: usize) -> String {
        let operator = *random.pick(&["==", "!=", "<", "<=", ">", ">="]);
        format!("{} {operator} {}", self.number(random, depth), self.number(random, depth))
    }

    /// A number.
    pub fn number(&self, random: &mut Random, depth: usize) -> String {
        let leaf = |random: &mut Random| match self.path(random, &Reads::Number) {
            Some(path) if !random.once_in(5) => path,
            _ if random.once_in(4) => "1.5".to_owned(),
            _ => random.below(4).to_string(),
        };
        if depth == 0 || random.once_in(2) {
            return leaf(random);
        }
        let (left, right) = (self.number(random, depth - 1), self.number(random, depth - 1));
        match random.below(6) {
            0 => format!("({left} - {right})"),
            1 => format!("{} * {}", leaf(random), 1 + random.below(10)),
            2 => format!("-({left})"),
            _ => format!("({left} + {right})"),
        }
    }

    fn presence(&self, random: &mut Random) -> Option<String> {
        let named = self.some(random, |named| named.optional)?;
        let path = &named.path;
        Some(match (random.below(4), &named.reads) {
            (0, _) => format!("!has({path})"),
            (1, Reads::Number) => format!("(has({path}) && {path} > 1)"),
            (2, Reads::Number) => format!("(!has({path}) || {path} <= 2)"),
            (3, _) => format!("has(previous.{path})"),
            _ => format!("has({path})"),
        })
    }

    fn text_test(&self, random: &mut Random) -> Option<String> {
        let text = self.path(random, &Reads::Text)?;
        let literal = random.pick(&["县政府", "a", "办公室", "𠮷", "http://", ".cn", "~/"]);
        Some(match random.below(7) {
            0 => format!("{text}.endsWith('{literal}')"),
            1 => format!("{text} == '{literal}'"),
            2 => format!("{text} != '{literal}'"),
            3 => format!("{text} == {}", self.path(random, &Reads::Text)?),
            4 | 5 if !self.patterns.is_empty() => {
                format!("{text}.matches(patterns.{})", random.pick(&self.patterns))
            }
            _ => format!("{text}.startsWith('{literal}')"),
        })
    }

    fn day_test(&self, random: &mut Random) -> Option<String> {
        let day = self.path(random, &Reads::Date)?;
        let operator = *random.pick(&["==", "!=", "<", "<=", ">", ">="]);
        let year = match self.some(random, |named| named.path == "year") {
            Some(_) if !random.once_in(4) => "year + 1".to_owned(),
            _ => "2020".to_owned(),
        };
        Some(if random.once_in(4) {
            format!("{day} {operator} {}", self.path(random, &Reads::Date)?)
        } else {
            format!("{day} {operator} date({year}, {}, {})", 1 + random.below(12), 1 + random.below(28))
        })
    }

    /// What a fix may set at a field; none where nothing fits its kind.
    pub fn value_for(&self, random: &mut Random, named: &Named) -> Option<String> {
        Some(match &named.reads {
            Reads::Number => self.number(random, 1),
            Reads::Text => {
                let other = self.path(random, &Reads::Text)?;
                match random.below(3) {
                    0 => format!("'http://' + {}", named.path),
                    1 => format!("first({other}, 2) + '办公室'"),
                    _ => format!("string({}) + '号'", self.path(random, &Reads::Number)?),
                }
            }
            Reads::Flag => self.truth(random, 0),
            Reads::Date => self.path(random, &Reads::Date)?,
            Reads::Choice(ids) => format!("'{}'", random.pick(ids)),
            Reads::Choices(_) | Reads::Group => return None,
        })
    }
}
