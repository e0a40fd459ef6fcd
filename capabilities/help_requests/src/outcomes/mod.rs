//! What came of a match: one question to the asker and to the helper, some days and some weeks after it, answered with one
//! tap; whoever has no e-mail is called. Unknown is itself a figure.
//!
//! Owns: `help_request_outcomes`, `help_request_outcome_links`.

pub(crate) mod actions;
pub(crate) mod jobs;
pub mod model;
pub(crate) mod pages;
pub(crate) mod store;

use kernel::{Instant, PersonId, Result};
use platform::{Conn, Ctx, Plan, Tx, plan::Access};

use self::{
    model::{Answer, Asked, Known, Moment, Question, Side},
    store::QuestionRow,
};
use super::{
    model::{HelpRequest, State, WrittenBy},
    settings,
};
use facets::model::HelpRequestId;

/// Adds what outcomes have to the marketplace's plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/hulpvragen/uitkomst/{token}", pages::show, Access::PUBLIC)
        .post("/hulpvragen/uitkomst/{token}", pages::answer, Access::PUBLIC)
        .post("/balie/hulpvragen/{help_request}/uitkomst", pages::answer_at_desk, Access::DESK)
        .job(jobs::ask)
        .job(jobs::send)
        .settings(&[&settings::OUTCOME_FIRST_DAYS, &settings::OUTCOME_LATER_DAYS])
        .keeps("retention-help-request-outcome", &settings::OUTCOME_KEPT_DAYS)
}

/// The questions to people without e-mail that nobody has answered yet, the oldest first, and how many there are: the
/// point's telephone list.
pub async fn to_call(conn: &mut Conn, ctx: &Ctx, limit: i64, offset: i64) -> Result<(Vec<Question>, i64)> {
    let (total,) = store::COUNT_TO_CALL.one(conn, (ctx.town(),)).await?;
    if total == 0 || limit == 0 {
        return Ok((Vec::new(), total));
    }
    let rows = store::TO_CALL.all(conn, (ctx.town(), limit, offset)).await?;
    Ok((rows.into_iter().map(Into::into).collect(), total))
}

/// Adds what a demonstration has asked by now about a match, and plans what it has not: the helper has said that it
/// began, the rest is unknown; a point calls whoever asked there.
pub async fn insert_sample(tx: &mut Tx, ctx: &Ctx, request: &HelpRequest) -> Result<()> {
    let (Some(helper), Some(matched_at)) = (request.helper, request.matched_at) else { return Ok(()) };
    if request.state == State::Matched {
        actions::plan(tx, ctx, request).await?;
    }
    for moment in [Moment::First, Moment::Later] {
        let asked_at = actions::due(ctx, matched_at, moment);
        if asked_at > ctx.now || request.closed_at.is_some_and(|closed| closed < asked_at) {
            continue;
        }
        for side in [Side::Asker, Side::Helper] {
            let known = side == Side::Helper && moment == Moment::First;
            let question = Question {
                asked: Asked { help_request: request.id, helper, moment, side },
                by_phone: side == Side::Asker && request.written_by == WrittenBy::Desk,
                answer: known.then_some(Answer::Started),
                asked_at,
                answered_at: known.then_some(asked_at),
            };
            store::SAVE.run(tx, QuestionRow::of(ctx.town(), &question)).await?;
        }
    }
    Ok(())
}

/// How much is known of what was asked since a moment.
pub async fn known_since(conn: &mut Conn, ctx: &Ctx, since: Instant) -> Result<Known> {
    let (asked, known) = store::KNOWN_SINCE.one(conn, (ctx.town(), since)).await?;
    Ok(Known { asked, known, unknown: asked - known })
}

/// What was asked about somebody's request, for their own copy.
pub async fn of_request(conn: &mut Conn, ctx: &Ctx, id: HelpRequestId) -> Result<Vec<Question>> {
    Ok(store::OF_REQUEST.all(conn, (ctx.town(), id)).await?.into_iter().map(Into::into).collect())
}

/// What was asked about somebody's help, for their own copy.
pub async fn of_helper(conn: &mut Conn, ctx: &Ctx, helper: PersonId) -> Result<Vec<Question>> {
    Ok(store::OF_HELPER.all(conn, (ctx.town(), helper)).await?.into_iter().map(Into::into).collect())
}

/// Forgets everything about a request.
pub async fn forget(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId) -> Result<()> {
    store::END_LINKS.run(tx, (ctx.town(), id)).await?;
    store::FORGET.run(tx, (ctx.town(), id)).await?;
    Ok(())
}

/// Forgets everything about a helper.
pub async fn forget_helper(tx: &mut Tx, ctx: &Ctx, helper: PersonId) -> Result<()> {
    store::END_LINKS_OF_HELPER.run(tx, (ctx.town(), helper)).await?;
    store::FORGET_OF_HELPER.run(tx, (ctx.town(), helper)).await?;
    Ok(())
}

/// Forgets links that hold no more, and what was asked before a moment.
pub async fn forget_old(tx: &mut Tx, ctx: &Ctx, before: Instant) -> Result<()> {
    store::FORGET_LINKS.run(tx, (ctx.town(), ctx.now)).await?;
    store::FORGET_OLD.run(tx, (ctx.town(), before)).await?;
    Ok(())
}
