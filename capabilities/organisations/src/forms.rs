//! What is typed about organisations, and what is wrong with it.

use kernel::{ContactRole, FieldErrors, Fields, PersonId, form::FormReader, text::Codes};

use super::{
    model::{self, Details, OrganisationKind, OrganisationSize},
    sectors,
};
use places::TownPlaces;

/// Longest name.
pub const NAME_MAX: usize = 120;
/// Longest description, reason, answer or note.
pub(crate) const TEXT_MAX: usize = 3000;
/// Longest task of a contact.
pub(crate) const TASK_MAX: usize = 80;
/// Most sectors of one organisation: more say nothing.
const SECTORS_MAX: usize = 8;

/// An organisation that registers itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    /// What it tells about itself.
    pub details: Details,
    /// What the one who registers does there.
    pub task: String,
    /// Whether they looked at the organisations with a name alike and say that this is another.
    pub different: bool,
}

/// Reads the form of a new organisation.
///
/// # Errors
/// Everything that is wrong.
pub fn register(fields: &Fields, town: &TownPlaces) -> Result<Register, FieldErrors> {
    let mut form = FormReader::new(fields);
    let details = read_details(&mut form, fields, town);
    let task = form.optional_text("task", TASK_MAX).unwrap_or_default();
    let different = form.flag("different");
    form.finish_some(details.map(|details| Register { details, task, different }))
}

/// Reads changed details.
///
/// # Errors
/// Everything that is wrong.
pub fn details(fields: &Fields, town: &TownPlaces) -> Result<Details, FieldErrors> {
    let mut form = FormReader::new(fields);
    let details = read_details(&mut form, fields, town);
    form.finish_some(details)
}

fn read_details(form: &mut FormReader<'_>, fields: &Fields, town: &TownPlaces) -> Option<Details> {
    let kind = form.choice("kind", OrganisationKind::parse);
    let chamber_number = match (kind, form.raw("chamber_number")) {
        (Some(OrganisationKind::Registered), Some(text)) => {
            let number = model::chamber_number(text);
            if number.is_none() {
                form.refuse("chamber_number", "organisations-error-chamber-number");
            }
            number
        }
        (Some(OrganisationKind::Registered), None) => {
            form.refuse("chamber_number", "organisations-error-chamber-missing");
            None
        }
        _ => None,
    };
    let name = form.text("name", NAME_MAX);
    if !name.is_empty() && name.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
        form.refuse("name", "organisations-error-name");
    }
    let mut chosen = form.choices("sectors", sectors::parse);
    chosen.dedup();
    if chosen.is_empty() && fields.all("sectors").next().is_none() {
        form.refuse("sectors", "organisations-error-sectors");
    }
    if chosen.len() > SECTORS_MAX {
        form.refuse_with("sectors", "organisations-error-many-sectors", vec![("max", SECTORS_MAX.to_string())]);
    }
    let size = form.choice("size", OrganisationSize::parse);
    let areas = form.choices("areas", |code| town.wijk(code).map(|wijk| wijk.code.clone()));
    let description = form.long_text("description", TEXT_MAX);
    let website = checked(form, "website", 300, "organisations-error-website", model::website);
    let phone = form.optional_phone("phone");
    let email = form.optional_email("email");
    Some(Details {
        kind: kind?,
        chamber_number,
        name,
        size: size?,
        sectors: chosen,
        areas,
        description,
        website,
        email,
        phone,
    })
}

fn checked(
    form: &mut FormReader<'_>,
    name: &str,
    max: usize,
    key: &'static str,
    check: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let text = form.optional_text(name, max)?;
    let good = check(&text);
    if good.is_none() {
        form.refuse(name, key);
    }
    good
}

/// Details as they stand in the form, to be changed.
pub fn fields_of(details: &Details) -> Fields {
    let mut fields = Fields::default().with("kind", details.kind.code()).with("name", details.name.clone());
    if details.size != OrganisationSize::Unknown {
        fields.push("size", details.size.code());
    }
    fields.push("description", details.description.clone());
    for (name, value) in [
        ("chamber_number", &details.chamber_number),
        ("website", &details.website),
        ("email", &details.email),
        ("phone", &details.phone),
    ] {
        if let Some(value) = value {
            fields.push(name, value.clone());
        }
    }
    for sector in &details.sectors {
        fields.push("sectors", sector.to_string());
    }
    for area in &details.areas {
        fields.push("areas", area.clone());
    }
    fields
}

/// Reads one text that must be there: a reason, an answer.
///
/// # Errors
/// When it is missing or too long.
pub(crate) fn required_text(fields: &Fields, name: &str) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let text = form.long_text(name, TEXT_MAX);
    form.finish(text)
}

/// Somebody to be asked as a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invite {
    /// Where the letter goes; who accepts must show that this address is theirs.
    pub email: String,
    /// What they may do.
    pub role: ContactRole,
    /// What they will do there.
    pub task: String,
    /// A word from the one who asks.
    pub note: String,
}

/// Reads an invitation.
///
/// # Errors
/// Everything that is wrong.
pub(crate) fn invite(fields: &Fields) -> Result<Invite, FieldErrors> {
    let mut form = FormReader::new(fields);
    let email = form.email("email");
    let role = form.choice("role", ContactRole::parse);
    let task = form.optional_text("task", TASK_MAX).unwrap_or_default();
    let note = form.optional_long_text("note", TEXT_MAX).unwrap_or_default();
    form.finish_some(role.map(|role| Invite { email, role, task, note }))
}

/// Reads another role and task for a contact.
///
/// # Errors
/// Everything that is wrong.
pub(crate) fn role(fields: &Fields) -> Result<(ContactRole, String), FieldErrors> {
    let mut form = FormReader::new(fields);
    let role = form.choice("role", ContactRole::parse);
    let task = form.optional_text("task", TASK_MAX).unwrap_or_default();
    form.finish_some(role.map(|role| (role, task)))
}

/// Whom somebody asks to take their role over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Successor {
    Colleague(PersonId),
    /// Somebody else, by address.
    Other(String),
}

/// A role to be handed over, once the address of the successor is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HandOver {
    /// Address of the successor.
    pub email: String,
    /// What is unfinished.
    pub note: String,
}

/// Reads who is to take over, and what is unfinished.
///
/// # Errors
/// Everything that is wrong.
pub(crate) fn hand_over(fields: &Fields) -> Result<(Successor, String), FieldErrors> {
    let mut form = FormReader::new(fields);
    let successor = match form.raw("successor") {
        Some("other") => Some(Successor::Other(form.email("email"))),
        _ => form.choice("successor", |text| text.parse().ok().map(Successor::Colleague)),
    };
    let note = form.long_text("note", TEXT_MAX);
    form.finish_some(successor.map(|successor| (successor, note)))
}

/// Reads the name of a new key.
///
/// # Errors
/// When it is missing or too long.
pub(crate) fn key_name(fields: &Fields) -> Result<String, FieldErrors> {
    let mut form = FormReader::new(fields);
    let name = form.text("name", TASK_MAX);
    form.finish(name)
}
