//! What the municipality decides about organisations, and how they answer or end.

use kernel::{OrganisationId, Permit, Problem, Result};
use platform::{Ctx, audit::Subject};
use serde_json::json;

use super::SUBJECT;
use crate::{
    events::{OrganisationClosed, OrganisationConfirmed, OrganisationRefused, OrganisationRegistered},
    model::{Organisation, Step},
    policy::{Moderate, Own, Work},
    store,
};

/// Lets an organisation in.
///
/// # Errors
/// [`Problem::Conflict`] when somebody else decided already.
pub async fn confirm(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "confirm").await?;
    organisation.step(Step::Confirm, ctx.now)?;
    organisation.record(&OrganisationConfirmed { organisation: id }).await?;
    organisation.done().await.map(drop)
}

/// Notes that the municipality looked at another name, kind or number and leaves it so.
///
/// # Errors
/// [`Problem::Conflict`] when there is nothing to look at (any more).
pub(crate) async fn accept_alteration(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId) -> Result<()> {
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
pub(crate) async fn refuse(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId, reason: String) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "refuse").await?;
    organisation.step(Step::Refuse, ctx.now)?;
    organisation.state_reason = Some(reason);
    organisation.record(&OrganisationRefused { organisation: id }).await?;
    organisation.done().await.map(drop)
}

/// Answers a refusal: the municipality looks again.
///
/// # Errors
/// [`Problem::Conflict`] when it was not refused.
pub(crate) async fn resubmit(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId, answer: String) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "resubmit").await?;
    organisation.step(Step::Resubmit, ctx.now)?;
    organisation.answer = Some(answer);
    let by = permit.actor().person_id();
    organisation.record(&OrganisationRegistered { organisation: id, by }).await?;
    organisation.done().await.map(drop)
}

/// Ends an organisation here: by its owner, or by the municipality with a reason.
///
/// # Errors
/// [`Problem::Conflict`] when it has ended already.
pub(crate) async fn close(ctx: &Ctx, permit: &Permit<Own>, id: OrganisationId, reason: Option<String>) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "close").await?;
    if permit.actor().office(id).is_none() && reason.is_none() {
        return Err(Problem::Conflict("organisations-conflict-reason"));
    }
    organisation.step(Step::Close, ctx.now)?;
    organisation.state_reason = reason.or(organisation.state_reason.take());
    store::REVOKE_ALL.run(&mut organisation.tx, (ctx.town(), id, ctx.now)).await?;
    organisation.record(&OrganisationClosed { organisation: id }).await?;
    organisation.done().await.map(drop)
}
