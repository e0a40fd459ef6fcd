//! A database server that stands still, or is gone: whoever asks hears so in words and in time, and when it is back
//! everything goes on by itself.

use std::{
    net::TcpStream,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use testkit::OwnPostgres;

use crate::cluster_nodes::{Node, ask_over, until};

/// `/health/ready` says within two seconds what it knows; this is long enough for a busy machine.
const SOON: Duration = Duration::from_secs(8);

/// Somebody new asks for a code: who asks again and again has to wait.
fn ask_for_code(node: &Node) -> u16 {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let from = format!("2001:db8:{number:x}::1");
    let body = format!("email=bezoeker{number}%40thuis.example");
    node.ask("POST", "/inloggen", &[("X-Forwarded-For", &from)], &body).expect("the node answers").status
}

fn is_ready(node: &Node) -> Option<u16> {
    let stream = TcpStream::connect(node.address).ok()?;
    ask_over(stream, SOON, "GET", "/health/ready", &[], "").ok().map(|reply| reply.status)
}

struct House {
    postgres: OwnPostgres,
    node: Node,
    _dir: tempfile::TempDir,
}

fn house() -> House {
    let dir = tempfile::tempdir().expect("a folder");
    let postgres = OwnPostgres::start();
    let flags = ["--demo", "--database-url", &postgres.url()];
    let node = Node::start(&dir.path().join("data"), &flags, &[("SAMENSTUUR_TRUST_PROXY", "true")]);
    assert_eq!(ask_for_code(&node), 303);
    House { postgres, node, _dir: dir }
}

/// Nothing can be changed; whoever tries is told that it is busy, and never that it is our fault.
fn refuses_in_words(node: &Node) {
    assert_eq!(is_ready(node), Some(503), "/health/ready says so, and soon");
    let told: Vec<u16> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(|| ask_for_code(node))).collect();
        all.into_iter().map(|one| one.join().expect("an answer")).collect()
    });
    assert_eq!(told, [503; 4]);
}

fn goes_on(node: &Node) {
    until("the next change works", || (ask_for_code(node) == 303).then_some(()));
    until("/health/ready is content", || (is_ready(node) == Some(200)).then_some(()));
}

#[test]
fn a_frozen_database_server_is_told_and_waited_for() {
    let House { postgres, node, .. } = &house();
    for _ in 0..2 {
        postgres.freeze();
        refuses_in_words(node);
        postgres.thaw();
        goes_on(node);
    }
}

#[test]
fn a_database_server_that_was_killed_is_told_and_found_again() {
    let House { postgres, node, .. } = &house();
    for _ in 0..2 {
        postgres.kill();
        refuses_in_words(node);
        postgres.start_again();
        goes_on(node);
    }
}
