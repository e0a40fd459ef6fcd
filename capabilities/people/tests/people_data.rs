//! A copy of one's data, an end to them, and the terms after which data go by themselves.

use kernel::{PersonId, PersonRole, time::DAY};
use platform::{
    Conn,
    db::{Engine, Query, Scope, migrate},
};
use testkit::{TestApp, db_test};

use crate::vacancies_fixtures;

const NOOR: &str = "noortje@zonderling.voorbeeld.example";
/// Words that occur nowhere but in what Noor told.
const TRACES: [&str; 5] = ["Zonderling", "zonderling", "099 876 54 32", "Nergensstraat", "heel rustig beginnen"];

async fn noor(app: &TestApp) -> PersonId {
    let noor = app.person("Noortje Zonderling", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let told = [
        ("name", "Noortje Zonderling"),
        ("phone", "099 876 54 32"),
        ("address", "Nergensstraat 1"),
        ("considerations", "Ik wil heel rustig beginnen."),
        ("themes", "nature"),
        ("when", "3-evening"),
        ("findable", "ja"),
    ];
    browser.post("/mijn/profiel", &told).await.assert_status(303);
    browser.post("/mijn/toestemming", &[("purposes", "profile")]).await.assert_status(303);
    app.visitor().post("/inloggen", &[("email", NOOR)]).await.assert_status(303);
    app.run_jobs().await;
    noor
}

/// The texts a statement answers; the statement is put together by the test, which looks at every table there is.
async fn texts(conn: &mut Conn, sql: String) -> Vec<String> {
    let sql: &'static str = Box::leak(sql.into_boxed_str());
    let query: Query<(), (String,)> = Query::new("people_data::texts", sql, Scope::Across("a test looks everywhere"));
    query.all(conn, ()).await.unwrap_or_else(|error| panic!("{sql}: {error}")).into_iter().map(|(text,)| text).collect()
}

/// Where one of the traces still stands: table and column.
async fn traces(app: &TestApp) -> Vec<String> {
    traces_of(app, &TRACES).await
}

/// Where one of these words stands in any table: table and column.
pub(crate) async fn traces_of(app: &TestApp, words: &[&str]) -> Vec<String> {
    let mut conn = app.ctx().read().await.expect("a connection");
    let mut found = Vec::new();
    for table in migrate::all().expect("migrations").iter().flat_map(migrate::Migration::tables) {
        let columns = match conn.engine() {
            Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'"),
            Engine::Postgres => format!(
                "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
                 WHERE table_name = '{table}' AND data_type = 'text'"
            ),
        };
        for column in texts(&mut conn, columns).await {
            let rows = texts(&mut conn, format!("SELECT COALESCE({column}, '') FROM {table}")).await;
            if rows.iter().any(|row| words.iter().any(|trace| row.contains(trace))) {
                found.push(format!("{table}.{column}"));
            }
        }
    }
    found
}

#[db_test]
async fn the_copy_holds_everything(app: TestApp) {
    let noor = noor(&app).await;
    let mut browser = app.browser_of(noor).await;
    browser.get("/mijn/gegevens").await.assert_status(200).assert_contains("Account, profiel en toestemmingen");
    let copy = browser.get("/mijn/gegevens/download").await;
    copy.assert_status(200);
    let disposition = copy.headers.get("content-disposition").and_then(|value| value.to_str().ok());
    assert!(disposition.is_some_and(|value| value.starts_with("attachment")));
    for told in TRACES {
        assert!(copy.body.contains(told), "{told} is missing");
    }
    let json = copy.json();
    let own = &json["Account, profiel en toestemmingen"];
    assert_eq!(own["Mijn profiel"]["Waar ligt je hart?"][0], "Natuur en milieu");
    assert_eq!(own["Mijn profiel"]["Dagen en dagdelen"][0], "woensdag, Avond");
    assert_eq!(own["Toestemming"][0]["Wat mogen we voor je doen?"], "Het profiel bekijken en invullen");
    for part in app.app.plans.iter().flat_map(|plan| plan.person_data.iter()) {
        assert!(json.get(app.ctx().t(part.label)).is_some(), "{} has no part in the copy", part.label);
    }
    let english = browser.in_english().get("/mijn/gegevens/download").await.json();
    assert_eq!(english["Account, profile and consents"]["E-mail address"], NOOR);
}

#[db_test]
async fn erasing_leaves_nothing_personal_in_any_table(app: TestApp) {
    let noor = noor(&app).await;
    vacancies_fixtures::organisation(&app, "Buurttuin De Proef", true, noor).await;
    let mut browser = app.browser_of(noor).await;
    let mut phone = app.browser_of(noor).await;
    assert!(!traces(&app).await.is_empty(), "the search finds what is there");
    browser.get("/mijn/gegevens/wissen").await.assert_status(200);
    browser.post("/mijn/gegevens/wissen", &[]).await.assert_status(422).assert_contains("Zet eerst een vinkje");
    browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    for client in [&mut browser, &mut phone] {
        assert!(client.get("/mijn").await.location().is_some(), "signed out everywhere");
    }
    let letters = app.mails_to(NOOR).await;
    assert_eq!(letters.len(), 1, "the older letters are gone");
    assert!(letters[0].subject.contains("gewist"));
    // The last letter itself stays in the demonstration's mailbox; an installation that sends its mail keeps none.
    let left: Vec<_> = traces(&app).await.into_iter().filter(|place| place != "sent_mails.recipient").collect();
    assert!(left.is_empty(), "still there: {left:?}");
    let mut conn = app.ctx().read().await.expect("a connection");
    assert!(people::account(&mut conn, app.town, noor).await.expect("read").is_none());
    assert!(people::names(&mut conn, app.town, &[noor]).await.expect("read").is_empty());
    drop(conn);
    app.person("Noortje Opnieuw", Some(NOOR), &[]).await;
    app.run_jobs().await;
}

#[db_test]
async fn the_desk_erases_who_asks_for_it(app: TestApp) {
    let noor = noor(&app).await;
    let mila = app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[PersonRole::Mediator]).await;
    let mut desk = app.browser_of(mila).await;
    let path = format!("/balie/personen/{noor}/wissen");
    desk.post(&path, &[]).await.assert_status(422);
    app.browser_of(noor).await.post(&path, &[("sure", "ja")]).await.assert_status(403);
    desk.post(&path, &[("sure", "ja")]).await.assert_status(303);
    desk.post(&path, &[("sure", "ja")]).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn an_unused_account_ends_after_a_warning(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("schedules");
    let noor = app.person("Noortje Zonderling", Some(NOOR), &[]).await;
    let back = app.person("Bram Terug", Some("bram@inwoner.voorbeeld.example"), &[]).await;
    let mila = app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[PersonRole::Mediator]).await;
    app.app.clock.advance(699 * DAY);
    app.pass_days(2).await;
    let letters = app.mails_to(NOOR).await;
    assert_eq!(letters.len(), 1);
    assert!(letters[0].subject.contains("Wil je je account"), "{}", letters[0].subject);
    assert!(app.mails_to("mila@punt.voorbeeld.example").await.is_empty(), "who works here is not warned");
    let mut visitor = app.visitor();
    visitor.post("/demo/inloggen", &[("persoon", "bram@inwoner.voorbeeld.example")]).await.assert_status(303);
    app.pass_days(29).await;
    let there = |app: TestApp, person| async move {
        let mut conn = app.ctx().read().await.expect("a connection");
        people::account(&mut conn, app.town, person).await.expect("read").is_some()
    };
    assert!(there(app.clone(), noor).await, "not before the day");
    app.pass_days(3).await;
    assert!(!there(app.clone(), noor).await, "the account has ended");
    assert!(there(app.clone(), back).await && there(app.clone(), mila).await);
}

#[db_test]
async fn what_was_kept_long_enough_goes_at_night(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("schedules");
    let mila = app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[PersonRole::Mediator]).await;
    let greet = [("name", "Greet Zonderling"), ("purposes", "respond"), ("way", "spoken"), ("agreed", "ja")];
    let mut desk = app.browser_of(mila).await;
    desk.post("/balie/personen/nieuw", &greet).await.assert_status(303);
    app.visitor().post("/inloggen", &[("email", NOOR)]).await.assert_status(303);
    app.run_jobs().await;
    let standing = traces(&app).await;
    assert!(standing.contains(&"sign_ins.email".to_owned()) && standing.contains(&"persons.name".to_owned()));
    app.pass_days(2).await;
    let standing = traces(&app).await;
    assert!(!standing.contains(&"sign_ins.email".to_owned()), "{standing:?}");
    app.app.clock.advance(28 * DAY);
    app.pass_days(2).await;
    assert_eq!(traces(&app).await, ["persons.name", "persons.sort_key"]);
    // A year of consent, a year in which it can be shown, a night, and one more for the person themselves.
    app.app.clock.advance((365 + 365 - 30) * DAY);
    app.pass_days(3).await;
    assert!(traces(&app).await.is_empty());
}

#[db_test]
async fn the_privacy_page_shows_every_term(app: TestApp) {
    let page = app.visitor().get("/privacy").await;
    page.assert_status(200).assert_contains("Accounts die niemand gebruikt").assert_contains("730 dagen");
    for kind in app.app.plans.iter().flat_map(|plan| plan.retention.iter()) {
        page.assert_contains(&app.ctx().t(kind.data));
    }
}

#[db_test]
async fn who_was_erased_is_somebody_new_for_another_system(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let mut manager = app.browser_of(town.manager).await;
    let file = format!("external id;name;email\nQ-4711;Noortje Zonderling;{NOOR}\n");
    manager.upload("/beheer/import", &[("what", "people")], "p.csv", file.as_bytes()).await.assert_status(303);
    let account = async || {
        let mut conn = app.ctx().read().await.expect("a connection");
        people::account_by_email(&mut conn, app.town, NOOR).await.expect("read").map(|account| account.id)
    };
    let first = account().await.expect("imported");
    let mut browser = app.browser_of(first).await;
    browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    assert!(traces_of(&app, &["Zonderling", "Q-4711"]).await.is_empty(), "the number elsewhere is gone too");
    manager.upload("/beheer/import", &[("what", "people")], "p.csv", file.as_bytes()).await.assert_status(303);
    let second = account().await.expect("imported again");
    assert_ne!(first, second, "the emptied row stays empty");
    let mut visitor = app.visitor();
    visitor.post("/demo/inloggen", &[("persoon", NOOR)]).await.assert_status(303);
    visitor.get("/mijn").await.assert_status(200).assert_contains("Noortje Zonderling");
    app.run_jobs().await;
}

#[db_test]
async fn the_last_manager_hears_that_another_is_needed_first(app: TestApp) {
    let mies = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    let mut browser = app.browser_of(mies).await;
    let refused = browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await;
    refused.assert_status(409).assert_contains("Jij bent de enige beheerder");
    app.person("Moos Beheer", Some("moos@stad.example"), &[PersonRole::Manager]).await;
    browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    app.run_jobs().await;
}

#[db_test]
async fn a_copy_can_be_read_without_this_site_and_taken_home_on_paper(app: TestApp) {
    let noor = noor(&app).await;
    let scene = crate::responses_fixtures::scene(&app).await;
    let mut browser = app.browser_of(noor).await;
    let fields = [("reach", "email"), ("question", "Is er een kas?")];
    browser.post(&format!("/vacatures/{}/reageer", scene.vacancy), &fields).await.assert_status(303);
    let copy = browser.get("/mijn/gegevens/kopie").await;
    copy.assert_status(200);
    let disposition = copy.headers.get("content-disposition").and_then(|value| value.to_str().ok());
    assert_eq!(disposition, Some("attachment; filename=\"mijn-gegevens.html\""));
    for told in TRACES {
        assert!(copy.body.contains(told), "{told} is missing");
    }
    for label in ["Gesprek", "Is er een kas?", "Verstuurd", "Natuur en milieu"] {
        assert!(copy.body.contains(label), "{label} is missing");
    }
    for raw in ["exact_data", "sent_at", "<link", "<script", "<img"] {
        assert!(!copy.body.contains(raw), "{raw} says nothing to a reader");
    }
    let english = browser.in_english().get("/mijn/gegevens/kopie").await;
    assert!(english.body.contains("Conversation"), "in the reader's language");
    // At the desk, with consent, and on record.
    let path = format!("/balie/personen/{noor}/gegevens");
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get(&path).await.assert_status(200).assert_contains("Nergensstraat");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = platform::audit::about(&mut conn, &ctx, platform::audit::Subject::of("person", noor), 50).await;
    assert!(rows.expect("audit rows").iter().any(|row| row.action == "person.look" && row.details.contains("copy")));
    drop(conn);
    let stranger = app.person("Iemand Anders", Some("iemand@inwoner.voorbeeld.example"), &[]).await;
    desk.get(&format!("/balie/personen/{stranger}/gegevens")).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn expired_and_old_responses_are_in_the_copy_and_go_with_the_rest(app: TestApp) {
    let noor = noor(&app).await;
    let scene = crate::responses_fixtures::scene(&app).await;
    let fields = crate::responses_fixtures::typed("Noortje Zonderling", NOOR);
    crate::responses_fixtures::send(&app, scene.vacancy, &fields).await;
    app.run_jobs().await;
    app.pass_days(3).await;
    let mut browser = app.browser_of(noor).await;
    let copy = browser.get("/mijn/gegevens/download").await;
    assert!(copy.body.contains("Is er een kas?"), "also what nobody confirmed");
    browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    app.run_jobs().await;
    let left: Vec<_> = traces(&app).await.into_iter().filter(|place| !place.starts_with("sent_mails")).collect();
    assert!(left.is_empty(), "still there: {left:?}");
}
