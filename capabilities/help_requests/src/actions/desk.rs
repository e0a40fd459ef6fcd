//! What the desk does with a request: looks at what was sent in, tells people by telephone.

use kernel::{Permit, Problem, Result};
use platform::Ctx;

use super::{clock, must_be_told, shown_days};
use crate::{
    events::{HelpRequestChanged, HelpRequestPublished},
    mails::{LetterKind, SendLetter},
    model::{HelpRequest, State},
    policy::Mediate,
};
use facets::model::HelpRequestId;

/// Makes what was sent in public.
///
/// # Errors
/// [`Problem::Conflict`] when it does not wait for that.
pub(crate) async fn publish(ctx: &Ctx, permit: &Permit<Mediate>, id: HelpRequestId) -> Result<HelpRequest> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "publish").await?;
    let (tx, request) = change.parts();
    if request.state != State::Waiting {
        return Err(Problem::Conflict("help-request-error-step"));
    }
    request.publish(ctx.today(), shown_days(ctx), ctx.now)?;
    clock::start(tx, ctx, request).await?;
    must_be_told(tx, ctx, request).await?;
    tx.record(ctx, &HelpRequestPublished::of(request)).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Published)).await?;
    change.done().await
}

/// Sends a request back with a note: before it is public, or taken off.
///
/// # Errors
/// [`Problem::Conflict`] when it is not waiting or live.
pub(crate) async fn send_back(
    ctx: &Ctx,
    permit: &Permit<Mediate>,
    id: HelpRequestId,
    note: String,
) -> Result<HelpRequest> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "send_back").await?;
    let (tx, request) = change.parts();
    let was_live = request.state == State::Live;
    request.step(State::Draft, ctx.now)?;
    request.note = Some(note);
    must_be_told(tx, ctx, request).await?;
    if was_live {
        clock::stop(tx, ctx, request).await?;
        tx.record(ctx, &HelpRequestChanged::of(request)).await?;
    }
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::SentBack)).await?;
    change.done().await
}

/// The asker was told by telephone what is new.
pub(crate) async fn tell(ctx: &Ctx, permit: &Permit<Mediate>, id: HelpRequestId) -> Result<HelpRequest> {
    let mut request = ctx.change::<HelpRequest, _>(permit, id, "tell").await?;
    request.tell_since = None;
    request.done().await
}
