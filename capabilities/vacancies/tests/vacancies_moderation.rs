//! The municipality looks at first vacancies and answers reports.

use facets::model::VacancyId;
use testkit::{TestApp, db_test};
use vacancies::{
    model::{State, Vacancy},
    moderation::{self, model::ReportState},
};

use crate::vacancies_fixtures::{Town, in_state, organisation, stored, town, vacancy};

fn manage(id: VacancyId) -> String {
    format!("/beheer/vacatures/{id}")
}

async fn reports(app: &TestApp, id: VacancyId) -> Vec<moderation::model::Report> {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    moderation::of_vacancy(&mut conn, &ctx, id).await.expect("it reads")
}

/// Text of the newest letter to the organisation's contact.
async fn letter(app: &TestApp, address: &str) -> (String, String) {
    let letters = app.mails_to(address).await;
    let newest = letters.first().expect("a letter");
    (newest.subject.clone(), newest.text_body.clone())
}

#[db_test]
async fn a_manager_lets_a_vacancy_in_and_its_organisation_hears(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Waiting).await;
    let mut manager = app.browser_of(town.manager).await;
    manager.get("/beheer/vacatures").await.assert_contains("Samen tuinieren").assert_contains("Buurttuin De Proef");
    manager.get(&manage(id)).await.assert_status(200).assert_contains("Zet online").assert_contains("Vacaturecheck");
    manager.submit(&format!("{}/publiceren", manage(id)), &[]).await.assert_contains("De vacature staat online");
    let live = stored(&app, id).await;
    assert!(live.state == State::Live && live.published_at.is_some() && live.closes_on.is_some());
    let (subject, text) = letter(&app, "cora@proef.example").await;
    assert_eq!(subject, "Je vacature staat online: Samen tuinieren op dinsdag");
    assert!(text.contains(&format!("http://localhost/vacatures/{id}")), "{text}");
    manager.post(&format!("{}/publiceren", manage(id)), &[]).await.assert_status(409);
}

#[db_test]
async fn sent_back_with_a_note_it_waits_again_when_it_comes_back(app: TestApp) {
    let town = town(&app).await;
    // Known and confirmed: without the note it would go live at once.
    in_state(&app, town.organisation, State::Closed).await;
    let id = in_state(&app, town.organisation, State::Waiting).await;
    let mut manager = app.browser_of(town.manager).await;
    let path = format!("{}/terugsturen", manage(id));
    manager.post(&path, &[("note", " ")]).await.assert_status(422).assert_contains("Vul dit in.");
    manager.post(&path, &[("note", "Zeg wie er antwoordt.")]).await.assert_status(303);
    let back = stored(&app, id).await;
    assert_eq!((back.state, back.moderation_note.as_deref()), (State::Draft, Some("Zeg wie er antwoordt.")));
    let (_, text) = letter(&app, "cora@proef.example").await;
    assert!(text.contains("Zeg wie er antwoordt."), "{text}");
    let mut contact = app.browser_of(town.contact).await;
    let own = format!("/organisatie/{}/vacatures/{id}", town.organisation);
    contact.get(&own).await.assert_contains("Zeg wie er antwoordt.");
    contact.get(&format!("/organisatie/{}", town.organisation)).await.assert_contains("1 vacature vraagt om aandacht");
    send_in(&app, &town, id).await;
    assert_eq!(stored(&app, id).await.state, State::Waiting);
    manager.post(&format!("{}/publiceren", manage(id)), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.moderation_note, None);
    app.run_jobs().await;
}

async fn send_in(app: &TestApp, town: &Town, id: VacancyId) {
    let description = "Je zaait en oogst met vijf buren. ".repeat(8);
    let form = [
        ("title", "Samen tuinieren op dinsdag"),
        ("description", description.as_str()),
        ("themes", "nature"),
        ("when", "flexible"),
        ("hours", "2"),
        ("offered", "insurance"),
        ("contact_label", "Annet"),
    ];
    let path = format!("/organisatie/{}/vacatures/{id}/bewerken", town.organisation);
    app.browser_of(town.contact).await.post(&path, &form).await.assert_status(303);
}

#[db_test]
async fn anybody_reports_and_hears_that_it_stays(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let path = format!("/vacatures/{id}/melden");
    let mut visitor = app.visitor();
    visitor.get(&path).await.assert_status(200).assert_contains("Samen tuinieren");
    visitor.post(&path, &[]).await.assert_status(422);
    visitor.post(&path, &[("reason", "other")]).await.assert_status(422).assert_contains("Vul dit in.");
    let sent = [("reason", "paid_work"), ("note", "Ik kreeg loon."), ("email", "Mel.Der@thuis.example")];
    visitor.submit(&path, &sent).await.assert_contains("Dank je. De gemeente kijkt ernaar.");
    let (subject, text) = letter(&app, "mies@stad.example").await;
    assert_eq!(subject, "Melding over “Samen tuinieren op dinsdag”");
    assert!(text.contains("Ik kreeg loon.") && !text.contains("mel.der@thuis.example"), "{text}");
    let mut resident = app.browser_of(town.resident).await;
    let form = resident.get(&path).await;
    assert_eq!(form.attribute("#f-email", "value").as_deref(), Some("rik@thuis.example"), "so that an answer comes");
    let report = reports(&app, id).await.remove(0);
    let mut manager = app.browser_of(town.manager).await;
    manager.get("/beheer/meldingen").await.assert_contains("Ik kreeg loon.").assert_lacks("mel.der@thuis.example");
    let path = format!("/beheer/meldingen/{}", report.id);
    manager.get(&path).await.assert_status(200);
    manager.post(&path, &[]).await.assert_status(422);
    manager.post(&path, &[("answer", "Het bleek een onkostenvergoeding.")]).await.assert_status(303);
    manager.post(&path, &[("answer", "Nog eens.")]).await.assert_status(409);
    let (subject, text) = letter(&app, "mel.der@thuis.example").await;
    assert_eq!(subject, "Antwoord op je melding over “Samen tuinieren op dinsdag”");
    assert!(text.contains("Het bleek een onkostenvergoeding.") && text.contains("blijft staan"), "{text}");
    assert_eq!(reports(&app, id).await[0].state, ReportState::Kept);
    assert_eq!(stored(&app, id).await.state, State::Live);
}

#[db_test]
async fn taken_down_everybody_concerned_hears_why_and_it_can_come_back(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let report = [("reason", "hurtful"), ("email", "melder@thuis.example")];
    app.visitor().in_english().post(&format!("/vacatures/{id}/melden"), &report).await.assert_status(303);
    let mut manager = app.browser_of(town.manager).await;
    let path = format!("{}/weghalen", manage(id));
    manager.post(&path, &[]).await.assert_status(422);
    let reason = [("reason", "De tekst sluit mensen uit."), ("answer", "You were right.")];
    manager.post(&path, &reason).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::TakenDown);
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_status(410).assert_contains("weggehaald");
    let (subject, text) = letter(&app, "melder@thuis.example").await;
    assert!(subject.starts_with("Answer to your report") && text.contains("You were right."), "{subject}: {text}");
    let (_, text) = letter(&app, "cora@proef.example").await;
    assert!(text.contains("De tekst sluit mensen uit.") && !text.contains("You were right."), "{text}");
    assert_eq!(reports(&app, id).await[0].state, ReportState::TakenDown);
    send_in(&app, &town, id).await;
    assert_eq!(stored(&app, id).await.state, State::Waiting, "an appeal is looked at");
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_status(410);
    app.run_jobs().await;
}

#[db_test]
async fn only_managers_of_the_town_moderate(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Waiting).await;
    for person in [town.contact, town.resident] {
        let mut browser = app.browser_of(person).await;
        browser.get("/beheer/vacatures").await.assert_status(403);
        browser.get(&manage(id)).await.assert_status(403);
        browser.get("/beheer/meldingen").await.assert_status(403);
        for verb in ["publiceren", "terugsturen", "weghalen"] {
            let sent = [("note", "x"), ("reason", "x")];
            browser.post(&format!("{}/{verb}", manage(id)), &sent).await.assert_status(403);
        }
    }
    let role = [kernel::PersonRole::Manager];
    let elsewhere = app.person_in(app.elsewhere, "Bas Elders", Some("bas@elders.example"), &role).await;
    app.browser_elsewhere_of(elsewhere).await.get(&manage(id)).await.assert_status(404);
    assert_eq!(stored(&app, id).await.state, State::Waiting);
}

#[db_test]
async fn reporting_again_and_again_is_slowed_down(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let path = format!("/vacatures/{id}/melden");
    let mut taken = 0;
    // Sent twice as it is, it would be one report.
    let note = |number: usize| format!("Melding {number}");
    while app.visitor().post(&path, &[("reason", "unsafe"), ("note", &note(taken))]).await.status.as_u16() != 429 {
        taken += 1;
        assert!(taken < 200, "nothing slows it down");
    }
    assert!(taken >= 60, "a whole library may report from one address");
    assert_eq!(reports(&app, id).await.len(), taken);
    app.run_jobs().await;
}

#[db_test]
async fn a_confirmed_organisation_need_not_wait_any_longer(app: TestApp) {
    let town = town(&app).await;
    let contact = app.person("Nora Nieuw", Some("nora@nieuw.example"), &[]).await;
    let new = organisation(&app, "Club Nog Onbekend", false, contact).await;
    in_state(&app, new, State::Closed).await;
    let id = in_state(&app, new, State::Waiting).await;
    let noted =
        Vacancy { state: State::Waiting, moderation_note: Some("Eerst aanpassen.".into()), ..vacancy(&app, new) };
    let noted = crate::vacancies_fixtures::keep(&app, noted).await;
    let mut manager = app.browser_of(town.manager).await;
    manager.post(&format!("/beheer/organisaties/{new}/bevestigen"), &[]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, id).await.state, State::Live);
    assert_eq!(stored(&app, noted).await.state, State::Waiting, "what must change is looked at again");
}
