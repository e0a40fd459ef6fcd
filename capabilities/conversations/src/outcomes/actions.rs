//! Planning the questions, and what an answer does.

use followups::questions::{self, morning};
use kernel::{Instant, Permit, Result, text::Codes};
use platform::{
    Ctx, Tx,
    audit::Subject as AuditSubject,
    followups::{About, Told},
    steps,
    subjects::Follow,
};
use serde_json::json;

use super::{
    super::{
        actions::take_back,
        decisions::actions::{begin, end, end_with_doors},
        events,
        introductions::model::Introduction,
        model::{DeclineKind, Response, ResponseId, Side, Verb},
        settings, store,
    },
    INTRODUCTION, MONTH, OUTCOME, is_open,
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
    introduction: &Introduction,
) -> Result<()> {
    let Some(slot) = introduction.chosen() else { return Ok(()) };
    plan(tx, ctx, introduction.response, INTRODUCTION, morning(ctx, slot.ends, 1)).await
}

/// A time that was chosen gives way to others: nobody is asked about the old one.
pub(in super::super) async fn ask_after_proposals(tx: &mut Tx, ctx: &Ctx, introduction: &Introduction) -> Result<()> {
    let Some(last) = introduction.last_proposed() else { return Ok(()) };
    plan(tx, ctx, introduction.response, INTRODUCTION, morning(ctx, last, 1)).await
}

pub(in super::super) async fn ask_after_acceptance(tx: &mut Tx, ctx: &Ctx, response: ResponseId) -> Result<()> {
    plan(tx, ctx, response, INTRODUCTION, morning(ctx, ctx.now, AFTER_ACCEPTANCE_DAYS)).await
}

pub(in super::super) async fn ask_after_start(tx: &mut Tx, ctx: &Ctx, response: ResponseId) -> Result<()> {
    let days = ctx.municipality.settings.int(&settings::OUTCOME_DAYS, ctx.today());
    ask_no_more(tx, ctx, response).await?;
    plan(tx, ctx, response, MONTH, morning(ctx, ctx.now, days)).await
}

pub(in super::super) async fn ask_no_more(tx: &mut Tx, ctx: &Ctx, response: ResponseId) -> Result<()> {
    tx.cancel::<AskOutcome>(ctx, &format!("{response}:{INTRODUCTION}")).await?;
    questions::ask_no_more(tx, ctx, &OUTCOME, (About::one(response), INTRODUCTION)).await
}

/// The response moved on: what was asked, is not answered and makes no sense any more ends, so that nobody is called for
/// nothing.
pub(in super::super) async fn end_outdated(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    for moment in [INTRODUCTION, MONTH].into_iter().filter(|moment| !is_open(response, moment)) {
        questions::over_at(tx, ctx, &OUTCOME, (response.id, moment)).await?;
    }
    Ok(())
}

/// Lets the response follow what somebody said, as far as it can.
pub(super) async fn follow(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, told: &Told) -> Result<()> {
    let mut response: Response = steps::load(tx, ctx, ResponseId(told.about.subject)).await?;
    let side = Side::parse(&told.side).unwrap_or(Side::Person);
    let step = match (told.answer.code, side) {
        ("started", side) if response.state.after(Verb::Start).is_some() => {
            begin(tx, ctx, permit, &mut response, side).await?;
            Some("response.start")
        }
        ("not_started", Side::Person) if response.state.is_active() => {
            // The reason was told to us, not to the other side.
            take_back(tx, ctx, &mut response, Side::Person, None).await?;
            None
        }
        ("not_started", _) if response.state.after(Verb::Decline).is_some() => {
            end_with_doors(tx, ctx, &mut response, DeclineKind::NotStarted).await?;
            None
        }
        ("stopped", _) if response.goes_on() => {
            end(tx, ctx, &mut response).await?;
            Some("response.stop")
        }
        _ => None,
    };
    store::SAVE.save(tx, &response).await?;
    if let Some(step) = step {
        let subject = AuditSubject::of("response", response.id);
        tx.audit(ctx, permit, step, subject, &json!({ "side": side })).await?;
    }
    if told.answer.known && told.before.as_deref() != Some(told.answer.code) {
        tx.record(ctx, &events::OutcomeKnown::of(&response, side)).await?;
    }
    Ok(())
}
