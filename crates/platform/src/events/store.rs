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
    /// The feed between two positions, after a fact at `$2`, oldest first.
    BETWEEN: (i64, i64, EventId, i64) => (i64, EventId, MunicipalityId, String, String, Uuid), across "every process follows every town" =
        "SELECT position, id, municipality_id, kind, subject_kind, subject_id FROM events \
         WHERE (position, id) > ($1, $3) AND position < $2 ORDER BY position, id LIMIT $4";
    /// Facts that are old enough to forget; what they brought about stays. The last of all stays too: the next one counts on.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM events WHERE municipality_id = $1 AND recorded_at < $2 \
         AND position < (SELECT MAX(position) FROM events WHERE municipality_id = $1)";
}
