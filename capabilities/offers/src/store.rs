//! Statements over offers.

use kernel::{Date, Instant, MunicipalityId, PersonId};
use platform::{
    db::{Code, Json, query::Many},
    row, statements,
};

use super::model::{Closing, Offer, State, Visibility};
use facets::model::{Facets, OfferId};

row! {
    /// An offer as it is stored.
    pub struct OfferRow {
        pub municipality_id: MunicipalityId,
        pub id: OfferId,
        pub person_id: PersonId,
        pub shown_name: String,
        pub title: String,
        pub sort_key: String,
        pub description: String,
        pub facets: Json<Facets>,
        pub wijk: Option<String>,
        pub group_size: u32,
        pub travel_km: Option<u32>,
        pub visibility: Code<Visibility>,
        pub state: Code<State>,
        pub closing: Option<Code<Closing>>,
        pub moderation_note: Option<String>,
        pub published_at: Instant,
        pub expires_on: Date,
        pub keep_hash: Option<Vec<u8>>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

macro_rules! columns {
    () => {
        "municipality_id, id, person_id, shown_name, title, sort_key, description, facets, wijk, group_size, travel_km, \
         visibility, state, closing, moderation_note, published_at, expires_on, keep_hash, created_at, changed_at"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM offers WHERE municipality_id = $1 ", $rest)
    };
}

statements! {
    /// One.
    FIND: (MunicipalityId, OfferId) => OfferRow = select!("AND id = $2");
    /// A new one, or the same one changed.
    SAVE: OfferRow => () = concat!(
        "INSERT INTO offers (", columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET \
         shown_name = excluded.shown_name, title = excluded.title, sort_key = excluded.sort_key, \
         description = excluded.description, facets = excluded.facets, wijk = excluded.wijk, \
         group_size = excluded.group_size, travel_km = excluded.travel_km, visibility = excluded.visibility, \
         state = excluded.state, closing = excluded.closing, moderation_note = excluded.moderation_note, \
         published_at = excluded.published_at, expires_on = excluded.expires_on, keep_hash = excluded.keep_hash, \
         changed_at = excluded.changed_at"
    );
    /// Of one person, the newest first.
    OF_PERSON: (MunicipalityId, PersonId) => OfferRow = select!("AND person_id = $2 ORDER BY created_at DESC, id");
    /// The live ones, in order of their ids.
    LIVE: (MunicipalityId, i64) => OfferRow = select!("AND state = 'live' ORDER BY id LIMIT $2");
    /// The live ones after an id.
    LIVE_AFTER: (MunicipalityId, OfferId, i64) => OfferRow =
        select!("AND state = 'live' AND id > $2 ORDER BY id LIMIT $3");
    /// Some of them.
    BY_IDS: (MunicipalityId, Many<OfferId, 20>) => OfferRow = select!(
        "AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"
    );
    /// Those that were sent in again, the longest waiting first, page by page.
    WAITING: (MunicipalityId, i64, i64) => OfferRow =
        select!("AND state = 'waiting' ORDER BY changed_at, id LIMIT $2 OFFSET $3");
    /// How many of those there are.
    COUNT_WAITING: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM offers WHERE municipality_id = $1 AND state = 'waiting'";
    /// The one of the secret in a mail.
    BY_KEEP: (MunicipalityId, Vec<u8>) => OfferRow = select!("AND keep_hash = $2");
    /// Those whose term ends on or before a day and whose person was not asked yet.
    TO_ASK: (MunicipalityId, Date, i64) => (OfferId,) =
        "SELECT id FROM offers WHERE municipality_id = $1 AND state IN ('live', 'paused') AND expires_on <= $2 \
         AND keep_hash IS NULL ORDER BY expires_on, id LIMIT $3";
    /// Those whose term ended before a day.
    TO_EXPIRE: (MunicipalityId, Date, i64) => (OfferId,) =
        "SELECT id FROM offers WHERE municipality_id = $1 AND state IN ('live', 'paused') AND expires_on < $2 \
         ORDER BY expires_on, id LIMIT $3";
    /// Forgets those that are over and did not change since a moment.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM offers WHERE municipality_id = $1 AND state NOT IN ('live', 'paused') AND changed_at < $2";
    /// Forgets everything somebody offered.
    FORGET_OF: (MunicipalityId, PersonId) => () = "DELETE FROM offers WHERE municipality_id = $1 AND person_id = $2";
}

impl From<OfferRow> for Offer {
    fn from(row: OfferRow) -> Self {
        Self {
            municipality: row.municipality_id,
            id: row.id,
            person: row.person_id,
            shown_name: row.shown_name,
            title: row.title,
            description: row.description,
            facets: row.facets.0,
            group_size: row.group_size,
            travel_km: row.travel_km,
            visibility: row.visibility.0,
            state: row.state.0,
            closing: row.closing.map(|code| code.0),
            moderation_note: row.moderation_note,
            published_at: row.published_at,
            expires_on: row.expires_on,
            keep_hash: row.keep_hash,
            created_at: row.created_at,
            changed_at: row.changed_at,
        }
    }
}

impl From<Offer> for OfferRow {
    fn from(offer: Offer) -> Self {
        Self {
            municipality_id: offer.municipality,
            id: offer.id,
            person_id: offer.person,
            shown_name: offer.shown_name,
            sort_key: kernel::text::title_sort_key(&offer.title),
            title: offer.title,
            description: offer.description,
            wijk: offer.facets.place.wijk.clone(),
            facets: Json(offer.facets),
            group_size: offer.group_size,
            travel_km: offer.travel_km,
            visibility: Code(offer.visibility),
            state: Code(offer.state),
            closing: offer.closing.map(Code),
            moderation_note: offer.moderation_note,
            published_at: offer.published_at,
            expires_on: offer.expires_on,
            keep_hash: offer.keep_hash,
            created_at: offer.created_at,
            changed_at: offer.changed_at,
        }
    }
}
