//! Handing one's own role over, and invitations that nobody answered.

use kernel::{OrganisationId, Permit, PersonId, Problem, Result};
use platform::{Ctx, db::Code};
use serde_json::json;

use super::contacts;
use crate::{
    forms::{HandOver, Invite},
    jobs::{CheckReach, TellExpired},
    model::{InvitationId, InvitationState, Organisation},
    policy::{System, Work},
    store,
};

/// Asks a successor to take over everything unfinished of the person who asks, who stays until somebody does.
///
/// # Errors
/// [`Problem::Conflict`] when they are no contact, ask themselves, or the organisation has ended.
pub(crate) async fn hand_over(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId, command: HandOver) -> Result<()> {
    let person = permit.actor().require_person()?;
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "hand_over").await?;
    organisation.must_go_on()?;
    let all = crate::contacts(&mut organisation.tx, ctx.town(), id).await?;
    let own = all.into_iter().find(|contact| contact.person == person);
    let own = own.ok_or(Problem::Conflict("organisations-conflict-no-contact"))?;
    let account = people::account_by_email(&mut organisation.tx, ctx.town(), &command.email).await?;
    if account.is_some_and(|account| account.id == person) {
        return Err(Problem::Conflict("organisations-conflict-own-address"));
    }
    // A person who looks for another successor no longer waits for the first.
    store::WITHDRAW_FROM.run(&mut organisation.tx, (ctx.town(), id, person, ctx.now)).await?;
    let invite = Invite { email: command.email, role: own.role, task: own.task, note: command.note };
    contacts::ask(&mut organisation.tx, ctx, id, &invite, Some(person)).await?;
    organisation.done().await.map(drop)
}

/// The address of a colleague who is to take over; `None` when they have none or are no contact.
pub(crate) async fn colleague_address(ctx: &Ctx, id: OrganisationId, person: PersonId) -> Result<Option<String>> {
    let mut conn = ctx.read().await?;
    if !crate::contacts(&mut conn, ctx.town(), id).await?.iter().any(|contact| contact.person == person) {
        return Ok(None);
    }
    Ok(people::account(&mut conn, ctx.town(), person).await?.and_then(|account| account.email))
}

/// Ends the search for a successor: the contact who wanted to leave stays.
pub(crate) async fn stay(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId) -> Result<()> {
    let person = permit.actor().require_person()?;
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "stay").await?;
    store::WITHDRAW_FROM.run(&mut organisation.tx, (ctx.town(), id, person, ctx.now)).await?;
    organisation.enqueue(&CheckReach { organisation: id }).await?;
    organisation.done().await.map(drop)
}

/// Closes an invitation that nobody answered in time; the person who asked is told.
pub(crate) async fn expire(ctx: &Ctx, permit: &Permit<System>, id: InvitationId) -> Result<()> {
    let (mut organisation, invitation) = match contacts::invitation(ctx, permit, id, "expire").await {
        Err(Problem::NotFound) => return Ok(()),
        found => found?,
    };
    if invitation.state != Code(InvitationState::Open) {
        return Ok(());
    }
    let succession = invitation.from_person.is_some();
    contacts::answer(&mut organisation.tx, ctx, invitation, InvitationState::Expired, None).await?;
    organisation.enqueue(&TellExpired { invitation: id }).await?;
    organisation.enqueue(&CheckReach { organisation: organisation.id }).await?;
    organisation.done_with(|_| json!({ "succession": succession })).await.map(drop)
}
