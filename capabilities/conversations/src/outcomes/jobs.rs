//! Asking, at the moment itself, and the letters that ask.

use kernel::{Result, time};
use platform::{
    audit::{Subject as AuditSubject, Unaudited},
    auth::Secret,
    db::Code,
    jobs::{Job, JobCtx},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    super::{
        actions::load,
        mails,
        model::{Response, Side, State},
        policy, store as responses,
    },
    actions::ask_again_later,
    model::{MOST_TIMES, Moment, Question},
    store::{self, OutcomeRow},
};
use crate::model::ResponseId;

/// How long a link to answer with holds.
const LINK_DAYS: i64 = 60;

/// Ask both sides what came of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskOutcome {
    /// About which response.
    pub response: ResponseId,
    pub moment: Moment,
}

// The kinds begin with the name of the capability that had this before: towns have jobs of these kinds that wait.
impl Job for AskOutcome {
    const KIND: &'static str = "marketplace.ask_outcome";
}

/// Send the question to one side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendQuestion {
    /// About which response.
    pub response: ResponseId,
    pub moment: Moment,
    pub side: Side,
}

impl Job for SendQuestion {
    const KIND: &'static str = "marketplace.send_outcome_question";
}

/// Whether the question makes sense where the response stands now.
pub fn is_open(response: &Response, moment: Moment) -> bool {
    match moment {
        Moment::Introduction => {
            matches!(response.state, State::InConversation | State::Invited | State::Accepted) && !response.reserve
        }
        Moment::Month => response.state == State::Started && response.ended_at.is_none(),
    }
}

/// Runs [`AskOutcome`]: notes the question to each side, and has it sent to those who can be mailed.
pub async fn ask(job: JobCtx, work: AskOutcome) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut tx = job.begin(&permit).await?;
    let response = load(&mut tx, &job, work.response).await?;
    if !is_open(&response, work.moment) {
        return Ok(());
    }
    let mut asked = false;
    for side in [Side::Person, Side::Owner] {
        let key = (job.town(), response.id, Code(work.moment), Code(side));
        let known: Option<Question> = store::FIND.optional(&mut tx, key).await?.map(Into::into);
        let mut question = known.unwrap_or(Question {
            response: response.id,
            moment: work.moment,
            side,
            answer: None,
            reason: None,
            asked_at: job.now,
            asked_times: 0,
            answered_at: None,
        });
        if question.asked_times >= MOST_TIMES || question.answer.is_some_and(super::model::Answer::is_final) {
            continue;
        }
        question.asked_times += 1;
        question.answer = None;
        question.answered_at = None;
        store::SAVE.run(&mut tx, OutcomeRow::of(job.town(), &question)).await?;
        tx.enqueue(&job, &SendQuestion { response: response.id, moment: work.moment, side }).await?;
        asked = true;
    }
    if asked {
        ask_again_later(&mut tx, &job, response.id, work.moment).await?;
        let details = json!({ "moment": work.moment });
        tx.audit(&job, &permit, "response.ask_outcome", AuditSubject::of("response", response.id), &details).await?;
    }
    job.commit(tx).await
}

/// Runs [`SendQuestion`]. Every letter has a link of its own; the first who answers does so for the side.
pub async fn send(job: JobCtx, work: SendQuestion) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut conn = job.read().await?;
    let row = responses::FIND.optional(&mut conn, (job.town(), work.response)).await?;
    let Some(response) = row.map(Response::from).filter(|response| is_open(response, work.moment)) else {
        return Ok(());
    };
    let readers = mails::readers(&mut conn, &job, &response, work.side).await?;
    let owner = super::super::neighbours::owner_name(&mut conn, &job, response.owner).await?;
    drop(conn);
    for (reader, number) in readers.iter().zip(0u8..) {
        let secret = Secret::new(&job.app);
        let mut tx = job.begin(&permit).await?;
        let until = job.now.plus(LINK_DAYS * time::DAY);
        let key = (job.town(), secret.hash(), response.id, Code(work.moment), Code(work.side), until);
        store::ADD_LINK.run(&mut tx, key).await?;
        tx.unaudited(Unaudited::Secret);
        job.commit(tx).await?;
        let reading = JobCtx { ctx: job.in_language(reader.lang), ..job.clone() };
        let letter =
            mails::outcome_letter(&reading, reader, (&response, &owner), (work.moment, work.side), secret.reveal());
        reading.send(&letter, number).await?;
    }
    Ok(())
}
