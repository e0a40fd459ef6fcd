//! Statements over saved searches and favourites.

use kernel::{Instant, Lang, MunicipalityId, PersonId};
use platform::{
    db::{Code, Json},
    row, statements,
};
use uuid::Uuid;

use super::model::{Rhythm, SavedSearch, State};
use crate::listing::model::Filters;
use facets::model::{SavedSearchId, VacancyId};

row! {
    /// A saved search as it is stored.
    pub struct SavedSearchRow {
        pub municipality_id: MunicipalityId,
        pub id: SavedSearchId,
        pub person_id: Option<PersonId>,
        pub email: Option<String>,
        pub lang: Lang,
        pub filters: Json<Filters>,
        pub rhythm: Code<Rhythm>,
        pub state: Code<State>,
        pub confirm_hash: Option<Vec<u8>>,
        pub seen_until: Instant,
        pub sent: Json<Vec<Uuid>>,
        pub created_at: Instant,
        pub renewed_at: Instant,
    }
}

macro_rules! columns {
    () => {
        "municipality_id, id, person_id, email, lang, filters, rhythm, state, confirm_hash, seen_until, sent, created_at, \
         renewed_at"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM saved_searches WHERE municipality_id = $1 ", $rest)
    };
}

statements! {
    /// One.
    FIND: (MunicipalityId, SavedSearchId) => SavedSearchRow = select!("AND id = $2");
    /// The one that a mail asks to confirm.
    TO_CONFIRM: (MunicipalityId, Vec<u8>) => SavedSearchRow = select!("AND confirm_hash = $2");
    /// The one that a link in a letter is about.
    OF_LINK: (MunicipalityId, Vec<u8>) => (SavedSearchId,) =
        "SELECT saved_search_id FROM saved_search_links WHERE municipality_id = $1 AND token_hash = $2";
    /// Somebody's, by account or by the address it was made with.
    OWN: (MunicipalityId, PersonId, Option<String>) => SavedSearchRow =
        select!("AND state = 'active' AND (person_id = $2 OR (person_id IS NULL AND email = $3)) ORDER BY created_at, id");
    /// Of an address, waiting or not.
    OF_ADDRESS: (MunicipalityId, String) => SavedSearchRow =
        select!("AND state <> 'ended' AND person_id IS NULL AND email = $2 ORDER BY created_at, id");
    /// Those that want letters in a rhythm, by id, after one of them.
    IN_RHYTHM: (MunicipalityId, Code<Rhythm>, SavedSearchId, i64) => SavedSearchRow =
        select!("AND state = 'active' AND rhythm = $2 AND id > $3 ORDER BY id LIMIT $4");
    /// A new one, or the same one changed.
    SAVE: SavedSearchRow => () = concat!(
        "INSERT INTO saved_searches (", columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET person_id = excluded.person_id, email = excluded.email, \
         lang = excluded.lang, filters = excluded.filters, rhythm = excluded.rhythm, state = excluded.state, \
         confirm_hash = excluded.confirm_hash, seen_until = excluded.seen_until, sent = excluded.sent, \
         created_at = excluded.created_at, renewed_at = excluded.renewed_at"
    );
    /// Never confirmed.
    FORGET_WAITING: (MunicipalityId, Instant) => () =
        "DELETE FROM saved_searches WHERE municipality_id = $1 AND state = 'waiting' AND created_at < $2";
    /// Switched off before.
    FORGET_ENDED: (MunicipalityId, Instant) => () =
        "DELETE FROM saved_searches WHERE municipality_id = $1 AND state = 'ended' AND renewed_at < $2";
    /// Not shown to be wanted since.
    FORGET_STALE: (MunicipalityId, Instant) => () =
        "DELETE FROM saved_searches WHERE municipality_id = $1 AND renewed_at < $2";
    /// Of somebody who leaves.
    FORGET_PERSON: (MunicipalityId, PersonId, Option<String>) => () =
        "DELETE FROM saved_searches WHERE municipality_id = $1 AND (person_id = $2 OR (person_id IS NULL AND email = $3))";
    /// A link in a letter.
    ADD_LINK: (MunicipalityId, Vec<u8>, SavedSearchId, Instant) => () =
        "INSERT INTO saved_search_links (municipality_id, token_hash, saved_search_id, made_at) VALUES ($1, $2, $3, $4)";
    /// A vacancy to look at later.
    KEEP_FAVOURITE: (MunicipalityId, PersonId, VacancyId, Instant) => () =
        "INSERT INTO favourites (municipality_id, person_id, vacancy_id, kept_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, person_id, vacancy_id) DO NOTHING";
    /// Not kept any more.
    DROP_FAVOURITE: (MunicipalityId, PersonId, VacancyId) => () =
        "DELETE FROM favourites WHERE municipality_id = $1 AND person_id = $2 AND vacancy_id = $3";
    /// What somebody kept, the last first.
    FAVOURITES: (MunicipalityId, PersonId) => (VacancyId, Instant) =
        "SELECT vacancy_id, kept_at FROM favourites WHERE municipality_id = $1 AND person_id = $2 \
         ORDER BY kept_at DESC, vacancy_id LIMIT 200";
    /// Whether somebody kept this one.
    IS_FAVOURITE: (MunicipalityId, PersonId, VacancyId) => (VacancyId,) =
        "SELECT vacancy_id FROM favourites WHERE municipality_id = $1 AND person_id = $2 AND vacancy_id = $3";
    /// Of somebody who leaves.
    FORGET_FAVOURITES: (MunicipalityId, PersonId) => () =
        "DELETE FROM favourites WHERE municipality_id = $1 AND person_id = $2";
}

impl From<SavedSearchRow> for SavedSearch {
    fn from(row: SavedSearchRow) -> Self {
        Self {
            municipality: row.municipality_id,
            id: row.id,
            person: row.person_id,
            email: row.email,
            lang: row.lang,
            filters: row.filters.0,
            rhythm: row.rhythm.0,
            state: row.state.0,
            confirm_hash: row.confirm_hash,
            seen_until: row.seen_until,
            sent: row.sent.0,
            created_at: row.created_at,
            renewed_at: row.renewed_at,
        }
    }
}

impl From<SavedSearch> for SavedSearchRow {
    fn from(search: SavedSearch) -> Self {
        Self {
            municipality_id: search.municipality,
            id: search.id,
            person_id: search.person,
            email: search.email,
            lang: search.lang,
            filters: Json(search.filters),
            rhythm: Code(search.rhythm),
            state: Code(search.state),
            confirm_hash: search.confirm_hash,
            seen_until: search.seen_until,
            sent: Json(search.sent),
            created_at: search.created_at,
            renewed_at: search.renewed_at,
        }
    }
}
