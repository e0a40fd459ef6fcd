//! Migrations: files in the folder `migrations` of whoever owns the tables, a capability or the platform, numbered over all of
//! them; one text for both engines with a few tokens.
//!
//! Tokens: `{{uuid}}`, `{{bytes}}`, and as a
//! statement of its own `{{rows_stay TABLE}}`: from then on the database refuses to change or delete a row of that table.
//! Every migration runs in a transaction of its own; on PostgreSQL one process at a time, the others wait.

use std::collections::BTreeMap;

use kernel::Instant;
use rust_embed::RustEmbed;
use sqlx::{AssertSqlSafe, Executor};

use super::{Conn, Db, DbError, Engine, conn::Native};
use crate::resources;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/migrations"]
#[include = "*.sql"]
struct Files;

/// One migration, as read from its file.
#[derive(Debug, Clone)]
pub struct Migration {
    /// The number its file name starts with.
    pub number: i64,
    /// Its file name.
    pub name: String,
    /// The capability that owns its tables.
    pub owner: String,
    /// The text with tokens.
    pub text: String,
}

impl Migration {
    /// The statements for `engine`.
    pub fn statements(&self, engine: Engine) -> Vec<String> {
        let (uuid, bytes) = match engine {
            Engine::Sqlite => ("BLOB", "BLOB"),
            Engine::Postgres => ("UUID", "BYTEA"),
        };
        let text: Vec<&str> = self.text.lines().filter(|line| !line.trim_start().starts_with("--")).collect();
        text.join("\n")
            .replace("{{uuid}}", uuid)
            .replace("{{bytes}}", bytes)
            .split(";\n")
            .map(|statement| statement.trim().trim_end_matches(';').to_owned())
            .filter(|statement| !statement.is_empty())
            .flat_map(|statement| {
                match statement.strip_prefix("{{rows_stay ").and_then(|rest| rest.strip_suffix("}}")) {
                    Some(table) => rows_stay(engine, table.trim()),
                    None => vec![statement],
                }
            })
            .collect()
    }

    /// The tables it creates.
    pub fn tables(&self) -> Vec<String> {
        self.named("CREATE TABLE ")
    }

    fn named(&self, verb: &str) -> Vec<String> {
        let named = self.text.lines().filter_map(|line| line.trim().strip_prefix(verb));
        named.map(|rest| rest.split([' ', '(', ';']).next().unwrap_or_default().to_owned()).collect()
    }
}

/// The tables there are when all these migrations were run, with their owners.
pub fn tables(migrations: &[Migration]) -> BTreeMap<String, String> {
    let mut there = BTreeMap::new();
    for migration in migrations {
        there.extend(migration.tables().into_iter().map(|table| (table, migration.owner.clone())));
        for dropped in migration.named("DROP TABLE ") {
            there.remove(&dropped);
        }
    }
    there
}

/// What makes the database refuse to change or delete a row.
fn rows_stay(engine: Engine, table: &str) -> Vec<String> {
    let said = format!("rows of {table} stay as they are");
    match engine {
        Engine::Sqlite => ["UPDATE", "DELETE"]
            .map(|verb| {
                let name = format!("{table}_stays_{}", verb.to_lowercase());
                format!("CREATE TRIGGER {name} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{said}'); END")
            })
            .to_vec(),
        Engine::Postgres => vec![
            format!(
                "CREATE FUNCTION {table}_stays() RETURNS trigger LANGUAGE plpgsql AS \
                 'BEGIN RAISE EXCEPTION ''{said}''; END'"
            ),
            // For each row, so that emptying what is empty (a restore) goes through.
            format!(
                "CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table} \
                 FOR EACH ROW EXECUTE FUNCTION {table}_stays()"
            ),
            format!(
                "CREATE TRIGGER {table}_stays_whole BEFORE TRUNCATE ON {table} \
                 FOR EACH STATEMENT EXECUTE FUNCTION {table}_stays()"
            ),
        ],
    }
}

/// Every migration, in order.
///
/// # Errors
/// When a file has no number, or two have the same.
pub fn all() -> Result<Vec<Migration>, DbError> {
    let own = Files::iter().filter_map(|name| {
        let text = String::from_utf8_lossy(&Files::get(&name)?.data).into_owned();
        Some(("platform".to_owned(), name.into_owned(), text))
    });
    let of_capabilities = resources::all("migrations").into_iter().filter_map(|file| {
        let text = resources::text(&file.capability, "migrations", &file.path)?;
        Some((file.capability, file.path, text))
    });
    let mut migrations = Vec::new();
    for (owner, name, text) in own.chain(of_capabilities) {
        let number = name.split('_').next().and_then(|digits| digits.parse().ok());
        let number = number.ok_or_else(|| DbError::Migration(format!("{name} does not start with a number")))?;
        migrations.push(Migration { number, name, owner, text });
    }
    migrations.sort_by_key(|migration| migration.number);
    if let Some(pair) = migrations.windows(2).find(|pair| pair[0].number == pair[1].number) {
        return Err(DbError::Migration(format!("{} and {} have the same number", pair[0].name, pair[1].name)));
    }
    Ok(migrations)
}

/// Key of the advisory lock under which PostgreSQL is migrated.
const MIGRATION_LOCK: i64 = 7_362_654_875;

/// What `samenstuur doctor` says of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// Everything this program knows is there.
    Current,
    /// So many migrations are still to be run.
    Behind(usize),
    /// The database was migrated by a newer program.
    Newer,
}

impl Db {
    /// Brings the schema up to date; says which migrations it ran.
    ///
    /// # Errors
    /// When one fails (then that one left nothing behind), or the database is newer than this program.
    pub async fn migrate(&self, now: Instant) -> Result<Vec<String>, DbError> {
        self.run_migrations(now, all()?).await
    }

    /// Runs only the migrations with these numbers, so that an empty database gets the schema another one has.
    ///
    /// # Errors
    /// When one fails or is unknown to this program.
    pub async fn migrate_like(&self, now: Instant, numbers: &[i64]) -> Result<(), DbError> {
        let wanted: Vec<Migration> = all()?.into_iter().filter(|known| numbers.contains(&known.number)).collect();
        if wanted.len() != numbers.len() {
            return Err(DbError::Migration("of the other database is newer than this program".into()));
        }
        self.run_migrations(now, wanted).await.map(|_| ())
    }

    /// Numbers of the migrations that were run here; none when the database is empty.
    pub async fn migrations(&self) -> Result<Vec<i64>, DbError> {
        let mut conn = self.read().await?;
        Ok(applied(&mut conn).await.unwrap_or_default())
    }

    async fn run_migrations(&self, now: Instant, migrations: Vec<Migration>) -> Result<Vec<String>, DbError> {
        let mut ran = Vec::new();
        loop {
            let mut tx = self.begin().await?;
            if let Native::Postgres(conn) = tx.native() {
                execute_pg(conn, &format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")).await?;
            }
            let create = "CREATE TABLE IF NOT EXISTS schema_migrations \
                          (number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)";
            run_text(&mut tx, create).await?;
            let applied = applied(&mut tx).await?;
            if newer(&applied, &migrations) {
                return Err(DbError::Migration(
                    "the database is newer than this program: install the newer program".into(),
                ));
            }
            let Some(next) = migrations.iter().find(|migration| !applied.contains(&migration.number)) else {
                tx.commit().await?;
                return Ok(ran);
            };
            for statement in next.statements(self.engine()) {
                run_text(&mut tx, &statement)
                    .await
                    .map_err(|error| DbError::Migration(format!("{}: {error}\n{statement}", next.name)))?;
            }
            let note = format!(
                "INSERT INTO schema_migrations (number, name, applied_at) VALUES ({}, '{}', {})",
                next.number,
                next.name.replace('\'', ""),
                now.millis()
            );
            run_text(&mut tx, &note).await?;
            tx.commit().await?;
            ran.push(next.name.clone());
        }
    }

    /// How the schema stands to this program.
    pub async fn schema_state(&self) -> Result<SchemaState, DbError> {
        let migrations = all()?;
        let mut conn = self.read().await?;
        let Ok(applied) = applied(&mut conn).await else { return Ok(SchemaState::Behind(migrations.len())) };
        if newer(&applied, &migrations) {
            return Ok(SchemaState::Newer);
        }
        match migrations.iter().filter(|migration| !applied.contains(&migration.number)).count() {
            0 => Ok(SchemaState::Current),
            missing => Ok(SchemaState::Behind(missing)),
        }
    }
}

fn newer(applied: &[i64], migrations: &[Migration]) -> bool {
    applied.iter().any(|number| !migrations.iter().any(|migration| migration.number == *number))
}

async fn applied(conn: &mut Conn) -> Result<Vec<i64>, DbError> {
    let sql = "SELECT number FROM schema_migrations ORDER BY number";
    let rows = conn.fetch("migrate::applied", sql, Vec::new()).await?;
    rows.iter().map(|row| super::Column::read(row, 0, "number")).collect()
}

async fn run_text(conn: &mut Conn, sql: &str) -> Result<(), DbError> {
    let wrap = |source| DbError::Statement { statement: "migrate", source };
    match conn.native() {
        Native::Sqlite(conn) => conn.execute(AssertSqlSafe(sql.to_owned())).await.map(|_| ()).map_err(wrap),
        Native::Postgres(conn) => execute_pg(conn, sql).await,
    }
}

async fn execute_pg(conn: &mut sqlx::PgConnection, sql: &str) -> Result<(), DbError> {
    let wrap = |source| DbError::Statement { statement: "migrate", source };
    conn.execute(AssertSqlSafe(sql.to_owned())).await.map(|_| ()).map_err(wrap)
}
