//! Beginning a request, answering its questions, sending, keeping and closing it.

use kernel::{Permit, Problem, Result};
use platform::{Ctx, Tx, subjects::Follow};
use serde_json::json;

use super::{changed, clock, load, published, save, shown_days, subject};
use crate::{
    events::HelpRequestClosed,
    forms::Answer,
    mails::{LetterKind, SendLetter},
    model::{Begin, Candidacy, Candidate, Closing, HelpRequest, State},
    policy, settings,
    store::{self, CandidateRow, PrivateRow},
    views,
};
use facets::model::HelpRequestId;

/// Begins a draft.
pub async fn begin(ctx: &Ctx, permit: &Permit<policy::Begin>, begin: Begin) -> Result<HelpRequestId> {
    let request = HelpRequest::draft(ctx.town(), ctx.id(), begin, ctx.now);
    let id = request.id;
    let mut tx = ctx.begin(permit).await?;
    let details = json!({ "written_by": request.written_by });
    tx.audit(ctx, permit, "help_request.begin", subject(id), &details).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await?;
    Ok(id)
}

/// Keeps the answer to one question; gives the state in which that leaves the request. If the municipality looks first,
/// words that change while the request is public are looked at again, and one that had expired must be sent in again.
///
/// # Errors
/// [`Problem::Conflict`] when it can no longer be changed.
pub async fn answer(ctx: &Ctx, permit: &Permit<policy::Lead>, id: HelpRequestId, answer: Answer) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
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
            store::SAVE_PRIVATE.run(&mut tx, PrivateRow::new(ctx.town(), id, private, ctx.now)).await?;
        }
    }
    request.changed_at = ctx.now;
    if request.state == State::Live {
        if words_changed && looks_first(ctx) {
            request.step(State::Draft, ctx.now)?;
            request.step(State::Waiting, ctx.now)?;
            clock::stop(&mut tx, ctx, &mut request).await?;
        }
        changed(&mut tx, ctx, &request).await?;
    } else if request.state == State::Expired && words_changed && looks_first(ctx) {
        request.begin_again(ctx.now)?;
    }
    tx.audit(ctx, permit, "help_request.write", subject(id), &json!({})).await?;
    let state = request.state;
    save(&mut tx, request).await?;
    ctx.commit(tx).await?;
    Ok(state)
}

fn looks_first(ctx: &Ctx) -> bool {
    ctx.municipality.settings.flag(&settings::LOOK_FIRST, ctx.today())
}

/// Sends a draft in, after its summary was read and the safety text agreed to: to the point, or at once to the public.
///
/// # Errors
/// [`Problem::Conflict`] when a part is missing, or it was sent already.
pub async fn send(ctx: &Ctx, permit: &Permit<policy::Lead>, id: HelpRequestId, town_has_wijken: bool) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    let (count,) = store::HAS_PRIVATE.one(&mut tx, (ctx.town(), id)).await?;
    if !request.missing(count > 0, town_has_wijken).is_empty() {
        return Err(Problem::Conflict("help-request-error-missing"));
    }
    if looks_first(ctx) {
        request.step(State::Waiting, ctx.now)?;
    } else {
        request.publish(ctx.today(), shown_days(ctx), ctx.now)?;
        clock::start(&mut tx, ctx, &mut request).await?;
        published(&mut tx, ctx, &request).await?;
        tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Published)).await?;
    }
    let state = request.state;
    tx.audit(ctx, permit, "help_request.send", subject(id), &json!({ "state": state })).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await?;
    Ok(state)
}

/// Holds for another term; what had expired looks for a helper anew. Without exact data nobody could come: when those were
/// erased meanwhile, it is filled in and sent in again.
async fn hold_on(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    let had_expired = request.state == State::Expired;
    let (count,) = store::HAS_PRIVATE.one(tx, (ctx.town(), request.id)).await?;
    if had_expired && count == 0 {
        return request.begin_again(ctx.now);
    }
    request.extend(ctx.today(), shown_days(ctx), ctx.now)?;
    if had_expired {
        clock::start(tx, ctx, request).await?;
    }
    published(tx, ctx, request).await
}

/// Holds for another term; gives the state in which that leaves it: a draft when its exact data must be filled in first.
///
/// # Errors
/// [`Problem::Conflict`] when it is over.
pub async fn extend(ctx: &Ctx, permit: &Permit<policy::Lead>, id: HelpRequestId) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    hold_on(&mut tx, ctx, &mut request).await?;
    let details = json!({ "until": request.expires_on });
    tx.audit(ctx, permit, "help_request.extend", subject(id), &details).await?;
    let state = request.state;
    save(&mut tx, request).await?;
    ctx.commit(tx).await?;
    Ok(state)
}

/// As [`extend`], by the link of the mail; gives where one goes on.
pub(super) async fn extend_by_link(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Follow>,
    id: HelpRequestId,
) -> Result<(String, &'static str)> {
    let mut request = load(tx, ctx, id).await?;
    hold_on(tx, ctx, &mut request).await?;
    let details = json!({ "until": request.expires_on, "by": "link" });
    tx.audit(ctx, permit, "help_request.extend", subject(id), &details).await?;
    let next = views::after_keeping(id, request.state, "/hulpvragen");
    save(tx, request).await?;
    Ok(next)
}

/// Closes a request; everybody who would help hears of it.
///
/// # Errors
/// [`Problem::Conflict`] when it is over already.
pub async fn close(ctx: &Ctx, permit: &Permit<policy::Lead>, id: HelpRequestId, closing: Closing) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    request.close(closing, ctx.now)?;
    clock::stop(&mut tx, ctx, &mut request).await?;
    for row in store::CANDIDATES.all(&mut tx, (ctx.town(), id)).await? {
        let mut candidate = Candidate::from(row);
        let kind = match candidate.state {
            Candidacy::Open => LetterKind::Over,
            Candidacy::Chosen => LetterKind::Ended,
            Candidacy::Declined | Candidacy::Withdrawn => continue,
        };
        tx.enqueue(ctx, &SendLetter::to_helper(id, candidate.person, kind)).await?;
        if candidate.state == Candidacy::Open {
            candidate.state = Candidacy::Declined;
            candidate.decided_at = Some(ctx.now);
            store::SAVE_CANDIDATE.run(&mut tx, CandidateRow::new(ctx.town(), candidate)).await?;
        }
    }
    tx.record(ctx, &HelpRequestClosed { help_request: id, closing, expired: false }).await?;
    tx.audit(ctx, permit, "help_request.close", subject(id), &json!({ "closing": closing })).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}
