//! Numbers of a `serde_json` that keeps their text: where any crate of a build asks for its feature `arbitrary_precision`, all
//! get them, and a number comes to a visitor as an object with one member of a secret name.

use std::sync::LazyLock;

use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess};
use serde_json::Number;

use super::number::Numeric;
use super::visitor::{Scalar, Take};

const SECRET: &str = "$serde_json::private::Number";

/// True where numbers come so: only then is the text of one kept.
pub(super) static NUMBERS_ARE_OBJECTS: LazyLock<bool> =
    LazyLock::new(|| serde_json::from_str::<Number>("1.50").is_ok_and(|number| number.to_string() == "1.50"));

/// Hands on what comes as an object: a number, or an object indeed.
pub(super) fn number_or_object<'a, T: Take<'a>, A: MapAccess<'a>>(
    take: T,
    mut map: A,
) -> Result<(), A::Error> {
    let first = map.next_key::<String>()?;
    if first.as_deref() != Some(SECRET) {
        return take.object(PutBack { first, map });
    }
    let text = map.next_value::<String>()?;
    let number = numeric(&text).ok_or_else(|| A::Error::custom("number out of range"))?;
    take.scalar(Scalar::Number(number));
    Ok(())
}

/// A number by its text, as the parser gives it without that feature.
fn numeric(text: &str) -> Option<Numeric> {
    let float = text.parse::<f64>().ok().filter(|number| number.is_finite())?;
    let whole = text.parse().map(Numeric::Unsigned).or_else(|_| text.parse().map(Numeric::Signed));
    Some(whole.ok().filter(|_| text != "-0").unwrap_or(Numeric::Float(float)))
}

/// An object whose first name was looked at already.
struct PutBack<A> {
    first: Option<String>,
    map: A,
}

impl<'a, A: MapAccess<'a>> MapAccess<'a> for PutBack<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(first) => seed.deserialize(first.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

#[cfg(test)]
mod tests {
    use serde::de::SeqAccess;
    use serde::de::value::{Error as Refused, MapDeserializer};

    use super::*;

    /// What was handed on.
    struct Seen<'s>(&'s mut String);

    impl<'a> Take<'a> for Seen<'_> {
        fn scalar(self, found: Scalar<'a>) {
            *self.0 = found.found().show().into_owned();
        }

        fn list<A: SeqAccess<'a>>(self, _list: A) -> Result<(), A::Error> {
            Ok(())
        }

        fn object<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some((name, value)) = map.next_entry::<String, String>()? {
                self.0.push_str(&format!("{name}={value};"));
            }
            Ok(())
        }
    }

    fn handed_on(members: &[(&str, &str)]) -> Result<String, Refused> {
        let mut seen = String::new();
        number_or_object(Seen(&mut seen), MapDeserializer::new(members.iter().copied()))?;
        Ok(seen)
    }

    #[test]
    fn numbers_are_told_from_objects() {
        for (text, shown) in [("5", "5"), ("-5", "-5"), ("10.25", "10.25"), ("1e2", "100.0"), ("-0", "-0.0")]
        {
            assert_eq!(handed_on(&[(SECRET, text)]).as_deref(), Ok(shown), "{text}");
        }
        assert!(handed_on(&[(SECRET, "1e400")]).is_err());
        assert_eq!(handed_on(&[("a", "1"), ("b", "2")]).as_deref(), Ok("a=1;b=2;"));
        assert_eq!(handed_on(&[]).as_deref(), Ok(""));
    }
}
