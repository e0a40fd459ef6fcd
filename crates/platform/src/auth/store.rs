//! Statements over sessions.

use kernel::{Instant, MunicipalityId, PersonId, SessionId};

use super::Way;
use crate::db::Code;

crate::row! {
    /// One sign-in on one device.
    pub struct SessionRow {
        pub municipality_id: MunicipalityId,
        pub id: SessionId,
        pub token_hash: Vec<u8>,
        pub person_id: PersonId,
        pub device: String,
        pub created_at: Instant,
        pub seen_at: Instant,
        pub expires_at: Instant,
        pub way: Code<Way>,
    }
}

crate::statements! {
    /// A new sign-in.
    INSERT: SessionRow => () =
        "INSERT INTO sessions (municipality_id, id, token_hash, person_id, device, created_at, seen_at, expires_at, way) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// The sign-in with this token, unless it has ended.
    FIND: (MunicipalityId, Vec<u8>, Instant) => SessionRow =
        "SELECT municipality_id, id, token_hash, person_id, device, created_at, seen_at, expires_at, way \
         FROM sessions WHERE municipality_id = $1 AND token_hash = $2 AND expires_at > $3";
    /// It was used; the end moves along.
    SEEN: (MunicipalityId, SessionId, Instant, Instant) => () =
        "UPDATE sessions SET seen_at = $3, expires_at = $4 WHERE municipality_id = $1 AND id = $2";
    /// Somebody's sign-ins, the latest used first.
    OF_PERSON: (MunicipalityId, PersonId, Instant) => SessionRow =
        "SELECT municipality_id, id, token_hash, person_id, device, created_at, seen_at, expires_at, way \
         FROM sessions WHERE municipality_id = $1 AND person_id = $2 AND expires_at > $3 ORDER BY seen_at DESC";
    /// Ends one of somebody's sign-ins.
    END: (MunicipalityId, PersonId, SessionId) => () =
        "DELETE FROM sessions WHERE municipality_id = $1 AND person_id = $2 AND id = $3";
    /// Ends all of somebody's sign-ins.
    END_ALL: (MunicipalityId, PersonId) => () = "DELETE FROM sessions WHERE municipality_id = $1 AND person_id = $2";
    /// Forgets the sign-ins that were not used since a moment.
    FORGET_IDLE: (MunicipalityId, Instant) => () = "DELETE FROM sessions WHERE municipality_id = $1 AND seen_at <= $2";
    /// Forgets the sign-ins that have ended.
    FORGET: (MunicipalityId, Instant) => () = "DELETE FROM sessions WHERE municipality_id = $1 AND expires_at <= $2";
    /// The key from which the secrets of a town's letters follow.
    LETTER_KEY: (MunicipalityId,) => (Vec<u8>,) = "SELECT secret FROM letter_keys WHERE municipality_id = $1";
    /// Gives a town its key; one it has stays.
    MAKE_LETTER_KEY: (MunicipalityId, Vec<u8>) => () =
        "INSERT INTO letter_keys (municipality_id, secret) VALUES ($1, $2) ON CONFLICT (municipality_id) DO NOTHING";
}
