//! What tests build on: a whole application on either database, a clock that is moved by hand, a mailbox.
//!
//! ```ignore
//! #[db_test]
//! async fn a_response_is_answered(app: TestApp) {
//!     let answer = app.visitor().get("/vacatures").await;
//!     answer.assert_status(200);
//! }
//! ```

mod client;
mod own_postgres;
mod postgres;

use std::{
    future::Future,
    path::{Path, PathBuf},
    sync::Arc,
};

pub use client::{Answer, Client};
use jiff::civil::date;
use kernel::{
    Actor, Instant, Lang, MunicipalityId, PersonId, PersonRole,
    setting::{DEMONSTRATION, SettingValue},
    time,
};
pub use own_postgres::OwnPostgres;
pub use platform::db::Engine;
use platform::{
    App, Ctx, Db, Plan,
    app::{MovableClock, Parts, Random},
    auth::Way,
    backup::{self, Manifest},
    config::Config,
    db::Location,
    jobs::Runner,
    municipalities::NewMunicipality,
};
pub use postgres::fresh_database;
pub use testkit_macros::db_test;

/// Runs one test on one engine, in a runtime of its own.
///
/// # Panics
/// When the test fails, or left due jobs behind.
pub fn run<F, T>(engine: Engine, test: F)
where
    F: FnOnce(TestApp) -> T,
    T: Future<Output = ()>,
{
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let app = TestApp::start(engine).await;
        let left = app.clone();
        test(app).await;
        left.finish().await;
    });
}

/// A whole application in this process, with the towns Voorbeeldstad (`localhost`) and Elders (`elders.example`).
#[derive(Clone)]
pub struct TestApp {
    /// The application.
    pub app: App,
    /// Voorbeeldstad.
    pub town: MunicipalityId,
    /// Elders, whose people may see nothing of Voorbeeldstad.
    pub elsewhere: MunicipalityId,
    router: axum::Router,
    /// Folder of this test; gone at the end.
    pub dir: Arc<tempfile::TempDir>,
}

/// The moment at which every test begins: Tuesday 3 March 2026, 10.00 in Amsterdam.
pub fn beginning() -> Instant {
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
    Instant::at(date(2026, 3, 3), jiff::civil::time(10, 0, 0, 0), &zone)
}

/// Repeatable bytes, so that ids and codes are the same in every run.
pub fn repeatable_random() -> Random {
    random_from(0x9E37_79B9_7F4A_7C15)
}

fn random_from(seed: u64) -> Random {
    let state = parking_lot::Mutex::new(seed);
    Arc::new(move |buffer| {
        let mut state = state.lock();
        for byte in buffer {
            *state ^= *state << 13;
            *state ^= *state >> 7;
            *state ^= *state << 17;
            *byte = state.to_le_bytes()[3];
        }
    })
}

impl TestApp {
    /// A fresh application on `engine`.
    ///
    /// # Panics
    /// When it cannot start; on PostgreSQL also when no server is installed (`make test` installs one).
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, false).await
    }

    /// The same with one connection to read with (on PostgreSQL one for everything): whatever needs a second one fails.
    ///
    /// # Panics
    /// As [`TestApp::start`].
    pub async fn start_scarce(engine: Engine) -> Self {
        Self::start_with(engine, true).await
    }

    async fn start_with(engine: Engine, scarce: bool) -> Self {
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let location = match engine {
            Engine::Sqlite => Location::Sqlite { file: sqlite_from_template(dir.path()).await, sync: false },
            Engine::Postgres => Location::Postgres { url: postgres::fresh_database().await, connections: 5 },
        };
        let db = if scarce { Db::open_scarce(&location).await } else { Db::open(&location).await };
        let db = db.expect("the database opens");
        let database_url = match &location {
            Location::Sqlite { .. } => None,
            Location::Postgres { url, .. } => Some(url.clone()),
        };
        let config = Config {
            database_url,
            data: dir.path().to_owned(),
            demo: true,
            search_in_memory: true,
            ..Config::default()
        };
        Self::on(db, config, dir).await
    }

    /// An application on a database that is there already.
    ///
    /// # Panics
    /// When it cannot start.
    pub async fn on(db: Db, config: Config, dir: Arc<tempfile::TempDir>) -> Self {
        Self::with_random(db, config, dir, repeatable_random()).await
    }

    /// An installation that an earlier program made: `packed` is its backup, compressed with gzip. The database stands as it
    /// was then; [`upgraded`](Self::upgraded) goes on with it.
    ///
    /// # Panics
    /// When it cannot be unpacked.
    pub async fn of_before(engine: Engine, packed: &Path) -> (Db, Manifest, Arc<tempfile::TempDir>) {
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let read = std::fs::File::open(packed).expect("the backup is there");
        tar::Archive::new(flate2::read::GzDecoder::new(read)).unpack(dir.path()).expect("it is unpacked");
        let manifest = std::fs::read(dir.path().join("manifest.json")).expect("a manifest");
        let manifest: Manifest = serde_json::from_slice(&manifest).expect("a manifest");
        let file = dir.path().join("samenstuur.sqlite");
        std::fs::rename(dir.path().join("database.sqlite"), &file).expect("a database");
        let sqlite = Db::open(&Location::Sqlite { file, sync: false }).await.expect("it opens");
        if engine == Engine::Sqlite {
            return (sqlite, manifest, dir);
        }
        let url = postgres::empty_database().await;
        let db = Db::open(&Location::Postgres { url, connections: 5 }).await.expect("it opens");
        db.migrate_like(beginning(), &manifest.migrations).await.expect("the tables of then");
        backup::fill(&sqlite, &db).await.expect("it is filled");
        (db, manifest, dir)
    }

    /// The first town of an installation that was there already, by this program.
    ///
    /// # Panics
    /// When it cannot start.
    pub async fn upgraded(db: Db, dir: Arc<tempfile::TempDir>) -> Self {
        let config = Config { data: dir.path().to_owned(), demo: true, search_in_memory: true, ..Config::default() };
        let clock = Arc::new(MovableClock::starting_at(Some(beginning())));
        let app = server::build(config, db, clock, random_from(0xD134_2543_DE82_EF95)).await.expect("it starts");
        let town = app.municipalities.all().first().expect("a town").id;
        let router = server::router(&app);
        Self { app, town, elsewhere: town, router, dir }
    }

    /// Another application on a copy of what this one has on SQLite now.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[allow(clippy::disallowed_methods, reason = "copies a test database, which no store does")]
    pub async fn copy(&self) -> Self {
        use sqlx::{AssertSqlSafe, Connection};
        static COPIES: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
        let dir = Arc::new(tempfile::tempdir().expect("a folder"));
        let file = dir.path().join("samenstuur.sqlite");
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.app.config.sqlite_file());
        let mut conn = sqlx::SqliteConnection::connect_with(&options).await.expect("the file opens");
        let copy = AssertSqlSafe(format!("VACUUM INTO '{}'", file.display()));
        sqlx::query(copy).execute(&mut conn).await.expect("it is copied");
        let db = Db::open(&Location::Sqlite { file, sync: false }).await.expect("the copy opens");
        let config = Config { data: dir.path().to_owned(), ..self.app.config.clone() };
        // Other bytes than those of the original, whose ids are in the copy.
        let seed = COPIES.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Self::with_random(db, config, dir, random_from(seed.wrapping_mul(0xD134_2543_DE82_EF95))).await
    }

    async fn with_random(db: Db, config: Config, dir: Arc<tempfile::TempDir>, random: Random) -> Self {
        let clock = Arc::new(MovableClock::starting_at(Some(beginning())));
        db.migrate(beginning()).await.expect("migrations run");
        let app = server::build(config, db, clock, random).await.expect("the application starts");
        let town = add_town(&app, "voorbeeldstad", "Voorbeeldstad", "localhost", true).await;
        let elsewhere = add_town(&app, "elders", "Elders", "elders.example", false).await;
        let router = server::router(&app);
        Self { app, town, elsewhere, router, dir }
    }

    /// The same installation with a capability more, which only the test knows. Without what matching provides.
    ///
    /// # Panics
    /// When it cannot start.
    pub async fn with(mut self, plan: fn() -> Plan) -> Self {
        let plans = || server::plans().into_iter().chain([plan()]).collect::<Vec<_>>();
        let parts = Parts {
            config: self.app.config.clone(),
            db: self.app.db.clone(),
            clock: self.app.clock.clone(),
            random: self.app.random.clone(),
            plans: plans(),
            identity: self.app.identity.clone(),
        };
        self.app = App::new(parts).await.expect("it starts");
        self.router = platform::http::router(&self.app, plans());
        self
    }

    /// Goes on with another program on the same database: one that can do more, or less.
    pub fn serve(&mut self, app: App) {
        self.router = server::router(&app);
        self.app = app;
    }

    /// Runs a statement past the program, as somebody with another tool would.
    ///
    /// # Errors
    /// With what the database says when it refuses.
    ///
    /// # Panics
    /// When the database cannot be reached.
    #[allow(clippy::disallowed_methods, reason = "tries what no store may do")]
    pub async fn tamper(&self, sql: &'static str) -> Result<(), String> {
        use sqlx::{Connection, Executor};
        let done = match self.app.config.location() {
            Location::Sqlite { file, .. } => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
                let mut conn = sqlx::SqliteConnection::connect_with(&options).await.expect("the file opens");
                conn.execute(sql).await.map(drop)
            }
            Location::Postgres { url, .. } => {
                let mut conn = sqlx::PgConnection::connect(&url).await.expect("the database answers");
                conn.execute(sql).await.map(drop)
            }
        };
        done.map_err(|error| error.to_string())
    }

    /// The context of the system in Voorbeeldstad.
    pub fn ctx(&self) -> Ctx {
        self.app.system(self.town).expect("the town is there")
    }

    /// The context of somebody in Voorbeeldstad.
    pub fn ctx_of(&self, actor: Actor) -> Ctx {
        self.ctx().acting_as(actor)
    }

    /// A browser in which nobody has signed in.
    pub fn visitor(&self) -> Client {
        Client::new(self.router.clone(), "localhost")
    }

    /// A browser in which nobody has signed in, in the other town.
    pub fn visitor_elsewhere(&self) -> Client {
        Client::new(self.router.clone(), "elders.example")
    }

    /// A browser in which nobody has signed in, at any host name.
    pub fn visitor_at(&self, host: &'static str) -> Client {
        Client::new(self.router.clone(), host)
    }

    /// A browser in which this person has signed in.
    ///
    /// # Panics
    /// When the session cannot be made.
    pub async fn browser_of(&self, person: PersonId) -> Client {
        self.signed_in(self.town, person, "localhost", Way::Full).await
    }

    /// A browser in which this person came in with a card on paper, or somebody who found it.
    ///
    /// # Panics
    /// When the session cannot be made.
    pub async fn browser_by_card_of(&self, person: PersonId) -> Client {
        self.signed_in(self.town, person, "localhost", Way::Card).await
    }

    /// A browser in which this person of the other town has signed in.
    ///
    /// # Panics
    /// When the session cannot be made.
    pub async fn browser_elsewhere_of(&self, person: PersonId) -> Client {
        self.signed_in(self.elsewhere, person, "elders.example", Way::Full).await
    }

    async fn signed_in(&self, town: MunicipalityId, person: PersonId, host: &'static str, way: Way) -> Client {
        let ctx = self.app.system(town).expect("the town is there");
        let mut tx = self.app.db.begin_system().await.expect("a transaction");
        let millis = if way == Way::Card { time::HOUR } else { platform::auth::IDLE_DAYS * time::DAY };
        let secret = platform::auth::start_session_of(&mut tx, &ctx, person, millis, way).await;
        let secret = secret.expect("a session");
        tx.commit().await.expect("it commits");
        let mut client = Client::new(self.router.clone(), host);
        client.set_cookie(platform::auth::COOKIE, secret.reveal());
        client
    }

    /// Adds somebody with these roles to Voorbeeldstad.
    ///
    /// # Panics
    /// When it fails.
    pub async fn person(&self, name: &str, email: Option<&str>, roles: &[PersonRole]) -> PersonId {
        self.person_in(self.town, name, email, roles).await
    }

    /// Adds somebody with these roles to a town.
    ///
    /// # Panics
    /// When it fails.
    pub async fn person_in(
        &self,
        town: MunicipalityId,
        name: &str,
        email: Option<&str>,
        roles: &[PersonRole],
    ) -> PersonId {
        let ctx = self.app.system(town).expect("the town is there");
        let mut tx = self.app.db.begin_system().await.expect("a transaction");
        let id = people::add_person(&mut tx, &ctx, name, email, roles, Lang::Nl).await.expect("a person");
        tx.commit().await.expect("it commits");
        id
    }

    /// Moves the clock forward and does everything that falls due on the way, as a worker would: in steps of six hours, in
    /// longer ones where more than a month goes by.
    pub async fn pass(&self, millis: i64) {
        let mut left = millis;
        let most = (millis / 120).max(6 * time::HOUR);
        while left > 0 {
            let step = left.min(most);
            self.app.clock.advance(step);
            left -= step;
            self.run_jobs().await;
        }
    }

    /// Moves the clock `days` days forward (see [`TestApp::pass`]).
    pub async fn pass_days(&self, days: i64) {
        self.pass(days * time::DAY).await;
    }

    /// Does everything that is due.
    ///
    /// # Panics
    /// When jobs cannot be claimed, or do not come to an end.
    pub async fn run_jobs(&self) {
        for _ in 0..1000 {
            if Runner::run_batch(&self.app).await.expect("jobs run") == 0 {
                return;
            }
        }
        panic!("jobs do not come to an end");
    }

    /// Brings the search index up to date with everything that was committed before.
    ///
    /// # Panics
    /// When the database or the index fails.
    pub async fn refresh_search(&self) {
        platform::searching::refresh(&self.app).await.expect("the index is brought up to date");
    }

    /// The letters to this reader, newest first. Does what is due before.
    ///
    /// # Panics
    /// When they cannot be read.
    pub async fn mails_to(&self, address: &str) -> Vec<platform::mail::SentMail> {
        self.run_jobs().await;
        let ctx = self.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        platform::mail::mailbox(&mut conn, &ctx, Some(address), 100).await.expect("the mailbox")
    }

    /// Jobs that gave up or failed at least once.
    ///
    /// # Panics
    /// When they cannot be read.
    pub async fn dead_jobs(&self) -> Vec<platform::jobs::JobRow> {
        let ctx = self.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        platform::jobs::dead(&mut conn, &ctx).await.expect("the dead list")
    }

    async fn finish(self) {
        let mut conn = self.app.db.read().await.expect("a connection");
        let (due, _) = platform::jobs::backlog(&mut conn, self.app.now()).await.expect("the backlog");
        drop(conn);
        assert_eq!(due, 0, "due jobs were left over: call run_jobs() before the end of the test");
        assert!(self.dead_jobs().await.is_empty(), "jobs gave up: {:?}", self.dead_jobs().await);
        self.app.db.close().await;
    }
}

async fn add_town(app: &App, slug: &str, name: &str, host: &str, is_default: bool) -> MunicipalityId {
    if let Some(town) = app.municipalities.by_slug(slug) {
        return town.id;
    }
    let id = app.ids.next();
    let town = NewMunicipality {
        id,
        slug: slug.into(),
        name: name.into(),
        base_url: format!("http://{host}"),
        hosts: vec![host.into()],
        is_default,
    };
    app.municipalities.create(&app.db, town, app.now()).await.expect("a town");
    if app.config.demo {
        demonstrate(app, id).await;
    }
    id
}

/// Marks a town as a demonstration: its mail can be read, and it has no limits.
async fn demonstrate(app: &App, town: MunicipalityId) {
    let decision = SettingValue {
        value: "ready".into(),
        valid_from: date(2000, 1, 1),
        valid_until: None,
        source: DEMONSTRATION.source.into(),
    };
    let mut tx = app.db.begin_system().await.expect("a transaction");
    app.municipalities.decide(&mut tx, town, &DEMONSTRATION, decision, app.now()).await.expect("a decision");
    tx.commit().await.expect("it commits");
    app.municipalities.refresh(&app.db).await.expect("the towns are read again");
}

/// Copies a migrated file, made once for all processes of a run: running the migrations for every test would cost more
/// than the tests.
async fn sqlite_from_template(dir: &std::path::Path) -> PathBuf {
    let template = postgres::run_dir().join(format!("template_{}.sqlite", postgres::migrations_digest()));
    let turn = postgres::lock(&postgres::run_dir().join("template_sqlite.lock"));
    if !template.exists() {
        let making = tempfile::tempdir_in(postgres::run_dir()).expect("a folder");
        let file = making.path().join("template.sqlite");
        let db = Db::open(&Location::Sqlite { file: file.clone(), sync: false }).await.expect("it opens");
        db.migrate(beginning()).await.expect("migrations run");
        db.close().await;
        std::fs::rename(file, &template).expect("the template is put in its place");
    }
    drop(turn);
    let file = dir.join("samenstuur.sqlite");
    std::fs::copy(template, &file).expect("the template is copied");
    file
}
