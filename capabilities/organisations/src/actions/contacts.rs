//! Contacts: asking somebody, accepting, another role, leaving.

use kernel::{ContactRole, OrganisationId, Permit, PersonId, Problem, Result, time};
use platform::{Conn, Ctx, Tx, audit::Subject, db::Code};
use serde_json::json;

use super::{SUBJECT, load};
use crate::{
    INVITATION_DAYS,
    events::{ContactAdded, ContactHandedOver},
    forms::Invite,
    jobs::SendInvitation,
    model::{self, Contact, InvitationId, InvitationState, OrganisationState},
    policy::{Answer, Own},
    store::{self, ContactRow, InvitationRow},
};

pub(super) async fn contacts(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<Contact>> {
    let rows = store::CONTACTS.all(conn, (ctx.town(), id)).await?;
    Ok(rows.into_iter().map(ContactRow::model).collect())
}

pub(super) async fn save(conn: &mut Conn, ctx: &Ctx, id: OrganisationId, contact: Contact) -> Result<()> {
    let row = ContactRow {
        municipality_id: ctx.town(),
        organisation_id: id,
        person_id: contact.person,
        role: Code(contact.role),
        task: contact.task,
        since: contact.since,
        bounced_at: contact.bounced_at,
    };
    store::KEEP_CONTACT.run(conn, row).await?;
    Ok(())
}

fn must_be_open(state: OrganisationState) -> Result<()> {
    if state == OrganisationState::Closed { Err(Problem::Conflict("organisations-conflict-closed")) } else { Ok(()) }
}

/// Asks somebody to become a contact; the letter goes out at once.
///
/// # Errors
/// [`Problem::Conflict`] when they are one already, or the organisation has ended.
pub async fn invite(ctx: &Ctx, permit: &Permit<Own>, id: OrganisationId, invite: &Invite) -> Result<InvitationId> {
    let mut tx = ctx.begin(permit).await?;
    must_be_open(load(&mut tx, ctx, id).await?.state)?;
    let known = people::account_by_email(&mut tx, ctx.town(), &invite.email).await?;
    if let Some(known) = known
        && contacts(&mut tx, ctx, id).await?.iter().any(|contact| contact.person == known.id)
    {
        return Err(Problem::Conflict("organisations-conflict-contact-already"));
    }
    // A second letter to the same address replaces the first.
    store::WITHDRAW_FOR.run(&mut tx, (ctx.town(), id, invite.email.clone(), ctx.now)).await?;
    let invitation = note(&mut tx, ctx, id, invite, permit.actor().person_id(), None).await?;
    let details = json!({ "role": invite.role });
    tx.audit(ctx, permit, "organisation.invite", Subject::of(SUBJECT, id), &details).await?;
    ctx.commit(tx).await?;
    Ok(invitation)
}

pub(super) async fn note(
    tx: &mut Tx,
    ctx: &Ctx,
    id: OrganisationId,
    invite: &Invite,
    by: Option<PersonId>,
    from: Option<PersonId>,
) -> Result<InvitationId> {
    let invitation: InvitationId = ctx.id();
    let days = ctx.municipality.settings.count(&INVITATION_DAYS, ctx.today());
    let row = InvitationRow {
        municipality_id: ctx.town(),
        id: invitation,
        organisation_id: id,
        email: invite.email.to_lowercase(),
        role: Code(invite.role),
        task: invite.task.clone(),
        note: invite.note.clone(),
        invited_by: by,
        from_person: from,
        state: Code(InvitationState::Open),
        created_at: ctx.now,
        expires_at: ctx.now.plus(i64::from(days) * time::DAY),
        answered_at: None,
        answered_by: None,
    };
    store::INSERT_INVITATION.run(tx, row).await?;
    tx.enqueue(ctx, &SendInvitation { invitation }).await?;
    Ok(invitation)
}

/// The invitation, open and in time, with its organisation locked.
async fn open(tx: &mut Tx, ctx: &Ctx, id: InvitationId) -> Result<InvitationRow> {
    let find = (ctx.town(), id);
    let row = store::INVITATION.optional(tx, find).await?.ok_or(Problem::NotFound)?;
    let organisation = load(tx, ctx, row.organisation_id).await?;
    must_be_open(organisation.state)?;
    // Looked at again under the lock: another may have answered in the meantime.
    let row = store::INVITATION.optional(tx, find).await?.ok_or(Problem::NotFound)?;
    let Code(state) = row.state;
    if state == InvitationState::Open && ctx.now < row.expires_at {
        Ok(row)
    } else {
        Err(Problem::Conflict("organisations-conflict-invitation"))
    }
}

pub(super) async fn answered(
    tx: &mut Tx,
    ctx: &Ctx,
    id: InvitationId,
    state: InvitationState,
    by: Option<PersonId>,
) -> Result<()> {
    store::ANSWER_INVITATION.run(tx, (ctx.town(), id, Code(state), ctx.now, by)).await?;
    Ok(())
}

/// Accepts an invitation. Whoever handed their role over leaves, and everything unfinished of theirs goes along.
///
/// # Errors
/// [`Problem::Conflict`] when it was answered, taken back or too late.
pub async fn accept(ctx: &Ctx, permit: &Permit<Answer>, id: InvitationId) -> Result<OrganisationId> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    let row = open(&mut tx, ctx, id).await?;
    let (organisation, Code(role)) = (row.organisation_id, row.role);
    let known = contacts(&mut tx, ctx, organisation).await?;
    let before = known.iter().find(|contact| contact.person == person);
    let leaver = known.iter().find(|contact| Some(contact.person) == row.from_person && contact.person != person);
    // Since they asked, who leaves may have got another role; it is the present one that must not get lost.
    let role = leaver.map_or(role, |leaver| leaver.role);
    // Who owns already keeps owning.
    let role = before.map_or(role, |before| before.role.min(role));
    let since = before.map_or(ctx.now, |before| before.since);
    let task =
        if row.task.is_empty() { before.map(|before| before.task.clone()).unwrap_or_default() } else { row.task };
    save(&mut tx, ctx, organisation, Contact { person, role, task, since, bounced_at: None }).await?;
    answered(&mut tx, ctx, id, InvitationState::Accepted, Some(person)).await?;
    if before.is_none() {
        tx.record(ctx, &ContactAdded { organisation, person }).await?;
    }
    let leaving = leaver.map(|leaver| leaver.person);
    if let Some(from) = leaving {
        drop_contact(&mut tx, ctx, organisation, from).await?;
        tx.record(ctx, &ContactHandedOver { organisation, from, to: person }).await?;
    }
    let action = if leaving.is_some() { "organisation.take_over" } else { "organisation.join" };
    let details = json!({ "from": leaving, "role": role });
    tx.audit(ctx, permit, action, Subject::of(SUBJECT, organisation), &details).await?;
    ctx.commit(tx).await?;
    Ok(organisation)
}

/// Declines an invitation.
///
/// # Errors
/// [`Problem::Conflict`] when it was answered, taken back or too late.
pub async fn decline(ctx: &Ctx, permit: &Permit<Answer>, id: InvitationId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let row = open(&mut tx, ctx, id).await?;
    answered(&mut tx, ctx, id, InvitationState::Declined, permit.actor().person_id()).await?;
    let subject = Subject::of(SUBJECT, row.organisation_id);
    tx.audit(ctx, permit, "organisation.decline", subject, &json!({})).await?;
    ctx.commit(tx).await
}

/// Takes an invitation back.
///
/// # Errors
/// [`Problem::Conflict`] when it was answered already.
pub async fn withdraw(ctx: &Ctx, permit: &Permit<Own>, organisation: OrganisationId, id: InvitationId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let row = open(&mut tx, ctx, id).await?;
    if row.organisation_id != organisation {
        return Err(Problem::NotFound);
    }
    answered(&mut tx, ctx, id, InvitationState::Withdrawn, permit.actor().person_id()).await?;
    tx.audit(ctx, permit, "organisation.withdraw", Subject::of(SUBJECT, organisation), &json!({})).await?;
    ctx.commit(tx).await
}

/// Gives a contact another role and task.
///
/// # Errors
/// [`Problem::Conflict`] when that would leave the organisation without an owner.
pub async fn change_role(
    ctx: &Ctx,
    permit: &Permit<Own>,
    id: OrganisationId,
    person: PersonId,
    role: ContactRole,
    task: &str,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    must_be_open(load(&mut tx, ctx, id).await?.state)?;
    let all = contacts(&mut tx, ctx, id).await?;
    let contact = all.iter().find(|contact| contact.person == person).cloned().ok_or(Problem::NotFound)?;
    if role != ContactRole::Owner {
        model::may_stop_owning(&all, person)?;
    }
    save(&mut tx, ctx, id, Contact { role, task: task.to_owned(), ..contact }).await?;
    let details = json!({ "person": person, "role": role });
    tx.audit(ctx, permit, "organisation.change_role", Subject::of(SUBJECT, id), &details).await?;
    ctx.commit(tx).await
}

/// Takes a contact away; what they left unfinished goes to the owner who has been there longest.
///
/// # Errors
/// [`Problem::Conflict`] when they are the last owner.
pub async fn remove(ctx: &Ctx, permit: &Permit<Own>, id: OrganisationId, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    load(&mut tx, ctx, id).await?;
    let all = contacts(&mut tx, ctx, id).await?;
    if !all.iter().any(|contact| contact.person == person) {
        return Err(Problem::NotFound);
    }
    model::may_stop_owning(&all, person)?;
    drop_contact(&mut tx, ctx, id, person).await?;
    if let Some(to) = model::heir(&all, person) {
        tx.record(ctx, &ContactHandedOver { organisation: id, from: person, to }).await?;
    }
    let details = json!({ "person": person });
    tx.audit(ctx, permit, "organisation.remove_contact", Subject::of(SUBJECT, id), &details).await?;
    ctx.commit(tx).await
}

/// Takes a contact out, with the search for a successor they had begun.
pub(super) async fn drop_contact(tx: &mut Tx, ctx: &Ctx, id: OrganisationId, person: PersonId) -> Result<()> {
    store::DROP_CONTACT.run(tx, (ctx.town(), id, person)).await?;
    store::WITHDRAW_FROM.run(tx, (ctx.town(), id, person, ctx.now)).await?;
    Ok(())
}
