//! What the system does by itself: asks whether a request still holds, ends it, erases exact data, forgets.

use kernel::{Instant, Permit, PersonId, PersonRole, Result};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    auth::Secret,
};
use serde_json::json;

use super::{clock, load, must_be_told, save, subject, trust};
use crate::{
    events::{HelpRequestChanged, HelpRequestClosed},
    jobs::TakeOver,
    mails::{LetterKind, SendLetter},
    model::{Closing, HelpRequest, Helper, Helping, State},
    outcomes,
    policy::System,
    store::{self, HelperRow},
};
use facets::model::HelpRequestId;

/// Notes that the asker is asked whether it still holds; gives the secret for the mail. `None` when there is nothing to ask.
pub async fn ask(ctx: &Ctx, permit: &Permit<System>, id: HelpRequestId) -> Result<Option<(HelpRequest, Secret)>> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let Some(row) = store::FIND.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(None) };
    let mut request = HelpRequest::from(row);
    if !request.is_public() {
        return Ok(None);
    }
    let secret = Secret::new(&ctx.app);
    request.keep_hash = Some(secret.hash());
    must_be_told(&mut tx, ctx, &mut request).await?;
    save(&mut tx, request.clone()).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Some((request, secret)))
}

/// Ends a request whose term passed: one without a helper expires, one with a helper closes with an unknown outcome.
pub async fn expire(ctx: &Ctx, permit: &Permit<System>, id: HelpRequestId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    if request.expires_on.is_none_or(|last| ctx.today() <= last) {
        return Ok(());
    }
    match request.state {
        State::Live => request.step(State::Expired, ctx.now)?,
        State::Matched => request.close(Closing::Unknown, ctx.now)?,
        _ => return Ok(()),
    }
    request.closing = Some(Closing::Unknown);
    clock::stop(&mut tx, ctx, &mut request).await?;
    must_be_told(&mut tx, ctx, &mut request).await?;
    tx.record(ctx, &HelpRequestClosed { help_request: id, closing: Closing::Unknown, expired: true }).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Expired)).await?;
    tx.audit(ctx, permit, "help_request.expire", subject(id), &json!({})).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

/// Ends the confirmation of a helper whose last day has passed, and with it what they help with. Nothing happens to who was
/// confirmed again meanwhile.
pub async fn end_helper(ctx: &Ctx, permit: &Permit<System>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(person).await?;
    let known = store::HELPER.optional(&mut tx, (ctx.town(), person)).await?.map(Helper::from);
    let over = |helper: &Helper| helper.state == Helping::Confirmed && !helper.holds(ctx.today());
    let Some(helper) = known.filter(over) else { return Ok(()) };
    people::take_role(&mut tx, ctx, person, PersonRole::ConfirmedHelper).await?;
    let ended = Helper { state: Helping::Ended, changed_at: ctx.now, ..helper };
    store::SAVE_HELPER.run(&mut tx, HelperRow::new(ctx.town(), ended)).await?;
    let let_go = trust::let_go(&mut tx, ctx, person).await?.len();
    let details = json!({ "let_go": let_go, "why": "term" });
    tx.audit(ctx, permit, "helper.end", Subject::of("person", person), &details).await?;
    ctx.commit(tx).await
}

/// Erases exact data older than `private_before`, helpers who stopped before `helpers_before`, and what was asked about
/// outcomes before `outcomes_before`.
pub async fn erase(
    ctx: &Ctx,
    permit: &Permit<System>,
    private_before: Instant,
    helpers_before: Instant,
    outcomes_before: Instant,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::ERASE_OLD_PRIVATE.run(&mut tx, (ctx.town(), private_before)).await?;
    store::FORGET_HELPERS.run(&mut tx, (ctx.town(), helpers_before)).await?;
    outcomes::forget_old(&mut tx, ctx, outcomes_before).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Forgets these requests with all that belongs to them.
pub async fn forget(ctx: &Ctx, permit: &Permit<System>, requests: &[HelpRequestId]) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    for id in requests {
        forget_one(&mut tx, ctx, *id).await?;
    }
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

async fn forget_one(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId) -> Result<()> {
    tx.cancel::<TakeOver>(ctx, &id.to_string()).await?;
    outcomes::forget(tx, ctx, id).await?;
    store::ERASE_PRIVATE.run(tx, (ctx.town(), id)).await?;
    store::FORGET_CANDIDATES.run(tx, (ctx.town(), id)).await?;
    store::FORGET.run(tx, (ctx.town(), id)).await?;
    Ok(())
}

/// Ends what is kept of somebody, in the transaction in which all capabilities do: their requests go with everything that
/// belongs to them, what they would help with goes, and a request they were helping with is open again.
pub async fn erase_person(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    for row in store::OF_STEWARD.all(tx, (ctx.town(), person)).await? {
        if matches!(row.state.0, State::Live | State::Matched) {
            let event = HelpRequestClosed { help_request: row.id, closing: Closing::Unknown, expired: false };
            tx.record(ctx, &event).await?;
        }
        forget_one(tx, ctx, row.id).await?;
    }
    for row in store::OF_HELPER.all(tx, (ctx.town(), person)).await? {
        let mut request = HelpRequest::from(row);
        if request.release(ctx.now).is_ok() {
            clock::start(tx, ctx, &mut request).await?;
            must_be_told(tx, ctx, &mut request).await?;
            tx.record(ctx, &HelpRequestChanged { help_request: request.id }).await?;
            tx.enqueue(ctx, &SendLetter::to_steward(request.id, LetterKind::Withdrawn)).await?;
        } else {
            request.helper = None;
        }
        save(tx, request).await?;
    }
    outcomes::forget_helper(tx, ctx, person).await?;
    store::FORGET_CANDIDACIES.run(tx, (ctx.town(), person)).await?;
    store::FORGET_HELPER.run(tx, (ctx.town(), person)).await?;
    Ok(())
}
