//! The forms of signing in. Pure.

use kernel::{FieldErrors, Fields, form::FormReader};

use super::{SignInId, model};

/// Asking for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    /// Where the letter goes.
    pub email: String,
    /// Where to go afterwards: a path of this site.
    pub back: String,
}

/// A path of this site from what was sent; one's own page when there is none.
pub(crate) fn back(fields: &Fields) -> String {
    let path = platform::http::respond::local_path(fields.get("terug").unwrap_or("/mijn"));
    // Signing in must not end at the door again.
    if path.starts_with("/inloggen") || path.starts_with("/uitloggen") { "/mijn".to_owned() } else { path }
}

/// Asking for a code.
///
/// # Errors
/// When there is no usable e-mail address.
pub(crate) fn ask(fields: &Fields) -> Result<Ask, FieldErrors> {
    let mut form = FormReader::new(fields);
    let email = form.email("email");
    form.finish(Ask { email, back: back(fields) })
}

/// A code that was typed, and for which wish; `None` when the wish is no id.
///
/// # Errors
/// When no code was typed.
pub(crate) fn code(fields: &Fields) -> Result<(Option<SignInId>, String), FieldErrors> {
    let mut form = FormReader::new(fields);
    let typed = model::digits_of(&form.text("code", 40));
    if typed.len() != model::DIGITS && fields.get("code").is_some() {
        form.refuse("code", "people-error-code-length");
    }
    form.finish((fields.get("poging").and_then(|id| id.parse().ok()), typed))
}

/// The name to use.
///
/// # Errors
/// When there is none, or it is too long.
pub(crate) fn name(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let name = form.person_name("name");
    form.finish(name)
}
