//! Raw input of responses to commands, or every field that needs another look. Pure.

use kernel::{FieldErrors, Fields, codes, form::FormReader, text::Codes};
use uuid::Uuid;

use super::model::{CODE_DIGITS, MAX_NAME, MAX_TEXT, Reach, ResponseId};
use people::desk::model::Way;

codes! {
    /// Questions people ask most, to tick instead of type.
    pub enum Ask {
        /// Can I come and look first?
        Look = "look",
        /// When can I start?
        When = "when",
        /// How much time does it take?
        Time = "time",
        /// Who shows me the way?
        Guidance = "guidance",
        /// My Dutch is not perfect yet; is that all right?
        Language = "language",
    }
}

/// A response as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    pub name: String,
    /// Lower case.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub reach: Reach,
    pub asks: Vec<Ask>,
    /// In their own words.
    pub question: Option<String>,
    /// How somebody opposite without an account agreed that the desk fills it in for them; absent for all others.
    pub agreed: Option<Way>,
}

/// Who fills the form in, as far as it changes what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filler<'a> {
    /// The address they signed in with, and the name of their account.
    pub account_email: Option<&'a str>,
    pub account_name: Option<&'a str>,
    /// Whether they sit at the desk, and may fill it in for somebody opposite.
    pub desk: bool,
}

/// Reads a response. An e-mail address or a telephone number is asked only of a person who wants to be reached
/// that way.
pub(crate) fn respond(fields: &Fields, filler: Filler<'_>) -> Result<Typed, FieldErrors> {
    let mut form = FormReader::new(fields);
    let on_behalf = filler.desk && form.flag("on_behalf");
    let agreed = if on_behalf { agreement(&mut form) } else { None };
    let own = !on_behalf;
    let name = match filler.account_name.filter(|_| own) {
        Some(name) => form.optional_text("name", MAX_NAME).unwrap_or_else(|| name.to_owned()),
        None => form.text("name", MAX_NAME),
    };
    let email = match filler.account_email.filter(|_| own) {
        Some(email) => Some(email.to_owned()),
        None => form.optional_email("email"),
    };
    let phone = form.optional_phone("phone");
    let reach = form.choice("reach", Reach::parse);
    match reach {
        Some(Reach::Email) if email.is_none() && fields.get("email").is_none() => {
            form.refuse("email", "response-error-email-needed");
        }
        Some(Reach::Phone) if phone.is_none() && fields.get("phone").is_none() => {
            form.refuse("phone", "response-error-phone-needed");
        }
        _ => {}
    }
    let asks = form.choices("ask", Ask::parse);
    let question = form.optional_long_text("question", MAX_TEXT);
    if asks.is_empty() && fields.get("question").is_none() {
        form.refuse("question", "response-error-question");
    }
    form.finish_some(reach.map(|reach| Typed { name, email, phone, reach, asks, question, agreed }))
}

/// That somebody opposite agreed, and how: said, said by telephone, or on paper.
fn agreement(form: &mut FormReader<'_>) -> Option<Way> {
    if !form.flag("agreed") {
        form.refuse("agreed", "response-error-agreed");
    }
    form.choice("way", |code| Way::parse(code).filter(|way| *way != Way::Online))
}

/// What confirms a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    Code(String),
    /// The secret of the link.
    Link(String),
}

/// Reads the code or the link.
pub(crate) fn confirm(fields: &Fields) -> Result<(ResponseId, Proof), FieldErrors> {
    let mut form = FormReader::new(fields);
    let id = form.raw("reactie").and_then(|id| Uuid::try_parse(id).ok()).map(ResponseId);
    let proof = match form.raw("sleutel") {
        Some(secret) => Some(Proof::Link(secret.to_owned())),
        None => {
            let typed = form.text("code", 20);
            let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
            if !typed.is_empty() && digits.len() != CODE_DIGITS {
                form.refuse("code", "response-error-code");
            }
            Some(Proof::Code(digits))
        }
    };
    form.finish_some(id.zip(proof))
}

/// Reads a message.
pub(crate) fn message(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let text = form.long_text("message", MAX_TEXT);
    form.finish(text)
}

/// Reads a reason that may be left out.
pub(crate) fn reason(fields: &Fields) -> Result<Option<String>, FieldErrors> {
    let mut form = FormReader::new(fields);
    let text = form.optional_long_text("message", MAX_TEXT);
    form.finish(text)
}

/// Reads an e-mail address.
pub(crate) fn email(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let email = form.email("email");
    form.finish(email)
}
