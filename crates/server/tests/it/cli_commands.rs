//! The program as a system manager uses it: what it says, and how it ends.

use std::{
    path::Path,
    process::{Command, Output},
};

use clap::CommandFactory;
use server::cli::Cli;

/// Runs the program with nothing of this machine's environment but the path.
fn samenstuur(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_samenstuur"));
    command.env_clear().current_dir(folder).args(args);
    command.output().expect("the program runs")
}

#[track_caller]
fn said(output: &Output, code: i32) -> String {
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

fn leaves(command: &clap::Command, path: String, found: &mut Vec<(String, String)>) {
    let below: Vec<&clap::Command> = command.get_subcommands().filter(|inner| inner.get_name() != "help").collect();
    if below.is_empty() {
        let long = command.get_long_about().map(ToString::to_string).unwrap_or_default();
        found.push((path.clone(), long));
    }
    for inner in below {
        leaves(inner, format!("{path} {}", inner.get_name()), found);
    }
}

#[test]
fn every_command_says_what_it_does_with_an_example() {
    Cli::command().debug_assert();
    let mut found = Vec::new();
    leaves(&Cli::command(), "samenstuur".into(), &mut found);
    assert!(found.len() >= 12, "{found:?}");
    for (path, long) in found {
        let shown = long.split("Example").nth(1).unwrap_or_default();
        assert!(shown.contains(&path), "{path} has no example of itself: {long}");
    }
}

#[test]
fn an_installation_is_set_up_backed_up_and_restored() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    assert!(run(&["doctor"], 1).contains("start `samenstuur serve`"), "a doctor of nothing says what to do");
    assert!(!dir.path().join("data").exists(), "the doctor changes nothing");
    assert!(run(&["backup", "--to", "none.tar"], 1).contains("there is no database"));

    assert!(run(&["migrate"], 0).contains("ran 0001_platform.sql"));
    assert!(run(&["migrate"], 0).contains("up to date"));
    assert!(run(&["grant", "me@voorbeeld.example"], 1).contains("there is no municipality yet"));
    let add = ["municipality", "add", "voorbeeldstad", "--name", "Voorbeeldstad", "--base-url", "https://a.example"];
    assert!(run(&add, 0).contains("https://a.example"));
    assert!(run(&add, 1).contains("already"));
    assert!(
        run(&["municipality", "set", "voorbeeldstad", "--base-url", "a.example"], 2).contains("http:// or https://")
    );
    assert!(run(&["doctor"], 1).contains("has no manager"));
    assert!(run(&["grant", "no address"], 2).contains("is no e-mail address"));
    assert!(run(&["grant", "me@voorbeeld.example", "--municipality", "elders"], 2).contains("voorbeeldstad"));
    assert!(run(&["grant", "me@voorbeeld.example"], 0).contains("manager of Voorbeeldstad"));

    let healthy = run(&["doctor", "--now", "2026-03-03T09:00:00Z"], 0);
    assert!(healthy.contains("Nothing is wrong") && healthy.contains("command line"), "{healthy}");
    assert!(healthy.contains("set trust_proxy = true"), "https on loopback means a proxy: {healthy}");
    assert!(run(&["demo"], 1).contains("is there already"), "a demonstration never mixes with a real town");
    let opened = run(&["serve", "--demo", "--listen", "127.0.0.1:0"], 2);
    assert!(opened.contains("are real"), "nobody opens a real town to everybody by a flag: {opened}");

    assert!(run(&["backup", "--to", "all.tar"], 0).contains("all.tar is written"));
    assert!(run(&["restore", "all.tar"], 1).contains("is not empty"));
    assert!(run(&["restore", "all.tar", "--data", "other"], 0).contains("each table was compared"));
    assert!(run(&["municipality", "list", "--data", "other"], 0).contains("Voorbeeldstad"));
}

#[test]
fn a_host_name_leads_to_one_municipality() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    let add =
        |slug: &'static str, url: &'static str| ["municipality", "add", slug, "--name", "Stad", "--base-url", url];
    run(&add("een", "https://a.example"), 0);
    assert!(run(&add("twee", "https://A.example"), 1).contains("a.example leads to een already"));
    run(&add("twee", "https://b.example"), 0);
    assert!(run(&["municipality", "set", "twee", "--host", "a.example"], 1).contains("a.example leads to een already"));
    assert!(run(&["municipality", "set", "twee", "--host", "c.example"], 0).contains("b.example c.example"));
}

#[test]
fn work_that_failed_can_be_looked_at_from_the_command_line() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    run(&["municipality", "add", "stad", "--name", "Stad", "--base-url", "https://a.example"], 0);
    assert!(run(&["jobs", "list"], 0).contains("No work was given up"));
    assert!(run(&["jobs", "retry", "--all"], 0).contains("0 jobs are tried again"));
    let unknown = "00000000-0000-7000-8000-000000000001";
    assert!(run(&["jobs", "discard", unknown], 1).contains("was given up"));
    run(&["jobs", "retry"], 2);
    run(&["jobs", "retry", "no number"], 2);
}

#[test]
fn variables_of_the_tools_are_none_of_the_program() {
    let dir = tempfile::tempdir().expect("a folder");
    let with = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samenstuur"));
        command.env_clear().current_dir(dir.path()).env(name, "/usr/bin/thing").arg("migrate");
        command.output().expect("the program runs")
    };
    for name in
        ["SAMENSTUUR_CHROMIUM", "SAMENSTUUR_BIN", "SAMENSTUUR_UPDATE", "SAMENSTUUR_ROUTES", "SAMENSTUUR_TEST_POSTGRES"]
    {
        said(&with(name), 0);
    }
    assert!(said(&with("SAMENSTUUR_CHROME"), 2).contains("there is no such key"));
}

#[test]
fn a_map_is_loaded_whole_or_not_at_all() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    let file = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).expect("it is written");
    run(&["municipality", "add", "stad", "--name", "Stad", "--base-url", "https://a.example"], 0);
    let places = places::samples::schematic();
    file("areas.geojson", &places.areas);
    file("postcodes.tsv", &places.postcodes);
    file(
        "wrong.geojson",
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}"#,
    );
    assert!(run(&["import", "areas", "wrong.geojson"], 1).contains("nothing was changed"));
    assert!(run(&["import", "areas", "areas.geojson", "--dry-run"], 0).contains("look ahead"));
    let loaded = run(&["import", "areas", "areas.geojson"], 0);
    assert!(loaded.contains(" 0 unchanged"), "looking ahead had changed something: {loaded}");
    assert!(run(&["import", "areas", "areas.geojson"], 0).contains("0 added, 0 changed"));
    assert!(run(&["import", "postcodes", "postcodes.tsv"], 0).contains("added"));
    assert!(run(&["import", "areas", "nowhere"], 2).contains("cannot be read"));
}

#[test]
fn a_wrong_setting_is_named_and_nothing_is_done() {
    let dir = tempfile::tempdir().expect("a folder");
    std::fs::write(dir.path().join("samenstuur.toml"), "listen = \"nowhere\"\nmetrics_token = \"secret\"\n")
        .expect("a file");
    let text = said(&samenstuur(dir.path(), &["migrate"]), 2);
    assert!(
        text.contains("listen = nowhere (file samenstuur.toml) is not allowed; allowed: an address with a port"),
        "{text}"
    );
    std::fs::write(dir.path().join("samenstuur.toml"), "metrics_token = \"secret\"\n").expect("a file");
    let text = said(&samenstuur(dir.path(), &["migrate"]), 2);
    assert!(text.contains("metrics_token") && !text.contains("secret\""), "{text}");
    assert!(!dir.path().join("data").exists());
}

#[test]
fn anybody_can_check_a_vacancy() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    let file = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).expect("it is written");
    file("short.txt", "Hulp gezocht\nWie wil?");
    let refused = run(&["check-vacancy", "short.txt", "--lang", "en"], 1);
    assert!(refused.contains("REFUSE  Clear task") && refused.contains("rules refuse it"), "{refused}");
    let json = run(&["check-vacancy", "short.txt", "--json"], 1);
    assert!(json.contains("\"rule\": \"description\""), "{json}");
    file("wrong.json", "{\"title\": 3}");
    assert!(run(&["check-vacancy", "wrong.json"], 2).contains("wrong.json"));
    assert!(!dir.path().join("data").exists(), "a check needs no installation");
}

#[test]
fn anybody_can_check_a_match_and_see_what_fair_exposure_does() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    let manual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/matching.md");
    let manual = std::fs::read_to_string(manual).expect("docs/matching.md");
    let example = manual.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    std::fs::write(dir.path().join("question.json"), example).expect("it is written");
    let answer: serde_json::Value = serde_json::from_str(&run(&["match", "question.json"], 0)).expect("JSON");
    assert_eq!(answer["suggestions"][0]["id"], "tuin", "{answer}");
    assert_eq!(answer["suggestions"][0]["to_ask"][0], "vog", "{answer}");
    assert_eq!((&answer["excluded"][0]["id"], &answer["excluded"][0]["gates"][0]), (&"rit".into(), &"age".into()));
    std::fs::write(dir.path().join("wrong.json"), "{}").expect("it is written");
    assert!(run(&["match", "wrong.json"], 2).contains("docs/matching.md"));
    run(&["match"], 2);
    let shown = run(&["match", "--simulate", "--runs", "2", "--openings", "100", "--visitors", "150"], 0);
    let numbers: Vec<u32> = shown
        .lines()
        .find(|line| line.trim_start().starts_with("all"))
        .map(|line| line.split_whitespace().filter_map(|word| word.parse().ok()).collect())
        .unwrap_or_default();
    assert!(numbers[0] == 300 && numbers[2] > numbers[1], "{shown}");
    assert!(!dir.path().join("data").exists(), "it needs no installation");
}

#[test]
fn the_manual_knows_every_key_and_every_figure() {
    let manual = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/operations.md");
    let manual = std::fs::read_to_string(manual).expect("docs/operations.md");
    for key in platform::config::keys::KEYS.iter().filter(|key| !matches!(key.name, "mail" | "oidc")) {
        let name = key.name.replace('*', "SLUG");
        let row = manual.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
        let row = row.unwrap_or_else(|| panic!("{name} is not in docs/operations.md"));
        assert!(row.contains(&platform::config::keys::variable(&name)), "{row}");
        assert_eq!(row.contains("**secret**"), key.secret, "{row}");
    }
    for (figure, ..) in platform::telemetry::FIGURES {
        assert!(manual.contains(&format!("| `{figure}` |")), "{figure} is not in docs/operations.md");
    }
}

/// What is wrong with a file is told of the file, not of a database server that there is none of.
#[test]
fn a_doctor_of_a_damaged_database_names_it() {
    let dir = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str], code: i32| said(&samenstuur(dir.path(), args), code);
    run(&["migrate"], 0);
    let file = dir.path().join("data/samenstuur.sqlite");
    for (damage, at) in [("no database", 0), ("a page that is not what was written", 8192)] {
        let mut bytes = std::fs::read(&file).expect("it reads");
        bytes[at..at + 64].fill(0x55);
        std::fs::write(&file, bytes).expect("it is damaged");
        let told = run(&["doctor"], 1);
        assert!(told.contains("restore the last backup"), "{damage}: {told}");
        assert!(!told.contains("database server"), "{damage}: {told}");
    }
}
