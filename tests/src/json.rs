//! JSON as text that need not be tidy: members may repeat, numbers and texts are spelled as one likes.

use serde_json::Value;

use crate::random::Random;

/// A JSON value, kept as it will be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// Written as it stands: a number, a text with its quotes, a word, or rubbish.
    Raw(String),
    /// A list.
    List(Vec<Json>),
    /// An object; names may repeat.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Raw(Value::from(text).to_string())
    }

    /// Anything, as it is to be written.
    #[must_use]
    pub fn raw(text: impl Into<String>) -> Self {
        Self::Raw(text.into())
    }

    /// The members of an object.
    pub fn members(&mut self) -> Option<&mut Vec<(String, Self)>> {
        match self {
            Self::Object(members) => Some(members),
            Self::Raw(_) | Self::List(_) => None,
        }
    }

    /// The value at a path of names; none where it is not there.
    pub fn at<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) -> Option<&mut Self> {
        let mut here = self;
        for name in names {
            here = here.members()?.iter_mut().find(|(member, _)| member == name).map(|(_, value)| value)?;
        }
        Some(here)
    }

    /// Sets one member of an object; does nothing to other values.
    pub fn set(&mut self, name: &str, value: Self) {
        let Some(members) = self.members() else { return };
        match members.iter_mut().find(|(member, _)| member == name) {
            Some((_, old)) => *old = value,
            None => members.push((name.to_owned(), value)),
        }
    }

    /// Its text.
    #[must_use]
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// The same, with white space between its tokens and characters escaped that need not be.
    #[must_use]
    pub fn respelled(&self, random: &mut Random) -> String {
        let mut out = String::new();
        self.respell(random, &mut out);
        out
    }

    fn respell(&self, random: &mut Random, out: &mut String) {
        let space = |random: &mut Random| random.word(&["", "", "", " ", "\n", "\t ", "\r\n  "]);
        out.push_str(space(random));
        match self {
            Self::Raw(text) => match serde_json::from_str::<String>(text) {
                Ok(text) => escape(&text, random, out),
                Err(_) => out.push_str(text),
            },
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    item.respell(random, out);
                }
                out.push_str(space(random));
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    out.push_str(space(random));
                    escape(name, random, out);
                    out.push_str(space(random));
                    out.push(':');
                    value.respell(random, out);
                }
                out.push_str(space(random));
                out.push('}');
            }
        }
        out.push_str(space(random));
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Raw(text) => out.push_str(text),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    out.push_str(&Value::from(name.as_str()).to_string());
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

impl From<&Value> for Json {
    fn from(value: &Value) -> Self {
        match value {
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => {
                Self::Object(members.iter().map(|(name, value)| (name.clone(), Self::from(value))).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                Self::Raw(value.to_string())
            }
        }
    }
}

/// A text in quotes, some of its characters as `\u….`.
fn escape(text: &str, random: &mut Random, out: &mut String) {
    let often = *random.pick(&[2, 20, usize::MAX]);
    out.push('"');
    for character in text.chars() {
        if random.once_in(often) {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            let quoted = Value::from(character.to_string()).to_string();
            out.push_str(&quoted[1..quoted.len() - 1]);
        }
    }
    out.push('"');
}
