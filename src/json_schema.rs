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
                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    $crate::support::root(SCHEMA, generator)
                }
            }
            $(impl JsonSchema for $def {
                fn schema_name() -> Cow<'static, str> {
                    Cow::Borrowed(stringify!($def))
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

    /// The schema of a report; its definitions go where `#/$defs/…` will look for them.
    #[must_use]
    pub fn root(text: &str, generator: &mut SchemaGenerator) -> Schema {
        let mut root = parse(text);
        define(&mut root, generator);
        root.remove("$schema");
        Schema::from(root)
    }

    /// The schema of one definition.
    #[must_use]
    pub fn def(text: &str, name: &str, generator: &mut SchemaGenerator) -> Schema {
        define(&mut parse(text), generator);
        let own = generator.definitions().get(name).cloned();
        own.and_then(|own| Schema::try_from(own).ok()).unwrap_or_default()
    }

    /// Generated text is always an object.
    fn parse(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap_or_default()
    }

    fn define(root: &mut Map<String, Value>, generator: &mut SchemaGenerator) {
        if let Some(Value::Object(definitions)) = root.remove("$defs") {
            generator.definitions_mut().extend(definitions);
        }
    }
}

#[cfg(feature = "schemars")]
pub use schemas::{def, root};
