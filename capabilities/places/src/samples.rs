//! Samples for the page sweep, and the schematic map of the demonstration town.

use std::collections::HashMap;

use kernel::{Instant, form::FieldErrors};
use platform::templates::{Form, FormMessage, Sample, Typed};

pub use super::schematic::{Schematic, schematic};
use super::{
    actions::ImportReport,
    import,
    map::{MapView, map},
    model::{Source, Subject},
    pages::{Loaded, PlacesPage, PreviewPage, WijkLine},
    town::TownPlaces,
};

/// The schematic town in memory, for samples and tests of pages with a map.
pub fn town() -> TownPlaces {
    let Schematic { areas, postcodes } = schematic();
    // Our own texts, which a test reads; were they wrong, the town would be empty.
    let (Ok(areas), Ok(postcodes)) = (import::areas(&areas), import::postcodes(&postcodes)) else {
        return TownPlaces::default();
    };
    let source = |subject, credit: &str, schematic| Source {
        subject,
        credit: credit.to_owned(),
        schematic,
        loaded_at: Instant::from_millis(1_772_528_400_000),
    };
    let sources = vec![
        source(Subject::Areas, &areas.credit, areas.schematic),
        source(Subject::Postcodes, &postcodes.credit, false),
    ];
    TownPlaces::new(areas.areas, postcodes.postcodes, sources)
}

/// A map of the schematic town with some numbers.
pub fn sample_map() -> MapView {
    let town = town();
    let counts: HashMap<String, u64> = town.wijken().zip(0..).map(|(wijk, n)| (wijk.code.clone(), n * 3)).collect();
    map(&town, &counts, |area| format!("#{}", area.code), Some("WK063701"))
}

fn places_page(form: Form) -> PlacesPage {
    let loaded = |subject, count, schematic| Loaded {
        subject,
        count,
        credit: "Schematische tekening van Samenstuur".into(),
        at: "2026-03-03T10:00".into(),
        schematic,
    };
    let line = |code: &str, name: &str| WijkLine {
        code: code.into(),
        name: name.into(),
        buurten: 2,
        postcodes: "2715, 2716".into(),
    };
    PlacesPage {
        form,
        loaded: vec![loaded("areas", 10, true), loaded("postcodes", 17, false)],
        wijken: vec![line("WK063700", "Centrum"), line("WK063701", "Meerzicht")],
        map: sample_map(),
    }
}

/// Sample pages.
pub fn samples() -> Vec<Sample> {
    let empty = PlacesPage { form: Form::default(), loaded: vec![], wijken: vec![], map: MapView::default() };
    let message = "Kies een bestand";
    let wrong = Form {
        values: [("subject".to_owned(), Typed::One("areas".into()))].into(),
        errors: [("file".to_owned(), message.to_owned())].into(),
        summary: vec![FormMessage { field: "file".into(), message: message.into() }],
    };
    let preview = |report: ImportReport, problems: Vec<String>| PreviewPage {
        form: Form {
            values: [
                ("subject".to_owned(), Typed::One("areas".into())),
                ("content".to_owned(), Typed::One("{}".into())),
            ]
            .into(),
            ..Form::default()
        },
        subject: "areas",
        report,
        problems,
        more: 3,
    };
    let good = ImportReport { added: 9, changed: 1, unchanged: 3, removed: 2, elsewhere: 4, ..ImportReport::default() };
    let bad = ImportReport { problems: FieldErrors::one("2", "places-import-no-name"), ..ImportReport::default() };
    vec![
        Sample::new("places/manage/usual", places_page(Form::default())),
        Sample::new("places/manage/empty", empty),
        Sample::new("places/manage/errors", places_page(wrong)),
        Sample::new("places/preview/usual", preview(good, vec![])),
        Sample::new("places/preview/errors", preview(bad, vec!["Gebied 2 heeft geen naam.".into()])),
    ]
}
