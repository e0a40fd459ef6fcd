//! Responses through the API: who has signed in responds, an organisation's own system reads and answers.

use conversations::model::State;
use kernel::{OrganisationId, PersonId};
use serde_json::json;
use testkit::{Client, TestApp, db_test};
use vacancies::model::State as VacancyState;

use crate::{
    responses_fixtures::{NOOR, assert_told, open, scene, stored},
    vacancies_fixtures,
};

/// A program with a key of this organisation, made by this contact.
pub(crate) async fn program(app: &TestApp, organisation: OrganisationId, contact: PersonId) -> Client {
    let mut browser = app.browser_of(contact).await;
    let made = browser.post(&format!("/organisatie/{organisation}/sleutels"), &[("name", "Ons systeem")]).await;
    let key = made.text().split_whitespace().find(|word| word.starts_with("sk_")).map(str::to_owned);
    app.visitor().with_header("authorization", &format!("Bearer {}", key.expect("a key for programs")))
}

#[db_test]
async fn who_has_signed_in_responds_and_the_system_of_the_organisation_answers(app: TestApp) {
    let scene = scene(&app).await;
    let mut rik = app.browser_of(scene.town.resident).await;
    let path = format!("/api/v1/vacancies/{}/responses", scene.vacancy);
    let body = json!({ "reach": "email", "question": "Mag ik komen kijken?" });
    let made = rik.post_json(&path, &body).await;
    made.assert_status(201);
    let address = made.headers["location"].to_str().expect("text").to_owned();
    let sent = made.json();
    assert_eq!((sent["state"].as_str(), sent["email"].as_str()), (Some("open"), Some("rik@thuis.example")));
    assert_eq!(sent["messages"][0]["body"], "Mag ik komen kijken?");
    assert_eq!(address, format!("/api/v1/responses/{}", sent["id"].as_str().expect("an id")));
    let again = rik.post_json(&path, &body).await;
    assert_eq!(again.json()["id"], sent["id"], "one thread, not two clocks");
    assert_eq!(rik.get("/api/v1/responses").await.json()["total"], 1);

    let mut theirs = program(&app, scene.town.organisation, scene.town.contact).await;
    let list = theirs.get("/api/v1/responses?perPage=5").await;
    assert_eq!(list.assert_status(200).json()["items"][0]["id"], sent["id"]);
    assert!(list.headers.contains_key("link"));
    let answer = theirs.post_json(&format!("{address}/messages"), &json!({ "message": "Ja, kom dinsdag!" })).await;
    answer.assert_status(201);
    assert_eq!(
        (answer.json()["state"].as_str(), answer.json()["messages"][1]["side"].as_str()),
        (Some("in_conversation"), Some("owner"))
    );
    assert!(answer.json()["answered_at"].is_string(), "the clock has stopped");
    let id = sent["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(stored(&app, id).await.state, State::InConversation);
    assert_told(&app, "rik@thuis.example", "Buurttuin De Proef: bericht over “Samen tuinieren op dinsdag”").await;
    let seen = rik.get(&address).await;
    assert_eq!(seen.assert_status(200).json()["messages"][1]["body"], "Ja, kom dinsdag!");
    rik.post_json(&format!("{address}/messages"), &json!({ "message": "Graag!" })).await.assert_status(201);
    app.run_jobs().await;
}

#[db_test]
async fn a_key_of_one_organisation_reads_nothing_of_anothers(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    let address = format!("/api/v1/responses/{id}");
    let mut own = program(&app, scene.town.organisation, scene.town.contact).await;
    own.get(&address).await.assert_status(200).assert_contains(NOOR);
    let mut other = program(&app, scene.town.other, scene.town.other_contact).await;
    assert_eq!(other.get("/api/v1/responses").await.json()["total"], 0);
    other.get(&address).await.assert_status(404).assert_lacks("Noor");
    let words = json!({ "message": "Wij hebben ook iets" });
    other.post_json(&format!("{address}/messages"), &words).await.assert_status(404);
    let mut resident = app.browser_of(scene.town.resident).await;
    resident.get(&address).await.assert_status(404);
    app.browser_of(scene.mediator).await.get(&address).await.assert_status(404);
    let problem = app.visitor().get(&address).await;
    problem.assert_status(401);
    assert_eq!(problem.headers["content-type"], "application/problem+json");
    app.visitor().get("/api/v1/responses").await.assert_status(401);
    // The key is worth something in its own town alone.
    let session = app.visitor_elsewhere().with_header("authorization", "Bearer sk_verzonnen").get(&address).await;
    session.assert_status(401);
    app.run_jobs().await;
}

#[db_test]
async fn what_cannot_be_sent_is_told(app: TestApp) {
    let scene = scene(&app).await;
    let path = format!("/api/v1/vacancies/{}/responses", scene.vacancy);
    let good = json!({ "reach": "email", "question": "Mag ik komen kijken?" });
    app.visitor().post_json(&path, &good).await.assert_status(401);
    let mut key = program(&app, scene.town.organisation, scene.town.contact).await;
    key.post_json(&path, &good).await.assert_status(403);
    let mut rik = app.browser_of(scene.town.resident).await;
    rik.post(&path, &[]).await.assert_status(400);
    let wrong = rik.post_json(&path, &json!({ "reach": "duif", "question": "Hoi" })).await;
    assert_eq!(wrong.assert_status(400).json()["errors"][0]["field"], "reach");
    let draft = vacancies_fixtures::in_state(&app, scene.town.organisation, VacancyState::Draft).await;
    rik.post_json(&format!("/api/v1/vacancies/{draft}/responses"), &good).await.assert_status(404);
    let paused = vacancies_fixtures::in_state(&app, scene.town.organisation, VacancyState::Paused).await;
    rik.post_json(&format!("/api/v1/vacancies/{paused}/responses"), &good).await.assert_status(409);
    rik.get("/api/v1/responses/geen-id").await.assert_status(400);
}
