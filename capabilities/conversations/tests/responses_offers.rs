//! An organisation asks somebody who made an offer.

use conversations::model::State;
use offers::samples::of_person;
use testkit::{TestApp, db_test};

use crate::{
    responses_fixtures::{CORA, assert_told, scene, stored},
    vacancies_fixtures::Town,
};

const OLGA: &str = "olga@inwoner.voorbeeld.example";
const QUESTION: (&str, &str) = ("question", "Wij zoeken iemand voor dinsdag. Kom je kijken?");

/// An offer of Olga's that everybody may see, and the address where it is asked about.
async fn offer(app: &TestApp) -> (kernel::PersonId, String) {
    let olga = app.person("Olga", Some(OLGA), &[]).await;
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    let id = offers::insert_sample(&mut tx, &ctx, of_person(olga)).await.expect("an offer");
    tx.commit().await.expect("it commits");
    (olga, format!("/aanbod/{id}/reageer"))
}

async fn town(app: &TestApp) -> Town {
    scene(app).await.town
}

#[db_test]
async fn a_contact_asks_and_who_offered_agrees(app: TestApp) {
    let town = town(&app).await;
    let (olga, ask) = offer(&app).await;
    let mut contact = app.browser_of(town.contact).await;
    contact.get(&ask).await.assert_status(200).assert_contains("binnen 5 werkdagen");
    contact.post(&ask, &[("question", " ")]).await.assert_status(422);
    let sent = contact.post(&ask, &[QUESTION]).await;
    sent.assert_status(303);
    let thread = sent.location().expect("the thread");
    assert!(thread.starts_with("/mijn/reacties/"), "{thread}");
    app.run_jobs().await;
    let letters = app.mails_to(OLGA).await;
    let letter = letters.first().expect("a letter");
    assert!(letter.text_body.contains("van jou is"), "{}", letter.text_body);
    assert!(!letter.text_body.contains("contactpersoon"), "{}", letter.text_body);
    let mut maker = app.browser_of(olga).await;
    maker.get(&thread).await.assert_contains("Buurttuin De Proef").assert_contains("Ja, we gaan verder");
    maker.get("/mijn").await.assert_contains("wacht op je antwoord");
    maker.post(&format!("{thread}/aannemen"), &[]).await.assert_status(303);
    app.run_jobs().await;
    let id = thread.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(stored(&app, conversations::model::ResponseId(id)).await.state, State::Accepted);
    assert_told(&app, CORA, "Olga wil graag met je verder").await;
}

#[db_test]
async fn only_contacts_of_confirmed_organisations_ask(app: TestApp) {
    let town = town(&app).await;
    let (olga, ask) = offer(&app).await;
    let visitor = app.visitor().get(&ask).await;
    visitor.assert_status(303);
    assert!(visitor.location().is_some_and(|to| to.starts_with("/inloggen")));
    app.browser_of(town.resident).await.get(&ask).await.assert_status(403);
    app.browser_of(town.resident).await.post(&ask, &[QUESTION]).await.assert_status(403);
    app.browser_of(olga).await.post(&ask, &[QUESTION]).await.assert_status(403);
    app.visitor_elsewhere().get(&ask).await.assert_status(404);
}

async fn asked(app: &TestApp) -> (Town, kernel::PersonId, String, conversations::model::ResponseId) {
    let town = town(app).await;
    let (olga, ask) = offer(app).await;
    let sent = app.browser_of(town.contact).await.post(&ask, &[QUESTION]).await;
    let thread = sent.location().expect("the thread");
    app.run_jobs().await;
    let id = thread.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    (town, olga, thread, conversations::model::ResponseId(id))
}

#[db_test]
async fn who_offered_is_asked_whether_they_began_and_the_organisation_about_them(app: TestApp) {
    let (_, olga, thread, id) = asked(&app).await;
    let letters = app.mails_to(OLGA).await;
    assert!(letters[0].text_body.contains("Aanbod"), "{}", letters[0].text_body);
    assert!(!letters[0].text_body.contains("Vacature"), "{}", letters[0].text_body);
    let mut maker = app.browser_of(olga).await;
    maker.post(&format!("{thread}/aannemen"), &[]).await.assert_status(303);
    maker.get(&thread).await.assert_contains("Spreek af wanneer Olga begint");
    app.pass_days(8).await;
    let contact = stored(&app, id).await.name;
    let to_olga = app.mails_to(OLGA).await;
    let begun = format!("Ben je begonnen bij {contact}?");
    let question = to_olga.iter().find(|letter| letter.subject == begun);
    assert!(question.is_some(), "{:?}", to_olga.iter().map(|letter| &letter.subject).collect::<Vec<_>>());
    assert_told(&app, CORA, "Is Olga begonnen?").await;
    let body = &question.expect("it was found").text_body;
    let path = body.split("/uitkomst/").nth(1).and_then(|rest| rest.split('?').next()).expect("a link");
    app.visitor().get(&format!("/uitkomst/{path}")).await.assert_contains("Ben je begonnen?");
}

#[db_test]
async fn who_still_waits_is_answered_when_the_offer_closes(app: TestApp) {
    let (_, olga, _, id) = asked(&app).await;
    let mut maker = app.browser_of(olga).await;
    let offer = stored(&app, id).await.subject_id;
    maker.post(&format!("/mijn/aanbod/{offer}/sluiten"), &[("closing", "otherwise")]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, id).await.state, State::Declined);
    let letters = app.mails_to(CORA).await;
    assert!(letters.iter().any(|letter| letter.text_body.contains("Het aanbod “")), "{letters:?}");
}
