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
    let whole = browser.get(&sheet).await;
    whole.assert_status(200).assert_contains("--samenstuur-primary:#00205b");
    assert!(whole.headers["cache-control"].to_str().is_ok_and(|value| value.contains("immutable")));
    let sheets = page.body.matches("rel=\"stylesheet\"").count();
    assert_eq!(sheets, 1, "a town's own colours cost no request more");
    assert!(!whole.body.contains("url(text"), "fonts lie beside the sheet of the program, not here");
    browser.get("/thema.css?v=anders").await.assert_contains("--samenstuur-primary:#00205b").assert_lacks("ss-band");
}

#[db_test]
async fn only_managers_of_this_town_decide(app: TestApp) {
    let resident = app.person("Tess Voorbeeld", Some("tess@inwoner.example"), &[]).await;
    let stranger = app.person_in(app.elsewhere, "Bas Elders", Some("bas@elders.example"), &[PersonRole::Manager]).await;
    app.browser_of(resident).await.get("/beheer/instellingen").await.assert_status(403);
    app.visitor().get("/beheer/instellingen").await.assert_status(303);
    let mut elsewhere = app.browser_elsewhere_of(stranger).await;
    let fields = [("value", "Elders samen"), ("source", "raad")];
    elsewhere.post("/beheer/instellingen/site.name", &fields).await.assert_status(303);
    app.visitor().get("/privacy").await.assert_lacks("Elders samen");
    app.visitor_elsewhere().get("/privacy").await.assert_contains("Elders samen");
}

#[db_test]
async fn a_reply_goes_to_the_towns_own_address_and_only_then_a_letter_promises_a_reader(app: TestApp) {
    let manager = app.person("Marit Voorbeeld", Some("marit@gemeente.example"), &[PersonRole::Manager]).await;
    let mut browser = app.browser_of(manager).await;
    let noor = "noor@inwoner.voorbeeld.example";
    let ask = async || {
        app.visitor().post("/inloggen", &[("email", noor)]).await.assert_status(303);
        app.mails_to(noor).await.remove(0)
    };
    let before = ask().await;
    assert_eq!(before.reply_to, None);
    assert!(!before.text_body.contains("leest een mens") && !before.html_body.contains("leest een mens"));
    let address = [("value", "vragen@gemeente.example"), ("source", "besluit")];
    browser.post("/beheer/instellingen/site.contact_email", &address).await.assert_status(303);
    app.pass(60_000).await;
    let after = ask().await;
    assert_eq!(after.reply_to.as_deref(), Some("vragen@gemeente.example"));
    assert!(after.text_body.contains("leest een mens") && after.html_body.contains("leest een mens"));
}

#[db_test]
async fn the_footer_says_how_to_reach_somebody_and_until_when_today(app: TestApp) {
    let manager = app.person("Marit Voorbeeld", Some("marit@gemeente.example"), &[PersonRole::Manager]).await;
    let mut browser = app.browser_of(manager).await;
    let hours = "Maandag t/m donderdag: 9.00–17.00 uur\nVrijdag: gesloten";
    for (key, value) in [("phone", "079 012 34 56"), ("hours", hours)] {
        let fields = [("value", value), ("source", "besluit")];
        browser.post(&format!("/beheer/instellingen/site.contact_{key}"), &fields).await.assert_status(303);
    }
    // It is Tuesday.
    let page = app.visitor().get("/over").await;
    page.assert_contains("Vandaag: 9.00–17.00 uur");
    assert_eq!(page.attribute("footer a[href^='tel:']", "href").as_deref(), Some("tel:0790123456"));
    app.pass_days(3).await;
    app.visitor().get("/over").await.assert_contains("Vandaag: gesloten");
    app.pass_days(1).await;
    app.visitor().get("/over").await.assert_lacks("Vandaag:");
}
