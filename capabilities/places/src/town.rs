//! A town's places in memory: every look-up that a public page needs, without asking the database.

use std::collections::HashMap;

use kernel::{Point, text::letters};

use super::{
    map::Shapes,
    model::{self, Area, AreaKind, Postcode, Source, Subject},
};

/// A drawing says nothing about borders, so a point belongs to the nearest wijk, if that is no farther than this (km).
const NEAREST_KM: f64 = 3.0;

/// What somebody typed as *where*, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// From where distances are measured.
    pub point: Point,
    /// How to name it: `2711`, `Meerzicht`; empty for a point on the globe.
    pub label: String,
    /// The wijk it lies in, when known.
    pub wijk_code: Option<String>,
}

/// The places of one town.
#[derive(Clone, Debug, Default)]
pub struct TownPlaces {
    areas: Vec<Area>,
    postcodes: HashMap<String, Postcode>,
    sources: Vec<Source>,
    pub(super) shapes: Shapes,
}

impl TownPlaces {
    /// From what was loaded; `areas` in the order in which people see them.
    pub fn new(areas: Vec<Area>, postcodes: Vec<Postcode>, sources: Vec<Source>) -> Self {
        let schematic = sources.iter().any(|source| source.subject == Subject::Areas && source.schematic);
        let shapes = Shapes::of(areas.iter().filter(|area| area.kind == AreaKind::Wijk), schematic);
        let mut town = Self { areas, postcodes: HashMap::new(), sources, shapes };
        for mut postcode in postcodes {
            postcode.wijk_name =
                postcode.wijk_code.as_deref().and_then(|code| town.area(code)).map(|wijk| wijk.name.clone());
            town.postcodes.insert(postcode.postcode.clone(), postcode);
        }
        town
    }

    /// Every area, wijken and buurten by name.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The wijken, by name; empty until areas were loaded.
    pub fn wijken(&self) -> impl Iterator<Item = &Area> {
        self.areas.iter().filter(|area| area.kind == AreaKind::Wijk)
    }

    /// The area with this code.
    pub fn area(&self, code: &str) -> Option<&Area> {
        self.areas.iter().find(|area| area.code == code)
    }

    /// The wijk with this code; other areas and unknown codes are none.
    pub fn wijk(&self, code: &str) -> Option<&Area> {
        self.area(code).filter(|area| area.kind == AreaKind::Wijk)
    }

    /// The name of an area; its code when it is no longer there.
    pub fn name_of<'a>(&'a self, code: &'a str) -> &'a str {
        self.area(code).map_or(code, |area| area.name.as_str())
    }

    /// The postcode somebody typed: `2711`, `2711 AB`. None when it is no postcode or not loaded.
    pub fn postcode(&self, text: &str) -> Option<&Postcode> {
        self.postcodes.get(model::four_digits(text)?)
    }

    /// How many postcodes there are.
    pub fn postcode_count(&self) -> usize {
        self.postcodes.len()
    }

    /// Every postcode, in no order.
    pub fn all_postcodes(&self) -> impl Iterator<Item = &Postcode> {
        self.postcodes.values()
    }

    /// The postcodes of this town (those in one of its wijken), in order.
    pub fn own_postcodes(&self) -> Vec<&Postcode> {
        let mut own: Vec<_> = self.postcodes.values().filter(|postcode| postcode.wijk_code.is_some()).collect();
        own.sort_by(|a, b| a.postcode.cmp(&b.postcode));
        own
    }

    /// Where loaded data come from.
    pub fn source(&self, subject: Subject) -> Option<&Source> {
        self.sources.iter().find(|source| source.subject == subject)
    }

    /// Whether the map is a drawing rather than boundaries.
    pub fn is_schematic(&self) -> bool {
        self.source(Subject::Areas).is_some_and(|source| source.schematic)
    }

    /// The wijk around a point; on a drawing the nearest one within 3 km.
    pub fn wijk_at(&self, point: Point) -> Option<&Area> {
        if self.is_schematic() {
            return self.nearest_wijk(point).filter(|wijk| wijk.centre.distance_km(point) <= NEAREST_KM);
        }
        self.wijken().find(|wijk| model::contains(&wijk.geometry, point))
    }

    /// The buurt around a point; none on a drawing.
    pub fn buurt_at(&self, point: Point) -> Option<&Area> {
        let buurten = || self.areas.iter().filter(|area| area.kind == AreaKind::Buurt);
        if self.is_schematic() { None } else { buurten().find(|buurt| model::contains(&buurt.geometry, point)) }
    }

    /// The wijk whose centre is nearest.
    pub fn nearest_wijk(&self, point: Point) -> Option<&Area> {
        self.wijken().min_by(|a, b| a.centre.distance_km(point).total_cmp(&b.centre.distance_km(point)))
    }

    /// Understands *where*: a postcode, the name or code of an area, the name of a place, or `lat,lon` in degrees.
    pub fn locate(&self, text: &str) -> Option<Near> {
        if let Some(found) = self.postcode(text) {
            let label = found.postcode.clone();
            return Some(Near { point: found.point, label, wijk_code: found.wijk_code.clone() });
        }
        if let Some((lat, lon)) = text.split_once(',')
            && let (Ok(lat), Ok(lon)) = (lat.trim().parse(), lon.trim().parse())
        {
            let point = Point::new(lat, lon)?;
            return Some(Near { point, label: String::new(), wijk_code: self.wijk_at(point).map(|w| w.code.clone()) });
        }
        let wanted = Some(letters(text)).filter(|wanted| !wanted.is_empty())?;
        let named = |area: &&Area| letters(&area.name) == wanted || area.code.eq_ignore_ascii_case(text.trim());
        if let Some(area) = self.areas.iter().find(named) {
            let wijk_code = match area.kind {
                AreaKind::Municipality => None,
                AreaKind::Wijk => Some(area.code.clone()),
                AreaKind::Buurt => area.parent.clone(),
            };
            return Some(Near { point: area.centre, label: area.name.clone(), wijk_code });
        }
        self.place(&wanted)
    }

    /// The middle of a place with several postcodes.
    fn place(&self, wanted: &str) -> Option<Near> {
        let of_place: Vec<&Postcode> =
            self.postcodes.values().filter(|postcode| letters(&postcode.place) == wanted).collect();
        let first = of_place.first()?;
        let count = of_place.len() as f64;
        let mean = |value: fn(&Postcode) -> f64| of_place.iter().map(|postcode| value(postcode)).sum::<f64>() / count;
        let point = Point::new(mean(|postcode| postcode.point.lat), mean(|postcode| postcode.point.lon))?;
        Some(Near { point, label: first.place.clone(), wijk_code: None })
    }

    /// The area codes of a postcode by its point, where the file did not give (known) ones.
    pub fn assign(&self, postcode: &mut Postcode) {
        let known = |code: &Option<String>| code.as_deref().and_then(|code| self.area(code)).cloned();
        let buurt = known(&postcode.buurt_code).or_else(|| self.buurt_at(postcode.point).cloned());
        let wijk = buurt.as_ref().and_then(|buurt| buurt.parent.clone());
        let wijk = wijk
            .or_else(|| known(&postcode.wijk_code).map(|wijk| wijk.code))
            .or_else(|| self.wijk_at(postcode.point).map(|wijk| wijk.code.clone()));
        postcode.buurt_code = buurt.map(|buurt| buurt.code);
        postcode.wijk_name = wijk.as_deref().and_then(|code| self.area(code)).map(|wijk| wijk.name.clone());
        postcode.wijk_code = wijk;
    }
}
