//! An installation that the program made before the house had a folder for each capability: its demonstration town of size 1
//! (`demo --size 1 --now 2026-03-03T09:00:00Z`, then `backup`, both at ab8f833), with 261 jobs that wait. It is migrated, holds the
//! same, and goes on.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use platform::{
    Db,
    backup::all_contents,
    db::{Engine, maintenance},
    jobs,
};
use testkit::TestApp;

/// Tables that went below, with those that hold their rows since then.
const MOVED: &[(&[&str], &str)] = &[
    (&["outcomes", "help_request_outcomes"], "followup_questions"),
    (&["outcome_links", "help_request_outcome_links"], "followup_links"),
    (&["saved_searches"], "subscriptions"),
    (&["saved_search_links"], "subscription_links"),
];

/// Tables that got or lost these columns since then: their other columns hold what they held.
const ALTERED: &[(&str, &[&str])] = &[
    ("events", &["position"]),
    ("import_runs", &["corrections", "file", "kept", "undone_at"]),
    ("jobs", &["runner", "turn"]),
    ("messages", &["untold", "letter_id"]),
    ("responses", &["counted_for_pause", "paused_for", "undelivered_at"]),
];

/// What is in the columns of those tables that were then and are now.
async fn unaltered(db: &Db) -> BTreeMap<String, maintenance::Content> {
    let mut conn = db.read().await.expect("a connection");
    let mut contents = BTreeMap::new();
    for mut table in maintenance::tables(&mut conn).await.expect("the tables") {
        if let Some((_, altered)) = ALTERED.iter().find(|(name, _)| *name == table.name) {
            table.columns.retain(|(column, _)| !altered.contains(&column.as_str()));
            contents.insert(table.name.clone(), maintenance::content(&mut conn, &table).await.expect("it is read"));
        }
    }
    contents
}

async fn goes_on(engine: Engine) {
    let packed = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/installation-of-before.tar.gz");
    let (db, then, dir) = TestApp::of_before(engine, &packed).await;
    let before = unaltered(&db).await;
    assert!(!db.migrate(testkit::beginning()).await.expect("it migrates").is_empty(), "there is nothing to migrate");
    let now = all_contents(&db).await.expect("it is read");
    let moved: BTreeSet<&str> = MOVED.iter().flat_map(|(from, _)| from.iter().copied()).collect();
    assert_eq!(unaltered(&db).await, before);
    assert_eq!(before.len(), ALTERED.len());
    let altered = |table: &str| ALTERED.iter().any(|(name, _)| *name == table);
    for (table, was) in then.tables.iter().filter(|(table, _)| !moved.contains(table.as_str()) && !altered(table)) {
        assert_eq!(now.get(table), Some(was), "{table} does not hold what it held");
    }
    for (from, to) in MOVED {
        let rows: u64 = from.iter().filter_map(|table| then.tables.get(*table)).map(|table| table.rows).sum();
        assert_eq!(now.get(*to).map(|table| table.rows), Some(rows), "{to} does not hold what {from:?} held");
        assert!(from.iter().all(|table| !now.contains_key(*table)), "{from:?} is still there");
    }

    let app = TestApp::upgraded(db, dir).await;
    let ctx = app.ctx();
    let waiting: BTreeMap<String, i64> =
        jobs::waiting(&mut ctx.read().await.expect("a connection"), &ctx).await.expect("jobs").into_iter().collect();
    for kind in ["marketplace.ask_outcome", "marketplace.remind_of_response", "marketplace.take_over_help_request"] {
        assert!(waiting.contains_key(kind), "no {kind} waits: {waiting:?}");
    }
    app.pass_days(45).await;
    let failed: Vec<_> = app.dead_jobs().await.into_iter().map(|job| (job.kind, job.last_error)).collect();
    assert!(failed.is_empty(), "{failed:?}");
    let mut conn = ctx.read().await.expect("a connection");
    let left = jobs::waiting(&mut conn, &ctx).await.expect("jobs");
    let letters = platform::mail::mailbox(&mut conn, &ctx, None, 1000).await.expect("letters");
    drop(conn);
    let old: Vec<_> = left.iter().filter(|(kind, _)| kind.starts_with("marketplace.remind_of_response")).collect();
    assert!(old.is_empty(), "what fell due was not done: {old:?}");
    assert!(letters.len() > 100, "only {} letters went out", letters.len());
    app.refresh_search().await;
    app.visitor().get("/vacatures").await.assert_status(200).assert_contains("vacatures");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_installation_of_before_goes_on_sqlite() {
    goes_on(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_installation_of_before_goes_on_postgres() {
    goes_on(Engine::Postgres).await;
}
