//! Inviting, choosing, moving, cancelling. What is over already, or was never proposed, is a [`Problem::Conflict`].

use kernel::{Permit, Problem, Result};
use platform::{Ctx, Tx};
use serde_json::json;

use super::{
    super::{
        actions::{answer, repeats, say},
        events,
        mails::{LetterKind, SendLetter},
        model::{MessageKind, Response, ResponseId, Side, State as ResponseState, Verb},
        outcomes,
        policy::{Choose, Decide, Speak},
    },
    forms::Invitation,
    model::{Introduction, State},
    store,
};

/// Proposes times, or, when one was agreed already, plans it.
pub(crate) async fn invite(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    invitation: Invitation,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "invite").await?;
    let (tx, response) = change.parts();
    let known = super::of(tx, ctx, id).await?.filter(|known| known.state != State::Cancelled);
    if is_sent_twice(tx, ctx, response, side, (known.as_ref(), &invitation)).await? {
        return Ok(());
    }
    answer(tx, ctx, response, Verb::Invite, side).await?;
    let mut introduction = known.unwrap_or_else(|| Introduction::new((ctx.town(), ctx.id()), id, ctx.now));
    let moved = introduction.chosen().is_some();
    let Invitation { times, place, message, agreed } = invitation;
    let (first, words) = (times.first().copied(), message.as_deref());
    introduction.propose(times, place, ctx.now);
    if let Some(slot) = first.filter(|_| agreed) {
        introduction.plan(slot, ctx.now);
        let kind = if moved { MessageKind::Moved } else { MessageKind::TimeChosen };
        say(tx, ctx, response, (side, kind), words).await?;
        planned(tx, ctx, response, &introduction).await?;
    } else {
        if moved {
            outcomes::actions::ask_after_proposals(tx, ctx, &introduction).await?;
        }
        let message = say(tx, ctx, response, (side, MessageKind::Invited), words).await?;
        tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Invited).with_message(message)).await?;
    }
    store::SAVE.save(tx, &introduction).await?;
    change.done_with(|_| json!({ "agreed": agreed })).await.map(drop)
}

/// Whether this invitation, with the same words, was sent a moment ago.
async fn is_sent_twice(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    side: Side,
    (known, sent): (Option<&Introduction>, &Invitation),
) -> Result<bool> {
    let planned = if sent.agreed { State::Planned } else { State::Proposed };
    let is_same =
        |known: &Introduction| (&known.proposed, &known.place, known.state) == (&sent.times, &sent.place, planned);
    if !known.is_some_and(is_same) {
        return Ok(false);
    }
    let kinds: &[MessageKind] =
        if sent.agreed { &[MessageKind::TimeChosen, MessageKind::Moved] } else { &[MessageKind::Invited] };
    for kind in kinds {
        if repeats(tx, ctx, response, (side, *kind), sent.message.as_deref().unwrap_or_default()).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Both get it in their calendar, and are asked the day after what came of it.
async fn planned(tx: &mut Tx, ctx: &Ctx, response: &Response, introduction: &Introduction) -> Result<()> {
    tx.record(ctx, &events::IntroductionPlanned::of(response)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Planned)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::TimeChosen)).await?;
    outcomes::actions::ask_after_introduction(tx, ctx, introduction).await
}

/// The person chooses one of the times.
pub(crate) async fn choose(
    ctx: &Ctx,
    permit: &Permit<Choose>,
    id: ResponseId,
    side: Side,
    number: usize,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "choose_time").await?;
    let (tx, response) = change.parts();
    let known = super::of(tx, ctx, id).await?.filter(|_| response.state == ResponseState::Invited);
    let mut introduction = known.ok_or(Problem::Conflict("response-error-time-gone"))?;
    introduction.choose(number, ctx.now)?;
    store::SAVE.save(tx, &introduction).await?;
    say(tx, ctx, response, (side, MessageKind::TimeChosen), None).await?;
    planned(tx, ctx, response, &introduction).await?;
    change.done().await.map(drop)
}

/// None of the times suits; the person says when they can.
pub(crate) async fn propose_other(
    ctx: &Ctx,
    permit: &Permit<Choose>,
    id: ResponseId,
    side: Side,
    words: &str,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "propose_time").await?;
    let (tx, response) = change.parts();
    if response.state != ResponseState::Invited {
        return Err(Problem::Conflict("response-error-time-gone"));
    }
    let line = (side, MessageKind::TimeProposed);
    if repeats(tx, ctx, response, line, words).await? {
        return Ok(());
    }
    let message = say(tx, ctx, response, line, Some(words)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::TimeProposed).with_message(message)).await?;
    change.done().await.map(drop)
}

/// There is no introduction any more, because there is nothing left to talk about: a no, a place on the reserve list, or
/// taken back. One that took place already stays. Says whether it stood in calendars; the letters that tell of the end
/// take it out of them, and this one tells the side that gets no other.
pub(in super::super) async fn call_off(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    letter: LetterKind,
) -> Result<bool> {
    let known = super::of(tx, ctx, response.id).await?.filter(|known| known.is_ahead(ctx.now));
    let Some(mut introduction) = known else { return Ok(false) };
    let in_calendars = introduction.cancel(ctx.now)?;
    store::SAVE.save(tx, &introduction).await?;
    outcomes::actions::ask_no_more(tx, ctx, response.id).await?;
    if in_calendars {
        tx.enqueue(ctx, &SendLetter::about(response, letter)).await?;
    }
    Ok(in_calendars)
}

/// The introduction does not take place; the talk goes on.
pub(crate) async fn cancel(
    ctx: &Ctx,
    permit: &Permit<Speak>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "cancel_meeting").await?;
    let (tx, response) = change.parts();
    let known = super::of(tx, ctx, id).await?;
    let mut introduction = known.ok_or(Problem::Conflict("response-error-time-gone"))?;
    introduction.cancel(ctx.now)?;
    store::SAVE.save(tx, &introduction).await?;
    response.step(Verb::CancelMeeting, ctx.now)?;
    if side != Side::Person {
        response.must_be_told(ctx.now);
    }
    match response.state {
        ResponseState::Accepted => outcomes::actions::ask_after_acceptance(tx, ctx, id).await?,
        _ => outcomes::actions::ask_no_more(tx, ctx, id).await?,
    }
    let message = say(tx, ctx, response, (side, MessageKind::MeetingCancelled), words).await?;
    for letter in [LetterKind::CancelledToPerson, LetterKind::CancelledToOwner] {
        tx.enqueue(ctx, &SendLetter::about(response, letter).with_message(message)).await?;
    }
    change.done_with(|_| json!({ "side": side })).await.map(drop)
}
