//! The figures of a month: created here through the actions people use, counted on both engines.

use testkit::{TestApp, db_test};
use vacancies::model::{Closing, State};

use crate::{
    responses_fixtures::{NOOR, open, scene},
    vacancies_fixtures,
};

/// The value in the row of this figure.
fn row(csv: &str, code: &str) -> (i64, i64) {
    let line = csv.lines().find(|line| line.trim_end().ends_with(&format!(";{code}")));
    let cells: Vec<&str> = line.unwrap_or_else(|| panic!("no {code} in\n{csv}")).split(';').collect();
    (cells[1].parse().expect("a number"), cells[2].parse().expect("a number"))
}

#[db_test]
async fn two_responses_of_which_one_is_answered_in_time_show_exactly_that(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let answered = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    open(&app, scene.vacancy, organisation, "Bram", Some("bram@thuis.example")).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{organisation}/reacties/{answered}");
    contact.post(&format!("{thread}/bericht"), &[("message", "Kom gerust kijken.")]).await.assert_status(303);
    // The promise to Bram ends.
    app.pass_days(10).await;
    let mut manager = app.browser_of(scene.town.manager).await;
    let csv = manager.get("/beheer/lijsten/figures.csv?maand=2026-03").await;
    csv.assert_status(200);
    for (code, value) in [
        ("responses", 2),
        ("answered_in_time", 1),
        ("answered_late", 0),
        ("within_time", 0),
        ("unanswered", 1),
        ("taken_over", 1),
        ("outcome_known", 0),
        ("outcome_unknown", 2),
        ("vacancies", 2),
        ("vacancies_without_response", 1),
        ("vacancies_filled", 0),
        ("organisations", 2),
    ] {
        assert_eq!(row(&csv.body, code), (value, 0), "{code}");
    }
    let page = manager.get("/beheer/cijfers?maand=2026-03").await;
    page.assert_status(200).assert_contains("Cijfers van maart 2026").assert_contains("1 (50 %)");
    let earlier = manager.get("/beheer/lijsten/figures.csv?maand=2026-02").await;
    assert_eq!(row(&earlier.body, "responses"), (0, 0));
    // In April the same figures stand in the column of the month before.
    app.pass_days(25).await;
    let later = manager.get("/beheer/lijsten/figures.csv?maand=2026-04").await;
    assert_eq!(row(&later.body, "answered_in_time"), (0, 1));
}

#[db_test]
async fn a_response_of_the_last_minute_of_a_month_counts_in_that_month(app: TestApp) {
    let scene = scene(&app).await;
    let zone = app.ctx().municipality.zone.clone();
    let midnight = kernel::Instant::start_of(jiff::civil::date(2026, 4, 1), &zone);
    app.pass(midnight.plus(-60_000).since(app.app.now())).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.pass(120_000).await;
    open(&app, scene.vacancy, scene.town.organisation, "Bram", Some("bram@thuis.example")).await;
    app.run_jobs().await;
    let answer = app.visitor().get("/api/v1/figures?month=2026-03").await.json();
    let value = |answer: &serde_json::Value, code: &str| {
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        items.iter().find(|item| item["code"] == code).and_then(|item| item["value"].as_i64())
    };
    assert_eq!(value(&answer, "responses"), Some(1));
    assert_eq!(
        (&answer["month"], &answer["until"], &answer["complete"]),
        (&serde_json::json!("2026-03"), &serde_json::json!("2026-03-31"), &serde_json::json!(true))
    );
    let present = app.visitor().get("/api/v1/figures").await.json();
    assert_eq!((value(&present, "responses"), &present["complete"]), (Some(1), &serde_json::json!(false)));
}

#[db_test]
async fn a_filled_vacancy_counts_in_the_month_in_which_it_was_filled(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let other = vacancies_fixtures::in_state(&app, organisation, State::Live).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let base = format!("/organisatie/{organisation}/vacatures");
    contact.post(&format!("{base}/{}/vervuld", scene.vacancy), &[]).await.assert_status(303);
    let close = [("closing", "not_filled")];
    contact.post(&format!("{base}/{other}/sluit"), &close).await.assert_status(303);
    app.run_jobs().await;
    let mut manager = app.browser_of(scene.town.manager).await;
    let filled = async |manager: &mut testkit::Client| {
        row(&manager.get("/beheer/lijsten/figures.csv").await.body, "vacancies_filled").0
    };
    assert_eq!(filled(&mut manager).await, 1);
    assert_eq!(vacancies_fixtures::stored(&app, other).await.closing, Some(Closing::NotFilled));
    contact.post(&format!("{base}/{}/heropen", scene.vacancy), &[]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(filled(&mut manager).await, 0, "it seeks people again");
}

#[db_test]
async fn the_town_decides_whether_everybody_sees_its_figures(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    app.visitor().get("/cijfers").await.assert_status(200).assert_contains("Cijfers van maart 2026");
    app.visitor().in_english().get("/cijfers?maand=2026-01").await.assert_contains("Figures of January 2026");
    let future = app.visitor().get("/cijfers?maand=2027-01").await;
    future.assert_contains("Cijfers van maart 2026");
    app.visitor().get("/api/v1/figures?month=2027-01").await.assert_status(400);
    app.visitor().get("/api/v1/figures?month=maart").await.assert_status(400);
    let mut manager = app.browser_of(town.manager).await;
    let decision = [("value", "false"), ("source", "besluit stuurgroep 3 maart")];
    manager.post("/beheer/instellingen/insights.public_figures", &decision).await.assert_status(303);
    app.visitor().get("/cijfers").await.assert_contains("niet openbaar").assert_lacks("Reacties");
    app.visitor().get("/api/v1/figures").await.assert_status(404);
    manager.get("/cijfers").await.assert_status(200);
}

#[db_test]
async fn the_public_figures_cost_at_most_three_statements(app: TestApp) {
    let scene = scene(&app).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let before = app.app.db.statement_count();
    app.visitor().get("/cijfers").await.assert_status(200).assert_contains("Cijfers van maart 2026");
    let asked = app.app.db.statement_count() - before;
    assert!(asked <= 3, "{asked} statements");
}
