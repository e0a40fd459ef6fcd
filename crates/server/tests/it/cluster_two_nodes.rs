//! Two `serve` processes on one PostgreSQL: what is published on one is seen on the other, and each job is run by one.

use std::{path::Path, sync::Arc};

use demo::STAFF;
use facets::model::VacancyId;
use kernel::{Clock, Instant};
use platform::{
    App, Db,
    app::{MovableClock, system_random},
    config::Config,
    jobs::Schedule,
};
use testkit::fresh_database;
use vacancies::model::State;

use crate::cluster_nodes::{Node, run, until};

/// Two nodes, and the application in this process to prepare and to look with; it serves nothing and runs no jobs.
struct Cluster {
    nodes: [Node; 2],
    app: App,
    dir: tempfile::TempDir,
}

async fn cluster(flags: &[&str]) -> Cluster {
    let dir = tempfile::tempdir().expect("a folder");
    let url = fresh_database().await;
    let folder = |name: &str| dir.path().join(name);
    let path = |path: &Path| path.to_str().expect("a path of plain text").to_owned();
    run(&["demo", "--data", &path(&folder("demo")), "--database-url", &url]);
    let mut args = vec!["--database-url", url.as_str()];
    args.extend(flags);
    let start = |name: &str| Node::start(&folder(name), &args, &[("SAMENSTUUR_TRUST_PROXY", "true")]);
    let nodes = [start("first"), start("second")];
    let config = Config {
        data: folder("here"),
        database_url: Some(url.clone()),
        demo: true,
        search_in_memory: true,
        ..Config::default()
    };
    let db = Db::open(&config.location()).await.expect("it opens");
    let clock = Arc::new(MovableClock::starting_at(None));
    let app = server::build(config, db, clock, system_random()).await.expect("it starts");
    Cluster { nodes, app, dir }
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
        for organisation in organisations::all_confirmed(&mut conn, ctx.town()).await.expect("it reads") {
            let all = vacancies::of_organisation(&mut conn, &ctx, organisation.id).await.expect("it reads");
            let waiting = all.into_iter().filter(|vacancy| vacancy.state == State::Waiting);
            found.extend(waiting.map(|vacancy| (vacancy.id, vacancy.title)));
        }
        found
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_published_on_one_node_is_soon_found_on_the_other() {
    let cluster = cluster(&[]).await;
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

const LETTERS: usize = 60;
const SEND_CODE: &str = "kind=\"people.send_code\"";

impl Cluster {
    /// Visitors ask for a code, round and round as a balancer does; every time another visitor.
    fn ask_for_codes(&self) {
        for number in 0..LETTERS {
            let node = &self.nodes[number % 2];
            let from = format!("192.0.2.{number}");
            let body = format!("email=bezoeker{number}%40inwoner.example");
            let reply = node.ask("POST", "/inloggen", &[("X-Forwarded-For", &from)], &body).expect("the node answers");
            assert_eq!(reply.status, 303, "{}", reply.body);
        }
    }

    /// Fails unless each visitor got one letter.
    async fn assert_one_letter_each(&self) {
        let ctx = self.ctx();
        for number in 0..LETTERS {
            let mut conn = ctx.read().await.expect("a connection");
            let to = format!("bezoeker{number}@inwoner.example");
            let letters = platform::mail::mailbox(&mut conn, &ctx, Some(&to), 10).await.expect("the mailbox");
            assert_eq!(letters.len(), 1, "{to}");
        }
    }
}

/// How many jobs of a kind were done, once the number stands still: what would be run a second time has been by then.
fn stands_still(nodes: &[&Node], label: &str, at_least: usize) -> f64 {
    let done = || -> f64 { nodes.iter().map(|node| node.figure("samenstuur_jobs_done_total", label)).sum() };
    until("the work is done", || (done() >= at_least as f64).then_some(()));
    let (mut last, mut same) = (done(), 0);
    // The runners look every second: three looks in which nothing came.
    while same < 3 {
        std::thread::sleep(std::time::Duration::from_millis(1100));
        let now = done();
        same = if now == last { same + 1 } else { 0 };
        last = now;
    }
    last
}

#[tokio::test(flavor = "multi_thread")]
async fn each_job_is_run_by_one_node_and_once() {
    let cluster = cluster(&[]).await;
    let nodes: Vec<&Node> = cluster.nodes.iter().collect();
    assert_eq!(nodes.iter().map(|node| node.figure("samenstuur_jobs_done_total", SEND_CODE)).sum::<f64>(), 0.0);
    cluster.ask_for_codes();
    assert_eq!(stands_still(&nodes, SEND_CODE, LETTERS), LETTERS as f64, "a job that two nodes had run counts twice");
    cluster.assert_one_letter_each().await;
    for node in nodes {
        println!("letters written by a node: {}", node.figure("samenstuur_jobs_done_total", SEND_CODE));
    }
}

/// The clocks of both go a day on: what is done every night is then due on each of them, and done by one.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_done_every_night_is_done_once() {
    let zone = jiff::tz::TimeZone::get("Europe/Amsterdam").expect("the zone is bundled");
    let today = MovableClock::starting_at(None).now().date(&zone);
    let noon = Instant::at(today.tomorrow().expect("a day"), jiff::civil::time(12, 0, 0, 0), &zone).rfc3339();
    let cluster = cluster(&["--now", &noon]).await;
    let nodes: Vec<&Node> = cluster.nodes.iter().collect();
    let nightly: Vec<&str> = (cluster.app.plans.iter().flat_map(|plan| &plan.schedules))
        .filter(|(_, schedule)| matches!(schedule, Schedule::Daily(_)))
        .map(|(kind, _)| *kind)
        .collect();
    let ctx = cluster.ctx();
    let runtime = tokio::runtime::Handle::current();
    until("the work of the night is planned", || {
        let planned = tokio::task::block_in_place(|| {
            runtime.block_on(async {
                let mut conn = ctx.read().await.expect("a connection");
                platform::jobs::waiting(&mut conn, &ctx).await.expect("it reads")
            })
        });
        nightly.iter().all(|kind| planned.contains(&((*kind).to_owned(), 1))).then_some(())
    });
    for node in &nodes {
        let moved = node.ask("POST", "/demo/klok", &[], "dagen=1").expect("the node answers");
        assert_eq!(moved.status, 303, "{}", moved.body);
    }
    let done = |kind: &str| -> f64 {
        let label = format!("kind=\"{kind}\"");
        nodes.iter().map(|node| node.figure("samenstuur_jobs_done_total", &label)).sum()
    };
    for kind in &nightly {
        until("the work of the night is done", || (done(kind) >= 1.0).then_some(()));
    }
    stands_still(&nodes, "kind=", nightly.len());
    for kind in nightly {
        assert_eq!(done(kind), 1.0, "{kind}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_does_the_jobs_of_nodes_that_do_none() {
    let cluster = cluster(&["--no-worker"]).await;
    cluster.ask_for_codes();
    let data = cluster.dir.path().join("worker");
    let url = cluster.app.config.database_url.clone().expect("its address");
    let worker = Node::start_worker(&data, &["--database-url", &url]);
    assert_eq!(stands_still(&[&worker], SEND_CODE, LETTERS), LETTERS as f64);
    let idle: f64 = cluster.nodes.iter().map(|node| node.figure("samenstuur_jobs_done_total", "kind=")).sum();
    assert_eq!(idle, 0.0, "a node without a worker ran jobs");
    cluster.assert_one_letter_each().await;
}
