//! The rules of the house that can be read from the sources. Each failure says which line and what to do.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::source_uses::uses;

/// A source file with its path inside the repository.
pub(crate) struct Source {
    /// Its path.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

fn walk(dir: &Path, keep: &dyn Fn(&str) -> bool, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = path.strip_prefix(root()).expect("inside").to_string_lossy().into_owned();
        if path.is_dir() {
            let made = ["target", "node_modules", ".git", "dist", "out"].contains(&file_name(&name)) || name == "data";
            if !made {
                walk(&path, keep, found);
            }
        } else if keep(&name)
            && let Ok(text) = fs::read_to_string(&path)
        {
            found.push(Source { path: name, text });
        }
    }
}

fn sources(dir: &str, keep: impl Fn(&str) -> bool) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(dir), &keep, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "nothing found under {dir}: has it moved?");
    found
}

fn rust(dir: &str) -> Vec<Source> {
    sources(dir, |path| path.ends_with(".rs"))
}

/// What capabilities are made of, without their integration tests.
pub(crate) fn of_capabilities() -> Vec<Source> {
    sources("capabilities", |path| path.ends_with(".rs") && path.contains("/src/"))
}

/// Every page and part: what all share, and those of the capabilities.
fn templates() -> Vec<Source> {
    let mut found = sources("templates", |path| path.ends_with(".html"));
    found.extend(sources("capabilities", |path| path.ends_with(".html")));
    found
}

/// The last part of a path.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether a file is part `name.rs` of a capability, or lies in its folder `name/`.
fn is_part(path: &str, name: &str) -> bool {
    file_name(path) == format!("{name}.rs") || path.contains(&format!("/{name}/"))
}

/// Code lines with their numbers: without comments, up to the first `#[cfg(test)]`.
pub(crate) fn code(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    source
        .text
        .lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(number, line)| (number + 1, line))
}

fn check(sources: &[Source], applies: impl Fn(&str) -> bool, wrong: impl Fn(&str) -> bool, advice: &str) {
    let found: Vec<String> = sources
        .iter()
        .filter(|source| applies(&source.path))
        .flat_map(|source| {
            let wrong = &wrong;
            code(source)
                .filter(move |(_, line)| wrong(line))
                .map(move |(number, line)| format!("{}:{number}: {}", source.path, line.trim()))
        })
        .collect();
    assert!(found.is_empty(), "{advice}\n{}", found.join("\n"));
}

const DIALECT_FILES: [&str; 6] =
    ["db/locks.rs", "db/maintenance", "db/migrate.rs", "jobs/claim.rs", "events/position.rs", "db/conn.rs"];

#[test]
fn sql_stands_in_stores_alone() {
    let sql = ["\"SELECT ", "\"INSERT INTO", "\"UPDATE ", "\"DELETE FROM", "sqlx::query"];
    let mut all = rust("crates/platform/src");
    all.extend(of_capabilities());
    all.extend(rust("crates/kernel/src"));
    let allowed = |path: &str| {
        is_part(path, "store") || DIALECT_FILES.iter().any(|file| path.contains(file)) || path.contains("/db/")
    };
    check(
        &all,
        |path| !allowed(path),
        |line| sql.iter().any(|word| line.contains(word)),
        "SQL belongs in store.rs (or, where engines differ, in a dialect file): declare it with statements!",
    );
}

#[test]
fn models_policies_and_forms_do_no_io() {
    let pure =
        |path: &str| ["model", "policy", "forms", "fields"].iter().any(|part| file_name(path) == format!("{part}.rs"));
    let mut found = Vec::new();
    for source in of_capabilities().iter().filter(|source| pure(&source.path)) {
        found.extend(io_in(source));
    }
    for source in &rust("crates/kernel/src") {
        found.extend(io_in(source));
    }
    assert!(
        found.is_empty(),
        "model.rs, policy.rs, forms.rs and the kernel are pure: let an action load what they need and pass it in\n{}",
        found.join("\n")
    );
}

/// What reaches outside: the paths by which it is named.
const IO: [&str; 13] = [
    "tokio",
    "sqlx",
    "axum",
    "reqwest",
    "lettre",
    "platform::db",
    "platform::Db",
    "platform::Conn",
    "platform::Tx",
    "platform::Ctx",
    "platform::App",
    "std::fs",
    "std::net",
];

/// Whether `path` is `beginning` or lies in it.
fn is_under(path: &str, beginning: &str) -> bool {
    path.strip_prefix(beginning).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn io_in(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for used in uses(&source.path, &source.text) {
        if IO.iter().any(|io| is_under(&used.path, io)) {
            found.push(format!("{}:{}: use {}", source.path, used.line, used.path));
        }
    }
    for (number, line) in code(source) {
        let reached = IO.iter().any(|io| line.contains(&format!("{io}::")) && !line.trim_start().starts_with("use "));
        if reached || line.contains("async fn") {
            found.push(format!("{}:{number}: {}", source.path, line.trim()));
        }
    }
    found
}

#[test]
fn the_guard_of_pure_files_sees_through_grouped_uses() {
    let bad = [
        "use platform::{Ctx, http::Answer};",
        "use platform::{\n    db::{Conn, Tx},\n};",
        "use std::{\n    collections::BTreeMap,\n    fs,\n};",
        "fn read() { std::fs::read(\"x\").ok(); }",
        "pub async fn look() {}",
    ];
    let source = |text: &str| Source { path: "capabilities/people/src/model.rs".into(), text: text.to_owned() };
    for text in bad {
        assert!(!io_in(&source(text)).is_empty(), "not seen: {text}");
    }
    for text in ["use std::{collections::BTreeMap, fmt};", "use kernel::{Actor, form::Fields};", "// tokio::spawn"] {
        assert!(io_in(&source(text)).is_empty(), "wrongly seen: {text}");
    }
}

#[test]
fn a_wrong_address_is_told_in_words() {
    let mut found = Vec::new();
    for source in &of_capabilities() {
        let named =
            uses(&source.path, &source.text).into_iter().any(|used| is_under(&used.path, "axum::extract::Path"));
        let spelled = code(source).any(|(_, line)| line.contains("extract::Path<") || line.contains("extract::Path("));
        if named || spelled {
            found.push(source.path.clone());
        }
    }
    assert!(
        found.is_empty(),
        "axum's own Path answers a wrong id with English text: use platform::http::Path\n{}",
        found.join("\n")
    );
}

#[test]
fn other_machines_are_called_from_jobs_and_at_sign_in_alone() {
    check(
        &of_capabilities(),
        |path| !is_part(path, "jobs") && !path.contains("people/src/oidc/"),
        |line| ["reqwest", "hyper::", "TcpStream"].iter().any(|word| line.contains(word)),
        "whoever waits for a page must not wait for another machine: call it from a job (docs/decisions/0005 has the exception)",
    );
}

/// What a policy makes permits with.
const MAKE_PERMITS: [&str; 8] = [
    "granted_by_policy",
    "Decision::allow_if",
    "Decision::or_sign_in",
    "Decision::desk",
    "Decision::manager",
    "Decision::signed_in",
    "Decision::system",
    "Decision::everybody",
];

#[test]
fn permits_are_made_by_policies_alone() {
    let mut all = of_capabilities();
    all.extend(rust("crates/platform/src"));
    all.extend(rust("crates/server/src"));
    check(
        &all,
        |path| file_name(path) != "policy.rs",
        |line| MAKE_PERMITS.iter().any(|made| line.contains(made)),
        "only policy.rs makes a Permit: ask the policy and pass its permit on",
    );
}

#[test]
fn transactions_begin_and_end_in_actions() {
    // The demonstration fills an empty installation before anybody looks.
    let fills = |path: &str| path.starts_with("capabilities/demo/src/fill/");
    check(
        &of_capabilities(),
        |path| !["actions", "jobs", "samples"].iter().any(|part| is_part(path, part)) && !fills(path),
        |line| [".begin(", "ctx.commit(", "tx.commit("].iter().any(|word| line.contains(word)),
        "a transaction begins and ends in actions.rs (jobs.rs for the system's own work)",
    );
    check(
        &of_capabilities(),
        |path| !is_part(path, "samples") && !fills(path),
        |line| line.contains(".begin_system("),
        "a change needs a permit, also one of the system: ask the policy and begin with `ctx.begin(&permit)`",
    );
}

#[test]
fn letters_are_sent_from_jobs_alone() {
    check(
        &of_capabilities(),
        |path| !is_part(path, "jobs") && !is_part(path, "mails"),
        |line| line.contains("job.send(") || line.contains("lettre::"),
        "mail is sent from a job: record an event or enqueue a job in the action",
    );
}

#[test]
fn documents_are_made_in_jobs_alone() {
    check(
        &of_capabilities(),
        |path| !is_part(path, "jobs"),
        |line| line.contains("documents::pdf("),
        "a PDF is made in a job and kept in platform::files: enqueue the job in the action",
    );
}

#[test]
fn time_and_chance_are_injected() {
    let clocks = [
        "SystemTime::now",
        "Timestamp::now",
        "Utc::now",
        "Uuid::now_v7",
        "Uuid::new_v4",
        "rand::rng()",
        "rand::random",
    ];
    let mut all = of_capabilities();
    all.extend(rust("crates/kernel/src"));
    all.extend(rust("crates/server/src"));
    check(
        &all,
        |_| true,
        |line| clocks.iter().any(|word| line.contains(word)),
        "ask ctx.now, ctx.id() or ctx.app.random, so that a test can stand at another moment",
    );
}

#[test]
fn files_stay_readable() {
    let mut all = rust("crates");
    all.extend(rust("capabilities"));
    all.extend(sources("capabilities", |path| path.ends_with(".mjs")));
    all.extend(sources("e2e", |path| path.ends_with(".mjs")));
    all.extend(templates());
    all.extend(sources("assets", |path| path.ends_with(".css") || path.ends_with(".mjs") || path.ends_with(".js")));
    let long: Vec<String> = all
        .iter()
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > 600)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "a file of more than 600 lines is split along its meaning:\n{}", long.join("\n"));
}

#[test]
fn nothing_unwraps_outside_tests() {
    let mut all = rust("crates/kernel/src");
    all.extend(rust("crates/platform/src"));
    all.extend(of_capabilities());
    all.extend(rust("crates/documents/src"));
    all.extend(rust("crates/server/src"));
    check(
        &all,
        |path| file_name(path) != "tests.rs" && !path.contains("/tests/"),
        |line| line.contains(".unwrap()") || line.contains("todo!(") || line.contains("unimplemented!("),
        "say what happens when it is not there: `?`, `unwrap_or`, or a Problem",
    );
}

#[test]
fn an_exception_to_a_lint_gives_its_reason() {
    let mut all = rust("crates");
    all.extend(rust("capabilities"));
    let mut wrong = Vec::new();
    for source in &all {
        for (at, _) in source.text.match_indices("[allow(") {
            let line_start = source.text[..at].rfind('\n').map_or(0, |end| end + 1);
            if !source.text[line_start..at].trim_start().starts_with('#') {
                continue;
            }
            let rest = &source.text[at..];
            let end = rest.find(")]").unwrap_or(rest.len().min(200));
            if !rest[..end].contains("reason") {
                let line = source.text[..at].lines().count() + 1;
                wrong.push(format!("{}:{line}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "#[allow(…, reason = \"…\")] says why:\n{}", wrong.join("\n"));
}

/// Capabilities in the order in which they may call each other, as `plans()` lists them.
fn order() -> Vec<(&'static str, u8)> {
    server::plans().iter().filter(|plan| plan.stratum > 0).map(|plan| (plan.name, plan.stratum)).collect()
}

#[test]
fn strata_do_not_fall() {
    let order = order();
    for pair in order.windows(2) {
        assert!(
            pair[0].1 <= pair[1].1,
            "{} stands before {} in plans(), but in a higher stratum",
            pair[0].0,
            pair[1].0
        );
    }
}

/// The crates of this repository that a manifest names outside its tests.
fn own_dependencies(manifest: &Path) -> Vec<String> {
    let text = fs::read_to_string(manifest).unwrap_or_else(|_| panic!("{} is not there", manifest.display()));
    let table = text.split("[dev-dependencies]").next().and_then(|own| own.split("[dependencies]").nth(1));
    let names = table.unwrap_or_default().lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    let is_own =
        |name: &&str| ["crates", "capabilities"].iter().any(|dir| root().join(dir).join(folder(name)).is_dir());
    names.filter(|name| !name.is_empty()).filter(is_own).map(folder).collect()
}

/// `help-requests` lies in `help_requests`.
fn folder(name: &str) -> String {
    if root().join("crates").join(name).is_dir() { name.to_owned() } else { name.replace('-', "_") }
}

/// The compiler refuses a circle; that no manifest names what stands above it, this does.
#[test]
fn a_capability_names_only_what_stands_below_it() {
    let order: Vec<&str> = order().into_iter().map(|(name, _)| name).collect();
    let mut wrong = Vec::new();
    for (place, name) in order.iter().enumerate() {
        for used in own_dependencies(&root().join(format!("capabilities/{name}/Cargo.toml"))) {
            let is_below = order[..place].contains(&used.as_str());
            if !is_below && !["kernel", "platform", "documents"].contains(&used.as_str()) {
                wrong.push(format!("{name} names {used}, which does not stand below it: send an event instead"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn dependencies_run_one_way() {
    let allowed: [(&str, &[&str]); 3] = [("kernel", &[]), ("platform", &["kernel"]), ("documents", &["kernel"])];
    for (krate, below) in allowed {
        for used in own_dependencies(&root().join("crates").join(krate).join("Cargo.toml")) {
            assert!(below.contains(&used.as_str()), "{krate} may not depend on {used}");
        }
    }
}

#[test]
fn every_capability_says_what_it_is_for() {
    for (name, _) in order() {
        let path = root().join(format!("capabilities/{name}/src/lib.rs"));
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            text.starts_with("//! "),
            "{}: the first lines say what it is for, which tables it owns, which events it sends",
            path.display()
        );
        let migrations = platform::db::migrate::all().expect("migrations can be read");
        let owns = migrations.iter().any(|migration| migration.owner == name && !migration.tables().is_empty());
        let head: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(!owns || head.contains("Owns"), "{}: name its tables under `Owns:`", path.display());
    }
}

#[test]
fn templates_have_no_inline_style_or_script() {
    let templates = templates();
    let found: Vec<&str> = templates
        .iter()
        .filter(|source| !source.path.ends_with("layout/mail.html"))
        .filter(|source| {
            let text = &source.text;
            let inline_script = text.match_indices("<script").any(|(at, _)| {
                let tag = text[at..].split('>').next().unwrap_or_default();
                !tag.contains("src=") && !tag.contains("application/ld+json")
            });
            text.contains(" style=\"") || text.contains("<style") || text.contains(" onclick=") || inline_script
        })
        .map(|source| source.path.as_str())
        .collect();
    assert!(found.is_empty(), "the Content-Security-Policy refuses inline style and script: {found:?}");
}

#[test]
fn enhancements_are_valid_html() {
    let templates = templates();
    let found: Vec<&str> =
        templates.iter().filter(|source| source.text.contains(" hx-")).map(|source| source.path.as_str()).collect();
    assert!(found.is_empty(), "write data-hx-…: HTML knows no attribute hx-…: {found:?}");
}
