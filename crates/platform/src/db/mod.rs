//! One SQL text over two native pools.
//!
//! * [`Query`] is a statement as a value: its text, the types of its parameters, the columns of its row. Every capability
//!   declares its own with [`statements!`](crate::statements) in `store.rs`; a test prepares each of them on both engines.
//! * [`Conn`] is a connection to read with, [`Tx`] a transaction to change with. Both come from a [`Db`].
//! * A [`Tx`] that was committed is on disk: PostgreSQL sees to that itself, for SQLite see [`durability`].
//!
//! What differs between the engines lives in `locks.rs`, `maintenance.rs`, `migrate.rs`, `../jobs/claim.rs` and
//! `../events/position.rs`, nowhere else.

pub mod conn;
pub mod durability;
pub mod locks;
pub mod maintenance;
pub mod migrate;
pub mod query;
pub mod table;
mod trouble;
pub mod value;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

use conn::Held;
pub(crate) use conn::counted;
pub use conn::{Conn, Tx, assert_none_held};
use kernel::Problem;
pub use query::{Args, Described, Many, Pages, Query, Row, Scope};
use sqlx::{
    Connection, PgPool, SqlSafeStr, Sqlite, SqliteConnection, SqlitePool, Transaction,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
pub use table::{Stored, Table};
pub use value::{Code, Column, ColumnType, DbRow, Json, Spaced, Value};

use self::durability::Durability;

/// What can go wrong between Samenstuur and its database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The driver reports it; `statement` is the constant that was running.
    #[error("{statement}: {source}")]
    Statement {
        /// Name of the statement.
        statement: &'static str,
        /// What the driver says.
        source: sqlx::Error,
    },
    /// No connection could be had.
    #[error("no database connection: {0}")]
    Connect(#[source] sqlx::Error),
    /// A row does not hold what its type says.
    #[error("column {column}: {reason}")]
    Column {
        column: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// A migration failed, or the database is newer than this program.
    #[error("migration {0}")]
    Migration(String),
    /// The disk did not take it.
    #[error("disk: {0}")]
    Disk(#[from] std::io::Error),
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Self {
        let Some(trouble) = trouble::Trouble::of(&error) else { return Self::fault(error) };
        tracing::warn!(%error, "the database");
        match trouble {
            trouble::Trouble::Busy => Self::Busy("the database does not answer in time"),
            trouble::Trouble::NoRoom => Self::NoRoom("the disk does not take it"),
        }
    }
}

/// Which engine holds the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The embedded default.
    Sqlite,
    /// For more than one machine.
    Postgres,
}

/// Where the data are.
#[derive(Clone, Debug)]
pub enum Location {
    /// A SQLite file; `sync` off gives up durability and is for tests alone.
    Sqlite {
        /// The database file.
        file: PathBuf,
        /// Whether an answer of success waits for the disk.
        sync: bool,
    },
    /// A `postgres://` address.
    Postgres {
        /// The address, with its password: never log it.
        url: String,
        /// Most connections this process opens.
        connections: u32,
    },
}

pub(crate) enum Pools {
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
        durability: Durability,
        /// Whether the writer's connection began the transaction it was last asked to begin.
        sound: Arc<AtomicBool>,
    },
    Postgres(PgPool),
}

/// The database of this installation.
#[derive(Clone)]
pub struct Db {
    pub(crate) pools: Arc<Pools>,
    statements: Arc<AtomicU64>,
}

/// Pages of 4 KiB in the write-ahead log before they are written to the database: 16 MiB. A checkpoint syncs twice and
/// lets writers wait; in a longer log a page that changes often is written back once instead of each time.
const WAL_PAGES: &str = "4000";
/// Connections that only read, on SQLite. Two cores cannot use more at once; two more wait on disk.
const SQLITE_READERS: u32 = 4;

/// How many connections there are, and how long somebody waits for one.
struct Room {
    connections: u32,
    wait: Duration,
}

impl Db {
    /// Opens the database, without migrating it.
    ///
    /// # Errors
    /// When no connection can be made.
    pub async fn open(location: &Location) -> Result<Self, DbError> {
        let room = match location {
            Location::Sqlite { .. } => Room { connections: SQLITE_READERS, wait: Duration::from_secs(30) },
            Location::Postgres { connections, .. } => Room { connections: *connections, wait: Duration::from_secs(10) },
        };
        Self::open_with(location, room).await
    }

    /// Opens the database with one connection to read with (on PostgreSQL one for everything), for tests: whoever takes a
    /// second one while the first is held gets none, and soon hears so.
    ///
    /// # Errors
    /// When no connection can be made.
    pub async fn open_scarce(location: &Location) -> Result<Self, DbError> {
        Self::open_with(location, Room { connections: 1, wait: Duration::from_secs(3) }).await
    }

    async fn open_with(location: &Location, room: Room) -> Result<Self, DbError> {
        let pools = match location {
            Location::Sqlite { file, sync } => Self::open_sqlite(file, *sync, room).await?,
            Location::Postgres { url, .. } => {
                let options: PgConnectOptions = url.parse().map_err(DbError::Connect)?;
                let options = options.application_name("samenstuur").options([("statement_timeout", "30000")]);
                let pool = PgPoolOptions::new()
                    .max_connections(room.connections)
                    .acquire_timeout(room.wait)
                    .connect_with(options)
                    .await
                    .map_err(DbError::Connect)?;
                Pools::Postgres(pool)
            }
        };
        Ok(Self { pools: Arc::new(pools), statements: Arc::default() })
    }

    async fn open_sqlite(file: &Path, sync: bool, room: Room) -> Result<Pools, DbError> {
        // Nothing lies between this process and the file that could break a connection: none is tried before use.
        // NORMAL: a commit is not synced by SQLite itself but, for all that wait together, by `Durability`.
        // A folder that is not there, or not ours to write in, is told by the driver.
        let _ = make_private(file);
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(if sync { SqliteSynchronous::Normal } else { SqliteSynchronous::Off })
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(300)
            .pragma("wal_autocheckpoint", WAL_PAGES);
        let sound = Arc::new(AtomicBool::new(true));
        let is_sound = sound.clone();
        let lasting = SqlitePoolOptions::new().idle_timeout(None).max_lifetime(None).test_before_acquire(false);
        let writer = lasting
            .clone()
            .max_connections(1)
            .acquire_timeout(room.wait)
            .after_release(move |conn, _| {
                let sound = is_sound.load(Ordering::Acquire);
                Box::pin(async move { Ok(sound && is_at_rest(conn).await?) })
            })
            .connect_with(options.clone().pragma("cache_size", "-8000"))
            .await
            .map_err(DbError::Connect)?;
        let readers = lasting
            .max_connections(room.connections)
            .acquire_timeout(room.wait)
            .after_release(|conn, _| Box::pin(is_at_rest(conn)))
            .connect_with(options.pragma("query_only", "on").pragma("cache_size", "-2000"))
            .await
            .map_err(DbError::Connect)?;
        Ok(Pools::Sqlite { writer, readers, durability: Durability::new(file, sync), sound })
    }

    /// Which engine this is, for messages and for the dialect files.
    pub fn engine(&self) -> Engine {
        match &*self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// A connection to read with.
    ///
    /// # Errors
    /// When none can be had in time.
    pub async fn read(&self) -> Result<Conn, DbError> {
        let held = Held::new();
        let inner = match &*self.pools {
            Pools::Sqlite { readers, .. } => conn::Inner::Sqlite(readers.acquire().await.map_err(DbError::Connect)?),
            Pools::Postgres(pool) => conn::Inner::Postgres(pool.acquire().await.map_err(DbError::Connect)?),
        };
        Ok(Conn::new(inner, self.statements.clone(), held))
    }

    /// A transaction to change with. On SQLite it holds the one write lock from the start, so that
    /// reading before writing cannot fail half-way (`BEGIN IMMEDIATE`).
    ///
    /// # Errors
    /// When none can be had in time.
    pub(crate) async fn begin(&self) -> Result<Tx, DbError> {
        let held = Held::new();
        let inner = match &*self.pools {
            Pools::Sqlite { writer, sound, .. } => {
                let begun = match begin_sqlite(writer, sound).await {
                    Err(error) if !sound.load(Ordering::Acquire) && !trouble::is_locked(&error) => {
                        tracing::warn!(%error, "the database began no transaction: tried once more on a new connection");
                        begin_sqlite(writer, sound).await
                    }
                    begun => begun,
                };
                conn::Inner::SqliteTx(begun.map_err(DbError::Connect)?)
            }
            Pools::Postgres(pool) => conn::Inner::PostgresTx(pool.begin().await.map_err(DbError::Connect)?),
        };
        Ok(Tx::new(Conn::new(inner, self.statements.clone(), held), self.pools.clone()))
    }

    /// A transaction for the dialect files and the platform's own bookkeeping, without a permit.
    ///
    /// # Errors
    /// When none can be had in time.
    pub async fn begin_system(&self) -> Result<Tx, DbError> {
        self.begin().await
    }

    /// How many statements ran since the start; a test compares two readings.
    pub fn statement_count(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Closes every connection; what was committed stays.
    pub async fn close(&self) {
        match &*self.pools {
            Pools::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Makes an empty file that its owner alone can read, where there is none: SQLite gives the files beside it the same rights.
pub(crate) fn make_private(file: &Path) -> std::io::Result<()> {
    let mut options = std::fs::File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

/// Begins on the one connection that writes. One that does not begin is not sound, and is closed when it comes back.
async fn begin_sqlite(writer: &SqlitePool, sound: &AtomicBool) -> Result<Transaction<'static, Sqlite>, sqlx::Error> {
    let conn = writer.acquire().await?;
    sound.store(false, Ordering::Release);
    let begun = Transaction::begin(conn, Some("BEGIN IMMEDIATE".into_sql_str())).await?;
    sound.store(true, Ordering::Release);
    Ok(begun)
}

/// Whether a connection that comes back can be given out again. When a commit or a statement fails for lack of disk or memory,
/// or for an I/O error, SQLite ends the transaction by itself; the driver's rollback then fails, and it counts the
/// transaction as open for ever.
async fn is_at_rest(conn: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    if conn.is_in_transaction() {
        // The rollback of a dropped transaction may still be on its way.
        conn.ping().await?;
    }
    Ok(!conn.is_in_transaction())
}

#[cfg(test)]
mod tests {
    use super::{conn::Native, *};

    static CREATE: Query<(), ()> = Query::new("create", "CREATE TABLE things (n BIGINT)", Scope::Across("a test"));
    static ADD: Query<(), ()> = Query::new("add", "INSERT INTO things (n) VALUES (1)", Scope::Across("a test"));
    static COUNT: Query<(), (i64,)> = Query::new("count", "SELECT COUNT(*) FROM things", Scope::Across("a test"));

    async fn database() -> (tempfile::TempDir, Db) {
        let dir = tempfile::tempdir().expect("a folder");
        let location = Location::Sqlite { file: dir.path().join("test.sqlite"), sync: true };
        let db = Db::open(&location).await.expect("it opens");
        let mut tx = db.begin().await.expect("a transaction");
        CREATE.run(&mut tx, ()).await.expect("a table");
        tx.commit().await.expect("it commits");
        (dir, db)
    }

    async fn takes_one_change(db: &Db) {
        let mut tx = db.begin().await.expect("a transaction");
        ADD.run(&mut tx, ()).await.expect("it takes a change");
        tx.commit().await.expect("it commits");
        let (count,) = COUNT.one(&mut db.read().await.expect("a connection"), ()).await.expect("a count");
        assert_eq!(count, 1, "nothing but the last change was kept");
    }

    fn sqlite(tx: &mut Tx) -> &mut SqliteConnection {
        match tx.native() {
            Native::Sqlite(conn) => conn,
            Native::Postgres(_) => unreachable!("the database is a file"),
        }
    }

    #[tokio::test]
    async fn after_a_commit_that_sqlite_took_back_the_next_change_works() {
        let (_dir, db) = database().await;
        let mut tx = db.begin().await.expect("a transaction");
        ADD.run(&mut tx, ()).await.expect("it takes a change");
        // As on a full disk: the commit fails, and no transaction is left to roll back.
        sqlite(&mut tx).lock_handle().await.expect("the handle").set_commit_hook(|| false);
        tx.commit().await.expect_err("the commit fails");
        takes_one_change(&db).await;
    }

    #[tokio::test]
    async fn a_connection_that_begins_nothing_is_replaced() {
        let (_dir, db) = database().await;
        let mut tx = db.begin().await.expect("a transaction");
        sqlite(&mut tx).lock_handle().await.expect("the handle").set_progress_handler(1, || false);
        drop(tx);
        takes_one_change(&db).await;
    }
}
