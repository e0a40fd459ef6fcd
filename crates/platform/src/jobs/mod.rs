//! Work that follows from a change, in the same database and the same transaction as the change.
//!
//! A job is claimed with a lease, so that any process may die at any moment and another takes over; it may therefore
//! run twice, and every job is written so that the second time does no harm. One that fails, or is not done within the
//! time its kind may take, is tried again with growing pauses.
//! One that never succeeds is kept as `dead`, one whose letter the mail server refuses for good as `undeliverable`:
//! `samenstuur jobs` lists them, tries them again or throws them away, and after [`KEEP_DAYS`] they are forgotten.

mod claim;
mod presence;
mod runner;
mod slots;
mod store;

use kernel::{Instant, JobId, Result, Setting, SettingKind};
pub use runner::{Handler, Runner, Schedule};
use serde::{Serialize, de::DeserializeOwned};
pub(crate) use slots::aside;
pub use store::{JobRow, STATEMENTS};

use crate::{
    app::Ctx,
    db::{Conn, Tx},
};

/// A kind of work with what it needs to know. Stored as JSON: fields may be added with a default, never removed.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `capability.verb_object`; stored, so it never changes.
    const KIND: &'static str;
    /// Whether somebody waits for it at a screen, such as for a letter with which to sign in: it goes before all else.
    const URGENT: bool = false;
    /// How many minutes it may take at most.
    const MINUTES: u32 = 4;
}

/// The context of a running job. Only here can mail be sent.
#[derive(Clone)]
pub struct JobCtx {
    /// The system, in the town of the job.
    pub ctx: Ctx,
    /// Which job: the seed of everything that must be the same when it runs again, such as a Message-ID.
    pub job: JobId,
    /// 1 at the first try.
    pub attempt: u32,
}

impl std::ops::Deref for JobCtx {
    type Target = Ctx;
    fn deref(&self) -> &Ctx {
        &self.ctx
    }
}

/// A job before it has a row.
pub(crate) struct NewJob {
    pub kind: &'static str,
    pub payload: String,
    pub run_at: Instant,
    pub dedup_key: Option<String>,
    pub urgent: bool,
}

pub(crate) async fn insert(tx: &mut Tx, ctx: &Ctx, id: JobId, job: NewJob) -> Result<()> {
    let row = store::NewJobRow {
        municipality_id: ctx.town(),
        id,
        kind: job.kind.to_owned(),
        payload: job.payload,
        dedup_key: job.dedup_key,
        run_at: job.run_at,
        created_at: ctx.now,
        turn: i64::from(!job.urgent),
    };
    store::INSERT.run(tx, row).await?;
    tx.wakes = true;
    Ok(())
}

impl Tx {
    /// Work to be done as soon as this is committed.
    pub async fn enqueue<J: Job>(&mut self, ctx: &Ctx, job: &J) -> Result<()> {
        let payload = serde_json::to_string(job)?;
        let job = NewJob { kind: J::KIND, payload, run_at: ctx.now, dedup_key: None, urgent: J::URGENT };
        insert(self, ctx, ctx.id(), job).await
    }

    /// Work to be done at `run_at`, once: a job with the same `key` that still waits is left as it is.
    pub async fn enqueue_at<J: Job>(&mut self, ctx: &Ctx, job: &J, run_at: Instant, key: &str) -> Result<()> {
        let job = NewJob {
            kind: J::KIND,
            payload: serde_json::to_string(job)?,
            run_at,
            dedup_key: Some(format!("{}:{key}", J::KIND)),
            urgent: J::URGENT,
        };
        insert(self, ctx, ctx.id(), job).await
    }

    /// Takes back a job that waits under `key`; nothing happens when there is none.
    pub async fn cancel<J: Job>(&mut self, ctx: &Ctx, key: &str) -> Result<()> {
        store::CANCEL.run(self, (ctx.town(), format!("{}:{key}", J::KIND))).await?;
        Ok(())
    }
}

/// State of a job that failed too often.
pub const DEAD: &str = "dead";
/// State of a job whose letter will never be taken.
pub const UNDELIVERABLE: &str = "undeliverable";

/// Days for which work that was given up is kept: its payload may hold personal data, such as the address of a letter.
pub const KEEP_DAYS: Setting = Setting {
    key: "retention.failed_jobs",
    default: "30",
    kind: SettingKind::Int { min: 2, max: 365 },
    source: "Long enough to find the fault and try again",
};

/// Forgets what was given up long ago.
pub async fn keep_terms(job: JobCtx) -> Result<()> {
    let days = job.municipality.settings.int(&KEEP_DAYS, job.today());
    let mut tx = job.app.db.begin_system().await?;
    store::FORGET.run(&mut tx, (job.town(), job.now.plus(-days.saturating_mul(kernel::time::DAY)))).await?;
    tx.commit().await?;
    Ok(())
}

/// Jobs of the town that failed at least once and are tried again, the next to be tried first.
pub async fn failing(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<JobRow>> {
    Ok(store::FAILING.all(conn, (ctx.town(),)).await?)
}

/// Kinds of the work that waits in the town, recurring work included, with how many of each.
pub async fn waiting(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<(String, i64)>> {
    Ok(store::WAITING.all(conn, (ctx.town(),)).await?)
}

/// Has a job of the town that was given up tried again as if it were new; says whether there was one.
pub async fn retry(tx: &mut Tx, ctx: &Ctx, job: JobId) -> Result<bool> {
    tx.wakes = true;
    Ok(store::RETRY.optional(tx, (ctx.town(), job, ctx.now)).await?.is_some())
}

/// Throws a job of the town away that was given up; says whether there was one.
pub async fn discard(tx: &mut Tx, ctx: &Ctx, job: JobId) -> Result<bool> {
    Ok(store::DISCARD.optional(tx, (ctx.town(), job)).await?.is_some())
}

/// Jobs of the town that were given up, newest first, for the system manager and the doctor.
pub async fn dead(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<JobRow>> {
    Ok(store::DEAD.all(conn, (ctx.town(),)).await?)
}

/// How many jobs are due, over all towns, and since when the oldest of them.
pub async fn backlog(conn: &mut Conn, now: Instant) -> Result<(i64, Option<Instant>)> {
    Ok(store::BACKLOG.one(conn, (now,)).await?)
}
