//! A mail server that does not answer for some readers keeps nobody else's letters: twenty of them, more than there are
//! places for letters, silent at three moments.

use std::time::Duration;

use testkit::{Engine, fresh_database};

use crate::{
    cluster_nodes::{Node, until, within},
    crash_mail_sink::MailSink,
};

/// Letters that are never answered.
const SILENT: usize = 20;
/// Letters of others.
const OTHERS: usize = 5;
/// Less than a silent letter may take (a minute), so that none of the others waited until one was given up.
const SOON: Duration = Duration::from_secs(40);

fn ask_for_code(node: &Node, email: &str, network: usize) {
    let from = format!("2001:db8:{network:x}::1");
    let body = format!("email={}", email.replace('@', "%40"));
    let reply = node.ask("POST", "/inloggen", &[("X-Forwarded-For", &from)], &body).expect("the node answers");
    assert_eq!(reply.status, 303, "{}", reply.body);
}

fn others_have_theirs(engine: Engine) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let dir = tempfile::tempdir().expect("a folder");
    let mail = MailSink::start();
    let smtp = format!("smtp://{}", mail.address);
    let mut flags = vec!["--demo".to_owned()];
    if engine == Engine::Postgres {
        flags.extend(["--database-url".to_owned(), runtime.block_on(fresh_database())]);
    }
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let variables = [
        ("SAMENSTUUR_TRUST_PROXY", "true"),
        ("SAMENSTUUR_MAIL__TRANSPORT", "smtp"),
        ("SAMENSTUUR_MAIL__SMTP_URL", smtp.as_str()),
    ];
    let node = Node::start(&dir.path().join("data"), &flags, &variables);

    for number in 0..SILENT {
        let moment = ["", ".rcpt", ".data"][number % 3];
        ask_for_code(&node, &format!("zwijgt{moment}{number}@thuis.example"), number);
    }
    until("the server is silent", || (mail.silences() > 0).then_some(()));
    for number in 0..OTHERS {
        ask_for_code(&node, &format!("lezer{number}@thuis.example"), SILENT + number);
    }
    within(SOON, "the others have their letters", || (mail.letters().len() >= OTHERS).then_some(()));
    let readers = mail.letters();
    assert!(readers.iter().all(|letter| letter.to.starts_with("lezer")), "{readers:?}");
}

#[test]
fn letters_of_others_leave_while_the_server_is_silent_on_sqlite() {
    others_have_theirs(Engine::Sqlite);
}

#[test]
fn letters_of_others_leave_while_the_server_is_silent_on_postgres() {
    others_have_theirs(Engine::Postgres);
}
