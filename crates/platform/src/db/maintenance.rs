//! What a system manager needs of a database as such, in either dialect: which tables there are, copying them from one
//! engine to the other, comparing their content, a consistent copy while others write, and how it is doing.
//!
//! Everything here looks at the schema the engine itself reports, so that it needs no change when a capability adds a table.
#![allow(clippy::disallowed_methods, reason = "dialect file: its statements are made from what the engine reports")]

use std::{collections::BTreeSet, fmt, path::Path};

use futures::{StreamExt, TryStreamExt, stream::BoxStream};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, sqlite::SqliteConnectOptions};
use uuid::Uuid;

use super::{
    Column, ColumnType, Conn, Db, DbError, DbRow, Engine, Pools, Tx, Value, conn::Held, conn::Inner, conn::Native,
};

/// A table as the engine reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// Its columns by name.
    pub columns: Vec<(String, ColumnType)>,
}

/// What is in a table, in a form in which two tables can be compared, whichever engine holds them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// How many rows.
    pub rows: u64,
    /// Sum of the digests of all rows: the order does not matter, everything else does.
    pub checksum: u128,
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows, {:032x}", self.rows, self.checksum)
    }
}

/// Rows that go into one statement: more make it no quicker.
const MOST_ROWS: usize = 500;
/// Both engines refuse a statement with more values (SQLite 32,766, PostgreSQL 65,535).
const MOST_VALUES: usize = 30_000;
/// Keeps track of migrations, which each database does for itself.
const OWN_TABLE: &str = "schema_migrations";

fn statement(statement: &'static str) -> impl Fn(sqlx::Error) -> DbError {
    move |source| DbError::Statement { statement, source }
}

fn stream<'a>(
    conn: &'a mut Conn,
    name: &'static str,
    sql: String,
    values: Vec<Value>,
) -> BoxStream<'a, Result<DbRow, DbError>> {
    match conn.native() {
        Native::Sqlite(conn) => {
            let query = values.into_iter().fold(sqlx::query(AssertSqlSafe(sql)), Value::bind_sqlite);
            query.fetch(conn).map_ok(DbRow::Sqlite).map_err(statement(name)).boxed()
        }
        Native::Postgres(conn) => {
            let query = values.into_iter().fold(sqlx::query(AssertSqlSafe(sql)), Value::bind_postgres);
            query.fetch(conn).map_ok(DbRow::Postgres).map_err(statement(name)).boxed()
        }
    }
}

async fn execute(conn: &mut Conn, name: &'static str, sql: String, values: Vec<Value>) -> Result<(), DbError> {
    let mut rows = stream(conn, name, sql, values);
    while rows.try_next().await?.is_some() {}
    Ok(())
}

async fn texts(
    conn: &mut Conn,
    name: &'static str,
    sql: &str,
    values: Vec<Value>,
) -> Result<Vec<Vec<String>>, DbError> {
    let rows: Vec<DbRow> = stream(conn, name, sql.to_owned(), values).try_collect().await?;
    let text = |row: &DbRow| {
        let width = match row {
            DbRow::Sqlite(row) => sqlx::Row::len(row),
            DbRow::Postgres(row) => sqlx::Row::len(row),
        };
        (0..width).map(|index| Column::read(row, index, "text")).collect()
    };
    rows.iter().map(text).collect()
}

async fn number(conn: &mut Conn, name: &'static str, sql: &str) -> Result<i64, DbError> {
    let row = stream(conn, name, sql.to_owned(), Vec::new()).try_next().await?;
    row.map_or(Ok(0), |row| Column::read(&row, 0, "number"))
}

fn column_type(table: &str, declared: &str) -> Result<ColumnType, DbError> {
    match declared.to_ascii_uppercase().as_str() {
        "TEXT" => Ok(ColumnType::Text),
        "BIGINT" => Ok(ColumnType::Int),
        "DOUBLE PRECISION" => Ok(ColumnType::Float),
        "BOOLEAN" => Ok(ColumnType::Bool),
        "UUID" => Ok(ColumnType::Uuid),
        "BLOB" | "BYTEA" => Ok(ColumnType::Bytes),
        other => {
            Err(DbError::Migration(format!("table {table} has a column of type {other}, which no column may have")))
        }
    }
}

/// Every table with what it refers to, except the one that keeps track of migrations; referred ones come first.
///
/// # Errors
/// When the database fails, or tables refer to each other in a circle.
pub async fn tables(conn: &mut Conn) -> Result<Vec<Table>, DbError> {
    let (list, columns, references) = match conn.engine() {
        Engine::Sqlite => (
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            "SELECT name, type FROM pragma_table_info($1) ORDER BY cid",
            "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)",
        ),
        Engine::Postgres => (
            "SELECT table_name::text FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name",
            "SELECT column_name::text, data_type::text FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
            "SELECT DISTINCT referred.relname::text FROM pg_constraint AS c \
             JOIN pg_class AS own ON own.oid = c.conrelid JOIN pg_class AS referred ON referred.oid = c.confrelid \
             WHERE c.contype = 'f' AND own.relnamespace = current_schema()::regnamespace AND own.relname = $1",
        ),
    };
    let mut waiting = Vec::new();
    for name in texts(conn, "maintenance::tables", list, Vec::new()).await?.into_iter().flatten() {
        if name == OWN_TABLE {
            continue;
        }
        let given = || vec![Value::Text(Some(name.clone()))];
        let found = texts(conn, "maintenance::columns", columns, given()).await?;
        let found = found.iter().map(|pair| Ok((pair[0].clone(), column_type(&name, &pair[1])?)));
        let found = found.collect::<Result<_, DbError>>()?;
        let referred = texts(conn, "maintenance::references", references, given()).await?;
        let referred: BTreeSet<String> = referred.into_iter().flatten().filter(|other| *other != name).collect();
        waiting.push((Table { name, columns: found }, referred));
    }
    in_order(waiting)
}

fn in_order(mut waiting: Vec<(Table, BTreeSet<String>)>) -> Result<Vec<Table>, DbError> {
    let mut ordered: Vec<Table> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_placed = |name: &String| ordered.iter().any(|table| table.name == *name);
        let (ready, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(_, refers)| refers.iter().all(is_placed));
        if ready.is_empty() {
            let names: Vec<String> = rest.into_iter().map(|(table, _)| table.name).collect();
            return Err(DbError::Migration(format!("tables refer to each other in a circle: {}", names.join(", "))));
        }
        ordered.extend(ready.into_iter().map(|(table, _)| table));
        waiting = rest;
    }
    Ok(ordered)
}

/// Columns by name, so that two engines list them in the same order.
fn sorted(table: &Table) -> Vec<(String, ColumnType)> {
    let mut columns = table.columns.clone();
    columns.sort_by(|a, b| a.0.cmp(&b.0));
    columns
}

fn quoted(names: impl IntoIterator<Item = String>) -> String {
    names.into_iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

fn read_row(row: &DbRow, columns: &[(String, ColumnType)]) -> Result<Vec<Value>, DbError> {
    let cell = |(index, (_, kind)): (usize, &(String, ColumnType))| {
        Ok(match kind {
            ColumnType::Text => Value::Text(Column::read_optional(row, index, "text")?),
            ColumnType::Int => Value::Int(Column::read_optional(row, index, "number")?),
            ColumnType::Float => Value::Float(Column::read_optional(row, index, "number")?),
            ColumnType::Bool => Value::Bool(Column::read_optional(row, index, "yes or no")?),
            ColumnType::Uuid => Value::Uuid(Column::read_optional(row, index, "identifier")?),
            ColumnType::Bytes => Value::Bytes(Column::read_optional(row, index, "bytes")?),
        })
    };
    columns.iter().enumerate().map(cell).collect()
}

/// An identifier is sixteen bytes on SQLite and a type of its own on PostgreSQL.
fn as_kind(value: Value, kind: ColumnType) -> Result<Value, DbError> {
    let wrong = |reason: String| DbError::Column { column: "identifier", reason };
    Ok(match (value, kind) {
        (Value::Bytes(None), ColumnType::Uuid) => Value::Uuid(None),
        (Value::Bytes(Some(bytes)), ColumnType::Uuid) => {
            Value::Uuid(Some(Uuid::from_slice(&bytes).map_err(|error| wrong(error.to_string()))?))
        }
        (Value::Uuid(id), ColumnType::Bytes) => Value::Bytes(id.map(|id| id.as_bytes().to_vec())),
        (value, _) => value,
    })
}

fn add_row(content: &mut Content, row: &[Value]) {
    let mut hasher = Sha256::new();
    let mut cell = |tag: u8, bytes: Option<&[u8]>| {
        hasher.update([tag, u8::from(bytes.is_some())]);
        if let Some(bytes) = bytes {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        }
    };
    for value in row {
        match value {
            Value::Text(text) => cell(1, text.as_deref().map(str::as_bytes)),
            Value::Int(number) => cell(2, number.map(i64::to_be_bytes).as_ref().map(|bytes| &bytes[..])),
            Value::Float(number) => cell(3, number.map(f64::to_be_bytes).as_ref().map(|bytes| &bytes[..])),
            Value::Bool(yes) => cell(4, yes.map(|yes| [u8::from(yes)]).as_ref().map(|bytes| &bytes[..])),
            Value::Uuid(id) => cell(5, id.as_ref().map(|id| &id.as_bytes()[..])),
            Value::Bytes(bytes) => cell(5, bytes.as_deref()),
        }
    }
    let digest = hasher.finalize();
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    content.rows += 1;
    content.checksum = content.checksum.wrapping_add(u128::from_be_bytes(first));
}

fn select(table: &Table, columns: &[(String, ColumnType)]) -> String {
    format!("SELECT {} FROM \"{}\"", quoted(columns.iter().map(|(name, _)| name.clone())), table.name)
}

/// What is in a table.
pub async fn content(conn: &mut Conn, table: &Table) -> Result<Content, DbError> {
    let columns = sorted(table);
    let mut content = Content::default();
    let mut rows = stream(conn, "maintenance::content", select(table, &columns), Vec::new());
    while let Some(row) = rows.try_next().await? {
        add_row(&mut content, &read_row(&row, &columns)?);
    }
    Ok(content)
}

/// Copies a whole table into the empty one of the same name; says what was read.
///
/// # Errors
/// When the two have other columns, a database fails, or the target refuses a row.
pub async fn copy(from: &mut Conn, source: &Table, to: &mut Conn, target: &Table) -> Result<Content, DbError> {
    let (columns, wanted) = (sorted(source), sorted(target));
    if columns.iter().map(|(name, _)| name).ne(wanted.iter().map(|(name, _)| name)) {
        return Err(DbError::Migration(format!("table {} has other columns in the two databases", source.name)));
    }
    let most = (MOST_VALUES / columns.len().max(1)).clamp(1, MOST_ROWS);
    let mut content = Content::default();
    let mut batch = Vec::with_capacity(most);
    let mut rows = stream(from, "maintenance::copy", select(source, &columns), Vec::new());
    while let Some(row) = rows.try_next().await? {
        let row = read_row(&row, &columns)?;
        add_row(&mut content, &row);
        let row = row.into_iter().zip(&wanted).map(|(value, (_, kind))| as_kind(value, *kind));
        batch.push(row.collect::<Result<Vec<Value>, DbError>>()?);
        if batch.len() == most {
            insert(to, target, &wanted, std::mem::take(&mut batch)).await?;
        }
    }
    if !batch.is_empty() {
        insert(to, target, &wanted, batch).await?;
    }
    Ok(content)
}

async fn insert(
    to: &mut Conn,
    table: &Table,
    columns: &[(String, ColumnType)],
    rows: Vec<Vec<Value>>,
) -> Result<(), DbError> {
    let width = columns.len();
    let line = |row: usize| {
        let places: Vec<String> = (1..=width).map(|place| format!("${}", row * width + place)).collect();
        format!("({})", places.join(", "))
    };
    let lines: Vec<String> = (0..rows.len()).map(line).collect();
    let names = quoted(columns.iter().map(|(name, _)| name.clone()));
    let sql = format!("INSERT INTO \"{}\" ({names}) VALUES {}", table.name, lines.join(", "));
    execute(to, "maintenance::insert", sql, rows.into_iter().flatten().collect()).await
}

/// Throws every row of a table away; for a database that is being filled anew.
pub async fn empty(conn: &mut Conn, table: &Table) -> Result<(), DbError> {
    execute(conn, "maintenance::empty", format!("DELETE FROM \"{}\"", table.name), Vec::new()).await
}

/// Whether there is nothing in any of these tables.
pub async fn are_empty(conn: &mut Conn, tables: &[Table]) -> Result<bool, DbError> {
    for table in tables {
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) FROM (SELECT 1 FROM \"{}\" LIMIT 1) AS first", table.name);
        if number(conn, "maintenance::are_empty", &sql).await? > 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Db {
    /// A transaction in which everything that is read was true at one moment, while others go on writing, and which may
    /// last as long as it takes.
    ///
    /// # Errors
    /// When none can be had.
    pub async fn read_consistently(&self) -> Result<Tx, DbError> {
        let wrap = statement("maintenance::read_consistently");
        let held = Held::new();
        match &*self.pools {
            Pools::Sqlite { readers, .. } => {
                let tx = readers.begin().await.map_err(DbError::Connect)?;
                Ok(Tx::new(Conn::new(Inner::SqliteTx(tx), self.statements.clone(), held), self.pools.clone()))
            }
            Pools::Postgres(pool) => {
                let mut tx = pool.begin().await.map_err(DbError::Connect)?;
                let sql = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
                sqlx::query(sql).execute(&mut *tx).await.map_err(&wrap)?;
                sqlx::query("SET LOCAL statement_timeout = 0").execute(&mut *tx).await.map_err(wrap)?;
                Ok(Tx::new(Conn::new(Inner::PostgresTx(tx), self.statements.clone(), held), self.pools.clone()))
            }
        }
    }

    /// A transaction to fill a database with, which may last as long as it takes.
    ///
    /// # Errors
    /// When none can be had.
    pub async fn begin_filling(&self) -> Result<Tx, DbError> {
        let mut tx = self.begin().await?;
        if let Native::Postgres(conn) = tx.native() {
            let done = sqlx::query("SET LOCAL statement_timeout = 0").execute(conn).await;
            done.map_err(statement("maintenance::begin_filling"))?;
        }
        Ok(tx)
    }
}

/// Writes a consistent copy of a SQLite file while others write to it. The copy is one file without a log beside it.
///
/// # Errors
/// When the file cannot be read or the copy not be written, for example because it exists.
pub async fn copy_sqlite(file: &Path, into: &Path) -> Result<(), DbError> {
    let options = SqliteConnectOptions::new().filename(file).busy_timeout(std::time::Duration::from_secs(30));
    let mut conn = options.connect().await.map_err(DbError::Connect)?;
    super::make_private(into)?;
    let into = into.to_string_lossy().into_owned();
    let done = sqlx::query("VACUUM INTO $1").bind(into).execute(&mut conn).await;
    done.map_err(statement("maintenance::copy_sqlite"))?;
    conn.close().await.map_err(DbError::Connect)
}

/// How a database is doing.
#[derive(Clone, Debug)]
pub struct Health {
    /// Name and version of the engine.
    pub version: String,
    /// What its own check says when something is wrong; nothing on PostgreSQL.
    pub damage: Option<String>,
    /// Whether it takes changes.
    pub writable: bool,
    /// Its clock, in milliseconds since 1970, where it has one of its own.
    pub clock: Option<i64>,
    /// How many bytes it takes up.
    pub bytes: i64,
}

/// Looks how a database is doing. Nothing is changed.
///
/// # Errors
/// When it cannot be reached.
pub async fn health(db: &Db) -> Result<Health, DbError> {
    let mut conn = db.read().await?;
    match conn.engine() {
        Engine::Sqlite => {
            let damage = damage(&mut conn).await?;
            let version = texts(&mut conn, "maintenance::version", "SELECT sqlite_version()", Vec::new()).await?;
            let size = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
            let bytes = number(&mut conn, "maintenance::size", size).await?;
            drop(conn);
            let writable = try_write(db).await.is_ok();
            let version = format!("SQLite {}", version.concat().concat());
            Ok(Health { version, damage, writable, clock: None, bytes })
        }
        Engine::Postgres => {
            let version = "SELECT 'PostgreSQL ' || current_setting('server_version')";
            let version = texts(&mut conn, "maintenance::version", version, Vec::new()).await?.concat().concat();
            let clock = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
            let clock = Some(number(&mut conn, "maintenance::clock", clock).await?);
            let bytes = number(&mut conn, "maintenance::size", "SELECT pg_database_size(current_database())").await?;
            drop(conn);
            let writable = try_write(db).await.is_ok();
            Ok(Health { version, damage: None, writable, clock, bytes })
        }
    }
}

/// What SQLite finds wrong with its file, indexes included.
async fn damage(conn: &mut Conn) -> Result<Option<String>, DbError> {
    let check = texts(conn, "maintenance::integrity_check", "PRAGMA integrity_check(5)", Vec::new()).await?;
    let wrong: Vec<String> = check.into_iter().flatten().filter(|line| line != "ok").collect();
    Ok((!wrong.is_empty()).then(|| wrong.join("; ")))
}

/// Whether a database of SQLite is whole, as far as it can tell itself.
///
/// # Errors
/// When it is not, or cannot be read.
pub async fn must_be_whole(db: &Db) -> Result<(), DbError> {
    match damage(&mut db.read().await?).await? {
        None => Ok(()),
        Some(damage) => Err(DbError::Migration(format!("cannot be trusted, the database is damaged: {damage}"))),
    }
}

/// Changes a row, by a millisecond to and fro, and waits until that is on disk: SQLite writes nothing where nothing differs.
///
/// # Errors
/// When the database or the disk does not take it.
pub async fn try_write(db: &Db) -> Result<(), DbError> {
    let mut tx = db.begin().await?;
    let sql =
        "UPDATE schema_migrations SET applied_at = applied_at + 1 - 2 * (applied_at % 2) WHERE number = 1".to_owned();
    execute(&mut tx, "maintenance::try_write", sql, Vec::new()).await?;
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn referred_tables_come_first() {
        let table = |name: &str, refers: &[&str]| {
            let table = Table { name: name.into(), columns: Vec::new() };
            (table, refers.iter().map(|other| (*other).to_owned()).collect())
        };
        let ordered = in_order(vec![table("c", &["b", "a"]), table("b", &["a"]), table("a", &[])]).expect("an order");
        assert_eq!(ordered.iter().map(|table| table.name.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert!(in_order(vec![table("a", &["b"]), table("b", &["a"])]).is_err());
    }

    #[test]
    fn content_differs_by_every_cell_and_not_by_order() {
        let of = |rows: &[Vec<Value>]| {
            let mut content = Content::default();
            rows.iter().for_each(|row| add_row(&mut content, row));
            content
        };
        let text = |text: &str| Value::Text(Some(text.into()));
        let (one, two) = (vec![text("a"), Value::Int(Some(1))], vec![text("b"), Value::Int(None)]);
        assert_eq!(of(&[one.clone(), two.clone()]), of(&[two.clone(), one.clone()]));
        for other in [
            vec![text("a"), Value::Int(Some(2))],
            vec![text(""), Value::Int(Some(1))],
            vec![text("a"), Value::Int(None)],
        ] {
            assert_ne!(of(&[one.clone(), two.clone()]), of(&[other, two.clone()]));
        }
        let id = Uuid::from_u128(7);
        assert_eq!(of(&[vec![Value::Uuid(Some(id))]]), of(&[vec![Value::Bytes(Some(id.as_bytes().to_vec()))]]));
        assert_ne!(of(&[vec![text("ab"), text("c")]]), of(&[vec![text("a"), text("bc")]]));
    }
}
