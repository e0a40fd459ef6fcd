//! Paper as PDF: the poster of a vacancy, the card of somebody at the desk. Made by a job, accessible, not made twice.

use kernel::{PersonRole, time};
use testkit::{Answer, TestApp, db_test};
use vacancies::model::State;

use crate::vacancies_fixtures as fixtures;

#[track_caller]
fn assert_pdf(answer: &Answer) {
    answer.assert_status(200);
    assert_eq!(answer.headers["content-type"], "application/pdf");
    assert!(answer.body.starts_with("%PDF-"));
    assert!(answer.body.contains("pdfuaid:part"), "it says that it conforms to PDF/UA");
}

#[db_test]
async fn a_poster_is_made_once_and_anew_when_the_vacancy_changes(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = fixtures::in_state(&app, town.organisation, State::Live).await;
    let (page, file) = (format!("/vacatures/{id}/poster"), format!("/vacatures/{id}/poster.pdf"));
    let mut visitor = app.visitor();
    visitor.get(&page).await.assert_status(200).assert_contains("Maak een PDF");
    assert_eq!(visitor.get(&file).await.location(), Some(page.clone()), "there is none yet");

    let asked = visitor.submit(&file, &[]).await;
    asked.assert_status(200).assert_contains("We maken de PDF").assert_contains("Kijk of de PDF klaar is");
    visitor.post(&file, &[]).await.assert_status(303);
    app.run_jobs().await;
    let again = asked.attribute(".ss-actions a[href*='pdf=']", "href").expect("a way to look again");
    visitor.get(&again).await.assert_contains("Open de PDF").assert_lacks("We maken de PDF");
    let first = visitor.get(&file).await;
    assert_pdf(&first);
    assert!(first.body.contains("Samen tuinieren op dinsdag"), "its title is in its metadata");

    // In English it is another one, which nobody asked for.
    app.visitor().in_english().get(&page).await.assert_contains("Make a PDF");
    let mut changed = fixtures::stored(&app, id).await;
    changed.title = "Samen oogsten op dinsdag".into();
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    vacancies::insert_sample(&mut tx, &ctx, changed).await.expect("it is kept");
    tx.commit().await.expect("it commits");
    visitor.get(&page).await.assert_contains("Maak een PDF");
    visitor.post(&file, &[]).await.assert_status(303);
    app.run_jobs().await;
    let second = visitor.get(&file).await;
    assert_pdf(&second);
    assert!(second.body.contains("Samen oogsten op dinsdag"));
}

#[db_test]
async fn there_is_no_poster_of_what_is_not_public(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = fixtures::in_state(&app, town.organisation, State::Draft).await;
    let file = format!("/vacatures/{id}/poster.pdf");
    app.visitor().get(&file).await.assert_status(404);
    app.visitor().post(&file, &[]).await.assert_status(404);
    let live = fixtures::in_state(&app, town.organisation, State::Live).await;
    app.visitor_elsewhere().post(&format!("/vacatures/{live}/poster.pdf"), &[]).await.assert_status(404);
}

#[db_test]
async fn a_card_can_be_opened_for_an_hour_by_the_desk_alone(app: TestApp) {
    let mediator = app.person("Mia Balie", Some("mia@punt.example"), &[PersonRole::Mediator]).await;
    let bep = app.person("Bep Bedacht", Some("bep@thuis.example"), &[]).await;
    app.browser_of(bep).await.post("/mijn/toestemming", &[("purposes", "profile")]).await.assert_status(303);
    let mut desk = app.browser_of(mediator).await;
    let (page, file) = (format!("/balie/personen/{bep}/kaart"), format!("/balie/personen/{bep}/kaart.pdf"));
    let card = desk.post(&page, &[("who", "Mia belt jou"), ("when", "woensdag")]).await;
    card.assert_status(200).assert_contains("Maak een PDF");
    let hidden = |name: &str| card.attribute(&format!("input[name='{name}']"), "value").expect("it is on the card");
    let (who, code, until) = (hidden("who"), hidden("code"), hidden("until"));
    let fields = [("who", &*who), ("code", &*code), ("until", &*until)];

    desk.post(&file, &[("code", "ABCD-EFGH-JKLM")]).await.assert_status(409);
    let waiting = desk.submit(&file, &fields).await;
    waiting.assert_status(200).assert_contains("Dat duurt een paar seconden");
    app.run_jobs().await;
    let opened = desk.get(&file).await;
    assert_pdf(&opened);
    assert!(opened.body.contains("Bep Bedacht"), "whose it is stands in its title");
    app.browser_of(bep).await.get(&file).await.assert_status(403);
    app.visitor().get(&file).await.assert_status(303);
    app.pass(time::HOUR).await;
    desk.get(&file).await.assert_status(200).assert_contains("Maak een nieuwe kaart");
    assert_eq!(app.app.files.get(app.town, &format!("cards/{bep}")).await.expect("it reads"), None);
}
