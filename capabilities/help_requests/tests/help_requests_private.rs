//! Exact data: who sees them, that every look is recorded, and helping somebody without e-mail.

use facets::model::HelpRequestId;
use help_requests::model::{State, WrittenBy};
use kernel::{PersonId, PersonRole};
use platform::audit::{self, Subject};
use testkit::{Client, TestApp, db_test};

use crate::{
    help_requests_fixtures::{choose, helper, id_in, live, mediator, mediator_named, offer, resident, stored, write},
    vacancies_fixtures::organisation,
};

async fn looks(app: &TestApp, id: HelpRequestId) -> usize {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    audit::about(&mut conn, &ctx, Subject::of("help_request_private", id), 50).await.expect("audit rows").len()
}

/// What each gets at the page of exact data.
async fn statuses(browsers: &mut [Client], id: HelpRequestId) -> Vec<u16> {
    let mut found = Vec::new();
    for browser in browsers {
        let answer = browser.get(&format!("/hulpvragen/{id}/gegevens")).await;
        let status = answer.status.as_u16();
        assert_eq!(status == 200, answer.body.contains("Denkbeeldigestraat 1"), "{}", answer.text());
        found.push(status);
    }
    found
}

#[db_test]
async fn nobody_but_the_chosen_helper_sees_where_somebody_lives(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    let (_, mut ida) = helper(&app, &mut desk, "Ida Helper", "ida@thuis.example").await;
    offer(&mut hans_browser, id).await;
    offer(&mut ida, id).await;
    let contact = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    organisation(&app, "Buurttuin De Proef", true, contact).await;
    let manager = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    let elders = app.person_in(app.elsewhere, "Bas Elders", Some("bas@elders.example"), &[PersonRole::Manager]).await;
    let (_, rik) = resident(&app, "Rik Bewoner", "rik@thuis.example").await;
    // visitor, resident, other helper, contact, mediator, manager, somebody elsewhere, chosen helper
    let mut everybody = vec![
        app.visitor(),
        rik,
        ida,
        app.browser_of(contact).await,
        desk.clone(),
        app.browser_of(manager).await,
        app.browser_elsewhere_of(elders).await,
        hans_browser.clone(),
    ];
    assert_eq!(statuses(&mut everybody, id).await, [303, 404, 404, 404, 404, 404, 404, 404]);
    assert_eq!(looks(&app, id).await, 0, "nothing was seen, so nothing is recorded");
    choose(&mut greet, id, hans).await;
    assert_eq!(statuses(&mut everybody, id).await, [303, 404, 404, 404, 404, 404, 404, 200]);
    assert_eq!(looks(&app, id).await, 1);
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_contains("079 900 00 00");
    greet.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(200);
    assert_eq!(looks(&app, id).await, 3, "each look is a row");
    let mine = greet.get(&format!("/mijn/hulpvragen/{id}")).await;
    assert_eq!(mine.text().matches("Hans Helper, helper").count(), 2, "{}", mine.text());

    greet.post(&format!("/mijn/hulpvragen/{id}/sluiten"), &[("closing", "helped")]).await.assert_status(303);
    app.pass_days(13).await;
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(200);
    app.pass_days(2).await;
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn the_desk_gives_a_reason_and_the_asker_sees_it(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let path = format!("/balie/hulpvragen/{id}/gegevens");
    greet.get(&path).await.assert_status(403);
    desk.get(&path).await.assert_status(200).assert_lacks("Denkbeeldigestraat");
    desk.get(&format!("/balie/hulpvragen/{id}")).await.assert_status(200).assert_lacks("Denkbeeldigestraat");
    desk.post(&path, &[]).await.assert_status(422).assert_lacks("Denkbeeldigestraat");
    assert_eq!(looks(&app, id).await, 0);
    desk.post(&path, &[("reason", "to_call")]).await.assert_status(200).assert_contains("Denkbeeldigestraat 1");
    assert_eq!(looks(&app, id).await, 1);
    let mine = greet.get(&format!("/mijn/hulpvragen/{id}")).await;
    mine.assert_contains("Mia Balie, informatiepunt").assert_contains("om de vrager te bellen");
    app.run_jobs().await;
}

/// Registers Toos, who has no e-mail and agrees that the desk asks for help for her until 1 April 2026.
async fn toos(desk: &mut Client) -> PersonId {
    let fields = [
        ("name", "Toos Bedacht"),
        ("phone", "099 123 45 67"),
        ("purposes", "help_request"),
        ("way", "spoken"),
        ("until", "1-4-2026"),
        ("agreed", "ja"),
    ];
    let answer = desk.post("/balie/personen/nieuw", &fields).await;
    answer.assert_status(303);
    let path = answer.location().expect("on to her page");
    path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("her id")
}

#[db_test]
async fn somebody_without_e_mail_is_helped_through_the_desk(app: TestApp) {
    let mut desk = mediator(&app).await;
    let toos = toos(&mut desk).await;
    let (noor, _) = resident(&app, "Noor Voorbeeld", "noor@thuis.example").await;
    desk.get(&format!("/balie/hulpvragen/nieuw?persoon={noor}")).await.assert_status(403);
    desk.post("/balie/hulpvragen/nieuw", &[("persoon", &noor.to_string())]).await.assert_status(403);
    desk.get(&format!("/balie/hulpvragen/nieuw?persoon={toos}")).await.assert_contains("Toos Bedacht");
    let begun = desk.post("/balie/hulpvragen/nieuw", &[("persoon", &toos.to_string())]).await;
    let id = id_in(&begun);
    write(&mut desk, id).await;
    let request = stored(&app, id).await;
    assert_eq!((request.steward, request.written_by), (toos, WrittenBy::Desk));
    desk.post(&format!("/balie/hulpvragen/{id}/plaatsen"), &[]).await.assert_status(303);
    desk.get("/balie/hulpvragen").await.assert_contains("099 123 45 67");
    desk.post(&format!("/balie/hulpvragen/{id}/verteld"), &[]).await.assert_status(303);
    desk.get("/balie/hulpvragen").await.assert_lacks("099 123 45 67");

    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    desk.get("/balie/hulpvragen").await.assert_contains("099 123 45 67");
    let base = format!("/mijn/hulpvragen/{id}");
    desk.get(&format!("{base}/brief")).await.assert_status(200).assert_contains("Dag Toos Bedacht");
    desk.get(&base).await.assert_contains("Je handelt namens Toos Bedacht");
    choose(&mut desk, id, hans).await;
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(200);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("help_request", id), 50).await.expect("audit rows");
    let chose = rows.iter().find(|row| row.action == "help_request.choose_helper").expect("an audit row");
    assert_eq!(chose.on_behalf_of, Some(toos.0), "it says for whom the mediator chose");
    drop(conn);
    app.run_jobs().await;
}

#[db_test]
async fn nobody_acts_on_a_consent_that_has_ended(app: TestApp) {
    let (mia, mut desk) = mediator_named(&app).await;
    let toos = toos(&mut desk).await;
    let begun = desk.post("/balie/hulpvragen/nieuw", &[("persoon", &toos.to_string())]).await;
    let id = id_in(&begun);
    write(&mut desk, id).await;
    desk.post(&format!("/balie/hulpvragen/{id}/plaatsen"), &[]).await.assert_status(303);
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    app.pass_days(31).await;
    // The sign-in ended with the month; the consent did too.
    let (mut desk, mut hans_browser) = (app.browser_of(mia).await, app.browser_of(hans).await);
    let refused = desk.get(&format!("/balie/hulpvragen/nieuw?persoon={toos}")).await;
    refused
        .assert_status(403)
        .assert_contains("heeft hier geen toestemming voor gegeven, of de toestemming is voorbij");
    let begun = desk.post("/balie/hulpvragen/nieuw", &[("persoon", &toos.to_string())]).await;
    begun.assert_status(403).assert_contains("heeft hier geen toestemming voor gegeven, of de toestemming is voorbij");
    desk.get(&format!("/mijn/hulpvragen/{id}")).await.assert_status(403);
    let fields = [("helper", hans.to_string()), ("agreed", "ja".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    desk.post(&format!("/mijn/hulpvragen/{id}/kiezen"), &fields).await.assert_status(403);
    assert_eq!(stored(&app, id).await.state, State::Live);
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn the_desk_confirms_helpers_for_a_time(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (ida, mut ida_browser) = resident(&app, "Ida Helper", "ida@thuis.example").await;
    ida_browser.post("/hulpvragen/helper-worden", &[]).await.assert_status(422);
    ida_browser.post("/hulpvragen/helper-worden", &[("motivation", "Ik heb tijd.")]).await.assert_status(303);
    desk.get("/balie/helpers").await.assert_contains("Ik heb tijd.");
    ida_browser.get("/balie/helpers").await.assert_status(403);
    let base = format!("/balie/helpers/{ida}");
    desk.post(&format!("{base}/afwijzen"), &[("note", "Kom eerst langs.")]).await.assert_status(303);
    let letters = app.mails_to("ida@thuis.example").await;
    assert!(letters[0].text_body.contains("Kom eerst langs."), "{}", letters[0].text_body);
    ida_browser.get(&format!("/hulpvragen/{id}/reageer")).await.assert_status(403);

    desk.post(&format!("{base}/bevestigen"), &[("checked", "vog")]).await.assert_status(422);
    let until = [("checked", "vog"), ("valid_until", "10-3-2026")];
    desk.post(&format!("{base}/bevestigen"), &until).await.assert_status(303);
    ida_browser.get(&format!("/hulpvragen/{id}/reageer")).await.assert_status(200);
    app.pass_days(8).await;
    ida_browser.get(&format!("/hulpvragen/{id}/reageer")).await.assert_status(403);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let account = people::account(&mut conn, app.town, ida).await.expect("it reads").expect("she is there");
    assert!(!account.roles.contains(&PersonRole::ConfirmedHelper), "the role ended with its day");
    drop(conn);
    let again = [("checked", "met"), ("valid_until", "10-3-2027")];
    desk.post(&format!("{base}/bevestigen"), &again).await.assert_status(303);
    desk.post(&format!("{base}/intrekken"), &[]).await.assert_status(303);
    ida_browser.get(&format!("/hulpvragen/{id}/reageer")).await.assert_status(403);
    app.run_jobs().await;
}

#[db_test]
async fn erasing_somebody_takes_their_requests_and_frees_what_they_helped_with(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (greet_id, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    let ctx = app.ctx();
    let erase = async |person: PersonId| {
        let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
        for data in server::plans().iter().flat_map(|plan| plan.person_data.iter()) {
            if data.label == "help-request-data" {
                (data.erase)(&mut tx, &ctx, person).await.expect("it is erased");
            }
        }
        tx.commit().await.expect("it commits");
    };
    erase(hans).await;
    let request = stored(&app, id).await;
    assert_eq!((request.state, request.helper), (State::Live, None));
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(404);
    erase(greet_id).await;
    greet.get(&format!("/mijn/hulpvragen/{id}")).await.assert_status(404);
    app.run_jobs().await;
}
