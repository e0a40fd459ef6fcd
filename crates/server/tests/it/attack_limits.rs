//! What the machine refuses the process: room on its disk, the lock on its file, more open files. As a program, with limits
//! that need no rights.

use std::{
    io::Read as _,
    net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use platform::{Db, db::Location};

use crate::cluster_nodes::{Node, Reply, ask_over, until};

/// Lets a process write in each file up to so many bytes; for it it is as if the disk were full.
fn room(node: &Node, bytes: &str) {
    let limit = format!("--fsize={bytes}:");
    let set = Command::new("prlimit").args(["--pid", &node.process().to_string(), &limit]).status();
    assert!(set.expect("prlimit is there (util-linux)").success());
}

/// Somebody new asks for a code: who asks again and again has to wait.
fn ask_for_code(node: &Node) -> Reply {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let from = format!("2001:db8:{number:x}::1");
    let body = format!("email=bezoeker{number}%40thuis.example");
    node.ask("POST", "/inloggen", &[("X-Forwarded-For", &from)], &body).expect("the node answers")
}

/// Each round another amount of room: none; the first page of each file; as much as the log has now, so that what is
/// written over goes on and what grows does not.
#[test]
fn a_full_disk_is_told_as_busy_and_once_freed_the_next_change_works() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    // Without this a write beyond the limit would end the process, which a full disk does not.
    let node = Node::start_after("trap '' XFSZ", &data, &["--demo"], &[("SAMENSTUUR_TRUST_PROXY", "true")]);
    assert_eq!(ask_for_code(&node).status, 303);
    let log = std::fs::metadata(data.join("samenstuur.sqlite-wal")).expect("the log").len();
    for bytes in ["0".to_owned(), "4096".to_owned(), log.to_string()] {
        room(&node, &bytes);
        let refused = (0..500).map(|_| ask_for_code(&node)).find(|reply| reply.status != 303);
        let refused = refused.expect("the disk is full");
        assert_eq!(refused.status, 503, "with room for {bytes} bytes: {}", refused.body);
        assert_eq!(node.get("/vacatures").status, 200, "who only reads goes on");
        until("/health/ready says so", || (node.get("/health/ready").status == 503).then_some(()));

        room(&node, "unlimited");
        until("the next change works", || (ask_for_code(&node).status == 303).then_some(()));
        until("/health/ready is content", || (node.get("/health/ready").status == 200).then_some(()));
    }
}

#[test]
fn who_waits_too_long_for_a_locked_database_is_told_that_it_is_busy() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    let node = Node::start(&data, &["--demo"], &[("SAMENSTUUR_TRUST_PROXY", "true")]);
    let file = Location::Sqlite { file: data.join("samenstuur.sqlite"), sync: true };
    let other = runtime.block_on(Db::open(&file)).expect("another program opens it");
    let held = runtime.block_on(other.begin_system()).expect("and locks it");
    let (refused, read) = (ask_for_code(&node), node.get("/vacatures").status);
    runtime.block_on(held.commit()).expect("it lets go");
    assert_eq!(refused.status, 503, "{}", refused.body);
    assert_eq!(read, 200, "who only reads goes on");
    until("the next change works", || (ask_for_code(&node).status == 303).then_some(()));
    runtime.block_on(other.close());
}

/// Open files of the process: few more than it needs for itself.
const FILES: usize = 128;
/// Connections that say nothing.
const SILENT: usize = 200;
/// How long a visitor waits, and how often they try: in all shorter than a silent connection was kept before (105 s).
const PATIENCE: Duration = Duration::from_secs(30);
const TRIES: usize = 3;

/// A visitor from another address of this machine than those who say nothing.
fn visits(runtime: &tokio::runtime::Runtime, address: SocketAddr) -> Option<Reply> {
    let stream: std::io::Result<TcpStream> = runtime.block_on(async {
        let socket = tokio::net::TcpSocket::new_v4()?;
        socket.bind(SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)), 0))?;
        socket.connect(address).await?.into_std()
    });
    let stream = stream.ok()?;
    stream.set_nonblocking(false).ok()?;
    ask_over(stream, PATIENCE, "GET", "/vacatures", &[], "").ok()
}

fn others_are_served(line: &str) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let dir = tempfile::tempdir().expect("a folder");
    let node = Node::start_after(line, &dir.path().join("data"), &["--demo"], &[]);
    let mut silent: Vec<TcpStream> =
        (0..SILENT).map(|_| TcpStream::connect(node.address).expect("it connects")).collect();
    let served = (0..TRIES).find_map(|_| visits(&runtime, node.address));
    assert_eq!(served.map(|reply| reply.status), Some(200), "somebody else is served");
    // They were silent all the time: whoever was left was left by the program.
    for stream in &mut silent {
        stream.set_read_timeout(Some(Duration::from_millis(1))).expect("a limit");
        let said = stream.read(&mut [0; 64]);
        assert!(!said.is_ok_and(|bytes| bytes > 0), "an answer to nothing");
    }
}

#[test]
fn silent_connections_do_not_keep_others_out_where_files_are_few() {
    others_are_served(&format!("ulimit -n {FILES}"));
}

#[test]
fn the_program_takes_as_many_files_as_it_may() {
    others_are_served(&format!("ulimit -S -n {FILES}"));
}
