//! From the form to a wish to hear of something new.

use kernel::{
    Fields,
    form::{FieldErrors, FormReader},
    text::Codes,
};

use super::model::Rhythm;
use crate::listing::{forms, model::Filters};

/// A wish to hear of something new.
#[derive(Clone, Debug, PartialEq)]
pub struct Save {
    /// What is looked for.
    pub filters: Filters,
    /// How often.
    pub rhythm: Rhythm,
    /// Where letters go, for somebody without an account.
    pub email: Option<String>,
}

/// Reads the form; `asks_email` for somebody whose address is not known.
///
/// # Errors
/// Every field that is not right.
pub fn save(fields: &Fields, asks_email: bool) -> Result<Save, FieldErrors> {
    let mut form = FormReader::new(fields);
    let rhythm = form.choice("rhythm", Rhythm::parse);
    let email = asks_email.then(|| form.email("email"));
    let filters = forms::parse(fields).bare();
    form.finish_some(rhythm.map(|rhythm| Save { filters, rhythm, email }))
}

/// Reads another rhythm.
///
/// # Errors
/// When none was chosen.
pub fn rhythm(fields: &Fields) -> Result<Rhythm, FieldErrors> {
    let mut form = FormReader::new(fields);
    let rhythm = form.choice("rhythm", Rhythm::parse);
    form.finish_some(rhythm)
}
