//! What the municipality decides about organisations, and how they answer or end.

use kernel::{OrganisationId, Permit, Problem, Result};
use platform::{Ctx, Tx, audit::Subject, db::Code};
use serde_json::json;

use super::{SUBJECT, load};
use crate::{
    events::{OrganisationClosed, OrganisationConfirmed, OrganisationRefused, OrganisationRegistered},
    model::{Organisation, Step},
    policy::{Moderate, Own, Work},
    store,
};

/// Takes a step; the reason and the answer are those of the last step that had one.
async fn step(
    tx: &mut Tx,
    ctx: &Ctx,
    organisation: &Organisation,
    step: Step,
    reason: Option<&str>,
    answer: Option<&str>,
) -> Result<()> {
    let state = organisation.state.take(step)?;
    let confirmed_at = if step == Step::Confirm { Some(ctx.now) } else { organisation.confirmed_at };
    let kept = |new: Option<&str>, old: &Option<String>| match step {
        Step::Confirm => None,
        _ => new.map(str::to_owned).or_else(|| old.clone()),
    };
    let (reason, answer) = (kept(reason, &organisation.state_reason), kept(answer, &organisation.answer));
    let row = (ctx.town(), organisation.id, Code(state), reason, answer, confirmed_at, ctx.now);
    store::MOVE.run(tx, row).await?;
    Ok(())
}

/// Lets an organisation in.
///
/// # Errors
/// [`Problem::Conflict`] when somebody else decided already.
pub async fn confirm(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let organisation = load(&mut tx, ctx, id).await?;
    step(&mut tx, ctx, &organisation, Step::Confirm, None, None).await?;
    tx.record(ctx, &OrganisationConfirmed { organisation: id }).await?;
    tx.audit(ctx, permit, "organisation.confirm", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Notes that the municipality looked at another name, kind or number and leaves it so.
///
/// # Errors
/// [`Problem::Conflict`] when there is nothing to look at (any more).
pub async fn accept_alteration(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    if store::ALTERED_SEEN.run(&mut tx, (ctx.town(), id)).await? == 0 {
        return Err(Problem::Conflict("organisations-conflict-state"));
    }
    tx.audit(ctx, permit, "organisation.accept_alteration", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Refuses an organisation, with a reason it can answer.
///
/// # Errors
/// [`Problem::Conflict`] when somebody else decided already.
pub async fn refuse(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId, reason: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let organisation = load(&mut tx, ctx, id).await?;
    step(&mut tx, ctx, &organisation, Step::Refuse, Some(reason), None).await?;
    tx.record(ctx, &OrganisationRefused { organisation: id }).await?;
    tx.audit(ctx, permit, "organisation.refuse", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Answers a refusal: the municipality looks again.
///
/// # Errors
/// [`Problem::Conflict`] when it was not refused.
pub async fn resubmit(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId, answer: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let organisation = load(&mut tx, ctx, id).await?;
    step(&mut tx, ctx, &organisation, Step::Resubmit, None, Some(answer)).await?;
    let by = permit.actor().person_id();
    tx.record(ctx, &OrganisationRegistered { organisation: id, by }).await?;
    tx.audit(ctx, permit, "organisation.resubmit", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Ends an organisation here: by its owner, or by the municipality with a reason.
///
/// # Errors
/// [`Problem::Conflict`] when it has ended already.
pub async fn close(ctx: &Ctx, permit: &Permit<Own>, id: OrganisationId, reason: Option<&str>) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let organisation = load(&mut tx, ctx, id).await?;
    if permit.actor().office(id).is_none() && reason.is_none() {
        return Err(Problem::Conflict("organisations-conflict-reason"));
    }
    step(&mut tx, ctx, &organisation, Step::Close, reason, None).await?;
    store::REVOKE_ALL.run(&mut tx, (ctx.town(), id, ctx.now)).await?;
    tx.record(ctx, &OrganisationClosed { organisation: id }).await?;
    tx.audit(ctx, permit, "organisation.close", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}
