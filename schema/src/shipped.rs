//! The specs that come with tianbao, embedded.

/// A shipped spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Id of the form.
    pub form: &'static str,
    /// Its edition.
    pub edition: u32,
    /// Its path in the repository, for messages.
    pub path: &'static str,
    /// The spec.
    pub text: &'static str,
}

impl Shipped {
    /// Its name on the command line and in specs: `gov-website-work/2019`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}/{}", self.form, self.edition)
    }
}

macro_rules! shipped {
    ($(($form:literal, $edition:literal),)+) => {
        &[$(Shipped {
            form: $form,
            edition: $edition,
            path: concat!("schema/forms/", $form, "/", $edition, ".yaml"),
            text: include_str!(concat!("../forms/", $form, "/", $edition, ".yaml")),
        }),+]
    };
}

/// The shipped specs, editions of a form in their order.
///
/// ```
/// for spec in tianbao_schema::shipped() {
///     let form = tianbao_schema::check(spec.path, spec.text.as_bytes()).form.expect("shipped specs are sound");
///     assert_eq!((form.id.as_str(), form.edition), (spec.form, spec.edition));
/// }
/// ```
#[must_use]
pub fn shipped() -> &'static [Shipped] {
    shipped![("gov-website-work", 2019),]
}
