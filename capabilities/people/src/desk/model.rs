//! Consent. Pure.

use jiff::ToSpan;
use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId, codes};

use serde::Serialize;

use super::ConsentId;

codes! {
    /// What somebody agreed to.
    pub enum Purpose {
        /// That somebody responds to vacancies for them.
        Respond = "respond",
        /// That a mediator asks for help for them.
        HelpRequest = "help_request",
        /// That a mediator offers what they can do.
        Offer = "offer",
        /// That a mediator sees and fills in their profile.
        Profile = "profile",
    }
}

codes! {
    /// How consent was given.
    pub enum Way {
        /// Said, face to face.
        Spoken = "spoken",
        /// Signed, on paper.
        Signed = "signed",
        /// Said, by telephone.
        Phone = "phone",
        /// Given by themselves, on this site.
        Online = "online",
    }
}

/// Longest time for which consent can be given, in days: a person who was not seen for so long is asked again.
pub const LONGEST_DAYS: i32 = 730;
/// Usual time for which consent is given, in days.
pub const USUAL_DAYS: i32 = 365;
/// How long after its end a consent that was not withdrawn can be renewed at the desk, in days: so long the desk still
/// sees the name, and nothing else.
pub const RENEW_DAYS: i32 = 60;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub municipality: MunicipalityId,
    pub id: ConsentId,
    /// Who gave it.
    pub person: PersonId,
    pub purpose: Purpose,
    /// How it was given.
    pub way: Way,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// When it was given.
    pub given_at: Instant,
    /// Who recorded it.
    pub recorded_by: Option<PersonId>,
    /// When it was withdrawn, or a newer one took its place.
    pub withdrawn_at: Option<Instant>,
    /// Whether a newer one took its place.
    pub replaced: bool,
    /// The organisation to which it was given, when that is not the information point.
    pub organisation: Option<OrganisationId>,
    /// The name of that organisation as it was then.
    pub organisation_name: Option<String>,
}

/// The organisation to which somebody gave a consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GivenTo {
    pub organisation: OrganisationId,
    /// Its name as it was then.
    pub name: String,
}

impl Consent {
    /// One that somebody gives to the information point, or to an organisation.
    pub fn new(
        (municipality, id): (MunicipalityId, ConsentId),
        person: PersonId,
        (purpose, way, valid_until): (Purpose, Way, Date),
        given_at: Instant,
        to: Option<&GivenTo>,
    ) -> Self {
        Self {
            municipality,
            id,
            person,
            purpose,
            way,
            valid_until,
            given_at,
            recorded_by: None,
            withdrawn_at: None,
            replaced: false,
            organisation: to.map(|to| to.organisation),
            organisation_name: to.map(|to| to.name.clone()),
        }
    }

    /// Whether it holds on `today`.
    pub fn holds(&self, today: Date) -> bool {
        self.withdrawn_at.is_none() && today <= self.valid_until
    }

    /// Whether it ended by itself so short ago that the desk may ask again.
    pub fn renewable(&self, today: Date) -> bool {
        self.withdrawn_at.is_none() && today <= self.valid_until.saturating_add(RENEW_DAYS.days())
    }
}

/// What the desk may see of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// What the consents that hold are for.
    Agreed,
    /// The name, to ask again.
    Lapsed,
    /// Nothing: not even that there is such a person.
    Nothing,
}

/// What the desk may see on `today`.
pub fn sight(consents: &[Consent], today: Date) -> Sight {
    if consents.iter().any(|consent| consent.holds(today)) {
        Sight::Agreed
    } else if consents.iter().any(|consent| consent.renewable(today)) {
        Sight::Lapsed
    } else {
        Sight::Nothing
    }
}

/// Whether one of the consents is for this purpose and holds.
pub fn allows(consents: &[Consent], purpose: Purpose, today: Date) -> bool {
    consents.iter().any(|consent| consent.purpose == purpose && consent.holds(today))
}

/// A paper code as typed, the way it is hashed: capitals and digits only.
pub fn paper_code_of(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}
