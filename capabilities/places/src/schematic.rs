//! A schematic map of the demonstration town: nine equal tiles about where the wijken lie, and its postcodes with rough
//! centres. Names and codes are facts; shapes and points are drawn by us and marked as a drawing.

use serde_json::{Value, json};

/// The two texts to load, in the formats of `samenstuur import areas` and `import postcodes`.
#[derive(Clone, Debug)]
pub struct Schematic {
    /// GeoJSON of the municipality and its wijken.
    pub areas: String,
    /// Table of postcodes.
    pub postcodes: String,
}

const CREDIT: &str = "Schematische tekening van Samenstuur";
const TOWN: (&str, &str) = ("GM0637", "Zoetermeer");

/// Code, name, column and row of the tile, rough centre (latitude, longitude).
const WIJKEN: [(&str, &str, f64, f64, f64, f64); 9] = [
    ("WK063700", "Centrum", 2.0, 1.0, 52.055, 4.495),
    ("WK063701", "Meerzicht", 1.0, 1.0, 52.057, 4.47),
    ("WK063702", "Buytenwegh de Leyens", 1.5, 0.0, 52.07, 4.485),
    ("WK063703", "Seghwaert", 2.5, 0.0, 52.067, 4.513),
    ("WK063704", "Noordhove", 3.5, 0.0, 52.074, 4.523),
    ("WK063705", "Rokkeveen", 1.5, 2.0, 52.041, 4.483),
    ("WK063706", "Oosterheem", 3.0, 1.0, 52.06, 4.54),
    ("WK063708", "Industriegebied", 2.5, 2.0, 52.047, 4.51),
    ("WK063709", "Buitengebied", 0.0, 1.0, 52.065, 4.445),
];

/// Postcode, wijk, rough centre (latitude, longitude).
const POSTCODES: [(&str, &str, f64, f64); 17] = [
    ("2711", "WK063700", 52.061, 4.492),
    ("2712", "WK063700", 52.052, 4.498),
    ("2713", "WK063700", 52.054, 4.484),
    ("2715", "WK063701", 52.055, 4.475),
    ("2716", "WK063701", 52.058, 4.465),
    ("2717", "WK063702", 52.067, 4.475),
    ("2718", "WK063705", 52.039, 4.492),
    ("2719", "WK063705", 52.043, 4.473),
    ("2721", "WK063706", 52.057, 4.542),
    ("2722", "WK063700", 52.057, 4.506),
    ("2723", "WK063703", 52.064, 4.519),
    ("2724", "WK063703", 52.065, 4.507),
    ("2725", "WK063702", 52.073, 4.497),
    ("2726", "WK063702", 52.068, 4.488),
    ("2727", "WK063703", 52.071, 4.513),
    ("2728", "WK063704", 52.075, 4.522),
    ("2729", "WK063706", 52.064, 4.537),
];

/// Width of a tile in degrees of longitude, and the same length in degrees of latitude.
const TILE: (f64, f64) = (0.032, 0.0197);
/// Where the drawing begins: longitude, latitude of the centre of the first tile.
const CORNER: (f64, f64) = (4.445, 52.0765);

fn rounded(degrees: f64) -> f64 {
    (degrees * 1e5).round() / 1e5
}

/// A hexagon that stands on a point; neighbours share their sides.
fn tile(column: f64, row: f64) -> Vec<[f64; 2]> {
    // A hexagon one wide is 2/√3 high, and rows stand three quarters of that apart.
    let height = TILE.1 * 2.0 / 3.0_f64.sqrt();
    let (x, y) = (CORNER.0 + column * TILE.0, CORNER.1 - row * height * 0.75);
    let corners = [(0.0, 0.5), (0.5, 0.25), (0.5, -0.25), (0.0, -0.5), (-0.5, -0.25), (-0.5, 0.25), (0.0, 0.5)];
    corners.iter().map(|(dx, dy)| [rounded(x + dx * TILE.0), rounded(y + dy * height)]).collect()
}

/// The schematic map of Zoetermeer with its 17 postcodes.
pub fn schematic() -> Schematic {
    let tiles: Vec<Vec<[f64; 2]>> = WIJKEN.iter().map(|(.., column, row, _, _)| tile(*column, *row)).collect();
    let town: Vec<Value> = tiles.iter().map(|ring| json!([ring])).collect();
    let mut features = vec![json!({
        "type": "Feature",
        "properties": { "code": TOWN.0, "naam": TOWN.1, "soort": "gemeente", "punt": [4.493, 52.058] },
        "geometry": { "type": "MultiPolygon", "coordinates": town },
    })];
    for ((code, name, _, _, lat, lon), ring) in WIJKEN.iter().zip(&tiles) {
        features.push(json!({
            "type": "Feature",
            "properties": { "code": code, "naam": name, "soort": "wijk", "punt": [lon, lat] },
            "geometry": { "type": "Polygon", "coordinates": [ring] },
        }));
    }
    let areas = json!({ "type": "FeatureCollection", "bron": CREDIT, "schematisch": true, "features": features });
    let mut postcodes = format!("# bron: {CREDIT}\npc4\tplaats\tlat\tlon\twijk_code\n");
    for (postcode, wijk, lat, lon) in POSTCODES {
        postcodes.push_str(&format!("{postcode}\t{}\t{lat}\t{lon}\t{wijk}\n", TOWN.1));
    }
    Schematic { areas: areas.to_string(), postcodes }
}
