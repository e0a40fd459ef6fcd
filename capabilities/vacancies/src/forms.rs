//! From a form to what an organisation decides about a vacancy, and back. Pure.
//!
//! The same form is read in two ways: strictly when it is put in force, and as far as it goes while somebody writes,
//! for the check and for drafts.

use kernel::{Date, FieldErrors, Fields, OrganisationId, PersonId, form::FormReader, text::Codes};

use super::{
    check::Input,
    model::{Closing, Content, DESCRIPTION_MAX, SUMMARY_MAX, TITLE_MAX},
};
use facets::{fields::Whereabouts, model::Facets};

/// Most people one vacancy seeks.
const MOST_PEOPLE: i64 = 500;
/// Longest name of the person who answers.
const LABEL_MAX: usize = 60;

/// What a form must know to be read.
pub(crate) struct Around<'a> {
    /// The town's day.
    pub today: Date,
    /// The town's places.
    pub town: &'a dyn Whereabouts,
    /// Who of the organisation can answer.
    pub contacts: &'a [PersonId],
}

/// Everything, as it must be to be put in force.
///
/// # Errors
/// Every field that is missing or wrong.
pub(crate) fn content(fields: &Fields, around: &Around<'_>) -> Result<Content, FieldErrors> {
    let mut form = FormReader::new(fields);
    let told = told(&mut form);
    let facets = facets::fields::facets(&mut form, around.today, around.town);
    if form.raw("themes").is_none() {
        form.refuse("themes", "vacancy-error-theme");
    }
    let contact = contact(&mut form, around.contacts);
    if told.closes_on.is_some_and(|day| day < around.today) {
        form.refuse("closes_on", "marketplace-error-date-past");
    }
    let content = facets.map(|facets| Content { contact, ..told.content(facets) });
    form.finish_some(content)
}

/// What a form and a row of a file say of a vacancy in the same way, beside its facets.
pub struct Told {
    pub title: String,
    /// Its summary, on one line wherever it was copied from.
    pub summary: Option<String>,
    pub description: String,
    /// How many people it seeks: one, when nobody says.
    pub people_wanted: u32,
    /// The name of the person who answers.
    pub contact_label: Option<String>,
    /// Its last day.
    pub closes_on: Option<Date>,
}

impl Told {
    /// The content with these facets, about which all contacts answer.
    pub fn content(self, facets: Facets) -> Content {
        Content {
            title: self.title,
            summary: self.summary.unwrap_or_default(),
            description: self.description,
            facets,
            people_wanted: self.people_wanted,
            contact: None,
            contact_label: self.contact_label,
            closes_on: self.closes_on,
        }
    }
}

pub fn told(form: &mut FormReader<'_>) -> Told {
    let summary = form.optional_text("summary", SUMMARY_MAX);
    let people = form.optional_int("people_wanted", 1, MOST_PEOPLE).unwrap_or(1);
    Told {
        title: form.text("title", TITLE_MAX),
        summary,
        description: form.long_text("description", DESCRIPTION_MAX),
        people_wanted: u32::try_from(people).unwrap_or(1),
        contact_label: form.optional_text("contact_label", LABEL_MAX),
        closes_on: form.optional_date("closes_on"),
    }
}

fn contact(form: &mut FormReader<'_>, contacts: &[PersonId]) -> Option<PersonId> {
    let known = |text: &str| text.parse::<PersonId>().ok().filter(|person| contacts.contains(person));
    form.optional_choice("contact", known)
}

/// What the check can look at of a form that is being filled in.
pub(crate) fn check_input(fields: &Fields, around: &Around<'_>) -> Input {
    let mut form = FormReader::new(fields);
    let text = |name: &str| fields.get(name).unwrap_or_default().to_owned();
    Input {
        title: text("title"),
        summary: text("summary"),
        description: text("description"),
        themes: facets::fields::themes(&mut form),
        tasks: facets::fields::tasks(&mut form),
        when: facets::fields::when(&mut form, around.today),
        hours: facets::fields::hours(&mut form),
        contact_named: fields.get("contact").is_some() || fields.get("contact_label").is_some(),
        asked: facets::fields::asked(&mut form),
        offered: facets::fields::offered(&mut form),
        closes_on: form.optional_date("closes_on"),
    }
}

/// The way back: the form that gives this content, for editing and copying.
pub fn fields(content: &Content) -> Fields {
    let mut fields = facets::fields::fields(&content.facets);
    let mut some = |name: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            fields.push(name, value);
        }
    };
    some("title", Some(content.title.clone()));
    some("summary", Some(content.summary.clone()));
    some("description", Some(content.description.clone()));
    some("people_wanted", Some(content.people_wanted.to_string()));
    some("contact", content.contact.map(|person| person.to_string()));
    some("contact_label", content.contact_label.clone());
    some("closes_on", content.closes_on.map(|day| day.strftime("%d-%m-%Y").to_string()));
    fields
}

/// The names of fields that a form of a vacancy may hold; anything else is not kept.
const NAMES: &[&str] = &[
    "title",
    "summary",
    "description",
    "themes",
    "tasks",
    "when",
    "date",
    "starts",
    "ends",
    "weekday",
    "every_weeks",
    "from",
    "until",
    "parts",
    "hours",
    "from_home",
    "postcode",
    "wijk",
    "place_name",
    "languages",
    "dutch",
    "min_age",
    "age_reason",
    "vog",
    "driving_licence",
    "diploma",
    "offered",
    "offered_other",
    "suitable",
    "people_wanted",
    "contact",
    "contact_label",
    "closes_on",
];

/// The form without what does not belong to it and without what nobody could mean to type: a draft keeps what was
/// typed, wrong or not, but not without end.
pub(crate) fn kept(fields: &Fields) -> Fields {
    let belongs = |name: &str| NAMES.contains(&name);
    let pairs = fields.pairs().iter().filter(|(name, value)| belongs(name) && !value.trim().is_empty());
    let cut = |value: &String| value.chars().take(2 * DESCRIPTION_MAX).collect::<String>();
    Fields::new(pairs.take(200).map(|(name, value)| (name.clone(), cut(value))).collect())
}

/// How it was filled: field `closing`.
///
/// # Errors
/// When nothing was chosen.
pub(crate) fn closing(fields: &Fields) -> Result<Closing, FieldErrors> {
    let mut form = FormReader::new(fields);
    let closing = form.choice("closing", Closing::parse);
    form.finish_some(closing)
}

/// Where somebody begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// With nothing.
    Empty,
    /// With an example.
    Starter(String),
    /// With an older vacancy of their own.
    Copy(uuid::Uuid),
}

/// Where to begin: field `start`, `leeg`, `voorbeeld-…` or the id of an older vacancy.
///
/// # Errors
/// When nothing that exists was chosen.
pub(crate) fn start(fields: &Fields) -> Result<Start, FieldErrors> {
    let mut form = FormReader::new(fields);
    let start = form.choice("start", |code| match code.strip_prefix("voorbeeld-") {
        _ if code == "leeg" => Some(Start::Empty),
        Some(slug) => Some(Start::Starter(slug.to_owned())),
        None => code.parse().ok().map(Start::Copy),
    });
    form.finish_some(start)
}

/// Address of an organisation's vacancies in its workplace.
pub(crate) fn workplace(organisation: OrganisationId) -> String {
    format!("/organisatie/{organisation}/vacatures")
}
