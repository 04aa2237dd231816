//! JSON as text that need not be tidy: members may repeat, numbers and texts are spelled as one likes.

use serde_json::Value;

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
