//! From the words of the demonstration town to those of the marketplace.

use ::facets::model::{Asked, DayPart, DutchLevel, Offered, Place, SuitableFor, WeekPart, When};
use ::places::TownPlaces;

pub(super) fn week_parts(parts: &[crate::invented::WeekPart]) -> Vec<WeekPart> {
    let part = |given: &crate::invented::WeekPart| WeekPart {
        weekday: i8::try_from(given.weekday).unwrap_or(1),
        part: match given.part {
            crate::invented::DayPart::Morning => DayPart::Morning,
            crate::invented::DayPart::Afternoon => DayPart::Afternoon,
            crate::invented::DayPart::Evening => DayPart::Evening,
        },
    };
    parts.iter().map(part).collect()
}

pub(super) fn when(when: crate::invented::When, parts: &[crate::invented::WeekPart]) -> When {
    match when {
        crate::invented::When::Once { date, starts, ends } => When::Once { date, starts, ends },
        crate::invented::When::Series { weekday, every_weeks, starts, ends } => {
            When::Series { weekday: weekday.to_monday_one_offset(), every_weeks, starts, ends, from: None, until: None }
        }
        crate::invented::When::Period { from, until } => When::Period { from, until, parts: week_parts(parts) },
        crate::invented::When::Flexible => When::Flexible { parts: week_parts(parts) },
    }
}

pub(super) fn dutch(level: crate::invented::DutchLevel) -> DutchLevel {
    match level {
        crate::invented::DutchLevel::None => DutchLevel::None,
        crate::invented::DutchLevel::A1 => DutchLevel::A1,
        crate::invented::DutchLevel::A2 => DutchLevel::A2,
        crate::invented::DutchLevel::B1 => DutchLevel::B1,
        crate::invented::DutchLevel::B2 => DutchLevel::B2,
    }
}

pub(super) fn texts(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

/// The centre of the postcode, in the wijk the town's own story names.
pub(super) fn place(places: &TownPlaces, postcode: &str, wijk: &str) -> Place {
    let point = places.postcode(postcode).map(|found| found.point);
    Place {
        from_home: false,
        postcode: Some(postcode.to_owned()),
        wijk: Some(wijk.to_owned()),
        point: point.or_else(|| places.wijk(wijk).map(|area| area.centre)),
        name: None,
    }
}

pub(super) fn location(places: &TownPlaces, location: crate::invented::Location) -> Place {
    match location {
        crate::invented::Location::FromHome => Place { from_home: true, ..Place::default() },
        crate::invented::Location::At { postcode, wijk } => place(places, postcode, wijk),
    }
}

pub(super) fn asked(asked: &crate::invented::Asked) -> Asked {
    Asked {
        languages: texts(&asked.languages),
        dutch: dutch(asked.dutch),
        min_age: asked.min_age,
        age_reason: asked.min_age.map(|age| match age {
            18.. => "Je werkt soms alleen, daarom vragen we dat je volwassen bent.".to_owned(),
            _ => "Voor dit werk geldt in de wet deze leeftijd.".to_owned(),
        }),
        vog: asked.vog,
        driving_licence: asked.driving_licence,
        diploma: None,
    }
}

pub(super) fn offered(offered: crate::invented::Offered) -> Offered {
    Offered {
        guidance: offered.guidance,
        training: offered.training,
        expenses: offered.expenses,
        insurance: offered.insurance,
        other: None,
    }
}

pub(super) fn suitable(list: &[crate::invented::SuitableFor]) -> Vec<SuitableFor> {
    let one = |suits: &crate::invented::SuitableFor| match suits {
        crate::invented::SuitableFor::BeginnerDutch => SuitableFor::BeginnerDutch,
        crate::invented::SuitableFor::Wheelchair => SuitableFor::Wheelchair,
        crate::invented::SuitableFor::Together => SuitableFor::Together,
        crate::invented::SuitableFor::YouthPlacement => SuitableFor::YouthPlacement,
        crate::invented::SuitableFor::Supported => SuitableFor::Supported,
    };
    list.iter().map(one).collect()
}
