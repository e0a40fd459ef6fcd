//! What nobody confirms, and the steps of the guarantee that waited when conversations kept its clock alone.

use followups::promises::{self, Step};
use kernel::{Instant, Result};
use platform::jobs::{Job, JobCtx};
use serde::{Deserialize, Serialize};

use super::{
    super::{model::ResponseId, policy},
    ANSWER, actions,
};

/// Remind the other side that somebody waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remind {
    pub response: ResponseId,
    /// First or second.
    pub number: u32,
    /// The promise it belongs to; a clock that was started again has another.
    pub due: Instant,
}

// The kinds begin with the name of the capability that had this before: towns have jobs of these kinds that wait.
impl Job for Remind {
    const KIND: &'static str = "marketplace.remind_of_response";
}

/// Let the point take over what nobody answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TakeOver {
    pub response: ResponseId,
    /// The promise that was not kept.
    pub due: Instant,
}

impl Job for TakeOver {
    const KIND: &'static str = "marketplace.take_over_response";
}

/// Let go of what nobody confirmed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExpireUnconfirmed {
    pub response: ResponseId,
}

impl Job for ExpireUnconfirmed {
    const KIND: &'static str = "marketplace.expire_response";
}

/// Runs [`Remind`].
pub async fn remind(job: JobCtx, work: Remind) -> Result<()> {
    promises::step(job, Step::new(&ANSWER, work.response, work.due, Some(work.number))).await
}

/// Runs [`TakeOver`].
pub async fn take_over(job: JobCtx, work: TakeOver) -> Result<()> {
    promises::step(job, Step::new(&ANSWER, work.response, work.due, None)).await
}

/// Runs [`ExpireUnconfirmed`].
pub(crate) async fn expire_unconfirmed(job: JobCtx, work: ExpireUnconfirmed) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::expire(&job, &permit, work.response).await
}
