//! The registry of diagnostic codes: one line each. A code never changes its meaning.
//!
//! Every code has a file `explain/<code>.md` (why, a spec that shows it, how to mend it); a test holds the two together.

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $code:ident,)+) => {
        /// A diagnostic code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $code,)+ }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$code),+];

            /// As printed: `TB003`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$code => stringify!($code)),+ }
            }

            /// The explanation, Markdown in Chinese and English.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$code => include_str!(concat!("explain/", stringify!($code), ".md"))),+ }
            }
        }
    };
}

codes! {
    // The text itself: 001–019.
    /// The file is not UTF-8 (GBK, or not text at all).
    TB001,
    /// Too large, too deep, too long: a limit.
    TB002,
    /// Chinese or full-width punctuation where YAML or an expression wants ASCII.
    TB003,
    /// A tab.
    TB004,
    /// Indentation that fits no line above.
    TB005,
    /// An invisible character: no-break space, zero-width space, byte-order mark inside the text.
    TB006,
    /// YAML that cannot be read, for any other reason.
    TB007,
    /// A trap of YAML in a value: it would read something else than was meant, so quote it.
    TB008,
    /// An anchor, alias or tag.
    TB009,
    /// The file is empty, or not a mapping.
    TB010,
    // Expressions: 020–039.
    /// An expression that cannot be read.
    TB020,
    /// A name that does not exist.
    TB021,
    /// A function or operator outside the subset.
    TB022,
    /// Types that do not fit together.
    TB023,
    /// A text in an expression: wrong quotes, a choice's label for its id, an unknown choice.
    TB024,
    /// Arithmetic that could leave the range of whole numbers, or a day that cannot be.
    TB025,
    /// A rule that can never fail, or never hold.
    TB026,
    /// A rule that repeats or contradicts another.
    TB027,
    /// A field read where `has()` does not establish it, or established for nothing.
    TB028,
    // Structure: 040–059.
    /// An unknown key.
    TB040,
    /// A missing key.
    TB041,
    /// A key or an id given twice.
    TB042,
    /// A value of the wrong kind: a list for a text, a text for a number.
    TB043,
    /// An id that is not snake_case, or is reserved.
    TB044,
    /// A word that is none of those allowed here.
    TB045,
    /// A key that does not fit the field's kind.
    TB046,
    /// A limit that contradicts another: min above max.
    TB047,
    /// A pattern outside the portable subset, or against its own example.
    TB048,
    /// An example or sample that breaks the form's own limits.
    TB049,
    /// A choice that cannot be reached, or a line that leads nowhere.
    TB050,
    /// A numbered field without instruction.
    TB051,
    /// House style: prose in braces, an expression that starts with a sign.
    TB052,
    /// A former name (`was`) that is the present one, another's, or still in use.
    TB053,
    /// A revision that is not told in full, or does what a correction may not do.
    TB054,
    /// A local addition that changes or loosens the form that it extends, or that extends none.
    TB055,
    // Layout: 060–069.
    /// A layout that names an unknown field, or leaves out or repeats one.
    TB060,
    // Messages and cases: 070–079.
    /// A message with an unknown or unread place.
    TB070,
    /// A message that says something else than its rule.
    TB071,
    /// A rule without a message where no sentence can be made.
    TB072,
    /// A case that does not do what it says.
    TB073,
    /// A fix that cannot work.
    TB074,
}

impl std::fmt::Display for Code {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

impl std::str::FromStr for Code {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.iter().copied().find(|code| code.name().eq_ignore_ascii_case(text)).ok_or(())
    }
}
