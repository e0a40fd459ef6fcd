//! From the address to filters. Nonsense in an address is left out rather than refused: a shared link must lead somewhere.

use kernel::{Fields, taxonomy::THEMES, text::Codes};

use super::model::{Filters, LONGEST_QUESTION, Moment, RADII, Shown, Somewhere, Sort, WIDEST_RADIUS_KM};
use facets::model::{DutchLevel, SuitableFor};
use places::TownPlaces;

/// Reads the filters of an address. `near` (from the button that asks where one is) goes before `bij`.
pub fn parse(fields: &Fields) -> Filters {
    let near = fields.get("near").or(fields.get("bij")).map(|text| text.chars().take(60).collect());
    Filters {
        q: fields.get("q").map(|text| text.chars().take(LONGEST_QUESTION).collect()).unwrap_or_default(),
        radius_km: fields.get("straal").and_then(radius).filter(|_| near.is_some()),
        near,
        wijk: fields.get("wijk").map(|code| code.chars().take(20).collect()),
        themes: known_themes(fields.all("thema")),
        moments: codes(fields.all("wanneer")),
        dutch: fields.get("taal").and_then(DutchLevel::parse),
        suitable: codes(fields.all("geschikt")),
        home: fields.get("thuis").is_some_and(|value| value == "ja"),
        things: codes(fields.all("soort")),
        organisation: fields.get("organisatie").and_then(|id| id.parse().ok()),
        sort: fields.get("sorteer").and_then(Sort::parse).unwrap_or(Sort::Best),
        shown: fields.get("weergave").and_then(Shown::parse).unwrap_or(Shown::List),
        page: fields.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, 1_000_000),
    }
}

/// A radius in kilometres, comma or point; more than the widest becomes the widest.
pub fn radius(text: &str) -> Option<f64> {
    let km: f64 = text.replace(',', ".").parse().ok()?;
    (km.is_finite() && km > 0.0).then_some(km.min(WIDEST_RADIUS_KM))
}

/// Slugs of themes that exist, each once, in the order of the taxonomy.
pub fn known_themes<'a>(slugs: impl Iterator<Item = &'a str>) -> Vec<String> {
    let chosen: Vec<&str> = slugs.collect();
    let known = THEMES.iter().filter(|theme| chosen.contains(&theme.slug));
    known.map(|theme| theme.slug.to_owned()).collect()
}

fn codes<'a, T: Codes>(chosen: impl Iterator<Item = &'a str>) -> Vec<T> {
    let chosen: Vec<&str> = chosen.collect();
    T::ALL.iter().copied().filter(|value| chosen.contains(&value.code())).collect()
}

/// What *where* means in this town. A wijk by name or code means the wijk itself.
pub fn somewhere(town: &TownPlaces, near: &str) -> Option<Somewhere> {
    let found = town.locate(near)?;
    let whole = found.wijk_code.clone().filter(|code| town.name_of(code) == found.label);
    Some(Somewhere { point: found.point, label: found.label, wijk: whole })
}

/// The filters as the form shows them.
pub fn fields(filters: &Filters) -> Fields {
    Fields::new(filters.pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The radii a form offers; one that came from elsewhere stands among them.
pub fn radii(filters: &Filters) -> Vec<String> {
    let mut all: Vec<f64> = RADII.iter().map(|km| f64::from(*km)).collect();
    if let Some(other) = filters.radius_km
        && !all.contains(&other)
    {
        all.push(other);
        all.sort_by(f64::total_cmp);
    }
    all.into_iter().map(|km| km.to_string()).collect()
}

/// The moments a form offers.
pub fn moments() -> &'static [Moment] {
    Moment::ALL
}

/// The groups a form offers.
pub fn groups() -> &'static [SuitableFor] {
    SuitableFor::ALL
}
