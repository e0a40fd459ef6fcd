//! Raw input of answers. Pure.

use kernel::{FieldErrors, Fields, form::FormReader};
use platform::followups::{Answer, Question};

/// Longest reason, in characters.
const MAX_REASON: usize = 500;

/// Reads an answer that fits the moment, and the reason that may come with it.
///
/// # Errors
/// When nothing was chosen, or something that was not asked.
pub fn read_answer(
    fields: &Fields,
    question: &Question,
    moment: &str,
) -> Result<(Answer, Option<String>), FieldErrors> {
    let mut form = FormReader::new(fields);
    let answer = form.choice("antwoord", |code| question.answer(moment, code));
    let reason = if question.asks_why { form.optional_long_text("reason", MAX_REASON) } else { None };
    form.finish_some(answer.map(|answer| (answer, reason)))
}
