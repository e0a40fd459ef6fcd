//! When the database refuses for lack of disk, that change is lost and the next one works, without a restart.

use platform::db::{Args, Query, Scope, Tx};
use testkit::{Engine, TestApp, db_test};

const fn sql<A: Args>(text: &'static str) -> Query<A, ()> {
    Query::new("standing_full_disk", text, Scope::Across("a test's own tables"))
}

static FILL: Query<(String,), ()> = sql("INSERT INTO test_things (words) VALUES ($1)");
static AGAIN: Query<(), ()> = sql("INSERT INTO test_kinds (id) VALUES (1)");
static DANGLE: Query<(), ()> = sql("INSERT INTO test_things (kind) VALUES (7)");
static COUNT: Query<(), (i64,)> =
    Query::new("count", "SELECT COUNT(*) FROM test_things", Scope::Across("a test's own tables"));

/// Tables of this test; what a thing says of its kind is looked at when it is committed.
async fn tables(app: &TestApp) {
    app.tamper("CREATE TABLE test_kinds (id BIGINT PRIMARY KEY)").await.expect("a table");
    app.tamper("INSERT INTO test_kinds (id) VALUES (1)").await.expect("a row");
    let things =
        "CREATE TABLE test_things (words TEXT, kind BIGINT REFERENCES test_kinds (id) DEFERRABLE INITIALLY DEFERRED)";
    app.tamper(things).await.expect("a table");
}

async fn begin(app: &TestApp) -> Tx {
    app.app.db.begin_system().await.expect("a transaction")
}

/// Somebody can change something again, and `kept` things are there.
async fn takes_changes(app: &TestApp, kept: i64) {
    let answer = app.visitor().post("/inloggen", &[("email", "rik@thuis.example")]).await;
    assert!(answer.status.is_redirection() || answer.status.is_success(), "{}", answer.status);
    app.run_jobs().await;
    let mut conn = app.app.db.read().await.expect("a connection");
    assert_eq!(COUNT.one(&mut conn, ()).await.expect("a count"), (kept,));
}

/// Fills the disk; `room` says how many pages there may be, `cache` how many of them SQLite keeps back in memory.
async fn fill_up(app: &TestApp, room: &'static str, cache: &'static str) -> Tx {
    let mut tx = begin(app).await;
    let pragma =
        |text| Query::<(), (i64,)>::new("standing_full_disk", text, Scope::Across("a setting of the connection"));
    pragma(cache).optional(&mut tx, ()).await.expect("it is set");
    pragma(room).one(&mut tx, ()).await.expect("it is set");
    for _ in 0..10_000 {
        if let Err(error) = FILL.run(&mut tx, ("woord ".repeat(1000),)).await {
            assert!(error.to_string().contains("full"), "{error}");
            return tx;
        }
    }
    panic!("the disk never becomes full");
}

#[test]
fn after_a_full_disk_the_next_change_works() {
    testkit::run(Engine::Sqlite, |app| async move {
        tables(&app).await;
        for (room, cache) in [
            ("PRAGMA max_page_count = 1", "PRAGMA cache_size"),
            // Here much was written to the log before it is full.
            ("PRAGMA max_page_count = 3000", "PRAGMA cache_size = 10"),
        ] {
            drop(fill_up(&app, room, cache).await);
            takes_changes(&app, 0).await;
            // SQLite ended the transaction: what is done in it now would be kept at once.
            let mut tx = fill_up(&app, room, cache).await;
            FILL.run(&mut tx, ("kort".into(),)).await.expect_err("nothing more is done");
            tx.commit().await.expect_err("nothing is committed");
            takes_changes(&app, 0).await;
        }
    });
}

#[db_test]
async fn after_a_commit_that_fails_the_next_change_works(app: TestApp) {
    tables(&app).await;
    for _ in 0..10 {
        let mut tx = begin(&app).await;
        DANGLE.run(&mut tx, ()).await.expect("the kind is looked at later");
        tx.commit().await.expect_err("there is no such kind");
    }
    takes_changes(&app, 0).await;
}

#[db_test]
async fn after_a_failed_statement_nothing_is_kept(app: TestApp) {
    tables(&app).await;
    let mut tx = begin(&app).await;
    FILL.run(&mut tx, ("woord".into(),)).await.expect("it takes a change");
    AGAIN.run(&mut tx, ()).await.expect_err("it is there already");
    FILL.run(&mut tx, ("woord".into(),)).await.expect_err("nothing more is done");
    tx.commit().await.expect_err("nobody is told that it is kept");
    takes_changes(&app, 0).await;
}
