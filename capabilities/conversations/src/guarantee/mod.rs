//! The answer guarantee: a clock that both sides see, two reminders, and the point that takes over.
//!
//! Each step is a job at a fixed moment. A job looks again whether its step is still due, so it may run late, twice or
//! after an answer without harm.

pub(crate) mod actions;
pub(crate) mod jobs;

pub use self::jobs::{Remind, TakeOver, remind, take_over};

use kernel::Result;
use platform::{Ctx, Plan, Tx, subjects::Over};

use super::{model::Response, neighbours, settings::Terms};

/// Adds what the guarantee has to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.job(jobs::remind).job(jobs::take_over).job(jobs::expire_unconfirmed)
}

/// Starts the clock of a response: now is the moment from which working days count.
pub(super) async fn start_clock(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    let calendar = ctx.municipality.working_calendar(ctx.now);
    let deadlines = Terms::of(&ctx.municipality, ctx.now).deadlines(&calendar, ctx.now);
    stop_clock(tx, ctx, response).await?;
    response.answer_due_at = Some(deadlines.due);
    response.reminders = 0;
    for (number, at) in [(1, deadlines.first), (2, deadlines.second)] {
        let job = jobs::Remind { response: response.id, number, due: deadlines.due };
        tx.enqueue_at(ctx, &job, at, &format!("{}:{number}", response.id)).await?;
    }
    let job = jobs::TakeOver { response: response.id, due: deadlines.due };
    tx.enqueue_at(ctx, &job, deadlines.due, &response.id.to_string()).await
}

/// Takes back what would have happened if nobody answered.
pub(super) async fn stop_clock(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    for number in [1, 2] {
        tx.cancel::<jobs::Remind>(ctx, &format!("{}:{number}", response.id)).await?;
    }
    tx.cancel::<jobs::TakeOver>(ctx, &response.id.to_string()).await
}

/// What was confirmed after its subject had ended gets its answer at once.
pub(super) async fn close_if_over(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    if ctx.app.subject_source(&response.subject.kind).is_none() {
        return Ok(());
    }
    // Who closes the subject at this moment waits, or was first: either its end sees this response, or we see the end.
    tx.lock(response.subject.id).await?;
    let over = match neighbours::subject(tx, ctx, &response.subject).await? {
        Some(now) => now.over,
        None => Some(Over::Closed),
    };
    match over {
        Some(why) => super::decisions::actions::end_with_doors(tx, ctx, response, why.into()).await,
        None => Ok(()),
    }
}
