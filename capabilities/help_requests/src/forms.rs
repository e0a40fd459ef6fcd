//! From the forms of help requests to commands. Pure.

use kernel::{
    Date, Fields,
    form::{FieldErrors, FormReader},
    text::Codes,
};

use super::model::{
    Checked, Closing, HelpRequest, LookReason, MAX_DESCRIPTION, MAX_MESSAGE, MAX_TITLE, Private, Step, WrittenBy,
};
use facets::{
    fields::Whereabouts,
    model::{Place, When},
    sensitive::{self, Finding},
};

/// For whom somebody asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ForWhom {
    /// As what they write.
    pub written_by: WrittenBy,
    /// In which relation, in words.
    pub relation: Option<String>,
}

/// Reads for whom somebody asks: `written_by`, `relation`, `knows` (the person who needs the help knows of it and agrees).
///
/// # Errors
/// When nothing was chosen; for somebody else also without the relation or the agreement.
pub(crate) fn for_whom(fields: &Fields) -> Result<ForWhom, FieldErrors> {
    let mut form = FormReader::new(fields);
    let written_by =
        form.choice("written_by", |code| WrittenBy::parse(code).filter(|written| *written != WrittenBy::Desk));
    let for_other = matches!(written_by, Some(WrittenBy::Relative | WrittenBy::Professional));
    let relation = if for_other { Some(form.text("relation", 60)) } else { None };
    if for_other && !form.flag("knows") {
        form.refuse("knows", "help-request-error-knows");
    }
    form.finish_some(written_by.map(|written_by| ForWhom { written_by, relation }))
}

/// The answer to one question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// What is needed.
    What {
        /// In one sentence.
        title: String,
        /// More about it.
        description: String,
    },
    /// Which kind of help.
    Kind {
        /// Slugs of themes.
        themes: Vec<String>,
        /// Slugs of tasks.
        tasks: Vec<String>,
        /// Languages beside Dutch that would help.
        languages: Vec<String>,
    },
    /// When and how often.
    When { when: When, hours: Option<f32> },
    /// In which wijk.
    Where(Place),
    /// Exact data.
    Private(Private),
}

/// Why an answer was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    /// Per field what to do.
    pub errors: FieldErrors,
    /// What should better be left out; when there are no errors, `toch` takes the words as they are.
    pub findings: Vec<Finding>,
}

impl From<FieldErrors> for Refused {
    fn from(errors: FieldErrors) -> Self {
        Self { errors, findings: Vec::new() }
    }
}

/// Reads the answer to `step`. `refuse_contact`: contact data in public words are refused, not only advised against.
///
/// # Errors
/// What is missing or wrong; sensitive words that the writer has not seen yet.
pub(crate) fn answer(
    step: Step,
    fields: &Fields,
    today: Date,
    town: &dyn Whereabouts,
    refuse_contact: bool,
) -> Result<Answer, Refused> {
    match step {
        Step::What => what(fields, refuse_contact),
        Step::Kind => {
            let mut form = FormReader::new(fields);
            let answer = Answer::Kind {
                themes: facets::fields::themes(&mut form),
                tasks: facets::fields::tasks(&mut form),
                languages: facets::fields::languages(&mut form),
            };
            Ok(form.finish(answer)?)
        }
        Step::When => {
            let mut form = FormReader::new(fields);
            let when = facets::fields::when(&mut form, today);
            let hours = facets::fields::hours(&mut form);
            Ok(form.finish_some(when.map(|when| Answer::When { when, hours }))?)
        }
        Step::Where => Ok(wijk(fields, town)?),
        Step::Private => Ok(private(fields)?),
    }
}

fn what(fields: &Fields, refuse_contact: bool) -> Result<Answer, Refused> {
    let mut form = FormReader::new(fields);
    let title = form.text("title", MAX_TITLE);
    let description = form.long_text("description", MAX_DESCRIPTION);
    let findings = sensitive::look_at(&title, &description);
    for (name, text) in [("title", &title), ("description", &description)] {
        let contact = sensitive::look(text).into_iter().find(|finding| finding.sort.is_contact());
        if let Some(found) = contact.filter(|_| refuse_contact) {
            form.refuse_with(name, "help-request-error-contact", vec![("words", found.words)]);
        }
    }
    let seen = form.flag("toch");
    match form.finish(Answer::What { title, description }) {
        Ok(answer) if seen || findings.is_empty() => Ok(answer),
        Ok(_) => Err(Refused { errors: FieldErrors::default(), findings }),
        Err(errors) => Err(Refused { errors, findings }),
    }
}

/// Only the wijk: a postcode would say more than neighbours need to know.
fn wijk(fields: &Fields, town: &dyn Whereabouts) -> Result<Answer, FieldErrors> {
    let mut form = FormReader::new(fields);
    let from_home = form.flag("from_home");
    let spot = form.optional_choice("wijk", |code| town.wijk(code));
    if spot.is_none() && form.raw("wijk").is_none() && town.knows_postcodes() {
        form.refuse("wijk", "common-error-choose");
    }
    let spot = spot.unwrap_or_default();
    form.finish(Answer::Where(Place { from_home, wijk: spot.wijk, point: spot.point, ..Place::default() }))
}

fn private(fields: &Fields) -> Result<Answer, FieldErrors> {
    let mut form = FormReader::new(fields);
    let private = Private {
        name: form.text("name", 80),
        address: form.text("address", 200),
        phone: form.optional_phone("phone"),
        email: form.optional_email("email"),
        remark: form.optional_long_text("remark", 500),
    };
    if form.raw("phone").is_none() && form.raw("email").is_none() && !form.flag("no_phone") {
        form.refuse("phone", "help-request-error-reach");
    }
    form.finish(Answer::Private(private))
}

/// The form that shows what is known at `step`.
pub(crate) fn known(step: Step, request: &HelpRequest, private: Option<&Private>) -> Fields {
    let facets = facets::fields::fields(&request.facets);
    let names: &[&str] = match step {
        Step::What => {
            return Fields::default().with("title", &request.title).with("description", &request.description);
        }
        Step::Kind => &["themes", "tasks", "languages"],
        Step::When => &["when", "date", "starts", "ends", "weekday", "every_weeks", "from", "until", "parts", "hours"],
        Step::Where => &["wijk", "from_home"],
        Step::Private => return private.map(private_fields).unwrap_or_default(),
    };
    Fields::new(facets.pairs().iter().filter(|(name, _)| names.contains(&name.as_str())).cloned().collect())
}

fn private_fields(private: &Private) -> Fields {
    let mut fields = Fields::default().with("name", &private.name).with("address", &private.address);
    for (name, value) in [("phone", &private.phone), ("email", &private.email), ("remark", &private.remark)] {
        if let Some(value) = value {
            fields.push(name, value);
        }
    }
    if private.phone.is_none() && private.email.is_none() {
        fields.push("no_phone", "ja");
    }
    fields
}

/// Reads that somebody agrees to the safety text: `agreed`.
///
/// # Errors
/// When they do not.
pub(crate) fn agreed(fields: &Fields) -> Result<(), FieldErrors> {
    let mut form = FormReader::new(fields);
    if !form.flag("agreed") {
        form.refuse("agreed", "help-request-error-agree");
    }
    form.finish(())
}

/// Reads what a helper says to the asker, with their agreement to the safety text.
///
/// # Errors
/// When there are no words, or no agreement.
pub(crate) fn offer_help(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let message = form.long_text("message", MAX_MESSAGE);
    if !form.flag("agreed") {
        form.refuse("agreed", "help-request-error-agree");
    }
    form.finish(message)
}

/// Reads how it ended.
///
/// # Errors
/// When nothing was chosen.
pub(crate) fn closing(fields: &Fields) -> Result<Closing, FieldErrors> {
    let mut form = FormReader::new(fields);
    let closing = form.choice("closing", |code| Closing::parse(code).filter(|closing| *closing != Closing::Unknown));
    form.finish_some(closing)
}

/// Reads why the desk looks at exact data.
///
/// # Errors
/// When nothing was chosen.
pub(crate) fn look_reason(fields: &Fields) -> Result<LookReason, FieldErrors> {
    let mut form = FormReader::new(fields);
    let reason = form.choice("reason", LookReason::parse);
    form.finish_some(reason)
}

/// Reads words that somebody gets to read: `note`.
///
/// # Errors
/// When there are none, or too many.
pub(crate) fn note(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let note = form.long_text("note", 500);
    form.finish(note)
}

/// Reads why somebody wants to be a helper: `motivation`.
///
/// # Errors
/// When there are no words, or too many.
pub(crate) fn motivation(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let motivation = form.long_text("motivation", 1000);
    form.finish(motivation)
}

/// How a helper was checked, and until when that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Confirmation {
    pub checked: Checked,
    /// Last day.
    pub valid_until: Date,
}

/// Reads a confirmation: `checked`, `valid_until`.
///
/// # Errors
/// When one is missing, or the day has passed.
pub(crate) fn confirmation(fields: &Fields, today: Date) -> Result<Confirmation, FieldErrors> {
    let mut form = FormReader::new(fields);
    let checked = form.choice("checked", Checked::parse);
    if form.raw("valid_until").is_none() {
        form.refuse("valid_until", "common-error-required");
    }
    let valid_until = form.optional_date("valid_until");
    if valid_until.is_some_and(|last| last < today) {
        form.refuse("valid_until", "marketplace-error-date-past");
    }
    form.finish_some(checked.zip(valid_until).map(|(checked, valid_until)| Confirmation { checked, valid_until }))
}
