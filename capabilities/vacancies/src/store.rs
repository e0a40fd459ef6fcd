//! Statements over vacancies.

use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId};
use platform::{
    db::{Code, Json, Many},
    row, statements,
};

use super::model::{Closing, PauseReason, State, Vacancy};
use facets::model::{Facets, VacancyId};

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
        pub contact_label: Option<String>,
        pub state: Code<State>,
        pub pause_reason: Option<Code<PauseReason>>,
        pub moderation_note: Option<String>,
        pub closing: Option<Code<Closing>>,
        pub published_at: Option<Instant>,
        pub filled_at: Option<Instant>,
        pub closes_on: Option<Date>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

macro_rules! columns {
    () => {
        "municipality_id, id, organisation_id, external_id, title, sort_key, summary, description, facets, wijk, \
         people_wanted, people_found, contact_id, contact_label, state, pause_reason, moderation_note, closing, published_at, \
         filled_at, closes_on, created_at, changed_at"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM vacancies WHERE municipality_id = $1 ", $rest)
    };
}

/// What ends soon, as [`Vacancy::ends_soon`] says it: on or before this day.
macro_rules! ends_soon {
    ($until:literal) => {
        concat!("closes_on <= ", $until, " AND state = 'live'")
    };
}

statements! {
    /// Live vacancies of other organisations, those in the wijk first.
    LIVE_ELSEWHERE: (MunicipalityId, VacancyId, OrganisationId, Date, String)
        => (VacancyId, String, OrganisationId, Json<Facets>) =
        "SELECT id, title, organisation_id, facets FROM vacancies WHERE municipality_id = $1 AND state = 'live' \
         AND id <> $2 AND organisation_id <> $3 AND (closes_on IS NULL OR closes_on >= $4) \
         ORDER BY CASE WHEN wijk = $5 THEN 0 ELSE 1 END, published_at DESC, id LIMIT 100";
    /// One.
    FIND: (MunicipalityId, VacancyId) => VacancyRow = select!("AND id = $2 AND discarded_at IS NULL");
    /// One organisation's, in every state, newest first.
    OF_ORGANISATION: (MunicipalityId, OrganisationId) => VacancyRow =
        select!("AND organisation_id = $2 AND discarded_at IS NULL ORDER BY created_at DESC, id DESC");
    /// The same page by page, with what is closed at the end.
    PAGE_OF: (MunicipalityId, OrganisationId, i64, i64) => VacancyRow =
        select!("AND organisation_id = $2 AND discarded_at IS NULL \
                 ORDER BY CASE WHEN state = 'closed' THEN 1 ELSE 0 END, created_at DESC, id DESC LIMIT $3 OFFSET $4");
    /// How many those are.
    COUNT_OF: (MunicipalityId, OrganisationId) => (i64,) =
        "SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND organisation_id = $2 AND discarded_at IS NULL";
    /// One organisation's drafts that were thrown away since a moment, the last one first.
    DISCARDED_OF: (MunicipalityId, OrganisationId, Instant) => (VacancyId, String, Instant) =
        "SELECT id, title, discarded_at FROM vacancies \
         WHERE municipality_id = $1 AND organisation_id = $2 AND discarded_at > $3 ORDER BY discarded_at DESC, id DESC";
    /// A draft that was thrown away, and whose it is.
    DISCARDED: (MunicipalityId, VacancyId) => (OrganisationId,) =
        "SELECT organisation_id FROM vacancies WHERE municipality_id = $1 AND id = $2 AND discarded_at IS NOT NULL";
    /// Throws a draft away, for now.
    DISCARD: (MunicipalityId, VacancyId, Instant) => () =
        "UPDATE vacancies SET discarded_at = $3 WHERE municipality_id = $1 AND id = $2 AND published_at IS NULL";
    /// Takes it back.
    RESTORE: (MunicipalityId, VacancyId) => () =
        "UPDATE vacancies SET discarded_at = NULL WHERE municipality_id = $1 AND id = $2 AND discarded_at IS NOT NULL";
    /// Thrown away before a moment.
    DISCARDED_BEFORE: (MunicipalityId, Instant) => (VacancyId,) =
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND discarded_at < $2 ORDER BY id";
    /// One organisation's that take responses, newest first, at most so many.
    LIVE_OF: (MunicipalityId, OrganisationId, i64) => VacancyRow =
        select!("AND organisation_id = $2 AND state = 'live' ORDER BY published_at DESC, id DESC LIMIT $3");
    /// The one an organisation knows by its own number.
    BY_EXTERNAL: (MunicipalityId, OrganisationId, String) => VacancyRow =
        select!("AND organisation_id = $2 AND external_id = $3");
    /// Up to twenty at once.
    BY_IDS: (MunicipalityId, Many<VacancyId, 20>) => VacancyRow =
        select!("AND discarded_at IS NULL \
                 AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)");
    /// Public ones that take responses, in the order of their ids, after one of them.
    LIVE_AFTER: (MunicipalityId, VacancyId, i64) => VacancyRow =
        select!("AND state = 'live' AND id > $2 ORDER BY id LIMIT $3");
    /// In whatever state, in the order of their ids, after one of them.
    ALL_AFTER: (MunicipalityId, VacancyId, i64) => VacancyRow = select!("AND id > $2 ORDER BY id LIMIT $3");
    /// In one state, the longest unchanged first.
    IN_STATE: (MunicipalityId, Code<State>, i64, i64) => VacancyRow =
        select!("AND state = $2 ORDER BY changed_at, id LIMIT $3 OFFSET $4");
    /// How many are in one state.
    COUNT_IN_STATE: (MunicipalityId, Code<State>) => (i64,) =
        "SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND state = $2";
    /// How many of an organisation ever went live.
    EVER_LIVE: (MunicipalityId, OrganisationId) => (i64,) =
        "SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND organisation_id = $2 AND published_at IS NOT NULL";
    /// Shown ones whose last day lies before a day.
    PAST: (MunicipalityId, Date) => (VacancyId,) =
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND closes_on < $2 \
         AND (state = 'live' OR state = 'paused' OR state = 'filled') ORDER BY id";
    /// Ones that end soon, and whose organisation was not asked about that end yet.
    TO_REMIND: (MunicipalityId, Date) => (VacancyId,) = concat!(
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND ",
        ends_soon!("$2"),
        " AND (reminded_for IS NULL OR reminded_for <> closes_on) ORDER BY id"
    );
    /// The organisation was asked about this end.
    REMINDED: (MunicipalityId, VacancyId, Date) => () =
        "UPDATE vacancies SET reminded_for = $3 WHERE municipality_id = $1 AND id = $2";
    /// Never published and untouched since a moment.
    STALE_DRAFTS: (MunicipalityId, Instant) => (VacancyId,) =
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND state = 'draft' AND published_at IS NULL \
         AND discarded_at IS NULL AND changed_at < $2 ORDER BY id";
    /// Away with one that was never published.
    DELETE: (MunicipalityId, VacancyId) => () =
        "DELETE FROM vacancies WHERE municipality_id = $1 AND id = $2 AND published_at IS NULL";
    /// What was typed and is not on the page yet.
    DRAFT: (MunicipalityId, VacancyId) => (Json<Vec<(String, String)>>, Instant) =
        "SELECT fields, saved_at FROM vacancy_drafts WHERE municipality_id = $1 AND vacancy_id = $2";
    /// Keeps what was typed.
    KEEP_DRAFT: (MunicipalityId, VacancyId, Json<Vec<(String, String)>>, Option<PersonId>, Instant) => () =
        "INSERT INTO vacancy_drafts (municipality_id, vacancy_id, fields, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (municipality_id, vacancy_id) DO UPDATE SET fields = excluded.fields, saved_by = excluded.saved_by, \
         saved_at = excluded.saved_at";
    /// Away with what was typed: it is on the page, or nobody wants it.
    DROP_DRAFT: (MunicipalityId, VacancyId) => () =
        "DELETE FROM vacancy_drafts WHERE municipality_id = $1 AND vacancy_id = $2";
    /// Who took over from a contact who left.
    HAND_OVER: (MunicipalityId, OrganisationId, PersonId, PersonId) => () =
        "UPDATE vacancies SET contact_id = $4, contact_label = NULL \
         WHERE municipality_id = $1 AND organisation_id = $2 AND contact_id = $3";
    /// For which somebody answers, newest first.
    OF_CONTACT: (MunicipalityId, PersonId) => VacancyRow =
        select!("AND contact_id = $2 AND discarded_at IS NULL ORDER BY created_at DESC, id DESC");
    /// Somebody answers for none any more.
    FORGET_CONTACT: (MunicipalityId, PersonId) => () =
        "UPDATE vacancies SET contact_id = NULL, contact_label = NULL WHERE municipality_id = $1 AND contact_id = $2";
    /// Forgets who typed.
    FORGET_WRITER: (MunicipalityId, PersonId) => () =
        "UPDATE vacancy_drafts SET saved_by = NULL WHERE municipality_id = $1 AND saved_by = $2";
    /// A new one, or the same one changed.
    SAVE: VacancyRow => () = concat!(
        "INSERT INTO vacancies (", columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET \
         external_id = excluded.external_id, title = excluded.title, sort_key = excluded.sort_key, summary = excluded.summary, \
         description = excluded.description, facets = excluded.facets, wijk = excluded.wijk, \
         people_wanted = excluded.people_wanted, people_found = excluded.people_found, contact_id = excluded.contact_id, \
         contact_label = excluded.contact_label, \
         state = excluded.state, pause_reason = excluded.pause_reason, moderation_note = excluded.moderation_note, \
         closing = excluded.closing, published_at = excluded.published_at, filled_at = excluded.filled_at, \
         closes_on = excluded.closes_on, \
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
            contact_label: row.contact_label,
            state: row.state.0,
            pause_reason: row.pause_reason.map(|code| code.0),
            moderation_note: row.moderation_note,
            closing: row.closing.map(|code| code.0),
            published_at: row.published_at,
            filled_at: row.filled_at,
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
            contact_label: vacancy.contact_label,
            state: Code(vacancy.state),
            pause_reason: vacancy.pause_reason.map(Code),
            moderation_note: vacancy.moderation_note,
            closing: vacancy.closing.map(Code),
            published_at: vacancy.published_at,
            filled_at: vacancy.filled_at,
            closes_on: vacancy.closes_on,
            created_at: vacancy.created_at,
            changed_at: vacancy.changed_at,
        }
    }
}
