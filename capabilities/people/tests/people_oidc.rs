//! Signing in at an identity provider: a small one in this process that says what each test wants it to say.

use std::sync::Arc;

use axum::{Json, Router, extract::State, http::StatusCode, routing};
use data_encoding::BASE64URL_NOPAD;
use kernel::{PersonRole, time::HOUR};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use parking_lot::Mutex;
use people::oidc::settings;
use platform::config::{Config, OidcConfig};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use testkit::{Answer, Client, TestApp, db_test};

const FATMA: &str = "fatma@gemeente.voorbeeld.example";
const CLIENT: &str = "samenstuur-proef";

/// What the provider says next.
#[derive(Clone)]
struct Next {
    claims: Value,
    challenge: String,
    key: u8,
    /// Whether it is signed with another key than its header says.
    forged: bool,
    asked: usize,
}

#[derive(Clone)]
struct Provider {
    address: String,
    next: Arc<Mutex<Next>>,
}

fn signing_key(seed: u8) -> SigningKey {
    SigningKey::from_slice(&[seed; 32]).expect("a key")
}

impl Provider {
    async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let next = Next { claims: Value::Null, challenge: String::new(), key: 1, forged: false, asked: 0 };
        let provider = Self { address, next: Arc::new(Mutex::new(next)) };
        let router = Router::new()
            .route("/.well-known/openid-configuration", routing::get(discovery))
            .route("/keys", routing::get(keys))
            .route("/token", routing::post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    fn config(&self) -> OidcConfig {
        OidcConfig {
            issuer: self.address.clone(),
            client_id: CLIENT.into(),
            client_secret: "a secret of nobody".into(),
            name: "Gemeente Voorbeeldstad".into(),
            trust_email: false,
        }
    }

    fn token(&self) -> String {
        let next = self.next.lock().clone();
        let header = json!({ "alg": "ES256", "typ": "JWT", "kid": format!("key-{}", next.key) });
        let encode = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let signed = format!("{}.{}", encode(&header), encode(&next.claims));
        let signature: Signature = signing_key(if next.forged { 9 } else { next.key }).sign(signed.as_bytes());
        format!("{signed}.{}", BASE64URL_NOPAD.encode(&signature.to_bytes()))
    }
}

async fn discovery(State(provider): State<Provider>) -> Json<Value> {
    provider.next.lock().asked += 1;
    let at = |path: &str| format!("{}{path}", provider.address);
    Json(json!({
        "issuer": provider.address,
        "authorization_endpoint": at("/door"),
        "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
}

async fn keys(State(provider): State<Provider>) -> Json<Value> {
    let key = provider.next.lock().key;
    let point = signing_key(key).verifying_key().to_sec1_point(false);
    let (x, y) = point.as_bytes()[1..].split_at(32);
    let encode = |bytes: &[u8]| BASE64URL_NOPAD.encode(bytes);
    Json(json!({ "keys": [
        { "kty": "EC", "use": "sig", "crv": "P-256", "kid": format!("key-{key}"), "x": encode(x), "y": encode(y) },
    ] }))
}

/// Gives the token for a code only to who began (PKCE), as a provider must.
async fn token(State(provider): State<Provider>, body: String) -> (StatusCode, Json<Value>) {
    let sent = |name: &str| {
        url::form_urlencoded::parse(body.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    };
    let verifier = sent("code_verifier").unwrap_or_default();
    let challenge = BASE64URL_NOPAD.encode(&Sha256::digest(verifier.as_bytes()));
    if sent("code").as_deref() != Some("code-1") || challenge != provider.next.lock().challenge {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" })));
    }
    let answer =
        json!({ "access_token": "a", "token_type": "Bearer", "expires_in": 300, "id_token": provider.token() });
    (StatusCode::OK, Json(answer))
}

/// The same installation with a provider for Voorbeeldstad.
async fn with(app: &TestApp, provider: OidcConfig) -> TestApp {
    let mut config: Config = app.app.config.clone();
    config.oidc.insert("voorbeeldstad".into(), provider);
    TestApp::on(app.app.db.clone(), config, app.dir.clone()).await
}

/// The claims of somebody the provider vouches for.
fn claims(app: &TestApp, provider: &Provider, subject: &str, email: &str) -> Value {
    let now = app.app.now().timestamp().as_second();
    json!({
        "iss": provider.address, "aud": CLIENT, "sub": subject, "exp": now + 300, "iat": now,
        "email": email, "email_verified": true, "name": "Fatma Voorbeeld",
    })
}

/// Goes to the provider's door; the question it is asked, by name.
async fn to_the_door(browser: &mut Client, provider: &Provider) -> Vec<(String, String)> {
    let answer = browser.get("/inloggen/oidc?terug=%2Fmijn%2Fprofiel").await;
    answer.assert_status(303);
    let door: url::Url = answer.location().expect("a location").parse().expect("an address");
    assert!(door.as_str().starts_with(&format!("{}/door?", provider.address)), "{door}");
    door.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect()
}

fn asked<'a>(question: &'a [(String, String)], name: &str) -> &'a str {
    question.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// Goes there and comes back, with what the provider says changed by `change`.
async fn sign_in(
    browser: &mut Client,
    provider: &Provider,
    mut said: Value,
    change: impl FnOnce(&mut Value),
) -> Answer {
    let question = to_the_door(browser, provider).await;
    said["nonce"] = json!(asked(&question, "nonce"));
    change(&mut said);
    {
        let mut next = provider.next.lock();
        next.claims = said;
        next.challenge = asked(&question, "code_challenge").to_owned();
    }
    browser.get(&format!("/inloggen/oidc/terug?code=code-1&state={}", asked(&question, "state"))).await
}

#[db_test]
async fn a_new_person_gets_an_account_and_is_known_by_their_number_from_then_on(app: TestApp) {
    let provider = Provider::start().await;
    let app = with(&app, provider.config()).await;
    let mut browser = app.visitor();
    browser.get("/inloggen").await.assert_contains("Inloggen met Gemeente Voorbeeldstad");
    let question = to_the_door(&mut browser, &provider).await;
    assert_eq!(asked(&question, "response_type"), "code");
    assert_eq!(asked(&question, "code_challenge_method"), "S256");
    assert_eq!(asked(&question, "scope"), "openid email profile");
    assert_eq!(asked(&question, "redirect_uri"), "http://localhost/inloggen/oidc/terug");

    let said = claims(&app, &provider, "f-1", FATMA);
    let answer = sign_in(&mut browser, &provider, said, |_| {}).await;
    assert_eq!(answer.location().as_deref(), Some("/mijn/profiel"), "{}", answer.text());
    browser.get("/mijn").await.assert_contains("Dag Fatma Voorbeeld");

    // Another address, not even vouched for: the number says who it is.
    let said = claims(&app, &provider, "f-1", "anders@gemeente.voorbeeld.example");
    let mut elsewhere = app.visitor();
    sign_in(&mut elsewhere, &provider, said, |said| said["email_verified"] = json!(false)).await.assert_status(303);
    elsewhere.get("/mijn").await.assert_contains("Dag Fatma Voorbeeld");
    assert_eq!(provider.next.lock().asked, 1, "the discovery document is remembered");
    browser.get("/mijn/gegevens/download").await.assert_contains(&provider.address).assert_contains("f-1");
    app.run_jobs().await;
}

#[db_test]
async fn a_known_address_is_the_same_person_and_gives_no_role(app: TestApp) {
    let provider = Provider::start().await;
    let app = with(&app, provider.config()).await;
    let known = app.person("Fatma de Vries", Some(FATMA), &[]).await;
    let mut said = claims(&app, &provider, "f-2", "Fatma@Gemeente.Voorbeeld.Example");
    said["groups"] = json!(["beheer", "balie"]);
    let mut browser = app.visitor();
    sign_in(&mut browser, &provider, said.clone(), |_| {}).await.assert_status(303);
    browser.get("/mijn").await.assert_contains("Dag Fatma de Vries");
    assert!(roles(&app, known).await.is_empty(), "a provider gives no role by itself");

    decide(&app, &settings::MEDIATORS, "balie, loket").await;
    sign_in(&mut app.visitor(), &provider, said, |_| {}).await.assert_status(303);
    assert_eq!(roles(&app, known).await, [PersonRole::Mediator], "the municipality said which group means which role");

    // Whoever is erased is a stranger again.
    browser.get("/mijn/gegevens/wissen").await.assert_status(200);
    browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    let said = claims(&app, &provider, "f-2", FATMA);
    let mut again = app.visitor();
    sign_in(&mut again, &provider, said, |_| {}).await.assert_status(303);
    again.get("/mijn").await.assert_contains("Dag Fatma Voorbeeld");
    app.run_jobs().await;
}

async fn roles(app: &TestApp, person: kernel::PersonId) -> Vec<PersonRole> {
    let mut conn = app.ctx().read().await.expect("a connection");
    people::account(&mut conn, app.town, person).await.expect("it is read").expect("an account").roles
}

async fn decide(app: &TestApp, setting: &'static kernel::Setting, value: &str) {
    let decision = kernel::setting::SettingValue {
        value: value.into(),
        valid_from: kernel::Date::constant(2000, 1, 1),
        valid_until: None,
        source: "test".into(),
    };
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    app.app.municipalities.decide(&mut tx, app.town, setting, decision, app.app.now()).await.expect("it is decided");
    tx.commit().await.expect("it commits");
    app.app.municipalities.refresh(&app.app.db).await.expect("they are read");
}

#[db_test]
async fn what_does_not_hold_lets_nobody_in(app: TestApp) {
    type Change = fn(&mut Value);
    let provider = Provider::start().await;
    let app = with(&app, provider.config()).await;
    let table: [(&str, Change, u16, &str); 6] = [
        ("nonce", |said| said["nonce"] = json!("of another question"), 502, "niet controleren"),
        ("audience", |said| said["aud"] = json!("another site"), 502, "niet controleren"),
        ("issuer", |said| said["iss"] = json!("https://elders.example"), 502, "niet controleren"),
        ("expiry", |said| said["exp"] = json!(said["iat"].as_i64().unwrap_or(0) - 1), 502, "niet controleren"),
        ("verified", |said| said["email_verified"] = json!(false), 422, "geen gecontroleerd e-mailadres"),
        ("address", |said| said["email"] = Value::Null, 422, "geen gecontroleerd e-mailadres"),
    ];
    for (what, change, status, text) in table {
        let mut browser = app.visitor();
        let said = claims(&app, &provider, "f-3", FATMA);
        let answer = sign_in(&mut browser, &provider, said, change).await;
        assert_eq!(answer.status.as_u16(), status, "{what}: {}", answer.text());
        answer.assert_contains(text).assert_contains("Log in met een code");
        assert!(browser.cookie(platform::auth::COOKIE).is_none(), "{what} let somebody in");
    }
    let mut conn = app.ctx().read().await.expect("a connection");
    let account = people::account_by_email(&mut conn, app.town, FATMA).await.expect("it is read");
    assert!(account.is_none(), "nobody was made on the word of nobody");
}

#[db_test]
async fn a_token_signed_by_somebody_else_is_refused_and_a_new_key_is_asked_for(app: TestApp) {
    let provider = Provider::start().await;
    let app = with(&app, provider.config()).await;
    let said = claims(&app, &provider, "f-4", FATMA);
    sign_in(&mut app.visitor(), &provider, said.clone(), |_| {}).await.assert_status(303);
    provider.next.lock().key = 2;
    sign_in(&mut app.visitor(), &provider, said.clone(), |_| {}).await.assert_status(303);
    assert_eq!(provider.next.lock().asked, 2, "the new key was asked for once");

    // The name of a key that is known, signed with another.
    let answer = sign_in(&mut app.visitor(), &provider, said.clone(), |_| provider.next.lock().forged = true).await;
    answer.assert_status(502).assert_contains("niet controleren");
    provider.next.lock().forged = false;

    // A code that the provider did not give.
    let mut browser = app.visitor();
    let question = to_the_door(&mut browser, &provider).await;
    let state = asked(&question, "state");
    let answer = browser.get(&format!("/inloggen/oidc/terug?code=code-2&state={state}")).await;
    answer.assert_status(502).assert_contains("niet controleren");
    app.run_jobs().await;
}

#[db_test]
async fn an_answer_to_no_question_leads_back_to_the_door(app: TestApp) {
    let provider = Provider::start().await;
    let app = with(&app, provider.config()).await;
    let said = claims(&app, &provider, "f-5", FATMA);
    let mut browser = app.visitor();
    let answer = sign_in(&mut browser, &provider, said.clone(), |_| {}).await;
    answer.assert_status(303);
    let same = answer.path.clone();
    app.visitor().get(&same).await.assert_status(422).assert_contains("Het duurde te lang");

    let mut browser = app.visitor();
    to_the_door(&mut browser, &provider).await;
    let other = browser.get("/inloggen/oidc/terug?code=code-1&state=anders").await;
    other.assert_status(422).assert_contains("Het duurde te lang");

    let mut browser = app.visitor();
    let question = to_the_door(&mut browser, &provider).await;
    let state = asked(&question, "state");
    let denied = browser.get(&format!("/inloggen/oidc/terug?error=access_denied&state={state}")).await;
    denied.assert_status(422).assert_contains("Je bent niet ingelogd bij Gemeente Voorbeeldstad");

    let mut browser = app.visitor();
    let question = to_the_door(&mut browser, &provider).await;
    app.app.clock.advance(HOUR);
    let late = browser.get(&format!("/inloggen/oidc/terug?code=code-1&state={}", asked(&question, "state"))).await;
    late.assert_status(422).assert_contains("Het duurde te lang");
    app.run_jobs().await;
}

#[db_test]
async fn a_provider_that_is_down_leaves_the_other_ways_in(app: TestApp) {
    let provider = Provider::start().await;
    let gone = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", gone.local_addr().expect("an address"));
    drop(gone);
    let down = with(&app, OidcConfig { issuer: address, ..provider.config() }).await;
    let answer = down.visitor().get("/inloggen/oidc").await;
    answer.assert_status(503).assert_contains("geeft nu geen antwoord").assert_contains("Log in met een code");

    // Who configured none has no such door; the other town has none either.
    assert_eq!(app.visitor().get("/inloggen/oidc").await.location().as_deref(), Some("/inloggen"));
    let up = with(&app, provider.config()).await;
    assert_eq!(up.visitor_elsewhere().get("/inloggen/oidc").await.location().as_deref(), Some("/inloggen"));
    let page = up.visitor_elsewhere().get("/inloggen").await;
    assert!(!page.body.contains("/inloggen/oidc"), "a button that leads nowhere");
}

#[db_test]
async fn an_address_the_provider_says_nothing_of_counts_only_where_that_was_configured(app: TestApp) {
    let provider = Provider::start().await;
    let silent = |said: &mut Value| {
        said.as_object_mut().expect("claims").remove("email_verified");
    };
    let strict = with(&app, provider.config()).await;
    let said = claims(&strict, &provider, "f-1", FATMA);
    sign_in(&mut strict.visitor(), &provider, said.clone(), silent).await.assert_status(422);
    let trusting = with(&app, OidcConfig { trust_email: true, ..provider.config() }).await;
    let denied = |said: &mut Value| said["email_verified"] = json!(false);
    sign_in(&mut trusting.visitor(), &provider, said.clone(), denied).await.assert_status(422);
    sign_in(&mut trusting.visitor(), &provider, said, silent).await.assert_status(303);
    trusting.run_jobs().await;
}
