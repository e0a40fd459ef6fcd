//! From a form to an offer, and back. Pure.

use kernel::{
    Date, Fields, OrganisationId,
    form::{FieldErrors, FormReader},
    text::Codes,
};

use super::model::{Closing, Draft, MAX_DESCRIPTION, MAX_GROUP, MAX_NAME, MAX_TITLE, Offer, Visibility};
use conversations::model::MAX_TEXT;
use facets::{fields::Whereabouts, sensitive};

/// Reads the form of an offer.
///
/// # Errors
/// Every field that is missing or wrong; contact data in what is public are refused at the field.
pub(crate) fn parse(fields: &Fields, today: Date, town: &dyn Whereabouts) -> Result<Draft, FieldErrors> {
    let mut form = FormReader::new(fields);
    let title = form.text("title", MAX_TITLE);
    let description = form.optional_long_text("description", MAX_DESCRIPTION).unwrap_or_default();
    let shown_name = form.text("shown_name", MAX_NAME);
    for (name, text) in [("title", &title), ("description", &description), ("shown_name", &shown_name)] {
        if let Some(found) = sensitive::look(text).into_iter().find(|finding| finding.sort.is_contact()) {
            form.refuse_with(name, "offer-error-contact", vec![("words", found.words)]);
        }
    }
    let facets = facets::fields::facets(&mut form, today, town);
    let group_size = form.optional_int("group_size", 1, MAX_GROUP).unwrap_or(1);
    let travel_km = form.optional_int("travel_km", 0, 100).and_then(|km| u32::try_from(km).ok());
    let visibility = form.choice("visibility", Visibility::parse);
    let whole = facets.zip(visibility).map(|(facets, visibility)| Draft {
        shown_name,
        title,
        description,
        facets,
        group_size: u32::try_from(group_size).unwrap_or(1),
        travel_km,
        visibility,
    });
    form.finish_some(whole)
}

/// The form that gives this offer, for editing.
pub(crate) fn fields(offer: &Offer) -> Fields {
    let mut fields = facets::fields::fields(&offer.facets)
        .with("title", &offer.title)
        .with("description", &offer.description)
        .with("shown_name", &offer.shown_name)
        .with("visibility", offer.visibility.code());
    if offer.group_size > 1 {
        fields.push("group_size", offer.group_size.to_string());
    }
    if let Some(km) = offer.travel_km {
        fields.push("travel_km", km.to_string());
    }
    fields
}

/// Reads why an offer closes.
///
/// # Errors
/// When nothing was chosen.
pub(crate) fn parse_closing(fields: &Fields) -> Result<Closing, FieldErrors> {
    let mut form = FormReader::new(fields);
    let closing = form.choice("closing", |code| Closing::parse(code).filter(|closing| *closing != Closing::Unknown));
    form.finish_some(closing)
}

/// Reads what an organisation asks somebody who made an offer: for which of `organisations`, and in which words.
///
/// # Errors
/// Every field that needs another look.
pub(crate) fn approach(
    fields: &Fields,
    organisations: &[OrganisationId],
) -> Result<(OrganisationId, String), FieldErrors> {
    let mut form = FormReader::new(fields);
    let organisation = match organisations {
        [only] => Some(*only),
        several => form.choice("organisation", |code| several.iter().copied().find(|id| id.to_string() == code)),
    };
    let question = form.long_text("question", MAX_TEXT);
    form.finish_some(organisation.map(|organisation| (organisation, question)))
}

/// Reads why an offer is taken down.
///
/// # Errors
/// When there is no reason, or too long a one.
pub(crate) fn parse_reason(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let reason = form.long_text("reason", 500);
    form.finish(reason)
}
