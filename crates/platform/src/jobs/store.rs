//! Statements over the jobs, except claiming (see `claim.rs`).

use kernel::{Instant, JobId, MunicipalityId};

crate::row! {
    /// A job that waits.
    pub struct NewJobRow {
        pub municipality_id: MunicipalityId,
        pub id: JobId,
        pub kind: String,
        pub payload: String,
        pub dedup_key: Option<String>,
        pub run_at: Instant,
        pub created_at: Instant,
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
    }
}

crate::statements! {
    /// A new job; one that waits under the same key stays.
    INSERT: NewJobRow => () =
        "INSERT INTO jobs (municipality_id, id, kind, payload, dedup_key, run_at, attempts, state, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, 'waiting', $7) ON CONFLICT (municipality_id, dedup_key) DO NOTHING";
    /// Takes a waiting job back.
    CANCEL: (MunicipalityId, String) => () =
        "DELETE FROM jobs WHERE municipality_id = $1 AND dedup_key = $2 AND state = 'waiting'";
    /// It succeeded.
    DONE: (MunicipalityId, JobId) => () = "DELETE FROM jobs WHERE municipality_id = $1 AND id = $2";
    /// It failed; another try at `run_at`, or never again.
    FAILED: (MunicipalityId, JobId, String, Instant, String) => () =
        "UPDATE jobs SET state = $3, run_at = $4, last_error = $5, lease_until = NULL WHERE municipality_id = $1 AND id = $2";
    /// Forgets work that was given up before a moment: what it holds may be somebody's address.
    FORGET_DEAD: (MunicipalityId, Instant) => () =
        "DELETE FROM jobs WHERE municipality_id = $1 AND state = 'dead' AND run_at <= $2";
    /// Those that gave up, newest first.
    DEAD: (MunicipalityId,) => JobRow =
        "SELECT municipality_id, id, kind, payload, attempts, run_at, last_error FROM jobs \
         WHERE municipality_id = $1 AND state = 'dead' ORDER BY run_at DESC, id LIMIT 200";
    /// How many are due and since when the oldest.
    BACKLOG: (Instant,) => (i64, Option<Instant>), across "one runner serves all towns" =
        "SELECT COUNT(*), MIN(run_at) FROM jobs WHERE state = 'waiting' AND run_at <= $1";
    /// Whether a town still lacks a scheduled job.
    HAS_KEY: (MunicipalityId, String) => (i64,) =
        "SELECT COUNT(*) FROM jobs WHERE municipality_id = $1 AND dedup_key = $2";
}
