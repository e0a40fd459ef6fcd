//! The API's list and detail of vacancies.

use capabilities::marketplace::vacancies::model::State;
use testkit::{TestApp, db_test};

use crate::{listing_find, vacancies_fixtures as fixtures};

#[db_test]
async fn a_program_finds_what_a_person_finds(app: TestApp) {
    let town = fixtures::town(&app).await;
    listing_find::load_places(&app).await;
    let places = capabilities::places::cached(&app.ctx()).await.expect("places");
    let near = places.own_postcodes()[0].clone();
    let id = listing_find::live(&app, &town, "Ouderen bezoeken", "Op de koffie.", |vacancy| {
        vacancy.external_id = Some("abc-1".into());
        vacancy.facets.place.point = Some(near.point);
        vacancy.facets.place.wijk = near.wijk_code.clone();
    })
    .await;
    listing_find::live(&app, &town, "Voetballen", "Trainen.", |_| {}).await;
    app.refresh_search().await;

    let mut program = app.visitor();
    for query in ["radiusKm=5&perPage=10", "radius_km=5&per_page=10"] {
        let path = format!("/api/v1/vacancies?q=ouderenbezoek&near={}&{query}", near.postcode);
        let list = program.get(&path).await;
        list.assert_status(200);
        let json = list.json();
        assert_eq!(
            (json["total"].as_u64(), json["per_page"].as_u64(), json["page"].as_u64()),
            (Some(1), Some(10), Some(1))
        );
        let item = &json["items"][0];
        assert_eq!(item["id"], id.to_string());
        assert_eq!(item["external_id"], "abc-1");
        assert_eq!(item["organisation"], "Buurttuin De Proef");
        assert_eq!(item["distance_km"], 0.0);
        assert_eq!(item["wijk"].as_str(), near.wijk_name.as_deref());
        assert!(item["score"].as_f64().is_some_and(|score| score > 0.0 && score <= 1.0));
        assert!(item["reasons"][0].as_str().is_some_and(|reason| reason.contains("ouderenbezoek")));
    }
    let everything = program.get("/api/v1/vacancies").await.json();
    assert_eq!(everything["total"], 2);
    assert_eq!(program.get("/api/v1/vacancies?kind=offer").await.json()["total"], 0);

    let detail = program.get(&format!("/api/v1/vacancies/{id}")).await;
    assert_eq!(detail.json()["title"], "Ouderen bezoeken");
    assert_eq!(detail.json()["facets"]["themes"][0], "nature");
}

#[db_test]
async fn what_is_wrong_is_told_per_parameter(app: TestApp) {
    let mut program = app.visitor().with_header("accept-language", "en");
    for (query, field) in [
        ("near=0000", "near"),
        ("radiusKm=5", "radiusKm"),
        ("near=2711&radiusKm=veel", "radiusKm"),
        ("theme=bestaat-niet", "theme"),
        ("perPage=1000", "perPage"),
        ("per_page=0", "per_page"),
        ("kind=iets", "kind"),
    ] {
        let answer = program.get(&format!("/api/v1/vacancies?{query}")).await;
        answer.assert_status(400);
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        let problem = answer.json();
        assert_eq!(problem["errors"][0]["field"], field, "{query}");
        assert!(problem["title"].is_string() && problem["detail"].is_string() && problem["status"] == 400);
    }
    program.get("/api/v1/vacancies/geen-id").await.assert_status(400);
}

#[db_test]
async fn what_is_not_public_does_not_exist(app: TestApp) {
    let town = fixtures::town(&app).await;
    for (state, status) in [(State::Draft, 404), (State::Waiting, 404), (State::TakenDown, 404), (State::Paused, 200)] {
        let id = fixtures::in_state(&app, town.organisation, state).await;
        app.visitor().get(&format!("/api/v1/vacancies/{id}")).await.assert_status(status);
    }
}
