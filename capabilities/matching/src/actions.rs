//! Inviting, looking, forgetting.

use kernel::{Instant, OrganisationId, Permit, PersonId, Problem, Result, time};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
};
use serde_json::json;

use super::{
    jobs::SendInvitation,
    policy::{Mediate, SeePeople, System},
    settings, store, views,
};
use facets::model::VacancyId;
use vacancies::model::Vacancy;

/// Notes that somebody of an organisation, or of the point, looked at who fits a vacancy.
pub(crate) async fn look_at_people<A>(ctx: &Ctx, permit: &Permit<A>, vacancy: VacancyId, shown: usize) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let details = json!({ "shown": shown });
    tx.audit(ctx, permit, "vacancy.look_at_people", Subject::of("vacancy", vacancy), &details).await?;
    ctx.commit(tx).await
}

/// Notes that somebody at the desk looked at what fits a person.
pub(crate) async fn look_at_person(ctx: &Ctx, permit: &Permit<Mediate>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.audit(ctx, permit, "person.look_at_vacancies", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Invites somebody who was suggested to look at a vacancy. A second time does nothing.
///
/// # Errors
/// [`Problem::NotFound`] when this person is not suggested for it (any more), [`Problem::Conflict`] when the organisation
/// invited enough people this week.
pub(crate) async fn invite(
    ctx: &Ctx,
    permit: &Permit<SeePeople>,
    organisation: OrganisationId,
    vacancy: &Vacancy,
    person: PersonId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(organisation).await?;
    let suggested = views::people_for(&mut tx, ctx, vacancy).await?;
    if !suggested.iter().any(|one| one.id == person.to_string()) {
        return Err(Problem::NotFound);
    }
    let most = i64::from(ctx.municipality.settings.count(&settings::INVITATIONS_PER_WEEK, ctx.today()));
    let week = ctx.now.plus(-7 * time::DAY);
    let (invited,) = store::SINCE.one(&mut tx, (ctx.town(), organisation, week)).await?;
    if invited >= most {
        return Err(Problem::Conflict("matching-error-enough-invitations"));
    }
    let by = permit.actor().person_id();
    let row = (ctx.town(), vacancy.id, person, organisation, by, ctx.now);
    if store::INVITE.run(&mut tx, row).await? > 0 {
        tx.enqueue(ctx, &SendInvitation { vacancy: vacancy.id, person }).await?;
        let details = json!({ "person": person });
        tx.audit(ctx, permit, "vacancy.invite", Subject::of("vacancy", vacancy.id), &details).await?;
    }
    ctx.commit(tx).await
}

/// Forgets invitations from before a moment.
pub(crate) async fn forget(ctx: &Ctx, permit: &Permit<System>, before: Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_OLD.run(&mut tx, (ctx.town(), before)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Forgets somebody: to what they were invited, and whom they invited.
pub(crate) async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    store::FORGET_PERSON.run(tx, (ctx.town(), person)).await?;
    store::FORGET_INVITER.run(tx, (ctx.town(), Some(person))).await?;
    Ok(())
}
