//! The demonstration town on screen: every page of the people one can be has something true to show, and says what it is.

use std::sync::Arc;

use demo::{CONTACT_EMAIL, DEFAULT_SEED};
use platform::{
    app::MovableClock,
    config::Config,
    db::{Db, Location},
    plan::{Access, Role},
};
use testkit::{Client, TestApp, beginning, repeatable_random};

/// Pages that are rightly empty: nothing has happened yet that belongs there.
const MAY_BE_EMPTY: [&str; 3] = [
    // Letters come once somebody does something.
    "/demo/postvak",
    // Who speaks for no organisation hears how to begin one.
    "/organisatie",
    // The part that says that nothing is there, as a sample.
    "/onderdelen",
];

/// An installation with the demonstration town on 127.0.0.1, filled as `samenstuur demo` does.
async fn demonstration() -> TestApp {
    let dir = Arc::new(tempfile::tempdir().expect("a folder"));
    let location = Location::Sqlite { file: dir.path().join("demo.sqlite"), sync: false };
    let config = || Config { data: dir.path().to_owned(), demo: true, search_in_memory: true, ..Config::default() };
    let db = Db::open(&location).await.expect("it opens");
    db.migrate(beginning()).await.expect("migrations run");
    let clock = Arc::new(MovableClock::starting_at(Some(beginning())));
    let filler = server::build(config(), db, clock, repeatable_random()).await.expect("it starts");
    demo::fill(&filler, 1, DEFAULT_SEED).await.expect("the town is filled");
    filler.db.close().await;
    let db = Db::open(&location).await.expect("it opens again");
    let app = TestApp::on(db, config(), dir).await;
    app.run_jobs().await;
    app.refresh_search().await;
    app
}

async fn played(app: &TestApp, email: &str) -> Client {
    let mut browser = app.visitor_at("127.0.0.1");
    browser.post("/demo/inloggen", &[("persoon", email)]).await.assert_status(303);
    browser
}

/// Pages with a fixed address that this role may open.
fn pages(role: Role) -> Vec<&'static str> {
    let plans = server::plans();
    let routes = plans.iter().flat_map(|plan| plan.routes.iter());
    let open = |access: Access| access.0.contains(&role);
    routes
        .filter(|route| route.method == "GET" && !route.path.contains('{') && open(route.access))
        .map(|route| route.path)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_demonstration_has_something_to_show() {
    let app = demonstration().await;
    let mut empty = Vec::new();
    for (role, email) in [
        (Role::Resident, "tess@inwoner.voorbeeld.example"),
        (Role::Contact, "contact@organisatie.voorbeeld.example"),
        (Role::Mediator, CONTACT_EMAIL),
        (Role::Manager, "beheer@gemeente.voorbeeld.example"),
    ] {
        let mut browser = played(&app, email).await;
        let mut paths: Vec<String> = pages(role).into_iter().map(str::to_owned).collect();
        if role == Role::Contact {
            let workplace = browser.get("/organisatie").await.location().expect("one organisation");
            paths.extend(
                ["", "/vacatures", "/reacties", "/contacten", "/mensen", "/sleutels", "/delen"]
                    .map(|tail| format!("{workplace}{tail}")),
            );
        }
        // What is one's own is empty for those who are here to work.
        let own = |path: &str| path.starts_with("/mijn") && role != Role::Resident;
        for path in paths.iter().filter(|path| !MAY_BE_EMPTY.contains(&path.as_str()) && !own(path)) {
            let page = browser.get(path).await;
            assert!(page.status.as_u16() < 500, "{path} answers {}", page.status);
            if page.status.is_success() && page.body.contains("class=\"ss-empty\"") {
                empty.push(format!("{path} ({role:?})"));
            }
        }
    }
    assert!(empty.is_empty(), "nothing to show: {empty:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_says_so_wherever_it_goes_and_can_be_asked_something() {
    let app = demonstration().await;
    let mut visitor = app.visitor_at("127.0.0.1");
    visitor.get("/embed/vacatures").await.assert_contains("zijn verzonnen");
    visitor.get("/vacatures.atom").await.assert_contains("Demonstratie: ");
    visitor.get("/vacatures.ics").await.assert_contains("Demonstratie: ");
    let contact = visitor.get("/contact").await;
    contact.assert_contains(CONTACT_EMAIL).assert_contains("079 012 34 56").assert_contains("Denkbeeldigeplein");
    contact.assert_contains("Vandaag: 10.00–16.00 uur");
    assert_eq!(contact.attribute("footer a[href^='tel:']", "href").as_deref(), Some("tel:0790123456"));
    let vacancies = visitor.get("/vacatures").await;
    let vacancy = vacancies.attribute("main .ss-cards a", "href").expect("a vacancy");
    let poster = visitor.get(&format!("{}/poster", vacancy.split('?').next().unwrap_or_default())).await;
    poster.assert_contains("zijn verzonnen");
}
