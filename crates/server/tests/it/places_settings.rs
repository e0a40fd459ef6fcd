//! What a town decides for itself, on both engines.

use kernel::PersonRole;
use testkit::{TestApp, db_test};

#[db_test]
async fn a_decision_holds_from_its_day_and_can_be_taken_back(app: TestApp) {
    let manager = app.person("Marit Voorbeeld", Some("marit@gemeente.example"), &[PersonRole::Manager]).await;
    let mut browser = app.browser_of(manager).await;
    let path = "/beheer/instellingen/site.name";
    let fields = [("value", "Voorbeeldstad samen"), ("valid_from", "10-3-2026"), ("source", "college, 3 maart")];
    browser.post(path, &fields).await.assert_status(303);
    browser.get("/privacy").await.assert_lacks("Voorbeeldstad samen");
    app.pass_days(8).await;
    browser.get("/privacy").await.assert_contains("Voorbeeldstad samen");
    browser.get(path).await.assert_status(200).assert_contains("college, 3 maart");
    browser.post(&format!("{path}/terug"), &[("valid_from", "2026-03-10")]).await.assert_status(303);
    browser.get("/privacy").await.assert_lacks("Voorbeeldstad samen");
}

#[db_test]
async fn a_colour_nobody_can_read_is_refused_and_changes_nothing(app: TestApp) {
    let manager = app.person("Marit Voorbeeld", Some("marit@gemeente.example"), &[PersonRole::Manager]).await;
    let mut browser = app.browser_of(manager).await;
    let path = "/beheer/instellingen/site.primary_colour";
    let refused = browser.post(path, &[("value", "#ffe600"), ("source", "reclamebureau")]).await;
    refused.assert_status(422).assert_contains("#ffe600").assert_contains("donkerder");
    browser.get("/privacy").await.assert_lacks("/thema.css");
    browser.post(path, &[("value", "#00205b"), ("source", "huisstijl")]).await.assert_status(303);
    let page = browser.get("/privacy").await;
    let sheet = page.attribute("link[href^='/thema.css']", "href").expect("the town's colours are linked");
    browser.get(&sheet).await.assert_status(200).assert_contains("--samenstuur-primary:#00205b");
}

#[db_test]
async fn only_managers_of_this_town_decide(app: TestApp) {
    let resident = app.person("Tess Voorbeeld", Some("tess@inwoner.example"), &[]).await;
    let stranger = app.person_in(app.elsewhere, "Bas Elders", Some("bas@elders.example"), &[PersonRole::Manager]).await;
    app.browser_of(resident).await.get("/beheer/instellingen").await.assert_status(404);
    app.visitor().get("/beheer/instellingen").await.assert_status(303);
    let mut elsewhere = app.browser_elsewhere_of(stranger).await;
    let fields = [("value", "Elders samen"), ("source", "raad")];
    elsewhere.post("/beheer/instellingen/site.name", &fields).await.assert_status(303);
    app.visitor().get("/privacy").await.assert_lacks("Elders samen");
    app.visitor_elsewhere().get("/privacy").await.assert_contains("Elders samen");
}
