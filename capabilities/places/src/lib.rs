//! Places: municipality, wijken, buurten, postcodes, locations.
//!
//! Areas and postcodes are loaded from files ([`import`] says which) and then kept in memory, so that a page can say
//! *Meerzicht, 2 km* without asking the database. A postcode's centre says nothing about where somebody lives.
//!
//! Owns: `areas`, `postcodes`, `place_sources`.
//! Sends: [`PlacesLoaded`].

mod actions;
mod cache;
mod forms;
pub mod import;
mod map;
pub mod model;
mod pages;
pub mod policy;
pub mod samples;
mod schematic;
mod store;
#[cfg(test)]
mod tests;
mod town;

pub use self::actions::{ImportReport, import_areas, import_postcodes, preview_areas, preview_postcodes};

use std::collections::HashMap;

pub use cache::{cached, cached_alone};
use kernel::{MunicipalityId, Point, Result, text::Codes};
pub use map::{MapArea, MapView, map};
pub use model::{Area, AreaKind, Postcode, Source, Subject};
use platform::{Conn, Ctx, Plan, db::Code, events::Event, plan::Access, queues::Listed};
use serde::{Deserialize, Serialize};
pub use town::{Near, TownPlaces};

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("places", 1)
        .get("/beheer/gebieden", pages::show, Access::MANAGER)
        .upload("/beheer/gebieden", pages::check, Access::MANAGER)
        .upload("/beheer/gebieden/laden", pages::load, Access::MANAGER)
        .list(Listed {
            code: "areas",
            page: "/beheer/gebieden",
            place: 110,
            columns: &["list-column-code", "list-column-kind", "list-column-name", "list-column-parent"],
            rows: |conn, ctx, _| Box::pin(listed(conn, ctx)),
        })
        .statements(store::STATEMENTS)
        .samples(samples::samples)
}

async fn listed(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |area: Area| {
        let kind = ctx.t(&format!("places-kind-{}", area.kind.code()));
        vec![area.code, kind, area.name, area.parent.unwrap_or_default()]
    };
    Ok(areas(conn, ctx.town()).await?.into_iter().map(row).collect())
}

/// Areas or postcodes of a town were loaded from a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlacesLoaded {
    /// In which town.
    pub town: MunicipalityId,
    /// Which of the two.
    pub subject: Subject,
}

impl Event for PlacesLoaded {
    const KIND: &'static str = "places.loaded";
    const SUBJECT: &'static str = "municipality";
    fn subject(&self) -> uuid::Uuid {
        self.town.0
    }
}

/// The postcode somebody typed (`2711`, `2711 AB`). `None` when it is not one or not known here: then say
/// `places-postcode-unknown` and let them choose a wijk.
pub async fn find_postcode(conn: &mut Conn, town: MunicipalityId, text: &str) -> Result<Option<Postcode>> {
    let Some(digits) = model::four_digits(text) else { return Ok(None) };
    let row = store::POSTCODE.optional(conn, (town, digits.to_owned())).await?;
    Ok(row.map(|(postcode, place, lat, lon, buurt_code, wijk_code, wijk_name)| Postcode {
        postcode,
        place,
        point: Point { lat, lon },
        buurt_code,
        wijk_code,
        wijk_name,
    }))
}

/// The wijken of a town, by name.
pub async fn wijken(conn: &mut Conn, town: MunicipalityId) -> Result<Vec<Area>> {
    let rows = store::AREAS_OF_KIND.all(conn, (town, Code(AreaKind::Wijk))).await?;
    Ok(rows.into_iter().map(cache::area).collect())
}

/// Names of wijken by their codes.
pub async fn names(conn: &mut Conn, ctx: &Ctx) -> Result<HashMap<String, String>> {
    Ok(wijken(conn, ctx.town()).await?.into_iter().map(|area| (area.code, area.name)).collect())
}

/// The area with this code.
pub async fn area(conn: &mut Conn, town: MunicipalityId, code: &str) -> Result<Option<Area>> {
    Ok(store::AREA.optional(conn, (town, code.to_owned())).await?.map(cache::area))
}

/// Every area of a town, by name.
pub async fn areas(conn: &mut Conn, town: MunicipalityId) -> Result<Vec<Area>> {
    Ok(store::AREAS.all(conn, (town,)).await?.into_iter().map(cache::area).collect())
}
