//! Questions that waited when conversations kept them alone: towns have jobs of these kinds in their tables.

use followups::questions::{self, Ask, Send};
use kernel::Result;
use platform::{
    followups::About,
    jobs::{Job, JobCtx},
};
use serde::{Deserialize, Serialize};

use super::OUTCOME;
use crate::model::ResponseId;

/// Ask both sides what came of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AskOutcome {
    pub response: ResponseId,
    pub moment: String,
}

impl Job for AskOutcome {
    const KIND: &'static str = "marketplace.ask_outcome";
}

/// Send the question to one side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SendQuestion {
    pub response: ResponseId,
    pub moment: String,
    pub side: String,
}

impl Job for SendQuestion {
    const KIND: &'static str = "marketplace.send_outcome_question";
}

/// Runs [`AskOutcome`].
pub(crate) async fn ask(job: JobCtx, work: AskOutcome) -> Result<()> {
    questions::ask(job, Ask::new(&OUTCOME, About::one(work.response), &work.moment, None)).await
}

/// Runs [`SendQuestion`].
pub(crate) async fn send(job: JobCtx, work: SendQuestion) -> Result<()> {
    let SendQuestion { response, moment, side } = work;
    let question = OUTCOME.key.to_owned();
    questions::send(job, Send { question, about: About::one(response), moment, side }).await
}
