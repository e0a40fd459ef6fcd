//! What each day brings to what is shown for a term, and the question itself.

use kernel::Result;
use platform::{Job, JobCtx, followups::Term};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{actions, mails};
use crate::policy;

/// Asks somebody whether a thing is still needed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskStillNeeded {
    /// Key of the term.
    pub term: String,
    pub id: Uuid,
}

impl Job for AskStillNeeded {
    const KIND: &'static str = "followups.ask_still_needed";
}

/// Runs [`AskStillNeeded`].
pub async fn ask(job: JobCtx, work: AskStillNeeded) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let Some(term) = job.app.term(&work.term) else { return Ok(()) };
    let Some((needed, secret)) = actions::ask(&job, &permit, term, work.id).await? else { return Ok(()) };
    for (number, reader) in (1..).zip(&needed.readers) {
        mails::still_needed(&job, term, (&needed, reader), secret.reveal()).send(number).await?;
    }
    Ok(())
}

/// Every day: ends what is past its last day, and asks about what ends soon.
pub async fn look_after(job: JobCtx) -> Result<()> {
    let terms: Vec<&Term> = job.app.plans.iter().flat_map(|plan| plan.terms.iter().copied()).collect();
    for term in terms {
        look_after_one(&job, term).await?;
    }
    Ok(())
}

async fn look_after_one(job: &JobCtx, term: &Term) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let until = actions::last_asked(job, term);
    let mut conn = job.read().await?;
    let over = (term.over)(&mut conn, job, job.today()).await?;
    let mut ask = (term.to_ask)(&mut conn, job, until).await?;
    drop(conn);
    for id in &over {
        actions::end(job, &permit, term, *id).await?;
    }
    ask.retain(|id| !over.contains(id));
    actions::ask_all(job, &permit, term, &ask).await
}
