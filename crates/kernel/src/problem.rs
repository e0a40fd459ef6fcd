//! Everything that can go wrong in a way somebody is told about. One type, from rule to edge:
//! the edge turns it into a page with a way on, or into RFC 9457 JSON.

use crate::form::FieldErrors;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// There is no such thing, or it is none of this actor's business.
    #[error("not found")]
    NotFound,
    /// It was there, and is there no more; the text is a catalogue key that says what became of it.
    #[error("gone: {0}")]
    Gone(&'static str),
    /// Refused; the text is a catalogue key that says why.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// Only somebody who has signed in may.
    #[error("sign in first")]
    SignInFirst,
    /// The input has errors; nothing was changed. As text it names the fields alone: what was typed is nobody's business.
    #[error("invalid input in {}", fields(.0))]
    Invalid(FieldErrors),
    /// The thing is not in a state in which this can be done; the text is a catalogue key that says what to do.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// Too many of this in a short time; try again after so many seconds.
    #[error("too many requests, retry after {0} s")]
    TooMany(u32),
    /// What was sent is larger than so many bytes.
    #[error("more than {0} bytes were sent")]
    TooLarge(usize),
    /// What was sent cannot be read as the form it should be: cut off on its way, or not made by one of our pages.
    #[error("malformed request")]
    Malformed,
    /// There is such an address, but nothing that this method does there.
    #[error("method not allowed")]
    Method,
    /// Not yet; try again after so many seconds.
    #[error("unavailable, retry after {0} s")]
    Unavailable(u32),
    /// It took too long, or what is needed cannot be reached now; trying again a little later may help.
    #[error("busy: {0}")]
    Busy(&'static str),
    /// Nothing can be saved now, because the disk is full or does not take it; reading may go on.
    #[error("nothing can be saved: {0}")]
    NoRoom(&'static str),
    /// Something broke that is not the person's doing.
    #[error("fault: {0}")]
    Fault(#[source] Box<dyn std::error::Error + Send + Sync>),
}

fn fields(errors: &FieldErrors) -> String {
    errors.0.iter().map(|error| error.field.as_str()).collect::<Vec<_>>().join(", ")
}

/// A result whose error somebody is told about.
pub type Result<T> = std::result::Result<T, Problem>;

impl Problem {
    /// A fault with its cause.
    pub fn fault(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Fault(cause.into())
    }
}

impl From<FieldErrors> for Problem {
    fn from(errors: FieldErrors) -> Self {
        Self::Invalid(errors)
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        // Its own text quotes what it stumbled over, which may be somebody's words.
        Self::fault(format!("JSON: {:?} at line {}, column {}", error.classify(), error.line(), error.column()))
    }
}
