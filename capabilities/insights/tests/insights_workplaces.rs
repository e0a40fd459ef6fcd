//! The front pages of the municipality, the desk and an organisation; the lists to take along.

use kernel::PersonRole;
use testkit::{TestApp, db_test};
use vacancies::model::State;

use crate::{
    responses_fixtures::{NOOR, open, scene},
    vacancies_fixtures,
};

#[db_test]
async fn what_waits_stands_on_the_municipalitys_page_with_its_age_and_its_list(app: TestApp) {
    let scene = scene(&app).await;
    let mut manager = app.browser_of(scene.town.manager).await;
    manager.get("/beheer").await.assert_status(200).assert_contains("Er wacht niets");
    vacancies_fixtures::in_state(&app, scene.town.other, State::Waiting).await;
    vacancies_fixtures::organisation(&app, "Koor De Proef", false, scene.town.contact).await;
    let unsafe_one = [("reason", "unsafe")];
    app.visitor().post(&format!("/vacatures/{}/melden", scene.vacancy), &unsafe_one).await.assert_status(303);
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.pass_days(10).await;
    let page = manager.get("/beheer").await;
    page.assert_contains("1 reactie die het informatiepunt overnam")
        .assert_contains("1 vacature om te bekijken")
        .assert_contains("1 melding om te beantwoorden")
        .assert_contains("1 organisatie om te bevestigen")
        .assert_lacks("kreeg niet op tijd antwoord")
        .assert_contains("bij het informatiepunt")
        .assert_contains("Buurttuin De Proef")
        .assert_contains("oudste: ")
        .assert_lacks("Noor");
    let first = page.attribute(".ss-tasks a", "href");
    assert_eq!(first.as_deref(), Some("/balie/reacties"), "a broken promise stands first");
    for list in ["/beheer/vacatures", "/beheer/meldingen", "/beheer/organisaties?toon=wachten"] {
        assert!(page.attribute(&format!(".ss-tasks a[href='{list}']"), "href").is_some(), "{list}");
        manager.get(list).await.assert_status(200);
    }
}

#[db_test]
async fn every_page_of_the_municipality_can_be_reached_from_its_front_page(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let mut manager = app.browser_of(town.manager).await;
    let page = manager.get("/beheer").await;
    let settings = manager.get("/beheer/instellingen").await;
    let plans = server::plans();
    let routes = plans.iter().flat_map(|plan| plan.routes.iter());
    let fixed =
        routes.filter(|route| route.method == "GET" && route.path.starts_with("/beheer/") && !route.path.contains('{'));
    for route in fixed {
        // What belongs to the settings is found there.
        let from = if route.path.starts_with("/beheer/instellingen/") { &settings } else { &page };
        let link = from.attribute(&format!("main a[href='{}']", route.path), "href");
        assert!(link.is_some(), "no way to {} on /beheer", route.path);
        manager.get(route.path).await.assert_status(200);
    }
}

#[db_test]
async fn every_part_of_the_settings_has_a_name(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let mut manager = app.browser_of(town.manager).await;
    manager.get("/beheer/instellingen").await.assert_contains("Cijfers en wat wacht").assert_lacks("settings-of-");
}

#[db_test]
async fn every_list_is_a_file_and_none_names_who_responded(app: TestApp) {
    let scene = scene(&app).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    vacancies_fixtures::in_state(&app, scene.town.other, State::Waiting).await;
    let report = [("reason", "unsafe"), ("email", "melder@thuis.example")];
    app.visitor().post(&format!("/vacatures/{}/melden", scene.vacancy), &report).await.assert_status(303);
    app.pass_days(10).await;
    let mut manager = app.browser_of(scene.town.manager).await;
    for (list, held) in [
        ("waiting", "/beheer/meldingen"),
        ("help_requests", "Titel"),
        ("helpers", "Hoe gecontroleerd"),
        ("offers", "Wie het ziet"),
        ("unanswered", "Buurttuin De Proef"),
        ("vacancies", "Sportclub De Ander"),
        ("reports", "Het is niet veilig"),
        ("organisations", "Doet mee"),
        ("synonyms", ";"),
        ("settings", "insights.wait_days"),
        ("areas", "Naam"),
        ("figures", "answered_in_time"),
    ] {
        let csv = manager.get(&format!("/beheer/lijsten/{list}.csv")).await;
        csv.assert_status(200).assert_contains(held).assert_lacks("Noor").assert_lacks("melder@");
        let xlsx = manager.get(&format!("/beheer/lijsten/{list}.xlsx")).await;
        xlsx.assert_status(200);
        assert!(xlsx.body.starts_with("PK"), "{list}");
    }
    let page = manager.get("/beheer/lijsten").await;
    page.assert_status(200);
    assert!(page.attribute("a[href='/beheer/export/people.xlsx']", "href").is_some());
    for unknown in ["geheim.csv", "reports.pdf", "reports"] {
        manager.get(&format!("/beheer/lijsten/{unknown}")).await.assert_status(404);
    }
}

#[db_test]
async fn the_desk_sees_what_to_do_and_whose_consent_ends(app: TestApp) {
    let scene = scene(&app).await;
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get("/balie").await.assert_status(200).assert_contains("Er wacht niets").assert_contains("Dag Mo Balie");
    let fields = [
        ("name", "Greet Bedacht"),
        ("purposes", "profile"),
        ("way", "spoken"),
        ("until", "20-3-2026"),
        ("agreed", "ja"),
    ];
    let registered = desk.post("/balie/personen/nieuw", &fields).await;
    registered.assert_status(303);
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.pass_days(8).await;
    let page = desk.get("/balie").await;
    page.assert_contains("1 reactie die het informatiepunt overnam")
        .assert_contains("Greet Bedacht")
        .assert_contains("tot en met 20 maart")
        .assert_contains("1 mens gaf toestemming")
        .assert_lacks("vacature om te bekijken");
    app.pass_days(12).await;
    desk.get("/balie").await.assert_lacks("Greet Bedacht");
}

#[db_test]
async fn an_organisation_sees_who_waits_for_its_answer(app: TestApp) {
    let scene = scene(&app).await;
    let workplace = format!("/organisatie/{}", scene.town.organisation);
    let mut contact = app.browser_of(scene.town.contact).await;
    contact.get(&workplace).await.assert_contains("Niemand wacht op antwoord");
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    contact
        .get(&workplace)
        .await
        .assert_contains("1 mens wacht op je antwoord")
        .assert_contains("Antwoord uiterlijk maandag 9 maart 2026");
    let shared = contact.get(&workplace).await.attribute(&format!("a[href='{workplace}/delen']"), "href");
    assert!(shared.is_some(), "sharing is one tap away");
    contact.post(&format!("{workplace}/reacties/{id}/aannemen"), &[]).await.assert_status(303);
    app.pass_days(8).await;
    contact.get(&workplace).await.assert_contains("Hoe liep het af?").assert_contains("Vertel het van 1 reactie");
}

#[db_test]
async fn the_pages_ask_the_database_little_whatever_the_town_holds(app: TestApp) {
    let scene = scene(&app).await;
    for number in 0..12 {
        let address = format!("noor{number}@thuis.example");
        open(&app, scene.vacancy, scene.town.organisation, &format!("Noor {number}"), Some(&address)).await;
    }
    app.pass_days(8).await;
    let manager = app.person("Mara Beheer", Some("mara@stad.example"), &[PersonRole::Manager]).await;
    let mut manager = app.browser_of(manager).await;
    let before = app.app.db.statement_count();
    let page = manager.get("/beheer").await;
    let asked = app.app.db.statement_count() - before;
    // Who asks: 4. What waits: 2. The queue: 2. The figures of two months: 3.
    assert!(asked <= 11, "{asked} statements");
    page.assert_contains("12 reacties die het informatiepunt overnam");
    let shown = page.body.matches("href=\"/balie/reacties/").count();
    assert_eq!(shown, 5, "the queue is short; its list has them all");
}

#[db_test]
async fn an_organisation_sees_which_vacancies_end_soon(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let workplace = format!("/organisatie/{}", town.organisation);
    let mut contact = app.browser_of(town.contact).await;
    for days in [5, 30] {
        let mut vacancy = vacancies_fixtures::vacancy(&app, town.organisation);
        vacancy.state = State::Live;
        vacancy.published_at = Some(app.app.now());
        vacancy.closes_on = app.ctx().today().checked_add(jiff::Span::new().days(days)).ok();
        vacancies_fixtures::keep(&app, vacancy).await;
    }
    let page = contact.get(&workplace).await;
    page.assert_contains("Nog nodig?").assert_contains("1 vacature loopt bijna af");
}

#[db_test]
async fn a_person_sees_when_they_hear_something(app: TestApp) {
    let scene = scene(&app).await;
    let noor = app.person("Noor", Some(NOOR), &[]).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let mut browser = app.browser_of(noor).await;
    let page = browser.get("/mijn").await;
    page.assert_contains("1 reactie is open. Je hoort uiterlijk maandag 9 maart 2026 iets.");
    app.pass_days(8).await;
    browser.get("/mijn").await.assert_contains("Het informatiepunt zorgt dat je antwoord krijgt");
}

#[db_test]
async fn each_front_page_opens_for_whose_it_is_and_for_nobody_else(app: TestApp) {
    let scene = scene(&app).await;
    let routes = ["/beheer", "/beheer/cijfers", "/beheer/lijsten", "/beheer/lijsten/reports.csv", "/balie"];
    let answers = [
        (app.visitor(), [303, 303, 303, 303, 303]),
        (app.browser_of(scene.town.resident).await, [403, 403, 403, 403, 403]),
        (app.browser_of(scene.town.contact).await, [403, 403, 403, 403, 403]),
        (app.browser_of(scene.mediator).await, [403, 403, 403, 403, 200]),
        (app.browser_of(scene.town.manager).await, [200, 200, 200, 200, 200]),
    ];
    for (mut browser, expected) in answers {
        for (route, status) in routes.iter().zip(expected) {
            browser.get(route).await.assert_status(status);
        }
        browser.get("/cijfers").await.assert_status(200);
        browser.get("/api/v1/figures").await.assert_status(200);
    }
}

#[db_test]
async fn the_file_of_organisations_holds_what_the_tab_shows(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    vacancies_fixtures::organisation(&app, "Koor De Proef", false, town.contact).await;
    let mut manager = app.browser_of(town.manager).await;
    let page = manager.get("/beheer/organisaties?toon=wachten").await;
    let link = page.attribute("a[href^='/beheer/lijsten/organisations.csv']", "href").expect("a file");
    manager.get(&link).await.assert_contains("Koor De Proef").assert_lacks("Buurttuin De Proef");
    let all = manager.get("/beheer/lijsten/organisations.csv").await;
    all.assert_contains("Koor De Proef").assert_contains("Buurttuin De Proef");
}

#[db_test]
async fn the_months_figures_say_on_the_page_itself_what_counts(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let mut manager = app.browser_of(town.manager).await;
    let page = manager.get("/beheer").await;
    for figure in ["responses", "answered-in-time", "outcome-known", "vacancies-without-response"] {
        page.assert_contains(&app.ctx().t(&format!("insights-means-{figure}")));
    }
}

#[db_test]
async fn the_municipality_hears_when_the_desk_sleeps(app: TestApp) {
    let scene = scene(&app).await;
    let by_phone = [("name", "Greet"), ("question", "Kan ik helpen?"), ("reach", "phone"), ("phone", "079 012 34 56")];
    let path = format!("/vacatures/{}/reageer", scene.vacancy);
    app.visitor().post(&path, &by_phone).await.assert_status(303);
    let mut manager = app.browser_of(scene.town.manager).await;
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get("/balie").await.assert_contains("1 reactie om telefonisch te bevestigen");
    manager.get("/beheer").await.assert_lacks("wacht al lang op de balie");
    app.pass_days(5).await;
    let page = manager.get("/beheer").await;
    page.assert_contains("1 mens zonder e-mail wacht al lang op de balie");
}
