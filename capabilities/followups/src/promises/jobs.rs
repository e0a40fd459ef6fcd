//! The steps of promises, at their moments.

use kernel::{Instant, Result};
use platform::{Job, JobCtx, followups::Promise};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::actions;
use crate::policy;

/// Remind that somebody waits, or let another take over what was not done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Key of the promise.
    pub promise: String,
    /// About which thing.
    pub id: Uuid,
    /// The end that was promised; a clock that was started again has another.
    pub due: Instant,
    /// Of the reminder, from 1; none at the end.
    pub reminder: Option<u32>,
}

impl Job for Step {
    const KIND: &'static str = "followups.step_promise";
}

impl Step {
    /// Of this promise about this thing.
    pub fn new(promise: &Promise, id: impl Into<Uuid>, due: Instant, reminder: Option<u32>) -> Self {
        Self { promise: promise.key.to_owned(), id: id.into(), due, reminder }
    }
}

/// Runs [`Step`].
pub async fn step(job: JobCtx, work: Step) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    match job.app.promise(&work.promise) {
        Some(promise) => actions::step(&job, &permit, promise, &work).await,
        None => Ok(()),
    }
}
