//! The forms of the demonstration. Pure.

use kernel::{FieldErrors, Fields, form::FormReader, time};

use super::model::FURTHEST;

/// How far the clock is to move, in milliseconds.
///
/// # Errors
/// When neither hours nor days are a positive whole number.
pub(crate) fn clock(fields: &Fields) -> Result<i64, FieldErrors> {
    let mut form = FormReader::new(fields);
    let hours = form.optional_int("uren", 1, FURTHEST * 24).unwrap_or(0);
    let days = form.optional_int("dagen", 1, FURTHEST).unwrap_or(0);
    if hours + days == 0 && fields.get("uren").is_none() && fields.get("dagen").is_none() {
        form.refuse("dagen", "common-error-required");
    }
    form.finish(hours * time::HOUR + days * time::DAY)
}
