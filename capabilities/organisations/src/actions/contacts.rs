//! Contacts: asking somebody, accepting, another role, leaving.

use kernel::{ContactRole, OrganisationId, Permit, PersonId, Problem, Result, time};
use platform::{Ctx, Tx, db::Code, steps::Change};
use serde_json::json;

use crate::{
    INVITATION_DAYS,
    events::{ContactAdded, ContactHandedOver},
    forms::Invite,
    jobs::SendInvitation,
    model::{self, Contact, InvitationId, InvitationState, Organisation},
    policy::{Answer, Own},
    store::{self, Invitation},
};

/// Asks somebody to become a contact; the letter goes out at once.
///
/// # Errors
/// [`Problem::Conflict`] when they are one already, or the organisation has ended.
pub async fn invite(ctx: &Ctx, permit: &Permit<Own>, id: OrganisationId, invite: &Invite) -> Result<InvitationId> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "invite").await?;
    organisation.must_go_on()?;
    let known = people::account_by_email(&mut organisation.tx, ctx.town(), &invite.email).await?;
    let contacts = crate::contacts(&mut organisation.tx, ctx.town(), id).await?;
    if known.is_some_and(|known| contacts.iter().any(|contact| contact.person == known.id)) {
        return Err(Problem::Conflict("organisations-conflict-contact-already"));
    }
    // A second letter to the same address replaces the first.
    store::WITHDRAW_FOR.run(&mut organisation.tx, (ctx.town(), id, invite.email.clone(), ctx.now)).await?;
    let invitation = ask(&mut organisation.tx, ctx, id, invite, None).await?;
    organisation.done_with(|_| json!({ "role": invite.role })).await?;
    Ok(invitation)
}

/// Keeps an invitation and has its letter written; `from` is the contact whose role it is.
pub(super) async fn ask(
    tx: &mut Tx,
    ctx: &Ctx,
    id: OrganisationId,
    invite: &Invite,
    from: Option<PersonId>,
) -> Result<InvitationId> {
    let days = ctx.municipality.settings.count(&INVITATION_DAYS, ctx.today());
    let invitation = Invitation {
        municipality_id: ctx.town(),
        id: ctx.id(),
        organisation_id: id,
        email: kernel::email::normal(&invite.email),
        role: Code(invite.role),
        task: invite.task.clone(),
        note: invite.note.clone(),
        invited_by: ctx.actor.person_id(),
        from_person: from,
        state: Code(InvitationState::Open),
        created_at: ctx.now,
        expires_at: ctx.now.plus(i64::from(days) * time::DAY),
        answered_at: None,
        answered_by: None,
    };
    store::SAVE_INVITATION.save(tx, &invitation).await?;
    tx.enqueue(ctx, &SendInvitation { invitation: invitation.id }).await?;
    Ok(invitation.id)
}

/// Begins to answer an invitation: with its organisation, which nobody else changes meanwhile.
pub(super) async fn invitation<'a, A>(
    ctx: &'a Ctx,
    permit: &'a Permit<A>,
    id: InvitationId,
    verb: &'static str,
) -> Result<(Change<'a, Organisation, A>, Invitation)> {
    let mut conn = ctx.read().await?;
    let seen = store::INVITATION.optional(&mut conn, (ctx.town(), id)).await?.ok_or(Problem::NotFound)?;
    drop(conn);
    let mut organisation = ctx.change::<Organisation, A>(permit, seen.organisation_id, verb).await?;
    // Another may have answered in the meantime.
    let found = store::INVITATION.optional(&mut organisation.tx, (ctx.town(), id)).await?;
    Ok((organisation, found.ok_or(Problem::NotFound)?))
}

/// As [`invitation`], for one that is open and in time.
async fn open_invitation<'a, A>(
    ctx: &'a Ctx,
    permit: &'a Permit<A>,
    id: InvitationId,
    verb: &'static str,
) -> Result<(Change<'a, Organisation, A>, Invitation)> {
    let (organisation, invitation) = invitation(ctx, permit, id, verb).await?;
    organisation.must_go_on()?;
    let open = invitation.state == Code(InvitationState::Open) && ctx.now < invitation.expires_at;
    if open { Ok((organisation, invitation)) } else { Err(Problem::Conflict("organisations-conflict-invitation")) }
}

/// Keeps what became of an invitation.
pub(super) async fn answer(
    tx: &mut Tx,
    ctx: &Ctx,
    mut invitation: Invitation,
    state: InvitationState,
    by: Option<PersonId>,
) -> Result<()> {
    invitation.state = Code(state);
    (invitation.answered_at, invitation.answered_by) = (Some(ctx.now), by);
    store::SAVE_INVITATION.save(tx, &invitation).await?;
    Ok(())
}

/// Accepts an invitation. The person who handed their role over leaves, and everything unfinished of theirs goes along.
///
/// # Errors
/// [`Problem::Conflict`] when it was answered, taken back or too late.
pub(crate) async fn accept(ctx: &Ctx, permit: &Permit<Answer>, id: InvitationId) -> Result<OrganisationId> {
    let person = permit.actor().require_person()?;
    let (mut change, invitation) = open_invitation(ctx, permit, id, "join").await?;
    let organisation = change.id;
    let known = crate::contacts(&mut change.tx, ctx.town(), organisation).await?;
    let before = known.iter().find(|contact| contact.person == person);
    let from = invitation.from_person.filter(|from| *from != person);
    let leaver = known.iter().find(|contact| Some(contact.person) == from);
    let Code(asked) = invitation.role;
    let task = invitation.task.clone();
    let mut contact = Contact::new((ctx.town(), organisation), person, asked, task, ctx.now);
    if let Some(leaver) = leaver {
        // Since they asked, they may have got another role; it is the present one that must not get lost.
        contact.role = leaver.role;
    }
    if let Some(before) = before {
        // A person who owns already keeps owning.
        contact.role = before.role.min(contact.role);
        contact.since = before.since;
        if contact.task.is_empty() {
            contact.task.clone_from(&before.task);
        }
    }
    store::SAVE_CONTACT.save(&mut change.tx, &contact).await?;
    answer(&mut change.tx, ctx, invitation, InvitationState::Accepted, Some(person)).await?;
    if before.is_none() {
        change.record(&ContactAdded { organisation, person }).await?;
    }
    let leaving = leaver.map(|leaver| leaver.person);
    if let Some(from) = leaving {
        change.verb = "take_over";
        drop_contact(&mut change.tx, ctx, organisation, from).await?;
        change.record(&ContactHandedOver { organisation, from, to: person }).await?;
    }
    change.done_with(|_| json!({ "from": leaving, "role": contact.role })).await?;
    Ok(organisation)
}

/// Declines an invitation.
///
/// # Errors
/// [`Problem::Conflict`] when it was answered, taken back or too late.
pub(crate) async fn decline(ctx: &Ctx, permit: &Permit<Answer>, id: InvitationId) -> Result<()> {
    let (mut organisation, invitation) = open_invitation(ctx, permit, id, "decline").await?;
    let by = permit.actor().person_id();
    answer(&mut organisation.tx, ctx, invitation, InvitationState::Declined, by).await?;
    organisation.done().await.map(drop)
}

/// Takes an invitation back.
///
/// # Errors
/// [`Problem::Conflict`] when it was answered already.
pub(crate) async fn withdraw(
    ctx: &Ctx,
    permit: &Permit<Own>,
    id: OrganisationId,
    invitation: InvitationId,
) -> Result<()> {
    let (mut organisation, invitation) = open_invitation(ctx, permit, invitation, "withdraw").await?;
    if organisation.id != id {
        return Err(Problem::NotFound);
    }
    let by = permit.actor().person_id();
    answer(&mut organisation.tx, ctx, invitation, InvitationState::Withdrawn, by).await?;
    organisation.done().await.map(drop)
}

/// Gives a contact another role and task.
///
/// # Errors
/// [`Problem::Conflict`] when that would leave the organisation without an owner.
pub(crate) async fn change_role(
    ctx: &Ctx,
    permit: &Permit<Own>,
    id: OrganisationId,
    person: PersonId,
    (role, task): (ContactRole, String),
) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "change_role").await?;
    organisation.must_go_on()?;
    let all = crate::contacts(&mut organisation.tx, ctx.town(), id).await?;
    let contact = all.iter().find(|contact| contact.person == person).cloned().ok_or(Problem::NotFound)?;
    if role != ContactRole::Owner {
        model::may_stop_owning(&all, person)?;
    }
    store::SAVE_CONTACT.save(&mut organisation.tx, &Contact { role, task, ..contact }).await?;
    organisation.done_with(|_| json!({ "person": person, "role": role })).await.map(drop)
}

/// Takes a contact away; what they left unfinished goes to the owner who has been there longest.
///
/// # Errors
/// [`Problem::Conflict`] when they are the last owner.
pub(crate) async fn remove(ctx: &Ctx, permit: &Permit<Own>, id: OrganisationId, person: PersonId) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "remove_contact").await?;
    let all = crate::contacts(&mut organisation.tx, ctx.town(), id).await?;
    if !all.iter().any(|contact| contact.person == person) {
        return Err(Problem::NotFound);
    }
    model::may_stop_owning(&all, person)?;
    leave(&mut organisation.tx, ctx, id, person, &all).await?;
    organisation.done_with(|_| json!({ "person": person })).await.map(drop)
}

/// Takes a contact out; what they left unfinished goes to the owner who has been there longest.
pub(super) async fn leave(
    tx: &mut Tx,
    ctx: &Ctx,
    organisation: OrganisationId,
    person: PersonId,
    all: &[Contact],
) -> Result<()> {
    drop_contact(tx, ctx, organisation, person).await?;
    match model::heir(all, person) {
        Some(to) => tx.record(ctx, &ContactHandedOver { organisation, from: person, to }).await,
        None => Ok(()),
    }
}

/// Takes a contact out, with the search for a successor they had begun.
async fn drop_contact(tx: &mut Tx, ctx: &Ctx, id: OrganisationId, person: PersonId) -> Result<()> {
    store::DROP_CONTACT.run(tx, (ctx.town(), id, person)).await?;
    store::WITHDRAW_FROM.run(tx, (ctx.town(), id, person, ctx.now)).await?;
    Ok(())
}
