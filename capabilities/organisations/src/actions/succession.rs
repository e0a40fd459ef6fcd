//! Handing one's own role over, and invitations that nobody answered.

use kernel::{OrganisationId, Permit, PersonId, Problem, Result};
use platform::{Ctx, audit::Subject, db::Code};
use serde_json::json;

use super::{SUBJECT, contacts, load};
use crate::{
    forms::{HandOver, Invite},
    jobs::{CheckReach, TellExpired},
    model::{InvitationId, InvitationState, OrganisationState},
    policy::{System, Work},
    store,
};

/// Asks a successor to take over everything unfinished of the one who asks, who stays until somebody does.
///
/// # Errors
/// [`Problem::Conflict`] when they are no contact, ask themselves, or ask a colleague without an e-mail address.
pub async fn hand_over(
    ctx: &Ctx,
    permit: &Permit<Work>,
    id: OrganisationId,
    command: &HandOver,
) -> Result<InvitationId> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    if load(&mut tx, ctx, id).await?.state == OrganisationState::Closed {
        return Err(Problem::Conflict("organisations-conflict-closed"));
    }
    let all = contacts::contacts(&mut tx, ctx, id).await?;
    let Some(own) = all.iter().find(|contact| contact.person == person) else {
        return Err(Problem::Conflict("organisations-conflict-no-contact"));
    };
    let account = people::account_by_email(&mut tx, ctx.town(), &command.email).await?;
    if account.is_some_and(|account| account.id == person) {
        return Err(Problem::Conflict("organisations-conflict-own-address"));
    }
    // Whoever looks for another successor no longer waits for the first.
    store::WITHDRAW_FROM.run(&mut tx, (ctx.town(), id, person, ctx.now)).await?;
    let invite =
        Invite { email: command.email.clone(), role: own.role, task: own.task.clone(), note: command.note.clone() };
    let invitation = contacts::note(&mut tx, ctx, id, &invite, Some(person), Some(person)).await?;
    tx.audit(ctx, permit, "organisation.hand_over", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(invitation)
}

/// The address of a colleague who is to take over; `None` when they have none or are no contact.
pub async fn colleague_address(ctx: &Ctx, id: OrganisationId, person: PersonId) -> Result<Option<String>> {
    let mut conn = ctx.read().await?;
    if !contacts::contacts(&mut conn, ctx, id).await?.iter().any(|contact| contact.person == person) {
        return Ok(None);
    }
    Ok(people::account(&mut conn, ctx.town(), person).await?.and_then(|account| account.email))
}

/// Ends the search for a successor: the one who wanted to leave stays.
pub async fn stay(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId) -> Result<()> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    load(&mut tx, ctx, id).await?;
    store::WITHDRAW_FROM.run(&mut tx, (ctx.town(), id, person, ctx.now)).await?;
    tx.enqueue(ctx, &CheckReach { organisation: id }).await?;
    tx.audit(ctx, permit, "organisation.stay", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Closes an invitation that nobody answered in time; whoever asked is told.
pub async fn expire(ctx: &Ctx, permit: &Permit<System>, id: InvitationId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let Some(row) = store::INVITATION.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(()) };
    load(&mut tx, ctx, row.organisation_id).await?;
    // Looked at again under the lock: it may have been answered at the last moment.
    let Some(row) = store::INVITATION.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(()) };
    if row.state != Code(InvitationState::Open) {
        return Ok(());
    }
    contacts::answered(&mut tx, ctx, id, InvitationState::Expired, None).await?;
    tx.enqueue(ctx, &TellExpired { invitation: id }).await?;
    tx.enqueue(ctx, &CheckReach { organisation: row.organisation_id }).await?;
    let subject = Subject::of(SUBJECT, row.organisation_id);
    tx.audit(ctx, permit, "organisation.expire", subject, &json!({ "succession": row.from_person.is_some() })).await?;
    ctx.commit(tx).await
}
