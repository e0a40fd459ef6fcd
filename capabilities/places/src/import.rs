//! Reading files of areas and postcodes. Pure: text in, rows or every mistake out.
//!
//! Areas are a GeoJSON feature collection (RFC 7946, WGS84). Of each feature the properties `code`, `naam` or `name`,
//! `soort` or `kind` (gemeente, wijk, buurt), and for a buurt its `wijk` are read; `punt` (longitude, latitude) is a
//! point inside, else the centre of gravity is taken. The collection may carry `bron` (the credit line) and
//! `schematisch` (true for a drawing). Postcodes are a table with tabs and a header.

use std::collections::{BTreeMap, BTreeSet};

use geojson::{Feature, GeometryValue, Position};
use kernel::{FieldError, FieldErrors, Point, door};
use serde_json::Value;

use super::model::{self, Area, AreaKind, Geometry, Postcode};

/// What is shown beside boundaries of Statistics Netherlands, as its terms ask (CC BY 4.0).
const CBS_CREDIT: &str = "Kadaster / Centraal Bureau voor de Statistiek";
/// What is shown beside postcode centres, when the file does not say (CC BY 4.0).
const POSTCODE_CREDIT: &str = "GeoNames";
/// More corners than any municipality needs; a finer boundary would slow every page down.
const MOST_CORNERS: usize = 50_000;

/// Areas as read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaFile {
    /// The areas, in the order of the file.
    pub areas: Vec<Area>,
    /// The credit line.
    pub credit: String,
    /// Whether the shapes are a drawing.
    pub schematic: bool,
}

/// Postcodes as read from a file.
#[derive(Clone, Debug, PartialEq)]
pub struct PostcodeFile {
    /// The postcodes; area codes only where the file has them.
    pub postcodes: Vec<Postcode>,
    /// The credit line.
    pub credit: String,
}

fn problem(at: &str, key: &'static str, value: &str) -> FieldError {
    FieldError {
        field: at.to_owned(),
        key: key.into(),
        args: vec![("at", at.to_owned()), ("value", kernel::text::excerpt(value, 80))],
    }
}

/// Reads areas.
///
/// # Errors
/// Every mistake, with the place of the feature and its code in `field`.
pub fn areas(text: &str) -> Result<AreaFile, FieldErrors> {
    let one = |key, detail: &str| FieldErrors(vec![problem("", key, detail)]);
    let text = text.trim_start_matches('\u{feff}');
    let file: Value = serde_json::from_str(text).map_err(|error| one("places-import-not-json", &error.to_string()))?;
    let features = file.get("features").and_then(Value::as_array);
    let Some(features) = features.filter(|_| file["type"] == "FeatureCollection") else {
        return Err(one("places-import-no-collection", file["type"].as_str().unwrap_or_default()));
    };
    let mut problems = Vec::new();
    let mut areas: Vec<Area> = Vec::new();
    for (index, feature) in features.iter().enumerate() {
        let code = feature["properties"]["code"].as_str().unwrap_or_default();
        let at = format!("{} {code}", index + 1);
        match area(at.trim(), feature) {
            Ok(area) if areas.iter().any(|known| known.code == area.code) => {
                problems.push(problem(at.trim(), "places-import-twice", &area.code));
            }
            Ok(area) => areas.push(area),
            Err(found) => problems.extend(found),
        }
    }
    problems.extend(whole(&mut areas));
    if !problems.is_empty() {
        return Err(FieldErrors(problems));
    }
    let credit = ["bron", "source", "attribution"].iter().find_map(|name| file.get(*name)?.as_str());
    Ok(AreaFile {
        credit: credit.unwrap_or(CBS_CREDIT).to_owned(),
        schematic: file["schematisch"].as_bool().unwrap_or(false),
        areas,
    })
}

/// What concerns the areas together; fills in parents that the codes or the kinds make clear.
fn whole(areas: &mut [Area]) -> Vec<FieldError> {
    let mut problems = Vec::new();
    if !areas.iter().any(|area| area.kind == AreaKind::Wijk) {
        problems.push(problem("", "places-import-no-wijk", ""));
    }
    let corners: usize = areas.iter().flat_map(|area| area.geometry.iter().flatten()).map(Vec::len).sum();
    if corners > MOST_CORNERS {
        problems.push(problem("", "places-import-too-fine", &corners.to_string()));
    }
    let wijken: BTreeSet<String> =
        areas.iter().filter(|area| area.kind == AreaKind::Wijk).map(|area| area.code.clone()).collect();
    let town = areas.iter().find(|area| area.kind == AreaKind::Municipality).map(|area| area.code.clone());
    for area in areas {
        match area.kind {
            AreaKind::Municipality => area.parent = None,
            AreaKind::Wijk => area.parent = town.clone(),
            AreaKind::Buurt => match &area.parent {
                Some(wijk) if wijken.contains(wijk) => {}
                Some(wijk) => problems.push(problem(&area.code, "places-import-unknown-wijk", wijk)),
                None => problems.push(problem(&area.code, "places-import-buurt-without-wijk", &area.name)),
            },
        }
    }
    problems
}

fn area(at: &str, value: &Value) -> Result<Area, Vec<FieldError>> {
    let feature: Feature = serde_json::from_value(value.clone())
        .map_err(|error| vec![problem(at, "places-import-not-feature", &error.to_string())])?;
    let text = |names: &[&str]| names.iter().find_map(|name| feature.property(name)?.as_str()).map(door::one_line);
    let mut problems = Vec::new();
    let mut must = |names: &[&str], key: &'static str| match text(names).filter(|found| !found.is_empty()) {
        Some(found) if found.chars().count() <= 80 => found,
        found => {
            problems.push(problem(at, key, &found.unwrap_or_default()));
            String::new()
        }
    };
    let code = must(&["code"], "places-import-no-code");
    let name = must(&["naam", "name"], "places-import-no-name");
    let soort = must(&["soort", "kind"], "places-import-no-kind");
    let kind = match soort.as_str() {
        "gemeente" | "municipality" => Some(AreaKind::Municipality),
        "wijk" => Some(AreaKind::Wijk),
        "buurt" => Some(AreaKind::Buurt),
        "" => None,
        other => {
            problems.push(problem(at, "places-import-kind", other));
            None
        }
    };
    let parent = text(&["wijk", "parent"]);
    let geometry = geometry(feature.geometry.as_ref().map(|geometry| &geometry.value));
    let centre = geometry.as_ref().ok().and_then(|geometry| centre(&feature, geometry));
    match (kind, geometry, centre) {
        (Some(kind), Ok(geometry), Some(centre)) if problems.is_empty() => {
            return Ok(Area { code, kind, name, parent, centre, geometry });
        }
        (_, Err((key, value)), _) => problems.push(problem(at, key, &value)),
        (_, Ok(_), None) => problems.push(problem(at, "places-import-point", "")),
        _ => {}
    }
    Err(problems)
}

fn centre(feature: &Feature, geometry: &Geometry) -> Option<Point> {
    match feature.property("punt").or_else(|| feature.property("point")) {
        Some(point) => Point::new(point.get(1)?.as_f64()?, point.get(0)?.as_f64()?),
        None => model::centroid(geometry),
    }
}

type Mistake = (&'static str, String);

fn geometry(value: Option<&GeometryValue>) -> Result<Geometry, Mistake> {
    match value {
        Some(GeometryValue::Polygon { coordinates }) => Ok(vec![polygon(coordinates)?]),
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates.iter().map(|part| polygon(part)).collect(),
        Some(other) => Err(("places-import-geometry", other.type_name().to_owned())),
        None => Err(("places-import-geometry", String::new())),
    }
}

fn polygon(rings: &[Vec<Position>]) -> Result<Vec<model::Ring>, Mistake> {
    if rings.is_empty() {
        return Err(("places-import-ring", String::new()));
    }
    rings.iter().map(|ring| corners(ring)).collect()
}

fn corners(ring: &[Position]) -> Result<model::Ring, Mistake> {
    let mut corners: model::Ring = Vec::with_capacity(ring.len());
    for position in ring {
        let (Some(lon), Some(lat)) = (position.as_slice().first(), position.as_slice().get(1)) else {
            return Err(("places-import-ring", String::new()));
        };
        if Point::new(*lat, *lon).is_none() {
            // Dutch files often come in Rijksdriehoek metres, which this tells apart at once.
            return Err(("places-import-degrees", format!("{lon}, {lat}")));
        }
        corners.push([*lon, *lat]);
    }
    if corners.len() < 4 || corners.first() != corners.last() {
        return Err(("places-import-ring", corners.len().to_string()));
    }
    Ok(corners)
}

/// Names of the columns, as they occur.
const COLUMNS: [(&str, &[&str]); 6] = [
    ("postcode", &["pc4", "postcode"]),
    ("place", &["plaats", "place", "woonplaats"]),
    ("lat", &["lat", "latitude", "breedtegraad"]),
    ("lon", &["lon", "longitude", "lengtegraad"]),
    ("buurt", &["buurt_code", "buurt"]),
    ("wijk", &["wijk_code", "wijk"]),
];

/// Reads postcodes. Columns `pc4`, `plaats`, `lat`, `lon` are needed, in any order; a postcode
/// may come again, for another village or point. `buurt_code` and `wijk_code` may be there.
/// A first line `# bron: …` holds the credit line.
///
/// # Errors
/// Every mistake, with the number of the line in `field`.
pub fn postcodes(text: &str) -> Result<PostcodeFile, FieldErrors> {
    let one = |key, detail: &str| FieldErrors(vec![problem("", key, detail)]);
    let text = text.trim_start_matches('\u{feff}');
    let credit = text.lines().next().and_then(|line| line.strip_prefix("# bron:")).map(str::trim);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .comment(Some(b'#'))
        .flexible(true)
        .quoting(false)
        .from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| one("places-import-not-table", &error.to_string()))?.clone();
    let mut columns = BTreeMap::new();
    for (name, spellings) in COLUMNS {
        let place = header.iter().position(|head| spellings.contains(&head.trim().to_lowercase().as_str()));
        if let Some(place) = place {
            columns.insert(name, place);
        }
    }
    let missing: Vec<&str> =
        COLUMNS[..4].iter().filter(|(name, _)| !columns.contains_key(name)).map(|(_, names)| names[0]).collect();
    if !missing.is_empty() {
        return Err(one("places-import-columns", &missing.join(", ")));
    }
    let (mut problems, mut rows) = (Vec::new(), BTreeMap::<String, Vec<Postcode>>::new());
    for (index, record) in reader.records().enumerate() {
        let line =
            record.as_ref().ok().and_then(csv::StringRecord::position).map_or(index as u64 + 2, csv::Position::line);
        let line = line.to_string();
        let row = match record {
            Ok(record) => postcode(&line, &record, &columns),
            Err(error) => Err(vec![problem(&line, "places-import-not-table", &error.to_string())]),
        };
        match row {
            Ok(row) => rows.entry(row.postcode.clone()).or_default().push(row),
            Err(found) => problems.extend(found),
        }
    }
    let postcodes: Vec<Postcode> = rows.into_values().filter_map(merged).collect();
    if postcodes.is_empty() && problems.is_empty() {
        problems.push(problem("", "places-import-empty", ""));
    }
    if problems.is_empty() {
        Ok(PostcodeFile { postcodes, credit: credit.unwrap_or(POSTCODE_CREDIT).to_owned() })
    } else {
        Err(FieldErrors(problems))
    }
}

/// A postcode may serve several villages: they become one, named after all, with its point in their midst.
fn merged(rows: Vec<Postcode>) -> Option<Postcode> {
    let count = rows.len() as f64;
    let mean = |value: fn(&Postcode) -> f64| rows.iter().map(value).sum::<f64>() / count;
    let point = Point::new(mean(|row| row.point.lat), mean(|row| row.point.lon))?;
    let mut places: Vec<&str> = rows.iter().map(|row| row.place.as_str()).collect();
    places.dedup();
    let place = places.join(" / ");
    let point = if rows.len() == 1 { rows[0].point } else { point };
    Some(Postcode { place, point, ..rows.into_iter().next()? })
}

fn postcode(
    line: &str,
    record: &csv::StringRecord,
    columns: &BTreeMap<&str, usize>,
) -> Result<Postcode, Vec<FieldError>> {
    let cell = |name: &str| columns.get(name).and_then(|place| record.get(*place)).map(str::trim).unwrap_or_default();
    let degrees = |name: &str| cell(name).replace(',', ".").parse::<f64>().ok();
    let mut problems = Vec::new();
    let digits = model::four_digits(cell("postcode"));
    if digits.is_none() {
        problems.push(problem(line, "places-import-postcode", cell("postcode")));
    }
    let point = degrees("lat").zip(degrees("lon")).and_then(|(lat, lon)| Point::new(lat, lon));
    if point.is_none() {
        problems.push(problem(line, "places-import-degrees", &format!("{}, {}", cell("lon"), cell("lat"))));
    }
    if cell("place").is_empty() {
        problems.push(problem(line, "places-import-no-place", ""));
    }
    let code = |name| Some(cell(name).to_owned()).filter(|code| !code.is_empty());
    match (digits, point) {
        (Some(digits), Some(point)) if problems.is_empty() => Ok(Postcode {
            postcode: digits.to_owned(),
            place: door::one_line(cell("place")),
            point,
            buurt_code: code("buurt"),
            wijk_code: code("wijk"),
            wijk_name: None,
        }),
        _ => Err(problems),
    }
}
