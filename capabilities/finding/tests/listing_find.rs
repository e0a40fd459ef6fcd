//! Finding vacancies: what is public is found, with the reasons, without asking the database.

use facets::model::{DayPart, DutchLevel, SuitableFor, VacancyId, WeekPart, When};
use kernel::Point;
use offers::{
    SampleOffer,
    model::Visibility::{Everybody, Organisations},
};
use testkit::{TestApp, db_test};
use vacancies::model::{State, Vacancy};

use crate::vacancies_fixtures::{self as fixtures, Town};

/// The made-up town's drawing and postcodes, as the demonstration loads them.
pub(crate) async fn load_places(app: &TestApp) {
    let ctx = app.ctx();
    let permit = places::policy::load(&ctx.actor).require().expect("the system may");
    let drawn = places::samples::schematic();
    places::import_areas(&ctx, &permit, &drawn.areas).await.expect("areas are loaded");
    places::import_postcodes(&ctx, &permit, &drawn.postcodes).await.expect("postcodes are loaded");
}

/// A live vacancy with this title and text.
pub(crate) async fn live(
    app: &TestApp,
    town: &Town,
    title: &str,
    text: &str,
    change: impl FnOnce(&mut Vacancy),
) -> VacancyId {
    let mut vacancy = fixtures::vacancy(app, town.organisation);
    vacancy.title = title.into();
    vacancy.summary = text.into();
    vacancy.description = text.into();
    vacancy.facets.tasks.clear();
    vacancy.state = State::Live;
    vacancy.published_at = Some(app.ctx().now.plus(-kernel::time::HOUR));
    change(&mut vacancy);
    fixtures::keep(app, vacancy).await
}

#[db_test]
async fn what_is_live_is_found_by_other_words_and_nothing_else_is(app: TestApp) {
    let town = fixtures::town(&app).await;
    live(&app, &town, "Ouderen bezoeken", "Je gaat op de koffie bij iemand.", |_| {}).await;
    live(&app, &town, "Voetballen met kinderen", "Je traint de pupillen.", |_| {}).await;
    live(&app, &town, "Ouderen rijden", "Nog niet openbaar.", |vacancy| vacancy.state = State::Waiting).await;
    app.refresh_search().await;

    let mut visitor = app.visitor();
    let all = visitor.get("/vacatures").await;
    all.assert_status(200).assert_contains("2 vacatures gevonden").assert_lacks("Ouderen rijden");
    let found = visitor.get("/vacatures?q=ouderenbezoek").await;
    found.assert_contains("Ouderen bezoeken").assert_lacks("Voetballen met kinderen");
    found.assert_contains("Je zocht “ouderenbezoek”. Gevonden:");
    found.assert_contains("Buurttuin De Proef").assert_contains("Nog 3 vrijwilligers nodig");
    app.visitor().in_english().get("/vacatures?q=football").await.assert_contains("Voetballen met kinderen");
    visitor.get("/zoeken?q=ouderen").await.assert_contains("Vacature · Buurttuin De Proef");
    let nothing = visitor.get("/vacatures?q=ruimtevaart").await;
    nothing
        .assert_status(200)
        .assert_contains("We vonden geen vacatures")
        .assert_contains("Mail mij als er iets bij komt");
    app.visitor_elsewhere().get("/vacatures").await.assert_contains("Geen vacatures gevonden");
}

#[db_test]
async fn every_filter_narrows_and_can_be_dropped(app: TestApp) {
    let town = fixtures::town(&app).await;
    load_places(&app).await;
    live(&app, &town, "Tuinieren", "In de tuin.", |vacancy| {
        vacancy.facets.suitable = vec![SuitableFor::Wheelchair];
        let parts = vec![WeekPart { weekday: 2, part: DayPart::Morning }];
        vacancy.facets.when = When::Flexible { parts };
    })
    .await;
    live(&app, &town, "Schrijven", "Vanuit huis.", |vacancy| {
        vacancy.facets.themes = vec!["culture".into()];
        vacancy.facets.place.from_home = true;
        vacancy.facets.asked.dutch = DutchLevel::B2;
        let parts = vec![WeekPart { weekday: 6, part: DayPart::Evening }];
        vacancy.facets.when = When::Period {
            from: "2026-03-01".parse().expect("a date"),
            until: "2026-06-01".parse().expect("a date"),
            parts,
        };
    })
    .await;
    app.refresh_search().await;

    let mut visitor = app.visitor();
    for (query, there, gone) in [
        ("thema=nature", "Tuinieren", "Schrijven"),
        ("thema=culture", "Schrijven", "Tuinieren"),
        ("wanneer=ochtend", "Tuinieren", "Schrijven"),
        ("wanneer=weekend", "Schrijven", "Tuinieren"),
        ("taal=a2", "Tuinieren", "Schrijven"),
        ("geschikt=wheelchair", "Tuinieren", "Schrijven"),
        ("thuis=ja", "Schrijven", "Tuinieren"),
    ] {
        let page = visitor.get(&format!("/vacatures?{query}")).await;
        page.assert_status(200).assert_contains(there);
        assert!(!page.text().contains(&format!("{gone} Buurttuin")), "{query} leaves {gone} in");
        assert_eq!(page.attribute("a.ss-chip", "href").as_deref(), Some("/vacatures"), "{query} can be dropped");
    }
    visitor.get("/vacatures?thema=bestaat-niet&wanneer=nooit&page=x").await.assert_contains("2 vacatures gevonden");
    let narrow = visitor.get("/vacatures?thema=nature&thuis=ja").await;
    narrow.assert_contains("We vonden geen vacatures").assert_contains("Zonder “Natuur en milieu” (1)");
}

#[db_test]
async fn distance_is_told_and_the_map_shows_the_same(app: TestApp) {
    let town = fixtures::town(&app).await;
    load_places(&app).await;
    let ctx = app.ctx();
    let places = places::cached_alone(&ctx).await.expect("places");
    let postcodes = places.own_postcodes();
    let (near, far) = (postcodes[0].clone(), postcodes[postcodes.len() - 1].clone());
    for (title, postcode) in [("Dichtbij helpen", &near), ("Verderop helpen", &far)] {
        let (point, wijk): (Point, _) = (postcode.point, postcode.wijk_code.clone());
        live(&app, &town, title, "Helpen.", move |vacancy| {
            vacancy.facets.place.point = Some(point);
            vacancy.facets.place.wijk = wijk;
        })
        .await;
    }
    app.refresh_search().await;

    let mut visitor = app.visitor();
    let around = visitor.get(&format!("/vacatures?bij={}&sorteer=dichtbij", near.postcode)).await;
    around.assert_contains("2 vacatures gevonden").assert_contains(&format!("van {}.", near.postcode));
    assert!(around.body.find("Dichtbij helpen") < around.body.find("Verderop helpen"), "the nearest comes first");
    let close = visitor.get(&format!("/vacatures?bij={}&straal=1", near.postcode)).await;
    close.assert_contains("1 vacature gevonden").assert_contains("Ook verder weg dan 1 km (2)");
    let here = format!("{},{}", near.point.lat, near.point.lon);
    visitor.get(&format!("/vacatures?near={here}&bij=")).await.assert_contains("van waar je bent");
    let map = visitor.get("/vacatures?weergave=kaart").await;
    map.assert_status(200).assert_contains("2 vacatures gevonden");
    let wijk = near.wijk_code.clone().expect("a wijk");
    let there = map.attribute(&format!("a[href='/vacatures?bij={wijk}']"), "href").expect("the wijk is a link");
    visitor.get(&there).await.assert_contains("1 vacature gevonden").assert_contains("Dichtbij helpen");
    let unknown = visitor.get("/vacatures?bij=0000").await;
    unknown.assert_status(200).assert_contains("kennen we hier niet").assert_contains("Kies een wijk");
}

#[db_test]
async fn a_public_page_asks_the_database_nothing(app: TestApp) {
    let town = fixtures::town(&app).await;
    live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    app.refresh_search().await;
    let mut visitor = app.visitor();
    visitor.get("/vacatures").await;
    for path in ["/", "/vacatures?q=tuin", "/zoeken?q=tuin", "/vacatures?weergave=kaart"] {
        let before = app.app.db.statement_count();
        visitor.get(path).await.assert_status(200);
        assert!(app.app.db.statement_count() - before <= 1, "{path} asks more than whether other places were loaded");
    }
}

#[db_test]
async fn htmx_gets_the_results_alone(app: TestApp) {
    let town = fixtures::town(&app).await;
    live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    app.refresh_search().await;
    let part = app.visitor().with_header("hx-request", "true").get("/vacatures?q=tuin").await;
    part.assert_status(200).assert_contains("Tuinieren").assert_lacks("<html").assert_lacks("<form");
    assert!(part.body.contains("data-focus"), "the results take the focus");
}

#[db_test]
async fn the_home_page_asks_one_question_and_shows_what_is_new(app: TestApp) {
    let town = fixtures::town(&app).await;
    let mut visitor = app.visitor();
    visitor.get("/").await.assert_status(200).assert_contains("Ik wil iets doen").assert_lacks("Nieuw");
    live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    app.refresh_search().await;
    visitor.get("/").await.assert_contains("Tuinieren").assert_contains("Nieuw");
}

#[db_test]
async fn offers_for_organisations_are_found_by_organisations_alone(app: TestApp) {
    let town = fixtures::town(&app).await;
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    for (title, visibility) in [("Ik kan fietsen maken", Everybody), ("Ik kan boekhouden", Organisations)] {
        let sample = SampleOffer {
            person: town.resident,
            draft: offers::Draft {
                shown_name: "Rik".into(),
                title: title.into(),
                description: "Graag een middag in de week.".into(),
                facets: fixtures::vacancy(&app, town.organisation).facets,
                group_size: 1,
                travel_km: None,
                visibility,
            },
            closed: false,
            published_at: ctx.now.plus(-kernel::time::HOUR),
        };
        offers::insert_sample(&mut tx, &ctx, sample).await.expect("an offer");
    }
    tx.commit().await.expect("it commits");
    app.refresh_search().await;
    app.visitor().get("/aanbod").await.assert_contains("Ik kan fietsen maken").assert_lacks("Ik kan boekhouden");
    let mut resident = app.browser_of(town.resident).await;
    resident.get("/aanbod?q=boekhouden").await.assert_lacks("Ik kan boekhouden");
    let mut contact = app.browser_of(town.contact).await;
    contact.get("/aanbod").await.assert_contains("Ik kan boekhouden").assert_contains("2 keer aanbod");
    app.visitor().get("/api/v1/vacancies?kind=offer").await.assert_lacks("boekhouden");
    app.visitor().get("/embed/vacatures").await.assert_lacks("boekhouden");
}

#[db_test]
async fn the_map_counts_what_the_list_shows_and_names_what_is_not_on_it(app: TestApp) {
    let town = fixtures::town(&app).await;
    load_places(&app).await;
    let places = places::cached_alone(&app.ctx()).await.expect("places");
    let near = places.own_postcodes()[0].clone();
    let wijk = near.wijk_code.clone().expect("a wijk");
    for title in ["Samen wandelen", "Samen koken"] {
        live(&app, &town, title, "Helpen.", |vacancy| {
            (vacancy.facets.place.point, vacancy.facets.place.wijk) = (Some(near.point), Some(wijk.clone()));
        })
        .await;
    }
    live(&app, &town, "Samen schrijven", "Helpen.", |vacancy| vacancy.facets.place.from_home = true).await;
    app.refresh_search().await;
    let mut visitor = app.visitor();
    let asked = format!("q=samen&bij={}&straal=5", near.postcode);
    let map = visitor.get(&format!("/vacatures?{asked}&weergave=kaart")).await;
    map.assert_contains("3 vacatures gevonden").assert_contains("1 zonder wijk");
    let link = map.attribute(&format!("a[href*='wijk={wijk}']"), "href").expect("the wijk");
    assert!(link.contains("q=samen") && link.contains("straal=5"), "{link}");
    visitor.get(&link).await.assert_contains("2 vacatures gevonden");
    let link = map.attribute("a[href*='wijk=geen']", "href").expect("what is elsewhere");
    visitor.get(&link).await.assert_contains("1 vacature gevonden").assert_contains("Samen schrijven");
    let last = visitor.get("/vacatures?page=900").await;
    last.assert_contains("Samen schrijven");
    let embed = visitor.get("/embed/vacatures?organisatie=onleesbaar").await;
    embed.assert_status(200).assert_lacks("Samen schrijven");
}
