//! A believable demonstration town, made from a fixed seed: the same seed, size and day give the same town on every
//! machine. Wijken and postcodes are facts of Zoetermeer; every person, organisation and text is invented. Addresses end in
//! `.example`, which is reserved (RFC 2606), chamber numbers start with 00 and telephone numbers cannot exist, so that
//! nobody can be mistaken for somebody real. Nothing here does input or output.
//!
//! `size` 1 is 120 organisations, 400 vacancies, 60 offers, 40 help requests and 2,000 people; everything grows with it, up
//! to [`MAX_SIZE`]. All functions give items one by one and keep nothing, so a large town needs no more memory than a small
//! one.

mod archetypes;
mod dutch;
mod help_request_kinds;
mod help_request_texts;
mod help_requests;
mod model;
mod moments;
mod names;
mod offer_kinds;
mod offer_texts;
mod offers;
mod organisations;
mod people;
mod places;
mod profiles;
mod response_texts;
mod responses;
mod staff;
#[cfg(test)]
mod tests;
mod text;
mod vacancies;

use std::sync::Arc;

use jiff::civil::Date;

pub use help_request_texts::{HELP_OFFERS, MOTIVATIONS};
pub use model::*;
pub use places::{WIJKEN, wijk_name};
pub use staff::{
    CONTACT_EMAIL, CONTACT_HOURS, CONTACT_ORGANISATION, CONTACT_PHONE, POINTS, Point, STAFF, StaffMember, StaffRole,
    contact_address,
};

/// The seed of the demonstration that `samenstuur demo` makes.
pub const DEFAULT_SEED: u64 = 2_711;

/// The largest size: beyond it names of organisations and descriptions would come twice.
pub const MAX_SIZE: u32 = 2_700;

/// Keeps the streams of chance of different kinds of items apart.
mod stream {
    pub(super) const ORGANISATION: u64 = 1;
    pub(super) const ORGANISATION_DETAILS: u64 = 2;
    pub(super) const VACANCY: u64 = 3;
    pub(super) const VACANCY_ORDER: u64 = 4;
    pub(super) const VOICE: u64 = 5;
    pub(super) const PERSON: u64 = 6;
    pub(super) const OFFER: u64 = 7;
    pub(super) const HELP_REQUEST: u64 = 8;
    pub(super) const RESPONSE: u64 = 9;
    pub(super) const VACANCY_OFFSET: u64 = 10;
    pub(super) const OFFER_OFFSET: u64 = 11;
    pub(super) const HELP_REQUEST_OFFSET: u64 = 12;
}

fn units(size: u32) -> u64 {
    u64::from(size.clamp(1, MAX_SIZE))
}

/// The organisations: 120 per unit of size, in the order of their keys.
pub fn organisations(seed: u64, size: u32) -> impl Iterator<Item = SampleOrganisation> {
    (0..units(size) * organisations::PER_UNIT).map(move |key| organisations::organisation(seed, key))
}

/// The vacancies: 400 per unit of size, in the order of their keys, with dates around `today`.
pub fn vacancies(seed: u64, size: u32, today: Date) -> impl Iterator<Item = SampleVacancy> {
    let sources = Arc::new(vacancies::Sources::new());
    (0..units(size)).flat_map(move |unit| {
        let sources = Arc::clone(&sources);
        let order = sources.unit(seed, unit);
        order
            .into_iter()
            .zip(unit * vacancies::PER_UNIT..)
            .map(move |(entry, key)| sources.vacancy(seed, today, key, entry))
    })
}

/// The residents with a profile: 2,000 per unit of size, in the order of their keys.
pub fn people(seed: u64, size: u32, today: Date) -> impl Iterator<Item = SamplePerson> {
    (0..units(size) * people::PER_UNIT).map(move |key| people::person(seed, key, today))
}

/// The offers: 60 per unit of size, each of one of the [`people`] of the same seed, size and day.
pub fn offers(seed: u64, size: u32, today: Date) -> impl Iterator<Item = SampleOffer> {
    let people_count = units(size) * people::PER_UNIT;
    (0..units(size) * offers::PER_UNIT).map(move |key| offers::offer(seed, key, people_count, today))
}

/// The help requests: 40 per unit of size, each of one of the [`people`] of the same seed, size and day.
pub fn help_requests(seed: u64, size: u32, today: Date) -> impl Iterator<Item = SampleHelpRequest> {
    let people_count = units(size) * people::PER_UNIT;
    (0..units(size) * help_requests::PER_UNIT)
        .map(move |key| help_requests::help_request(seed, key, people_count, today))
}

/// The responses to the [`vacancies`] of the same seed, size and day, in the order of the vacancies: about a third of these
/// have 1 to 4.
pub fn responses(seed: u64, size: u32, today: Date) -> impl Iterator<Item = SampleResponse> {
    let people_count = units(size) * people::PER_UNIT;
    let mut next_key = 0;
    vacancies(seed, size, today).flat_map(move |vacancy| {
        let made = responses::of_vacancy(seed, &vacancy, people_count, today, next_key);
        next_key += made.len() as u64;
        made
    })
}
