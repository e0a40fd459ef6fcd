//! Whether an organisation can still be reached, and what is forgotten when somebody or some time has gone.

use kernel::{Instant, OrganisationId, Permit, PersonId, Problem, Result};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
};
use serde_json::json;

use super::{SUBJECT, contacts, load};
use crate::{
    events::{ContactHandedOver, OrganisationUnreachable},
    jobs::CheckReach,
    model,
    policy::{Moderate, System},
    store,
};

/// Notes whether an organisation can be reached; says so once when it no longer can.
pub async fn mark_reach(ctx: &Ctx, permit: &Permit<System>, id: OrganisationId, reachable: bool) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let organisation = load(&mut tx, ctx, id).await?;
    let unreachable = organisation.is_confirmed() && !reachable;
    if unreachable == organisation.unreachable_since.is_some() {
        return Ok(());
    }
    store::MARK_REACH.run(&mut tx, (ctx.town(), id, unreachable.then_some(ctx.now))).await?;
    let action = if unreachable { "organisation.lost" } else { "organisation.found" };
    if unreachable {
        tx.record(ctx, &OrganisationUnreachable { organisation: id }).await?;
    }
    tx.audit(ctx, permit, action, Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Notes that letters to a contact come back; it counts until they are seen again.
///
/// # Errors
/// [`Problem::NotFound`] when they are no contact.
pub async fn note_bounce(ctx: &Ctx, permit: &Permit<Moderate>, id: OrganisationId, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    load(&mut tx, ctx, id).await?;
    if !contacts::contacts(&mut tx, ctx, id).await?.iter().any(|contact| contact.person == person) {
        return Err(Problem::NotFound);
    }
    store::BOUNCED.run(&mut tx, (ctx.town(), person, ctx.now)).await?;
    for contact in store::OF_PERSON.all(&mut tx, (ctx.town(), person)).await? {
        tx.enqueue(ctx, &CheckReach { organisation: contact.organisation_id }).await?;
    }
    let details = json!({ "person": person });
    tx.audit(ctx, permit, "organisation.note_bounce", Subject::of(SUBJECT, id), &details).await?;
    ctx.commit(tx).await
}

/// Takes somebody out of every organisation, because their data are erased; what they left unfinished goes to the owner
/// who has been there longest. Without one, the municipality hears that nobody can be reached.
pub async fn forget_person(tx: &mut Tx, ctx: &Ctx, person: PersonId, email: Option<&str>) -> Result<()> {
    for row in store::OF_PERSON.all(tx, (ctx.town(), person)).await? {
        let id = row.organisation_id;
        tx.lock(id).await?;
        let all = contacts::contacts(tx, ctx, id).await?;
        contacts::drop_contact(tx, ctx, id, person).await?;
        if let Some(to) = model::heir(&all, person) {
            tx.record(ctx, &ContactHandedOver { organisation: id, from: person, to }).await?;
        }
        tx.enqueue(ctx, &CheckReach { organisation: id }).await?;
    }
    store::FORGET_INVITATIONS_OF.run(tx, (ctx.town(), person)).await?;
    if let Some(email) = email {
        store::FORGET_INVITATIONS_TO.run(tx, (ctx.town(), email.to_lowercase())).await?;
    }
    Ok(())
}

/// Forgets invitations that were answered, taken back or expired before `before`.
pub async fn forget_invitations(ctx: &Ctx, permit: &Permit<System>, before: Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_INVITATIONS.run(&mut tx, (ctx.town(), before)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Forgets the contact data of organisations that were refused or stopped before `ended`, and keys that were taken back
/// before `revoked`.
pub async fn forget_ended(ctx: &Ctx, permit: &Permit<System>, ended: Instant, revoked: Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let key = (ctx.town(), ended);
    store::FORGET_ENDED_CONTACTS.run(&mut tx, key).await?;
    store::FORGET_ENDED_INVITATIONS.run(&mut tx, key).await?;
    store::FORGET_ENDED_DETAILS.run(&mut tx, key).await?;
    store::FORGET_KEYS.run(&mut tx, (ctx.town(), revoked)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}
