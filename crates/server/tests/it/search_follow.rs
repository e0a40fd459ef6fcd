//! The index follows the database: what changes is found again, what goes is gone, on every process.

use std::sync::Arc;

use kernel::time;
use platform::{
    events::feed::Follower,
    searching::{self, ContentLoaded},
};
use testkit::{Engine, TestApp, db_test};
use vacancies::{
    events::{VacancyChanged, VacancyClosed},
    model::State,
};

use crate::{listing_find, vacancies_fixtures as fixtures};

async fn record(app: &TestApp, event: &impl platform::Event) {
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    tx.record(&ctx, event).await.expect("a fact");
    tx.commit().await.expect("it commits");
}

#[db_test]
async fn what_changes_and_what_goes_is_followed(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = listing_find::live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    app.refresh_search().await;
    let before = app.app.search.generation();
    app.refresh_search().await;
    assert_eq!(app.app.search.generation(), before, "nothing happened, so kept pages stay good");

    let mut vacancy = fixtures::stored(&app, id).await;
    vacancy.title = "Snoeien".into();
    fixtures::keep(&app, vacancy.clone()).await;
    record(&app, &VacancyChanged { vacancy: id, organisation: town.organisation }).await;
    app.refresh_search().await;
    let mut visitor = app.visitor();
    visitor.get("/vacatures").await.assert_contains("Snoeien").assert_lacks("Tuinieren");
    assert_ne!(app.app.search.generation(), before);

    vacancy.state = State::Closed;
    fixtures::keep(&app, vacancy).await;
    record(&app, &VacancyClosed { vacancy: id, organisation: town.organisation, by_date: false }).await;
    app.refresh_search().await;
    visitor.get("/vacatures").await.assert_contains("Geen vacatures gevonden");
    app.run_jobs().await;
}

#[db_test]
async fn what_is_loaded_at_once_is_read_as_a_whole(app: TestApp) {
    let town = fixtures::town(&app).await;
    app.refresh_search().await;
    for number in 0..30 {
        listing_find::live(&app, &town, &format!("Klus {number}"), "Doen.", |_| {}).await;
    }
    app.refresh_search().await;
    app.visitor().get("/vacatures").await.assert_contains("Geen vacatures gevonden");
    record(&app, &ContentLoaded { municipality: app.town }).await;
    app.refresh_search().await;
    let mut visitor = app.visitor();
    let first = visitor.get("/vacatures").await;
    first.assert_contains("30 vacatures gevonden").assert_contains("1 tot en met 20 van 30");
    visitor.get("/vacatures?page=2").await.assert_contains("21 tot en met 30 van 30");
}

#[test]
fn a_second_process_finds_what_the_first_publishes_and_a_restart_goes_on_where_it_was() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let one = TestApp::start(Engine::Sqlite).await;
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let config = platform::config::Config { data: dir.path().to_owned(), ..one.app.config.clone() };
        let config = platform::config::Config { search_in_memory: false, ..config };
        let start = || TestApp::on(one.app.db.clone(), config.clone(), dir.clone());
        let two = start().await;
        let town = fixtures::town(&one).await;
        searching::refresh(&one.app).await.expect("the first is up to date");
        searching::refresh(&two.app).await.expect("the second is up to date");
        let id = listing_find::live(&one, &town, "Tuinieren", "In de tuin.", |_| {}).await;
        record(&one, &VacancyChanged { vacancy: id, organisation: town.organisation }).await;
        searching::refresh(&two.app).await.expect("the second is up to date");
        two.visitor().get("/vacatures").await.assert_contains("Tuinieren");
        assert!(two.app.search.is_ready() && two.app.search.documents() == 1);
        drop(two);

        let idle = start().await;
        searching::refresh(&idle.app).await.expect("it goes on");
        let opened = idle.app.search.generation();
        drop(idle);
        let again = start().await;
        searching::refresh(&again.app).await.expect("it goes on");
        assert_eq!(again.app.search.documents(), 1);
        again.visitor().get("/vacatures").await.assert_contains("Tuinieren");

        record(&one, &ContentLoaded { municipality: one.town }).await;
        searching::refresh(&again.app).await.expect("the load is taken in");
        drop(again);
        let last = start().await;
        searching::refresh(&last.app).await.expect("it goes on");
        assert_eq!(last.app.search.generation(), opened, "nothing is taken in a second time");
    });
}

/// On PostgreSQL others go on while one imports; SQLite has one writer, so nobody can overtake it.
#[test]
fn what_a_long_import_records_is_not_missed() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let app = TestApp::start(Engine::Postgres).await;
        let town = fixtures::town(&app).await;
        let (early, late) = (app.app.ids.next(), app.app.ids.next());
        let changed = |vacancy| VacancyChanged { vacancy, organisation: town.organisation };
        let mut follower = Follower::at_end(&app.app.db).await.expect("it follows");
        let ctx = app.ctx();
        let mut import = app.app.db.begin_system().await.expect("a transaction");
        import.record(&ctx, &changed(early)).await.expect("it is recorded");
        app.app.clock.advance(2 * kernel::time::MINUTE);
        record(&app, &changed(late)).await;
        let subjects = async |follower: &mut Follower| -> Vec<uuid::Uuid> {
            let facts = follower.next(&app.app.db).await.expect("it reads").expect("it goes on");
            facts.into_iter().map(|fact| fact.subject).collect()
        };
        assert_eq!(subjects(&mut follower).await, [uuid::Uuid::from(late)]);
        ctx.commit(import).await.expect("it commits");
        assert_eq!(subjects(&mut follower).await, [uuid::Uuid::from(early)], "the import was overtaken, and missed");
        app.run_jobs().await;
        app.app.db.close().await;
    });
}

/// Nobody's clock decides what is found: not that of the machine that wrote, not one that was set back under a process.
#[db_test]
async fn whoever_writes_is_followed_whatever_their_clock_says(app: TestApp) {
    let town = fixtures::town(&app).await;
    let changed = |vacancy| VacancyChanged { vacancy, organisation: town.organisation };
    let mut follower = Follower::at_end(&app.app.db).await.expect("it follows");
    let mut expected = Vec::new();
    for offset in [0, -2 * time::MINUTE, 2 * time::MINUTE, -time::HOUR, time::DAY, -2 * time::DAY] {
        app.app.clock.advance(offset);
        let id = app.app.ids.next();
        record(&app, &changed(id)).await;
        expected.push(uuid::Uuid::from(id));
        let facts = follower.next(&app.app.db).await.expect("it reads").expect("it goes on");
        assert_eq!(facts.iter().map(|fact| fact.subject).collect::<Vec<_>>(), expected[expected.len() - 1..]);
    }
    // As after a restart: from the place that was written down.
    let mut again = Follower::since(&follower.mark()).expect("a place");
    assert!(again.next(&app.app.db).await.expect("it reads").expect("it goes on").is_empty());
    app.app.clock.advance(2 * time::DAY);
    app.run_jobs().await;
}

/// A database that was put back ends before the place that is kept: what was found is of no use then.
#[db_test]
async fn a_database_that_was_put_back_is_read_anew(app: TestApp) {
    let mut ahead = Follower::since("4611686018427387904:").expect("a place");
    assert!(ahead.next(&app.app.db).await.expect("it reads").is_none());
}

#[db_test]
async fn a_load_larger_than_one_look_is_told_whole(app: TestApp) {
    let mut follower = Follower::at_end(&app.app.db).await.expect("it follows");
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    for _ in 0..4_500 {
        tx.record(&ctx, &ContentLoaded { municipality: app.town }).await.expect("a fact");
    }
    tx.commit().await.expect("it commits");
    assert_eq!(follower.next(&app.app.db).await.expect("it reads").expect("it goes on").len(), 4_500);
}

/// A file that is damaged under a running process makes the engine panic: whoever asks is told to come back, and the index is
/// built anew from the database.
#[test]
fn an_index_that_is_damaged_while_it_serves_is_built_anew() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let one = TestApp::start(Engine::Sqlite).await;
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let config =
            platform::config::Config { data: dir.path().to_owned(), search_in_memory: false, ..one.app.config.clone() };
        let app = TestApp::on(one.app.db.clone(), config, dir.clone()).await;
        let town = fixtures::town(&app).await;
        for number in 0..40 {
            listing_find::live(&app, &town, &format!("Tuinieren {number}"), "In de tuin van de buurt.", |_| {}).await;
        }
        searching::refresh(&app.app).await.expect("it is filled");
        let folder = dir.path().join("index");
        let own = std::fs::read_dir(folder).expect("the index").flatten().find(|entry| entry.path().is_dir());
        let files = std::fs::read_dir(own.expect("its folder").path()).expect("its files").flatten();
        for file in files.map(|file| file.path()) {
            if file.extension().is_some_and(|ending| ["idx", "store", "term", "pos"].iter().any(|one| ending == *one)) {
                use std::os::unix::fs::FileExt;
                let length = file.metadata().expect("its length").len();
                let opened = std::fs::File::options().write(true).open(&file).expect("it opens");
                opened
                    .write_all_at(&vec![0xff; usize::try_from(length).expect("a small file")], 0)
                    .expect("it is damaged");
            }
        }
        let status = app.visitor().get("/vacatures?q=tuin").await.status;
        assert_eq!(status, 503, "what cannot be searched is told as such");
        searching::refresh(&app.app).await.expect("it is built anew");
        app.visitor().get("/vacatures?q=tuin").await.assert_status(200).assert_contains("40 vacatures gevonden");
        one.run_jobs().await;
    });
}
