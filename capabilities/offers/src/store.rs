//! Statements over offers.

use kernel::{Date, Instant, MunicipalityId, PersonId, text::title_sort_key};
use platform::{db::Many, statements, table, thing};

use super::model::Offer;
use facets::model::OfferId;

table! { Offer in "offers" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    person_id: person,
    shown_name,
    title,
    description,
    facets as json,
    group_size,
    travel_km,
    visibility as code,
    state as code,
    closing as code,
    moderation_note,
    published_at,
    expires_on,
    keep_hash,
    created_at,
    changed_at;
    sort_key = |offer| title_sort_key(&offer.title),
    wijk = |offer| offer.facets.place.wijk.clone(),
} }

thing! { Offer as "offer" by OfferId: FIND, SAVE }

statements! {
    FIND: (MunicipalityId, OfferId) => Offer = select "AND id = $2";
    /// A new one, or the same one changed.
    SAVE: Offer => () = save;
    /// Of one person, the newest first.
    OF_PERSON: (MunicipalityId, PersonId) => Offer = select "AND person_id = $2 ORDER BY created_at DESC, id";
    /// The live ones after an id.
    LIVE_AFTER: (MunicipalityId, OfferId, i64) => Offer = select "AND state = 'live' AND id > $2 ORDER BY id LIMIT $3";
    /// Some of them.
    BY_IDS: (MunicipalityId, Many<OfferId, 20>) => Offer = select "AND id IN ($2…)";
    /// Those that were sent in again, the longest waiting first.
    WAITING: (MunicipalityId,) => Offer = pages "AND state = 'waiting'" by "changed_at, id";
    /// The one of the secret in a mail.
    BY_KEEP: (MunicipalityId, Vec<u8>) => Offer = select "AND keep_hash = $2";
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
    /// Offers that were sent in again.
    HELD_WAITING: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(changed_at) FROM offers WHERE municipality_id = $1 AND state = 'waiting'";
    /// All of them, the newest first, without whose they are.
    LISTED: (MunicipalityId,) => (String, Option<String>, i64, String, String, Instant, Date) =
        "SELECT title, wijk, group_size, visibility, state, published_at, expires_on FROM offers \
         WHERE municipality_id = $1 ORDER BY published_at DESC, id LIMIT 10000";
}
