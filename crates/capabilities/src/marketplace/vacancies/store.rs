//! Statements over vacancies.

use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId};
use platform::{
    db::{Code, Json},
    row, statements,
};

use super::model::{Closing, PauseReason, State, Vacancy};
use crate::marketplace::model::{Facets, VacancyId};

row! {
    /// A vacancy as it is stored.
    pub struct VacancyRow {
        pub municipality_id: MunicipalityId,
        pub id: VacancyId,
        pub organisation_id: OrganisationId,
        pub external_id: Option<String>,
        pub title: String,
        pub sort_key: String,
        pub summary: String,
        pub description: String,
        pub facets: Json<Facets>,
        pub wijk: Option<String>,
        pub people_wanted: u32,
        pub people_found: u32,
        pub contact_id: Option<PersonId>,
        pub state: Code<State>,
        pub pause_reason: Option<Code<PauseReason>>,
        pub moderation_note: Option<String>,
        pub closing: Option<Code<Closing>>,
        pub published_at: Option<Instant>,
        pub closes_on: Option<Date>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

macro_rules! columns {
    () => {
        "municipality_id, id, organisation_id, external_id, title, sort_key, summary, description, facets, wijk, \
         people_wanted, people_found, contact_id, state, pause_reason, moderation_note, closing, published_at, closes_on, \
         created_at, changed_at"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM vacancies WHERE municipality_id = $1 ", $rest)
    };
}

statements! {
    /// One.
    FIND: (MunicipalityId, VacancyId) => VacancyRow = select!("AND id = $2");
    /// A new one, or the same one changed.
    SAVE: VacancyRow => () = concat!(
        "INSERT INTO vacancies (", columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET \
         external_id = excluded.external_id, title = excluded.title, sort_key = excluded.sort_key, summary = excluded.summary, \
         description = excluded.description, facets = excluded.facets, wijk = excluded.wijk, \
         people_wanted = excluded.people_wanted, people_found = excluded.people_found, contact_id = excluded.contact_id, \
         state = excluded.state, pause_reason = excluded.pause_reason, moderation_note = excluded.moderation_note, \
         closing = excluded.closing, published_at = excluded.published_at, closes_on = excluded.closes_on, \
         changed_at = excluded.changed_at"
    );
}

impl From<VacancyRow> for Vacancy {
    fn from(row: VacancyRow) -> Self {
        Self {
            municipality: row.municipality_id,
            id: row.id,
            organisation: row.organisation_id,
            external_id: row.external_id,
            title: row.title,
            summary: row.summary,
            description: row.description,
            facets: row.facets.0,
            people_wanted: row.people_wanted,
            people_found: row.people_found,
            contact: row.contact_id,
            state: row.state.0,
            pause_reason: row.pause_reason.map(|code| code.0),
            moderation_note: row.moderation_note,
            closing: row.closing.map(|code| code.0),
            published_at: row.published_at,
            closes_on: row.closes_on,
            created_at: row.created_at,
            changed_at: row.changed_at,
        }
    }
}

impl From<Vacancy> for VacancyRow {
    fn from(vacancy: Vacancy) -> Self {
        Self {
            municipality_id: vacancy.municipality,
            id: vacancy.id,
            organisation_id: vacancy.organisation,
            external_id: vacancy.external_id,
            sort_key: kernel::text::title_sort_key(&vacancy.title),
            title: vacancy.title,
            summary: vacancy.summary,
            description: vacancy.description,
            wijk: vacancy.facets.place.wijk.clone(),
            facets: Json(vacancy.facets),
            people_wanted: vacancy.people_wanted,
            people_found: vacancy.people_found,
            contact_id: vacancy.contact,
            state: Code(vacancy.state),
            pause_reason: vacancy.pause_reason.map(Code),
            moderation_note: vacancy.moderation_note,
            closing: vacancy.closing.map(Code),
            published_at: vacancy.published_at,
            closes_on: vacancy.closes_on,
            created_at: vacancy.created_at,
            changed_at: vacancy.changed_at,
        }
    }
}
