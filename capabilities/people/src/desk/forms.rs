//! The forms of the desk. Pure.

use jiff::ToSpan;
use kernel::{Codes, Date, FieldErrors, Fields, Lang, form::FormReader};
use serde::{Deserialize, Serialize};

use super::model::{LONGEST_DAYS, Purpose, USUAL_DAYS, Way};

/// What somebody agrees to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub purposes: Vec<Purpose>,
    /// How it was given.
    pub way: Way,
    /// The last day on which it holds.
    pub valid_until: Date,
}

/// Somebody new at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// The name to use.
    pub name: String,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where letters on paper go.
    pub address: Option<String>,
    /// The language in which this person reads.
    pub lang: Lang,
    /// What they agree to.
    pub agreement: Agreement,
}

/// What goes on a card, a line each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CardLines {
    /// Who calls whom.
    pub who: Option<String>,
    pub when: Option<String>,
    /// About what.
    pub about: Option<String>,
}

fn read_agreement(form: &mut FormReader<'_>, way: Option<Way>, today: Date) -> Option<Agreement> {
    let purposes: Vec<Purpose> = form.choices("purposes", Codes::parse);
    if purposes.is_empty() {
        form.refuse("purposes", "people-error-purposes");
    }
    let way = match way {
        Some(way) => Some(way),
        None => form.choice("way", |code| Way::parse(code).filter(|way| *way != Way::Online)),
    };
    let valid_until = match form.optional_date("until") {
        Some(until) => until,
        None => today.saturating_add(USUAL_DAYS.days()),
    };
    if valid_until < today || valid_until > today.saturating_add(LONGEST_DAYS.days()) {
        form.refuse("until", "people-error-until");
    }
    Some(Agreement { purposes, way: way?, valid_until })
}

/// Somebody new at the desk.
///
/// # Errors
/// When there is no name, or consent is missing or not well described.
pub fn register(fields: &Fields, today: Date) -> Result<Register, FieldErrors> {
    let mut form = FormReader::new(fields);
    let name = form.person_name("name");
    let phone = form.optional_phone("phone");
    let address = form.optional_long_text("address", 200);
    let lang = form.optional_choice("lang", Lang::parse).unwrap_or_default();
    let agreement = read_agreement(&mut form, None, today);
    if !form.flag("agreed") {
        form.refuse("agreed", "people-error-agreed");
    }
    form.finish_some(agreement.map(|agreement| Register { name, phone, address, lang, agreement }))
}

/// What somebody agrees to, recorded at the desk.
///
/// # Errors
/// When it is not well described.
pub(crate) fn agreement(fields: &Fields, today: Date) -> Result<Agreement, FieldErrors> {
    let mut form = FormReader::new(fields);
    let agreement = read_agreement(&mut form, None, today);
    if !form.flag("agreed") {
        form.refuse("agreed", "people-error-agreed");
    }
    form.finish_some(agreement)
}

/// What somebody agrees to by themselves.
///
/// # Errors
/// When it is not well described.
pub(crate) fn own_agreement(fields: &Fields, today: Date) -> Result<Agreement, FieldErrors> {
    let mut form = FormReader::new(fields);
    let agreement = read_agreement(&mut form, Some(Way::Online), today);
    form.finish_some(agreement)
}

/// What goes on a card.
///
/// # Errors
/// When a line is too long for the card.
pub(crate) fn card(fields: &Fields) -> Result<CardLines, FieldErrors> {
    let mut form = FormReader::new(fields);
    let lines = CardLines {
        who: form.optional_text("who", 120),
        when: form.optional_text("when", 120),
        about: form.optional_long_text("about", 240),
    };
    form.finish(lines)
}
