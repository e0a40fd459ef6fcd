//! The list outside the site: feed, calendar, frame.

use facets::model::When;
use jiff::civil::{date, time};
use testkit::{TestApp, db_test};

use crate::{listing_find, vacancies_fixtures as fixtures};

#[db_test]
async fn a_feed_holds_what_the_list_holds(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = listing_find::live(&app, &town, "Tuin & terras <nieuw>", "Snoeien\u{8} en vegen.", |_| {}).await;
    listing_find::live(&app, &town, "Voetballen", "Trainen.", |_| {}).await;
    app.refresh_search().await;
    let feed = app.visitor().get("/vacatures.atom?q=terras").await;
    feed.assert_status(200);
    assert_eq!(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
    feed.assert_contains(&format!("<id>urn:uuid:{id}</id>")).assert_contains("Tuin &amp; terras &lt;nieuw&gt;");
    feed.assert_contains(&format!("http://localhost/vacatures/{id}"))
        .assert_contains("<name>Buurttuin De Proef</name>");
    feed.assert_lacks("Voetballen").assert_lacks("\u{8}");
    assert_eq!(feed.body.matches("<entry>").count(), 1);
}

#[db_test]
async fn a_calendar_holds_what_is_dated(app: TestApp) {
    let town = fixtures::town(&app).await;
    listing_find::live(&app, &town, "Opruimdag", "Eén keer.", |vacancy| {
        vacancy.facets.when =
            When::Once { date: date(2026, 4, 11), starts: time(10, 0, 0, 0), ends: time(12, 0, 0, 0) };
    })
    .await;
    listing_find::live(&app, &town, "Als het uitkomt", "In overleg.", |_| {}).await;
    app.refresh_search().await;
    let calendar = app.visitor().get("/vacatures.ics").await;
    calendar.assert_status(200).assert_contains("SUMMARY:Opruimdag (Buurttuin De Proef)");
    calendar.assert_contains("DTSTART:20260411T080000Z").assert_lacks("Als het uitkomt");
    assert_eq!(calendar.body.matches("BEGIN:VEVENT").count(), 1);
}

#[db_test]
async fn an_organisation_shows_its_own_list_on_its_site(app: TestApp) {
    let town = fixtures::town(&app).await;
    listing_find::live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    let mut foreign = fixtures::vacancy(&app, town.other);
    foreign.title = "Voetballen".into();
    foreign.state = vacancies::model::State::Live;
    fixtures::keep(&app, foreign).await;
    app.refresh_search().await;
    let frame = app.visitor().get(&format!("/embed/vacatures?organisatie={}", town.organisation)).await;
    frame.assert_status(200).assert_contains("Vrijwilligerswerk bij Buurttuin De Proef").assert_lacks("Voetballen");
    let first = frame.attribute("li h2 a", "href").expect("a link");
    assert!(first.starts_with("http://localhost/vacatures/"), "{first}");
    frame.assert_lacks("<script");
    let policy = frame.headers["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("frame-ancestors *"), "{policy}");
    let site = app.visitor().get("/vacatures").await;
    let policy = site.headers["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("frame-ancestors 'none'"), "the rest of the site stands in no frame: {policy}");

    let share = format!("/organisatie/{}/delen", town.organisation);
    let page = app.browser_of(town.contact).await.get(&share).await;
    page.assert_status(200).assert_contains("iframe src=\"http://localhost/embed/vacatures?organisatie=");
    app.browser_of(town.other_contact).await.get(&share).await.assert_status(404);
}
