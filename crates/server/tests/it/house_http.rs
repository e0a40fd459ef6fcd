//! What whoever asks gets when something goes wrong: words in their own language, with the number that stands in the log.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use platform::{Access, App, Plan, config::Config, db::Location};
use testkit::{TestApp, db_test};
use tower::ServiceExt;

struct Got {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Got {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Fails unless this is a page of ours with this heading, which holds the number of the header.
    #[track_caller]
    fn assert_page(&self, status: u16, heading: &str) {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        assert!(self.body.contains("<main") && self.body.contains(heading), "no {heading:?} in {}", self.body);
        let id = self.header("x-request-id");
        assert!(id.len() >= 8 && self.body.contains(id), "{id:?} is not on the page");
        assert!(self.header("content-security-policy").starts_with("default-src 'none'"));
    }
}

async fn ask(router: &Router, method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).expect("a request");
    let (parts, body) = router.clone().oneshot(request).await.expect("an answer").into_parts();
    let bytes = axum::body::to_bytes(body, 16 * 1024 * 1024).await.expect("a body");
    Got { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
}

async fn breaks() -> &'static str {
    panic!("what Olga typed: olga@thuis.example")
}

async fn hangs() -> &'static str {
    std::future::pending::<()>().await;
    "never"
}

/// The site with two pages that no capability has.
fn with_broken_pages(app: &App) -> Router {
    let mut plans = server::plans();
    plans.push(Plan::new("proef", 5).get("/proef/breekt/{token}", breaks, Access::PUBLIC).get(
        "/proef/hangt",
        hangs,
        Access::PUBLIC,
    ));
    platform::http::router(app, plans)
}

async fn impatient() -> TestApp {
    let dir = std::sync::Arc::new(tempfile::tempdir().expect("a folder"));
    let file = dir.path().join("samenstuur.sqlite");
    let db = platform::Db::open(&Location::Sqlite { file, sync: false }).await.expect("it opens");
    let data = dir.path().to_owned();
    let config = Config { data, demo: true, search_in_memory: true, request_seconds: 1, ..Config::default() };
    TestApp::on(db, config, dir).await
}

#[db_test]
async fn an_id_that_is_none_names_a_page_that_is_not_there(app: TestApp) {
    for path in ["/vacatures/geen-id", "/aanbod/geen-id", "/hulpvragen/geen-id", "/organisaties/geen-id/x"] {
        let dutch = app.visitor().get(path).await;
        dutch.assert_status(404).assert_contains("Deze pagina is er niet");
        let english = app.visitor().in_english().get(path).await;
        english.assert_status(404).assert_contains("This page does not exist");
    }
    let answer = app.visitor().with_header("accept", "application/json").get("/vacatures/geen-id").await;
    answer.assert_status(404);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_breaks_or_hangs_is_told_in_words_with_its_number() {
    let app = impatient().await;
    let router = with_broken_pages(&app.app);
    let broken = ask(&router, "GET", "/proef/breekt/geheim", &[]).await;
    broken.assert_page(500, "Er ging iets mis bij ons");
    assert!(!broken.body.contains("olga@"), "{}", broken.body);
    let english = ask(&router, "GET", "/proef/breekt/geheim", &[("accept-language", "en")]).await;
    english.assert_page(500, "Something went wrong on our side");
    let hanging = ask(&router, "GET", "/proef/hangt", &[]).await;
    hanging.assert_page(503, "Dit duurde te lang");
    assert_eq!(hanging.header("retry-after"), "10");
    let program = ask(&router, "GET", "/proef/breekt/geheim", &[("accept", "application/json")]).await;
    assert_eq!(program.header("content-type"), "application/problem+json");
    app.app.db.close().await;
}

#[db_test]
async fn a_form_of_another_site_is_refused_in_words(app: TestApp) {
    let router = server::router(&app.app);
    let cross_site = [("sec-fetch-site", "cross-site")];
    ask(&router, "POST", "/inloggen", &cross_site).await.assert_page(403, "Dit formulier kwam van een andere website");
    let foreign = [("origin", "https://elders.example"), ("accept-language", "en")];
    ask(&router, "POST", "/taal", &foreign).await.assert_page(403, "This form came from another website");
    let own = [("origin", "http://localhost")];
    assert_eq!(ask(&router, "POST", "/taal", &own).await.status, StatusCode::SEE_OTHER);
}

#[db_test]
async fn a_page_that_is_only_read_says_so_to_who_sends(app: TestApp) {
    let router = server::router(&app.app);
    let got = ask(&router, "POST", "/privacy", &[("sec-fetch-site", "same-origin")]).await;
    got.assert_page(405, "Zo werkt dit adres niet");
    assert!(got.header("allow").contains("GET"), "{:?}", got.headers);
    let json = ask(&router, "DELETE", "/api/v1/vacancies", &[("sec-fetch-site", "same-origin")]).await;
    let body: serde_json::Value = serde_json::from_str(&json.body).expect("a problem");
    assert_eq!((json.status.as_u16(), &body["status"]), (405, &405.into()));
}

#[db_test]
async fn a_number_from_outside_is_kept_when_it_looks_like_one(app: TestApp) {
    let router = server::router(&app.app);
    let long = "a".repeat(65);
    for (given, kept) in [
        ("0123456789abcdef", true),
        ("proxy-1.2_3", true),
        ("<script>", false),
        ("short", false),
        (long.as_str(), false),
    ] {
        let got = ask(&router, "GET", "/bestaat-niet", &[("x-request-id", given)]).await;
        got.assert_page(404, "Deze pagina is er niet");
        assert_eq!(got.header("x-request-id") == given, kept, "{given}");
    }
    let twice = [("x-request-id", "0123456789abcdef"), ("x-request-id", "<b>")];
    assert!(!ask(&router, "GET", "/bestaat-niet", &twice).await.body.contains("<b>"));
}

#[db_test]
async fn every_page_carries_the_rules_for_what_it_may_load(app: TestApp) {
    let mut wrong = Vec::new();
    let routes = server::plans().into_iter().flat_map(|plan| plan.routes);
    let mut paths: Vec<&str> = routes.filter(|route| route.method == "GET").map(|route| route.path).collect();
    paths.extend(["/api/v1/openapi.json", "/bestaat-niet"]);
    for path in paths {
        let mut filled = path.to_owned();
        while let (Some(start), Some(end)) = (filled.find('{'), filled.find('}')) {
            filled.replace_range(start..=end, "00000000-0000-7000-8000-000000000001");
        }
        let answer = app.visitor().get(&filled).await;
        let policy = answer.headers.get(header::CONTENT_SECURITY_POLICY).and_then(|value| value.to_str().ok());
        let strict = policy.is_some_and(|policy| {
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe") && !policy.contains('*')
        });
        // What other sites may show in a frame says so itself, and loads nothing from elsewhere either.
        let framed = path.starts_with("/embed/") && policy.is_some_and(|policy| policy.contains("frame-ancestors *"));
        if !strict && !framed {
            wrong.push(format!("{path}: {} {policy:?}", answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[db_test]
async fn whoever_watches_hears_whether_the_program_runs_and_may_be_asked(app: TestApp) {
    assert_eq!(app.visitor().get("/health/live").await.body, "ok");
    app.refresh_search().await;
    app.visitor().get("/health/ready").await.assert_status(200);
}

#[db_test]
async fn a_library_is_no_flood(app: TestApp) {
    let mut statuses = Vec::new();
    for number in 0..40 {
        let email = format!("bezoeker{number}@inwoner.example");
        statuses.push(app.visitor().post("/reacties/link", &[("email", &email)]).await.status.as_u16());
    }
    assert!(statuses.iter().all(|status| *status == 303), "{statuses:?}");
    app.run_jobs().await;
}

#[db_test]
async fn nobody_is_sent_to_another_site(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some("noor@inwoner.example"), &[]).await;
    let mut browser = app.browser_of(noor).await;
    for (given, expected) in [
        ("/vacatures?q=taal", "/vacatures?q=taal"),
        ("/\t/elders.example", "/"),
        ("/\n/elders.example", "/"),
        ("//elders.example", "/"),
        ("/\\elders.example", "/"),
        ("/.//elders.example", "/"),
        ("https://elders.example", "/"),
        // Signs that nobody sees do not come in at all, so what is looked at is what is left.
        ("/\0/elders.example", "/"),
        ("/\u{200b}/elders.example", "/"),
        ("/\u{7f}\\elders.example", "/"),
        ("/mijn\0", "/mijn"),
        ("/mijn\u{b}x", "/"),
        ("/mijn\u{7f}x", "/mijnx"),
    ] {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("terug", given).finish();
        let answers = [
            browser.get(&format!("/inloggen?{query}")).await,
            browser.post("/taal", &[("lang", "nl"), ("return", given)]).await,
        ];
        for answer in answers {
            answer.assert_status(303);
            assert_eq!(answer.location().as_deref(), Some(expected), "{} {given:?}", answer.path);
        }
    }
}

/// What stands under a secret address is kept nowhere and found nowhere; what somebody sent neither.
#[db_test]
async fn private_pages_are_kept_nowhere(app: TestApp) {
    let router = server::router(&app.app);
    for secret in [
        "/reacties/mijn/geheim",
        "/uitkomst/geheim",
        "/zoekopdracht/uit/geheim",
        "/inloggen/link?sleutel=geheim",
        "/inloggen/code?poging=019ccccc-0000-7000-8000-000000000001",
        "/reacties/bevestig?reactie=019ccccc-0000-7000-8000-000000000001&sleutel=geheim",
    ] {
        let got = ask(&router, "GET", secret, &[]).await;
        assert_eq!((got.header("cache-control"), got.header("x-robots-tag")), ("no-store", "noindex"), "{secret}");
    }
    let sent = ask(&router, "POST", "/inloggen", &[("content-type", "application/x-www-form-urlencoded")]).await;
    assert_eq!(sent.header("cache-control"), "no-store");
    let open = ask(&router, "GET", "/vacatures", &[]).await;
    assert_eq!((open.header("cache-control"), open.header("x-robots-tag")), ("private, no-cache", ""));
}

/// A secret in the address has the name `token` in its route, and `sleutel` in a question: that is how the answer is known to
/// be nobody else's.
#[test]
fn every_address_with_a_secret_is_known_as_such() {
    let plans = server::plans();
    let parameters = plans.iter().flat_map(|plan| &plan.routes).flat_map(|route| {
        route
            .path
            .split('/')
            .filter_map(|part| part.strip_prefix('{'))
            .map(|name| (name.trim_end_matches('}'), route.path))
    });
    let odd: Vec<_> = parameters
        .filter(|(name, _)| ["secret", "link", "code", "key", "hash"].iter().any(|word| name.contains(word)))
        .filter(|(name, _)| *name != "api_key" && *name != "passkey")
        .collect();
    assert!(odd.is_empty(), "call a secret {{token}}: {odd:?}");
}

/// A telephone of before says neither `Origin` nor `Sec-Fetch-Site`; the page on which the form stood it does say.
#[db_test]
async fn a_form_of_another_site_is_refused_from_old_browsers_too(app: TestApp) {
    let router = server::router(&app.app);
    for (referrer, refused) in [
        ("http://localhost/inloggen", false),
        ("https://elders.example/lokaas", true),
        ("https://localhost.elders.example/", true),
        ("http://localhost:1/inloggen", true),
        ("about:blank", false),
    ] {
        let got = ask(&router, "POST", "/taal", &[("referer", referrer)]).await;
        assert_eq!(got.status == StatusCode::FORBIDDEN, refused, "{referrer}: {}", got.status);
    }
}

#[db_test]
async fn a_host_name_is_read_as_one_name(app: TestApp) {
    let mut elsewhere = app.visitor_at("elders.example.");
    elsewhere.get("/").await.assert_contains("Elders");
    app.visitor_at("ELDERS.example.:8080").get("/").await.assert_contains("Elders");
    let request = Request::builder().uri("/").header(header::HOST, "localhost").header(header::HOST, "elders.example");
    let router = server::router(&app.app);
    let answer = router.oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
}

/// A database that takes no changes is told as such, to visitors and to whoever watches; reading goes on.
#[db_test]
async fn a_database_that_takes_no_changes_says_so_and_comes_back(app: TestApp) {
    let router = server::router(&app.app);
    assert_eq!(ask(&router, "GET", "/health/ready", &[]).await.status, StatusCode::OK);
    let (refuse, allow) = match app.app.db.engine() {
        testkit::Engine::Sqlite => (
            "CREATE TRIGGER refuses BEFORE UPDATE ON schema_migrations BEGIN SELECT RAISE(ABORT, 'no'); END",
            "DROP TRIGGER refuses",
        ),
        testkit::Engine::Postgres => (
            "ALTER TABLE schema_migrations ADD CONSTRAINT refuses CHECK (applied_at < 0) NOT VALID",
            "ALTER TABLE schema_migrations DROP CONSTRAINT refuses",
        ),
    };
    app.tamper(refuse).await.expect("it is refused from now on");
    let mut said = String::new();
    for _ in 0..100 {
        let got = ask(&router, "GET", "/health/ready", &[]).await;
        said = got.body;
        if got.status == StatusCode::SERVICE_UNAVAILABLE {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(said, "the database takes no changes");
    app.tamper(allow).await.expect("it is allowed again");
    for _ in 0..100 {
        said = ask(&router, "GET", "/health/ready", &[]).await.body;
        if said == "ready" {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it stays: {said}");
}
