//! Where things happen: wijken, buurten and four-digit postcodes of Zoetermeer (CBS, 2024; GeoNames). These are facts;
//! everything that the other files put into these places is invented.

use kernel::random::SplitMix64;

/// A spot as the texts name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// With its preposition: "in Oosterheem", "op bedrijventerrein Zoeterhage".
    pub phrase: &'static str,
    /// CBS wijk code.
    pub wijk: &'static str,
    /// Four digits. Postcodes have their centre in a residential wijk; the two others borrow the nearest one.
    pub postcode: &'static str,
}

/// The nine wijken with their names, in the order of their codes.
pub const WIJKEN: [(&str, &str); 9] = [
    ("WK063700", "Centrum"),
    ("WK063701", "Meerzicht"),
    ("WK063702", "Buytenwegh de Leyens"),
    ("WK063703", "Seghwaert"),
    ("WK063704", "Noordhove"),
    ("WK063705", "Rokkeveen"),
    ("WK063706", "Oosterheem"),
    ("WK063708", "Industriegebied"),
    ("WK063709", "Buitengebied"),
];

/// The wijken where people live; homes are never anywhere else.
pub(super) const RESIDENTIAL: [&str; 7] =
    ["WK063700", "WK063701", "WK063702", "WK063703", "WK063704", "WK063705", "WK063706"];
/// The business parks.
pub(super) const INDUSTRIAL: &str = "WK063708";
/// Parks and polders around the town.
pub(super) const OUTSKIRTS: &str = "WK063709";

const fn spot(phrase: &'static str, wijk: &'static str, postcode: &'static str) -> Spot {
    Spot { phrase, wijk, postcode }
}

/// Every spot, grouped by wijk.
pub(super) const SPOTS: [Spot; 27] = [
    spot("in het Stadscentrum", "WK063700", "2711"),
    spot("in Dorp", "WK063700", "2712"),
    spot("in Driemanspolder", "WK063700", "2713"),
    spot("in Palenstein", "WK063700", "2722"),
    spot("in Meerzicht-Oost", "WK063701", "2715"),
    spot("in Meerzicht", "WK063701", "2715"),
    spot("in Meerzicht-West", "WK063701", "2716"),
    spot("in Buytenwegh", "WK063702", "2717"),
    spot("in De Leyens", "WK063702", "2725"),
    spot("in De Leyens", "WK063702", "2726"),
    spot("in Seghwaert", "WK063703", "2723"),
    spot("in Seghwaert-Zuid-West", "WK063703", "2724"),
    spot("in Seghwaert", "WK063703", "2727"),
    spot("in Noordhove", "WK063704", "2728"),
    spot("in Noordhove-West", "WK063704", "2728"),
    spot("in Rokkeveen-Oost", "WK063705", "2718"),
    spot("in Rokkeveen", "WK063705", "2718"),
    spot("in Rokkeveen-West", "WK063705", "2719"),
    spot("in Oosterheem", "WK063706", "2721"),
    spot("in Oosterheem", "WK063706", "2729"),
    spot("op bedrijventerrein Lansinghage", INDUSTRIAL, "2718"),
    spot("op bedrijventerrein Rokkehage", INDUSTRIAL, "2712"),
    spot("op bedrijventerrein Zoeterhage", INDUSTRIAL, "2723"),
    spot("in het Westerpark", OUTSKIRTS, "2716"),
    spot("in het Balijbos", OUTSKIRTS, "2719"),
    spot("in de Meerpolder", OUTSKIRTS, "2725"),
    spot("in het Van Tuyllpark", OUTSKIRTS, "2722"),
];

/// The spots of one wijk.
pub(super) fn spots_of(wijk: &str) -> &'static [Spot] {
    let first = SPOTS.iter().position(|spot| spot.wijk == wijk).unwrap_or(0);
    let end = SPOTS[first..].iter().position(|spot| spot.wijk != SPOTS[first].wijk).map_or(SPOTS.len(), |n| first + n);
    &SPOTS[first..end]
}

/// A spot where somebody may live.
pub(super) fn home(random: &mut SplitMix64) -> Spot {
    spots_of(random.pick::<&str>(&RESIDENTIAL))[..].first().map_or(SPOTS[0], |first| *random.pick(spots_of(first.wijk)))
}

/// The name of a wijk by its code; empty for an unknown code.
pub fn wijk_name(code: &str) -> &'static str {
    WIJKEN.iter().find(|(known, _)| *known == code).map_or("", |(_, name)| name)
}
