//! Trust ends: whoever is no longer confirmed, or left their organisation, sees nothing and is not chosen any more.

use facets::model::HelpRequestId;
use help_requests::model::State;
use kernel::{PersonId, PersonRole};
use platform::audit::{self, Subject};
use testkit::{Client, TestApp, db_test};

use crate::{
    help_requests_fixtures::{choose, helper, id_in, live, mediator, mediator_named, offer, resident, stored, write},
    organisations_contacts::{invite, scene},
    vacancies_fixtures::organisation,
};

/// From today contacts of confirmed organisations may help without being confirmed themselves.
async fn let_contacts_help(app: &TestApp) -> Client {
    let manager = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    let mut browser = app.browser_of(manager).await;
    let decision = [("value", "true"), ("source", "college, 3 maart")];
    browser.post("/beheer/instellingen/help_request.contacts_may_help", &decision).await.assert_status(303);
    browser
}

async fn subjects(app: &TestApp, address: &str, words: &str) -> usize {
    app.mails_to(address).await.iter().filter(|letter| letter.subject.contains(words)).count()
}

async fn try_to_choose(browser: &mut Client, id: HelpRequestId, helper: PersonId) -> u16 {
    let fields = [("helper", helper.to_string()), ("agreed", "ja".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(&format!("/mijn/hulpvragen/{id}/kiezen"), &fields).await.status.as_u16()
}

#[db_test]
async fn a_confirmation_that_the_desk_ends_closes_the_exact_data(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let (matched, waiting) = (live(&mut greet, &mut desk).await, live(&mut greet, &mut desk).await);
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, matched).await;
    offer(&mut hans_browser, waiting).await;
    choose(&mut greet, matched, hans).await;
    hans_browser.get(&format!("/hulpvragen/{matched}/gegevens")).await.assert_status(200);

    desk.post(&format!("/balie/helpers/{hans}/intrekken"), &[]).await.assert_status(303);
    hans_browser.get(&format!("/hulpvragen/{matched}/gegevens")).await.assert_status(404);
    let request = stored(&app, matched).await;
    assert_eq!((request.state, request.helper), (State::Live, None), "somebody else may help");
    assert_eq!(try_to_choose(&mut greet, waiting, hans).await, 409);
    assert_eq!(stored(&app, waiting).await.state, State::Live);
    greet.get(&format!("/mijn/hulpvragen/{waiting}")).await.assert_lacks("Hans Helper");
    assert_eq!(subjects(&app, "greet@thuis.example", "kan toch niet").await, 2);
    assert_eq!(subjects(&app, "hans@thuis.example", "Je helpt hier niet meer").await, 2);
}

#[db_test]
async fn a_confirmation_whose_day_passed_closes_the_exact_data(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (ida, mut ida_browser) = resident(&app, "Ida Helper", "ida@thuis.example").await;
    let until = [("checked", "vog"), ("valid_until", "10-3-2026")];
    desk.post(&format!("/balie/helpers/{ida}/bevestigen"), &until).await.assert_status(303);
    offer(&mut ida_browser, id).await;
    choose(&mut greet, id, ida).await;
    app.pass_days(9).await;
    ida_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(404);
    assert_eq!(stored(&app, id).await.state, State::Live);
    assert_eq!(subjects(&app, "greet@thuis.example", "kan toch niet").await, 1);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("person", ida), 50).await.expect("audit rows");
    let ended = rows.iter().find(|row| row.action == "helper.end").expect("the clock's step is in the audit table");
    assert_eq!((ended.actor_kind.as_str(), ended.details.as_str()), ("system", r#"{"let_go":1,"why":"term"}"#));
}

#[db_test]
async fn a_contact_needs_a_confirmation_too(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let cora = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    organisation(&app, "Buurttuin De Proef", true, cora).await;
    let mut browser = app.browser_of(cora).await;
    browser.get(&format!("/hulpvragen/{id}/reageer")).await.assert_status(403);
    browser.get(&format!("/hulpvragen/{id}")).await.assert_contains("Word bevestigde helper");
    browser
        .get("/hulpvragen/helper-worden")
        .await
        .assert_contains("Ook dan moet het informatiepunt je eerst zelf kennen");
    let confirmation = [("checked", "met"), ("valid_until", "1-1-2027")];
    desk.post(&format!("/balie/helpers/{cora}/bevestigen"), &confirmation).await.assert_status(303);
    offer(&mut browser, id).await;
    greet.get(&format!("/mijn/hulpvragen/{id}")).await.assert_contains("Namens Buurttuin De Proef");
    app.run_jobs().await;
}

#[db_test]
async fn a_contact_who_left_no_longer_helps(app: TestApp) {
    let mut manager = let_contacts_help(&app).await;
    let scene = scene(&app).await;
    manager.post(&format!("/beheer/organisaties/{}/bevestigen", scene.organisation), &[]).await.assert_status(303);
    let path = invite(&app, &scene, "noor@buurttuin.voorbeeld.example", "coordinator").await;
    let mut noor = app.browser_of(scene.noor).await;
    noor.post(&path, &[("answer", "yes")]).await.assert_status(303);

    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let (matched, waiting) = (live(&mut greet, &mut desk).await, live(&mut greet, &mut desk).await);
    offer(&mut noor, matched).await;
    offer(&mut noor, waiting).await;
    choose(&mut greet, matched, scene.noor).await;
    noor.get(&format!("/hulpvragen/{matched}/gegevens")).await.assert_status(200);

    let contacts = format!("/organisatie/{}/contacten", scene.organisation);
    let mut tess = app.browser_of(scene.tess).await;
    tess.post(&format!("{contacts}/{}/weg", scene.noor), &[]).await.assert_status(303);
    // At once, before any job has run.
    noor.get(&format!("/hulpvragen/{matched}/gegevens")).await.assert_status(404);
    assert_eq!(try_to_choose(&mut greet, waiting, scene.noor).await, 409);
    greet.get(&format!("/mijn/hulpvragen/{waiting}")).await.assert_contains("Deze helper is niet meer bevestigd");
    app.run_jobs().await;
    assert_eq!(stored(&app, matched).await.state, State::Live, "somebody else may help");
    assert_eq!(subjects(&app, "greet@thuis.example", "kan toch niet").await, 2);
}

#[db_test]
async fn changed_words_of_an_expired_request_are_looked_at(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    let (_, mut desk) = mediator_named(&app).await;
    let (greet_id, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    app.pass_days(62).await;
    assert_eq!(stored(&app, id).await.state, State::Expired);
    let mut greet = app.browser_of(greet_id).await;
    let other = [("title", "Wie fietst er mee?"), ("description", "Langs het water, op een rustig tempo.")];
    let sent_on = greet.post(&format!("/mijn/hulpvragen/{id}/stap/wat"), &other).await;
    assert_eq!(sent_on.location().as_deref(), Some(format!("/mijn/hulpvragen/{id}/controle").as_str()));
    assert_eq!(stored(&app, id).await.state, State::Draft);
    greet.post(&format!("/mijn/hulpvragen/{id}/verlengen"), &[]).await.assert_status(409);
    greet.post(&format!("/mijn/hulpvragen/{id}/controle"), &[("agreed", "ja")]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Waiting, "the point reads it first");
    app.visitor().get(&format!("/hulpvragen/{id}")).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn an_expired_request_without_exact_data_is_filled_in_again(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    let mut desk = mediator(&app).await;
    let (greet_id, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let (soon, late) = (live(&mut greet, &mut desk).await, live(&mut greet, &mut desk).await);
    app.pass_days(62).await;
    let mut greet = app.browser_of(greet_id).await;
    greet.post(&format!("/mijn/hulpvragen/{soon}/verlengen"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, soon).await.state, State::Live, "one tap, while the data are there");
    app.pass_days(32).await;
    let mut greet = app.browser_of(greet_id).await;
    let answer = greet.post(&format!("/mijn/hulpvragen/{late}/verlengen"), &[]).await;
    assert_eq!(answer.location().as_deref(), Some(format!("/mijn/hulpvragen/{late}/controle").as_str()));
    assert_eq!(stored(&app, late).await.state, State::Draft);
    app.visitor().get(&format!("/hulpvragen/{late}")).await.assert_status(404);
    write(&mut greet, late).await;
    assert_eq!(stored(&app, late).await.state, State::Waiting);
    app.run_jobs().await;
}

#[db_test]
async fn a_request_that_was_never_looked_at_does_not_go_live_by_being_kept(app: TestApp) {
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = id_in(&greet.post("/hulpvragen/nieuw", &[("written_by", "own")]).await);
    write(&mut greet, id).await;
    greet.post(&format!("/mijn/hulpvragen/{id}/verlengen"), &[]).await.assert_status(409);
    assert_eq!(stored(&app, id).await.state, State::Waiting);
}

#[db_test]
async fn ones_own_look_at_exact_data_is_recorded(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let base = format!("/mijn/hulpvragen/{id}");
    greet.get(&format!("{base}/controle")).await.assert_contains("Denkbeeldigestraat 1");
    greet.get(&format!("{base}/stap/gegevens")).await.assert_contains("Denkbeeldigestraat 1");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("help_request_private", id), 50).await.expect("audit rows");
    assert_eq!(rows.iter().filter(|row| row.action == "help_request.look").count(), 2);
    drop(conn);
    greet.get(&base).await.assert_contains("Niemand.");
    app.run_jobs().await;
}
