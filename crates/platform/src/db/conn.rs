//! Connections and transactions, the same to use on either engine.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use sqlx::{
    Executor, PgConnection, Postgres, Sqlite, SqliteConnection, Statement as _, Transaction, pool::PoolConnection,
};

use super::{DbError, DbRow, Engine, Pools, value::Value};

pub(crate) enum Inner {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    SqliteTx(Transaction<'static, Sqlite>),
    PostgresTx(Transaction<'static, Postgres>),
}

/// The driver's own connection, for the dialect files.
pub(crate) enum Native<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

tokio::task_local! {
    /// Statements of the request that this task answers.
    static ASKED: std::cell::Cell<u64>;
}

/// Does `work` and says how many statements it ran itself.
pub(crate) async fn counted<F: Future>(work: F) -> (F::Output, u64) {
    let work = async {
        let output = work.await;
        (output, ASKED.with(std::cell::Cell::get))
    };
    ASKED.scope(std::cell::Cell::new(0), work).await
}

/// A connection to the database.
pub struct Conn {
    inner: Inner,
    statements: Arc<AtomicU64>,
    /// Whether this transaction holds the lock on everything.
    pub(super) is_alone: bool,
}

impl Conn {
    pub(crate) fn new(inner: Inner, statements: Arc<AtomicU64>) -> Self {
        Self { inner, statements, is_alone: false }
    }

    /// Which engine this speaks to.
    pub fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) | Inner::SqliteTx(_) => Engine::Sqlite,
            Inner::Postgres(_) | Inner::PostgresTx(_) => Engine::Postgres,
        }
    }

    pub(crate) fn native(&mut self) -> Native<'_> {
        match &mut self.inner {
            Inner::Sqlite(conn) => Native::Sqlite(conn),
            Inner::SqliteTx(conn) => Native::Sqlite(conn),
            Inner::Postgres(conn) => Native::Postgres(conn),
            Inner::PostgresTx(conn) => Native::Postgres(conn),
        }
    }

    fn count(&self) {
        self.statements.fetch_add(1, Ordering::Relaxed);
        // Jobs and commands answer no request.
        let _ = ASKED.try_with(|asked| asked.set(asked.get() + 1));
    }

    #[allow(clippy::disallowed_methods, reason = "the one place through which every named statement runs")]
    pub(crate) async fn fetch(
        &mut self,
        statement: &'static str,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Vec<DbRow>, DbError> {
        self.count();
        let rows = match self.native() {
            Native::Sqlite(conn) => {
                let query = values.into_iter().fold(sqlx::query(sql), Value::bind_sqlite);
                query.fetch_all(conn).await.map(|rows| rows.into_iter().map(DbRow::Sqlite).collect())
            }
            Native::Postgres(conn) => {
                let query = values.into_iter().fold(sqlx::query(sql), Value::bind_postgres);
                query.fetch_all(conn).await.map(|rows| rows.into_iter().map(DbRow::Postgres).collect())
            }
        };
        rows.map_err(|source| DbError::Statement { statement, source })
    }

    #[allow(clippy::disallowed_methods, reason = "the one place through which every named statement runs")]
    pub(crate) async fn execute(
        &mut self,
        statement: &'static str,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<u64, DbError> {
        self.count();
        let affected = match self.native() {
            Native::Sqlite(conn) => {
                let query = values.into_iter().fold(sqlx::query(sql), Value::bind_sqlite);
                query.execute(conn).await.map(|done| done.rows_affected())
            }
            Native::Postgres(conn) => {
                let query = values.into_iter().fold(sqlx::query(sql), Value::bind_postgres);
                query.execute(conn).await.map(|done| done.rows_affected())
            }
        };
        affected.map_err(|source| DbError::Statement { statement, source })
    }

    /// Prepares a statement without running it and says what the engine makes of it:
    /// names of parameter types (PostgreSQL only) and names and types of its columns.
    ///
    /// # Errors
    /// When the engine does not accept it.
    pub async fn describe(&mut self, statement: &'static str, sql: &'static str) -> Result<Description, DbError> {
        let wrap = |source| DbError::Statement { statement, source };
        match self.native() {
            Native::Sqlite(conn) => {
                let prepared = conn.prepare(sqlx::SqlSafeStr::into_sql_str(sql)).await.map_err(wrap)?;
                Ok(Description { parameters: None, columns: columns(prepared.columns()) })
            }
            Native::Postgres(conn) => {
                let prepared = conn.prepare(sqlx::SqlSafeStr::into_sql_str(sql)).await.map_err(wrap)?;
                let parameters = match prepared.parameters() {
                    Some(sqlx::Either::Left(types)) => {
                        Some(types.iter().map(|info| sqlx::TypeInfo::name(info).to_owned()).collect())
                    }
                    _ => None,
                };
                Ok(Description { parameters, columns: columns(prepared.columns()) })
            }
        }
    }
}

fn columns<C: sqlx::Column>(columns: &[C]) -> Vec<(String, String)> {
    columns
        .iter()
        .map(|column| (column.name().to_owned(), sqlx::TypeInfo::name(column.type_info()).to_owned()))
        .collect()
}

/// What an engine says of a prepared statement.
#[derive(Debug)]
pub struct Description {
    /// Type names of the parameters, where the engine knows them.
    pub parameters: Option<Vec<String>>,
    /// Name and type name of each column.
    pub columns: Vec<(String, String)>,
}

/// A transaction. Dropped without [`Tx::commit`] it leaves nothing behind.
pub struct Tx {
    conn: Conn,
    pools: Arc<Pools>,
    /// Whether the job runner and the feed have something to look at once this is committed.
    pub(crate) wakes: bool,
    /// The moment under which this transaction records its facts.
    pub(crate) recorded_at: Option<kernel::Instant>,
}

impl Tx {
    pub(crate) fn new(conn: Conn, pools: Arc<Pools>) -> Self {
        Self { conn, pools, wakes: false, recorded_at: None }
    }

    /// Makes it so, and waits until it is on disk.
    ///
    /// # Errors
    /// When the database or the disk did not take it; then nothing has changed, or (on a failing disk) nobody knows.
    pub async fn commit(self) -> Result<(), DbError> {
        let wrap = |source| DbError::Statement { statement: "commit", source };
        match self.conn.inner {
            Inner::SqliteTx(tx) => {
                tx.commit().await.map_err(wrap)?;
                if let Pools::Sqlite { durability, .. } = &*self.pools {
                    durability.wait().await?;
                }
                Ok(())
            }
            Inner::PostgresTx(tx) => tx.commit().await.map_err(wrap),
            Inner::Sqlite(_) | Inner::Postgres(_) => Ok(()),
        }
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}
