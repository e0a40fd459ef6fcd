//! The API's list and detail of vacancies.

use testkit::{TestApp, db_test};
use vacancies::model::State;

use crate::{listing_find, vacancies_fixtures as fixtures};

#[db_test]
async fn a_program_finds_what_a_person_finds(app: TestApp) {
    let town = fixtures::town(&app).await;
    listing_find::load_places(&app).await;
    let places = places::cached_alone(&app.ctx()).await.expect("places");
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
        assert_eq!(problem["type"], "about:blank");
        assert!(problem["title"].is_string() && problem["detail"].is_string() && problem["status"] == 400);
    }
    program.get("/api/v1/vacancies/geen-id").await.assert_status(400);
    let theme = program.get("/api/v1/vacancies?theme=bestaat-niet").await.json();
    let said = theme["errors"][0]["detail"].as_str().expect("what is allowed").to_owned();
    assert!(said.contains("elderly") && said.contains("nature"), "{said}");
    let post = program.post("/api/v1/vacancies", &[]).await;
    post.assert_status(405);
    assert_eq!(post.headers["content-type"], "application/problem+json");
    assert!(post.headers["allow"].to_str().is_ok_and(|allow| allow.contains("GET")));
}

#[db_test]
async fn pages_and_places_are_understood_as_they_are_written(app: TestApp) {
    let town = fixtures::town(&app).await;
    listing_find::load_places(&app).await;
    let places = places::cached_alone(&app.ctx()).await.expect("places");
    let near = places.own_postcodes()[0].clone();
    for number in 0..5 {
        listing_find::live(&app, &town, &format!("Helpen {number}"), "Helpen.", |vacancy| {
            vacancy.facets.place.point = (number < 4).then_some(near.point);
            vacancy.facets.place.from_home = number == 3;
        })
        .await;
    }
    app.refresh_search().await;
    let mut program = app.visitor().with_header("accept-language", "en");
    let point = format!("{},{}", near.point.lat, near.point.lon);
    for place in [near.postcode.clone(), format!("{}AB", near.postcode), format!("{} ab", near.postcode), point] {
        let place: String = url::form_urlencoded::byte_serialize(place.as_bytes()).collect();
        let found = program.get(&format!("/api/v1/vacancies?near={place}&radius_km=5")).await.json();
        assert_eq!(found["total"], 4, "{place}: what has no place is not near");
    }
    let mut seen = std::collections::BTreeSet::new();
    for page in 1..=3 {
        let found = program.get(&format!("/api/v1/vacancies?per_page=2&page={page}")).await.json();
        assert_eq!(found["total"], 5);
        let ids = found["items"].as_array().expect("items").iter().map(|item| item["id"].to_string());
        ids.for_each(|id| assert!(seen.insert(id), "nothing twice"));
    }
    assert_eq!(seen.len(), 5);
    for page in ["4", "1000", "500000"] {
        let beyond = program.get(&format!("/api/v1/vacancies?per_page=100&page={page}")).await;
        beyond.assert_status(200);
        assert_eq!(beyond.json()["items"].as_array().map(Vec::len), Some(0), "page {page} repeats nothing");
    }
    for page in ["0", "-1", "x", "1000001"] {
        program.get(&format!("/api/v1/vacancies?page={page}")).await.assert_status(400);
    }
    let why = program.get("/api/v1/vacancies?theme=nature&home=true").await.json();
    assert_eq!(
        why["items"][0]["reasons"].to_string(),
        r#"["Is about Nature and environment.","You can do it at home."]"#
    );
}

#[db_test]
async fn what_is_not_public_does_not_exist(app: TestApp) {
    let town = fixtures::town(&app).await;
    for (state, status) in [(State::Draft, 404), (State::Waiting, 404), (State::TakenDown, 404), (State::Paused, 200)] {
        let id = fixtures::in_state(&app, town.organisation, state).await;
        app.visitor().get(&format!("/api/v1/vacancies/{id}")).await.assert_status(status);
    }
}
