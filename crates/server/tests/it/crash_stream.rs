//! The power goes while many people send something: what was answered with success is there afterwards, and its letter
//! is sent, at worst twice as one and the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use kernel::time;

use crate::{
    cluster_nodes::{Node, ask, run, until},
    crash_mail_sink::MailSink,
};

/// How often the power goes.
const CRASHES: i64 = 3;
/// How far the clock is moved on after a crash: past the lease of a job, within the life of a code.
const AHEAD: i64 = 6 * time::MINUTE;
/// People who send at the same time.
const CLIENTS: usize = 6;
/// Successes between two crashes.
const BETWEEN: usize = 80;

/// What the people send: where to, and the form for the one with this address.
struct Sending {
    path: String,
    form: fn(&str) -> String,
}

/// The node on this folder, with its clock so much ahead: jobs that were running when the power went are taken over when
/// their lease has ended, for which nobody wants to wait.
fn start(data: &Path, mail: &MailSink, ahead: i64) -> Node {
    let start = platform::app::MovableClock::starting_at(None);
    start.advance(ahead);
    let now = kernel::Clock::now(&start).rfc3339();
    let smtp = format!("smtp://{}", mail.address);
    let variables = [
        ("SAMENSTUUR_TRUST_PROXY", "true"),
        ("SAMENSTUUR_MAIL__TRANSPORT", "smtp"),
        ("SAMENSTUUR_MAIL__SMTP_URL", smtp.as_str()),
    ];
    Node::start(data, &["--now", &now], &variables)
}

/// Lets everybody send until the node is gone; answers who got an answer of success.
fn stream_until_crash(node: Node, sending: &Sending, round: i64) -> BTreeSet<String> {
    let address = node.address;
    let (answered, count) = (Mutex::new(BTreeSet::new()), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for client in 0..CLIENTS {
            let (answered, count) = (&answered, &count);
            scope.spawn(move || {
                for number in 0.. {
                    let email = format!("ronde{round}.bezoeker{client}.{number}@inwoner.example");
                    // Everybody from an address of their own, as far as the node can see.
                    let from = format!("2001:db8::{round}:{client}:{number:x}");
                    let headers = [("X-Forwarded-For", from.as_str())];
                    match ask(address, "POST", &sending.path, &headers, &(sending.form)(&email)) {
                        Ok(reply) if reply.status == 303 => {
                            answered.lock().expect("the list").insert(email);
                            count.fetch_add(1, Ordering::SeqCst);
                        }
                        Ok(reply) => panic!("{}: {}", reply.status, reply.body),
                        Err(_) => return,
                    }
                }
            });
        }
        until("enough was sent", || (count.load(Ordering::SeqCst) >= BETWEEN).then_some(()));
        node.kill();
    });
    answered.into_inner().expect("the list")
}

/// Letters that answer these addresses, by reader.
fn letters_to(mail: &MailSink, answered: &BTreeSet<String>) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for letter in mail.letters() {
        if answered.contains(&letter.to) {
            found.entry(letter.to).or_default().push(letter.id);
        }
    }
    found
}

/// Waits until everybody has a letter, and no job has ended for a while.
fn settle(node: &Node, mail: &MailSink, answered: &BTreeSet<String>) {
    until("everybody has a letter", || (letters_to(mail, answered).len() == answered.len()).then_some(()));
    let (mut last, mut same) = (-1.0, 0);
    until("no job ends any more", || {
        let done = node.figure("samenstuur_jobs_done_total", "");
        same = if done == last { same + 1 } else { 0 };
        last = done;
        (same == 30).then_some(())
    });
}

fn survive(sending: &Sending, data: &Path) -> (BTreeSet<String>, MailSink) {
    let mail = MailSink::start();
    let mut answered = BTreeSet::new();
    for round in 0..CRASHES {
        let node = start(data, &mail, round * AHEAD);
        // What the last crash left undone is done before the next: a letter comes twice for one crash, not for two.
        settle(&node, &mail, &answered);
        answered.extend(stream_until_crash(node, sending, round));
    }
    assert!(answered.len() >= BETWEEN * usize::try_from(CRASHES).expect("a few"));
    let node = start(data, &mail, CRASHES * AHEAD);
    settle(&node, &mail, &answered);
    node.kill();
    let mut twice = 0;
    for (to, ids) in letters_to(&mail, &answered) {
        let different: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(different.len(), 1, "{to} got different letters: {ids:?}");
        assert!(ids.len() <= 2, "{to} got the same letter {} times", ids.len());
        twice += usize::from(ids.len() == 2);
    }
    println!("{} answers of success in {CRASHES} crashes: none lost, {twice} letters came twice", answered.len());
    (answered, mail)
}

#[test]
fn who_asked_for_a_code_gets_it_whatever_happens() {
    let dir = tempfile::tempdir().expect("a folder");
    let data = dir.path().join("data");
    run(&["demo", "--data", data.to_str().expect("a path of plain text")]);
    let form = |email: &str| format!("email={}", email.replace('@', "%40"));
    survive(&Sending { path: "/inloggen".into(), form }, &data);
}
