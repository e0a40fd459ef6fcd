//! Sample pages for the sweep: usual, long, minimal, in each state.

use kernel::{Choice, PageRequest, Paged};
use platform::templates::{Form, FormMessage, Sample, Typed};
use serde_json::json;
use uuid::Uuid;

use super::{
    neighbours::OrganisationLine,
    pages::{
        Discarded, EditPage, GonePage, Line, ListPage, OverviewPage, PosterPage, RespondPage, StartPage, VacancyPage,
    },
    views::{CheckView, FindingView, Mark, Tag, VacancyView},
};
use conversations::{AnswerFigures, DoorView, entry::EntryForm};
use facets::words::Choices;
use places::{MapArea, MapView};

const BASE: &str = "/organisatie/00000000-0000-7000-8000-000000000001/vacatures";

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
        kept: false,
        preview: false,
    }
}

fn map() -> MapView {
    let area = |code: &str, name: &str, path: &str, cx: i64, selected: bool| MapArea {
        code: code.into(),
        name: name.into(),
        path_d: path.into(),
        cx,
        cy: 200,
        count: 0,
        url: format!("/vacatures?wijk={code}"),
        selected,
        level: 0,
    };
    MapView {
        areas: vec![
            area("WK990001", "Proefwijk", "M0 0H400V400H0Z", 200, true),
            area("WK990002", "Noorderbuurt", "M400 0H800V400H400Z", 600, false),
        ],
        view_box: "0 0 800 400".into(),
        source: "Verzonnen kaart".into(),
        schematic: true,
    }
}

fn state(state: &'static str, status: &'static str) -> VacancyPage {
    let shown = page(VacancyView { state, status, people_left: 0, ..usual() });
    VacancyPage { takes_responses: false, structured: None, workplace: Some("/organisatie".into()), ..shown }
}

/// Every page of vacancies with at least a usual, a minimal and a long case.
pub fn samples() -> Vec<Sample> {
    let bare = VacancyPage {
        kept: true,
        figures: None,
        wijk: None,
        distance_km: None,
        map: None,
        structured: None,
        ..page(minimal())
    };
    let poster = |vacancy| PosterPage {
        vacancy,
        organisation: organisation(),
        wijk: Some("Proefwijk".into()),
        address: "samen.voorbeeldstad.example/vacatures/1".into(),
        pdf: "none",
    };
    let mut all = vec![
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
                taken_down: false,
                waits: false,
            },
        ),
        Sample::new(
            "vacancies/gone/taken-down",
            GonePage { title: None, organisation: None, theme: None, taken_down: true, waits: false },
        ),
        Sample::new(
            "vacancies/gone/waits",
            GonePage { title: None, organisation: None, theme: None, taken_down: false, waits: true },
        ),
        Sample::new("vacancies/poster/usual", poster(usual())),
        Sample::new("vacancies/poster/minimal", PosterPage { wijk: None, pdf: "ready", ..poster(minimal()) }),
        Sample::new("vacancies/poster/failed", PosterPage { pdf: "failed", ..poster(minimal()) }),
        Sample::new("vacancies/poster/long", PosterPage { pdf: "asked", ..poster(long()) }),
    ];
    all.extend(workplace());
    all.extend(overviews());
    all.extend(responding());
    all
}

fn line(title: &str, state: &'static str, status: &'static str) -> Line {
    Line {
        href: format!("{BASE}/{ID}"),
        title: title.into(),
        state,
        status,
        people_left: 2,
        people_found: 1,
        closes_on: Some("2026-08-30".into()),
        ends_soon: state == "live",
        changed_at: 1_772_500_000_000,
        changed_local: "2026-03-03T02:06:40".into(),
        waiting: u32::from(state == "live") * 2,
    }
}

fn list(current: Vec<Line>, past: Vec<Line>) -> ListPage {
    let thrown = |title: &str| Discarded {
        id: facets::model::VacancyId(uuid::Uuid::nil()),
        restore: format!("{BASE}/{ID}/terugzetten"),
        title: title.into(),
        at: 1_772_500_000_000,
        at_local: "2026-03-03T02:06:40".into(),
    };
    ListPage {
        organisation: organisation(),
        base: BASE.into(),
        just_discarded: (!past.is_empty()).then(|| thrown("Samen schoffelen")),
        discarded: if past.is_empty() { Vec::new() } else { vec![thrown("Samen schoffelen"), thrown("")] },
        paging: Paged::new(Vec::new(), PageRequest::default(), if past.is_empty() { 0 } else { 45 }),
        current,
        past,
        now: 1_772_600_000_000,
    }
}

fn finding(rule: &'static str, verdict: &'static str, field: &'static str) -> FindingView {
    FindingView {
        rule,
        verdict,
        label: "Verzekering".into(),
        why: "Wie vrijwillig werkt, moet verzekerd zijn.".into(),
        advice: (verdict != "good").then(|| "Kruis ‘Verzekerd’ aan.".into()),
        field,
    }
}

pub(super) fn check() -> CheckView {
    CheckView {
        refused: vec![finding("insurance", "refuse", "offered")],
        advised: vec![finding("summary", "advise", "summary"), finding("expenses", "advise", "offered")],
        good: vec![finding("title", "good", "title")],
    }
}

pub(super) fn fine() -> CheckView {
    CheckView { good: vec![finding("title", "good", "title")], ..CheckView::default() }
}

fn overview(state: &'static str, status: &'static str, can: Vec<&'static str>) -> OverviewPage {
    OverviewPage {
        look: page(VacancyView { state, status, ..usual() }),
        base: format!("{BASE}/{ID}"),
        state,
        note: None,
        closing: None,
        check: fine(),
        unpublished_at: None,
        now: 1_772_600_000_000,
        can,
        extended_until: Some("2026-11-28".into()),
        ends_soon: false,
        form: Form::default(),
    }
}

fn form(fields: &[(&str, &str)], errors: &[(&str, &str)]) -> Form {
    let mut form = Form::default();
    for (name, value) in fields {
        form.values.insert((*name).into(), Typed::One((*value).into()));
    }
    for (field, message) in errors {
        form.errors.insert((*field).into(), (*message).into());
        form.summary.push(FormMessage { field: (*field).into(), message: (*message).into() });
    }
    form
}

fn edit(form: Form, check: CheckView) -> EditPage {
    EditPage {
        organisation: organisation(),
        base: format!("{BASE}/{ID}"),
        check_url: format!("{BASE}/check"),
        state: "draft",
        note: None,
        choices: Choices::new(kernel::Lang::Nl, vec![Choice::new("WK990001", "Proefwijk")]),
        contacts: vec![Choice::new(ID, "Annet Proef (coördinator)")],
        may_insist: check.refused.iter().any(|finding| finding.rule == "paid_work"),
        check,
        form,
        kept_at: None,
        now: 1_772_600_000_000,
    }
}

fn workplace() -> Vec<Sample> {
    let start = |own: Vec<Choice>, form| StartPage {
        organisation: organisation(),
        action: format!("{BASE}/nieuw"),
        base: BASE.into(),
        examples: vec![Choice::new("voorbeeld-koffie", "Gastvrouw bij de koffie: Ontmoeten")],
        own,
        form,
    };
    let filled = form(
        &[("title", "Samen tuinieren"), ("when", "series"), ("weekday", "2"), ("starts", "9.30"), ("themes", "nature")],
        &[],
    );
    let wrong = form(
        &[("title", ""), ("hours", "veel"), ("when", "once")],
        &[("title", "Vul dit in."), ("hours", "Typ een getal."), ("date", "Vul dit in."), ("offered", "Kruis aan.")],
    );
    let note = Some("Schrijf erbij wie er antwoordt.\n\nDaarna kijken we weer.".to_owned());
    let rows = || vec![line("Samen tuinieren", "live", "open"), line("", "draft", "draft")];
    vec![
        Sample::new("vacancies/list/usual", list(rows(), vec![line("Oud", "closed", "closed")])),
        Sample::new("vacancies/list/empty", list(Vec::new(), Vec::new())),
        Sample::new("vacancies/start/usual", start(vec![Choice::new(ID, "Samen tuinieren")], Form::default())),
        Sample::new("vacancies/start/errors", start(Vec::new(), form(&[], &[("start", "Kies iets.")]))),
        Sample::new("vacancies/edit/usual", edit(filled, check())),
        Sample::new("vacancies/edit/empty", edit(Form::default(), check())),
        Sample::new("vacancies/edit/errors", edit(wrong, check())),
        Sample::new(
            "vacancies/edit/by-words",
            edit(
                Form::default(),
                CheckView { refused: vec![finding("paid_work", "refuse", "description")], ..CheckView::default() },
            ),
        ),
        Sample::new(
            "vacancies/edit/sent-back",
            EditPage { note, state: "live", kept_at: Some(1_772_500_000_000), ..edit(Form::default(), fine()) },
        ),
    ]
}

fn overviews() -> Vec<Sample> {
    let note = Some("Schrijf erbij wie er antwoordt.".to_owned());
    vec![
        Sample::new(
            "vacancies/overview/draft",
            OverviewPage {
                look: VacancyPage {
                    preview: true,
                    ..page(VacancyView { title: String::new(), state: "draft", status: "draft", ..minimal() })
                },
                check: check(),
                ..overview("draft", "draft", vec!["edit", "copy", "discard"])
            },
        ),
        Sample::new("vacancies/overview/waiting", overview("waiting", "waiting", vec!["edit", "close", "copy"])),
        Sample::new(
            "vacancies/overview/live",
            OverviewPage {
                ends_soon: true,
                unpublished_at: Some(1_772_500_000_000),
                form: form(&[], &[("closing", "Maak een keuze.")]),
                ..overview("live", "open", vec!["edit", "pause", "fill", "close", "copy"])
            },
        ),
        Sample::new(
            "vacancies/overview/paused",
            OverviewPage {
                look: page(VacancyView {
                    state: "paused",
                    status: "paused",
                    pause_reason: Some("unanswered"),
                    ..usual()
                }),
                ..overview("paused", "paused", vec!["reopen", "edit", "fill", "close", "copy"])
            },
        ),
        Sample::new("vacancies/overview/filled", overview("filled", "done", vec!["reopen", "edit", "close", "copy"])),
        Sample::new(
            "vacancies/overview/closed",
            OverviewPage { closing: Some("unknown"), ..overview("closed", "closed", vec!["reopen", "copy"]) },
        ),
        Sample::new(
            "vacancies/overview/closed-known",
            OverviewPage { closing: Some("through_us"), ..overview("closed", "closed", vec!["reopen", "copy"]) },
        ),
        Sample::new(
            "vacancies/overview/taken-down",
            OverviewPage { note, check: check(), ..overview("taken_down", "removed", vec!["edit", "copy"]) },
        ),
    ]
}

fn respond(values: &[(&str, &str)], errors: &[&str]) -> RespondPage {
    let choice = |value: &str, label: &str| conversations::Choice { value: value.into(), label: label.into() };
    let errors: Vec<(&str, &str)> = errors.iter().map(|field| (*field, "Voorbeeld van een melding")).collect();
    RespondPage {
        entry: EntryForm {
            form: form(values, &errors),
            asks: vec![choice("look", "Kan ik eerst komen kijken?"), choice("when", "Wanneer kan ik beginnen?")],
            reaches: vec![
                choice("email", "Per e-mail"),
                choice("phone", "Per telefoon"),
                choice("point", "Via het punt"),
            ],
            days: 5,
            ..EntryForm::default()
        },
        title: usual().title,
        href: "/vacatures/1".into(),
        owner: organisation().name,
        open: true,
        doors: Vec::new(),
    }
}

fn responding() -> Vec<Sample> {
    let email = || Some("noor@inwoner.voorbeeld.example".to_owned());
    let known = |page: RespondPage, acting: Option<&str>, desk: bool| RespondPage {
        entry: EntryForm {
            account_email: email().filter(|_| acting.is_some() || !desk),
            acting: acting.map(str::to_owned),
            desk,
            ..page.entry
        },
        ..page
    };
    let door =
        |id: &str, label: &str| DoorView { value: id.into(), label: label.into(), href: format!("/vacatures/{id}") };
    let doors = vec![
        door("1", "Soep koken – Stichting De Pollepel"),
        door("2", "Wandelen met een maatje – Loopclub Zonder Haast"),
    ];
    vec![
        Sample::new("vacancies/respond/usual", respond(&[], &[])),
        Sample::new("vacancies/respond/signed-in", known(respond(&[], &[]), None, false)),
        Sample::new("vacancies/respond/mediator", known(respond(&[("on_behalf", "ja")], &[]), None, true)),
        Sample::new(
            "vacancies/respond/acting",
            known(respond(&[("voor", "1"), ("name", "Noor")], &[]), Some("Noor Voorbeeld"), true),
        ),
        Sample::new("vacancies/respond/paused", RespondPage { open: false, doors, ..respond(&[], &[]) }),
        Sample::new("vacancies/respond/over", RespondPage { open: false, ..respond(&[], &[]) }),
        Sample::new(
            "vacancies/respond/errors",
            respond(&[("name", "Noor"), ("reach", "email")], &["email", "question"]),
        ),
    ]
}
