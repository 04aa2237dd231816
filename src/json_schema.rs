//! `schemars::JsonSchema` for generated types: the form's own schema, not one made up from Rust.

/// Implements `JsonSchema` for the types of a form; without the feature `schemars`, nothing.
#[cfg(feature = "schemars")]
#[doc(hidden)]
#[macro_export]
macro_rules! json_schema {
    ($schema:literal, $root:ident $(, $def:ident)*) => {
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
                    Cow::Borrowed(stringify!($def))
                }
                fn schema_id() -> Cow<'static, str> {
                    Cow::Borrowed(concat!(module_path!(), "::", stringify!($def)))
                }
                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    $crate::support::def(SCHEMA, stringify!($def), generator)
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

    /// The schema of one definition; what it refers to goes where `#/$defs/…` will look for it.
    #[must_use]
    pub fn def(text: &str, name: &str, generator: &mut SchemaGenerator) -> Schema {
        let Some(Value::Object(definitions)) = parse(text).remove("$defs") else {
            return Schema::default();
        };
        let own = definitions.get(name).cloned().and_then(|own| Schema::try_from(own).ok());
        generator.definitions_mut().extend(definitions);
        own.unwrap_or_default()
    }

    /// Generated text is always an object.
    fn parse(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap_or_default()
    }
}

#[cfg(feature = "schemars")]
pub use schemas::{def, root};
