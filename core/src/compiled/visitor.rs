//! A serde visitor that takes any JSON value and hands it on.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::number::Numeric;
use super::precise::{NUMBERS_ARE_OBJECTS, number_or_object};
use crate::message::Found;

/// Reads a value to its end and forgets it. `IgnoredAny` would accept what is not JSON for `serde_json::Value`: numbers
/// beyond f64, halves of surrogate pairs, unlimited depth.
pub(super) struct Sink;

impl<'a> DeserializeSeed<'a> for Sink {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(Any(self))
    }
}

impl<'a> Take<'a> for Sink {
    fn scalar(self, _found: Scalar<'a>) {}

    fn list<A: SeqAccess<'a>>(self, list: A) -> Result<(), A::Error> {
        drain_list(list)
    }

    fn object<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        drain_map(map)
    }
}

pub(super) fn drain_list<'a, A: SeqAccess<'a>>(mut list: A) -> Result<(), A::Error> {
    while list.next_element_seed(Sink)?.is_some() {}
    Ok(())
}

pub(super) fn drain_map<'a, A: MapAccess<'a>>(mut map: A) -> Result<(), A::Error> {
    while map.next_key_seed(Sink)?.is_some() {
        map.next_value_seed(Sink)?;
    }
    Ok(())
}

/// A value that is neither list nor object.
pub(super) enum Scalar<'a> {
    Null,
    Flag(bool),
    Number(Numeric),
    Text(Cow<'a, str>),
}

impl Scalar<'_> {
    pub(super) fn found(&self) -> Found<'_> {
        match self {
            Self::Null => Found::Null,
            Self::Flag(flag) => Found::Bool(*flag),
            Self::Number(number) => number.found(),
            Self::Text(text) => Found::Text(text),
        }
    }
}

/// Somebody who takes any value.
pub(super) trait Take<'a>: Sized {
    fn scalar(self, found: Scalar<'a>);
    fn list<A: SeqAccess<'a>>(self, list: A) -> Result<(), A::Error>;
    fn object<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error>;
}

/// The visitor that answers every `visit_*` and hands the value to a [`Take`].
pub(super) struct Any<T>(pub(super) T);

impl<'a, T: Take<'a>> DeserializeSeed<'a> for Any<T> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a, T: Take<'a>> Visitor<'a> for Any<T> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.scalar(Scalar::Null);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<(), E> {
        self.0.scalar(Scalar::Flag(flag));
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.0.scalar(Scalar::Number(Numeric::Unsigned(number)));
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.0.scalar(Scalar::Number(Numeric::Signed(number)));
        Ok(())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.0.scalar(Scalar::Number(Numeric::Float(number)));
        Ok(())
    }

    fn visit_borrowed_str<E: Error>(self, text: &'a str) -> Result<(), E> {
        self.0.scalar(Scalar::Text(Cow::Borrowed(text)));
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.scalar(Scalar::Text(Cow::Owned(text.into())));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(self, list: A) -> Result<(), A::Error> {
        self.0.list(list)
    }

    fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        if *NUMBERS_ARE_OBJECTS { number_or_object(self.0, map) } else { self.0.object(map) }
    }
}
