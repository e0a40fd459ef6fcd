//! Statements over vacancies.

use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId, text::title_sort_key};
use platform::{
    db::{Code, Json, Many},
    statements, table, thing,
};

use super::model::{State, Vacancy};
use facets::model::{Facets, VacancyId};

table! { Vacancy in "vacancies" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    organisation_id: organisation,
    external_id,
    title,
    summary,
    description,
    facets as json,
    people_wanted,
    people_found,
    contact_id: contact,
    contact_label,
    state as code,
    pause_reason as code,
    moderation_note,
    closing as code,
    published_at,
    filled_at,
    closes_on,
    created_at,
    changed_at;
    sort_key = |vacancy| title_sort_key(&vacancy.title),
    wijk = |vacancy| vacancy.facets.place.wijk.clone(),
} }

thing! { Vacancy as "vacancy" by VacancyId: FIND, SAVE }

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
    FIND: (MunicipalityId, VacancyId) => Vacancy = select "AND id = $2 AND discarded_at IS NULL";
    /// One organisation's, in every state, newest first.
    OF_ORGANISATION: (MunicipalityId, OrganisationId) => Vacancy =
        select "AND organisation_id = $2 AND discarded_at IS NULL ORDER BY created_at DESC, id DESC";
    /// The same page by page, with what is closed at the end.
    PAGE_OF: (MunicipalityId, OrganisationId, i64, i64) => Vacancy =
        select "AND organisation_id = $2 AND discarded_at IS NULL ORDER BY CASE WHEN state = 'closed' THEN 1 ELSE 0 END, \
         created_at DESC, id DESC LIMIT $3 OFFSET $4";
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
    LIVE_OF: (MunicipalityId, OrganisationId, i64) => Vacancy =
        select "AND organisation_id = $2 AND state = 'live' ORDER BY published_at DESC, id DESC LIMIT $3";
    /// The one an organisation knows by its own number.
    BY_EXTERNAL: (MunicipalityId, OrganisationId, String) => Vacancy =
        select "AND organisation_id = $2 AND external_id = $3";
    /// Up to twenty at once.
    BY_IDS: (MunicipalityId, Many<VacancyId, 20>) => Vacancy = select "AND discarded_at IS NULL AND id IN ($2…)";
    /// Public ones that take responses, in the order of their ids, after one of them.
    LIVE_AFTER: (MunicipalityId, VacancyId, i64) => Vacancy =
        select "AND state = 'live' AND id > $2 ORDER BY id LIMIT $3";
    /// In whatever state, in the order of their ids, after one of them.
    ALL_AFTER: (MunicipalityId, VacancyId, i64) => Vacancy = select "AND id > $2 ORDER BY id LIMIT $3";
    /// In one state, the longest unchanged first.
    IN_STATE: (MunicipalityId, Code<State>, i64, i64) => Vacancy =
        select "AND state = $2 ORDER BY changed_at, id LIMIT $3 OFFSET $4";
    /// How many are in one state.
    COUNT_IN_STATE: (MunicipalityId, Code<State>) => (i64,) =
        "SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND state = $2";
    /// How many of an organisation ever went live.
    EVER_LIVE: (MunicipalityId, OrganisationId) => (i64,) =
        "SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND organisation_id = $2 AND published_at IS NOT NULL";
    /// Shown ones whose last day lies before a day.
    PAST: (MunicipalityId, Date, i64) => (VacancyId,) =
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND closes_on < $2 \
         AND state IN ('live', 'paused', 'filled') ORDER BY id LIMIT $3";
    /// Ones that end soon, and whose organisation was not asked about that end yet.
    TO_ASK: (MunicipalityId, Date, i64) => (VacancyId,) = concat!(
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND ",
        ends_soon!("$2"),
        " AND (reminded_for IS NULL OR reminded_for <> closes_on) ORDER BY id LIMIT $3"
    );
    /// The organisation was asked about this end.
    ASKED: (MunicipalityId, VacancyId, Date) => () =
        "UPDATE vacancies SET reminded_for = $3 WHERE municipality_id = $1 AND id = $2";
    /// Never published and untouched since a moment.
    STALE_DRAFTS: (MunicipalityId, Instant) => (VacancyId,) =
        "SELECT id FROM vacancies WHERE municipality_id = $1 AND state = 'draft' AND published_at IS NULL \
         AND discarded_at IS NULL AND changed_at < $2 ORDER BY id";
    /// Whether somebody reported it.
    REPORTED: (MunicipalityId, VacancyId) => (VacancyId,) =
        "SELECT vacancy_id FROM vacancy_reports WHERE municipality_id = $1 AND vacancy_id = $2 LIMIT 1";
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
    /// For which somebody answers, in whatever state, also what was thrown away.
    ANSWERED_BY: (MunicipalityId, PersonId) => (VacancyId, OrganisationId) =
        "SELECT id, organisation_id FROM vacancies WHERE municipality_id = $1 AND contact_id = $2 ORDER BY id";
    /// Another answers for it instead of this contact, or nobody. To be run when it is locked.
    HAND_OVER: (MunicipalityId, VacancyId, PersonId, Option<PersonId>) => () =
        "UPDATE vacancies SET contact_id = $4, contact_label = NULL \
         WHERE municipality_id = $1 AND id = $2 AND contact_id = $3";
    /// For which somebody answers, newest first.
    OF_CONTACT: (MunicipalityId, PersonId) => Vacancy =
        select "AND contact_id = $2 AND discarded_at IS NULL ORDER BY created_at DESC, id DESC";
    /// Forgets who typed.
    FORGET_WRITER: (MunicipalityId, PersonId) => () =
        "UPDATE vacancy_drafts SET saved_by = NULL WHERE municipality_id = $1 AND saved_by = $2";
    /// A new one, or the same one changed.
    SAVE: Vacancy => () = save;
    /// First vacancies to look at.
    HELD_WAITING: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(changed_at) FROM vacancies WHERE municipality_id = $1 AND state = 'waiting'";
    /// Those that wait for the municipality, the longest waiting first.
    WAITING: (MunicipalityId,) => (VacancyId, String, OrganisationId, Instant) =
        "SELECT id, title, organisation_id, changed_at FROM vacancies \
         WHERE municipality_id = $1 AND state = 'waiting' ORDER BY changed_at, id";
}
