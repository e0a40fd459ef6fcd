//! The answer guarantee: a clock that both sides see, two reminders, and the point that takes over.
//!
//! Its clock is one of [`followups::promises`].

pub(crate) mod actions;
pub(crate) mod jobs;

pub use self::jobs::{Remind, TakeOver, remind, take_over};

use followups::promises;
use kernel::{Instant, Result};
use platform::{Conn, Ctx, Plan, Tx, followups::Promise, subjects::Over};
use uuid::Uuid;

use super::{
    model::{Response, ResponseId},
    neighbours,
    settings::Terms,
    store,
};

/// An answer in time, or the point takes over.
pub static ANSWER: Promise = Promise {
    key: "response-answer",
    until: |conn, ctx, id| Box::pin(owed_until(conn, ctx, id)),
    reminders: 2,
    remind: Some(|tx, ctx, permit, id, number| Box::pin(actions::remind(tx, ctx, permit, ResponseId(id), number))),
    take_over: |tx, ctx, permit, id| Box::pin(actions::take_over(tx, ctx, permit, ResponseId(id))),
};

/// Adds what the guarantee has to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.promise(&ANSWER).job(jobs::remind).job(jobs::take_over).job(jobs::expire_unconfirmed)
}

/// Until when an answer is owed by the other side.
async fn owed_until(conn: &mut Conn, ctx: &Ctx, id: Uuid) -> Result<Option<Instant>> {
    let response = store::FIND.optional(conn, (ctx.town(), ResponseId(id))).await?;
    let owed = response.filter(|response| response.awaits_answer() && !response.with_point);
    Ok(owed.and_then(|response| response.answer_due_at))
}

/// Starts the clock of a response: now is the moment from which working days count.
pub(super) async fn start_clock(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    response.reminders = 0;
    run_clock(tx, ctx, response).await
}

/// Starts it where some reminders were sent already.
pub(super) async fn run_clock(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    let calendar = ctx.municipality.working_calendar(ctx.now);
    let deadlines = Terms::of(&ctx.municipality, ctx.now).deadlines(&calendar, ctx.now);
    response.answer_due_at = Some(deadlines.due);
    let mut reminders = vec![(1, deadlines.first), (2, deadlines.second)];
    reminders.retain(|(number, _)| *number > response.reminders);
    promises::promise(tx, ctx, &ANSWER, response.id, (&reminders, deadlines.due)).await
}

/// Takes back what would have happened if nobody answered.
pub(super) async fn stop_clock(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    promises::take_back(tx, ctx, &ANSWER, response.id).await
}

/// What was confirmed after its subject had ended gets its answer at once.
pub(super) async fn close_if_over(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    if ctx.app.subject_source(&response.subject_kind).is_none() {
        return Ok(());
    }
    // Who closes the subject at this moment waits, or was first: either its end sees this response, or we see the end.
    tx.lock(response.subject_id).await?;
    let over = match neighbours::subject(tx, ctx, response).await? {
        Some(now) => now.over,
        None => Some(Over::Closed),
    };
    match over {
        Some(why) => super::decisions::actions::end_with_doors(tx, ctx, response, why.into()).await,
        None => Ok(()),
    }
}
