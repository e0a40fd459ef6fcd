//! Taking turns. SQLite has one writer, so a transaction that writes is alone already;
//! PostgreSQL takes a lock that ends with the transaction.

use uuid::Uuid;

use super::{Conn, DbError, conn::Native};

/// Key of the lock that everybody shares who takes a turn, and that [`Conn::lock_everything`] takes alone.
const EVERYTHING: i64 = 2_718_281_828;

impl Conn {
    /// Waits until no other transaction holds the lock on this thing (a vacancy, a response, an organisation),
    /// so that what was loaded is still true when it is stored.
    pub async fn lock(&mut self, id: impl Into<Uuid>) -> Result<(), DbError> {
        let id: Uuid = id.into();
        let alone = self.is_alone;
        match self.native() {
            Native::Sqlite(_) => Ok(()),
            Native::Postgres(_) if alone => Ok(()),
            Native::Postgres(conn) => {
                // The last eight bytes of a UUIDv7 are random: different things do not wait for each other.
                let (_, low) = id.as_u64_pair();
                let key = i64::from_ne_bytes(low.to_ne_bytes());
                #[allow(clippy::disallowed_methods, reason = "dialect file: advisory locks exist on PostgreSQL alone")]
                sqlx::query("SELECT pg_advisory_xact_lock_shared($1), pg_advisory_xact_lock($2)")
                    .bind(EVERYTHING)
                    .bind(key)
                    .execute(conn)
                    .await
                    .map(|_| ())
                    .map_err(|source| DbError::Statement { statement: "locks::lock", source })
            }
        }
    }

    /// Waits until nobody else holds a lock on anything, and keeps all others waiting: for work on thousands of things at once
    /// (a large import), which would fill PostgreSQL's table of locks (6,400 by default) one by one. To be called before any
    /// [`Conn::lock`] of the transaction, which then need not wait any more.
    pub async fn lock_everything(&mut self) -> Result<(), DbError> {
        if let Native::Postgres(conn) = self.native() {
            #[allow(clippy::disallowed_methods, reason = "dialect file: advisory locks exist on PostgreSQL alone")]
            sqlx::query("SELECT pg_advisory_xact_lock($1)")
                .bind(EVERYTHING)
                .execute(conn)
                .await
                .map_err(|source| DbError::Statement { statement: "locks::lock_everything", source })?;
        }
        self.is_alone = true;
        Ok(())
    }
}
