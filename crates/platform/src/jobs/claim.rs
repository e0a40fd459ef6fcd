//! Claiming: the same on both engines, except that PostgreSQL must skip rows another process is claiming.
//! SQLite needs no such word, because only one transaction writes.

use kernel::Instant;

use super::store::JobRow;
use crate::db::{Args, Conn, DbError, Engine, Row};

macro_rules! claim {
    ($which:literal, $locking:literal) => {
        concat!(
            "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2 \
             WHERE (municipality_id, id) IN (SELECT municipality_id, id FROM jobs WHERE ",
            $which,
            " ORDER BY run_at LIMIT $3",
            $locking,
            ") RETURNING municipality_id, id, kind, payload, attempts, run_at, last_error, state"
        )
    };
}

/// Jobs of a process that died, then jobs that wait and are due. Two statements, because one with `OR` reads and sorts
/// everything that is due, however much that is, while it holds SQLite's only write lock.
const SQLITE: [&str; 2] =
    [claim!("state = 'running' AND lease_until <= $1", ""), claim!("state = 'waiting' AND run_at <= $1", "")];

const POSTGRES: [&str; 2] = [
    claim!("state = 'running' AND lease_until <= $1", " FOR UPDATE SKIP LOCKED"),
    claim!("state = 'waiting' AND run_at <= $1", " FOR UPDATE SKIP LOCKED"),
];

/// Claims up to `limit` due jobs until `lease_until`, oldest first.
pub(super) async fn claim(
    conn: &mut Conn,
    now: Instant,
    lease_until: Instant,
    limit: i64,
) -> Result<Vec<JobRow>, DbError> {
    let statements = match conn.engine() {
        Engine::Sqlite => SQLITE,
        Engine::Postgres => POSTGRES,
    };
    let mut jobs: Vec<JobRow> = Vec::new();
    for sql in statements {
        let room = limit - jobs.len() as i64;
        if room > 0 {
            let rows = conn.fetch("jobs::claim", sql, (now, lease_until, room).into_values()).await?;
            for row in &rows {
                jobs.push(JobRow::read(row)?);
            }
        }
    }
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}
