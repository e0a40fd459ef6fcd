//! What somebody writes is found by everybody, whatever the clocks say: of whoever writes it, and of whoever serves.

use std::path::{Path, PathBuf};

use kernel::{Clock as _, time::MINUTE};
use platform::app::MovableClock;
use testkit::{Engine, fresh_database};

use crate::cluster_nodes::{Node, run, until};

/// Words for things to find, none of which is part of another or looks like a mistake in it.
const WORDS: [&str; 6] = ["Kaarsenmaker", "Vogeltelling", "Zeilschip", "Breiclub", "Dorpsomroeper", "Mozaiek"];

struct Installation {
    dir: tempfile::TempDir,
    data: PathBuf,
    /// `--database-url` and the address, on PostgreSQL.
    database: Vec<String>,
}

/// This moment, so many minutes away.
fn away(minutes: i64) -> String {
    MovableClock::starting_at(None).now().plus(minutes * MINUTE).rfc3339()
}

impl Installation {
    fn make(engine: Engine) -> Self {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let dir = tempfile::tempdir().expect("a folder");
        let database = match engine {
            Engine::Sqlite => Vec::new(),
            Engine::Postgres => vec!["--database-url".to_owned(), runtime.block_on(fresh_database())],
        };
        Self { data: dir.path().join("data"), dir, database }
    }

    /// The flags of a command whose clock is so many minutes away.
    fn flags<'a>(&'a self, now: &'a str) -> Vec<&'a str> {
        ["--now", now].into_iter().chain(self.database.iter().map(String::as_str)).collect()
    }

    /// A process that serves, with the clock so many minutes away; each has a folder of its own where the data are elsewhere.
    fn serve(&self, name: &str, minutes: i64) -> Node {
        let now = away(minutes);
        let mut flags = self.flags(&now);
        flags.push("--demo");
        let data = if self.database.is_empty() { self.data.clone() } else { self.dir.path().join(name) };
        Node::start(&data, &flags, &[])
    }

    /// Publishes one vacancy, on a machine whose clock is so many minutes away.
    fn publish(&self, word: &str, minutes: i64) {
        let file = self.dir.path().join("vacatures.csv");
        let head = "extern id;organisatie;titel;samenvatting;omschrijving;wie antwoordt;wij bieden";
        // Whole enough for the vacancy check.
        let text = format!(
            "{head}\n{word};Stichting De Proef;{word} gezocht;Je maakt elke week mooie dingen met mensen uit de buurt.;Je helpt \
             elke week twee uur mee als {word} in het buurthuis. Je zet de spullen klaar, je werkt samen met vier anderen en je \
             drinkt koffie met wie er komt. De eerste keer legt iemand je alles uit. Daarna kies je zelf wat je doet. Aan het \
             eind ruimen jullie samen op.;Cora Proef;verzekering\n"
        );
        std::fs::write(&file, text).expect("the file is written");
        let (now, data) = (away(minutes), text_of(&self.data));
        run(&[&["import", "vacancies", text_of(&file), "--data", data], &self.flags(&now)[..]].concat());
    }
}

fn text_of(path: &Path) -> &str {
    path.to_str().expect("a path of plain text")
}

fn is_found(node: &Node, word: &str) {
    until(&format!("{word} is found"), || {
        let page = node.get(&format!("/vacatures?q={word}"));
        (page.status == 200 && page.body.contains(&format!("{word} gezocht"))).then_some(())
    });
}

/// Writers two minutes behind and ahead, an hour behind and a day ahead, beside processes with the right time.
fn whoever_writes(engine: Engine) {
    let installation = Installation::make(engine);
    let nodes = ["first", "second"].map(|name| installation.serve(name, 0));
    for (word, minutes) in WORDS.iter().zip([0, -2, 2, -60, 24 * 60, 0]) {
        installation.publish(word, minutes);
        nodes.iter().for_each(|node| is_found(node, word));
    }
}

/// A process that starts again with its clock an hour back, after what was written with the right time.
fn whoever_serves(engine: Engine) {
    let installation = Installation::make(engine);
    let right = installation.serve("first", 0);
    installation.publish(WORDS[0], 0);
    is_found(&right, WORDS[0]);
    drop(right);
    let behind = installation.serve("first", -60);
    is_found(&behind, WORDS[0]);
    for (word, minutes) in WORDS[1..].iter().zip([0, -60, 2]) {
        installation.publish(word, minutes);
        is_found(&behind, word);
    }
    drop(behind);
    let right = installation.serve("first", 0);
    installation.publish(WORDS[5], 0);
    WORDS[..4].iter().chain([&WORDS[5]]).for_each(|word| is_found(&right, word));
}

#[test]
fn a_writer_with_another_clock_is_found_on_sqlite() {
    whoever_writes(Engine::Sqlite);
}

#[test]
fn a_writer_with_another_clock_is_found_on_postgres() {
    whoever_writes(Engine::Postgres);
}

#[test]
fn a_process_whose_clock_is_an_hour_back_finds_everything_on_sqlite() {
    whoever_serves(Engine::Sqlite);
}

#[test]
fn a_process_whose_clock_is_an_hour_back_finds_everything_on_postgres() {
    whoever_serves(Engine::Postgres);
}
