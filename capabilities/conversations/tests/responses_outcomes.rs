//! It is known what became of it; and what is personal is forgotten in time.

use conversations::model::{ResponseId, State};
use kernel::PersonId;
use testkit::{TestApp, db_test};
use vacancies::model::State as VacancyState;

use crate::{
    responses_fixtures::{CORA, NOOR, Scene, assert_told, link_in, open, private_link, scene, stored, subjects},
    vacancies_fixtures,
};

/// A response with an introduction on 10 March, chosen by the person.
async fn planned(app: &TestApp) -> (Scene, ResponseId) {
    let scene = scene(app).await;
    let id = open(app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let times = [("date1", "10-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin"), ("agreed", "ja")];
    let path = format!("/organisatie/{}/reacties/{id}/uitnodigen", scene.town.organisation);
    contact.post(&path, &times).await.assert_status(303);
    app.run_jobs().await;
    (scene, id)
}

#[db_test]
async fn both_sides_are_asked_and_a_tap_must_be_confirmed(app: TestApp) {
    let (scene, id) = planned(&app).await;
    app.pass_days(8).await;
    let letter = app.mails_to(NOOR).await.remove(0);
    assert_eq!(letter.subject, "Ben je begonnen bij Buurttuin De Proef?");
    assert_eq!(app.mails_to(CORA).await[0].subject, "Is Noor begonnen?");
    let tap = link_in(&letter.text_body, "/uitkomst/");
    assert!(tap.ends_with("?antwoord=started"), "{tap}");
    app.visitor().get(&tap).await.assert_status(200).assert_contains("Je antwoord: Ja, het is begonnen.");
    assert_eq!(stored(&app, id).await.state, State::Invited, "a program that follows links answers nothing");
    let path = tap.split('?').next().expect("a path");
    app.visitor().post(path, &[]).await.assert_status(422);
    app.visitor().post(path, &[("antwoord", "still_there")]).await.assert_status(422);
    let done = app.visitor().submit(path, &[("antwoord", "started")]).await;
    done.assert_status(200).assert_contains("Bedankt voor je antwoord");
    app.visitor().submit(path, &[("antwoord", "started")]).await.assert_status(200);
    app.run_jobs().await;
    assert_eq!(stored(&app, id).await.state, State::Started);
    assert_eq!(vacancies_fixtures::stored(&app, scene.vacancy).await.people_found, 1, "counted once");
    app.visitor().get("/uitkomst/verzonnen").await.assert_status(410);
    app.pass_days(31).await;
    let letter = app.mails_to(NOOR).await.remove(0);
    assert_eq!(letter.subject, "Ben je er nog bij Buurttuin De Proef?");
    let path = link_in(&letter.text_body, "/uitkomst/");
    let path = path.split('?').next().expect("a path");
    app.visitor().post(path, &[("antwoord", "stopped"), ("reason", "Te ver weg")]).await.assert_status(303);
    app.run_jobs().await;
    assert!(stored(&app, id).await.ended_at.is_some());
}

#[db_test]
async fn nothing_came_of_it_says_the_organisation_and_the_person_hears_of_other_doors(app: TestApp) {
    let (scene, id) = planned(&app).await;
    app.pass_days(8).await;
    let letter = app.mails_to(CORA).await.remove(0);
    let path = link_in(&letter.text_body, "/uitkomst/");
    let path = path.split('?').next().expect("a path");
    app.visitor().post(path, &[("antwoord", "not_started"), ("reason", "Geen tijd")]).await.assert_status(303);
    let response = stored(&app, id).await;
    assert_eq!((response.state, response.doors.len()), (State::Declined, 1));
    let letter = app.mails_to(NOOR).await.remove(0);
    assert_eq!(letter.subject, "Het gaat niet door bij Buurttuin De Proef");
    assert!(letter.text_body.contains(&format!("/vacatures/{}", scene.door)), "{}", letter.text_body);
    assert!(!letter.text_body.contains("gesloten"), "the vacancy stands: {}", letter.text_body);
    assert_eq!(vacancies_fixtures::stored(&app, scene.vacancy).await.state, VacancyState::Live);
}

#[db_test]
async fn the_question_stands_in_the_thread_and_so_do_the_answers(app: TestApp) {
    let (scene, id) = planned(&app).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    contact.get(&thread).await.assert_lacks("Is Noor begonnen?");
    app.pass_days(8).await;
    contact.get(&thread).await.assert_status(200).assert_contains("Is Noor begonnen?");
    contact.post(&format!("{thread}/uitkomst"), &[("moment", "introduction")]).await.assert_status(422);
    let answer = [("moment", "introduction"), ("antwoord", "started"), ("reason", "Zij is geweldig")];
    contact.post(&format!("{thread}/uitkomst"), &answer).await.assert_status(303);
    app.pass_days(31).await;
    assert_eq!(stored(&app, id).await.state, State::Started);
    let link = private_link_in(&app, NOOR).await;
    let person = app.visitor().get(&link).await;
    person.assert_contains("Doe je het nog?").assert_contains("Ja, het is begonnen").assert_lacks("Zij is geweldig");
    let stopped = [("moment", "month"), ("antwoord", "stopped"), ("reason", "Te ver weg")];
    app.visitor().post(&format!("{link}/uitkomst"), &stopped).await.assert_status(303);
    app.run_jobs().await;
    app.visitor().get(&link).await.assert_contains("Te ver weg");
    let mut later = app.browser_of(scene.town.contact).await;
    later.get(&thread).await.assert_contains("Nee, het is gestopt").assert_lacks("Te ver weg");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let (from, until) = (jiff::civil::date(2026, 4, 1), jiff::civil::date(2026, 4, 30));
    let month = conversations::of_period(&mut conn, &ctx, from, until).await.expect("figures");
    assert_eq!((month.still_there, month.stopped, month.month_unknown), (0, 1, 0));
}

/// The private link in the newest letter to this address that has one.
async fn private_link_in(app: &TestApp, email: &str) -> String {
    let letters = app.mails_to(email).await;
    let letter = letters.iter().find(|letter| letter.text_body.contains("/reacties/mijn/"));
    link_in(&letter.expect("a letter with a link").text_body, "/reacties/mijn/")
}

#[db_test]
async fn still_talking_is_asked_again_and_silence_is_a_figure(app: TestApp) {
    let (_, id) = planned(&app).await;
    app.pass_days(8).await;
    let letter = app.mails_to(NOOR).await.remove(0);
    let path = link_in(&letter.text_body, "/uitkomst/");
    let path = path.split('?').next().expect("a path");
    app.visitor().post(path, &[("antwoord", "talking")]).await.assert_status(303);
    app.pass_days(60).await;
    let asked = subjects(&app, NOOR).await.into_iter().filter(|subject| subject.starts_with("Ben je begonnen")).count();
    assert_eq!(asked, 3, "three times, and then no more");
    assert_eq!(stored(&app, id).await.state, State::Invited);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let (from, until) = (jiff::civil::date(2026, 3, 1), jiff::civil::date(2026, 3, 31));
    let month = conversations::of_period(&mut conn, &ctx, from, until).await.expect("figures");
    assert_eq!((month.asked, month.told), (1, 0));
    assert_eq!((month.total.outcome_known(), month.total.outcome_unknown()), (0, 1));
}

#[db_test]
async fn people_without_e_mail_are_asked_by_telephone(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Bep", None).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    contact.post(&format!("{thread}/aannemen"), &[]).await.assert_status(303);
    app.pass_days(8).await;
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get("/balie/reacties").await.assert_contains("vraag hoe het afliep").assert_contains("Bep");
    let path = format!("/balie/reacties/{id}");
    desk.get(&path).await.assert_status(200).assert_contains("Vraag aan Bep hoe het ging");
    let fields = [("moment", "introduction"), ("antwoord", "started")];
    desk.post(&format!("{path}/uitkomst"), &fields).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, id).await.state, State::Started);
    desk.get("/balie/reacties").await.assert_lacks("vraag hoe het afliep");
}

#[db_test]
async fn nobody_is_called_about_what_moved_on(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let mut contact = app.browser_of(scene.town.contact).await;
    let mut desk = app.browser_of(scene.mediator).await;
    let mut threads = Vec::new();
    for name in ["Anneke", "Bolle", "Casper", "Doortje"] {
        let id = open(&app, scene.vacancy, organisation, name, None).await;
        threads.push(format!("/organisatie/{organisation}/reacties/{id}"));
        contact.post(&format!("/organisatie/{organisation}/reacties/{id}/aannemen"), &[]).await.assert_status(303);
    }
    let (workplace, list) = (format!("/organisatie/{organisation}"), "/balie/reacties?lijst=vragen");
    app.pass_days(8).await;
    desk.get("/balie").await.assert_contains("4 mensen zonder e-mail om te vragen hoe het afliep");
    contact.get(&workplace).await.assert_contains("Vertel het van 4 reacties");
    // One is declined, one takes it back at the desk, one starts.
    let no = [("verdict", "full"), ("no_doors", "Niets gevonden")];
    contact.post(&format!("{}/afwijzen", threads[0]), &no).await.assert_status(303);
    let at_desk = threads[1].replace(&workplace, "/balie");
    desk.post(&format!("{at_desk}/intrekken"), &[]).await.assert_status(303);
    contact.post(&format!("{}/gestart", threads[2]), &[]).await.assert_status(303);
    app.run_jobs().await;
    let asked = desk.get(list).await;
    asked.assert_contains("Doortje").assert_lacks("Anneke").assert_lacks("Bolle").assert_lacks("Casper");
    desk.get("/balie").await.assert_contains("1 mens zonder e-mail om te vragen hoe het afliep");
    contact.get(&workplace).await.assert_contains("Vertel het van 1 reactie.");
    // How it goes is asked a month later, and not of who stopped. Who is called up after all is asked anew.
    contact.post(&format!("{}/oproepen", threads[0]), &[]).await.assert_status(303);
    desk.get(list).await.assert_lacks("Anneke");
    contact.post(&format!("{}/aannemen", threads[0]), &[]).await.assert_status(303);
    app.pass_days(31).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get(list).await.assert_contains("Anneke").assert_contains("Casper").assert_lacks("Bolle");
    contact.post(&format!("{}/gestopt", threads[2]), &[]).await.assert_status(303);
    desk.get(list).await.assert_contains("Anneke").assert_lacks("Casper");
    app.run_jobs().await;
}

#[db_test]
async fn who_was_not_placed_is_forgotten_after_four_weeks_unless_they_agreed(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let noor = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    let bram = open(&app, scene.vacancy, organisation, "Bram", Some("bram@inwoner.voorbeeld.example")).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    for id in [noor, bram] {
        let path = format!("/organisatie/{organisation}/reacties/{id}/afwijzen");
        contact.post(&path, &[("verdict", "full"), ("no_doors", "Niets gevonden")]).await.assert_status(303);
    }
    let link = private_link(&app, "bram@inwoner.voorbeeld.example").await;
    app.visitor().post(&format!("{link}/bewaren"), &[("keep", "ja")]).await.assert_status(303);
    run_daily(&app, 29).await;
    let (noor, bram) = (stored(&app, noor).await, stored(&app, bram).await);
    assert!(noor.erased_at.is_some() && noor.name.is_empty() && noor.email.is_none() && noor.phone.is_none());
    assert_eq!((bram.erased_at, bram.name.as_str()), (None, "Bram"));
    contact.get(&format!("/organisatie/{organisation}/reacties/{}", noor.id)).await.assert_status(404);
}

/// Lets days pass and then runs what is done every night.
async fn run_daily(app: &TestApp, days: i64) {
    app.pass_days(days).await;
    let ctx = app.ctx();
    let job = platform::jobs::JobCtx { job: ctx.id(), ctx, attempt: 1 };
    conversations::forget(job).await.expect("it runs");
}

#[db_test]
async fn somebody_who_erases_their_account_leaves_no_trace_in_threads(app: TestApp) {
    let scene = scene(&app).await;
    let rik: PersonId = scene.town.resident;
    let mut browser = app.browser_of(rik).await;
    let path = format!("/vacatures/{}/reageer", scene.vacancy);
    let thread =
        browser.post(&path, &[("reach", "email"), ("question", "Mag ik komen?")]).await.location().expect("a thread");
    let id: ResponseId = thread.rsplit('/').next().expect("an id").parse().expect("an id");
    app.run_jobs().await;
    let ctx = app.ctx();
    let data: Vec<_> = server::plans().into_iter().flat_map(|plan| plan.person_data).collect();
    let part = data.iter().find(|part| part.label == "response-data").expect("responses keep personal data");
    let mut conn = ctx.read().await.expect("a connection");
    let copy = (part.export)(&mut conn, &ctx, rik).await.expect("a copy");
    drop(conn);
    assert_eq!(copy[0]["thread"][0]["text"], "Mag ik komen?");
    assert!(copy[0]["outcomes"].is_array());
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    (part.erase)(&mut tx, &ctx, rik).await.expect("it ends");
    tx.commit().await.expect("it commits");
    app.run_jobs().await;
    let response = stored(&app, id).await;
    assert_eq!((response.state, response.name.as_str(), response.person), (State::Withdrawn, "", None));
    assert_told(&app, CORA, "Iemand trekt de reactie in").await;
    let mut conn = ctx.read().await.expect("a connection");
    assert!(people::account(&mut conn, app.town, rik).await.expect("it reads").is_some(), "only responses end here");
}

#[db_test]
async fn a_vacancy_that_closes_leaves_nobody_without_an_answer(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let id = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let path = format!("/organisatie/{organisation}/vacatures/{}/sluit", scene.vacancy);
    contact.post(&path, &[("closing", "otherwise")]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(vacancies_fixtures::stored(&app, scene.vacancy).await.state, VacancyState::Closed);
    let response = stored(&app, id).await;
    assert_eq!((response.state, response.doors.len()), (State::Declined, 1));
    assert_told(&app, NOOR, "“Samen tuinieren op dinsdag” is gesloten").await;
    app.pass_days(8).await;
    assert!(!stored(&app, id).await.with_point, "and nothing is taken over any more");
}

#[db_test]
async fn a_vacancy_that_ends_closes_the_reserve_list_and_reminds_of_who_is_invited(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let reserve = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    let invited = open(&app, scene.vacancy, organisation, "Bram", Some("bram@inwoner.voorbeeld.example")).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = |id: ResponseId| format!("/organisatie/{organisation}/reacties/{id}");
    let on_reserve = [("verdict", "reserve"), ("no_doors", "Niets gevonden")];
    contact.post(&format!("{}/afwijzen", thread(reserve)), &on_reserve).await.assert_status(303);
    let times = [("date1", "10-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin")];
    contact.post(&format!("{}/uitnodigen", thread(invited)), &times).await.assert_status(303);
    let path = format!("/organisatie/{organisation}/vacatures/{}", scene.vacancy);
    contact.post(&format!("{path}/vervuld"), &[]).await.assert_status(303);
    app.run_jobs().await;
    assert!(stored(&app, reserve).await.reserve, "a full vacancy keeps its reserve list");
    assert_told(&app, CORA, "Bram is nog uitgenodigd").await;
    contact.post(&format!("{path}/sluit"), &[("closing", "otherwise")]).await.assert_status(303);
    app.run_jobs().await;
    let response = stored(&app, reserve).await;
    assert_eq!((response.state, response.doors.len()), (State::Declined, 1));
    assert_told(&app, NOOR, "“Samen tuinieren op dinsdag” is gesloten").await;
    assert_eq!(stored(&app, invited).await.state, State::Invited);
    app.pass_days(8).await;
    assert_told(&app, CORA, "Is Bram begonnen?").await;
}
