//! Claiming: one statement on both engines, except that PostgreSQL must skip rows another process is claiming.
//! SQLite needs no such word, because only one transaction writes.

use kernel::Instant;

use super::store::JobRow;
use crate::db::{Args, Conn, DbError, Engine, Row};

const SQLITE: &str = "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2 \
     WHERE (municipality_id, id) IN (SELECT municipality_id, id FROM jobs \
        WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1) \
        ORDER BY run_at LIMIT $3) \
     RETURNING municipality_id, id, kind, payload, attempts, run_at, last_error";

const POSTGRES: &str = "UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = $2 \
     WHERE (municipality_id, id) IN (SELECT municipality_id, id FROM jobs \
        WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until <= $1) \
        ORDER BY run_at LIMIT $3 FOR UPDATE SKIP LOCKED) \
     RETURNING municipality_id, id, kind, payload, attempts, run_at, last_error";

/// Claims up to `limit` due jobs until `lease_until`, oldest first.
pub(super) async fn claim(
    conn: &mut Conn,
    now: Instant,
    lease_until: Instant,
    limit: i64,
) -> Result<Vec<JobRow>, DbError> {
    let sql = match conn.engine() {
        Engine::Sqlite => SQLITE,
        Engine::Postgres => POSTGRES,
    };
    let rows = conn.fetch("jobs::claim", sql, (now, lease_until, limit).into_values()).await?;
    let mut jobs: Vec<JobRow> = rows.iter().map(JobRow::read).collect::<Result<_, _>>()?;
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}
