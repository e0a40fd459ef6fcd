//! Offering to help, and choosing who helps: both agree to the safety text before exact data can be seen.

use kernel::{Permit, PersonId, Problem, Result};
use platform::{Ctx, Tx};
use serde_json::json;

use super::{changed, clock, load, must_be_told, save, subject};
use crate::{
    events::HelpRequestMatched,
    mails::{LetterKind, SendLetter},
    model::{Candidacy, Candidate, HelpRequest, Standing, State},
    outcomes, policy,
    store::{self, CandidateRow},
    views,
};
use facets::model::HelpRequestId;

async fn candidate(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId, person: PersonId) -> Result<Candidate> {
    let row = store::CANDIDATE.optional(tx, (ctx.town(), id, person)).await?;
    row.map(Into::into).ok_or(Problem::NotFound)
}

async fn save_candidate(tx: &mut Tx, ctx: &Ctx, candidate: Candidate) -> Result<()> {
    store::SAVE_CANDIDATE.run(tx, CandidateRow::new(ctx.town(), candidate)).await?;
    Ok(())
}

/// Somebody would help, and agrees to the safety text. Who offers twice has one line, with the newer words.
///
/// # Errors
/// [`Problem::Conflict`] when helpers are no longer wanted, or the asker has thanked this one.
pub async fn offer(
    ctx: &Ctx,
    permit: &Permit<policy::Help>,
    id: HelpRequestId,
    standing: Standing,
    message: String,
) -> Result<()> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    let known = store::CANDIDATE.optional(&mut tx, (ctx.town(), id, person)).await?.map(Candidate::from);
    let thanked = known.is_some_and(|known| known.state == Candidacy::Declined);
    if !request.takes_helpers(ctx.today()) || thanked {
        return Err(Problem::Conflict("help-request-error-no-helpers"));
    }
    let organisation = match standing {
        Standing::Organisation(organisation) => Some(organisation),
        Standing::Confirmed | Standing::None => None,
    };
    let offer = Candidate {
        request: id,
        person,
        organisation,
        message,
        state: Candidacy::Open,
        agreed_at: ctx.now,
        decided_at: None,
    };
    save_candidate(&mut tx, ctx, offer).await?;
    clock::start(&mut tx, ctx, &mut request).await?;
    must_be_told(&mut tx, ctx, &mut request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward_about(id, person, LetterKind::Offered)).await?;
    tx.audit(ctx, permit, "help_request.offer_help", subject(id), &json!({ "organisation": organisation })).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

/// A helper cannot after all; if they had been chosen, the request is open again.
///
/// # Errors
/// [`Problem::Conflict`] when it is over.
pub async fn withdraw(ctx: &Ctx, permit: &Permit<policy::Withdraw>, id: HelpRequestId) -> Result<()> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    let mut offer = candidate(&mut tx, ctx, id, person).await?;
    match offer.state {
        Candidacy::Open => restart(&mut tx, ctx, &mut request).await?,
        Candidacy::Chosen => reopen(&mut tx, ctx, &mut request).await?,
        Candidacy::Declined | Candidacy::Withdrawn => return Err(Problem::Conflict("help-request-error-step")),
    }
    offer.state = Candidacy::Withdrawn;
    offer.decided_at = Some(ctx.now);
    save_candidate(&mut tx, ctx, offer).await?;
    must_be_told(&mut tx, ctx, &mut request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward_about(id, person, LetterKind::Withdrawn)).await?;
    tx.audit(ctx, permit, "help_request.withdraw_help", subject(id), &json!({})).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

async fn reopen(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    request.release(ctx.now)?;
    clock::start(tx, ctx, request).await?;
    changed(tx, ctx, request).await
}

async fn restart(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    if request.state == State::Live { clock::start(tx, ctx, request).await } else { Ok(()) }
}

/// The asker, or the desk for them, agrees to one helper: from now on that helper may see the exact data.
///
/// # Errors
/// [`Problem::Conflict`] when this helper is not there or not trusted any more, or somebody was chosen already.
pub async fn choose(ctx: &Ctx, permit: &Permit<policy::Lead>, id: HelpRequestId, helper: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    // First the helper, as where a confirmation ends: who is chosen meanwhile is seen there.
    tx.lock(helper).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    let mut chosen = candidate(&mut tx, ctx, id, helper).await?;
    let trust = views::trust(&mut tx, ctx, helper).await?;
    if trust.standing_for(chosen.organisation) == Standing::None {
        return Err(Problem::Conflict("help-request-error-not-trusted"));
    }
    request.choose(&chosen, ctx.now)?;
    clock::stop(&mut tx, ctx, &mut request).await?;
    outcomes::ask(&mut tx, ctx, &request).await?;
    chosen.state = Candidacy::Chosen;
    chosen.decided_at = Some(ctx.now);
    save_candidate(&mut tx, ctx, chosen).await?;
    tx.record(ctx, &HelpRequestMatched { help_request: id, helper }).await?;
    changed(&mut tx, ctx, &request).await?;
    tx.enqueue(ctx, &SendLetter::to_helper(id, helper, LetterKind::Chosen)).await?;
    tx.audit(ctx, permit, "help_request.choose_helper", subject(id), &json!({ "helper": helper })).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

/// The asker would rather not be helped by this one; the helper is thanked. If they had been chosen, the exact data are
/// closed to them and the request is open again.
///
/// # Errors
/// [`Problem::Conflict`] when it was decided already.
pub async fn decline(ctx: &Ctx, permit: &Permit<policy::Lead>, id: HelpRequestId, helper: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    let mut offer = candidate(&mut tx, ctx, id, helper).await?;
    match offer.state {
        Candidacy::Open => restart(&mut tx, ctx, &mut request).await?,
        Candidacy::Chosen if request.state == State::Matched => reopen(&mut tx, ctx, &mut request).await?,
        _ => return Err(Problem::Conflict("help-request-error-step")),
    }
    offer.state = Candidacy::Declined;
    offer.decided_at = Some(ctx.now);
    save_candidate(&mut tx, ctx, offer).await?;
    tx.enqueue(ctx, &SendLetter::to_helper(id, helper, LetterKind::Thanked)).await?;
    tx.audit(ctx, permit, "help_request.decline_helper", subject(id), &json!({ "helper": helper })).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}
