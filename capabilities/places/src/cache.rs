//! Keeps each town's places in memory: looked at again after two seconds, read again when another version was loaded.

use std::{collections::HashMap, sync::Arc};

use kernel::{Instant, MunicipalityId, Point, Result, time};
use parking_lot::RwLock;
use platform::{Conn, Ctx, db::Code};
use uuid::Uuid;

use super::{
    model::{Area, Postcode, Source},
    store::{self, AreaRow, PostcodeRow, SourceRow},
    town::TownPlaces,
};

/// How long a town's places are used without a look at whether others were loaded.
const FRESH_MILLIS: i64 = 2 * time::SECOND;

struct Held {
    places: Arc<TownPlaces>,
    versions: Vec<Uuid>,
    looked: Instant,
}

/// Every town's places, in this process.
#[derive(Default)]
struct Cache(RwLock<HashMap<MunicipalityId, Held>>);

impl Cache {
    fn fresh(&self, ctx: &Ctx) -> Option<Arc<TownPlaces>> {
        let held = self.0.read();
        let held = held.get(&ctx.town())?;
        (0..FRESH_MILLIS).contains(&ctx.app.now().since(held.looked)).then(|| held.places.clone())
    }
}

/// The town's places. Asks the database at most once in two seconds, and then only whether something was loaded.
pub async fn cached(conn: &mut Conn, ctx: &Ctx) -> Result<Arc<TownPlaces>> {
    let cache = ctx.app.service(Cache::default);
    if let Some(places) = cache.fresh(ctx) {
        return Ok(places);
    }
    let now = ctx.app.now();
    let held = cache.0.read().get(&ctx.town()).map(|held| (held.places.clone(), held.versions.clone()));
    let sources = store::SOURCES.all(conn, (ctx.town(),)).await?;
    let versions: Vec<Uuid> = sources.iter().map(|source| source.version).collect();
    let places = match held {
        Some((places, known)) if known == versions => places,
        _ => Arc::new(read(conn, ctx.town(), sources).await?),
    };
    cache.0.write().insert(ctx.town(), Held { places: places.clone(), versions, looked: now });
    Ok(places)
}

/// The same for who holds no connection: takes one only to look.
pub async fn cached_alone(ctx: &Ctx) -> Result<Arc<TownPlaces>> {
    platform::db::assert_none_held();
    match ctx.app.service(Cache::default).fresh(ctx) {
        Some(places) => Ok(places),
        None => cached(&mut ctx.read().await?, ctx).await,
    }
}

/// Makes this process look at once.
pub(super) fn forget(ctx: &Ctx) {
    ctx.app.service(Cache::default).0.write().remove(&ctx.town());
}

/// The town's places, straight from the database.
pub(super) async fn load(conn: &mut Conn, town: MunicipalityId) -> Result<TownPlaces> {
    let sources = store::SOURCES.all(conn, (town,)).await?;
    read(conn, town, sources).await
}

async fn read(conn: &mut Conn, town: MunicipalityId, sources: Vec<SourceRow>) -> Result<TownPlaces> {
    let areas = store::AREAS.all(conn, (town,)).await?.into_iter().map(area).collect();
    let postcodes = store::POSTCODES.all(conn, (town,)).await?.into_iter().map(postcode).collect();
    Ok(TownPlaces::new(areas, postcodes, sources.into_iter().map(source).collect()))
}

pub(super) fn area(row: AreaRow) -> Area {
    let Code(kind) = row.kind;
    Area {
        code: row.code,
        kind,
        name: row.name,
        parent: row.parent_code,
        centre: Point { lat: row.lat, lon: row.lon },
        geometry: row.geometry.0,
    }
}

fn postcode(row: PostcodeRow) -> Postcode {
    Postcode {
        postcode: row.postcode,
        place: row.place,
        point: Point { lat: row.lat, lon: row.lon },
        buurt_code: row.buurt_code,
        wijk_code: row.wijk_code,
        wijk_name: None,
    }
}

fn source(row: SourceRow) -> Source {
    let Code(subject) = row.subject;
    Source { subject, credit: row.credit, schematic: row.schematic, loaded_at: row.loaded_at }
}
