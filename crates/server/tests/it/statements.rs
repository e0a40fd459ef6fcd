//! Every statement is prepared on both engines; its types are compared with what was declared, its tables with their owner.

use std::collections::BTreeSet;

use platform::db::{Described, Engine, Scope, migrate};
use testkit::{TestApp, db_test};

use crate::sql_words::{Named, filters, forbidden, tables};

/// Every statement with the capability it belongs to.
fn all() -> Vec<(&'static str, &'static dyn Described)> {
    let mut statements = Vec::new();
    for plan in server::plans() {
        for list in &plan.statements {
            let each = list.iter().flat_map(|statement| [Some(*statement), statement.beside()]).flatten();
            statements.extend(each.map(|statement| (plan.name, statement)));
        }
    }
    statements
}

#[db_test]
async fn every_statement_is_what_it_says(app: TestApp) {
    let mut conn = app.app.db.read().await.expect("a connection");
    let mut wrong = Vec::new();
    for (_, statement) in all() {
        let description = match conn.describe(statement.name(), statement.sql()).await {
            Ok(description) => description,
            Err(error) => {
                wrong.push(format!("{}: {error}", statement.name()));
                continue;
            }
        };
        let declared = statement.columns();
        if declared.len() != description.columns.len() {
            wrong.push(format!(
                "{}: {} columns declared, {} found",
                statement.name(),
                declared.len(),
                description.columns.len()
            ));
        }
        for ((name, kind, _), (found, found_kind)) in declared.iter().zip(&description.columns) {
            if !name.is_empty() && name != found {
                wrong.push(format!("{}: column {name} is declared where {found} is selected", statement.name()));
            }
            if app.app.db.engine() == Engine::Postgres && kind.postgres_name() != found_kind {
                wrong.push(format!("{}: column {found} is {found_kind}, declared {kind:?}", statement.name()));
            }
        }
        let given = statement.parameters();
        if let Some(parameters) = description.parameters {
            let expected: Vec<&str> = given.iter().map(|kind| kind.postgres_name()).collect();
            if parameters != expected {
                wrong.push(format!("{}: parameters are {parameters:?}, declared {expected:?}", statement.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} statements are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Rows of which the order is not certain would stand on two pages, or on none.
#[test]
fn lists_in_pages_are_in_a_certain_order() {
    let key =
        |order: &str| order.split([' ', ',']).rfind(|word| !["", "ASC", "DESC"].contains(word)).map(str::to_owned);
    let wrong: Vec<&str> = all()
        .into_iter()
        .filter(|(_, statement)| statement.beside().is_some())
        .filter(|(_, statement)| {
            let order = statement.sql().rsplit_once(" ORDER BY ").map_or("", |(_, order)| order);
            let order = order.split(" LIMIT ").next().unwrap_or_default();
            key(order).is_none_or(|last| last != "id" && !last.ends_with("_id") && !last.ends_with(".id"))
        })
        .map(|(_, statement)| statement.name())
        .collect();
    assert!(wrong.is_empty(), "the order of these lists must end in what tells rows apart: {wrong:?}");
}

/// Looks back over everything in single statements, stands last, and writes nothing at all.
const LOOKS_BACK: &str = "insights";

#[test]
fn a_capability_touches_only_its_own_tables() {
    let owners = migrate::tables(&migrate::all().expect("migrations can be read"));
    let mut wrong = Vec::new();
    for (capability, statement) in all() {
        for Named { table, writes } in tables(statement.sql()) {
            match owners.get(&table) {
                Some(owner) if owner == capability => {}
                Some(_) if capability == LOOKS_BACK && !writes => {}
                Some(owner) => wrong.push(format!(
                    "{}: table {table} belongs to {owner}; call a function of {owner} instead",
                    statement.name()
                )),
                // A name of a WITH clause is no table.
                None if statement.sql().contains(&format!("{table} AS (")) => {}
                None => wrong.push(format!("{}: table {table} is in no migration", statement.name())),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_looks_back_stands_last_and_owns_nothing() {
    assert_eq!(server::plans().last().map(|plan| plan.name), Some(LOOKS_BACK));
    assert!(migrate::all().expect("migrations can be read").iter().all(|migration| migration.owner != LOOKS_BACK));
    let writes = |(_, statement): &(&str, &dyn Described)| tables(statement.sql()).iter().any(|named| named.writes);
    let found: Vec<_> = all().into_iter().filter(|(name, _)| *name == LOOKS_BACK).filter(writes).collect();
    let found: Vec<_> = found.iter().map(|(_, statement)| statement.name()).collect();
    assert!(found.is_empty(), "{LOOKS_BACK} writes: {found:?}");
}

#[test]
fn every_statement_stays_in_its_municipality() {
    let wrong: Vec<_> = all()
        .into_iter()
        .filter(|(_, statement)| {
            statement.scope() == Scope::Municipality && !statement.sql().contains("municipality_id")
        })
        .map(|(_, statement)| statement.name())
        .collect();
    assert!(
        wrong.is_empty(),
        "no municipality_id in {wrong:?}; `across \"reason\"` is for the few that look at all towns"
    );
    let bare: Vec<_> = all()
        .into_iter()
        .filter(|(_, statement)| {
            let sql = statement.sql();
            let reads = ["SELECT", "UPDATE", "DELETE", "WITH"].iter().any(|verb| sql.starts_with(verb));
            statement.scope() == Scope::Municipality && reads && !sql.contains("municipality_id = $1")
        })
        .map(|(_, statement)| statement.name())
        .collect();
    assert!(bare.is_empty(), "not filtered by `municipality_id = $1`: {bare:?}");
}

/// A join or a question inside a question that forgets the town would mix towns, whatever the rest says.
#[test]
fn every_table_of_a_statement_stays_in_its_municipality() {
    let owned = migrate::tables(&migrate::all().expect("migrations can be read"));
    let mut wrong = Vec::new();
    for (_, statement) in all().into_iter().filter(|(_, statement)| statement.scope() == Scope::Municipality) {
        let sql = statement.sql();
        let added_to = usize::from(sql.starts_with("INSERT INTO"));
        let named = tables(sql).iter().filter(|named| owned.contains_key(&named.table)).count() - added_to;
        if filters(sql) < named {
            wrong.push(format!("{}: {named} tables, {} filters: {sql}", statement.name(), filters(sql)));
        }
    }
    assert!(wrong.is_empty(), "each table of a statement needs its own `municipality_id =`:\n{}", wrong.join("\n"));
}

#[test]
fn statements_use_what_both_engines_know() {
    let wrong: Vec<String> = all()
        .into_iter()
        .map(|(_, statement)| (statement.name(), forbidden(statement.sql())))
        .filter(|(_, found)| !found.is_empty())
        .map(|(name, found)| format!("{name}: {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "the time, chance and JSON are Rust's business:\n{}", wrong.join("\n"));
}

#[test]
fn every_table_of_a_town_starts_its_key_with_the_town() {
    for migration in migrate::all().expect("migrations can be read") {
        for table in migration.tables() {
            let text = migration.text.split(&format!("CREATE TABLE {table}")).nth(1).unwrap_or_default();
            let body = text.split("\n);").next().unwrap_or_default();
            let keyed = body.contains("PRIMARY KEY (municipality_id")
                || body.contains("municipality_id {{uuid}} NOT NULL PRIMARY KEY");
            assert!(keyed, "{}: the key of {table} must begin with municipality_id", migration.name);
        }
    }
}

/// The columns that a statement writes where the row is there already.
fn overwritten(sql: &str) -> Vec<String> {
    let set = match sql.split_once(" DO UPDATE SET ").or_else(|| sql.strip_prefix("UPDATE ")?.split_once(" SET ")) {
        Some((_, set)) => set.split(" WHERE ").next().unwrap_or_default(),
        None => return Vec::new(),
    };
    let (mut depth, mut columns, mut word) = (0, Vec::new(), String::new());
    for sign in set.chars().chain([',']) {
        match sign {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                columns.extend(word.split_once('=').map(|(column, _)| column.trim().to_owned()));
                word.clear();
                continue;
            }
            _ => {}
        }
        word.push(sign);
    }
    columns
}

const ADDED: &str = "saving adds one and changes none";
const LOCKED: &str = "run with the thing locked, as every save is";

/// Statements that write columns which saving the whole row writes as well, and why neither loses what the other wrote.
const UNDER_A_LOCK: &[(&str, &str)] = &[
    ("platform::once::store::ANSWER", "who began it answers it; beginning anew empties it on purpose"),
    ("people::store::RENEW", ADDED),
    ("people::store::CHANGE", ADDED),
    ("people::store::CHANGE_EMAIL", ADDED),
    ("people::store::CHANGE_LANG", ADDED),
    ("people::store::SEEN", ADDED),
    ("people::store::ERASE", ADDED),
    ("people::imports::store::UPDATE", ADDED),
    ("people::signin::store::SECRETS", ADDED),
    ("people::signin::store::WRONG", ADDED),
    ("people::signin::store::CONFIRMED", ADDED),
    ("people::passkeys::store::USED", ADDED),
    ("people::passkeys::store::RENAME", ADDED),
    ("people::desk::store::WITHDRAW", ADDED),
    ("people::desk::store::REPLACE", ADDED),
    ("people::desk::store::FORGET_RECORDER", ADDED),
    ("organisations::store::RENEW", LOCKED),
    ("organisations::store::FORGET_DETAILS", LOCKED),
    ("organisations::store::BOUNCED", LOCKED),
    ("organisations::store::WITHDRAW_FOR", LOCKED),
    ("organisations::store::WITHDRAW_FROM", LOCKED),
    ("organisations::store::REVOKE", ADDED),
    ("organisations::store::REVOKE_ALL", ADDED),
    ("followups::questions::store::END", LOCKED),
    ("followups::questions::store::END_MOMENT", LOCKED),
    ("followups::questions::store::FORGET_WORDS", LOCKED),
    ("conversations::store::EMPTY_THREAD", ADDED),
    ("conversations::store::UNSIGN", ADDED),
    ("vacancies::store::HAND_OVER", LOCKED),
    ("vacancies::store::FORGET_WRITER", "who types at this moment is somebody else"),
];

/// Who saves a row writes every column as it was when the row was loaded. What another statement wrote meanwhile would be lost,
/// unless both hold the lock of the thing.
#[test]
fn what_is_saved_whole_is_not_changed_beside_it() {
    let mut wrong = Vec::new();
    let mut explained: BTreeSet<&str> = UNDER_A_LOCK.iter().map(|(name, _)| *name).collect();
    for (_, statement) in all().into_iter().filter(|(_, statement)| statement.sql().starts_with("UPDATE ")) {
        let table = statement.sql().split(' ').nth(1).unwrap_or_default();
        let saves = |(_, save): &(&str, &dyn Described)| {
            save.sql().starts_with(&format!("INSERT INTO {table} (")) && save.sql().contains(" DO UPDATE SET ")
        };
        let saved: Vec<String> =
            all().into_iter().filter(saves).flat_map(|(_, save)| overwritten(save.sql())).collect();
        let both: Vec<String> =
            overwritten(statement.sql()).into_iter().filter(|column| saved.contains(column)).collect();
        if !both.is_empty() && !explained.remove(statement.name()) {
            wrong.push(format!("{}: {table} {both:?}", statement.name()));
        }
    }
    assert!(
        wrong.is_empty(),
        "take the lock of each thing, or a column that saving leaves alone, and say so in UNDER_A_LOCK:\n{}",
        wrong.join("\n")
    );
    assert!(explained.is_empty(), "no longer needed: {explained:?}");
}

#[test]
fn the_audit_table_is_only_added_to() {
    for (_, statement) in all() {
        let sql = statement.sql();
        let writes = tables(sql).contains(&Named { table: "audit".into(), writes: true });
        let adds = sql.starts_with("INSERT INTO audit") && !sql.contains("ON CONFLICT");
        assert!(!writes || adds, "{} changes the audit table", statement.name());
    }
}

/// Not the program alone: whoever comes at the database with another tool is refused as well.
#[db_test]
async fn the_database_itself_keeps_audit_rows_as_they_are(app: TestApp) {
    let anna = app.person("Anna Voorbeeld", Some("anna@inwoner.example"), &[]).await;
    let mut browser = app.browser_of(anna).await;
    browser.post("/mijn/toestemming", &[("purposes", "profile")]).await.assert_status(303);
    let audit = async || platform::backup::all_contents(&app.app.db).await.expect("it reads")["audit"].clone();
    let before = audit().await;
    assert!(before.rows > 0, "without rows this proves nothing");
    for sql in ["UPDATE audit SET action = 'people.nothing'", "DELETE FROM audit"] {
        let said = app.tamper(sql).await.expect_err("it was not refused");
        assert!(said.contains("rows of audit stay as they are"), "{said}");
    }
    assert_eq!(audit().await, before);
    app.run_jobs().await;
}

#[test]
fn numbers_of_migrations_do_not_repeat_and_owners_exist() {
    let names: BTreeSet<&str> = server::plans().iter().map(|plan| plan.name).collect();
    for migration in migrate::all().expect("migrations can be read") {
        assert!(
            names.contains(migration.owner.as_str()),
            "{}: there is no capability {}",
            migration.name,
            migration.owner
        );
    }
}
