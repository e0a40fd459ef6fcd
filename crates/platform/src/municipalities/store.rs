//! Statements over the towns and their settings. Small tables, read whole.

use kernel::{Date, Instant, MunicipalityId};

crate::row! {
    pub(super) struct MunicipalityRow {
        pub municipality_id: MunicipalityId,
        pub slug: String,
        pub name: String,
        pub base_url: String,
        pub hosts: String,
        pub is_default: bool,
        pub zone: String,
        pub changed_at: Instant,
    }
}

crate::row! {
    pub(super) struct SettingRow {
        pub municipality_id: MunicipalityId,
        pub key: String,
        pub valid_from: Date,
        pub valid_until: Option<Date>,
        pub value: String,
        pub source: String,
    }
}

crate::statements! {
    /// Every town.
    ALL: () => MunicipalityRow, across "the towns themselves" =
        "SELECT municipality_id, slug, name, base_url, hosts, is_default, zone, changed_at FROM municipalities ORDER BY slug";
    /// Every decision of every town.
    ALL_SETTINGS: () => SettingRow, across "kept in memory for all towns" =
        "SELECT municipality_id, key, valid_from, valid_until, value, source FROM settings ORDER BY key, valid_from";
    /// A new town.
    INSERT: MunicipalityRow => () =
        "INSERT INTO municipalities (municipality_id, slug, name, base_url, hosts, is_default, zone, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// Another name or address.
    RENAME: (MunicipalityId, String, String, String, Instant) => () =
        "UPDATE municipalities SET name = $2, base_url = $3, hosts = $4, changed_at = $5 WHERE municipality_id = $1";
    /// A decision on a setting; one that begins on the same day is replaced.
    DECIDE: (MunicipalityId, String, Date, Option<Date>, String, String, Instant) => () =
        "INSERT INTO settings (municipality_id, key, valid_from, valid_until, value, source, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (municipality_id, key, valid_from) DO UPDATE \
         SET valid_until = excluded.valid_until, value = excluded.value, source = excluded.source, changed_at = excluded.changed_at";
    /// Takes a decision back.
    UNDO: (MunicipalityId, String, Date) => () =
        "DELETE FROM settings WHERE municipality_id = $1 AND key = $2 AND valid_from = $3";
}
