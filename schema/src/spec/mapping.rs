//! The macros that declare a mapping or a word of the spec language once, for reading and for the JSON Schema.

/// Declares a mapping: `key: required Type` or `key: optional Type`. The first doc line says what it is, in Chinese.
macro_rules! mapping {
    (
        #[doc = $about:literal]
        $name:ident ($what:literal, $what_en:literal) {
            $($(#[doc = $doc:literal])+ $key:ident: $presence:ident $type:ty,)+
        }
    ) => {
        #[doc = $about]
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where it stands.
            pub span: $crate::place::Span,
            $($(#[doc = $doc])+ pub $key: Option<$type>,)+
        }

        impl $name {
            /// Its keys; true for those that must be there.
            pub(crate) const KEYS: &[(&str, bool)] = &[$((stringify!($key), mapping!(@$presence))),+];
        }

        impl $crate::spec::FromNode for $name {
            fn from_node(node: $crate::node::Node, reader: &mut $crate::spec::Reader<'_>) -> Option<Self> {
                let span = node.span;
                let mut entries = reader.mapping(node, ($what, $what_en), Self::KEYS)?;
                Some(Self {
                    span,
                    $($key: reader.entry(&mut entries, stringify!($key)),)+
                })
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).trim_end_matches("Spec").into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let keys = [$((
                    stringify!($key),
                    concat!($($doc,)+),
                    mapping!(@$presence),
                    generator.subschema_for::<$type>(),
                )),+];
                $crate::spec::schema::object($about, keys)
            }
        }
    };
    (@required) => { true };
    (@optional) => { false };
}

/// Declares a set of words of which a key takes one; each with its meaning in the model.
macro_rules! words {
    (
        #[doc = $about:literal]
        $name:ident => $meaning:ty { $($word:literal ($doc:literal) => $value:expr,)+ }
    ) => {
        #[doc = $about]
        #[derive(Clone, Debug)]
        pub struct $name {
            /// Where it stands.
            pub span: $crate::place::Span,
            /// What it means.
            pub value: $meaning,
        }

        impl $crate::spec::FromNode for $name {
            fn from_node(node: $crate::node::Node, reader: &mut $crate::spec::Reader<'_>) -> Option<Self> {
                let scalar = reader.word(node, &[$($word),+])?;
                let value = match scalar.text.as_str() {
                    $($word => $value,)+
                    _ => return None,
                };
                Some(Self { span: scalar.span, value })
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).trim_end_matches("Word").into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::spec::schema::words($about, &[$(($word, $doc)),+])
            }
        }
    };
}
