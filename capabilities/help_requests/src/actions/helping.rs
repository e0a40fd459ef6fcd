//! Offering to help, and choosing who helps: both agree to the safety text before exact data can be seen.

use kernel::{Permit, PersonId, Problem, Result};
use platform::{Ctx, Tx, steps::load};
use serde_json::json;

use super::{clock, decide, must_be_told, subject};
use crate::{
    events::{HelpRequestChanged, HelpRequestMatched},
    mails::{LetterKind, SendLetter},
    model::{Candidacy, Candidate, HelpRequest, Standing, State},
    outcomes, policy, store, views,
};
use facets::model::HelpRequestId;

async fn candidate(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId, person: PersonId) -> Result<Candidate> {
    store::CANDIDATE.optional(tx, (ctx.town(), id, person)).await?.ok_or(Problem::NotFound)
}

/// Somebody would help, and agrees to the safety text. A person who offers twice has one line, with the newer words.
///
/// # Errors
/// [`Problem::Conflict`] when helpers are no longer wanted, or the asker has thanked this one.
pub(crate) async fn offer(
    ctx: &Ctx,
    permit: &Permit<policy::Help>,
    id: HelpRequestId,
    standing: Standing,
    message: String,
) -> Result<HelpRequest> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "offer_help").await?;
    let (tx, request) = change.parts();
    let known = store::CANDIDATE.optional(tx, (ctx.town(), id, person)).await?;
    let thanked = known.is_some_and(|known| known.state == Candidacy::Declined);
    if !request.takes_helpers(ctx.today()) || thanked {
        return Err(Problem::Conflict("help-request-error-no-helpers"));
    }
    let organisation = match standing {
        Standing::Organisation(organisation) => Some(organisation),
        Standing::Confirmed | Standing::None => None,
    };
    let offer = Candidate {
        municipality: ctx.town(),
        request: id,
        person,
        organisation,
        message,
        state: Candidacy::Open,
        agreed_at: ctx.now,
        decided_at: None,
    };
    store::SAVE_CANDIDATE.save(tx, &offer).await?;
    clock::start(tx, ctx, request).await?;
    must_be_told(tx, ctx, request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward_about(id, person, LetterKind::Offered)).await?;
    change.done_with(|_| json!({ "organisation": organisation })).await
}

/// A helper cannot after all; if they had been chosen, the request is open again.
///
/// # Errors
/// [`Problem::Conflict`] when it is over.
pub(crate) async fn withdraw(ctx: &Ctx, permit: &Permit<policy::Withdraw>, id: HelpRequestId) -> Result<HelpRequest> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "withdraw_help").await?;
    let (tx, request) = change.parts();
    let offer = candidate(tx, ctx, id, person).await?;
    match offer.state {
        Candidacy::Open => restart(tx, ctx, request).await?,
        Candidacy::Chosen => reopen(tx, ctx, request).await?,
        Candidacy::Declined | Candidacy::Withdrawn => return Err(Problem::Conflict("help-request-error-step")),
    }
    decide(tx, ctx, offer, Candidacy::Withdrawn).await?;
    must_be_told(tx, ctx, request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward_about(id, person, LetterKind::Withdrawn)).await?;
    change.done().await
}

/// The helper who was chosen is no more: others can offer again.
pub(super) async fn reopen(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    request.release(ctx.now)?;
    clock::start(tx, ctx, request).await?;
    tx.record(ctx, &HelpRequestChanged::of(request)).await
}

async fn restart(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    if request.state == State::Live { clock::start(tx, ctx, request).await } else { Ok(()) }
}

/// The asker, or the desk for them, agrees to one helper: from now on that helper may see the exact data.
///
/// # Errors
/// [`Problem::Conflict`] when this helper is not there or not trusted any more, or somebody was chosen already.
pub(crate) async fn choose(
    ctx: &Ctx,
    permit: &Permit<policy::Lead>,
    id: HelpRequestId,
    helper: PersonId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    // First the helper, as where a confirmation ends: who is chosen meanwhile is seen there.
    tx.lock(helper).await?;
    let mut request = load::<HelpRequest>(&mut tx, ctx, id).await?;
    let chosen = candidate(&mut tx, ctx, id, helper).await?;
    let trust = views::trust(&mut tx, ctx, helper).await?;
    if trust.standing_for(chosen.organisation) == Standing::None {
        return Err(Problem::Conflict("help-request-error-not-trusted"));
    }
    request.choose(&chosen, ctx.now)?;
    clock::stop(&mut tx, ctx, &mut request).await?;
    outcomes::ask(&mut tx, ctx, &request).await?;
    decide(&mut tx, ctx, chosen, Candidacy::Chosen).await?;
    tx.record(ctx, &HelpRequestMatched::of(&request, helper)).await?;
    tx.record(ctx, &HelpRequestChanged::of(&request)).await?;
    tx.enqueue(ctx, &SendLetter::to_helper(id, helper, LetterKind::Chosen)).await?;
    tx.audit(ctx, permit, "help_request.choose_helper", subject(id), &json!({ "helper": helper })).await?;
    store::SAVE.save(&mut tx, &request).await?;
    ctx.commit(tx).await
}

/// The asker would rather not be helped by this one; the helper is thanked. If they had been chosen, the exact data are
/// closed to them and the request is open again.
///
/// # Errors
/// [`Problem::Conflict`] when it was decided already.
pub(crate) async fn decline(
    ctx: &Ctx,
    permit: &Permit<policy::Lead>,
    id: HelpRequestId,
    helper: PersonId,
) -> Result<HelpRequest> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "decline_helper").await?;
    let (tx, request) = change.parts();
    let offer = candidate(tx, ctx, id, helper).await?;
    match offer.state {
        Candidacy::Open => restart(tx, ctx, request).await?,
        Candidacy::Chosen if request.state == State::Matched => reopen(tx, ctx, request).await?,
        _ => return Err(Problem::Conflict("help-request-error-step")),
    }
    decide(tx, ctx, offer, Candidacy::Declined).await?;
    tx.enqueue(ctx, &SendLetter::to_helper(id, helper, LetterKind::Thanked)).await?;
    change.done_with(|_| json!({ "helper": helper })).await
}
