//! Every route × every role: what each gets is what its plan says, and the table in `docs/authorisation.md`.
//!
//! `SAMENSTUUR_UPDATE=1 cargo nextest run -p server --test it authorisation` writes the table anew.
//! With `SAMENSTUUR_ROUTES=/api/` only addresses that contain this are asked, for who works on them; the table is then left alone.

pub(crate) mod fixtures;

use std::{collections::BTreeMap, fs, path::Path};

use axum::{body::Body, http::Method};
use platform::plan::{Access, Role};
use testkit::{Answer, Engine, TestApp};

use self::fixtures::Fixtures;

/// What somebody gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Through: a page, a redirect onward, a form that asks for more.
    Allowed,
    /// Sent to the door.
    SignIn,
    /// Told that it is not for them.
    Refused,
    /// Told that nothing is there.
    Hidden,
    /// It broke.
    Broken(u16),
}

impl Outcome {
    fn of(answer: &Answer) -> Self {
        let to_the_door = answer.location().is_some_and(|location| location.starts_with("/inloggen?terug="));
        match answer.status.as_u16() {
            _ if to_the_door => Self::SignIn,
            401 => Self::SignIn,
            403 => Self::Refused,
            404 => Self::Hidden,
            200..=399 | 400 | 409 | 410 | 422 | 429 => Self::Allowed,
            status => Self::Broken(status),
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Allowed => "yes",
            Self::SignIn => "sign in",
            Self::Refused => "no",
            Self::Hidden => "hidden",
            Self::Broken(_) => "BROKEN",
        }
    }
}

/// A route.
pub(crate) struct Line {
    /// Its method.
    pub method: &'static str,
    /// Its path, with the names of its parameters.
    pub path: &'static str,
    /// Who gets through.
    pub access: Access,
}

/// Every route.
pub(crate) fn routes() -> Vec<Line> {
    let mut lines: Vec<Line> = server::plans()
        .into_iter()
        .flat_map(|plan| plan.routes)
        .map(|route| Line { method: route.method, path: route.path, access: route.access })
        .collect();
    let beside = platform::http::router::BESIDE_PLANS.into_iter();
    lines.extend(beside.map(|(method, path)| Line { method, path, access: Access::PUBLIC }));
    lines.sort_by_key(|line| (line.path, line.method));
    if let Some(part) = only() {
        lines.retain(|line| line.path.contains(&part));
    }
    lines
}

fn only() -> Option<String> {
    std::env::var("SAMENSTUUR_ROUTES").ok().filter(|part| !part.is_empty())
}

/// The path with something known for each parameter.
pub(crate) fn fill(path: &str, known: &BTreeMap<&'static str, String>) -> Result<String, String> {
    let mut filled = path.to_owned();
    while let Some(start) = filled.find('{') {
        let end = filled[start..].find('}').map_or(filled.len(), |length| start + length);
        let name = filled[start + 1..end].trim_start_matches('*').to_owned();
        let value = known
            .get(name.as_str())
            .ok_or(format!("{path}: add a fixture for {{{name}}} in authorisation/fixtures.rs"))?;
        filled.replace_range(start..=end, value);
    }
    Ok(filled)
}

/// What a route answered.
struct Row {
    line: Line,
    found: BTreeMap<Role, Outcome>,
    /// The same asked for things that do not exist, of those who may not see the ones that do; of the desk and the
    /// municipality alone.
    of_nothing: BTreeMap<Role, Outcome>,
}

/// Whether a route belongs to the desk or the municipality: they refuse in one way.
fn is_office(path: &str) -> bool {
    ["/balie", "/beheer"].iter().any(|base| path == *base || path.starts_with(&format!("{base}/")))
}

/// What everybody who may not come in gets there: who has signed in hears that it is not for them, whether the thing exists or
/// not; others are asked to sign in. A key is for the API, and a session for its own town, so that those count as visitors.
fn office_refusal(role: Role) -> Outcome {
    match role {
        Role::Visitor | Role::OtherManager | Role::ApiKey => Outcome::SignIn,
        _ => Outcome::Refused,
    }
}

/// The answers that break that rule.
fn against_the_rule(rows: &[Row]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Row { line, found, of_nothing } in rows.iter().filter(|row| is_office(row.line.path)) {
        let all = found.iter().map(|one| (one, "")).chain(of_nothing.iter().map(|one| (one, ", of nothing")));
        for ((role, outcome), of) in all.filter(|((role, _), _)| !line.access.0.contains(role)) {
            let expected = office_refusal(*role);
            if *outcome != expected {
                wrong.push(format!("{} {} as {role:?}{of}: {outcome:?}, not {expected:?}", line.method, line.path));
            }
        }
    }
    wrong
}

/// The same names, of things that are not there.
fn of_nothing(known: &BTreeMap<&'static str, String>) -> BTreeMap<&'static str, String> {
    let nothing = |value: &String| match value.parse::<uuid::Uuid>() {
        Ok(_) => uuid::Uuid::from_u128(404).to_string(),
        Err(_) => "onbekend".to_owned(),
    };
    known.iter().map(|(name, value)| (*name, nothing(value))).collect()
}

/// What somebody gets, and whether it changed anything: what was refused, or asked for more, changes nothing.
async fn ask(fixtures: &Fixtures, line: &Line, path: &str, role: Role) -> (Outcome, bool) {
    let mut client = fixtures.client(role).await;
    if path == "/health/ready" {
        fixtures.app.refresh_search().await;
    }
    let method: Method = line.method.parse().unwrap_or(Method::GET);
    let form = (method != Method::GET).then_some("application/x-www-form-urlencoded");
    let answer = client.send(method, path, form, Body::empty()).await;
    let outcome = Outcome::of(&answer);
    (outcome, form.is_some() && outcome == Outcome::Allowed && answer.status.as_u16() < 400)
}

/// The routes that need the same things in a town: they share one, until one of them changes something; the next then gets
/// a copy of it as it was.
async fn asked(lines: Vec<Line>) -> Vec<Row> {
    let pristine = Fixtures::make(TestApp::start(Engine::Sqlite).await, lines[0].path).await;
    let mut rows = Vec::new();
    let mut town = pristine.copy().await;
    for line in lines {
        let mut found = BTreeMap::new();
        let path = fill(line.path, &town.known).unwrap_or_else(|advice| panic!("{advice}"));
        for role in Role::ALL {
            let (outcome, changed) = ask(&town, &line, &path, role).await;
            found.insert(role, outcome);
            if changed {
                town.app.app.db.close().await;
                town = pristine.copy().await;
            }
        }
        let mut of_nothing = BTreeMap::new();
        if is_office(line.path) && line.path.contains('{') {
            let path = fill(line.path, &self::of_nothing(&town.known)).unwrap_or_else(|advice| panic!("{advice}"));
            for role in Role::ALL.into_iter().filter(|role| !line.access.0.contains(role)) {
                of_nothing.insert(role, ask(&town, &line, &path, role).await.0);
            }
        }
        rows.push(Row { line, found, of_nothing });
    }
    rows
}

/// Every route with what each role gets, in the order of the table.
async fn all_outcomes() -> Vec<Row> {
    let mut groups: BTreeMap<Vec<&'static str>, Vec<Line>> = BTreeMap::new();
    for line in routes() {
        groups.entry(fixtures::needs(line.path)).or_default().push(line);
    }
    let mut asking = tokio::task::JoinSet::new();
    for lines in groups.into_values() {
        asking.spawn(asked(lines));
    }
    let mut rows: Vec<Row> = asking.join_all().await.into_iter().flatten().collect();
    rows.sort_by_key(|row| (row.line.path, row.line.method));
    rows
}

fn table(rows: &[Row]) -> String {
    let mut text = String::from(
        "# Who may do what\n\n\
         Generated by the authorisation sweep (`crates/server/tests/it/authorisation.rs`), which asks every route as every role and compares\n\
         the answer with what the route's plan declares. *own*: the person the thing is about; *card*: the same person,\n\
         come in with a card on paper that somebody else may have found. *elsewhere*: a manager of another town.\n\
         *sign in*: sent to the door; *no*: told why not; *hidden*: told that nothing is there.\n\
         Under `/balie` and `/beheer` everybody who has signed in without the role is told why not, whether the thing exists or not.\n\
         Beside these there is `/metrics`: for whoever has the token, without one for callers on the machine itself.\n\n\
         | Route | visitor | resident | own | card | contact | other contact | mediator | manager | elsewhere | API key |\n\
         |---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for Row { line, found, .. } in rows {
        let marks: Vec<&str> =
            Role::ALL.iter().map(|role| found.get(role).map_or("?", |outcome| outcome.mark())).collect();
        text.push_str(&format!("| {} `{}` | {} |\n", line.method, line.path, marks.join(" | ")));
    }
    text
}

#[test]
fn every_route_answers_every_role_as_its_plan_says() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let rows = runtime.block_on(all_outcomes());
    let mut wrong = Vec::new();
    for Row { line, found, .. } in &rows {
        for (role, outcome) in found {
            let may = line.access.0.contains(role);
            if may != (*outcome == Outcome::Allowed) {
                let declared = if may { "allowed" } else { "not allowed" };
                wrong.push(format!("{} {} as {role:?}: declared {declared}, got {outcome:?}", line.method, line.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers differ from the plans:\n{}", wrong.len(), wrong.join("\n"));
    let wrong = against_the_rule(&rows);
    assert!(
        wrong.is_empty(),
        "{} answers against the rule of desk and municipality:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    if only().is_some() {
        return;
    }
    let (text, file) = (table(&rows), Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/authorisation.md"));
    if std::env::var_os("SAMENSTUUR_UPDATE").is_some() {
        fs::write(&file, &text).expect("the table is written");
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == text,
        "docs/authorisation.md is out of date: run the test with SAMENSTUUR_UPDATE=1 and read the difference"
    );
}

#[test]
fn no_route_is_outside_the_sweep() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("../platform/src");
    let mut known: Vec<&str> = platform::http::router::BESIDE_PLANS.iter().map(|(_, path)| *path).collect();
    known.push("/metrics");
    for file in ["http/router.rs", "telemetry.rs"] {
        let text = fs::read_to_string(home.join(file)).expect("a source");
        for path in text.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(known.contains(&path), "{file}: {path} is neither in a plan nor in BESIDE_PLANS");
        }
    }
}
