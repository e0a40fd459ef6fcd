//! Counting again, when an answer came or failed to come, and every night because the window moves.

use kernel::{OrganisationId, Permit, Result, time};
use platform::{Ctx, audit::Unaudited, jobs::JobCtx};

use super::{
    super::{
        events,
        policy::{self, System},
    },
    model::{Answered, WINDOW_DAYS, count, shown},
    store,
};

/// After an answer.
pub(crate) async fn on_answered(job: JobCtx, event: events::ResponseAnswered) -> Result<()> {
    count_one(job, event.organisation).await
}

/// After silence.
pub(crate) async fn on_taken_over(job: JobCtx, event: events::ResponseTakenOver) -> Result<()> {
    count_one(job, event.organisation).await
}

async fn count_one(job: JobCtx, organisation: Option<OrganisationId>) -> Result<()> {
    let Some(organisation) = organisation else { return Ok(()) };
    let permit = policy::system(&job.actor).require()?;
    recount(&job, &permit, organisation).await
}

/// Every organisation of the town.
pub(crate) async fn daily(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    recount_all(&job, &permit).await
}

/// Every organisation of the town, whenever somebody asks for it.
pub(crate) async fn recount_all(ctx: &Ctx, permit: &Permit<System>) -> Result<()> {
    let since = ctx.now.plus(-WINDOW_DAYS * time::DAY);
    let mut conn = ctx.read().await?;
    let organisations = store::ORGANISATIONS.all(&mut conn, (ctx.town(), since)).await?;
    drop(conn);
    for (organisation,) in organisations {
        recount(ctx, permit, organisation).await?;
    }
    Ok(())
}

async fn recount(ctx: &Ctx, permit: &Permit<System>, organisation: OrganisationId) -> Result<()> {
    let since = ctx.now.plus(-WINDOW_DAYS * time::DAY);
    let mut tx = ctx.begin(permit).await?;
    tx.lock(organisation).await?;
    let rows = store::TO_COUNT.all(&mut tx, (ctx.town(), organisation, since)).await?;
    let responses: Vec<Answered> = rows
        .into_iter()
        .map(|(confirmed_at, due_at, answered_at, taken_over_at)| Answered {
            confirmed_at,
            due_at,
            answered_at,
            taken_over: taken_over_at.is_some(),
        })
        .collect();
    let before = super::figures(&mut tx, ctx, organisation).await?;
    let kept = count(&responses, ctx.now);
    let row = (ctx.town(), organisation, kept.due, kept.in_time, kept.answered, kept.usual_hours, ctx.now);
    store::KEEP.run(&mut tx, row).await?;
    if shown(kept.due, kept.in_time, kept.answered, kept.usual_hours) != before {
        tx.record(ctx, &events::AnswerFiguresChanged { organisation }).await?;
    }
    tx.unaudited(Unaudited::Count);
    ctx.commit(tx).await
}
