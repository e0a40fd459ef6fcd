//! The steps of the guarantee, at their moments.

use kernel::{Instant, Result};
use platform::jobs::{Job, JobCtx};
use serde::{Deserialize, Serialize};

use super::{super::policy, actions};
use crate::facets::model::ResponseId;

/// Remind the other side that somebody waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remind {
    /// Which response.
    pub response: ResponseId,
    /// First or second.
    pub number: u32,
    /// The promise it belongs to; a clock that was started again has another.
    pub due: Instant,
}

impl Job for Remind {
    const KIND: &'static str = "marketplace.remind_of_response";
}

/// Let the point take over what nobody answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeOver {
    /// Which response.
    pub response: ResponseId,
    /// The promise that was not kept.
    pub due: Instant,
}

impl Job for TakeOver {
    const KIND: &'static str = "marketplace.take_over_response";
}

/// Let go of what nobody confirmed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExpireUnconfirmed {
    /// Which response.
    pub response: ResponseId,
}

impl Job for ExpireUnconfirmed {
    const KIND: &'static str = "marketplace.expire_response";
}

/// Runs [`Remind`].
///
/// # Errors
/// When the database refuses.
pub async fn remind(job: JobCtx, work: Remind) -> Result<()> {
    let permit = policy::keep(&job.actor).require()?;
    actions::remind(&job, &permit, &work).await
}

/// Runs [`TakeOver`].
///
/// # Errors
/// When the database refuses.
pub async fn take_over(job: JobCtx, work: TakeOver) -> Result<()> {
    let permit = policy::keep(&job.actor).require()?;
    actions::take_over(&job, &permit, &work).await
}

/// Runs [`ExpireUnconfirmed`].
///
/// # Errors
/// When the database refuses.
pub async fn expire_unconfirmed(job: JobCtx, work: ExpireUnconfirmed) -> Result<()> {
    let permit = policy::keep(&job.actor).require()?;
    actions::expire(&job, &permit, work.response).await
}
