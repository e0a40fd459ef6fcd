//! Passkeys, as far as one comes without a device: what browsers are asked, and who may touch whose keys.
//! The whole way is walked in a real browser.

use kernel::PersonId;
use people::passkeys::{self, PasskeyId, PasskeyRow};
use platform::db::Json;
use testkit::{TestApp, db_test};

/// A key that a made-up device made.
const KEY: &str = r#"{"cred":{"cred_id":"N8sDgS7nvYokBlNn-1ZHsumDsREarhLYwSOz28H5mLA","cred":{"type_":"ES256","key":
    {"EC_EC2":{"curve":"SECP256R1","x":"y8QtFckUATNk5lrEgxptxODJtFMEfipxJXN9hE7vg5E",
    "y":"7vp02IMDblfpoKJqOu9Ft4NPp3ByEfELFzm4Y_wIHho"}}},"counter":2,"transports":null,"user_verified":true,
    "backup_eligible":false,"backup_state":false,"registration_policy":"required","extensions":{"cred_protect":"Ignored",
    "hmac_create_secret":"NotRequested","appid":"NotRequested","cred_props":{"Unsigned":{"rk":true}}},
    "attestation":{"data":"None","metadata":"None"},"attestation_format":"none"}}"#;

/// Gives somebody that key.
pub(crate) async fn keep_key(app: &TestApp, person: PersonId) -> PasskeyId {
    let ctx = app.ctx();
    let id: PasskeyId = ctx.id();
    let row = PasskeyRow {
        municipality_id: ctx.town(),
        id,
        person_id: person,
        credential_id: "N8sDgS7nvYokBlNn-1ZHsumDsREarhLYwSOz28H5mLA".into(),
        name: "Oude telefoon".into(),
        passkey: Json(serde_json::from_str(KEY).expect("a key")),
        created_at: ctx.now,
        used_at: None,
    };
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    passkeys::insert_sample(&mut tx, row).await.expect("it is kept");
    tx.commit().await.expect("it commits");
    id
}

#[db_test]
async fn ones_own_keys_are_listed_named_and_removed(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let other = app.person("Bram Bedenksel", Some("bram@inwoner.voorbeeld.example"), &[]).await;
    let key = keep_key(&app, noor).await;
    let mut browser = app.browser_of(noor).await;
    browser.get("/mijn/beveiliging").await.assert_contains("Oude telefoon");
    let options = browser.post("/mijn/beveiliging/sleutels/opties", &[]).await.json();
    let known = options["publicKey"]["excludeCredentials"][0]["id"].as_str();
    assert_eq!(known, Some("N8sDgS7nvYokBlNn-1ZHsumDsREarhLYwSOz28H5mLA"), "one device makes one key");
    let mut stranger = app.browser_of(other).await;
    stranger.post(&format!("/mijn/beveiliging/sleutels/{key}/weg"), &[]).await.assert_status(404);
    browser
        .post(&format!("/mijn/beveiliging/sleutels/{key}/naam"), &[("name", "Mijn telefoon")])
        .await
        .assert_status(303);
    browser.get("/mijn/beveiliging").await.assert_contains("Mijn telefoon");
    browser.post(&format!("/mijn/beveiliging/sleutels/{key}/weg"), &[]).await.assert_status(303);
    browser.get("/mijn/beveiliging").await.assert_lacks("Mijn telefoon");
}

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
