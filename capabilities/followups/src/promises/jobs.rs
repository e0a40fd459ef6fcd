//! The steps of promises, at their moments.

use kernel::{Instant, Result};
use platform::{Job, JobCtx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::actions;
use crate::policy;

/// Remind that somebody waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remind {
    /// Key of the promise.
    pub promise: String,
    /// About which thing.
    pub id: Uuid,
    /// Of the reminder, from 1.
    pub number: u32,
    /// The end that was promised; a clock that was started again has another.
    pub due: Instant,
}

impl Job for Remind {
    const KIND: &'static str = "followups.remind";
}

/// Let another take over what was not done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeOver {
    /// Key of the promise.
    pub promise: String,
    /// About which thing.
    pub id: Uuid,
    /// The end that was promised.
    pub due: Instant,
}

impl Job for TakeOver {
    const KIND: &'static str = "followups.take_over";
}

/// Runs [`Remind`].
pub async fn remind(job: JobCtx, work: Remind) -> Result<()> {
    step(&job, &work.promise, (work.id, work.due), Some(work.number)).await
}

/// Runs [`TakeOver`].
pub async fn take_over(job: JobCtx, work: TakeOver) -> Result<()> {
    step(&job, &work.promise, (work.id, work.due), None).await
}

async fn step(job: &JobCtx, key: &str, promised: (Uuid, Instant), number: Option<u32>) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    match job.app.promise(key) {
        Some(promise) => actions::step(job, &permit, promise, promised, number).await,
        None => Ok(()),
    }
}
