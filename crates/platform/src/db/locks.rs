//! Taking turns. SQLite has one writer, so a transaction that writes is alone already;
//! PostgreSQL takes a lock that ends with the transaction.

use uuid::Uuid;

use super::{Conn, DbError, conn::Native};

impl Conn {
    /// Waits until no other transaction holds the lock on this thing (a vacancy, a response, an organisation),
    /// so that what was loaded is still true when it is stored.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn lock(&mut self, id: impl Into<Uuid>) -> Result<(), DbError> {
        let id: Uuid = id.into();
        match self.native() {
            Native::Sqlite(_) => Ok(()),
            Native::Postgres(conn) => {
                // The last eight bytes of a UUIDv7 are random: different things do not wait for each other.
                let (_, low) = id.as_u64_pair();
                let key = i64::from_ne_bytes(low.to_ne_bytes());
                #[allow(clippy::disallowed_methods, reason = "dialect file: advisory locks exist on PostgreSQL alone")]
                sqlx::query("SELECT pg_advisory_xact_lock($1)")
                    .bind(key)
                    .execute(conn)
                    .await
                    .map(|_| ())
                    .map_err(|source| DbError::Statement { statement: "locks::lock", source })
            }
        }
    }
}
