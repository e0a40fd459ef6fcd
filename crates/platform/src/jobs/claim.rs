//! Claiming: the same on both engines, except that PostgreSQL must skip rows another process is claiming.
//! SQLite needs no such word, because only one transaction writes.

use kernel::Instant;
use uuid::Uuid;

use super::{slots::Free, store::JobRow};
use crate::db::{Args, Conn, DbError, Engine, Row};

macro_rules! claim {
    ($which:literal, $locking:literal) => {
        concat!(
            "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2, runner = $4 \
             WHERE (municipality_id, id) IN (SELECT municipality_id, id FROM jobs WHERE ",
            $which,
            " ORDER BY run_at LIMIT $3",
            $locking,
            ") RETURNING municipality_id, id, kind, payload, attempts, run_at, last_error, state"
        )
    };
}

/// Whose jobs are claimed: those for which somebody waits at a screen, those that wait, those of a process that died, in so
/// many statements, because one with `OR` reads and sorts everything that is due, however much that is, while it holds
/// SQLite's only write lock. What this process runs it knows to be running, even when a clock says that its lease is over.
macro_rules! claims {
    ($locking:literal) => {
        [
            claim!("state = 'waiting' AND turn = 0 AND run_at <= $1", $locking),
            claim!("state = 'running' AND lease_until <= $1 AND (runner IS NULL OR runner <> $4)", $locking),
            claim!("state = 'waiting' AND turn = 1 AND run_at <= $1", $locking),
        ]
    };
}

const SQLITE: [&str; 3] = claims!("");
const POSTGRES: [&str; 3] = claims!(" FOR UPDATE SKIP LOCKED");

/// Claims due jobs for `runner` until `lease_until`, as many as there are slots; of each kind the oldest first.
pub(super) async fn claim(
    conn: &mut Conn,
    now: Instant,
    lease_until: Instant,
    runner: Uuid,
    free: &Free,
) -> Result<Vec<JobRow>, DbError> {
    let [urgent, abandoned, usual] = match conn.engine() {
        Engine::Sqlite => SQLITE,
        Engine::Postgres => POSTGRES,
    };
    let mut jobs: Vec<JobRow> = Vec::new();
    for (sql, slots) in [(urgent, free.urgent), (abandoned, free.usual), (usual, free.usual)] {
        let room = slots.saturating_sub(jobs.len()) as i64;
        if room > 0 {
            let rows = conn.fetch("jobs::claim", sql, (now, lease_until, room, runner).into_values()).await?;
            for row in &rows {
                jobs.push(JobRow::read(row)?);
            }
        }
    }
    Ok(jobs)
}
