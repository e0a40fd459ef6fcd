//! Sample pages for the sweep: usual, long, minimal, in each state.

use platform::templates::Sample;
use serde_json::json;
use uuid::Uuid;

use super::{
    around::{MapPart, OrganisationLine},
    model::AnswerFigures,
    pages::{GonePage, PosterPage, VacancyPage},
    views::{Mark, Tag, VacancyView},
};

pub(super) const ID: &str = "00000000-0000-7000-8000-0000000000a1";

pub(super) fn organisation() -> OrganisationLine {
    OrganisationLine {
        id: kernel::OrganisationId(Uuid::nil()),
        name: "Buurttuin De Proef".into(),
        href: "/organisaties/buurttuin-de-proef".into(),
        confirmed: true,
    }
}

/// A usual vacancy in words.
pub(super) fn usual() -> VacancyView {
    VacancyView {
        id: ID.into(),
        href: format!("/vacatures/{ID}"),
        title: "Samen tuinieren op dinsdag".into(),
        summary: "Je werkt met buren in de moestuin en drinkt samen koffie.".into(),
        description:
            "Je zaait, wiedt en oogst met 5 buren.\n\nWe beginnen met koffie. Annet laat je zien wat er te doen is."
                .into(),
        themes: vec![Tag { slug: "nature".into(), text: "Natuur en milieu".into() }],
        tasks: vec![Tag { slug: "gardening".into(), text: "Tuinieren".into() }],
        when: "Elke week op dinsdag, 09.30–12.00 uur".into(),
        parts: Vec::new(),
        hours: Some("2,5 uur per week".into()),
        dated: true,
        place: Some("De Proeftuin".into()),
        wijk: Some("WK990001".into()),
        from_home: false,
        asked: vec!["Nederlands: een paar woorden".into()],
        offered: vec!["Iemand maakt je wegwijs".into(), "Verzekerd".into()],
        suitable: vec![Mark { code: "together".into(), icon: "users", text: "Samen te doen".into() }],
        people_left: 2,
        answered_by: Some("Annet, coördinator".into()),
        state: "live",
        status: "open",
        pause_reason: None,
        closes_on: Some("2026-08-30".into()),
    }
}

/// With nothing but what must be there.
pub(super) fn minimal() -> VacancyView {
    VacancyView {
        title: "Helpen".into(),
        summary: String::new(),
        description: String::new(),
        themes: Vec::new(),
        tasks: Vec::new(),
        when: "In overleg".into(),
        hours: None,
        dated: false,
        place: None,
        wijk: None,
        asked: Vec::new(),
        offered: Vec::new(),
        suitable: Vec::new(),
        people_left: 1,
        answered_by: None,
        closes_on: None,
        ..usual()
    }
}

fn long() -> VacancyView {
    VacancyView {
        title: "Fietsvrijwilligersreparatiewerkplaatsbegeleider voor de hele zomer en het najaar in Voorbeeldstad"
            .into(),
        summary: "Een heel lange zin die nergens ophoudt en steeds doorgaat. ".repeat(4),
        description: "Je doet van alles, van begin tot eind, en nog veel meer.\n\n".repeat(20),
        parts: vec!["maandag: ochtend, middag".into(), "woensdag: avond".into()],
        from_home: true,
        people_left: 120,
        ..usual()
    }
}

pub(super) fn page(vacancy: VacancyView) -> VacancyPage {
    VacancyPage {
        address: format!("https://samen.voorbeeldstad.example{}", vacancy.href),
        vacancy,
        organisation: organisation(),
        takes_responses: true,
        figures: Some(AnswerFigures { answered_percent: Some(95), usual_hours: Some(20) }),
        wijk: Some("Proefwijk".into()),
        distance_km: Some(1.4),
        map: Some(map()),
        structured: Some(json!({ "@type": "JobPosting", "title": "</script> & zo" })),
        workplace: None,
        preview: false,
    }
}

fn map() -> MapPart {
    let area = |code: &str, name: &str, path: &str, cx: i64, selected: bool| {
        json!({ "code": code, "name": name, "path_d": path, "cx": cx, "cy": 200, "count": 0,
            "url": format!("/vacatures?wijk={code}"), "selected": selected, "level": u8::from(selected) * 3 })
    };
    MapPart {
        areas: vec![
            area("WK990001", "Proefwijk", "M0 0H400V400H0Z", 200, true),
            area("WK990002", "Noorderbuurt", "M400 0H800V400H400Z", 600, false),
        ],
        view_box: "0 0 800 400".into(),
        source: "Verzonnen kaart".into(),
    }
}

fn state(state: &'static str, status: &'static str) -> VacancyPage {
    let shown = page(VacancyView { state, status, people_left: 0, ..usual() });
    VacancyPage { takes_responses: false, structured: None, workplace: Some("/organisatie".into()), ..shown }
}

/// Every page of vacancies with at least a usual, a minimal and a long case.
pub fn samples() -> Vec<Sample> {
    let bare =
        VacancyPage { figures: None, wijk: None, distance_km: None, map: None, structured: None, ..page(minimal()) };
    let poster = |vacancy| PosterPage {
        vacancy,
        organisation: organisation(),
        wijk: Some("Proefwijk".into()),
        address: "samen.voorbeeldstad.example/vacatures/1".into(),
    };
    vec![
        Sample::new("vacancies/show/usual", page(usual())),
        Sample::new("vacancies/show/minimal", bare),
        Sample::new("vacancies/show/long", page(long())),
        Sample::new("vacancies/show/paused", state("paused", "paused")),
        Sample::new("vacancies/show/filled", state("filled", "done")),
        Sample::new("vacancies/show/over", state("live", "open")),
        Sample::new(
            "vacancies/gone/closed",
            GonePage {
                title: Some("Samen tuinieren".into()),
                organisation: Some(organisation()),
                theme: Some("nature".into()),
            },
        ),
        Sample::new("vacancies/gone/taken-down", GonePage { title: None, organisation: None, theme: None }),
        Sample::new("vacancies/poster/usual", poster(usual())),
        Sample::new("vacancies/poster/minimal", PosterPage { wijk: None, ..poster(minimal()) }),
        Sample::new("vacancies/poster/long", poster(long())),
    ]
}
