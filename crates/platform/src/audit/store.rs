//! Statements over the audit table: adding and reading, nothing else.

use kernel::{AuditId, Instant, MunicipalityId};
use uuid::Uuid;

crate::row! {
    /// One row of the audit table.
    pub struct AuditRow {
        pub municipality_id: MunicipalityId,
        pub id: AuditId,
        pub at: Instant,
        pub actor_kind: String,
        pub actor_id: Option<Uuid>,
        pub on_behalf_of: Option<Uuid>,
        pub action: String,
        pub subject_kind: String,
        pub subject_id: Option<Uuid>,
        pub details: String,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, at, actor_kind, actor_id, on_behalf_of, action, subject_kind, subject_id, details \
             FROM audit WHERE municipality_id = $1 ",
            $rest
        )
    };
}

crate::statements! {
    /// A new row.
    INSERT: AuditRow => () =
        "INSERT INTO audit (municipality_id, id, at, actor_kind, actor_id, on_behalf_of, action, subject_kind, subject_id, details) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// About one thing, newest first.
    ABOUT: (MunicipalityId, String, Uuid, i64) => AuditRow =
        select!("AND subject_kind = $2 AND subject_id = $3 ORDER BY id DESC LIMIT $4");
    /// By or for one person, newest first.
    OF_PERSON: (MunicipalityId, Uuid, i64) => AuditRow =
        select!("AND (actor_id = $2 OR on_behalf_of = $2 OR (subject_kind = 'person' AND subject_id = $2)) ORDER BY id DESC LIMIT $3");
    /// The newest of the town.
    LATEST: (MunicipalityId, i64) => AuditRow = select!("ORDER BY id DESC LIMIT $2");
}
