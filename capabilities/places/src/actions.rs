//! Loading areas and postcodes: all of a file or nothing.

use std::collections::{BTreeSet, HashMap};

use kernel::{FieldErrors, Permit, Result};
use platform::{
    Conn, Ctx, Tx,
    audit::Subject as About,
    db::{Code, Json},
};
use serde::Serialize;
use serde_json::json;

use super::{
    PlacesLoaded, cache, import,
    model::{Area, Postcode, Subject},
    policy::Load,
    store::{self, AreaRow, PostcodeRow, SourceRow},
    town::TownPlaces,
};

/// What loading a file did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// Rows that were not there before.
    pub added: usize,
    /// Rows that were there with other properties.
    pub changed: usize,
    /// Rows that were there just so.
    pub unchanged: usize,
    /// Rows that were there and are not in the file.
    pub removed: usize,
    /// Postcodes of which the centre lies in none of the wijken.
    pub elsewhere: usize,
    /// Everything wrong with the file, by feature or line; when there is anything, nothing was changed.
    pub problems: FieldErrors,
}

impl ImportReport {
    fn refused(problems: FieldErrors) -> Self {
        Self { problems, ..Self::default() }
    }

    /// Whether the file was good.
    pub fn is_good(&self) -> bool {
        self.problems.is_empty()
    }

    fn count(&mut self, before: Option<bool>) {
        match before {
            None => self.added += 1,
            Some(true) => self.unchanged += 1,
            Some(false) => self.changed += 1,
        }
    }
}

/// Loads areas from GeoJSON in place of those that were there; codes stay what they mean. Postcodes find their wijk anew.
/// Nothing changes when the file has mistakes: the report names them all.
pub async fn import_areas(ctx: &Ctx, permit: &Permit<Load>, geojson: &str) -> Result<ImportReport> {
    load_areas(ctx, permit, geojson, true).await
}

/// What [`import_areas`] would do.
pub async fn preview_areas(ctx: &Ctx, permit: &Permit<Load>, geojson: &str) -> Result<ImportReport> {
    load_areas(ctx, permit, geojson, false).await
}

/// Loads postcodes from a table with tabs in place of those that were there; without a buurt in the file each gets the one
/// its centre lies in. Nothing changes when the file has mistakes.
pub async fn import_postcodes(ctx: &Ctx, permit: &Permit<Load>, tsv: &str) -> Result<ImportReport> {
    load_postcodes(ctx, permit, tsv, true).await
}

/// What [`import_postcodes`] would do.
pub async fn preview_postcodes(ctx: &Ctx, permit: &Permit<Load>, tsv: &str) -> Result<ImportReport> {
    load_postcodes(ctx, permit, tsv, false).await
}

async fn load_areas(ctx: &Ctx, permit: &Permit<Load>, text: &str, keep: bool) -> Result<ImportReport> {
    let file = match import::areas(text) {
        Ok(file) => file,
        Err(problems) => return Ok(ImportReport::refused(problems)),
    };
    let mut tx = ctx.begin(permit).await?;
    tx.lock(ctx.town()).await?;
    let before = cache::load(&mut tx, ctx.town()).await?;
    let report = compare_areas(&before, &file.areas);
    if keep {
        store_areas(&mut tx, ctx, &before, &file.areas).await?;
        note(&mut tx, ctx, Subject::Areas, &file.credit, file.schematic).await?;
        let after = cache::load(&mut tx, ctx.town()).await?;
        for postcode in before.all_postcodes() {
            let mut moved = postcode.clone();
            after.assign(&mut moved);
            save_postcode(&mut tx, ctx, &moved).await?;
        }
        finish(tx, ctx, permit, Subject::Areas, &report).await?;
    }
    Ok(report)
}

fn compare_areas(before: &TownPlaces, areas: &[Area]) -> ImportReport {
    let mut report = ImportReport::default();
    for area in areas {
        report.count(before.area(&area.code).map(|known| known == area));
    }
    let codes: BTreeSet<&str> = areas.iter().map(|area| area.code.as_str()).collect();
    report.removed = before.areas().iter().filter(|known| !codes.contains(known.code.as_str())).count();
    report
}

async fn store_areas(conn: &mut Conn, ctx: &Ctx, before: &TownPlaces, areas: &[Area]) -> Result<()> {
    let codes: BTreeSet<&str> = areas.iter().map(|area| area.code.as_str()).collect();
    for gone in before.areas().iter().filter(|known| !codes.contains(known.code.as_str())) {
        store::DROP_AREA.run(conn, (ctx.town(), gone.code.clone())).await?;
    }
    for area in areas {
        let row = AreaRow {
            municipality_id: ctx.town(),
            code: area.code.clone(),
            kind: Code(area.kind),
            name: area.name.clone(),
            sort_key: kernel::text::title_sort_key(&area.name),
            parent_code: area.parent.clone(),
            lat: area.centre.lat,
            lon: area.centre.lon,
            geometry: Json(area.geometry.clone()),
        };
        store::KEEP_AREA.run(conn, row).await?;
    }
    Ok(())
}

async fn load_postcodes(ctx: &Ctx, permit: &Permit<Load>, text: &str, keep: bool) -> Result<ImportReport> {
    let mut file = match import::postcodes(text) {
        Ok(file) => file,
        Err(problems) => return Ok(ImportReport::refused(problems)),
    };
    let mut tx = ctx.begin(permit).await?;
    tx.lock(ctx.town()).await?;
    let before = cache::load(&mut tx, ctx.town()).await?;
    let known: HashMap<&str, &Postcode> =
        before.all_postcodes().map(|known| (known.postcode.as_str(), known)).collect();
    let mut report = ImportReport::default();
    let mut changed = Vec::new();
    for postcode in &mut file.postcodes {
        before.assign(postcode);
        let same = known.get(postcode.postcode.as_str()).map(|known| **known == *postcode);
        report.count(same);
        if same != Some(true) {
            changed.push(postcode.clone());
        }
    }
    report.elsewhere = file.postcodes.iter().filter(|postcode| postcode.wijk_code.is_none()).count();
    let stays: BTreeSet<&str> = file.postcodes.iter().map(|postcode| postcode.postcode.as_str()).collect();
    let gone: Vec<&str> = known.keys().copied().filter(|postcode| !stays.contains(postcode)).collect();
    report.removed = gone.len();
    if keep {
        for postcode in gone {
            store::DROP_POSTCODE.run(&mut tx, (ctx.town(), postcode.to_owned())).await?;
        }
        for postcode in &changed {
            save_postcode(&mut tx, ctx, postcode).await?;
        }
        note(&mut tx, ctx, Subject::Postcodes, &file.credit, false).await?;
        finish(tx, ctx, permit, Subject::Postcodes, &report).await?;
    }
    Ok(report)
}

async fn save_postcode(conn: &mut Conn, ctx: &Ctx, postcode: &Postcode) -> Result<()> {
    let row = PostcodeRow {
        municipality_id: ctx.town(),
        postcode: postcode.postcode.clone(),
        place: postcode.place.clone(),
        lat: postcode.point.lat,
        lon: postcode.point.lon,
        buurt_code: postcode.buurt_code.clone(),
        wijk_code: postcode.wijk_code.clone(),
    };
    store::KEEP_POSTCODE.run(conn, row).await?;
    Ok(())
}

async fn note(conn: &mut Conn, ctx: &Ctx, subject: Subject, credit: &str, schematic: bool) -> Result<()> {
    let row = SourceRow {
        municipality_id: ctx.town(),
        subject: Code(subject),
        credit: kernel::text::excerpt(credit, 200),
        schematic,
        version: ctx.id(),
        loaded_at: ctx.now,
    };
    store::KEEP_SOURCE.run(conn, row).await?;
    Ok(())
}

async fn finish(mut tx: Tx, ctx: &Ctx, permit: &Permit<Load>, subject: Subject, report: &ImportReport) -> Result<()> {
    tx.record(ctx, &PlacesLoaded { town: ctx.town(), subject }).await?;
    let action = match subject {
        Subject::Areas => "areas.load",
        Subject::Postcodes => "postcodes.load",
    };
    let counts = json!({ "added": report.added, "changed": report.changed, "removed": report.removed });
    tx.audit(ctx, permit, action, About::town(), &counts).await?;
    ctx.commit(tx).await?;
    cache::forget(ctx);
    Ok(())
}
