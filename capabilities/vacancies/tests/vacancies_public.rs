//! What everybody sees of a vacancy.

use facets::model::When;
use jiff::civil::{date, time};
use testkit::{TestApp, db_test};
use vacancies::model::State;

use crate::vacancies_fixtures::{in_state, keep, stored, town, vacancy};

#[db_test]
async fn anybody_reads_a_live_vacancy_in_their_language(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let path = format!("/vacatures/{id}");
    let page = app.visitor().get(&path).await;
    page.assert_status(200)
        .assert_contains("Samen tuinieren op dinsdag")
        .assert_contains("Buurttuin De Proef")
        .assert_contains("Nog 3 mensen nodig")
        .assert_contains("2,5 uur per week")
        .assert_contains("Ik wil meer weten");
    assert_eq!(page.attribute("link[rel=canonical]", "href").as_deref(), Some(&*format!("http://localhost{path}")));
    let data = page.body.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(data.expect("a data block")).expect("it is JSON");
    assert_eq!((&data["@type"], &data["employmentType"]), (&"JobPosting".into(), &"VOLUNTEER".into()));
    assert_eq!(data["title"], "Samen tuinieren op dinsdag");
    app.visitor().in_english().get(&path).await.assert_contains("3 more people needed");
    app.visitor_elsewhere().get(&path).await.assert_status(404);
}

#[db_test]
async fn a_visitor_costs_at_most_three_statements(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let path = format!("/vacatures/{id}");
    app.visitor().get(&path).await.assert_status(200);
    let before = app.app.db.statement_count();
    app.visitor().get(&path).await.assert_status(200);
    let used = app.app.db.statement_count() - before;
    assert!(used <= 3, "{used} statements for one page");
}

#[db_test]
async fn what_is_not_public_is_there_for_its_own_people_alone(app: TestApp) {
    let town = town(&app).await;
    for state in [State::Draft, State::Waiting] {
        let id = in_state(&app, town.organisation, state).await;
        let path = format!("/vacatures/{id}");
        app.visitor().get(&path).await.assert_status(404);
        app.browser_of(town.resident).await.get(&path).await.assert_status(404);
        app.browser_of(town.other_contact).await.get(&path).await.assert_status(404);
        let own = app.browser_of(town.contact).await.get(&path).await;
        assert_eq!(own.location(), Some(format!("/organisatie/{}/vacatures/{id}", town.organisation)));
        let manager = app.browser_of(town.manager).await.get(&path).await;
        assert_eq!(manager.location(), Some(format!("/beheer/vacatures/{id}")));
    }
}

#[db_test]
async fn what_is_over_says_so_and_shows_the_way_on(app: TestApp) {
    let town = town(&app).await;
    let closed = in_state(&app, town.organisation, State::Closed).await;
    let page = app.visitor().get(&format!("/vacatures/{closed}")).await;
    page.assert_status(410).assert_contains("Samen tuinieren op dinsdag").assert_contains("is gesloten");
    assert!(page.attribute("a[href='/vacatures?thema=nature']", "href").is_some(), "others like it are a tap away");
    let removed = in_state(&app, town.organisation, State::TakenDown).await;
    let page = app.visitor().get(&format!("/vacatures/{removed}")).await;
    page.assert_status(410).assert_lacks("Samen tuinieren");
    for path in ["poster", "qr.svg", "agenda.ics"] {
        app.visitor().get(&format!("/vacatures/{closed}/{path}")).await.assert_status(410);
    }
}

#[db_test]
async fn paused_and_full_take_no_responses(app: TestApp) {
    let town = town(&app).await;
    for (state, words) in [(State::Paused, "pauzeert"), (State::Filled, "Alle plekken zijn bezet")] {
        let id = in_state(&app, town.organisation, state).await;
        let page = app.visitor().get(&format!("/vacatures/{id}")).await;
        page.assert_status(200).assert_contains(words).assert_lacks("/reageer");
        assert_eq!(page.attribute("meta[name=robots]", "content").as_deref(), Some("noindex"));
    }
}

#[db_test]
async fn a_dated_vacancy_goes_into_a_calendar_and_onto_paper(app: TestApp) {
    let town = town(&app).await;
    let mut dated = vacancy(&app, town.organisation);
    dated.facets.when = When::Once { date: date(2026, 5, 9), starts: time(14, 0, 0, 0), ends: time(16, 30, 0, 0) };
    dated.state = State::Live;
    let id = keep(&app, dated).await;
    let page = app.visitor().get(&format!("/vacatures/{id}")).await;
    page.assert_contains("zaterdag 9 mei 2026, 14.00–16.30 uur").assert_contains("Zet in je agenda");
    let file = app.visitor().get(&format!("/vacatures/{id}/agenda.ics")).await;
    file.assert_status(200).assert_contains("DTSTART:20260509T120000Z").assert_contains("DTEND:20260509T143000Z");
    let poster = app.visitor().get(&format!("/vacatures/{id}/poster")).await;
    poster.assert_status(200).assert_contains(&format!("localhost/vacatures/{id}"));
    let code = app.visitor().get(&format!("/vacatures/{id}/qr.svg")).await;
    assert_eq!(code.headers["content-type"], "image/svg+xml");
    assert!(code.body.contains("<svg"));
    let flexible = in_state(&app, town.organisation, State::Live).await;
    app.visitor().get(&format!("/vacatures/{flexible}/agenda.ics")).await.assert_status(404);
}

#[db_test]
async fn a_series_follows_local_time(app: TestApp) {
    let town = town(&app).await;
    let mut series = vacancy(&app, town.organisation);
    series.facets.when = When::Series {
        weekday: 2,
        every_weeks: 2,
        starts: time(9, 30, 0, 0),
        ends: time(12, 0, 0, 0),
        from: Some(date(2026, 3, 4)),
        until: Some(date(2026, 7, 1)),
    };
    series.state = State::Live;
    let id = keep(&app, series).await;
    let page = app.visitor().get(&format!("/vacatures/{id}")).await;
    page.assert_contains("Om de 2 weken op dinsdag, 09.30–12.00 uur");
    let file = app.visitor().get(&format!("/vacatures/{id}/agenda.ics")).await;
    file.assert_contains("DTSTART;TZID=Europe/Amsterdam:20260310T093000")
        .assert_contains("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260701T215959Z");
}

#[db_test]
async fn others_find_vacancies_through_the_facade(app: TestApp) {
    let town = town(&app).await;
    let mut ids = Vec::new();
    for state in [State::Live, State::Paused, State::Live, State::Draft] {
        ids.push(in_state(&app, town.organisation, state).await);
    }
    in_state(&app, town.other, State::Waiting).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let asked = [ids[2], ids[0]];
    let found = vacancies::by_ids(&mut conn, &ctx, &asked).await.expect("it reads");
    assert_eq!(found.iter().map(|vacancy| vacancy.id).collect::<Vec<_>>(), asked, "in the order asked for");
    let first = vacancies::live(&mut conn, &ctx, None, 1).await.expect("it reads");
    let rest = vacancies::live(&mut conn, &ctx, Some(first[0].id), 10).await.expect("it reads");
    let mut live: Vec<_> = first.iter().chain(&rest).map(|vacancy| vacancy.id).collect();
    live.sort();
    let mut expected = vec![ids[0], ids[2]];
    expected.sort();
    assert_eq!(live, expected);
    assert_eq!(vacancies::of_organisation(&mut conn, &ctx, town.organisation).await.expect("it reads").len(), 4);
    assert_eq!(vacancies::waiting_count(&mut conn, &ctx).await.expect("it reads"), 1);
    drop(conn);
    assert_eq!(stored(&app, ids[3]).await.state, State::Draft);
}
