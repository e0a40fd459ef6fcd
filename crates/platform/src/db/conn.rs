//! Connections and transactions, the same to use on either engine.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
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

/// What is known of a request, or of a job.
#[derive(Default)]
struct Work {
    /// Statements it ran.
    asked: std::cell::Cell<u64>,
    /// Whether it holds a connection.
    holds: Arc<AtomicBool>,
}

tokio::task_local! {
    static WORK: Work;
}

/// Does `work` and says how many statements it ran itself. It may hold one connection at a time.
pub(crate) async fn counted<F: Future>(work: F) -> (F::Output, u64) {
    let work = async {
        let output = work.await;
        (output, WORK.with(|work| work.asked.get()))
    };
    WORK.scope(Work::default(), work).await
}

/// The one connection that a request or a job holds, from the moment at which it waits for it.
///
/// Whoever waits for a second one keeps the first: as many of those as there are connections wait for each other, and
/// everybody else for them. A debug build, and so every test, refuses the second, also when one was to be had.
pub(crate) struct Held(Option<Arc<AtomicBool>>);

impl Held {
    pub(crate) fn new() -> Self {
        assert_none_held();
        let holds = WORK.try_with(|work| work.holds.clone()).ok();
        holds.iter().for_each(|holds| holds.store(true, Ordering::Relaxed));
        Self(holds)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.iter().for_each(|holds| holds.store(false, Ordering::Relaxed));
    }
}

/// For what takes a connection now and then: a debug build panics when this request or job holds one already.
pub fn assert_none_held() {
    let holds = WORK.try_with(|work| work.holds.load(Ordering::Relaxed)).unwrap_or(false);
    debug_assert!(!holds, "a second connection while one is held: hand the first on, or drop it before");
}

/// A connection to the database.
pub struct Conn {
    inner: Inner,
    statements: Arc<AtomicU64>,
    _held: Held,
    /// Whether this transaction holds the lock on everything.
    pub(super) is_alone: bool,
    /// Whether a statement of this transaction failed.
    is_spoilt: bool,
    /// The first statement of a capability that changed rows; what the platform keeps for itself is bookkeeping.
    changed_by: Option<&'static str>,
}

impl Conn {
    pub(crate) fn new(inner: Inner, statements: Arc<AtomicU64>, held: Held) -> Self {
        Self { inner, statements, _held: held, is_alone: false, is_spoilt: false, changed_by: None }
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
        // Commands answer no request.
        let _ = WORK.try_with(|work| work.asked.set(work.asked.get() + 1));
    }

    /// After a failed statement PostgreSQL does nothing more in a transaction. SQLite may have ended it by itself (disk full,
    /// I/O error, out of memory), and what came next would be kept at once, without the rest.
    fn refuse_if_spoilt(&self, statement: &'static str) -> Result<(), DbError> {
        if !self.is_spoilt {
            return Ok(());
        }
        let source = sqlx::Error::Protocol("an earlier statement of this transaction failed".into());
        Err(DbError::Statement { statement, source })
    }

    fn note<T>(&mut self, statement: &'static str, done: Result<T, sqlx::Error>) -> Result<T, DbError> {
        self.is_spoilt |= done.is_err() && matches!(self.inner, Inner::SqliteTx(_) | Inner::PostgresTx(_));
        done.map_err(|source| DbError::Statement { statement, source })
    }

    fn note_change(&mut self, statement: &'static str, sql: &str, rows: u64) {
        let changes = || ["INSERT", "UPDATE", "DELETE"].iter().any(|verb| sql.starts_with(verb));
        if rows > 0 && self.changed_by.is_none() && !statement.starts_with("platform::") && changes() {
            self.changed_by = Some(statement);
        }
    }

    #[allow(clippy::disallowed_methods, reason = "the one place through which every named statement runs")]
    pub(crate) async fn fetch(
        &mut self,
        statement: &'static str,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Vec<DbRow>, DbError> {
        self.refuse_if_spoilt(statement)?;
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
        let rows: Vec<DbRow> = self.note(statement, rows)?;
        self.note_change(statement, sql, u64::try_from(rows.len()).unwrap_or(u64::MAX));
        Ok(rows)
    }

    #[allow(clippy::disallowed_methods, reason = "the one place through which every named statement runs")]
    pub(crate) async fn execute(
        &mut self,
        statement: &'static str,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<u64, DbError> {
        self.refuse_if_spoilt(statement)?;
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
        let affected = self.note(statement, affected)?;
        self.note_change(statement, sql, affected);
        Ok(affected)
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
    /// Whether it must say what it changed: it was begun with a permit.
    pub(crate) must_account: bool,
    /// Whether it did, with an audit row or with the reason why there is none.
    pub(crate) accounts: bool,
}

impl Tx {
    pub(crate) fn new(conn: Conn, pools: Arc<Pools>) -> Self {
        Self { conn, pools, wakes: false, must_account: false, accounts: false }
    }

    /// Makes it so, and waits until it is on disk. A debug build, and so every test, refuses a change of a capability that
    /// leaves neither an audit row nor a reason ([`Unaudited`](crate::audit::Unaudited)).
    ///
    /// # Errors
    /// When the database or the disk did not take it; then nothing has changed, or (on a failing disk) nobody knows.
    pub async fn commit(self) -> Result<(), DbError> {
        self.conn.refuse_if_spoilt("commit")?;
        let silent = self.conn.changed_by.filter(|_| self.must_account && !self.accounts);
        debug_assert!(silent.is_none(), "{silent:?} changed rows: call tx.audit, or tx.unaudited with the reason");
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
