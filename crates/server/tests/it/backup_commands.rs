//! The demonstration town through the commands: `backup` beside a serving program that takes responses, `restore` from one
//! engine into the other and back.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use platform::{
    Db,
    backup::{self, TableContent},
    config::Config,
};
use testkit::fresh_database;

use crate::cluster_nodes::{Node, run};

type Contents = BTreeMap<String, TableContent>;

fn plain(path: &Path) -> String {
    path.to_str().expect("a path of plain text").to_owned()
}

/// What every table holds, as this process reads it.
async fn contents(data: &Path, database_url: Option<String>) -> Contents {
    let config = Config { data: data.to_owned(), database_url, ..Config::default() };
    let db = Db::open(&config.location()).await.expect("it opens");
    let found = backup::all_contents(&db).await.expect("it reads");
    db.close().await;
    found
}

/// Fails with the names of the tables that differ.
#[track_caller]
fn assert_same(found: &Contents, expected: &Contents) {
    let different: Vec<&String> = expected.keys().filter(|table| found.get(*table) != expected.get(*table)).collect();
    assert!(different.is_empty() && found.len() == expected.len(), "these tables differ: {different:?}");
}

/// A vacancy that takes responses.
fn vacancy(node: &Node) -> String {
    let listed = node.get("/api/v1/vacancies?per_page=1").body;
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("a list");
    listed["items"][0]["id"].as_str().expect("the demonstration has vacancies").to_owned()
}

/// Visitors who respond until they are told to stop; how many were answered with success.
fn visitors(node: &Arc<Node>, stop: &Arc<AtomicBool>) -> std::thread::JoinHandle<u32> {
    let (node, stop) = (node.clone(), stop.clone());
    let path = format!("/vacatures/{}/reageer", vacancy(&node));
    std::thread::spawn(move || {
        let mut taken = 0;
        for number in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let from = format!("10.{}.{}.{}", number / 65536, number / 256 % 256, number % 256);
            let body = format!("name=Bezoeker&reach=email&email=b{number}%40inwoner.example&question=Mag+ik+komen%3F");
            let reply = node.ask("POST", &path, &[("X-Forwarded-For", &from)], &body).expect("the node answers");
            assert_eq!(reply.status, 303, "{}", reply.body);
            taken += 1;
        }
        taken
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_town_is_backed_up_while_it_serves_and_moves_between_engines() {
    let dir = tempfile::tempdir().expect("a folder");
    let at = |name: &str| dir.path().join(name);
    run(&["demo", "--data", &plain(&at("town"))]);
    let node = Arc::new(Node::start(&at("town"), &[], &[("SAMENSTUUR_TRUST_PROXY", "true")]));
    let stop = Arc::new(AtomicBool::new(false));
    let writing = visitors(&node, &stop);
    let busy = at("busy.tar");
    run(&["backup", "--to", &plain(&busy), "--data", &plain(&at("town"))]);
    stop.store(true, Ordering::Relaxed);
    let taken = writing.join().expect("the visitors leave");
    assert!(taken > 0, "nobody responded while the backup was taken");
    drop(node);

    run(&["restore", &plain(&busy), "--data", &plain(&at("small"))]);
    let expected = contents(&at("small"), None).await;
    let responses = &expected["responses"];
    assert!(responses.rows > 0 && expected["persons"].rows >= 2_000, "the demonstration town is not in it");

    let url = fresh_database().await;
    let empty = url.clone();
    run(&["restore", &plain(&busy), "--data", &plain(&at("large")), "--database-url", &empty]);
    assert_same(&contents(&at("large"), Some(url.clone())).await, &expected);

    let moved = at("moved.tar");
    run(&["backup", "--to", &plain(&moved), "--data", &plain(&at("large")), "--database-url", &url]);
    run(&["restore", &plain(&moved), "--data", &plain(&at("back"))]);
    assert_same(&contents(&at("back"), None).await, &expected);

    let back = Node::start(&at("back"), &[], &[]);
    assert_eq!(back.get(&format!("/vacatures/{}", vacancy(&back))).status, 200, "the restored town serves");
}
