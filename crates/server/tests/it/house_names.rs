//! The names of the house: whoever has seen one capability finds the same thing under the same name in the next.

use std::collections::BTreeMap;

use crate::architecture::{code, file_name, of_capabilities};

/// `SeePrivate` as a function is called.
fn snake(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[test]
fn a_policy_names_its_permits_as_its_verbs() {
    let mut wrong = Vec::new();
    for source in of_capabilities().iter().filter(|source| file_name(&source.path) == "policy.rs") {
        let mut functions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut name = "";
        for (_, line) in code(source) {
            if let Some((_, rest)) = line.split_once("fn ").filter(|(seen, _)| seen.starts_with("pub")) {
                name = rest.split('(').next().unwrap_or_default();
            }
            let permit = line.split_once("-> Decision<").and_then(|(_, rest)| rest.split('>').next());
            if let Some(permit) = permit.filter(|permit| permit.len() > 1) {
                functions.entry(permit).or_default().push(name);
            }
        }
        for (permit, names) in functions {
            let verb = snake(permit);
            let called = names.iter().any(|name| name.starts_with(&verb));
            let plain = !permit.ends_with("Permit") && !names.iter().any(|name| name.starts_with("may_"));
            if !called || !plain || (permit == "System") != names.contains(&"system") {
                wrong.push(format!("{}: {permit} is given by {}", source.path, names.join(", ")));
            }
        }
    }
    let advice = "a policy's function is a verb (`see_private`) and its permit the same (`SeePrivate`), without `may_` or `Permit`; \
                  what Samenstuur alone does is `system` and `System`";
    assert!(wrong.is_empty(), "{advice}:\n{}", wrong.join("\n"));
}

/// What audit rows are about, as their verbs name it.
const THINGS: &[&str] = &[
    "areas",
    "file",
    "help_request",
    "helper",
    "import_run",
    "offer",
    "organisation",
    "person",
    "postcodes",
    "response",
    "saved_search",
    "setting",
    "sign_in",
    "subscription",
    "synonyms",
    "vacancy",
];

/// The first text in the arguments of each `.audit(…)`, with its line.
fn audited(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(".audit(").filter_map(|(at, _)| {
        let call = text[at..].split(';').next()?;
        // A verb that is chosen before, or handed in, is named where it is chosen.
        let before = call.split_once('"')?.0;
        let verb = call.split('"').nth(1)?;
        (before.matches(',').count() == 2).then(|| (text[..at].lines().count(), verb))
    })
}

/// The thing and the verb of each `ctx.change::<Thing, _>(…)`, and the verbs of `ctx.make(…)` and of steps, with their lines.
fn verbs(text: &str) -> impl Iterator<Item = (usize, Option<String>, &str)> {
    let calls = [("ctx.change::<", ".await"), ("ctx.make(", ".await"), ("verb: \"", "words: ")].into_iter();
    calls.flat_map(|(call, end)| text.match_indices(call).map(move |(at, _)| (at, call, end))).filter_map(
        |(at, call, end)| {
            let said = text[at..].split(end).next()?;
            let verb = said.split('"').nth(1)?;
            let thing = call.ends_with("::<").then(|| snake(said[call.len()..].split(',').next().unwrap_or_default()));
            Some((text[..at].lines().count(), thing, verb))
        },
    )
}

#[test]
fn an_audit_row_says_a_thing_and_a_verb() {
    let is_verb =
        |verb: &str| !verb.is_empty() && verb.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in of_capabilities() {
        for (line, action) in audited(&source.text) {
            seen += 1;
            let (thing, verb) = action.split_once('.').unwrap_or((action, ""));
            if !THINGS.contains(&thing) || !is_verb(verb) || verb.ends_with(thing) {
                wrong.push(format!("{}:{line}: {action}", source.path));
            }
        }
        for (line, thing, verb) in verbs(&source.text) {
            seen += 1;
            if !is_verb(verb) || thing.is_some_and(|thing| verb.ends_with(&thing)) {
                wrong.push(format!("{}:{line}: {verb}", source.path));
            }
        }
    }
    assert!(seen > 100, "{seen} audit rows found: has their form changed?");
    assert!(
        wrong.is_empty(),
        "an audit row is `thing.verb`, as `offer.pause`; things are in THINGS:\n{}",
        wrong.join("\n")
    );
}

/// The fixed files of a capability (ARCHITECTURE.md says what is in each).
const FIXED: &[&str] = &[
    "actions",
    "api",
    "events",
    "filters",
    "forms",
    "jobs",
    "lib",
    "mails",
    "mod",
    "model",
    "neighbours",
    "pages",
    "personal_data",
    "policy",
    "queues",
    "samples",
    "search",
    "settings",
    "store",
    "subject",
    "tests",
    "topic",
    "views",
    "words",
];

/// Fixed files that have grown into a folder: what each file in it is for, its folder says.
const FOLDERS: &[&str] = &["actions", "jobs", "pages", "samples"];

/// Engines and readers of one format: what is neither of the fixed files, with what it is.
const ENGINES: &[(&str, &str)] = &[
    ("conversations/src/alternatives.rs", "other ways on with every no"),
    ("conversations/src/entry.rs", "the form with which one responds, for every kind of subject"),
    ("conversations/src/introductions/calendar.rs", "an introduction as a calendar file"),
    ("exchange/src/bytes.rs", "which signs the bytes of a text file mean"),
    ("exchange/src/cells.rs", "what a spreadsheet makes of a cell, and how it is undone"),
    ("exchange/src/columns.rs", "the columns of each kind of file"),
    ("exchange/src/export.rs", "everything of a kind as a table"),
    ("exchange/src/lines.rs", "reads a table of a text file"),
    ("exchange/src/naming.rs", "which organisation a name in a file means"),
    ("exchange/src/sheets.rs", "reads a table of a workbook"),
    ("exchange/src/table.rs", "tables as CSV and XLSX"),
    ("exchange/src/unpack.rs", "reads a workbook within bounds"),
    ("facets/src/fields.rs", "the fields of facets: what a form and a row of a file say"),
    ("facets/src/sensitive.rs", "finds what nobody should publish of themselves"),
    ("finding/src/listing/documents.rs", "what the search index holds"),
    ("finding/src/listing/home.rs", "the newest on the home page"),
    ("finding/src/listing/seen.rs", "counts looks in memory"),
    ("finding/src/listing/sources.rs", "from a thing to its card"),
    ("finding/src/sharing/atom.rs", "Atom feeds"),
    ("help_requests/src/alternatives.rs", "other ways on, for people who offered to help"),
    ("insights/src/lists.rs", "each list as a table"),
    ("matching/src/alternatives.rs", "other ways on that fit the person"),
    ("matching/src/exposure.rs", "fair shares of attention"),
    ("matching/src/file.rs", "the engine on a file"),
    ("matching/src/market.rs", "what is to be had now"),
    ("matching/src/seeker.rs", "what somebody seeks"),
    ("matching/src/simulation.rs", "a year of attention, reckoned through"),
    ("matching/src/weights.rs", "how much each factor counts"),
    ("organisations/src/brief.rs", "an organisation in a line, for others to show"),
    ("organisations/src/sectors.rs", "the sectors"),
    ("people/src/data/readable.rs", "a copy in words"),
    ("people/src/oidc/provider.rs", "speaks to an identity provider"),
    ("people/src/passkeys/party.rs", "the relying party of WebAuthn"),
    ("people/src/signin/ceremonies.rs", "what a protocol remembers between two steps"),
    ("places/src/cache.rs", "the places of each town, in memory"),
    ("places/src/import.rs", "reads files of areas and postcodes"),
    ("places/src/map.rs", "draws the map"),
    ("places/src/schematic.rs", "an invented town"),
    ("places/src/town.rs", "finds a place by what is typed"),
    ("town/src/home.rs", "the home page, of what the capabilities show there"),
    ("town/src/municipality/logo.rs", "the picture that is made of an upload"),
    ("vacancies/src/calendar.rs", "a vacancy as a calendar file"),
    ("vacancies/src/check/rules.rs", "what each rule of the check looks at"),
    ("vacancies/src/json_ld.rs", "a vacancy as search engines read it"),
    ("vacancies/src/starters.rs", "examples to begin with"),
];

#[test]
fn files_have_names_that_a_newcomer_guesses() {
    let mut wrong = Vec::new();
    let mut unknown: Vec<&str> = ENGINES.iter().map(|(path, _)| *path).collect();
    let sources = of_capabilities();
    for source in sources.iter().filter(|source| !source.path.starts_with("capabilities/demo/")) {
        let path = source.path.trim_start_matches("capabilities/");
        unknown.retain(|engine| *engine != path);
        let stem = file_name(path).trim_end_matches(".rs");
        let in_folder = FOLDERS.iter().any(|folder| path.contains(&format!("/{folder}/")));
        if !FIXED.contains(&stem) && !in_folder && !ENGINES.iter().any(|(engine, _)| *engine == path) {
            wrong.push(path);
        }
    }
    let advice = "a file has one of the names of ARCHITECTURE.md, or is an engine named in ENGINES with what it is";
    assert!(wrong.is_empty(), "{advice}:\n{}", wrong.join("\n"));
    assert!(unknown.is_empty(), "ENGINES names what is no more:\n{}", unknown.join("\n"));
}
