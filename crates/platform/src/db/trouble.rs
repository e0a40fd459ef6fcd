//! What a database refuses for reasons that pass: nobody's fault, and told as such.

use super::DbError;

/// Why it could not be done now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It is busy, away, or starting.
    Busy,
    /// The disk is full, or takes no changes.
    NoRoom,
}

impl Trouble {
    /// Nothing when it is a fault: of a statement, of the data.
    pub(super) fn of(error: &DbError) -> Option<Self> {
        match error {
            DbError::Statement { source, .. } => Self::told(source),
            DbError::Connect(source) => Some(Self::told(source).unwrap_or(Self::Busy)),
            DbError::Disk(_) => Some(Self::NoRoom),
            DbError::Column { .. } | DbError::Migration(_) => None,
        }
    }

    fn told(error: &sqlx::Error) -> Option<Self> {
        match error {
            sqlx::Error::Database(told) => match told.try_downcast_ref::<sqlx::sqlite::SqliteError>() {
                Some(_) => Self::of_sqlite(sqlite_code(error)?),
                None => Self::of_postgres(&told.code()?),
            },
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Some(Self::Busy),
            _ => None,
        }
    }

    /// Result codes of SQLite: BUSY, LOCKED, NOMEM, INTERRUPT, CANTOPEN; READONLY, IOERR, FULL.
    fn of_sqlite(code: i32) -> Option<Self> {
        match code & 0xff {
            5 | 6 | 7 | 9 | 14 => Some(Self::Busy),
            8 | 10 | 13 => Some(Self::NoRoom),
            _ => None,
        }
    }

    /// SQLSTATE (PostgreSQL, appendix A): lack of resources, intervention of an operator, connections, locks and deadlocks;
    /// a full disk, an I/O error, a server that only reads.
    fn of_postgres(code: &str) -> Option<Self> {
        match code {
            "53100" | "58030" | "25006" => Some(Self::NoRoom),
            "55P03" | "40001" | "40P01" => Some(Self::Busy),
            _ if ["53", "57", "08"].iter().any(|class| code.starts_with(class)) => Some(Self::Busy),
            _ => None,
        }
    }
}

fn sqlite_code(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}

/// Another process held SQLite's lock all the time: trying again would double the wait.
pub(super) fn is_locked(error: &sqlx::Error) -> bool {
    const SQLITE_BUSY: i32 = 5;
    sqlite_code(error).is_some_and(|code| code & 0xff == SQLITE_BUSY)
}

#[cfg(test)]
mod tests {
    use super::{DbError, Trouble};

    #[test]
    fn what_passes_is_told_as_such() {
        for (code, expected) in [
            (5, Some(Trouble::Busy)),
            (261, Some(Trouble::Busy)),
            (13, Some(Trouble::NoRoom)),
            (778, Some(Trouble::NoRoom)),
            (8, Some(Trouble::NoRoom)),
            (11, None),
            (19, None),
            (1, None),
        ] {
            assert_eq!(Trouble::of_sqlite(code), expected, "SQLite {code}");
        }
        for (code, expected) in [
            ("53100", Some(Trouble::NoRoom)),
            ("25006", Some(Trouble::NoRoom)),
            ("53300", Some(Trouble::Busy)),
            ("57P03", Some(Trouble::Busy)),
            ("57014", Some(Trouble::Busy)),
            ("40P01", Some(Trouble::Busy)),
            ("08006", Some(Trouble::Busy)),
            ("23505", None),
            ("42601", None),
        ] {
            assert_eq!(Trouble::of_postgres(code), expected, "SQLSTATE {code}");
        }
        assert_eq!(Trouble::of(&DbError::Connect(sqlx::Error::PoolTimedOut)), Some(Trouble::Busy));
        assert_eq!(Trouble::of(&DbError::Disk(std::io::Error::other("no space"))), Some(Trouble::NoRoom));
    }
}
