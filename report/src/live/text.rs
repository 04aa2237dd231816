//! A report's text as a JSON value, read once, with what a parsed value hides: members given more than once.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use tianbao_core::{Finding, pointer, syntax};

/// A parsed text.
#[derive(Debug)]
pub(super) struct Document {
    /// Its value; of members given more than once the first counts.
    pub(super) value: Value,
    /// JSON Pointers of members given more than once, each as often as it is repeated.
    pub(super) duplicates: Vec<String>,
}

impl Document {
    /// Reads a text; where it is no JSON, the finding `syntax`.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Box<Finding>> {
        let text = syntax::utf8(bytes)?;
        let duplicates = RefCell::new(Vec::new());
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let value = Node { pointer: "", duplicates: &duplicates }
            .deserialize(&mut deserializer)
            .and_then(|value| deserializer.end().map(|()| value));
        match value {
            Ok(value) => Ok(Self { value, duplicates: duplicates.into_inner() }),
            Err(error) => Err(Box::new(syntax::finding_of(text, &error))),
        }
    }
}

/// Reads the value at a pointer.
#[derive(Clone, Copy)]
struct Node<'a> {
    pointer: &'a str,
    duplicates: &'a RefCell<Vec<String>>,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        let mut here = format!("{}/0", self.pointer);
        while let Some(item) = items.next_element_seed(Node { pointer: &here, ..self })? {
            list.push(item);
            here = format!("{}/{}", self.pointer, list.len());
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let here = pointer::join(self.pointer, &name);
            let before = self.duplicates.borrow().len();
            let value = members.next_value_seed(Node { pointer: &here, ..self })?;
            if object.contains_key(&name) {
                // What stands inside the second is not looked at.
                let mut duplicates = self.duplicates.borrow_mut();
                duplicates.truncate(before);
                duplicates.push(here);
            } else {
                object.insert(name, value);
            }
        }
        Ok(Value::Object(object))
    }
}
