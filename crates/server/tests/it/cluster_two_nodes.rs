//! Two `serve` processes on one PostgreSQL: what is published on one is seen on the other, and each job is run by one.

use std::{path::Path, sync::Arc};

use capabilities::{
    demo_town::STAFF,
    marketplace::{
        model::VacancyId,
        vacancies::{self, model::State},
    },
    people,
};
use platform::{
    App, Db,
    app::{MovableClock, system_random},
    config::Config,
};
use testkit::fresh_database;

use crate::cluster_nodes::{Node, run, until};

/// Two nodes, and the application in this process to prepare and to look with; it serves nothing and runs no jobs.
struct Cluster {
    nodes: [Node; 2],
    app: App,
    _dir: tempfile::TempDir,
}

async fn cluster() -> Cluster {
    let dir = tempfile::tempdir().expect("a folder");
    let url = fresh_database().await;
    let folder = |name: &str| dir.path().join(name);
    let path = |path: &Path| path.to_str().expect("a path of plain text").to_owned();
    run(&["demo", "--data", &path(&folder("demo")), "--database-url", &url]);
    let start =
        |name: &str| Node::start(&folder(name), &["--database-url", &url], &[("SAMENSTUUR_TRUST_PROXY", "true")]);
    let nodes = [start("first"), start("second")];
    let config = Config {
        data: folder("here"),
        database_url: Some(url),
        demo: true,
        search_in_memory: true,
        ..Config::default()
    };
    let db = Db::open(&config.location()).await.expect("it opens");
    let clock = Arc::new(MovableClock::starting_at(None));
    let app = server::build(config, db, clock, system_random()).await.expect("it starts");
    Cluster { nodes, app, _dir: dir }
}

impl Cluster {
    fn ctx(&self) -> platform::Ctx {
        let town = self.app.municipalities.by_slug("zoetermeer").expect("the demonstration town");
        self.app.system(town.id).expect("the town is there")
    }

    /// The cookie of the town's manager, who has signed in.
    async fn manager(&self) -> String {
        let ctx = self.ctx();
        let mut tx = self.app.db.begin_system().await.expect("a transaction");
        let account = people::account_by_email(&mut tx, ctx.town(), STAFF[0].email).await.expect("it reads");
        let account = account.expect("the manager is there");
        let secret = platform::auth::start_session(&mut tx, &ctx, account.id).await.expect("a session");
        tx.commit().await.expect("it commits");
        format!("{}={}", platform::auth::COOKIE, secret.reveal())
    }

    /// Vacancies that wait to be looked at, of which nobody sees anything yet.
    async fn waiting(&self) -> Vec<(VacancyId, String)> {
        let ctx = self.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        let mut found = Vec::new();
        for organisation in capabilities::organisations::all_confirmed(&mut conn, ctx.town()).await.expect("it reads") {
            let all = vacancies::of_organisation(&mut conn, &ctx, organisation.id).await.expect("it reads");
            let waiting = all.into_iter().filter(|vacancy| vacancy.state == State::Waiting);
            found.extend(waiting.map(|vacancy| (vacancy.id, vacancy.title)));
        }
        found
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_published_on_one_node_is_soon_found_on_the_other() {
    let cluster = cluster().await;
    let manager = cluster.manager().await;
    let mut waiting = cluster.waiting().await.into_iter();
    for (from, to) in [(0, 1), (1, 0), (0, 1), (1, 0)] {
        let (id, title) = waiting.next().expect("the demonstration has vacancies that wait");
        let (publisher, reader) = (&cluster.nodes[from], &cluster.nodes[to]);
        assert_eq!(reader.get(&format!("/vacatures/{id}")).status, 404, "it is not public yet");
        let path = format!("/beheer/vacatures/{id}/publiceren");
        let published = publisher.ask("POST", &path, &[("Cookie", &manager)], "").expect("the node answers");
        assert_eq!(published.status, 303, "{}", published.body);
        #[allow(clippy::disallowed_methods, reason = "shows how long it took; nothing depends on it")]
        let start = std::time::Instant::now();
        assert_eq!(reader.get(&format!("/vacatures/{id}")).status, 200, "its page is there at once");
        let words: String = form_urlencoded(&title);
        until("it is found on the other node", || {
            reader.get(&format!("/vacatures?q={words}")).body.contains(&id.to_string()).then_some(())
        });
        println!("found on the other node after {} ms", start.elapsed().as_millis());
    }
}

fn form_urlencoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_job_is_run_by_one_node_and_once() {
    const LETTERS: usize = 60;
    let cluster = cluster().await;
    let kind = "kind=\"people.send_code\"";
    let done =
        || -> Vec<f64> { cluster.nodes.iter().map(|node| node.figure("samenstuur_jobs_done_total", kind)).collect() };
    assert_eq!(done().iter().sum::<f64>(), 0.0);
    for number in 0..LETTERS {
        // Round and round, as a balancer does; every time another visitor.
        let node = &cluster.nodes[number % 2];
        let from = format!("192.0.2.{number}");
        let body = format!("email=bezoeker{number}%40inwoner.example");
        let reply = node.ask("POST", "/inloggen", &[("X-Forwarded-For", &from)], &body).expect("the node answers");
        assert_eq!(reply.status, 303, "{}", reply.body);
    }
    let ran = until("every letter was written", || {
        let done = done();
        (done.iter().sum::<f64>() >= LETTERS as f64).then_some(done)
    });
    let ctx = cluster.ctx();
    for number in 0..LETTERS {
        let mut conn = ctx.read().await.expect("a connection");
        let to = format!("bezoeker{number}@inwoner.example");
        let letters = platform::mail::mailbox(&mut conn, &ctx, Some(&to), 10).await.expect("the mailbox");
        assert_eq!(letters.len(), 1, "{to}");
    }
    // A job that two nodes had run would be counted twice.
    assert_eq!(done().iter().sum::<f64>(), LETTERS as f64);
    println!("letters written by each node: {ran:?}");
}
