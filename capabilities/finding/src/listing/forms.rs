//! From the address to filters. Nonsense in an address is left out rather than refused: a shared link must lead somewhere.

use kernel::{
    Fields, PageRequest,
    text::Codes,
    typed::{parse_decimal, parse_number},
};
use platform::searching::filters::Chosen;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::{
    filters::FILTERS,
    model::{Filters, LONGEST_QUESTION, RADII, Shown, Somewhere, Sort, WIDEST_RADIUS_KM},
};
use places::TownPlaces;

/// Reads the filters of an address. `near` (from the button that asks where one is) goes before `bij`.
pub(crate) fn parse(fields: &Fields) -> Filters {
    let near = fields.line("near").or(fields.line("bij")).map(|text| text.chars().take(60).collect());
    Filters {
        q: fields.line("q").map(|text| text.chars().take(LONGEST_QUESTION).collect()).unwrap_or_default(),
        radius_km: fields.get("straal").and_then(radius).filter(|_| near.is_some()),
        near,
        wijk: fields.get("wijk").map(|code| code.chars().take(20).collect()),
        chosen: Chosen::parse(FILTERS, fields),
        sort: fields.get("sorteer").and_then(Sort::parse).unwrap_or(Sort::Best),
        shown: fields.get("weergave").and_then(Shown::parse).unwrap_or(Shown::List),
        page: PageRequest::of(fields).number,
    }
}

/// A radius in kilometres, as an address of ours or a person writes it; more than the widest becomes the widest.
pub(crate) fn radius(text: &str) -> Option<f64> {
    parse_number(text).or_else(|| parse_decimal(text)).filter(|km| *km > 0.0).map(|km| km.min(WIDEST_RADIUS_KM))
}

/// What *where* means in this town. A wijk by name or code means the wijk itself.
pub(crate) fn somewhere(town: &TownPlaces, near: &str) -> Option<Somewhere> {
    let found = town.locate(near)?;
    let whole = found.wijk_code.clone().filter(|code| town.name_of(code) == found.label);
    Some(Somewhere { point: found.point, label: found.label, wijk: whole })
}

/// The filters as the form shows them.
pub(crate) fn fields(filters: &Filters) -> Fields {
    Fields::new(filters.pairs().into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The radii a form offers; one that came from elsewhere stands among them.
pub(crate) fn radii(filters: &Filters) -> Vec<String> {
    let mut all: Vec<f64> = RADII.iter().map(|km| f64::from(*km)).collect();
    if let Some(other) = filters.radius_km
        && !all.contains(&other)
    {
        all.push(other);
        all.sort_by(f64::total_cmp);
    }
    all.into_iter().map(|km| km.to_string()).collect()
}

/// Filters as they are kept: as the address that holds them. Those of before had a field for each.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Address(String),
    Fields(Map<String, Value>),
}

impl Serialize for Filters {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.url(""))
    }
}

impl<'de> Deserialize<'de> for Filters {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let pairs: Vec<(String, String)> = match Kept::deserialize(from)? {
            Kept::Address(address) => {
                url::form_urlencoded::parse(address.trim_start_matches('?').as_bytes()).into_owned().collect()
            }
            Kept::Fields(fields) => fields.iter().flat_map(|(name, value)| of_field(name, value)).collect(),
        };
        Ok(parse(&Fields::new(pairs)))
    }
}

/// A field of before as pairs of an address.
fn of_field(field: &str, value: &Value) -> Vec<(String, String)> {
    let name = match field {
        "near" => "bij",
        "radius_km" => "straal",
        "themes" => "thema",
        "moments" => "wanneer",
        "dutch" => "taal",
        "suitable" => "geschikt",
        "home" => "thuis",
        "things" => "soort",
        "organisation" => "organisatie",
        "sort" => "sorteer",
        "shown" => "weergave",
        same => same,
    };
    let values = match value {
        Value::Array(values) => values.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(text) => vec![text.clone()],
        Value::Number(number) => vec![number.to_string()],
        Value::Bool(true) => vec!["ja".to_owned()],
        Value::Bool(false) | Value::Null | Value::Object(_) => Vec::new(),
    };
    values.into_iter().map(|value| (name.to_owned(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_of_before_are_read_and_kept_as_an_address() {
        let before = r#"{"q":"wandelen","near":"2715","radius_km":2.5,"wijk":null,"themes":["nature"],
            "moments":["ochtend","eenmalig"],"dutch":"a2","suitable":["wheelchair"],"home":true,"things":[],
            "organisation":"01890000-0000-7000-8000-000000000001","sort":"best","shown":"lijst","page":1}"#;
        let filters: Filters = serde_json::from_str(before).expect("it is read");
        let address = "?q=wandelen&bij=2715&straal=2.5&wanneer=ochtend&wanneer=eenmalig&thema=nature&taal=a2\
                       &geschikt=wheelchair&thuis=ja&organisatie=01890000-0000-7000-8000-000000000001";
        assert_eq!(filters.url(""), address);
        let kept = serde_json::to_string(&filters).expect("it is written");
        assert_eq!(kept, format!("{address:?}"));
        assert_eq!(serde_json::from_str::<Filters>(&kept).expect("it is read again"), filters);
    }
}
