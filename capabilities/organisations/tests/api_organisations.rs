//! The API's list and detail of organisations.

use testkit::{TestApp, db_test};

use crate::vacancies_fixtures as fixtures;

#[db_test]
async fn a_program_pages_through_those_that_take_part(app: TestApp) {
    let town = fixtures::town(&app).await;
    let waiting = fixtures::organisation(&app, "Nog Niet Binnen", false, town.contact).await;
    let mut program = app.visitor();

    let first = program.get("/api/v1/organisations?perPage=1").await;
    let list = first.assert_status(200).json();
    assert_eq!((list["total"].as_u64(), list["page"].as_u64(), list["per_page"].as_u64()), (Some(2), Some(1), Some(1)));
    assert_eq!(list["items"][0]["name"], "Buurttuin De Proef");
    let link = first.headers["link"].to_str().expect("text");
    assert!(link.contains("</api/v1/organisations?perPage=1&page=2>; rel=\"next\""), "{link}");
    let second = program.get("/api/v1/organisations?perPage=1&page=2").await.json();
    assert_eq!(second["items"][0]["name"], "Sportclub De Ander");

    let found = program.get("/api/v1/organisations?q=sportclub").await.json();
    assert_eq!((found["total"].as_u64(), found["items"][0]["id"].as_str()), (Some(1), Some(&*town.other.to_string())));

    let detail = program.get(&format!("/api/v1/organisations/{}", town.organisation)).await;
    detail.assert_status(200).assert_lacks("cora@proef.example").assert_lacks("Cora");
    assert_eq!(detail.json()["kind"], "informal");
    assert_eq!(detail.json()["url"], format!("http://localhost/organisaties/{}", town.organisation));
    program.get(&format!("/api/v1/organisations/{waiting}")).await.assert_status(404);
    app.visitor_elsewhere().get(&format!("/api/v1/organisations/{}", town.organisation)).await.assert_status(404);
}

#[db_test]
async fn what_is_wrong_is_told_per_parameter(app: TestApp) {
    let mut program = app.visitor();
    for (query, field) in [("sector=99999", "sector"), ("wijk=nergens", "wijk"), ("perPage=0", "perPage")] {
        let answer = program.get(&format!("/api/v1/organisations?{query}")).await;
        answer.assert_status(400);
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        assert_eq!(answer.json()["errors"][0]["field"], field);
    }
    program.get("/api/v1/organisations/geen-id").await.assert_status(400);
}
