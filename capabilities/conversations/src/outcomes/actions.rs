//! Planning the questions, and what an answer does.

use followups::questions::{self, morning};
use kernel::{Instant, Permit, Result, text::Codes};
use platform::{
    Ctx, Tx,
    followups::{About, Told},
    subjects::Follow,
};

use super::{
    super::{
        actions::{load, withdraw_loaded},
        decisions::actions::{end_with_doors, start_loaded, stop_loaded},
        events,
        introductions::model::Introduction,
        model::{DeclineKind, Response, ResponseId, Side, State, Verb},
        settings,
    },
    INTRODUCTION, MONTH, OUTCOME,
    jobs::AskOutcome,
};

/// Days after both agreed without an introduction on which is asked whether it has begun.
const AFTER_ACCEPTANCE_DAYS: i64 = 7;

async fn plan(tx: &mut Tx, ctx: &Ctx, response: ResponseId, moment: &'static str, at: Instant) -> Result<()> {
    tx.cancel::<AskOutcome>(ctx, &format!("{response}:{moment}")).await?;
    questions::ask_at(tx, ctx, &OUTCOME, (About::one(response), moment), (at, None)).await
}

pub(in super::super) async fn ask_after_introduction(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    introduction: &Introduction,
) -> Result<()> {
    let Some(slot) = introduction.chosen else { return Ok(()) };
    plan(tx, ctx, response.id, INTRODUCTION, morning(ctx, slot.ends, 1)).await
}

/// A time that was chosen gives way to others: nobody is asked about the old one.
pub(in super::super) async fn ask_after_proposals(tx: &mut Tx, ctx: &Ctx, introduction: &Introduction) -> Result<()> {
    let Some(last) = introduction.last_proposed() else { return Ok(()) };
    plan(tx, ctx, introduction.response, INTRODUCTION, morning(ctx, last, 1)).await
}

pub(in super::super) async fn ask_after_acceptance(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    plan(tx, ctx, response.id, INTRODUCTION, morning(ctx, ctx.now, AFTER_ACCEPTANCE_DAYS)).await
}

pub(in super::super) async fn ask_after_start(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    let days = ctx.municipality.settings.int(&settings::OUTCOME_DAYS, ctx.today());
    ask_no_more(tx, ctx, response.id).await?;
    plan(tx, ctx, response.id, MONTH, morning(ctx, ctx.now, days)).await
}

pub(in super::super) async fn ask_no_more(tx: &mut Tx, ctx: &Ctx, response: ResponseId) -> Result<()> {
    tx.cancel::<AskOutcome>(ctx, &format!("{response}:{INTRODUCTION}")).await?;
    questions::ask_no_more(tx, ctx, &OUTCOME, (About::one(response), INTRODUCTION)).await
}

/// Lets the response follow what somebody said, as far as it can.
pub(super) async fn follow(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, told: &Told) -> Result<()> {
    let mut response = load(tx, ctx, ResponseId(told.about.subject)).await?;
    let side = Side::parse(&told.side).unwrap_or(Side::Person);
    match (told.answer.code, side) {
        ("started", side) if response.state.after(Verb::Start).is_some() => {
            start_loaded(tx, ctx, permit, &mut response, side).await?;
        }
        ("not_started", Side::Person) if response.state.is_active() => {
            // The reason was told to us, not to the other side.
            withdraw_loaded(tx, ctx, &mut response, Side::Person, "").await?;
        }
        ("not_started", _) if response.state.after(Verb::Decline).is_some() => {
            end_with_doors(tx, ctx, &mut response, DeclineKind::NotStarted).await?;
        }
        ("stopped", side) if response.state == State::Started && response.ended_at.is_none() => {
            stop_loaded(tx, ctx, permit, &mut response, side).await?;
        }
        _ => {}
    }
    if told.answer.known && told.before.as_deref() != Some(told.answer.code) {
        tx.record(ctx, &events::OutcomeKnown::of(&response, side)).await?;
    }
    Ok(())
}
