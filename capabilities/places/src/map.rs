//! The schematic map: areas as SVG paths, coloured by how much there is. Drawn on the server, each area a link.

use std::collections::HashMap;

use kernel::Point;
use serde::Serialize;

use super::{
    model::{self, Area, Geometry, Subject},
    town::TownPlaces,
};

/// Width of the drawing; its height follows from the town.
const WIDTH: f64 = 1000.0;
/// Space around it, so that the border of a selected area is whole.
const MARGIN: f64 = 12.0;

/// The wijken of a town as drawn, without numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shapes {
    pub(super) shapes: Vec<Shape>,
    view_box: String,
}

#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub(super) code: String,
    path: String,
    x: i64,
    y: i64,
}

/// A map for `templates/parts/map.html`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MapView {
    /// The areas; empty when none were loaded.
    pub areas: Vec<MapArea>,
    /// The SVG's `viewBox`.
    pub view_box: String,
    /// The credit line to show under it.
    pub source: String,
    /// Whether to say that it is a drawing.
    pub schematic: bool,
}

/// One area of a map.
#[derive(Clone, Debug, Serialize)]
pub struct MapArea {
    pub code: String,
    pub name: String,
    /// The SVG path.
    pub path_d: String,
    /// Where its number stands.
    pub cx: i64,
    /// Where its number stands.
    pub cy: i64,
    pub count: u64,
    /// Where it leads.
    pub url: String,
    /// Whether it is the one chosen.
    pub selected: bool,
    /// 0 (none) to 5 (most), by quantile among the areas that have any.
    pub level: u8,
}

/// From degrees to the drawing: equirectangular, east–west shrunk by the cosine of the latitude.
struct Projection {
    west: f64,
    north: f64,
    shrink: f64,
    scale: f64,
    height: f64,
}

impl Projection {
    fn around<'a>(geometries: impl Iterator<Item = &'a Geometry>) -> Option<Self> {
        let (mut west, mut east) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        for [lon, lat] in geometries.flatten().flatten().flatten() {
            (west, east) = (west.min(*lon), east.max(*lon));
            (south, north) = (south.min(*lat), north.max(*lat));
        }
        if !(west < east && south < north) {
            return None;
        }
        let shrink = f64::midpoint(south, north).to_radians().cos();
        let scale = (WIDTH - 2.0 * MARGIN) / ((east - west) * shrink);
        Some(Self { west, north, shrink, scale, height: (north - south) * scale + 2.0 * MARGIN })
    }

    fn point(&self, [lon, lat]: model::Corner) -> (i64, i64) {
        let x = (lon - self.west) * self.shrink * self.scale + MARGIN;
        let y = (self.north - lat) * self.scale + MARGIN;
        (x.round() as i64, y.round() as i64)
    }

    fn path(&self, geometry: &Geometry) -> String {
        let mut path = String::new();
        for ring in geometry.iter().flatten() {
            // The last corner repeats the first; `Z` closes the line.
            for (index, corner) in ring.iter().take(ring.len().saturating_sub(1)).enumerate() {
                let (x, y) = self.point(*corner);
                let command = if index == 0 { 'M' } else { 'L' };
                path.push_str(&format!("{command}{x} {y}"));
            }
            path.push('Z');
        }
        path
    }
}

impl Shapes {
    /// Draws areas. On a drawing the number stands in the middle of the shape, else at the area's own centre.
    pub(crate) fn of<'a>(areas: impl Iterator<Item = &'a Area> + Clone, schematic: bool) -> Self {
        let Some(projection) = Projection::around(areas.clone().map(|area| &area.geometry)) else {
            return Self::default();
        };
        let shapes = areas.map(|area| {
            let Point { lat, lon } = label_point(area, schematic);
            let (x, y) = projection.point([lon, lat]);
            Shape { code: area.code.clone(), path: projection.path(&area.geometry), x, y }
        });
        Self { shapes: shapes.collect(), view_box: format!("0 0 {WIDTH} {:.0}", projection.height) }
    }
}

fn label_point(area: &Area, schematic: bool) -> Point {
    if !schematic && model::contains(&area.geometry, area.centre) {
        return area.centre;
    }
    model::centroid(&area.geometry).unwrap_or(area.centre)
}

/// The map of a town's wijken with a number in each. `url_for` gives the address behind an area; `selected` is a code.
pub fn map(
    town: &TownPlaces,
    counts: &HashMap<String, u64>,
    url_for: impl Fn(&Area) -> String,
    selected: Option<&str>,
) -> MapView {
    let count_of = |code: &str| counts.get(code).copied().unwrap_or(0);
    let mut present: Vec<u64> = town.wijken().map(|area| count_of(&area.code)).filter(|count| *count > 0).collect();
    present.sort_unstable();
    let areas = town.shapes.shapes.iter().filter_map(|shape| {
        let area = town.area(&shape.code)?;
        let count = count_of(&shape.code);
        Some(MapArea {
            code: shape.code.clone(),
            name: area.name.clone(),
            path_d: shape.path.clone(),
            cx: shape.x,
            cy: shape.y,
            count,
            url: url_for(area),
            selected: selected == Some(shape.code.as_str()),
            level: level(&present, count),
        })
    });
    MapView {
        areas: areas.collect(),
        view_box: town.shapes.view_box.clone(),
        source: town.source(Subject::Areas).map(|source| source.credit.clone()).unwrap_or_default(),
        schematic: town.is_schematic(),
    }
}

/// In which fifth of the sorted numbers `count` falls: 1 to 5, equal numbers alike; 0 when there is nothing.
fn level(sorted: &[u64], count: u64) -> u8 {
    if count == 0 || sorted.is_empty() {
        return 0;
    }
    let up_to = sorted.partition_point(|other| *other <= count);
    u8::try_from((up_to * 5).div_ceil(sorted.len())).unwrap_or(5).clamp(1, 5)
}
