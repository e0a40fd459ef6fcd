//! One SQL text over two native pools.
//!
//! * [`Query`] is a statement as a value: its text, the types of its parameters, the columns of its row. Every capability
//!   declares its own with [`statements!`](crate::statements) in `store.rs`; a test prepares each of them on both engines.
//! * [`Conn`] is a connection to read with, [`Tx`] a transaction to change with. Both come from a [`Db`].
//! * A [`Tx`] that was committed is on disk: PostgreSQL sees to that itself, for SQLite see [`durability`].
//!
//! What differs between the engines lives in `locks.rs`, `maintenance.rs`, `migrate.rs` and `../jobs/claim.rs`, nowhere else.

pub mod conn;
pub mod durability;
pub mod locks;
pub mod maintenance;
pub mod migrate;
pub mod query;
pub mod value;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

pub(crate) use conn::counted;
pub use conn::{Conn, Tx};
use kernel::Problem;
pub use query::{Args, Described, Many, Query, Row, Scope};
use sqlx::{
    PgPool, SqlitePool,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
pub use value::{Code, Column, ColumnType, DbRow, Json, Value};

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
        /// The column.
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
        Self::fault(error)
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
    Sqlite { writer: SqlitePool, readers: SqlitePool, durability: Durability },
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

impl Db {
    /// Opens the database, without migrating it.
    ///
    /// # Errors
    /// When no connection can be made.
    pub async fn open(location: &Location) -> Result<Self, DbError> {
        let pools = match location {
            Location::Sqlite { file, sync } => Self::open_sqlite(file, *sync).await?,
            Location::Postgres { url, connections } => {
                let options: PgConnectOptions = url.parse().map_err(DbError::Connect)?;
                let options = options.application_name("samenstuur").options([("statement_timeout", "30000")]);
                let pool = PgPoolOptions::new()
                    .max_connections(*connections)
                    .acquire_timeout(Duration::from_secs(10))
                    .connect_with(options)
                    .await
                    .map_err(DbError::Connect)?;
                Pools::Postgres(pool)
            }
        };
        Ok(Self { pools: Arc::new(pools), statements: Arc::default() })
    }

    async fn open_sqlite(file: &Path, sync: bool) -> Result<Pools, DbError> {
        // Nothing lies between this process and the file that could break a connection: none is tried before use.
        // NORMAL: a commit is not synced by SQLite itself but, for all that wait together, by `Durability`.
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(if sync { SqliteSynchronous::Normal } else { SqliteSynchronous::Off })
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(10))
            .statement_cache_capacity(300)
            .pragma("wal_autocheckpoint", WAL_PAGES);
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(30))
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(options.clone().pragma("cache_size", "-8000"))
            .await
            .map_err(DbError::Connect)?;
        let readers = SqlitePoolOptions::new()
            .max_connections(SQLITE_READERS)
            .acquire_timeout(Duration::from_secs(30))
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(options.pragma("query_only", "on").pragma("cache_size", "-2000"))
            .await
            .map_err(DbError::Connect)?;
        Ok(Pools::Sqlite { writer, readers, durability: Durability::new(file, sync) })
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
        let inner = match &*self.pools {
            Pools::Sqlite { readers, .. } => conn::Inner::Sqlite(readers.acquire().await.map_err(DbError::Connect)?),
            Pools::Postgres(pool) => conn::Inner::Postgres(pool.acquire().await.map_err(DbError::Connect)?),
        };
        Ok(Conn::new(inner, self.statements.clone()))
    }

    /// A transaction to change with. On SQLite it holds the one write lock from the start, so that
    /// reading before writing cannot fail half-way (`BEGIN IMMEDIATE`).
    ///
    /// # Errors
    /// When none can be had in time.
    pub(crate) async fn begin(&self) -> Result<Tx, DbError> {
        let inner = match &*self.pools {
            Pools::Sqlite { writer, .. } => {
                conn::Inner::SqliteTx(writer.begin_with("BEGIN IMMEDIATE").await.map_err(DbError::Connect)?)
            }
            Pools::Postgres(pool) => conn::Inner::PostgresTx(pool.begin().await.map_err(DbError::Connect)?),
        };
        Ok(Tx::new(Conn::new(inner, self.statements.clone()), self.pools.clone()))
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
