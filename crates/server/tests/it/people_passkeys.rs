//! Passkeys, as far as one comes without a device: what browsers are asked, and who may touch whose keys.
//! The whole way is walked in a real browser.

use testkit::{TestApp, db_test};

const NOOR: &str = "noor@inwoner.voorbeeld.example";

#[db_test]
async fn a_browser_is_asked_for_a_key_it_can_find_by_itself(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    browser.get("/mijn/beveiliging").await.assert_status(200).assert_contains("Maak een sleutel");
    let options = browser.post("/mijn/beveiliging/sleutels/opties", &[]).await;
    options.assert_status(200);
    let key = &options.json()["publicKey"];
    assert_eq!((key["rp"]["id"].as_str(), key["user"]["name"].as_str()), (Some("localhost"), Some(NOOR)));
    assert_eq!(key["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(key["authenticatorSelection"]["userVerification"], "required");
    assert!(browser.cookie("stap").is_some(), "the answer must come from this browser");
    let again = browser.post("/mijn/beveiliging/sleutels/opties", &[]).await.json();
    assert_ne!(again["publicKey"]["challenge"], key["challenge"]);
    assert!(app.visitor().post("/mijn/beveiliging/sleutels/opties", &[]).await.location().is_some());
}

#[db_test]
async fn signing_in_begins_the_same_for_everybody(app: TestApp) {
    app.visitor().get("/inloggen").await.assert_status(200).assert_contains("Inloggen met je apparaat");
    let options = app.visitor().post("/inloggen/sleutel/opties", &[("terug", "/vacatures")]).await;
    options.assert_status(200);
    let key = &options.json()["publicKey"];
    assert_eq!(key["rpId"], "localhost");
    assert_eq!(key["allowCredentials"].as_array().map_or(0, Vec::len), 0, "nobody's keys are named");
}

#[db_test]
async fn an_answer_that_is_none_is_refused_in_words(app: TestApp) {
    let mut visitor = app.visitor().with_header("accept", "application/json");
    visitor.post_json("/inloggen/sleutel", &serde_json::json!({ "id": "x" })).await.assert_status(422);
    let answer = serde_json::json!({
        "id": "AAAA", "rawId": "AAAA", "type": "public-key", "extensions": {},
        "response": { "authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA", "userHandle": "AAAA" },
    });
    let refused = visitor.post_json("/inloggen/sleutel", &answer).await;
    refused.assert_status(409);
    assert!(refused.json()["detail"].as_str().is_some_and(|words| words.starts_with("Deze sleutel kennen we niet")));
    visitor.post("/inloggen/sleutel/opties", &[]).await.assert_status(200);
    visitor.post_json("/inloggen/sleutel", &answer).await.assert_status(409);
}

#[db_test]
async fn keys_that_are_not_ones_own_do_not_exist(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let id = "019ccccc-0000-7000-8000-000000000000";
    for (path, fields) in [("naam", vec![("name", "Telefoon")]), ("naam", vec![]), ("weg", vec![])] {
        browser.post(&format!("/mijn/beveiliging/sleutels/{id}/{path}"), &fields).await.assert_status(404);
    }
}
