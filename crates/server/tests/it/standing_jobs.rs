//! What never comes to an end holds up nothing else: a letter that the mail server does not answer, a job that hangs.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use kernel::{MunicipalityId, time::MINUTE};
use parking_lot::Mutex;
use platform::{
    App, Db, Plan,
    app::MovableClock,
    config::{Config, MailConfig, MailTransport},
    db::Location,
    jobs::{self, Job, JobCtx, Runner},
    mail::Letter,
    municipalities::NewMunicipality,
};
use serde::{Deserialize, Serialize};
use testkit::repeatable_random;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_util::sync::CancellationToken;

/// To whom the mail server takes a letter and then says nothing.
const SILENT: &str = "zwijgt@thuis.example";
/// More than there are slots.
const MANY: usize = 20;

/// A mail server on loopback.
#[derive(Default)]
struct MailServer {
    /// Readers of the letters it took.
    taken: Mutex<Vec<String>>,
    /// Whether it was given a letter that it does not answer.
    is_silent: AtomicBool,
    /// Cancelled, it hangs up where it was silent, and answers every letter from then on.
    speaks: CancellationToken,
}

impl MailServer {
    async fn start() -> (Arc<Self>, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let server = Arc::new(Self::default());
        let kept = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = kept.clone();
                tokio::spawn(async move { server.take(stream).await });
            }
        });
        (server, address)
    }

    /// Speaks SMTP (RFC 5321) as far as a client without wishes needs it.
    async fn take(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 here\r\n").await?;
        let mut to = String::new();
        let mut is_text = false;
        while let Some(line) = lines.next_line().await? {
            let answer = match line.as_str() {
                "." if to == SILENT && !self.speaks.is_cancelled() => {
                    self.is_silent.store(true, Ordering::SeqCst);
                    self.speaks.cancelled().await;
                    return Ok(());
                }
                "." => {
                    is_text = false;
                    self.taken.lock().push(to.clone());
                    "250 taken\r\n"
                }
                _ if is_text => continue,
                "DATA" => {
                    is_text = true;
                    "354 go on\r\n"
                }
                "QUIT" => "221 bye\r\n",
                line => {
                    if let Some(reader) = line.strip_prefix("RCPT TO:<") {
                        to = reader.split('>').next().unwrap_or_default().to_owned();
                    }
                    "250 ok\r\n"
                }
            };
            write.write_all(answer.as_bytes()).await?;
        }
        Ok(())
    }
}

/// Work that writes a letter or hangs.
#[derive(Serialize, Deserialize)]
enum Probe {
    WritesTo(String),
    Hangs,
}

impl Job for Probe {
    const KIND: &'static str = "proef.probe";
}

async fn probe(job: JobCtx, probe: Probe) -> kernel::Result<()> {
    match probe {
        Probe::WritesTo(to) => job.send(&Letter { to, subject: "Proef".into(), ..Letter::default() }, 0).await,
        Probe::Hangs => std::future::pending().await,
    }
}

/// A letter for which somebody waits at a screen.
#[derive(Serialize, Deserialize)]
struct Urgent(String);

impl Job for Urgent {
    const KIND: &'static str = "proef.urgent";
    const URGENT: bool = true;
}

async fn urgent(job: JobCtx, Urgent(to): Urgent) -> kernel::Result<()> {
    probe(job, Probe::WritesTo(to)).await
}

/// An installation with work of our own, whose letters go to `mail`.
async fn house(mail: SocketAddr) -> (App, MunicipalityId, tempfile::TempDir) {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("samenstuur.sqlite");
    let db = Db::open(&Location::Sqlite { file, sync: false }).await.expect("it opens");
    db.migrate(testkit::beginning()).await.expect("migrations run");
    let mail =
        MailConfig { transport: MailTransport::Smtp, smtp_url: format!("smtp://{mail}"), ..MailConfig::default() };
    let app = App::new(platform::app::Parts {
        config: Config { data: dir.path().to_owned(), search_in_memory: true, mail, ..Config::default() },
        db,
        clock: Arc::new(MovableClock::starting_at(Some(testkit::beginning()))),
        random: repeatable_random(),
        plans: vec![Plan::new("proef", 5).job(probe).job(urgent)],
        identity: Arc::new(server::identity::FromCapabilities),
    });
    let app = app.await.expect("it starts");
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
    (app, id, dir)
}

async fn enqueue<J: Job>(app: &App, town: MunicipalityId, probes: impl IntoIterator<Item = J>) {
    let ctx = app.system(town).expect("the town is there");
    let mut tx = app.db.begin_system().await.expect("a transaction");
    for probe in probes {
        tx.enqueue(&ctx, &probe).await.expect("it waits");
    }
    ctx.commit(tx).await.expect("it commits");
}

/// What was tried, is tried again, and why.
async fn failing(app: &App, town: MunicipalityId) -> Vec<String> {
    let ctx = app.system(town).expect("the town is there");
    let mut conn = app.db.read().await.expect("a connection");
    let rows = jobs::failing(&mut conn, &ctx).await.expect("it reads");
    rows.into_iter().map(|row| row.last_error.unwrap_or_default()).collect()
}

async fn waiting(app: &App, town: MunicipalityId) -> i64 {
    let ctx = app.system(town).expect("the town is there");
    let mut conn = app.db.read().await.expect("a connection");
    let kinds = jobs::waiting(&mut conn, &ctx).await.expect("it reads");
    kinds.iter().map(|(_, count)| count).sum()
}

/// Waits until it is so; half a minute, in which no time limit of the program runs out.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{what}: not in half a minute");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_never_answered_holds_up_nothing_else() {
    let (mail, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    let stop = CancellationToken::new();
    let runner = tokio::spawn(Runner::run(app.clone(), stop.clone()));
    enqueue(&app, town, [Probe::WritesTo(SILENT.into())]).await;
    until("the letter is given to the server", || mail.is_silent.load(Ordering::SeqCst)).await;

    enqueue(&app, town, (0..MANY).map(|reader| Probe::WritesTo(format!("lezer{reader}@thuis.example")))).await;
    until("the others have their letters", || mail.taken.lock().len() == MANY).await;

    mail.speaks.cancel();
    stop.cancel();
    runner.await.expect("the runner ends");
    assert_eq!(failing(&app, town).await.len(), 1, "only the letter that was not answered is tried again");
    app.clock.advance(6 * MINUTE);
    assert_eq!(Runner::run_batch(&app).await.expect("jobs run"), 1, "the end of all others was noted");
    assert_eq!(mail.taken.lock().last().map(String::as_str), Some(SILENT));
    app.db.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_never_answered_is_tried_again() {
    let (mail, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    app.mailer.wait_at_most(Duration::from_millis(100));
    enqueue(&app, town, [Probe::WritesTo(SILENT.into())]).await;
    assert_eq!(Runner::run_batch(&app).await.expect("jobs run"), 1);
    assert_eq!(failing(&app, town).await, ["fault: the mail server: no answer in time"]);

    mail.speaks.cancel();
    app.mailer.wait_at_most(Duration::from_secs(60));
    app.clock.advance(MINUTE);
    assert_eq!(Runner::run_batch(&app).await.expect("jobs run"), 1);
    assert_eq!(*mail.taken.lock(), [SILENT]);
    assert_eq!(waiting(&app, town).await, 0);
    app.db.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_hang_are_tried_again_and_keep_no_other_claimed() {
    let (_, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    app.runner.wait_at_most(Duration::from_millis(100));
    enqueue(&app, town, (0..MANY).map(|_| Probe::Hangs)).await;
    let begun = Runner::run_batch(&app).await.expect("jobs run");
    assert!((1..MANY).contains(&begun), "no more is claimed than begins at once: {begun}");
    assert_eq!(failing(&app, town).await, vec!["fault: the job was not done in time"; begun]);
    assert_eq!(waiting(&app, town).await, MANY as i64, "none is left with a lease");
    app.db.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_that_are_never_answered_keep_no_slot() {
    let (mail, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    let stop = CancellationToken::new();
    let runner = tokio::spawn(Runner::run(app.clone(), stop.clone()));
    enqueue(&app, town, (0..MANY).map(|_| Probe::WritesTo(SILENT.into()))).await;
    until("the letters are given to the server", || mail.is_silent.load(Ordering::SeqCst)).await;
    enqueue(&app, town, (0..MANY).map(|reader| Probe::WritesTo(format!("lezer{reader}@thuis.example")))).await;
    until("the others have their letters", || mail.taken.lock().len() == MANY).await;
    mail.speaks.cancel();
    stop.cancel();
    runner.await.expect("the runner ends");
    app.db.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_at_a_screen_has_a_letter_first() {
    let (mail, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    enqueue(&app, town, (0..MANY).map(|reader| Probe::WritesTo(format!("lezer{reader}@thuis.example")))).await;
    app.clock.advance(MINUTE);
    enqueue(&app, town, [Urgent("inloggen@thuis.example".into())]).await;
    Runner::run_batch(&app).await.expect("jobs run");
    assert!(mail.taken.lock().contains(&"inloggen@thuis.example".to_owned()), "it waited for {MANY} others");
    app.db.close().await;
}

/// Jobs that hang take every slot but those for whoever waits at a screen.
#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_hang_keep_nobody_from_signing_in() {
    let (mail, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    let stop = CancellationToken::new();
    enqueue(&app, town, (0..MANY).map(|_| Probe::Hangs)).await;
    let runner = tokio::spawn(Runner::run(app.clone(), stop.clone()));
    tokio::time::sleep(Duration::from_millis(200)).await;
    enqueue(&app, town, [Urgent("inloggen@thuis.example".into())]).await;
    until("somebody can sign in", || mail.taken.lock().len() == 1).await;
    runner.abort();
    app.db.close().await;
}

/// A clock that is set forward says of everything that is being done that its time is over.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_being_done_here_is_not_done_twice_when_a_clock_jumps() {
    let (mail, address) = MailServer::start().await;
    let (app, town, _dir) = house(address).await;
    let stop = CancellationToken::new();
    let runner = tokio::spawn(Runner::run(app.clone(), stop.clone()));
    enqueue(&app, town, [Probe::WritesTo(SILENT.into())]).await;
    until("the letter is given to the server", || mail.is_silent.load(Ordering::SeqCst)).await;
    mail.is_silent.store(false, Ordering::SeqCst);
    app.clock.advance(60 * MINUTE);
    enqueue(&app, town, [Probe::WritesTo("lezer@thuis.example".into())]).await;
    until("the other letter is taken", || mail.taken.lock().len() == 1).await;
    assert!(!mail.is_silent.load(Ordering::SeqCst), "the letter was given to the server a second time");
    runner.abort();
    app.db.close().await;
}

/// What a process leaves behind that dies is gone on with at once by another on this machine, not when its lease is over.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_dead_process_left_goes_on_at_once() {
    let (mail, address) = MailServer::start().await;
    let (app, town, dir) = house(address).await;
    let dead = uuid::Uuid::from_u128(7);
    enqueue(&app, town, [Probe::WritesTo("lezer@thuis.example".into())]).await;
    let taken: platform::db::Query<(uuid::Uuid, i64), ()> = platform::db::Query::new(
        "standing_jobs::taken",
        "UPDATE jobs SET state = 'running', attempts = 1, runner = $1, lease_until = $2",
        platform::db::Scope::Across("a test"),
    );
    let mut tx = app.db.begin_system().await.expect("a transaction");
    taken.run(&mut tx, (dead, app.now().plus(5 * MINUTE).millis())).await.expect("it is taken");
    tx.commit().await.expect("it commits");
    // Its file is there and nobody holds it any more.
    let runners = dir.path().join("runners");
    std::fs::create_dir_all(&runners).expect("a folder");
    std::fs::write(runners.join(dead.simple().to_string()), "").expect("a file");

    let stop = CancellationToken::new();
    let runner = tokio::spawn(Runner::run(app.clone(), stop.clone()));
    until("the letter is sent", || mail.taken.lock().len() == 1).await;
    stop.cancel();
    runner.await.expect("the runner ends");
    assert_eq!(std::fs::read_dir(runners).expect("the folder").count(), 0, "no file is left");
    app.db.close().await;
}
