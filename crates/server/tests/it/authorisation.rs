//! Every route × every role: what each gets is what its plan says, and the table in `docs/authorisation.md`.
//!
//! `SAMENSTUUR_UPDATE=1 cargo nextest run -p server --test it authorisation` writes the table anew.
//! With `SAMENSTUUR_ROUTES=/api/` only addresses that contain this are asked, for who works on them; the table is then left alone.

pub mod fixtures;

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

struct Line {
    method: &'static str,
    path: &'static str,
    access: Access,
}

fn routes() -> Vec<Line> {
    let mut lines: Vec<Line> = capabilities::plans()
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

fn fill(path: &str, known: &BTreeMap<&'static str, String>) -> Result<String, String> {
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

async fn ask(fixtures: &Fixtures, line: &Line, path: &str, role: Role) -> Outcome {
    let mut client = fixtures.client(role).await;
    if path == "/health/ready" {
        fixtures.app.refresh_search().await;
    }
    let method: Method = line.method.parse().unwrap_or(Method::GET);
    let form = (method != Method::GET).then_some("application/x-www-form-urlencoded");
    Outcome::of(&client.send(method, path, form, Body::empty()).await)
}

/// Pages about nothing in particular change nothing: all of them are asked in one town.
fn is_plain(line: &Line) -> bool {
    line.method == "GET" && !line.path.contains('{') && !line.path.starts_with("/api/")
}

async fn plain_outcomes(line: &Line, town: &Fixtures) -> BTreeMap<Role, Outcome> {
    let mut found = BTreeMap::new();
    for role in Role::ALL {
        found.insert(role, ask(town, line, line.path, role).await);
    }
    found
}

/// A role that may changes the thing, so each of those starts afresh; the others share one town.
async fn outcomes(line: &Line, wrong: &mut Vec<String>) -> BTreeMap<Role, Outcome> {
    let mut found = BTreeMap::new();
    let mut shared: Option<Fixtures> = None;
    for role in Role::ALL {
        let changes = line.method != "GET" && line.access.0.contains(&role);
        if changes || shared.is_none() {
            let fresh = Fixtures::make(TestApp::start(Engine::Sqlite).await, line.path).await;
            if let Some(old) = shared.replace(fresh) {
                old.app.app.db.close().await;
            }
        }
        let Some(fixtures) = &shared else { continue };
        let path = match fill(line.path, &fixtures.known) {
            Ok(path) => path,
            Err(advice) => {
                wrong.push(advice);
                return found;
            }
        };
        found.insert(role, ask(fixtures, line, &path, role).await);
        if changes {
            shared = None;
        }
    }
    found
}

fn table(rows: &[(Line, BTreeMap<Role, Outcome>)]) -> String {
    let mut text = String::from(
        "# Who may do what\n\n\
         Generated by the authorisation sweep (`crates/server/tests/it/authorisation.rs`), which asks every route as every role and compares\n\
         the answer with what the route's plan declares. *own*: the person the thing is about. *elsewhere*: a manager of another town.\n\
         *sign in*: sent to the door; *no*: told why not; *hidden*: told that nothing is there.\n\
         Beside these there is `/metrics`: for whoever has the token, without one for callers on the machine itself.\n\n\
         | Route | visitor | resident | own | contact | other contact | mediator | manager | elsewhere | API key |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    for (line, outcomes) in rows {
        let marks: Vec<&str> =
            Role::ALL.iter().map(|role| outcomes.get(role).map_or("?", |outcome| outcome.mark())).collect();
        text.push_str(&format!("| {} `{}` | {} |\n", line.method, line.path, marks.join(" | ")));
    }
    text
}

#[test]
fn every_route_answers_every_role_as_its_plan_says() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let (rows, wrong) = runtime.block_on(async {
        let (mut rows, mut wrong) = (Vec::new(), Vec::new());
        let town = Fixtures::make(TestApp::start(Engine::Sqlite).await, "").await;
        for line in routes() {
            let found = match is_plain(&line) {
                true => plain_outcomes(&line, &town).await,
                false => outcomes(&line, &mut wrong).await,
            };
            for (role, outcome) in &found {
                let may = line.access.0.contains(role);
                if may != (*outcome == Outcome::Allowed) {
                    wrong.push(format!(
                        "{} {} as {role:?}: declared {}, got {outcome:?}",
                        line.method,
                        line.path,
                        if may { "allowed" } else { "not allowed" }
                    ));
                }
            }
            rows.push((line, found));
        }
        (rows, wrong)
    });
    assert!(wrong.is_empty(), "{} answers differ from the plans:\n{}", wrong.len(), wrong.join("\n"));
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
