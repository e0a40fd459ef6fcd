//! Statements over the feed of facts.

use kernel::{EventId, Instant, MunicipalityId};
use uuid::Uuid;

crate::row! {
    pub(super) struct EventRow {
        pub municipality_id: MunicipalityId,
        pub id: EventId,
        pub kind: String,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub payload: String,
        pub recorded_at: Instant,
    }
}

crate::statements! {
    /// A new fact.
    INSERT: EventRow => () =
        "INSERT INTO events (municipality_id, id, kind, subject_kind, subject_id, payload, recorded_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Facts of a transaction that took long. What somebody else recorded in the same millisecond is told twice, which does
    /// no harm.
    RECORD_ANEW: (MunicipalityId, Instant, Instant) => () =
        "UPDATE events SET recorded_at = $3 WHERE municipality_id = $1 AND recorded_at = $2";
    /// The feed from a moment on, oldest first.
    SINCE: (Instant, i64) => EventRow, across "every process follows every town" =
        "SELECT municipality_id, id, kind, subject_kind, subject_id, payload, recorded_at \
         FROM events WHERE recorded_at >= $1 ORDER BY recorded_at, id LIMIT $2";
    /// When the last fact was recorded.
    LAST: () => (Option<Instant>,), across "every process follows every town" =
        "SELECT MAX(recorded_at) FROM events";
    /// Facts that are old enough to forget; what they brought about stays.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM events WHERE municipality_id = $1 AND recorded_at < $2";
}
