//! From forms to what the municipality or a reporter says. Pure.

use kernel::{FieldErrors, Fields, form::FormReader, text::Codes};

use super::model::{NewReport, Reason, TakeDown};

/// Longest note, reason or answer, in characters.
const NOTE_MAX: usize = 1500;

/// A report: fields `reason`, `note`, `email`. Something else needs words.
///
/// # Errors
/// Every field that is missing or wrong.
pub(crate) fn report(fields: &Fields) -> Result<NewReport, FieldErrors> {
    let mut form = FormReader::new(fields);
    let reason = form.choice("reason", Reason::parse);
    let note = if reason == Some(Reason::Other) {
        form.long_text("note", NOTE_MAX)
    } else {
        form.optional_long_text("note", NOTE_MAX).unwrap_or_default()
    };
    let email = form.optional_email("email");
    form.finish_some(reason.map(|reason| NewReport { reason, note, email }))
}

/// Why it is sent back: field `note`.
///
/// # Errors
/// When it is empty or too long.
pub(crate) fn note(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let note = form.long_text("note", NOTE_MAX);
    form.finish(note)
}

/// Why it is taken down: field `reason`, and `answer` for reporters.
///
/// # Errors
/// When the reason is empty, or something is too long.
pub(crate) fn take_down(fields: &Fields) -> Result<TakeDown, FieldErrors> {
    let mut form = FormReader::new(fields);
    let reason = form.long_text("reason", NOTE_MAX);
    let answer = form.optional_long_text("answer", NOTE_MAX);
    form.finish(TakeDown { reason, answer })
}

/// What a reporter hears: field `answer`.
///
/// # Errors
/// When it is empty or too long.
pub(crate) fn answer(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let answer = form.long_text("answer", NOTE_MAX);
    form.finish(answer)
}
