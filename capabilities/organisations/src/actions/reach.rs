//! Whether an organisation can still be reached, and what is forgotten when somebody or some time has gone.

use kernel::{Instant, OrganisationId, Permit, PersonId, Problem, Result};
use platform::{Ctx, Tx, audit::Unaudited};
use serde_json::json;

use super::contacts;
use crate::{
    events::OrganisationUnreachable,
    jobs::CheckReach,
    model::Organisation,
    policy::{Moderate, System},
    store,
};

/// Notes whether an organisation can be reached; says so once when it no longer can.
pub(crate) async fn mark_reach(ctx: &Ctx, permit: &Permit<System>, id: OrganisationId, reachable: bool) -> Result<()> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "found").await?;
    let unreachable = organisation.is_confirmed() && !reachable;
    if unreachable == organisation.unreachable_since.is_some() {
        return Ok(());
    }
    organisation.unreachable_since = unreachable.then_some(ctx.now);
    if unreachable {
        organisation.verb = "lost";
        organisation.record(&OrganisationUnreachable { organisation: id }).await?;
    }
    organisation.done().await.map(drop)
}

/// Notes that letters to a contact come back, wherever they are one; it counts until they are seen again.
///
/// # Errors
/// [`Problem::NotFound`] when they are no contact.
pub(crate) async fn note_bounce(
    ctx: &Ctx,
    permit: &Permit<Moderate>,
    id: OrganisationId,
    person: PersonId,
) -> Result<()> {
    let everywhere = store::OF_PERSON.all(&mut ctx.read().await?, (ctx.town(), person)).await?;
    if !everywhere.iter().any(|contact| contact.organisation == id) {
        return Err(Problem::NotFound);
    }
    for id in everywhere.into_iter().map(|contact| contact.organisation) {
        let mut organisation = ctx.change::<Organisation, _>(permit, id, "note_bounce").await?;
        store::BOUNCED.run(&mut organisation.tx, (ctx.town(), id, person, ctx.now)).await?;
        organisation.enqueue(&CheckReach { organisation: id }).await?;
        organisation.done_with(|_| json!({ "person": person })).await?;
    }
    Ok(())
}

/// Takes somebody out of every organisation, because their data are erased; what they left unfinished goes to the owner
/// who has been there longest. Without one, the municipality hears that nobody can be reached.
pub(crate) async fn forget_person(tx: &mut Tx, ctx: &Ctx, person: PersonId, email: Option<&str>) -> Result<()> {
    for contact in store::OF_PERSON.all(tx, (ctx.town(), person)).await? {
        let organisation = contact.organisation;
        tx.lock(organisation).await?;
        let all = crate::contacts(tx, ctx.town(), organisation).await?;
        contacts::leave(tx, ctx, organisation, person, &all).await?;
        tx.enqueue(ctx, &CheckReach { organisation }).await?;
    }
    store::FORGET_INVITATIONS_OF.run(tx, (ctx.town(), person)).await?;
    if let Some(email) = email {
        store::FORGET_INVITATIONS_TO.run(tx, (ctx.town(), kernel::email::normal(email))).await?;
    }
    Ok(())
}

/// Forgets invitations that were answered, taken back or expired before `before`.
pub(crate) async fn forget_invitations(ctx: &Ctx, permit: &Permit<System>, before: Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_INVITATIONS.run(&mut tx, (ctx.town(), before)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Forgets the contact data of organisations that were refused or stopped before `ended`, and keys that were taken back
/// before `revoked`.
pub(crate) async fn forget_ended(ctx: &Ctx, permit: &Permit<System>, ended: Instant, revoked: Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let key = (ctx.town(), ended);
    store::FORGET_ENDED_CONTACTS.run(&mut tx, key).await?;
    store::FORGET_ENDED_INVITATIONS.run(&mut tx, key).await?;
    store::FORGET_KEYS.run(&mut tx, (ctx.town(), revoked)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await?;
    let known = store::ENDED_WITH_DETAILS.all(&mut ctx.read().await?, key).await?;
    for (id,) in known {
        let mut tx = ctx.begin(permit).await?;
        tx.lock(id).await?;
        store::FORGET_DETAILS.run(&mut tx, (ctx.town(), id, ended)).await?;
        tx.unaudited(Unaudited::Term);
        ctx.commit(tx).await?;
    }
    Ok(())
}
