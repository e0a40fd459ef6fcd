//! A person of one town or organisation reads nothing of another's that is not public: every page and every answer that
//! can be asked for, with the ids of things that are there.

use std::collections::BTreeMap;

use kernel::{OrganisationId, PersonId, PersonRole};
use organisations::brief;
use platform::plan::Role;
use testkit::{Answer, Client, TestApp, db_test};
use vacancies::model::State;

use crate::{authorisation::fixtures::Fixtures, vacancies_fixtures};

/// Words of the town that only those whom it concerns may read.
const PRIVATE: [&str; 11] = [
    "olga@thuis.example",
    "cora@proef.example",
    "rik@thuis.example",
    "Mag ik komen kijken?",
    "Noor Verzonnen",
    "Denkbeeldigestraat",
    // Not public, or not yet: a draft, one that waits to be looked at, words of a report, who has yet to be confirmed.
    "Concept over de kas",
    "Wachtend snoeiwerk",
    "Dit leest als betaald werk",
    "melder@thuis.example",
    "Vereniging In Aanvraag",
];
/// Words of the town that everybody there may read, and nobody needs elsewhere.
const TOWN: [&str; 3] = ["Buurttuin De Proef", "Samen tuinieren op dinsdag", "Olga Eigen"];
/// Parameters that are not the id of a thing: texts that mean the same in every town, and secrets nobody has.
const NO_THING: [&str; 6] = ["token", "setting", "slug", "file", "list_file", "step"];

fn paths() -> Vec<&'static str> {
    let routes = server::plans().into_iter().flat_map(|plan| plan.routes);
    let mut paths: Vec<&str> = routes.filter(|route| route.method == "GET").map(|route| route.path).collect();
    paths.sort_unstable();
    paths
}

fn parameters(path: &'static str) -> Vec<&'static str> {
    path.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(|name| name.trim_start_matches('*')).collect()
}

fn fill(path: &str, known: &BTreeMap<&'static str, String>) -> String {
    let mut filled = path.to_owned();
    for (name, value) in known {
        filled = filled.replace(&format!("{{{name}}}"), value).replace(&format!("{{*{name}}}"), value);
    }
    assert!(!filled.contains('{'), "{path}: add a fixture in authorisation/fixtures.rs");
    filled
}

/// What only those see who work on it.
async fn unpublished(fixtures: &Fixtures) {
    let app = &fixtures.app;
    let organisation = fixtures.known["organisation"].parse().expect("an id");
    for (title, state) in [("Concept over de kas", State::Draft), ("Wachtend snoeiwerk", State::Waiting)] {
        let mut vacancy = vacancies_fixtures::vacancy(app, organisation);
        vacancy.title = title.into();
        vacancy.state = state;
        vacancies_fixtures::keep(app, vacancy).await;
    }
    let report = [("reason", "other"), ("note", "Dit leest als betaald werk"), ("email", "melder@thuis.example")];
    let path = format!("/vacatures/{}/melden", fixtures.known["vacancy"]);
    app.visitor().post(&path, &report).await.assert_status(303);
    let founder = app.person("Ad Aanvraag", Some("ad@aanvraag.example"), &[]).await;
    vacancies_fixtures::organisation(app, "Vereniging In Aanvraag", false, founder).await;
    app.run_jobs().await;
    app.refresh_search().await;
    // Whoever works on it does see it: else looking for these words would prove nothing.
    let mut manager = fixtures.client(Role::Manager).await;
    manager.get("/beheer/vacatures").await.assert_contains("Wachtend snoeiwerk");
    let workplace = format!("/organisatie/{organisation}/vacatures");
    fixtures.client(Role::Contact).await.get(&workplace).await.assert_contains("Concept over de kas");
}

/// The town in which every parameter of every address means something.
async fn furnished(app: TestApp) -> Fixtures {
    let fixtures = Fixtures::make(app, &format!("/api/{}", paths().join(""))).await;
    fixtures.app.run_jobs().await;
    let thread = format!("/organisatie/{}/reacties/{}", fixtures.known["organisation"], fixtures.known["response"]);
    unpublished(&fixtures).await;
    let seen = fixtures.client(Role::Contact).await.get(&thread).await;
    seen.assert_status(200).assert_contains(PRIVATE[0]).assert_contains(PRIVATE[3]);
    fixtures
}

fn leaks(who: &str, answer: &Answer, words: &[&str]) -> Vec<String> {
    let location = answer.location().unwrap_or_default();
    let found = words.iter().filter(|word| answer.body.contains(**word) || location.contains(**word));
    found.map(|word| format!("{who} reads {word:?} at {}", answer.path)).collect()
}

/// Whether the answer says that nothing is there, or that it is not for who asks.
fn closed(answer: &Answer) -> bool {
    let door = answer.location().is_some_and(|location| location.starts_with("/inloggen"));
    door || matches!(answer.status.as_u16(), 401 | 403 | 404 | 410)
}

async fn elsewhere(app: &TestApp, name: &str, roles: &[PersonRole]) -> PersonId {
    let email = format!("{}@elders.example", kernel::text::slug(name));
    app.person_in(app.elsewhere, name, Some(&email), roles).await
}

async fn key_of(mut contact: Client, organisation: OrganisationId) -> String {
    let made = contact.post(&format!("/organisatie/{organisation}/sleutels"), &[("name", "Proef")]).await;
    let text = made.text();
    let key = text.split_whitespace().find(|word| word.starts_with("sk_"));
    format!("Bearer {}", key.expect("a key for programs"))
}

/// People of the other town, at its own address; and a manager of this town who goes there with the session of here.
async fn strangers(fixtures: &Fixtures) -> Vec<(&'static str, Client)> {
    let app = &fixtures.app;
    let mut found = vec![("a visitor elsewhere", app.visitor_elsewhere())];
    for (who, name, roles) in [
        ("a resident elsewhere", "Els Inwoner", &[][..]),
        ("a mediator elsewhere", "Ed Balie", &[PersonRole::Mediator][..]),
        ("a helper elsewhere", "Edo Helper", &[PersonRole::ConfirmedHelper][..]),
        ("a manager elsewhere", "Eva Beheer", &[PersonRole::Manager][..]),
    ] {
        let person = elsewhere(app, name, roles).await;
        found.push((who, app.browser_elsewhere_of(person).await));
    }
    let contact = elsewhere(app, "Elke Contact", &[]).await;
    let ctx = app.app.system(app.elsewhere).expect("the other town");
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    let organisation = brief::insert_sample(&mut tx, &ctx, "Vereniging Elders", true, contact).await;
    tx.commit().await.expect("it commits");
    let browser = app.browser_elsewhere_of(contact).await;
    let key = key_of(browser.clone(), organisation.expect("an organisation")).await;
    found.push(("a contact elsewhere", browser));
    found.push(("a program elsewhere", app.visitor_elsewhere().with_header("authorization", &key)));
    let manager = fixtures.client(Role::Manager).await;
    let mut abroad = app.visitor_elsewhere();
    abroad.set_cookie(platform::auth::COOKIE, manager.cookie(platform::auth::COOKIE).expect("a session"));
    found.push(("a manager of here, elsewhere", abroad));
    found
}

#[db_test]
async fn who_is_of_another_town_reads_nothing_of_this_one(app: TestApp) {
    let fixtures = furnished(app).await;
    let mut wrong = Vec::new();
    for (who, client) in strangers(&fixtures).await {
        for path in paths() {
            let answer = client.clone().get(&fill(path, &fixtures.known)).await;
            wrong.extend(leaks(who, &answer, &PRIVATE));
            wrong.extend(leaks(who, &answer, &TOWN));
            let names_a_thing = parameters(path).iter().any(|name| !NO_THING.contains(name));
            if names_a_thing && !closed(&answer) {
                wrong.push(format!("{who} gets {} at {}", answer.status, answer.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    fixtures.app.run_jobs().await;
}

#[db_test]
async fn who_has_no_part_in_it_reads_nothing_of_it(app: TestApp) {
    let fixtures = furnished(app).await;
    let other = fixtures.app.person("Olaf Derde", Some("olaf@derde.example"), &[]).await;
    let organisation = vacancies_fixtures::organisation(&fixtures.app, "Club Derde", true, other).await;
    let contact = fixtures.app.browser_of(other).await;
    let key = key_of(contact.clone(), organisation).await;
    let clients = [
        ("a visitor", fixtures.app.visitor()),
        ("a contact of another organisation", contact),
        ("a program of another organisation", fixtures.app.visitor().with_header("authorization", &key)),
    ];
    let mut wrong = Vec::new();
    for (who, client) in clients {
        // The demonstration shows every letter and as whom one may come in, because nothing in it is secret.
        for path in paths().into_iter().filter(|path| !path.starts_with("/demo")) {
            let answer = client.clone().get(&fill(path, &fixtures.known)).await;
            wrong.extend(leaks(who, &answer, &PRIVATE));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    fixtures.app.run_jobs().await;
}
