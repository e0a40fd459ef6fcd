//! Inviting, choosing, moving, cancelling.

use kernel::{Permit, Problem, Result, text::Codes};
use platform::{Ctx, Tx, audit::Subject as AuditSubject};
use serde_json::json;

use super::{
    super::{
        actions::{Said, answered, load, note, speaker_name},
        events,
        mails::{LetterKind, SendLetter},
        model::{MessageKind, Response, Side, State as ResponseState, Verb},
        outcomes,
        policy::{Choose, Decide, Speak},
        store as responses,
    },
    forms::Invitation,
    model::{Introduction, State},
    store::{self, IntroductionRow},
};
use crate::model::{MessageId, ResponseId};

/// Proposes times, or, when one was agreed already, plans it.
///
/// # Errors
/// [`Problem::Conflict`] when it is over already.
pub async fn invite(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    invitation: Invitation,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    let known = super::of(&mut tx, ctx, id).await?.filter(|known| known.state != State::Cancelled);
    let moved = known.as_ref().is_some_and(|known| known.chosen.is_some());
    let Invitation { times, place, message, agreed } = invitation;
    let first = times.first().copied();
    let mut introduction = match known {
        Some(mut known) => {
            known.propose_again(times, place, ctx.now);
            known
        }
        None => Introduction::propose(ctx.id(), id, times, place, ctx.now),
    };
    answered(&mut tx, ctx, &mut response, Verb::Invite, side).await?;
    let body = message.unwrap_or_default();
    if let Some(slot) = first.filter(|_| agreed) {
        introduction.plan(slot, ctx.now);
        save(&mut tx, ctx, &introduction).await?;
        let kind = if moved { MessageKind::Moved } else { MessageKind::TimeChosen };
        say(&mut tx, ctx, &response, (side, kind), &body).await?;
        planned(&mut tx, ctx, &response, &introduction).await?;
    } else {
        save(&mut tx, ctx, &introduction).await?;
        if moved {
            outcomes::actions::ask_after_proposals(&mut tx, ctx, &introduction).await?;
        }
        let message = say(&mut tx, ctx, &response, (side, MessageKind::Invited), &body).await?;
        tx.enqueue(ctx, &SendLetter::about(&response, LetterKind::Invited).with_message(message)).await?;
    }
    let details = json!({ "agreed": agreed });
    tx.audit(ctx, permit, "response.invite", AuditSubject::of("response", id), &details).await?;
    ctx.commit(tx).await
}

async fn save(tx: &mut Tx, ctx: &Ctx, introduction: &Introduction) -> Result<()> {
    store::SAVE.run(tx, IntroductionRow::of(ctx.town(), introduction)).await?;
    Ok(())
}

async fn say(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    (side, kind): (Side, MessageKind),
    body: &str,
) -> Result<MessageId> {
    let name = speaker_name(ctx, response, side);
    note(tx, ctx, response, Said { side, kind, author: ctx.actor.person_id(), name: &name, body }).await
}

/// Both get it in their calendar, and are asked the day after what came of it.
async fn planned(tx: &mut Tx, ctx: &Ctx, response: &Response, introduction: &Introduction) -> Result<()> {
    tx.record(ctx, &events::IntroductionPlanned::of(response)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Planned)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::TimeChosen)).await?;
    outcomes::actions::ask_after_introduction(tx, ctx, response, introduction).await
}

/// The person chooses one of the times.
///
/// # Errors
/// [`Problem::Conflict`] when that time is not there any more.
pub async fn choose(ctx: &Ctx, permit: &Permit<Choose>, id: ResponseId, side: Side, number: usize) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let response = load(&mut tx, ctx, id).await?;
    let known = super::of(&mut tx, ctx, id).await?.filter(|_| response.state == ResponseState::Invited);
    let mut introduction = known.ok_or(Problem::Conflict("response-error-time-gone"))?;
    introduction.choose(number, ctx.now)?;
    save(&mut tx, ctx, &introduction).await?;
    say(&mut tx, ctx, &response, (side, MessageKind::TimeChosen), "").await?;
    planned(&mut tx, ctx, &response, &introduction).await?;
    tx.audit(ctx, permit, "response.choose_time", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// None of the times suits; the person says when they can.
///
/// # Errors
/// [`Problem::Conflict`] when there is no invitation.
pub async fn propose_other(ctx: &Ctx, permit: &Permit<Choose>, id: ResponseId, side: Side, body: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let response = load(&mut tx, ctx, id).await?;
    if response.state != ResponseState::Invited {
        return Err(Problem::Conflict("response-error-time-gone"));
    }
    let message = say(&mut tx, ctx, &response, (side, MessageKind::TimeProposed), body).await?;
    tx.enqueue(ctx, &SendLetter::about(&response, LetterKind::TimeProposed).with_message(message)).await?;
    tx.audit(ctx, permit, "response.propose_time", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// There is no introduction any more, because there is nothing left to talk about: a no, a place on the reserve list, or
/// taken back. One that took place already stays. Says whether it stood in calendars; the letters that tell of the end
/// take it out of them.
pub(in super::super) async fn call_off(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<bool> {
    let known = super::of(tx, ctx, response.id).await?.filter(|known| known.is_ahead(ctx.now));
    let Some(mut introduction) = known else { return Ok(false) };
    let in_calendars = introduction.cancel(ctx.now)?;
    save(tx, ctx, &introduction).await?;
    outcomes::actions::ask_no_more(tx, ctx, response.id).await?;
    Ok(in_calendars)
}

/// The introduction does not take place; the talk goes on.
///
/// # Errors
/// [`Problem::Conflict`] when there is none.
pub async fn cancel(ctx: &Ctx, permit: &Permit<Speak>, id: ResponseId, side: Side, reason: Option<&str>) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    let known = super::of(&mut tx, ctx, id).await?;
    let mut introduction = known.ok_or(Problem::Conflict("response-error-time-gone"))?;
    introduction.cancel(ctx.now)?;
    save(&mut tx, ctx, &introduction).await?;
    response.step(Verb::CancelMeeting, ctx.now)?;
    if side != Side::Person {
        response.must_be_told(ctx.now);
    }
    responses::SAVE.run(&mut tx, (&response).into()).await?;
    match response.state {
        ResponseState::Accepted => outcomes::actions::ask_after_acceptance(&mut tx, ctx, &response).await?,
        _ => outcomes::actions::ask_no_more(&mut tx, ctx, id).await?,
    }
    let message =
        say(&mut tx, ctx, &response, (side, MessageKind::MeetingCancelled), reason.unwrap_or_default()).await?;
    let letters = [LetterKind::CancelledToPerson, LetterKind::CancelledToOwner];
    for letter in letters {
        tx.enqueue(ctx, &SendLetter::about(&response, letter).with_message(message)).await?;
    }
    let details = json!({ "side": side.code() });
    tx.audit(ctx, permit, "response.cancel_meeting", AuditSubject::of("response", id), &details).await?;
    ctx.commit(tx).await
}
