//! The profile, the e-mail address, and the pages every public body owes.

use testkit::{TestApp, db_test};

const NOOR: &str = "noor@inwoner.voorbeeld.example";

#[db_test]
async fn a_profile_is_kept_and_found_only_when_that_was_agreed(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let page = browser.get("/mijn/profiel").await;
    page.assert_status(200).assert_contains("Alleen je naam is verplicht");
    assert_eq!(page.attribute("#f-name", "value").as_deref(), Some("Noor Voorbeeld"));
    let told =
        [("name", "Noor"), ("themes", "nature"), ("themes", "sport"), ("when", "3-evening"), ("phone", "06 12345678")];
    browser.post("/mijn/profiel", &told).await.assert_status(303);
    let found = |app: TestApp| async move {
        let mut conn = app.ctx().read().await.expect("a connection");
        people::findable_profiles(&mut conn, app.town).await.expect("profiles")
    };
    assert!(found(app.clone()).await.is_empty(), "not found until they say so");
    let mut agreed = told.to_vec();
    agreed.push(("findable", "ja"));
    browser.post("/mijn/profiel", &agreed).await.assert_status(303);
    let profiles = found(app.clone()).await;
    assert_eq!(profiles.len(), 1);
    assert_eq!((profiles[0].0, profiles[0].1.themes.clone()), (noor, vec!["nature".to_owned(), "sport".to_owned()]));
    let page = browser.get("/mijn/profiel").await;
    assert!(page.attribute("#f-when-3-evening", "checked").is_some());
    assert!(page.attribute("#f-findable", "checked").is_some());
    let mut conn = app.ctx().read().await.expect("a connection");
    let card = people::contact_card(&mut conn, app.town, noor).await.expect("read").expect("a card");
    assert_eq!((card.name.as_str(), card.phone.as_deref()), ("Noor", Some("06 12345678")));
    app.run_jobs().await;
}

#[db_test]
async fn an_error_keeps_what_was_typed(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let answer = browser.post("/mijn/profiel", &[("name", ""), ("considerations", "Ik begin rustig")]).await;
    answer.assert_status(422).assert_contains("Ik begin rustig");
    let saved = browser.clone().with_header("x-autosave", "1").post("/mijn/profiel", &[("name", "Noor")]).await;
    saved.assert_status(204);
    app.run_jobs().await;
}

#[db_test]
async fn another_address_counts_after_its_code_and_only_in_this_browser(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let new = "noor.nieuw@inwoner.voorbeeld.example";
    let answer = browser.post("/mijn/e-mail", &[("email", new)]).await;
    answer.assert_status(303);
    let path = answer.location().expect("on to the code");
    let attempt = path.split("poging=").nth(1).expect("the wish").to_owned();
    app.run_jobs().await;
    let letters = app.visitor().get(&format!("/demo/postvak.json?aan={new}")).await.json();
    let code = letters[0]["code"].as_str().expect("a code").to_owned();
    let link = letters[0]["links"][0].as_str().expect("a link").to_owned();
    let token = link.split("sleutel=").nth(1).expect("a token").to_owned();
    app.visitor().post("/inloggen/link", &[("sleutel", &token)]).await.assert_status(422);
    let elsewhere = app.visitor().post("/inloggen/code", &[("poging", &attempt), ("code", &code)]).await;
    elsewhere.assert_status(422);
    browser.post("/inloggen/code", &[("poging", &attempt), ("code", &code)]).await.assert_status(303);
    let mut conn = app.ctx().read().await.expect("a connection");
    let account = people::account_by_email(&mut conn, app.town, new).await.expect("read").expect("theirs now");
    assert_eq!(account.id, noor);
    assert!(people::account_by_email(&mut conn, app.town, NOOR).await.expect("read").is_none());
    drop(conn);
    app.run_jobs().await;
    let told = app.mails_to(NOOR).await;
    assert_eq!(told.len(), 1, "the old address hears of it");
    assert!(told[0].text_body.contains("ander e-mailadres"), "{}", told[0].text_body);
}

#[db_test]
async fn an_address_of_another_account_is_not_added_and_nobody_becomes_somebody_else(app: TestApp) {
    let greet = app.person("Greet Bedacht", None, &[]).await;
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(greet).await;
    let path = browser.post("/mijn/e-mail", &[("email", NOOR)]).await.location().expect("on to the code");
    let attempt = path.split("poging=").nth(1).expect("the wish").to_owned();
    app.run_jobs().await;
    let letters = app.visitor().get(&format!("/demo/postvak.json?aan={NOOR}")).await.json();
    let code = letters[0]["code"].as_str().expect("a code").to_owned();
    let answer = browser.post("/inloggen/code", &[("poging", &attempt), ("code", &code)]).await;
    assert_eq!(answer.location().as_deref(), Some("/mijn/e-mail"));
    browser.get("/mijn/e-mail").await.assert_contains("hoort al bij een ander account");
    browser.get("/mijn").await.assert_contains("Dag Greet Bedacht");
}

#[db_test]
async fn the_language_of_letters_is_chosen(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    browser.post("/mijn/taal", &[("lang", "en")]).await.assert_status(303);
    browser.get("/mijn").await.assert_contains("Hello Noor Voorbeeld");
    let mut conn = app.ctx().read().await.expect("a connection");
    let account = people::account(&mut conn, app.town, noor).await.expect("read").expect("there");
    assert_eq!(account.lang, Some(kernel::Lang::En));
}

#[db_test]
async fn every_public_body_owes_these_pages(app: TestApp) {
    let mut visitor = app.visitor();
    let mut english = app.visitor().in_english();
    let pages = [
        ("/toegankelijkheid", "Toegankelijkheid", "Accessibility"),
        ("/privacy", "Privacy", "Privacy"),
        ("/contact", "Contact", "Contact"),
        ("/over", "Over deze site", "About this site"),
    ];
    for (path, dutch, in_english) in pages {
        visitor.get(path).await.assert_status(200).assert_contains(dutch);
        english.get(path).await.assert_status(200).assert_contains(in_english);
    }
}
