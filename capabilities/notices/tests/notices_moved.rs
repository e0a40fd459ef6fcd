//! An installation of before, with saved searches in tables of their own: nothing that was saved, no link that was sent and
//! no work that waits is lost when they move.

use facets::model::VacancyId;
use kernel::{Instant, JobId, Lang, MunicipalityId, PersonId, time};
use platform::{
    auth::Secret,
    db::{Args, Query, Scope, migrate},
    row,
};
use testkit::{TestApp, db_test};
use uuid::Uuid;
use vacancies::model::Vacancy;

use crate::{listing_find, vacancies_fixtures as fixtures};

row! {
    struct OldSearch {
        municipality_id: MunicipalityId,
        id: Uuid,
        person_id: Option<PersonId>,
        email: Option<String>,
        lang: Lang,
        filters: String,
        rhythm: String,
        state: String,
        confirm_hash: Option<Vec<u8>>,
        seen_until: Instant,
        sent: String,
        created_at: Instant,
        renewed_at: Instant,
    }
}

const fn old<A, R>(sql: &'static str) -> Query<A, R> {
    Query::new("notices_moved", sql, Scope::Municipality)
}

const SEARCH: Query<OldSearch, ()> = old(
    "INSERT INTO saved_searches (municipality_id, id, person_id, email, lang, filters, rhythm, state, confirm_hash, \
     seen_until, sent, created_at, renewed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
);
const LINK: Query<(MunicipalityId, Vec<u8>, Uuid, Instant), ()> = old(
    "INSERT INTO saved_search_links (municipality_id, token_hash, saved_search_id, made_at) VALUES ($1, $2, $3, $4)",
);
const JOB: Query<(MunicipalityId, JobId, String, String, Instant), ()> =
    old("INSERT INTO jobs (municipality_id, id, kind, payload, run_at, attempts, state, created_at) \
     VALUES ($1, $2, $3, $4, $5, 0, 'waiting', $5)");

/// Takes the schema back to before the move: the new tables go, the old ones come.
async fn go_back(app: &TestApp) {
    let migrations = migrate::all().expect("migrations");
    let made = migrations.iter().find(|migration| migration.number == 14).expect("where they were made");
    let old = made.statements(app.app.db.engine()).into_iter().filter(|sql| sql.contains(" saved_search"));
    let gone = [
        "DROP TABLE subscription_links",
        "DROP TABLE subscriptions",
        "DELETE FROM schema_migrations WHERE number IN (51, 52)",
    ];
    for sql in gone.map(str::to_owned).into_iter().chain(old) {
        app.tamper(sql.leak()).await.expect("it was so before");
    }
}

async fn run<A: Args>(app: &TestApp, query: Query<A, ()>, args: A) {
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    query.run(&mut tx, args).await.expect("it was so before");
    tx.commit().await.expect("it commits");
}

/// A search as a program wrote it that knew fewer filters.
fn search(app: &TestApp, number: u128, words: &str, rhythm: &str) -> OldSearch {
    let before = app.ctx().now.plus(-time::DAY);
    OldSearch {
        municipality_id: app.town,
        id: Uuid::from_u128(number),
        person_id: None,
        email: Some(format!("{rhythm}@thuis.example")),
        lang: Lang::Nl,
        filters: format!(r#"{{"q":"{words}","near":null,"themes":[]}}"#),
        rhythm: rhythm.to_owned(),
        state: "active".to_owned(),
        confirm_hash: None,
        seen_until: before,
        sent: "[]".to_owned(),
        created_at: before,
        renewed_at: before,
    }
}

/// Four searches, two links in letters, and work that waits: for everything there is.
async fn fill(app: &TestApp, owner: PersonId, vacancy: VacancyId, confirm: &Secret, leave: &Secret) {
    let ctx = app.ctx();
    let own = OldSearch { person_id: Some(owner), email: None, ..search(app, 1, "koken", "weekly") };
    let asked = search(app, 4, "bakken", "daily");
    let asked = OldSearch { state: "waiting".to_owned(), confirm_hash: Some(confirm.hash()), ..asked };
    for search in [own, search(app, 2, "koken", "at_once"), search(app, 3, "koken", "daily"), asked] {
        run(app, SEARCH, search).await;
    }
    run(app, LINK, (app.town, leave.hash(), Uuid::from_u128(2), ctx.now)).await;
    let id = Uuid::from_u128;
    for (kind, payload) in [
        ("look_at_once", "{}".to_owned()),
        ("send_news", format!(r#"{{"search":"{}","vacancies":["{vacancy}"]}}"#, id(3))),
        ("ask_to_confirm", format!(r#"{{"search":"{}"}}"#, id(4))),
        ("daily", "null".to_owned()),
    ] {
        run(app, JOB, (app.town, ctx.id(), format!("saved_search.{kind}"), payload, ctx.now.plus(time::HOUR))).await;
    }
}

#[db_test]
async fn searches_links_and_work_that_waits_go_on_under_the_same_ids(app: TestApp) {
    let town = fixtures::town(&app).await;
    let now = app.ctx().now;
    let live = |vacancy: &mut Vacancy| vacancy.published_at = Some(now);
    let vacancy = listing_find::live(&app, &town, "Helpen met koken", "Helpen met koken", live).await;
    let (confirm, leave) = (Secret::new(&app.app), Secret::new(&app.app));
    go_back(&app).await;
    fill(&app, town.resident, vacancy, &confirm, &leave).await;

    assert_eq!(app.app.db.migrate(now).await.expect("it moves"), ["0051_notices.sql", "0052_searches_moved.sql"]);

    let mut browser = app.visitor();
    browser.get(&format!("/zoekopdracht/bevestig/{}", confirm.reveal())).await.assert_contains("“bakken”");
    let leave = format!("/zoekopdracht/uit/{}", leave.reveal());
    browser.get(&leave).await.assert_status(200).assert_contains("“koken”").assert_contains("Stop met mailen");
    app.app.clock.advance(time::HOUR);
    let news = app.mails_to("at_once@thuis.example").await;
    assert_eq!(news.len(), 1, "the look that waited found it");
    assert!(news[0].text_body.contains("Helpen met koken"), "{}", news[0].text_body);
    let daily = app.mails_to("daily@thuis.example").await;
    let mut subjects: Vec<&str> = daily.iter().map(|letter| letter.subject.as_str()).collect();
    subjects.sort_unstable();
    let one = "1 nieuwe vacature die bij je past";
    assert_eq!(subjects, [one, one, "Bevestig je zoekopdracht"], "the letters that waited, and that of the morning");
    browser.post(&leave, &[]).await.assert_status(303);
    browser.get(&leave).await.assert_contains("Toch weer mailen");
    let mut resident = app.browser_of(town.resident).await;
    let id = |page: &testkit::Answer| page.attribute("input[name=search]", "value");
    let own = Some(Uuid::from_u128(1).to_string());
    assert_eq!(id(&resident.get("/mijn/zoekopdrachten").await), own);
    // The same words again are the same search, however it was written down.
    let again = resident.submit("/zoekopdracht", &[("q", "koken"), ("rhythm", "daily")]).await;
    assert_eq!(again.text().matches("“koken”").count(), 1, "{}", again.text());
    assert_eq!(id(&again), own);
}
