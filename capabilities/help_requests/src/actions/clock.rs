//! The clock of a live request: when nobody offers within some working days, or nobody is chosen among those who did,
//! the point looks along and the person who asks hears of it.

use followups::{promises, questions};
use kernel::{Instant, Permit, Result};
use platform::{Conn, Ctx, Tx, followups::Promise, steps::load, subjects::Follow};
use serde_json::json;

use super::{must_be_told, subject};
use crate::{
    mails::{LetterKind, SendLetter},
    model::{Candidacy, HelpRequest, State},
    outcomes::OUTCOME,
    settings, store,
};
use facets::model::HelpRequestId;

/// An offer to help, or a choice among those who offered, or the point looks along.
pub(crate) static ANSWER: Promise = Promise {
    key: "help-request-answer",
    until: |conn, ctx, id| Box::pin(waits_until(conn, ctx, HelpRequestId(id))),
    reminders: 0,
    remind: None,
    take_over: |tx, ctx, permit, id| Box::pin(take_over(tx, ctx, permit, HelpRequestId(id))),
};

/// The moment at which the point looks along, when the clock starts at `from`.
pub(crate) fn due(ctx: &Ctx, from: Instant) -> Instant {
    let days = ctx.municipality.settings.count(&settings::ANSWER_DAYS, ctx.today());
    ctx.municipality.working_calendar(ctx.now).after_working_days(from, days)
}

/// Starts the clock, or starts it again: something happened, and now it is somebody's turn.
pub(crate) async fn start(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
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
    promises::promise(tx, ctx, &ANSWER, request.id, (&[], due)).await
}

/// Stops the clock: nobody waits any more, and what was asked about an earlier match has ended.
pub(super) async fn stop(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    request.due_at = None;
    request.taken_over_at = None;
    questions::over(tx, ctx, &OUTCOME, request.id).await?;
    promises::take_back(tx, ctx, &ANSWER, request.id).await
}

/// Until when somebody waits to be offered help, or to be chosen.
async fn waits_until(conn: &mut Conn, ctx: &Ctx, id: HelpRequestId) -> Result<Option<Instant>> {
    let request = store::FIND.optional(conn, (ctx.town(), id)).await?;
    let waits = request.filter(|request| request.state == State::Live && request.taken_over_at.is_none());
    Ok(waits.and_then(|request| request.due_at))
}

/// The point looks along from now on.
async fn take_over(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: HelpRequestId) -> Result<()> {
    let mut request = load::<HelpRequest>(tx, ctx, id).await?;
    let candidates = store::CANDIDATES.all(tx, (ctx.town(), id)).await?;
    let offered = candidates.iter().any(|candidate| candidate.state == Candidacy::Open);
    let kind = if offered { LetterKind::Choose } else { LetterKind::Nobody };
    request.taken_over_at = Some(ctx.now);
    must_be_told(tx, ctx, &mut request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, kind)).await?;
    tx.audit(ctx, permit, "help_request.take_over", subject(id), &json!({ "offered": offered })).await?;
    store::SAVE.save(tx, &request).await?;
    Ok(())
}
