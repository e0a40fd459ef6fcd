//! Areas and postcodes: pure types and the geometry they need.

use kernel::{Point, codes};
use serde::{Deserialize, Serialize};

codes! {
    /// What an area is, largest first.
    pub enum AreaKind {
        /// The whole municipality.
        Municipality = "municipality",
        /// A wijk: the level at which people say where they live.
        Wijk = "wijk",
        /// A buurt: part of a wijk.
        Buurt = "buurt",
    }
}

codes! {
    /// What was loaded as one file.
    pub enum Subject {
        /// Areas with their boundaries.
        Areas = "areas",
        /// Postcodes with their centres.
        Postcodes = "postcodes",
    }
}

/// One corner of a boundary: longitude, latitude (WGS84 degrees), as in GeoJSON.
pub type Corner = [f64; 2];
/// A closed line; the last corner repeats the first.
pub type Ring = Vec<Corner>;
/// Polygons of an area, each an outer ring and its holes.
pub type Geometry = Vec<Vec<Ring>>;

/// A part of the town, or the town itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Code by which it is known everywhere: `WK063700`.
    pub code: String,
    /// What it is.
    pub kind: AreaKind,
    /// The name people know.
    pub name: String,
    /// Code of the area it is part of.
    pub parent: Option<String>,
    /// A point inside, from which distances are measured.
    pub centre: Point,
    pub geometry: Geometry,
}

/// A four-digit postcode. Its point is the centre of many streets: it says nothing about where somebody lives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Postcode {
    /// Four digits.
    pub postcode: String,
    /// Name of the town or village.
    pub place: String,
    pub point: Point,
    /// Code of the buurt in which the centre lies, when that is in this town.
    pub buurt_code: Option<String>,
    /// Code of the wijk in which the centre lies, when that is in this town.
    pub wijk_code: Option<String>,
    /// Name of that wijk.
    pub wijk_name: Option<String>,
}

/// Where loaded data come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    pub subject: Subject,
    /// The line that must be shown beside them.
    pub credit: String,
    /// Whether the shapes are a drawing rather than boundaries.
    pub schematic: bool,
    /// When they were loaded.
    pub loaded_at: kernel::Instant,
}

/// The four digits of a Dutch postcode as people type it: `2711`, `2711 AB`, `2711ab`.
pub fn four_digits(text: &str) -> Option<&str> {
    let text = text.trim();
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let letters = text[4..].trim();
    let ends_well = letters.is_empty() || letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    (ends_well && !digits.starts_with('0')).then_some(digits)
}

/// Whether a point lies within a geometry (even–odd rule, so that holes count as outside).
pub fn contains(geometry: &Geometry, point: Point) -> bool {
    geometry.iter().any(|polygon| polygon.iter().filter(|ring| crosses(ring, point)).count() % 2 == 1)
}

fn crosses(ring: &Ring, point: Point) -> bool {
    let mut inside = false;
    for pair in ring.windows(2) {
        let ([x1, y1], [x2, y2]) = (pair[0], pair[1]);
        if (y1 > point.lat) != (y2 > point.lat) && point.lon < (x2 - x1) * (point.lat - y1) / (y2 - y1) + x1 {
            inside = !inside;
        }
    }
    inside
}

/// Centre of gravity of the largest polygon; none for an empty geometry.
pub fn centroid(geometry: &Geometry) -> Option<Point> {
    let outer = geometry.iter().filter_map(|polygon| polygon.first()).max_by(|a, b| {
        let (a, b) = (signed_area(a).abs(), signed_area(b).abs());
        a.total_cmp(&b)
    })?;
    let area = signed_area(outer);
    let origin = *outer.first()?;
    if area == 0.0 {
        return Point::new(origin[1], origin[0]);
    }
    let (mut x, mut y) = (0.0, 0.0);
    // Measured from the first corner: differences of large numbers would lose what matters.
    for pair in outer.windows(2) {
        let (x1, y1) = (pair[0][0] - origin[0], pair[0][1] - origin[1]);
        let (x2, y2) = (pair[1][0] - origin[0], pair[1][1] - origin[1]);
        let cross = x1 * y2 - x2 * y1;
        x += (x1 + x2) * cross;
        y += (y1 + y2) * cross;
    }
    Point::new(origin[1] + y / (6.0 * area), origin[0] + x / (6.0 * area))
}

fn signed_area(ring: &Ring) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let cross = |pair: &[Corner]| {
        let (x1, y1) = (pair[0][0] - origin[0], pair[0][1] - origin[1]);
        let (x2, y2) = (pair[1][0] - origin[0], pair[1][1] - origin[1]);
        x1 * y2 - x2 * y1
    };
    ring.windows(2).map(cross).sum::<f64>() / 2.0
}
