//! Raw input of answers. Pure.

use kernel::{FieldErrors, Fields, form::FormReader, text::Codes};

use super::model::{Answer, Moment};

/// Longest reason, in characters.
const MAX_REASON: usize = 500;

/// Reads an answer that fits the question, and the reason that may come with it.
///
/// # Errors
/// When nothing was chosen, or something that was not asked.
pub fn answer(fields: &Fields, moment: Moment) -> Result<(Answer, Option<String>), FieldErrors> {
    let mut form = FormReader::new(fields);
    let answer = form.choice("antwoord", |code| Answer::parse(code).filter(|answer| moment.answers().contains(answer)));
    let reason = form.optional_text("reason", MAX_REASON);
    form.finish_some(answer.map(|answer| (answer, reason)))
}
