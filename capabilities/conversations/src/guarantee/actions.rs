//! What the guarantee does by itself, and what the point does with what came to it: what it does not have is a
//! [`Problem::Conflict`].

use kernel::{Permit, Problem, Result};
use platform::{Ctx, Tx, audit::Subject as AuditSubject, steps, subjects::Follow};
use serde_json::json;

use super::{
    super::{
        actions::{note_fact, say},
        events, introductions,
        mails::{LetterKind, SendLetter},
        model::{MessageKind, Response, ResponseId, Side, State, Verb},
        outcomes,
        policy::{Mediate, System},
        settings, store,
    },
    start_clock,
};

/// Reminds the other side, once per number, while an answer is owed.
pub(super) async fn remind(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: ResponseId, number: u32) -> Result<()> {
    let mut response: Response = steps::load(tx, ctx, id).await?;
    if response.reminders >= number {
        return Ok(());
    }
    response.reminders = number;
    store::SAVE.save(tx, &response).await?;
    note_fact(tx, ctx, &response, MessageKind::Reminded).await?;
    let letter = if number == 1 { LetterKind::Reminder } else { LetterKind::LastReminder };
    tx.enqueue(ctx, &SendLetter::about(&response, letter)).await?;
    let details = json!({ "number": number });
    tx.audit(ctx, permit, "response.remind", AuditSubject::of("response", id), &details).await
}

/// The point takes over, and a subject with too many silent responses takes no more for now.
pub(super) async fn take_over(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: ResponseId) -> Result<()> {
    let mut response: Response = steps::load(tx, ctx, id).await?;
    response.with_point = true;
    response.taken_over_at = response.taken_over_at.or(Some(ctx.now));
    response.must_be_told(ctx.now);
    response.changed_at = ctx.now;
    store::SAVE.save(tx, &response).await?;
    store::COUNT_AGAIN.run(tx, (ctx.town(), id)).await?;
    note_fact(tx, ctx, &response, MessageKind::TakenOver).await?;
    tx.record(ctx, &events::ResponseTakenOver::of(&response)).await?;
    for letter in [LetterKind::TakenOver, LetterKind::TakenFromOwner, LetterKind::NewAtPoint] {
        tx.enqueue(ctx, &SendLetter::about(&response, letter)).await?;
    }
    tx.audit(ctx, permit, "response.take_over", AuditSubject::of("response", id), &json!({})).await?;
    pause_when_silent(tx, ctx, permit, &response).await
}

async fn pause_when_silent(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, response: &Response) -> Result<()> {
    let (kind, subject) = (response.subject_kind.clone(), response.subject_id);
    let Some(pause) = ctx.app.subject_source(&kind).and_then(|source| source.silent) else { return Ok(()) };
    // Two clocks of one subject may end in the same second: each must see the other's silence.
    tx.lock(subject).await?;
    let key = (ctx.town(), kind, subject);
    let (silent,) = store::SILENT.one(tx, key.clone()).await?;
    if silent < ctx.municipality.settings.int(&settings::PAUSE_AFTER, ctx.today()) {
        return Ok(());
    }
    store::COUNT_SILENT.run(tx, key).await?;
    if pause(tx, ctx, permit, subject).await? {
        tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Paused)).await?;
    }
    Ok(())
}

/// The subject is full or over while somebody is invited: the thread says so, the other side is reminded that somebody
/// counts on it, and both are asked what came of it, also when no time was chosen. Once for each end.
pub(in super::super) async fn remind_of_invited(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    let thread = store::THREAD.all(tx, (ctx.town(), response.id)).await?;
    if thread.last().is_some_and(|line| line.kind == MessageKind::SubjectOver) {
        return Ok(());
    }
    note_fact(tx, ctx, response, MessageKind::SubjectOver).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::StillInvited)).await?;
    match introductions::of(tx, ctx, response.id).await?.and_then(|known| known.chosen()) {
        Some(_) => Ok(()),
        None => outcomes::actions::ask_after_acceptance(tx, ctx, response.id).await,
    }
}

/// Lets go of a response that nobody confirmed.
pub(crate) async fn expire(ctx: &Ctx, permit: &Permit<System>, id: ResponseId) -> Result<()> {
    let mut change = match ctx.change::<Response, _>(permit, id, "expire").await {
        Ok(change) if change.state == State::Unconfirmed => change,
        Ok(_) | Err(Problem::NotFound) => return Ok(()),
        Err(problem) => return Err(problem),
    };
    change.step(Verb::Expire, ctx.now)?;
    change.done().await.map(drop)
}

fn must_be_with_point(response: &Response) -> Result<()> {
    if response.with_point && response.state.is_active() {
        return Ok(());
    }
    Err(Problem::Conflict("response-error-not-with-point"))
}

/// Somebody of the point says: this is mine. The person hears who.
pub(crate) async fn take(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "take").await?;
    let (tx, response) = change.parts();
    let Some(person) = ctx.actor.person() else { return Err(Problem::SignInFirst) };
    must_be_with_point(response)?;
    (response.handler, response.handler_name) = (Some(person.id), Some(person.name.clone()));
    response.changed_at = ctx.now;
    say(tx, ctx, response, (Side::Point, MessageKind::Taken), None).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Taken)).await?;
    change.done().await.map(drop)
}

/// The point gives it back to whose it is; when nobody answered yet, a new clock starts.
pub(crate) async fn pass_back(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "pass_back").await?;
    let (tx, response) = change.parts();
    must_be_with_point(response)?;
    response.leave_point();
    response.changed_at = ctx.now;
    if response.awaits_answer() {
        start_clock(tx, ctx, response).await?;
    }
    note_fact(tx, ctx, response, MessageKind::PassedBack).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::PassedBack)).await?;
    change.done().await.map(drop)
}
