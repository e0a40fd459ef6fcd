//! Nobody waits in silence: the whole guarantee, with the clock moved.

use std::str::FromStr;

use conversations::{guarantee, model::State};
use jiff::civil::{Date, date};
use kernel::{Instant, JobId, time};
use platform::jobs::JobCtx;
use testkit::{TestApp, db_test};
use vacancies::model::{PauseReason, State as VacancyState};

use crate::{
    responses_fixtures::{CORA, NOOR, link_in, open, scene, stored, subjects},
    vacancies_fixtures,
};

const REMINDED: &str = "Noor wacht nog op antwoord";
const REMINDED_AGAIN: &str = "Laatste herinnering: Noor wacht";

/// The town's day now.
fn today(app: &TestApp) -> Date {
    app.ctx().today()
}

async fn pass_until(app: &TestApp, day: Date, hour: i8) {
    let zone = &app.ctx().municipality.zone;
    let until = Instant::at(day, jiff::civil::time(hour, 0, 0, 0), zone);
    app.pass(until.since(app.app.now())).await;
}

#[db_test]
async fn it_runs_its_course_over_a_weekend(app: TestApp) {
    let scene = scene(&app).await;
    // Thursday 5 March, 11.00: Sunday 8 March does not count.
    pass_until(&app, date(2026, 3, 5), 11).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    assert_eq!(
        stored(&app, id).await.answer_due_at.map(|due| due.date(&app.ctx().municipality.zone)),
        Some(date(2026, 3, 11))
    );
    pass_until(&app, date(2026, 3, 7), 10).await;
    assert_eq!(subjects(&app, CORA).await.len(), 1, "Saturday 10.00: two working days have not passed");
    pass_until(&app, date(2026, 3, 7), 12).await;
    assert_eq!(subjects(&app, CORA).await.last().map(String::as_str), Some(REMINDED));
    pass_until(&app, date(2026, 3, 10), 12).await;
    assert_eq!(subjects(&app, CORA).await.last().map(String::as_str), Some(REMINDED_AGAIN));
    assert!(!stored(&app, id).await.with_point);
    pass_until(&app, date(2026, 3, 11), 12).await;
    let response = stored(&app, id).await;
    assert!(response.with_point && response.taken_over_at.is_some());
    assert_eq!(subjects(&app, NOOR).await.last().map(String::as_str), Some("Het informatiepunt neemt je vraag over"));
    assert_eq!(subjects(&app, "mo@punt.example").await, ["Noor wacht: het informatiepunt is aan zet"]);
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get("/balie/reacties")
        .await
        .assert_status(200)
        .assert_contains("1 reactie overgenomen")
        .assert_contains("Noor");
    desk.post(&format!("/balie/reacties/{id}/nemen"), &[]).await.assert_status(303);
    assert_eq!(subjects(&app, NOOR).await.last().map(String::as_str), Some("Mo Balie zoekt je vraag uit"));
    let link = crate::responses_fixtures::private_link(&app, NOOR).await;
    app.visitor().get(&link).await.assert_contains("Mo Balie heeft je vraag nu");
    desk.post(&format!("/balie/reacties/{id}/bericht"), &[("message", "Ik bel ze voor je.")]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, id).await.state, State::InConversation);
}

#[db_test]
async fn easter_and_kings_day_do_not_count(app: TestApp) {
    let scene = scene(&app).await;
    // Wednesday 1 April; Good Friday 3, Easter Sunday 5 and Monday 6 April 2026.
    pass_until(&app, date(2026, 4, 1), 9).await;
    let easter = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    // Thursday 23 April; King's Day is Monday 27 April, Liberation Day Tuesday 5 May.
    pass_until(&app, date(2026, 4, 23), 9).await;
    let king = open(&app, scene.vacancy, scene.town.organisation, "Bram", None).await;
    app.run_jobs().await;
    let due = async |id| stored(&app, id).await.answer_due_at.map(|due| due.date(&app.ctx().municipality.zone));
    assert_eq!(due(easter).await, Some(date(2026, 4, 9)), "2, 4, 7, 8, 9 April");
    assert_eq!(due(king).await, Some(date(2026, 4, 30)), "24, 25, 28, 29, 30 April");
    assert_eq!(today(&app), date(2026, 4, 23));
}

#[db_test]
async fn an_answer_stops_the_clock(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.pass_days(1).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    contact.post(&format!("{thread}/bericht"), &[("message", "Welkom!")]).await.assert_status(303);
    app.pass_days(14).await;
    let response = stored(&app, id).await;
    assert!(!response.with_point && response.reminders == 0 && response.taken_over_at.is_none());
    let subjects = subjects(&app, CORA).await;
    assert!(!subjects.iter().any(|subject| subject == REMINDED), "{subjects:?}");
}

#[db_test]
async fn a_job_that_runs_again_reminds_once_with_the_same_letter(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let due = stored(&app, id).await.answer_due_at.expect("a promise");
    let job = JobCtx { ctx: app.ctx(), job: app.ctx().id::<JobId>(), attempt: 1 };
    for _ in 0..3 {
        let work = guarantee::Remind { response: id, number: 1, due };
        guarantee::remind(job.clone(), work).await.expect("it runs");
    }
    let reminders = subjects(&app, CORA).await.into_iter().filter(|subject| subject == REMINDED).count();
    assert_eq!(reminders, 1);
    let response = stored(&app, id).await;
    let letter = conversations::SendLetter::about(&response, conversations::LetterKind::Reminder);
    let again = JobCtx { job: app.ctx().id::<JobId>(), ..job };
    let mut ids = Vec::new();
    for _ in 0..2 {
        conversations::send_letter(again.clone(), letter.clone()).await.expect("it is sent");
        ids.push(app.mails_to(CORA).await[0].message_id.clone());
    }
    assert_eq!(ids[0], ids[1], "sent again it is the same letter");
    let old = guarantee::TakeOver { response: id, due: due.plus(-time::HOUR) };
    guarantee::take_over(again, old).await.expect("it runs");
    assert!(!stored(&app, id).await.with_point, "a promise that was replaced takes nothing over");
}

#[db_test]
async fn two_silent_responses_pause_the_vacancy_and_one_tap_reopens_it(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    open(&app, scene.vacancy, organisation, "Bram", Some("bram@inwoner.voorbeeld.example")).await;
    app.pass_days(7).await;
    let vacancy = vacancies_fixtures::stored(&app, scene.vacancy).await;
    assert_eq!((vacancy.state, vacancy.pause_reason), (VacancyState::Paused, Some(PauseReason::Unanswered)));
    let subjects = subjects(&app, CORA).await;
    assert_eq!(subjects.iter().filter(|subject| subject.contains("pauzeert")).count(), 1, "{subjects:?}");
    let respond = format!("/vacatures/{}/reageer", scene.vacancy);
    app.visitor().get(&respond).await.assert_status(200).assert_contains("Reageren kan hier nu niet");
    let mut contact = app.browser_of(scene.town.contact).await;
    let tap = format!("/organisatie/{organisation}/vacatures/{}/heropen", scene.vacancy);
    contact.post(&tap, &[]).await.assert_status(303);
    assert_eq!(vacancies_fixtures::stored(&app, scene.vacancy).await.state, VacancyState::Live);
    open(&app, scene.vacancy, organisation, "Cas", Some("cas@inwoner.voorbeeld.example")).await;
    app.pass_days(7).await;
    let state = vacancies_fixtures::stored(&app, scene.vacancy).await.state;
    assert_eq!(state, VacancyState::Live, "one new silence is no reason yet");
}

#[db_test]
async fn a_response_that_was_answered_late_does_not_count_for_the_pause(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let late = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    app.pass_days(7).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let path = format!("/organisatie/{organisation}/reacties/{late}/bericht");
    contact.post(&path, &[("message", "Sorry, dat duurde lang.")]).await.assert_status(303);
    open(&app, scene.vacancy, organisation, "Bram", Some("bram@inwoner.voorbeeld.example")).await;
    app.pass_days(7).await;
    assert_eq!(vacancies_fixtures::stored(&app, scene.vacancy).await.state, VacancyState::Live, "one waits, not two");
    open(&app, scene.vacancy, organisation, "Cas", Some("cas@inwoner.voorbeeld.example")).await;
    app.pass_days(7).await;
    assert_eq!(vacancies_fixtures::stored(&app, scene.vacancy).await.state, VacancyState::Paused);
}

#[db_test]
async fn an_answer_by_telephone_or_mail_is_noted_with_one_tap(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let letter = app.mails_to(CORA).await.remove(0);
    assert!(letter.text_body.contains("Wij zien dat niet en de tijd loopt door."), "{}", letter.text_body);
    let link = link_in(&letter.text_body, "/reacties/mijn/");
    let tap = format!("{link}/beantwoord");
    assert!(letter.text_body.contains(&tap));
    app.visitor().get(&tap).await.assert_status(200).assert_contains("Heb je Noor al geantwoord?");
    assert_eq!(stored(&app, id).await.state, State::Open, "a program that follows links answers nothing");
    app.visitor().post(&tap, &[("message", "Ik heb gebeld")]).await.assert_status(303);
    app.visitor().post(&tap, &[]).await.assert_status(409);
    app.pass_days(14).await;
    let response = stored(&app, id).await;
    assert!(response.state == State::InConversation && !response.with_point && response.reminders == 0);
    app.visitor().get(&link).await.assert_contains("op een andere manier geantwoord").assert_contains("Ik heb gebeld");
}

#[db_test]
async fn the_point_gives_it_back_with_a_new_clock(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.pass_days(7).await;
    let mut desk = app.browser_of(scene.mediator).await;
    desk.post(&format!("/balie/reacties/{id}/terug"), &[]).await.assert_status(303);
    app.run_jobs().await;
    let response = stored(&app, id).await;
    assert!(!response.with_point && response.answer_due_at > Some(app.app.now()) && response.reminders == 0);
    assert_eq!(subjects(&app, CORA).await.last().map(String::as_str), Some("Noor wacht weer op jullie antwoord"));
    app.pass_days(7).await;
    assert!(stored(&app, id).await.with_point, "silence again, and the point has it again");
    let conflict = app.browser_of(scene.town.resident).await.post(&format!("/balie/reacties/{id}/terug"), &[]).await;
    conflict.assert_status(403);
}

#[db_test]
async fn cards_show_how_an_organisation_answers_from_three_on(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let mut contact = app.browser_of(scene.town.contact).await;
    let figures = async || {
        let ctx = app.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        let before = app.app.db.statement_count();
        let found = conversations::figures(&mut conn, &ctx, organisation).await.expect("figures");
        assert_eq!(app.app.db.statement_count() - before, 1);
        (found.answered_percent, found.usual_hours)
    };
    for name in ["Noor", "Bram"] {
        let id = open(&app, scene.vacancy, organisation, name, None).await;
        app.pass(3 * time::HOUR).await;
        let path = format!("/organisatie/{organisation}/reacties/{id}/bericht");
        contact.post(&path, &[("message", "Hoi")]).await.assert_status(303);
    }
    app.run_jobs().await;
    assert_eq!(figures().await, (None, None), "two say nothing yet");
    open(&app, scene.vacancy, organisation, "Cas", None).await;
    app.pass_days(8).await;
    assert_eq!(figures().await, (Some(67), None), "two of three in time, two answers");
    app.refresh_search().await;
    let mut visitor = app.visitor();
    visitor.get("/vacatures?q=tuinieren").await.assert_contains("67% krijgt op tijd antwoord");
    let page = format!("/vacatures/{}", scene.vacancy);
    visitor.get(&page).await.assert_contains("67% op tijd beantwoord").assert_lacks("Meestal binnen");
    let before = app.app.db.statement_count();
    visitor.get(&page).await.assert_status(200);
    assert!(app.app.db.statement_count() - before <= 3, "figures cost no page its speed");
    let home = contact.get(&format!("/organisatie/{organisation}")).await;
    home.assert_contains("1 mens wacht op je antwoord").assert_lacks("Antwoord uiterlijk");
    open(&app, scene.vacancy, organisation, "Dirk", None).await;
    app.run_jobs().await;
    let list = contact.get(&format!("/organisatie/{organisation}/vacatures")).await;
    list.assert_contains("2 reacties wachten op antwoord");
    contact.get("/mijn").await.assert_contains("2 mensen wachten op je antwoord. Antwoord uiterlijk");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let from = Date::from_str("2026-03-01").expect("a day");
    let month = conversations::of_period(&mut conn, &ctx, from, date(2026, 3, 31)).await.expect("figures");
    let total = month.total;
    assert_eq!((total.responses, total.answered_in_time, total.taken_over, total.within_time), (4, 2, 1, 1));
    assert_eq!((total.outcome_known(), total.outcome_unknown()), (0, 4));
}
