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

/// Most bytes of a file. What it holds is taken apart in memory, where it is ten times as large; the finest boundaries that
/// are taken have 2 MB.
pub(crate) const MOST_BYTES: usize = 8 << 20;

/// What was sent as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    Whole(Vec<u8>),
    /// It has more than [`MOST_BYTES`].
    TooLarge,
}

/// Reads the form; the text comes from the file or, when it was looked at before, from the field `content`.
///
/// # Errors
/// What is missing, or that the file is no text.
pub(crate) fn parse(fields: &Fields, file: Option<Content>) -> Result<LoadFile, FieldErrors> {
    let mut form = FormReader::new(fields);
    let subject = form.choice("subject", Subject::parse);
    let text = match (file, fields.get("content")) {
        (Some(Content::TooLarge), _) => Err("places-error-too-large"),
        (Some(Content::Whole(bytes)), _) => String::from_utf8(bytes).map_err(|_| "places-error-not-text"),
        (None, Some(content)) => Ok(content.to_owned()),
        (None, None) => Err("places-error-no-file"),
    };
    if let Err(key) = text {
        form.refuse("file", key);
    }
    form.finish_some(subject.zip(text.ok()).map(|(subject, text)| LoadFile { subject, text }))
}
