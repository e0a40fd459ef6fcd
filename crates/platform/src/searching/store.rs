//! Statements over the table of synonyms.

use kernel::{Instant, MunicipalityId};
use uuid::Uuid;

crate::row! {
    pub struct SynonymRow {
        pub municipality_id: MunicipalityId,
        pub id: Uuid,
        pub words: String,
        pub changed_at: Instant,
    }
}

crate::statements! {
    /// The groups of a town.
    SYNONYMS: (MunicipalityId,) => SynonymRow =
        "SELECT municipality_id, id, words, changed_at FROM synonyms WHERE municipality_id = $1 ORDER BY id";
    /// A group, new or changed.
    SET_SYNONYMS: SynonymRow => () =
        "INSERT INTO synonyms (municipality_id, id, words, changed_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET words = excluded.words, changed_at = excluded.changed_at";
    /// A group less.
    DROP_SYNONYMS: (MunicipalityId, Uuid) => () = "DELETE FROM synonyms WHERE municipality_id = $1 AND id = $2";
    /// No groups of its own any more.
    RESET_SYNONYMS: (MunicipalityId,) => () = "DELETE FROM synonyms WHERE municipality_id = $1";
}
