//! Deciding.

use kernel::{Permit, Result, text::Codes};
use platform::{Ctx, Tx, audit::Subject as AuditSubject};
use serde_json::json;

use super::{
    super::{
        actions::{Said, answered, load, note, note_fact, speaker_name},
        alternatives::{self, DoorQuery},
        events, guarantee, introductions,
        mails::{LetterKind, SendLetter},
        model::{DeclineKind, MessageKind, Response, ResponseId, Side, Verb},
        outcomes,
        policy::{self, Decide},
        store,
    },
    forms::Decline,
};

/// Says no, or puts on the reserve list; in either case with other doors or the reason why there are none.
///
/// # Errors
/// [`kernel::Problem::Conflict`] when somebody else decided first.
pub async fn decline(ctx: &Ctx, permit: &Permit<Decide>, id: ResponseId, side: Side, no: Decline) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    response.decline_kind = no.verdict.decline_kind();
    response.doors = no.doors;
    response.no_doors_reason = no.no_doors_reason;
    let (verb, kind, letter) = match response.decline_kind {
        Some(_) => (Verb::Decline, MessageKind::Declined, LetterKind::Declined),
        None => (Verb::Reserve, MessageKind::Reserved, LetterKind::Reserved),
    };
    answered(&mut tx, ctx, &mut response, verb, side).await?;
    let body = no.message.unwrap_or_default();
    let calendars = introductions::actions::call_off(&mut tx, ctx, &response).await?;
    if calendars {
        tx.enqueue(ctx, &SendLetter::about(&response, LetterKind::CancelledToOwner)).await?;
    }
    tell(&mut tx, ctx, &response, Told { side, kind, letter, body: &body, calendars }).await?;
    if verb == Verb::Decline {
        tx.record(ctx, &events::ResponseDeclined::of(&response)).await?;
    }
    let details = json!({ "verdict": no.verdict.code(), "doors": response.doors.len() });
    tx.audit(ctx, permit, "response.decline", AuditSubject::of("response", id), &details).await?;
    ctx.commit(tx).await
}

struct Told<'a> {
    side: Side,
    kind: MessageKind,
    letter: LetterKind,
    body: &'a str,
    /// Whether an introduction must leave calendars.
    calendars: bool,
}

/// A line in the thread, and the letter to the person that says the same.
async fn tell(tx: &mut Tx, ctx: &Ctx, response: &Response, told: Told<'_>) -> Result<()> {
    let name = speaker_name(ctx, response, told.side);
    let said = Said { side: told.side, kind: told.kind, author: ctx.actor.person_id(), name: &name, body: told.body };
    let message = note(tx, ctx, response, said).await?;
    tx.enqueue(ctx, &SendLetter::about(response, told.letter).with_message(message).with_calendar(told.calendars)).await
}

/// Both go on.
///
/// # Errors
/// [`kernel::Problem::Conflict`] when it is over already.
pub async fn accept(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    message: Option<&str>,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    answered(&mut tx, ctx, &mut response, Verb::Accept, side).await?;
    let body = message.unwrap_or_default();
    let told = Told { side, kind: MessageKind::Accepted, letter: LetterKind::Accepted, body, calendars: false };
    tell(&mut tx, ctx, &response, told).await?;
    match introductions::of(&mut tx, ctx, id).await?.filter(|known| known.is_ahead(ctx.now)) {
        Some(ahead) => outcomes::actions::ask_after_introduction(&mut tx, ctx, &response, &ahead).await?,
        None => outcomes::actions::ask_after_acceptance(&mut tx, ctx, &response).await?,
    }
    tx.audit(ctx, permit, "response.accept", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Calls somebody up from the reserve list, or takes a no back.
///
/// # Errors
/// [`kernel::Problem::Conflict`] when there is nothing to call up from.
pub async fn call_up(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    message: Option<&str>,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    answered(&mut tx, ctx, &mut response, Verb::CallUp, side).await?;
    let body = message.unwrap_or_default();
    let told = Told { side, kind: MessageKind::CalledUp, letter: LetterKind::CalledUp, body, calendars: false };
    tell(&mut tx, ctx, &response, told).await?;
    tx.audit(ctx, permit, "response.call_up", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// The volunteer has started, says the other side or the point.
///
/// # Errors
/// [`kernel::Problem::Conflict`] when it is over already.
pub async fn start(ctx: &Ctx, permit: &Permit<Decide>, id: ResponseId, side: Side) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    start_loaded(&mut tx, ctx, permit, &mut response, side).await?;
    ctx.commit(tx).await
}

pub(in super::super) async fn start_loaded<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    response: &mut Response,
    side: Side,
) -> Result<()> {
    answered(tx, ctx, response, Verb::Start, side).await?;
    note_fact(tx, ctx, response, MessageKind::Started).await?;
    tx.record(ctx, &events::VolunteerStarted::of(response)).await?;
    outcomes::actions::ask_after_start(tx, ctx, response).await?;
    if let Some(started) = ctx.app.subject_source(&response.subject.kind).and_then(|source| source.started) {
        tx.lock(response.subject.id).await?;
        started(tx, ctx, &policy::follow(permit), response.subject.id).await?;
    }
    let details = json!({ "side": side.code() });
    tx.audit(ctx, permit, "response.start", AuditSubject::of("response", response.id), &details).await
}

/// The volunteer has stopped.
///
/// # Errors
/// [`kernel::Problem::Conflict`] when they had not started, or stopped already.
pub async fn stop(ctx: &Ctx, permit: &Permit<Decide>, id: ResponseId, side: Side, reason: Option<&str>) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    if response.started_at.is_none() || response.ended_at.is_some() {
        return Err(kernel::Problem::Conflict("response-error-step"));
    }
    stop_loaded(&mut tx, ctx, permit, &mut response, side).await?;
    if let Some(reason) = reason {
        let name = speaker_name(ctx, &response, side);
        let said = Said { side, kind: MessageKind::Message, author: ctx.actor.person_id(), name: &name, body: reason };
        note(&mut tx, ctx, &response, said).await?;
    }
    ctx.commit(tx).await
}

pub(in super::super) async fn stop_loaded<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    response: &mut Response,
    side: Side,
) -> Result<()> {
    response.ended_at = Some(ctx.now);
    response.changed_at = ctx.now;
    store::SAVE.run(tx, (&*response).into()).await?;
    note_fact(tx, ctx, response, MessageKind::Stopped).await?;
    tx.record(ctx, &events::VolunteerStopped::of(response)).await?;
    let details = json!({ "side": side.code() });
    tx.audit(ctx, permit, "response.stop", AuditSubject::of("response", response.id), &details).await
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
    store::SAVE.run(tx, (&*response).into()).await?;
    guarantee::stop_clock(tx, ctx, response).await?;
    let calendars = introductions::actions::call_off(tx, ctx, response).await?;
    let (said, letter) = match kind {
        DeclineKind::NotStarted => (MessageKind::NotStarted, LetterKind::NotStarted),
        DeclineKind::Full => (MessageKind::Full, LetterKind::Full),
        DeclineKind::NoFit => (MessageKind::Declined, LetterKind::Declined),
        DeclineKind::Closed => (MessageKind::Closed, LetterKind::Closed),
    };
    note_fact(tx, ctx, response, said).await?;
    tx.record(ctx, &events::ResponseDeclined::of(response)).await?;
    if calendars {
        tx.enqueue(ctx, &SendLetter::about(response, LetterKind::CancelledToOwner)).await?;
    }
    tx.enqueue(ctx, &SendLetter::about(response, letter).with_calendar(calendars)).await
}
