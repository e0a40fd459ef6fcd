//! Planning the questions, and what an answer does.

use jiff::civil::Time;
use kernel::{Instant, Permit, Problem, Result};
use platform::{Conn, Ctx, Tx, auth, db::Code};
use serde_json::json;

use super::{
    jobs::AskOutcome,
    model::{Answer, Asked, Moment, Question},
    store::{self, QuestionRow},
};
use crate::{actions::subject, model::HelpRequest, policy::TellOutcome, settings};

/// Hour of the town's day at which questions arrive.
const HOUR: i8 = 10;

/// The moment at which a question about a match at `from` is asked.
pub fn due(ctx: &Ctx, from: Instant, moment: Moment) -> Instant {
    let setting = match moment {
        Moment::First => &settings::OUTCOME_FIRST_DAYS,
        Moment::Later => &settings::OUTCOME_LATER_DAYS,
    };
    let (days, zone) = (ctx.municipality.settings.int(setting, ctx.today()), &ctx.municipality.zone);
    let day = from.plus_days(days, zone).date(zone);
    Instant::at(day, Time::constant(HOUR, 0, 0, 0), zone)
}

/// Plans both questions about a match; what should have been asked by now is left out.
pub async fn plan(tx: &mut Tx, ctx: &Ctx, request: &HelpRequest) -> Result<()> {
    let (Some(helper), Some(matched_at)) = (request.helper, request.matched_at) else { return Ok(()) };
    for moment in [Moment::First, Moment::Later] {
        let at = due(ctx, matched_at, moment);
        if at <= ctx.now {
            continue;
        }
        let key = format!("{}:{moment}", request.id);
        tx.cancel::<AskOutcome>(ctx, &key).await?;
        tx.enqueue_at(ctx, &AskOutcome { help_request: request.id, helper, matched_at, moment }, at, &key).await?;
    }
    Ok(())
}

/// What a link asks; `None` when it holds no more, or never did.
pub async fn asked_by(conn: &mut Conn, ctx: &Ctx, token: &str) -> Result<Option<Asked>> {
    let found = store::BY_LINK.optional(conn, (ctx.town(), auth::hash(token), ctx.now)).await?;
    Ok(found.map(|(help_request, helper, Code(moment), Code(side))| Asked { help_request, helper, moment, side }))
}

/// Keeps what somebody said. Saying it again, or something else, does no harm: the last word stays.
///
/// # Errors
/// [`Problem::NotFound`] when this was never asked.
pub async fn tell(ctx: &Ctx, permit: &Permit<TellOutcome>, asked: Asked, answer: Answer) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(asked.help_request).await?;
    let key = (ctx.town(), asked.help_request, asked.helper, Code(asked.moment), Code(asked.side));
    let known = store::FIND.optional(&mut tx, key).await?.map(Question::from).ok_or(Problem::NotFound)?;
    let told = Question { answer: Some(answer), answered_at: Some(ctx.now), ..known };
    store::SAVE.run(&mut tx, QuestionRow::of(ctx.town(), &told)).await?;
    let details = json!({ "moment": asked.moment, "side": asked.side, "answer": answer });
    tx.audit(ctx, permit, "marketplace.tell_help_outcome", subject(asked.help_request), &details).await?;
    ctx.commit(tx).await
}
