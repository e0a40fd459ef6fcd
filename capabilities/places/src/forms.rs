//! The form with which a file of places is sent.

use kernel::{FieldErrors, Fields, form::FormReader, text::Codes};

use super::model::Subject;

/// A file to look at or to load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LoadFile {
    /// What is in it.
    pub subject: Subject,
    pub text: String,
}

/// Reads the form; the text comes from the file or, when it was looked at before, from the field `content`.
///
/// # Errors
/// What is missing, or that the file is no text.
pub(crate) fn parse(fields: &Fields, file: Option<&[u8]>) -> Result<LoadFile, FieldErrors> {
    let mut form = FormReader::new(fields);
    let subject = form.choice("subject", Subject::parse);
    let text = match (file, fields.get("content")) {
        (Some(bytes), _) => String::from_utf8(bytes.to_vec()).map_err(|_| "places-error-not-text"),
        (None, Some(content)) => Ok(content.to_owned()),
        (None, None) => Err("places-error-no-file"),
    };
    if let Err(key) = text {
        form.refuse("file", key);
    }
    form.finish_some(subject.zip(text.ok()).map(|(subject, text)| LoadFile { subject, text }))
}
