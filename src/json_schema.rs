//! `schemars::JsonSchema` for generated types: the form's own schema, not one made up from Rust.

/// Implements `JsonSchema` for the types of a form; without the feature `schemars`, nothing.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! json_schema {
    ($schema:literal, $family:literal, $root:ident $(, $def:ident)*) => {
        const _: () = {
            use ::std::borrow::Cow;
            use $crate::support::schemars::{JsonSchema, Schema, SchemaGenerator};
            const SCHEMA: &str = $schema;
            impl JsonSchema for $root {
                fn schema_name() -> Cow<'static, str> {
                    Cow::Borrowed(stringify!($root))
                }
                fn schema_id() -> Cow<'static, str> {
                    Cow::Borrowed(concat!(module_path!(), "::", stringify!($root)))
                }
                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    $crate::support::root(SCHEMA)
                }
            }
            $(impl JsonSchema for $def {
                fn schema_name() -> Cow<'static, str> {
                    Cow::Borrowed(concat!($family, stringify!($def)))
                }
                fn schema_id() -> Cow<'static, str> {
                    Cow::Borrowed(concat!(module_path!(), "::", stringify!($def)))
                }
                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    $crate::support::def(SCHEMA, $family, stringify!($def), generator)
                }
            })*
        };
    };
}

/// Implements `JsonSchema` for the types of a form; without the feature `schemars`, nothing.
#[cfg(not(feature = "schemars"))]
#[doc(hidden)]
#[macro_export]
macro_rules! json_schema {
    ($($tokens:tt)*) => {};
}

#[cfg(feature = "schemars")]
mod schemas {
    use schemars::{Schema, SchemaGenerator};
    use serde_json::{Map, Value};

    /// The schema of a report. Its `$id` makes it a resource of its own, so its definitions stay within it: `#/$defs/…` looks
    /// for them there, wherever it is embedded.
    #[must_use]
    pub fn root(text: &str) -> Schema {
        let mut root = parse(text);
        root.remove("$schema");
        Schema::from(root)
    }

    /// The schema of one definition; what it refers to goes where `#/$defs/…` will look for it, by a name that no other
    /// form and edition has.
    #[must_use]
    pub fn def(text: &str, family: &str, name: &str, generator: &mut SchemaGenerator) -> Schema {
        let Some(Value::Object(mut definitions)) = parse(text).remove("$defs") else {
            return Schema::default();
        };
        let mut own = definitions.remove(name).unwrap_or_default();
        let mut wanted = refer(&mut own, family);
        while let Some(name) = wanted.pop() {
            if let Some(mut definition) = definitions.remove(&name) {
                wanted.extend(refer(&mut definition, family));
                generator.definitions_mut().insert(format!("{family}{name}"), definition);
            }
        }
        Schema::try_from(own).unwrap_or_default()
    }

    /// Puts the family before the name in every reference, and says which names these are.
    fn refer(schema: &mut Value, family: &str) -> Vec<String> {
        match schema {
            Value::Object(members) => {
                let mut names = Vec::new();
                for (key, value) in members {
                    match value.as_str().and_then(|reference| reference.strip_prefix("#/$defs/")) {
                        Some(name) if key == "$ref" => {
                            names.push(name.to_owned());
                            *value = Value::from(format!("#/$defs/{family}{name}"));
                        }
                        Some(_) | None => names.extend(refer(value, family)),
                    }
                }
                names
            }
            Value::Array(items) => items.iter_mut().flat_map(|item| refer(item, family)).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        }
    }

    /// Generated text is always an object.
    fn parse(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap_or_default()
    }
}

#[cfg(feature = "schemars")]
pub use schemas::{def, root};
