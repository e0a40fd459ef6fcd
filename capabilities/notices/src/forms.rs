//! From the form to a wish to hear of something.

use kernel::{
    Fields,
    form::{FieldErrors, FormReader},
    text::Codes,
};

use super::model::Rhythm;

/// How somebody wants to hear of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub rhythm: Rhythm,
    /// Where letters go, for somebody without an account.
    pub email: Option<String>,
}

/// Reads the fields of `notices/_wish.html`; `asks_email` for somebody whose address is not known.
///
/// # Errors
/// Every field that is not right.
pub fn wish(fields: &Fields, asks_email: bool) -> Result<Wish, FieldErrors> {
    let mut form = FormReader::new(fields);
    let rhythm = form.choice("rhythm", Rhythm::parse);
    let email = asks_email.then(|| form.email("email"));
    form.finish_some(rhythm.map(|rhythm| Wish { rhythm, email }))
}
