//! Statements over places.

use kernel::{Instant, MunicipalityId};
use platform::{
    db::{Code, Json},
    row, statements,
};
use uuid::Uuid;

use super::model::{AreaKind, Geometry, Subject};

row! {
    /// An area as stored.
    pub struct AreaRow {
        pub municipality_id: MunicipalityId,
        pub code: String,
        pub kind: Code<AreaKind>,
        pub name: String,
        pub sort_key: String,
        pub parent_code: Option<String>,
        pub lat: f64,
        pub lon: f64,
        pub geometry: Json<Geometry>,
    }
}

row! {
    /// A postcode as stored.
    pub struct PostcodeRow {
        pub municipality_id: MunicipalityId,
        pub postcode: String,
        pub place: String,
        pub lat: f64,
        pub lon: f64,
        pub buurt_code: Option<String>,
        pub wijk_code: Option<String>,
    }
}

row! {
    /// Where data come from, as stored.
    pub struct SourceRow {
        pub municipality_id: MunicipalityId,
        pub subject: Code<Subject>,
        pub credit: String,
        pub schematic: bool,
        pub version: Uuid,
        pub loaded_at: Instant,
    }
}

statements! {
    /// Every area of a town, by name.
    AREAS: (MunicipalityId,) => AreaRow =
        "SELECT municipality_id, code, kind, name, sort_key, parent_code, lat, lon, geometry \
         FROM areas WHERE municipality_id = $1 ORDER BY sort_key, code";
    /// The areas of one kind, by name.
    AREAS_OF_KIND: (MunicipalityId, Code<AreaKind>) => AreaRow =
        "SELECT municipality_id, code, kind, name, sort_key, parent_code, lat, lon, geometry \
         FROM areas WHERE municipality_id = $1 AND kind = $2 ORDER BY sort_key, code";
    AREA: (MunicipalityId, String) => AreaRow =
        "SELECT municipality_id, code, kind, name, sort_key, parent_code, lat, lon, geometry \
         FROM areas WHERE municipality_id = $1 AND code = $2";
    /// A new area, or new properties of a known one.
    KEEP_AREA: AreaRow => () =
        "INSERT INTO areas (municipality_id, code, kind, name, sort_key, parent_code, lat, lon, geometry) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (municipality_id, code) DO UPDATE SET kind = excluded.kind, name = excluded.name, \
         sort_key = excluded.sort_key, parent_code = excluded.parent_code, lat = excluded.lat, lon = excluded.lon, \
         geometry = excluded.geometry";
    /// An area that is no longer there.
    DROP_AREA: (MunicipalityId, String) => () =
        "DELETE FROM areas WHERE municipality_id = $1 AND code = $2";
    /// Every postcode of a town.
    POSTCODES: (MunicipalityId,) => PostcodeRow =
        "SELECT municipality_id, postcode, place, lat, lon, buurt_code, wijk_code \
         FROM postcodes WHERE municipality_id = $1 ORDER BY postcode";
    /// One postcode with the name of its wijk.
    POSTCODE: (MunicipalityId, String) => (String, String, f64, f64, Option<String>, Option<String>, Option<String>) =
        "SELECT p.postcode, p.place, p.lat, p.lon, p.buurt_code, p.wijk_code, a.name FROM postcodes p \
         LEFT JOIN areas a ON a.municipality_id = p.municipality_id AND a.code = p.wijk_code \
         WHERE p.municipality_id = $1 AND p.postcode = $2";
    /// A new postcode, or new properties of a known one.
    KEEP_POSTCODE: PostcodeRow => () =
        "INSERT INTO postcodes (municipality_id, postcode, place, lat, lon, buurt_code, wijk_code) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (municipality_id, postcode) DO UPDATE SET place = excluded.place, lat = excluded.lat, \
         lon = excluded.lon, buurt_code = excluded.buurt_code, wijk_code = excluded.wijk_code";
    /// A postcode that is no longer there.
    DROP_POSTCODE: (MunicipalityId, String) => () =
        "DELETE FROM postcodes WHERE municipality_id = $1 AND postcode = $2";
    /// What was loaded, from where.
    SOURCES: (MunicipalityId,) => SourceRow =
        "SELECT municipality_id, subject, credit, schematic, version, loaded_at \
         FROM place_sources WHERE municipality_id = $1 ORDER BY subject";
    /// Notes what was loaded.
    KEEP_SOURCE: SourceRow => () =
        "INSERT INTO place_sources (municipality_id, subject, credit, schematic, version, loaded_at) \
         VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (municipality_id, subject) DO UPDATE SET credit = excluded.credit, \
         schematic = excluded.schematic, version = excluded.version, loaded_at = excluded.loaded_at";
}
