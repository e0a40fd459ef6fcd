//! Beginning a request, answering its questions, sending and closing it.

use kernel::{Permit, Problem, Result};
use platform::Ctx;
use serde_json::json;

use super::{clock, decide, shown_days};
use crate::{
    events::{HelpRequestChanged, HelpRequestClosed, HelpRequestPublished},
    forms::Answer,
    mails::{LetterKind, SendLetter},
    model::{Begin, Candidacy, Closing, HelpRequest, State},
    policy, settings,
    store::{self, PrivateRow},
};
use facets::model::HelpRequestId;

/// Begins a draft.
pub(crate) async fn begin(ctx: &Ctx, permit: &Permit<policy::Begin>, begin: Begin) -> Result<HelpRequestId> {
    let request = HelpRequest::draft(ctx.town(), ctx.id(), begin, ctx.now);
    let request = ctx.make(permit, request, "begin").await?;
    Ok(request.done_with(|request| json!({ "written_by": request.written_by })).await?.id)
}

/// Keeps the answer to one question; gives the state in which that leaves the request. If the municipality looks first,
/// words that change while the request is public are looked at again, and one that had expired must be sent in again.
///
/// # Errors
/// [`Problem::Conflict`] when it can no longer be changed.
pub(crate) async fn answer(
    ctx: &Ctx,
    permit: &Permit<policy::Lead>,
    id: HelpRequestId,
    answer: Answer,
) -> Result<State> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "write").await?;
    let (tx, request) = change.parts();
    if !request.is_editable() {
        return Err(Problem::Conflict("help-request-error-step"));
    }
    let mut words_changed = false;
    match answer {
        Answer::What { title, description } => {
            words_changed = title != request.title || description != request.description;
            request.title = title;
            request.description = description;
        }
        Answer::Kind { themes, tasks, languages } => {
            request.facets.themes = themes;
            request.facets.tasks = tasks;
            request.facets.asked.languages = languages;
        }
        Answer::When { when, hours } => {
            request.facets.when = when;
            request.facets.hours = hours;
        }
        Answer::Where(place) => request.facets.place = place,
        Answer::Private(private) => {
            store::SAVE_PRIVATE.save(tx, &PrivateRow::new(ctx.town(), id, private, ctx.now)).await?;
        }
    }
    request.changed_at = ctx.now;
    let looked_at_again = words_changed && looks_first(ctx);
    if request.state == State::Live {
        if looked_at_again {
            request.step(State::Draft, ctx.now)?;
            request.step(State::Waiting, ctx.now)?;
            clock::stop(tx, ctx, request).await?;
        }
        tx.record(ctx, &HelpRequestChanged::of(request)).await?;
    } else if request.state == State::Expired && looked_at_again {
        request.begin_again(ctx.now)?;
    }
    Ok(change.done().await?.state)
}

fn looks_first(ctx: &Ctx) -> bool {
    ctx.municipality.settings.flag(&settings::LOOK_FIRST, ctx.today())
}

/// Sends a draft in, after its summary was read and the safety text agreed to: to the point, or at once to the public.
///
/// # Errors
/// [`Problem::Conflict`] when a part is missing, or it was sent already.
pub(crate) async fn send(
    ctx: &Ctx,
    permit: &Permit<policy::Lead>,
    id: HelpRequestId,
    town_has_wijken: bool,
) -> Result<State> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "send").await?;
    let (tx, request) = change.parts();
    let (count,) = store::HAS_PRIVATE.one(tx, (ctx.town(), id)).await?;
    if !request.missing(count > 0, town_has_wijken).is_empty() {
        return Err(Problem::Conflict("help-request-error-missing"));
    }
    if looks_first(ctx) {
        request.step(State::Waiting, ctx.now)?;
    } else {
        request.publish(ctx.today(), shown_days(ctx), ctx.now)?;
        clock::start(tx, ctx, request).await?;
        tx.record(ctx, &HelpRequestPublished::of(request)).await?;
        tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Published)).await?;
    }
    Ok(change.done_with(|request| json!({ "state": request.state })).await?.state)
}

/// Closes a request; everybody who would help hears of it.
///
/// # Errors
/// [`Problem::Conflict`] when it is over already.
pub(crate) async fn close(
    ctx: &Ctx,
    permit: &Permit<policy::Lead>,
    id: HelpRequestId,
    closing: Closing,
) -> Result<HelpRequest> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "close").await?;
    let (tx, request) = change.parts();
    request.close(closing, ctx.now)?;
    clock::stop(tx, ctx, request).await?;
    for candidate in store::CANDIDATES.all(tx, (ctx.town(), id)).await? {
        let kind = match candidate.state {
            Candidacy::Open => LetterKind::Over,
            Candidacy::Chosen => LetterKind::Ended,
            Candidacy::Declined | Candidacy::Withdrawn => continue,
        };
        tx.enqueue(ctx, &SendLetter::to_helper(id, candidate.person, kind)).await?;
        if candidate.state == Candidacy::Open {
            decide(tx, ctx, candidate, Candidacy::Declined).await?;
        }
    }
    tx.record(ctx, &HelpRequestClosed::of(request, closing, false)).await?;
    change.done_with(|_| json!({ "closing": closing })).await
}
