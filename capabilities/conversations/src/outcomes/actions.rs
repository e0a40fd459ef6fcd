//! Planning the questions, and what an answer does.

use jiff::civil::Time;
use kernel::{Instant, Permit, Problem, Result};
use platform::{Ctx, Tx, audit::Subject as AuditSubject, auth, db::Code};
use serde_json::json;

use super::{
    super::{
        actions::{load, withdraw_loaded},
        decisions::actions::{end_with_doors, start_loaded, stop_loaded},
        events,
        introductions::model::Introduction,
        model::{DeclineKind, Response, Side, State, Verb},
        policy::Choose,
        settings,
    },
    jobs::AskOutcome,
    model::{Answer, Moment, Question},
    store::{self, OutcomeRow},
};
use crate::model::ResponseId;

/// Days after both agreed without an introduction on which is asked whether it has begun.
const AFTER_ACCEPTANCE_DAYS: i64 = 7;
/// Days after which a question is asked again.
const AGAIN_DAYS: i64 = 7;
/// Hour of the town's day at which questions arrive.
const HOUR: i8 = 10;

fn key(response: ResponseId, moment: Moment) -> String {
    format!("{response}:{moment}")
}

/// `days` days after `from`, at the hour at which questions arrive.
fn morning(ctx: &Ctx, from: Instant, days: i64) -> Instant {
    let day = from.plus_days(days, &ctx.municipality.zone).date(&ctx.municipality.zone);
    Instant::at(day, Time::constant(HOUR, 0, 0, 0), &ctx.municipality.zone)
}

async fn plan(tx: &mut Tx, ctx: &Ctx, response: ResponseId, moment: Moment, at: Instant) -> Result<()> {
    let key = key(response, moment);
    tx.cancel::<AskOutcome>(ctx, &key).await?;
    tx.enqueue_at(ctx, &AskOutcome { response, moment }, at, &key).await
}

pub(in super::super) async fn ask_after_introduction(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    introduction: &Introduction,
) -> Result<()> {
    let Some(slot) = introduction.chosen else { return Ok(()) };
    plan(tx, ctx, response.id, Moment::Introduction, morning(ctx, slot.ends, 1)).await
}

/// A time that was chosen gives way to others: nobody is asked about the old one.
pub(in super::super) async fn ask_after_proposals(tx: &mut Tx, ctx: &Ctx, introduction: &Introduction) -> Result<()> {
    let Some(last) = introduction.last_proposed() else { return Ok(()) };
    plan(tx, ctx, introduction.response, Moment::Introduction, morning(ctx, last, 1)).await
}

pub(in super::super) async fn ask_after_acceptance(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    plan(tx, ctx, response.id, Moment::Introduction, morning(ctx, ctx.now, AFTER_ACCEPTANCE_DAYS)).await
}

pub(in super::super) async fn ask_after_start(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    let days = ctx.municipality.settings.int(&settings::OUTCOME_DAYS, ctx.today());
    ask_no_more(tx, ctx, response.id).await?;
    plan(tx, ctx, response.id, Moment::Month, morning(ctx, ctx.now, days)).await
}

/// The introduction does not take place: there is nothing to ask.
pub(in super::super) async fn ask_no_more(tx: &mut Tx, ctx: &Ctx, response: ResponseId) -> Result<()> {
    tx.cancel::<AskOutcome>(ctx, &key(response, Moment::Introduction)).await
}

/// Under a key of its own, because the job that asks now still holds the other.
pub(super) async fn ask_again_later(tx: &mut Tx, ctx: &Ctx, response: ResponseId, moment: Moment) -> Result<()> {
    let key = format!("{}:{}", key(response, moment), ctx.today());
    tx.enqueue_at(ctx, &AskOutcome { response, moment }, morning(ctx, ctx.now, AGAIN_DAYS), &key).await
}

/// What a link asks; `None` when it holds no more, or never did.
pub async fn asked_by(conn: &mut platform::Conn, ctx: &Ctx, token: &str) -> Result<Option<(ResponseId, Moment, Side)>> {
    let found = store::BY_LINK.optional(conn, (ctx.town(), auth::hash(token), ctx.now)).await?;
    Ok(found.map(|(response, Code(moment), Code(side))| (response, moment, side)))
}

/// What somebody said.
#[derive(Clone, Debug)]
pub struct Told {
    pub moment: Moment,
    /// For which side.
    pub side: Side,
    pub answer: Answer,
    pub reason: Option<String>,
}

/// Keeps what somebody said, and lets the response follow as far as it can. Saying it again, or something else, does no
/// harm: the last word stays.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such response.
pub async fn tell(ctx: &Ctx, permit: &Permit<Choose>, id: ResponseId, told: Told) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    if response.erased_at.is_some() {
        return Err(Problem::NotFound);
    }
    let known = store::FIND.optional(&mut tx, (ctx.town(), id, Code(told.moment), Code(told.side))).await?;
    let known: Option<Question> = known.map(Into::into);
    let question = Question {
        response: id,
        moment: told.moment,
        side: told.side,
        answer: Some(told.answer),
        reason: told.reason.clone(),
        asked_at: known.as_ref().map_or(ctx.now, |known| known.asked_at),
        asked_times: known.as_ref().map_or(1, |known| known.asked_times),
        answered_at: Some(ctx.now),
    };
    store::SAVE.run(&mut tx, OutcomeRow::of(ctx.town(), &question)).await?;
    follow(&mut tx, ctx, permit, &mut response, &told).await?;
    if told.answer.is_final() && known.and_then(|known| known.answer) != Some(told.answer) {
        tx.record(ctx, &events::OutcomeKnown::of(&response, told.side)).await?;
    }
    let details = json!({ "moment": told.moment, "side": told.side, "answer": told.answer });
    tx.audit(ctx, permit, "response.tell_outcome", AuditSubject::of("response", id), &details).await?;
    ctx.commit(tx).await
}

async fn follow(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Choose>, response: &mut Response, told: &Told) -> Result<()> {
    match (told.answer, told.side) {
        (Answer::Started, side) if response.state.after(Verb::Start).is_some() => {
            start_loaded(tx, ctx, permit, response, side).await
        }
        (Answer::NotStarted, Side::Person) if response.state.is_active() => {
            // The reason was told to us, not to the other side.
            withdraw_loaded(tx, ctx, response, Side::Person, "").await
        }
        (Answer::NotStarted, _) if response.state.after(Verb::Decline).is_some() => {
            end_with_doors(tx, ctx, response, DeclineKind::NotStarted).await
        }
        (Answer::Stopped, side) if response.state == State::Started && response.ended_at.is_none() => {
            stop_loaded(tx, ctx, permit, response, side).await
        }
        _ => Ok(()),
    }
}
