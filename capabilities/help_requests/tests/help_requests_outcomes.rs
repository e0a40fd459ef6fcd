//! What came of a match: both sides are asked, by mail or by telephone, and unknown is a figure.

use followups::questions::Known;
use help_requests::outcomes;
use testkit::{TestApp, db_test};

use crate::help_requests_fixtures::{choose, helper, id_in, live, mediator_named, offer, resident, write};

async fn known(app: &TestApp) -> Known {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    outcomes::known_since(&mut conn, &ctx, kernel::Instant::from_millis(0)).await.expect("the database answers")
}

fn link_in(body: &str, answer: &str) -> String {
    let links = body.split_whitespace().filter_map(|word| word.split_once("/hulpvragen/uitkomst/"));
    let mut tails = links.map(|(_, tail)| format!("/hulpvragen/uitkomst/{tail}"));
    tails.find(|link| link.ends_with(&format!("antwoord={answer}"))).expect("a link")
}

#[db_test]
async fn both_sides_are_asked_after_a_week_and_after_a_month(app: TestApp) {
    let (_, mut desk) = mediator_named(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    app.pass_days(6).await;
    assert_eq!(known(&app).await, Known::default(), "not asked yet");
    app.pass_days(2).await;
    assert_eq!(known(&app).await, Known { asked: 2, known: 0, unknown: 2 });
    let letters = app.mails_to("greet@thuis.example").await;
    let letter = letters.iter().find(|letter| letter.subject.contains("Word je geholpen")).expect("Greet is asked");
    assert!(letter.text_body.contains("Hans Helper zou je helpen"), "{}", letter.text_body);
    let link = link_in(&letter.text_body, "started");
    app.visitor().get(&link).await.assert_status(200).assert_contains("Je antwoord: Ja, het is begonnen");
    assert_eq!(known(&app).await.known, 0, "looking changes nothing");
    let path = link.split('?').next().expect("a path").to_owned();
    app.visitor().post(&path, &[("antwoord", "still")]).await.assert_status(422);
    let told = app.visitor().submit(&path, &[("antwoord", "started")]).await;
    told.assert_status(200).assert_contains("Bedankt voor je antwoord");
    assert_eq!(known(&app).await, Known { asked: 2, known: 1, unknown: 1 });

    let letters = app.mails_to("hans@thuis.example").await;
    let letter = letters.iter().find(|letter| letter.subject.contains("Hoe gaat het helpen")).expect("Hans is asked");
    let path = link_in(&letter.text_body, "not_yet").split('?').next().expect("a path").to_owned();
    app.visitor().post(&path, &[("antwoord", "not_yet")]).await.assert_status(303);
    assert_eq!(known(&app).await.unknown, 1, "not yet is not known");
    app.visitor().get("/hulpvragen/uitkomst/niet-van-iemand").await.assert_status(410);
    app.pass_days(23).await;
    assert_eq!(known(&app).await, Known { asked: 4, known: 1, unknown: 3 });
    let letters = app.mails_to("hans@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.text_body.contains("Help je nog?")), "{letters:?}");
}

#[db_test]
async fn nobody_is_asked_about_what_has_ended(app: TestApp) {
    let (_, mut desk) = mediator_named(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    greet.post(&format!("/mijn/hulpvragen/{id}/sluiten"), &[("closing", "helped")]).await.assert_status(303);
    app.pass_days(31).await;
    assert_eq!(known(&app).await, Known::default());
}

#[db_test]
async fn whoever_has_no_e_mail_is_called(app: TestApp) {
    let (mia, mut desk) = mediator_named(&app).await;
    let fields = [
        ("name", "Toos Bedacht"),
        ("phone", "099 123 45 67"),
        ("purposes", "help_request"),
        ("way", "spoken"),
        ("until", "1-4-2026"),
        ("agreed", "ja"),
    ];
    let page = desk.post("/balie/personen/nieuw", &fields).await.location().expect("her page");
    let toos = page.rsplit('/').next().expect("her id").to_owned();
    let id = id_in(&desk.post("/balie/hulpvragen/nieuw", &[("persoon", &toos)]).await);
    write(&mut desk, id).await;
    desk.post(&format!("/balie/hulpvragen/{id}/plaatsen"), &[]).await.assert_status(303);
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut desk, id, hans).await;
    desk.post(&format!("/balie/hulpvragen/{id}/verteld"), &[]).await.assert_status(303);
    app.pass_days(8).await;
    let mut desk = app.browser_of(mia).await;
    let queue = desk.get("/balie/hulpvragen?lijst=vragen").await;
    queue.assert_contains("099 123 45 67").assert_contains("Is de hulp begonnen?").assert_lacks("Hans Helper");
    let path = format!("/balie/hulpvragen/{id}/uitkomst");
    let hans = hans.to_string();
    let told = [("helper", hans.as_str()), ("moment", "first"), ("side", "asker"), ("antwoord", "started")];
    hans_browser.post(&path, &told).await.assert_status(403);
    desk.post(&path, &told).await.assert_status(303);
    desk.get("/balie/hulpvragen").await.assert_lacks("Is de hulp begonnen?").assert_contains("We weten het 1 keer.");
    app.run_jobs().await;
}
