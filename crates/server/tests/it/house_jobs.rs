//! Work that follows from changes: every town has what recurs, what fails is kept for a while, and no personal data reach
//! the log on the way.

use std::{
    io::Write,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    body::Body,
    http::{Request, header},
};
use kernel::{MunicipalityId, Problem, time::DAY};
use platform::{
    Access, App, Db, Plan,
    app::MovableClock,
    config::{Config, MailConfig, MailTransport},
    db::Location,
    jobs::{self, Job, JobCtx, Runner},
    municipalities::NewMunicipality,
};
use serde::{Deserialize, Serialize};
use testkit::{TestApp, db_test, repeatable_random};
use tower::ServiceExt;

use crate::crash_mail_sink::MailSink;

async fn waiting(app: &App, town: MunicipalityId) -> Vec<(String, i64)> {
    let ctx = app.system(town).expect("the town is there");
    let mut conn = app.db.read().await.expect("a connection");
    jobs::waiting(&mut conn, &ctx).await.expect("it reads")
}

#[db_test]
async fn a_town_that_comes_later_has_what_recurs(app: TestApp) {
    let stop = tokio_util::sync::CancellationToken::new();
    let runner = tokio::spawn(Runner::run(app.app.clone(), stop.clone()));
    let later: MunicipalityId = app.app.ids.next();
    let town = NewMunicipality {
        id: later,
        slug: "later".into(),
        name: "Later".into(),
        base_url: "http://later.example".into(),
        hosts: vec!["later.example".into()],
        is_default: false,
    };
    app.app.municipalities.create(&app.app.db, town, app.app.now()).await.expect("a town");
    let mut found = Vec::new();
    for _ in 0..1200 {
        found = waiting(&app.app, later).await;
        if !found.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stop.cancel();
    runner.await.expect("the runner ends");
    let recurring = app.app.plans.iter().map(|plan| plan.schedules.len()).sum::<usize>();
    assert_eq!(found.len(), recurring, "{found:?}");
    app.run_jobs().await;
}

/// Work that says what it should do.
#[derive(Serialize, Deserialize)]
struct Probe {
    does: String,
}

impl Job for Probe {
    const KIND: &'static str = "proef.probe";
}

async fn probe(_: JobCtx, probe: Probe) -> kernel::Result<()> {
    match probe.does.as_str() {
        "panics" => panic!("{}", String::from("what Olga typed: olga@thuis.example")),
        "fails" => Err(Problem::fault("the probe fails")),
        _ => Ok(()),
    }
}

async fn breaks() -> &'static str {
    panic!("{}", String::from("what Olga typed: olga@thuis.example"))
}

/// An installation with work of our own, whose letters go to `mail`.
async fn house(mail: &MailSink) -> (App, MunicipalityId, axum::Router, tempfile::TempDir) {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("samenstuur.sqlite");
    let db = Db::open(&Location::Sqlite { file, sync: false }).await.expect("it opens");
    db.migrate(testkit::beginning()).await.expect("migrations run");
    let plans = || {
        let mut plans = server::plans();
        plans.push(Plan::new("proef", 5).job(probe).get("/proef/breekt/{token}", breaks, Access::PUBLIC));
        plans
    };
    let mail = MailConfig {
        transport: MailTransport::Smtp,
        smtp_url: format!("smtp://{}", mail.address),
        ..MailConfig::default()
    };
    let config = Config { data: dir.path().to_owned(), search_in_memory: true, mail, demo: true, ..Config::default() };
    let app = App::new(platform::app::Parts {
        config,
        db,
        clock: Arc::new(MovableClock::starting_at(Some(testkit::beginning()))),
        random: repeatable_random(),
        plans: plans(),
        identity: Arc::new(server::identity::FromCapabilities),
    });
    let app = app.await.expect("it starts");
    matching::provide(&app);
    let town = NewMunicipality {
        id: app.ids.next(),
        slug: "stad".into(),
        name: "Stad".into(),
        base_url: "http://localhost".into(),
        hosts: vec!["localhost".into()],
        is_default: true,
    };
    let id = town.id;
    app.municipalities.create(&app.db, town, app.now()).await.expect("a town");
    let router = platform::http::router(&app, plans());
    (app, id, router, dir)
}

async fn enqueue(app: &App, town: MunicipalityId, does: &str, key: Option<&str>) {
    let ctx = app.system(town).expect("the town is there");
    let mut tx = app.db.begin_system().await.expect("a transaction");
    let job = Probe { does: does.into() };
    match key {
        Some(key) => tx.enqueue_at(&ctx, &job, ctx.now, key).await.expect("it waits"),
        None => tx.enqueue(&ctx, &job).await.expect("it waits"),
    }
    tx.commit().await.expect("it commits");
}

async fn given_up(app: &App, town: MunicipalityId) -> Vec<jobs::JobRow> {
    let ctx = app.system(town).expect("the town is there");
    let mut conn = app.db.read().await.expect("a connection");
    jobs::dead(&mut conn, &ctx).await.expect("it reads")
}

/// Runs what is due until nothing is.
async fn run(app: &App) {
    while Runner::run_batch(app).await.expect("jobs run") > 0 {}
}

/// Lets so many days go by, looking so often a day what is due.
async fn pass(app: &App, days: i64, looks: i64) {
    for _ in 0..days * looks {
        app.clock.advance(DAY / looks);
        run(app).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_never_succeeds_is_kept_tried_again_and_forgotten() {
    let (app, town, _, _dir) = house(&MailSink::start()).await;
    enqueue(&app, town, "fails", Some("once")).await;
    pass(&app, 4, 24).await;
    let dead = given_up(&app, town).await;
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].state.as_str(), dead[0].attempts), (jobs::DEAD, 12));
    assert_eq!(dead[0].last_error.as_deref(), Some("fault: the probe fails"));

    enqueue(&app, town, "succeeds", Some("once")).await;
    assert!(waiting(&app, town).await.contains(&("proef.probe".into(), 1)), "a dead job holds no key");
    run(&app).await;

    let ctx = app.system(town).expect("the town is there");
    let mut tx = app.db.begin_system().await.expect("a transaction");
    assert!(jobs::retry(&mut tx, &ctx, dead[0].id).await.expect("it changes"));
    tx.commit().await.expect("it commits");
    assert!(given_up(&app, town).await.is_empty());
    pass(&app, 4, 24).await;
    assert_eq!(given_up(&app, town).await.len(), 1, "tried another twelve times");

    Runner::ensure_schedules(&app).await.expect("what recurs");
    pass(&app, 33, 2).await;
    assert!(given_up(&app, town).await.is_empty(), "forgotten after the term");
    app.db.close().await;
}

/// Everything that is logged, as text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("the log")).into_owned()
    }
}

async fn ask(router: &axum::Router, method: &str, path: &str, body: String) -> u16 {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "localhost")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .expect("a request");
    router.clone().oneshot(request).await.expect("an answer").status().as_u16()
}

/// One thread, so that everything is logged where the test listens.
#[tokio::test(flavor = "current_thread")]
async fn no_personal_data_reach_the_log() {
    let log = Log::default();
    let kept = log.clone();
    let subscriber = tracing_subscriber::fmt().with_writer(move || kept.clone()).with_ansi(false).finish();
    let _listening = tracing::subscriber::set_default(subscriber);
    let (app, town, router, _dir) = house(&MailSink::start()).await;

    assert_eq!(ask(&router, "GET", "/proef/breekt/geheime-sleutel?q=olga", String::new()).await, 500);
    assert_eq!(ask(&router, "GET", "/reacties/mijn/geheime-sleutel", String::new()).await, 410);
    assert_eq!(ask(&router, "GET", "/geheime-sleutel", String::new()).await, 404);
    // The sink knows no reader whose name begins so, and says so with the address.
    assert_eq!(ask(&router, "POST", "/inloggen", "email=niemand.olga%40thuis.example".into()).await, 303);
    enqueue(&app, town, "panics", None).await;
    run(&app).await;

    let refused = given_up(&app, town).await;
    assert_eq!(refused.len(), 1, "a letter that is refused for good is given up at once");
    assert_eq!(refused[0].state, jobs::UNDELIVERABLE);
    assert_eq!(refused[0].last_error.as_deref(), Some("fault: the mail server refuses this letter for good (550)"));
    let text = log.text();
    assert!(text.contains("/proef/breekt/{token}") && text.contains("job failed"), "too little was logged: {text}");
    for word in ["olga", "geheime-sleutel", "thuis.example"] {
        assert!(!text.contains(word), "{word} is in the log:\n{text}");
    }
    let ctx = app.system(town).expect("the town is there");
    let mut conn = app.db.read().await.expect("a connection");
    let failing = jobs::failing(&mut conn, &ctx).await.expect("it reads");
    assert_eq!(failing[0].last_error.as_deref(), Some("fault: the job panicked"));
    drop(conn);
    app.db.close().await;
}
