//! Raw input of decisions. Pure.

use kernel::{FieldErrors, Fields, codes, form::FormReader, text::Codes};

use super::super::{
    alternatives::MOST,
    model::{DeclineKind, Door, MAX_TEXT},
};

/// Longest reason why there are no doors, in characters.
const MAX_REASON: usize = 500;

codes! {
    /// What the other side says when it is not a yes.
    pub enum Verdict {
        /// Full now, but they want to keep this person in mind.
        Reserve = "reserve",
        Full = "full",
        /// No fit.
        NoFit = "no_fit",
    }
}

impl Verdict {
    /// Why it is a no; `None` for the reserve list.
    pub fn decline_kind(self) -> Option<DeclineKind> {
        match self {
            Self::Reserve => None,
            Self::Full => Some(DeclineKind::Full),
            Self::NoFit => Some(DeclineKind::NoFit),
        }
    }
}

/// A no, with what comes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decline {
    pub verdict: Verdict,
    /// In their own words.
    pub message: Option<String>,
    /// The doors that were ticked, of those that were suggested.
    pub doors: Vec<Door>,
    /// Why there are none.
    pub no_doors_reason: Option<String>,
}

/// Reads a no. Without a door, or the reason why there is none, it is not one.
pub(crate) fn decline(fields: &Fields, suggested: &[Door]) -> Result<Decline, FieldErrors> {
    let mut form = FormReader::new(fields);
    let verdict = form.choice("verdict", Verdict::parse);
    let message = form.optional_long_text("message", MAX_TEXT);
    let chosen: Vec<&str> = fields.all("door").collect();
    let doors: Vec<Door> =
        suggested.iter().filter(|door| chosen.contains(&door.id.to_string().as_str())).cloned().collect();
    let no_doors_reason = form.optional_long_text("no_doors", MAX_REASON);
    if doors.len() > MOST {
        form.refuse("door", "response-error-too-many-doors");
    }
    if doors.is_empty() && fields.get("no_doors").is_none() {
        form.refuse(if suggested.is_empty() { "no_doors" } else { "door" }, "response-error-doors");
    }
    let no_doors_reason = no_doors_reason.filter(|_| doors.is_empty());
    form.finish_some(verdict.map(|verdict| Decline { verdict, message, doors, no_doors_reason }))
}
