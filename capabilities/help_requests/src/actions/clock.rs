//! The clock of a live request: when nobody offers within some working days, or nobody is chosen among those who did,
//! the point looks along and whoever asks hears of it.

use kernel::{Instant, Permit, Result};
use platform::{Ctx, Tx};
use serde_json::json;

use super::{load, must_be_told, save, subject};
use crate::{
    jobs::TakeOver,
    mails::{LetterKind, SendLetter},
    model::{Candidacy, HelpRequest, State},
    policy::System,
    settings, store,
};
use facets::model::HelpRequestId;

/// The moment at which the point looks along, when the clock starts at `from`.
pub fn due(ctx: &Ctx, from: Instant) -> Instant {
    let days = ctx.municipality.settings.count(&settings::ANSWER_DAYS, ctx.today());
    ctx.municipality.working_calendar(ctx.now).after_working_days(from, days)
}

/// Starts the clock, or starts it again: something happened, and now it is somebody's turn.
pub(super) async fn start(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    stop(tx, ctx, request).await?;
    set(tx, ctx, request, ctx.now).await
}

/// Sets the clock as if it had started at `from`; a moment that has passed is one at which the point took over.
pub(crate) async fn set(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest, from: Instant) -> Result<()> {
    let due = due(ctx, from);
    request.due_at = Some(due);
    if due <= ctx.now {
        request.taken_over_at = Some(due);
        return Ok(());
    }
    let job = TakeOver { help_request: request.id, due };
    tx.enqueue_at(ctx, &job, due, &request.id.to_string()).await
}

/// Stops the clock: nobody waits any more.
pub(super) async fn stop(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    request.due_at = None;
    request.taken_over_at = None;
    tx.cancel::<TakeOver>(ctx, &request.id.to_string()).await
}

/// The point looks along from now on. Nothing happens when the clock was stopped or started again meanwhile.
pub async fn take_over(ctx: &Ctx, permit: &Permit<System>, id: HelpRequestId, due: Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let Some(_) = store::FIND.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(()) };
    let mut request = load(&mut tx, ctx, id).await?;
    if request.state != State::Live || request.due_at != Some(due) || request.taken_over_at.is_some() {
        return Ok(());
    }
    let candidates = store::CANDIDATES.all(&mut tx, (ctx.town(), id)).await?;
    let offered = candidates.iter().any(|candidate| candidate.state.0 == Candidacy::Open);
    let kind = if offered { LetterKind::Choose } else { LetterKind::Nobody };
    request.taken_over_at = Some(ctx.now);
    must_be_told(&mut tx, ctx, &mut request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, kind)).await?;
    tx.audit(ctx, permit, "marketplace.take_over_help_request", subject(id), &json!({ "offered": offered })).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}
