//! Questions that waited when help requests kept them alone: towns have jobs of these kinds in their tables.

use followups::questions::{self, Ask, Send};
use kernel::{Instant, PersonId, Result};
use platform::{
    followups::About,
    jobs::{Job, JobCtx},
};
use serde::{Deserialize, Serialize};

use super::OUTCOME;
use facets::model::HelpRequestId;

/// Ask both sides what came of a match.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct AskOutcome {
    pub help_request: HelpRequestId,
    pub helper: PersonId,
    /// About which match: a helper who was chosen again has another.
    pub matched_at: Instant,
    pub moment: String,
}

impl Job for AskOutcome {
    const KIND: &'static str = "marketplace.ask_help_outcome";
}

/// Send the question to one side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct SendQuestion {
    pub asked: AskedOnce,
}

/// Which question to whom.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct AskedOnce {
    pub help_request: HelpRequestId,
    pub helper: PersonId,
    pub moment: String,
    pub side: String,
}

impl Job for SendQuestion {
    const KIND: &'static str = "marketplace.send_help_outcome_question";
}

/// Runs [`AskOutcome`].
pub(super) async fn ask(job: JobCtx, work: AskOutcome) -> Result<()> {
    let about = About { subject: work.help_request.0, with: work.helper.0 };
    questions::ask(job, Ask::new(&OUTCOME, about, &work.moment, Some(work.matched_at))).await
}

/// Runs [`SendQuestion`].
pub(super) async fn send(job: JobCtx, work: SendQuestion) -> Result<()> {
    let AskedOnce { help_request, helper, moment, side } = work.asked;
    let (question, about) = (OUTCOME.key.to_owned(), About { subject: help_request.0, with: helper.0 });
    questions::send(job, Send { question, about, moment, side }).await
}
