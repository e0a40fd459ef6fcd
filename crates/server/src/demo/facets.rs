//! From the words of the demonstration town to those of the marketplace.

use capabilities::{
    demo_town,
    facets::model::{Asked, DayPart, DutchLevel, Offered, Place, SuitableFor, WeekPart, When},
    places::TownPlaces,
};

pub(super) fn week_parts(parts: &[demo_town::WeekPart]) -> Vec<WeekPart> {
    let part = |given: &demo_town::WeekPart| WeekPart {
        weekday: i8::try_from(given.weekday).unwrap_or(1),
        part: match given.part {
            demo_town::DayPart::Morning => DayPart::Morning,
            demo_town::DayPart::Afternoon => DayPart::Afternoon,
            demo_town::DayPart::Evening => DayPart::Evening,
        },
    };
    parts.iter().map(part).collect()
}

pub(super) fn when(when: demo_town::When, parts: &[demo_town::WeekPart]) -> When {
    match when {
        demo_town::When::Once { date, starts, ends } => When::Once { date, starts, ends },
        demo_town::When::Series { weekday, every_weeks, starts, ends } => {
            When::Series { weekday: weekday.to_monday_one_offset(), every_weeks, starts, ends, from: None, until: None }
        }
        demo_town::When::Period { from, until } => When::Period { from, until, parts: week_parts(parts) },
        demo_town::When::Flexible => When::Flexible { parts: week_parts(parts) },
    }
}

pub(super) fn dutch(level: demo_town::DutchLevel) -> DutchLevel {
    match level {
        demo_town::DutchLevel::None => DutchLevel::None,
        demo_town::DutchLevel::A1 => DutchLevel::A1,
        demo_town::DutchLevel::A2 => DutchLevel::A2,
        demo_town::DutchLevel::B1 => DutchLevel::B1,
        demo_town::DutchLevel::B2 => DutchLevel::B2,
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

pub(super) fn location(places: &TownPlaces, location: demo_town::Location) -> Place {
    match location {
        demo_town::Location::FromHome => Place { from_home: true, ..Place::default() },
        demo_town::Location::At { postcode, wijk } => place(places, postcode, wijk),
    }
}

pub(super) fn asked(asked: &demo_town::Asked) -> Asked {
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

pub(super) fn offered(offered: demo_town::Offered) -> Offered {
    Offered {
        guidance: offered.guidance,
        training: offered.training,
        expenses: offered.expenses,
        insurance: offered.insurance,
        other: None,
    }
}

pub(super) fn suitable(list: &[demo_town::SuitableFor]) -> Vec<SuitableFor> {
    let one = |suits: &demo_town::SuitableFor| match suits {
        demo_town::SuitableFor::BeginnerDutch => SuitableFor::BeginnerDutch,
        demo_town::SuitableFor::Wheelchair => SuitableFor::Wheelchair,
        demo_town::SuitableFor::Together => SuitableFor::Together,
        demo_town::SuitableFor::YouthPlacement => SuitableFor::YouthPlacement,
        demo_town::SuitableFor::Supported => SuitableFor::Supported,
    };
    list.iter().map(one).collect()
}
