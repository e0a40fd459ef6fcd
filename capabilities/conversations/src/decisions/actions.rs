//! Deciding. When somebody else decided first, or it is over already, that is a [`kernel::Problem::Conflict`].

use kernel::{Permit, Problem, Result};
use platform::{Ctx, Tx};
use serde_json::json;

use super::{
    super::{
        actions::{answer, note_fact, say},
        alternatives::{self, DoorQuery},
        events, guarantee, introductions,
        mails::{LetterKind, SendLetter},
        model::{DeclineKind, MessageKind, Response, ResponseId, Side, Verb},
        outcomes,
        policy::{self, Decide},
    },
    forms::Decline,
};

/// Says no, or puts on the reserve list; in either case with other doors or the reason why there are none.
pub async fn decline(ctx: &Ctx, permit: &Permit<Decide>, id: ResponseId, side: Side, no: Decline) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "decline").await?;
    let (tx, response) = change.parts();
    response.decline_kind = no.verdict.decline_kind();
    response.doors = no.doors;
    response.no_doors_reason = no.no_doors_reason;
    let (verb, kind, letter) = match response.decline_kind {
        Some(_) => (Verb::Decline, MessageKind::Declined, LetterKind::Declined),
        None => (Verb::Reserve, MessageKind::Reserved, LetterKind::Reserved),
    };
    answer(tx, ctx, response, verb, side).await?;
    let calendars = introductions::actions::call_off(tx, ctx, response, LetterKind::CancelledToOwner).await?;
    let message = say(tx, ctx, response, (side, kind), no.message.as_deref()).await?;
    tx.enqueue(ctx, &SendLetter::about(response, letter).with_message(message).with_calendar(calendars)).await?;
    if verb == Verb::Decline {
        tx.record(ctx, &events::ResponseDeclined::of(response)).await?;
    }
    change.done_with(|response| json!({ "verdict": no.verdict, "doors": response.doors.len() })).await.map(drop)
}

/// Both go on.
pub(crate) async fn accept(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "accept").await?;
    let (tx, response) = change.parts();
    answer(tx, ctx, response, Verb::Accept, side).await?;
    let message = say(tx, ctx, response, (side, MessageKind::Accepted), words).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Accepted).with_message(message)).await?;
    match introductions::of(tx, ctx, id).await?.filter(|known| known.is_ahead(ctx.now)) {
        Some(ahead) => outcomes::actions::ask_after_introduction(tx, ctx, &ahead).await?,
        None => outcomes::actions::ask_after_acceptance(tx, ctx, id).await?,
    }
    change.done().await.map(drop)
}

/// Calls somebody up from the reserve list, or takes a no back.
pub(crate) async fn call_up(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "call_up").await?;
    let (tx, response) = change.parts();
    answer(tx, ctx, response, Verb::CallUp, side).await?;
    let message = say(tx, ctx, response, (side, MessageKind::CalledUp), words).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::CalledUp).with_message(message)).await?;
    change.done().await.map(drop)
}

/// The volunteer has started, says the other side or the point.
pub async fn start(ctx: &Ctx, permit: &Permit<Decide>, id: ResponseId, side: Side) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "start").await?;
    let (tx, response) = change.parts();
    begin(tx, ctx, permit, response, side).await?;
    change.done_with(|_| json!({ "side": side })).await.map(drop)
}

/// What starting brings about, whoever says it.
pub(in super::super) async fn begin<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    response: &mut Response,
    side: Side,
) -> Result<()> {
    answer(tx, ctx, response, Verb::Start, side).await?;
    note_fact(tx, ctx, response, MessageKind::Started).await?;
    tx.record(ctx, &events::VolunteerStarted::of(response)).await?;
    outcomes::actions::ask_after_start(tx, ctx, response.id).await?;
    if let Some(started) = ctx.app.subject_source(&response.subject_kind).and_then(|source| source.started) {
        tx.lock(response.subject_id).await?;
        started(tx, ctx, &policy::follow(permit), response.subject_id).await?;
    }
    Ok(())
}

/// The volunteer has stopped.
pub(crate) async fn stop(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "stop").await?;
    let (tx, response) = change.parts();
    end(tx, ctx, response).await?;
    if words.is_some() {
        say(tx, ctx, response, (side, MessageKind::Message), words).await?;
    }
    change.done_with(|_| json!({ "side": side })).await.map(drop)
}

/// What stopping brings about, whoever says it.
pub(in super::super) async fn end(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    if !response.goes_on() {
        return Err(Problem::Conflict("response-error-step"));
    }
    response.ended_at = Some(ctx.now);
    response.changed_at = ctx.now;
    outcomes::actions::end_outdated(tx, ctx, response).await?;
    note_fact(tx, ctx, response, MessageKind::Stopped).await?;
    tx.record(ctx, &events::VolunteerStopped::of(response)).await
}

/// Answers somebody to whom nobody said no, with the doors there are: the subject is full or over, or the other side says
/// that it came to nothing after the introduction.
pub(in super::super) async fn end_with_doors(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &mut Response,
    kind: DeclineKind,
) -> Result<()> {
    response.doors = alternatives::suggest(tx, ctx, &DoorQuery::of(response)).await?;
    let none = ctx.in_language(response.lang).t("response-no-doors-found");
    response.no_doors_reason = response.doors.is_empty().then_some(none);
    response.decline_kind = Some(kind);
    response.step(Verb::Decline, ctx.now)?;
    response.with_point = false;
    response.must_be_told(ctx.now);
    guarantee::stop_clock(tx, ctx, response).await?;
    outcomes::actions::end_outdated(tx, ctx, response).await?;
    let calendars = introductions::actions::call_off(tx, ctx, response, LetterKind::CancelledToOwner).await?;
    let (said, letter) = match kind {
        DeclineKind::NotStarted => (MessageKind::NotStarted, LetterKind::NotStarted),
        DeclineKind::Full => (MessageKind::Full, LetterKind::Full),
        DeclineKind::NoFit => (MessageKind::Declined, LetterKind::Declined),
        DeclineKind::Closed => (MessageKind::Closed, LetterKind::Closed),
    };
    note_fact(tx, ctx, response, said).await?;
    tx.record(ctx, &events::ResponseDeclined::of(response)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, letter).with_calendar(calendars)).await
}
