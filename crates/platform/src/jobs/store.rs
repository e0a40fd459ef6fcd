//! Statements over the jobs, except claiming (see `claim.rs`).

use kernel::{Instant, JobId, MunicipalityId};
use uuid::Uuid;

crate::row! {
    /// A job that waits.
    pub(super) struct NewJobRow {
        pub municipality_id: MunicipalityId,
        pub id: JobId,
        pub kind: String,
        pub payload: String,
        pub dedup_key: Option<String>,
        pub run_at: Instant,
        pub created_at: Instant,
        /// 0 goes before 1.
        pub turn: i64,
    }
}

crate::row! {
    /// A job as the runner and the municipality see it.
    pub struct JobRow {
        pub municipality_id: MunicipalityId,
        pub id: JobId,
        pub kind: String,
        pub payload: String,
        pub attempts: i64,
        pub run_at: Instant,
        pub last_error: Option<String>,
        pub state: String,
    }
}

crate::statements! {
    /// A new job; one that waits under the same key stays.
    INSERT: NewJobRow => () =
        "INSERT INTO jobs (municipality_id, id, kind, payload, dedup_key, run_at, attempts, state, created_at, turn) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, 'waiting', $7, $8) ON CONFLICT (municipality_id, dedup_key) DO NOTHING";
    /// Takes a waiting job back.
    CANCEL: (MunicipalityId, String) => () =
        "DELETE FROM jobs WHERE municipality_id = $1 AND dedup_key = $2 AND state = 'waiting'";
    /// It is still being done, for longer than was thought.
    RENEW: (MunicipalityId, JobId, Uuid, Instant) => () =
        "UPDATE jobs SET lease_until = $4 WHERE municipality_id = $1 AND id = $2 AND runner = $3 AND state = 'running'";
    /// What a process that is gone was doing is to be done by another, whose lease begins when it takes it.
    RELEASE: (Uuid, Instant) => (), across "one runner serves all towns" =
        "UPDATE jobs SET lease_until = $2 WHERE runner = $1 AND state = 'running'";
    /// It succeeded, unless another took it over meanwhile.
    DONE: (MunicipalityId, JobId, Uuid) => () =
        "DELETE FROM jobs WHERE municipality_id = $1 AND id = $2 AND runner = $3 AND state = 'running'";
    /// It failed; another try at `run_at`.
    FAILED: (MunicipalityId, JobId, Uuid, Instant, String) => () =
        "UPDATE jobs SET state = 'waiting', run_at = $4, last_error = $5, lease_until = NULL, runner = NULL \
         WHERE municipality_id = $1 AND id = $2 AND runner = $3 AND state = 'running'";
    /// It is given up at `run_at`. Its key is free again: what it stood for may be asked anew.
    GIVE_UP: (MunicipalityId, JobId, Uuid, String, Instant, String) => () =
        "UPDATE jobs SET state = $4, run_at = $5, last_error = $6, lease_until = NULL, runner = NULL, dedup_key = NULL \
         WHERE municipality_id = $1 AND id = $2 AND runner = $3 AND state = 'running'";
    /// Those that were given up, newest first.
    DEAD: (MunicipalityId,) => JobRow =
        "SELECT municipality_id, id, kind, payload, attempts, run_at, last_error, state FROM jobs \
         WHERE municipality_id = $1 AND state IN ('dead', 'undeliverable') ORDER BY run_at DESC, id LIMIT 200";
    /// Those that failed at least once and are tried again, the next to be tried first.
    FAILING: (MunicipalityId,) => JobRow =
        "SELECT municipality_id, id, kind, payload, attempts, run_at, last_error, state FROM jobs \
         WHERE municipality_id = $1 AND state = 'waiting' AND attempts > 0 ORDER BY run_at, id LIMIT 200";
    /// Kinds of the work that waits, with how many of each.
    WAITING: (MunicipalityId,) => (String, i64) =
        "SELECT kind, COUNT(*) FROM jobs WHERE municipality_id = $1 AND state = 'waiting' GROUP BY kind ORDER BY kind";
    /// One that was given up is tried again, as if it were new.
    RETRY: (MunicipalityId, JobId, Instant) => (JobId,) =
        "UPDATE jobs SET state = 'waiting', run_at = $3, attempts = 0 \
         WHERE municipality_id = $1 AND id = $2 AND state IN ('dead', 'undeliverable') RETURNING id";
    /// One that was given up is thrown away.
    DISCARD: (MunicipalityId, JobId) => (JobId,) =
        "DELETE FROM jobs WHERE municipality_id = $1 AND id = $2 AND state IN ('dead', 'undeliverable') RETURNING id";
    /// Those that were given up before a moment are forgotten.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM jobs WHERE municipality_id = $1 AND state IN ('dead', 'undeliverable') AND run_at < $2";
    /// How many are due and since when the oldest; what a process left that is gone is due too.
    BACKLOG: (Instant,) => (i64, Option<Instant>), across "one runner serves all towns" =
        "SELECT COUNT(*), MIN(since) FROM (SELECT run_at AS since FROM jobs WHERE state = 'waiting' AND run_at <= $1 \
         UNION ALL SELECT lease_until FROM jobs WHERE state = 'running' AND lease_until <= $1) AS due";
}
