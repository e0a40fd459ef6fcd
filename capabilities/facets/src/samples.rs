//! Invented facets and choices, for the samples of what has them.

use kernel::{Choice, Lang};

use super::{
    model::{Asked, DayPart, Facets, Offered, Place, SuitableFor, WeekPart, When},
    words::Choices,
};

/// Choices with two invented wijken.
pub fn choices() -> Choices {
    Choices::new(Lang::Nl, vec![Choice::new("WK1", "Noorderwijk"), Choice::new("WK2", "Zuiderwijk")])
}

/// Facets as somebody could have chosen them.
pub fn facets() -> Facets {
    Facets {
        themes: vec!["digital".into(), "elderly".into()],
        tasks: vec!["digital-help".into()],
        when: When::Flexible {
            parts: vec![
                WeekPart { weekday: 2, part: DayPart::Morning },
                WeekPart { weekday: 4, part: DayPart::Evening },
            ],
        },
        hours: Some(2.5),
        place: Place { from_home: true, wijk: Some("WK1".into()), ..Place::default() },
        asked: Asked { languages: vec!["tr".into()], ..Asked::default() },
        offered: Offered::default(),
        suitable: vec![SuitableFor::Together],
    }
}
